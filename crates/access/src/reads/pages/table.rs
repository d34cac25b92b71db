//! The lines of the log as a table.

use std::collections::BTreeMap;

use askama::Template;
use ui::Page;
use ui::parts::{Cell, Column, Table};
use uuid::Uuid;

use super::{Reads, words};
use crate::reads::line::{Line, ReadId};
use crate::{Action, Who};

/// Who reads the table, and what they may see in it.
pub(super) struct Told<'a> {
    pub(super) who: &'a Who,
    pub(super) reads: &'a Reads,
    /// Names of people, for who may have them.
    pub(super) names: BTreeMap<Uuid, String>,
    /// What was searched, for who may search.
    pub(super) searched: BTreeMap<ReadId, String>,
}

pub(super) fn table(page: &Page, told: &Told<'_>, lines: &[Line]) -> Table {
    let has_cities = told.who.city.is_none();
    let mut columns =
        vec![Column::text(page.t("reads-column-when")), Column::text(page.t("reads-column-who"))];
    if has_cities {
        columns.push(Column::text(page.t("reads-city")));
    }
    columns.extend([
        Column::text(page.t("reads-column-how")),
        Column::text(page.t("reads-column-what")),
        Column::text(page.t("reads-column-whom")),
    ]);
    let rows = lines.iter().map(|line| {
        let mut cells = vec![
            Cell::link(format!("/letture/{}", line.id), page.moment(&line.at)),
            Cell::part(WhoCell {
                href: format!("/letture?chi={}", crate::gate::encoded(&line.login)),
                login: &line.login,
                role: words::role(page, &line.role),
            }),
        ];
        if has_cities {
            cells.push(Cell::text(words::city(&told.reads.cities, line.city)));
        }
        cells.extend([
            Cell::text(words::act(page, line.act)),
            Cell::text(words::told(page, line, told.searched.get(&line.id).map(String::as_str))),
            whom(page, told, line),
        ]);
        cells
    });
    Table::new(page, "lines", page.t("reads-lines"), columns).hide_caption().cards().rows(rows)
}

fn whom(page: &Page, told: &Told<'_>, line: &Line) -> Cell {
    match line.person {
        Some(person) => Cell::part(WhomCell::new(page, told, line, person)),
        None if line.persons == 0 => Cell::text(page.t("reads-nobody")),
        None => Cell::link(format!("/letture/{}", line.id), page.tn("reads-people", line.persons)),
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span><a href="{{ href }}">{{ login }}</a><br><span class="l-small">{{ role }}</span></span>"#
)]
struct WhoCell<'a> {
    href: String,
    login: &'a str,
    role: String,
}

impl askama::filters::HtmlSafe for WhoCell<'_> {}

/// A person: the file for who may open it, and who else read it.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<span>{% if let Some(file) = file %}<a href="{{ file }}">{{ name }}</a>{% else %}{{ name }}{% endif %}<br><a class="l-small" href="{{ reads }}" aria-label="{{ others }}: {{ name }}">{{ others }}</a></span>"#
)]
pub(super) struct WhomCell {
    file: Option<String>,
    name: String,
    reads: String,
    others: String,
}

impl askama::filters::HtmlSafe for WhomCell {}

impl WhomCell {
    pub(super) fn new(page: &Page, told: &Told<'_>, line: &Line, person: Uuid) -> Self {
        let may_open = told.who.may_in(Action::ReadPerson, line.city);
        Self {
            file: may_open.then(|| format!("/persone/{person}")),
            name: words::person(page, &told.names, person),
            reads: format!("/letture?persona={person}"),
            others: page.t("reads-of-file"),
        }
    }
}
