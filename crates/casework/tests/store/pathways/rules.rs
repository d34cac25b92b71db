//! What is refused at the desk, what comes twice, and what stays sealed; on each engine.

use casework::desk::pathways::model::{ActionArea, GoalId, GoalState, StepId, most_urgent};
use casework::desk::pathways::model::{Answer, GoalText, Helpful, LanguageLevel, Need, PathwayId, Refusal};
use casework::desk::pathways::read::{self, Filter};
use casework::desk::pathways::rights;
use casework::desk::pathways::write::{
    Closure, DeskError, GoalMark, NewGoal, NewStep, Opening, PathwayAs, StayAs,
};
use kernel::Period;
use linkage::Decision;
use mart::{Dimension, Measure, Question};
use store::testing::each_engine;
use store::{Actor, Entry, Statement, params};

use super::steps::needs;
use crate::SLICES;
use crate::installation::{Installation, bari, day};
use crate::samples::{LEGAL, in_doubt, row};

fn refused<T: std::fmt::Debug>(outcome: Result<T, DeskError>) -> Refusal {
    match outcome {
        Err(DeskError::Refused(refusal)) => refusal,
        other => panic!("{other:?} is no refusal"),
    }
}

async fn count(house: &Installation, measure: Measure, period: &str) -> u64 {
    house.live.refresh().await.unwrap();
    let period: Period = period.parse().unwrap();
    house.live.mart().ask(&Question::new(measure, period)).unwrap().total.unwrap()
}

