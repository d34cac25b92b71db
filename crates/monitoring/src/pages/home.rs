//! The network today.

use std::collections::BTreeMap;

use access::{Who, waits};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use charts::{Bar, Caption, MapCity};
use kernel::{CityCode, Period};
use mart::{Answer, Dimension, Mart, Measure, Question};
use ui::parts::{Chart, Field, Figure, Markup, Shape, Status, Table, Tags, Todo};
use ui::{Page, Problem, Section};

use super::asked::{Asked, period_field};
use super::grid::{Grid, Item, drawing};
use super::words::Words;
use super::{Monitor, Shared, declared};

/// A city is late when its newest fact is older than this beside the newest of the network.
const LATE_AFTER_DAYS: i64 = 45;

/// As many things that wait are listed here; the page of the registers has them all.
const SHOWN: usize = 6;

#[derive(Template)]
#[template(path = "home.html")]
pub(crate) struct HomePage {
    pub page: Page,
    pub lead: String,
    pub period: Field,
    /// The period as an address says it.
    pub chosen: String,
    pub map: Chart,
    pub figures: Vec<Figure>,
    pub todo: Todo,
    pub more: Option<String>,
    pub areas: Chart,
    pub cities: Table,
    pub cities_note: String,
    pub declared: Table,
}

/// The answers the page is made of.
struct Answers {
    by_city_month: Answer,
    persons: Answer,
    persons_by_month: Answer,
    network: Answer,
    in_charge: Answer,
    contacts_by_area: Answer,
    persons_by_area: Answer,
    areas_of_cities: Answer,
    in_edition: Answer,
}

impl Answers {
    fn of(monitor: &Monitor, mart: &Mart, period: Period) -> Result<Self, Problem> {
        let ask =
            |measure: Measure, by: &[Dimension]| mart.ask(&Question::new(measure, period).by(by.to_vec()));
        let edition = monitor.edition();
        // How things will stand in months to come is not known yet.
        let known = Period { to: period.to.min(monitor.today()).max(period.from), ..period };
        let until = Period { from: edition.from.min(period.to), to: period.to };
        Ok(Self {
            by_city_month: ask(Measure::Contacts, &[Dimension::City, Dimension::Month])?,
            persons: ask(Measure::Persons, &[Dimension::City])?,
            persons_by_month: ask(Measure::Persons, &[Dimension::Month])?,
            network: ask(Measure::NetworkPersons, &[Dimension::Month])?,
            in_charge: mart.ask(&Question::new(Measure::InCharge, known).by([Dimension::Month]))?,
            contacts_by_area: ask(Measure::Contacts, &[Dimension::Area])?,
            persons_by_area: ask(Measure::Persons, &[Dimension::Area])?,
            areas_of_cities: ask(Measure::Contacts, &[Dimension::City, Dimension::Area])?,
            in_edition: mart.ask(&Question::new(Measure::Persons, until).by([Dimension::City]))?,
        })
    }
}

/// `GET /`
pub async fn show(
    page: Page,
    who: Who,
    State(monitor): State<Shared>,
    asked: Asked,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let period = asked.period(&monitor, mart)?;
    let answers = Answers::of(&monitor, mart, period)?;
    let waiting = waits::all(&monitor.waits, &who).await.map_err(|error| Problem::internal(&*error))?;
    let words = Words { page: &page, monitor: &monitor };
    let persons = answers.persons.total.unwrap_or(0);
    let cities = answers.persons.cells.len();
    let when = words.when(period);
    let title =
        page.t_with("monitoring-home-title", &[("when", &when), ("n", &persons), ("cities", &cities)]);
    let things: u64 = waiting.len() as u64;
    let mut lead = vec![page.t("monitoring-home-several")];
    let mut of_network = monitor.network.declared_of(None);
    if let Some(target) = of_network.find(|figure| figure.measure == "target_persons") {
        lead.push(
            page.t_with("monitoring-home-expected", &[("target", &declared::qualified(&page, target))]),
        );
    }
    lead.push(page.tn("monitoring-home-waiting", things));
    let grid = cities_grid(words, mart, &answers);
    let home = HomePage {
        lead: lead.join(" "),
        period: period_field(&page, &monitor, mart, period),
        chosen: period.to_string(),
        map: map(words, &answers),
        figures: figures(words, &answers),
        todo: Todo::new(&page, &waiting[..waiting.len().min(SHOWN)]),
        more: (waiting.len() > SHOWN).then(|| page.tn("monitoring-todo-all", waiting.len())),
        areas: areas(words, &answers),
        cities: grid.table(&page).hide_caption(),
        cities_note: grid.lines.join(" · "),
        declared: declared::brief(words).table(&page).hide_caption(),
        page: page.clone().titled(Section::Network, title),
    };
    Ok(ui::render(&home))
}

