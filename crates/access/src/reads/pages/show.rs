//! The log: unusual reading first, then who read whom.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ui::parts::{Empty, Field, Notice, Pager, Table, Tone};
use ui::{Page, Problem, Section};
use uuid::Uuid;

use super::filters::{Filters, Typed, behind};
use super::flagged::{FlagCard, Refused, rules};
use super::table::{Told, table};
use super::{Reads, words};
use crate::reads::book::{self, Mark};
use crate::reads::flags::{self, Flag};
use crate::reads::line::{Line, ReadId};
use crate::{Action, Who};

/// Lines on a page.
const ON_A_PAGE: usize = 50;
/// Flags on the page; those that wait come first.
const FLAGS: u32 = 30;

#[derive(Template)]
#[template(path = "reads/log.html")]
pub(super) struct LogPage {
    page: Page,
    lead: String,
    waiting: Vec<FlagCard>,
    looked: Vec<FlagCard>,
    rules: Vec<String>,
    about_person: Option<String>,
    filters: Vec<Field>,
    lines: Option<Table>,
    nothing: Empty,
    pager: Pager,
    csv: String,
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct View {
    pub(super) lines: Vec<Line>,
    pub(super) flags: Vec<Flag>,
    pub(super) names: BTreeMap<Uuid, String>,
    pub(super) searched: BTreeMap<ReadId, String>,
    pub(super) notes: Vec<Option<String>>,
    pub(super) refused: Option<Refused>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(reads): State<Reads>,
    Query(typed): Query<Typed>,
) -> Result<Response, Problem> {
    let page = match typed.fatto.as_str() {
        "guardata" => {
            let text = page.t("reads-looked-done-text");
            let notice = Notice::new(Tone::Success, page.t("reads-looked-done"), text);
            page.notice(notice)
        }
        _ => page,
    };
    let filters = Filters::of(typed, &who, &reads)?;
    let view = load(&reads, &who, &filters, None).await?;
    let status = if filters.are_wrong() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, ui::render(&LogPage::new(page, &who, &reads, &filters, view))).into_response())
}

/// The same page with an error beside the note: nothing was kept.
pub(super) async fn refuse(
    page: Page,
    who: &Who,
    reads: &Reads,
    refused: Refused,
) -> Result<Response, Problem> {
    let filters = Filters::of(Typed::default(), who, reads)?;
    let view = load(reads, who, &filters, Some(refused)).await?;
    let page = LogPage::new(page, who, reads, &filters, view);
    Ok((StatusCode::UNPROCESSABLE_ENTITY, ui::render(&page)).into_response())
}

async fn load(
    reads: &Reads,
    who: &Who,
    filters: &Filters,
    refused: Option<Refused>,
) -> Result<View, Problem> {
    // What happened a minute ago counts too.
    if let Some(city) = who.city {
        reads.watch.look(city, reads.log.clock.now().day()).await?;
    }
    let mut reader = reads.log.store.reader().await?;
    // One more than is shown tells whether the list goes on.
    let at_most = u32::try_from(ON_A_PAGE + 1).unwrap_or(u32::MAX);
    let lines = match filters.are_wrong() {
        true => Vec::new(),
        false => book::lines(&mut reader, &filters.asked, filters.behind, at_most).await?,
    };
    let flags = flags::flags(&mut reader, filters.asked.city, FLAGS).await?;
    drop(reader);
    let shown = &lines[..lines.len().min(ON_A_PAGE)];
    let persons: Vec<Uuid> =
        shown.iter().filter_map(|line| line.person).chain(filters.asked.person).collect();
    let names = match filters.asked.city {
        Some(city) => reads.names(who, city, &persons).await?,
        None => BTreeMap::new(),
    };
    let searched = shown.iter().map(|line| searched(reads, who, line)).collect::<Result<Vec<_>, _>>()?;
    let notes = flags.iter().map(|flag| note(reads, who, flag)).collect::<Result<Vec<_>, _>>()?;
    Ok(View { names, searched: searched.into_iter().flatten().collect(), notes, flags, lines, refused })
}

/// What was searched, for who may search there.
pub(super) fn searched(reads: &Reads, who: &Who, line: &Line) -> Result<Option<(ReadId, String)>, Problem> {
    if !who.may_in(Action::SearchPeople, line.city) {
        return Ok(None);
    }
    Ok(reads.log.searched(line)?.map(|text| (line.id, text)))
}

/// What a lead found out may hold a name: it is for who may read files there.
fn note(reads: &Reads, who: &Who, flag: &Flag) -> Result<Option<String>, Problem> {
    if !who.may_in(Action::ReadPerson, flag.city) {
        return Ok(None);
    }
    Ok(reads.log.note(flag)?)
}

impl LogPage {
    pub(super) fn new(page: Page, who: &Who, reads: &Reads, filters: &Filters, view: View) -> Self {
        let title = page.t("reads-title");
        let page = page.titled(Section::Reads, title);
        let View { lines, flags, names, searched, notes, refused } = view;
        let mut cards = (Vec::new(), Vec::new());
        for (flag, note) in flags.iter().zip(notes) {
            let card = FlagCard::new(&page, who, reads, flag, refused.as_ref(), note);
            if flag.waits { &mut cards.0 } else { &mut cards.1 }.push(card);
        }
        let about = filters.asked.person.map(|person| words::person(&page, &names, person));
        let shown = &lines[..lines.len().min(ON_A_PAGE)];
        let told = Told { who, reads, names, searched };
        let query = filters.query();
        let at = |more: &str| match (query.is_empty(), more.is_empty()) {
            (_, true) => format!("/letture?{query}"),
            (true, false) => format!("/letture?{more}"),
            (false, false) => format!("/letture?{query}&{more}"),
        };
        let next = (lines.len() > shown.len()).then(|| shown.last()).flatten();
        let next = next.map(|line| at(&behind(Mark::behind(line))));
        Self {
            lead: match cards.0.len() {
                0 => page.t("reads-lead-none"),
                waiting => page.tn("reads-lead", waiting),
            },
            waiting: cards.0,
            looked: cards.1,
            rules: rules(&page),
            about_person: about.map(|name| page.t_with("reads-about-person", &[("name", &name)])),
            filters: filters.fields(&page, who, reads),
            lines: (!shown.is_empty()).then(|| table(&page, &told, shown)),
            nothing: Empty::new(page.t("reads-nothing"), page.t("reads-nothing-text")),
            pager: Pager::new(
                &page,
                page.tn("reads-shown", shown.len()),
                (!filters.is_first()).then(|| at("")),
                next,
            ),
            csv: format!("/letture/elenco.csv?{query}"),
            page,
        }
    }
}
