//! Editions, action areas, points of access and work packages.

use kernel::CityCode;
use serde::Deserialize;

use super::{CatalogueError, Cities};
use crate::catalogue::{Catalogue, File};

/// One edition of the project.
#[derive(Clone, Debug, Deserialize)]
pub struct Edition {
    /// `EA`, `2`, `3`.
    pub code: String,
    /// What it is called.
    pub name: String,
    /// When it began, as precisely as the source says: `2020`, `2024-01-01`.
    pub from: String,
    /// When it ended or is to end.
    pub to: String,
    /// The fund that pays.
    pub fund: String,
    /// How many cities took part.
    pub city_count: u32,
    /// The year of the managing authority's last payment, from which papers are kept five years; none while it is not
    /// known.
    #[serde(default)]
    pub last_payment: Option<i32>,
    /// Where this comes from.
    pub source: String,
}

/// One of the three lines of action.
#[derive(Clone, Debug, Deserialize)]
pub struct Area {
    /// As facts write it.
    pub code: String,
    /// Italian name.
    pub name_it: String,
    /// English name.
    pub name_en: String,
    /// Where this comes from.
    pub source: String,
}

/// A city runs an area, says a source. What no source says is not known; it is not absent.
#[derive(Clone, Debug)]
pub struct CityArea {
    /// The city.
    pub city: CityCode,
    /// The code of the area.
    pub area: String,
    /// Where this comes from.
    pub source: String,
}

/// A one-stop shop or a mobile unit, as published.
#[derive(Clone, Debug)]
pub struct Point {
    /// The city.
    pub city: CityCode,
    /// What it is called.
    pub name: String,
    /// `one_stop_shop` or `mobile_unit`.
    pub kind: String,
    /// Since when, where the source says.
    pub since: String,
    /// Where this comes from.
    pub source: String,
}

/// A work package of the grant. Only what a source says is in the list; the authority completes it.
#[derive(Clone, Debug, Deserialize)]
pub struct WorkPackage {
    /// `WP7`.
    pub code: String,
    /// Italian name.
    pub name_it: String,
    /// English name.
    pub name_en: String,
    /// How sure it is: `certain`, `to_be_confirmed`.
    pub status: String,
    /// Where this comes from.
    pub source: String,
}

#[derive(Deserialize)]
struct CityAreaRow {
    city: String,
    area: String,
    source: String,
}

#[derive(Deserialize)]
struct PointRow {
    city: String,
    name: String,
    kind: String,
    since: String,
    source: String,
}

macro_rules! built_in {
    ($catalogue:expr, $name:literal) => {
        $catalogue
            .file(concat!("network/", $name), include_str!(concat!("../../../../catalogue/network/", $name)))
    };
}
pub(crate) use built_in;

fn list<T: serde::de::DeserializeOwned>(file: &File) -> Result<Vec<T>, CatalogueError> {
    Ok(file.rows()?.into_iter().map(|(_, row)| row).collect())
}

pub(crate) fn editions(catalogue: &Catalogue) -> Result<Vec<Edition>, CatalogueError> {
    list(&built_in!(catalogue, "editions.csv")?)
}

pub(crate) fn areas(catalogue: &Catalogue) -> Result<Vec<Area>, CatalogueError> {
    list(&built_in!(catalogue, "areas.csv")?)
}

pub(crate) fn work_packages(catalogue: &Catalogue) -> Result<Vec<WorkPackage>, CatalogueError> {
    list(&built_in!(catalogue, "work_packages.csv")?)
}

pub(crate) fn city_areas(
    catalogue: &Catalogue,
    cities: &Cities,
    areas: &[Area],
) -> Result<Vec<CityArea>, CatalogueError> {
    let file = built_in!(catalogue, "city_areas.csv")?;
    let mut list = Vec::new();
    for (line, row) in file.rows::<CityAreaRow>()? {
        if !areas.iter().any(|area| area.code == row.area) {
            let near = kernel::text::nearest(&row.area, areas.iter().map(|area| area.code.as_str()));
            let near = kernel::text::did_you_mean(near);
            return Err(file.wrong(line, format!("there is no area «{}»{near}", row.area)));
        }
        list.push(CityArea { city: file.city(line, &row.city, cities)?, area: row.area, source: row.source });
    }
    Ok(list)
}

pub(crate) fn points(catalogue: &Catalogue, cities: &Cities) -> Result<Vec<Point>, CatalogueError> {
    let file = built_in!(catalogue, "points.csv")?;
    let point = |(line, row): (u64, PointRow)| {
        let city = file.city(line, &row.city, cities)?;
        Ok(Point { city, name: row.name, kind: row.kind, since: row.since, source: row.source })
    };
    file.rows()?.into_iter().map(point).collect()
}
