//! A number that is never naked.

use askama::Template;

use super::Markup;

/// A key figure: value, what it counts, and the line that says unit, basis, period, cut-off, status.
/// Stands inside `<dl class="l-figures">`.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/figure.html")]
pub struct Figure {
    value: String,
    label: String,
    basis: String,
    spark: Option<Markup>,
    href: Option<String>,
    is_words: bool,
}

impl Figure {
    /// The value as written, what it counts, and the line of its basis.
    pub fn new(value: impl Into<String>, label: impl Into<String>, basis: impl Into<String>) -> Self {
        let value = value.into();
        let is_words = value.chars().any(char::is_alphabetic);
        Self { value, label: label.into(), basis: basis.into(), spark: None, href: None, is_words }
    }

    /// The figure with a sparkline (SVG, marked as decoration or with a title of its own).
    #[must_use]
    pub fn spark(mut self, svg: impl Into<String>) -> Self {
        self.spark = Some(Markup(svg.into()));
        self
    }

    /// The figure whose label leads to the page that explains it.
    #[must_use]
    pub fn href(mut self, href: impl Into<String>) -> Self {
        self.href = Some(href.into());
        self
    }
}
