//! The frame around a chart.

use askama::Template;

use super::{Markup, Table};
use crate::Page;

/// A file that holds what is shown.
#[derive(Clone, Debug)]
pub struct Download {
    /// `SVG`, `CSV`, `XLSX`.
    pub format: &'static str,
    /// Where it is made.
    pub href: String,
}

/// A chart: the finding as its title, the drawing, the same data as a table one press away (and always
/// in the page), and the downloads.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/chart.html")]
pub struct Chart {
    id: String,
    finding: String,
    svg: Markup,
    note: String,
    is_wide: bool,
    table: Table,
    downloads: Vec<Download>,
    as_table: String,
    download: String,
    scrolls: String,
}

impl Chart {
    /// `id` is unique in the page; `finding` is a sentence; the SVG carries its own title and description.
    pub fn new(
        page: &Page,
        id: impl Into<String>,
        finding: impl Into<String>,
        svg: impl Into<String>,
        table: Table,
    ) -> Self {
        Self {
            id: id.into(),
            finding: finding.into(),
            svg: Markup(svg.into()),
            note: String::new(),
            is_wide: false,
            table,
            downloads: Vec::new(),
            as_table: page.t("ui-chart-as-table"),
            download: page.t("ui-chart-download"),
            scrolls: page.t("ui-chart-scrolls"),
        }
    }

    /// The chart with a line under it: how to read it.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = note.into();
        self
    }

    /// The chart kept at a readable width on a narrow screen, where it scrolls in its own frame.
    #[must_use]
    pub fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// The chart with a download.
    #[must_use]
    pub fn download(mut self, format: &'static str, href: impl Into<String>) -> Self {
        self.downloads.push(Download { format, href: href.into() });
        self
    }
}
