//! The same answers by looking at everybody: what the index is held to.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

use linkage::{Form, fold_name};

use super::index::{Found, Hit, WITHOUT_PARTICLES};
use super::quality::plainly::quality;
use super::query::{Birth, MOST_WORDS, Query, Typed, bare, sound_of};
use super::rank::{Beside, Fit, MOST_NAME_WORDS, fit};
use crate::people::{FormId, PersonId};

/// One way a person was written.
pub(super) type Written = (PersonId, FormId, Form);

/// How well somebody fits, by which words, written how.
type Fitting<'a> = (Fit, Vec<String>, &'a Written);

/// Those who fit best.
pub(super) fn search(people: &[Written], query: &Query, at_most: usize) -> Found {
    if query.says_too_little() {
        return Found::default();
    }
    let known = words_of_everybody(people);
    let parted = query.parted(|word| known.contains(word));
    let mut best: HashMap<PersonId, Fitting<'_>> = HashMap::new();
    for one in people {
        for reading in query.readings.iter().chain(&parted) {
            let Some(found) = fitting(query, reading, one) else { continue };
            if best.get(&one.0).is_none_or(|known| order(&found, known) == Ordering::Less) {
                best.insert(one.0, found);
            }
        }
    }
    let mut all: Vec<_> = best.into_values().collect();
    all.sort_by(order);
    let hit = |(fit, _, one): &Fitting<'_>| Hit { person: one.0, form: one.1, fit: *fit };
    Found { hits: all.iter().take(at_most).map(hit).collect(), more: all.len() > at_most }
}

fn words_of_everybody(people: &[Written]) -> HashSet<String> {
    let mut known = HashSet::new();
    for (.., form) in people {
        let name = form.whole_name();
        for word in words_of(&name) {
            known.extend(bare(&name, &word));
            known.insert(word);
        }
    }
    known
}

fn words_of(name: &str) -> Vec<String> {
    let mut words = fold_name(name).words;
    words.truncate(MOST_NAME_WORDS);
    words
}

fn fitting<'a>(query: &Query, reading: &[Typed], one: &'a Written) -> Option<Fitting<'a>> {
    let form = &one.2;
    let name = form.whole_name();
    let words = words_of(&name);
    let mut table = [[0.0_f64; MOST_NAME_WORDS]; MOST_WORDS];
    for (left, typed) in reading.iter().enumerate() {
        for (right, word) in words.iter().enumerate() {
            let fits = |word: &str| f64::from(quality(typed, word, &sound_of(word)) as f32);
            let end = bare(&name, word).map_or(0.0, |end| fits(&end) * WITHOUT_PARTICLES);
            table[left][right] = fits(word).max(end);
        }
    }
    let beside = Beside { birth: form.birth, gender: form.gender, citizenship: form.citizenship.as_deref() };
    let is_born_so = matches!((query.birth, form.birth), (Birth::Day(typed), Some(birth)) if typed == birth);
    // Somebody of whom nothing that was typed is known is not meant.
    let any = table.iter().flatten().any(|fits| *fits > 0.0) || (reading.is_empty() && is_born_so);
    let fit = fit(query, &table, reading.len(), words.len(), beside).filter(|_| any)?;
    Some((fit, words, one))
}

/// Which comes first: the better fit, then the name, the birth date and the identifier.
fn order(a: &Fitting<'_>, b: &Fitting<'_>) -> Ordering {
    let birth = |found: &Fitting<'_>| (found.2.2.birth.is_none(), found.2.2.birth);
    b.0.cmp(&a.0)
        .then_with(|| a.1.cmp(&b.1))
        .then_with(|| birth(a).cmp(&birth(b)))
        .then_with(|| (a.2.0, a.2.1).cmp(&(b.2.0, b.2.1)))
}
