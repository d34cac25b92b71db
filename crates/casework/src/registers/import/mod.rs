//! From a read register to contacts of persons, all or nothing, in one unit of work.

mod contacts;
mod erased;
mod people;

use kernel::{CityCode, Clock, typed_id};
use rand::RngCore;
use sha2::{Digest, Sha256};
use store::keys::Keys;
use store::{Actor, CityKeys, Entry as JournalEntry, Store, StoreError, Unit, Vault, params};

use self::erased::Erased;
use super::file::RegisterFile;
use super::model::{Mapping, Reading, Rejection};
use super::{rejected, sql};
use crate::people::{Book, PersonId, placing};

typed_id!(
    /// An imported file.
    RegisterId
);

/// A register as it arrived.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The file's name, as its owner calls it.
    pub file_name: String,
    /// SHA-256 of its bytes.
    pub sha256: [u8; 32],
    /// Its size in bytes.
    pub size: usize,
}

impl Upload {
    /// Describes a file.
    pub fn of(file_name: &str, bytes: &[u8]) -> Self {
        Self { file_name: file_name.to_owned(), sha256: Sha256::digest(bytes).into(), size: bytes.len() }
    }
}

/// Where an accepted row went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// The sheet; empty in a text file.
    pub sheet: String,
    /// The line, as the spreadsheet numbers it.
    pub line: u32,
    /// The person's number in the city's facts: it says nothing of who they are.
    pub subject: u32,
}

/// What an import did.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The file's id in the history; of a dry run, nothing's.
    pub register: RegisterId,
    /// Rows that hold data.
    pub read: usize,
    /// Rows that brought something new.
    pub accepted: usize,
    /// Rows the city already had.
    pub duplicates: usize,
    /// Rows that cannot be right, with the reason.
    pub rejected: Vec<Rejection>,
    /// Contacts added: a row with several services brings several.
    pub contacts: usize,
    /// Distinct persons the accepted and known rows belong to.
    pub persons: usize,
    /// Of these, persons the city did not know.
    pub new_persons: usize,
    /// Pairs that wait for a decision.
    pub doubtful: usize,
    /// Where each accepted or known row went.
    pub trace: Vec<Trace>,
}

/// How far an import is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Rows are being joined to people.
    Joining,
    /// Contacts are being written.
    Writing,
    /// Everything is on disk.
    Done,
}

/// What an import needs beside the rows.
pub struct Importer<'a> {
    /// The database.
    pub store: &'a Store,
    /// The installation's keys.
    pub keys: &'a Keys,
    /// The cities' keys.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who imports.
    pub actor: &'a Actor,
    /// Told as the work goes on.
    pub progress: &'a (dyn Fn(Progress) + Sync),
}

impl Importer<'_> {
    /// Imports a reading into a city. Either everything is written, with one journal entry, or nothing.
    ///
    /// # Errors
    /// What the database says; nothing is written then.
    pub async fn import(
        &self,
        city: CityCode,
        upload: &Upload,
        mapping: &Mapping,
        reading: Reading,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Imported, StoreError> {
        let (unit, imported) = self.prepare(city, upload, mapping, reading, random).await?;
        unit.commit().await?;
        (self.progress)(Progress::Done);
        Ok(imported)
    }

    /// Says what an import would do, and does nothing.
    ///
    /// # Errors
    /// What the database says.
    pub async fn dry_run(
        &self,
        city: CityCode,
        upload: &Upload,
        mapping: &Mapping,
        reading: Reading,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Imported, StoreError> {
        let (_unit, imported) = self.prepare(city, upload, mapping, reading, random).await?;
        Ok(imported)
    }

    async fn prepare(
        &self,
        city: CityCode,
        upload: &Upload,
        mapping: &Mapping,
        reading: Reading,
        random: &mut (dyn RngCore + Send),
    ) -> Result<(Unit, Imported), StoreError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(city).await?;
        let register = RegisterId::new(unit.at(), random);
        (self.progress)(Progress::Joining);
        let mut book = Book::load(&mut unit, self.vault.city(city)?).await?;
        let file = RegisterFile::new(&upload.file_name, &reading.entries, mapping);
        let erased = Erased::load(&mut unit, &book, &upload.sha256, &file).await?;
        let placed = people::place(&mut unit, &mut book, &reading.entries, &erased, random).await?;
        let plan = contacts::plan(&mut unit, &book, &reading.entries, &placed).await?;
        (self.progress)(Progress::Writing);

        let people = people::keep(&mut unit, &mut book, &plan, &self.keys.network).await?;
        let imported = Imported {
            register,
            read: reading.entries.len() + reading.rejections.len(),
            accepted: plan.accepted,
            duplicates: reading.entries.len() - plan.accepted,
            contacts: plan.contacts.len(),
            persons: plan.persons.len(),
            new_persons: people.new_persons,
            doubtful: 0,
            trace: plan.trace(&book, &reading.entries),
            rejected: reading.rejections,
        };
        let keys = std::sync::Arc::clone(&book.keys);
        insert_register(&mut unit, &keys, upload, &file, &imported).await?;
        rejected::insert(&mut unit, &keys, register, &reading.headers, &imported.rejected, random).await?;
        let doubtful = placing::keep_doubts(&mut unit, &book, &placed.doubts, random).await?;
        let mut months = people.months;
        months.extend(plan.months());
        contacts::insert(&mut unit, &book, (register, &file), &reading.entries, &plan, random).await?;
        let entry = JournalEntry::new("import", format!("register/{register}"), Some(city));
        unit.record(entry.changing(None, Some(&upload.sha256)).moving(months));
        Ok((unit, Imported { doubtful, ..imported }))
    }
}

async fn insert_register(
    unit: &mut Unit,
    keys: &CityKeys,
    upload: &Upload,
    file: &RegisterFile,
    imported: &Imported,
) -> Result<(), StoreError> {
    let (at, actor) = (unit.at(), unit.actor().0.clone());
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    let values = params![
        imported.register.0,
        keys.city(),
        file.seal(keys, imported.register)?,
        &upload.sha256[..],
        count(upload.size),
        count(imported.read),
        count(imported.accepted),
        count(imported.duplicates),
        count(imported.rejected.len()),
        count(imported.contacts),
        count(imported.persons),
        count(imported.new_persons),
        at,
        actor,
    ];
    unit.execute(&sql::INSERT_REGISTER, values).await.map(|_| ())
}

/// The person of a form, by position.
fn person_id(book: &Book, person: usize) -> PersonId {
    book.persons[person].id
}
