//! Pages that show every part: filled as usual, empty, with very long words, in other scripts.

use askama::Template;
use kernel::Timestamp;
use ui::parts::{
    Breadcrumb, Cell, Chart, Choice, Column, Empty, Field, Figure, Notice, Pager, Shape, Status, Table, Tags,
    Todo, Tone,
};
use ui::waits::Waiting;
use ui::{Page, Say, Section, Source};

/// Messages of the samples.
pub const MESSAGES: Source = Source {
    name: "sample",
    it: "sample-rows = Correggi { $n ->\n    [one] una riga\n   *[other] { $n } righe\n } del registro di { $city }\nsample-open = Apri\n",
    en: "sample-rows = Mend { $n ->\n    [one] one row\n   *[other] { $n } rows\n } of the register of { $city }\nsample-open = Open\n",
};

const SPARK: &str = "<svg viewBox=\"0 0 132 28\" aria-hidden=\"true\"><polyline points=\"0,18 12,22 24,20 36,8 48,10 60,14 72,6 \
     84,10 96,22 108,8 120,12 132,2\" fill=\"none\" stroke=\"#0066cc\" stroke-width=\"2\"/></svg>";

const BARS: &str = "<svg viewBox=\"0 0 560 150\" width=\"560\" height=\"150\" role=\"img\" aria-label=\"Contatti per area\">\
     <g font-size=\"14\" fill=\"#17324d\"><text x=\"0\" y=\"14\">Presa in carico</text><text x=\"0\" y=\"64\">Abitare</text>\
     <text x=\"0\" y=\"114\">Impegno civico</text></g><g fill=\"#0066cc\"><rect y=\"20\" width=\"560\" height=\"18\"/>\
     <rect y=\"70\" width=\"150\" height=\"18\"/><rect y=\"120\" width=\"79\" height=\"18\"/></g></svg>";

/// A page of parts.
#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% extends "base.html" %}
{% block main %}
{{ breadcrumb }}
<h1>{{ page.title }}</h1>
<p class="l-lead">Il risultato atteso dell’edizione è oltre 9.000 persone. Tre città devono ancora consegnare il terzo trimestre.</p>
<div class="row">
<div class="col-lg-5">{{ chart }}</div>
<div class="col-lg-7">
<dl class="l-figures">{% for figure in figures %}{{ figure }}{% endfor %}</dl>
<section class="l-section"><h2>Da fare</h2>{{ todo }}</section>
</div>
</div>
<section class="l-section"><h2>Le città</h2>{{ scrolling }}{{ pager }}</section>
<section class="l-section"><h2>Righe da correggere</h2>{{ cards }}</section>
<div class="row l-section">
<div class="col-lg-7"><h2>Modulo</h2>
<form method="post" action="/campione">
<div class="l-drop" data-drop>{{ file }}</div>
{% for field in fields %}{{ field }}{% endfor %}
<button class="btn btn-primary">Mostra</button> <a class="btn btn-outline-primary" href="/">Torna</a>
</form></div>
<div class="col-lg-5">
<div class="l-may"><h2>Si può dire</h2><p>Cagliari, Caserta: la quota è più alta di quanto il caso spieghi.</p></div>
<div class="l-may-not"><h2>Non si può dire</h2><p>Che una città sia prima o ultima.</p></div>
<div class="l-frame"><h2>Cifre dichiarate</h2><p class="l-small">Non entrano nei conteggi.</p></div>
</div>
</div>
<section class="l-section">{{ empty }}</section>
{% endblock %}"#
)]
pub struct SamplePage {
    page: Page,
    breadcrumb: Breadcrumb,
    figures: Vec<Figure>,
    chart: Chart,
    todo: Todo,
    scrolling: Table,
    cards: Table,
    pager: Pager,
    file: Field,
    fields: Vec<Field>,
    empty: Empty,
}

/// One page a sample: usual, empty, very long, another script.
pub fn pages(page: &Page) -> Vec<SamplePage> {
    let long = "Struttura-per-l’integrazione-dei-cittadini-di-Paesi-terzi ".repeat(6);
    [("Bari", 22), ("", 0), (long.as_str(), 60), ("የኢትዮጵያ ማኅበር · جمعية المهاجرين · 移民协会", 3)]
        .map(|(word, rows)| sample(page, word, rows))
        .into()
}

