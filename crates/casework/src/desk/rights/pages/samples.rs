//! Samples of every page: empty, typical, very long, other scripts.

use askama::Template;
use kernel::{Day, Gender, Timestamp};
use linkage::Form;
use network::Cities;
use network::vocabulary::Vocabulary;
use ui::{Lang, Page, Shell};

use super::blocks::Lexicon;
use super::copy::{CopyPage, CopyView};
use super::erase::{ErasePage, EraseView};
use super::list::{ListPage, ListView};
use super::one::{OnePage, OneView};
use super::person::{PersonPage, PersonView};
use super::sent::{Faults, Sent};
use crate::desk::pathways::model::{Level, Need, Needs};
use crate::desk::pathways::rights::{
    self as pathways, OwnAssessment, OwnCorrection, OwnGoal, OwnPathway, OwnResult, OwnStay, OwnStep,
};
use crate::desk::people::read::{Card, Spelling, Standing};
use crate::desk::rights::everything::{
    Anew, Corrected, Everything, Identity, InHousehold, Known, Met, Moment, Paper, ReadBy, Referred,
    Requested, Stopped, Written,
};
use crate::desk::rights::model::{GoingOn, Ground, Kind, Refusal, RequestId, RestrictionId, State};
use crate::desk::rights::read::{Request, Restricted};
use crate::people::{FormId, PersonId};

const MOMENT: Timestamp = Timestamp::from_micros(1_780_000_000_000_000);

