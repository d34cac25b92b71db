//! Contacts at the desk among registers: whatever is recorded, corrected, taken back, imported and withdrawn, in any
//! order, every answer is what counting by hand says.
//!
//! What is said of one person, day, service and point counts as often as whoever says it most often says it: the desk,
//! or one of the registers. The count by hand knows nothing else.

use std::collections::{BTreeMap, BTreeSet};

use casework::desk::contacts::correct::{CorrectError, CorrectionSent};
use casework::desk::contacts::model::{Change, Draft, Gathering, Modality};
use casework::desk::contacts::record::{RecordError, Recorder, Saved, Sending};
use casework::desk::contacts::row::{ContactId, CorrectionId, VisitId};
use casework::people::PersonId;
use casework::registers::import::RegisterId;
use casework::registers::model::Entry;
use kernel::{Day, Month};
use mart::{Dimension, Measure, Question};
use proptest::prelude::*;
use store::{Actor, Statement, params};
use uuid::Uuid;

use super::installation::{Installation, bari, day, year};
use super::recount::{QUESTIONS, Recount};
use super::samples::{HEALTH, HOUSING, LEGAL, row};
use super::sequences::at_rest;
use super::steps::{Step, config, run, steps};

const OF_VISIT: Statement = Statement(
    "select c.id, f.person, c.service, c.minutes, c.heads from contact c left join form f on f.id = c.form \
     where c.visit = $1 order by c.id",
);
const SUBJECTS: Statement = Statement("select subject, id from person");
const PERSONS_MET: Statement = Statement("select distinct person from form where times > 0 order by person");

const SERVICES: [&str; 3] = [LEGAL, HEALTH, HOUSING];
const POINTS: [Option<&str>; 2] = [None, Some("sportello")];
const DAYS: [&str; 4] = ["2025-01-31", "2025-02-01", "2025-06-15", "2025-12-31"];
/// People whom nobody could take for one another.
const PEOPLE: [(&str, &str, &str); 4] = [
    ("Diop", "Cheikh", "1990-03-04"),
    ("Melnyk", "Oksana", "1958-07-19"),
    ("Rahman", "Tanvir", "2009-08-17"),
    ("Tesfay", "Helen", "1984-11-30"),
];

/// One thing that somebody does. Numbers choose among what there is.
#[derive(Clone, Debug)]
enum Deed {
    Import(Vec<(usize, usize, usize, usize)>),
    WithdrawRegister(usize),
    Visit {
        person: usize,
        what: What,
        again: bool,
    },
    Anonymous {
        heads: u32,
        what: What,
    },
    Gathering {
        persons: BTreeSet<usize>,
        others: u32,
        what: What,
    },
    Change {
        contact: usize,
        what: What,
        heads: u32,
        again: bool,
    },
    Withdraw {
        contact: usize,
        whole: bool,
    },
    Undo {
        visit: usize,
    },
    /// A form that was sent before arrives once more.
    Replay {
        visit: usize,
    },
}

/// What is recorded: numbers choose among days, services and points.
#[derive(Clone, Debug)]
struct What {
    day: usize,
    services: BTreeSet<usize>,
    point: usize,
    minutes: Option<u32>,
}

fn what() -> impl Strategy<Value = What> {
    let services = prop::collection::btree_set(0..SERVICES.len(), 1..3);
    (0..DAYS.len(), services, 0..POINTS.len(), prop::option::of(1..90_u32))
        .prop_map(|(day, services, point, minutes)| What { day, services, point, minutes })
}

