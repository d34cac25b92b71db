//! Persons whom several cities met: how many for each two of them, and which way they went.

use std::collections::BTreeMap;

use kernel::{CityCode, Month, Period};

use crate::facts::{day_of, days_of};
use crate::mart::Mart;

/// Persons of the network that more than one city met.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overlap {
    /// How many, each once.
    pub persons: u64,
    /// How many both of two cities met; the smaller code first.
    pub pairs: BTreeMap<(CityCode, CityCode), u64>,
    /// How many came to one city after another, by the quarter (`2025-Q1`) in which the second first met them: from,
    /// to, quarter. Each step of a person's way counts once.
    pub flows: BTreeMap<(CityCode, CityCode, String), u64>,
}

impl Mart {
    /// The persons that more than one city met in a period. A person is met where a contact is recorded with them.
    pub fn overlap(&self, period: Period) -> Overlap {
        let view = self.view();
        let days = days_of(period.from)..=days_of(period.to);
        let mut met: BTreeMap<u32, Vec<(i32, CityCode)>> = BTreeMap::new();
        for city in view.cities.values() {
            let contacts = city.contacts();
            let shared = |person: &usize| view.shared[contacts.network[*person] as usize];
            for person in contacts.persons().filter(shared) {
                let mut rows = contacts.rows(person).map(|row| i32::from(contacts.day[row]));
                if let Some(first) = rows.find(|day| days.contains(day)) {
                    met.entry(contacts.network[person]).or_default().push((first, city.city));
                }
            }
        }
        let mut overlap = Overlap::default();
        for mut cities in met.into_values() {
            cities.sort_unstable();
            // Two persons of one city may be one of the network: the city counts where it met them first.
            let mut way: Vec<(i32, CityCode)> = Vec::new();
            for (day, city) in cities {
                if way.iter().all(|(_, known)| *known != city) {
                    way.push((day, city));
                }
            }
            overlap.persons += u64::from(way.len() > 1);
            for (at, (day, to)) in way.iter().enumerate().skip(1) {
                let quarter = Month::of(day_of(*day)).quarter_label();
                *overlap.flows.entry((way[at - 1].1, *to, quarter)).or_default() += 1;
                for (_, from) in &way[..at] {
                    *overlap.pairs.entry((*from.min(to), *from.max(to))).or_default() += 1;
                }
            }
        }
        overlap
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Fact, FactsBuilder, Partition};

    fn code(city: &str) -> CityCode {
        city.parse().unwrap()
    }

    /// City, subject, number in the network, day.
    fn mart(contacts: &[(&str, u32, u32, &str)]) -> Mart {
        let mart = Mart::default();
        let mut partitions: BTreeMap<Partition, FactsBuilder> = BTreeMap::new();
        for (city, subject, network_subject, day) in contacts {
            let day = day.parse().unwrap();
            let partition = Partition { city: code(city), month: Month::of(day) };
            partitions.entry(partition).or_default().push(&Fact {
                day,
                kind: "contact",
                subject: *subject,
                network_subject: *network_subject,
                recorded_on: day,
                ..Fact::default()
            });
        }
        for (partition, facts) in partitions {
            mart.put(partition, facts.finish());
        }
        mart
    }

    #[test]
    fn each_person_counts_once_for_each_two_cities() {
        let mart = mart(&[
            ("A662", 1, 1, "2025-01-10"),
            ("E472", 1, 1, "2025-02-11"),
            ("A662", 1, 1, "2025-03-12"),
            ("H501", 1, 1, "2025-07-01"),
            ("A662", 2, 2, "2025-01-10"),
            ("E472", 2, 3, "2025-01-10"),
            // Two of one city who are one of the network.
            ("A662", 3, 4, "2025-05-05"),
            ("A662", 4, 4, "2025-06-05"),
            ("E472", 3, 4, "2025-04-04"),
            // Nobody.
            ("A662", 0, 0, "2025-05-05"),
            ("E472", 0, 0, "2025-05-05"),
        ]);
        let year = mart.overlap("2025".parse().unwrap());
        assert_eq!(year.persons, 2);
        let pairs: Vec<_> =
            year.pairs.iter().map(|((a, b), count)| (a.as_str(), b.as_str(), *count)).collect();
        assert_eq!(pairs, [("A662", "E472", 2), ("A662", "H501", 1), ("E472", "H501", 1)]);
        let flows: Vec<_> = year
            .flows
            .iter()
            .map(|((from, to, quarter), count)| (from.as_str(), to.as_str(), quarter.as_str(), *count))
            .collect();
        assert_eq!(
            flows,
            [("A662", "E472", "2025-Q1", 1), ("E472", "A662", "2025-Q2", 1), ("E472", "H501", "2025-Q3", 1)]
        );
        // In a shorter period the way begins later.
        let half = mart.overlap("2025-H2".parse().unwrap());
        assert_eq!((half.persons, half.pairs.len()), (0, 0));
        assert_eq!(mart.overlap("2025-02..2025-03".parse().unwrap()).flows.len(), 1);
    }
}
