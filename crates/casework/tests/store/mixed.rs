//! Whatever happens in two cities: registers, the desk, contacts corrected, pathways, people sent from one to the
//! other, people erased. Every answer is a recount of the tables, and the journal verifies.

use casework::desk::contacts::correct::CorrectionSent;
use casework::desk::contacts::model::Change;
use casework::desk::contacts::record::{RecordError, Recorder, Sending};
use casework::desk::contacts::row::{ContactId, CorrectionId, VisitId};
use casework::desk::pathways::model::{ActionArea, PathwayId, ResultId};
use casework::desk::pathways::write::{Closure, Opening, Told, Writer};
use casework::desk::people::read::RectificationId;
use casework::desk::people::write::{Desk, NewPerson, Verdict};
use casework::desk::referrals::model::{How, Parts, ReferralId};
use casework::desk::referrals::write::{Agreement, NewReferral, To, Writer as Referrer};
use casework::people::PersonId;
use kernel::{CityCode, Clock as _, Day, Gender};
use linkage::Form;
use mart::Question;
use proptest::prelude::*;
use store::testing::each_engine;
use store::{Actor, Statement, params};
use uuid::Uuid;

use super::SLICES;
use super::installation::{Installation, day, year};
use super::pathways::is_a_recount;
use super::pathways::steps::{answer, needs, on};
use super::recount::{QUESTIONS, Recount};
use super::samples::LEGAL;
use super::sequences::at_rest;
use super::steps::{Registers, Step, city, config, go_on, steps};
use super::visits::deeds::{What, draft, services, what};

const CONTACTS: Statement = Statement(
    "select id from contact where city = $1 and form is not null and visit is not null order by id",
);
const OPEN: Statement = Statement("select id from pathway where city = $1 and closed_on is null order by id");
const WAITING: Statement =
    Statement("select id from referral where to_city = $1 and state = 'waiting' order by id");

/// One thing that somebody does. Numbers choose among what is there at that moment.
#[derive(Clone, Debug)]
enum Deed {
    Registers(Vec<Step>),
    Register { elsewhere: bool, name: usize },
    Rectify { elsewhere: bool, person: usize, name: usize },
    Merge { elsewhere: bool, one: usize, other: usize },
    Visit { elsewhere: bool, person: usize, what: What },
    Correct { elsewhere: bool, contact: usize, what: What },
    TakeBack { elsewhere: bool, contact: usize },
    Open { elsewhere: bool, person: usize, day: u16 },
    Close { elsewhere: bool, pathway: usize, day: u16 },
    Tell { elsewhere: bool, person: usize, answer: usize, day: u16 },
    Refer { elsewhere: bool, person: usize },
    Answer { elsewhere: bool, referral: usize, accepted: bool },
    Erase { elsewhere: bool, person: usize },
}

const NAMES: [(&str, &str, &str); 4] = [
    ("Diop", "Cheikh", "1990-03-04"),
    ("Melnyk", "Oleksandr", "1958-07-01"),
    ("Ben Ali", "Mohamed", "2009-08-17"),
    ("Jallow", "Lamin", "1985-02-03"),
];

fn deeds(at_most: usize) -> impl Strategy<Value = Vec<Deed>> {
    let (where_to, some, number) = (any::<bool>, || 0..8_usize, || 0..370_u16);
    let deed = prop_oneof![
        4 => steps(4).prop_map(Deed::Registers),
        2 => (where_to(), 0..NAMES.len()).prop_map(|(elsewhere, name)| Deed::Register { elsewhere, name }),
        1 => (where_to(), some(), 0..NAMES.len())
            .prop_map(|(elsewhere, person, name)| Deed::Rectify { elsewhere, person, name }),
        1 => (where_to(), some(), some())
            .prop_map(|(elsewhere, one, other)| Deed::Merge { elsewhere, one, other }),
        3 => (where_to(), some(), what())
            .prop_map(|(elsewhere, person, what)| Deed::Visit { elsewhere, person, what }),
        2 => (where_to(), some(), what())
            .prop_map(|(elsewhere, contact, what)| Deed::Correct { elsewhere, contact, what }),
        1 => (where_to(), some()).prop_map(|(elsewhere, contact)| Deed::TakeBack { elsewhere, contact }),
        3 => (where_to(), some(), number())
            .prop_map(|(elsewhere, person, day)| Deed::Open { elsewhere, person, day }),
        3 => (where_to(), some(), number())
            .prop_map(|(elsewhere, pathway, day)| Deed::Close { elsewhere, pathway, day }),
        2 => (where_to(), some(), 0..9_usize, number())
            .prop_map(|(elsewhere, person, answer, day)| Deed::Tell { elsewhere, person, answer, day }),
        3 => (where_to(), some()).prop_map(|(elsewhere, person)| Deed::Refer { elsewhere, person }),
        3 => (where_to(), some(), prop::bool::weighted(0.7))
            .prop_map(|(elsewhere, referral, accepted)| Deed::Answer { elsewhere, referral, accepted }),
        4 => (where_to(), some()).prop_map(|(elsewhere, person)| Deed::Erase { elsewhere, person }),
    ];
    prop::collection::vec(deed, 4..at_most)
}

