//! What is counted of a person, worked out from every form they were written in.

use std::collections::BTreeMap;

use kernel::{Day, Gender, Timestamp, typed_id};
use linkage::{Form, form_key};

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

/// A form with what gives it weight.
#[derive(Clone, Debug)]
pub struct Said {
    /// What was written; `rows` says how many contacts stand under it.
    pub form: Form,
    /// When the desk stated it, asking the person; none for what registers say.
    pub stated_at: Option<Timestamp>,
    /// Whether its name and birth date were erased.
    pub erased: bool,
}

/// What the newest stated form says, attribute by attribute; what it does not say is worked out from all forms.
/// There, for each attribute, stands the value most rows carry, unknown only where nothing else was ever written.
/// On a tie the birth date that is not a 1 January stands (1 January is what is written when the day is
/// not known), then the smaller value, so that the order of rows never matters.
pub fn attributes_of(forms: &[Said]) -> Attributes {
    let mut genders = BTreeMap::new();
    let mut births = BTreeMap::new();
    let mut citizenships = BTreeMap::new();
    for Said { form, .. } in forms {
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
    let stated = newest_stated(forms).map(|said| &said.form);
    let gender = stated.map(|form| form.gender).filter(|gender| *gender != Gender::Unknown);
    Attributes {
        gender: gender.or_else(|| most(genders)).unwrap_or_default(),
        birth: stated.and_then(|form| form.birth).or_else(|| most(births).map(|(_, birth)| birth)),
        citizenship: stated.and_then(|form| form.citizenship.clone()).or_else(|| most(citizenships)),
    }
}

/// The form that stands for the person's name: the newest stated one, else the one written most often, the smaller
/// key on a tie. None where all were erased.
pub fn name_of(forms: &[Said]) -> Option<&Said> {
    let often = |a: &&Said, b: &&Said| {
        let smaller_key = || form_key(&b.form).cmp(&form_key(&a.form));
        a.form.rows.cmp(&b.form.rows).then_with(smaller_key)
    };
    newest_stated(forms).or_else(|| forms.iter().filter(|said| !said.erased).max_by(often))
}

/// The form the desk stated last, if it is not erased.
pub(crate) fn newest_stated(forms: &[Said]) -> Option<&Said> {
    let stated = forms.iter().filter(|said| !said.erased && said.stated_at.is_some());
    let newer = |a: &&Said, b: &&Said| {
        a.stated_at.cmp(&b.stated_at).then_with(|| form_key(&b.form).cmp(&form_key(&a.form)))
    };
    stated.max_by(newer)
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

    fn form(birth: Option<&str>, gender: Gender, rows: u32) -> Said {
        let birth = birth.map(|day| day.parse().unwrap());
        let form =
            Form { surname: "Diop".into(), given: "Awa".into(), birth, gender, citizenship: None, rows };
        Said { form, stated_at: None, erased: false }
    }

    fn stated(at: i64, said: Said) -> Said {
        Said { stated_at: Some(Timestamp::from_micros(at)), ..said }
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

    #[test]
    fn what_the_desk_stated_last_stands_where_it_says_something() {
        let forms = [
            form(Some("1990-05-04"), Gender::F, 30),
            stated(1, form(Some("1991-05-04"), Gender::M, 0)),
            stated(2, form(None, Gender::X, 0)),
        ];
        let attributes = attributes_of(&forms);
        assert_eq!(attributes.gender, Gender::X);
        assert_eq!(attributes.birth, Some("1990-05-04".parse().unwrap()));
        assert_eq!(name_of(&forms).unwrap().form.gender, Gender::X);
    }

    #[test]
    fn an_erased_form_counts_and_names_nobody() {
        let erased = |said: Said| Said { erased: true, ..said };
        let forms = [form(Some("1990-05-04"), Gender::F, 1), erased(stated(2, form(None, Gender::M, 30)))];
        assert_eq!(attributes_of(&forms).gender, Gender::M);
        assert_eq!(name_of(&forms).unwrap().form.rows, 1);
        assert!(name_of(&forms[1..]).is_none());
    }
}
