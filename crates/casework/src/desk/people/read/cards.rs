//! People as lists show them.

use std::collections::HashMap;

use kernel::{Day, Gender, Timestamp};
use linkage::Form;
use store::{CityKeys, Reader, StoreError, Value, params};
use uuid::Uuid;

use super::super::sql::{self, MOST_CARDS};
use crate::people::model::{Said, attributes_of, name_of};
use crate::people::{FormId, PersonId, written};

/// One way a person was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// Which.
    pub form: FormId,
    /// What was written; `rows` says how often.
    pub written: Form,
    /// When the desk stated it; none for what registers say.
    pub stated_at: Option<Timestamp>,
}

/// A person as a list shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Who.
    pub person: PersonId,
    /// Surname and given name, as the desk stated them last or most rows say.
    pub name: String,
    /// The form that says so.
    pub form: FormId,
    /// All ways in which they were written, oldest first.
    pub spellings: Vec<Spelling>,
    /// Birth date.
    pub birth: Option<Day>,
    /// Gender.
    pub gender: Gender,
    /// Citizenship, ISO 3166 alpha-2.
    pub citizenship: Option<String>,
    /// The day of the first contact; before one, of the registration.
    pub first_day: Day,
    /// How often they were met.
    pub contacts: u32,
    /// The last day they were met.
    pub last_met: Option<Day>,
    /// The first day from which they are in charge, if they are.
    pub in_charge: Option<Day>,
    /// Whether their data may be kept and not used.
    pub is_restricted: bool,
}

impl Card {
    /// The other names they were written by, each once.
    pub fn other_names(&self) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for spelling in &self.spellings {
            let name = whole(&spelling.written);
            if name != self.name && !name.is_empty() && !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }
}

/// Surname and given name.
pub(in crate::desk::people) fn whole(form: &Form) -> String {
    form.whole_name().trim().to_owned()
}

/// Some people of a city, in the order in which they are named, [`MOST_CARDS`] at most: who is not of the city, was
/// erased or has no name is left out.
///
/// # Errors
/// When the database refuses, or a name cannot be opened.
pub async fn cards(
    reader: &mut Reader,
    keys: &CityKeys,
    people: &[PersonId],
) -> Result<Vec<Card>, StoreError> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let named = || named(keys, people);
    let mut said: HashMap<PersonId, Vec<(FormId, Said)>> = HashMap::new();
    for row in reader.fetch_all(&sql::FORMS_OF_PEOPLE, named()).await? {
        let form = FormId(row.get(0)?);
        let read = written::read(keys, form, &row, 1)?;
        let one = Said { form: read.form, stated_at: written::moment(&row, 6)?, erased: read.erased };
        said.entry(PersonId(row.get(5)?)).or_default().push((form, one));
    }
    let mut met: HashMap<PersonId, (u32, Option<Day>)> = HashMap::new();
    for row in reader.fetch_all(&sql::MET, named()).await? {
        met.insert(PersonId(row.get(0)?), (row.count(1)?, row.get(2)?));
    }
    let mut in_charge: HashMap<PersonId, Day> = HashMap::new();
    for row in reader.fetch_all(&sql::IN_CHARGE, named()).await? {
        in_charge.insert(PersonId(row.get(0)?), row.get(1)?);
    }
    let mut cards = Vec::new();
    for row in reader.fetch_all(&sql::PEOPLE, named()).await? {
        let person = PersonId(row.get(0)?);
        let Some(forms) = said.remove(&person) else { continue };
        let all: Vec<Said> = forms.iter().map(|(_, said)| said.clone()).collect();
        let Some(name) = name_of(&all) else { continue };
        let form = forms.iter().find(|(_, said)| said.form == name.form && said.stated_at == name.stated_at);
        let Some((form, _)) = form else { continue };
        let attributes = attributes_of(&all);
        let (contacts, last_met) = met.get(&person).copied().unwrap_or_default();
        cards.push(Card {
            person,
            name: whole(&name.form),
            form: *form,
            birth: attributes.birth,
            gender: attributes.gender,
            citizenship: attributes.citizenship,
            first_day: row.get(4)?,
            contacts,
            last_met,
            in_charge: in_charge.get(&person).copied(),
            is_restricted: row.get::<Option<i64>>(5)?.is_some(),
            spellings: forms
                .into_iter()
                .filter(|(_, said)| !said.erased)
                .map(|(form, said)| Spelling { form, written: said.form, stated_at: said.stated_at })
                .collect(),
        });
    }
    cards.sort_by_key(|card| people.iter().position(|person| *person == card.person));
    Ok(cards)
}

/// The city and as many people as the statements name: the last said again where there are less.
fn named(keys: &CityKeys, people: &[PersonId]) -> Vec<Value> {
    let ids = people.iter().map(|person| person.0).chain(std::iter::repeat(Uuid::nil()));
    let mut values = params![keys.city()];
    values.extend(ids.take(MOST_CARDS).map(Value::from));
    values
}