fn deeds(at_most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let row = (0..PEOPLE.len(), 0..2_usize, 0..2_usize, 0..POINTS.len());
    let pick = || 0..12_usize;
    let persons = prop::collection::btree_set(0..PEOPLE.len(), 0..4);
    let deed = prop_oneof![
        3 => prop::collection::vec(row, 1..6).prop_map(Deed::Import),
        2 => pick().prop_map(Deed::WithdrawRegister),
        5 => (0..PEOPLE.len(), what(), any::<bool>())
            .prop_map(|(person, what, again)| Deed::Visit { person, what, again }),
        1 => (1..5_u32, what()).prop_map(|(heads, what)| Deed::Anonymous { heads, what }),
        1 => (persons, 0..3_u32, what())
            .prop_map(|(persons, others, what)| Deed::Gathering { persons, others, what }),
        4 => (pick(), what(), 1..4_u32, any::<bool>())
            .prop_map(|(contact, what, heads, again)| Deed::Change { contact, what, heads, again }),
        3 => (pick(), any::<bool>()).prop_map(|(contact, whole)| Deed::Withdraw { contact, whole }),
        1 => pick().prop_map(|visit| Deed::Undo { visit }),
        1 => pick().prop_map(|visit| Deed::Replay { visit }),
    ];
    prop::collection::vec(deed, 3..at_most)
}

/// One person, day, service and point.
type Key = (usize, Day, &'static str, Option<&'static str>);

/// A contact of the desk, as it stands.
#[derive(Clone, Debug)]
struct OfDesk {
    visit: VisitId,
    /// Nobody where it was anonymous.
    person: Option<usize>,
    day: Day,
    service: &'static str,
    point: Option<&'static str>,
    minutes: Option<u32>,
    heads: u32,
}

impl OfDesk {
    fn key(&self) -> Option<Key> {
        Some((self.person?, self.day, self.service, self.point))
    }
}

/// A form that was sent, and what came of it.
enum Sent {
    Visit(PersonId, Sending, Draft, bool),
    Anonymous(Sending, u32, Draft),
    Gathering(Sending, Gathering, BTreeSet<PersonId>),
}

/// What everybody said, kept by hand.
#[derive(Default)]
struct Said {
    people: Vec<PersonId>,
    registers: Vec<(RegisterId, Option<Vec<Key>>)>,
    desk: BTreeMap<ContactId, OfDesk>,
    sent: Vec<(VisitId, Sent)>,
    taken_back: BTreeSet<VisitId>,
}

struct House<'a> {
    house: &'a mut Installation,
    said: Said,
    actor: Actor,
    forms: u128,
}

