//! The top of a person's file: who they are, in a sentence and a list, and what may be done.

use access::{Action, Who};
use kernel::{CityCode, Day};
use network::vocabulary::Vocabulary;
use ui::Page;
use ui::parts::{Notice, Shape, Status, Tone};

use super::super::read::{Card, Standing};
use super::{file_of, words};

/// Something that can be done with the file.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    pub href: String,
    pub label: String,
    /// The key that presses it.
    pub key: &'static str,
    pub is_first: bool,
}

/// Who somebody is, line by line: what and how it is.
pub(super) fn lines(page: &Page, vocabulary: &Vocabulary, card: &Card, today: Day) -> Vec<(String, String)> {
    let mut lines = vec![
        (page.t("people-birth-field"), words::birth(page, card.birth, today)),
        (page.t("people-gender"), words::gender(page, card.gender)),
        (page.t("people-citizenship"), words::citizenship(page, vocabulary, card.citizenship.as_deref())),
    ];
    let others = card.other_names();
    if !others.is_empty() {
        lines.push((page.t("people-spellings"), others.join("; ")));
    }
    lines
}

/// The sentence that comes first: since when they are known, when they were last met, whether they are in charge.
pub(super) fn lead(page: &Page, card: &Card) -> String {
    let known = page.t_with("people-known-since", &[("day", &page.date(&card.first_day))]);
    let met = match card.last_met {
        Some(day) => page.t_with("people-met-times", &[("n", &card.contacts), ("day", &page.date(&day))]),
        None => page.t("people-met-never"),
    };
    format!("{known} {met}")
}

/// Whether they are in charge.
pub(super) fn status(page: &Page, card: &Card) -> Status {
    match card.in_charge {
        Some(day) => {
            Status::new(Shape::Done, page.t_with("people-status-in-charge", &[("day", &page.date(&day))]))
        }
        None => Status::new(Shape::Open, page.t("people-status-not-in-charge")),
    }
}

/// What a file that is restricted says above everything.
pub(super) fn restricted(page: &Page, standing: &Standing) -> Option<Notice> {
    let Standing::Restricted { since, .. } = standing else { return None };
    let title = page.t_with("people-restricted-title", &[("day", &page.date(&since.day()))]);
    Some(Notice::new(Tone::Warning, title, page.t("people-restricted-text")))
}

/// What whoever asks may do with the file, the first deed first.
pub(super) fn actions(page: &Page, who: &Who, city: CityCode, card: &Card, restricted: bool) -> Vec<Deed> {
    let home = file_of(card.person);
    let may = |action| who.may_in(action, city);
    let mut actions = Vec::new();
    let mut add = |allowed: bool, href: String, key: &'static str, label: &str| {
        if allowed {
            let is_first = actions.is_empty();
            actions.push(Deed { href, label: page.t(label), key, is_first });
        }
    };
    let contact = format!("/contatti/nuovo?persona={}", card.person);
    add(!restricted && may(Action::RecordContact), contact, "n", "people-contact");
    add(!restricted && may(Action::ManagePathway), format!("{home}/percorso"), "p", "people-action-pathway");
    add(!restricted && may(Action::MakeReferral), format!("{home}/invio"), "i", "people-action-referral");
    let change = !restricted && may(Action::ChangePerson);
    add(change, format!("{home}/dati"), "d", "people-action-details");
    add(change, format!("{home}/nucleo"), "f", "people-action-household");
    add(may(Action::ChangePerson), format!("{home}/allegati"), "l", "people-action-attachments");
    add(may(Action::ChangePerson), format!("{home}/informativa"), "v", "people-action-notice");
    add(change, format!("{home}/rettifica"), "r", "people-action-rectify");
    add(!restricted && may(Action::MergePeople), format!("{home}/unisci"), "u", "people-action-merge");
    add(may(Action::ExerciseRights), format!("{home}/diritti"), "", "people-action-rights");
    actions
}
