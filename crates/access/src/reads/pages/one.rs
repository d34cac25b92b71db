//! One line of the log: whom it is about.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Pager, Table};
use ui::{Page, Problem, Section};
use uuid::Uuid;

use super::table::{Told, WhomCell};
use super::{Reads, show, words};
use crate::reads::book;
use crate::reads::line::{Line, ReadId};
use crate::{Action, Resource, Who};

/// People on a page.
const ON_A_PAGE: usize = 50;

#[derive(Template)]
#[template(path = "reads/line.html")]
pub(super) struct LinePage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    about: String,
    people: Option<Table>,
    pager: Pager,
}

/// Where the list goes on.
#[derive(Deserialize)]
pub(super) struct After {
    dopo: Option<Uuid>,
}

/// What the page is made of.
pub(super) struct View {
    pub(super) line: Line,
    pub(super) persons: Vec<Uuid>,
    pub(super) names: BTreeMap<Uuid, String>,
    pub(super) searched: Option<String>,
    pub(super) is_first: bool,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(reads): State<Reads>,
    Path(id): Path<String>,
    Query(after): Query<After>,
) -> Result<Response, Problem> {
    let id: ReadId = id.parse().map_err(|_| Problem::not_found())?;
    let mut reader = reads.log.store.reader().await?;
    let line = book::one(&mut reader, id).await?.ok_or_else(Problem::not_found)?;
    who.require(Action::SeeReads, &Resource::city(line.city))?;
    let at_most = u32::try_from(ON_A_PAGE + 1).unwrap_or(u32::MAX);
    let persons = book::persons(&mut reader, id, after.dopo.unwrap_or(Uuid::nil()), at_most).await?;
    drop(reader);
    let names = reads.names(&who, line.city, &persons[..persons.len().min(ON_A_PAGE)]).await?;
    let searched = show::searched(&reads, &who, &line)?.map(|(_, text)| text);
    let view = View { line, persons, names, searched, is_first: after.dopo.is_none() };
    Ok(ui::render(&LinePage::new(page, &who, &reads, view)))
}

impl LinePage {
    pub(super) fn new(page: Page, who: &Who, reads: &Reads, view: View) -> Self {
        let View { line, persons, names, searched, is_first } = view;
        let title = page.t_with("reads-line-title", &[("moment", &page.moment(&line.at))]);
        let page = page.titled(Section::Reads, title.clone());
        let shown = &persons[..persons.len().min(ON_A_PAGE)];
        let here = format!("/letture/{}", line.id);
        let next = (persons.len() > shown.len()).then(|| shown.last()).flatten();
        let next = next.map(|person| format!("{here}?dopo={person}"));
        let act = words::act(&page, line.act);
        let told = words::told(&page, &line, searched.as_deref());
        let told_names = Told { who, reads, names, searched: BTreeMap::new() };
        let people =
            shown.iter().map(|person| vec![Cell::part(WhomCell::new(&page, &told_names, &line, *person))]);
        let table = Table::new(
            &page,
            "people",
            page.t("reads-line-people"),
            vec![Column::text(page.t("reads-column-whom"))],
        );
        Self {
            breadcrumb: Breadcrumb::new(&page, vec![("/letture".to_owned(), page.t("ui-nav-reads"))], title),
            lead: page.t_with(
                "reads-line-lead",
                &[
                    ("login", &line.login),
                    ("role", &words::role(&page, &line.role)),
                    ("act", &act),
                    ("what", &told),
                ],
            ),
            about: page.t_with(
                "reads-line-about",
                &[("city", &words::city(&reads.cities, line.city)), ("n", &line.persons)],
            ),
            people: (!shown.is_empty()).then(|| table.hide_caption().rows(people)),
            pager: Pager::new(
                &page,
                page.tn("reads-people", shown.len()),
                (!is_first).then(|| here.clone()),
                next,
            ),
            page,
        }
    }
}