impl House<'_> {
    async fn begin(house: &mut Installation) -> House<'_> {
        // Everybody is known from a year before, so that the desk can find them.
        let before: Vec<Entry> = PEOPLE.map(|person| told(person, "2024-05-06", LEGAL, None)).to_vec();
        let imported = house.import(bari(), &before).await;
        let mut reader = house.reader().await;
        let rows = reader.fetch_all(&SUBJECTS, params![]).await.unwrap();
        let by_subject: BTreeMap<u32, Uuid> =
            rows.iter().map(|row| (row.count(0).unwrap(), row.get(1).unwrap())).collect();
        drop(reader);
        let people = imported.trace.iter().map(|trace| PersonId(by_subject[&trace.subject])).collect();
        let said = Said { people, ..Said::default() };
        House { house, said, actor: Actor("sportello".to_owned()), forms: 0 }
    }

    fn next(&mut self) -> Uuid {
        self.house.clock.advance(1_000_000);
        self.forms += 1;
        Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + self.forms)
    }

    fn sending(&mut self) -> Sending {
        let id = VisitId(self.next());
        Sending { city: bari(), id, said: id.to_string() }
    }

    fn correction(&mut self, contact: ContactId) -> CorrectionSent {
        let id = CorrectionId(self.next());
        CorrectionSent { city: bari(), id, contact, said: id.to_string() }
    }

    async fn send(&mut self, sent: &Sent) -> Result<Saved, RecordError> {
        let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
        let recorder = Recorder { store, keys, vault, clock, actor: &self.actor };
        match sent {
            Sent::Visit(person, sending, draft, again) => {
                recorder.person(sending, *person, draft, *again, random).await
            }
            Sent::Anonymous(sending, heads, draft) => {
                recorder.anonymous(sending, *heads, draft, random).await
            }
            Sent::Gathering(sending, gathering, persons) => {
                recorder.gathering(sending, gathering, persons, random).await
            }
        }
    }

    /// What was saved, as the tables tell it: which contact has which identifier is theirs to say.
    async fn learn(&mut self, visit: VisitId, draft: &Draft) -> Vec<OfDesk> {
        let mut reader = self.house.reader().await;
        let rows = reader.fetch_all(&OF_VISIT, params![visit.0]).await.unwrap();
        let mut learned = Vec::new();
        for row in &rows {
            let person = row.get::<Option<Uuid>>(1).unwrap();
            let person = person.map(|id| self.said.people.iter().position(|known| known.0 == id).unwrap());
            let service: String = row.get(2).unwrap();
            let contact = OfDesk {
                visit,
                person,
                day: draft.day,
                service: SERVICES.into_iter().find(|known| *known == service).unwrap(),
                point: POINTS.into_iter().find(|point| *point == draft.point.as_deref()).unwrap(),
                minutes: row.get::<Option<i64>>(3).unwrap().map(|minutes| u32::try_from(minutes).unwrap()),
                heads: row.count(4).unwrap(),
            };
            self.said.desk.insert(ContactId(row.get(0).unwrap()), contact.clone());
            learned.push(contact);
        }
        learned
    }

    /// Sends a form that adds contacts with these keys and heads, or none where the desk has one of them.
    async fn record(&mut self, sent: Sent, wanted: Vec<(Option<usize>, &'static str, u32)>, refused: bool) {
        let (sending, draft) = match &sent {
            Sent::Visit(_, sending, draft, _) | Sent::Anonymous(sending, _, draft) => {
                (sending, draft.clone())
            }
            Sent::Gathering(sending, gathering, _) => (sending, gathering.draft.clone()),
        };
        let visit = sending.id;
        let outcome = self.send(&sent).await;
        if refused {
            assert!(matches!(outcome, Err(RecordError::AtDesk(_))), "{outcome:?}");
            return;
        }
        assert_eq!(outcome.unwrap(), Saved::Now(wanted.len()));
        let learned = self.learn(visit, &draft).await;
        let minutes: u32 = learned.iter().filter_map(|contact| contact.minutes).sum();
        assert_eq!(minutes, draft.minutes.unwrap_or(0));
        let mut found: Vec<_> = learned.iter().map(|one| (one.person, one.service, one.heads)).collect();
        let mut wanted = wanted;
        found.sort_unstable();
        wanted.sort_unstable();
        assert_eq!(found, wanted);
        self.said.sent.push((visit, sent));
    }

    fn has(&self, key: Key, except: Option<ContactId>) -> bool {
        self.said.desk.iter().any(|(id, one)| Some(*id) != except && one.key() == Some(key))
    }

    async fn act(&mut self, deed: &Deed) {
        match deed {
            Deed::Import(rows) => {
                let key = |&(person, day_of, service, point): &(usize, usize, usize, usize)| -> Key {
                    (person, day(DAYS[day_of]), SERVICES[service], POINTS[point])
                };
                let keys: Vec<Key> = rows.iter().map(key).collect();
                let entry = |(person, on, service, point): &Key| {
                    told(PEOPLE[*person], &on.to_string(), service, *point)
                };
                let entries: Vec<Entry> = keys.iter().map(entry).collect();
                let register = self.house.import(bari(), &entries).await.register;
                self.said.registers.push((register, Some(keys)));
            }
            Deed::WithdrawRegister(number) => {
                let count = self.said.registers.len().max(1);
                if let Some((register, keys)) = self.said.registers.get_mut(number % count) {
                    let withdrawn = self.house.withdraw(bari(), *register).await;
                    assert_eq!(withdrawn.is_some(), keys.take().is_some());
                }
            }
            Deed::Visit { person, what, again } => {
                let (sending, draft) = (self.sending(), draft(what));
                let key = |service: &&'static str| (*person, draft.day, *service, POINTS[what.point]);
                let services = services(what);
                let refused = !again && services.iter().any(|service| self.has(key(service), None));
                let wanted = services.into_iter().map(|service| (Some(*person), service, 1)).collect();
                let who = self.said.people[*person];
                self.record(Sent::Visit(who, sending, draft, *again), wanted, refused).await;
            }
            Deed::Anonymous { heads, what } => {
                let sending = self.sending();
                let wanted = services(what).into_iter().map(|service| (None, service, *heads)).collect();
                self.record(Sent::Anonymous(sending, *heads, draft(what)), wanted, false).await;
            }
            Deed::Gathering { persons, others, what } => {
                let sending = self.sending();
                let service = services(what)[0];
                let draft = Draft { services: vec![service.to_owned()], ..draft(what) };
                let there =
                    |person: &usize| self.has((*person, draft.day, service, POINTS[what.point]), None);
                let mut wanted: Vec<_> = persons
                    .iter()
                    .filter(|person| !there(person))
                    .map(|person| (Some(*person), service, 1))
                    .collect();
                wanted.extend((*others > 0).then_some((None, service, *others)));
                let refused = wanted.is_empty();
                let title = "Laboratorio".to_owned();
                let gathering = Gathering { title, draft, others: *others };
                let persons = persons.iter().map(|person| self.said.people[*person]).collect();
                self.record(Sent::Gathering(sending, gathering, persons), wanted, refused).await;
            }
            Deed::Change { contact, what, heads, again } => self.change(*contact, what, *heads, *again).await,
            Deed::Withdraw { contact, whole } => self.withdraw(*contact, *whole).await,
            Deed::Undo { visit } => self.undo(*visit).await,
            Deed::Replay { visit } => {
                let count = self.said.sent.len().max(1);
                if let Some((_, sent)) = self.said.sent.get(visit % count) {
                    // A borrow of what was said ends before the form is sent.
                    let sent = again(sent);
                    assert_eq!(self.send(&sent).await.unwrap(), Saved::Before);
                }
            }
        }
    }

    fn chosen(&self, number: usize) -> Option<(ContactId, OfDesk)> {
        let count = self.said.desk.len().max(1);
        self.said.desk.iter().nth(number % count).map(|(id, one)| (*id, one.clone()))
    }

    async fn change(&mut self, number: usize, what: &What, heads: u32, again: bool) {
        let Some((contact, before)) = self.chosen(number) else { return };
        let service = services(what)[0];
        let heads = if before.person.is_some() { 1 } else { heads };
        let after = OfDesk {
            day: day(DAYS[what.day]),
            service,
            point: POINTS[what.point],
            minutes: what.minutes,
            heads,
            ..before.clone()
        };
        let moved = after.key() != before.key();
        let there = after.key().is_some_and(|key| moved && self.has(key, Some(contact)));
        let draft = Draft { services: vec![service.to_owned()], ..draft(what) };
        let change = Change { draft, heads, reason: "prova".to_owned() };
        let sent = self.correction(contact);
        let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
        let recorder = Recorder { store, keys, vault, clock, actor: &self.actor };
        let outcome = recorder.change(&sent, &change, again, random).await;
        if there && !again {
            assert!(matches!(outcome, Err(CorrectError::AtDesk(_))), "{outcome:?}");
            return;
        }
        outcome.unwrap();
        // Sent once more, nothing more happens.
        recorder.change(&sent, &change, again, random).await.unwrap();
        self.said.desk.insert(contact, after);
    }

    async fn withdraw(&mut self, number: usize, whole: bool) {
        let Some((contact, before)) = self.chosen(number) else { return };
        let sent = self.correction(contact);
        let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
        let recorder = Recorder { store, keys, vault, clock, actor: &self.actor };
        for _ in 0..2 {
            recorder.withdraw(&sent, whole, "prova", random).await.unwrap();
        }
        self.said.desk.retain(|id, one| *id != contact && !(whole && one.visit == before.visit));
    }

    async fn undo(&mut self, number: usize) {
        let count = self.said.sent.len().max(1);
        let Some((visit, _)) = self.said.sent.get(number % count) else { return };
        let visit = *visit;
        let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
        let recorder = Recorder { store, keys, vault, clock, actor: &self.actor };
        let outcome = recorder.undo(bari(), visit, random).await;
        if self.said.taken_back.contains(&visit) {
            outcome.unwrap();
        } else if self.said.desk.values().any(|one| one.visit == visit) {
            outcome.unwrap();
            self.said.taken_back.insert(visit);
            self.said.desk.retain(|_, one| one.visit != visit);
        } else {
            assert!(matches!(outcome, Err(CorrectError::Gone)), "{outcome:?}");
        }
    }

    /// How often each key counts, and the anonymous contacts: by hand.
    fn counted(&self) -> (BTreeMap<Key, u64>, Vec<&OfDesk>) {
        let mut most: BTreeMap<Key, u64> = BTreeMap::new();
        let mut take = |keys: &mut dyn Iterator<Item = Key>| {
            let mut times: BTreeMap<Key, u64> = BTreeMap::new();
            for key in keys {
                *times.entry(key).or_default() += 1;
            }
            for (key, times) in times {
                let most = most.entry(key).or_default();
                *most = times.max(*most);
            }
        };
        take(&mut self.said.desk.values().filter_map(OfDesk::key));
        for (_, keys) in &self.said.registers {
            take(&mut keys.iter().flatten().copied());
        }
        (most, self.said.desk.values().filter(|one| one.person.is_none()).collect())
    }

    /// What is asked, each cell by its values; what is 0 is not there.
    async fn asked(&self, measure: Measure, by: &[Dimension]) -> BTreeMap<String, u64> {
        let answer = self.house.ask(measure, by).await;
        let cells = answer.cells.iter().map(|cell| {
            let values: Vec<String> = cell.values.iter().map(ToString::to_string).collect();
            (values.join(" "), cell.value)
        });
        cells.filter(|(_, value)| *value > 0).collect()
    }

    async fn compare(&self) -> Result<(), TestCaseError> {
        let (most, anonymous) = self.counted();
        let month = |day: Day| Month::of(day).to_string();
        let mut contacts: BTreeMap<String, u64> = BTreeMap::new();
        let mut persons: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for ((person, on, service, _), times) in &most {
            *contacts.entry(format!("{} {service}", month(*on))).or_default() += times;
            persons.entry(month(*on)).or_default().insert(*person);
        }
        for one in anonymous {
            *contacts.entry(format!("{} {}", month(one.day), one.service)).or_default() +=
                u64::from(one.heads);
        }
        let by_month = [Dimension::Month];
        let by_service = [Dimension::Month, Dimension::Service];
        prop_assert_eq!(self.asked(Measure::Contacts, &by_service).await, contacts);
        let persons: BTreeMap<String, u64> =
            persons.into_iter().map(|(month, persons)| (month, persons.len() as u64)).collect();
        prop_assert_eq!(self.asked(Measure::Persons, &by_month).await, persons);
        // Everybody was met in 2024 for legal support: new to another service, they are new.
        for service in [HEALTH, HOUSING] {
            let mut first: BTreeMap<usize, Day> = BTreeMap::new();
            for (person, on, of, _) in most.keys().filter(|(_, _, of, _)| *of == service) {
                debug_assert_eq!(*of, service);
                let first = first.entry(*person).or_insert(*on);
                *first = (*first).min(*on);
            }
            let mut new: BTreeMap<String, u64> = BTreeMap::new();
            for on in first.into_values() {
                *new.entry(month(on)).or_default() += 1;
            }
            let question = Question::new(Measure::NewPersons, year()).by(by_month);
            let answer = self.house.live.mart().ask(&question.only(Dimension::Service, service)).unwrap();
            let cells = answer.cells.iter().filter(|cell| cell.value > 0);
            let answered: BTreeMap<String, u64> =
                cells.map(|cell| (cell.values[0].to_string(), cell.value)).collect();
            prop_assert_eq!(answered, new, "{}", service);
        }
        let mut minutes: BTreeMap<String, u64> = BTreeMap::new();
        for one in self.said.desk.values() {
            *minutes.entry(month(one.day)).or_default() += u64::from(one.minutes.unwrap_or(0));
        }
        minutes.retain(|_, minutes| *minutes > 0);
        prop_assert_eq!(self.asked(Measure::Minutes, &by_month).await, minutes);
        // Facts read from nothing say the same, and nobody wrote past the journal.
        let rebuilt = self.house.rebuilt();
        rebuilt.refresh().await.unwrap();
        for measure in [Measure::Contacts, Measure::Persons, Measure::NewPersons, Measure::Minutes] {
            let question = Question::new(measure, year()).by(by_month);
            let (kept, anew) = (self.house.live.mart().ask(&question), rebuilt.mart().ask(&question));
            prop_assert_eq!(kept.unwrap().to_json(), anew.unwrap().to_json());
        }
        let verified = self.house.reader().await.verify_journal().await;
        prop_assert!(verified.is_ok(), "{verified:?}");
        Ok(())
    }
}

