//! Samples of every page: empty, typical, very long, other scripts.

use std::sync::Arc;

use askama::Template as _;
use kernel::Timestamp;
use network::vocabulary::Vocabulary;
use ui::{Lang, Page, Shell};
use uuid::Uuid;

use super::super::correction::Correction;
use super::super::model::{Action, Faults, Fields, Modality, Points};
use super::super::record::Already;
use super::super::row::{ContactId, Content, CorrectionId, Told, VisitId};
use super::super::subject::Subject;
use super::anonymous::AnonymousPage;
use super::check::{Line, LineChoice};
use super::correct::{CorrectPage, CorrectView, Typed};
use super::group::{GroupPage, GroupView};
use super::new::{NewPage, NewView};
use super::setting::Setting;
use crate::people::PersonId;

const MOMENT: Timestamp = Timestamp::from_micros(1_760_425_920_000_000);

/// What names and values look like in each sample.
const TEXTS: [&str; 3] = [
    "Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn setting(text: &str) -> Setting {
    let vocabulary = Arc::new(Vocabulary::embedded().unwrap());
    let often = vocabulary.services().iter().skip(3).take(9).map(|service| service.code.clone()).collect();
    Setting {
        today: "2026-06-01".parse().unwrap(),
        points: Points::of([text], ["sportello centrale"]),
        vocabulary,
        point: Some("sportello centrale".to_owned()),
        often,
        modality: Modality::InPerson,
    }
}

fn subject(text: &str) -> Subject {
    Subject {
        person: PersonId(id(1)),
        name: text.to_owned(),
        born: "1990-05-03".parse().ok(),
        restricted: false,
    }
}

fn content(text: &str) -> Content {
    Content {
        day: "2026-05-04".parse().unwrap(),
        service: "legal_support".to_owned(),
        point: Some(kernel::text::fold(text)),
        permit: Some("work".to_owned()),
        modality: Some(text.to_owned()),
        minutes: Some(1_200),
        outcome: Some("follow_up".to_owned()),
        note: Some(text.to_owned()),
        heads: 3,
        gathering: None,
        visit: Some(id(4)),
        told: None,
        recorded_at: MOMENT,
        recorded_by: Some(text.to_owned()),
    }
}

fn wrong() -> Faults {
    let mut faults = Faults::default();
    for (field, key) in [
        ("giorno", "contacts-fault-future"),
        ("servizio", "contacts-fault-service"),
        ("minuti", "contacts-fault-minutes"),
        ("nota", "contacts-fault-long"),
        ("persone", "contacts-fault-heads"),
        ("titolo", "contacts-fault-title"),
        ("nomi", "contacts-fault-names"),
        ("motivo", "contacts-fault-reason"),
    ] {
        faults.add(field, key);
    }
    faults
}

fn typed(text: &str) -> Fields {
    let names =
        ["giorno", "servizio", "punto", "modalita", "minuti", "esito", "nota", "persone", "titolo", "nomi"];
    Fields(names.iter().map(|name| ((*name).to_owned(), text.to_owned())).collect())
}

/// Every page with every sample, by a name for the test that fails.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let mut pages = Vec::new();
    for text in TEXTS {
        let setting = setting(text);
        for (fields, faults) in [(setting.defaults(), Faults::default()), (typed(text), wrong())] {
            recording(shell, lang, text, &setting, &fields, &faults, &mut pages);
        }
        correcting(shell, lang, text, &mut pages);
    }
    pages
}

fn recording(
    shell: &Shell,
    lang: Lang,
    text: &str,
    setting: &Setting,
    fields: &Fields,
    faults: &Faults,
    pages: &mut Vec<(String, String)>,
) {
    let (subject, modulo) = (subject(text), VisitId(id(4)));
    let already = [Already { service: "legal_support".to_owned(), at: MOMENT, by: text.to_owned() }];
    let last = (!faults.is_empty()).then(|| (setting.today, text.to_owned()));
    let already = if faults.is_empty() { &already[..0] } else { &already[..] };
    let view = NewView { setting, subject: &subject, last, modulo, fields, faults, already };
    let page = |address| Page::of(shell, lang, address);
    pages.push((format!("new {text}"), NewPage::new(page("/contatti/nuovo"), &view).render().unwrap()));
    let anonymous = AnonymousPage::new(page("/contatti/anonimo"), setting, modulo, fields, faults);
    pages.push((format!("anonymous {text}"), anonymous.render().unwrap()));
    let choice = |value: &str, ticked| LineChoice { value: value.to_owned(), text: text.to_owned(), ticked };
    let line = |number| Line {
        number,
        name: text.to_owned(),
        choices: vec![choice(&id(1).to_string(), true), choice("nessuno", false), choice("via", false)],
    };
    let lines = if faults.is_empty() { Vec::new() } else { vec![line(0), line(1)] };
    let view = GroupView { setting, modulo, fields, faults, lines, twice: !faults.is_empty() };
    pages.push((format!("group {text}"), GroupPage::new(page("/contatti/gruppo"), view).render().unwrap()));
}

fn correcting(shell: &Shell, lang: Lang, text: &str, pages: &mut Vec<(String, String)>) {
    let correction = |number, action, was| Correction {
        id: CorrectionId(id(number)),
        person: Some(PersonId(id(1))),
        contact: ContactId(id(2)),
        action,
        was,
        reason: Some(text.to_owned()),
        made_at: MOMENT,
        made_by: text.to_owned(),
    };
    let before = Content { minutes: None, point: None, service: text.to_owned(), heads: 1, ..content("x") };
    let history = vec![
        correction(5, Action::Absorbed, Some(before.clone())),
        correction(6, Action::Changed, Some(before)),
        correction(7, Action::Changed, None),
    ];
    let told = Told { register: id(9), sheet: None, line: Some(3) };
    let view = |now, subject: Option<Subject>, history, together| CorrectView {
        city: "A662".parse().unwrap(),
        setting: setting(text),
        contact: ContactId(id(2)),
        is_anonymous: subject.is_none(),
        subject,
        now,
        together,
        history,
        may_see_registers: true,
    };
    let ids = [CorrectionId(id(10)), CorrectionId(id(11))];
    let already = vec![Already { service: text.to_owned(), at: MOMENT, by: text.to_owned() }];
    let nothing = Typed::default();
    let sent =
        Typed { change: Some((typed(text), wrong(), already)), withdrawal: Some((typed(text), wrong())) };
    let taken = vec![correction(8, Action::Withdrawn, Some(content(text)))];
    let of_register = Content { told: Some(told), recorded_by: None, ..content(text) };
    for (name, view, typed, done) in [
        (
            "correct",
            view(Some(content(text)), Some(subject(text)), history, 3),
            &nothing,
            Some("corretto-registro"),
        ),
        ("correct anonymous", view(Some(content(text)), None, Vec::new(), 1), &sent, None),
        ("correct taken back", view(None, None, taken, 1), &nothing, Some("ritirato")),
        ("correct of register", view(Some(of_register), Some(subject(text)), Vec::new(), 1), &nothing, None),
    ] {
        let page = Page::of(shell, lang, "/contatti/x/correggi");
        pages.push((
            format!("{name} {text}"),
            CorrectPage::new(page, &view, ids, typed, done).render().unwrap(),
        ));
    }
}
