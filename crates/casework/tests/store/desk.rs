//! What the tables promise to the desk: forms that are stated or kept stay, what is erased still counts and is
//! nobody, and people nobody asked for a name are contacts without a person.

use std::collections::{BTreeSet, HashMap};

use casework::people::book::{BookForm, keep_for_desk};
use casework::people::written::{key_of, key_of_erased};
use casework::people::{Book, FormId, PersonId};
use casework::registers::model::Entry;
use kernel::{Clock as _, Gender};
use linkage::Form;
use mart::{Dimension, Measure};
use store::testing::each_engine;
use store::{Actor, Entry as JournalEntry, Statement, params};
use uuid::Uuid;

use super::SLICES;
use super::installation::{Installation, bari};
use super::samples::{LEGAL, in_doubt, row};

const ANONYMOUS: Statement = Statement(
    "insert into contact (id, city, day, service, heads, minutes, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)",
);
const FORMS: Statement = Statement("select id, person, times from form order by id");
const ERASE_FORM: Statement = Statement("update form set identity = null, form_key = $2 where id = $1");
const ERASE_PERSON: Statement = Statement("update person set birth = null, erased_at = $2 where id = $1");

impl Installation {
    /// States a form at the desk: of somebody the city knows, or of somebody new.
    async fn state(&mut self, person: Option<PersonId>, form: Form) -> FormId {
        self.clock.advance(1_000_000);
        let mut unit = self.store.begin(&Actor("sportello".to_owned()), &self.clock).await.unwrap();
        unit.hold(bari()).await.unwrap();
        let ids: Vec<PersonId> = person.into_iter().collect();
        let mut book = Book::of_persons(&mut unit, self.keys_of(bari()), &ids).await.unwrap();
        let at = unit.at();
        let who = match person {
            Some(person) => book.person(person).unwrap(),
            None => book.add_person(PersonId::new(at, &mut self.random)),
        };
        let key = key_of(&book.keys, &form);
        let known = book.form(&key);
        let id = FormId::new(at, &mut self.random);
        let form = known.unwrap_or_else(|| book.add_form(BookForm::new(id, who, key, form)));
        book.state(&mut unit, form).await.unwrap();
        let today = HashMap::from([(who, self.clock.now().day())]);
        let registered = if person.is_none() { today } else { HashMap::new() };
        let months =
            book.settle(&mut unit, &self.keys.network, &BTreeSet::from([who]), &registered).await.unwrap();
        book.keep_forms(&mut unit).await.unwrap();
        unit.record(JournalEntry::new("state", format!("form/{id}"), Some(bari())).moving(months));
        unit.commit().await.unwrap();
        book.forms[form].id
    }

    /// Each form with its person and how often it was written.
    async fn forms(&self) -> Vec<(FormId, PersonId, u32)> {
        let rows = self.reader().await.fetch_all(&FORMS, params![]).await.unwrap();
        let read = |row: &store::Row| {
            (FormId(row.get(0).unwrap()), PersonId(row.get(1).unwrap()), row.count(2).unwrap())
        };
        rows.iter().map(read).collect()
    }

    async fn change(&mut self, changes: &[(Statement, Vec<store::Value>)], months: &[&str]) {
        self.clock.advance(1_000_000);
        let mut unit = self.store.begin(&Actor("sportello".to_owned()), &self.clock).await.unwrap();
        for (statement, values) in changes {
            unit.execute(statement, values.clone()).await.unwrap();
        }
        let months = months.iter().map(|month| month.parse().unwrap());
        unit.record(JournalEntry::new("change", "desk", Some(bari())).moving(months));
        unit.commit().await.unwrap();
    }
}

fn diop(given: &str, birth: &str, gender: Gender) -> Form {
    Form {
        surname: "Diop".to_owned(),
        given: given.to_owned(),
        birth: birth.parse().ok(),
        gender,
        citizenship: Some("SN".to_owned()),
        rows: 0,
    }
}

fn visits() -> Vec<Entry> {
    let visit = |on| row("Diop", "Cheikh", "1990-03-04", on, &[LEGAL]);
    vec![visit("2025-01-10"), visit("2025-02-10")]
}

#[tokio::test]
async fn what_the_desk_states_stands_before_what_registers_say_and_outlives_them() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let register = house.import(bari(), &visits()).await.register;
        let person = house.forms().await[0].1;
        let stated = house.state(Some(person), diop("Cheikh", "2010-03-04", Gender::X)).await;
        let by = |answer: mart::Answer, value| answer.value(&[value]);
        assert_eq!(by(house.ask(Measure::Persons, &[Dimension::Age]).await, "<18"), 1);
        assert_eq!(by(house.ask(Measure::Persons, &[Dimension::Gender]).await, "X"), 1);
        assert_eq!(by(house.ask(Measure::Persons, &[Dimension::Citizenship]).await, "SN"), 1);
        // A later register does not talk over the desk, and its rows find the person under either form.
        house.import(bari(), &[row("Diop", "Cheikh", "2010-03-04", "2025-03-01", &[LEGAL])]).await;
        assert_eq!(house.total(Measure::Persons).await, 1);
        assert_eq!(by(house.ask(Measure::Persons, &[Dimension::Gender]).await, "X"), 1);

        assert_eq!(house.withdraw(bari(), register).await, Some(2));
        let forms = house.forms().await;
        assert!(forms.iter().any(|form| form.0 == stated && form.1 == person && form.2 == 0), "{forms:?}");
        assert_eq!(house.total(Measure::Persons).await, 1);
    })
    .await;
}

