//! Who is encoded: what a city knows of one person, taken together.

use std::collections::BTreeMap;

use chrono::Datelike as _;
use kernel::{Day, Gender};

use crate::{Form, fold_name};

/// A person as one city knows them. It never leaves the city: only its encoding does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Identity {
    /// Surname and given names, in any order.
    pub name: String,
    /// Birth date.
    pub birth: Option<Day>,
    /// Gender.
    pub gender: Gender,
    /// Citizenship, ISO 3166 alpha-2.
    pub citizenship: Option<String>,
    /// The encoder's further fields, in its order; an absent or empty one is unknown.
    pub further: Vec<Option<String>>,
}

impl Identity {
    /// One identity of all the ways a person was written: the name, birth date, gender and citizenship that most
    /// rows say. On a tie a date that is not a 1 January stands, and the name with more letters. Nothing depends
    /// on the order of the forms.
    pub fn usual<'a>(forms: impl IntoIterator<Item = &'a Form>) -> Self {
        let (mut names, mut births) = (BTreeMap::new(), BTreeMap::new());
        let (mut genders, mut citizenships) = (BTreeMap::new(), BTreeMap::new());
        for form in forms {
            let folded = fold_name(&form.whole_name());
            // Names that sound alike are one name; any of them may speak for it.
            let sounds = folded.sorted_sounds().join(" ");
            if !sounds.is_empty() {
                let (rows, longest) = names.entry(sounds).or_insert((0_u32, String::new()));
                *rows += form.rows;
                let name = folded.words.join(" ");
                if (name.len(), &name) > (longest.len(), &*longest) {
                    *longest = name;
                }
            }
            if let Some(birth) = form.birth {
                *births.entry((birth.ordinal() != 1, birth)).or_insert(0) += form.rows;
            }
            if form.gender != Gender::Unknown {
                *genders.entry(form.gender).or_insert(0) += form.rows;
            }
            if let Some(citizenship) = &form.citizenship {
                *citizenships.entry(citizenship.clone()).or_insert(0) += form.rows;
            }
        }
        let name = names.into_values().max_by(|(rows, name), (others, other)| {
            (rows, name.len(), name).cmp(&(others, other.len(), other))
        });
        Self {
            name: name.map(|(_, name)| name).unwrap_or_default(),
            birth: most(births).map(|(_, birth)| birth),
            gender: most(genders).unwrap_or_default(),
            citizenship: most(citizenships),
            further: Vec::new(),
        }
    }
}

fn most<K: Ord>(counts: BTreeMap<K, u32>) -> Option<K> {
    counts.into_iter().max_by_key(|(_, rows)| *rows).map(|(key, _)| key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_most_rows_say_stands() {
        let form = |surname: &str, birth: &str, rows| Form {
            surname: surname.into(),
            given: "Awa".into(),
            birth: birth.parse().ok(),
            gender: Gender::F,
            citizenship: Some("SN".into()),
            rows,
        };
        let forms = [form("Diop", "1990-01-01", 2), form("Diopp", "1990-03-04", 2), form("Diip", "", 3)];
        let identity = Identity::usual(&forms);
        assert_eq!(identity.name, "diopp awa", "two spellings that sound alike outweigh a slip");
        assert_eq!(identity.birth, "1990-03-04".parse().ok());
        let turned: Vec<Form> = forms.into_iter().rev().collect();
        assert_eq!(Identity::usual(&turned), identity);
    }
}
