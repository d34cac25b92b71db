//! An indicator across the cities: never a ranking, but what chance allows for a city of its size.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;
use std::str::FromStr;

use comparison::funnel::{Funnel, FunnelError, Kind, Point, Rule, Unit, Verdict};
use kernel::{CityCode, Day, Period, Timestamp};
use mart::{Answer, AskError, Dimension, Mart, Measure, Question};
use network::Network;
use network::vocabulary::Vocabulary;

use super::indicator::Indicator;
use super::load::Indicators;

/// What the figures of cities are held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Against {
    /// Foreign residents of the city (Istat): a rate per 1,000.
    Residents,
    /// The indicator that this one is a part of: a share.
    Whole,
    /// What the whole network does for people of the same gender, age and area of origin: observed over expected.
    CaseMix,
}

impl Against {
    /// As it is written in an address or on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Residents => "residents",
            Self::Whole => "whole",
            Self::CaseMix => "case_mix",
        }
    }

    /// What an indicator can be held against; the first is proposed.
    pub fn choices(indicator: &Indicator, indicators: &Indicators) -> Vec<Self> {
        if !indicator.counts_persons() {
            return Vec::new();
        }
        let whole = indicator.parent.as_deref().and_then(|parent| indicators.get(parent));
        match whole.filter(|whole| whole.counting.is_ok()) {
            Some(_) => vec![Self::Whole, Self::CaseMix, Self::Residents],
            None => vec![Self::Residents],
        }
    }
}

