//! Declared figures: what cities and the network published, in their words. Shown beside counted figures,
//! never added to them nor to each other: units, bases and days differ.

use kernel::CityCode;
use serde::Deserialize;

use super::reference::built_in;
use super::{CatalogueError, Cities};
use crate::catalogue::Catalogue;

/// A published figure or target.
#[derive(Clone, Debug)]
pub struct Declared {
    /// The city; none for the whole network.
    pub city: Option<CityCode>,
    /// The editions it speaks of: `3`, `EA;2;3`.
    pub edition: String,
    /// A word for what is counted: figures of one measure may still differ in basis.
    pub measure: String,
    /// The value as published.
    pub value: f64,
    /// `exact`, `about`, `more_than`, `at_least`.
    pub qualifier: String,
    /// `persons`, `households`, `beds`, `euro`…
    pub unit: String,
    /// Whether it is to be reached, not reached already.
    pub is_target: bool,
    /// `since_opening`, `calendar_year`, `not_stated`…
    pub counting_basis: String,
    /// Since when, as precisely as the source says.
    pub from: String,
    /// At which day, as precisely as the source says.
    pub as_of: String,
    /// What the source counts, in Italian.
    pub wording_it: String,
    /// The same in English.
    pub wording_en: String,
    /// Its address, or what is known of it.
    pub source: String,
    /// `A` official, `B` institutional news, `C` press.
    pub confidence: String,
}

#[derive(Deserialize)]
struct Row {
    city: String,
    edition: String,
    measure: String,
    value: f64,
    qualifier: String,
    unit: String,
    kind: String,
    counting_basis: String,
    from: String,
    as_of: String,
    wording_it: String,
    wording_en: String,
    source: String,
    other_sources: String,
    confidence: String,
}

pub(crate) fn declared(catalogue: &Catalogue, cities: &Cities) -> Result<Vec<Declared>, CatalogueError> {
    let file = built_in!(catalogue, "declared.csv")?;
    let mut list = Vec::new();
    for (line, row) in file.rows::<Row>()? {
        let city = if row.city.is_empty() { None } else { Some(file.city(line, &row.city, cities)?) };
        if !row.value.is_finite() || row.value < 0.0 {
            return Err(file.wrong(line, format!("«{}» is not a figure", row.value)));
        }
        list.push(Declared {
            city,
            edition: row.edition,
            measure: row.measure,
            value: row.value,
            qualifier: row.qualifier,
            unit: row.unit,
            is_target: row.kind == "target",
            counting_basis: row.counting_basis,
            from: row.from,
            as_of: row.as_of,
            wording_it: row.wording_it,
            wording_en: row.wording_en,
            source: if row.source.is_empty() { row.other_sources } else { row.source },
            confidence: row.confidence,
        });
    }
    Ok(list)
}
