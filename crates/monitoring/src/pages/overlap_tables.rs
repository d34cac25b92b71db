//! Counts of people whom several cities met, as they may be shown: all of them, or the largest.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use kernel::{CityCode, Period};
use mart::Overlap;
use ui::Page;

use super::asked::period_name;
use super::grid::{Grid, Item};
use super::words::Words;
use crate::model::{Shown, protected};

/// As many of each kind are on the first page.
pub(super) const MOST_SHOWN: usize = 10;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// People whom two cities have in common.
    Pairs,
    /// People who went from one city to another, by quarter.
    Flows,
}

impl Kind {
    pub(super) const ALL: [Self; 2] = [Self::Pairs, Self::Flows];

    /// The word of addresses and files.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Pairs => "coppie",
            Self::Flows => "flussi",
        }
    }

    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The key of one of its texts: `title`, `note`.
    pub(super) fn key(self, text: &str) -> String {
        format!("monitoring-overlap-{}-{text}", self.code())
    }
}

/// The counts as they may be shown.
pub(super) struct Tables {
    pub(super) persons: Shown,
    pairs: BTreeMap<(CityCode, CityCode), Shown>,
    flows: BTreeMap<(CityCode, CityCode, String), Shown>,
    /// Whether anything is hidden.
    pub(super) is_protected: bool,
}

impl Tables {
    pub(super) fn of(overlap: &Overlap, may_see_small: bool) -> Self {
        let counts: Vec<u64> = overlap.pairs.values().copied().collect();
        if may_see_small {
            let count = |count: &u64| Shown::Count(*count);
            return Self {
                persons: Shown::Count(overlap.persons),
                pairs: overlap.pairs.iter().map(|(pair, of)| (*pair, count(of))).collect(),
                flows: overlap.flows.iter().map(|(flow, of)| (flow.clone(), count(of))).collect(),
                is_protected: false,
            };
        }
        let (shown, may_sum) = protected(&counts);
        let pairs: BTreeMap<_, _> = overlap.pairs.keys().copied().zip(shown).collect();
        // What passed between two cities adds up to those whom both met: it is protected together, and not shown at
        // all where that is hidden.
        let mut between: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (flow, count) in &overlap.flows {
            between.entry((flow.0.min(flow.1), flow.0.max(flow.1))).or_default().push((flow, *count));
        }
        let mut flows = BTreeMap::new();
        for (pair, of) in between {
            let counts: Vec<u64> = of.iter().map(|(_, count)| *count).collect();
            let (mut shown, may_sum) = protected(&counts);
            if !may_sum || pairs.get(&pair) == Some(&Shown::Hidden) {
                shown = vec![Shown::Hidden; counts.len()];
            }
            flows.extend(of.into_iter().map(|(flow, _)| flow.clone()).zip(shown));
        }
        let is_small = overlap.persons > 0 && overlap.persons < crate::model::LEAST;
        let persons = if may_sum && !is_small { Shown::Count(overlap.persons) } else { Shown::Hidden };
        let hidden = |shown: &Shown| *shown == Shown::Hidden;
        let is_protected = hidden(&persons) || pairs.values().any(hidden) || flows.values().any(hidden);
        Self { persons, pairs, flows, is_protected }
    }

