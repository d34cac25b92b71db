//! Samples of every page: empty, typical, very long, other scripts.

use std::collections::HashMap;

use askama::Template;
use kernel::{Day, Gender, Timestamp};
use linkage::Form;
use network::vocabulary::Vocabulary;
use network::{Catalogue, Cities};
use ui::parts::Markup;
use ui::{Lang, Page, Say, Shell};

use super::super::model::{Detail, DetailId, Faults, Kind, Notices, Relation};
use super::super::read::{
    Attached, AttachmentId, Card, Household, HouseholdId, Member, MemberId, RectificationId, Rectified,
    Spelling, Standing,
};
use super::attachments::{AttachmentsPage, AttachmentsView};
use super::details::{DetailsPage, DetailsView};
use super::file::{FilePage, FileView};
use super::header::Deed;
use super::home::{HomePage, HomeView};
use super::household::{HouseholdPage, HouseholdView};
use super::merge::{MergePage, MergeView};
use super::new::{NewPage, NewView};
use super::notice::{LanguagesPage, PersonNoticePage, PersonNoticeView, PublicNoticePage};
use super::rectify::{RectifyPage, RectifyView};
use super::results::{Match, Matches};
use super::search::{SearchPage, SearchView};
use super::timeline::{Own, story};
use super::words::Lexicon;
use crate::desk::contacts::Today;
use crate::names::{CityIndex, Query};
use crate::people::{FormId, PersonId};

const MOMENT: Timestamp = Timestamp::from_micros(1_760_425_920_000_000);

/// What names and values look like in each sample.
const TEXTS: [&str; 3] = [
    "Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-06-01")
}

fn id(number: u128) -> uuid::Uuid {
    uuid::Uuid::from_u128(number)
}

fn card(text: &str, number: u128, birth: Option<&str>) -> Card {
    let written = Form {
        surname: text.to_owned(),
        given: if birth.is_some() { "Awa".to_owned() } else { String::new() },
        birth: birth.map(day),
        gender: if birth.is_some() { Gender::F } else { Gender::Unknown },
        citizenship: birth.map(|_| "SN".to_owned()),
        rows: 2,
    };
    let other = Form { surname: format!("{text}e"), ..written.clone() };
    let spelling = |number, written, stated_at| Spelling { form: FormId(id(number)), written, stated_at };
    Card {
        person: PersonId(id(number)),
        name: written.whole_name().trim().to_owned(),
        form: FormId(id(number + 100)),
        birth: written.birth,
        gender: written.gender,
        citizenship: written.citizenship.clone(),
        spellings: vec![spelling(number + 100, written, Some(MOMENT)), spelling(number + 200, other, None)],
        first_day: day("2025-01-12"),
        contacts: u32::from(birth.is_some()) * 3,
        last_met: birth.map(|_| day("2026-05-20")),
        in_charge: birth.map(|_| day("2026-01-07")),
        is_restricted: birth.is_none(),
    }
}

fn details(text: &str) -> Vec<Detail> {
    let value = |kind: Kind| match kind {
        Kind::Language => "ar".to_owned(),
        Kind::Permit => "asylum_request".to_owned(),
        Kind::Vulnerability => "pregnant".to_owned(),
        Kind::Notice => "ar 2026-11".to_owned(),
        _ => text.to_owned(),
    };
    Kind::ALL
        .into_iter()
        .zip(1..)
        .flat_map(|(kind, number)| {
            let detail = |number: u128, until: Option<&str>| Detail {
                id: DetailId(id(number)),
                kind,
                value: value(kind),
                office: (number == 106).then(|| "sportello nord".to_owned()),
                since: day("2026-03-01"),
                until: until.map(day),
                recorded_at: MOMENT,
                recorded_by: "operatrice".to_owned(),
            };
            [
                detail(number, None),
                detail(number + 100, Some("2026-04-01")),
                detail(number + 200, Some("2026-02-28")),
            ]
        })
        .collect()
}

