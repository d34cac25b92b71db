//! Every template, in both languages, empty, full, with very long words and other scripts.

use ui::{Lang, Shell};

use super::super::samples;
use crate::pages::tests::support::SOURCES;

#[test]
fn every_page_renders() {
    let shell = Shell::new(SOURCES).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
        }
    }
}