/// `GET /rete/citta.csv`, `/rete/citta.xlsx`, `/rete/mappa.svg`: what the page shows, as files.
pub async fn download(
    page: Page,
    State(monitor): State<Shared>,
    asked: Asked,
    Path(file): Path<String>,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let answers = Answers::of(&monitor, mart, asked.period(&monitor, mart)?)?;
    let words = Words { page: &page, monitor: &monitor };
    match file.split_once('.') {
        Some(("mappa", "svg")) => Ok(drawing("mappa", map_svg(words, &answers))),
        Some(("aree", "svg")) => Ok(drawing("aree", areas_svg(words, &answers))),
        Some(("citta", ending)) => cities_grid(words, mart, &answers).download(ending),
        Some(("aree", ending)) => areas_grid(words, &answers).download(ending),
        _ => Err(Problem::not_found()),
    }
}

/// Figures by month, for a sparkline.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn months(answer: &Answer, city: Option<&str>) -> Vec<f64> {
    let by = &answer.question.by;
    let Some(month) = by.iter().position(|dimension| *dimension == Dimension::Month) else {
        return Vec::new();
    };
    let mut sums: BTreeMap<&str, u64> = BTreeMap::new();
    for cell in answer
        .cells
        .iter()
        .filter(|cell| city.is_none_or(|city| cell.values.iter().any(|one| **one == *city)))
    {
        *sums.entry(&cell.values[month]).or_default() += cell.value;
    }
    sums.into_values().map(|sum| sum as f64).collect()
}

fn figures(words: Words<'_>, answers: &Answers) -> Vec<Figure> {
    let period = answers.persons.question.period.to_string();
    let figure = |answer: &Answer, label: &str, code: &str, spark: Vec<f64>| {
        let href = format!("/indicatori/{code}?period={period}");
        Figure::new(words.page.number(answer.total.unwrap_or(0)), words.page.t(label), words.basis(answer))
            .spark(charts::sparkline(&spark))
            .href(href)
    };
    vec![
        figure(
            &answers.by_city_month,
            "monitoring-label-contacts",
            "N.1",
            months(&answers.by_city_month, None),
        ),
        figure(&answers.network, "monitoring-label-network-persons", "N.3", months(&answers.network, None)),
        figure(&answers.persons, "monitoring-label-persons", "N.2", months(&answers.persons_by_month, None)),
        figure(&answers.in_charge, "monitoring-label-in-charge", "N.7", months(&answers.in_charge, None)),
    ]
}

