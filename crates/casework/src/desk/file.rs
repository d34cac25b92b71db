//! What the parts of the desk add to a person's file.

use access::Who;
use kernel::{Day, Timestamp};
use network::City;
use ui::Page;

use crate::pages::App;
use crate::people::{FormId, PersonId};

/// A person's file, being opened by somebody.
pub struct File<'a> {
    /// The installation.
    pub app: &'a App,
    /// Who opens it.
    pub who: &'a Who,
    /// The page it will be shown on.
    pub page: &'a Page,
    /// The city it belongs to.
    pub city: &'a City,
    /// Whose it is.
    pub person: PersonId,
    /// The forms the person was written in.
    pub forms: &'a [FormId],
    /// Whether nothing may be added to it (GDPR, article 18).
    pub restricted: bool,
}

/// One line of the file's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The day it happened.
    pub day: Day,
    /// When it was recorded: the order within a day.
    pub at: Timestamp,
    /// What happened, in words.
    pub what: String,
    /// More of it, if there is more.
    pub detail: Option<String>,
    /// Where it can be opened.
    pub href: Option<String>,
}

/// What one part shows in the file.
#[derive(Clone, Debug, Default)]
pub struct FileSection {
    /// Its anchor in the page; empty if the part shows nothing but events.
    pub id: &'static str,
    /// Its heading.
    pub title: String,
    /// Its body: HTML of a template of ours, so already escaped.
    pub html: String,
    /// What it adds to the timeline.
    pub events: Vec<Event>,
}
