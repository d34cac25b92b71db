//! Small numbers: counts of few persons are not shown to those who may not see them, and neither is what would give
//! them away.

/// Counts below this, and above nothing, are small.
pub const LEAST: u64 = 5;

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// As it is.
    Count(u64),
    /// Not shown: small, or beside a small one.
    Hidden,
}

/// Protects counts of which the sum may be known. Small ones are hidden; then the smallest others, until what is hidden
/// is at least two counts and [`LEAST`] persons. Nothing of nothing is hidden. Gives also whether the sum may be
/// shown: not where too little is left to hide a small count behind.
pub fn protected(counts: &[u64]) -> (Vec<Shown>, bool) {
    let mut hidden: Vec<bool> = counts.iter().map(|count| (1..LEAST).contains(count)).collect();
    let is_enough = |hidden: &[bool]| {
        let kept = || counts.iter().zip(hidden).filter(|(_, hidden)| **hidden).map(|(count, _)| *count);
        kept().next().is_none() || (kept().count() > 1 && kept().sum::<u64>() >= LEAST)
    };
    while !is_enough(&hidden) {
        let others = (0..counts.len()).filter(|at| !hidden[*at] && counts[*at] > 0);
        let Some(next) = others.min_by_key(|at| (counts[*at], *at)) else { break };
        hidden[next] = true;
    }
    let sum = is_enough(&hidden);
    let shown = |(count, hidden): (&u64, &bool)| if *hidden { Shown::Hidden } else { Shown::Count(*count) };
    (counts.iter().zip(&hidden).map(shown).collect(), sum)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_small_count_is_hidden_and_another_beside_it() {
        use Shown::{Count, Hidden};
        assert_eq!(protected(&[3, 40, 9, 0]), (vec![Hidden, Count(40), Hidden, Count(0)], true));
        assert_eq!(protected(&[3, 4, 9]), (vec![Hidden, Hidden, Count(9)], true));
        assert_eq!(protected(&[1, 2, 9]), (vec![Hidden, Hidden, Hidden], true));
        assert_eq!(protected(&[12, 9]), (vec![Count(12), Count(9)], true));
        assert_eq!(protected(&[4]), (vec![Hidden], false));
        assert_eq!(protected(&[1, 1]), (vec![Hidden, Hidden], false));
        assert_eq!(protected(&[]), (vec![], true));
    }

    proptest! {
        #[test]
        fn no_small_count_can_be_worked_out(counts in prop::collection::vec(0..12_u64, 0..9)) {
            let (shown, sum) = protected(&counts);
            let hidden: Vec<u64> = counts.iter().zip(&shown)
                .filter(|(_, shown)| **shown == Shown::Hidden).map(|(count, _)| *count).collect();
            for (count, shown) in counts.iter().zip(&shown) {
                prop_assert!(!(1..LEAST).contains(count) || *shown == Shown::Hidden);
                prop_assert!(*count != 0 || *shown == Shown::Count(0));
            }
            if sum && !hidden.is_empty() {
                prop_assert!(hidden.len() > 1 && hidden.iter().sum::<u64>() >= LEAST);
            }
        }
    }
}
