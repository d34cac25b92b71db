//! What can happen, in any order. Numbers choose among what is there at that moment; what a rule refuses changes
//! nothing.

use casework::desk::pathways::model::ActionArea;
use casework::desk::pathways::write::{DeskError, PathwayAs, StayAs};
use casework::registers::model::Entry;
use linkage::Decision;
use proptest::prelude::*;

use super::steps::{answer, on};
use crate::installation::{Installation, bari};
use crate::steps::{Line, rows};

/// One thing that somebody does.
#[derive(Clone, Debug)]
pub enum Act {
    Import(Vec<Line>),
    Withdraw(usize),
    Decide { pair: usize, joined: bool },
    Undo(usize),
    Open { person: usize, point: usize, day: u16 },
    Close { pathway: usize, day: u16, answers: Vec<(usize, u16)> },
    Correct { pathway: usize, opened: u16, closed: Option<u16>, point: usize },
    TakeAway(usize),
    Stay { person: usize, house: usize, from: u16, nights: Option<u16> },
    Leave { stay: usize, day: u16 },
    CorrectStay { stay: usize, house: usize, from: u16, nights: Option<u16> },
    TakeStayAway(usize),
    Tell { person: usize, answer: usize, day: u16 },
    TakeResultAway(usize),
    Erase(usize),
    Refresh,
}

const POINTS: [Option<&str>; 3] = [None, Some("sportello"), Some("unita mobile")];
const HOUSES: [&str; 2] = ["casa aurora", "via roma 3"];

/// Days of one year and a bit.
fn number() -> impl Strategy<Value = u16> {
    0..370_u16
}

/// A few acts, after a register that brings people.
pub fn acts(at_most: usize) -> impl Strategy<Value = Vec<Act>> {
    let import = || rows(8).prop_map(Act::Import);
    let which = 0..12_usize;
    let act = prop_oneof![
        2 => import(),
        1 => (0..3_usize).prop_map(Act::Withdraw),
        4 => (0..4_usize, prop::bool::weighted(0.7)).prop_map(|(pair, joined)| Act::Decide { pair, joined }),
        2 => (0..4_usize).prop_map(Act::Undo),
        6 => (which.clone(), 0..3_usize, number())
            .prop_map(|(person, point, day)| Act::Open { person, point, day }),
        4 => (which.clone(), number(), prop::collection::vec((0..9_usize, number()), 0..3))
            .prop_map(|(pathway, day, answers)| Act::Close { pathway, day, answers }),
        3 => (which.clone(), number(), prop::option::of(number()), 0..3_usize)
            .prop_map(|(pathway, opened, closed, point)| Act::Correct { pathway, opened, closed, point }),
        1 => which.clone().prop_map(Act::TakeAway),
        4 => (which.clone(), 0..2_usize, number(), prop::option::of(1..200_u16))
            .prop_map(|(person, house, from, nights)| Act::Stay { person, house, from, nights }),
        2 => (which.clone(), number()).prop_map(|(stay, day)| Act::Leave { stay, day }),
        2 => (which.clone(), 0..2_usize, number(), prop::option::of(1..200_u16))
            .prop_map(|(stay, house, from, nights)| Act::CorrectStay { stay, house, from, nights }),
        1 => which.clone().prop_map(Act::TakeStayAway),
        5 => (which.clone(), 0..9_usize, number())
            .prop_map(|(person, answer, day)| Act::Tell { person, answer, day }),
        1 => which.clone().prop_map(Act::TakeResultAway),
        2 => which.prop_map(Act::Erase),
        2 => Just(Act::Refresh),
    ];
    let first = rows(16).prop_map(Act::Import);
    (first, prop::collection::vec(act, 3..at_most)).prop_map(|(first, mut acts)| {
        acts.insert(0, first);
        acts
    })
}