impl fmt::Display for Against {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Against {
    type Err = CompareError;
    fn from_str(name: &str) -> Result<Self, CompareError> {
        let all = [Self::Residents, Self::Whole, Self::CaseMix];
        all.into_iter().find(|one| one.name() == name).ok_or_else(|| CompareError::Against(name.to_owned()))
    }
}

/// Why cities cannot be compared by an indicator.
#[derive(Debug, thiserror::Error)]
pub enum CompareError {
    /// It counts no persons, or registers cannot say.
    #[error("«{0}» does not count persons from the registers: compare one that does, such as O.2.3 or N.2")]
    NotPersons(String),
    /// It is no part of another that is counted.
    #[error("«{0}» is not a part of another indicator: compare it against residents")]
    NoWhole(String),
    /// No such denominator.
    #[error("cities are compared against residents, whole or case_mix, not «{0}»")]
    Against(String),
    /// The question has no answer.
    #[error(transparent)]
    Ask(#[from] AskError),
    /// The figures allow no comparison.
    #[error(transparent)]
    Funnel(#[from] FunnelError),
}

/// A city in a comparison.
#[derive(Clone, Debug)]
pub struct CityPoint {
    /// The city.
    pub city: CityCode,
    /// Its figures and the verdict.
    pub point: Point,
}

/// The cities by one indicator, in one period.
#[derive(Clone, Debug)]
pub struct Comparison {
    /// What the figures are held against.
    pub against: Against,
    /// The period.
    pub period: Period,
    /// Up to when facts are counted.
    pub cut_off: Timestamp,
    /// The limits and the centre.
    pub funnel: Funnel,
    /// The cities that have facts in the period, by name.
    pub cities: Vec<CityPoint>,
    /// Cities without any fact in the period: nothing is said of them.
    pub without_data: Vec<CityCode>,
}

impl Comparison {
    /// The cities whose verdict is one of these.
    pub fn judged(&self, verdicts: &[Verdict]) -> impl Iterator<Item = &CityPoint> {
        self.cities.iter().filter(|city| verdicts.contains(&city.point.verdict))
    }
}

/// What a comparison rests on.
pub struct Ground<'a> {
    /// The facts.
    pub mart: &'a Mart,
    /// The cities and their residents.
    pub network: &'a Network,
    /// The areas of origin.
    pub words: &'a Vocabulary,
    /// The catalogue.
    pub indicators: &'a Indicators,
    /// The first day of the edition.
    pub edition: Day,
}

/// Compares the cities.
///
/// # Errors
/// [`CompareError`] says what to compare instead.
pub fn compare(
    ground: &Ground<'_>,
    indicator: &Indicator,
    against: Against,
    period: Period,
) -> Result<Comparison, CompareError> {
    let code = || indicator.code.clone();
    if !indicator.counts_persons() {
        return Err(CompareError::NotPersons(code()));
    }
    let question =
        indicator.question(period, ground.edition).ok_or_else(|| CompareError::NotPersons(code()))?;
    let of_whole = || {
        let whole = indicator.parent.as_deref().and_then(|parent| ground.indicators.get(parent));
        whole
            .and_then(|whole| whole.question(period, ground.edition))
            .ok_or_else(|| CompareError::NoWhole(code()))
    };
    // A city without facts has not reported: zero would be a claim.
    let presence = Question::new(Measure::Contacts, period).by([Dimension::City]);
    let reporting: BTreeSet<String> =
        ground.mart.ask(&presence)?.cells.into_iter().map(|cell| cell.values[0].to_string()).collect();
    let (cities, without): (Vec<_>, Vec<_>) =
        ground.network.cities.iter().partition(|city| reporting.contains(city.code.as_str()));
    let numerator = ground.mart.ask(&question.clone().by([Dimension::City]))?;
    let cut_off = numerator.cut_off;
    let (kind, denominators): (Kind, HashMap<String, f64>) = match against {
        Against::Residents => {
            let residents =
                |city: &&network::City| (city.code.to_string(), f64::from(city.foreign_residents));
            (Kind::Rate { per: 1000.0 }, cities.iter().map(residents).collect())
        }
        Against::Whole => (Kind::Proportion, by_city(&ground.mart.ask(&of_whole()?.by([Dimension::City]))?)),
        Against::CaseMix => {
            let by = [Dimension::City, Dimension::Gender, Dimension::Age, Dimension::Citizenship];
            let whole = ground.mart.ask(&of_whole()?.by(by))?;
            let part = ground.mart.ask(&question.by(by))?;
            (Kind::Ratio, expected(ground.words, &part, &whole))
        }
    };
    let observed = by_city(&numerator);
    let of = |counts: &HashMap<String, f64>, city: &network::City| {
        counts.get(city.code.as_str()).copied().unwrap_or(0.0)
    };
    let unit =
        |city: &&network::City| Unit { numerator: of(&observed, city), denominator: of(&denominators, city) };
    let units: Vec<Unit> = cities.iter().map(unit).collect();
    let funnel = Funnel::new(kind, &units, &Rule::default())?;
    let points = cities.iter().zip(&funnel.points);
    Ok(Comparison {
        against,
        period,
        cut_off,
        cities: points.map(|(city, point)| CityPoint { city: city.code, point: point.clone() }).collect(),
        funnel,
        without_data: without.iter().map(|city| city.code).collect(),
    })
}

#[expect(clippy::cast_precision_loss, reason = "counts of persons are far below 2^53")]
fn by_city(answer: &Answer) -> HashMap<String, f64> {
    answer.cells.iter().map(|cell| (cell.values[0].to_string(), cell.value as f64)).collect()
}

/// What each city would count if its people had the network's share of their group: gender × age × area of
/// origin. Indirect standardisation, as in `comparison::standardise`.
#[expect(clippy::cast_precision_loss, reason = "counts of persons are far below 2^53")]
fn expected(words: &Vocabulary, part: &Answer, whole: &Answer) -> HashMap<String, f64> {
    type Group = (String, String, String);
    let group = |values: &[mart::Label]| -> Group {
        let country = words.countries().get(&values[3]);
        let area = country.map_or_else(|| mart::UNKNOWN.to_owned(), |country| country.area_it.clone());
        (values[1].to_string(), values[2].to_string(), area)
    };
    let mut shares: BTreeMap<Group, (f64, f64)> = BTreeMap::new();
    for cell in &part.cells {
        shares.entry(group(&cell.values)).or_default().0 += cell.value as f64;
    }
    for cell in &whole.cells {
        shares.entry(group(&cell.values)).or_default().1 += cell.value as f64;
    }
    let mut expected = HashMap::new();
    for cell in &whole.cells {
        let (events, people) = shares[&group(&cell.values)];
        *expected.entry(cell.values[0].to_string()).or_default() += cell.value as f64 * events / people;
    }
    expected
}
