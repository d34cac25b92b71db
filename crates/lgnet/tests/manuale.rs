//! The handbook says what the pages say: every label it quotes is a message, every place of help is a chapter.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::path::{Path, PathBuf};

use handbook::Chapters;

fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Every file below a folder that is called so.
fn files(folder: &Path, name: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path, name));
        } else if path.ends_with(name) {
            found.push(path);
        }
    }
    found
}

/// The texts of the Italian messages, line by line: values, variants and what goes on from the line before.
fn messages() -> Vec<String> {
    let mut texts = Vec::new();
    for slice in std::fs::read_dir(workspace().join("crates")).unwrap() {
        let locales = slice.unwrap().path().join("locales");
        if !locales.is_dir() {
            continue;
        }
        for file in files(&locales, "it.ftl") {
            let text = std::fs::read_to_string(file).unwrap();
            for line in text.lines().filter(|line| !line.starts_with('#')) {
                let value = match line.split_once(" = ") {
                    Some((key, value)) if !key.starts_with(' ') => value,
                    _ => line.trim().split_once("] ").map_or(line.trim(), |(_, variant)| variant),
                };
                texts.push(value.trim().to_owned());
            }
        }
    }
    texts
}

/// Whether a message says a label; what stands in braces may be anything.
fn says(message: &str, label: &str) -> bool {
    let mut pieces = message.split('{').map(|piece| piece.split_once('}').map_or(piece, |(_, rest)| rest));
    let Some(mut rest) = pieces.next().and_then(|first| label.strip_prefix(first)) else { return false };
    let pieces: Vec<&str> = pieces.collect();
    let Some((last, middle)) = pieces.split_last() else { return rest.is_empty() };
    for piece in middle {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    // A message of braces only would say anything.
    !message.trim_start_matches('{').is_empty() && message.len() > 12 && rest.ends_with(last)
}

/// What stands between `**«` and `»**`.
fn quoted(text: &str) -> Vec<&str> {
    text.split("**«").skip(1).filter_map(|piece| piece.split_once("»**").map(|(label, _)| label)).collect()
}

/// Messages with a key that the page writes beside the label, as `(n)`.
fn bare(label: &str) -> &str {
    label.strip_suffix(')').and_then(|label| label.rsplit_once(" (")).map_or(label, |(bare, _)| bare)
}

#[test]
fn every_label_of_the_handbook_is_one_of_the_pages() {
    let messages = messages();
    assert!(messages.len() > 1000, "{}", messages.len());
    let mut count = 0;
    for file in std::fs::read_dir(workspace().join("docs/manuale")).unwrap() {
        let path = file.unwrap().path();
        if path.extension().is_none_or(|ending| ending != "md") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(
            text.matches("**«").count(),
            text.matches("»**").count(),
            "{}: half a label",
            path.display()
        );
        for label in quoted(&text) {
            let known = messages.iter().any(|message| message == label || message == bare(label));
            assert!(
                known || messages.iter().any(|message| message.contains('{') && says(message, label)),
                "{}: no page says «{label}»",
                path.display()
            );
            count += 1;
        }
    }
    assert!(count > 100, "{count}");
}

#[test]
fn every_place_of_help_is_in_the_handbook() {
    let chapters = Chapters::embedded();
    for (address, place) in ui::help::PLACES {
        let (slug, anchor) = place.split_once('#').unwrap_or((place, ""));
        let (chapter, ..) = chapters.find(slug).unwrap_or_else(|| panic!("{address}: no chapter {slug}"));
        let has = |anchor: &str| chapter.sections.iter().any(|section| section.id == anchor);
        assert!(anchor.is_empty() || has(anchor), "{address}: no section {anchor} in {slug}");
    }
}
