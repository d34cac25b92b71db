//! A recount by hand: plain statements over the tables, and counting one by one, day by day. It shares nothing with
//! the way facts are made and counted.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{Day, Period};
use mart::{Answer, Dimension, Measure, Question};
use store::{Row, Statement, params};
use uuid::Uuid;

use super::steps::on;
use crate::installation::Installation;

const PEOPLE: Statement = Statement(
    "select f.id, p.id, p.gender, p.age, p.citizenship, p.city from form f join person p on p.id = f.person",
);
const PATHWAYS: Statement = Statement("select form, area, point, opened_on, closed_on, outcome from pathway");
const STAYS: Statement = Statement("select form, point, from_day, until_day from stay");
const RESULTS: Statement = Statement("select form, kind, value, day from result order by day, id");
const APPLICATIONS: Statement = Statement(
    "select form, day, point from contact where service = 'long_term_residence_application' and form is not null",
);

/// Whoever something is about.
#[derive(Clone, Debug)]
struct Person {
    id: Uuid,
    city: String,
    gender: String,
    age: String,
    citizenship: String,
}

/// Something that counts from a day until another, or on one day.
#[derive(Clone, Debug)]
struct Thing {
    person: Person,
    area: String,
    point: String,
    outcome: String,
    from: Day,
    /// The last day, itself included.
    to: Option<Day>,
}

/// Everything that was recorded.
pub struct Recount {
    pathways: Vec<Thing>,
    stays: Vec<Thing>,
    outcomes: Vec<Thing>,
}

/// What is asked: measures, by dimensions, over spans of days.
pub fn questions() -> Vec<Question> {
    let mut questions = Vec::new();
    let people: [&[Dimension]; 4] = [&[], &[Dimension::Gender], &[Dimension::Age], &[Dimension::Citizenship]];
    let periods = [(0, 364), (0, 30), (31, 58), (90, 90), (181, 272), (273, 369)];
    for (from, to) in periods {
        let period = Period { from: on(from), to: on(to) };
        for measure in [Measure::InCharge, Measure::Stays, Measure::Outcomes, Measure::OutcomePersons] {
            for by in people {
                questions.push(Question::new(measure, period).by(by.iter().copied()));
            }
            questions.push(Question::new(measure, period).by([Dimension::Point]));
            questions.push(Question::new(measure, period).by([Dimension::Area, Dimension::City]));
        }
        for measure in [Measure::Outcomes, Measure::OutcomePersons] {
            questions.push(Question::new(measure, period).by([Dimension::Outcome]));
        }
    }
    questions
}

impl Recount {
    pub async fn of(house: &Installation) -> Self {
        let mut reader = house.reader().await;
        let mut people = BTreeMap::new();
        for row in reader.fetch_all(&PEOPLE, params![]).await.unwrap() {
            let citizenship: Option<String> = row.get(4).unwrap();
            let citizenship = citizenship.unwrap_or_else(unknown);
            let person = Person {
                id: row.get(1).unwrap(),
                city: row.get(5).unwrap(),
                gender: row.get(2).unwrap(),
                age: row.get(3).unwrap(),
                citizenship,
            };
            people.insert(row.get::<Uuid>(0).unwrap(), person);
        }
        let of = |row: &Row| people[&row.get::<Uuid>(0).unwrap()].clone();
        let mut recount = Self { pathways: Vec::new(), stays: Vec::new(), outcomes: Vec::new() };
        for row in reader.fetch_all(&PATHWAYS, params![]).await.unwrap() {
            recount.add_pathway(of(&row), &row);
        }
        for row in reader.fetch_all(&STAYS, params![]).await.unwrap() {
            let until: Option<Day> = row.get(3).unwrap();
            recount.stays.push(Thing {
                area: "housing".to_owned(),
                point: placed(&of(&row), row.get(1).unwrap()),
                from: row.get(2).unwrap(),
                to: until.map(|until| until.pred_opt().unwrap()),
                ..Thing::of(of(&row))
            });
        }
        let rows = reader.fetch_all(&RESULTS, params![]).await.unwrap();
        let before = |row: &Row| row.get::<String>(1).unwrap() == "language_before";
        // The last level on entering a course stands last: the statement orders them.
        let entered: Vec<(Uuid, Day, usize)> = rows
            .iter()
            .filter(|row| before(row))
            .map(|row| (of(row).id, row.get(3).unwrap(), level(&row.get::<String>(2).unwrap())))
            .collect();
        for row in rows.iter().filter(|row| !before(row)) {
            recount.add_result(of(row), row, &entered);
        }
        for row in reader.fetch_all(&APPLICATIONS, params![]).await.unwrap() {
            recount.outcomes.push(Thing {
                from: row.get(1).unwrap(),
                outcome: "long_term_application".to_owned(),
                area: "taking_in_charge".to_owned(),
                point: row
                    .get::<Option<String>>(2)
                    .unwrap()
                    .map_or_else(unknown, |point| placed(&of(&row), point)),
                ..Thing::of(of(&row))
            });
        }
        recount
    }

