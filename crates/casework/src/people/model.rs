//! What is counted of a person, worked out from every form they were written in.

use std::collections::BTreeMap;

use kernel::{Day, Gender, typed_id};
use linkage::Form;

typed_id!(
    /// A person of one city.
    PersonId
);
typed_id!(
    /// One way a person was written.
    FormId
);

/// The attributes of a person that facts carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Attributes {
    /// Gender.
    pub gender: Gender,
    /// Birth date; none if it was never recorded.
    pub birth: Option<Day>,
    /// Citizenship, ISO 3166 alpha-2; none if it was never recorded.
    pub citizenship: Option<String>,
}

/// For each attribute the value most rows carry, unknown only where nothing else was ever written.
/// On a tie the birth date that is not a 1 January stands (1 January is what is written when the day is
/// not known), then the smaller value, so that the order of rows never matters.
pub fn attributes_of<'a>(forms: impl IntoIterator<Item = &'a Form>) -> Attributes {
    let mut genders = BTreeMap::new();
    let mut births = BTreeMap::new();
    let mut citizenships = BTreeMap::new();
    for form in forms {
        if form.gender != Gender::Unknown {
            *genders.entry(form.gender).or_insert(0) += form.rows;
        }
        if let Some(birth) = form.birth {
            *births.entry((is_first_of_january(birth), birth)).or_insert(0) += form.rows;
        }
        if let Some(citizenship) = &form.citizenship {
            *citizenships.entry(citizenship.clone()).or_insert(0) += form.rows;
        }
    }
    Attributes {
        gender: most(genders).unwrap_or_default(),
        birth: most(births).map(|(_, birth)| birth),
        citizenship: most(citizenships),
    }
}

/// The key with the largest count; the smallest such key on a tie.
fn most<K: Ord>(counts: BTreeMap<K, u32>) -> Option<K> {
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(key, _)| key)
}

fn is_first_of_january(day: Day) -> bool {
    use chrono::Datelike;
    day.ordinal() == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(birth: Option<&str>, gender: Gender, rows: u32) -> Form {
        let birth = birth.map(|day| day.parse().unwrap());
        Form { surname: "Diop".into(), given: "Awa".into(), birth, gender, citizenship: None, rows }
    }

    #[test]
    fn what_most_rows_say_stands() {
        let forms = [
            form(Some("1990-05-04"), Gender::F, 3),
            form(Some("1990-04-05"), Gender::F, 1),
            form(None, Gender::Unknown, 9),
        ];
        let attributes = attributes_of(&forms);
        assert_eq!(attributes.birth, Some("1990-05-04".parse().unwrap()));
        assert_eq!(attributes.gender, Gender::F);
        assert_eq!(attributes.citizenship, None);
    }

    #[test]
    fn ties_do_not_depend_on_the_order() {
        let mut forms = [form(Some("1990-01-01"), Gender::F, 2), form(Some("1990-06-07"), Gender::M, 2)];
        let one = attributes_of(&forms);
        forms.reverse();
        assert_eq!(one, attributes_of(&forms));
        assert_eq!(one.birth, Some("1990-06-07".parse().unwrap()));
        assert_eq!(one.gender, Gender::F);
    }
}
