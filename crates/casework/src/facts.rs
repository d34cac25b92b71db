//! What leaves this crate: contacts with a number in place of a person.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::{AgeBracket, Day, Gender, Timestamp};
use mart::{Fact, FactSource, FactsBuilder, FactsFuture, Partition, UNKNOWN};
use network::vocabulary::Vocabulary;
use store::{Reader, StoreError, params};

use crate::registers::sql;

/// The contacts of the cities, as facts.
pub struct Contacts {
    area_of: HashMap<String, String>,
}

impl Contacts {
    /// Needs the vocabulary to know which area a service belongs to.
    pub fn new(vocabulary: &Vocabulary) -> Arc<Self> {
        let services = vocabulary.services().iter();
        let area_of = services.map(|service| (service.code.clone(), service.area.clone())).collect();
        Arc::new(Self { area_of })
    }

    async fn read(
        &self,
        reader: &mut Reader,
        partition: Partition,
        into: &mut FactsBuilder,
    ) -> Result<(), StoreError> {
        let Partition { city, month } = partition;
        let rows = reader.fetch_all(&sql::FACTS, params![city, month.first(), month.last()]).await?;
        let known = |value: Option<String>| value.unwrap_or_else(|| UNKNOWN.to_owned());
        for row in &rows {
            let service: String = row.get(1)?;
            // Two cities may call their points alike: the code says whose it is.
            let point: Option<String> = row.get(2)?;
            let point = point.map_or_else(|| UNKNOWN.to_owned(), |point| format!("{city}:{point}"));
            let (birth, first_day): (Option<Day>, Day) = (row.get(10)?, row.get(12)?);
            into.push(&Fact {
                day: row.get(0)?,
                kind: "contact",
                area: self.area_of.get(&service).map_or(UNKNOWN, String::as_str),
                service: &service,
                point: &point,
                permit: &known(row.get(3)?),
                modality: &known(row.get(4)?),
                minutes: row.get::<Option<i64>>(5)?.and_then(|minutes| u32::try_from(minutes).ok()),
                recorded_on: Timestamp::from_micros(row.get(6)?).day(),
                subject: row.count(7)?,
                network_subject: row.count(8)?,
                gender: Gender::from_code(&row.get::<String>(9)?),
                age: AgeBracket::at(birth, first_day),
                citizenship: &known(row.get(11)?),
                ..Fact::default()
            });
        }
        Ok(())
    }
}

impl FactSource for Contacts {
    fn facts<'a>(
        &'a self,
        reader: &'a mut Reader,
        partition: Partition,
        into: &'a mut FactsBuilder,
    ) -> FactsFuture<'a> {
        Box::pin(self.read(reader, partition, into))
    }
}
