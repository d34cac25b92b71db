//! Writes a page with one drawing of each kind, from made-up figures, to standard output:
//! `cargo run -p charts --example gallery > gallery.html`.

use std::io::Write;

use charts::{
    Axis, Bar, Caption, DotRow, DotWords, FunnelDrawing, FunnelPoint, FunnelWords, MapCity, Mark, PyramidRow,
    RunDrawing, RunWords, bars, columns, dot_plot, funnel, map_of_italy, pyramid, run_chart, sparkline,
};

/// Name, latitude, longitude, persons, share of the target.
const CITIES: [(&str, f64, f64, f64, f64); 22] = [
    ("Aosta", 45.738, 7.320, 169.0, 0.73),
    ("Bari", 41.125, 16.867, 476.0, 0.65),
    ("Bologna", 44.494, 11.342, 773.0, 0.66),
    ("Bolzano", 46.499, 11.356, 530.0, 0.73),
    ("Cagliari", 39.215, 9.111, 382.0, 0.47),
    ("Campobasso", 41.558, 14.659, 204.0, 0.62),
    ("Caserta", 41.075, 14.332, 249.0, 1.08),
    ("Catanzaro", 38.905, 16.595, 185.0, 0.74),
    ("Firenze", 43.769, 11.257, 926.0, 0.92),
    ("Genova", 44.411, 8.933, 1108.0, 0.71),
    ("Latina", 41.468, 12.903, 354.0, 0.98),
    ("Milano", 45.467, 9.191, 2073.0, 0.91),
    ("Napoli", 40.840, 14.250, 1150.0, 0.80),
    ("Palermo", 38.115, 13.362, 760.0, 0.85),
    ("Perugia", 43.112, 12.389, 420.0, 0.35),
    ("Potenza", 40.639, 15.805, 160.0, 0.90),
    ("Roma", 41.893, 12.484, 2230.0, 0.55),
    ("Sassari", 40.727, 8.559, 240.0, 0.80),
    ("Taranto", 40.473, 17.233, 310.0, 0.77),
    ("Torino", 45.073, 7.681, 1710.0, 0.88),
    ("Trieste", 45.649, 13.768, 340.0, 0.60),
    ("Venezia", 45.435, 12.338, 610.0, 0.58),
];

fn whole(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push('.');
        }
        out.push(c);
    }
    if value < 0.0 { format!("−{out}") } else { out }
}

fn percent(value: f64) -> String {
    format!("{:.0} %", value * 100.0)
}

fn caption<'a>(id: &'a str, title: &'a str) -> Caption<'a> {
    Caption { id, title, description: "Le stesse cifre sono nella tabella accanto." }
}

fn the_map() -> String {
    let names: Vec<String> = CITIES.iter().map(|c| format!("{}: {} persone", c.0, whole(c.3))).collect();
    let cities: Vec<MapCity> = CITIES
        .iter()
        .zip(&names)
        .map(|(c, accessible)| MapCity {
            name: c.0,
            latitude: c.1,
            longitude: c.2,
            value: c.3,
            share: Some(c.4),
            href: "#",
            accessible,
        })
        .collect();
    map_of_italy(&caption("map", "Persone incontrate nelle 22 città"), &cities)
}

fn the_funnel() -> String {
    let centre: f64 = 0.412;
    let spread = |n: f64, z: f64| z * (centre * (1.0 - centre) / n).sqrt();
    let curve: Vec<(f64, [f64; 4])> = (1..120)
        .map(|i| {
            let n = 10.0 * f64::from(i);
            let (a, b) = (spread(n, 1.96), spread(n, 3.09));
            (n, [(centre - b).max(0.0), centre - a, centre + a, (centre + b).min(1.0)])
        })
        .collect();
    let size = [
        62, 236, 248, 161, 136, 88, 129, 95, 436, 380, 152, 1084, 630, 205, 60, 100, 1030, 158, 436, 250,
        172, 8,
    ];
    let rate = [
        0.386, 0.385, 0.447, 0.451, 0.514, 0.419, 0.61, 0.439, 0.404, 0.387, 0.52, 0.43, 0.404, 0.424, 0.37,
        0.36, 0.33, 0.485, 0.458, 0.386, 0.503, 0.5,
    ];
    let points: Vec<FunnelPoint> = CITIES
        .iter()
        .zip(size.into_iter().zip(rate))
        .map(|(c, (n, rate))| {
            let x = f64::from(n);
            let outside = (rate - centre).abs() > spread(x, 1.96);
            let mark = if x < 10.0 {
                Mark::TooFew
            } else if outside {
                Mark::Outside
            } else {
                Mark::Inside
            };
            FunnelPoint { label: c.0, x, y: rate, mark, chosen: matches!(c.0, "Bari" | "Venezia") }
        })
        .collect();
    let drawing = FunnelDrawing {
        points: &points,
        curve: &curve,
        centre,
        x: Axis { title: "persone che hanno concluso un corso di lingua (denominatore)", format: &whole },
        y: Axis { title: "quota che sale di almeno un livello QCER", format: &percent },
        words: FunnelWords { limit95: "limite 95 %", limit998: "limite 99,8 %", centre: "rete 41,2 %" },
    };
    funnel(&caption("funnel", "Quattro città sopra e una sotto ciò che il caso spiega"), &drawing)
}

