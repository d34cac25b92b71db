//! The fields of an account, as they are typed and as they are understood.

use std::collections::BTreeSet;

use kernel::{CityCode, text};
use serde::Deserialize;
use ui::Page;
use ui::parts::{Choice, Field};

use super::super::words;
use crate::account::{Account, Ceiling, parse_login};
use crate::{Access, Role};

/// The longest name, in characters.
const LONGEST_NAME: usize = 120;

/// What is typed.
#[derive(Deserialize, Default, Clone, Debug)]
#[serde(default)]
pub(in super::super) struct Typed {
    pub(super) modulo: String,
    pub(super) login: String,
    pub(super) nome: String,
    pub(super) ruolo: String,
    pub(super) citta: String,
    pub(super) punti: String,
}

/// What is wrong, field by field; empty where nothing is.
#[derive(Default, Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Errors {
    pub(in super::super) login: String,
    pub(in super::super) name: String,
    pub(in super::super) role: String,
    pub(in super::super) city: String,
}

/// What was understood.
pub(super) struct Understood {
    pub(super) name: String,
    pub(super) role: Role,
    pub(super) city: Option<CityCode>,
    pub(super) offices: BTreeSet<String>,
}

impl Typed {
    /// What stands in the fields of an account that is there.
    pub(in super::super) fn of(account: &Account) -> Self {
        let offices: Vec<&str> = account.offices.iter().map(String::as_str).collect();
        Self {
            modulo: String::new(),
            login: account.login.clone(),
            nome: account.name.clone(),
            ruolo: account.role.code().to_owned(),
            citta: account.city.map(|city| city.to_string()).unwrap_or_default(),
            punti: offices.join("\n"),
        }
    }

    /// Reads the fields within a ceiling. The city of a lead's operators is the lead's own, whatever a form says.
    pub(super) fn understood(
        &self,
        access: &Access,
        page: &Page,
        ceiling: &Ceiling,
        is_new: bool,
    ) -> Result<Understood, Box<Errors>> {
        let mut errors = Errors::default();
        if is_new && parse_login(&self.login).is_err() {
            errors.login = page.t("access-login-wrong");
        }
        let name = self.nome.trim();
        if name.is_empty() {
            errors.name = page.t("access-name-empty");
        } else if name.chars().count() > LONGEST_NAME {
            errors.name = page.t("access-name-long");
        }
        let role = self.ruolo.parse::<Role>().ok().filter(|role| ceiling.roles.contains(role));
        if role.is_none() {
            errors.role = page.t("access-role-wrong");
        }
        let chosen = || self.citta.parse().ok().filter(|code| access.cities.get(*code).is_some());
        let city = role.filter(|role| role.is_of_a_city()).and_then(|_| ceiling.city.or_else(chosen));
        if role.is_some_and(Role::is_of_a_city) && city.is_none() {
            errors.city = page.t("access-city-wrong");
        }
        match role {
            Some(role) if errors == Errors::default() && ceiling.allows(role, city) => {
                let offices = self.punti.lines().map(text::fold).filter(|office| !office.is_empty());
                let offices = if city.is_some() { offices.collect() } else { BTreeSet::new() };
                Ok(Understood { name: name.to_owned(), role, city, offices })
            }
            _ => Err(Box::new(errors)),
        }
    }

    /// The fields that an invitation and a change have in common.
    pub(super) fn fields(
        &self,
        access: &Access,
        page: &Page,
        ceiling: &Ceiling,
        errors: &Errors,
    ) -> Vec<Field> {
        let role = |role: &Role| Choice::new(role.code(), words::role(page, *role));
        let mut fields = vec![
            Field::text("nome", page.t("access-name"))
                .value(&self.nome)
                .autocomplete("off")
                .error(&errors.name)
                .required(),
            Field::list("ruolo", page.t("access-role"), ceiling.roles.iter().map(role).collect())
                .value(&self.ruolo)
                .error(&errors.role),
        ];
        if ceiling.city.is_none() {
            let none = Choice::new("", page.t("access-city-none"));
            let cities = access.cities.iter().map(|city| Choice::new(city.code.as_str(), &city.name));
            fields.push(
                Field::list("citta", page.t("access-city"), std::iter::once(none).chain(cities).collect())
                    .hint(page.t("access-city-hint"))
                    .value(&self.citta)
                    .error(&errors.city),
            );
        }
        fields.push(
            Field::area("punti", page.t("access-offices"))
                .hint(page.t("access-offices-hint"))
                .value(&self.punti),
        );
        fields
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::pages::samples;
    use crate::testing::who;

    #[tokio::test]
    async fn a_lead_gives_what_is_under_their_own_whatever_a_form_says() {
        let folder = tempfile::tempdir().unwrap();
        let store = store::testing::embedded(folder.path(), &[store::SLICE, crate::SLICE]).await;
        let access = samples::access(&store, Arc::new(kernel::FixedClock::default()));
        let page = Page::of(&ui::Shell::new([crate::MESSAGES]).unwrap(), ui::Lang::It, "/utenti/nuovo");
        let ceiling = Ceiling::of(&who(Role::CityLead, Some("A662".parse().unwrap()))).unwrap();
        let typed = |role: &str| Typed {
            login: "awa.diop".to_owned(),
            nome: " Awa Diop ".to_owned(),
            ruolo: role.to_owned(),
            citta: "H501".to_owned(),
            punti: "Hub Termini\n\n HUB  termini ".to_owned(),
            ..Typed::default()
        };
        let made = typed("operator").understood(&access, &page, &ceiling, true).ok().unwrap();
        assert_eq!((made.name.as_str(), made.city.unwrap().as_str()), ("Awa Diop", "A662"));
        assert_eq!(made.offices.iter().collect::<Vec<_>>(), ["hub termini"]);
        for role in ["city_lead", "administrator", "auditor", "boss", ""] {
            let errors = typed(role).understood(&access, &page, &ceiling, true).err().unwrap();
            assert!(!errors.role.is_empty(), "{role}");
        }
    }
}
