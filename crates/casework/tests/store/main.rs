//! Registers and people on both engines: what an import keeps, what a decision moves, what an undo and a
//! withdrawal give back, and that every answer is a recount of the tables.
#![expect(clippy::unwrap_used, reason = "a test crate")]

mod concurrent;
mod desk;
mod engines;
mod erasures;
mod import;
mod installation;
mod linking;
mod mixed;
mod older;
mod order;
mod pairs;
mod pathways;
mod people;
mod recount;
mod retention;
mod samples;
mod sequences;
mod steps;
mod unseen;
mod visits;
mod withdraw;

use store::testing::each_engine;

/// The tables these tests need.
const SLICES: &[store::Slice] = &[
    store::SLICE,
    access::reads::SLICE,
    casework::SLICE,
    casework::desk::people::SLICE,
    casework::desk::contacts::SLICE,
    casework::desk::pathways::SLICE,
    casework::desk::referrals::SLICE,
    casework::desk::rights::SLICE,
];

#[tokio::test]
async fn each_engine_prepares_every_statement() {
    each_engine(SLICES, async |store| {
        assert_eq!(store.refused(SLICES).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
