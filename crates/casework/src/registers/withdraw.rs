//! Taking a whole register back: its contacts go, and with them the people known from nowhere else.

use std::collections::BTreeSet;

use kernel::{CityCode, Clock, Day, Month};
use rand::RngCore;
use store::keys::Keys;
use store::{Actor, Entry, Store, StoreError, Vault, params};

use super::import::RegisterId;
use super::sql;
use crate::people::decided::{self, Decided};
use crate::people::{Book, FormId, PersonId, placing, sql as people_sql};

/// Taking registers of a city back.
pub struct Withdrawer<'a> {
    /// The database.
    pub store: &'a Store,
    /// The installation's keys.
    pub keys: &'a Keys,
    /// The cities' keys.
    pub vault: &'a Vault,
    /// The present.
    pub clock: &'a dyn Clock,
    /// Who withdraws.
    pub actor: &'a Actor,
}

impl Withdrawer<'_> {
    /// Withdraws a register, as if it had never come: contacts that another register told again are that one's
    /// now, as the first wrote them; decisions on forms that nobody else wrote go with it, and
    /// forms that came after those and stood with them go to whom they fit. Forms that the desk stated or hangs
    /// something on stay. Gives how many contacts were taken back; nothing if there is no such register, or it was
    /// withdrawn before.
    ///
    /// # Errors
    /// What the database says; nothing is changed then.
    pub async fn withdraw(
        &self,
        city: CityCode,
        register: RegisterId,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Option<usize>, StoreError> {
        let mut unit = self.store.begin(self.actor, self.clock).await?;
        unit.hold(city).await?;
        let (at, who) = (unit.at(), unit.actor().0.clone());
        if unit.execute(&sql::WITHDRAW, params![city, register.0, at, who]).await? == 0 {
            return Ok(None);
        }
        unit.execute(&sql::DELETE_AGAIN, params![register.0]).await?;
        unit.execute(&sql::HAND_OVER, params![register.0]).await?;
        unit.execute(&sql::FORGET_HANDED_OVER, params![]).await?;
        let mut book = Book::load(&mut unit, self.vault.city(city)?).await?;
        let contacts = unit.fetch_all(&sql::CONTACTS_OF_REGISTER, params![register.0]).await?;
        let mut months = BTreeSet::new();
        for row in &contacts {
            months.insert(Month::of(row.get::<Day>(1)?));
            if let Some(form) = book.form_with(FormId(row.get(0)?)) {
                book.forms[form].added -= 1;
            }
        }
        unit.execute(&sql::DELETE_CONTACTS, params![register.0]).await?;
        unit.execute(&sql::DELETE_REJECTED, params![register.0]).await?;
        for form in book.forms.iter().filter(|form| form.added != 0) {
            unit.execute(&people_sql::UPDATE_FORM_TIMES, params![form.id.0, form.added]).await?;
        }

        let mut touched: BTreeSet<usize> =
            book.forms.iter().filter(|form| form.added != 0).map(|form| form.person).collect();
        let lost: BTreeSet<usize> =
            (0..book.forms.len()).filter(|form| !book.forms[*form].stands()).collect();
        let mut history = decided::history(&mut unit, &book).await?;
        let mut concerned: Vec<usize> = lost.iter().map(|form| book.forms[*form].person).collect();
        let on_lost = |decided: &Decided| decided.forms.iter().any(|form| lost.contains(form));
        let new_person = &mut || PersonId::new(at, &mut *random);
        concerned.extend(decided::drop_decisions(&mut book, &mut history, on_lost, new_person));
        let first_lost = lost.iter().map(|form| book.forms[*form].id.made_at()).min();
        let since = first_lost.map(|moment| book.came_since(moment, &concerned)).unwrap_or_default();
        let decisions = decided::told(&book, &history);
        let doubts = placing::place_again(&mut book, &since, &decisions, at, random);

        touched.extend(concerned);
        months.extend(book.keep_moves(&mut unit, &self.keys.network, touched).await?);
        decided::mend(&mut unit, &mut book, &history).await?;
        unit.execute(&people_sql::DELETE_UNUSED_FORMS, params![city]).await?;
        placing::keep_doubts(&mut unit, &book, &doubts, random).await?;
        unit.execute(&people_sql::DELETE_UNUSED_PERSONS, params![city]).await?;
        unit.record(Entry::new("withdraw", format!("register/{register}"), Some(city)).moving(months));
        unit.commit().await?;
        Ok(Some(contacts.len()))
    }
}
