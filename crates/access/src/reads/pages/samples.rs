//! Samples of the pages: empty, typical, very long, other scripts.

use std::collections::BTreeMap;

use askama::Template;
use kernel::Timestamp;
use store::Told;
use ui::{Lang, Page, Shell};
use uuid::Uuid;

use super::filters::{Filters, Typed};
use super::flagged::Refused;
use super::journal::{self, JournalPage};
use super::one::LinePage;
use super::show::{LogPage, View};
use super::{Reads, one};
use crate::reads::flags::{Flag, FlagId};
use crate::reads::line::{Act, Line, ReadId, What};
use crate::reads::unusual::{Finding, Rule};
use crate::{AccountId, Role, Who, testing};

const MOMENT: Timestamp = Timestamp::from_micros(1_760_425_920_000_000);
const TEXTS: [&str; 3] = [
    "anna.rossi",
    "donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn line(text: &str, number: u128, persons: u32) -> Line {
    Line {
        id: ReadId(Uuid::from_u128(number)),
        city: testing::city("A662"),
        at: MOMENT,
        login: text.to_owned(),
        role: if number.is_multiple_of(2) { "operator" } else { "podestà" }.to_owned(),
        act: Act::ALL[number as usize % Act::ALL.len()],
        what: What::ALL[number as usize % What::ALL.len()],
        persons,
        person: (persons == 1).then_some(Uuid::from_u128(9)),
        detail: None,
    }
}

fn flag(text: &str, account: AccountId, rule: Rule, usual: u32, looked: bool) -> Flag {
    Flag {
        id: FlagId(Uuid::from_u128(rule as u128 + u128::from(usual) + if looked { 100 } else { 0 })),
        city: testing::city("A662"),
        day: MOMENT.day(),
        account,
        login: text.to_owned(),
        finding: Finding { rule, seen: 1, usual },
        at: MOMENT,
        waits: !looked,
        looked: looked.then(|| (MOMENT, text.to_owned())),
        note: None,
    }
}

/// Every page with every sample: its name and its HTML.
pub(super) fn pages(shell: &Shell, lang: Lang, reads: &Reads) -> Vec<(String, String)> {
    let page = || Page::of(shell, lang, "/letture?x=1");
    let readers = [testing::lead("A662"), testing::who(Role::Auditor, None)];
    let mut pages = Vec::new();
    for who in &readers {
        pages.extend(of_journal(&page, who, reads));
        let filters = Filters::of(Typed::default(), who, reads).unwrap();
        let html = LogPage::new(page(), who, reads, &filters, View::default()).render().unwrap();
        pages.push((format!("log, empty, {}", who.login), html));
        for text in TEXTS {
            pages.extend(of_text(&page, who, reads, text));
        }
    }
    pages
}

fn of_journal(page: &dyn Fn() -> Page, who: &Who, reads: &Reads) -> Vec<(String, String)> {
    let typed = journal::Typed { chi: TEXTS[2].to_owned(), dopo: Some(9), ..journal::Typed::default() };
    let told = |number: usize| Told {
        mark: 9,
        at: MOMENT,
        actor: TEXTS[number % 3].to_owned(),
        action: [journal::DEEDS[number % journal::DEEDS.len()], "deed of tomorrow"][number % 2].to_owned(),
        entity: [format!("person/{}", Uuid::from_u128(77)), "vault".to_owned(), TEXTS[1].to_owned()]
            [number % 3]
            .clone(),
        city: number.is_multiple_of(2).then(|| testing::city("A662")),
    };
    let entries: Vec<Told> = (0..130).map(told).collect();
    let pages = [("empty", &entries[..0]), ("full", &entries[..])];
    let render = |entries| JournalPage::new(page(), who, reads, &typed, entries).render().unwrap();
    pages.map(|(name, entries)| (format!("journal, {name}, {}", who.login), render(entries))).into()
}

fn of_text(page: &dyn Fn() -> Page, who: &Who, reads: &Reads, text: &str) -> Vec<(String, String)> {
    let names = BTreeMap::from([(Uuid::from_u128(9), text.to_owned())]);
    let other = AccountId(Uuid::from_u128(77));
    let mut flags: Vec<Flag> = Rule::ALL.into_iter().map(|rule| flag(text, other, rule, 0, false)).collect();
    flags.push(flag(text, other, Rule::Many, 12, false));
    flags.push(flag(text, who.account, Rule::Exports, 30, false));
    flags.push(flag(text, other, Rule::Colleague, 0, true));
    let notes = flags.iter().map(|flag| flag.looked.is_some().then(|| text.to_owned())).collect();
    let refused = Refused { id: flags[0].id, typed: text.to_owned(), error: text.to_owned() };
    let lines: Vec<Line> =
        (0..51_u128).map(|number| line(text, number, [1, 0, 25][number as usize % 3])).collect();
    let searched = BTreeMap::from([(lines[1].id, text.to_owned())]);
    let view = View { lines, flags, names: names.clone(), searched, notes, refused: Some(refused) };
    let typed = Typed::sample(text, Uuid::from_u128(9));
    let filters = Filters::of(typed, who, reads).unwrap();
    let persons = (1..=51).map(Uuid::from_u128).collect();
    let of_line = one::View {
        line: line(text, 4, 51),
        persons,
        names,
        searched: Some(text.to_owned()),
        is_first: false,
    };
    vec![
        (
            format!("log, {text}, {}", who.login),
            LogPage::new(page(), who, reads, &filters, view).render().unwrap(),
        ),
        (
            format!("line, {text}, {}", who.login),
            LinePage::new(page(), who, reads, of_line).render().unwrap(),
        ),
    ]
}
