//! Form fields: label above, hint under it, error beside the field it speaks of.

use askama::Template;

/// One entry of a list.
#[derive(Clone, Debug)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub text: String,
}

impl Choice {
    /// An entry.
    pub fn new(value: impl Into<String>, text: impl Into<String>) -> Self {
        Self { value: value.into(), text: text.into() }
    }
}

#[derive(Clone, Debug)]
enum Kind {
    Input(&'static str),
    Area,
    List(Vec<Choice>),
    Check,
    Hidden,
}

/// A field of a form. What was typed stays when an error comes back.
#[derive(Template, Clone, Debug)]
#[template(path = "parts/field.html")]
pub struct Field {
    kind: Kind,
    name: String,
    id: String,
    label: String,
    value: String,
    hint: String,
    error: String,
    accept: String,
    autocomplete: &'static str,
    suggestions: Vec<String>,
    is_required: bool,
    is_search: bool,
}

impl Field {
    fn new(kind: Kind, name: impl Into<String>, label: impl Into<String>) -> Self {
        let name = name.into();
        let id = format!("field-{name}");
        let empty = String::new;
        Self {
            kind,
            name,
            id,
            label: label.into(),
            value: empty(),
            hint: empty(),
            error: empty(),
            accept: empty(),
            autocomplete: "",
            suggestions: Vec::new(),
            is_required: false,
            is_search: false,
        }
    }

    /// A line of text.
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Kind::Input("text"), name, label)
    }

    /// Several lines of text.
    pub fn area(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Kind::Area, name, label)
    }

    /// A day; its value is written `2025-05-15`.
    pub fn date(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Kind::Input("date"), name, label)
    }

    /// A number.
    pub fn number(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Kind::Input("number"), name, label)
    }

    /// A password; what was typed never comes back. `autocomplete` as in HTML: `current-password` or `new-password`.
    pub fn password(name: impl Into<String>, label: impl Into<String>, autocomplete: &'static str) -> Self {
        let mut field = Self::new(Kind::Input("password"), name, label);
        field.autocomplete = autocomplete;
        field
    }

    /// A value that the page carries along: nobody sees it.
    pub fn hidden(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::new(Kind::Hidden, name, "").value(value)
    }

    /// The search field of the page: the key `/` leads to it.
    pub fn search(name: impl Into<String>, label: impl Into<String>) -> Self {
        let mut field = Self::new(Kind::Input("search"), name, label);
        field.is_search = true;
        field
    }

    /// A file; `accept` as in HTML (`.xlsx,.csv`). Inside `<div data-drop class="l-drop">` it takes drops.
    pub fn file(name: impl Into<String>, label: impl Into<String>, accept: impl Into<String>) -> Self {
        let mut field = Self::new(Kind::Input("file"), name, label);
        field.accept = accept.into();
        field
    }

    /// A list to choose from.
    pub fn list(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(Kind::List(choices), name, label)
    }

    /// A box to tick; it sends `on`. Ticked when its value is not empty.
    pub fn check(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(Kind::Check, name, label)
    }

    /// The field with what was typed or chosen.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// The field with what a browser may fill in, as in HTML: `username`, `one-time-code`, `off`.
    #[must_use]
    pub fn autocomplete(mut self, what: &'static str) -> Self {
        self.autocomplete = what;
        self
    }

    /// The line of text with a list to choose from while typing; what is not in the list can be typed too.
    #[must_use]
    pub fn suggestions(mut self, suggestions: impl IntoIterator<Item = String>) -> Self {
        self.suggestions = suggestions.into_iter().collect();
        self
    }

    /// The field with an identifier of its own, where a page has several of one name.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = id.into();
        self
    }

    /// The field with a hint: what to write, by example.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// The field with what is wrong and how to mend it; nothing for an empty text.
    #[must_use]
    pub fn error(mut self, error: impl Into<String>) -> Self {
        self.error = error.into();
        self
    }

    /// The field that must be filled.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let error = (!self.error.is_empty()).then(|| format!("{}-error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }
}
