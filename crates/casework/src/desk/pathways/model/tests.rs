use kernel::{Day, Timestamp};

use super::*;
use crate::people::FormId;

mod days;
mod needs;
mod results;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-06-01")
}

fn span(from: &str, until: &str) -> Span {
    Span::new(day(from), (!until.is_empty()).then(|| day(until)))
}

fn new<T>(make: fn(Timestamp, &mut dyn rand::RngCore) -> T) -> T {
    make(Timestamp::default(), &mut rand::rng())
}
