//! The pathways somebody follows, those with a step that is due first.

use std::collections::BTreeMap;

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Query, State};
use axum::response::Response;
use kernel::Day;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Choice, Column, Empty, Field, Notice, Pager, Table, Tone};
use ui::{Page, Problem, Say, Section, address};

use super::fields::action_area;
use super::points::{point_name, points};
use super::room::Room;
use super::words;
use crate::desk::pathways::model::{ActionArea, Due, PathwayId, StepId};
use crate::desk::pathways::read::{self, Counts, Filter, Followed, Place};
use crate::pages::App;

/// Pathways on a page.
const PER_PAGE: u32 = 50;

#[derive(Template)]
#[template(path = "pathways/list.html")]
pub(super) struct ListPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    filters: Vec<Field>,
    table: Option<Table>,
    empty: Empty,
    pager: Option<Pager>,
}

/// What an address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// `tutti` for everybody's; else one's own.
    #[serde(default)]
    pub di: String,
    /// `chiusi`; else those that are open.
    #[serde(default)]
    pub stato: String,
    #[serde(default)]
    pub punto: String,
    #[serde(default)]
    pub area: String,
    /// `oggi` or `settimana`.
    #[serde(default)]
    pub entro: String,
    /// Where the page before ended.
    #[serde(default)]
    pub dopo: String,
    /// A step that was just marked here.
    #[serde(default)]
    pub passo: String,
}

impl Asked {
    fn is_closed(&self) -> bool {
        self.stato == "chiusi"
    }

    fn filter(&self, who: &Who, today: Day) -> Filter {
        let given = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
        Filter {
            followed_by: (self.di != "tutti").then(|| who.login.clone()),
            point: given(&self.punto),
            area: ActionArea::from_code(&self.area),
            due_by: match self.entro.as_str() {
                "oggi" => Some(today),
                "settimana" => Some(today + chrono::Days::new(7)),
                _ => None,
            },
        }
    }

    fn after(&self) -> Result<Option<Place>, Problem> {
        if self.dopo.is_empty() {
            return Ok(None);
        }
        let place = self
            .dopo
            .split_once('_')
            .and_then(|(day, id)| Some(Place { day: day.parse().ok()?, id: id.parse::<PathwayId>().ok()? }));
        place.map(Some).ok_or_else(|| Problem::bad_request(Say::new("pathways-unreadable")))
    }

    /// The address of the same list from another place on.
    fn href(&self, dopo: Option<Place>) -> String {
        let dopo = dopo.map(|place| format!("{}_{}", place.day, place.id)).unwrap_or_default();
        let pairs = [
            ("di", &self.di),
            ("stato", &self.stato),
            ("punto", &self.punto),
            ("area", &self.area),
            ("entro", &self.entro),
            ("dopo", &dopo),
        ];
        let given = pairs.iter().filter(|(_, value)| !value.is_empty());
        let query: Vec<String> =
            given.map(|(name, value)| format!("{name}={}", address::encoded(value, b"-._~"))).collect();
        if query.is_empty() { "/percorsi".to_owned() } else { format!("/percorsi?{}", query.join("&")) }
    }
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct ListView {
    pub asked: Asked,
    pub counts: Counts,
    /// One more than a page shows, if there are more.
    pub found: Vec<Followed>,
    pub points: BTreeMap<String, String>,
    pub today: Day,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let (today, after) = (room.today(), asked.after()?);
    let filter = asked.filter(&who, today);
    let mut reader = room.reader().await?;
    let counts = read::counts(&mut reader, room.city.code, &who.login, today).await?;
    let found = if asked.is_closed() {
        read::closed(&mut reader, &room.keys, &filter, after, PER_PAGE + 1).await?
    } else {
        read::open(&mut reader, &room.keys, &filter, after, PER_PAGE + 1).await?
    };
    let points = points(&room, &mut reader).await?;
    drop(reader);
    let shown: Vec<_> = found.iter().take(PER_PAGE as usize).map(|one| one.person).collect();
    room.read(&shown, What::Pathways).await?;
    let page = if asked.passo.parse::<StepId>().is_ok() {
        let notice = Notice::new(Tone::Success, page.t("pathways-step-marked"), "");
        page.notice(notice)
    } else {
        page
    };
    Ok(ui::render(&ListPage::new(page, &ListView { asked, counts, found, points, today })))
}

impl ListPage {
    pub(super) fn new(page: Page, view: &ListView) -> Self {
        let title = page.t("pathways-list-title");
        let page = page.titled(Section::Desk, title.clone());
        let shown = &view.found[..view.found.len().min(PER_PAGE as usize)];
        let more = view.found.len() > shown.len();
        let last = shown.last().filter(|_| more).map(|one| place(&view.asked, one));
        let is_first = view.asked.dopo.is_empty();
        let pager = (more || !is_first).then(|| {
            let first = (!is_first).then(|| view.asked.href(None));
            let next = last.map(|place| view.asked.href(Some(place)));
            Pager::new(&page, page.tn("pathways-shown", shown.len()), first, next)
        });
        let empty = Empty::new(page.t("pathways-list-empty"), page.t("pathways-list-empty-text"))
            .action("/sportello", page.t("pathways-list-empty-action"));
        Self {
            breadcrumb: words::way_back(&page, &[], &title),
            lead: lead(&page, view.counts),
            filters: filters(&page, view),
            table: (!shown.is_empty()).then(|| table(&page, view, shown)),
            empty,
            pager,
            page,
        }
    }
}

fn place(asked: &Asked, one: &Followed) -> Place {
    let pathway = &one.pathway;
    let day = match &pathway.closing {
        Some(closing) if asked.is_closed() => closing.on,
        _ => pathway.next_due.unwrap_or_else(read::no_day),
    };
    Place { day, id: pathway.id }
}

fn lead(page: &Page, counts: Counts) -> String {
    let mine = page.tn("pathways-lead-mine", counts.followed);
    let city = page.tn("pathways-lead-city", counts.open);
    let pressing = if counts.pressing == 0 {
        page.t("pathways-lead-nothing")
    } else {
        page.tn("pathways-lead-pressing", counts.pressing)
    };
    format!("{mine} {pressing} {city}")
}

fn filters(page: &Page, view: &ListView) -> Vec<Field> {
    let asked = &view.asked;
    let all = |key: &str| Choice::new("", page.t(key));
    let list = |name: &'static str, label: &str, value: &str, choices: Vec<Choice>| {
        Field::list(name, page.t(label), choices).value(value)
    };
    let points = view.points.iter().map(|(code, name)| Choice::new(code.as_str(), name.as_str()));
    let areas = ActionArea::ALL.map(|area| Choice::new(area.code(), action_area(page, area)));
    vec![
        list(
            "di",
            "pathways-filter-whose",
            &asked.di,
            vec![all("pathways-mine"), Choice::new("tutti", page.t("pathways-everybodys"))],
        ),
        list(
            "stato",
            "pathways-state",
            &asked.stato,
            vec![all("pathways-open-ones"), Choice::new("chiusi", page.t("pathways-closed-ones"))],
        ),
        list(
            "entro",
            "pathways-filter-due",
            &asked.entro,
            vec![
                all("pathways-any-day"),
                Choice::new("oggi", page.t("pathways-by-today")),
                Choice::new("settimana", page.t("pathways-by-week")),
            ],
        ),
        list(
            "punto",
            "pathways-point",
            &asked.punto,
            std::iter::once(all("pathways-all-points")).chain(points).collect(),
        ),
        list(
            "area",
            "pathways-area",
            &asked.area,
            std::iter::once(all("pathways-all-areas")).chain(areas).collect(),
        ),
    ]
}

