//! Fields that several forms have.

use std::collections::BTreeMap;

use network::vocabulary::Vocabulary;
use ui::Page;
use ui::parts::{Choice, Field};

use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{ActionArea, LanguageLevel};

/// A form being filled: what was typed, and what is wrong with it.
pub(super) struct Filling<'a> {
    pub page: &'a Page,
    pub sent: &'a Sent,
    pub faults: &'a Faults,
}

impl Filling<'_> {
    fn filled(&self, name: &str, field: Field) -> Field {
        field.value(self.sent.get(name)).error(self.faults.of(name))
    }

    pub fn token(&self) -> Field {
        Field::hidden("modulo", self.sent.get("modulo"))
    }

    pub fn day(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::date(name, self.page.t(label)))
    }

    pub fn number(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::number(name, self.page.t(label)))
    }

    pub fn text(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::text(name, self.page.t(label)))
    }

    pub fn area(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::area(name, self.page.t(label)))
    }

    pub fn list(&self, name: &str, label: &str, choices: Vec<Choice>) -> Field {
        self.filled(name, Field::list(name, self.page.t(label), choices))
    }

    pub fn check(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::check(name, self.page.t(label)))
    }

    /// The line of action.
    pub fn action_area(&self) -> Field {
        let choice = |area: ActionArea| Choice::new(area.code(), action_area(self.page, area));
        self.list("area", "pathways-area", ActionArea::ALL.map(choice).to_vec())
    }

    /// The point, or none.
    pub fn point(&self, points: &BTreeMap<String, String>) -> Field {
        let none = Choice::new("", self.page.t("pathways-point-none"));
        let points = points.iter().map(|(code, name)| Choice::new(code.as_str(), name.as_str()));
        self.list("punto", "pathways-point", std::iter::once(none).chain(points).collect())
    }

    /// A level of Italian, or none.
    pub fn language(&self, name: &str, label: &str) -> Field {
        let none = Choice::new("", self.page.t("pathways-not-asked"));
        let levels = LanguageLevel::ALL.map(|level| {
            let code = level.code();
            Choice::new(code, format!("{code} · {}", self.page.t(&format!("pathways-cefr-{code}"))))
        });
        self.list(name, label, std::iter::once(none).chain(levels).collect())
            .hint(self.page.t("pathways-language-hint"))
    }

    /// How a pathway ends.
    pub fn outcome(&self, vocabulary: &Vocabulary) -> Field {
        let lang = self.page.lang;
        let none = Choice::new("", self.page.t("pathways-choose"));
        let closing = vocabulary.outcomes().iter().filter(|outcome| outcome.closes());
        let closing = closing.map(|outcome| {
            let code = outcome.code.as_str();
            Choice::new(code, words::outcome(vocabulary, lang, code))
        });
        self.list("esito", "pathways-outcome", std::iter::once(none).chain(closing).collect())
    }
}

/// A line of action in words.
pub(super) fn action_area(page: &Page, area: ActionArea) -> String {
    page.t(&format!("pathways-area-{}", area.code()))
}