    /// How many there are of a kind.
    pub(super) fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Pairs => self.pairs.len(),
            Kind::Flows => self.flows.len(),
        }
    }

    /// All of a kind: pairs by city, flows by quarter.
    pub(super) fn all(&self, kind: Kind, words: Words<'_>) -> Grid {
        match kind {
            Kind::Pairs => grid(kind, words, self.pairs.iter().map(|(pair, of)| pair_row(words, pair, *of))),
            Kind::Flows => {
                let mut flows: Vec<_> = self.flows.iter().collect();
                flows.sort_by(|((a, b, one), _), ((c, d, other), _)| (one, a, b).cmp(&(other, c, d)));
                grid(kind, words, flows.into_iter().map(|(flow, of)| flow_row(words, flow, *of)))
            }
        }
    }

    /// The largest of a kind. What is hidden comes last, in the order of the cities: its place tells nothing of it.
    pub(super) fn largest(&self, kind: Kind, words: Words<'_>) -> Grid {
        match kind {
            Kind::Pairs => {
                let pairs = largest(self.pairs.iter());
                grid(kind, words, pairs.into_iter().map(|(pair, of)| pair_row(words, pair, of)))
            }
            Kind::Flows => {
                let flows = largest(self.flows.iter());
                grid(kind, words, flows.into_iter().map(|(flow, of)| flow_row(words, flow, of)))
            }
        }
    }
}

/// The largest first, as many as are shown.
fn largest<'a, K>(counts: impl Iterator<Item = (&'a K, &'a Shown)>) -> Vec<(&'a K, Shown)> {
    let mut all: Vec<_> = counts.map(|(key, count)| (key, *count)).collect();
    // The order of the keys stays among equals.
    all.sort_by_key(|(_, count)| match count {
        Shown::Count(count) => (false, Reverse(*count)),
        Shown::Hidden => (true, Reverse(0)),
    });
    all.truncate(MOST_SHOWN);
    all
}

fn pair_row(words: Words<'_>, (a, b): &(CityCode, CityCode), count: Shown) -> Vec<Item> {
    vec![Item::Text(name(words, *a)), Item::Text(name(words, *b)), item(words.page, count)]
}

fn flow_row(words: Words<'_>, (from, to, quarter): &(CityCode, CityCode, String), count: Shown) -> Vec<Item> {
    let when = quarter.parse::<Period>().map(|period| period_name(words.page, period));
    vec![
        Item::Text(when.unwrap_or_else(|_| quarter.clone())),
        Item::Text(name(words, *from)),
        Item::Text(name(words, *to)),
        item(words.page, count),
    ]
}

fn grid(kind: Kind, words: Words<'_>, rows: impl Iterator<Item = Vec<Item>>) -> Grid {
    let heads: &[&str] = match kind {
        Kind::Pairs => &["one", "other"],
        Kind::Flows => &["when", "from", "to"],
    };
    let page = words.page;
    let text = |head: &&str| (page.t(&format!("monitoring-overlap-{head}")), false);
    let persons = (page.t("monitoring-overlap-persons"), true);
    Grid {
        id: kind.code().to_owned(),
        title: page.t(&kind.key("title")),
        lines: vec![page.t(&kind.key("note"))],
        columns: heads.iter().map(text).chain([persons]).collect(),
        rows: rows.collect(),
        foot: None,
    }
}

fn item(page: &Page, shown: Shown) -> Item {
    match shown {
        Shown::Count(count) => Item::Count(count),
        Shown::Hidden => Item::Text(page.t("monitoring-overlap-hidden")),
    }
}

fn name(words: Words<'_>, city: CityCode) -> String {
    let known = words.monitor.network.cities.get(city);
    known.map_or_else(|| city.to_string(), |city| city.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_largest_come_first_and_the_hidden_last() {
        let counts: BTreeMap<u32, Shown> = (0..20)
            .map(|key| (key, if key % 3 == 0 { Shown::Hidden } else { Shown::Count(u64::from(key / 4)) }))
            .collect();
        let order = |counts: &BTreeMap<u32, Shown>| -> Vec<u32> {
            largest(counts.iter()).into_iter().map(|(key, _)| *key).collect()
        };
        assert_eq!(order(&counts), [16, 17, 19, 13, 14, 8, 10, 11, 4, 5]);
        let few: BTreeMap<u32, Shown> = counts.into_iter().filter(|(key, _)| *key < 8).collect();
        assert_eq!(order(&few), [4, 5, 7, 1, 2, 0, 3, 6]);
    }
}
