//! What the desks of the demonstration did: planned city by city, then done in the order of time through the writers
//! that the pages call. The same registers and the same day give the same desks.

mod city;
mod contacts;
mod deed;
mod hands;
mod pathways;
mod people;
mod reads;
mod referrals;
mod stays;
#[cfg(test)]
mod tests;
mod texts;

use casework::people::roll::roll;
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use self::city::Desk;
use self::deed::{Deed, Line};
use self::hands::Hands;
use self::referrals::Fate;
use super::SEED;
use crate::app::App;

pub use reads::{Opened, read_files};

/// Does what the desks did; gives the files that were opened for it. One in `scale` people of the registers are those
/// that a desk chooses from: it does as much whatever the scale.
///
/// # Errors
/// When a writer refuses a deed.
pub async fn work(app: &App, scale: u32) -> anyhow::Result<Vec<Opened>> {
    let mut hands = Hands { app, random: StdRng::seed_from_u64(SEED ^ 0x4445_534B) };
    let mut opened = Vec::new();
    for line in plan(app, scale).await? {
        if let Deed::Visit(_, person, _) = &line.deed {
            let (at, city, by, person) = (line.at, line.city, line.by.clone(), *person);
            opened.push(Opened { at, city, by, person });
        }
        hands.work(line).await?;
    }
    Ok(opened)
}

/// Everything that is done, in the order of time.
async fn plan(app: &App, scale: u32) -> anyhow::Result<Vec<Line>> {
    let mut desks = Vec::new();
    for (number, city) in (0_u64..).zip(app.network.cities.iter()) {
        let mut reader = app.store.reader().await?;
        let everybody = roll(&mut reader, city.code, scale.max(1)).await?;
        drop(reader);
        let random = StdRng::seed_from_u64(SEED ^ (number << 16));
        let mut desk = Desk::new(app, city, everybody, random);
        if desk.roll.is_empty() {
            continue;
        }
        desk.plan_pathways();
        desk.plan_stays();
        desk.plan_leaving(if desk.staff.len() > 1 { 6 } else { 2 });
        desk.plan_registrations();
        desk.plan_contacts();
        desk.plan_details();
        desk.plan_referrals();
        desks.push(desk);
    }
    plan_offers(&mut desks);
    let mut lines: Vec<Line> = desks.into_iter().flat_map(|desk| desk.lines).collect();
    lines.sort_by_key(|line| line.at);
    Ok(lines)
}

/// What becomes of the offers that come to a city, one after the other.
const FATES: [Fate; 6] =
    [Fate::Waits, Fate::Accepted, Fate::Refused, Fate::Waits, Fate::Accepted, Fate::Withdrawn];

/// Every city offers somebody to others; half of the offers go to cities where somebody of the demonstration answers.
fn plan_offers(desks: &mut [Desk<'_>]) {
    let busy: Vec<usize> = (0..desks.len()).filter(|desk| desks[*desk].staff.len() > 1).collect();
    let mut come = vec![0; desks.len()];
    let mut turns = busy.iter().copied().cycle();
    for from in 0..desks.len() {
        for round in 0..desks[from].leaving.len() {
            let next = if round % 2 == 0 { turns.find(|busy| *busy != from) } else { None };
            let to = next.unwrap_or((from + 1 + round) % desks.len());
            let fate = FATES[come[to] % FATES.len()];
            come[to] += 1;
            // What waits is new; what was answered is older.
            let ago = if fate == Fate::Waits { 1 + come[to] } else { 5 + 2 * come[to] };
            let code = desks[to].city.code;
            if let Some(offer) = desks[from].plan_offer(code, fate, ago as u64) {
                desks[to].plan_answer(offer);
            }
        }
    }
}
