//! What somebody at the desk does, by its number among what is there.

use casework::desk::pathways::model::{
    ActionArea, Answer, Helpful, LanguageLevel, Level, Need, Needs, PathwayId, ResultId, StayId,
};
use casework::desk::pathways::write::{
    Beds, Closure, DeskError, NewStay, Opening, PathwayAs, StayAs, Told, Writer,
};
use casework::people::PersonId;
use kernel::{CityCode, Day};
use store::{Actor, Statement, params};
use uuid::Uuid;

use crate::installation::{Installation, bari, day};

const PERSONS: Statement =
    Statement("select distinct person from form where city = $1 and identity is not null order by person");
const PATHWAYS: Statement = Statement("select id from pathway where city = $1 order by id");
const STAYS: Statement = Statement("select id from stay where city = $1 order by id");
const RESULTS: Statement = Statement("select id from result where city = $1 order by id");

/// The first day that these tests use.
pub fn first_day() -> Day {
    day("2025-01-01")
}

/// A day by its number.
pub fn on(number: u16) -> Day {
    first_day() + chrono::Days::new(u64::from(number))
}

/// Needs that say as little as possible.
pub fn needs() -> Needs {
    Needs { levels: [(Need::Housing, Level::ALL[3])].into(), note: String::new() }
}

/// A few answers.
pub fn answer(number: usize) -> Answer {
    use LanguageLevel::{A1, A2, B1, PreA1};
    [
        Answer::LanguageBefore(A1),
        Answer::LanguageAfter(A2),
        Answer::LanguageBefore(A2),
        Answer::LanguageAfter(B1),
        Answer::LanguageAfter(PreA1),
        Answer::Helpful(Helpful::Yes),
        Answer::Helpful(Helpful::No),
        Answer::Recognition,
        Answer::LongTerm,
    ][number % 9]
}

impl Installation {
    pub fn writer(&self) -> Writer<'_> {
        self.clock.advance(1_000_000);
        Writer {
            store: &self.store,
            keys: self.keys_of(bari()),
            clock: &self.clock,
            actor: Actor("sportello".to_owned()),
        }
    }

    pub fn fresh_id(&mut self) -> Uuid {
        kernel::id::uuid_v7(kernel::Clock::now(&self.clock), &mut self.random)
    }

    async fn nth(&self, statement: &Statement, number: usize) -> Option<Uuid> {
        let city: CityCode = bari();
        let rows = self.reader().await.fetch_all(statement, params![city]).await.unwrap();
        let at = number.checked_rem(rows.len())?;
        Some(rows[at].get(0).unwrap())
    }

    pub async fn person(&self, number: usize) -> Option<PersonId> {
        self.nth(&PERSONS, number).await.map(PersonId)
    }

    pub async fn pathway(&self, number: usize) -> Option<PathwayId> {
        self.nth(&PATHWAYS, number).await.map(PathwayId)
    }

    pub async fn stay(&self, number: usize) -> Option<StayId> {
        self.nth(&STAYS, number).await.map(StayId)
    }

    pub async fn result(&self, number: usize) -> Option<ResultId> {
        self.nth(&RESULTS, number).await.map(ResultId)
    }

    pub async fn take_in_charge(
        &mut self,
        person: PersonId,
        point: Option<&str>,
        on: Day,
    ) -> Result<PathwayId, DeskError> {
        let id = PathwayId(self.fresh_id());
        let area = ActionArea::ALL[usize::from(point.is_some())];
        let opening = Opening { id, person, area, point: point.map(str::to_owned), on, needs: needs() };
        let mut random = self.random.clone();
        self.writer().open(&opening, &mut random).await
    }

    pub async fn close(
        &mut self,
        pathway: PathwayId,
        on: Day,
        answers: Vec<(Answer, Day)>,
    ) -> Result<(), DeskError> {
        let outcome = ["housing_autonomy", "moved"][answers.len() % 2].to_owned();
        let closure = Closure { id: self.fresh_id(), pathway, on, outcome, note: "bene".to_owned(), answers };
        let mut random = self.random.clone();
        self.writer().close(&closure, &mut random).await
    }

    pub async fn house(&mut self, name: &str, beds: u32) {
        let beds = Beds { id: self.fresh_id(), name: name.to_owned(), since: first_day(), beds };
        self.writer().keep_place(&beds).await.unwrap();
    }

    pub async fn give_place(
        &mut self,
        person: PersonId,
        point: &str,
        from: Day,
        until: Option<Day>,
    ) -> Result<StayId, DeskError> {
        let id = StayId(self.fresh_id());
        let (point, bed) = (point.to_owned(), "letto 2".to_owned());
        self.writer().begin_stay(&NewStay { id, person, point, bed, from, until }).await
    }

    pub async fn tell(&mut self, person: PersonId, answer: Answer, day: Day) -> Result<ResultId, DeskError> {
        let id = ResultId(self.fresh_id());
        self.writer().keep(&Told { id, person, answer, day }).await
    }

    pub async fn correct_pathway(&mut self, id: PathwayId, to: &PathwayAs) -> Result<(), DeskError> {
        let correction = self.fresh_id();
        self.writer().correct_pathway(correction, id, to, "giorno sbagliato").await
    }

    pub async fn correct_stay(&mut self, id: StayId, to: &StayAs) -> Result<(), DeskError> {
        let correction = self.fresh_id();
        self.writer().correct_stay(correction, id, to, "giorno sbagliato").await
    }
}
