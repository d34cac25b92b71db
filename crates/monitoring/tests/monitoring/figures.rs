//! Every figure of the catalogue against a plain count over the contacts it rests on.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{Contact, contacts, fill};
use comparison::funnel::Verdict;
use kernel::{CityCode, Day, Period};
use mart::Mart;
use monitoring::Indicators;
use monitoring::model::{Against, Ground, compare};
use network::vocabulary::Vocabulary;
use network::{Catalogue, Network};
use proptest::prelude::*;

struct World {
    mart: Mart,
    network: Network,
    words: Vocabulary,
    indicators: Indicators,
    contacts: Vec<Contact>,
}

fn world(seed: u64, count: usize) -> World {
    let network = Network::load(&Catalogue::embedded()).unwrap();
    let words = Vocabulary::embedded().unwrap();
    let indicators = Indicators::load(&Catalogue::embedded(), &network, &words).unwrap();
    let contacts = contacts(seed, &network, count, 6);
    let mart = Mart::default();
    fill(&mart, &contacts);
    World { mart, network, words, indicators, contacts }
}

fn edition() -> Day {
    Day::from_ymd_opt(2024, 1, 1).unwrap()
}

impl World {
    fn value(&self, code: &str, period: Period) -> (u64, Option<u64>) {
        let figure =
            self.indicators.get(code).unwrap().value(&self.mart, period, edition()).unwrap().unwrap();
        (figure.value, figure.added)
    }

    fn persons<'a>(&'a self, wanted: impl Fn(&Contact) -> bool + 'a) -> BTreeSet<(CityCode, u32)> {
        self.contacts.iter().filter(move |one| wanted(one)).map(|one| (one.city, one.subject)).collect()
    }
}

fn is_third_country(citizenship: &str) -> bool {
    ["SN", "UA", "BD"].contains(&citizenship)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn figures_are_the_plain_count(seed in any::<u64>(), from in 0..800_i64, days in 0..400_i64) {
        let world = world(seed, 300);
        let start = Day::from_ymd_opt(2023, 11, 1).unwrap() + chrono::Duration::days(from);
        let period = Period { from: start.max(edition()), to: (start + chrono::Duration::days(days)).max(edition()) };
        let inside = |one: &Contact| period.contains(one.day);
        prop_assert_eq!(world.value("N.1", period).0, world.contacts.iter().filter(|one| inside(one)).count() as u64);
        prop_assert_eq!(world.value("N.2", period).0, world.persons(inside).len() as u64);
        let housing = world.persons(|one| inside(one) && one.area == "housing");
        prop_assert_eq!(world.value("N.2.2", period).0, housing.len() as u64);
        let network: BTreeSet<u32> =
            world.contacts.iter().filter(|one| inside(one)).map(|one| one.network_subject).collect();
        prop_assert_eq!(world.value("N.3", period).0, network.len() as u64);
        let earlier = world.persons(|one| one.day < period.from);
        let new = world.persons(inside).difference(&earlier).count() as u64;
        prop_assert_eq!(world.value("N.4", period).0, new);
        let sessions: BTreeSet<(&str, Day)> = world.contacts.iter()
            .filter(|one| inside(one) && one.point != "unknown").map(|one| (one.point.as_str(), one.day)).collect();
        prop_assert_eq!(world.value("N.5", period).0, sessions.len() as u64);
        let minutes: u64 = world.contacts.iter().filter(|one| inside(one)).map(|one| u64::from(one.minutes.unwrap_or(0))).sum();
        prop_assert_eq!(world.value("N.6", period).0, minutes);
    }

    /// The counting rules: third-country nationals, once per project, at the first participation.
    #[test]
    fn participants_count_once_per_project(seed in any::<u64>(), from in 0..500_i64, days in 0..400_i64) {
        let world = world(seed, 300);
        let start = edition() + chrono::Duration::days(from);
        let period = Period { from: start, to: start + chrono::Duration::days(days) };
        for (code, service) in [("O.2.3", None), ("O.2.3.1", Some("language_course")), ("O.2.3.2", Some("civic_orientation_course"))] {
            let counts = |one: &Contact| is_third_country(one.citizenship) && service.is_none_or(|service| one.service == service) && one.day >= edition();
            let mut first: BTreeMap<(CityCode, u32), Day> = BTreeMap::new();
            for one in world.contacts.iter().filter(|one| counts(one)) {
                let day = first.entry((one.city, one.subject)).or_insert(one.day);
                *day = one.day.min(*day);
            }
            let until = first.values().filter(|day| **day <= period.to).count() as u64;
            let added = first.values().filter(|day| period.contains(**day)).count() as u64;
            prop_assert_eq!(world.value(code, period), (until, Some(added)), "{}", code);
        }
        prop_assert!(world.value("O.2.3.1", period).0 <= world.value("O.2.3", period).0);
    }

    /// Observed, denominators and expected numbers of every comparison, and what is said of silent cities.
    #[test]
    fn comparisons_rest_on_the_plain_count(seed in any::<u64>()) {
        let world = world(seed, 600);
        let period: Period = "2024".parse().unwrap();
        let ground = Ground { mart: &world.mart, network: &world.network, words: &world.words, indicators: &world.indicators, edition: edition() };
        let indicator = world.indicators.get("N.2.2").unwrap();
        let inside = |one: &Contact| period.contains(one.day);
        let whole = world.persons(inside);
        let part = world.persons(|one| inside(one) && one.area == "housing");
        let of = |set: &BTreeSet<(CityCode, u32)>, city| set.iter().filter(|(one, _)| *one == city).count() as f64;
        for against in [Against::Whole, Against::Residents, Against::CaseMix] {
            let compared = compare(&ground, indicator, against, period).unwrap();
            prop_assert_eq!(compared.cities.len() + compared.without_data.len(), 22);
            for city in &compared.cities {
                prop_assert_eq!(city.point.numerator, of(&part, city.city));
                let denominator = match against {
                    Against::Whole => of(&whole, city.city),
                    Against::Residents => f64::from(world.network.cities.get(city.city).unwrap().foreign_residents),
                    Against::CaseMix => expected(&world, &whole, &part, city.city),
                };
                prop_assert!((city.point.denominator - denominator).abs() < 1e-9);
            }
            prop_assert!(compared.without_data.iter().all(|city| of(&whole, *city) == 0.0));
        }
        // Whatever the case mix, the network as a whole does what the network does.
        let mixed = compare(&ground, indicator, Against::CaseMix, period).unwrap();
        let (observed, expected): (f64, f64) = mixed.cities.iter().fold((0.0, 0.0), |sums, city| {
            (sums.0 + city.point.numerator, sums.1 + city.point.denominator)
        });
        prop_assert!((observed - expected).abs() < 1e-6);
    }
}

