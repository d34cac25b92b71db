//! People whom several cities met: how many for each two of them, which way they went, and how sure the count is.

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use access::{Action, Who};
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kernel::{CityCode, Period};
use mart::{Answer, Measure, Overlap, Question};
use ui::parts::{Breadcrumb, Field, Figure, Table};
use ui::{Page, Problem, Section, ToValue};

use super::Shared;
use super::asked::{Asked, period_field, period_name};
use super::grid::{Grid, Item};
use super::words::Words;
use crate::model::{Shown, protected};

/// How many persons there are in the network, and how the count moves with what is taken for one person. Counted over
/// everything that is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Certainty {
    /// As they are counted.
    pub persons: u64,
    /// The least count, where more is taken for one person.
    pub least: u64,
    /// The greatest, where less is.
    pub most: u64,
}

/// What [`Certain`] answers.
pub type CertaintyFuture<'a> =
    Pin<Box<dyn Future<Output = Result<Certainty, Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;

/// Whoever knows how sure the count of persons is.
pub trait Certain: Send + Sync {
    /// The count and its band.
    fn certainty(&self) -> CertaintyFuture<'_>;
}

#[derive(Template)]
#[template(path = "overlap.html")]
pub(crate) struct OverlapPage {
    page: Page,
    breadcrumb: Breadcrumb,
    period: Field,
    figures: Vec<Figure>,
    pairs: Table,
    flows: Table,
    small: bool,
    downloads: Vec<(String, String)>,
}

/// `GET /incroci`
pub async fn show(
    page: Page,
    who: Who,
    State(monitor): State<Shared>,
    asked: Asked,
) -> Result<Response, Problem> {
    let certainty = match &monitor.certain {
        Some(certain) => Some(certain.certainty().await.map_err(|error| Problem::internal(&*error))?),
        None => None,
    };
    let mart = monitor.mart().await?;
    let period = asked.period(&monitor, mart)?;
    let words = Words { page: &page, monitor: &monitor };
    let tables = Tables::of(&mart.overlap(period), who.may_at_home(Action::SeeSmallNumbers));
    let persons = mart.ask(&Question::new(Measure::Persons, period))?;
    let network = mart.ask(&Question::new(Measure::NetworkPersons, period))?;
    let band = certainty.map(|Certainty { persons, least, most }| {
        let values: [(&str, &dyn ToValue); 3] = [("persons", &persons), ("least", &least), ("most", &most)];
        page.t_with("monitoring-overlap-band", &values)
    });
    let figure = |answer: &Answer, label: &str, more: Option<String>| {
        let basis = words.basis(answer);
        let basis = more.map_or_else(|| basis.clone(), |more| format!("{basis} {more}"));
        Figure::new(page.number(answer.total.unwrap_or(0)), page.t(label), basis)
    };
    let several = match tables.persons {
        Shown::Count(count) => page.number(count),
        Shown::Hidden => page.t("monitoring-overlap-few"),
    };
    let title = page.t_with("monitoring-overlap-title", &[("when", &words.when(period))]);
    let above = vec![("/".to_owned(), page.t("ui-nav-network"))];
    let file = |name: &str, ending: &str| {
        (
            format!("/incroci/{name}.{ending}?period={period}"),
            format!("{} {}", page.t(&format!("monitoring-overlap-{name}")), ending.to_uppercase()),
        )
    };
    let shown = OverlapPage {
        breadcrumb: Breadcrumb::new(&page, above, page.t("monitoring-overlap-here")),
        period: period_field(&page, &monitor, mart, period),
        figures: vec![
            figure(&persons, "monitoring-label-persons", None),
            figure(&network, "monitoring-label-network-persons", band),
            Figure::new(
                several,
                page.t("monitoring-overlap-several"),
                page.t("monitoring-overlap-several-basis"),
            ),
        ],
        pairs: tables.pairs(words).table(&page).hide_caption(),
        flows: tables.flows(words).table(&page).hide_caption(),
        small: tables.is_protected,
        downloads: vec![
            file("coppie", "csv"),
            file("coppie", "xlsx"),
            file("flussi", "csv"),
            file("flussi", "xlsx"),
        ],
        page: page.clone().titled(Section::Network, title),
    };
    Ok(ui::render(&shown))
}

/// `GET /incroci/coppie.csv`, `/incroci/flussi.xlsx`: what the page shows, as files.
pub async fn download(
    page: Page,
    who: Who,
    State(monitor): State<Shared>,
    asked: Asked,
    Path(file): Path<String>,
) -> Result<Response, Problem> {
    let mart = monitor.mart().await?;
    let overlap = mart.overlap(asked.period(&monitor, mart)?);
    let tables = Tables::of(&overlap, who.may_at_home(Action::SeeSmallNumbers));
    let words = Words { page: &page, monitor: &monitor };
    match file.split_once('.') {
        Some(("coppie", ending)) => tables.pairs(words).download(ending),
        Some(("flussi", ending)) => tables.flows(words).download(ending),
        _ => Err(Problem::not_found()),
    }
}

