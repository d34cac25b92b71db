//! A city's people in memory, for the length of one unit of work.

mod keep;

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use kernel::{AgeBracket, CityCode, Day, Gender, Timestamp};
use linkage::Form;
use store::{CityKeys, Row, StoreError, Unit, params};

pub use self::keep::keep_for_desk;
use super::model::{Attributes, FormId, PersonId, Said};
use super::sql;
use super::written::{self, FormKey, Written};
use crate::sealed::PERSON_BIRTH;

/// A person of the book.
#[derive(Clone, Debug)]
pub struct BookPerson {
    /// Who.
    pub id: PersonId,
    /// Their number in the city's facts.
    pub subject: u32,
    /// Their number in the network: theirs alone, whoever they are counted with; 0 before they have one.
    pub handle: u32,
    /// What is counted of them.
    pub attributes: Attributes,
    /// The day of their first contact; before one, the day they were registered.
    pub first_day: Day,
    /// Their age on that day.
    pub age: AgeBracket,
    /// Whether their identity was erased: what is counted of them stays as it was then.
    pub erased: bool,
    /// Whether the database does not know them yet.
    pub new: bool,
}

/// A form of the book.
#[derive(Clone, Debug)]
pub struct BookForm {
    /// Which.
    pub id: FormId,
    /// Position of its person in [`Book::persons`].
    pub person: usize,
    /// Position of the person it belongs to in the database; its own person while that does not know it.
    pub home: usize,
    /// Equal for forms that are the same after folding.
    pub key: FormKey,
    /// What was written; `rows` says how many contacts stand under it in the database.
    pub form: Form,
    /// When the desk stated it; none for what registers say.
    pub stated_at: Option<Timestamp>,
    /// Whether the desk hangs something on it.
    pub kept: bool,
    /// Whether its identity was erased.
    pub erased: bool,
    /// Contacts added under it by this unit of work; may be negative where a register is withdrawn.
    pub added: i64,
    /// Whether the database does not know it yet.
    pub new: bool,
}

impl BookForm {
    /// A form that nobody has seen yet, of a person of the book.
    pub fn new(id: FormId, person: usize, key: FormKey, form: Form) -> Self {
        let form = Form { rows: 0, ..form };
        let (home, stated_at) = (person, None);
        Self { id, person, home, key, form, stated_at, kept: false, erased: false, added: 0, new: true }
    }

    /// Contacts under this form, those of this unit of work included.
    pub fn times(&self) -> i64 {
        i64::from(self.form.rows) + self.added
    }

    /// Whether it stays: somebody was met under it, or the desk stated it or hangs something on it.
    pub fn stands(&self) -> bool {
        self.times() > 0 || self.stated_at.is_some() || self.kept
    }

    /// Whether other forms may be compared with it: it stays, and says who somebody is.
    pub fn tells(&self) -> bool {
        self.stands() && !self.erased
    }

    /// The form with the contacts of this unit counted in.
    pub fn counted(&self) -> Form {
        Form { rows: u32::try_from(self.times()).unwrap_or(0), ..self.form.clone() }
    }

    fn said(&self) -> Said {
        Said { form: self.counted(), stated_at: self.stated_at, erased: self.erased }
    }
}

/// All persons and forms of a city.
#[derive(Debug)]
pub struct Book {
    /// The city.
    pub city: CityCode,
    /// Its keys.
    pub keys: Arc<CityKeys>,
    /// Its persons.
    pub persons: Vec<BookPerson>,
    /// Their forms.
    pub forms: Vec<BookForm>,
    by_key: HashMap<FormKey, usize>,
    next_subject: u32,
}

impl Book {
    /// Reads the book of a city, the one whose keys these are.
    ///
    /// # Errors
    /// When the database refuses, a row is not what its columns promise, or something sealed cannot be opened.
    pub async fn load(unit: &mut Unit, keys: Arc<CityKeys>) -> Result<Self, StoreError> {
        let persons = unit.fetch_all(&sql::PERSONS, params![keys.city()]).await?;
        let forms = unit.fetch_all(&sql::FORMS, params![keys.city()]).await?;
        Self::read(unit, keys, &persons, &forms).await
    }

    /// Reads the pages of a few persons.
    ///
    /// # Errors
    /// As [`Book::load`].
    pub async fn of_persons(
        unit: &mut Unit,
        keys: Arc<CityKeys>,
        ids: &[PersonId],
    ) -> Result<Self, StoreError> {
        let (mut persons, mut forms) = (Vec::new(), Vec::new());
        for id in ids {
            persons.extend(unit.fetch_all(&sql::PERSON, params![keys.city(), id.0]).await?);
            forms.extend(unit.fetch_all(&sql::FORMS_OF_PERSON, params![keys.city(), id.0]).await?);
        }
        Self::read(unit, keys, &persons, &forms).await
    }