#[tokio::test]
async fn somebody_registered_at_the_desk_is_found_by_the_next_register() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let form = house.state(None, diop("Cheikh", "1990-03-04", Gender::M)).await;
        assert_eq!(house.total(Measure::Persons).await, 0);
        let imported = house.import(bari(), &visits()).await;
        assert_eq!((imported.new_persons, imported.doubtful), (0, 0));
        assert_eq!(house.total(Measure::NewPersons).await, 1);
        // The register wrote the very form, and takes back only what it brought.
        assert_eq!(house.forms().await.iter().map(|form| (form.0, form.2)).collect::<Vec<_>>(), [(form, 2)]);
        house.withdraw(bari(), imported.register).await.unwrap();
        assert_eq!(house.forms().await.iter().map(|form| (form.0, form.2)).collect::<Vec<_>>(), [(form, 0)]);
        assert_eq!(house.import(bari(), &visits()).await.new_persons, 0);
    })
    .await;
}

#[tokio::test]
async fn a_form_that_the_desk_hangs_something_on_stays() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let register = house.import(bari(), &visits()).await.register;
        let (form, person, _) = house.forms().await[0];
        let mut unit = house.store.begin(&Actor("sportello".to_owned()), &house.clock).await.unwrap();
        keep_for_desk(&mut unit, bari(), form).await.unwrap();
        unit.record(JournalEntry::new("open", "pathway", Some(bari())));
        unit.commit().await.unwrap();
        house.withdraw(bari(), register).await.unwrap();
        assert_eq!(house.forms().await, [(form, person, 0)]);
        assert_eq!(house.total(Measure::Persons).await, 0);
        assert_eq!(house.import(bari(), &visits()).await.new_persons, 0);
    })
    .await;
}

#[tokio::test]
async fn somebody_erased_still_counts_and_is_linked_to_nobody() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let register = house.import(bari(), &in_doubt()).await.register;
        let (facts, keys) = (house.facts().await, house.keys_of(bari()));
        let pair = house.doubts(bari(), true).await[0].clone();
        let person = pair.sides[0].person;
        let mut changes = vec![(ERASE_PERSON, params![person.0, house.clock.now()])];
        for (form, _, _) in house.forms().await.iter().filter(|form| form.1 == person) {
            changes.push((ERASE_FORM, params![form.0, key_of_erased(&keys, *form).to_vec()]));
        }
        house.change(&changes, &["2025-01", "2025-02", "2025-03"]).await;
        assert_eq!(house.facts().await, facts);
        // Nothing is asked about them any more, and nothing can be decided.
        assert!(house.doubts(bari(), true).await.is_empty());
        assert!(house.decide(bari(), pair.id, linkage::Decision::Joined).await.is_err());
        // The same rows again are known contacts of nobody: they are somebody new.
        let again = house.import(bari(), &in_doubt()).await;
        assert_eq!(again.new_persons, 1);
        assert_eq!(house.total(Measure::Persons).await, 3);
        // What is taken back goes, whoever it was of; the other person is told by both registers.
        house.withdraw(bari(), register).await.unwrap();
        assert_eq!(house.total(Measure::Persons).await, 2);
    })
    .await;
}

#[tokio::test]
async fn heads_without_a_name_are_contacts_and_no_persons() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &visits()).await;
        let day: kernel::Day = "2025-02-11".parse().unwrap();
        let values = params![Uuid::from_u128(7), bari(), day, LEGAL, 12_i64, 60_i64, house.clock.now()];
        house.change(&[(ANONYMOUS, values)], &["2025-02"]).await;
        assert_eq!(house.total(Measure::Contacts).await, 14);
        assert_eq!(house.total(Measure::Minutes).await, 120);
        let partition =
            house.live.mart().partitions().into_iter().find(|one| one.month.to_string() == "2025-02");
        let facts = house.live.mart().facts_of(partition.unwrap()).unwrap();
        let nobody: Vec<_> = facts.iter().filter(|fact| fact.subject == 0).collect();
        assert_eq!(nobody.len(), 12);
        assert!(nobody.iter().all(|fact| fact.network_subject == 0 && fact.citizenship == "unknown"));
        // A register is compared with what is known of somebody.
        assert_eq!(house.import(bari(), &visits()).await.contacts, 0);
    })
    .await;
}
