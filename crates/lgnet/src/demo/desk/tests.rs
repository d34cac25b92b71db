//! What the desks did, recounted by hand, is what the program answers.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use casework::desk::pathways::model::Answer;
use casework::desk::referrals::write::To;
use kernel::{CityCode, Day, FixedClock, Period};
use mart::{Dimension, Measure, Question};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

use super::deed::Deed;
use super::hands::Hands;
use super::{SEED, plan};
use crate::app::App;
use crate::cli::PlaceArguments;
use crate::demo::fill;

/// What a hand with paper and pencil counts.
#[derive(Default)]
struct Count {
    /// Pathways that were opened, by their number: city, person.
    pathways: BTreeMap<String, (CityCode, String)>,
    closed: BTreeSet<String>,
    /// Where a person came from another city.
    arrived: BTreeMap<CityCode, u64>,
    stays: BTreeMap<CityCode, u64>,
    households: BTreeMap<CityCode, BTreeSet<String>>,
    endings: BTreeMap<String, u64>,
    offers: BTreeMap<String, (CityCode, String)>,
    waiting: BTreeMap<CityCode, BTreeSet<String>>,
}

impl Count {
    fn take(&mut self, city: CityCode, deed: &Deed) {
        match deed {
            Deed::Open(open) => {
                self.pathways.insert(open.id.to_string(), (city, open.person.to_string()));
            }
            Deed::Close(closure) => {
                self.closed.insert(closure.pathway.to_string());
                *self.endings.entry(closure.outcome.clone()).or_default() += 1;
                for (answer, _) in &closure.answers {
                    if let Answer::Helpful(helpful) = answer {
                        *self.endings.entry(format!("helpful_{}", helpful.code())).or_default() += 1;
                    }
                }
            }
            Deed::Stay(_) => *self.stays.entry(city).or_default() += 1,
            Deed::Join(joining) => {
                self.households.entry(city).or_default().insert(format!("{:?}", household(joining)));
            }
            Deed::Refer(new) => {
                if let To::City { city: to, .. } = &new.to {
                    self.offers.insert(new.id.to_string(), (city, new.person.to_string()));
                    self.waiting.entry(*to).or_default().insert(new.id.to_string());
                }
            }
            Deed::Accept(id) => {
                let (from, person) = self.offers[&id.to_string()].clone();
                let left = self.pathways.iter().filter(|(_, of)| **of == (from, person.clone()));
                let left: Vec<String> = left.map(|(id, _)| id.clone()).collect();
                *self.endings.entry("transferred".into()).or_default() += left.len() as u64;
                self.closed.extend(left);
                *self.arrived.entry(city).or_default() += 1;
                self.waiting.entry(city).or_default().remove(&id.to_string());
            }
            Deed::Refuse(id, _) | Deed::Withdraw(id) => {
                for waiting in self.waiting.values_mut() {
                    waiting.remove(&id.to_string());
                }
            }
            _ => {}
        }
    }

    fn in_charge(&self, city: CityCode) -> u64 {
        let open = self.pathways.iter().filter(|(id, (of, _))| *of == city && !self.closed.contains(*id));
        let people: BTreeSet<&String> = open.map(|(_, (_, person))| person).collect();
        people.len() as u64 + self.arrived.get(&city).copied().unwrap_or_default()
    }
}

fn household(joining: &casework::desk::people::write::Joining) -> kernel::id::Uuid {
    use casework::desk::people::write::Which;
    match joining.household {
        Which::New(id) | Which::Known(id) => id.0,
    }
}

async fn answers(app: &App, measure: Measure, by: Dimension) -> BTreeMap<String, u64> {
    let days = |text: &str| text.parse::<Day>().unwrap();
    let period = Period { from: days("2024-01-01"), to: days("2026-11-24") };
    let answer = app.live.mart().ask(&Question::new(measure, period).by([by])).unwrap();
    answer.cells.into_iter().map(|cell| (cell.values[0].to_string(), cell.value)).collect()
}

#[tokio::test]
async fn what_the_desks_did_is_what_is_answered() {
    let folder = tempfile::tempdir().unwrap();
    let place = PlaceArguments { data: folder.path().to_owned(), database: None };
    let mut app = place.open().await.unwrap();
    app.clock = Arc::new(FixedClock::noon("2026-11-24".parse().unwrap()));
    fill::fill(&app, 1).await.unwrap();
    let mut count = Count::default();
    let mut hands = Hands { app: &app, random: StdRng::seed_from_u64(SEED) };
    for line in plan(&app, 1).await.unwrap() {
        count.take(line.city, &line.deed);
        hands.work(line).await.unwrap();
    }
    app.live.refresh().await.unwrap();

    let in_charge = answers(&app, Measure::InCharge, Dimension::City).await;
    let households = answers(&app, Measure::Households, Dimension::City).await;
    let stays = answers(&app, Measure::Stays, Dimension::City).await;
    let outcomes = answers(&app, Measure::Outcomes, Dimension::City).await;
    for city in app.network.cities.iter() {
        let code = city.code.as_str();
        assert_eq!(in_charge[code], count.in_charge(city.code), "in charge, {}", city.name);
        assert_eq!(stays[code], count.stays[&city.code], "stays, {}", city.name);
        assert_eq!(households[code], count.households[&city.code].len() as u64, "households, {}", city.name);
        assert!(outcomes[code] > 0 && in_charge[code] > 0, "{}", city.name);
    }
    let endings = answers(&app, Measure::Outcomes, Dimension::Outcome).await;
    for (code, times) in &count.endings {
        assert_eq!(endings[code], *times, "{code}");
    }
    let closing = app.vocabulary.outcomes().iter().filter(|one| one.closes());
    assert_eq!(closing.clone().count(), 12);
    for outcome in closing {
        assert!(count.endings.contains_key(&outcome.code), "nobody's pathway ends with {}", outcome.code);
    }
    // Where somebody of the demonstration can answer, an offer waits.
    for code in ["H501", "A662", "E472", "A944"] {
        let city: CityCode = code.parse().unwrap();
        assert!(
            count.waiting.get(&city).is_some_and(|waiting| !waiting.is_empty()),
            "no offer waits in {code}"
        );
    }
    app.store.reader().await.unwrap().verify_journal().await.unwrap();
}
