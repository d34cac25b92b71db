//! What waits for somebody: the list "Da fare". Slices tell it through `access::waits::Waits`.

use kernel::Timestamp;

use crate::Say;

/// Something that waits for a person to do it.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// What is to be done, as a sentence: "Correggi 7 righe del registro di Bari".
    pub what: Say,
    /// The key of the one word on the link: "Apri", "Decidi".
    pub action: &'static str,
    /// How many wait; nothing is listed for none.
    pub count: u64,
    /// The page where it is done.
    pub href: String,
    /// Since when the oldest has waited.
    pub since: Timestamp,
}