fn months() -> Vec<String> {
    let names = ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];
    (0..18).map(|i| format!("{} {}", names[i % 12], 24 + i / 12)).collect()
}

fn the_run_chart() -> String {
    let values = [
        62.0,
        55.0,
        71.0,
        66.0,
        58.0,
        60.0,
        f64::NAN,
        49.0,
        63.0,
        69.0,
        72.0,
        74.0,
        71.0,
        78.0,
        76.0,
        80.0,
        97.0,
        70.0,
    ];
    let signals: Vec<bool> = (0..18).map(|i| (9..17).contains(&i)).collect();
    let drawing = RunDrawing {
        reach: f64::NAN,
        labels: &months(),
        values: &values,
        signals: &signals,
        mean: 66.0,
        lower: 42.0,
        upper: 90.0,
        y: Axis { title: "contatti al mese", format: &whole },
        words: RunWords { mean: "media 66", lower: "limite 42", upper: "limite 90" },
    };
    run_chart(&caption("run", "Da ottobre i contatti sono più del solito"), &drawing)
}

fn the_bars() -> String {
    let areas = [
        Bar { label: "Presa in carico", value: 56_037.0, note: "56.037" },
        Bar { label: "Abitare", value: 14_995.0, note: "14.995" },
        Bar { label: "Impegno civico", value: 7_892.0, note: "7.892" },
    ];
    let long = [
        Bar { label: "Titolari di protezione internazionale o speciale", value: 320.0, note: "320 persone" },
        Bar { label: "Richiedenti asilo in attesa della decisione", value: 210.0, note: "210 persone" },
        Bar { label: "Non noto", value: 0.0, note: "0" },
    ];
    bars(&caption("bars", "Tre aree"), &areas, 480.0) + &bars(&caption("bars2", "Permessi"), &long, 480.0)
}

fn the_pyramid() -> String {
    let rows = [
        PyramidRow { label: "65 e oltre", left: 12.0, right: 9.0 },
        PyramidRow { label: "50–64", left: 60.0, right: 41.0 },
        PyramidRow { label: "35–49", left: 180.0, right: 141.0 },
        PyramidRow { label: "25–34", left: 220.0, right: 260.0 },
        PyramidRow { label: "18–24", left: 90.0, right: 210.0 },
        PyramidRow { label: "0–17", left: 25.0, right: f64::NAN },
    ];
    pyramid(&caption("pyramid", "Età e genere"), "Donne", "Uomini", &rows, &whole)
}

fn the_dots() -> String {
    let rows = [
        DotRow { label: "Orientamento legale", value: 0.42, reference: Some(0.36) },
        DotRow { label: "Corsi di lingua", value: 0.18, reference: Some(0.27) },
        DotRow { label: "Ricerca di alloggio", value: 0.31, reference: Some(0.30) },
        DotRow { label: "Accompagnamento sanitario", value: 0.09, reference: None },
    ];
    let words = DotWords { value: "Bari", reference: "mediana della rete" };
    let axis = Axis { title: "quota delle persone", format: &percent };
    dot_plot(&caption("dots", "Servizi a Bari"), &rows, axis, &words)
}

fn the_columns() -> String {
    let values: Vec<f64> = (0..18).map(|i| 40.0 + 12.0 * f64::from(i % 5) + f64::from(i)).collect();
    columns(
        &caption("columns", "Persone nuove per mese"),
        &months(),
        &values,
        Axis { title: "persone nuove", format: &whole },
    )
}

fn main() -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    writeln!(
        out,
        "<!doctype html><html lang=\"it\"><meta charset=\"utf-8\"><title>Gallery</title>\
         <style>body{{font-family:'Titillium Web',sans-serif;display:grid;grid-template-columns:600px 600px;gap:28px;margin:20px}}\
         .l-dot:focus-visible{{outline:3px solid #000}}</style>"
    )?;
    let spark = sparkline(&[3.0, 4.0, 6.0, f64::NAN, 5.0, f64::NAN, 7.0, 9.0, 4.0, 10.0]);
    let others = spark + &the_bars();
    for drawing in
        [the_map(), others, the_funnel(), the_run_chart(), the_columns(), the_pyramid(), the_dots()]
    {
        writeln!(out, "<div>{drawing}</div>")?;
    }
    writeln!(out, "</html>")
}
