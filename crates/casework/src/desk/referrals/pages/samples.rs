//! Samples of every page: empty, typical, very long, other scripts.

use std::collections::BTreeMap;

use askama::Template;
use kernel::{CityCode, Timestamp};
use network::Cities;
use network::vocabulary::Vocabulary;
use ui::{Lang, Page, Shell};

use super::letter::{LetterPage, LetterView};
use super::list::{Asked, ListPage, ListView};
use super::make::{MakePage, MakeView};
use super::one::{OnePage, OneView};
use super::section::{self, SectionView};
use super::sent::{Faults, Sent};
use crate::desk::pathways::model::{GoalText, Level, Need, Needs};
use crate::desk::pathways::read::Someone;
use crate::desk::people::model::Kind as DetailKind;
use crate::desk::referrals::model::{
    Answered, How, Kind, Offer, Paper, Parcel, Part, Parts, Referral, ReferralId, Side, State,
};
use crate::desk::referrals::read::Counts;
use crate::people::PersonId;
use crate::people::written::Identity;

const MOMENT: Timestamp = Timestamp::from_micros(1_780_000_000_000_000);

/// What names and values look like in each sample.
const TEXTS: [&str; 3] = [
    "Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn city(code: &str) -> CityCode {
    code.parse().unwrap()
}

fn identity(text: &str) -> Identity {
    Identity { surname: text.to_owned(), given: "Awa".to_owned(), birth: "1990-05-04".parse().ok() }
}

fn parts(text: &str) -> Parts {
    let levels = Need::ALL.map(|need| (need, Level::ALL[3])).into();
    Parts {
        permit: Some("refugee".to_owned()),
        needs: Some(("2026-05-01".parse().unwrap(), Needs { levels, note: text.to_owned() })),
        goals: vec![GoalText { text: text.to_owned(), need: Need::Housing }],
        contacts: vec![("2026-04-01".parse().unwrap(), "legal_support".to_owned())],
        reach: [(DetailKind::Language, "fr"), (DetailKind::Phone, text)]
            .map(|(kind, value)| (kind, value.to_owned()))
            .into(),
        papers: vec![Paper { id: uuid::Uuid::nil(), name: text.to_owned() }],
    }
}

/// A referral as each side sees it in each state.
fn referral(kind: Kind, state: State, side: Side, text: &str) -> Referral {
    let is_city = kind == Kind::City;
    let knows = side == Side::Sender || state == State::Accepted;
    let parcel = Parcel {
        identity: identity(text),
        gender: "F".to_owned(),
        citizenship: Some("SN".to_owned()),
        reason: text.to_owned(),
        parts: parts(text),
    };
    let offer = Offer {
        gender: "F".to_owned(),
        age: "18-60".to_owned(),
        citizenship: Some("SN".to_owned()),
        permit: Some("refugee".to_owned()).filter(|_| side == Side::Receiver),
        parcel: (side == Side::Receiver && state == State::Accepted).then_some(parcel),
    };
    let mut random = rand::rng();
    Referral {
        id: ReferralId::new(MOMENT, &mut random),
        city: city("A662"),
        to_city: is_city.then(|| city("E472")),
        side,
        kind,
        state,
        service: (kind != Kind::Body).then(|| "legal_support".to_owned()),
        point: (kind == Kind::Service).then(|| text.to_lowercase()),
        at: MOMENT,
        by: "sportello".to_owned(),
        agreed: is_city.then(|| ("2026-05-20".parse().unwrap(), How::Spoken)),
        shared: if is_city { Part::ALL.to_vec() } else { Vec::new() },
        answered: (state != State::Waiting).then(|| Answered {
            at: MOMENT,
            by: "altra".to_owned(),
            text: (state != State::Withdrawn).then(|| text.to_owned()),
        }),
        person: knows.then(|| PersonId::new(MOMENT, &mut random)),
        identity: knows.then(|| identity(text)),
        body: (kind == Kind::Body).then(|| format!("{text}\nVia Roma 1")),
        reason: (side == Side::Sender).then(|| text.to_owned()),
        offer: is_city.then_some(offer),
    }
}

