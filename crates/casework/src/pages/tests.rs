mod people;
mod reads;
mod registers;
pub(crate) mod support;
mod uploads;

use ui::{Lang, Shell};

use self::support::{SLICES, SOURCES};
use super::samples;

#[test]
fn messages_are_complete() {
    assert_eq!(ui::check::messages(&SOURCES, env!("CARGO_MANIFEST_DIR")), Vec::<String>::new());
}

#[test]
fn every_page_renders() {
    let shell = Shell::new(SOURCES).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
        }
    }
}

#[tokio::test]
async fn each_engine_prepares_every_statement() {
    store::testing::each_engine(SLICES, async |store| {
        assert_eq!(store.refused(SLICES).await.unwrap(), Vec::<String>::new());
    })
    .await;
}
