//! What is asked in two cities. Each side is a row of its own that holds nothing of the other's person but the city and
//! the years in which that city met them: an operator's page reads rows of their own city alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;
use kernel::{CityCode, Day, id::uuid_v7};
use linkage::network::{Handle, Network, Question};
use rand::RngCore;
use store::{StoreError, Unit, params};
use uuid::Uuid;

use super::memory::{handle, number};
use super::sides;

/// How many questions wait in a city at most. Each is put to a person who has to come by first, so a longer list is not
/// answered sooner; the rest wait, and come up as these are answered.
pub(super) const MOST_WAITING: usize = 20;

/// A pair as it is kept.
struct Kept {
    id: Uuid,
    is_asked: bool,
    is_answered: bool,
    /// Whether a side waits for its answer, in the order of the pair.
    waits: [bool; 2],
}

/// How many questions wait in each city.
#[derive(Default)]
struct Waiting(BTreeMap<CityCode, usize>);

impl Waiting {
    fn of(&self, city: Option<CityCode>) -> usize {
        city.and_then(|city| self.0.get(&city)).copied().unwrap_or_default()
    }

    fn add(&mut self, city: Option<CityCode>) {
        if let Some(city) = city {
            *self.0.entry(city).or_default() += 1;
        }
    }
}

/// Which of the questions of a network are asked. Those that wait already go on waiting, so that nothing disappears
/// under an operator's hands; then, the least certain first, those for which both cities have room.
fn chosen(network: &Network, kept: &BTreeMap<(Handle, Handle), Kept>) -> Vec<Question> {
    let mut waiting = Waiting::default();
    let (mut chosen, rest): (Vec<Question>, Vec<Question>) = network
        .questions()
        .into_iter()
        .partition(|question| kept.get(&(question.a, question.b)).is_some_and(|pair| pair.is_asked));
    for question in &chosen {
        let waits = kept.get(&(question.a, question.b)).map_or([true; 2], |pair| pair.waits);
        for (side, waits) in [question.a, question.b].into_iter().zip(waits) {
            if waits {
                waiting.add(network.city(side));
            }
        }
    }
    for question in rest {
        let cities = [question.a, question.b].map(|side| network.city(side));
        if cities.iter().all(|city| waiting.of(*city) < MOST_WAITING) {
            cities.into_iter().for_each(|city| waiting.add(city));
            chosen.push(question);
        }
    }
    chosen
}

/// Brings what is asked up to date with the network: new pairs are asked, others wait no more. A pair that somebody
/// answered stays, so that the answer can be taken back.
pub(super) async fn keep(
    unit: &mut Unit,
    network: &Network,
    random: &mut (dyn RngCore + Send),
) -> Result<(), StoreError> {
    let mut kept: BTreeMap<(Handle, Handle), Kept> = BTreeMap::new();
    for row in unit.fetch_all(&sides::PAIRS, params![]).await? {
        let waits = [row.get(5)?, row.get(6)?];
        let pair = Kept { id: row.get(0)?, is_asked: row.get(3)?, is_answered: row.get(4)?, waits };
        kept.insert((handle(&row, 1)?, handle(&row, 2)?), pair);
    }
    let asked = chosen(network, &kept);
    let (mut pairs, mut new) = (Vec::new(), Vec::new());
    let at = unit.at();
    for question in asked {
        match kept.remove(&(question.a, question.b)) {
            Some(pair) if pair.is_asked => {}
            Some(pair) => drop(unit.note(&sides::ASK, params![pair.id, true]).await?),
            None => {
                let pair = uuid_v7(at, random);
                pairs.push(params![pair, number(question.a), number(question.b), 0_i64]);
                new.push((pair, question));
            }
        }
    }
    if !new.is_empty() {
        unit.note_many(&sides::INSERT_PAIRS, pairs).await?;
        let years = years_of_new(unit).await?;
        let mut rows = Vec::new();
        for (pair, Question { a, b, .. }) in new {
            for (mine, other) in [(a, b), (b, a)] {
                let (Some(city), Some(other_city)) = (network.city(mine), network.city(other)) else {
                    continue;
                };
                let id = uuid_v7(at, random);
                let years = years.get(&other).map(String::as_str).unwrap_or_default();
                rows.push(params![id, city, pair, number(mine), other_city, years, true, at]);
            }
        }
        unit.note_many(&sides::INSERT_SIDES, rows).await?;
    }
    for pair in kept.into_values() {
        if !pair.is_answered {
            unit.note(&sides::DROP, params![pair.id]).await?;
        } else if pair.is_asked {
            unit.note(&sides::ASK, params![pair.id, false]).await?;
        }
    }
    Ok(())
}

/// The years in which those of pairs without sides were met, separated by spaces.
async fn years_of_new(unit: &mut Unit) -> Result<BTreeMap<Handle, String>, StoreError> {
    let mut years: BTreeMap<Handle, BTreeSet<i32>> = BTreeMap::new();
    for row in unit.fetch_all(&sides::DAYS, params![]).await? {
        years.entry(handle(&row, 0)?).or_default().insert(row.get::<Day>(1)?.year());
    }
    let words = |years: BTreeSet<i32>| years.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
    Ok(years.into_iter().map(|(of, years)| (of, words(years))).collect())
}
