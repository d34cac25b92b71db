//! The page of the journal has words for whatever the program writes into it.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use access::reads::{DEEDS, THINGS, deed_key, thing_key};
use ui::{Lang, Messages};

/// The sources of the crates, without their tests.
fn sources() -> Vec<(PathBuf, String)> {
    let mut sources = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..").canonicalize().unwrap()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("tests") && !path.ends_with("examples") {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") && !path.ends_with("tests.rs") {
                let text = fs::read_to_string(&path).unwrap();
                let code = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
                sources.push((path, code));
            }
        }
    }
    sources
}

/// What stands between quotation marks, if the text begins with one.
fn literal(text: &str) -> Option<&str> {
    text.strip_prefix('"')?.split('"').next()
}

/// What follows each of the places where a word stands.
fn after<'a>(text: &'a str, word: &'a str) -> impl Iterator<Item = &'a str> {
    text.match_indices(word).map(move |(at, _)| text[at + word.len()..].trim_start())
}

/// Deeds and things that a source writes into the journal.
fn written(code: &str) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut deeds, mut things) = (BTreeSet::new(), BTreeSet::new());
    let entries = ["Entry::new(", " entry(", "(entry(", ".entry("];
    for entry in entries.into_iter().flat_map(|word| after(code, word)) {
        let rest = match literal(entry) {
            Some(deed) => {
                deeds.insert(deed.to_owned());
                &entry[deed.len() + 2..]
            }
            None => match entry.strip_prefix("action") {
                Some(rest) => rest,
                None => continue,
            },
        };
        let thing = rest.trim_start_matches(',').trim_start().trim_start_matches("format!(");
        if let Some(thing) = literal(thing).filter(|thing| !thing.starts_with('{')) {
            things.insert(thing.split('/').next().unwrap().to_owned());
        }
    }
    // A deed that a condition chooses: `let action = if … { "one" } else { "other" };`, perhaps the first of a pair.
    if code.contains("Entry::new(action") {
        for chosen in after(code, "let action =").chain(after(code, "let (action,")) {
            let statement = chosen.split(';').next().unwrap();
            let words = after(statement, "{ ").map(|text| text.trim_start_matches('('));
            deeds.extend(words.filter_map(literal).map(str::to_owned));
        }
        deeds.extend(after(code, ".finish(book,").filter_map(literal).map(str::to_owned));
    }
    (deeds, things)
}

#[test]
fn every_deed_of_the_journal_has_its_words() {
    let (mut deeds, mut things) = (BTreeSet::new(), BTreeSet::new());
    for (_, code) in sources() {
        let (more_deeds, more_things) = written(&code);
        deeds.extend(more_deeds);
        things.extend(more_things);
    }
    // The reading of sources finds what it should: each way of writing an entry has its example.
    for deed in ["import", "unlock account", "refer", "take back", "unrestrict", "reopen rejected rows"] {
        assert!(deeds.contains(deed), "{deed} is not found any more: {deeds:?}");
    }
    let without = |written: &BTreeSet<String>, known: &[&str]| -> Vec<String> {
        written.iter().filter(|word| !known.contains(&word.as_str())).cloned().collect()
    };
    assert_eq!(without(&deeds, DEEDS), Vec::<String>::new(), "deeds without words");
    assert_eq!(without(&things, THINGS), Vec::<String>::new(), "things without words");
}

#[test]
fn every_word_of_the_journal_is_in_both_languages() {
    let messages = Messages::new([access::reads::MESSAGES]).unwrap();
    let keys = DEEDS.iter().map(|deed| deed_key(deed)).chain(THINGS.iter().map(|thing| thing_key(thing)));
    for key in keys {
        for lang in Lang::ALL {
            assert!(messages.knows(lang, &key), "{key} in {lang}");
        }
    }
}
