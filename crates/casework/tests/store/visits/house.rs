//! A desk in an installation, and what everybody said there, kept by hand.

use std::collections::{BTreeMap, BTreeSet};

use casework::desk::contacts::correct::{CorrectError, CorrectionSent};
use casework::desk::contacts::model::{Change, Draft, Gathering};
use casework::desk::contacts::record::{RecordError, Recorder, Saved, Sending};
use casework::desk::contacts::row::{ContactId, CorrectionId, VisitId};
use casework::people::PersonId;
use casework::registers::import::RegisterId;
use casework::registers::model::Entry;
use kernel::Day;
use store::{Actor, Statement, params};
use uuid::Uuid;

use super::deeds::{DAYS, Deed, PEOPLE, POINTS, SERVICES, What, draft, services, told};
use crate::installation::{Installation, bari, day};
use crate::samples::LEGAL;

const OF_VISIT: Statement = Statement(
    "select c.id, f.person, c.service, c.minutes, c.heads from contact c left join form f on f.id = c.form \
     where c.visit = $1 order by c.id",
);
const SUBJECTS: Statement = Statement("select subject, id from person");

/// One person, day, service and point.
pub type Key = (usize, Day, &'static str, Option<&'static str>);

/// A contact of the desk, as it stands.
#[derive(Clone, Debug)]
pub struct OfDesk {
    visit: VisitId,
    /// Nobody where it was anonymous.
    pub person: Option<usize>,
    pub day: Day,
    pub service: &'static str,
    point: Option<&'static str>,
    pub minutes: Option<u32>,
    pub heads: u32,
}

impl OfDesk {
    pub fn key(&self) -> Option<Key> {
        Some((self.person?, self.day, self.service, self.point))
    }
}

/// A form that was sent.
#[derive(Clone)]
pub enum Sent {
    Visit(PersonId, Sending, Draft, bool),
    Anonymous(Sending, u32, Draft),
    Gathering(Sending, Gathering, BTreeSet<PersonId>),
}

/// What everybody said, kept by hand.
#[derive(Default)]
pub struct Said {
    people: Vec<PersonId>,
    pub registers: Vec<(RegisterId, Option<Vec<Key>>)>,
    pub desk: BTreeMap<ContactId, OfDesk>,
    sent: Vec<(VisitId, Sent)>,
    taken_back: BTreeSet<VisitId>,
}

pub struct House<'a> {
    pub house: &'a mut Installation,
    pub said: Said,
    actor: Actor,
    forms: u128,
}

impl House<'_> {
    pub async fn begin(house: &mut Installation) -> House<'_> {
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

    pub async fn act(&mut self, deed: &Deed) {
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
                    let sent = sent.clone();
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
}
