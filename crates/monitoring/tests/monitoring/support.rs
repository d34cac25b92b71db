//! Facts that a seed invents, and a monitor over them.

use std::sync::Arc;

use kernel::{AgeBracket, CityCode, Day, FixedClock, Gender, Month, Timestamp};
use mart::{Fact, FactsBuilder, Live, Mart, Partition, UNKNOWN};
use monitoring::{Indicators, Monitor};
use network::vocabulary::Vocabulary;
use network::{Catalogue, Network};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;
use rand::{Rng as _, SeedableRng as _};

/// One contact, as the oracle sees it.
#[derive(Clone, Debug)]
pub struct Contact {
    pub city: CityCode,
    pub day: Day,
    pub subject: u32,
    pub network_subject: u32,
    pub service: &'static str,
    pub area: &'static str,
    pub point: String,
    pub gender: Gender,
    pub age: AgeBracket,
    pub citizenship: &'static str,
    pub minutes: Option<u32>,
}

const SERVICES: [(&str, &str); 6] = [
    ("legal_support", "taking_in_charge"),
    ("language_course", "taking_in_charge"),
    ("civic_orientation_course", "taking_in_charge"),
    ("housing_search", "housing"),
    ("civic_engagement", "civic_engagement"),
    (UNKNOWN, UNKNOWN),
];
const CITIZENSHIPS: [&str; 6] = ["SN", "UA", "BD", "FR", "IT", UNKNOWN];

/// Contacts from 1 October 2023 on: some before the edition began, citizens of the Union among them.
pub fn contacts(seed: u64, network: &Network, count: usize, cities: usize) -> Vec<Contact> {
    let mut random = StdRng::seed_from_u64(seed);
    let cities: Vec<CityCode> = network.cities.iter().map(|city| city.code).take(cities).collect();
    let start = Day::from_ymd_opt(2023, 10, 1).unwrap();
    let mut list = Vec::new();
    for _ in 0..count {
        let Some(city) = cities.choose(&mut random).copied() else { break };
        let subject = random.random_range(1..=u32::try_from(count / 4 / cities.len() + 2).unwrap());
        // What belongs to the person follows from city and number.
        let mix = subject.wrapping_mul(7) + u32::from(city.as_str().as_bytes()[1]);
        let (service, area) = SERVICES[random.random_range(0..SERVICES.len())];
        list.push(Contact {
            city,
            day: start + chrono::Duration::days(random.random_range(0..900)),
            subject,
            network_subject: if subject % 5 == 0 {
                subject
            } else {
                subject
                    + 100_000 * (1 + u32::from(city.as_str().as_bytes()[3]))
                    + 7919 * u32::from(city.as_str().as_bytes()[0])
            },
            service,
            area,
            point: if mix % 4 == 0 { UNKNOWN.to_owned() } else { format!("{city}:sportello {}", mix % 3) },
            gender: Gender::ALL[(mix % 4) as usize],
            age: AgeBracket::ALL[(mix / 2 % 4) as usize],
            citizenship: CITIZENSHIPS[(mix % 6) as usize],
            minutes: random.random_bool(0.8).then_some(30),
        });
    }
    list
}

/// Puts contacts into a mart.
pub fn fill(mart: &Mart, contacts: &[Contact]) {
    let mut partitions: Vec<Partition> =
        contacts.iter().map(|one| Partition { city: one.city, month: Month::of(one.day) }).collect();
    partitions.sort();
    partitions.dedup();
    for partition in partitions {
        let mut facts = FactsBuilder::default();
        let inside = |one: &&Contact| one.city == partition.city && Month::of(one.day) == partition.month;
        for one in contacts.iter().filter(inside) {
            facts.push(&Fact {
                day: one.day,
                kind: "contact",
                area: one.area,
                service: one.service,
                point: &one.point,
                subject: one.subject,
                network_subject: one.network_subject,
                gender: one.gender,
                age: one.age,
                citizenship: one.citizenship,
                permit: "work",
                minutes: one.minutes,
                recorded_on: one.day,
                ..Fact::default()
            });
        }
        mart.put(partition, facts.finish());
    }
    mart.follow(1, Timestamp::from_micros(1_790_000_000_000_000));
}

/// A monitor whose facts are these alone.
pub async fn monitor(folder: &std::path::Path, contacts: &[Contact]) -> Arc<Monitor> {
    let store = store::testing::embedded(folder, &[store::SLICE]).await;
    let live = Arc::new(Live::new(store, Vec::new(), None));
    fill(live.mart(), contacts);
    let network = Arc::new(Network::load(&Catalogue::embedded()).unwrap());
    let vocabulary = Arc::new(Vocabulary::embedded().unwrap());
    let indicators = Indicators::load(&Catalogue::embedded(), &network, &vocabulary).unwrap();
    let clock = FixedClock::noon(Day::from_ymd_opt(2026, 9, 21).unwrap());
    Arc::new(Monitor {
        live,
        network,
        vocabulary,
        indicators: Arc::new(indicators),
        clock: Arc::new(clock),
        waits: Vec::new(),
        certain: None,
    })
}
