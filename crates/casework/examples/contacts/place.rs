//! The installation of a run: its database, its keys, and people whom registers told.

use std::path::Path;
use std::sync::Arc;

use casework::facts::Contacts;
use casework::linking::Linker;
use casework::pages::App;
use casework::registers::import::{Importer, Upload};
use casework::registers::model::{Entry, Mapping, Reading};
use kernel::{CityCode, Clock as _, Day, Gender, SystemClock};
use mart::Live;
use network::vocabulary::Vocabulary;
use network::{Catalogue, Network};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use serde_json::{Value, json};
use store::keys::Keys;
use store::{Actor, Place, Slice, Store, Vault};

use crate::Failed;

/// The cities that are written to: one for each writer.
pub const CITIES: [&str; 4] = ["A662", "H501", "F205", "E472"];
/// Contacts that registers told of each person.
const MET: usize = 3;

/// The tables of the desk.
pub const SLICES: &[Slice] = &[
    store::SLICE,
    access::reads::SLICE,
    casework::SLICE,
    casework::desk::people::SLICE,
    casework::desk::contacts::SLICE,
    casework::desk::pathways::SLICE,
    casework::desk::referrals::SLICE,
    casework::desk::rights::SLICE,
];

/// The database in a folder.
pub async fn embedded(folder: &Path) -> Result<Store, Failed> {
    Ok(Store::open(&Place::Embedded(folder.join("bench.db")), SLICES).await?)
}

/// The installation of a folder, over a database.
pub async fn open(folder: &Path, store: Store) -> Result<App, Failed> {
    let keys = Arc::new(Keys::open(&folder.join("keys"), &mut rand::rng())?);
    let network = Network::load(&Catalogue::embedded())?;
    let codes: Vec<CityCode> = network.cities.iter().map(|city| city.code).collect();
    let mut random = StdRng::from_os_rng();
    let vault = Vault::open(&store, &keys.master, &codes, &SystemClock, &mut random).await?;
    let vocabulary = Arc::new(Vocabulary::embedded()?);
    let linker = Linker::new(&store, &vault, &keys, Arc::new(SystemClock));
    let live = Live::new(store.clone(), vec![Contacts::new(&vocabulary, &vault)], None).resting_on(linker);
    live.refresh().await?;
    let cities = Arc::clone(&network.cities);
    let (live, clock) = (Arc::new(live), Arc::new(SystemClock));
    Ok(App::new(store, keys, vault, live, vocabulary, cities, clock).with_points(network.points))
}

/// Makes an installation in a folder, and says what is in it.
pub async fn generate(folder: &Path, persons: usize) -> Result<Value, Failed> {
    std::fs::create_dir_all(folder)?;
    let app = open(folder, embedded(folder).await?).await?;
    fill(&app, persons).await?;
    app.store.close().await;
    Ok(
        json!({ "cities": CITIES.len(), "persons": persons * CITIES.len(), "contacts": persons * CITIES.len() * MET }),
    )
}

/// Brings a register of so many people to each city; the same people.
pub async fn fill(app: &App, persons: usize) -> Result<(), Failed> {
    fill_with(app, &|_| 0..persons).await
}

/// Brings a register to each city, of the people that it meets, by number.
pub async fn fill_with(app: &App, met: &dyn Fn(usize) -> std::ops::Range<usize>) -> Result<(), Failed> {
    let actor = Actor("bench".to_owned());
    let today = SystemClock.now().day();
    for (number, code) in CITIES.iter().enumerate() {
        let mut random = StdRng::seed_from_u64(number as u64);
        let entries = met(number).flat_map(|person| rows(person, today, &mut random)).collect();
        let importer = Importer {
            store: &app.store,
            keys: &app.keys,
            vault: &app.vault,
            clock: &*app.clock,
            actor: &actor,
            progress: &|_| {},
        };
        let reading = Reading { entries, ..Reading::default() };
        let file = format!("bench {:?}", met(number));
        let (upload, mapping) = (Upload::of("bench.csv", file.as_bytes()), Mapping::default());
        importer.import(code.parse()?, &upload, &mapping, reading, &mut random).await?;
    }
    Ok(())
}

/// The rows of one invented person, of the last two years.
fn rows(person: usize, today: Day, random: &mut StdRng) -> Vec<Entry> {
    const SYLLABLES: [&str; 16] =
        ["ba", "di", "fo", "gu", "ka", "le", "mi", "no", "pu", "ra", "se", "ti", "vo", "wa", "ye", "zo"];
    const SERVICES: [&str; 4] = ["legal_support", "housing_search", "job_guidance", "health_orientation"];
    const POINTS: [&str; 2] = ["Sportello centrale", "Sportello periferico"];
    // Different numbers give different names: people are told apart at once, as most are.
    let name = |mut number: usize| {
        let mut name = String::new();
        for _ in 0..4 {
            name.push_str(SYLLABLES[number % SYLLABLES.len()]);
            number /= SYLLABLES.len();
        }
        name
    };
    let (surname, given) = (name(person * 7 + 3), name(person * 31 + 11));
    let birth =
        Day::from_ymd_opt(1960, 1, 2).map(|day| day + chrono::Days::new((person as u64 * 37) % 16_000));
    let gender = if random.random() { Gender::F } else { Gender::M };
    let mut row = || Entry {
        sheet: String::new(),
        line: 1,
        day: today - chrono::Days::new(random.random_range(1..730)),
        surname: surname.clone(),
        given: given.clone(),
        birth,
        gender,
        citizenship: Some("SN".to_owned()),
        permit: Some("work".to_owned()),
        services: vec![SERVICES[random.random_range(0..SERVICES.len())].to_owned()],
        point: Some(POINTS[random.random_range(0..POINTS.len())].to_owned()),
        minutes: Some(30),
        modality: None,
        note: None,
    };
    (0..MET).map(|_| row()).collect()
}
