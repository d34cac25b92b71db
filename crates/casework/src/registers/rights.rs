//! What erasing a person takes from registers: rejected rows and waiting files that name them, and names of files,
//! sheets and columns that do.

use std::collections::{HashMap, HashSet};

use documents::sheets::{self, Cell, Limits};
use kernel::text::fold;
use linkage::Form;
use serde_json::Value;
use store::{CityKeys, Spot, Statement, StoreError, Unit, params};
use uuid::Uuid;

use super::rejected::RejectedContent;
use super::sql;
use crate::sealed::{
    PROFILE_MAPPING, REGISTER_FILE, REJECTED_CONTENT, UPLOAD_BYTES, UPLOAD_MAPPING, UPLOAD_NAME,
};

/// The ways in which some people were written, as they are looked for in texts: the words of each name, by the first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named(HashMap<String, Vec<Vec<String>>>);

impl Named {
    /// By the names of some forms.
    pub(crate) fn of(forms: &[Form]) -> Self {
        let mut names: HashMap<String, Vec<Vec<String>>> = HashMap::new();
        for form in forms {
            let words: Vec<String> = fold(&form.whole_name()).split_whitespace().map(str::to_owned).collect();
            if let Some(first) = words.first() {
                names.entry(first.clone()).or_default().push(words);
            }
        }
        Self(names)
    }

    /// Whether a text has all words of one of the names, in any order; of a name of one word, whether it is nothing
    /// else.
    pub(crate) fn is_in(&self, text: &str) -> bool {
        let folded = fold(text);
        let there: HashSet<&str> = folded.split_whitespace().collect();
        let has = |words: &Vec<String>| match words.as_slice() {
            [only] => folded == *only,
            all => all.iter().all(|word| there.contains(word.as_str())),
        };
        there.iter().any(|word| self.0.get(*word).is_some_and(|names| names.iter().any(has)))
    }

    /// Whether what was typed may be the beginning of one of the names: each of its words begins a word of it.
    pub(crate) fn may_begin_with(&self, typed: &str) -> bool {
        let folded = fold(typed);
        let letters = |word: &&str| word.chars().all(char::is_alphabetic);
        let typed: Vec<&str> = folded.split_whitespace().filter(letters).collect();
        let begins =
            |name: &Vec<String>| typed.iter().all(|typed| name.iter().any(|word| word.starts_with(typed)));
        !typed.is_empty() && self.0.values().flatten().any(begins)
    }

    /// Whether some cells side by side name them; a name of one word is a cell of its own.
    fn are_in<'a>(&self, cells: impl Iterator<Item = &'a str> + Clone) -> bool {
        cells.clone().any(|cell| self.is_in(cell)) || self.is_in(&cells.collect::<Vec<_>>().join(" "))
    }
}

/// Empties the rejected rows of a city that name somebody, throws away the waiting files that do, and takes the name
/// out of how files, sheets and columns are called. A row in which a name is spelled otherwise, or that holds half
/// of it, cannot be told from another person's.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub(crate) async fn forget(unit: &mut Unit, keys: &CityKeys, named: &Named) -> Result<(), StoreError> {
    let city = keys.city();
    for row in unit.fetch_all(&sql::REJECTED_OF_CITY, params![city]).await? {
        let id: Uuid = row.get(0)?;
        let content: RejectedContent = keys.open_json(REJECTED_CONTENT, id, &row.get::<Vec<u8>>(1)?)?;
        let texts = content.cells.iter().chain([&content.value, &content.header, &content.sheet]);
        if named.are_in(texts.map(String::as_str)) {
            let sealed = keys.seal_json(REJECTED_CONTENT, id, &RejectedContent::default())?;
            unit.execute(&sql::REWRITE_REJECTED, params![city, id, sealed]).await?;
        }
    }
    for row in unit.fetch_all(&sql::UPLOADS_OF_CITY, params![city]).await? {
        let id: Uuid = row.get(0)?;
        let name = keys.open_text(UPLOAD_NAME, id, &row.get::<Vec<u8>>(1)?)?;
        let bytes = keys.open(UPLOAD_BYTES, id, &row.get::<Vec<u8>>(2)?)?;
        let mapping: Option<Vec<u8>> = row.get(3)?;
        let mapping =
            mapping.map(|sealed| keys.open_json::<Value>(UPLOAD_MAPPING, id, &sealed)).transpose()?;
        let mapped = mapping.is_some_and(|mut mapping| take_out(named, &mut mapping));
        if mapped || named.is_in(&name) || holds(named, &name, &bytes) {
            unit.execute(&sql::REMOVE_UPLOAD, params![city, id]).await?;
        }
    }
    rename(unit, keys, named, (&sql::FILES_OF_CITY, &sql::REWRITE_FILE, REGISTER_FILE)).await?;
    rename(unit, keys, named, (&sql::PROFILE, &sql::REWRITE_PROFILE, PROFILE_MAPPING)).await?;
    Ok(())
}

