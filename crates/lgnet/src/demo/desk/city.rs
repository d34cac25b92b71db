//! One city's desk: who works there, whom it knows, how much it does, and what it has planned to do.

use std::collections::BTreeSet;

use casework::people::PersonId;
use casework::people::roll::Entered;
use chrono::{Datelike as _, Days, NaiveTime, Weekday};
use kernel::{CityCode, Day, Timestamp};
use network::City;
use rand::Rng as _;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom as _;

use super::deed::{Deed, Line};
use crate::app::App;

/// How much a desk does. It does not grow with the registers: they are what `--scale` is for.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// People taken in charge, over the whole time.
    pub pathways: usize,
    /// Pathways of a hundred that have a plan.
    pub planned: u32,
    /// Families registered at the desk, at most.
    pub families: usize,
    /// People on their own registered at the desk, at most.
    pub singles: usize,
    /// People of whom more is known.
    pub details: usize,
    /// Files attached.
    pub files: usize,
    /// Beds of each house.
    pub houses: &'static [(&'static str, u32)],
}

/// Where somebody of the demonstration signs in at a desk, the pages are full.
const BUSY: Size = Size {
    pathways: 220,
    planned: 60,
    families: 12,
    singles: 18,
    details: 120,
    files: 6,
    houses: &[("Casa Ponte", 12), ("Appartamento Aurora", 5), ("Foresteria San Marco", 8)],
};
/// Where a lead alone signs in, or nobody.
const QUIET: Size = Size {
    pathways: 70,
    planned: 35,
    families: 3,
    singles: 4,
    details: 16,
    files: 1,
    houses: &[("Casa Ponte", 6), ("Appartamento Aurora", 4)],
};

/// Working days that a desk writes of, at least and at most.
const LEAST_DAYS: usize = 6;
const MOST_DAYS: u64 = 60;

/// A city's desk.
pub struct Desk<'a> {
    /// The installation.
    pub app: &'a App,
    /// The city.
    pub city: &'a City,
    /// How much it does.
    pub size: Size,
    /// Whom it knows from its registers.
    pub roll: Vec<Entered>,
    /// Logins of those who work at it; the first most of the time.
    pub staff: Vec<String>,
    /// The present.
    pub now: Timestamp,
    /// Whether it has not written down its last weeks yet.
    pub is_behind: bool,
    /// Chance.
    pub random: StdRng,
    /// What it does.
    pub lines: Vec<Line>,
    /// People whose pathway stays open and untouched: those who are offered to another city.
    pub leaving: Vec<super::referrals::Leaving>,
    /// People in charge now: they come most often.
    pub in_charge: Vec<usize>,
    /// People whose title of stay was told.
    pub told: BTreeSet<PersonId>,
}

impl<'a> Desk<'a> {
    /// A desk with nothing planned.
    pub fn new(app: &'a App, city: &'a City, roll: Vec<Entered>, random: StdRng) -> Self {
        let staff = staff(city);
        let size = if staff[0].starts_with("operatrice") && accounts(city.code) > 1 { BUSY } else { QUIET };
        let now = app.clock.now();
        let (lines, leaving, in_charge, told) = Default::default();
        let is_behind =
            accounts(city.code) == 0 && roll.iter().all(|one| one.met.iter().all(|met| is_old(met.day)));
        Self { app, city, size, roll, staff, now, is_behind, random, lines, leaving, in_charge, told }
    }

    /// Today.
    pub fn today(&self) -> Day {
        self.now.day()
    }

    /// The last working day that the desk has written down.
    pub fn last(&self) -> Day {
        working_day(self.today() - Days::new(if self.is_behind { 40 } else { 1 }))
    }

    /// The working days since the registers end, the last one first: the desk writes what no register tells yet. Some
    /// days at least, and not more than a quarter.
    pub fn days(&self) -> Vec<Day> {
        let (year, month, day) = super::super::LAST_DAY;
        let registers = Day::from_ymd_opt(year, month, day).unwrap_or_default();
        let all = working_days(self.last(), MOST_DAYS);
        let since = all.iter().filter(|day| **day > registers).count();
        all.into_iter().take(since.max(LEAST_DAYS)).collect()
    }

    /// Contacts of a working day, as the registers tell of the last months.
    pub fn rhythm(&self) -> u32 {
        let from = self.last() - Days::new(180);
        let met = self.roll.iter().flat_map(|one| &one.met).filter(|met| met.day > from).count();
        // Five months of twenty-one days: the last one is the desk's own.
        u32::try_from(met / 105).unwrap_or(1).clamp(1, 12)
    }

    /// Plans a deed of somebody of the staff.
    pub fn plan(&mut self, at: Timestamp, deed: Deed) {
        let by = self.somebody();
        self.plan_by(at, by, deed);
    }

    /// Plans a deed of a certain person.
    pub fn plan_by(&mut self, at: Timestamp, by: String, deed: Deed) {
        self.lines.push(Line { at, city: self.city.code, by, deed });
    }

    /// One of the staff: the first two times in three.
    pub fn somebody(&mut self) -> String {
        if self.random.random_ratio(2, 3) {
            return self.staff[0].clone();
        }
        self.staff.choose(&mut self.random).cloned().unwrap_or_default()
    }

    /// A number below a bound; zero where there is none.
    pub fn below(&mut self, bound: usize) -> usize {
        if bound == 0 { 0 } else { self.random.random_range(0..bound) }
    }

    /// Whether something happens that does so many times in a hundred.
    pub fn chance(&mut self, of_hundred: u32) -> bool {
        self.random.random_ratio(of_hundred.min(100), 100)
    }

    /// One of some.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// A moment of a working day: minutes after nine.
pub fn moment(day: Day, minutes: u32) -> Timestamp {
    // Eight in UTC is nine or ten in Italy.
    let eight = day.and_time(NaiveTime::MIN).and_utc().timestamp_micros() + 8 * 3_600_000_000;
    Timestamp::from_micros(eight + i64::from(minutes) * 60_000_000)
}

/// A day, or the Friday before it.
pub fn working_day(day: Day) -> Day {
    match day.weekday() {
        Weekday::Sat => day - Days::new(1),
        Weekday::Sun => day - Days::new(2),
        _ => day,
    }
}

/// So many working days, the last one first.
pub fn working_days(last: Day, count: u64) -> Vec<Day> {
    let all = (0..).map(|back| last - Days::new(back));
    all.filter(|day| *day == working_day(*day)).take(usize::try_from(count).unwrap_or(0)).collect()
}

/// Whether a day is from before the last weeks of the registers: of a city that has not brought these in yet.
fn is_old(day: Day) -> bool {
    let (year, month, last) = super::super::LAST_DAY;
    Day::from_ymd_opt(year, month, last).is_none_or(|last| day < last - Days::new(20))
}

/// How many accounts of the demonstration belong to a city.
fn accounts(city: CityCode) -> usize {
    access::demo::sign_ins().filter(|(_, _, code)| *code == city.as_str()).count()
}

/// Who works in a city: its accounts, the operator first; where it has none, an operator without one.
fn staff(city: &City) -> Vec<String> {
    let mut staff: Vec<String> = access::demo::sign_ins()
        .filter(|(_, _, code)| *code == city.code.as_str())
        .map(|(login, ..)| login.to_owned())
        .collect();
    staff.sort_by_key(|login| !login.starts_with("operatrice"));
    if staff.is_empty() {
        staff.push(format!("operatrice.{}", kernel::text::fold(&city.name).replace(' ', ".")));
    }
    staff
}
