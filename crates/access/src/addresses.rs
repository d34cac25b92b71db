//! How often an address may be wrong: a limit on guessing many logins from one place. Kept in memory: the lock of
//! each login, which is kept in the database, does not depend on it.

use std::collections::HashMap;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use kernel::Timestamp;

/// Wrong attempts from one address before it must wait. An office of fifty people behind one address stays under it.
pub(crate) const MOST: u32 = 60;
/// For how long they count, in microseconds: 15 minutes.
const WINDOW: i64 = 15 * 60 * 1_000_000;
/// Addresses kept at most.
const KEPT: usize = 20_000;

/// Where a request comes from. A layer outside may put it into the request's extensions, if it knows better than
/// the connection: a proxy's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Address(pub IpAddr);

#[derive(Clone, Copy, Debug)]
struct Window {
    since: Timestamp,
    wrong: u32,
}

/// The addresses that were wrong lately. Cloning shares them.
#[derive(Clone, Default)]
pub(crate) struct Addresses(Arc<Mutex<HashMap<IpAddr, Window>>>);

impl Addresses {
    /// Counts an attempt, before it is known whether it is right.
    ///
    /// # Errors
    /// The moment from which this address may try again, if it may not now; then nothing is counted.
    pub(crate) fn begin(&self, address: Option<Address>, now: Timestamp) -> Result<(), Timestamp> {
        let Some(network) = address.map(network) else { return Ok(()) };
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if windows.len() >= KEPT && !windows.contains_key(&network) {
            windows.retain(|_, window| end(window) > now);
            // Still full: the one that will be over first makes room.
            if windows.len() >= KEPT
                && let Some(oldest) =
                    windows.iter().min_by_key(|(_, window)| window.since).map(|(key, _)| *key)
            {
                windows.remove(&oldest);
            }
        }
        let window = windows.entry(network).or_insert(Window { since: now, wrong: 0 });
        if end(window) <= now {
            *window = Window { since: now, wrong: 0 };
        }
        if window.wrong >= MOST {
            return Err(end(window));
        }
        window.wrong += 1;
        Ok(())
    }

    /// It was right: it does not count.
    pub(crate) fn take_back(&self, address: Option<Address>) {
        let Some(network) = address.map(network) else { return };
        let mut windows = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(window) = windows.get_mut(&network) {
            window.wrong = window.wrong.saturating_sub(1);
        }
    }
}

fn end(window: &Window) -> Timestamp {
    Timestamp::from_micros(window.since.micros() + WINDOW)
}

/// The address; of IPv6 the network of 64 bits, since one customer has all of it.
fn network(Address(address): Address) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V4(four) => IpAddr::V4(four),
        IpAddr::V6(six) => {
            let [a, b, c, d, ..] = six.segments();
            IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minutes: i64) -> Timestamp {
        Timestamp::from_micros(minutes * 60 * 1_000_000)
    }

    fn from(text: &str) -> Option<Address> {
        Some(Address(text.parse().unwrap()))
    }

    #[test]
    fn an_address_that_is_often_wrong_waits_and_others_do_not() {
        let addresses = Addresses::default();
        for _ in 0..MOST {
            assert_eq!(addresses.begin(from("192.0.2.1"), at(0)), Ok(()));
        }
        assert_eq!(addresses.begin(from("192.0.2.1"), at(14)), Err(at(15)));
        assert_eq!(addresses.begin(from("::ffff:192.0.2.1"), at(14)), Err(at(15)));
        assert_eq!(addresses.begin(from("192.0.2.2"), at(14)), Ok(()));
        assert_eq!(addresses.begin(None, at(14)), Ok(()));
        assert_eq!(addresses.begin(from("192.0.2.1"), at(15)), Ok(()));
    }

    #[test]
    fn right_attempts_do_not_count() {
        let addresses = Addresses::default();
        for _ in 0..MOST * 3 {
            assert_eq!(addresses.begin(from("192.0.2.1"), at(0)), Ok(()));
            addresses.take_back(from("192.0.2.1"));
        }
    }

    #[test]
    fn the_addresses_of_one_customer_are_one() {
        let addresses = Addresses::default();
        for n in 0..MOST {
            assert_eq!(addresses.begin(from(&format!("2001:db8:1:2::{n:x}")), at(0)), Ok(()));
        }
        assert!(addresses.begin(from("2001:db8:1:2:ffff::1"), at(0)).is_err());
        assert!(addresses.begin(from("2001:db8:1:3::1"), at(0)).is_ok());
    }

    #[test]
    fn memory_is_bounded() {
        let addresses = Addresses::default();
        for n in 0..u32::try_from(KEPT).unwrap() + 10 {
            assert_eq!(addresses.begin(Some(Address(IpAddr::V4(n.into()))), at(0)), Ok(()));
        }
        assert_eq!(addresses.0.lock().unwrap().len(), KEPT);
    }
}
