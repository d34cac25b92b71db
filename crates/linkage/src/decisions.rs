//! What the lead decided about pairs of forms.

use std::collections::BTreeMap;

/// A decision on two forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// They are one person.
    Joined,
    /// They are two persons.
    Separated,
}

/// All decisions of a city, by form key. They are always respected.
#[derive(Clone, Debug, Default)]
pub struct Decisions(BTreeMap<(String, String), Decision>);

impl Decisions {
    /// Adds a decision on the forms with these keys.
    pub fn add(&mut self, a: &str, b: &str, decision: Decision) {
        self.0.insert(ordered(a, b), decision);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn on(&self, a: &str, b: &str) -> Option<Decision> {
        if self.is_empty() { None } else { self.0.get(&ordered(a, b)).copied() }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str, Decision)> {
        self.0.iter().map(|((a, b), decision)| (a.as_str(), b.as_str(), *decision))
    }
}

fn ordered(a: &str, b: &str) -> (String, String) {
    let (a, b) = if a <= b { (a, b) } else { (b, a) };
    (a.to_owned(), b.to_owned())
}
