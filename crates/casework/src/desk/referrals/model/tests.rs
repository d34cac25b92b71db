use super::*;

const SIDES: [Side; 2] = [Side::Sender, Side::Receiver];

/// Every way of acting, in words of its own: who may do what while it waits.
const TABLE: &[(&str, &str, Side, &str)] = &[
    ("city", "accept", Side::Receiver, "accepted"),
    ("city", "refuse", Side::Receiver, "refused"),
    ("city", "withdraw", Side::Sender, "withdrawn"),
    ("service", "refuse", Side::Sender, "refused"),
    ("service", "withdraw", Side::Sender, "withdrawn"),
    ("service", "finish", Side::Sender, "done"),
    ("body", "refuse", Side::Sender, "refused"),
    ("body", "withdraw", Side::Sender, "withdrawn"),
    ("body", "finish", Side::Sender, "done"),
];

#[test]
fn every_state_and_act_is_as_the_table_says() {
    for kind in Kind::ALL {
        for state in State::ALL {
            for act in Act::ALL {
                for side in SIDES {
                    let line =
                        TABLE.iter().find(|line| (line.0, line.1, line.2) == (kind.code(), act.code(), side));
                    let expected = line.map(|line| match state {
                        State::Waiting => Ok(State::of(line.3).unwrap()),
                        settled => Err(Refusal::Settled(*settled)),
                    });
                    assert_eq!(
                        after(*kind, *state, *act, side),
                        expected,
                        "{kind:?} {state:?} {act:?} {side:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn whatever_is_done_it_is_answered_once() {
    // Every sequence of three acts by either side, from the beginning.
    for kind in Kind::ALL {
        let steps = || Act::ALL.iter().flat_map(|act| SIDES.map(|side| (*act, side)));
        for one in steps() {
            for two in steps() {
                for three in steps() {
                    let (mut state, mut answers) = (State::Waiting, 0);
                    for (act, side) in [one, two, three] {
                        if let Some(Ok(next)) = after(*kind, state, act, side) {
                            (state, answers) = (next, answers + 1);
                        }
                    }
                    assert_eq!(answers, u32::from(state != State::Waiting));
                }
            }
        }
    }
}

#[test]
fn agreement_is_of_the_last_year() {
    let day = |text: &str| text.parse::<Day>().unwrap();
    let today = day("2026-06-01");
    assert_eq!(check_agreed(today, today), Ok(()));
    assert_eq!(check_agreed(day("2026-06-02"), today), Err(Refusal::AgreedLater));
    assert_eq!(check_agreed(day("2025-05-01"), today), Err(Refusal::AgreedLongAgo));
}

#[test]
fn only_chosen_parts_are_kept() {
    let parts = Parts {
        permit: Some("refugee".to_owned()),
        contacts: vec![("2026-05-01".parse().unwrap(), "legal_support".to_owned())],
        ..Parts::default()
    };
    assert_eq!(parts.present(), [Part::Permit, Part::Contacts]);
    assert_eq!(parts.clone().only(&[Part::Contacts]).present(), [Part::Contacts]);
    assert_eq!(parts.only(&[]), Parts::default());
}
