//! Checks that the tests of every slice call: that messages are complete, and that pages are sound HTML.
//! Each returns what is wrong, a line a fault; a test asserts that there is none.

mod html;
mod text;

pub use html::page;
pub use text::messages;
