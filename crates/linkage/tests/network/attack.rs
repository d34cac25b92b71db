//! A curious officer holds the stored encodings, no key, and a list of the 1,000 commonest names and of the birth
//! years with how often each occurs. They know the method to the letter. How many people do they name?
//!
//! The same officer tries plain filters: one keyed filter for each word, without salt, as they were first
//! published.

use std::collections::{BTreeMap, HashMap};

use kernel::{Day, Gender};
use linkage::network::clk::{self, Feature};
use linkage::network::{Encoder, Encoding, Identity, NetworkKey};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use super::names::COUNTRIES;

struct Person {
    surname: String,
    given: String,
    year: i32,
    identity: Identity,
}

/// Names as unequal as real ones: the commonest of a country is borne by many, the last by few.
fn people(count: usize, random: &mut StdRng) -> Vec<Person> {
    let pick = |names: &[&str], random: &mut StdRng| -> String {
        let weights: Vec<f64> = (1..=names.len()).map(|rank| 1.0 / rank as f64).collect();
        let mut at = random.random_range(0.0..weights.iter().sum());
        let chosen = weights.iter().position(|weight| {
            at -= weight;
            at < 0.0
        });
        names[chosen.unwrap_or(0)].to_owned()
    };
    (0..count)
        .map(|_| {
            let nth = (random.random_range(0.0..1.0_f64).powi(2) * COUNTRIES.len() as f64) as usize;
            let country = &COUNTRIES[nth];
            let gender = if random.random_bool(0.35) { Gender::F } else { Gender::M };
            let given = pick(if gender == Gender::F { country.women } else { country.men }, random);
            let surname = pick(country.surnames, random);
            let year = 2008 - (random.random_range(0.0..1.0_f64).powf(1.5) * 48.0) as i32;
            let first = random.random_bool(0.06);
            let day = if first { 1 } else { random.random_range(1..=365) };
            let identity = Identity {
                name: format!("{surname} {given}"),
                birth: Day::from_yo_opt(year, day),
                gender,
                citizenship: Some(country.code.to_owned()),
                further: Vec::new(),
            };
            Person { surname, given, year, identity }
        })
        .collect()
}

/// What is guessed of a person: surname, given name, birth year.
type Guess = (String, String, i32);

/// Guesses that are right: the whole name, and the name with the year (or a year beside it).
fn right(people: &[Person], guesses: &[Option<Guess>]) -> (usize, usize) {
    let mut right = (0, 0);
    for (person, guess) in people.iter().zip(guesses) {
        if let Some((surname, given, year)) = guess
            && (surname, given) == (&person.surname, &person.given)
        {
            right.0 += 1;
            right.1 += usize::from(person.year.abs_diff(*year) <= 1);
        }
    }
    right
}

