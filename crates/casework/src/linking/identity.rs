//! Who is encoded: what a city knows of a person, taken together.

use linkage::Form;
use linkage::network::Identity;

use crate::people::model::{Said, attributes_of, newest_stated};

/// The identity of a person by their forms: what the desk stated last, and what it does not say as most rows say.
/// None where nothing says who they are.
pub(super) fn identity_of(said: &[Said]) -> Option<Identity> {
    let telling: Vec<&Form> = said.iter().filter(|said| !said.erased).map(|said| &said.form).collect();
    if telling.is_empty() {
        return None;
    }
    let usual = Identity::usual(telling.iter().copied());
    let Some(stated) = newest_stated(said) else { return Some(usual) };
    let attributes = attributes_of(said);
    let name = stated.form.whole_name();
    Some(Identity {
        name: if name.trim().is_empty() { usual.name } else { name },
        birth: attributes.birth,
        gender: attributes.gender,
        citizenship: attributes.citizenship,
        further: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use kernel::{Gender, Timestamp};

    use super::*;

    fn said(surname: &str, birth: &str, rows: u32, stated_at: Option<i64>) -> Said {
        let form = Form {
            surname: surname.into(),
            given: "Awa".into(),
            birth: birth.parse().ok(),
            gender: Gender::F,
            citizenship: None,
            rows,
        };
        Said { form, stated_at: stated_at.map(Timestamp::from_micros), erased: false }
    }

    #[test]
    fn what_the_desk_stated_last_stands() {
        let forms = [said("Diop", "1990-05-04", 30, None), said("Diouf", "", 0, Some(1))];
        let identity = identity_of(&forms).unwrap();
        assert!(identity.name.contains("Diouf"), "{}", identity.name);
        assert_eq!(identity.birth, "1990-05-04".parse().ok());
        assert_eq!(identity_of(&forms[..1]).unwrap(), Identity::usual([&forms[0].form]));
    }

    #[test]
    fn nobody_is_made_of_what_was_erased() {
        let erased = Said { erased: true, ..said("", "", 3, None) };
        assert_eq!(identity_of(&[erased]), None);
        assert_eq!(identity_of(&[]), None);
    }
}
