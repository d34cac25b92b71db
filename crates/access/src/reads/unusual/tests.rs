//! Rules by example, and by property against what they promise.

use std::collections::BTreeSet;

use kernel::Timestamp;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::reads::line::{Act, Seen, What};
use crate::{AccountId, Role};

/// 3 May 2026, a Sunday: 10 in the morning in Italy.
const MORNING: i64 = 1_777_795_200_000_000;
const HOUR: i64 = 3_600_000_000;

fn seen(act: Act, at: i64, person: Option<u128>, digest: Option<u8>) -> Seen {
    Seen {
        account: AccountId(Uuid::from_u128(1)),
        login: "anna.rossi".to_owned(),
        role: Role::Operator.code().to_owned(),
        offices: BTreeSet::new(),
        at: Timestamp::from_micros(at),
        act,
        what: What::File,
        digest: digest.map(|digest| vec![digest]),
        person: person.map(Uuid::from_u128),
    }
}

fn files(numbers: std::ops::Range<u128>, at: i64) -> Vec<Seen> {
    numbers.map(|number| seen(Act::View, at, Some(number), None)).collect()
}

fn found(lines: &[Seen], history: &[u32]) -> Vec<Finding> {
    let none = BTreeSet::new();
    let day = of_day(lines).into_values().next().unwrap_or_default();
    findings(&day, Beside { history, met: None, colleagues: &none })
}

#[test]
fn many_files_are_many_for_who_opens_few() {
    let usual = [8, 10, 12, 9, 11];
    assert_eq!(found(&files(0..29, MORNING), &usual), []);
    let many = |seen, usual| vec![Finding { rule: Rule::Many, seen, usual }];
    assert_eq!(found(&files(0..30, MORNING), &usual), many(30, 10));
    // Three times very little is not much.
    assert_eq!(found(&files(0..19, MORNING), &[1, 1, 1, 1, 1]), []);
    assert_eq!(found(&files(0..20, MORNING), &[1, 1, 1, 1, 1]), many(20, 1));
    // The median between two days: 10.5, so 31.5 files.
    assert_eq!(found(&files(0..31, MORNING), &[10, 10, 10, 11, 11, 11]), []);
    assert_eq!(found(&files(0..32, MORNING), &[10, 10, 10, 11, 11, 11]), many(32, 11));
    // Who is new has no usual day.
    assert_eq!(found(&files(0..39, MORNING), &[1, 1]), []);
    assert_eq!(found(&files(0..40, MORNING), &[1, 1]), many(40, 0));
}

#[test]
fn the_same_file_opened_again_is_one_file() {
    let lines: Vec<Seen> = (0..50).flat_map(|_| files(0..2, MORNING)).collect();
    assert_eq!(found(&lines, &[1, 1, 1, 1, 1]), []);
}

#[test]
fn files_outside_the_hours_of_the_desk_are_said() {
    let late = |seen| vec![Finding { rule: Rule::Late, seen, usual: 0 }];
    for (hours, is_late) in [(-4, true), (-3, false), (9, false), (10, true), (12, true)] {
        let lines = files(0..3, MORNING + hours * HOUR);
        assert_eq!(found(&lines, &[]), if is_late { late(3) } else { Vec::new() }, "{hours}");
    }
    assert_eq!(found(&files(0..2, MORNING + 12 * HOUR), &[]), []);
    let mut street = files(0..9, MORNING + 12 * HOUR);
    street.iter_mut().for_each(|line| line.role = Role::StreetOperator.code().to_owned());
    assert_eq!(found(&street, &[]), []);
}

#[test]
fn people_not_met_lately_are_said() {
    let (none, lines) = (BTreeSet::new(), files(0..8, MORNING));
    let day = of_day(&lines).into_values().next().unwrap();
    let met = |numbers: std::ops::Range<u128>| numbers.map(Uuid::from_u128).collect::<BTreeSet<_>>();
    let of =
        |met: &BTreeSet<Uuid>| findings(&day, Beside { history: &[], met: Some(met), colleagues: &none });
    assert_eq!(of(&met(0..3)), [Finding { rule: Rule::Strangers, seen: 5, usual: 0 }]);
    assert_eq!(of(&met(0..4)), []);
}

