//! The services that a cell names.

use std::collections::BTreeMap;

use kernel::text::fold;
use network::vocabulary::Vocabulary;

/// What a cell of services says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// The codes, each once, in the order of the cell.
    All(Vec<String>),
    /// A piece that is no service.
    Unknown(String),
}

/// Pieces of a cell are few; a text with more is no list of services.
const MOST_PIECES: usize = 48;

/// The services named in a text that is not blank.
///
/// A service's own name may hold a mark that also parts services (*Baby-sitting e conciliazione*), so from
/// each piece on the longest run of pieces that is a known name is taken.
pub(super) fn named(text: &str, own: &BTreeMap<String, String>, vocabulary: &Vocabulary) -> Named {
    if let Some(code) = code_of(text, own, vocabulary) {
        return Named::All(vec![code]);
    }
    let pieces = pieces(text);
    if pieces.len() > MOST_PIECES {
        return Named::Unknown(text.trim().to_owned());
    }
    let mut codes: Vec<String> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        let (from, _, _) = pieces[at];
        let longest = (at..pieces.len())
            .rev()
            .find_map(|last| code_of(&text[from..pieces[last].1], own, vocabulary).map(|code| (last, code)));
        match longest {
            Some((last, code)) => {
                if !codes.contains(&code) {
                    codes.push(code);
                }
                at = last + 1;
            }
            None => {
                // The whole piece up to the next strong mark is named, not a half of it.
                let first = (0..=at).rev().find(|piece| pieces[*piece].2).unwrap_or(at);
                let next = (at + 1..pieces.len()).find(|piece| pieces[*piece].2).unwrap_or(pieces.len());
                let known_before = first < at;
                let start = if known_before { from } else { pieces[first].0 };
                return Named::Unknown(text[start..pieces[next - 1].1].trim().to_owned());
            }
        }
    }
    if codes.is_empty() { Named::Unknown(text.trim().to_owned()) } else { Named::All(codes) }
}

/// Start, end, and whether a strong mark stands before it, of each piece that says something.
fn pieces(text: &str) -> Vec<(usize, usize, bool)> {
    let mut pieces = Vec::new();
    let (mut start, mut strong) = (0, true);
    let mut push = |from: usize, to: usize, strong: bool| {
        if from < to && text[from..to].chars().any(char::is_alphanumeric) {
            pieces.push((from, to, strong));
        }
    };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &text[at..];
        let weak = [" e ", " ed ", " and ", " - ", " – "].iter().find(|mark| rest.starts_with(**mark));
        let width = if let Some(item) = item_number(rest) {
            item
        } else if rest.starts_with([';', ',', '/', '+', '\n', '\r', '|', '&', '•', '\t']) {
            rest.chars().next().map_or(1, char::len_utf8)
        } else if let Some(mark) = weak {
            mark.len()
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
            continue;
        };
        push(start, at, strong);
        strong = weak.is_none();
        at += width;
        start = at;
        if weak.is_some() {
            // The blank that ends one weak mark may begin the next.
            at -= 1;
        }
    }
    push(start, bytes.len(), strong);
    pieces
}

/// The length of the number of a list's next item, with the blanks around it: ` 2. `, ` 3) `.
fn item_number(rest: &str) -> Option<usize> {
    let digits = rest.strip_prefix(' ')?.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(1 + digits..)?;
    (matches!(digits, 1 | 2) && (after.starts_with(". ") || after.starts_with(") "))).then_some(digits + 3)
}

fn code_of(text: &str, own: &BTreeMap<String, String>, vocabulary: &Vocabulary) -> Option<String> {
    let folded = fold(text);
    if folded.is_empty() {
        return None;
    }
    own.get(&folded)
        .cloned()
        .or_else(|| vocabulary.services().find_folded(&folded).map(|service| service.code.clone()))
        .or_else(|| {
            // A remark in brackets at the end, or a number in front of an item.
            let trimmed = text.trim_end();
            let bare =
                trimmed.strip_suffix(')').and_then(|rest| rest.rsplit_once('(')).map_or(trimmed, |it| it.0);
            let bare = fold(bare);
            let bare = bare.trim_start_matches(|letter: char| letter.is_ascii_digit() || letter == ' ');
            vocabulary.services().find_folded(bare).map(|service| service.code.clone())
        })
        .or_else(|| vocabulary.services().abbreviated(text).map(|service| service.code.clone()))
}
