//! Small parts: status, notice, tags, breadcrumb, what waits, empty states, pages of a list.

use askama::Template;

use crate::waits::Waiting;
use crate::{Page, format};

/// The shape that goes with the word of a status.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Shape {
    /// A full circle: done, accepted, sealed.
    Done,
    /// A half circle: sent, on its way.
    Half,
    /// An empty circle: open, being looked at.
    Open,
    /// A diamond: somebody has to do something.
    Attention,
    /// A cross: data or rights are lost. The only red one.
    Loss,
    /// A dash: does not apply.
    None,
}

/// A status: a shape and a word, never a colour alone.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/status.html")]
pub struct Status {
    shape: Shape,
    word: String,
}

impl Status {
    /// The shape and the word.
    pub fn new(shape: Shape, word: impl Into<String>) -> Self {
        Self { shape, word: word.into() }
    }
}

/// How a notice is meant.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// Good to know.
    Info,
    /// Done as asked.
    Success,
    /// Look here before going on.
    Warning,
    /// Loss of data or of rights: nothing else is red.
    Loss,
}

impl Tone {
    fn class(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Loss => "danger",
        }
    }
}

/// A frame that says something about the page or about what has just happened.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/notice.html")]
pub struct Notice {
    tone: Tone,
    title: String,
    text: String,
    link: Option<(String, String)>,
}

impl Notice {
    /// A notice with a title and, if not empty, a text.
    pub fn new(tone: Tone, title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { tone, title: title.into(), text: text.into(), link: None }
    }

    /// The notice with a link: where, and its words.
    #[must_use]
    pub fn link(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.link = Some((href.into(), text.into()));
        self
    }
}

/// A row of tags, such as the areas in which a city is active.
#[derive(Template, Clone, Debug)]
#[template(
    ext = "html",
    source = r#"<ul class="l-tags">{% for tag in words %}<li class="l-tag">{{ tag }}</li>{% endfor %}</ul>"#
)]
pub struct Tags {
    words: Vec<String>,
}

impl Tags {
    /// The tags in order.
    pub fn new(words: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self { words: words.into_iter().map(Into::into).collect() }
    }
}

/// The way back: the pages above this one.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/breadcrumb.html")]
pub struct Breadcrumb {
    label: String,
    above: Vec<(String, String)>,
    here: String,
}

impl Breadcrumb {
    /// The pages above (address and name) and the name of this one.
    pub fn new(page: &Page, above: Vec<(String, String)>, here: impl Into<String>) -> Self {
        Self { label: page.t("ui-breadcrumb"), above, here: here.into() }
    }
}

/// The list of what waits, oldest first, or one line that says nothing does.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/todo.html")]
pub struct Todo {
    items: Vec<TodoItem>,
    nothing: String,
}

#[derive(Clone, Debug)]
struct TodoItem {
    what: String,
    since: String,
    href: String,
    action: String,
}

impl Todo {
    /// What waits, oldest first.
    pub fn new(page: &Page, waiting: &[Waiting]) -> Self {
        let items = waiting
            .iter()
            .map(|item| TodoItem {
                what: page.say(&item.what),
                since: page.t_with("ui-since", &[("day", &format::date(page.lang, item.since.day()))]),
                href: item.href.clone(),
                action: page.t(item.action),
            })
            .collect();
        Self { items, nothing: page.t("ui-nothing-waits") }
    }
}

/// A place that is still empty: what will be here, why it is empty, the one action that fills it.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/empty.html")]
pub struct Empty {
    title: String,
    text: String,
    action: Option<(String, String)>,
}

impl Empty {
    /// What will be here, and why it is empty.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self { title: title.into(), text: text.into(), action: None }
    }

    /// The one action that fills it: where, and its words.
    #[must_use]
    pub fn action(mut self, href: impl Into<String>, text: impl Into<String>) -> Self {
        self.action = Some((href.into(), text.into()));
        self
    }
}

/// The way through a long list: what is shown, and the pages before and after by key, not by number.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/pager.html")]
pub struct Pager {
    label: String,
    shown: String,
    first: Option<String>,
    next: Option<String>,
    words: [String; 2],
}

impl Pager {
    /// What is shown ("righe 1–50 di 1.204"), the address of the first page when this is not it, and that
    /// of the next.
    pub fn new(page: &Page, shown: impl Into<String>, first: Option<String>, next: Option<String>) -> Self {
        let words = [page.t("ui-pager-first"), page.t("ui-pager-next")];
        Self { label: page.t("ui-pager"), shown: shown.into(), first, next, words }
    }
}
