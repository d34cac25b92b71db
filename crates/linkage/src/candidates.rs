//! Which pairs of forms are worth comparing: those that share a key. Without this every form would have to
//! be compared with every other.

use std::collections::HashMap;

use chrono::Datelike as _;

use crate::score::Prepared;

/// A key shared by more forms than this says too little; the other keys still find the pair.
const TOO_COMMON: usize = 400;

/// Pairs with at least one new form (positions from `first_new` on), each once, in order.
pub(crate) fn pairs(forms: &[Prepared], first_new: usize) -> Vec<(usize, usize)> {
    let mut blocks: HashMap<String, Vec<usize>> = HashMap::new();
    for (position, form) in forms.iter().enumerate() {
        for key in keys(form) {
            let block = blocks.entry(key).or_default();
            if block.last() != Some(&position) {
                block.push(position);
            }
        }
    }
    let mut pairs = Vec::new();
    for block in blocks.values().filter(|block| (2..=TOO_COMMON).contains(&block.len())) {
        // Positions grow inside a block, so the new forms stand at its end.
        let new = block.partition_point(|position| *position < first_new);
        for right in new..block.len() {
            pairs.extend(block[..right].iter().map(|left| (*left, block[right])));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn keys(form: &Prepared) -> Vec<String> {
    let sounds = form.name.sorted_sounds();
    let mut keys = Vec::new();
    if let Some(birth) = form.birth {
        let (small, large) = (birth.month().min(birth.day()), birth.month().max(birth.day()));
        // The same date, or day and month exchanged.
        keys.push(format!("d{}-{small}-{large}", birth.year()));
        // The year may be off by one, or a part be wrong: then a name must help.
        for sound in &sounds {
            keys.push(format!("m{small}-{large}{sound}"));
            keys.push(format!("y{}{sound}", birth.year()));
        }
    }
    // The whole name as it sounds; and every two words of it, for a second given name left out.
    keys.push(format!("n{}", sounds.concat()));
    for (first, one) in sounds.iter().enumerate() {
        for other in &sounds[first + 1..] {
            keys.push(format!("p{one} {other}"));
            // One of the two words may hold a slip: its first sounds rarely do.
            keys.push(format!("s{one} {}", beginning(other)));
            keys.push(format!("s{} {other}", beginning(one)));
        }
    }
    keys
}

fn beginning(sound: &str) -> &str {
    let end = sound.char_indices().nth(1).map_or(sound.len(), |(end, _)| end);
    &sound[..end]
}
