mod accounts;
mod demo;
mod invitations;
mod lockout;
mod profile;
mod sessions;
mod sign_in;
mod support;
mod unlisted;

use std::sync::Arc;

use kernel::FixedClock;
use ui::{Lang, Shell};

use super::samples;

#[test]
fn messages_are_complete() {
    assert_eq!(
        ui::check::messages(&[crate::MESSAGES, crate::reads::MESSAGES], env!("CARGO_MANIFEST_DIR")),
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn every_page_renders() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &support::SLICES).await;
    let access = samples::access(&store, Arc::new(FixedClock::default()));
    let shell = Shell::new([crate::MESSAGES]).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&access, &shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
        }
    }
}

#[tokio::test]
async fn each_engine_prepares_every_statement() {
    store::testing::each_engine(&support::SLICES, async |store| {
        assert_eq!(store.refused(&support::SLICES).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
