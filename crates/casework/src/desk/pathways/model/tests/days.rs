//! Days of pathways, stays and steps; how full a place is.

use proptest::prelude::*;

use super::*;

fn pathway(from: &str, until: &str) -> Pathway {
    let closing = (!until.is_empty()).then(|| Closing {
        on: day(until),
        outcome: "moved".to_owned(),
        at: Timestamp::default(),
        by: "prova".to_owned(),
    });
    Pathway {
        id: new(PathwayId::new),
        form: new(FormId::new),
        area: ActionArea::default(),
        point: None,
        opened_on: day(from),
        closing,
        followed_by: "prova".to_owned(),
        next_due: None,
        at: Timestamp::default(),
        by: "prova".to_owned(),
    }
}

fn stay(from: &str, until: &str) -> Stay {
    let span = span(from, until);
    Stay {
        id: new(StayId::new),
        form: new(FormId::new),
        point: "casa aurora".to_owned(),
        bed: None,
        from: span.from,
        until: span.until,
        at: Timestamp::default(),
        by: "prova".to_owned(),
    }
}

#[test]
fn on_the_day_it_ends_it_is_over() {
    let span = span("2025-01-10", "2025-01-12");
    let holds = |text| span.holds(day(text));
    assert!(!holds("2025-01-09") && holds("2025-01-10") && holds("2025-01-11") && !holds("2025-01-12"));
    assert!(super::span("2025-01-10", "").holds(day("2099-01-01")));
}

#[test]
fn a_pathway_knows_its_state_and_its_months() {
    let open = pathway("2025-01-31", "");
    assert!(open.is_open() && open.must_be_open().is_ok());
    assert_eq!(open.months().map(|month| month.to_string()).collect::<Vec<_>>(), ["2025-01"]);
    let closed = pathway("2025-01-31", "2025-02-01");
    assert_eq!(closed.must_be_open(), Err(Refusal::Closed));
    assert_eq!(closed.months().map(|month| month.to_string()).collect::<Vec<_>>(), ["2025-01", "2025-02"]);
    for area in ActionArea::ALL {
        assert_eq!(ActionArea::from_code(area.code()), Some(area));
    }
}

#[test]
fn the_days_of_a_pathway_are_checked() {
    let check = |from, until| check_pathway(span(from, until), [], today());
    assert_eq!(check("2026-06-01", ""), Ok(()));
    assert_eq!(check("2026-06-01", "2026-06-01"), Ok(()), "closed on the day it was opened");
    assert_eq!(check("2026-06-02", ""), Err(Refusal::Future));
    assert_eq!(check("2026-05-01", "2026-06-02"), Err(Refusal::Future));
    assert_eq!(check("2026-05-01", "2026-04-30"), Err(Refusal::BeforeBeginning(day("2026-05-01"))));
    assert_eq!(check("0202-05-01", ""), Err(Refusal::TooEarly));
}

#[test]
fn nobody_has_two_open_pathways_of_one_point() {
    let other = pathway("2025-03-01", "2025-06-01");
    let check = |from, until| check_pathway(span(from, until), [(other.id, other.span())], today());
    let refused = Err(Refusal::Twice { pathway: other.id, since: day("2025-03-01") });
    assert_eq!(check("2025-04-01", ""), refused);
    assert_eq!(check("2025-02-01", ""), refused);
    assert_eq!(check("2025-02-01", "2025-03-02"), refused);
    assert_eq!(check("2025-04-01", "2025-04-01"), refused, "not even for no day at all");
    assert_eq!(check("2025-06-01", ""), Ok(()), "reopened on the very day");
    assert_eq!(check("2025-02-01", "2025-03-01"), Ok(()));
    let open = pathway("2025-03-01", "");
    let again = check_pathway(span("2026-01-01", ""), [(open.id, open.span())], today());
    assert_eq!(again, Err(Refusal::Twice { pathway: open.id, since: day("2025-03-01") }));
}

#[test]
fn nobody_sleeps_in_two_beds() {
    let other = stay("2025-03-01", "2025-06-01");
    let check = |from, until| check_stay(span(from, until), [&other], today());
    assert_eq!(check("2025-06-01", ""), Ok(()), "moved on the day they left");
    let refused = Err(Refusal::Overlaps { stay: other.id, since: day("2025-03-01") });
    assert_eq!(check("2025-05-31", "2025-06-02"), refused);
    assert_eq!(check("2025-01-01", ""), refused);
    assert_eq!(check("2025-01-01", "2025-01-01"), Err(Refusal::NoNight(day("2025-01-01"))));
    assert_eq!(check("2026-06-02", ""), Err(Refusal::Future));
    assert_eq!(other.month().to_string(), "2025-03");
}

