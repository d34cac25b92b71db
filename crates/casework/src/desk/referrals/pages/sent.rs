//! What a form of this part sent, and its words for what cannot be read.

pub(super) use crate::desk::sent::Faults;
use crate::desk::sent::{self, Words};

/// The words of this part.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Own;

impl Words for Own {
    const UNREADABLE: &'static str = "referrals-unreadable";
    const NO_TOKEN: &'static str = "referrals-no-token";
    const DAY_MISSING: &'static str = "referrals-day-missing";
    const DAY_UNREADABLE: &'static str = "referrals-day-unreadable";
}

pub(super) type Sent = sent::Sent<Own>;