    fn add_pathway(&mut self, person: Person, row: &Row) {
        let closed: Option<Day> = row.get(4).unwrap();
        let thing = Thing {
            area: row.get(1).unwrap(),
            point: row.get::<Option<String>>(2).unwrap().map_or_else(unknown, |point| placed(&person, point)),
            from: row.get(3).unwrap(),
            // On the day it closes it is open no more.
            to: closed.map(|closed| closed.pred_opt().unwrap()),
            ..Thing::of(person)
        };
        if let Some(closed) = closed {
            let outcome = row.get(5).unwrap();
            self.outcomes.push(Thing { from: closed, outcome, ..thing.clone() });
        }
        self.pathways.push(thing);
    }

    fn add_result(&mut self, person: Person, row: &Row, entered: &[(Uuid, Day, usize)]) {
        let (kind, value, day): (String, String, Day) =
            (row.get(1).unwrap(), row.get(2).unwrap(), row.get(3).unwrap());
        let outcome = match kind.as_str() {
            "language_after" => {
                let mut of_person = entered.iter().filter(|one| one.0 == person.id && one.1 <= day);
                let Some((.., before)) = of_person.next_back() else { return };
                let improved = level(&value) > *before;
                if improved { "language_improved".to_owned() } else { "language_unchanged".to_owned() }
            }
            "helpful" => format!("helpful_{value}"),
            other => other.to_owned(),
        };
        self.outcomes.push(Thing { from: day, outcome, ..Thing::of(person) });
    }

    /// Nothing if an answer is what the recount says.
    pub fn differs(&self, answer: &Answer) -> Option<String> {
        let Question { measure, by, period, .. } = &answer.question;
        let in_period = |one: &&Thing| period.contains(one.from);
        let counted: Vec<&Thing> = match measure {
            Measure::InCharge => self.pathways.iter().filter(|one| one.lasts_on(period.to)).collect(),
            Measure::Stays => self.stays.iter().filter(|one| one.overlaps(*period)).collect(),
            _ => self.outcomes.iter().filter(in_period).collect(),
        };
        let once = matches!(measure, Measure::InCharge | Measure::OutcomePersons);
        let mut cells: BTreeMap<Vec<String>, u64> = BTreeMap::new();
        let mut seen = BTreeSet::new();
        for one in &counted {
            let cell: Vec<String> = by.iter().map(|dimension| one.value(*dimension)).collect();
            if !once || seen.insert((cell.clone(), one.person.id)) {
                *cells.entry(cell).or_default() += 1;
            }
        }
        let everybody: BTreeSet<Uuid> = counted.iter().map(|one| one.person.id).collect();
        let total = if once { everybody.len() } else { counted.len() } as u64;
        if by.is_empty() {
            cells.clear();
        }
        let answered: BTreeMap<Vec<String>, u64> = answer
            .cells
            .iter()
            .map(|cell| (cell.values.iter().map(ToString::to_string).collect(), cell.value))
            .collect();
        (answered != cells || answer.total != Some(total)).then(|| {
            format!("{measure} by {by:?} in {period}: {answered:?} {:?}, not {cells:?} {total}", answer.total)
        })
    }
}

impl Thing {
    /// Something of somebody, of which nothing is known yet.
    fn of(person: Person) -> Self {
        let (area, point, outcome) = (unknown(), unknown(), unknown());
        Self { person, area, point, outcome, from: on(0), to: None }
    }

    fn lasts_on(&self, day: Day) -> bool {
        self.from <= day && self.to.is_none_or(|to| day <= to)
    }

    fn overlaps(&self, period: Period) -> bool {
        period.from.iter_days().take_while(|day| *day <= period.to).any(|day| self.lasts_on(day))
    }

    fn value(&self, dimension: Dimension) -> String {
        match dimension {
            Dimension::City => self.person.city.clone(),
            Dimension::Gender => self.person.gender.clone(),
            Dimension::Age => self.person.age.clone(),
            Dimension::Citizenship => self.person.citizenship.clone(),
            Dimension::Area => self.area.clone(),
            Dimension::Point => self.point.clone(),
            Dimension::Outcome => self.outcome.clone(),
            other => panic!("nobody asks by {other} here"),
        }
    }
}

fn unknown() -> String {
    "unknown".to_owned()
}

fn placed(person: &Person, point: String) -> String {
    format!("{}:{point}", person.city)
}

fn level(code: &str) -> usize {
    ["Pre-A1", "A1", "A2", "B1", "B2", "C1", "C2"].iter().position(|one| *one == code).unwrap()
}
