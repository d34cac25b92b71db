//! One city: what it did, over time, for whom, with which services, and how good its data is.

mod people;
mod services;

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kernel::{CityCode, Period};
use mart::{Answer, AskError, Dimension, Mart, Measure, Question, UNKNOWN};
use ui::parts::{Breadcrumb, Chart, Empty, Field, Figure, Table, Tags};
use ui::{Page, Problem, Section};

use super::asked::{Asked, city_of, period_field};
use super::grid::{Grid, Item};
use super::words::Words;
use super::{Shared, declared, runs};

#[derive(Template)]
#[template(path = "city.html")]
pub(crate) struct CityPage {
    pub page: Page,
    pub breadcrumb: Breadcrumb,
    pub lead: String,
    pub facts: String,
    pub areas: Tags,
    pub points: Vec<String>,
    pub period: Field,
    pub figures: Vec<Figure>,
    pub runs: Vec<Chart>,
    pub few_months: bool,
    pub people: Vec<Chart>,
    pub services: Option<Chart>,
    pub quality: Table,
    pub registers: String,
    pub indicators: String,
    pub compare: String,
    pub declared: Option<Table>,
    pub empty: Option<Empty>,
}

/// What is asked about one city in one period.
struct About<'a> {
    mart: &'a Mart,
    city: CityCode,
    period: Period,
}

impl About<'_> {
    fn ask(&self, measure: Measure, by: &[Dimension]) -> Result<Answer, AskError> {
        let question = Question::new(measure, self.period).only(Dimension::City, self.city.as_str());
        self.mart.ask(&question.by(by.to_vec()))
    }

    /// Months before the period too: a run needs a past.
    fn history(&self, measure: Measure) -> Result<Answer, AskError> {
        let from = self.mart.span().map_or(self.period.from, |span| span.from.min(self.period.from));
        let question = Question::new(measure, Period { from, to: self.period.to });
        self.mart.ask(&question.only(Dimension::City, self.city.as_str()).by([Dimension::Month]))
    }
}

/// `GET /citta/{city}`
pub async fn show(
    page: Page,
    State(monitor): State<Shared>,
    asked: Asked,
    Path(name): Path<String>,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let city = city_of(&monitor, &name)?;
    if city.as_str() != name {
        return Ok(Redirect::permanent(&format!("/citta/{city}")).into_response());
    }
    let period = asked.period(&monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let about = About { mart, city, period };
    let known = monitor.network.cities.get(city).ok_or_else(Problem::not_found)?;
    let contacts = about.ask(Measure::Contacts, &[Dimension::Area])?;
    let persons = about.ask(Measure::Persons, &[Dimension::Gender, Dimension::Age])?;
    let (total, met) = (contacts.total.unwrap_or(0), persons.total.unwrap_or(0));
    let new = about.ask(Measure::NewPersons, &[])?;
    let in_charge = about.ask(Measure::InCharge, &[])?;
    let sessions = about.ask(Measure::Sessions, &[Dimension::Point])?;
    let when = words.when(period);
    let lead = page.t_with(
        "monitoring-city-lead",
        &[("when", &when), ("city", &known.name), ("persons", &met), ("contacts", &total)],
    );
    let facts = page.t_with(
        "monitoring-city-facts",
        &[
            ("region", &known.region),
            ("population", &known.population),
            ("foreign", &known.foreign_residents),
            ("day", &page.period(&Period { from: known.counted_at, to: known.counted_at })),
        ],
    );
    let areas = monitor.network.areas.iter().filter(|area| contacts.value(&[&area.code]) > 0);
    let published = monitor.network.points_of(city).map(|point| point.name.clone());
    let counted = sessions.cells.iter().map(|cell| {
        let name = words.value(Dimension::Point, &cell.values[0]);
        page.t_with("monitoring-city-point", &[("point", &name), ("n", &cell.value)])
    });
    let what = |measure| words.measure(measure);
    let mut charts = Vec::new();
    for (id, measure) in [("run-contacts", Measure::Contacts), ("run-new", Measure::NewPersons)] {
        let history = about.history(measure)?;
        let series = runs::complete_months(&history, monitor.today());
        charts.extend(runs::chart(words, id, &what(measure), &words.basis(&history), &series));
    }
    let declared = declared::grid(words, |figure| figure.city == Some(city));
    let figure = |answer: &Answer, label: &str, code: &str| {
        Figure::new(page.number(answer.total.unwrap_or(0)), page.t(label), words.basis(answer))
            .href(format!("/indicatori/{code}?city={city}&period={period}"))
    };
    let empty = (total == 0).then(|| {
        Empty::new(page.t("monitoring-city-empty"), page.t("monitoring-city-empty-text"))
            .action(format!("/registri/{city}"), page.t("monitoring-city-import"))
    });
    let shown = CityPage {
        breadcrumb: Breadcrumb::new(
            &page,
            vec![("/".to_owned(), page.t("ui-nav-network"))],
            known.name.clone(),
        ),
        lead,
        facts,
        areas: Tags::new(areas.map(|area| words.value(Dimension::Area, &area.code))),
        points: counted.chain(published).collect(),
        period: period_field(&page, &monitor, mart, period),
        figures: vec![
            figure(&contacts, "monitoring-label-contacts", "N.1"),
            figure(&persons, "monitoring-label-persons-city", "N.2"),
            figure(&in_charge, "monitoring-label-in-charge", "N.7"),
            figure(&new, "monitoring-label-new-persons", "N.4"),
            figure(&sessions, "monitoring-label-sessions", "N.5"),
        ],
        few_months: charts.is_empty(),
        runs: charts,
        people: people::charts(words, &about, &persons)?,
        services: services::chart(words, &about, met)?,
        quality: quality(words, &about)?.table(&page).hide_caption(),
        registers: format!("/registri/{city}"),
        indicators: format!("/indicatori?city={city}&period={period}"),
        compare: format!("/confronto?indicator=N.2&city={city}&period={period}"),
        declared: (!declared.rows.is_empty()).then(|| declared.table(&page).cards().hide_caption()),
        empty,
        page: page.clone().titled(Section::Network, known.name.clone()),
    };
    Ok(ui::render(&shown))
}

/// How many persons, or contacts, lack each thing that was to be recorded.
fn quality(words: Words<'_>, about: &About<'_>) -> Result<Grid, AskError> {
    let page = words.page;
    let mut rows = Vec::new();
    for (measure, dimension) in [
        (Measure::Persons, Dimension::Gender),
        (Measure::Persons, Dimension::Age),
        (Measure::Persons, Dimension::Citizenship),
        (Measure::Contacts, Dimension::Permit),
        (Measure::Contacts, Dimension::Point),
    ] {
        let answer = about.ask(measure, &[dimension])?;
        let (unknown, total) = (answer.value(&[UNKNOWN]), answer.total.unwrap_or(0));
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        let share = if total == 0 { Item::Nothing } else { Item::Share(unknown as f64 / total as f64) };
        let what = page.t_with(
            "monitoring-quality-of",
            &[("dimension", &words.dimension(dimension)), ("unit", &words.measure(measure))],
        );
        rows.push(vec![Item::Text(what), Item::Count(unknown), Item::Count(total), share]);
    }
    Ok(Grid {
        id: "quality".to_owned(),
        title: page.t("monitoring-quality-title"),
        lines: Vec::new(),
        columns: vec![
            (page.t("monitoring-quality-what"), false),
            (page.t("monitoring-quality-unknown"), true),
            (page.t("monitoring-quality-total"), true),
            (page.t("monitoring-share"), true),
        ],
        rows,
        foot: None,
    })
}
