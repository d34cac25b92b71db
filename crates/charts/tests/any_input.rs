//! Whatever the figures and words, a drawing is well-formed and shows no odd number.

mod support;

use charts::*;
use proptest::collection::vec;
use proptest::prelude::*;

fn number() -> impl Strategy<Value = f64> {
    let odd = [
        f64::NAN,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        1e12,
        -1e12,
        -0.0,
        0.0,
        1.0,
        1e-9,
    ];
    prop_oneof![prop::sample::select(odd.to_vec()), -1e3..1e3f64, 0.0..1.0f64, prop::num::f64::ANY]
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), "[a-z<>&\"' ]{0,20}", Just("Lunghissimo ".repeat(60))]
}

fn few() -> impl Strategy<Value = usize> {
    prop_oneof![0usize..4, Just(22usize), Just(200usize)]
}

fn check(svg: &str) -> Result<(), TestCaseError> {
    let parsed = support::parse(svg).map_err(|e| TestCaseError::fail(format!("{e}\n{svg}")))?;
    prop_assert_eq!(parsed.count("svg"), 1);
    for banned in ["style", "script"] {
        prop_assert!(parsed.values(banned).is_empty() && parsed.count(banned) == 0);
    }
    for name in ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "width", "height", "d", "viewBox"] {
        for value in parsed.values(name) {
            prop_assert!(!value.contains("NaN") && !value.contains("inf"), "{}={}", name, value);
        }
    }
    for size in parsed.values("font-size") {
        prop_assert!(size.parse::<f64>().is_ok_and(|size| size >= 12.0));
    }
    Ok(())
}

/// Refuses what may not be written.
fn written(value: f64) -> String {
    assert!(value.is_finite());
    format!("{value:.1}")
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn lists(
        (words, values) in few().prop_flat_map(|n| (vec(word(), n), vec(number(), n))),
        id in word(),
        title in word(),
        units in number(),
    ) {
        let caption = Caption { id: &id, title: &title, description: &title };
        let axis = Axis { title: &title, format: &written };
        check(&sparkline(&values))?;
        check(&columns(&caption, &words, &values, axis))?;
        let items: Vec<Bar> =
            words.iter().zip(&values).map(|(w, v)| Bar { label: w, value: *v, note: w }).collect();
        check(&bars(&caption, &items, units))?;
        let rows: Vec<PyramidRow> =
            words.iter().zip(&values).map(|(w, v)| PyramidRow { label: w, left: *v, right: -*v }).collect();
        check(&pyramid(&caption, &title, &title, &rows, &written))?;
        let rows: Vec<DotRow> = words
            .iter()
            .zip(&values)
            .map(|(w, v)| DotRow { label: w, value: *v, reference: (*v > 0.0).then_some(units) })
            .collect();
        check(&dot_plot(&caption, &rows, axis, &DotWords { value: &title, reference: &title }))?;
    }

    #[test]
    fn run_charts(
        (words, values, signals) in few().prop_flat_map(|n| (vec(word(), n / 2), vec(number(), n), vec(any::<bool>(), n / 2))),
        lines in [number(), number(), number()],
        title in word(),
    ) {
        let drawing = RunDrawing {
            reach: f64::NAN,
            labels: &words,
            values: &values,
            signals: &signals,
            mean: lines[0],
            lower: lines[1],
            upper: lines[2],
            y: Axis { title: &title, format: &written },
            words: RunWords { mean: &title, lower: &title, upper: &title },
        };
        check(&run_chart(&Caption { id: "run", title: &title, description: "" }, &drawing))?;
    }

    #[test]
    fn maps(
        (names, places) in few().prop_flat_map(|n| {
            let near = (35.0..48.0f64, 6.0..19.0f64);
            let place = prop_oneof![near, (number(), number())];
            (vec(word(), n), vec((place, number(), prop::option::of(number())), n))
        }),
    ) {
        let cities: Vec<MapCity> = names
            .iter()
            .zip(&places)
            .map(|(name, ((latitude, longitude), value, share))| MapCity {
                name,
                latitude: *latitude,
                longitude: *longitude,
                value: *value,
                share: *share,
                href: name,
                accessible: name,
            })
            .collect();
        check(&map_of_italy(&Caption { id: "map", title: "", description: "" }, &cities))?;
    }

    #[test]
    fn funnels(
        (names, points) in few().prop_flat_map(|n| (vec(word(), n), vec((number(), number(), 0..3u8, any::<bool>()), n))),
        curve in vec((number(), [number(), number(), number(), number()]), 0..40),
        centre in number(),
        title in word(),
    ) {
        let points: Vec<FunnelPoint> = names
            .iter()
            .zip(&points)
            .map(|(label, (x, y, mark, chosen))| FunnelPoint {
                label,
                x: *x,
                y: *y,
                mark: [Mark::Inside, Mark::Outside, Mark::TooFew][usize::from(*mark)],
                chosen: *chosen,
            })
            .collect();
        let axis = Axis { title: &title, format: &written };
        let words = FunnelWords { limit95: &title, limit998: &title, centre: &title };
        let drawing = FunnelDrawing { points: &points, curve: &curve, centre, x: axis, y: axis, words };
        check(&funnel(&Caption { id: "f", title: &title, description: "" }, &drawing))?;
    }
}
