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
/// under an operator's hands; then, in their order, those for which both cities have room.
fn chosen(
    questions: Vec<Question>,
    city: impl Fn(Handle) -> Option<CityCode>,
    kept: &BTreeMap<(Handle, Handle), Kept>,
) -> Vec<Question> {
    let mut waiting = Waiting::default();
    let is_asked =
        |question: &Question| kept.get(&(question.a, question.b)).is_some_and(|pair| pair.is_asked);
    let (mut chosen, rest): (Vec<Question>, Vec<Question>) = questions.into_iter().partition(is_asked);
    for question in &chosen {
        let waits = kept.get(&(question.a, question.b)).map_or([true; 2], |pair| pair.waits);
        let sides = [question.a, question.b].into_iter().zip(waits);
        sides.filter(|(_, waits)| *waits).for_each(|(side, _)| waiting.add(city(side)));
    }
    for question in rest {
        let cities = [question.a, question.b].map(&city);
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
    let asked = chosen(network.questions(), |side| network.city(side), &kept);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Even numbers are of one city, odd ones of another, from 1,000 on of a third.
    fn city(side: Handle) -> Option<CityCode> {
        let code = if side.0 >= 1000 { "G273" } else { ["A662", "E472"][usize::from(side.0 % 2 == 1)] };
        code.parse().ok()
    }

    fn question(a: u64, b: u64) -> Question {
        Question { a: Handle(a), b: Handle(b), probability: 0.5 }
    }

    fn kept(waits: [bool; 2]) -> Kept {
        Kept { id: Uuid::nil(), is_asked: true, is_answered: waits != [true; 2], waits }
    }

    #[test]
    fn a_city_is_asked_so_much_at_once_and_the_rest_comes_up() {
        let all: Vec<Question> = (0..50).map(|at| question(2 * at, 2 * at + 1)).collect();
        let first = chosen(all.clone(), city, &BTreeMap::new());
        assert_eq!(first, all[..MOST_WAITING], "the first of them");
        // One is answered in one city alone: the other has no room yet.
        let mut pairs: BTreeMap<_, _> = first.iter().map(|one| ((one.a, one.b), kept([true; 2]))).collect();
        pairs.insert((first[3].a, first[3].b), kept([false, true]));
        assert_eq!(chosen(all.clone(), city, &pairs).len(), MOST_WAITING);
        // It is settled: the next comes up, and those that wait go on waiting.
        pairs.remove(&(first[3].a, first[3].b));
        let rest = [&all[..3], &all[4..]].concat();
        assert_eq!(chosen(rest, city, &pairs)[MOST_WAITING - 1], all[MOST_WAITING]);
    }

    #[test]
    fn what_waits_keeps_its_place_and_a_full_city_stops_no_other() {
        let all: Vec<Question> = (0..30).map(|at| question(2 * at, 2 * at + 1)).collect();
        let late: BTreeMap<_, _> = all[25..].iter().map(|one| ((one.a, one.b), kept([true; 2]))).collect();
        let asked = chosen(all.clone(), city, &late);
        assert!(late.keys().all(|pair| asked.iter().any(|one| (one.a, one.b) == *pair)));
        assert_eq!(asked.len(), MOST_WAITING);
        let others = [all, vec![question(60, 1001), question(1002, 1003)]].concat();
        let asked = chosen(others, city, &BTreeMap::new());
        assert_eq!(asked.last(), Some(&question(1002, 1003)));
        assert!(!asked.contains(&question(60, 1001)));
    }
}