#[test]
fn searches_are_counted_by_what_was_searched() {
    let search = |digest| seen(Act::Search, MORNING, None, Some(digest));
    let mut lines: Vec<Seen> = (0..4).map(|_| search(1)).chain((0..4).map(|_| search(2))).collect();
    assert_eq!(found(&lines, &[]), []);
    lines.push(search(2));
    assert_eq!(found(&lines, &[]), [Finding { rule: Rule::SameSearch, seen: 5, usual: 0 }]);
    // What is offered while a name is typed is no search of its own.
    lines.iter_mut().for_each(|line| line.what = What::Similar);
    assert_eq!(found(&lines, &[]), []);
    let colleagues = BTreeSet::from([vec![7]]);
    let day = of_day(&[search(7)]).into_values().next().unwrap();
    let one = findings(&day, Beside { history: &[], met: None, colleagues: &colleagues });
    assert_eq!(one, [Finding { rule: Rule::Colleague, seen: 1, usual: 0 }]);
}

#[test]
fn exports_are_counted_and_the_log_itself_opens_nobody() {
    let exports: Vec<Seen> = (0..3).map(|_| seen(Act::Export, MORNING, None, None)).collect();
    assert_eq!(found(&exports[..2], &[]), []);
    assert_eq!(found(&exports, &[]), [Finding { rule: Rule::Exports, seen: 3, usual: 0 }]);
    let mut log = files(0..100, MORNING);
    log.iter_mut().for_each(|line| line.what = What::Reads);
    assert_eq!(found(&log, &[]), []);
}

fn any_line() -> impl Strategy<Value = Seen> {
    let act = prop::sample::select(Act::ALL.to_vec());
    let what = prop::sample::select(vec![What::File, What::Desk, What::Similar, What::Reads]);
    let who = (1..4_u128, any::<bool>());
    (act, what, who, 0..24_i64, 0..60_u128, 0..4_u8).prop_map(
        |(act, what, (who, street), hour, person, digest)| {
            let person = (act == Act::View).then_some(person);
            let mut line = seen(act, MORNING + hour * HOUR, person, (act == Act::Search).then_some(digest));
            line.account = AccountId(Uuid::from_u128(who));
            if street && who == 1 {
                line.role = Role::StreetOperator.code().to_owned();
            }
            line.what = what;
            line
        },
    )
}

proptest! {
    /// Nobody's day depends on what others did, nor on the order of what they did themselves.
    #[test]
    fn a_day_is_its_own(lines in prop::collection::vec(any_line(), 0..200)) {
        let all = of_day(&lines);
        let mut reversed = lines.clone();
        reversed.reverse();
        let backwards = of_day(&reversed);
        for (account, doings) in &all {
            let own: Vec<Seen> = lines.iter().filter(|line| line.account == *account).cloned().collect();
            prop_assert_eq!(&of_day(&own)[account], doings);
            let other = &backwards[account];
            prop_assert_eq!((&other.files, &other.late, &other.searches), (&doings.files, &doings.late, &doings.searches));
        }
    }

    /// More reading never makes a flag go away, and a flag's number is never below the bar of its rule.
    #[test]
    fn more_reading_is_never_less_unusual(
        lines in prop::collection::vec(any_line(), 0..150),
        more in prop::collection::vec(any_line(), 0..50),
        history in prop::collection::vec(0..40_u32, 0..20),
    ) {
        let colleagues = BTreeSet::from([vec![3]]);
        let met: BTreeSet<Uuid> = (0..20).map(Uuid::from_u128).collect();
        let beside = Beside { history: &history, met: Some(&met), colleagues: &colleagues };
        // The role is that of the day.
        let desk = |mut line: Seen| { line.role = Role::Operator.code().to_owned(); line };
        let lines: Vec<Seen> = lines.into_iter().map(desk).collect();
        let before = of_day(&lines);
        let after = of_day(&[lines, more.into_iter().map(desk).collect()].concat());
        for (account, doings) in before {
            let later = findings(&after[&account], beside);
            for finding in findings(&doings, beside) {
                let same = later.iter().find(|other| other.rule == finding.rule);
                prop_assert!(same.is_some_and(|same| same.seen >= finding.seen), "{:?} {:?}", finding, later);
            }
        }
    }

    /// The bar of a day of many, told another way: sort, take the middle, multiply.
    #[test]
    fn many_is_three_medians_and_at_least_twenty(seen in 0..200_u32, history in prop::collection::vec(0..60_u32, 0..30)) {
        let mut sorted = history.clone();
        sorted.sort_unstable();
        let middle = |at: usize| f64::from(sorted[at]);
        let median = match sorted.len() {
            0..5 => None,
            length if length % 2 == 1 => Some(middle(length / 2)),
            length => Some(f64::midpoint(middle(length / 2 - 1), middle(length / 2))),
        };
        let expected = match median {
            None => seen >= 40,
            Some(median) => seen >= 20 && f64::from(seen) >= 3.0 * median,
        };
        prop_assert_eq!(many(seen, &history).is_some(), expected);
    }
}
