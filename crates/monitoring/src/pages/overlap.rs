//! People whom several cities met: how many for each two of them, which way they went, and how sure the count is.

use std::future::Future;
use std::pin::Pin;

use access::{Action, Who};
use askama::Template;
use axum::extract::State;
use axum::response::Response;
use mart::{Answer, Measure, Question};
use ui::parts::{Breadcrumb, Field, Figure, Table};
use ui::{Page, Problem, Section, ToValue};

use super::Shared;
use super::asked::{Asked, period_field};
use super::overlap_tables::{Kind, MOST_SHOWN, Tables};
use super::words::Words;
use crate::model::Shown;

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
    parts: Vec<Part>,
    small: bool,
    downloads: Vec<(String, String)>,
}

/// The largest of one kind of counts, and the way to all.
struct Part {
    id: &'static str,
    title: String,
    note: String,
    table: Table,
    all: Option<(String, String)>,
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
        let basis = more.map_or_else(|| basis.clone(), |more| format!("{basis}. {more}"));
        Figure::new(page.number(answer.total.unwrap_or(0)), page.t(label), basis)
    };
    let several = match tables.persons {
        Shown::Count(count) => page.number(count),
        Shown::Hidden => page.t("monitoring-overlap-few"),
    };
    let title = page.t_with("monitoring-overlap-title", &[("when", &words.when(period))]);
    let above = vec![("/".to_owned(), page.t("ui-nav-network"))];
    let part = |kind: Kind| {
        let count = tables.count(kind);
        let href = format!("/incroci/{}?period={period}", kind.code());
        let all = page.tn(&format!("monitoring-overlap-all-{}", kind.code()), count);
        let most = page.tn("monitoring-overlap-largest", MOST_SHOWN);
        let note = page.t(&kind.key("note"));
        let is_long = count > MOST_SHOWN;
        Part {
            id: kind.code(),
            title: page.t(&kind.key("title")),
            note: if is_long { format!("{note} {most}") } else { note },
            table: tables.largest(kind, words).table(&page).hide_caption(),
            all: is_long.then_some((href, all)),
        }
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
        parts: Kind::ALL.map(part).into(),
        small: tables.is_protected,
        downloads: Kind::ALL
            .into_iter()
            .flat_map(|kind| downloads(&page, kind, &period.to_string()))
            .collect(),
        page: page.clone().titled(Section::Network, title),
    };
    Ok(ui::render(&shown))
}

/// The files of one kind: address and words.
pub(super) fn downloads(page: &Page, kind: Kind, period: &str) -> [(String, String); 2] {
    ["csv", "xlsx"].map(|ending| {
        let href = format!("/incroci/{}.{ending}?period={period}", kind.code());
        (href, format!("{} {}", page.t(&kind.key("title")), ending.to_uppercase()))
    })
}
