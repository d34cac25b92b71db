//! Messages: both languages say the same, every key is used, every key used is there.

use std::fs;
use std::path::Path;

use crate::messages::keys;
use crate::{Lang, MESSAGES, Messages, Source};

/// What starts the use of a key in templates and sources.
const USES: [&str; 4] = [".t(\"", ".tn(\"", ".t_with(\"", "Say::new(\""];

/// The faults of a crate's messages, told in one source or several: keys or variables that differ between the languages, keys used
/// in its `templates/` or `src/` that neither it nor the shell defines, and keys that nobody uses. A key
/// put together counts as used by its beginning: `format!("status-{word}")` uses all of `status-…`.
/// Comments and tests (what follows `#[cfg(test)]` and `mod tests {`) are left out.
pub fn messages(sources: &[Source], crate_dir: impl AsRef<Path>) -> Vec<String> {
    if let Err(error) = Messages::new(sources.iter().copied()) {
        return vec![error.to_string()];
    }
    let all = |lang| sources.iter().map(|source| source.text(lang)).collect::<Vec<_>>().join("\n");
    let (it, en) = (all(Lang::It), all(Lang::En));
    let (it, en) = (keys(&it), keys(&en));
    let mut faults = Vec::new();
    for (key, variables) in &it {
        match en.get(key) {
            None => faults.push(format!("{key} is missing in locales/en.ftl")),
            Some(other) if other != variables => {
                faults.push(format!("{key} has {variables:?} in Italian and {other:?} in English"));
            }
            Some(_) => {}
        }
    }
    faults.extend(
        en.keys()
            .filter(|key| !it.contains_key(*key))
            .map(|key| format!("{key} is missing in locales/it.ftl")),
    );

    let mut text = String::new();
    gather(&crate_dir.as_ref().join("templates"), "html", &mut text);
    gather(&crate_dir.as_ref().join("src"), "rs", &mut text);
    let shared = keys(MESSAGES.it);
    for start in USES {
        for piece in text.split(start).skip(1) {
            let key = piece.split('"').next().unwrap_or_default();
            if !it.contains_key(key) && !shared.contains_key(key) && !key.contains('{') {
                faults.push(format!("{key} is used but not defined"));
            }
        }
    }
    let is_used = |key: &str| {
        text.contains(&format!("\"{key}\""))
            || key.match_indices('-').any(|(end, _)| text.contains(&format!("\"{}{{", &key[..=end])))
    };
    faults.extend(it.keys().filter(|key| !is_used(key)).map(|key| format!("{key} is defined but not used")));
    faults.sort();
    faults.dedup();
    faults
}

fn gather(folder: &Path, extension: &str, text: &mut String) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
        if path.is_dir() {
            gather(&path, extension, text);
        } else if path.extension().is_some_and(|found| found == extension) {
            let content = fs::read_to_string(&path).unwrap_or_default();
            let shipped = content.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            let code = shipped.lines().filter(|line| !line.trim_start().starts_with("//"));
            text.extend(code.flat_map(|line| [line, "\n"]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_messages_of_the_shell_are_complete() {
        assert_eq!(messages(&[MESSAGES], env!("CARGO_MANIFEST_DIR")), Vec::<String>::new());
    }

    #[test]
    fn every_kind_of_fault_is_found() {
        let source = Source { name: "x", it: "x-a = { $n }\nx-b = b\n", en: "x-a = { $m }\nx-c = c\n" };
        let faults = messages(&[source], env!("CARGO_MANIFEST_DIR"));
        for fault in [
            "x-a has [\"n\"] in Italian and [\"m\"] in English",
            "x-b is missing in locales/en.ftl",
            "x-c is missing in locales/it.ftl",
            "x-b is defined but not used",
        ] {
            assert!(faults.iter().any(|found| found == fault), "{fault} not in {faults:?}");
        }
        let empty = Source { name: "x", it: "", en: "" };
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faulty");
        assert_eq!(messages(&[empty], folder), ["x-nowhere is used but not defined"]);
    }
}
