mod correcting;
mod groups;
mod recording;
mod registers;
mod shown;
mod support;

use ui::{Lang, Shell};

use super::samples;
use crate::desk::contacts::SLICE;

#[test]
fn every_page_renders_in_both_languages() {
    let shell = Shell::new(support::SOURCES).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
        }
    }
}

#[tokio::test]
async fn each_engine_prepares_every_statement() {
    store::testing::each_engine(support::SLICES, async |store| {
        assert_eq!(store.refused(&[SLICE]).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
