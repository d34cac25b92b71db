//! Two cities of growing size: does the time grow with the people, or with their pairs?

use std::time::Instant;

use chrono::Days;
use kernel::{CityCode, Day, Gender};
use linkage::network::{Edit, Encoder, Handle, Identity, Network, NetworkKey, Thresholds};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

use crate::Failed;

/// Of the people of the first city so many are in the second as well.
const SHARED: f64 = 0.2;
const SYLLABLES: [&str; 40] = [
    "ba", "be", "bou", "da", "di", "do", "fa", "fe", "ga", "gue", "ha", "hu", "ja", "jo", "ka", "ki", "ko",
    "la", "li", "lo", "ma", "me", "mi", "mou", "na", "ni", "no", "ra", "ri", "ro", "sa", "se", "so", "ta",
    "te", "tou", "va", "wa", "ya", "za",
];

/// Encodes and links twice so many people; tells times and quality.
pub fn grow(people: u32) -> Result<String, Failed> {
    let mut random = StdRng::seed_from_u64(u64::from(people));
    let (mut first, mut second) = (Vec::new(), Vec::new());
    for who in 0..u64::from(people) {
        let somebody = person(&mut random);
        if random.random_bool(SHARED) {
            second.push((who * 2 + 1, written(&somebody, &mut random)));
        } else {
            second.push(((u64::from(people) + who) * 2 + 1, person(&mut random)));
        }
        first.push((who * 2, somebody));
    }
    let encoder = Encoder::new(NetworkKey::new(&[6; 32]).ok_or("no key")?);
    let cities: [CityCode; 2] = ["A662".parse()?, "H501".parse()?];
    let begun = Instant::now();
    let mut edits = Vec::with_capacity(2 * first.len());
    let mut bytes = 0;
    for (people, city) in [first, second].iter().zip(cities) {
        for (handle, identity) in people {
            let encoding = encoder.encode(identity);
            bytes += encoding.to_bytes().len();
            edits.push(Edit::Put(Handle(*handle), city, encoding));
        }
    }
    let encode = begun.elapsed().as_secs_f64();
    let mut network = Network::new(Thresholds::default());
    network.apply(edits);
    let link = begun.elapsed().as_secs_f64() - encode;
    let begun = Instant::now();
    let one = encoder.encode(&person(&mut random));
    network.apply([Edit::Put(Handle(u64::MAX), cities[0], one)]);
    let one_more = begun.elapsed().as_secs_f64();
    let (mut right, mut found) = (0.0, 0.0);
    for members in network.clusters().values() {
        for (at, one) in members.iter().enumerate() {
            found += (members.len() - at - 1) as f64;
            right += members[at + 1..].iter().filter(|other| other.0 / 2 == one.0 / 2).count() as f64;
        }
    }
    let truth = network.people() - 1 - usize::try_from(people)?;
    let shared = f64::from(people) * SHARED;
    Ok(format!(
        "{{\"people\":{},\"encode_s\":{encode},\"link_s\":{link},\"one_more_s\":{one_more},\"met\":{},\"met_per_second\":{:.0},\
         \"bytes_a_person\":{},\"precision\":{},\"shared\":{}}}",
        truth + usize::try_from(people)?,
        network.met(),
        network.met() as f64 / link,
        bytes / truth.max(1) / 2,
        right / f64::max(found, 1.0),
        network.shared() as f64 / shared,
    ))
}

/// A name as unequal as names are: few are borne by many.
fn word(random: &mut StdRng, different: f64) -> String {
    let nth = (different.powf(random.random_range(0.0..1.0)) - 1.0) as usize * 7919 + 13;
    let syllable = |at: usize| SYLLABLES[at % SYLLABLES.len()];
    format!("{}{}{}", syllable(nth), syllable(nth / 40 + 3), syllable(nth / 1600 + 11))
}

fn person(random: &mut StdRng) -> Identity {
    let mut name = format!("{} {}", word(random, 60_000.0), word(random, 8_000.0));
    if random.random_bool(0.15) {
        name = format!("{name} {}", word(random, 8_000.0));
    }
    let day = if random.random_bool(0.04) { 0 } else { random.random_range(0..365) };
    let birth = Day::from_yo_opt(random.random_range(1958..2010), 1).map(|first| first + Days::new(day));
    let citizenship =
        ["MA", "EG", "SN", "GM", "BD", "PK", "UA", "NG", "PE", "AL"][random.random_range(0..10)];
    Identity {
        name,
        birth: birth.filter(|_| random.random_bool(0.98)),
        gender: if random.random_bool(0.35) { Gender::F } else { Gender::M },
        citizenship: Some(citizenship.to_owned()),
        further: Vec::new(),
    }
}

/// The same person in another city, by another hand.
fn written(person: &Identity, random: &mut StdRng) -> Identity {
    let mut written = person.clone();
    if random.random_bool(0.08) {
        let mut letters: Vec<char> = written.name.chars().collect();
        let at = random.random_range(1..letters.len() - 1);
        letters[at] = random.random_range(b'a'..=b'z').into();
        written.name = letters.into_iter().collect();
    }
    if random.random_bool(0.02) {
        written.birth = written.birth.map(|birth| birth + Days::new(365));
    }
    written
}
