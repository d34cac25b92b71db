//! People at the desk among those of registers: whatever is registered, written down anew, united, parted, brought
//! into households and out of them, every answer is a recount of the tables; and names are found as if they had just
//! been read.

use std::collections::{BTreeMap, BTreeSet};

use casework::desk::people::model::{DetailId, Kind, Relation};
use casework::desk::people::read::{HouseholdId, MemberId, RectificationId};
use casework::desk::people::write::{Desk, Joining, NewDetail, NewPerson, Verdict, Which, WriteError};
use casework::names::{Names, Query};
use casework::people::PersonId;
use kernel::{Clock as _, Day, Gender};
use linkage::Form;
use mart::{Dimension, Measure, Question};
use proptest::prelude::*;
use store::testing::embedded;
use store::{Actor, Statement, params};
use uuid::Uuid;

use super::SLICES;
use super::installation::{Installation, bari, day, year};
use super::samples::row;
use super::steps::config;

const CONTACTS: Statement = Statement("select c.day, f.person from contact c join form f on f.id = c.form");
const MEMBERS: Statement = Statement(
    "select f.person, h.number, m.since, m.until, m.id, h.id from household_member m \
     join form f on f.id = m.form join household h on h.id = m.household order by m.recorded_at, m.id",
);
const DETAILS: Statement = Statement(
    "select f.person, d.id, d.kind, d.since, d.until from detail d join form f on f.id = d.form order by d.id",
);
const PERSONS: Statement = Statement(
    "select p.id from person p where exists (select 1 from form f where f.person = p.id) order by p.subject",
);
const PAIRS: Statement = Statement("select id from pair where state = 'joined' order by decided_at, id");

/// One thing that somebody does. Numbers choose among what is there at that moment.
#[derive(Clone, Debug)]
enum Step {
    Register { name: usize },
    Import { name: usize, on: u32 },
    Rectify { person: usize, name: usize },
    Merge { one: usize, other: usize },
    Undo { pair: usize },
    Join { person: usize, household: Option<usize>, since: u32 },
    Leave { member: usize, until: u32 },
    Permit { person: usize, code: usize, since: u32 },
    Vulnerable { person: usize, since: u32 },
    Wrong { detail: usize },
    Erase { person: usize },
    Refresh,
}

const NAMES: [(&str, &str, &str); 8] = [
    ("Diop", "Cheikh", "1990-03-04"),
    ("Diop", "Chiekh", "1990-03-04"),
    ("Ndiaye", "Awa", "1985-06-07"),
    ("El Amrani", "Said", "1990-01-01"),
    ("Bah", "Mariama", ""),
    ("Zongo", "Issa", "2012-11-30"),
    ("Shevchenko", "Oleksandr", "1979-09-09"),
    ("Awa", "Ndiaye", "1985-06-07"),
];
const PERMITS: [&str; 3] = ["work", "asylum_request", "family"];

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let some = || 0..6_usize;
    let on = || 0..300_u32;
    let step = prop_oneof![
        3 => (0..NAMES.len()).prop_map(|name| Step::Register { name }),
        4 => (0..NAMES.len(), on()).prop_map(|(name, on)| Step::Import { name, on }),
        2 => (some(), 0..NAMES.len()).prop_map(|(person, name)| Step::Rectify { person, name }),
        2 => (some(), some()).prop_map(|(one, other)| Step::Merge { one, other }),
        2 => some().prop_map(|pair| Step::Undo { pair }),
        3 => (some(), prop::option::of(some()), on())
            .prop_map(|(person, household, since)| Step::Join { person, household, since }),
        2 => (some(), on()).prop_map(|(member, until)| Step::Leave { member, until }),
        2 => (some(), 0..PERMITS.len(), on()).prop_map(|(person, code, since)| Step::Permit { person, code, since }),
        1 => (some(), on()).prop_map(|(person, since)| Step::Vulnerable { person, since }),
        1 => some().prop_map(|detail| Step::Wrong { detail }),
        2 => some().prop_map(|person| Step::Erase { person }),
        1 => Just(Step::Refresh),
    ];
    prop::collection::vec(step, 4..24)
}

/// The day so many days into 2025.
fn on(offset: u32) -> Day {
    day("2025-01-05") + chrono::Days::new(u64::from(offset))
}

fn written(name: usize) -> Form {
    let (surname, given, birth) = NAMES[name];
    Form {
        surname: surname.to_owned(),
        given: given.to_owned(),
        birth: birth.parse().ok(),
        gender: Gender::M,
        citizenship: Some("SN".to_owned()),
        rows: 0,
    }
}

async fn ids(house: &Installation, statement: &Statement) -> Vec<Uuid> {
    let rows = house.reader().await.fetch_all(statement, params![]).await.unwrap();
    rows.iter().map(|row| row.get(0).unwrap()).collect()
}