fn told((surname, given, birth): (&str, &str, &str), on: &str, service: &str, point: Option<&str>) -> Entry {
    let point = point.map(str::to_owned);
    Entry { point, minutes: None, ..row(surname, given, birth, on, &[service]) }
}

fn services(what: &What) -> Vec<&'static str> {
    what.services.iter().map(|service| SERVICES[*service]).collect()
}

fn draft(what: &What) -> Draft {
    Draft {
        day: day(DAYS[what.day]),
        services: services(what).into_iter().map(str::to_owned).collect(),
        point: POINTS[what.point].map(str::to_owned),
        modality: Modality::InPerson,
        minutes: what.minutes,
        outcome: None,
        note: Some("prova".to_owned()),
    }
}

fn again(sent: &Sent) -> Sent {
    match sent {
        Sent::Visit(person, sending, draft, again) => {
            Sent::Visit(*person, sending.clone(), draft.clone(), *again)
        }
        Sent::Anonymous(sending, heads, draft) => Sent::Anonymous(sending.clone(), *heads, draft.clone()),
        Sent::Gathering(sending, gathering, persons) => {
            Sent::Gathering(sending.clone(), gathering.clone(), persons.clone())
        }
    }
}

/// Visits of whoever the city knows, among people who are easily taken for one another.
async fn among_confusing_people(
    house: &mut Installation,
    parts: &[(Vec<Step>, usize, What)],
) -> Result<(), TestCaseError> {
    let actor = Actor("sportello".to_owned());
    let mut number = 0;
    for (steps, person, what) in parts {
        run(house, steps).await;
        let mut reader = house.reader().await;
        let rows = reader.fetch_all(&PERSONS_MET, params![]).await.unwrap();
        drop(reader);
        let Some(row) = rows.get(person % rows.len().max(1)) else { continue };
        number += 1;
        let id = VisitId(Uuid::from_u128(number));
        house.clock.advance(1_000_000);
        let Installation { store, keys, vault, clock, random, .. } = &mut *house;
        let recorder = Recorder { store, keys, vault, clock, actor: &actor };
        let sending = Sending { city: bari(), id, said: id.to_string() };
        let person = PersonId(row.get(0).unwrap());
        match recorder.person(&sending, person, &draft(what), true, random).await {
            // People of the other city are not this one's.
            Ok(_) | Err(RecordError::NotFound) => {}
            Err(other) => panic!("{other}"),
        }
    }
    let recount = Recount::of(house).await;
    for (measure, by) in QUESTIONS {
        prop_assert_eq!(recount.differs(&house.ask(measure, by).await), None);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(40))]

    #[test]
    fn every_answer_is_what_counting_by_hand_says(deeds in deeds(16)) {
        at_rest(async |house| {
            let mut house = House::begin(house).await;
            for deed in &deeds {
                house.act(deed).await;
            }
            house.compare().await
        })?;
    }

    #[test]
    fn visits_count_under_whoever_the_person_is_now(
        parts in prop::collection::vec((steps(6), 0..8_usize, what()), 1..4),
    ) {
        at_rest(async |house| among_confusing_people(house, &parts).await)?;
    }
}