/// What names and values look like in each sample.
const TEXTS: [&str; 3] = [
    "Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn id(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

fn card(text: &str) -> Card {
    let written = Form {
        surname: text.to_owned(),
        given: "Awa".to_owned(),
        birth: Some(day("1990-05-04")),
        gender: Gender::F,
        citizenship: Some("SN".to_owned()),
        rows: 2,
    };
    let spelling = Spelling { form: FormId(id(2)), written: written.clone(), stated_at: Some(MOMENT) };
    Card {
        person: PersonId(id(1)),
        name: written.whole_name(),
        form: FormId(id(2)),
        birth: written.birth,
        gender: written.gender,
        citizenship: written.citizenship,
        spellings: vec![spelling],
        first_day: day("2025-01-12"),
        contacts: 3,
        last_met: None,
        in_charge: None,
        is_restricted: false,
    }
}

/// A request of each kind in each state, early and late.
fn requests(text: &str) -> Vec<Request> {
    let mut requests = Vec::new();
    for (number, kind) in (10_u128..).zip(Kind::ALL) {
        for state in State::ALL {
            let is_open = *state == State::Open;
            let ground = match state {
                State::Open => None,
                State::Done => Some(Ground::Consent.code()),
                State::Refused => Some(Refusal::LegalDuty.code()),
            };
            requests.push(Request {
                id: RequestId(id(number)),
                person: PersonId(id(1)),
                is_erased: *kind == Kind::Erasure && *state == State::Done,
                kind: *kind,
                received_on: day("2026-05-01"),
                due_on: if *kind == Kind::Access { day("2026-05-28") } else { day("2026-06-01") },
                note: (!is_open).then(|| text.to_owned()),
                recorded_at: MOMENT,
                recorded_by: "referente".to_owned(),
                state: *state,
                ground: ground.map(str::to_owned),
                answer: (*state == State::Refused).then(|| text.to_owned()),
                settled: (!is_open).then(|| (MOMENT, "referente".to_owned())),
            });
        }
    }
    requests
}

fn met(text: &str) -> Met {
    Met {
        day: day("2026-05-10"),
        service: "legal_support".to_owned(),
        point: Some(text.to_lowercase()),
        permit: Some("refugee".to_owned()),
        modality: Some("in_person".to_owned()),
        minutes: Some(30),
        outcome: Some("done".to_owned()),
        note: Some(text.to_owned()),
        recorded_by: None,
    }
}

fn nothing() -> Everything {
    Everything {
        city: "Bari".to_owned(),
        made_at: Moment(MOMENT),
        identity: Identity {
            name: "Diop".to_owned(),
            birth: None,
            gender: "unknown",
            citizenship: None,
            first_day: day("2025-01-12"),
            forms: Vec::new(),
        },
        details: Vec::new(),
        households: Vec::new(),
        contacts: Vec::new(),
        corrections: Vec::new(),
        pathways: pathways::Everything::default(),
        referrals: Vec::new(),
        attachments: Vec::new(),
        rectifications: Vec::new(),
        requests: Vec::new(),
        restrictions: Vec::new(),
        reads: Vec::new(),
    }
}

fn own(text: &str) -> pathways::Everything {
    let levels = Need::ALL.map(|need| (need, Level::ALL[3])).into();
    let step = OwnStep { text: Some(text.to_owned()), due_on: None, done_on: Some(day("2026-05-03")) };
    pathways::Everything {
        pathways: vec![OwnPathway {
            area: "housing",
            point: Some(text.to_lowercase()),
            opened_on: day("2026-01-01"),
            closed_on: Some(day("2026-05-01")),
            outcome: Some("housing_autonomy".to_owned()),
            note: Some(text.to_owned()),
            assessments: vec![OwnAssessment {
                day: day("2026-01-01"),
                needs: Some(Needs { levels, note: text.to_owned() }),
            }],
            goals: vec![OwnGoal {
                text: Some(text.to_owned()),
                due_on: Some(day("2026-03-01")),
                reached_on: None,
                dropped_on: None,
                steps: vec![step],
            }],
        }],
        stays: vec![OwnStay {
            point: text.to_lowercase(),
            bed: Some(text.to_owned()),
            from: day("2026-01-01"),
            until: None,
        }],
        results: vec![OwnResult { kind: "helpful", value: "yes", day: day("2026-05-01") }],
        corrections: vec![OwnCorrection {
            what: "pathway".to_owned(),
            withdrawn: true,
            was: Some(serde_json::json!({ "area": text })),
            reason: Some(text.to_owned()),
            day: day("2026-05-01"),
        }],
    }
}

fn full(text: &str) -> Everything {
    let (at, by) = (Moment(MOMENT), "operatrice".to_owned());
    let written = Written {
        surname: text.to_owned(),
        given: "Awa".to_owned(),
        birth: Some(day("1990-05-04")),
        gender: "F",
        citizenship: Some("SN".to_owned()),
        times: 2,
        stated_at: Some(at),
    };
    let known = |kind, value: &str| Known {
        kind,
        value: value.to_owned(),
        office: None,
        since: day("2026-01-01"),
        until: None,
        recorded_by: by.clone(),
    };
    let referred = |kind, made_here| Referred {
        kind,
        made_here,
        other_city: "E472".parse().ok(),
        service: Some("legal_support".to_owned()),
        point: None,
        body: Some(text.to_owned()),
        reason: Some(text.to_owned()),
        agreed: Some((day("2026-05-01"), "signed")),
        shared: vec!["needs"],
        state: "accepted",
        answer: Some(text.to_owned()),
        at,
        answered_at: Some(at),
    };
    let paper = |href: Option<&str>| Paper {
        href: href.map(str::to_owned),
        name: Some(format!("{text}.pdf")),
        media_type: "application/pdf".to_owned(),
        size: 1234,
        added_at: at,
        removed: href.is_none().then(|| (at, Some(text.to_owned()))),
    };
    Everything {
        identity: Identity {
            name: text.to_owned(),
            birth: written.birth,
            gender: "F",
            citizenship: Some("SN".to_owned()),
            first_day: day("2025-01-12"),
            forms: vec![written],
        },
        details: vec![
            known("language", "ar"),
            known("permit", "refugee"),
            known("vulnerability", "pregnant"),
            known("note", text),
        ],
        households: vec![InHousehold {
            number: 7,
            relation: "child",
            since: day("2026-01-01"),
            until: None,
            others: 2,
        }],
        contacts: vec![met(text), Met { recorded_by: Some(by.clone()), note: None, ..met(text) }],
        corrections: vec![Corrected {
            action: "changed",
            was: Some(met(text)),
            reason: Some(text.to_owned()),
            at,
            by: by.clone(),
        }],
        pathways: own(text),
        referrals: vec![referred("city", true), referred("city", false)],
        attachments: vec![paper(Some("/persone/x/allegati/y")), paper(None)],
        rectifications: vec![Anew { reason: Some(text.to_owned()), at, by: by.clone() }],
        requests: vec![Requested {
            kind: "access",
            received_on: day("2026-05-01"),
            due_on: day("2026-06-01"),
            note: Some(text.to_owned()),
            state: "open",
            ground: None,
            answer: None,
            settled_at: None,
        }],
        restrictions: vec![Stopped { on: true, reason: Some(text.to_owned()), at }],
        reads: vec![ReadBy { at, login: by, role: "operator".to_owned(), act: "view", what: "file" }],
        ..nothing()
    }
}

fn rendered(template: &impl Template) -> String {
    template.render().unwrap()
}

/// Every page in a language, by name.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let (cities, vocabulary) = (Cities::embedded().unwrap(), Vocabulary::embedded().unwrap());
    let page = |address: &str| Page::of(shell, lang, address);
    let lexicon = Lexicon { vocabulary: &vocabulary, cities: &cities };
    let today = day("2026-06-01");
    let mut pages = Vec::new();
    for text in TEXTS {
        let card = card(text);
        let mut faults = Faults::default();
        for field in ["tipo", "giorno", "richiesta", "motivo", "perche", "risposta", "conferma"] {
            faults.add(field, text.to_owned());
        }
        for (open, settled) in [(Vec::new(), Vec::new()), (requests(text), requests(text))] {
            let name = format!("list {} {text}", open.len());
            let view = ListView { open, settled, cards: vec![card.clone()], today, erased: true };
            pages.push((name, rendered(&ListPage::new(page("/diritti"), &view))));
        }
        for request in requests(text) {
            let name = format!("one {:?} {:?} {text}", request.kind, request.state);
            let card = Some(card.clone()).filter(|_| !request.is_erased);
            let view = OneView { request, card, today };
            let one = OnePage::new(page("/diritti/x"), &view, &Sent::default(), &faults);
            pages.push((name, rendered(&one)));
        }
        for standing in [Standing::Open, Standing::Restricted { since: MOMENT, by: text.to_owned() }] {
            let stopped = |is_on| Restricted {
                id: RestrictionId(id(3)),
                is_on,
                reason: Some(text.to_owned()),
                at: MOMENT,
                by: "referente".to_owned(),
            };
            let is_open = standing == Standing::Open;
            let view = PersonView {
                card: card.clone(),
                standing,
                requests: if is_open { Vec::new() } else { requests(text) },
                restrictions: if is_open { Vec::new() } else { vec![stopped(true), stopped(false)] },
                today,
                tokens: [String::new(), String::new()],
            };
            let shown = PersonPage::new(page("/persone/x/diritti"), &view, &Sent::default(), &faults);
            pages.push((format!("person {is_open} {text}"), rendered(&shown)));
        }
        for going_on in [Vec::new(), GoingOn::ALL.to_vec()] {
            let name = format!("erase {} {text}", going_on.len());
            let elsewhere = if going_on.is_empty() { Vec::new() } else { vec!["E472".parse().unwrap()] };
            let (card, cities, token) = (&card, &cities, String::new());
            let view = EraseView { card, going_on, elsewhere, cities, token };
            let shown = ErasePage::new(page("/persone/x"), &view, &Sent::default(), &faults);
            pages.push((name, rendered(&shown)));
        }
        for all in [nothing(), full(text)] {
            let name = format!("copy {} {text}", all.contacts.len());
            let view = CopyView { card: &card, all: &all, lexicon };
            pages.push((name, rendered(&CopyPage::new(page("/persone/x"), &view))));
        }
    }
    pages
}