/// The published result that a city is to reach, in persons.
fn target(monitor: &Monitor, city: CityCode) -> Option<f64> {
    let wanted = [
        "target_persons_reached_and_assisted",
        "target_persons_reached_and_supported",
        "target_direct_beneficiaries",
    ];
    let mut declared = monitor.network.declared_of(Some(city));
    declared
        .find(|figure| figure.is_target && wanted.contains(&figure.measure.as_str()))
        .map(|figure| figure.value)
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn map_svg(words: Words<'_>, answers: &Answers) -> String {
    let (page, monitor) = (words.page, words.monitor);
    let cities: Vec<_> = monitor
        .network
        .cities
        .iter()
        .map(|city| {
            let persons = answers.persons.value(&[city.code.as_str()]);
            let reached = answers.in_edition.value(&[city.code.as_str()]) as f64;
            let name = page.t_with("monitoring-map-city", &[("city", &city.name), ("n", &persons)]);
            (
                city,
                persons as f64,
                target(monitor, city.code).map(|target| reached / target),
                name,
                format!("/citta/{}", city.code),
            )
        })
        .collect();
    let dots: Vec<MapCity<'_>> = cities
        .iter()
        .map(|(city, value, share, name, href)| MapCity {
            name: &city.name,
            latitude: city.latitude,
            longitude: city.longitude,
            value: *value,
            share: *share,
            href,
            accessible: name,
        })
        .collect();
    let caption = Caption {
        id: "map-drawing",
        title: &page.t("monitoring-map-title"),
        description: &page.t("monitoring-map-description"),
    };
    charts::map_of_italy(&caption, &dots)
}

fn map(words: Words<'_>, answers: &Answers) -> Chart {
    let page = words.page;
    let period = answers.persons.question.period.to_string();
    let rows = words.monitor.network.cities.iter().map(|city| {
        let target = target(words.monitor, city.code);
        vec![
            Item::Link(format!("/citta/{}", city.code), city.name.clone()),
            Item::Count(answers.persons.value(&[city.code.as_str()])),
            Item::Count(answers.in_edition.value(&[city.code.as_str()])),
            target.map_or(Item::Nothing, |target| Item::Decimal(target, 0)),
        ]
    });
    let grid = Grid {
        id: "map-table".to_owned(),
        title: page.t("monitoring-map-title"),
        lines: Vec::new(),
        columns: vec![
            (page.t("monitoring-city"), false),
            (page.t("monitoring-label-persons-short"), true),
            (page.t("monitoring-map-in-edition"), true),
            (page.t("monitoring-map-target"), true),
        ],
        rows: rows.collect(),
        foot: None,
    };
    Chart::new(
        page,
        "map",
        page.t("monitoring-map-title"),
        map_svg(words, answers),
        grid.table(page).hide_caption(),
    )
    .note(page.t("monitoring-map-note"))
    .download("SVG", format!("/rete/mappa.svg?period={period}"))
    .download("CSV", format!("/rete/citta.csv?period={period}"))
    .download("XLSX", format!("/rete/citta.xlsx?period={period}"))
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn areas_svg(words: Words<'_>, answers: &Answers) -> String {
    let page = words.page;
    let rows: Vec<(String, f64, String)> = words
        .monitor
        .network
        .areas
        .iter()
        .map(|area| {
            let contacts = answers.contacts_by_area.value(&[&area.code]);
            let persons = answers.persons_by_area.value(&[&area.code]);
            let note = page.t_with("monitoring-area-note", &[("contacts", &contacts), ("persons", &persons)]);
            (words.value(Dimension::Area, &area.code), contacts as f64, note)
        })
        .collect();
    let bars: Vec<Bar<'_>> =
        rows.iter().map(|(label, value, note)| Bar { label, value: *value, note }).collect();
    let caption = Caption {
        id: "areas-drawing",
        title: &page.t("monitoring-areas-title"),
        description: &words.basis(&answers.contacts_by_area),
    };
    charts::bars(&caption, &bars, 540.0)
}

fn areas_grid(words: Words<'_>, answers: &Answers) -> Grid {
    let page = words.page;
    let rows = words.monitor.network.areas.iter().map(|area| {
        vec![
            Item::Text(words.value(Dimension::Area, &area.code)),
            Item::Count(answers.contacts_by_area.value(&[&area.code])),
            Item::Count(answers.persons_by_area.value(&[&area.code])),
        ]
    });
    Grid {
        id: "aree".to_owned(),
        title: page.t("monitoring-areas-title"),
        lines: vec![words.basis(&answers.contacts_by_area), words.basis(&answers.persons_by_area)],
        columns: vec![
            (words.dimension(Dimension::Area), false),
            (page.t("monitoring-label-contacts"), true),
            (page.t("monitoring-label-persons-short"), true),
        ],
        rows: rows.collect(),
        foot: None,
    }
}

fn areas(words: Words<'_>, answers: &Answers) -> Chart {
    let page = words.page;
    let period = answers.persons.question.period.to_string();
    let table = areas_grid(words, answers).table(page).hide_caption();
    Chart::new(page, "areas", page.t("monitoring-areas-title"), areas_svg(words, answers), table)
        .note(page.t("monitoring-areas-note"))
        .download("SVG", format!("/rete/aree.svg?period={period}"))
        .download("CSV", format!("/rete/aree.csv?period={period}"))
        .download("XLSX", format!("/rete/aree.xlsx?period={period}"))
}

fn cities_grid(words: Words<'_>, mart: &Mart, answers: &Answers) -> Grid {
    let page = words.page;
    let newest = mart.newest();
    let newest_of_all = newest.values().max().copied();
    let mut contacts: BTreeMap<&str, u64> = BTreeMap::new();
    for cell in &answers.by_city_month.cells {
        *contacts.entry(&cell.values[0]).or_default() += cell.value;
    }
    let rows = words.monitor.network.cities.iter().map(|city| {
        let code = city.code.as_str();
        let areas: Vec<String> = words
            .monitor
            .network
            .areas
            .iter()
            .filter(|area| answers.areas_of_cities.value(&[code, &area.code]) > 0)
            .map(|area| words.value(Dimension::Area, &area.code))
            .collect();
        let last = newest.get(&city.code);
        let status = match (last, newest_of_all) {
            (None, _) => (Shape::None, "monitoring-status-none"),
            (Some(last), Some(all)) if (all - *last).num_days() > LATE_AFTER_DAYS => {
                (Shape::Attention, "monitoring-status-late")
            }
            _ => (Shape::Done, "monitoring-status-fresh"),
        };
        let word = page.t(status.1);
        let spark = charts::sparkline(&months(&answers.by_city_month, Some(code)));
        vec![
            Item::Link(format!("/citta/{code}"), city.name.clone()),
            Item::Part(Markup(Tags::new(areas.clone()).to_string()), areas.join(", ")),
            Item::Count(contacts.get(code).copied().unwrap_or(0)),
            Item::Count(answers.persons.value(&[code])),
            Item::Part(Markup(format!("<span class=\"l-spark\">{spark}</span>")), String::new()),
            last.map_or(Item::Nothing, |day| Item::Day(*day)),
            Item::Part(Markup(Status::new(status.0, word.clone()).to_string()), word),
        ]
    });
    let head = |key: &str, number: bool| (page.t(key), number);
    Grid {
        id: "citta".to_owned(),
        title: page.t("monitoring-cities-title"),
        lines: vec![words.basis(&answers.by_city_month), words.basis(&answers.persons)],
        columns: vec![
            head("monitoring-city", false),
            head("monitoring-cities-areas", false),
            head("monitoring-label-contacts", true),
            head("monitoring-label-persons-short", true),
            head("monitoring-cities-trend", false),
            head("monitoring-cities-last", false),
            head("monitoring-cities-status", false),
        ],
        rows: rows.collect(),
        foot: Some(vec![
            Item::Text(page.t("monitoring-total")),
            Item::Nothing,
            Item::Count(answers.by_city_month.total.unwrap_or(0)),
            Item::Count(answers.persons.total.unwrap_or(0)),
            Item::Nothing,
            Item::Nothing,
            Item::Nothing,
        ]),
    }
}