fn household(relation: Relation, number: u32) -> Household {
    let member = |person: u128, until: Option<&str>| Member {
        id: MemberId(id(person + 50)),
        person: PersonId(id(person)),
        relation,
        since: day("2026-01-01"),
        until: until.map(day),
        recorded_at: MOMENT,
        recorded_by: "operatrice".to_owned(),
    };
    Household {
        id: HouseholdId(id(u128::from(number))),
        number,
        members: vec![member(1, None), member(2, None), member(3, Some("2026-02-01"))],
    }
}

fn attached(text: &str) -> Vec<Attached> {
    let file = |number: u128, removed| Attached {
        id: AttachmentId(id(number)),
        name: (number != 3).then(|| format!("{text}.pdf")),
        media_type: "application/pdf".to_owned(),
        size: u32::try_from(number).unwrap() * 900_000,
        added_at: MOMENT,
        added_by: "operatrice".to_owned(),
        removed,
    };
    let gone = |why: Option<&str>| Some((MOMENT, "operatrice".to_owned(), why.map(str::to_owned)));
    vec![file(1, None), file(2, gone(Some(text))), file(3, gone(None))]
}

fn rectified(text: &str) -> Vec<Rectified> {
    vec![Rectified {
        id: RectificationId(id(9)),
        form: FormId(id(101)),
        reason: Some(text.to_owned()),
        at: MOMENT,
        by: "operatrice".to_owned(),
    }]
}

fn restricted() -> Standing {
    Standing::Restricted { since: MOMENT, by: "referente".to_owned() }
}

fn matches(text: &str, query: &Query) -> Matches {
    let cards = [card(text, 1, Some("1990-05-03")), card(text, 2, None), card(text, 3, Some("1990-01-01"))];
    let people = cards.iter().flat_map(|card| {
        card.spellings.iter().map(|spelling| (card.person, spelling.form, spelling.written.clone()))
    });
    let hits = CityIndex::of(people).search(query, 10).hits;
    let list = hits
        .into_iter()
        .filter_map(|hit| {
            let card = cards.iter().find(|card| card.person == hit.person)?.clone();
            Some(Match { hit, card })
        })
        .collect();
    Matches { list, more: true, too_little: false }
}

/// Every page, by name.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let vocabulary = Vocabulary::embedded().unwrap();
    let mut all = Vec::new();
    for text in TEXTS {
        let mut add =
            |name: &str, html: askama::Result<String>| all.push((format!("{name} {text}"), html.unwrap()));
        let page = |path: &str| Page::of(shell, lang, path);
        finding(&vocabulary, text, &page, &mut add);
        changing(&vocabulary, text, &page, &mut add);
        notices(text, &page, &mut add);
        known(&vocabulary, text, &page, &mut add);
    }
    all
}

type Add<'a> = dyn FnMut(&str, askama::Result<String>) + 'a;

fn finding(vocabulary: &Vocabulary, text: &str, page: &dyn Fn(&str) -> Page, add: &mut Add<'_>) {
    for full in [false, true] {
        let today_list =
            Today { html: Markup("<ul><li>x</li></ul>".to_owned()), visits: 3, persons: Vec::new() };
        let waiting = vec![ui::waits::Waiting {
            what: Say::new("people-details"),
            action: "people-add",
            count: 3,
            href: "/percorsi".to_owned(),
            since: MOMENT,
        }];
        let view = HomeView {
            told: full.then(|| Markup("<p>x</p>".to_owned())),
            today: if full { today_list } else { Today::default() },
            waiting: if full { waiting } else { Vec::new() },
            can_register: full,
            can_record: full,
            can_follow: full,
            can_refer: full,
            can_answer: full,
        };
        add("home", HomePage::new(page("/sportello"), view).render());
    }
    for (typed, found) in [("", false), ("d", false), (text, false), (text, true)] {
        let query = Query::typed(typed, today());
        let matches = if found {
            matches(text, &query)
        } else {
            Matches { too_little: typed == "d", ..Matches::default() }
        };
        let view =
            SearchView { typed, query: &query, matches: &matches, can_register: found, today: today() };
        add("search", SearchPage::new(page("/persone"), vocabulary, &view).render());
    }
    let mut fields = super::new::Fields::default();
    text.clone_into(&mut fields.cognome);
    let faults = Faults::from([
        ("cognome", Say::new("people-fault-no-name")),
        ("lingua", Say::new("people-fault-unknown")),
    ]);
    let query = Query::typed(text, today());
    let alike = matches(text, &query);
    for (faults, alike, special) in
        [(&Faults::new(), None, true), (&faults, None, false), (&Faults::new(), Some((&query, &alike)), true)]
    {
        let view = NewView { fields: &fields, faults, alike, special };
        add("new", NewPage::new(page("/persone/nuova"), vocabulary, today(), &view).render());
    }
}

