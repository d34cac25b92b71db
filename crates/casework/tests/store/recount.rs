//! A recount by hand: plain statements over the tables, and counting one by one. It shares nothing with the
//! way facts are made and counted, nor with what is kept of a person: it starts from what rows say.

use std::collections::{BTreeMap, BTreeSet};

use casework::people::written::Identity;
use casework::sealed::FORM_IDENTITY;
use kernel::{Day, Month};
use mart::{Answer, Dimension, Measure};
use store::{Row, Statement, params};
use uuid::Uuid;

use super::installation::Installation;
use super::steps::in_year;

const CONTACTS: Statement = Statement("select city, form, day, service, minutes from contact");
const FORMS: Statement = Statement(
    "select id, person, gender, identity, citizenship, city, stated_at from form order by stated_at, id",
);
/// What was counted of people when they were erased: nothing else says it any more.
const ERASED: Statement =
    Statement("select id, gender, age, citizenship from person where erased_at is not null");

/// What is asked: measures, and by which dimensions.
pub const QUESTIONS: [(Measure, &[Dimension]); 14] = [
    (Measure::Contacts, &[]),
    (Measure::Contacts, &[Dimension::Month, Dimension::Service]),
    (Measure::Contacts, &[Dimension::City, Dimension::Gender]),
    (Measure::Persons, &[]),
    (Measure::Persons, &[Dimension::City]),
    (Measure::Persons, &[Dimension::Gender]),
    (Measure::Persons, &[Dimension::Age]),
    (Measure::Persons, &[Dimension::Citizenship]),
    (Measure::Persons, &[Dimension::Service]),
    (Measure::Persons, &[Dimension::Month]),
    (Measure::Persons, &[Dimension::Gender, Dimension::Age, Dimension::Service, Dimension::Month]),
    (Measure::NewPersons, &[Dimension::Month]),
    (Measure::NewPersons, &[Dimension::Age]),
    (Measure::Minutes, &[Dimension::Service, Dimension::Month]),
];

/// A contact with what is known of its person.
struct Contact {
    city: String,
    day: Day,
    service: String,
    minutes: u64,
    person: Uuid,
    gender: String,
    age: String,
    citizenship: String,
    /// Whether it is the first day of its person in the city.
    first: Day,
}

/// Everything that was written.
pub struct Recount(Vec<Contact>);

impl Recount {
    pub async fn of(house: &Installation) -> Self {
        Self(contacts(house).await)
    }

    /// Cells and total of a question over 2025.
    pub fn answer(&self, measure: Measure, by: &[Dimension]) -> (BTreeMap<Vec<String>, u64>, u64) {
        let counted = self.0.iter().filter(|contact| in_year(contact.day));
        let cell =
            |contact: &Contact| by.iter().map(|dimension| value(contact, *dimension)).collect::<Vec<_>>();
        let mut cells: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        let mut persons: BTreeMap<Vec<String>, BTreeSet<Uuid>> = BTreeMap::new();
        let (mut total, mut everybody) = (0, BTreeSet::new());
        for contact in counted {
            match measure {
                Measure::Contacts | Measure::Minutes => {
                    let value = if measure == Measure::Contacts { 1 } else { contact.minutes };
                    *cells.entry(cell(contact)).or_default() += value;
                    total += value;
                }
                Measure::NewPersons if contact.first != contact.day => {}
                _ => {
                    persons.entry(cell(contact)).or_default().insert(contact.person);
                    everybody.insert(contact.person);
                }
            }
        }
        cells.extend(persons.into_iter().map(|(cell, persons)| (cell, persons.len() as u64)));
        cells.retain(|_, value| *value > 0);
        (cells, total + everybody.len() as u64)
    }

    /// Nothing if an answer is what the recount says.
    pub fn differs(&self, answer: &Answer) -> Option<String> {
        let (measure, by) = (answer.question.measure, &answer.question.by);
        let (mut cells, total) = self.answer(measure, by);
        if by.is_empty() {
            cells.clear();
        }
        let answered: BTreeMap<Vec<String>, u64> = answer
            .cells
            .iter()
            .map(|cell| (cell.values.iter().map(ToString::to_string).collect(), cell.value))
            .collect();
        (answered != cells || answer.total != Some(total))
            .then(|| format!("{measure} by {by:?}: {answered:?} {:?}, not {cells:?} {total}", answer.total))
    }
}

fn value(contact: &Contact, dimension: Dimension) -> String {
    match dimension {
        Dimension::City => contact.city.clone(),
        Dimension::Month => Month::of(contact.day).to_string(),
        Dimension::Service => contact.service.clone(),
        Dimension::Gender => contact.gender.clone(),
        Dimension::Age => contact.age.clone(),
        Dimension::Citizenship => contact.citizenship.clone(),
        other => panic!("nobody asks by {other} here"),
    }
}