fn written(name: usize) -> Form {
    let (surname, given, birth) = NAMES[name];
    Form {
        surname: surname.to_owned(),
        given: given.to_owned(),
        birth: Some(day(birth)),
        gender: Gender::M,
        citizenship: Some("SN".to_owned()),
        rows: 0,
    }
}

/// Two cities at one installation.
struct Two<'a> {
    house: &'a mut Installation,
    registers: Registers,
    actor: Actor,
}

impl Two<'_> {
    fn id(&mut self) -> Uuid {
        self.house.clock.advance(1_000_000);
        kernel::id::uuid_v7(self.house.clock.now(), &mut self.house.random)
    }

    async fn nth(&self, statement: &Statement, city: CityCode, number: usize) -> Option<Uuid> {
        let rows = self.house.reader().await.fetch_all(statement, params![city]).await.unwrap();
        let at = number.checked_rem(rows.len())?;
        Some(rows[at].get(0).unwrap())
    }

    async fn act(&mut self, deed: &Deed) {
        match deed {
            Deed::Registers(steps) => go_on(self.house, steps, &mut self.registers).await,
            Deed::Erase { elsewhere, person } => {
                if let Some(person) = self.house.nth_person(city(*elsewhere), *person).await {
                    self.house.erase_in_peace(city(*elsewhere), person).await;
                }
            }
            Deed::Register { .. } | Deed::Rectify { .. } | Deed::Merge { .. } => self.people(deed).await,
            Deed::Visit { .. } | Deed::Correct { .. } | Deed::TakeBack { .. } => self.contacts(deed).await,
            Deed::Open { .. } | Deed::Close { .. } | Deed::Tell { .. } => self.pathways(deed).await,
            Deed::Refer { .. } | Deed::Answer { .. } => self.referrals(deed).await,
        }
    }

    // What cannot be done is refused, and must change nothing: the recount holds either way.
    async fn people(&mut self, deed: &Deed) {
        let id = self.id();
        let (elsewhere, one, other) = match deed {
            Deed::Rectify { elsewhere, person, .. } => (*elsewhere, *person, 0),
            Deed::Merge { elsewhere, one, other } => (*elsewhere, *one, *other),
            Deed::Register { elsewhere, .. } => (*elsewhere, 0, 0),
            _ => return,
        };
        let city = city(elsewhere);
        let (one, other) = (self.house.nth_person(city, one).await, self.house.nth_person(city, other).await);
        let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
        let desk = Desk { store, keys, vault, clock, actor: &self.actor, city };
        match (deed, one, other) {
            (Deed::Register { name, .. }, ..) => {
                let person = NewPerson { form: written(*name), details: Vec::new() };
                desk.register(PersonId(id), &person, &[], Verdict::Another, random).await.unwrap();
            }
            (Deed::Rectify { name, .. }, Some(person), _) => {
                drop(desk.rectify(RectificationId(id), person, &written(*name), "prova", random).await);
            }
            (Deed::Merge { .. }, Some(one), Some(other)) => drop(desk.merge(one, other, random).await),
            _ => {}
        }
    }

    async fn contacts(&mut self, deed: &Deed) {
        let id = self.id();
        match deed {
            Deed::Visit { elsewhere, person, what } => {
                let city = city(*elsewhere);
                let Some(person) = self.house.nth_person(city, *person).await else { return };
                let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
                let recorder = Recorder { store, keys, vault, clock, actor: &self.actor };
                let sending = Sending { city, id: VisitId(id), said: id.to_string() };
                match recorder.person(&sending, person, &draft(what), true, random).await {
                    Ok(_) | Err(RecordError::NotFound) => {}
                    Err(other) => panic!("{other}"),
                }
            }
            Deed::Correct { elsewhere, contact, .. } | Deed::TakeBack { elsewhere, contact } => {
                let city = city(*elsewhere);
                let Some(contact) = self.nth(&CONTACTS, city, *contact).await else { return };
                let contact = ContactId(contact);
                let sent = CorrectionSent { city, id: CorrectionId(id), contact, said: id.to_string() };
                let Installation { store, keys, vault, clock, random, .. } = &mut *self.house;
                let recorder = Recorder { store, keys, vault, clock, actor: &self.actor };
                if let Deed::Correct { what, .. } = deed {
                    let services = vec![services(what)[0].to_owned()];
                    let draft = casework::desk::contacts::model::Draft { services, ..draft(what) };
                    let change = Change { draft, heads: 1, reason: "prova".to_owned() };
                    drop(recorder.change(&sent, &change, true, random).await);
                } else {
                    drop(recorder.withdraw(&sent, false, "prova", random).await);
                }
            }
            _ => {}
        }
    }

    async fn pathways(&mut self, deed: &Deed) {
        let id = self.id();
        // The writer lives beside the house: randomness is taken out for as long.
        let mut random = self.house.random.clone();
        match deed {
            Deed::Open { elsewhere, person, day } => {
                let city = city(*elsewhere);
                let Some(person) = self.house.nth_person(city, *person).await else { return };
                let (area, point) = (ActionArea::ALL[0], Some("sportello".to_owned()));
                let opening =
                    Opening { id: PathwayId(id), person, area, point, on: on(*day), needs: needs() };
                drop(self.follower(city).open(&opening, &mut random).await);
            }
            Deed::Close { elsewhere, pathway, day } => {
                let city = city(*elsewhere);
                let Some(pathway) = self.nth(&OPEN, city, *pathway).await else { return };
                let (pathway, outcome) = (PathwayId(pathway), "housing_autonomy".to_owned());
                let note = "bene".to_owned();
                let closure = Closure { id, pathway, on: on(*day), outcome, note, answers: Vec::new() };
                drop(self.follower(city).close(&closure, &mut random).await);
            }
            Deed::Tell { elsewhere, person, answer: number, day } => {
                let city = city(*elsewhere);
                let Some(person) = self.house.nth_person(city, *person).await else { return };
                let told = Told { id: ResultId(id), person, answer: answer(*number), day: on(*day) };
                drop(self.follower(city).keep(&told).await);
            }
            _ => {}
        }
        // The next identifiers must be others.
        self.id();
    }

    async fn referrals(&mut self, deed: &Deed) {
        let (id, other_id) = (self.id(), self.id());
        let today: Day = self.house.clock.now().day();
        match deed {
            Deed::Refer { elsewhere, person } => {
                let (from, to) = (city(*elsewhere), city(!*elsewhere));
                let Some(person) = self.house.nth_person(from, *person).await else { return };
                let agreement = Agreement { on: today, how: How::Signed };
                let (service, parts) = (LEGAL.to_owned(), Parts::default());
                let to = To::City { city: to, service, agreement, parts };
                let reason = "prova".to_owned();
                let new = NewReferral { id: ReferralId(id), person, to, reason };
                drop(self.referrer(from).refer(&new).await);
            }
            Deed::Answer { elsewhere, referral, accepted } => {
                let city = city(*elsewhere);
                let Some(referral) = self.nth(&WAITING, city, *referral).await else { return };
                let mut random = self.house.random.clone();
                let referrer = self.referrer(city);
                if *accepted {
                    drop(referrer.accept(ReferralId(referral), other_id, &mut random).await);
                } else {
                    drop(referrer.refuse(ReferralId(referral), other_id, "prova").await);
                }
                self.id();
            }
            _ => {}
        }
    }

    fn follower(&self, city: CityCode) -> Writer<'_> {
        Writer {
            store: &self.house.store,
            keys: self.house.keys_of(city),
            clock: &self.house.clock,
            actor: self.actor.clone(),
        }
    }

    fn referrer(&self, city: CityCode) -> Referrer<'_> {
        Referrer {
            store: &self.house.store,
            vault: &self.house.vault,
            network: &self.house.keys.network,
            city,
            clock: &self.house.clock,
            actor: self.actor.clone(),
        }
    }
}