/// The counts as they may be shown.
struct Tables {
    persons: Shown,
    pairs: BTreeMap<(CityCode, CityCode), Shown>,
    flows: BTreeMap<(CityCode, CityCode, String), Shown>,
    /// Whether anything is hidden.
    is_protected: bool,
}

impl Tables {
    fn of(overlap: &Overlap, may_see_small: bool) -> Self {
        let counts: Vec<u64> = overlap.pairs.values().copied().collect();
        if may_see_small {
            let count = |count: &u64| Shown::Count(*count);
            return Self {
                persons: Shown::Count(overlap.persons),
                pairs: overlap.pairs.iter().map(|(pair, of)| (*pair, count(of))).collect(),
                flows: overlap.flows.iter().map(|(flow, of)| (flow.clone(), count(of))).collect(),
                is_protected: false,
            };
        }
        let (shown, may_sum) = protected(&counts);
        let pairs: BTreeMap<_, _> = overlap.pairs.keys().copied().zip(shown).collect();
        // What passed between two cities adds up to those whom both met: it is protected together, and not shown at
        // all where that is hidden.
        let mut between: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (flow, count) in &overlap.flows {
            between.entry((flow.0.min(flow.1), flow.0.max(flow.1))).or_default().push((flow, *count));
        }
        let mut flows = BTreeMap::new();
        for (pair, of) in between {
            let counts: Vec<u64> = of.iter().map(|(_, count)| *count).collect();
            let (mut shown, may_sum) = protected(&counts);
            if !may_sum || pairs.get(&pair) == Some(&Shown::Hidden) {
                shown = vec![Shown::Hidden; counts.len()];
            }
            flows.extend(of.into_iter().map(|(flow, _)| flow.clone()).zip(shown));
        }
        let is_small = overlap.persons > 0 && overlap.persons < crate::model::LEAST;
        let persons = if may_sum && !is_small { Shown::Count(overlap.persons) } else { Shown::Hidden };
        let hidden = |shown: &Shown| *shown == Shown::Hidden;
        let is_protected = hidden(&persons) || pairs.values().any(hidden) || flows.values().any(hidden);
        Self { persons, pairs, flows, is_protected }
    }

    fn pairs(&self, words: Words<'_>) -> Grid {
        let page = words.page;
        let rows = self.pairs.iter().map(|((a, b), count)| {
            vec![Item::Text(name(words, *a)), Item::Text(name(words, *b)), item(page, *count)]
        });
        let head = |key: &str, number| (page.t(key), number);
        Grid {
            id: "coppie".to_owned(),
            title: page.t("monitoring-overlap-coppie"),
            lines: vec![page.t("monitoring-overlap-pairs-note")],
            columns: vec![
                head("monitoring-overlap-one", false),
                head("monitoring-overlap-other", false),
                head("monitoring-overlap-persons", true),
            ],
            rows: rows.collect(),
            foot: None,
        }
    }

    fn flows(&self, words: Words<'_>) -> Grid {
        let page = words.page;
        let mut flows: Vec<_> = self.flows.iter().collect();
        flows.sort_by(|((a, b, one), _), ((c, d, other), _)| (one, a, b).cmp(&(other, c, d)));
        let rows = flows.into_iter().map(|((from, to, quarter), count)| {
            let when = quarter.parse::<Period>().map(|period| period_name(page, period));
            vec![
                Item::Text(when.unwrap_or_else(|_| quarter.clone())),
                Item::Text(name(words, *from)),
                Item::Text(name(words, *to)),
                item(page, *count),
            ]
        });
        let head = |key: &str, number| (page.t(key), number);
        Grid {
            id: "flussi".to_owned(),
            title: page.t("monitoring-overlap-flussi"),
            lines: vec![page.t("monitoring-overlap-flows-note")],
            columns: vec![
                head("monitoring-overlap-when", false),
                head("monitoring-overlap-from", false),
                head("monitoring-overlap-to", false),
                head("monitoring-overlap-persons", true),
            ],
            rows: rows.collect(),
            foot: None,
        }
    }
}

fn item(page: &Page, shown: Shown) -> Item {
    match shown {
        Shown::Count(count) => Item::Count(count),
        Shown::Hidden => Item::Text(page.t("monitoring-overlap-hidden")),
    }
}

fn name(words: Words<'_>, city: CityCode) -> String {
    let known = words.monitor.network.cities.get(city);
    known.map_or_else(|| city.to_string(), |city| city.name.clone())
}
