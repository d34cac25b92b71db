//! Reading what the desk knows of people, each page with a number of statements that does not grow with its rows.

mod attachments;
mod cards;
mod details;
mod households;
mod standing;

pub(crate) use attachments::opened;
pub use attachments::{Attached, AttachmentId, attached, content};
pub use cards::{Card, Spelling, cards};
pub(crate) use details::detail;
pub use details::{RectificationId, Rectified, details, rectifications};
pub use households::{Household, HouseholdId, Member, MemberId, households};
pub use standing::{Standing, standing, united_with};
