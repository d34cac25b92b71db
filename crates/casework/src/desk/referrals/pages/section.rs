//! What this part shows in a person's file: where they were referred, and where they came from.

use access::Action;
use askama::Template;
use network::Cities;
use network::vocabulary::Vocabulary;
use store::Reader;
use ui::parts::Status;
use ui::{Page, Problem};

use super::words;
use crate::desk::file::{Event, File, FileSection};
use crate::desk::referrals::model::{Referral, Side};
use crate::desk::referrals::read;
use crate::people::PersonId;

#[derive(Template)]
#[template(path = "referrals/section.html")]
struct SectionTemplate<'a> {
    page: &'a Page,
    person: String,
    may: bool,
    lines: Vec<Line>,
}

struct Line {
    href: String,
    what: String,
    status: Status,
}

/// What is known of a person.
pub(super) struct SectionView<'a> {
    pub person: PersonId,
    pub referrals: Vec<Referral>,
    pub cities: &'a Cities,
    pub vocabulary: &'a Vocabulary,
    /// Whether who reads may refer them.
    pub may: bool,
}

/// What this part shows in a person's file.
///
/// # Errors
/// What the database says.
pub async fn section(file: &File<'_>, reader: &mut Reader) -> Result<FileSection, Problem> {
    let keys = file.app.vault.city(file.city.code)?;
    let view = SectionView {
        person: file.person,
        referrals: read::of_person(reader, &keys, file.person).await?,
        cities: &file.app.cities,
        vocabulary: &file.app.vocabulary,
        may: !file.restricted && file.who.may_in(Action::MakeReferral, file.city.code),
    };
    shown(file.page, &view)
}

pub(super) fn shown(page: &Page, view: &SectionView<'_>) -> Result<FileSection, Problem> {
    let line = |one: &Referral| Line {
        href: words::address(one),
        what: what(page, view, one),
        status: words::state(page, one.state),
    };
    let lines = view.referrals.iter().map(line).collect();
    let template = SectionTemplate { page, person: words::file(view.person), may: view.may, lines };
    Ok(FileSection {
        id: "invii",
        title: page.t("referrals-section"),
        html: template.render()?,
        events: view.referrals.iter().flat_map(|one| events(page, view, one)).collect(),
    })
}

/// "Invio: Comune di Bari", or "Arrivo: Comune di Latina".
fn what(page: &Page, view: &SectionView<'_>, one: &Referral) -> String {
    let party = words::party(page, view.cities, one);
    let key = if one.side == Side::Sender { "referrals-event-made" } else { "referrals-event-arrived" };
    page.t_with(key, &[("party", &party)])
}

fn events(page: &Page, view: &SectionView<'_>, one: &Referral) -> Vec<Event> {
    let href = Some(words::address(one));
    let service = one.service.as_ref().map(|_| words::service(page, view.vocabulary, one));
    let mut events = Vec::new();
    if one.side == Side::Sender {
        let (day, at) = (one.at.day(), one.at);
        events.push(Event {
            day,
            at,
            what: what(page, view, one),
            detail: service.clone(),
            href: href.clone(),
        });
    }
    if let Some(answered) = &one.answered {
        let party = words::party(page, view.cities, one);
        let key = match one.side {
            Side::Sender => format!("referrals-event-{}", one.state.code()),
            Side::Receiver => "referrals-event-arrived".to_owned(),
        };
        let detail = answered.text.clone().or(service.filter(|_| one.side == Side::Receiver));
        let what = page.t_with(&key, &[("party", &party)]);
        events.push(Event { day: answered.at.day(), at: answered.at, what, detail, href });
    }
    events
}