async fn take(house: &mut Installation, step: &Step) {
    house.clock.advance(1_000_000);
    let people: Vec<PersonId> = ids(house, &PERSONS).await.into_iter().map(PersonId).collect();
    let chosen = |place: &usize| people.get(place % people.len().max(1)).copied();
    let new = |house: &mut Installation| kernel::id::uuid_v7(house.clock.now(), &mut house.random);
    if let Step::Import { name, on: offset } = step {
        let (surname, given, birth) = NAMES[*name];
        house
            .import(bari(), &[row(surname, given, birth, &on(*offset).to_string(), &["legal_support"])])
            .await;
        return;
    }
    if let Step::Erase { person } = step {
        if let Some(person) = chosen(person) {
            house.erase_in_peace(bari(), person).await;
        }
        return;
    }
    let id = new(house);
    let other_id = new(house);
    let mut random = <rand::rngs::StdRng as rand::SeedableRng>::seed_from_u64(id.as_u128() as u64);
    let members = house.reader().await.fetch_all(&MEMBERS, params![]).await.unwrap();
    let details = house.reader().await.fetch_all(&DETAILS, params![]).await.unwrap();
    let pairs = ids(house, &PAIRS).await;
    let actor = Actor("prova".to_owned());
    let Installation { store, keys, vault, clock, .. } = &*house;
    let desk = Desk { store, keys, vault, clock, actor: &actor, city: bari() };
    // What cannot be done is refused, and must change nothing: the recount holds either way.
    match step {
        Step::Register { name } => {
            let person = NewPerson { form: written(*name), details: Vec::new() };
            desk.register(PersonId(id), &person, &[], Verdict::Another, &mut random).await.unwrap();
            desk.register(PersonId(id), &person, &[], Verdict::Another, &mut random).await.unwrap();
        }
        Step::Rectify { person, name } => {
            if let Some(person) = chosen(person) {
                let id = RectificationId(id);
                drop(desk.rectify(id, person, &written(*name), "prova", &mut random).await);
            }
        }
        Step::Merge { one, other } => {
            if let (Some(one), Some(other)) = (chosen(one), chosen(other)) {
                drop(desk.merge(one, other, &mut random).await);
            }
        }
        Step::Undo { pair } => {
            if let Some(pair) = pairs.get(pair % pairs.len().max(1)) {
                let pair = casework::people::pairs::PairId(*pair);
                told(desk.unmerge(pair, &mut random).await);
            }
        }
        Step::Join { person, household, since } => {
            if let Some(person) = chosen(person) {
                let known = household.and_then(|place| members.get(place % members.len().max(1)));
                let household = match known {
                    Some(row) => Which::Known(HouseholdId(row.get(5).unwrap())),
                    None => Which::New(HouseholdId(other_id)),
                };
                let joining = Joining { person, household, relation: Relation::Other, since: on(*since) };
                drop(desk.join_household(MemberId(id), joining).await);
            }
        }
        Step::Leave { member, until } => {
            if let Some(row) = members.get(member % members.len().max(1)) {
                told(desk.leave_household(MemberId(row.get(4).unwrap()), on(*until)).await);
            }
        }
        Step::Permit { person, code, since } => {
            if let Some(person) = chosen(person) {
                let value = PERMITS[*code].to_owned();
                let new = NewDetail { kind: Kind::Permit, value, since: on(*since), office: None };
                told(desk.tell(DetailId(id), person, &new).await);
            }
        }
        Step::Vulnerable { person, since } => {
            if let Some(person) = chosen(person) {
                let value = "disability".to_owned();
                let new = NewDetail { kind: Kind::Vulnerability, value, since: on(*since), office: None };
                told(desk.tell(DetailId(id), person, &new).await);
            }
        }
        Step::Wrong { detail } => {
            if let Some(row) = details.get(detail % details.len().max(1)) {
                let (person, since): (Uuid, Day) = (row.get(0).unwrap(), row.get(3).unwrap());
                let detail = DetailId(row.get(1).unwrap());
                told(desk.end_detail(detail, PersonId(person), since.pred_opt().unwrap()).await);
            }
        }
        Step::Import { .. } | Step::Erase { .. } => {}
        Step::Refresh => house.live.refresh().await.unwrap(),
    }
}

/// Of who was erased nothing is said any more; nothing else may go wrong.
fn told(outcome: Result<(), WriteError>) {
    assert!(matches!(outcome, Ok(()) | Err(WriteError::NotFound)), "{outcome:?}");
}

/// A recount by hand: persons and households met, month by month and in all.
struct Recount {
    persons: BTreeMap<String, BTreeSet<Uuid>>,
    households: BTreeMap<String, BTreeSet<i64>>,
    vulnerable: usize,
}

