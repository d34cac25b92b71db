//! How often somebody may try: the rule of the lock, without input or output.
//!
//! Every attempt counts before it is checked, so that many at once cannot slip through; one that was right is taken
//! back. Ten that were wrong lock the sign-in for fifteen minutes, ten more for twice as long, and so on up to a
//! day. A day without attempts, or a sign-in that was completed, and all is forgotten.

use kernel::Timestamp;

/// Wrong attempts before the lock.
pub const TRIES: u32 = 10;
/// The first lock, in microseconds: 15 minutes.
pub const FIRST_LOCK: i64 = 15 * 60 * 1_000_000;
/// The longest lock, and the rest after which all is forgotten, in microseconds: a day.
pub const DAY: i64 = 24 * 60 * 60 * 1_000_000;

/// What is known of the attempts at one sign-in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Attempts {
    /// Those that were wrong, or are not yet known to be right.
    pub failed: u32,
    /// Until when nobody may try.
    pub locked_until: Option<Timestamp>,
    /// The last one.
    pub last_at: Timestamp,
}

/// An attempt that may be made, and is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub struct Begun {
    /// Whether it closed the door behind itself.
    pub locks: bool,
}

impl Attempts {
    /// Counts an attempt.
    ///
    /// # Errors
    /// The moment from which the next may be made, when none may now; then it does not count.
    pub fn begin(&mut self, now: Timestamp) -> Result<Begun, Timestamp> {
        if let Some(until) = self.locked_until.filter(|until| *until > now) {
            return Err(until);
        }
        if after(self.last_at, DAY) <= now {
            self.failed = 0;
        }
        self.failed += 1;
        self.last_at = now;
        let locks = self.failed.is_multiple_of(TRIES);
        self.locked_until = locks.then(|| after(now, lock(self.failed / TRIES)));
        Ok(Begun { locks })
    }

    /// The attempt was right: as if it had not been made.
    pub fn take_back(&mut self, begun: Begun) {
        self.failed = self.failed.saturating_sub(1);
        if begun.locks {
            self.locked_until = None;
        }
    }
}

/// How long the door stays closed after that many times ten.
fn lock(times: u32) -> i64 {
    let doublings = times.saturating_sub(1).min(16);
    (FIRST_LOCK << doublings).min(DAY)
}

fn after(moment: Timestamp, micros: i64) -> Timestamp {
    Timestamp::from_micros(moment.micros().saturating_add(micros))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MINUTE: i64 = 60 * 1_000_000;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_micros(1_768_478_400_000_000 + minutes * MINUTE)
    }

    #[test]
    fn ten_wrong_ones_lock_for_a_quarter_of_an_hour_and_then_for_longer() {
        let mut attempts = Attempts::default();
        for n in 1..=10 {
            assert_eq!(attempts.begin(at(0)), Ok(Begun { locks: n == 10 }), "{n}");
        }
        assert_eq!(attempts.begin(at(0)), Err(at(15)));
        assert_eq!(attempts.begin(at(14)), Err(at(15)));
        for _ in 0..10 {
            assert!(attempts.begin(at(15)).is_ok());
        }
        assert_eq!(attempts.begin(at(15)), Err(at(45)));
        // A day of rest and nothing is held against anybody.
        assert_eq!(attempts.begin(at(15 + 24 * 60)), Ok(Begun { locks: false }));
        assert_eq!(attempts.failed, 1);
    }

    #[test]
    fn a_right_one_leaves_no_trace() {
        let mut attempts = Attempts::default();
        for _ in 0..9 {
            assert!(attempts.begin(at(0)).is_ok());
        }
        for _ in 0..3 {
            let begun = attempts.begin(at(0)).unwrap();
            assert!(begun.locks);
            attempts.take_back(begun);
            assert_eq!((attempts.failed, attempts.locked_until), (9, None));
        }
    }

    /// The naive model: the list of all that was tried, looked through from the start each time.
    #[derive(Default)]
    struct Naive(Vec<(Timestamp, bool)>);

    impl Naive {
        /// Wrong ones in a row without a day of rest, and until when the last of them locks.
        fn state(&self, now: Timestamp) -> (usize, Option<Timestamp>) {
            let (mut wrong, mut last, mut until) = (0_usize, None::<Timestamp>, None);
            for (moment, right) in &self.0 {
                if last.is_some_and(|last| moment.micros() - last.micros() >= DAY) {
                    wrong = 0;
                }
                last = Some(*moment);
                if !right {
                    wrong += 1;
                    let mut minutes = 15;
                    for _ in 1..wrong / 10 {
                        minutes = (minutes * 2).min(24 * 60);
                    }
                    until = (wrong % 10 == 0).then(|| after(*moment, minutes * MINUTE));
                } else if wrong % 10 != 0 {
                    until = None;
                }
            }
            (wrong, until.filter(|until| *until > now))
        }
    }

    proptest! {
        #[test]
        fn the_rule_is_that_of_the_naive_model(
            steps in prop::collection::vec((0_i64..2_000, prop::bool::weighted(0.1), 0_u32..30), 1..120),
        ) {
            let (mut attempts, mut naive, mut now) = (Attempts::default(), Naive::default(), 0);
            for (wait, right, rare) in steps {
                // Most follow at once, some after a while.
                now += if rare < 3 { wait } else { rare.into() };
                let (_, locked) = naive.state(at(now));
                match attempts.begin(at(now)) {
                    Err(until) => prop_assert_eq!(Some(until), locked),
                    Ok(begun) => {
                        prop_assert_eq!(locked, None);
                        naive.0.push((at(now), right));
                        if right {
                            attempts.take_back(begun);
                        }
                    }
                }
            }
        }
    }
}
