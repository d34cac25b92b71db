//! The search by name over a million invented people of one city, timed letter by letter. `bench/run` calls it.
//!
//! ```text
//! names measure [PEOPLE]    JSON on standard output
//! ```

mod invent;
mod typing;

use std::io::Write as _;
use std::time::Instant;

use casework::names::{CityIndex, Query};
use kernel::Day;

type Failed = Box<dyn std::error::Error + Send + Sync>;

/// People who are looked for.
const SOUGHT: usize = 300;
/// Those who are shown.
const SHOWN: usize = 20;

fn main() -> Result<(), Failed> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let told = match words.as_slice() {
        ["measure"] => measure(1_000_000),
        ["measure", people] => measure(people.parse()?),
        _ => return Err("names measure [PEOPLE]".into()),
    };
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}

fn measure(count: usize) -> serde_json::Value {
    let people = invent::people(count);
    let begun = Instant::now();
    let index = CityIndex::of(people.iter().cloned());
    let built = begun.elapsed().as_secs_f64();
    let today = Day::from_ymd_opt(2026, 6, 1).unwrap_or_default();

    let mut random = invent::Random::new(20_260_601);
    let (mut while_typing, mut whole) = (Vec::new(), Vec::new());
    let (mut first, mut shown) = (0, 0);
    for _ in 0..SOUGHT {
        let (person, _, form) = &people[random.below(people.len())];
        let written = typing::as_typed(form, &mut random);
        let letters: Vec<char> = written.chars().collect();
        for end in 2..=letters.len() {
            let typed: String = letters[..end].iter().collect();
            let begun = Instant::now();
            let found = index.search(&Query::typed(&typed, today), SHOWN);
            let took = begun.elapsed().as_secs_f64() * 1e3;
            while_typing.push(took);
            if end == letters.len() {
                whole.push(took);
                let place = found.hits.iter().position(|hit| hit.person == *person);
                first += usize::from(place.is_some_and(|place| place < 5));
                shown += usize::from(place.is_some());
            }
        }
    }
    let share = |found: usize| found as f64 / SOUGHT as f64;
    serde_json::json!({
        "people": people.len(),
        "build_s": built,
        "while_typing_ms": spread(while_typing),
        "whole_ms": spread(whole),
        "among_first_five": share(first),
        "among_shown": share(shown),
    })
}

fn spread(mut times: Vec<f64>) -> serde_json::Value {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times[(times.len() * share).div_ceil(100).saturating_sub(1).min(times.len() - 1)];
    serde_json::json!({
        "n": times.len(), "min": at(0), "median": at(50), "p95": at(95), "p99": at(99), "max": at(100),
    })
}
