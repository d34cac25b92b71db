//! The journal: who wrote what, and when. It names nobody: what was written of is a kind and a number.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::CityCode;
use serde::Deserialize;
use store::Told;
use ui::parts::{Breadcrumb, Cell, Choice, Column, Empty, Field, Pager, Table};
use ui::{Page, Problem, Section};

use super::{Reads, words};
use crate::{Action, Who};

/// Entries on a page.
const ON_A_PAGE: usize = 50;

/// Deeds that have words. A deed that a newer part of the program writes stands as the journal has it.
pub const DEEDS: &[&str] = &[
    "accept",
    "accept invitation",
    "add passkey",
    "adjust",
    "answer",
    "arrive",
    "assess",
    "attach",
    "beds",
    "begin change of keys",
    "change account",
    "change keys",
    "change password",
    "close",
    "correct",
    "decline",
    "detach",
    "discard",
    "encode",
    "end",
    "erase",
    "export",
    "follow",
    "forget",
    "furnish for demonstration",
    "import",
    "invite",
    "invite again",
    "join",
    "join_household",
    "leave",
    "leave_household",
    "look_at",
    "link",
    "make account",
    "mark as demonstration",
    "offer",
    "open",
    "park",
    "plan",
    "profile",
    "propose",
    "record",
    "rectify",
    "refer",
    "register_person",
    "remove passkey",
    "renew recovery codes",
    "reopen rejected rows",
    "request",
    "reset second factor",
    "restart account",
    "restrict",
    "result",
    "retain",
    "rewrap keys",
    "rotate",
    "separate",
    "set up second factor",
    "settle rejected rows",
    "settle_request",
    "stay",
    "stop account",
    "take back",
    "tell",
    "transfer",
    "undo",
    "unlock account",
    "unrestrict",
    "use recovery code",
    "withdraw",
];

/// Things that have words.
pub const THINGS: &[&str] = &[
    "account",
    "attachment",
    "contact",
    "detail",
    "gathering",
    "goal",
    "household",
    "installation",
    "need",
    "network",
    "network-key",
    "pair",
    "pathway",
    "person",
    "place",
    "profile",
    "question",
    "read_flag",
    "referral",
    "register",
    "result",
    "retention",
    "rights",
    "stay",
    "step",
    "upload",
    "vault",
    "visit",
];

#[derive(Template)]
#[template(path = "reads/journal.html")]
pub(super) struct JournalPage {
    page: Page,
    breadcrumb: Breadcrumb,
    filters: Vec<Field>,
    entries: Option<Table>,
    nothing: Empty,
    pager: Pager,
}

/// What is asked of the journal.
#[derive(Clone, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    pub(super) citta: String,
    #[serde(default)]
    pub(super) chi: String,
    pub(super) dopo: Option<i64>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(reads): State<Reads>,
    Query(typed): Query<Typed>,
) -> Result<Response, Problem> {
    let city = match (who.city, typed.citta.as_str()) {
        (Some(own), _) => Some(own),
        (None, "") => None,
        (None, code) => Some(known(code, &who, &reads)?),
    };
    let actor = Some(typed.chi.trim()).filter(|actor| !actor.is_empty());
    let mut reader = reads.log.store.reader().await?;
    // One more than is shown tells whether the list goes on.
    let at_most = u32::try_from(ON_A_PAGE + 1).unwrap_or(u32::MAX);
    let entries = reader.journal_behind(city, actor, typed.dopo.unwrap_or(i64::MAX), at_most).await?;
    Ok(ui::render(&JournalPage::new(page, &who, &reads, &typed, &entries)))
}

fn known(code: &str, who: &Who, reads: &Reads) -> Result<CityCode, Problem> {
    let code = code.parse().map_err(|_| Problem::not_found())?;
    let is_theirs = reads.cities.get(code).is_some() && who.may_in(Action::SeeJournal, code);
    if is_theirs { Ok(code) } else { Err(Problem::not_found()) }
}

