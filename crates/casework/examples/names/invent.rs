//! Invented people, the same for the same number: few names that many bear, many names that few bear, slips.

use casework::people::{FormId, PersonId};
use kernel::{Day, Gender};
use linkage::Form;

/// SplitMix64: a small generator with a published definition, so that the people can be made again elsewhere.
pub struct Random(u64);

impl Random {
    /// From a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// Below `end`, evenly enough.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() % u64::try_from(end.max(1)).unwrap_or(1)).unwrap_or(0)
    }

    /// Below `end`, small numbers far more often: the first of a thousand in one draw of ten.
    fn low(&mut self, end: usize) -> usize {
        let share = self.below(1 << 20) as f64 / f64::from(1 << 20);
        ((end as f64 * share * share * share) as usize).min(end - 1)
    }
}

/// The names most people at the desks bear, in several hands.
const GIVEN: [&str; 40] = [
    "Mohamed",
    "Muhammad",
    "Mohammed",
    "Fatima",
    "Fatema",
    "Aisha",
    "Ayesha",
    "Ahmed",
    "Ali",
    "Ibrahim",
    "Oleksandr",
    "Olena",
    "Awa",
    "Fatou",
    "Mamadou",
    "Amadou",
    "Ousmane",
    "Hassan",
    "Hussein",
    "Abdel Rahman",
    "Said",
    "Omar",
    "Youssef",
    "Yusuf",
    "Maria",
    "Grace",
    "Blessing",
    "John",
    "Mary",
    "Sumon",
    "Rubel",
    "Kamal",
    "Nasrin",
    "Li",
    "Wei",
    "Natalia",
    "Nataliia",
    "Mykola",
    "Iryna",
    "Arben",
];
const SURNAMES: [&str; 40] = [
    "Diop",
    "Diouf",
    "Ndiaye",
    "N'Diaye",
    "Bah",
    "Barry",
    "Traoré",
    "Keita",
    "Camara",
    "El Amrani",
    "Ben Ali",
    "Hossain",
    "Hossen",
    "Rahman",
    "Islam",
    "Uddin",
    "Khan",
    "Begum",
    "Shevchenko",
    "Kovalenko",
    "Bondarenko",
    "Hoxha",
    "Shehu",
    "Okafor",
    "Eze",
    "Singh",
    "Kaur",
    "Chen",
    "Wang",
    "Hassan",
    "Mohamed",
    "Abdi",
    "Warsame",
    "Tesfay",
    "Haile",
    "Silva",
    "Santos",
    "Popescu",
    "Alaoui",
    "Fernando",
];
const SYLLABLES: [&str; 48] = [
    "ba", "be", "bo", "da", "di", "do", "fa", "fo", "ga", "go", "ha", "ka", "ke", "ko", "la", "li", "lo",
    "ma", "me", "mo", "na", "ne", "no", "pa", "ra", "ri", "ro", "sa", "se", "so", "ta", "ti", "to", "wa",
    "ya", "za", "sha", "cha", "dja", "kha", "tou", "mou", "nko", "dia", "gba", "tsi", "vic", "sky",
];
/// Names of each kind, made and known.
const DIFFERENT: usize = 30_000;

fn made(random: &mut Random) -> String {
    let syllables = 2 + random.below(3);
    let name: String = (0..syllables).map(|_| SYLLABLES[random.below(SYLLABLES.len())]).collect();
    name[..1].to_uppercase() + &name[1..]
}

fn names(random: &mut Random, common: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = common.iter().map(|name| (*name).to_owned()).collect();
    names.extend((common.len()..DIFFERENT).map(|_| made(random)));
    names
}

/// A letter lost, doubled or exchanged with the next.
pub fn slip(name: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = 1 + random.below(letters.len().saturating_sub(2));
    match random.below(3) {
        0 if letters.len() > 3 => drop(letters.remove(at)),
        1 if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.insert(at, letters[at.min(letters.len() - 1)]),
    }
    letters.into_iter().collect()
}

/// So many people, one form each; one name of ten holds a slip of its own.
pub fn people(count: usize) -> Vec<(PersonId, FormId, Form)> {
    let mut random = Random::new(7);
    let (given, surnames) = (names(&mut random, &GIVEN), names(&mut random, &SURNAMES));
    let citizenships = ["SN", "MA", "BD", "NG", "UA", "PK", "AL", "EG"];
    let first = Day::from_ymd_opt(1950, 1, 1).unwrap_or_default();
    let person = |number: usize| {
        let mut surname = surnames[random.low(surnames.len())].clone();
        if random.below(10) == 0 {
            surname = slip(&surname, &mut random);
        }
        let mut name = given[random.low(given.len())].clone();
        if random.below(5) == 0 {
            name = format!("{name} {}", given[random.low(given.len())]);
        }
        let born = first + chrono::Days::new(u64::try_from(random.below(22_000)).unwrap_or(0));
        let form = Form {
            surname,
            given: name,
            birth: (random.below(20) > 0).then_some(born),
            gender: [Gender::F, Gender::M][random.below(2)],
            citizenship: Some(citizenships[random.low(citizenships.len())].to_owned()),
            rows: 1,
        };
        let id =
            uuid::Uuid::from_u64_pair(0x0198_0000_0000_7000, u64::try_from(number).unwrap_or(0) | 1 << 63);
        (PersonId(id), FormId(id), form)
    };
    (0..count).map(person).collect()
}
