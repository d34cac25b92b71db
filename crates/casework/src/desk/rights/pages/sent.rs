//! What a form of this part sent, and its words for what cannot be read.

use ui::Page;

use crate::desk::rights::model::LONGEST;
pub(super) use crate::desk::sent::Faults;
use crate::desk::sent::{self, Words};

/// The words of this part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own;

impl Words for Own {
    const UNREADABLE: &'static str = "rights-unreadable";
    const NO_TOKEN: &'static str = "rights-no-token";
    const DAY_MISSING: &'static str = "rights-day-missing";
    const DAY_UNREADABLE: &'static str = "rights-day-unreadable";
}

pub(super) type Sent = sent::Sent<Own>;

/// A text that is not too long, and is there if it must be.
pub(super) fn text(
    sent: &Sent,
    name: &'static str,
    is_required: bool,
    page: &Page,
    faults: &mut Faults,
) -> String {
    let text = sent.get(name).to_owned();
    if text.is_empty() && is_required {
        faults.add(name, page.t("rights-reason-missing"));
    }
    if text.chars().count() > LONGEST {
        faults.add(name, page.tn("rights-too-long", LONGEST));
    }
    text
}
