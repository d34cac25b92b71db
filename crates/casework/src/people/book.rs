//! A city's people in memory, for the length of one unit of work.

use std::collections::{BTreeSet, HashMap};

use kernel::{CityCode, Day, Gender, Month, Timestamp};
use linkage::Form;
use store::{Row, StoreError, Unit, params};

use super::model::{Attributes, FormId, PersonId, attributes_of};
use super::network_identity::{NetworkNumbers, digest};
use super::sql;

/// A person of the book.
#[derive(Clone, Debug)]
pub struct BookPerson {
    /// Who.
    pub id: PersonId,
    /// Their number in the city's facts.
    pub subject: u32,
    /// Their number in the network's facts.
    pub network_subject: u32,
    /// What is counted of them.
    pub attributes: Attributes,
    /// The day of their first contact.
    pub first_day: Day,
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
    pub key: String,
    /// What was written; `rows` says how many contacts stand under it in the database.
    pub form: Form,
    /// Contacts added under it by this unit of work; may be negative where a register is withdrawn.
    pub added: i64,
    /// Whether the database does not know it yet.
    pub new: bool,
}

impl BookForm {
    /// Contacts under this form, those of this unit of work included.
    pub fn times(&self) -> i64 {
        i64::from(self.form.rows) + self.added
    }
}

/// All persons and forms of a city.
#[derive(Debug)]
pub struct Book {
    /// The city.
    pub city: CityCode,
    /// Its persons.
    pub persons: Vec<BookPerson>,
    /// Their forms.
    pub forms: Vec<BookForm>,
    by_key: HashMap<String, usize>,
    next_subject: u32,
}

impl Book {
    /// Reads the book of a city.
    ///
    /// # Errors
    /// When the database refuses, or a row is not what its columns promise.
    pub async fn load(unit: &mut Unit, city: CityCode) -> Result<Self, StoreError> {
        let persons = unit.fetch_all(&sql::PERSONS, params![city]).await?;
        let forms = unit.fetch_all(&sql::FORMS, params![city]).await?;
        Self::read(unit, city, &persons, &forms).await
    }

    /// Reads the pages of a few persons.
    ///
    /// # Errors
    /// As [`Book::load`].
    pub async fn of_persons(unit: &mut Unit, city: CityCode, ids: &[PersonId]) -> Result<Self, StoreError> {
        let (mut persons, mut forms) = (Vec::new(), Vec::new());
        for id in ids {
            persons.extend(unit.fetch_all(&sql::PERSON, params![city, id.0]).await?);
            forms.extend(unit.fetch_all(&sql::FORMS_OF_PERSON, params![city, id.0]).await?);
        }
        Self::read(unit, city, &persons, &forms).await
    }