/// Whether a file names somebody; one that cannot be read might.
fn holds(named: &Named, name: &str, bytes: &[u8]) -> bool {
    let Ok(workbook) = sheets::read(bytes, name, &Limits::default()) else { return true };
    workbook.sheets.iter().any(|sheet| {
        named.is_in(&sheet.name)
            || sheet.rows.iter().any(|row| {
                let cells: Vec<String> = row.cells.iter().map(Cell::shown).collect();
                named.are_in(cells.iter().map(String::as_str))
            })
    })
}

/// Takes a name out of sealed JSON, row by row.
async fn rename(
    unit: &mut Unit,
    keys: &CityKeys,
    named: &Named,
    (all, rewrite, spot): (&Statement, &Statement, Spot),
) -> Result<(), StoreError> {
    for row in unit.fetch_all(all, params![keys.city()]).await? {
        let id: Uuid = row.get(0)?;
        let mut content: Value = keys.open_json(spot, id, &row.get::<Vec<u8>>(1)?)?;
        if take_out(named, &mut content) {
            let sealed = keys.seal_json(spot, id, &content)?;
            unit.execute(rewrite, params![keys.city(), id, sealed]).await?;
        }
    }
    Ok(())
}

/// Empties the texts that name somebody, and drops the keys that do. Gives whether there were any.
fn take_out(named: &Named, content: &mut Value) -> bool {
    match content {
        Value::String(text) if named.is_in(text) => {
            text.clear();
            true
        }
        Value::Array(items) => items.iter_mut().fold(false, |any, item| take_out(named, item) | any),
        Value::Object(fields) => {
            let before = fields.len();
            fields.retain(|key, _| !named.is_in(key));
            let dropped = fields.len() < before;
            fields.values_mut().fold(dropped, |any, value| take_out(named, value) | any)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(surname: &str, given: &str) -> Named {
        Named::of(&[Form {
            surname: surname.into(),
            given: given.into(),
            birth: None,
            gender: kernel::Gender::Unknown,
            citizenship: None,
            rows: 0,
        }])
    }

    #[test]
    fn a_name_is_found_in_any_order_and_not_by_half() {
        let diop = named("Diop", "Cheikh");
        assert!(diop.is_in("cheikh DIOP, 12 maggio"));
        assert!(diop.are_in(["Diop", "Cheikh", "32/01/2025"].into_iter()));
        assert!(!diop.is_in("Diop Awa"));
        assert!(!diop.is_in("Diopcheikh"));
    }

    #[test]
    fn a_name_of_one_word_is_a_text_of_its_own() {
        let awa = named("Awa", "");
        assert!(awa.are_in(["12/05/2025", "AWA"].into_iter()));
        assert!(!awa.is_in("chiesto di Awa"));
    }

    #[test]
    fn what_was_typed_may_be_a_beginning() {
        let diop = named("Diop", "Cheikh");
        assert!(diop.may_begin_with("chei dio") && diop.may_begin_with("DIOP 04/03/1957"));
        assert!(!diop.may_begin_with("diop awa") && !diop.may_begin_with("1957"));
    }

    #[test]
    fn a_mapping_loses_the_words_that_name() {
        let mut mapping = serde_json::json!({
            "name": "Diop Cheikh.xlsx", "sheets": ["maggio", "cheikh diop"],
            "mapping": { "columns": { "diop cheikh": "day", "data": "day" } },
        });
        assert!(take_out(&named("Diop", "Cheikh"), &mut mapping));
        let left = serde_json::json!({
            "name": "", "sheets": ["maggio", ""], "mapping": { "columns": { "data": "day" } },
        });
        assert_eq!(mapping, left);
    }
}