impl JournalPage {
    pub(super) fn new(page: Page, who: &Who, reads: &Reads, typed: &Typed, entries: &[Told]) -> Self {
        let title = page.t("reads-journal-title");
        let page = page.titled(Section::Reads, title);
        let shown = &entries[..entries.len().min(ON_A_PAGE)];
        let kept = [("citta", &typed.citta), ("chi", &typed.chi)];
        let kept = kept.into_iter().filter(|(_, value)| !value.is_empty());
        let query: String =
            kept.map(|(name, value)| format!("{name}={}&", crate::gate::encoded(value))).collect();
        let next = (entries.len() > shown.len()).then(|| shown.last()).flatten();
        let next = next.map(|entry| format!("/scritture?{query}dopo={}", entry.mark));
        let first = typed.dopo.map(|_| format!("/scritture?{query}"));
        Self {
            breadcrumb: Breadcrumb::new(
                &page,
                vec![("/letture".to_owned(), page.t("ui-nav-reads"))],
                page.t("reads-journal"),
            ),
            filters: filters(&page, who, reads, typed),
            entries: (!shown.is_empty()).then(|| table(&page, who, reads, shown)),
            nothing: Empty::new(page.t("reads-journal-nothing"), page.t("reads-journal-nothing-text")),
            pager: Pager::new(&page, page.tn("reads-journal-shown", shown.len()), first, next),
            page,
        }
    }
}

fn filters(page: &Page, who: &Who, reads: &Reads, typed: &Typed) -> Vec<Field> {
    let mut fields = Vec::new();
    if who.city.is_none() {
        let cities = std::iter::once(Choice::new("", page.t("reads-any-city")))
            .chain(reads.cities.iter().map(|city| Choice::new(city.code.as_str(), &city.name)));
        fields.push(Field::list("citta", page.t("reads-city"), cities.collect()).value(&typed.citta));
    }
    let who = Field::text("chi", page.t("reads-journal-who")).hint(page.t("reads-who-hint"));
    fields.push(who.value(&typed.chi));
    fields
}

fn table(page: &Page, who: &Who, reads: &Reads, entries: &[Told]) -> Table {
    let has_cities = who.city.is_none();
    let mut columns =
        vec![Column::text(page.t("reads-column-when")), Column::text(page.t("reads-column-who"))];
    if has_cities {
        columns.push(Column::text(page.t("reads-city")));
    }
    columns.extend([
        Column::text(page.t("reads-journal-deed-head")),
        Column::text(page.t("reads-journal-thing-head")),
    ]);
    let rows = entries.iter().map(|entry| {
        let mut cells = vec![Cell::text(page.moment(&entry.at)), Cell::text(&entry.actor)];
        if has_cities {
            let city = entry.city.map(|code| words::city(&reads.cities, code));
            cells.push(Cell::text(city.unwrap_or_else(|| page.t("reads-journal-network"))));
        }
        cells.extend([Cell::text(deed(page, &entry.action)), Cell::text(thing(page, &entry.entity))]);
        cells
    });
    Table::new(page, "entries", page.t("reads-journal-title"), columns).hide_caption().cards().rows(rows)
}

/// The message of a deed of [`DEEDS`].
pub fn deed_key(deed: &str) -> String {
    format!("reads-deed-{}", deed.replace(' ', "-"))
}

/// The message of a thing of [`THINGS`].
pub fn thing_key(thing: &str) -> String {
    format!("reads-thing-{thing}")
}

fn deed(page: &Page, action: &str) -> String {
    match DEEDS.contains(&action) {
        true => page.t(&deed_key(action)),
        false => action.to_owned(),
    }
}

/// The kind of a thing and the last digits of its number.
fn thing(page: &Page, entity: &str) -> String {
    let (kind, number) = entity.split_once('/').unwrap_or((entity, ""));
    let kind = match THINGS.contains(&kind) {
        true => page.t(&thing_key(kind)),
        false => kind.to_owned(),
    };
    let last: Vec<char> = number.chars().filter(|letter| *letter != '-').collect();
    let last: String = last[last.len().saturating_sub(8)..].iter().collect();
    match last.as_str() {
        "" => kind,
        last => page.t_with("reads-thing-number", &[("kind", &kind), ("number", &last)]),
    }
}