/// Does the acts one after the other.
pub async fn run(house: &mut Installation, acts: &[Act]) {
    let mut registers = Vec::new();
    house.house("Casa Aurora", 2).await;
    house.house("Via Roma 3", 1).await;
    for act in acts {
        // What was read before is what a forgotten month would leave wrong.
        if matches!(act, Act::Decide { .. } | Act::Undo(_) | Act::Withdraw(_) | Act::Tell { .. }) {
            house.live.refresh().await.unwrap();
        }
        match act {
            Act::Import(lines) => {
                let entries: Vec<Entry> = lines.iter().map(applied).collect();
                registers.push(house.import(bari(), &entries).await.register);
            }
            Act::Withdraw(register) => {
                if let Some(register) = registers.get(*register) {
                    house.withdraw(bari(), *register).await;
                }
            }
            Act::Decide { pair, joined } => {
                if let Some(doubt) = house.doubts(bari(), true).await.get(*pair) {
                    let decision = if *joined { Decision::Joined } else { Decision::Separated };
                    house.decide(bari(), doubt.id, decision).await.unwrap();
                }
            }
            Act::Undo(pair) => {
                if let Some(doubt) = house.doubts(bari(), false).await.get(*pair) {
                    let _ = house.undo(bari(), doubt.id).await;
                }
            }
            Act::Erase(person) => {
                if let Some(person) = house.person(*person).await {
                    house.erase_in_peace(bari(), person).await;
                }
            }
            Act::Refresh => house.live.refresh().await.unwrap(),
            _ => allowed(at_desk(house, act).await),
        }
    }
}

/// Some rows are about an application: a result that a contact says by itself.
fn applied(line: &Line) -> Entry {
    let mut entry = line.0.clone();
    if entry.minutes.is_some_and(|minutes| minutes % 3 == 0) {
        entry.services.push("long_term_residence_application".to_owned());
    }
    entry
}

/// A rule may refuse; nothing else may go wrong.
fn allowed(outcome: Result<(), DeskError>) {
    match outcome {
        Ok(()) | Err(DeskError::Refused(_)) => {}
        Err(error) => panic!("{error}"),
    }
}

async fn at_desk(house: &mut Installation, act: &Act) -> Result<(), DeskError> {
    match act {
        Act::Open { person, point, day } => {
            let Some(person) = house.person(*person).await else { return Ok(()) };
            house.take_in_charge(person, POINTS[*point], on(*day)).await.map(|_| ())
        }
        Act::Close { pathway, day, answers } => {
            let Some(pathway) = house.pathway(*pathway).await else { return Ok(()) };
            let answers = answers.iter().map(|(number, day)| (answer(*number), on(*day))).collect();
            house.close(pathway, on(*day), answers).await
        }
        Act::Correct { pathway, opened, closed, point } => {
            let Some(id) = house.pathway(*pathway).await else { return Ok(()) };
            let to = PathwayAs {
                area: ActionArea::ALL[*point],
                point: POINTS[*point].map(str::to_owned),
                opened_on: on(*opened),
                closed: closed.map(|closed| (on(closed), "died".to_owned())),
            };
            house.correct_pathway(id, &to).await
        }
        Act::TakeAway(pathway) => {
            let Some(id) = house.pathway(*pathway).await else { return Ok(()) };
            let correction = house.fresh_id();
            house.writer().withdraw_pathway(correction, id, "persona sbagliata").await
        }
        Act::Tell { person, answer: number, day } => {
            let Some(person) = house.person(*person).await else { return Ok(()) };
            house.tell(person, answer(*number), on(*day)).await.map(|_| ())
        }
        Act::TakeResultAway(result) => {
            let Some(id) = house.result(*result).await else { return Ok(()) };
            let correction = house.fresh_id();
            house.writer().withdraw_result(correction, id, "mai detto").await
        }
        _ => in_houses(house, act).await,
    }
}

async fn in_houses(house: &mut Installation, act: &Act) -> Result<(), DeskError> {
    match act {
        Act::Stay { person, house: place, from, nights } => {
            let Some(person) = house.person(*person).await else { return Ok(()) };
            let until = nights.map(|nights| on(from + nights));
            house.give_place(person, HOUSES[*place], on(*from), until).await.map(|_| ())
        }
        Act::Leave { stay, day } => {
            let Some(id) = house.stay(*stay).await else { return Ok(()) };
            house.writer().end_stay(id, on(*day)).await
        }
        Act::CorrectStay { stay, house: place, from, nights } => {
            let Some(id) = house.stay(*stay).await else { return Ok(()) };
            let until = nights.map(|nights| on(from + nights));
            let to = StayAs { point: HOUSES[*place].to_owned(), bed: String::new(), from: on(*from), until };
            house.correct_stay(id, &to).await
        }
        Act::TakeStayAway(stay) => {
            let Some(id) = house.stay(*stay).await else { return Ok(()) };
            let correction = house.fresh_id();
            house.writer().withdraw_stay(correction, id, "mai entrata").await
        }
        other => panic!("{other:?} is done elsewhere"),
    }
}