#[tokio::test]
async fn a_pathway_opens_closes_and_counts() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &[row("Diop", "Awa", "1990-05-03", "2025-01-10", &[LEGAL])]).await;
        let person = house.person(0).await.unwrap();
        let id = PathwayId(house.fresh_id());
        let opening = Opening {
            id,
            person,
            area: ActionArea::Housing,
            point: None,
            on: day("2025-02-01"),
            needs: needs(),
        };
        let mut random = house.random.clone();
        for _ in 0..2 {
            assert_eq!(house.writer().open(&opening, &mut random).await.unwrap(), id);
        }
        assert_eq!(count(&house, Measure::InCharge, "2025-02-01").await, 1);
        assert_eq!(count(&house, Measure::InCharge, "2025-01-31").await, 0);
        let again = house.take_in_charge(person, None, day("2025-03-01")).await;
        assert_eq!(refused(again), Refusal::Twice { pathway: id, since: day("2025-02-01") });
        let early = house.close(id, day("2025-01-31"), vec![]).await;
        assert_eq!(refused(early), Refusal::BeforeBeginning(day("2025-02-01")));

        let told =
            |day| vec![(Answer::Helpful(Helpful::Yes), day), (Answer::LanguageAfter(LanguageLevel::A2), day)];
        let closure = Closure {
            id: house.fresh_id(),
            pathway: id,
            on: day("2025-06-30"),
            outcome: "housing_autonomy".to_owned(),
            note: "una stanza vicino al lavoro".to_owned(),
            answers: told(day("2025-06-30")),
        };
        for _ in 0..2 {
            house.writer().close(&closure, &mut random).await.unwrap();
        }
        assert_eq!(count(&house, Measure::InCharge, "2025-06-29").await, 1);
        assert_eq!(count(&house, Measure::InCharge, "2025-06-30").await, 0, "over on that day");
        assert_eq!(count(&house, Measure::Outcomes, "2025-06").await, 2, "closed, helpful");
        // The level on entering comes late: now there is something to compare.
        house.tell(person, Answer::LanguageBefore(LanguageLevel::A1), day("2025-01-20")).await.unwrap();
        assert_eq!(count(&house, Measure::Outcomes, "2025-06").await, 3);
        assert_eq!(count(&house, Measure::OutcomePersons, "2025-06").await, 1);
        let another = Closure { id: house.fresh_id(), ..closure };
        assert_eq!(refused(house.writer().close(&another, &mut random).await), Refusal::Closed);

        let to = PathwayAs {
            area: ActionArea::Housing,
            point: None,
            opened_on: day("2024-12-01"),
            closed: Some((day("2025-07-02"), "job_autonomy".to_owned())),
        };
        house.correct_pathway(id, &to).await.unwrap();
        assert_eq!(refused(house.correct_pathway(id, &to).await), Refusal::Unchanged);
        assert_eq!(count(&house, Measure::InCharge, "2025-06-30").await, 1);
        assert_eq!(count(&house, Measure::InCharge, "2024-12-31").await, 1);
        house.correct_pathway(id, &PathwayAs { closed: None, ..to.clone() }).await.unwrap();
        assert_eq!(count(&house, Measure::InCharge, "2025-12-31").await, 1, "closed by mistake");
        assert_eq!(refused(house.correct_pathway(id, &to).await), Refusal::Open);
        let correction = house.fresh_id();
        assert_eq!(refused(house.writer().withdraw_pathway(correction, id, " ").await), Refusal::Empty);
        for _ in 0..2 {
            house.writer().withdraw_pathway(correction, id, "persona sbagliata").await.unwrap();
        }
        assert_eq!(count(&house, Measure::InCharge, "2025-12-31").await, 0);
        let gone = house.writer().open(&opening, &mut random).await;
        assert!(matches!(gone, Err(DeskError::TakenBack)), "{gone:?}");
        house.reader().await.verify_journal().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn a_plan_has_goals_and_steps_and_a_next_day() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &[row("Diop", "Awa", "1990-05-03", "2025-01-10", &[LEGAL])]).await;
        let person = house.person(0).await.unwrap();
        let id = house.take_in_charge(person, Some("sportello"), day("2025-02-01")).await.unwrap();
        let goal = NewGoal {
            id: GoalId(house.fresh_id()),
            text: GoalText { text: " una stanza in affitto ".to_owned(), need: Need::Housing },
            due_on: Some(day("2026-06-01")),
            steps: vec![
                ("telefonare all’agenzia".to_owned(), Some(day("2026-02-01"))),
                ("preparare i documenti".to_owned(), Some(day("2026-01-10"))),
            ],
        };
        let mut random = house.random.clone();
        for _ in 0..2 {
            house.writer().plan(id, &goal, &mut random).await.unwrap();
        }
        let step = NewStep { id: StepId(house.fresh_id()), text: "fare l’ISEE".to_owned(), due_on: None };
        house.writer().plan_step(goal.id, &step).await.unwrap();
        let (keys, mut reader) = (house.keys_of(bari()), house.reader().await);
        let goals = read::goals(&mut reader, &keys, id).await.unwrap();
        assert_eq!((goals.len(), goals[0].steps.len()), (1, 3));
        assert_eq!(goals[0].text.as_ref().unwrap().text, "una stanza in affitto");
        drop(reader);
        let first = goals[0].steps[1].id;
        let next = async |house: &Installation| {
            let mut reader = house.reader().await;
            let found = read::open(&mut reader, &keys, &Filter::default(), None, 10).await.unwrap();
            let goals = read::goals(&mut reader, &keys, id).await.unwrap();
            assert_eq!(found[0].pathway.next_due, most_urgent(&goals));
            found[0].next.as_ref().and_then(|next| next.text.clone())
        };
        assert_eq!(next(&house).await.as_deref(), Some("preparare i documenti"));
        let due = read::due_steps(&mut house.reader().await, bari(), "sportello", day("2026-01-15")).await;
        assert_eq!(due.unwrap(), Some((1, day("2026-01-10"))));
        for _ in 0..2 {
            assert_eq!(house.writer().mark_step(first, true).await.unwrap(), id);
        }
        assert_eq!(next(&house).await.as_deref(), Some("telefonare all’agenzia"));
        house.writer().mark_goal(goal.id, GoalMark::Reached).await.unwrap();
        assert_eq!(next(&house).await, None, "what is reached has nothing left to do");
        house.writer().mark_goal(goal.id, GoalMark::Open).await.unwrap();
        house.writer().mark_step(first, false).await.unwrap();
        assert_eq!(next(&house).await.as_deref(), Some("preparare i documenti"));
        let goals = read::goals(&mut house.reader().await, &keys, id).await.unwrap();
        assert_eq!(goals[0].state, GoalState::Open);
        let counts =
            read::counts(&mut house.reader().await, bari(), "sportello", day("2026-01-15")).await.unwrap();
        assert_eq!((counts.open, counts.followed, counts.pressing), (1, 1, 1));
        house.close(id, day("2025-12-01"), vec![]).await.unwrap();
        assert_eq!(refused(house.writer().mark_step(first, true).await), Refusal::Closed);
        let late = NewStep { id: StepId(house.fresh_id()), ..step };
        assert_eq!(refused(house.writer().plan_step(goal.id, &late).await), Refusal::Closed);
        let due = read::due_steps(&mut house.reader().await, bari(), "sportello", day("2026-01-15")).await;
        assert_eq!(due.unwrap(), None);
    })
    .await;
}