async fn holds(house: &mut Installation, deeds: &[Deed]) -> Result<(), TestCaseError> {
    let actor = Actor("sportello".to_owned());
    let mut two = Two { house, registers: Registers::default(), actor };
    for deed in deeds {
        two.act(deed).await;
    }
    house.live.refresh().await.unwrap();
    house.nobody_erased_is_named().await;
    let rebuilt = house.rebuilt();
    rebuilt.refresh().await.unwrap();
    let recount = Recount::of(house).await;
    for (measure, by) in QUESTIONS {
        let question = Question::new(measure, year()).by(by.iter().copied());
        let answer = house.live.mart().ask(&question).unwrap();
        prop_assert_eq!(recount.differs(&answer), None);
        prop_assert_eq!(answer.to_json(), rebuilt.mart().ask(&question).unwrap().to_json());
    }
    is_a_recount(house, &rebuilt).await?;
    let verified = house.reader().await.verify_journal().await;
    prop_assert!(verified.is_ok(), "{verified:?}");
    Ok(())
}

proptest! {
    #![proptest_config(config(30))]

    #[test]
    fn every_answer_is_a_recount_whatever_happens_in_two_cities(deeds in deeds(24)) {
        at_rest(async |house| holds(house, &deeds).await)?;
    }
}

/// The same on each engine, for a few sequences that do not change from run to run.
#[tokio::test]
async fn every_answer_is_a_recount_on_each_engine() {
    use proptest::strategy::ValueTree as _;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    for _ in 0..4 {
        let deeds = deeds(40).new_tree(&mut runner).unwrap().current();
        each_engine(SLICES, async |store| {
            let mut house = Installation::new(store).await;
            holds(&mut house, &deeds).await.unwrap();
        })
        .await;
    }
}