/// The network's share among people of the same gender, age and area of origin, person by person.
fn expected(
    world: &World,
    whole: &BTreeSet<(CityCode, u32)>,
    part: &BTreeSet<(CityCode, u32)>,
    city: CityCode,
) -> f64 {
    let group = |person: &(CityCode, u32)| {
        let one = world.contacts.iter().find(|one| (one.city, one.subject) == *person).unwrap();
        let area = world.words.countries().get(one.citizenship).map(|country| country.area_it.clone());
        (one.gender.code(), one.age.code(), area)
    };
    let people: Vec<_> =
        whole.iter().map(|person| (person.0, group(person), part.contains(person))).collect();
    let share = |wanted: &(&str, &str, Option<String>)| {
        let alike: Vec<_> = people.iter().filter(|(_, group, _)| group == wanted).collect();
        alike.iter().filter(|(.., has)| *has).count() as f64 / alike.len() as f64
    };
    people.iter().filter(|(home, ..)| *home == city).map(|(_, group, _)| share(group)).sum()
}

#[test]
fn too_small_a_city_gets_no_verdict() {
    let world = world(7, 60);
    let ground = Ground {
        mart: &world.mart,
        network: &world.network,
        words: &world.words,
        indicators: &world.indicators,
        edition: edition(),
    };
    let indicator = world.indicators.get("N.2.3").unwrap();
    let compared = compare(&ground, indicator, Against::Whole, "2024".parse().unwrap()).unwrap();
    let small = compared.cities.iter().filter(|city| city.point.expected < 5.0);
    assert!(small.clone().count() > 0);
    assert!(small.into_iter().all(|city| city.point.verdict == Verdict::TooFew));
    let contacts = world.indicators.get("N.1").unwrap();
    assert!(compare(&ground, contacts, Against::Residents, "2024".parse().unwrap()).is_err());
    assert!(
        compare(&ground, world.indicators.get("N.2").unwrap(), Against::Whole, "2024".parse().unwrap())
            .is_err()
    );
}
