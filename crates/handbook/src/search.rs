//! Finding a place in the handbook by words: every word must be there, whatever its case and accents.

use kernel::text::fold;

use crate::chapters::{Chapter, Chapters};

/// Letters of a piece that are shown around the first word.
const SHOWN: usize = 160;
/// Places that are shown.
const MOST: usize = 30;

/// A place of the handbook that holds the words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub href: String,
    /// The chapter.
    pub chapter: String,
    /// The section; empty for what stands before the first.
    pub section: String,
    /// Some of its text, around the first word.
    pub text: String,
}

/// The places that hold all the words, those that name them in their headings first.
pub fn search(chapters: &Chapters, typed: &str) -> Vec<Found> {
    let folded = fold(typed);
    let words: Vec<&str> = folded.split_whitespace().collect();
    if words.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Found)> = Vec::new();
    for chapter in chapters.iter() {
        found.extend(chapter.pieces.iter().filter_map(|piece| {
            let heading = fold(&format!("{} {}", chapter.title, piece.heading));
            let text = fold(&piece.text);
            let missing = |text: &str| words.iter().filter(|word| !begins_a_word(text, word)).count();
            let all = format!("{heading} {text}");
            (missing(&all) == 0).then(|| (missing(&heading), place(chapter, piece, words[0])))
        }));
    }
    // The order of the handbook stays within each rank.
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().take(MOST).map(|(_, found)| found).collect()
}

/// Whether a folded text has a word that begins so.
fn begins_a_word(text: &str, word: &str) -> bool {
    text.split(' ').any(|one| one.starts_with(word))
}

fn place(chapter: &Chapter, piece: &crate::markdown::Piece, word: &str) -> Found {
    let anchor = if piece.id.is_empty() { String::new() } else { format!("#{}", piece.id) };
    Found {
        href: format!("/manuale/{}{anchor}", chapter.slug),
        chapter: chapter.title.clone(),
        section: piece.heading.clone(),
        text: around(&piece.text, word),
    }
}

/// The words of a text from a little before one on.
fn around(text: &str, word: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|one| begins_a_word(&fold(one), word)).unwrap_or(0);
    let from = at.saturating_sub(6);
    let mut shown = if from > 0 { "… ".to_owned() } else { String::new() };
    for one in &words[from..] {
        if shown.chars().count() + one.chars().count() > SHOWN {
            shown.push('…');
            return shown;
        }
        shown.push_str(one);
        shown.push(' ');
    }
    shown.trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_looked_for_whatever_its_accents() {
        let chapters = Chapters::embedded();
        let found = search(&chapters, "PIU persone letti");
        assert!(found.iter().any(|one| one.href == "/manuale/permanenze#più-persone-che-letti"), "{found:?}");
        let first = &search(&chapters, "codici di recupero")[0];
        assert!(first.href.starts_with("/manuale/accesso"), "{first:?}");
        assert!(search(&chapters, "zzzz").is_empty() && search(&chapters, " - ").is_empty());
    }

    #[test]
    fn what_is_shown_begins_near_the_word() {
        let text = "uno due tre quattro cinque sei sette otto nove dieci";
        assert_eq!(around(text, "nove"), "… tre quattro cinque sei sette otto nove dieci");
        assert_eq!(around(text, "uno"), text);
    }
}
