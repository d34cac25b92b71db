//! Tables of figures.

use askama::Template;
use askama::filters::HtmlSafe;

use super::Markup;
use crate::Page;

/// The head of a column.
#[derive(Clone, Debug)]
pub struct Column {
    head: String,
    is_number: bool,
}

impl Column {
    /// A column of words, to the left.
    pub fn text(head: impl Into<String>) -> Self {
        Self { head: head.into(), is_number: false }
    }

    /// A column of numbers, to the right.
    pub fn number(head: impl Into<String>) -> Self {
        Self { head: head.into(), is_number: true }
    }
}

/// One cell; its alignment comes from the column.
#[derive(Clone, Debug)]
pub struct Cell {
    content: Content,
    is_marked: bool,
}

#[derive(Clone, Debug)]
enum Content {
    Text(String),
    Link { href: String, text: String },
    Part(Markup),
}

impl Cell {
    /// Text, escaped.
    pub fn text(text: impl Into<String>) -> Self {
        Self { content: Content::Text(text.into()), is_marked: false }
    }

    /// A link.
    pub fn link(href: impl Into<String>, text: impl Into<String>) -> Self {
        Self { content: Content::Link { href: href.into(), text: text.into() }, is_marked: false }
    }

    /// A part: a status, tags, a sparkline as [`Markup`].
    pub fn part(part: impl HtmlSafe) -> Self {
        Self { content: Content::Part(Markup(part.to_string())), is_marked: false }
    }

    /// The cell marked as the one to look at.
    #[must_use]
    pub fn marked(mut self) -> Self {
        self.is_marked = true;
        self
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::text(text)
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::text(text)
    }
}

/// A table with caption and heads. On a narrow screen it scrolls in a frame of its own, with a hint, or
/// turns into cards; the first cell of a row is the row's head.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/table.html")]
pub struct Table {
    id: String,
    caption: String,
    is_caption_hidden: bool,
    is_cards: bool,
    hint: String,
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    foot: Option<Vec<Cell>>,
}

impl Table {
    /// An empty table; `id` is unique in the page.
    pub fn new(page: &Page, id: impl Into<String>, caption: impl Into<String>, columns: Vec<Column>) -> Self {
        Self {
            id: id.into(),
            caption: caption.into(),
            is_caption_hidden: false,
            is_cards: false,
            hint: page.t("ui-table-hint"),
            columns,
            rows: Vec::new(),
            foot: None,
        }
    }

    /// The table with one more row: as many cells as columns.
    #[must_use]
    pub fn row(mut self, cells: Vec<Cell>) -> Self {
        self.rows.push(cells);
        self
    }

    /// The table with more rows.
    #[must_use]
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The table with a row of totals.
    #[must_use]
    pub fn foot(mut self, cells: Vec<Cell>) -> Self {
        self.foot = Some(cells);
        self
    }

    /// The table as cards on a narrow screen: for tables that are read row by row.
    #[must_use]
    pub fn cards(mut self) -> Self {
        self.is_cards = true;
        self
    }

    /// The table with its caption for screen readers only, where a heading above says the same.
    #[must_use]
    pub fn hide_caption(mut self) -> Self {
        self.is_caption_hidden = true;
        self
    }

    fn is_number(&self, place: &usize) -> bool {
        self.columns.get(*place).is_some_and(|column| column.is_number)
    }

    fn head(&self, place: &usize) -> &str {
        self.columns.get(*place).map_or("", |column| &column.head)
    }
}
