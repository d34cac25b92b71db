//! What holds for every funnel, whatever the numbers.

use comparison::funnel::{Funnel, FunnelError, Kind, Rule, Unit, Verdict};
use proptest::prelude::*;

fn kinds() -> impl Strategy<Value = Kind> {
    prop_oneof![Just(Kind::Proportion), Just(Kind::Rate { per: 1000.0 }), Just(Kind::Ratio)]
}

/// Whole counts, as cities have them; denominators differ by a factor of a thousand.
fn units() -> impl Strategy<Value = Vec<Unit>> {
    let unit = (1u32..2000, 0u32..=1000).prop_map(|(cases, share)| Unit {
        numerator: (f64::from(cases) * f64::from(share) / 1000.0).floor(),
        denominator: f64::from(cases),
    });
    proptest::collection::vec(unit, 1..30)
}

fn rules() -> impl Strategy<Value = Rule> {
    (0u32..10, any::<bool>())
        .prop_map(|(minimum, adjust)| Rule { minimum_expected: f64::from(minimum), adjust })
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

proptest! {
    #[test]
    fn limits_narrow_as_the_denominator_grows(
        kind in kinds(), units in units(), rule in rules(), from in 0.1f64..1e4, growth in 1.1f64..50.0,
    ) {
        let funnel = Funnel::new(kind, &units, &rule).unwrap();
        prop_assume!(funnel.centre > 0.0);
        let (wide, narrow) = (funnel.limits(from), funnel.limits(from * growth));
        prop_assert!(narrow.lower95 >= wide.lower95 && narrow.lower998 >= wide.lower998);
        prop_assert!(narrow.upper95 <= wide.upper95 && narrow.upper998 <= wide.upper998);
        prop_assert!(wide.lower998 <= wide.lower95 && wide.lower95 <= funnel.centre);
        prop_assert!(wide.upper998 >= wide.upper95 && wide.upper95 >= funnel.centre);
    }

    #[test]
    fn verdicts_agree_with_limits_and_intervals(kind in kinds(), units in units(), rule in rules()) {
        let funnel = Funnel::new(kind, &units, &rule).unwrap();
        for point in funnel.points.iter().filter(|p| p.verdict != Verdict::TooFew) {
            let (limits, value) = (funnel.limits(point.denominator), point.value.unwrap());
            let four = [limits.lower998, limits.lower95, limits.upper95, limits.upper998];
            if four.iter().any(|limit| near(*limit, value)) {
                continue;
            }
            let expected = match value {
                v if v > limits.upper998 => Verdict::MuchHigher,
                v if v < limits.lower998 => Verdict::MuchLower,
                v if v > limits.upper95 => Verdict::Higher,
                v if v < limits.lower95 => Verdict::Lower,
                _ => Verdict::Within,
            };
            prop_assert_eq!(point.verdict, expected, "{:?} {:?}", point, limits);
            let interval = point.interval.unwrap();
            let holds = interval.lower.is_none_or(|l| l <= funnel.centre) && interval.upper >= funnel.centre;
            let close = near(interval.upper, funnel.centre) || near(interval.lower.unwrap_or(0.0), funnel.centre);
            prop_assert!(close || holds == (point.verdict == Verdict::Within), "{:?}", point);
        }
    }

    #[test]
    fn the_order_of_the_cities_changes_nothing(
        (units, mixed) in units().prop_flat_map(|units| {
            let places: Vec<usize> = (0..units.len()).collect();
            (Just(units), Just(places).prop_shuffle())
        }),
        kind in kinds(), rule in rules(),
    ) {
        let shuffled: Vec<Unit> = mixed.iter().map(|place| units[*place]).collect();
        let (one, other) =
            (Funnel::new(kind, &units, &rule).unwrap(), Funnel::new(kind, &shuffled, &rule).unwrap());
        for (place, point) in mixed.iter().zip(&other.points) {
            prop_assert_eq!(one.points[*place].verdict, point.verdict);
        }
    }

    #[test]
    fn adjusting_never_calls_more_cities_different(kind in kinds(), units in units()) {
        let with = |adjust| Funnel::new(kind, &units, &Rule { minimum_expected: 5.0, adjust }).unwrap();
        let (plain, adjusted) = (with(false), with(true));
        prop_assert!(adjusted.overdispersion.is_none_or(|o| o.tau2 > 0.0 && o.phi > 1.0 && o.kept > 1));
        for (plain, adjusted) in plain.points.iter().zip(&adjusted.points) {
            let rank = |verdict| match verdict {
                Verdict::TooFew | Verdict::Within => 0,
                Verdict::Higher | Verdict::Lower => 1,
                Verdict::MuchHigher | Verdict::MuchLower => 2,
            };
            prop_assert!(rank(adjusted.verdict) <= rank(plain.verdict));
        }
    }

    #[test]
    fn no_number_is_missing(kind in kinds(), units in units(), rule in rules()) {
        let mut units = units;
        units.push(Unit { numerator: 0.0, denominator: 0.0 });
        let funnel = Funnel::new(kind, &units, &rule).unwrap();
        prop_assert_eq!(funnel.points.last().unwrap().verdict, Verdict::TooFew);
        prop_assert_eq!(funnel.points.last().unwrap().value, None);
        for point in &funnel.points {
            let interval = point.interval.map_or((0.0, 0.0), |i| (i.lower.unwrap_or(0.0), i.upper));
            let all = [point.expected, point.value.unwrap_or(0.0), point.ratio.unwrap_or(0.0), interval.0, interval.1];
            prop_assert!(all.iter().all(|x| x.is_finite()), "{:?}", point);
        }
        for (at, limits) in funnel.curve(0.0, 500.0, 20) {
            prop_assert!(at > 0.0 && limits.upper998 >= limits.upper95 && limits.lower998 >= 0.0);
        }
    }
}

#[test]
fn a_city_with_few_expected_events_gets_no_verdict() {
    let units = [Unit { numerator: 4.0, denominator: 4.0 }, Unit { numerator: 500.0, denominator: 1000.0 }];
    let funnel = Funnel::new(Kind::Proportion, &units, &Rule::default()).unwrap();
    assert_eq!(funnel.points[0].verdict, Verdict::TooFew);
    assert!(funnel.points[0].interval.is_some());
    assert_eq!(funnel.points[1].verdict, Verdict::Within);
    // A share of nearly all leaves too few without the event.
    let units = [Unit { numerator: 99.0, denominator: 100.0 }; 3];
    let funnel = Funnel::new(Kind::Proportion, &units, &Rule::default()).unwrap();
    assert!(funnel.points.iter().all(|p| p.verdict == Verdict::TooFew));
}

#[test]
fn limits_exist_at_any_denominator() {
    let units = [Unit { numerator: 40.0, denominator: 1000.0 }; 3];
    for kind in [Kind::Proportion, Kind::Rate { per: 1000.0 }, Kind::Ratio] {
        let funnel = Funnel::new(kind, &units, &Rule::default()).unwrap();
        for at in [f64::NAN, -1.0, 0.0, 1e-12, 1.0, 1e12, 1e300, f64::MAX, f64::INFINITY] {
            let limits = funnel.limits(at);
            assert!(!limits.lower998.is_nan() && !limits.upper998.is_nan(), "{kind:?} at {at}: {limits:?}");
        }
    }
}

#[test]
fn no_event_anywhere_gives_no_verdict() {
    let units = [Unit { numerator: 0.0, denominator: 800.0 }; 3];
    for kind in [Kind::Proportion, Kind::Rate { per: 1000.0 }] {
        let funnel = Funnel::new(kind, &units, &Rule { minimum_expected: 0.0, adjust: true }).unwrap();
        assert!(funnel.points.iter().all(|p| p.verdict == Verdict::TooFew && p.value == Some(0.0)));
    }
}

#[test]
fn impossible_numbers_are_named() {
    let good = Unit { numerator: 1.0, denominator: 10.0 };
    let with = |numerator, denominator| {
        let units = [good, Unit { numerator, denominator }];
        Funnel::new(Kind::Proportion, &units, &Rule::default()).unwrap_err()
    };
    assert!(matches!(with(11.0, 10.0), FunnelError::MoreThanAll { index: 1, .. }));
    assert!(matches!(with(1.0, 0.0), FunnelError::NoDenominator { index: 1, .. }));
    assert!(matches!(with(-1.0, 10.0), FunnelError::NotACount { index: 1, .. }));
    assert!(matches!(with(f64::NAN, 10.0), FunnelError::NotACount { index: 1, .. }));
    assert!(matches!(with(1.0, 1e300), FunnelError::NotACount { index: 1, .. }));
    assert!(matches!(with(1.0, f64::INFINITY), FunnelError::NotACount { index: 1, .. }));
    let rule = Rule::default();
    assert_eq!(Funnel::new(Kind::Ratio, &[], &rule), Err(FunnelError::Nothing));
    assert_eq!(Funnel::new(Kind::Rate { per: 0.0 }, &[good], &rule), Err(FunnelError::Per { per: 0.0 }));
    assert!(with(11.0, 10.0).to_string().contains("unit 1 has 11 events among 10 cases"));
}

/// 22 cities whose true rates differ by a factor of two: plain limits call many different, adjusted ones few.
#[test]
fn cities_that_differ_more_than_chance_widen_the_limits() {
    let unit = |place: u32| Unit { numerator: f64::from(60 + 5 * place), denominator: 1000.0 };
    let units: Vec<Unit> = (0..22).map(unit).collect();
    for kind in [Kind::Proportion, Kind::Rate { per: 1000.0 }] {
        let count = |adjust| {
            let funnel = Funnel::new(kind, &units, &Rule { adjust, ..Rule::default() }).unwrap();
            funnel.points.iter().filter(|p| p.verdict != Verdict::Within).count()
        };
        assert!(count(false) >= 8, "{kind:?} {}", count(false));
        assert!(count(true) <= 3, "{kind:?} {}", count(true));
    }
    // Alike cities are left alone.
    let alike = [Unit { numerator: 100.0, denominator: 1000.0 }; 22];
    assert_eq!(Funnel::new(Kind::Proportion, &alike, &Rule::default()).unwrap().overdispersion, None);
}
