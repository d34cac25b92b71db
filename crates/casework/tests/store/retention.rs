//! The clocks: what is over goes on the day it is over, and not a day before; who asked something, whose data are
//! restricted, or of whom something goes on, is left alone.

use access::reads::{ReadLog, What};
use casework::desk::people::model::FileType;
use casework::desk::people::read::AttachmentId;
use casework::desk::people::write::{Desk, NewFile};
use casework::desk::rights::model::{Kind, NewRequest, RequestId, RestrictionId};
use casework::desk::rights::retention::{Edition, Keeper, Run, Terms};
use casework::desk::rights::write::Rights;
use casework::people::PersonId;
use casework::registers::import::Upload;
use casework::registers::model::Entry;
use casework::registers::parked;
use kernel::{Clock as _, Day, FixedClock};
use mart::Measure;
use store::testing::each_engine;
use store::{Actor, Statement, params};
use uuid::Uuid;

use super::SLICES;
use super::installation::{Installation, bari, day, latina};
use super::pathways::steps::on;
use super::samples::{LEGAL, row};

const NAMED: Statement = Statement("select count(*) from form where identity is not null");
const ATTACHMENTS: Statement = Statement("select count(*) from attachment");
const UPLOADS: Statement = Statement("select count(*) from upload");
const REJECTED: Statement = Statement("select count(*) from rejected_row");
const READS: Statement = Statement("select count(*) from read_line");
const REQUESTS: Statement = Statement("select count(*) from rights_request");
const KEYS: Statement = Statement("select count(*) from erased_key");
const JOURNAL: Statement = Statement("select count(*) from journal where action = 'retain' and city is null");

/// The day on which it all begins.
const TODAY: &str = "2026-01-15";

async fn count(house: &Installation, statement: &Statement) -> u32 {
    let row = house.reader().await.fetch_optional(statement, params![]).await.unwrap().unwrap();
    row.count(0).unwrap()
}

impl Installation {
    fn at(&mut self, day: Day) {
        self.clock = FixedClock::noon(day);
    }

    /// The job, on a day.
    async fn keep_on(&mut self, day: Day, terms: &Terms, trial: bool) -> Run {
        self.at(day);
        let actor = Actor("conservazione".to_owned());
        let Self { store, vault, clock, random, .. } = &mut *self;
        let keeper = Keeper { store, vault, clock, actor: &actor, terms };
        keeper.run(&[bari(), latina()], trial, random).await.unwrap()
    }

    /// What goes on a day and did not go the day before.
    async fn goes_on(&mut self, day: Day, clock: &str, terms: &Terms) -> u64 {
        let before = self.keep_on(day.pred_opt().unwrap(), terms, false).await;
        assert_eq!(before.by_clock().get(clock), None, "{clock} goes before {day}");
        let trial = self.keep_on(day, terms, true).await;
        let taken = self.keep_on(day, terms, false).await;
        assert_eq!(taken, trial, "what is tried is what is done");
        taken.by_clock().get(clock).copied().unwrap_or(0)
    }

    fn rights<'a>(&'a self, actor: &'a Actor) -> Rights<'a> {
        self.clock.advance(1_000_000);
        Rights { store: &self.store, vault: &self.vault, clock: &self.clock, actor, city: bari() }
    }

    fn next_id(&mut self) -> Uuid {
        self.clock.advance(1_000_000);
        kernel::id::uuid_v7(self.clock.now(), &mut self.random)
    }
}

fn met(surname: &str, on: &str) -> Entry {
    row(surname, "Awa", "1990-03-04", on, &[LEGAL])
}

fn after_months(months: u32) -> Day {
    day(TODAY) + chrono::Months::new(months) + chrono::Days::new(1)
}

#[tokio::test]
async fn a_file_goes_two_years_after_the_last_day() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let terms = Terms::default();
        house.at(day("2025-05-20"));
        let rows = ["Diop", "Melnyk", "Rahman", "Tesfay"].map(|name| met(name, "2025-05-10"));
        house.import(bari(), &rows).await;
        let people: Vec<PersonId> = [
            house.nth_person(bari(), 0).await,
            house.nth_person(bari(), 1).await,
            house.nth_person(bari(), 2).await,
        ]
        .into_iter()
        .flatten()
        .collect();
        // One asked something, the data of another are restricted, the third is in charge.
        let actor = Actor("referente".to_owned());
        let (request, restriction) = (RequestId(house.next_id()), RestrictionId(house.next_id()));
        let new = NewRequest { kind: Kind::Access, received_on: day("2025-05-20"), note: "Diop".to_owned() };
        house.rights(&actor).ask(request, people[0], &new).await.unwrap();
        house.rights(&actor).restrict(restriction, people[1], true, "contesta").await.unwrap();
        house.take_in_charge(people[2], None, on(139)).await.unwrap();
        let before = house.total(Measure::Persons).await;
        assert_eq!(house.goes_on(day("2027-05-11"), "file", &terms).await, 1);
        assert_eq!(count(&house, &NAMED).await, 3);
        assert_eq!(house.total(Measure::Persons).await, before);
        assert_eq!(house.keep_on(day("2036-01-01"), &terms, false).await.by_clock().get("file"), None);
        assert!(count(&house, &JOURNAL).await > 0);
        assert!(house.reader().await.verify_journal().await.is_ok());
        // Once nothing waits any more, they go too.
        house
            .rights(&actor)
            .restrict(RestrictionId(Uuid::from_u128(1)), people[1], false, "chiarito")
            .await
            .unwrap();
        assert_eq!(house.keep_on(day("2036-01-02"), &terms, false).await.by_clock().get("file"), Some(&1));
    })
    .await;
}

