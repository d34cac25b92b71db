//! Registers of made-up contacts, half a year to a file, in the shape a city keeps them.

use chrono::{Datelike, Days, Weekday};
use kernel::{Day, Gender, Period};
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};

use super::people::Person;

/// Services as registers write them, with area and weight.
const SERVICES: [(&str, Area, u32); 20] = [
    ("Orientamento legale", Area::Care, 14),
    ("Segretariato sociale", Area::Care, 11),
    ("Mediazione linguistico-culturale", Area::Care, 9),
    ("Residenza e documenti", Area::Care, 12),
    ("Orientamento sanitario", Area::Care, 8),
    ("Orientamento al lavoro", Area::Care, 10),
    ("Corso di lingua italiana", Area::Care, 9),
    ("Accompagnamento professionale individuale", Area::Care, 5),
    ("Supporto psicologico", Area::Care, 4),
    ("Corso di orientamento civico", Area::Care, 3),
    ("Informazioni ricongiungimento familiare", Area::Care, 3),
    ("Informazioni ritorno volontario", Area::Care, 1),
    ("Domanda di permesso di lungo periodo", Area::Care, 2),
    ("Domanda di riconoscimento titoli o competenze", Area::Care, 2),
    ("Contatto di strada", Area::Street, 6),
    ("Posto letto temporaneo", Area::Housing, 9),
    ("Ricerca alloggio", Area::Housing, 9),
    ("Mediazione immobiliare", Area::Housing, 3),
    ("Contributo affitto", Area::Housing, 2),
    ("Attività di impegno civico", Area::Civic, 8),
];

/// Where a service belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Area {
    /// Taking in charge, at a desk.
    Care,
    /// Taking in charge, on the street.
    Street,
    /// Housing.
    Housing,
    /// Civic engagement.
    Civic,
}

/// What a city of the demonstration is like.
pub struct City {
    /// Persons over the whole demonstration.
    pub persons: usize,
    /// The areas it runs.
    pub areas: Vec<Area>,
    /// Day of the first contact.
    pub opened: Day,
    /// Day of the last contact.
    pub last: Day,
    /// How many rows of a hundred thousand somebody wrote wrongly.
    pub careless: u32,
    /// Its own seed.
    pub seed: u64,
}

struct Line {
    day: Day,
    person: usize,
    service: &'static str,
    point: &'static str,
    minutes: u32,
}

/// The registers of a city: file name and CSV bytes, oldest first. `shared` are people who were met in
/// other cities too.
pub fn write(name: &str, city: &City, shared: &[Person]) -> Vec<(String, Vec<u8>)> {
    let mut random = StdRng::seed_from_u64(city.seed);
    let mut people: Vec<Person> = shared.to_vec();
    people.resize_with(city.persons.max(shared.len()), || Person::invent(&mut random));
    let mut lines = lines(city, people.len(), &mut random);
    lines.sort_by_key(|line| (line.day, line.person));
    let mut files = Vec::new();
    for (label, period) in halves(city.opened, city.last) {
        let rows: Vec<&Line> = lines.iter().filter(|line| period.contains(line.day)).collect();
        if !rows.is_empty() {
            let file = format!("registro-{}-{label}.csv", kernel::text::fold(name).replace(' ', "-"));
            files.push((file, csv_of(&rows, &people, city.careless, &mut random)));
        }
    }
    files
}

fn lines(city: &City, people: usize, random: &mut StdRng) -> Vec<Line> {
    let services: Vec<_> = SERVICES.iter().filter(|(_, area, _)| city.areas.contains(area)).collect();
    let span = (city.last - city.opened).num_days();
    let mut lines = Vec::new();
    for person in 0..people {
        let when: f64 = random.random();
        #[expect(clippy::cast_possible_truncation, reason = "a share of a few hundred days")]
        let mut day = city.opened + Days::new((when * span as f64) as u64);
        let favourite = services.choose_weighted(random, |(.., weight)| *weight).ok();
        loop {
            let day_open = working_day(day);
            if day_open > city.last {
                break;
            }
            let usual = random.random_ratio(2, 5).then_some(favourite).flatten();
            let chosen = usual.or_else(|| services.choose_weighted(random, |(.., weight)| *weight).ok());
            let Some((service, area, _)) = chosen.copied() else { break };
            lines.push(Line {
                day: day_open,
                person,
                service,
                point: point(*area, random),
                minutes: [15, 20, 30, 30, 45, 60, 90].choose(random).copied().unwrap_or(30),
            });
            if random.random_ratio(17, 100) {
                break;
            }
            day = day + Days::new(random.random_range(3..45));
        }
    }
    lines
}

fn working_day(day: Day) -> Day {
    match day.weekday() {
        Weekday::Sat => day + Days::new(2),
        Weekday::Sun => day + Days::new(1),
        _ => day,
    }
}

fn point(area: Area, random: &mut StdRng) -> &'static str {
    match area {
        Area::Street => "Unità mobile",
        Area::Housing => "Agenzia per la casa",
        Area::Civic => "Portineria di comunità",
        Area::Care if random.random_ratio(1, 3) => "Sportello periferico",
        Area::Care => "Sportello centrale",
    }
}

fn halves(from: Day, to: Day) -> Vec<(String, Period)> {
    let mut halves = Vec::new();
    for year in from.year()..=to.year() {
        for half in ["H1", "H2"] {
            let label = format!("{year}-{half}");
            if let Ok(period) = label.parse() {
                halves.push((label, period));
            }
        }
    }
    halves
}

fn csv_of(rows: &[&Line], people: &[Person], careless: u32, random: &mut StdRng) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    let header = [
        "Data",
        "Punto di accesso",
        "Cognome",
        "Nome",
        "Sesso",
        "Data di nascita",
        "Cittadinanza",
        "Titolo di soggiorno",
        "Servizio erogato",
        "Durata (min)",
    ];
    // Writing into memory cannot fail; if it did, the file would be short and the demonstration smaller.
    let _ = writer.write_record(header);
    for line in rows {
        let person = &people[line.person];
        let written = person.written(random);
        let birth = written.birth.map(italian).unwrap_or_default();
        let mut record = [
            italian(line.day),
            line.point.to_owned(),
            written.surname,
            written.given,
            (if person.gender == Gender::F { "F" } else { "M" }).to_owned(),
            birth,
            person.country.to_owned(),
            person.permit.to_owned(),
            line.service.to_owned(),
            line.minutes.to_string(),
        ];
        if random.random_ratio(careless, 100_000) {
            spoil(&mut record, line.day, random);
        }
        let _ = writer.write_record(&record);
    }
    writer.into_inner().unwrap_or_default()
}

/// The mistakes that a register cannot be counted with.
fn spoil(record: &mut [String; 10], day: Day, random: &mut StdRng) {
    match random.random_range(0..5) {
        0 => record[0] = format!("31/02/{}", day.year()),
        1 => record[5] = italian(day + Days::new(20)),
        2 => (record[2], record[3]) = (String::new(), String::new()),
        3 => record[8] = "Orientamento legle e amministrativo".to_owned(),
        _ => record[9] = "-30".to_owned(),
    }
}

fn italian(day: Day) -> String {
    day.format("%d/%m/%Y").to_string()
}
