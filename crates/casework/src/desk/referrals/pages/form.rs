//! Fields that keep what was typed, with what is wrong beside them.

use network::vocabulary::{Term, Terms};
use ui::Page;
use ui::parts::{Choice, Field};

use super::sent::{Faults, Sent};

/// A form being filled.
pub(super) struct Filling<'a> {
    pub page: &'a Page,
    pub sent: &'a Sent,
    pub faults: &'a Faults,
}

impl Filling<'_> {
    fn filled(&self, name: &str, field: Field) -> Field {
        field.value(self.sent.get(name)).error(self.faults.of(name))
    }

    pub fn hidden(&self, name: &str) -> Field {
        Field::hidden(name, self.sent.get(name))
    }

    pub fn day(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::date(name, self.page.t(label)))
    }

    pub fn area(&self, name: &str, label: &str) -> Field {
        self.filled(name, Field::area(name, self.page.t(label)))
    }

    pub fn check(&self, name: &str, label: String) -> Field {
        self.filled(name, Field::check(name, label))
    }

    /// A list with nothing chosen at first; `none` is what that reads as.
    pub fn list(&self, name: &str, label: &str, none: &str, choices: Vec<Choice>) -> Field {
        let none = Choice::new("", self.page.t(none));
        let choices = std::iter::once(none).chain(choices).collect();
        self.filled(name, Field::list(name, self.page.t(label), choices))
    }

    /// A code of the vocabulary.
    pub fn term<T: Term>(&self, name: &str, label: &str, terms: &Terms<T>) -> Field {
        let lang = self.page.lang;
        let choice = |term: &T| Choice::new(term.code(), lang.pick(term.name_it(), term.name_en()));
        self.list(name, label, "referrals-choose", terms.iter().map(choice).collect())
    }
}