    async fn read(
        unit: &mut Unit,
        keys: Arc<CityKeys>,
        persons: &[Row],
        forms: &[Row],
    ) -> Result<Self, StoreError> {
        let city = keys.city();
        let last = unit.fetch_optional(&sql::LAST_SUBJECT, params![city]).await?;
        let next_subject = last.map_or(Ok(0), |row| row.count(0))? + 1;
        let persons = persons.iter().map(|row| read_person(&keys, row)).collect::<Result<Vec<_>, _>>()?;
        let position: HashMap<PersonId, usize> =
            persons.iter().enumerate().map(|(position, person)| (person.id, position)).collect();
        let mut found = Vec::with_capacity(forms.len());
        for row in forms {
            // The foreign key promises that the person is there.
            let Some(&person) = position.get(&PersonId(row.get(1)?)) else { continue };
            found.push(read_form(&keys, row, person)?);
        }
        found.sort_unstable_by_key(|form| form.id);
        let mut book = Self { city, keys, persons, forms: Vec::new(), by_key: HashMap::new(), next_subject };
        for form in found {
            book.add_form(form);
        }
        Ok(book)
    }

    /// The position of a person.
    pub fn person(&self, id: PersonId) -> Option<usize> {
        self.persons.iter().position(|person| person.id == id)
    }

    /// A person nobody knows yet, at the end of the book, with the city's next number.
    pub fn add_person(&mut self, id: PersonId) -> usize {
        self.persons.push(BookPerson {
            id,
            subject: self.next_subject,
            handle: 0,
            attributes: Attributes::default(),
            first_day: Day::default(),
            age: AgeBracket::Unknown,
            erased: false,
            new: true,
        });
        self.next_subject += 1;
        self.persons.len() - 1
    }

    /// The position of the form with an id: forms stand in the order of their ids until one is added.
    pub fn form_with(&self, id: FormId) -> Option<usize> {
        let known = self.forms.partition_point(|form| !form.new);
        self.forms[..known].binary_search_by_key(&id, |form| form.id).ok()
    }

    /// The positions of a person's forms.
    pub fn forms_of(&self, person: usize) -> Vec<usize> {
        (0..self.forms.len()).filter(|form| self.forms[*form].person == person).collect()
    }

    /// The forms of some persons that were first written at a moment or later, and still tell who somebody is.
    pub fn came_since(&self, moment: Timestamp, persons: &[usize]) -> BTreeSet<usize> {
        let since =
            |form: &BookForm| form.tells() && form.id.made_at().micros() / 1000 >= moment.micros() / 1000;
        let of_them = |form: &BookForm| persons.contains(&form.person);
        (0..self.forms.len())
            .filter(|form| of_them(&self.forms[*form]) && since(&self.forms[*form]))
            .collect()
    }

    /// The position of the form with a key.
    pub fn form(&self, key: &FormKey) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// The positions of the forms that others may be compared with.
    pub fn telling(&self) -> Vec<usize> {
        (0..self.forms.len()).filter(|form| self.forms[*form].tells()).collect()
    }

    /// Adds a form; gives its position.
    pub fn add_form(&mut self, form: BookForm) -> usize {
        let position = self.forms.len();
        // Who writes an erased name anew writes a new form.
        if !form.erased {
            self.by_key.insert(form.key, position);
        }
        self.forms.push(form);
        position
    }

    /// What is said of each person, by position.
    pub fn said_of_everybody(&self) -> HashMap<usize, Vec<Said>> {
        let mut said: HashMap<usize, Vec<Said>> = HashMap::new();
        for form in self.forms.iter().filter(|form| form.stands()) {
            said.entry(form.person).or_default().push(form.said());
        }
        said
    }

    /// What is said of a person, by each of their forms.
    pub fn said_of(&self, person: usize) -> Vec<Said> {
        let theirs = self.forms.iter().filter(|form| form.person == person && form.stands());
        theirs.map(BookForm::said).collect()
    }
}

fn read_person(keys: &CityKeys, row: &Row) -> Result<BookPerson, StoreError> {
    let id = PersonId(row.get(0)?);
    let birth: Option<Vec<u8>> = row.get(5)?;
    let birth = birth.map(|sealed| keys.open_json(PERSON_BIRTH, id.0, &sealed)).transpose()?;
    Ok(BookPerson {
        id,
        subject: row.count(1)?,
        handle: row.get::<Option<i64>>(9)?.map_or(Ok(0), |_| row.count(9))?,
        attributes: Attributes {
            gender: Gender::from_code(&row.get::<String>(3)?),
            birth,
            citizenship: row.get(6)?,
        },
        first_day: row.get(7)?,
        age: AgeBracket::from_code(&row.get::<String>(4)?),
        erased: row.get::<Option<i64>>(8)?.is_some(),
        new: false,
    })
}

fn read_form(keys: &CityKeys, row: &Row, person: usize) -> Result<BookForm, StoreError> {
    let id = FormId(row.get(0)?);
    let Written { form, erased } = written::read(keys, id, row, 3)?;
    Ok(BookForm {
        id,
        person,
        home: person,
        key: row.digest(2)?,
        form,
        stated_at: written::moment(row, 7)?,
        kept: row.get::<Option<i64>>(8)?.is_some(),
        erased,
        added: 0,
        new: false,
    })
}