    async fn read(
        unit: &mut Unit,
        city: CityCode,
        persons: &[Row],
        forms: &[Row],
    ) -> Result<Self, StoreError> {
        let last = unit.fetch_optional(&sql::LAST_SUBJECT, params![city]).await?;
        let next_subject = last.map_or(Ok(0), |row| row.count(0))? + 1;
        let persons = persons.iter().map(read_person).collect::<Result<Vec<_>, _>>()?;
        let position: HashMap<PersonId, usize> =
            persons.iter().enumerate().map(|(position, person)| (person.id, position)).collect();
        let mut book = Self { city, persons, forms: Vec::new(), by_key: HashMap::new(), next_subject };
        let mut found = Vec::with_capacity(forms.len());
        for row in forms {
            // The foreign key promises that the person is there.
            let Some(&person) = position.get(&PersonId(row.get(1)?)) else { continue };
            found.push(BookForm {
                id: FormId(row.get(0)?),
                person,
                home: person,
                key: row.get(2)?,
                form: read_form(row, 3)?,
                added: 0,
                new: false,
            });
        }
        found.sort_unstable_by_key(|form| form.id);
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
            network_subject: 0,
            attributes: Attributes::default(),
            first_day: Day::default(),
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

    /// The forms of some persons that were first written at a moment or later, and still are.
    pub fn came_since(&self, moment: Timestamp, persons: &[usize]) -> BTreeSet<usize> {
        let since =
            |form: &BookForm| form.times() > 0 && form.id.made_at().micros() / 1000 >= moment.micros() / 1000;
        let of_them = |form: &BookForm| persons.contains(&form.person);
        (0..self.forms.len())
            .filter(|form| of_them(&self.forms[*form]) && since(&self.forms[*form]))
            .collect()
    }

    /// The position of the form with a key.
    pub fn form(&self, key: &str) -> Option<usize> {
        self.by_key.get(key).copied()
    }

    /// Adds a form; gives its position.
    pub fn add_form(&mut self, form: BookForm) -> usize {
        let position = self.forms.len();
        self.by_key.insert(form.key.clone(), position);
        self.forms.push(form);
        position
    }

    /// Moves forms in the database to the persons they have in the book, and brings these, those they leave and
    /// those given up to date. Gives the months whose facts moved.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_moves(
        &mut self,
        unit: &mut Unit,
        key: &[u8],
        mut touched: BTreeSet<usize>,
    ) -> Result<BTreeSet<Month>, StoreError> {
        let is_moved = |form: &BookForm| !form.new && form.person != form.home;
        let moved: Vec<usize> = (0..self.forms.len()).filter(|form| is_moved(&self.forms[*form])).collect();
        let (mut months, mut new) = (BTreeSet::new(), BTreeSet::new());
        let mut met: HashMap<usize, Day> = HashMap::new();
        for &position in &moved {
            let (form, person, home) =
                (self.forms[position].id, self.forms[position].person, self.forms[position].home);
            for row in unit.fetch_all(&sql::DAYS_OF_FORM, params![form.0]).await? {
                let day: Day = row.get(0)?;
                months.insert(Month::of(day));
                let first = met.entry(person).or_insert(day);
                *first = day.min(*first);
            }
            touched.extend([person, home]);
            if self.persons[person].new {
                new.insert(person);
            }
        }
        // A new person must be there before a form can point to them.
        months.extend(self.settle(unit, key, &new, &met).await?);
        for &position in &moved {
            let form = &mut self.forms[position];
            unit.execute(&sql::MOVE_FORM, params![form.id.0, self.persons[form.person].id.0]).await?;
            form.home = form.person;
        }
        for &person in &new {
            self.persons[person].new = false;
        }
        touched.retain(|person| !new.contains(person));
        months.extend(self.settle(unit, key, &touched, &HashMap::new()).await?);
        Ok(months)
    }

