//! What has to be asked.

use super::*;

#[test]
fn every_answer_is_read_back() {
    let mut answers = vec![Answer::Recognition, Answer::LongTerm];
    answers.extend(Helpful::ALL.map(Answer::Helpful));
    answers.extend(LanguageLevel::ALL.map(Answer::LanguageBefore));
    answers.extend(LanguageLevel::ALL.map(Answer::LanguageAfter));
    for answer in answers {
        let kind = ResultKind::from_code(answer.kind().code()).unwrap();
        assert_eq!(Answer::read(kind, answer.value()), Some(answer), "{answer}");
    }
    assert_eq!(Answer::read(ResultKind::LanguageAfter, "D1"), None);
    assert_eq!(Answer::read(ResultKind::Helpful, ""), None);
    assert_eq!(ResultKind::from_code("level"), None);
}

#[test]
fn italian_improves_by_at_least_a_level() {
    use LanguageLevel::{A1, A2, B1, PreA1};
    assert!(PreA1 < A1 && A1 < A2 && A2 < B1);
    let before = [(day("2025-01-10"), A1), (day("2025-09-10"), A2)];
    let after = |on, level| improved(before, (day(on), level));
    assert_eq!(after("2025-06-10", A2), Some(true));
    assert_eq!(after("2025-06-10", A1), Some(false));
    assert_eq!(after("2025-12-10", A2), Some(false), "the level of the second course counts");
    assert_eq!(after("2025-12-10", B1), Some(true));
    assert_eq!(after("2025-01-10", A2), Some(true), "a course of one day");
    assert_eq!(after("2025-01-09", B1), None, "nothing to compare");
}

#[test]
fn who_cannot_be_asked_is_not_asked() {
    assert_eq!(Asked::of(true, true), Asked { language: true, person: true });
    assert_eq!(Asked::of(true, false), Asked { language: false, person: true });
    assert_eq!(Asked::of(false, true), Asked { language: false, person: false });
}

#[test]
fn the_day_of_a_result_has_come() {
    assert_eq!(check_result(today(), today()), Ok(()));
    assert_eq!(check_result(day("2026-06-02"), today()), Err(Refusal::Future));
    assert_eq!(check_result(day("1999-06-02"), today()), Err(Refusal::TooEarly));
}
