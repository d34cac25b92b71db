//! The outline of Italy and its projection.
//!
//! The projection is equirectangular, true to scale at 42.5° north: plain, and good to about 3 %
//! over the latitudes of Italy.

use crate::svg::polyline;

const OUTLINE: &str = include_str!("italy.csv");

/// Size of the map, margins for labels included.
pub(crate) const WIDTH: f64 = 480.0;
pub(crate) const HEIGHT: f64 = 560.0;
/// Western and northern edge of the map, degrees.
const WEST: f64 = 6.35;
const NORTH: f64 = 47.25;
/// Units per degree of latitude.
const DEGREE: f64 = 52.0;
/// Parallel that is true to scale, degrees.
const PARALLEL: f64 = 42.5;

/// Coordinates of a place, in units of the drawing.
pub(crate) fn project(latitude: f64, longitude: f64) -> (f64, f64) {
    let east = (longitude - WEST) * PARALLEL.to_radians().cos() * DEGREE;
    (east, (NORTH - latitude) * DEGREE)
}

/// Each ring of the outline as (longitude, latitude), degrees.
pub(crate) fn rings() -> Vec<Vec<(f64, f64)>> {
    let mut rings: Vec<Vec<(f64, f64)>> = Vec::new();
    for line in OUTLINE.lines().filter(|line| !line.starts_with(['#', 'r'])) {
        let mut fields = line.split(',');
        let ring: Option<usize> = fields.next().and_then(|f| f.parse().ok());
        let longitude = fields.next().and_then(|f| f.parse().ok());
        let latitude = fields.next().and_then(|f| f.parse().ok());
        let (Some(ring), Some(longitude), Some(latitude)) = (ring, longitude, latitude) else { continue };
        if ring >= rings.len() {
            rings.push(Vec::new());
        }
        if let Some(last) = rings.last_mut() {
            last.push((longitude, latitude));
        }
    }
    rings
}

/// Path data of the outline.
pub(crate) fn path() -> String {
    let ring = |ring: &Vec<(f64, f64)>| {
        let points = ring.iter().map(|(longitude, latitude)| Some(project(*latitude, *longitude)));
        format!("{}Z", polyline(points))
    };
    rings().iter().map(ring).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outline_has_the_mainland_and_the_large_islands() {
        let rings = rings();
        assert!(rings.len() >= 3, "{} rings", rings.len());
        let points: usize = rings.iter().map(Vec::len).sum();
        assert!((900..2500).contains(&points), "{points} points");
        // Every line of the file is read.
        assert_eq!(OUTLINE.lines().filter(|l| l.starts_with(|c: char| c.is_ascii_digit())).count(), points);
    }

    #[test]
    fn the_outline_fits_the_drawing() {
        for (longitude, latitude) in rings().concat() {
            let (x, y) = project(latitude, longitude);
            assert!((0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y), "{longitude} {latitude}");
        }
    }
}
