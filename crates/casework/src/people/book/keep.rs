//! Writing a book back: forms that moved or are new, and what is counted of their persons.

use std::collections::{BTreeSet, HashMap};

use kernel::{AgeBracket, CityCode, Day, Month, Timestamp};
use linkage::Form;
use store::{CityKeys, StoreError, Unit, Value, params};

use super::{Book, BookForm, BookPerson};
use crate::desk::hanging;
use crate::linking::encodings::Encodings;
use crate::people::model::{FormId, Said, attributes_of, name_of};
use crate::people::{sql, written};
use crate::sealed::PERSON_BIRTH;

impl Book {
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
            months.extend(hanging::months_of_form(unit, form).await?);
            touched.extend([person, home]);
            if self.persons[person].new {
                // Nobody was met under a form that the desk stated only: its first day is where it comes from.
                let first_day = self.persons[home].first_day;
                self.persons[person].first_day = first_day;
                new.insert(person);
            }
        }
        let involved: BTreeSet<usize> =
            moved.iter().flat_map(|form| [self.forms[*form].person, self.forms[*form].home]).collect();
        if !moved.is_empty() {
            for &person in &touched {
                months.extend(hanging::months_together(unit, self.persons[person].id).await?);
            }
        }
        for &person in &involved {
            months.extend(hanging::months_in_circumstances(unit, self.persons[person].id).await?);
        }
        // A new person must be there before a form can point to them.
        months.extend(self.settle(unit, key, &new, &met).await?);
        for &position in &moved {
            let form = &mut self.forms[position];
            unit.execute(&sql::MOVE_FORM, params![form.id.0, self.persons[form.person].id.0]).await?;
            form.home = form.person;
        }
        // What is known of somebody comes and goes with their forms, for everything they were met for.
        for &person in &involved {
            months.extend(hanging::months_in_circumstances(unit, self.persons[person].id).await?);
        }
        for &person in &new {
            self.persons[person].new = false;
        }
        touched.retain(|person| !new.contains(person));
        months.extend(self.settle(unit, key, &touched, &HashMap::new()).await?);
        Ok(months)
    }

    /// Writes the forms that are new and stay, and how often this unit of work wrote the known ones. Their persons
    /// are there already: [`Book::settle`] comes first.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_forms(&self, unit: &mut Unit) -> Result<(), StoreError> {
        let at = unit.at();
        let mut inserted = Vec::new();
        for form in &self.forms {
            if form.new && form.stands() {
                inserted.push(params![
                    form.id.0,
                    self.city,
                    self.persons[form.person].id.0,
                    form.key.to_vec(),
                    written::seal(&self.keys, form.id, &form.form)?,
                    form.form.gender.code(),
                    form.form.citizenship.as_ref(),
                    form.added,
                    form.stated_at,
                    form.kept.then_some(at),
                ]);
            } else if form.added != 0 && !form.new {
                unit.execute(&sql::UPDATE_FORM_TIMES, params![form.id.0, form.added]).await?;
            }
        }
        unit.insert_many(&sql::INSERT_FORMS, inserted).await.map(|_| ())
    }

    /// Says that the desk states a form now: what it says of a person stands before what registers say. Comes
    /// before [`Book::settle`].
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn state(&mut self, unit: &mut Unit, form: usize) -> Result<(), StoreError> {
        let person = self.forms[form].person;
        let before =
            self.forms.iter().filter(|form| form.person == person).filter_map(|form| form.stated_at).max();
        // What is stated last stands, whatever the clock says.
        let after = before.map(|before| Timestamp::from_micros(before.micros() + 1));
        let at = after.map_or(unit.at(), |after| after.max(unit.at()));
        let form = &mut self.forms[form];
        form.stated_at = Some(at);
        if !form.new {
            unit.execute(&sql::STATE_FORM, params![form.id.0, at]).await?;
        }
        Ok(())
    }

    /// Writes a form of the book in other words that fold to the same: other capitals, other accents.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn rewrite(&mut self, unit: &mut Unit, form: usize, anew: &Form) -> Result<(), StoreError> {
        let form = &mut self.forms[form];
        form.form.surname.clone_from(&anew.surname);
        form.form.given.clone_from(&anew.given);
        if !form.new {
            let sealed = written::seal(&self.keys, form.id, &form.form)?;
            unit.execute(&sql::REWRITE_FORM, params![form.id.0, sealed]).await?;
        }
        Ok(())
    }

    /// Writes a person that nobody was met as, because a decision names them.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn keep_empty(&mut self, unit: &mut Unit, person: usize) -> Result<(), StoreError> {
        if std::mem::replace(&mut self.persons[person].new, false) {
            let values = insert_values(self.city, &self.keys, &self.persons[person])?;
            unit.insert_many(&sql::INSERT_PERSONS, [values]).await?;
        }
        Ok(())
    }

    /// Brings the given persons up to date with their forms and first days, and writes what changed.
    /// `met` holds the days of contacts that this unit adds, by person (of somebody who is registered without a
    /// contact, the day of that); a person who loses contacts or forms has their days read again. Of a person who
    /// was erased only the first day moves. Whoever is written otherwise is encoded anew for the network, under `key`.
    /// Gives the months whose facts moved with them.
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
        let mut said: HashMap<usize, Vec<Said>> = HashMap::new();
        for form in self.forms.iter().filter(|form| touched.contains(&form.person) && form.stands()) {
            said.entry(form.person).or_default().push(form.said());
        }
        let mut encodings = Encodings::begin(unit, key).await?;
        let mut facts = Vec::new();
        for &position in touched {
            let person = &self.persons[position];
            let nothing = Vec::new();
            let said_of_them = said.get(&position).unwrap_or(&nothing);
            if !person.erased && (person.handle != 0 || !said_of_them.is_empty()) {
                encodings.put(position, said_of_them);
            }
            let Some(said) = said.get(&position) else { continue };
            let named = name_of(said).filter(|_| !person.erased);
            facts.push((position, named.map(|_| attributes_of(said))));
        }
        encodings.keep(unit, self).await?;
        let mut months = BTreeSet::new();
        let mut new = Vec::new();
        for (position, fresh) in facts {
            let person = &self.persons[position];
            let mut updated = person.clone();
            let met = met.get(&position).copied();
            let mut days = Vec::new();
            if person.new {
                updated.first_day = met.unwrap_or(person.first_day);
                new.push(position);
            } else {
                for row in unit.fetch_all(&sql::DAYS_OF_PERSON, params![person.id.0]).await? {
                    days.push(row.get::<Day>(0)?);
                }
                updated.first_day =
                    days.first().copied().into_iter().chain(met).min().unwrap_or(person.first_day);
            }
            if let Some(attributes) = fresh {
                updated.age = AgeBracket::at(attributes.birth, updated.first_day);
                updated.attributes = attributes;
            }
            if !person.new && !same_facts(person, &updated) {
                months.extend(days.into_iter().map(Month::of));
                months.extend(hanging::months_of_person(unit, person.id).await?);
                update(unit, &self.keys, &updated).await?;
            }
            self.persons[position] = updated;
        }
        let insert = |&position: &usize| insert_values(self.city, &self.keys, &self.persons[position]);
        let rows = new.iter().map(insert).collect::<Result<Vec<_>, _>>()?;
        unit.insert_many(&sql::INSERT_PERSONS, rows).await?;
        Ok(months)
    }
}

