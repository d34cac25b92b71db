//! Needs, assessed and assessed again; goals in words.

use super::*;

fn needs(levels: &[(Need, u8)]) -> Needs {
    let levels = levels.iter().map(|(need, level)| (*need, Level::try_from(*level).unwrap())).collect();
    Needs { levels, note: String::new() }
}

fn assessed(on: &str, at: i64, levels: &[(Need, u8)]) -> Assessment {
    Assessment {
        id: new(AssessmentId::new),
        day: day(on),
        needs: Some(needs(levels)),
        at: Timestamp::from_micros(at),
        by: "prova".to_owned(),
    }
}

#[test]
fn levels_go_from_none_to_urgent() {
    assert_eq!(Level::ALL.map(Level::number), [0, 1, 2, 3, 4]);
    assert_eq!(Level::from_text("4"), Some(Level::ALL[4]));
    for wrong in ["5", "-1", "", "tanto", "1.5"] {
        assert_eq!(Level::from_text(wrong), None, "{wrong}");
    }
    for need in Need::ALL {
        assert_eq!(Need::from_code(need.code()), Some(need));
    }
}

#[test]
fn needs_are_kept_as_they_are() {
    let mut kept = needs(&[(Need::Housing, 4), (Need::Network, 0)]);
    assert_eq!(serde_json::to_string(&kept).unwrap(), r#"{"levels":{"housing":4,"network":0}}"#);
    kept.note = "dorme in auto".to_owned();
    let text = serde_json::to_string(&kept).unwrap();
    assert_eq!(serde_json::from_str::<Needs>(&text).unwrap(), kept);
    assert!(serde_json::from_str::<Needs>(r#"{"levels":{"housing":5}}"#).is_err());
}

#[test]
fn progress_goes_from_the_first_level_to_the_last() {
    let history = [
        assessed("2026-03-01", 3, &[(Need::Housing, 1), (Need::Language, 3)]),
        assessed("2026-01-01", 1, &[(Need::Housing, 4), (Need::Work, 2), (Need::Income, 2)]),
        assessed("2026-02-01", 2, &[(Need::Housing, 2), (Need::Work, 3), (Need::Income, 2)]),
    ];
    let progress = progress(&history);
    let of = |need| progress.iter().find(|one| one.need == need).map(|one| one.change);
    assert_eq!(of(Need::Housing), Some(Change::Better(3)));
    assert_eq!(of(Need::Work), Some(Change::Worse(1)));
    assert_eq!(of(Need::Income), Some(Change::Same));
    assert_eq!(of(Need::Language), Some(Change::Once));
    assert_eq!(of(Need::Health), None);
    assert_eq!(progress[0].first.0, day("2026-01-01"));
    assert_eq!(progress[0].last, (day("2026-03-01"), Level::ALL[1]));
}

#[test]
fn of_one_day_the_one_recorded_later_is_the_later_one() {
    let history =
        [assessed("2026-01-01", 9, &[(Need::Housing, 1)]), assessed("2026-01-01", 5, &[(Need::Housing, 4)])];
    assert_eq!(progress(&history)[0].change, Change::Better(3));
    let erased = Assessment { needs: None, ..history[0].clone() };
    assert_eq!(progress(&[erased.clone(), history[1].clone()])[0].change, Change::Once);
    assert!(progress(&[erased]).is_empty());
}

#[test]
fn an_assessment_says_something_on_a_day_of_the_pathway() {
    let one = needs(&[(Need::Housing, 4)]);
    let open = span("2026-01-10", "2026-05-01");
    let check = |needs: &Needs, on| check_needs(needs, day(on), open, today());
    assert_eq!(check(&one, "2026-01-10"), Ok(()));
    assert_eq!(check(&one, "2026-05-01"), Ok(()), "for the last time");
    let outside = Err(Refusal::OutsidePathway { from: day("2026-01-10") });
    assert_eq!(check(&one, "2026-01-09"), outside);
    assert_eq!(check(&one, "2026-05-02"), outside);
    assert_eq!(check(&one, "2026-06-02"), Err(Refusal::Future));
    assert_eq!(check(&Needs::default(), "2026-02-01"), Err(Refusal::NoLevel));
    let long = Needs { note: "è".repeat(4001), ..one };
    assert_eq!(check(&long, "2026-02-01"), Err(Refusal::TooLong(4000)));
}

#[test]
fn a_goal_is_a_line() {
    assert_eq!(check_goal("una stanza in affitto"), Ok(()));
    assert_eq!(check_goal(" \n"), Err(Refusal::Empty));
    assert_eq!(check_goal(&"è".repeat(501)), Err(Refusal::TooLong(500)));
    let refused = Refusal::TooLong(500).to_string();
    assert_eq!(refused, "write at most 500 letters");
}
