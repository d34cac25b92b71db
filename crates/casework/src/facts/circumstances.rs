//! What facts tell of a person on a day beside who they are: household, title of stay, vulnerabilities.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::Day;
use mart::{Fact, Partition};
use network::vocabulary::Vocabulary;
use store::{Reader, StoreError, Vault, params};
use uuid::Uuid;

use crate::desk::people::model::Kind;
use crate::desk::people::sql;

/// Opens what is sealed of it.
#[derive(Clone)]
pub struct Opener {
    vault: Vault,
    /// The bit of each vulnerability.
    bits: Arc<HashMap<String, u32>>,
}

impl Opener {
    /// With the keys of the cities and the list of vulnerabilities.
    pub fn new(vault: &Vault, vocabulary: &Vocabulary) -> Self {
        let all = vocabulary.vulnerabilities().iter();
        let bits = all.map(|vulnerability| (vulnerability.code.clone(), vulnerability.mask())).collect();
        Self { vault: vault.clone(), bits: Arc::new(bits) }
    }

    /// What is known in a city in a month: two statements, however many people.
    ///
    /// # Errors
    /// When the database refuses, or something cannot be opened.
    pub(crate) async fn open(
        &self,
        reader: &mut Reader,
        partition: Partition,
    ) -> Result<Circumstances, StoreError> {
        let Partition { city, month } = partition;
        let between = || params![city, month.first(), month.last()];
        let keys = self.vault.city(city)?;
        let mut all = Circumstances::default();
        for row in reader.fetch_all(&sql::COUNTED_MEMBERS, between()).await? {
            let span = Span { since: row.get(2)?, until: row.get(3)? };
            all.of.entry(row.count(0)?).or_default().households.push((span, row.count(1)?));
        }
        for row in reader.fetch_all(&sql::COUNTED_DETAILS, between()).await? {
            let span = Span { since: row.get(4)?, until: row.get(5)? };
            let (id, sealed): (Uuid, Vec<u8>) = (row.get(1)?, row.get(3)?);
            let value = keys.open_text(sql::DETAIL_VALUE, id, &sealed)?;
            let of = all.of.entry(row.count(0)?).or_default();
            match row.parse(2)? {
                Kind::Vulnerability => {
                    of.vulnerabilities.push((span, self.bits.get(&value).copied().unwrap_or(0)));
                }
                _ => of.permits.push((span, value)),
            }
        }
        Ok(all)
    }
}

/// From a day to a day, both counted in; without an end while it lasts.
#[derive(Clone, Copy, Debug)]
struct Span {
    since: Day,
    until: Option<Day>,
}

impl Span {
    fn covers(self, day: Day) -> bool {
        self.since <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[derive(Debug, Default)]
struct OfPerson {
    households: Vec<(Span, u32)>,
    permits: Vec<(Span, String)>,
    vulnerabilities: Vec<(Span, u32)>,
}

/// What is known of the people of a city in a month, by their number.
#[derive(Debug, Default)]
pub(crate) struct Circumstances {
    of: HashMap<u32, OfPerson>,
}

impl Circumstances {
    /// A fact with what is known of its person on its day. What the fact says itself stands.
    pub(crate) fn add<'a>(&'a self, fact: Fact<'a>) -> Fact<'a> {
        let Some(of) = self.of.get(&fact.subject) else { return fact };
        let on = |span: &Span| span.covers(fact.day);
        let household = of.households.iter().find(|(span, _)| on(span)).map_or(0, |(_, number)| *number);
        let vulnerabilities =
            of.vulnerabilities.iter().filter(|(span, _)| on(span)).fold(0, |all, (_, bit)| all | bit);
        // The list is in the order in which it became known: the last that holds is the newest.
        let permit = of.permits.iter().rev().find(|(span, _)| on(span)).map(|(_, code)| code.as_str());
        let permit = if fact.permit == mart::UNKNOWN { permit.unwrap_or(fact.permit) } else { fact.permit };
        Fact { household, vulnerabilities, permit, ..fact }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(since: &str, until: Option<&str>) -> Span {
        Span { since: since.parse().unwrap(), until: until.map(|until| until.parse().unwrap()) }
    }

    #[test]
    fn a_fact_tells_what_held_on_its_day() {
        let of = OfPerson {
            households: vec![(span("2025-01-10", Some("2025-02-10")), 7), (span("2025-02-11", None), 9)],
            permits: vec![
                (span("2025-01-01", None), "asylum_request".into()),
                (span("2025-02-01", None), "work".into()),
            ],
            vulnerabilities: vec![(span("2025-01-01", None), 1), (span("2025-02-05", Some("2025-02-05")), 4)],
        };
        let all = Circumstances { of: HashMap::from([(3, of)]) };
        let on = |day: &str, permit: &'static str, subject| {
            let fact = all.add(Fact { day: day.parse().unwrap(), subject, permit, ..Fact::default() });
            (fact.household, fact.permit.to_owned(), fact.vulnerabilities)
        };
        assert_eq!(on("2025-01-09", mart::UNKNOWN, 3), (0, "asylum_request".into(), 1));
        assert_eq!(on("2025-02-05", mart::UNKNOWN, 3), (7, "work".into(), 5));
        assert_eq!(on("2025-02-11", "family", 3), (9, "family".into(), 1));
        assert_eq!(on("2025-02-11", mart::UNKNOWN, 4), (0, mart::UNKNOWN.into(), 0));
    }
}
