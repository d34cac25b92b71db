//! Answers go with whom they were given of: where two files of a city are united, what was answered of the one that is
//! empty now counts for the one that stays. Nothing is written for it: it follows from the decision that united them,
//! which the journal tells, and ends with its undoing.

use std::collections::{BTreeMap, BTreeSet};

use linkage::network::{Edit, Handle};
use store::{StoreError, Unit, params};

use super::answers::{self, Answer};
use super::memory::handle;
use super::sides;

/// Two people, the smaller handle first.
type Pair = (Handle, Handle);

/// What is said of each side of a pair: of itself, and of those who were united with it.
#[derive(Default)]
struct Said {
    own: [Option<Answer>; 2],
    carried: [Vec<Answer>; 2],
}

impl Said {
    /// An answer to the pair itself stands; else what was carried to it, where one «no» is enough.
    fn answers(&self) -> [Option<Answer>; 2] {
        [0, 1].map(|side| {
            let carried = [Answer::No, Answer::Yes, Answer::CannotAsk];
            self.own[side].or_else(|| carried.into_iter().find(|one| self.carried[side].contains(one)))
        })
    }
}

/// What answers decide of those with whom others were united. `known` are the pairs that such answers were carried to
/// until now; they become those of now.
pub(super) async fn changed(unit: &mut Unit, known: &mut BTreeSet<Pair>) -> Result<Vec<Edit>, StoreError> {
    let mut stays: BTreeMap<Handle, Handle> = BTreeMap::new();
    for row in unit.fetch_all(&sides::UNITED, params![]).await? {
        stays.insert(handle(&row, 0)?, handle(&row, 1)?);
    }
    if stays.is_empty() && known.is_empty() {
        return Ok(Vec::new());
    }
    let mut said: BTreeMap<Pair, Said> = BTreeMap::new();
    let mut carried_to = BTreeSet::new();
    for row in unit.fetch_all(&sides::ANSWERED, params![0_i64]).await? {
        let (pair, answers) = (answers::pair(&row)?, answers::answers(&row)?);
        let [a, b] = [pair.0, pair.1].map(|side| stays.get(&side).copied().unwrap_or(side));
        if (a, b) == pair {
            said.entry(pair).or_default().own = answers;
            continue;
        }
        let to = (a.min(b), a.max(b));
        let said = said.entry(to).or_default();
        for (answer, side) in answers.into_iter().zip([a, b]) {
            said.carried[usize::from(side == to.1)].extend(answer);
        }
        carried_to.insert(to);
    }
    let concerned = known.union(&carried_to).filter(|(a, b)| a != b);
    let none = Said::default();
    let edits =
        concerned.map(|pair| answers::edit(*pair, said.get(pair).unwrap_or(&none).answers())).collect();
    *known = carried_to;
    Ok(edits)
}
