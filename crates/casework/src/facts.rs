//! What leaves this crate: contacts with a number in place of a person; 0 where nobody was asked for a name.

mod circumstances;

use std::collections::HashMap;
use std::sync::Arc;

use kernel::{AgeBracket, Gender, Timestamp};
use mart::{Fact, FactSource, FactsBuilder, FactsFuture, Partition, UNKNOWN, kind};
use network::vocabulary::Vocabulary;
use store::{Reader, StoreError, Vault, params};

use crate::desk::pathways::facts::result_of_service;
use crate::registers::sql;

pub(crate) use circumstances::Circumstances;
pub use circumstances::Opener;

/// The contacts of the cities, as facts.
pub struct Contacts {
    area_of: HashMap<String, String>,
    opener: Opener,
}

impl Contacts {
    /// Needs the vocabulary to know which area a service belongs to, and the keys for what is sealed of what it tells.
    pub fn new(vocabulary: &Vocabulary, vault: &Vault) -> Arc<Self> {
        let services = vocabulary.services().iter();
        let area_of = services.map(|service| (service.code.clone(), service.area.clone())).collect();
        Arc::new(Self { area_of, opener: Opener::new(vault, vocabulary) })
    }

    async fn read(
        &self,
        reader: &mut Reader,
        partition: Partition,
        into: &mut FactsBuilder,
    ) -> Result<(), StoreError> {
        let Partition { city, month } = partition;
        let rows = reader.fetch_all(&sql::FACTS, params![city, month.first(), month.last()]).await?;
        let circumstances = self.opener.open(reader, partition).await?;
        let known = |value: Option<String>| value.unwrap_or_else(|| UNKNOWN.to_owned());
        for row in &rows {
            let service: String = row.get(1)?;
            // Two cities may call their points alike: the code says whose it is.
            let point: Option<String> = row.get(2)?;
            let point = point.map_or_else(|| UNKNOWN.to_owned(), |point| format!("{city}:{point}"));
            let nobody = row.get::<Option<i64>>(8)?.is_none();
            let (subject, network_subject) = if nobody { (0, 0) } else { (row.count(8)?, row.count(9)?) };
            let code = |column| Ok::<String, StoreError>(known(row.get(column)?));
            let (gender, age) = (code(10)?, code(11)?);
            let permit = known(row.get(3)?);
            let modality = known(row.get(4)?);
            let citizenship = known(row.get(12)?);
            let fact = Fact {
                day: row.get(0)?,
                kind: kind::CONTACT,
                area: self.area_of.get(&service).map_or(UNKNOWN, String::as_str),
                service: &service,
                point: &point,
                permit: &permit,
                modality: &modality,
                minutes: row.get::<Option<i64>>(5)?.and_then(|minutes| u32::try_from(minutes).ok()),
                recorded_on: Timestamp::from_micros(row.get(6)?).day(),
                subject,
                network_subject,
                gender: Gender::from_code(&gender),
                age: AgeBracket::from_code(&age),
                citizenship: &citizenship,
                ..Fact::default()
            };
            let fact = circumstances.add(fact);
            into.push(&fact);
            if let (false, Some(outcome)) = (nobody, result_of_service(&service)) {
                into.push(&Fact { kind: kind::OUTCOME, outcome, minutes: None, ..fact });
            }
            // A head that nobody asked for a name is a contact of its own; minutes were written once.
            for _ in 1..if nobody { row.count(7)? } else { 1 } {
                into.push(&Fact { minutes: None, ..fact });
            }
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
