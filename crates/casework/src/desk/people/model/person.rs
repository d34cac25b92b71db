//! A person as the desk writes them down: what was typed, and what it says.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use kernel::{Day, Gender, text};
use linkage::Form;
use network::vocabulary::{Term, Terms, Vocabulary};
use serde::Deserialize;
use ui::Say;

use crate::registers::model::birth_written;

/// Letters of a name, more than any has.
const LONGEST_NAME: usize = 100;
/// Nobody who comes to a desk was born before.
const FIRST_YEAR: i32 = 1900;

/// What is wrong with what was typed, by field; the field keeps what it says.
pub type Faults = BTreeMap<&'static str, Say>;

/// The fields that say who somebody is, as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct PersonFields {
    /// Surname.
    pub cognome: String,
    /// Given name.
    pub nome: String,
    /// Birth date, in any of the ways it is written in Italy; the year alone; nothing.
    pub nascita: String,
    /// Code of the gender; empty where it was not asked.
    pub genere: String,
    /// Citizenship, by any of its names.
    pub cittadinanza: String,
}

impl PersonFields {
    /// The fields that say what a form says.
    pub fn of(form: &Form, vocabulary: &Vocabulary, lang: ui::Lang) -> Self {
        let country = form.citizenship.as_deref().and_then(|code| vocabulary.countries().get(code));
        Self {
            cognome: form.surname.clone(),
            nome: form.given.clone(),
            nascita: form.birth.map(|birth| birth.format("%-d/%-m/%Y").to_string()).unwrap_or_default(),
            genere: if form.gender == Gender::Unknown {
                String::new()
            } else {
                form.gender.code().to_owned()
            },
            cittadinanza: country
                .map(|country| lang.pick(&country.name_it, &country.name_en).clone())
                .unwrap_or_default(),
        }
    }

    /// The form that the fields say. What cannot be right is told in `faults`, and left out.
    pub fn read(&self, vocabulary: &Vocabulary, today: Day, faults: &mut Faults) -> Form {
        let surname = name(&self.cognome, "cognome", faults);
        let given = name(&self.nome, "nome", faults);
        let has_letters = |name: &str| name.chars().any(char::is_alphabetic);
        if !faults.contains_key("cognome") && !has_letters(&surname) && !has_letters(&given) {
            faults.insert("cognome", Say::new("people-fault-no-name"));
        }
        Form {
            surname,
            given,
            birth: birth(&self.nascita, today, faults),
            gender: Gender::from_code(&self.genere),
            citizenship: term(vocabulary.countries(), &self.cittadinanza, "cittadinanza", faults)
                .map(|country| country.code.clone()),
            rows: 0,
        }
    }
}

fn name(typed: &str, field: &'static str, faults: &mut Faults) -> String {
    let name = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.chars().count() > LONGEST_NAME || name.chars().any(char::is_control) {
        faults.insert(field, Say::new("people-fault-long").with("most", LONGEST_NAME));
    }
    name
}

/// A birth date; the year alone is its first of January.
fn birth(typed: &str, today: Day, faults: &mut Faults) -> Option<Day> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let only_digits = typed.bytes().all(|byte| byte.is_ascii_digit());
    // Any other number would be read as a spreadsheet's.
    let is_year = || typed.parse().is_ok_and(|year: i32| (FIRST_YEAR..=today.year()).contains(&year));
    let is_date = !only_digits || matches!(typed.len(), 6 | 8) || (typed.len() == 4 && is_year());
    let birth = Some(typed).filter(|_| is_date).and_then(|typed| birth_written(typed, today));
    match birth {
        Some(birth) if birth > today => faults.insert("nascita", Say::new("people-fault-birth-future")),
        Some(birth) if birth.year() < FIRST_YEAR => {
            faults.insert("nascita", Say::new("people-fault-birth-old"))
        }
        Some(birth) => return Some(birth),
        None => faults.insert("nascita", Say::new("people-fault-birth")),
    };
    None
}

/// An entry of a vocabulary, by any of its names; nothing for an empty text.
pub fn term<'a, T: Term>(
    terms: &'a Terms<T>,
    typed: &str,
    field: &'static str,
    faults: &mut Faults,
) -> Option<&'a T> {
    if text::fold(typed).is_empty() {
        return None;
    }
    let found = terms.find(typed);
    if found.is_none() {
        let fault = match terms.nearest(typed) {
            Some(near) => Say::new("people-fault-unknown-near").with("near", near.name_it()),
            None => Say::new("people-fault-unknown"),
        };
        faults.insert(field, fault);
    }
    found
}

/// Whether a birth date is the first of January that is written where the day is not known.
pub fn is_day_uncertain(birth: Day) -> bool {
    birth.ordinal() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(fields: &PersonFields) -> (Form, Faults) {
        let mut faults = Faults::new();
        let form = fields.read(&Vocabulary::embedded().unwrap(), "2026-06-01".parse().unwrap(), &mut faults);
        (form, faults)
    }

    fn born(nascita: &str) -> (Option<Day>, Vec<&'static str>) {
        let (form, faults) =
            read(&PersonFields { cognome: "Diop".into(), nascita: nascita.into(), ..Default::default() });
        (form.birth, faults.into_keys().collect())
    }

    #[test]
    fn what_is_typed_is_read() {
        let fields = PersonFields {
            cognome: "  El   Amrani ".into(),
            nome: "Said".into(),
            nascita: "3 maggio 1990".into(),
            genere: "M".into(),
            cittadinanza: "marocchino".into(),
        };
        let (form, faults) = read(&fields);
        assert_eq!(faults, Faults::new());
        assert_eq!(
            (form.surname.as_str(), form.gender, form.citizenship.as_deref()),
            ("El Amrani", Gender::M, Some("MA"))
        );
        assert_eq!(form.birth, "1990-05-03".parse().ok());
        let again = PersonFields::of(&form, &Vocabulary::embedded().unwrap(), ui::Lang::It);
        assert_eq!((again.nascita.as_str(), again.cittadinanza.as_str()), ("3/5/1990", "Marocco"));
        assert_eq!(read(&again).0, form);
    }

    #[test]
    fn a_birth_may_be_a_year_or_unknown() {
        assert_eq!(born("1990"), ("1990-01-01".parse().ok(), vec![]));
        assert_eq!(born(" "), (None, vec![]));
        assert_eq!(born("03051990"), ("1990-05-03".parse().ok(), vec![]));
        for wrong in ["31/2/1990", "boh", "1/1/1850", "2/6/2026", "45000", "2027"] {
            assert_eq!(born(wrong), (None, vec!["nascita"]), "{wrong}");
        }
    }

    #[test]
    fn what_cannot_be_right_is_told_beside_its_field() {
        let (_, faults) = read(&PersonFields { cittadinanza: "Senegall".into(), ..Default::default() });
        assert_eq!(faults["cognome"], Say::new("people-fault-no-name"));
        assert_eq!(faults["cittadinanza"], Say::new("people-fault-unknown-near").with("near", "Senegal"));
        let (_, faults) = read(&PersonFields { nome: "x".repeat(101), ..Default::default() });
        assert!(faults.contains_key("nome"));
    }
}