/// What the contacts of a person say of them, and what the desk stated last.
#[derive(Default)]
struct Said {
    genders: BTreeMap<String, u32>,
    births: BTreeMap<(bool, Day), u32>,
    citizenships: BTreeMap<String, u32>,
    stated: (Option<String>, Option<Day>, Option<String>),
    first: Option<Day>,
}

fn identity_of(house: &Installation, form: &Row) -> Option<Identity> {
    let sealed: Vec<u8> = form.get::<Option<Vec<u8>>>(3).unwrap()?;
    let keys = house.keys_of(form.parse(5).unwrap());
    Some(keys.open_json(FORM_IDENTITY, form.get(0).unwrap(), &sealed).unwrap())
}

fn gender_of(form: &Row) -> Option<String> {
    Some(form.get::<String>(2).unwrap()).filter(|gender| gender != "unknown")
}

async fn contacts(house: &Installation) -> Vec<Contact> {
    use chrono::Datelike as _;
    let mut reader = house.reader().await;
    let forms = reader.fetch_all(&FORMS, params![]).await.unwrap();
    let erased = reader.fetch_all(&ERASED, params![]).await.unwrap();
    let erased: BTreeMap<Uuid, _> = erased.iter().map(|row| (row.get::<Uuid>(0).unwrap(), row)).collect();
    let mut said: BTreeMap<Uuid, Said> = BTreeMap::new();
    // The forms stated last come last.
    for form in &forms {
        let identity = identity_of(house, form);
        if let (Some(_), Some(identity)) = (form.get::<Option<i64>>(6).unwrap(), identity) {
            let said = said.entry(form.get(1).unwrap()).or_default();
            said.stated = (gender_of(form), identity.birth, form.get(4).unwrap());
        }
    }
    let forms: BTreeMap<Uuid, _> = forms.iter().map(|row| (row.get::<Uuid>(0).unwrap(), row)).collect();
    let rows = reader.fetch_all(&CONTACTS, params![]).await.unwrap();
    for row in &rows {
        let form = forms[&row.get::<Uuid>(1).unwrap()];
        let said = said.entry(form.get(1).unwrap()).or_default();
        if let Some(gender) = gender_of(form) {
            *said.genders.entry(gender).or_default() += 1;
        }
        if let Some(birth) = identity_of(house, form).and_then(|identity| identity.birth) {
            *said.births.entry((birth.month() == 1 && birth.day() == 1, birth)).or_default() += 1;
        }
        if let Some(citizenship) = form.get::<Option<String>>(4).unwrap() {
            *said.citizenships.entry(citizenship).or_default() += 1;
        }
        let on: Day = row.get(2).unwrap();
        said.first = Some(said.first.map_or(on, |first| first.min(on)));
    }
    let unknown = || "unknown".to_owned();
    rows.iter()
        .map(|row| {
            let person: Uuid = forms[&row.get::<Uuid>(1).unwrap()].get(1).unwrap();
            let said = &said[&person];
            let (gender, birth, citizenship) = said.stated.clone();
            let first = said.first.unwrap();
            let birth = birth.or_else(|| most(&said.births).map(|(_, birth)| *birth));
            let gender = gender.or_else(|| most(&said.genders).cloned());
            let mut contact = Contact {
                city: row.get(0).unwrap(),
                day: row.get(2).unwrap(),
                service: row.get(3).unwrap(),
                minutes: row
                    .get::<Option<i64>>(4)
                    .unwrap()
                    .map_or(0, |minutes| u64::try_from(minutes).unwrap()),
                person,
                gender: gender.unwrap_or_else(unknown),
                age: birth.map_or("unknown", |birth| bracket(birth, first)).to_owned(),
                citizenship: citizenship
                    .or_else(|| most(&said.citizenships).cloned())
                    .unwrap_or_else(unknown),
                first,
            };
            if let Some(row) = erased.get(&person) {
                contact.gender = row.get(1).unwrap();
                contact.age = row.get(2).unwrap();
                contact.citizenship = row.get::<Option<String>>(3).unwrap().unwrap_or_else(unknown);
            }
            contact
        })
        .collect()
}

/// What is said most often; the smallest of several.
fn most<K: Ord>(counts: &BTreeMap<K, u32>) -> Option<&K> {
    let most = counts.values().max()?;
    counts.iter().find(|(_, count)| *count == most).map(|(key, _)| key)
}

fn bracket(birth: Day, on: Day) -> &'static str {
    let years = on.years_since(birth).unwrap();
    if years < 18 {
        "<18"
    } else if years <= 60 {
        "18-60"
    } else {
        ">60"
    }
}