/// Says that the desk hangs something on a form: it stays even where nobody was met under it any more. Whoever
/// writes a row that refers to a form calls this in the same unit of work.
///
/// # Errors
/// When the database refuses.
pub async fn keep_for_desk(unit: &mut Unit, city: CityCode, form: FormId) -> Result<(), StoreError> {
    let at = unit.at();
    unit.execute(&sql::KEEP_FORM, params![city, form.0, at]).await.map(|_| ())
}

fn same_facts(before: &BookPerson, after: &BookPerson) -> bool {
    before.attributes == after.attributes && before.first_day == after.first_day
}

async fn update(unit: &mut Unit, keys: &CityKeys, person: &BookPerson) -> Result<(), StoreError> {
    let values = params![
        person.id.0,
        person.attributes.gender.code(),
        person.age.code(),
        sealed_birth(keys, person)?,
        person.attributes.citizenship.as_ref(),
        person.first_day,
    ];
    unit.execute(&sql::UPDATE_PERSON, values).await.map(|_| ())
}

fn insert_values(city: CityCode, keys: &CityKeys, person: &BookPerson) -> Result<Vec<Value>, StoreError> {
    Ok(params![
        person.id.0,
        city,
        person.subject,
        // Until they are linked they are counted alone.
        person.handle,
        person.attributes.gender.code(),
        person.age.code(),
        sealed_birth(keys, person)?,
        person.attributes.citizenship.as_ref(),
        person.first_day,
        (person.handle != 0).then_some(person.handle),
    ])
}

fn sealed_birth(keys: &CityKeys, person: &BookPerson) -> Result<Option<Vec<u8>>, StoreError> {
    let birth = person.attributes.birth.as_ref();
    birth.map(|birth| keys.seal_json(PERSON_BIRTH, person.id.0, birth)).transpose()
}
