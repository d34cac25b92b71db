//! Words cut short with a full stop.

use kernel::text::fold;

/// One word of a shortened text.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Short {
    /// How the word begins.
    begins: String,
    /// How it ends, for *int.le*; else nothing.
    ends: String,
    /// Whether a full stop cuts it.
    cut: bool,
}

/// The words of a text that is cut short somewhere; nothing for any other text.
pub(super) fn words(text: &str) -> Option<Vec<Short>> {
    const LONGEST: usize = 60;
    /// Longer than this, what follows a full stop is the next word: *Orient.legale*.
    const LONGEST_END: usize = 3;
    if text.len() > LONGEST || !text.contains('.') {
        return None;
    }
    let mut words = Vec::new();
    let apart = |letter: char| letter.is_whitespace() || matches!(letter, '-' | '–' | '/' | '\'' | '’');
    for chunk in text.split(apart).filter(|chunk| !chunk.is_empty()) {
        let (head, tail) = chunk.split_once('.').map_or((chunk, None), |(head, tail)| (head, Some(tail)));
        let (begins, ends) = (fold(head), fold(tail.unwrap_or_default()));
        if begins.is_empty() || begins.contains(' ') || ends.contains(' ') {
            return None;
        }
        let cut = tail.is_some();
        if ends.chars().count() > LONGEST_END {
            words.push(Short { begins, ends: String::new(), cut });
            words.push(Short { begins: ends, ends: String::new(), cut: false });
        } else {
            words.push(Short { begins, ends, cut });
        }
    }
    words.iter().any(|word| word.cut).then_some(words)
}

/// Whether each word begins the word in its place of a folded form. A word cut to one letter says too little, as do
/// two letters alone; *Info* is short without a full stop.
pub(super) fn stands_for(short: &[Short], form: &str) -> bool {
    let least_cut = if short.len() > 1 { 2 } else { 3 };
    let mut full = form.split(' ');
    let fits = |word: &Short| {
        let Some(whole) = full.next() else { return false };
        let letters = word.begins.chars().count();
        let enough = letters >= if word.cut { least_cut } else { 4 };
        let rest = whole.strip_prefix(word.begins.as_str());
        whole == word.begins || (enough && rest.is_some_and(|rest| rest.ends_with(word.ends.as_str())))
    };
    short.iter().all(fits) && full.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cut_short_stand_for_one_form() {
        let stands = |text, form| words(text).is_some_and(|short| stands_for(&short, form));
        for (text, form) in [
            ("Prot. suss.", "protezione sussidiaria"),
            ("Prot. int.le", "protezione internazionale"),
            ("Info ritorno vol.", "informazioni ritorno volontario"),
            ("Mediazione ling.-cult.", "mediazione linguistico culturale"),
            ("Orient.legale", "orientamento legale"),
            ("Or. al lavoro", "orientamento al lavoro"),
            ("Sanit.", "sanitario"),
        ] {
            assert!(stands(text, form), "{text}");
        }
        for (text, form) in [
            ("Prot suss", "protezione sussidiaria"),
            ("Prot.", "protezione sussidiaria"),
            ("P. s.", "protezione sussidiaria"),
            ("Sa.", "sanitario"),
            ("Prot. int.va", "protezione internazionale"),
            ("Or. legale", "orientamento al lavoro"),
        ] {
            assert!(!stands(text, form), "{text}");
        }
        assert_eq!(words("Legale"), None);
    }
}