#[tokio::test]
async fn nobody_has_two_places_and_a_house_may_be_too_full() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        let rows = [
            row("Diop", "Awa", "1990-05-03", "2025-01-10", &[LEGAL]),
            row("Melnyk", "Oleh", "1985-02-03", "2025-01-10", &[LEGAL]),
        ];
        house.import(bari(), &rows).await;
        let (one, other) = (house.person(0).await.unwrap(), house.person(1).await.unwrap());
        let unknown = house.give_place(one, "casa aurora", day("2025-01-10"), None).await;
        assert!(matches!(unknown, Err(DeskError::NotFound)), "{unknown:?}");
        house.house("Casa Aurora", 1).await;
        let stay = house.give_place(one, "casa aurora", day("2025-01-10"), None).await.unwrap();
        let twice = house.give_place(one, "casa aurora", day("2025-03-10"), None).await;
        assert_eq!(refused(twice), Refusal::Overlaps { stay, since: day("2025-01-10") });
        // One bed, two people: it is said, and not refused.
        house.give_place(other, "casa aurora", day("2025-02-01"), Some(day("2025-02-03"))).await.unwrap();
        let taken = async |house: &Installation, on: &str| {
            let taken = read::taken(&mut house.reader().await, bari(), day(on)).await.unwrap();
            taken.get("casa aurora").copied().unwrap_or_default()
        };
        assert_eq!((taken(&house, "2025-02-02").await, taken(&house, "2025-02-03").await), (2, 1));
        assert_eq!(count(&house, Measure::Stays, "2025-02").await, 2);
        assert_eq!(count(&house, Measure::Stays, "2025-02-03").await, 1, "they left that morning");
        let night = house.writer().end_stay(stay, day("2025-01-10")).await;
        assert_eq!(refused(night), Refusal::NoNight(day("2025-01-10")));
        for _ in 0..2 {
            house.writer().end_stay(stay, day("2025-05-01")).await.unwrap();
        }
        assert_eq!(refused(house.writer().end_stay(stay, day("2025-05-02")).await), Refusal::Closed);
        let to = StayAs {
            point: "casa aurora".to_owned(),
            bed: "stanza 3".to_owned(),
            from: day("2024-12-24"),
            until: None,
        };
        house.correct_stay(stay, &to).await.unwrap();
        assert_eq!(count(&house, Measure::Stays, "2024-12").await, 1);
        let keys = house.keys_of(bari());
        let shown = read::one_stay(&mut house.reader().await, &keys, stay).await.unwrap().unwrap();
        assert_eq!(shown.stay.bed.as_deref(), Some("stanza 3"));
        assert!(shown.identity.is_some_and(|identity| !identity.surname.is_empty()));
        let corrected = read::corrections(&mut house.reader().await, &keys, stay.0).await.unwrap();
        assert_eq!(corrected[0].reason.as_deref(), Some("giorno sbagliato"));
        assert_eq!(corrected[0].was.as_ref().unwrap()["until"], "2025-05-01");
        let correction = house.fresh_id();
        house.writer().withdraw_stay(correction, stay, "mai entrata").await.unwrap();
        assert_eq!(count(&house, Measure::Stays, "2025").await, 1);
    })
    .await;
}

#[tokio::test]
async fn joining_people_carries_their_pathways_along() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &in_doubt()).await;
        let doubt = house.doubts(bari(), true).await.remove(0);
        let [one, other] = [doubt.sides[0].person, doubt.sides[1].person];
        house.take_in_charge(one, None, day("2025-02-01")).await.unwrap();
        house.take_in_charge(other, None, day("2025-04-01")).await.unwrap();
        house.tell(one, Answer::LanguageBefore(LanguageLevel::A1), day("2025-02-01")).await.unwrap();
        house.tell(other, Answer::LanguageAfter(LanguageLevel::B1), day("2025-08-01")).await.unwrap();
        assert_eq!(count(&house, Measure::InCharge, "2025-12-31").await, 2);
        assert_eq!(count(&house, Measure::OutcomePersons, "2025-08").await, 0);
        house.decide(bari(), doubt.id, Decision::Joined).await.unwrap();
        assert_eq!(count(&house, Measure::InCharge, "2025-12-31").await, 1, "two pathways, one person");
        assert_eq!(count(&house, Measure::OutcomePersons, "2025-08").await, 1, "before and after meet");
        let question = Question::new(Measure::OutcomePersons, Period::year(2025)).by([Dimension::Outcome]);
        let answer = house.live.mart().ask(&question).unwrap();
        assert_eq!(answer.value(&["language_improved"]), 1);
        house.undo(bari(), doubt.id).await.unwrap();
        assert_eq!(count(&house, Measure::InCharge, "2025-12-31").await, 2);
        assert_eq!(count(&house, Measure::OutcomePersons, "2025-08").await, 0);
    })
    .await;
}

