//! The map with the 22 cities of the network.

use proptest::prelude::*;

use super::*;

/// Name, latitude and longitude of each city of the catalogue.
fn network() -> Vec<(String, f64, f64)> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../catalogue/network/cities.csv");
    let table = std::fs::read_to_string(path).unwrap();
    // The columns used stand before the first quoted one.
    let mut lines = table.lines().map(|line| line.split(',').collect::<Vec<_>>());
    let header = lines.next().unwrap();
    let column = |name: &str| header.iter().position(|field| *field == name).unwrap();
    let (name, latitude, longitude) = (column("name_it"), column("latitude"), column("longitude"));
    lines.map(|f| (f[name].to_owned(), f[latitude].parse().unwrap(), f[longitude].parse().unwrap())).collect()
}

fn city<'a>(place: &'a (String, f64, f64), value: f64, share: Option<f64>) -> MapCity<'a> {
    MapCity {
        name: &place.0,
        latitude: place.1,
        longitude: place.2,
        value,
        share,
        href: "/citta",
        accessible: &place.0,
    }
}

/// Whether a point is inside a ring, or at most 0.1° from its edge.
fn inside_or_near(ring: &[(f64, f64)], (x, y): (f64, f64)) -> bool {
    let mut inside = false;
    for i in 0..ring.len() {
        let (a, b) = (ring[i], ring[(i + 1) % ring.len()]);
        if (a.1 > y) != (b.1 > y) && x < a.0 + (y - a.1) / (b.1 - a.1) * (b.0 - a.0) {
            inside = !inside;
        }
    }
    inside || ring.iter().any(|(rx, ry)| (rx - x).hypot(ry - y) <= 0.1)
}

#[test]
fn every_city_stands_in_italy() {
    let rings = outline::rings();
    for (name, latitude, longitude) in network() {
        assert!(rings.iter().any(|ring| inside_or_near(ring, (longitude, latitude))), "{name}");
    }
}

#[test]
fn a_smaller_dot_is_painted_after_the_larger_ones_it_meets() {
    let disc = |x: f64, r: f64| Disc { x, y: 0.0, r };
    assert_eq!(
        painting_order(&[disc(0.0, 3.0), disc(4.0, 6.0), disc(12.0, 9.0), disc(90.0, 1.0)]),
        [2, 1, 0, 3]
    );
}

#[test]
fn a_share_beyond_the_target_is_a_full_ring() {
    let places = network();
    let drawn = |share| {
        map_of_italy(&Caption { id: "m", title: "", description: "" }, &[city(&places[0], 1.0, share)])
    };
    assert_eq!(drawn(Some(1.7)), drawn(Some(1.0)));
    assert!(!drawn(None).contains("#b8c9da"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the figures, all 22 names are written and none collides with a name or a dot.
    #[test]
    fn all_names_fit_without_collisions(values in proptest::collection::vec(0.0..3000f64, 22)) {
        let places = network();
        prop_assert_eq!(places.len(), 22);
        let cities: Vec<MapCity> = places.iter().zip(&values).map(|(p, v)| city(p, *v, Some(0.5))).collect();
        let dots = dots(&cities);
        let marks: Vec<Disc> = dots.iter().map(Dot::reach).collect();
        let labels = place_labels(&dots, &marks);
        for (i, label) in labels.iter().enumerate() {
            prop_assert!(label.is_some(), "{} has no place", cities[i].name);
            let area = label.unwrap().area;
            prop_assert!(marks.iter().all(|m| !area.meets_disc(m)), "{} on a dot", cities[i].name);
            prop_assert!(labels[..i].iter().flatten().all(|other| !area.meets(&other.area)));
        }
    }
}
