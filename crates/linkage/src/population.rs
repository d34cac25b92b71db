//! What the forms of a city say of it as a whole: how many share a name, how many were born on a 1 January. Both
//! are read from the register itself, because registers differ.

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike as _;
use kernel::{Day, Gender};

use crate::Form;
use crate::score::{BirthAgreement, EQUAL_DATES, Prepared, SAME_CITIZENSHIP, SAME_GENDER};

/// The forms of a city, taken together.
#[derive(Clone, Debug)]
pub struct Population {
    among_all: f64,
    one_bearer: f64,
    first_of_january: f64,
    names: HashMap<String, Bearers>,
}

/// Who bears a name.
#[derive(Clone, Debug, Default)]
struct Bearers {
    people: u32,
    rows: BTreeMap<Day, u32>,
}

/// Below this many forms the chance is not taken to be smaller.
const FEW_FORMS: usize = 256;
/// Bits against two forms of one name that nobody else bears, beside what gender and citizenship say of both:
/// where a register keeps these, that they agree is no news among people of one name.
const ONE_BEARER: f64 = 5.7;
/// Others who bear a name and were not met, for each that was not counted.
const UNMET: f64 = 0.2;
/// Years that people at a desk are born in, as many as matter.
const BIRTH_YEARS: f64 = 45.0;
/// Beyond so many dates under one name each is taken for somebody.
const MANY_DATES: usize = 64;

impl Population {
    /// Reads a population from all its forms.
    pub fn of(forms: &[Form]) -> Self {
        Self::of_prepared(&mut forms.iter().map(Prepared::of).collect::<Vec<_>>())
    }

    /// Reads a population from all its forms, and tells each of them of its name.
    pub(crate) fn of_prepared(forms: &mut [Prepared]) -> Self {
        let mut names: HashMap<String, Bearers> = HashMap::new();
        for form in &*forms {
            if !names.contains_key(&form.sounds) {
                names.insert(form.sounds.clone(), Bearers::default());
            }
            if let (Some(bearers), Some(birth)) = (names.get_mut(&form.sounds), form.birth) {
                *bearers.rows.entry(birth).or_default() += form.rows;
            }
        }
        for bearers in names.values_mut() {
            bearers.people = people(&bearers.rows.keys().copied().collect::<Vec<_>>());
        }
        // A person with many forms counts once for each name and date.
        let dates = || names.values().flat_map(|bearers| bearers.rows.keys());
        let (all, first) = (dates().count(), dates().filter(|date| date.ordinal() == 1).count());
        let share = |kept: fn(&Prepared) -> bool| {
            count(forms.iter().filter(|form| kept(form)).count()) / count(forms.len().max(1))
        };
        let gender = share(|form| form.gender != Gender::Unknown) * SAME_GENDER;
        let citizenship = share(|form| form.citizenship.is_some()) * SAME_CITIZENSHIP;
        // As much as fifty people of whom three were born on a 1 January are presumed.
        let january = (count(first) + 3.0) / (count(all) + 50.0);
        let population = Self {
            among_all: count(forms.len().max(FEW_FORMS)).log2(),
            one_bearer: ONE_BEARER + gender + citizenship,
            first_of_january: (BIRTH_YEARS / january).log2().min(EQUAL_DATES),
            names,
        };
        forms.iter_mut().for_each(|form| population.tell(form));
        population
    }

    /// Tells a form how many bear its name, and how often its date stands with it.
    pub(crate) fn tell(&self, form: &mut Prepared) {
        let Some(bearers) = self.names.get(&form.sounds) else { return };
        form.bearers = bearers.people.max(1);
        form.date_rows = form.birth.and_then(|birth| bearers.rows.get(&birth).copied()).unwrap_or(form.rows);
    }

    /// Bits against two forms of different names: anybody may agree as well.
    pub(crate) fn among_all(&self) -> f64 {
        self.among_all
    }

    /// Bits against two forms of one name: only those who bear it may agree as well, however large the city.
    pub(crate) fn among_bearers(&self, bearers: u32) -> f64 {
        self.one_bearer + ((f64::from(bearers.max(1)) - 1.0 + UNMET) / UNMET).log2()
    }

    /// Bits for two equal dates on a 1 January: the more of them there are, the less.
    pub(crate) fn first_of_january(&self) -> f64 {
        self.first_of_january
    }
}

/// How many people so many birth dates speak of: dates that a slip may have made of one another are one.
fn people(dates: &[Day]) -> u32 {
    if dates.len() > MANY_DATES {
        return u32::try_from(dates.len()).unwrap_or(u32::MAX);
    }
    let mut group: Vec<usize> = (0..dates.len()).collect();
    for one in 0..dates.len() {
        for other in 0..one {
            if BirthAgreement::of(Some(dates[one]), Some(dates[other])) != BirthAgreement::Differ {
                let (from, to) = (group[one], group[other]);
                group.iter_mut().filter(|group| **group == from).for_each(|group| *group = to);
            }
        }
    }
    group.sort_unstable();
    group.dedup();
    u32::try_from(group.len()).unwrap_or(u32::MAX)
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dates(list: &[&str]) -> Vec<Day> {
        list.iter().map(|date| date.parse().unwrap()).collect()
    }

    #[test]
    fn slips_of_one_date_are_one_bearer() {
        assert_eq!(people(&dates(&[])), 0);
        assert_eq!(people(&dates(&["1993-01-17", "1992-01-17", "1994-01-17"])), 1);
        assert_eq!(people(&dates(&["1990-03-04", "1990-04-03", "1971-12-30"])), 2);
    }

    #[test]
    fn the_more_bearers_the_less_a_name_says() {
        let population = Population::of(&[]);
        assert!((population.among_bearers(1) - ONE_BEARER).abs() < 1e-9);
        assert!(population.among_bearers(4) > population.among_bearers(2));
    }
}