#[test]
fn a_due_day_is_near_or_far() {
    let due = |due: &str, done: &str| {
        let parse = |text: &str| (!text.is_empty()).then(|| day(text));
        Due::of(parse(due), parse(done), today())
    };
    assert_eq!(due("2026-05-30", ""), Due::Overdue(2));
    assert_eq!(due("2026-06-01", ""), Due::Today);
    assert_eq!(due("2026-06-08", ""), Due::Soon(7));
    assert_eq!(due("2026-06-09", ""), Due::Later(day("2026-06-09")));
    assert_eq!(due("", ""), Due::Never);
    assert_eq!(due("2026-05-01", "2026-05-20"), Due::Done(day("2026-05-20")));
    assert!(Due::Today.is_pressing() && Due::Overdue(1).is_pressing() && !Due::Soon(1).is_pressing());
}

#[test]
fn the_next_day_of_a_pathway_is_that_of_a_step_still_to_do() {
    let step = |due: &str, done: bool| Step {
        id: new(StepId::new),
        text: Some("telefonare".to_owned()),
        due_on: Some(day(due)),
        done_on: done.then(today),
    };
    let goal = |state, steps| Goal { id: new(GoalId::new), text: None, due_on: None, state, steps };
    let open = goal(GoalState::Open, vec![step("2026-06-05", false), step("2026-05-01", true)]);
    let dropped = goal(GoalState::Dropped(today()), vec![step("2026-05-02", false)]);
    assert_eq!(most_urgent(&[dropped.clone(), open.clone()]), Some(day("2026-06-05")));
    assert_eq!(most_urgent(&[dropped]), None);
    assert_eq!(open.due(today()), Due::Never);
    assert_eq!(open.steps[0].due(today()), Due::Soon(4));
}

#[test]
fn a_place_says_when_it_is_too_full() {
    let capacity = Capacity::new([(day("2025-01-01"), 2), (day("2025-03-01"), 1)]);
    assert_eq!(capacity.on(day("2024-12-31")), None);
    assert_eq!(capacity.on(day("2025-02-28")), Some(2));
    assert_eq!(capacity.on(day("2026-01-01")), Some(1));
    let stays = [span("2025-02-01", ""), span("2025-02-10", "2025-03-05")];
    let on = |text| Occupancy::on(day(text), &capacity, &stays);
    assert_eq!((on("2025-02-05").free(), on("2025-02-05").over()), (Some(1), 0));
    assert_eq!((on("2025-03-01").free(), on("2025-03-01").over()), (Some(0), 1), "a bed less");
    assert_eq!((on("2025-03-05").taken, on("2025-03-05").over()), (1, 0));
    assert_eq!((on("2024-12-01").free(), on("2024-12-01").over()), (None, 0));
    assert_eq!(first_day_over(stays[0], &capacity, &stays), Some(day("2025-03-01")));
    assert_eq!(first_day_over(span("2025-03-05", ""), &capacity, &stays), None);
}

proptest! {
    /// Day by day says the same as the few days that are looked at.
    #[test]
    fn the_first_day_over_is_found(
        spans in prop::collection::vec((0..40_u64, prop::option::of(1..20_u64)), 1..6),
        beds in prop::collection::vec((0..40_u64, 0..3_u32), 0..4),
    ) {
        let on = |offset| day("2025-01-01") + chrono::Days::new(offset);
        let stays: Vec<Span> =
            spans.iter().map(|(from, nights)| Span::new(on(*from), nights.map(|nights| on(from + nights)))).collect();
        let capacity = Capacity::new(beds.into_iter().map(|(from, beds)| (on(from), beds)));
        for stay in &stays {
            let mut days = (0..80).map(on).filter(|day| stay.holds(*day));
            let first = days.find(|day| Occupancy::on(*day, &capacity, &stays).over() > 0);
            prop_assert_eq!(first_day_over(*stay, &capacity, &stays), first);
        }
    }

    /// Two spans overlap if and only if they share a day, unless one has no day at all.
    #[test]
    fn spans_overlap_where_they_share_a_day(
        one in (0..20_u64, prop::option::of(1..20_u64)), other in (0..20_u64, prop::option::of(1..20_u64)),
    ) {
        let on = |offset| day("2025-01-01") + chrono::Days::new(offset);
        let span = |(from, days): (u64, Option<u64>)| Span::new(on(from), days.map(|days| on(from + days)));
        let (one, other) = (span(one), span(other));
        let shared = (0..80).map(on).any(|day| one.holds(day) && other.holds(day));
        prop_assert_eq!(one.overlaps(&other), shared);
        prop_assert_eq!(other.overlaps(&one), shared);
    }
}
