//! For how long everything is kept, and the job that takes away what is over. The list of clocks stands here once: the
//! job runs by it, and the table of the handbook is printed from it.

mod clocks;
mod job;
pub(super) mod sql;
mod table;

pub use clocks::{AUDIT_YEARS, CLOCKS, Clock, Edition, Kept, Terms, file_due};
pub use job::{Keeper, Run, Taken};
pub use table::table;
