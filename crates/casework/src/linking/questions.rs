//! What is asked in two cities. Each side is a row of its own that holds nothing of the other's person but the city and
//! the years in which that city met them: an operator's page reads rows of their own city alone.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;
use kernel::{Day, id::uuid_v7};
use linkage::network::{Handle, Network};
use rand::RngCore;
use store::{StoreError, Unit, params};
use uuid::Uuid;

use super::memory::{handle, number};
use super::sides;

/// A pair as it is kept.
struct Kept {
    id: Uuid,
    is_asked: bool,
    is_answered: bool,
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
        let pair = Kept { id: row.get(0)?, is_asked: row.get(3)?, is_answered: row.get(4)? };
        kept.insert((handle(&row, 1)?, handle(&row, 2)?), pair);
    }
    let mut pairs = Vec::new();
    let mut rows = Vec::new();
    let at = unit.at();
    for question in network.questions() {
        match kept.remove(&(question.a, question.b)) {
            Some(pair) if pair.is_asked => {}
            Some(pair) => drop(unit.note(&sides::ASK, params![pair.id, true]).await?),
            None => {
                let pair = uuid_v7(at, random);
                pairs.push(params![pair, number(question.a), number(question.b), 0_i64]);
                for (mine, other) in [(question.a, question.b), (question.b, question.a)] {
                    let (Some(city), Some(other_city)) = (network.city(mine), network.city(other)) else {
                        continue;
                    };
                    let years = years(unit, other).await?;
                    let id = uuid_v7(at, random);
                    rows.push(params![id, city, pair, number(mine), other_city, years, true, at]);
                }
            }
        }
    }
    unit.note_many(&sides::INSERT_PAIRS, pairs).await?;
    unit.note_many(&sides::INSERT_SIDES, rows).await?;
    for pair in kept.into_values() {
        if pair.is_answered {
            unit.note(&sides::ASK, params![pair.id, false]).await?;
        } else {
            unit.note(&sides::DROP, params![pair.id]).await?;
        }
    }
    Ok(())
}

/// The years in which a person was met, separated by spaces.
async fn years(unit: &mut Unit, of: Handle) -> Result<String, StoreError> {
    let mut years = BTreeSet::new();
    for row in unit.fetch_all(&sides::DAYS, params![number(of)]).await? {
        years.insert(row.get::<Day>(0)?.year());
    }
    Ok(years.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
}