/// Things with how many bear them, the most first.
fn ranked<K: Ord + Clone>(things: impl IntoIterator<Item = K>) -> Vec<(K, usize)> {
    let mut counts: BTreeMap<K, usize> = BTreeMap::new();
    things.into_iter().for_each(|thing| *counts.entry(thing).or_default() += 1);
    let mut ranked: Vec<(K, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    ranked
}

/// The officer's list: the 1,000 commonest names and all years, counted over another population.
struct List {
    names: Vec<((String, String), usize)>,
    words: Vec<(String, usize)>,
    years: Vec<(i32, usize)>,
}

fn list(random: &mut StdRng) -> List {
    let others = people(60_000, random);
    let mut names = ranked(others.iter().map(|person| (person.surname.clone(), person.given.clone())));
    names.truncate(1000);
    let words = ranked(others.iter().flat_map(|person| [person.surname.clone(), person.given.clone()]));
    let years = ranked(others.iter().map(|person| person.year));
    List { names, words, years }
}

/// Views of an encoding, read from its stored bytes as anybody could: kind, name of the salt, words.
fn views(bytes: &[u8]) -> Vec<(u8, u64, Vec<u64>)> {
    let (words, further) = (usize::from(bytes[1]), usize::from(bytes[2]));
    let numbers: Vec<u64> =
        bytes[3..].chunks_exact(8).map(|eight| u64::from_le_bytes(eight.try_into().unwrap())).collect();
    let view = |numbers: &[u64]| (numbers[1].to_le_bytes()[0], numbers[0], numbers[2..2 + words].to_vec());
    numbers.chunks_exact(2 + words + further).map(view).collect()
}

/// Frequency alignment: the things seen most often are taken for what the list has most often, rank by rank.
fn aligned<K: std::hash::Hash + Eq + Clone + Ord, N: Clone>(
    seen: &[Option<K>],
    expected: &[N],
) -> Vec<Option<N>> {
    let ranked = ranked(seen.iter().flatten().cloned());
    let named: HashMap<K, N> =
        ranked.into_iter().map(|(thing, _)| thing).zip(expected.iter().cloned()).collect();
    seen.iter().map(|thing| named.get(thing.as_ref()?).cloned()).collect()
}

/// The attack on salted views. For each kind of view the names of the salts are aligned with what such a salt
/// holds: year and name for those of a year and two words, name for the others that hold one.
fn by_salts(encodings: &[Encoding], list: &List, kind: u8) -> Vec<Option<Guess>> {
    let of_kind = |encoding: &Encoding| {
        views(&encoding.to_bytes()).into_iter().find(|view| view.0 == kind).map(|(_, salt, _)| salt)
    };
    let seen: Vec<Option<u64>> = encodings.iter().map(of_kind).collect();
    let mut expected: Vec<(f64, Guess)> = Vec::new();
    for ((surname, given), count) in &list.names {
        for (year, of_year) in list.years.iter().take(if kind == 2 { list.years.len() } else { 1 }) {
            expected.push(((count * of_year) as f64, (surname.clone(), given.clone(), *year)));
        }
    }
    expected.sort_by(|a, b| b.0.total_cmp(&a.0));
    let expected: Vec<Guess> = expected.into_iter().map(|(_, guess)| guess).collect();
    aligned(&seen, &expected)
}

/// How many bits the two words of a person share does not change with the salt where they begin alike, and that
/// they do can be seen. The officer works both out for every name of the list and takes the commonest name with
/// what is seen.
fn by_overlap(encodings: &[Encoding], list: &List) -> Vec<Option<Guess>> {
    let probe = Encoder::new(NetworkKey::new(&[77; 32]).unwrap());
    let overlap = |encoding: &Encoding| -> Option<u32> {
        let views = views(&encoding.to_bytes());
        let words = &views.first()?.2;
        let begin_alike = words.len() == 2 && (words[0] ^ words[1]) >> 58 == 0;
        (words.len() == 2).then(|| if begin_alike { (words[0] & words[1]).count_ones() } else { 0 })
    };
    let mut commonest: HashMap<u32, (String, String)> = HashMap::new();
    for ((surname, given), _) in &list.names {
        let identity = Identity {
            name: format!("{surname} {given}"),
            birth: Day::from_yo_opt(1990, 100),
            ..Identity::default()
        };
        if let Some(overlap) = overlap(&probe.encode(&identity)) {
            commonest.entry(overlap).or_insert((surname.clone(), given.clone()));
        }
    }
    let year = list.years[0].0;
    let guess = |encoding: &Encoding| {
        let (surname, given) = commonest.get(&overlap(encoding)?)?.clone();
        Some((surname, given, year))
    };
    encodings.iter().map(guess).collect()
}

/// The attack on plain filters: surname, given name and year each aligned by frequency, then the surname and
/// given name that go together by country.
fn on_plain(people: &[Person]) -> impl Fn(&List) -> Vec<Option<Guess>> {
    let features = |bits| [Feature { letters: 2, positional: false, bits }];
    let field = |value: &str| clk::clk(b"kept from the officer", &[value], &features(120));
    let surnames: Vec<Option<clk::Clk>> = people.iter().map(|person| Some(field(&person.surname))).collect();
    let givens: Vec<Option<clk::Clk>> = people.iter().map(|person| Some(field(&person.given))).collect();
    let years: Vec<Option<clk::Clk>> =
        people.iter().map(|person| Some(field(&person.year.to_string()))).collect();
    move |list: &List| {
        // Expected ranks of surnames, of given names and of years, from the same list.
        let marginal = |part: fn(&(String, String)) -> String| -> Vec<String> {
            let mut counts: BTreeMap<String, usize> = BTreeMap::new();
            list.names.iter().for_each(|(name, count)| *counts.entry(part(name)).or_default() += count);
            let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            counts.into_iter().map(|(word, _)| word).collect()
        };
        let expected_years: Vec<i32> = list.years.iter().map(|(year, _)| *year).collect();
        let surnames = aligned(&surnames, &marginal(|name| name.0.clone()));
        let givens = aligned(&givens, &marginal(|name| name.1.clone()));
        let years = aligned(&years, &expected_years);
        surnames.into_iter().zip(givens).zip(years).map(|((a, b), c)| Some((a?, b?, c?))).collect()
    }
}

#[test]
fn the_officer_names_nobody_they_could_not_have_guessed() {
    let mut random = StdRng::seed_from_u64(2026);
    let people = people(20_000, &mut random);
    let list = list(&mut random);
    let encoder = Encoder::new(NetworkKey::new(&[1; 32]).unwrap());
    let encodings: Vec<Encoding> = people.iter().map(|person| encoder.encode(&person.identity)).collect();
    let share = |count: usize| 100.0 * count as f64 / people.len() as f64;

    // Without looking: everybody bears the commonest name and was born in the commonest year.
    let ((surname, given), _) = list.names[0].clone();
    let blind = vec![Some((surname, given, list.years[0].0)); people.len()];
    let blind = right(&people, &blind);
    let plain = right(&people, &on_plain(&people)(&list));
    let mut best = (0, 0);
    for (how, guesses) in [
        ("salts of a year and two words", by_salts(&encodings, &list, 2)),
        ("salts of a 1 January", by_salts(&encodings, &list, 3)),
        ("salts of a day and two words", by_salts(&encodings, &list, 4)),
        ("salts of two words", by_salts(&encodings, &list, 5)),
        ("bits that two words share", by_overlap(&encodings, &list)),
    ] {
        let right = right(&people, &guesses);
        eprintln!("{how}: name {:.2} %, with the year {:.3} %", share(right.0), share(right.1));
        best = (best.0.max(right.0), best.1.max(right.1));
    }
    eprintln!("without looking: name {:.2} %, with the year {:.3} %", share(blind.0), share(blind.1));
    eprintln!("plain filters: name {:.2} %, with the year {:.3} %", share(plain.0), share(plain.1));
    // Hardly more than without looking, and far fewer than by plain filters.
    assert!(
        share(best.0) < 2.0 * share(blind.0) && share(best.1) < 2.0 * share(blind.1),
        "{best:?} {blind:?}"
    );
    assert!(plain.0 > 4 * best.0 && plain.1 > 20 * best.1, "{plain:?} {best:?}");
    // Words by words: no filter stands for many.
    let most_plain = list.words[0].1 * people.len() / 60_000;
    let filters = encodings
        .iter()
        .flat_map(|encoding| views(&encoding.to_bytes()).into_iter().flat_map(|(_, _, words)| words));
    let most = ranked(filters)[0].1;
    eprintln!("the commonest word: {most_plain} people; the commonest filter: {most} times");
    assert!(most * 20 < most_plain);
}
