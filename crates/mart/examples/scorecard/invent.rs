//! Facts of an invented network, the same for the same seed.

use kernel::{AgeBracket, CityCode, Day, Gender, Month};
use mart::{Fact, Facts, FactsBuilder, Partition};

/// The 22 cities and their weights: some are ten times as busy as others.
pub const CITIES: [(&str, u32); 22] = [
    ("A326", 6),
    ("A662", 40),
    ("A944", 78),
    ("A952", 22),
    ("B354", 24),
    ("B519", 10),
    ("B963", 28),
    ("C352", 50),
    ("D612", 75),
    ("D969", 80),
    ("E472", 38),
    ("F205", 190),
    ("F839", 90),
    ("G273", 54),
    ("G478", 46),
    ("G942", 12),
    ("H501", 210),
    ("I452", 18),
    ("L049", 24),
    ("L219", 120),
    ("L424", 42),
    ("L736", 60),
];

/// Services with their areas, the most asked for first.
const SERVICES: [(&str, &str); 28] = [
    ("legal_support", "taking_in_charge"),
    ("documents_residence", "taking_in_charge"),
    ("social_secretariat", "taking_in_charge"),
    ("job_guidance", "taking_in_charge"),
    ("cultural_mediation", "taking_in_charge"),
    ("language_course", "taking_in_charge"),
    ("health_orientation", "taking_in_charge"),
    ("emergency_shelter", "housing"),
    ("housing_search", "housing"),
    ("civic_engagement", "civic"),
    ("street_outreach", "taking_in_charge"),
    ("basic_needs", "taking_in_charge"),
    ("psychological_support", "taking_in_charge"),
    ("professional_guidance", "taking_in_charge"),
    ("civic_orientation_course", "taking_in_charge"),
    ("family_reunification_information", "taking_in_charge"),
    ("skills_recognition_application", "taking_in_charge"),
    ("long_term_residence_application", "taking_in_charge"),
    ("voluntary_return_information", "taking_in_charge"),
    ("educational_support", "taking_in_charge"),
    ("childcare", "taking_in_charge"),
    ("mail_deposit", "taking_in_charge"),
    ("property_mediation", "housing"),
    ("rent_support", "housing"),
    ("cohousing", "housing"),
    ("housing_education", "housing"),
    ("community_event", "civic"),
    ("information_material", "civic"),
];
const POINTS: [&str; 4] = ["sportello centrale", "sportello nord", "unita mobile", "unknown"];
const CITIZENSHIPS: [&str; 20] = [
    "MA", "NG", "BD", "PK", "SN", "UA", "AL", "EG", "TN", "GM", "ML", "CI", "SO", "ER", "AF", "PE", "IN",
    "CN", "LK", "unknown",
];
const PERMITS: [&str; 6] =
    ["asylum_request", "international_protection", "work", "family", "none", "unknown"];
const MODALITIES: [&str; 4] = ["desk", "street", "telephone", "unknown"];
const OUTCOMES: [&str; 4] = ["done", "referred", "open", "unknown"];

/// First month, and how many.
pub const FIRST_MONTH: &str = "2024-01";
const MONTHS: i32 = 24;
/// Contacts of one person, on average.
const CONTACTS_EACH: u64 = 12;
const SEED: u64 = 0x4c47_4e65_7420_3232;

/// SplitMix64: a small generator with a published definition, so that the facts can be made again elsewhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`, evenly enough.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    /// Below `end`, small numbers more often.
    fn low(&mut self, end: u64) -> u64 {
        let (a, b) = (self.below(end), self.below(end));
        a.min(b)
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[usize::try_from(self.below(values.len() as u64)).unwrap_or(0)]
    }
}

struct Person {
    gender: Gender,
    age: AgeBracket,
    citizenship: &'static str,
    network: u32,
    household: u32,
}

/// Every partition of about `rows` facts, city by city.
pub fn network(rows: u64, mut each: impl FnMut(Partition, Facts)) {
    let weights: u64 = CITIES.iter().map(|(_, weight)| u64::from(*weight)).sum();
    let mut random = Random(SEED);
    let mut network = 0_u32;
    for (code, weight) in CITIES {
        let rows = rows * u64::from(weight) / weights;
        let Ok(city) = code.parse::<CityCode>() else { continue };
        let persons: Vec<Person> = (0..rows / CONTACTS_EACH + 1)
            .map(|number| {
                // Three in a hundred were met by an earlier city.
                let met = network > 1000 && random.below(100) < 3;
                let network_subject = if met {
                    u32::try_from(random.below(u64::from(network))).unwrap_or(0) + 1
                } else {
                    network += 1;
                    network
                };
                person(&mut random, network_subject, u32::try_from(number / 3 + 1).unwrap_or(0))
            })
            .collect();
        for offset in 0..MONTHS {
            let first: Month = FIRST_MONTH.parse().unwrap_or_else(|_| Month::from_ordinal(0));
            let month = Month::from_ordinal(first.ordinal() + offset);
            let share = rows / u64::from(MONTHS.unsigned_abs());
            each(Partition { city, month }, facts(&mut random, month, &persons, share));
        }
    }
}

fn person(random: &mut Random, network: u32, household: u32) -> Person {
    let gender = match random.below(1000) {
        0..430 => Gender::F,
        430..970 => Gender::M,
        970..976 => Gender::X,
        _ => Gender::Unknown,
    };
    let age = match random.below(100) {
        0..14 => AgeBracket::ALL[0],
        14..88 => AgeBracket::ALL[1],
        88..95 => AgeBracket::ALL[2],
        _ => AgeBracket::ALL[3],
    };
    let citizenship = CITIZENSHIPS[usize::try_from(random.low(CITIZENSHIPS.len() as u64)).unwrap_or(0)];
    Person { gender, age, citizenship, network, household }
}

/// A month of a city, ordered by day as a register is.
fn facts(random: &mut Random, month: Month, persons: &[Person], rows: u64) -> Facts {
    let days: Vec<Day> = month.first().iter_days().take_while(|day| *day <= month.last()).collect();
    let mut builder = FactsBuilder::default();
    let mut when: Vec<usize> =
        (0..rows).map(|_| usize::try_from(random.below(days.len() as u64)).unwrap_or(0)).collect();
    when.sort_unstable();
    for day in when {
        // People come for a while: who comes in a month is one of a window that moves with time.
        let all = persons.len() as u64;
        let window = (all / 3).max(1);
        let start = all * u64::try_from(month.ordinal().rem_euclid(12)).unwrap_or(0) / 12;
        let number = usize::try_from((start + random.low(window)) % all).unwrap_or(0);
        let person = &persons[number];
        let (service, area) = SERVICES[usize::try_from(random.low(SERVICES.len() as u64)).unwrap_or(0)];
        builder.push(&Fact {
            day: days[day],
            area,
            service,
            point: random.of(&POINTS),
            work_package: if area == "housing" { "WP3" } else { "WP2" },
            subject: u32::try_from(number + 1).unwrap_or(u32::MAX),
            network_subject: person.network,
            household: person.household,
            gender: person.gender,
            age: person.age,
            citizenship: person.citizenship,
            permit: random.of(&PERMITS),
            modality: random.of(&MODALITIES),
            outcome: random.of(&OUTCOMES),
            minutes: (random.below(3) > 0).then_some(15),
            recorded_on: days[day],
            ..Fact::default()
        });
    }
    builder.finish()
}
