//! The log as its readers find it, on each engine.

mod flags;
mod journal;
mod lines;
mod support;

use ui::{Lang, Shell};

use super::samples;
use crate::reads::{MESSAGES, SLICE};
use support::Desk;

#[test]
fn messages_are_complete() {
    let sources = [crate::MESSAGES, MESSAGES];
    assert_eq!(ui::check::messages(&sources, env!("CARGO_MANIFEST_DIR")), Vec::<String>::new());
}

#[tokio::test]
async fn every_page_renders() {
    let folder = tempfile::tempdir().unwrap();
    let store = store::testing::embedded(folder.path(), &[store::SLICE, SLICE]).await;
    let desk = Desk::new(&store).await;
    let shell = Shell::new([MESSAGES]).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang, &desk.reads) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
            assert!(!html.contains("reads-"), "{name}: {html}");
        }
    }
}

#[tokio::test]
async fn each_engine_prepares_every_statement() {
    store::testing::each_engine(&[store::SLICE, SLICE], async |store| {
        assert_eq!(store.refused(&[store::SLICE, SLICE]).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