async fn recount(house: &Installation) -> Recount {
    let mut reader = house.reader().await;
    let covers =
        |since: Day, until: Option<Day>, on: Day| since <= on && until.is_none_or(|until| on <= until);
    let mut members: Vec<(Uuid, i64, Day, Option<Day>)> = Vec::new();
    for row in reader.fetch_all(&MEMBERS, params![]).await.unwrap() {
        members.push((row.get(0).unwrap(), row.get(1).unwrap(), row.get(2).unwrap(), row.get(3).unwrap()));
    }
    members.sort_by_key(|(_, number, ..)| *number);
    let mut vulnerabilities: Vec<(Uuid, Day, Option<Day>)> = Vec::new();
    for row in reader.fetch_all(&DETAILS, params![]).await.unwrap() {
        if row.get::<String>(2).unwrap() == "vulnerability" {
            vulnerabilities.push((row.get(0).unwrap(), row.get(3).unwrap(), row.get(4).unwrap()));
        }
    }
    let mut told = Recount { persons: BTreeMap::new(), households: BTreeMap::new(), vulnerable: 0 };
    for row in reader.fetch_all(&CONTACTS, params![]).await.unwrap() {
        let (on, person): (Day, Uuid) = (row.get(0).unwrap(), row.get(1).unwrap());
        let month = kernel::Month::of(on).to_string();
        told.persons.entry(month.clone()).or_default().insert(person);
        let in_it = members.iter().find(|(of, _, since, until)| *of == person && covers(*since, *until, on));
        if let Some((_, number, ..)) = in_it {
            told.households.entry(month).or_default().insert(*number);
        }
        let is = vulnerabilities.iter().any(|(of, since, until)| *of == person && covers(*since, *until, on));
        told.vulnerable += usize::from(is);
    }
    told
}

async fn holds(house: &mut Installation, steps: &[Step]) -> Result<(), TestCaseError> {
    let names = Names::default();
    for step in steps {
        take(house, step).await;
        names.warm(&house.store, &house.vault, bari()).await.unwrap();
    }
    let told = recount(house).await;
    let rebuilt = house.rebuilt();
    rebuilt.refresh().await.unwrap();
    for measure in [Measure::Persons, Measure::Households] {
        for by in [
            &[][..],
            &[Dimension::Month][..],
            &[Dimension::Permit][..],
            &[Dimension::Gender, Dimension::Age][..],
        ] {
            let answer = house.ask(measure, by).await;
            let question = Question::new(measure, year()).by(by.iter().copied());
            prop_assert_eq!(answer.to_json(), rebuilt.mart().ask(&question).unwrap().to_json());
        }
        let total = house.total(measure).await;
        let all = |months: Vec<usize>, whole: usize| (months.into_iter().sum::<usize>(), whole);
        let counted = match measure {
            Measure::Persons => all(
                told.persons.values().map(BTreeSet::len).collect(),
                told.persons.values().flatten().collect::<BTreeSet<_>>().len(),
            ),
            _ => all(
                told.households.values().map(BTreeSet::len).collect(),
                told.households.values().flatten().collect::<BTreeSet<_>>().len(),
            ),
        };
        let by_month = house.ask(measure, &[Dimension::Month]).await;
        let sum: u64 = by_month.cells.iter().map(|cell| cell.value).sum();
        prop_assert_eq!((usize::try_from(sum).unwrap(), usize::try_from(total).unwrap()), counted);
    }
    let lines = house.facts().await;
    let vulnerable = lines.iter().filter(|line| line.contains("vulnerabilities: 4")).count();
    prop_assert_eq!(vulnerable, told.vulnerable);

    let fresh = Names::default();
    for typed in ["diop", "cheikh diop 1990", "awa", "el am", "said", "bah", "zongo", "alexander"] {
        let query = Query::typed(typed, house.clock.now().day());
        let known = names.search(&house.store, &house.vault, bari(), &query, 20).await.unwrap();
        let read = fresh.search(&house.store, &house.vault, bari(), &query, 20).await.unwrap();
        prop_assert_eq!(known, read, "{}", typed);
    }
    let verified = house.reader().await.verify_journal().await;
    prop_assert!(verified.is_ok(), "{verified:?}");
    Ok(())
}

proptest! {
    #![proptest_config(config(30))]

    #[test]
    fn answers_are_a_recount_whatever_the_desk_does(steps in steps()) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let folder = tempfile::tempdir().unwrap();
            let mut house = Installation::new(embedded(folder.path(), SLICES).await).await;
            let outcome = holds(&mut house, &steps).await;
            house.store.close().await;
            outcome
        })?;
    }
}
