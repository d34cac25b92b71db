//! Names in one cell, taken apart where the cell says how.

/// Words that begin a surname of more than one.
const PARTICLES: [&str; 30] = [
    "el", "al", "ul", "ur", "ben", "bin", "ibn", "bint", "abu", "abd", "abdel", "abdul", "ould", "ait",
    "bou", "de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "den", "der", "san",
    "st",
];

/// What is known of the order of a whole name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Nothing.
    Unknown,
    /// The surname comes first.
    SurnameFirst,
    /// The given name comes first.
    GivenFirst,
}

/// Surname and given name of a whole name. Where nothing tells them apart the whole is the surname and the
/// given name is empty.
///
/// A comma parts them; then capitals, when only some words are in capitals; then the order that the header
/// states, with particles kept to the word that follows them.
pub(super) fn split(whole: &str, order: Order) -> (String, String) {
    if let Some((surname, given)) = whole.split_once(',')
        && !surname.trim().is_empty()
        && !given.trim().is_empty()
    {
        return (tidy(surname), tidy(given));
    }
    let words: Vec<&str> = whole.split_whitespace().collect();
    if let Some(parts) = by_capitals(&words) {
        return parts;
    }
    let after_particles = |words: &mut dyn Iterator<Item = &&str>| {
        1 + words.take_while(|word| PARTICLES.contains(&word.to_lowercase().trim_matches('\''))).count()
    };
    let cut = match order {
        Order::Unknown => return (words.join(" "), String::new()),
        Order::SurnameFirst => after_particles(&mut words.iter()),
        Order::GivenFirst => {
            let before = words.len().saturating_sub(1);
            words.len() - after_particles(&mut words[..before].iter().rev())
        }
    };
    if cut == 0 || cut >= words.len() {
        return (words.join(" "), String::new());
    }
    let (first, last) = words.split_at(cut);
    match order {
        Order::GivenFirst => (last.join(" "), first.join(" ")),
        _ => (first.join(" "), last.join(" ")),
    }
}

/// The words in capitals are the surname, if some are, some are not, and they stand together at an end.
fn by_capitals(words: &[&str]) -> Option<(String, String)> {
    let loud: Vec<bool> = words.iter().map(|word| is_loud(word)).collect();
    let count = loud.iter().filter(|loud| **loud).count();
    if count == 0 || count == words.len() {
        return None;
    }
    let surname_first = loud[..count].iter().all(|loud| *loud);
    if surname_first {
        return Some((words[..count].join(" "), words[count..].join(" ")));
    }
    let cut = words.len() - count;
    loud[cut..].iter().all(|loud| *loud).then(|| (words[cut..].join(" "), words[..cut].join(" ")))
}

/// Two capitals at least and no small letter.
fn is_loud(word: &str) -> bool {
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    letters.clone().count() >= 2 && letters.all(char::is_uppercase)
}

/// One blank between words, none around them.
pub(super) fn tidy(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
