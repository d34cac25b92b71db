//! What is tested over all parts of the desk together.

mod raw;
