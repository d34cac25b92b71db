//! One stay: where, since when, and saying when the person left.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Notice, Tone};
use ui::{Page, Problem, Section};

use super::fields::Filling;
use super::room::{Room, parsed};
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::model::{StayId, first_day_over};
use crate::desk::pathways::read::{self, Corrected, House, Housed};
use crate::desk::pathways::write::DeskError;
use crate::pages::App;

#[derive(Template)]
#[template(path = "pathways/stay.html")]
pub(super) struct StayPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    bed: Option<String>,
    end: Option<Field>,
    here: String,
    person: String,
    corrections: Vec<String>,
}

/// What the page is made of.
pub(super) struct StayView {
    pub housed: Housed,
    pub house: Option<House>,
    /// The first day on which there are fewer beds than people.
    pub over: Option<Day>,
    pub corrections: Vec<Corrected>,
}

impl StayView {
    pub async fn of(room: &Room<'_>, id: StayId) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let housed = read::one_stay(&mut reader, &room.keys, id).await?.ok_or_else(Problem::not_found)?;
        let stay = &housed.stay;
        let mut houses = read::houses(&read::places(&mut reader, room.city.code).await?);
        let house = houses.remove(&stay.point);
        let spans = read::spans(&mut reader, room.city.code, &stay.point, stay.from).await?;
        let over = house.as_ref().and_then(|house| first_day_over(stay.span(), &house.capacity, &spans));
        let corrections = read::corrections(&mut reader, &room.keys, id.0).await?;
        drop(reader);
        room.read(&[housed.person], What::Stays).await?;
        Ok(Self { housed, house, over, corrections })
    }

    /// What the house is called.
    pub fn house_name(&self) -> String {
        let code = &self.housed.stay.point;
        self.house.as_ref().map_or_else(|| super::points::capitalised(code), |house| house.name.clone())
    }
}

#[derive(Deserialize)]
pub(super) struct Happened {
    fatto: Option<String>,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    Query(happened): Query<Happened>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let view = StayView::of(&room, parsed(&id)?).await?;
    let page = if happened.fatto.is_some() {
        let notice = Notice::new(Tone::Success, page.t("pathways-stay-kept"), "");
        page.notice(notice)
    } else {
        page
    };
    let sent = Sent::with([("uscita", room.today().to_string())]);
    Ok(ui::render(&StayPage::new(page, &view, &sent, &Faults::default())))
}

pub(super) async fn end(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let id: StayId = parsed(&id)?;
    let mut faults = Faults::default();
    if let Some(until) = sent.day("uscita", &page, &mut faults) {
        match room.writer().end_stay(id, until).await {
            Ok(()) => {
                return Ok(Redirect::to(&format!("/permanenze/{id}?fatto=si")).into_response());
            }
            Err(DeskError::Refused(refusal))
                if !matches!(refusal, crate::desk::pathways::model::Refusal::Closed) =>
            {
                faults.refuse("uscita", &page, &refusal);
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    let view = StayView::of(&room, id).await?;
    let shown = ui::render(&StayPage::new(page, &view, &sent, &faults));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

impl StayPage {
    pub(super) fn new(page: Page, view: &StayView, sent: &Sent, faults: &Faults) -> Self {
        let stay = &view.housed.stay;
        let name = words::name(&page, view.housed.identity.as_ref());
        let house = view.house_name();
        let title = page.t_with("pathways-stay-of", &[("name", &name), ("house", &house)]);
        let mut page = page.titled(Section::Desk, title);
        if let Some(day) = view.over {
            let text = page.t_with("pathways-over-text", &[("day", &page.date(&day))]);
            let notice = Notice::new(Tone::Warning, page.t("pathways-over"), text)
                .link(format!("/permanenze?giorno={day}"), page.t("pathways-see-houses"));
            page = page.notice(notice);
        }
        let from = page.date(&stay.from);
        let lead = match stay.until {
            None => page.t_with("pathways-stays-since", &[("day", &from)]),
            Some(until) => page.t_with("pathways-stayed", &[("from", &from), ("until", &page.date(&until))]),
        };
        let form = Filling { page: &page, sent, faults };
        let end = form.day("uscita", "pathways-stay-until").hint(page.t("pathways-stay-until-hint"));
        let above = [
            ("/permanenze".to_owned(), page.t("pathways-stays-title")),
            (words::file(view.housed.person), name),
        ];
        Self {
            breadcrumb: words::way_back(&page, &above, &house),
            lead,
            bed: stay.bed.clone(),
            end: stay.until.is_none().then(|| end.required()),
            here: format!("/permanenze/{}", stay.id),
            person: words::file(view.housed.person),
            corrections: view.corrections.iter().map(|one| words::correction(&page, one)).collect(),
            page,
        }
    }
}
