//! Filling the demonstration: every city imports its made-up registers.

use casework::registers::import::{Importer, Upload};
use casework::registers::model;
use chrono::Days;
use documents::sheets;
use kernel::Day;
use network::City;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use store::Actor;

use super::people::Person;
use super::registers::{self, Area};
use super::{FIRST_DAY, LAST_DAY, SEED};
use crate::app::App;

/// Fills an empty installation. The same scale gives the same people every time.
///
/// # Errors
/// What the database or a register says.
pub async fn fill(app: &App, scale: u32) -> anyhow::Result<()> {
    let actor = Actor("demo".to_owned());
    let mut unit = app.store.begin(&actor, &*app.clock).await?;
    unit.mark_demo().await?;
    unit.commit().await?;
    let mut random = StdRng::seed_from_u64(SEED);
    // Of some who are met elsewhere too a city knows the year of birth alone: there people have to be asked.
    let mut vague = StdRng::seed_from_u64(!SEED);
    // Three people in a hundred are met in two cities.
    let total: usize = app.network.cities.iter().map(|city| persons(city, scale)).sum();
    let travellers: Vec<Person> = (0..total * 3 / 200).map(|_| Person::invent(&mut random)).collect();
    for (number, city) in (0..).zip(app.network.cities.iter()) {
        let shared: Vec<Person> = travellers
            .iter()
            .filter(|_| random.random_range(0..total) < persons(city, scale) * 2)
            .take(persons(city, scale) / 8)
            .map(|person| if vague.random_ratio(1, 8) { person.known_by_year() } else { person.clone() })
            .collect();
        let plan = plan(city, scale, number);
        for (file_name, bytes) in registers::write(&city.name, &plan, &shared) {
            import(app, &actor, city, &file_name, &bytes, &mut random).await?;
        }
    }
    Ok(())
}

async fn import(
    app: &App,
    actor: &Actor,
    city: &City,
    file_name: &str,
    bytes: &[u8],
    random: &mut StdRng,
) -> anyhow::Result<()> {
    let workbook = sheets::read(bytes, file_name, &sheets::Limits::default())?;
    let mapping = app.mapping_for(city.code, &workbook).await?;
    let reading = model::read(&workbook, &mapping, &app.vocabulary, app.clock.now().day());
    let App { store, keys, vault, clock, .. } = app;
    let importer = Importer { store, keys, vault, clock: &**clock, actor, progress: &|_| {} };
    importer.import(city.code, &Upload::of(file_name, bytes), &mapping, reading, random).await?;
    Ok(())
}

/// How many people a city meets: as published where somebody published it (Latina, Genova, Bolzano, Trieste,
/// Sassari), else by the square root of its foreign residents, so that small cities are visible.
fn persons(city: &City, scale: u32) -> usize {
    let published = match city.name.as_str() {
        "Latina" => 1221,
        "Genova" => 400,
        "Bolzano" => 155,
        "Trieste" => 90,
        "Sassari" => 140,
        _ => 0,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds of people")]
    let usual = (f64::from(city.foreign_residents).sqrt() * 2.2) as usize;
    (if published > 0 { published } else { usual }) * scale as usize
}

fn plan(city: &City, scale: u32, number: u64) -> registers::City {
    let areas = match city.name.as_str() {
        // As published: Latina runs all three areas, Aosta housing only; the others are made up.
        "Aosta" => vec![Area::Housing],
        "Latina" => vec![Area::Care, Area::Street, Area::Housing, Area::Civic],
        "Napoli" | "Trieste" => vec![Area::Care, Area::Housing],
        _ if number.is_multiple_of(3) => vec![Area::Care, Area::Street, Area::Civic],
        _ if number % 3 == 1 => vec![Area::Care, Area::Street, Area::Housing],
        _ => vec![Area::Care, Area::Housing, Area::Civic],
    };
    let day = |(year, month, day)| Day::from_ymd_opt(year, month, day).unwrap_or_default();
    registers::City {
        persons: persons(city, scale),
        areas,
        opened: day(FIRST_DAY) + Days::new(number * 11 % 90),
        // Some cities have not brought in their last weeks yet.
        last: day(LAST_DAY) - Days::new(if number % 5 == 4 { 24 } else { 0 }),
        careless: if number.is_multiple_of(7) { 150 } else { 0 },
        seed: SEED ^ ((number + 1) << 8),
    }
}