fn every(text: &str) -> Vec<Referral> {
    let mut every = Vec::new();
    for kind in Kind::ALL {
        for state in State::ALL {
            every.push(referral(*kind, *state, Side::Sender, text));
            if *kind == Kind::City {
                every.push(referral(*kind, *state, Side::Receiver, text));
            }
        }
    }
    every
}

fn rendered(template: &impl Template) -> String {
    template.render().unwrap()
}

/// Every page in a language, by name.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let (cities, vocabulary) = (Cities::embedded().unwrap(), Vocabulary::embedded().unwrap());
    let page = |address: &str| Page::of(shell, lang, address);
    let mut pages = Vec::new();
    for text in TEXTS {
        for kind in Kind::ALL {
            for faulty in [false, true] {
                let view = MakeView {
                    person: Someone {
                        id: PersonId::new(MOMENT, &mut rand::rng()),
                        identity: identity(text),
                        restricted: false,
                    },
                    kind: *kind,
                    points: BTreeMap::from([(text.to_lowercase(), text.to_owned())]),
                    parts: if faulty { Parts::default() } else { parts(text) },
                    cities: &cities,
                    vocabulary: &vocabulary,
                    home: city("A662"),
                };
                let sent = Sent::with([("modulo", String::new()), ("motivo", text.to_owned())]);
                let mut faults = Faults::default();
                for field in ["servizio", "punto", "ente", "comune", "motivo", "consenso", "come"] {
                    if faulty {
                        faults.add(field, text.to_owned());
                    }
                }
                let made = MakePage::new(page("/persone/x/invio"), &view, &sent, &faults);
                pages.push((format!("make {kind:?} {faulty} {text}"), rendered(&made)));
            }
        }
        for (stato, dopo) in [("", ""), ("attesa", ""), ("risposti", "1_x")] {
            let asked = Asked { stato: stato.to_owned(), tipo: String::new(), dopo: dopo.to_owned() };
            for found in [Vec::new(), every(text)] {
                let counts = Counts { to_answer: 1, since: None, waiting: 2 };
                let (asked, many) = (asked.clone(), found.len());
                let view = ListView { asked, counts, found, cities: &cities, vocabulary: &vocabulary };
                pages.push((format!("list {stato} {many}"), rendered(&ListPage::new(page("/invii"), &view))));
            }
        }
        for one in every(text) {
            let name = format!("{:?} {:?} {:?} {text}", one.kind, one.state, one.side);
            if one.kind == Kind::Body {
                let view = LetterView { city: text.to_owned(), referral: one.clone() };
                let letter = LetterPage::new(page("/invii/x/lettera"), &view);
                pages.push((format!("letter {name}"), rendered(&letter)));
            }
            let view = OneView {
                referral: one,
                cities: &cities,
                vocabulary: &vocabulary,
                may_make: true,
                may_answer: true,
                may_special: true,
                token: "x".to_owned(),
            };
            let mut faults = Faults::default();
            faults.add("motivo", text.to_owned());
            let shown = OnePage::new(page("/invii/x"), &view, &Sent::default(), &faults);
            pages.push((format!("one {name}"), rendered(&shown)));
        }
    }
    pages
}

/// The section of the file, empty and full, by name.
pub(super) fn sections(shell: &Shell, lang: Lang) -> Vec<String> {
    let (cities, vocabulary) = (Cities::embedded().unwrap(), Vocabulary::embedded().unwrap());
    let page = Page::of(shell, lang, "/persone/x");
    let samples = std::iter::once(Vec::new()).chain(TEXTS.map(every));
    let section = |referrals: Vec<Referral>| {
        let person = PersonId::new(MOMENT, &mut rand::rng());
        let (cities, vocabulary) = (&cities, &vocabulary);
        section::shown(&page, &SectionView { person, referrals, cities, vocabulary, may: true }).unwrap().html
    };
    samples.map(section).collect()
}
