//! A list of terms, found by any of their forms.

use std::collections::HashMap;

use kernel::text::{fold, nearest};
use serde::de::DeserializeOwned;

use super::{VocabularyError, abbreviation};

/// One entry of a vocabulary.
pub trait Term: DeserializeOwned {
    /// The stable code that facts carry.
    fn code(&self) -> &str;
    /// The name shown in Italian.
    fn name_it(&self) -> &str;
    /// The name shown in English.
    fn name_en(&self) -> &str;
    /// Other ways in which it is written; none may be another term's.
    fn other_forms(&self) -> Vec<String>;
    /// The folded text without words that say nothing; looked up when the text itself is not known.
    fn essence(folded: &str) -> Option<&str> {
        let _ = folded;
        None
    }
}

/// Terms in the order of their file.
#[derive(Clone, Debug)]
pub struct Terms<T> {
    terms: Vec<T>,
    by_code: HashMap<String, usize>,
    by_form: HashMap<String, usize>,
}

impl<T: Term> Terms<T> {
    pub(super) fn load(file: &'static str, text: &str) -> Result<Self, VocabularyError> {
        let terms: Vec<T> = csv::Reader::from_reader(text.as_bytes())
            .deserialize()
            .collect::<Result<_, _>>()
            .map_err(|source| VocabularyError::Row { file, source })?;
        let mut by_form = HashMap::new();
        for (index, term) in terms.iter().enumerate() {
            let names = [term.code(), term.name_it(), term.name_en()].map(str::to_owned);
            for form in names.into_iter().chain(term.other_forms()) {
                let folded = fold(&form);
                if folded.is_empty() {
                    continue;
                }
                match by_form.insert(folded, index) {
                    Some(other) if other != index => {
                        let first = terms.get(other).map(|term: &T| term.code().to_owned());
                        return Err(VocabularyError::Ambiguous {
                            file,
                            form,
                            first: first.unwrap_or_default(),
                            second: term.code().to_owned(),
                        });
                    }
                    _ => {}
                }
            }
        }
        let by_code = terms.iter().enumerate().map(|(index, term)| (term.code().to_owned(), index)).collect();
        Ok(Self { terms, by_code, by_form })
    }

    /// The term that `text` is a form of.
    pub fn find(&self, text: &str) -> Option<&T> {
        self.find_folded(&fold(text))
    }

    /// The same for text that is folded already.
    pub fn find_folded(&self, folded: &str) -> Option<&T> {
        let index = self
            .by_form
            .get(folded)
            .or_else(|| T::essence(folded).and_then(|rest| self.by_form.get(rest)))?;
        self.terms.get(*index)
    }

    /// The one term that a text with full stops shortens: *Prot. sussid.*, *Info ritorno vol.*, *Prot. int.le*. Each
    /// word begins the word in its place; nothing if that fits two terms, or there is no full stop.
    pub fn abbreviated(&self, text: &str) -> Option<&T> {
        let short = abbreviation::words(text)?;
        let mut found: Option<usize> = None;
        for (form, index) in &self.by_form {
            if found != Some(*index) && abbreviation::stands_for(&short, form) {
                if found.is_some() {
                    return None;
                }
                found = Some(*index);
            }
        }
        self.terms.get(found?)
    }

    /// The term with exactly this code.
    pub fn get(&self, code: &str) -> Option<&T> {
        self.terms.get(*self.by_code.get(code)?)
    }

    /// The term with the form nearest to `text`, if near enough to be meant by it.
    pub fn nearest(&self, text: &str) -> Option<&T> {
        let folded = fold(text);
        let meant = T::essence(&folded).unwrap_or(&folded);
        let mut forms: Vec<&str> =
            self.by_form.keys().filter(|form| form.len() > 3).map(String::as_str).collect();
        forms.sort_unstable();
        self.terms.get(*self.by_form.get(nearest(meant, forms)?)?)
    }

    /// Every term, in the order of the file.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.terms.iter()
    }
}

impl<'a, T: Term> IntoIterator for &'a Terms<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;
    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The synonyms of a semicolon-separated cell.
pub(super) fn split(synonyms: &str) -> impl Iterator<Item = String> {
    synonyms.split(';').map(str::trim).filter(|form| !form.is_empty()).map(str::to_owned)
}