fn sample(page: &Page, word: &str, rows: usize) -> SamplePage {
    let notices = [Tone::Info, Tone::Success, Tone::Warning, Tone::Loss].map(|tone| {
        Notice::new(tone, format!("Avviso {word}"), "Che cosa è successo, e che cosa fare.").link("/", "Apri")
    });
    let mut page = page
        .clone()
        .titled(Section::Network, format!("Da gennaio la rete ha incontrato 14.513 persone {word}"));
    page.notices = notices.into();

    let basis = "una volta per città · 1 gen–30 set 2025 · dati al 14 ott · non sigillato";
    let figures = vec![
        Figure::new(page.number(78_926), "contatti", basis).spark(SPARK),
        Figure::new(page.number(14_513), format!("persone {word}"), basis).spark(SPARK).href("/"),
        Figure::new("non rilevato", "famiglie", basis),
        Figure::new(page.percent(&0.412), "quota", basis).spark(SPARK),
    ];
    let columns = vec![Column::text("Area"), Column::number("Contatti"), Column::number("Persone")];
    let areas = Table::new(&page, "areas", "Contatti e persone per area", columns).rows(
        (0..rows.min(3))
            .map(|n| vec![format!("Area {n} {word}").into(), page.number(n * 1000).into(), "<5".into()]),
    );
    let chart =
        Chart::new(&page, "by-area", format!("Tre aree: i contatti non si sommano {word}"), BARS, areas)
            .note("Lunghezza: contatti.")
            .download("SVG", "/campione.svg")
            .download("CSV", "/campione.csv");
    SamplePage {
        breadcrumb: Breadcrumb::new(&page, vec![("/".into(), "La rete".into())], format!("Città {word}")),
        figures,
        chart,
        todo: Todo::new(&page, &waiting(word, rows)),
        scrolling: cities(&page, word, rows),
        cards: rejected(&page, word, rows),
        pager: Pager::new(&page, "1–22 di 1.204", Some("/?".into()), Some("/?after=x".into())),
        file: Field::file("file", "Il registro", ".xlsx,.csv").hint("Trascinalo qui o sceglilo."),
        fields: fields(word),
        empty: Empty::new("Qui ci saranno i registri", "Nessuno ha ancora portato un file.")
            .action("/registri", "Porta un registro"),
        page,
    }
}

fn waiting(word: &str, rows: usize) -> Vec<Waiting> {
    let item = |n: usize| Waiting {
        what: Say::new("sample-rows").with("n", n + 1).with("city", word),
        action: "sample-open",
        count: 1,
        href: format!("/registri/{n}"),
        since: Timestamp::from_micros(1_760_425_920_000_000),
    };
    (0..rows.min(3)).map(item).collect()
}

fn cities(page: &Page, word: &str, rows: usize) -> Table {
    let heads = vec![
        Column::text("Città"),
        Column::text("Aree attive"),
        Column::number("Contatti"),
        Column::number("Persone (una volta per città)"),
        Column::number("Del risultato atteso"),
        Column::text("Ultimo dato"),
        Column::text("3º trimestre"),
    ];
    let shapes = [Shape::Done, Shape::Half, Shape::Open, Shape::Attention, Shape::Loss, Shape::None];
    let row = |n: usize| {
        vec![
            Cell::link(format!("/citta/{n}"), format!("{word} {n}")),
            Cell::part(Tags::new(["presa in carico", "abitare"])),
            Cell::text(page.number(n * 731)),
            Cell::text("<5"),
            Cell::text(page.percent(&0.73)),
            Cell::text("30 set"),
            Cell::part(Status::new(shapes[n % shapes.len()], "Consegnato")),
        ]
    };
    Table::new(page, "cities", "Le città della rete", heads).hide_caption().rows((0..rows).map(row))
}

fn rejected(page: &Page, word: &str, rows: usize) -> Table {
    let heads = vec![Column::number("Riga"), Column::text("Motivo"), Column::text("Valore più vicino")];
    let row = |n: usize| {
        vec![
            page.number(n + 12).into(),
            format!("giorno che non esiste {word}").into(),
            Cell::text("29/02/2024").marked(),
        ]
    };
    let table = Table::new(page, "rejected", "Righe del registro da correggere", heads).cards();
    table.rows((0..rows.min(3)).map(row)).foot(vec!["Totale".into(), page.number(rows).into(), "–".into()])
}

fn fields(word: &str) -> Vec<Field> {
    let choices = vec![Choice::new("a", "Tutte le città"), Choice::new("b", format!("Solo {word}"))];
    vec![
        Field::search("q", "Cerca una città").value(word),
        Field::list("city", "Città", choices).value("b"),
        Field::date("day", "Giorno")
            .required()
            .error("Il 30 febbraio non esiste: scrivi un giorno del mese."),
        Field::number("rows", "Righe").hint("Da 1 a 50"),
        Field::text("name", "Nome").value(word),
        Field::area("note", "Nota").value(word),
        Field::check("all", "Anche le chiuse").value("on"),
    ]
}
