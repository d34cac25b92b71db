//! What a form of this part sent, and its words for what cannot be read.

use ui::Page;

use super::words;
use crate::desk::pathways::model::Refusal;
pub(super) use crate::desk::sent::Faults;
use crate::desk::sent::{self, Words};

/// The words of this part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own;

impl Words for Own {
    const UNREADABLE: &'static str = "pathways-unreadable";
    const NO_TOKEN: &'static str = "pathways-no-token";
    const DAY_MISSING: &'static str = "pathways-day-missing";
    const DAY_UNREADABLE: &'static str = "pathways-day-unreadable";
}

pub(super) type Sent = sent::Sent<Own>;

impl Faults {
    /// A refusal, beside the field it speaks of.
    pub fn refuse(&mut self, field: &'static str, page: &Page, refusal: &Refusal) {
        self.add(field, words::refusal(page, refusal));
    }
}