#[tokio::test]
async fn an_audit_may_ask_for_five_years() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &[met("Diop", "2025-05-10")]).await;
        let edition = |last_payment| Terms {
            editions: vec![Edition { from: day("2024-01-01"), to: day("2027-01-16"), last_payment }],
        };
        assert_eq!(house.keep_on(day("2040-01-01"), &edition(None), false).await, Run::default());
        assert_eq!(house.goes_on(day("2034-01-01"), "file", &edition(Some(2028))).await, 1);
        assert_eq!(count(&house, &NAMED).await, 0);
    })
    .await;
}

#[tokio::test]
async fn papers_go_a_year_after_the_pathway_closed() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &[met("Diop", "2025-05-10")]).await;
        let person = house.nth_person(bari(), 0).await.unwrap();
        let pathway = house.take_in_charge(person, None, on(139)).await.unwrap();
        let id = AttachmentId(house.next_id());
        let actor = Actor("sportello".to_owned());
        let file = NewFile {
            name: "Diop.pdf".to_owned(),
            kind: FileType::of(b"%PDF-1.7").unwrap(),
            content: b"%PDF-1.7".to_vec(),
        };
        let Installation { store, keys, vault, clock, .. } = &house;
        let desk = Desk { store, keys, vault, clock, actor: &actor, city: bari() };
        desk.attach(id, person, &file).await.unwrap();
        let terms = Terms {
            editions: vec![Edition { from: day("2024-01-01"), to: day("2027-01-16"), last_payment: None }],
        };
        assert_eq!(house.keep_on(day("2030-01-01"), &terms, false).await.by_clock().get("attachment"), None);
        house.at(day(TODAY));
        house.close(pathway, day(TODAY), Vec::new()).await.unwrap();
        assert_eq!(house.goes_on(after_months(12), "attachment", &terms).await, 1);
        assert_eq!(count(&house, &ATTACHMENTS).await, 0);
        assert_eq!(count(&house, &NAMED).await, 1);
    })
    .await;
}

#[tokio::test]
async fn files_rows_reads_requests_and_keys_have_their_time() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let terms = Terms::default();
        let csv = "Data;Cognome;Nome;Data di nascita;Servizio\n\
            10/05/2025;Diop;Awa;04/03/1990;Orientamento legale\n\
            32/05/2025;Melnyk;Oksana;04/03/1990;Orientamento legale\n";
        house.import_file(bari(), "r.csv", csv.as_bytes()).await;
        let actor = Actor("referente".to_owned());
        let mut unit = house.store.begin(&actor, &house.clock).await.unwrap();
        let upload = Upload::of("r.csv", csv.as_bytes());
        let keys = house.keys_of(bari());
        parked::park(&mut unit, &keys, &upload, csv.as_bytes(), &mut house.random).await.unwrap();
        unit.commit().await.unwrap();
        let person = house.nth_person(bari(), 0).await.unwrap();
        let clock = std::sync::Arc::new(FixedClock::noon(day(TODAY)));
        let log = ReadLog::new(house.store.clone(), house.vault.clone(), clock);
        let lead = access::testing::lead("A662");
        log.search(&lead, bari(), "melnyk", &[person.0], What::Desk).await.unwrap();
        house.erase(bari(), person).await.unwrap();
        assert_eq!(
            (count(&house, &UPLOADS).await, count(&house, &REJECTED).await),
            (0, 1),
            "the file names them"
        );

        let mut unit = house.store.begin(&actor, &house.clock).await.unwrap();
        parked::park(&mut unit, &keys, &upload, csv.as_bytes(), &mut house.random).await.unwrap();
        unit.commit().await.unwrap();
        assert_eq!(house.goes_on(day(TODAY) + chrono::Days::new(8), "upload", &terms).await, 1);
        assert_eq!(house.goes_on(day(TODAY) + chrono::Days::new(181), "rejected_row", &terms).await, 1);
        assert_eq!(house.goes_on(after_months(24), "read_log", &terms).await, 1);
        assert_eq!(house.goes_on(after_months(60), "request", &terms).await, 1);
        assert_eq!(house.goes_on(after_months(120), "erased_key", &terms).await, 1);
        for statement in [&UPLOADS, &REJECTED, &READS, &REQUESTS, &KEYS] {
            assert_eq!(count(&house, statement).await, 0, "{}", statement.0);
        }
        assert_eq!(house.total(Measure::Contacts).await, 1);
    })
    .await;
}
