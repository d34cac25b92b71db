//! What stands in the drawings: marks, names, links.

mod support;

use charts::*;
use support::parse;

const CAPTION: Caption = Caption { id: "prova", title: "A < B & C", description: "Come \"tabella\"" };

fn whole(value: f64) -> String {
    format!("{value:.0}")
}

fn axis() -> Axis<'static> {
    Axis { title: "persone", format: &whole }
}

#[test]
fn a_drawing_is_named_and_described_by_its_own_parts() {
    let parsed = parse(&columns(&CAPTION, &[], &[], axis())).unwrap();
    assert_eq!(parsed.values("role"), ["img"]);
    assert_eq!(parsed.values("aria-labelledby"), ["prova-title"]);
    assert_eq!(parsed.values("aria-describedby"), ["prova-desc"]);
    assert_eq!(parsed.values("id"), ["prova-title", "prova-desc"]);
    assert_eq!(parsed.texts[..2], ["A &lt; B &amp; C", "Come &quot;tabella&quot;"]);
}

#[test]
fn columns_leave_out_gaps() {
    let labels: Vec<String> = ["gen", "feb", "mar"].map(str::to_owned).to_vec();
    let parsed = parse(&columns(&CAPTION, &labels, &[3.0, f64::NAN, 5.0], axis())).unwrap();
    assert_eq!(parsed.count("rect"), 2);
    assert!(labels.iter().all(|label| parsed.texts.contains(label)));
}

#[test]
fn bars_start_at_zero_and_carry_their_notes() {
    let items = [
        Bar { label: "Abitare", value: 50.0, note: "50" },
        Bar { label: "Lavoro", value: 100.0, note: "100" },
    ];
    let parsed = parse(&bars(&CAPTION, &items, 400.0)).unwrap();
    let long: Vec<f64> = parsed
        .attributes
        .iter()
        .filter(|a| a.0 == "rect" && a.1 == "width")
        .map(|a| a.2.parse().unwrap())
        .collect();
    assert!((long[1] - 2.0 * long[0]).abs() <= 0.2, "{long:?}");
    assert!(["Abitare", "Lavoro", "50", "100"].iter().all(|t| parsed.texts.iter().any(|found| found == t)));
}

#[test]
fn a_funnel_names_only_cities_outside_or_chosen() {
    let point = |label, x, y, mark, chosen| FunnelPoint { label, x, y, mark, chosen };
    let points = [
        point("Aosta", 60.0, 40.0, Mark::Inside, false),
        point("Bari", 80.0, 42.0, Mark::Inside, true),
        point("Roma", 900.0, 30.0, Mark::Outside, false),
        point("Potenza", 3.0, 66.0, Mark::TooFew, false),
    ];
    let curve: Vec<(f64, [f64; 4])> = (1..100)
        .map(|i| (f64::from(i * 10), 100.0 / f64::from(i * 10).sqrt()))
        .map(|(n, s)| (n, [41.0 - 1.5 * s, 41.0 - s, 41.0 + s, 41.0 + 1.5 * s]))
        .collect();
    let words = FunnelWords { limit95: "limite 95 %", limit998: "limite 99,8 %", centre: "rete" };
    let drawing = FunnelDrawing { points: &points, curve: &curve, centre: 41.0, x: axis(), y: axis(), words };
    let svg = funnel(&CAPTION, &drawing);
    let parsed = parse(&svg).unwrap();
    assert_eq!(parsed.count("circle"), 3);
    let written = |name: &str| parsed.texts.iter().any(|text| text == name);
    assert!(written("Bari") && written("Roma") && !written("Aosta") && !written("Potenza"));
    assert!(written("limite 95 %") && written("limite 99,8 %") && written("rete"));
    assert!(parsed.texts.contains(&"Aosta: 40 · 60".to_owned()), "the pointer tells every city's figures");
}

#[test]
fn signals_of_a_run_chart_are_diamonds() {
    let labels: Vec<String> = (1..=6).map(|i| i.to_string()).collect();
    let drawing = RunDrawing {
        reach: f64::NAN,
        labels: &labels,
        values: &[5.0, 6.0, f64::NAN, 7.0, 20.0, 5.0],
        signals: &[false, false, true, false, true, false],
        mean: 8.0,
        lower: 2.0,
        upper: 14.0,
        y: axis(),
        words: RunWords { mean: "media", lower: "minimo", upper: "massimo" },
    };
    let svg = run_chart(&CAPTION, &drawing);
    assert_eq!(parse(&svg).unwrap().count("circle"), 4);
    assert_eq!(svg.matches("#cc7a00").count(), 1);
}

#[test]
fn the_map_is_a_group_of_named_links() {
    let city = |name, latitude, longitude, value| MapCity {
        name,
        latitude,
        longitude,
        value,
        share: Some(0.5),
        href: "/citta?a=1&b=2",
        accessible: name,
    };
    let cities = [
        city("Caserta", 41.0746, 14.3324, 20.0),
        city("Napoli", 40.8401, 14.2501, 900.0),
        city("Parigi", 48.85, 2.35, 5.0),
    ];
    let parsed = parse(&map_of_italy(&CAPTION, &cities)).unwrap();
    assert_eq!(parsed.values("role"), ["group"]);
    assert_eq!(parsed.values("href"), ["/citta?a=1&amp;b=2"; 2]);
    // Caserta is painted over Napoli, so that both can be pointed at; Parigi is off the map.
    assert_eq!(parsed.values("aria-label"), ["Napoli", "Caserta"]);
}

#[test]
fn a_pyramid_writes_a_dash_for_what_may_not_be_shown() {
    let rows = [PyramidRow { label: "18–24", left: 12.0, right: f64::NAN }];
    let parsed = parse(&pyramid(&CAPTION, "Donne", "Uomini", &rows, &whole)).unwrap();
    assert_eq!(parsed.count("rect"), 1);
    assert!(parsed.texts.contains(&"–".to_owned()));
}

#[test]
fn a_dot_plot_has_a_dot_per_row_and_one_in_its_key() {
    let rows = [
        DotRow { label: "Lingua", value: 3.0, reference: Some(4.0) },
        DotRow { label: "Casa", value: 2.0, reference: None },
    ];
    let words = DotWords { value: "Bari", reference: "mediana" };
    let parsed = parse(&dot_plot(&CAPTION, &rows, axis(), &words)).unwrap();
    assert_eq!(parsed.count("circle"), 3);
}

#[test]
fn a_sparkline_is_hidden_from_assistive_technology() {
    let parsed = parse(&sparkline(&[1.0, f64::NAN, 3.0])).unwrap();
    assert_eq!(parsed.values("aria-hidden"), ["true"]);
    assert_eq!(parsed.count("circle"), 1);
    assert_eq!(parse(&sparkline(&[])).unwrap().count("circle"), 0);
}