    /// Writes a person that nobody was met as, because a decision names them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_empty(&mut self, unit: &mut Unit, person: usize) -> Result<(), StoreError> {
        if std::mem::replace(&mut self.persons[person].new, false) {
            let values = insert_values(self.city, &self.persons[person]);
            unit.insert_many(&sql::INSERT_PERSONS, [values]).await?;
        }
        Ok(())
    }

    /// Brings the given persons up to date with their forms and first days, and writes what changed.
    /// `met` holds the days of contacts that this unit adds, by person; a person who loses contacts or
    /// forms has their days read again. Gives the months whose facts moved with them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn settle(
        &mut self,
        unit: &mut Unit,
        key: &[u8],
        touched: &BTreeSet<usize>,
        met: &HashMap<usize, Day>,
    ) -> Result<BTreeSet<Month>, StoreError> {
        let mut forms_of: HashMap<usize, Vec<&BookForm>> = HashMap::new();
        for form in &self.forms {
            if touched.contains(&form.person) && form.times() > 0 {
                forms_of.entry(form.person).or_default().push(form);
            }
        }
        let mut facts = Vec::new();
        for &position in touched {
            let Some(forms) = forms_of.get(&position) else { continue };
            let attributes = attributes_of(&counted(forms));
            // The form written most often stands for the name; the smaller key on a tie.
            let name = forms.iter().max_by_key(|form| (form.times(), std::cmp::Reverse(&form.key)));
            let Some(name) = name else { continue };
            let digest = digest(key, &name.form, &attributes, self.persons[position].id);
            facts.push((position, attributes, digest));
        }
        let digests: Vec<_> = facts.iter().map(|(.., digest)| *digest).collect();
        let mut numbers = NetworkNumbers::lock(unit, &digests).await?;
        let mut months = BTreeSet::new();
        let mut new = Vec::new();
        for (position, attributes, digest) in facts {
            let network_subject = numbers.number(digest);
            let person = &self.persons[position];
            let mut updated = BookPerson { attributes, network_subject, ..person.clone() };
            let met = met.get(&position).copied();
            if person.new {
                updated.first_day = met.unwrap_or(person.first_day);
                new.push(position);
            } else {
                let days = unit.fetch_all(&sql::DAYS_OF_PERSON, params![person.id.0]).await?;
                let days = days.iter().map(|row| row.get::<Day>(0)).collect::<Result<Vec<_>, _>>()?;
                updated.first_day =
                    days.first().copied().into_iter().chain(met).min().unwrap_or(person.first_day);
                if same_facts(person, &updated) {
                    continue;
                }
                months.extend(days.into_iter().map(Month::of));
                update(unit, &updated).await?;
            }
            self.persons[position] = updated;
        }
        let rows: Vec<_> =
            new.iter().map(|&position| insert_values(self.city, &self.persons[position])).collect();
        unit.insert_many(&sql::INSERT_PERSONS, rows).await?;
        numbers.save(unit).await?;
        Ok(months)
    }
}

/// Forms with the contacts of this unit counted in.
fn counted(forms: &[&BookForm]) -> Vec<Form> {
    let rows = |form: &BookForm| u32::try_from(form.times()).unwrap_or(0);
    forms.iter().map(|form| Form { rows: rows(form), ..form.form.clone() }).collect()
}

fn same_facts(before: &BookPerson, after: &BookPerson) -> bool {
    before.attributes == after.attributes
        && before.first_day == after.first_day
        && before.network_subject == after.network_subject
}

async fn update(unit: &mut Unit, person: &BookPerson) -> Result<(), StoreError> {
    let values = params![
        person.id.0,
        person.network_subject,
        person.attributes.gender.code(),
        person.attributes.birth,
        person.attributes.citizenship.as_ref(),
        person.first_day,
    ];
    unit.execute(&sql::UPDATE_PERSON, values).await.map(|_| ())
}

fn insert_values(city: CityCode, person: &BookPerson) -> Vec<store::Value> {
    params![
        person.id.0,
        city,
        person.subject,
        person.network_subject,
        person.attributes.gender.code(),
        person.attributes.birth,
        person.attributes.citizenship.as_ref(),
        person.first_day,
    ]
}

fn read_person(row: &Row) -> Result<BookPerson, StoreError> {
    Ok(BookPerson {
        id: PersonId(row.get(0)?),
        subject: row.count(1)?,
        network_subject: row.count(2)?,
        attributes: Attributes {
            gender: Gender::from_code(&row.get::<String>(3)?),
            birth: row.get(4)?,
            citizenship: row.get(5)?,
        },
        first_day: row.get(6)?,
        new: false,
    })
}

/// Reads surname, given name, birth, gender, citizenship and times from six columns.
pub(crate) fn read_form(row: &Row, first: usize) -> Result<Form, StoreError> {
    Ok(Form {
        surname: row.get(first)?,
        given: row.get(first + 1)?,
        birth: row.get(first + 2)?,
        gender: Gender::from_code(&row.get::<String>(first + 3)?),
        citizenship: row.get(first + 4)?,
        rows: row.count(first + 5)?,
    })
}