fn changing(vocabulary: &Vocabulary, text: &str, page: &dyn Fn(&str) -> Page, add: &mut Add<'_>) {
    let (one, other) = (card(text, 1, Some("1990-05-03")), card(text, 2, None));
    for standing in [Standing::Open, restricted()] {
        let faults = Faults::from([("motivo", Say::new("people-fault-reason"))]);
        let view = RectifyView {
            card: &one,
            standing: &standing,
            fields: None,
            faults: &faults,
            modulo: "x".to_owned(),
            other: Some(other.person),
            today: today(),
        };
        add("rectify", RectifyPage::new(page("/persone/x/rettifica"), vocabulary, &view).render());
        for attached in [Vec::new(), attached(text)] {
            let view = AttachmentsView {
                card: &one,
                standing: &standing,
                attached: &attached,
                modulo: "x".to_owned(),
                fault: text.to_owned(),
                unexplained: Some(AttachmentId(id(1))),
            };
            add("attachments", AttachmentsPage::new(page("/persone/x/allegati"), &view).render());
        }
        let query = Query::typed(text, today());
        let found = matches(text, &query);
        let fields = super::household::Fields::default();
        let faults = Faults::from([("dal", Say::new("people-fault-since"))]);
        for (households, joining) in [
            (vec![], Some(&one)),
            (vec![household(Relation::Child, 7), household(Relation::Head, 9)], Some(&other)),
        ] {
            let view = HouseholdView {
                card: &one,
                standing: &standing,
                households: &households,
                others: std::slice::from_ref(&other),
                searched: Some((text, &query, &found)),
                joining,
                fields: &fields,
                faults: &faults,
                today: today(),
            };
            add("household", HouseholdPage::new(page("/persone/x/nucleo"), vocabulary, &view).render());
        }
        for chosen in [None, Some(&other)] {
            let view = MergeView {
                card: &one,
                standing: &standing,
                other: chosen,
                searched: (text, &query, &found),
                today: today(),
            };
            add("merge", MergePage::new(page("/persone/x/unisci"), vocabulary, &view).render());
        }
    }
}

fn notices(text: &str, page: &dyn Fn(&str) -> Page, add: &mut Add<'_>) {
    let notices = Notices::load(&Catalogue::embedded()).unwrap();
    let cities = Cities::embedded().unwrap();
    let city = cities.find("Bari").unwrap();
    let (one, details) = (card(text, 1, Some("1990-05-03")), details(text));
    for (notice, standing) in notices.iter().zip([Standing::Open, restricted()].into_iter().cycle()) {
        let view = PersonNoticeView {
            card: &one,
            standing: &standing,
            city,
            notice,
            notices: &notices,
            given: details.iter().filter(|detail| detail.kind == Kind::Notice).collect(),
            address: "https://example.org/informativa/ar?citta=A662".to_owned(),
            modulo: "x".to_owned(),
        };
        add("notice", PersonNoticePage::new(page("/persone/x/informativa"), &view).render());
        add("public notice", PublicNoticePage::new(page("/informativa/ar"), &notices, notice, city).render());
    }
    for city in [None, Some(city)] {
        add("languages", LanguagesPage::new(page("/informativa"), &notices, &cities, city).render());
    }
}

