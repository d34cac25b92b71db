//! What the network is.

mod city;
mod declared;
mod reference;

use std::sync::Arc;

use kernel::CityCode;

pub use city::{CatalogueError, Cities, City, NoSuchCity};
pub use declared::Declared;
pub use reference::{Area, CityArea, Edition, Point, WorkPackage};

use crate::catalogue::Catalogue;

/// Everything the catalogue says of the network.
#[derive(Clone, Debug)]
pub struct Network {
    /// The cities.
    pub cities: Arc<Cities>,
    /// The editions, oldest first.
    pub editions: Vec<Edition>,
    /// The lines of action.
    pub areas: Vec<Area>,
    /// Which city is known to run which.
    pub city_areas: Vec<CityArea>,
    /// Points of access that were published.
    pub points: Vec<Point>,
    /// Work packages of the grant.
    pub work_packages: Vec<WorkPackage>,
    /// Figures that were published.
    pub declared: Vec<Declared>,
}

impl Network {
    /// Reads the catalogue.
    ///
    /// # Errors
    /// The first thing that is wrong in it, with file and line.
    pub fn load(catalogue: &Catalogue) -> Result<Self, CatalogueError> {
        let cities = Arc::new(Cities::load(catalogue)?);
        let areas = reference::areas(catalogue)?;
        Ok(Self {
            editions: reference::editions(catalogue)?,
            city_areas: reference::city_areas(catalogue, &cities, &areas)?,
            points: reference::points(catalogue, &cities)?,
            work_packages: reference::work_packages(catalogue)?,
            declared: declared::declared(catalogue, &cities)?,
            areas,
            cities,
        })
    }

    /// The edition that runs now: the last of the list.
    pub fn edition(&self) -> Option<&Edition> {
        self.editions.last()
    }

    /// What was published of a city, or of the whole network.
    pub fn declared_of(&self, city: Option<CityCode>) -> impl Iterator<Item = &Declared> {
        self.declared.iter().filter(move |figure| figure.city == city)
    }

    /// The areas a city is known to run.
    pub fn areas_of(&self, city: CityCode) -> impl Iterator<Item = &CityArea> {
        self.city_areas.iter().filter(move |area| area.city == city)
    }

    /// The points of access of a city that were published.
    pub fn points_of(&self, city: CityCode) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(move |point| point.city == city)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_whole() {
        let network = Network::load(&Catalogue::embedded()).unwrap();
        assert_eq!(network.cities.len(), 22);
        assert_eq!(network.edition().unwrap().name, "LGNet3");
        assert_eq!(network.declared.len(), 50);
        let latina = network.cities.find("Latina").unwrap().code;
        assert_eq!(network.areas_of(latina).count(), 3);
        let in_charge: Vec<f64> = network
            .declared_of(Some(latina))
            .filter(|figure| figure.measure == "persons_taken_in_charge")
            .map(|figure| figure.value)
            .collect();
        assert_eq!(in_charge, [476.0, 1221.0]);
        assert!(network.work_packages.iter().any(|package| package.code == "WP7"));
        assert!(network.declared.iter().all(|figure| !figure.wording_it.is_empty()));
    }

    #[test]
    fn a_wrong_row_is_refused_with_file_line_and_nearest_name() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("network")).unwrap();
        let file = folder.path().join("network/city_areas.csv");
        let error = |text: &str| {
            std::fs::write(&file, text).unwrap();
            Network::load(&Catalogue::at(folder.path())).unwrap_err().to_string()
        };
        let wrong_area = error("city,area,source\nA662,housing,x\nA662,housin,x\n");
        assert_eq!(
            wrong_area,
            "network/city_areas.csv, line 3: there is no area «housin» (did you mean «housing»?)"
        );
        assert!(
            error("city,area,source\nBary,housing,x\n")
                .contains("line 2: the network has no city «Bary» (did you mean Bari?)")
        );
        assert!(error("city,place\nA662,x\n").contains("line 2"));
    }
}
