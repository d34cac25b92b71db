//! One table, three ways out: in the page, as CSV, as a workbook. What is downloaded is what was shown.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::tables::{self, TableSheet, Value};
use kernel::Day;
use ui::parts::{Cell, Column, Markup, Table};
use ui::{Page, Problem};

/// One cell.
#[derive(Clone, Debug)]
pub enum Item {
    /// Words.
    Text(String),
    /// Words that lead somewhere.
    Link(String, String),
    /// A count.
    Count(u64),
    /// A number with decimals.
    Decimal(f64, usize),
    /// A share from 0 to 1.
    Share(f64),
    /// A day, without its year in the page.
    Day(Day),
    /// A part of the page, and the words that stand for it in a file.
    Part(Markup, String),
    /// Does not apply.
    Nothing,
}

impl Item {
    fn cell(&self, page: &Page) -> Cell {
        match self {
            Self::Text(text) => Cell::text(text.as_str()),
            Self::Link(href, text) => Cell::link(href.as_str(), text.as_str()),
            Self::Count(count) => Cell::text(page.number(*count)),
            Self::Decimal(value, places) => Cell::text(page.decimal(value, *places)),
            Self::Share(share) => Cell::text(page.percent(share)),
            Self::Day(day) => Cell::text(page.period(&kernel::Period { from: *day, to: *day })),
            Self::Part(part, _) => Cell::part(part.clone()),
            Self::Nothing => Cell::text("–"),
        }
    }

    fn value(&self) -> Value {
        match self {
            Self::Text(text) | Self::Link(_, text) | Self::Part(_, text) => Value::from(text.as_str()),
            Self::Count(count) => Value::Integer(i64::try_from(*count).unwrap_or(i64::MAX)),
            Self::Decimal(value, places) => Value::Number(rounded(*value, *places)),
            Self::Share(share) => Value::Number(rounded(*share, 3)),
            Self::Day(day) => Value::Day(*day),
            Self::Nothing => Value::Empty,
        }
    }
}

/// A file says what the page said, to the same decimal.
fn rounded(value: f64, places: usize) -> f64 {
    let scale = 10_f64.powi(i32::try_from(places).unwrap_or(0));
    (value * scale).round() / scale
}

/// A table with its title and the lines that make it readable alone.
#[derive(Clone, Debug)]
pub struct Grid {
    /// Unique in the page, and the name of the file.
    pub id: String,
    /// What it shows.
    pub title: String,
    /// Unit, basis, period, cut-off, status, source.
    pub lines: Vec<String>,
    /// Heads; whether numbers stand under them.
    pub columns: Vec<(String, bool)>,
    /// The rows.
    pub rows: Vec<Vec<Item>>,
    /// The row of totals.
    pub foot: Option<Vec<Item>>,
}

impl Grid {
    /// The table in the page.
    pub fn table(&self, page: &Page) -> Table {
        let columns = self.columns.iter().map(|(head, is_number)| {
            if *is_number { Column::number(head.as_str()) } else { Column::text(head.as_str()) }
        });
        let cells = |row: &Vec<Item>| row.iter().map(|item| item.cell(page)).collect::<Vec<_>>();
        let table = Table::new(page, self.id.as_str(), self.title.as_str(), columns.collect());
        let table = table.rows(self.rows.iter().map(cells));
        match &self.foot {
            Some(foot) => table.foot(cells(foot)),
            None => table,
        }
    }

    fn sheet(&self) -> TableSheet {
        let values = |row: &Vec<Item>| row.iter().map(Item::value).collect::<Vec<_>>();
        TableSheet {
            name: self.id.clone(),
            title_lines: std::iter::once(self.title.clone()).chain(self.lines.iter().cloned()).collect(),
            columns: self.columns.iter().map(|(head, _)| head.clone()).collect(),
            rows: self.rows.iter().chain(&self.foot).map(values).collect(),
        }
    }

    /// The table as a file; nothing for an ending that is not `csv` or `xlsx`.
    ///
    /// # Errors
    /// When the file cannot be made.
    pub fn download(&self, ending: &str) -> Result<Response, Problem> {
        let (kind, bytes) = match ending {
            "csv" => ("text/csv; charset=utf-8", tables::csv(&self.sheet())?),
            "xlsx" => (
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                tables::xlsx(&[self.sheet()])?,
            ),
            _ => return Err(Problem::not_found()),
        };
        Ok(attached(kind, &format!("lgnet-{}.{ending}", self.id), bytes))
    }
}

/// A drawing as a file of its own.
pub fn drawing(name: &str, svg: String) -> Response {
    let svg = match svg.contains("xmlns=") {
        true => svg,
        false => svg.replacen("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 1),
    };
    attached("image/svg+xml", &format!("lgnet-{name}.svg"), svg.into_bytes())
}

fn attached(kind: &'static str, name: &str, bytes: Vec<u8>) -> Response {
    let disposition = format!("attachment; filename=\"{name}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, disposition)], bytes)
        .into_response()
}
