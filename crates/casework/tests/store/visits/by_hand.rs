//! The count by hand: as often as whoever says a contact most often says it.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Day, Month};
use mart::{Dimension, Measure, Question};
use proptest::prelude::*;

use super::house::{House, Key, OfDesk};
use crate::installation::year;
use crate::samples::{HEALTH, HOUSING};

impl House<'_> {
    /// How often each key counts, and the anonymous contacts: by hand.
    fn counted(&self) -> (BTreeMap<Key, u64>, Vec<&OfDesk>) {
        let mut most: BTreeMap<Key, u64> = BTreeMap::new();
        let mut take = |keys: &mut dyn Iterator<Item = Key>| {
            let mut times: BTreeMap<Key, u64> = BTreeMap::new();
            for key in keys {
                *times.entry(key).or_default() += 1;
            }
            for (key, times) in times {
                let most = most.entry(key).or_default();
                *most = times.max(*most);
            }
        };
        take(&mut self.said.desk.values().filter_map(OfDesk::key));
        for (_, keys) in &self.said.registers {
            take(&mut keys.iter().flatten().copied());
        }
        (most, self.said.desk.values().filter(|one| one.person.is_none()).collect())
    }

    /// What is asked, each cell by its values; what is 0 is not there.
    async fn asked(&self, measure: Measure, by: &[Dimension]) -> BTreeMap<String, u64> {
        let answer = self.house.ask(measure, by).await;
        let cells = answer.cells.iter().map(|cell| {
            let values: Vec<String> = cell.values.iter().map(ToString::to_string).collect();
            (values.join(" "), cell.value)
        });
        cells.filter(|(_, value)| *value > 0).collect()
    }

    /// Every answer against the count by hand, and against facts read from nothing.
    pub async fn compare(&self) -> Result<(), TestCaseError> {
        let (most, anonymous) = self.counted();
        let month = |day: Day| Month::of(day).to_string();
        let mut contacts: BTreeMap<String, u64> = BTreeMap::new();
        let mut persons: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for ((person, on, service, _), times) in &most {
            *contacts.entry(format!("{} {service}", month(*on))).or_default() += times;
            persons.entry(month(*on)).or_default().insert(*person);
        }
        for one in anonymous {
            *contacts.entry(format!("{} {}", month(one.day), one.service)).or_default() +=
                u64::from(one.heads);
        }
        let by_month = [Dimension::Month];
        let by_service = [Dimension::Month, Dimension::Service];
        prop_assert_eq!(self.asked(Measure::Contacts, &by_service).await, contacts);
        let persons: BTreeMap<String, u64> =
            persons.into_iter().map(|(month, persons)| (month, persons.len() as u64)).collect();
        prop_assert_eq!(self.asked(Measure::Persons, &by_month).await, persons);
        // Everybody was met in 2024 for legal support: new to another service, they are new.
        for service in [HEALTH, HOUSING] {
            let mut first: BTreeMap<usize, Day> = BTreeMap::new();
            for (person, on, of, _) in most.keys().filter(|(_, _, of, _)| *of == service) {
                debug_assert_eq!(*of, service);
                let first = first.entry(*person).or_insert(*on);
                *first = (*first).min(*on);
            }
            let mut new: BTreeMap<String, u64> = BTreeMap::new();
            for on in first.into_values() {
                *new.entry(month(on)).or_default() += 1;
            }
            let question = Question::new(Measure::NewPersons, year()).by(by_month);
            let answer = self.house.live.mart().ask(&question.only(Dimension::Service, service)).unwrap();
            let cells = answer.cells.iter().filter(|cell| cell.value > 0);
            let answered: BTreeMap<String, u64> =
                cells.map(|cell| (cell.values[0].to_string(), cell.value)).collect();
            prop_assert_eq!(answered, new, "{}", service);
        }
        let mut minutes: BTreeMap<String, u64> = BTreeMap::new();
        for one in self.said.desk.values() {
            *minutes.entry(month(one.day)).or_default() += u64::from(one.minutes.unwrap_or(0));
        }
        minutes.retain(|_, minutes| *minutes > 0);
        prop_assert_eq!(self.asked(Measure::Minutes, &by_month).await, minutes);
        // Facts read from nothing say the same, and nobody wrote past the journal.
        let rebuilt = self.house.rebuilt();
        rebuilt.refresh().await.unwrap();
        for measure in [Measure::Contacts, Measure::Persons, Measure::NewPersons, Measure::Minutes] {
            let question = Question::new(measure, year()).by(by_month);
            let (kept, anew) = (self.house.live.mart().ask(&question), rebuilt.mart().ask(&question));
            prop_assert_eq!(kept.unwrap().to_json(), anew.unwrap().to_json());
        }
        let verified = self.house.reader().await.verify_journal().await;
        prop_assert!(verified.is_ok(), "{verified:?}");
        Ok(())
    }
}
