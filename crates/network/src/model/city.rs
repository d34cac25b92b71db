//! The cities of the network and the figures that comparisons rest on.

use std::collections::BTreeMap;

use kernel::{CityCode, Day, text};
use serde::Deserialize;

use super::reference::built_in;
use crate::catalogue::{Catalogue, File};

/// A city of the network.
#[derive(Clone, Debug)]
pub struct City {
    /// Cadastral code: it stays when Istat codes change.
    pub code: CityCode,
    /// Istat code until 31 December 2025.
    pub istat: String,
    /// Istat code from 1 January 2026.
    pub istat_from_2026: String,
    /// Italian name.
    pub name: String,
    /// Name in other languages of the place, where there is one.
    pub name_en: String,
    /// Two letters of the province.
    pub province: String,
    /// Region.
    pub region: String,
    /// The body that signs for the city.
    pub partner: String,
    /// The editions it took part in: `EA`, `2`, `3`.
    pub editions: Vec<String>,
    /// Degrees north.
    pub latitude: f64,
    /// Degrees east.
    pub longitude: f64,
    /// Residents.
    pub population: u32,
    /// Foreign residents, of the European Union too: non-EU residents are not published by city in readable form.
    pub foreign_residents: u32,
    /// The day both are counted at (Istat, census-based).
    pub counted_at: Day,
    /// Where the two figures come from.
    pub source: String,
}

/// A row of `cities.csv`.
#[derive(Deserialize)]
struct Record {
    istat_code: String,
    istat_code_from_2026: String,
    cadastral_code: String,
    name_it: String,
    name_en: String,
    province_code: String,
    region: String,
    partner_body: String,
    editions: String,
    latitude: f64,
    longitude: f64,
    population: u32,
    foreign_residents: u32,
    as_of: Day,
    source: String,
}

/// All cities, in alphabetical order.
#[derive(Clone, Debug)]
pub struct Cities {
    list: Vec<City>,
    by_code: BTreeMap<CityCode, usize>,
}

/// A file of the catalogue is wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}{}: {reason}", line.map(|line| format!(", line {line}")).unwrap_or_default())]
pub struct CatalogueError {
    /// The file.
    pub file: String,
    /// The line.
    pub line: Option<u64>,
    /// What is wrong, and the nearest that would be right.
    pub reason: String,
}

impl CatalogueError {
    /// An error that concerns a whole file.
    pub fn new(file: &str, reason: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, reason: reason.into() }
    }
}

/// No city of the network has this name or code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the network has no city «{name}»{}: give a cadastral code (A662), an Istat code (072006) or a name (Bari)",
    nearest.as_ref().map(|near| format!(" (did you mean {near}?)")).unwrap_or_default())]
pub struct NoSuchCity {
    /// What was asked for.
    pub name: String,
    /// The nearest name.
    pub nearest: Option<String>,
}

impl Cities {
    /// The cities this program was built with.
    ///
    /// # Errors
    /// When the file is wrong, which the tests exclude.
    pub fn embedded() -> Result<Self, CatalogueError> {
        Self::load(&Catalogue::embedded())
    }

    /// The cities of a catalogue.
    ///
    /// # Errors
    /// The first row that is wrong, with its line.
    pub fn load(catalogue: &Catalogue) -> Result<Self, CatalogueError> {
        Self::parse(&built_in!(catalogue, "cities.csv")?)
    }

    fn parse(file: &File) -> Result<Self, CatalogueError> {
        let mut list = Vec::new();
        for (line, record) in file.rows::<Record>()? {
            list.push(City {
                code: record.cadastral_code.parse().map_err(|error| file.wrong(line, error))?,
                istat: record.istat_code,
                istat_from_2026: record.istat_code_from_2026,
                name: record.name_it,
                name_en: record.name_en,
                province: record.province_code,
                region: record.region,
                partner: record.partner_body,
                editions: record.editions.split(';').map(str::to_owned).collect(),
                latitude: record.latitude,
                longitude: record.longitude,
                population: record.population,
                foreign_residents: record.foreign_residents,
                counted_at: record.as_of,
                source: record.source,
            });
        }
        list.sort_by(|a, b| a.name.cmp(&b.name));
        let by_code: BTreeMap<CityCode, usize> = list.iter().map(|city| city.code).zip(0..).collect();
        if by_code.len() != list.len() {
            return Err(file.wrong(0, "a cadastral code stands for two cities"));
        }
        Ok(Self { list, by_code })
    }

    /// All of them, by name.
    pub fn iter(&self) -> std::slice::Iter<'_, City> {
        self.list.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The city with a cadastral code.
    pub fn get(&self, code: CityCode) -> Option<&City> {
        self.by_code.get(&code).map(|position| &self.list[*position])
    }

    /// The city with a cadastral code, an Istat code (before or since 2026) or a name, however written.
    ///
    /// # Errors
    /// [`NoSuchCity`], with the nearest name.
    pub fn find(&self, name: &str) -> Result<&City, NoSuchCity> {
        let folded = text::fold(name);
        let named = |city: &&City| {
            city.code.as_str().eq_ignore_ascii_case(name.trim())
                || city.istat == name.trim()
                || city.istat_from_2026 == name.trim()
                || text::fold(&city.name) == folded
                || city.name_en.split('/').any(|name| text::fold(name) == folded)
        };
        self.list.iter().find(named).ok_or_else(|| NoSuchCity {
            name: name.to_owned(),
            nearest: text::nearest(name, self.list.iter().map(|city| city.name.as_str())).map(str::to_owned),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_two_cities_are_found_by_every_name_and_code() {
        let cities = Cities::embedded().unwrap();
        assert_eq!(cities.len(), 22);
        for city in cities.iter() {
            for name in [
                city.code.as_str(),
                &city.istat,
                &city.istat_from_2026,
                &city.name,
                &city.name.to_uppercase(),
            ] {
                assert_eq!(cities.find(name).unwrap().code, city.code, "{name}");
            }
            assert!(city.foreign_residents < city.population && city.foreign_residents > 1000);
            assert!((36.0..48.0).contains(&city.latitude) && (6.0..19.0).contains(&city.longitude));
        }
        // The Sardinian reform of 1 January 2026 changed two codes.
        assert_eq!(cities.find("092009").unwrap().name, cities.find("118006").unwrap().name);
        assert_eq!(cities.find("090064").unwrap().name, cities.find("112050").unwrap().name);
        assert_eq!(cities.find("Bozen").unwrap().name, "Bolzano");
    }

    #[test]
    fn a_wrong_name_gets_the_nearest() {
        let cities = Cities::embedded().unwrap();
        assert_eq!(cities.find("Latinna").unwrap_err().nearest.as_deref(), Some("Latina"));
        assert_eq!(cities.find("Z999").unwrap_err().nearest, None);
    }

    #[test]
    fn a_wrong_file_is_refused_with_its_line() {
        let wrong = |from: &str, to: &str| {
            let mut file = built_in!(Catalogue::embedded(), "cities.csv").unwrap();
            file.text = file.text.replacen(from, to, 1).into();
            Cities::parse(&file).unwrap_err().to_string()
        };
        let code = wrong(",A662,", ",BARI,");
        assert!(code.contains("line 3") && code.contains("BARI"), "{code}");
        assert!(wrong(",2025-01-01,", ",ieri,").contains("line 2"));
    }
}