fn table(page: &Page, view: &ListView, shown: &[Followed]) -> Table {
    let is_closed = view.asked.is_closed();
    let column = |key: &str| Column::text(page.t(key));
    let mut columns = vec![column("pathways-person"), column("pathways-area"), column("pathways-point")];
    columns.push(column("pathways-opened-on"));
    if is_closed {
        columns.push(column("pathways-closed-on"));
    } else {
        columns.extend([column("pathways-next-step"), column("pathways-due"), column("pathways-to-do")]);
    }
    let row = |one: &Followed| {
        let pathway = &one.pathway;
        let point = pathway
            .point
            .as_deref()
            .map_or_else(|| ui::format::NOT_APPLICABLE.to_owned(), |code| point_name(&view.points, code));
        let mut cells = vec![
            Cell::link(words::pathway(pathway.id), words::name(page, one.identity.as_ref())),
            Cell::text(action_area(page, pathway.area)),
            Cell::text(point),
            Cell::text(page.date(&pathway.opened_on)),
        ];
        if let Some(closing) = &pathway.closing {
            cells.push(Cell::text(page.date(&closing.on)));
        } else {
            cells.extend(next_step(page, view.today, one));
        }
        cells
    };
    let caption = page.t("pathways-list-title");
    Table::new(page, "percorsi", caption, columns).hide_caption().cards().rows(shown.iter().map(row))
}

/// What is due first, how near it is, and the button that says it is done.
fn next_step(page: &Page, today: Day, one: &Followed) -> [Cell; 3] {
    let none = || Cell::text(ui::format::NOT_APPLICABLE);
    let Some(next) = &one.next else {
        return [Cell::text(page.t("pathways-no-step")), none(), none()];
    };
    let text = next.text.clone().unwrap_or_else(|| page.t("pathways-text-erased"));
    let due = words::due_status(page, Due::of(one.pathway.next_due, None, today));
    let name = words::name(page, one.identity.as_ref());
    let label = page.t_with("pathways-done-of", &[("step", &text), ("name", &name)]);
    let action = format!("{}/passi/{}", words::pathway(one.pathway.id), next.id);
    let done = Done { action: &action, label: &label, word: page.t("pathways-done") };
    [Cell::text(text), Cell::part(due), Cell::part(done)]
}

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"<form method="post" action="{{ action }}"><input type="hidden" name="torna" value="elenco"><button class="btn btn-outline-primary btn-sm" type="submit" name="fatto" value="si" aria-label="{{ label }}">{{ word }}</button></form>"#
)]
struct Done<'a> {
    action: &'a str,
    label: &'a str,
    word: String,
}

impl askama::filters::HtmlSafe for Done<'_> {}
