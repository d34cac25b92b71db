//! Who read which file: a line for each contact at a desk where somebody of the demonstration works, and two days
//! that are not like the others.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use access::reads::{PersonNames as _, ReadLog, What};
use access::{Access, Who, account};
use casework::desk::people::WhoTheyAre;
use casework::people::PersonId;
use casework::people::roll::roll;
use chrono::Timelike as _;
use kernel::{CityCode, FixedClock, Timestamp};

use super::city::{moment, working_days};
use crate::app::App;
use crate::web;

/// A file that somebody opened to write a contact.
#[derive(Clone, Debug)]
pub struct Opened {
    /// When.
    pub at: Timestamp,
    /// In which city.
    pub city: CityCode,
    /// Who: a login.
    pub by: String,
    /// Whose.
    pub person: PersonId,
}

/// Files that somebody opened one evening.
const EVENING: usize = 6;

/// Writes the log of reads of those who have an account, and looks it over.
///
/// # Errors
/// When the database refuses.
pub async fn read_files(app: &App, access: &Access, opened: &[Opened], scale: u32) -> anyhow::Result<()> {
    let mut reader = app.store.reader().await?;
    let accounts = account::all(&mut reader, None).await?;
    drop(reader);
    let policies = &access.policies;
    let staff: BTreeMap<String, Who> = accounts
        .into_iter()
        .map(|one| {
            let (login, policies) = (one.login.clone(), policies.clone());
            let who = Who {
                account: one.id,
                login: one.login,
                name: one.name,
                role: one.role,
                city: one.city,
                offices: one.offices,
                policies,
            };
            (login, who)
        })
        .collect();
    let names = WhoTheyAre { store: app.store.clone(), vault: app.vault.clone() };
    for (number, one) in opened.iter().enumerate() {
        // Who works before dawn is a demonstration started then.
        let Some(who) = staff.get(&one.by).filter(|_| (7..20).contains(&one.at.local().hour())) else {
            continue;
        };
        let person = one.person.0;
        let log = log_at(app, one.at.micros() - 60_000_000);
        if number.is_multiple_of(3) {
            let called = names.names(one.city, &[person]).await.map_err(|error| anyhow::anyhow!(error))?;
            let searched = called.get(&person).and_then(|name| name.split(' ').next()).unwrap_or_default();
            log.search(who, one.city, searched, &[person], What::Desk).await?;
        }
        log.view(who, one.city, &[person], What::File).await?;
    }
    let mut looked = BTreeSet::new();
    for who in staff.values() {
        let Some(city) = who.city else { continue };
        looked.insert(city);
        match who.login.as_str() {
            "operatrice.bari" => evening(app, who, city, scale).await?,
            "operatrice.roma" => again_and_again(app, who, city).await?,
            _ => {}
        }
    }
    web::watch(app, access).catch_up(looked).await?;
    Ok(())
}

/// Some files of people met lately, late in the evening.
async fn evening(app: &App, who: &Who, city: CityCode, scale: u32) -> anyhow::Result<()> {
    let mut reader = app.store.reader().await?;
    let mut people = roll(&mut reader, city, scale).await?;
    drop(reader);
    people.sort_by_key(|one| std::cmp::Reverse(one.met.last().map(|met| met.day)));
    let Some(day) = working_days(app.clock.now().day(), 4).pop() else { return Ok(()) };
    for (number, one) in (0..).zip(people.iter().take(EVENING)) {
        let log = log_at(app, moment(day, 12 * 60 + 40 + number).micros());
        log.view(who, city, &[one.person.0], What::File).await?;
    }
    Ok(())
}

/// The same name searched again and again.
async fn again_and_again(app: &App, who: &Who, city: CityCode) -> anyhow::Result<()> {
    let Some(day) = working_days(app.clock.now().day(), 3).pop() else { return Ok(()) };
    for number in 0..6 {
        let log = log_at(app, moment(day, 90 + number * 40).micros());
        log.search(who, city, "Trovato Nessuno", &[], What::Desk).await?;
    }
    Ok(())
}

fn log_at(app: &App, micros: i64) -> ReadLog {
    let clock = Arc::new(FixedClock::at(Timestamp::from_micros(micros)));
    ReadLog::new(app.store.clone(), app.vault.clone(), clock)
}
