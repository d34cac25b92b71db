//! The order of rows inside a file is chance: persons must not depend on it.

use std::collections::BTreeMap;

use casework::registers::model::Entry;
use proptest::prelude::*;
use store::testing::embedded;

use super::SLICES;
use super::installation::{Installation, bari};
use super::steps::{config, rows};

/// Who is who: the lines of each person, and what facts say of them.
async fn persons(rows: &[Entry]) -> (Vec<Vec<u32>>, Vec<String>) {
    let folder = tempfile::tempdir().unwrap();
    let mut house = Installation::new(embedded(folder.path(), SLICES).await).await;
    let imported = house.import(bari(), rows).await;
    let mut lines: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for row in &imported.trace {
        lines.entry(row.subject).or_default().push(row.line);
    }
    let mut lines: Vec<Vec<u32>> = lines.into_values().collect();
    lines.iter_mut().for_each(|lines| lines.sort_unstable());
    lines.sort_unstable();
    (lines, house.people().await)
}

proptest! {
    #![proptest_config(config(24))]

    #[test]
    fn the_order_of_rows_does_not_matter(rows in rows(30), seed in any::<u64>()) {
        use rand::SeedableRng as _;
        use rand::seq::SliceRandom as _;
        let mut rows: Vec<Entry> = rows.into_iter().map(|line| line.0).collect();
        (1..).zip(&mut rows).for_each(|(line, row)| row.line = line);
        let mut shuffled = rows.clone();
        shuffled.shuffle(&mut rand::rngs::StdRng::seed_from_u64(seed));
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        let (ours, theirs) = runtime.block_on(async { (persons(&rows).await, persons(&shuffled).await) });
        prop_assert_eq!(ours, theirs);
    }
}