#[tokio::test]
async fn what_is_said_of_people_is_sealed_and_other_cities_have_none_of_it() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &[row("Diop", "Awa", "1990-05-03", "2025-01-10", &[LEGAL])]).await;
        let person = house.person(0).await.unwrap();
        let id = house.take_in_charge(person, None, day("2025-02-01")).await.unwrap();
        let latina = house.keys_of(crate::installation::latina());
        let mut reader = house.reader().await;
        assert!(read::pathway(&mut reader, &latina, id).await.unwrap().is_none());
        assert!(read::someone(&mut reader, &latina, person).await.unwrap().is_none());
        let sealed: Vec<u8> = reader.fetch_all(&NEEDS, params![]).await.unwrap()[0].get(0).unwrap();
        assert!(!sealed.windows(7).any(|part| part == b"housing"));
        let keys = house.keys_of(bari());
        let needs = read::assessments(&mut reader, &keys, id).await.unwrap().remove(0).needs.unwrap();
        assert_eq!(needs.levels[&Need::Housing].number(), 3);
        drop(reader);
        // The register goes; who is in charge stays, and so does the form they hang on.
        let register =
            house.import(bari(), &[row("Diop", "Awa", "1990-05-03", "2025-01-11", &[LEGAL])]).await;
        house.withdraw(bari(), register.register).await.unwrap();
        assert_eq!(house.person(0).await, Some(person));
    })
    .await;
}

#[tokio::test]
async fn a_person_may_have_all_of_it_and_have_it_forgotten() {
    each_engine(SLICES, async |store| {
        let mut house = Installation::new(store).await;
        house.import(bari(), &[row("Diop", "Awa", "1990-05-03", "2025-01-10", &[LEGAL])]).await;
        house.house("Casa Aurora", 1).await;
        let person = house.person(0).await.unwrap();
        let id = house.take_in_charge(person, None, day("2025-02-01")).await.unwrap();
        let goal = NewGoal {
            id: GoalId(house.fresh_id()),
            text: GoalText { text: "una stanza".to_owned(), need: Need::Housing },
            due_on: None,
            steps: vec![("telefonare".to_owned(), Some(day("2025-03-01")))],
        };
        let mut random = house.random.clone();
        house.writer().plan(id, &goal, &mut random).await.unwrap();
        let stay = house.give_place(person, "casa aurora", day("2025-02-02"), None).await.unwrap();
        let to = StayAs {
            point: "casa aurora".to_owned(),
            bed: "stanza 3".to_owned(),
            from: day("2025-02-03"),
            until: None,
        };
        house.correct_stay(stay, &to).await.unwrap();
        house
            .close(id, day("2025-06-01"), vec![(Answer::Helpful(Helpful::Yes), day("2025-06-01"))])
            .await
            .unwrap();
        let keys = house.keys_of(bari());
        let all = rights::everything(&mut house.reader().await, &keys, person).await.unwrap();
        let told = serde_json::to_string(&all).unwrap();
        for word in
            ["una stanza", "telefonare", "stanza 3", "letto 2", "giorno sbagliato", "bene", "\"housing\":3"]
        {
            assert!(told.contains(word), "{word} not in {told}");
        }
        let before = counted(&house).await;

        let mut unit = house.store.begin(&Actor("referente".to_owned()), &house.clock).await.unwrap();
        rights::forget(&mut unit, bari(), person).await.unwrap();
        unit.record(Entry::new("erase", format!("person/{person}"), Some(bari())));
        unit.commit().await.unwrap();
        let left = rights::everything(&mut house.reader().await, &keys, person).await.unwrap();
        assert_eq!((left.pathways.len(), left.stays.len(), left.results.len()), (1, 1, 1));
        assert_eq!(left.pathways[0].closed_on, Some(day("2025-06-01")));
        let left = serde_json::to_string(&left).unwrap();
        for word in ["stanza", "telefonare", "letto", "sbagliato", "bene", "housing\":3"] {
            assert!(!left.contains(word), "{word} in {left}");
        }
        assert_eq!(counted(&house).await, before);
        // Facts read from nothing say the same.
        let rebuilt = house.rebuilt();
        rebuilt.refresh().await.unwrap();
        let question = Question::new(Measure::Outcomes, Period::year(2025));
        assert_eq!(rebuilt.mart().ask(&question).unwrap().total, Some(before[1]));
    })
    .await;
}

async fn counted(house: &Installation) -> [u64; 3] {
    [
        count(house, Measure::InCharge, "2025-05-31").await,
        count(house, Measure::Outcomes, "2025").await,
        count(house, Measure::Stays, "2025").await,
    ]
}

const NEEDS: Statement = Statement("select needs from assessment");