fn known(vocabulary: &Vocabulary, text: &str, page: &dyn Fn(&str) -> Page, add: &mut Add<'_>) {
    let notices = Notices::default();
    let lexicon = Lexicon { vocabulary, notices: &notices };
    for is_full in [false, true] {
        add("file", FilePage::new(page("/persone/x"), lexicon, file(text, is_full)).render());
    }
    let (one, details) = (card(text, 1, Some("1990-05-03")), details(text));
    let offices = [("sportello nord".to_owned(), text.to_owned())];
    let fields = super::details::Fields::default();
    let faults = Faults::from([("valore", Say::new("people-fault-empty"))]);
    for (kind, standing) in Kind::WRITTEN.into_iter().zip([Standing::Open, restricted()].into_iter().cycle())
    {
        let view = DetailsView {
            card: &one,
            standing: &standing,
            details: &details,
            may_see: &|office| office.is_none() && kind != Kind::Note,
            offices: &offices,
            writing: (standing == Standing::Open).then_some((kind, &fields, &faults)),
            today: today(),
        };
        add("details", DetailsPage::new(page("/persone/x/dati"), lexicon, &view).render());
    }
}

/// What a file is made of, as full as it gets.
fn file(text: &str, is_full: bool) -> FileView {
    let (one, other) = (card(text, 1, is_full.then_some("1990-05-03")), card(text, 2, None));
    let full = |list: bool| is_full && list;
    FileView {
        may_see: HashMap::from([(None, is_full), (Some("sportello nord".to_owned()), false)]),
        standing: if is_full { Standing::Open } else { restricted() },
        details: if is_full { details(text) } else { Vec::new() },
        households: if full(true) { vec![household(Relation::Partner, 7)] } else { Vec::new() },
        others: vec![other],
        rectified: if is_full { rectified(text) } else { Vec::new() },
        attached: if is_full { attached(text) } else { Vec::new() },
        sections: vec![crate::desk::file::FileSection {
            id: if is_full { "contatti" } else { "" },
            title: text.to_owned(),
            html: "<p>x</p>".to_owned(),
            events: Vec::new(),
        }],
        actions: vec![Deed {
            href: "/persone/x/dati".to_owned(),
            label: text.to_owned(),
            key: "d",
            is_first: true,
        }],
        done: None,
        before: None,
        today: today(),
        card: one,
    }
}

#[test]
fn a_long_story_is_told_in_pages() {
    let shell = Shell::new(crate::pages::tests::support::SOURCES).unwrap();
    let page = Page::of(&shell, Lang::It, "/persone/x");
    let event = |number: u64| crate::desk::file::Event {
        day: day("2025-01-01") + chrono::Days::new(number / 2),
        at: MOMENT,
        what: number.to_string(),
        detail: None,
        href: None,
    };
    let events: Vec<_> = (0..200).map(event).collect();
    let (mut before, mut told) = (None, Vec::new());
    loop {
        let (days, older) = story(&page, events.clone(), before);
        assert!(days.len() <= 60, "{}", days.len());
        told.extend(days.into_iter().flat_map(|day| day.events).map(|event| event.what));
        before = older;
        if before.is_none() {
            break;
        }
    }
    assert_eq!(told.len(), 200);
    assert_eq!((told[0].as_str(), told[199].as_str()), ("198", "1"));
    let (card, households) = (card("Diop", 1, Some("1990-05-03")), vec![household(Relation::Head, 7)]);
    let own = Own {
        card: &card,
        details: &details("x"),
        rectified: &rectified("perché"),
        households: &households,
        attached: &attached("x"),
    };
    let told: Vec<String> = own.events(&page).into_iter().map(|event| event.what).collect();
    assert!(told.iter().all(|what| !what.contains('⟦')), "{told:?}");
    assert!(!told.contains(&page.t("people-event-registered")), "the first form was rectified: {told:?}");
}
