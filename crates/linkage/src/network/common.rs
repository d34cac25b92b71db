//! Words that many bear. What stands here never makes a salt by itself or with another common word alone.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::fold_name;

/// Names much borne where the people at the desks come from, by the knowledge of those who wrote this list; no
/// statistic. A common name that is missing costs some secrecy, one too many costs some joins without a date.
const NAMES: &str = include_str!("common.txt");

static SOUNDS: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let names = NAMES.lines().filter(|line| !line.starts_with('#'));
    names.flat_map(|names| fold_name(names).sounds).collect()
});

/// Whether many bear a word with these sounds.
pub(crate) fn is_common(sound: &str) -> bool {
    SOUNDS.contains(sound)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_is_what_sounds_like_a_common_name() {
        for name in ["Muhammad", "Mohamed", "Ahmad", "Fatoumata", "Diallo", "Singh", "Hossain", "Oleksandr"] {
            assert!(fold_name(name).sounds.iter().all(|sound| is_common(sound)), "{name}");
        }
        assert!(!is_common(&fold_name("Grubenmann").sounds[0]));
    }
}
