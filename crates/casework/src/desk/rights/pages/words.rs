//! Words that several of these pages use.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use ui::parts::{Breadcrumb, Choice, Notice, Shape, Status, Tone};
use ui::{Page, Problem, Say};

use crate::desk::people::read::{Card, Standing};
use crate::desk::rights::model::{GoingOn, Ground, Kind, Refusal, State};
use crate::desk::rights::read::Request;
use crate::desk::rights::write::RightsError;
use crate::people::PersonId;

/// The address of a person's rights.
pub(super) fn home(person: PersonId) -> String {
    format!("/persone/{person}/diritti")
}

/// The way back: the desk, the person, their rights unless this is that page.
pub(super) fn breadcrumb(page: &Page, card: &Card, is_home: bool, here: &str) -> Breadcrumb {
    let mut above = vec![
        ("/sportello".to_owned(), page.t("ui-nav-desk")),
        (format!("/persone/{}", card.person), card.name.clone()),
    ];
    if !is_home {
        above.push((home(card.person), page.t("rights-title")));
    }
    Breadcrumb::new(page, above, here)
}

/// The way back to the list.
pub(super) fn way_back(page: &Page, is_list: bool, here: &str) -> Breadcrumb {
    let mut above = vec![("/sportello".to_owned(), page.t("ui-nav-desk"))];
    if !is_list {
        above.push(("/diritti".to_owned(), page.t("rights-list-title")));
    }
    Breadcrumb::new(page, above, here)
}

/// What is asked.
pub(super) fn kind(page: &Page, kind: Kind) -> String {
    page.t(&format!("rights-kind-{}", kind.code()))
}

/// Whose a request is; that they were erased where nobody knows any more.
pub(super) fn whose(page: &Page, request: &Request, cards: &[Card]) -> String {
    let card = cards.iter().find(|card| card.person == request.person);
    card.map_or_else(|| page.t("rights-erased-person"), |card| card.name.clone())
}

/// Where a request stands, by its due day.
pub(super) fn state(page: &Page, request: &Request, today: Day) -> Status {
    match request.state {
        State::Open if request.is_late(today) => {
            Status::new(Shape::Attention, page.tn("rights-late", (today - request.due_on).num_days()))
        }
        State::Open => Status::new(Shape::Open, page.tn("rights-left", (request.due_on - today).num_days())),
        State::Done => Status::new(Shape::Done, page.t("rights-state-done")),
        State::Refused => Status::new(Shape::None, page.t("rights-state-refused")),
    }
}

/// Why it was done or refused; empty where nothing says so.
pub(super) fn ground(page: &Page, request: &Request) -> String {
    let Some(code) = request.ground.as_deref() else { return String::new() };
    match (Ground::of(code), Refusal::of(code)) {
        (Some(ground), _) => page.t(&format!("rights-ground-{}", ground.code())),
        (_, Some(refusal)) => page.t(&format!("rights-refusal-{}", refusal.code())),
        _ => code.to_owned(),
    }
}

/// A list to choose from, nothing chosen first.
pub(super) fn choices<'a>(
    page: &Page,
    prefix: &str,
    codes: impl IntoIterator<Item = &'a str>,
) -> Vec<Choice> {
    let none = Choice::new("", page.t("rights-choose"));
    let all = codes.into_iter().map(|code| Choice::new(code, page.t(&format!("{prefix}-{code}"))));
    std::iter::once(none).chain(all).collect()
}

/// What a page about somebody says above everything if their data are restricted.
pub(super) fn restricted(page: &Page, standing: &Standing) -> Option<Notice> {
    let Standing::Restricted { since, by } = standing else { return None };
    let (day, by) = (page.date(&since.day()), by.as_str());
    let title = page.t_with("rights-restricted-since", &[("day", &day as &dyn ui::ToValue), ("who", &by)]);
    Some(Notice::new(Tone::Warning, title, page.t("rights-restricted-text")))
}

/// What still goes on, in words.
pub(super) fn going_on(page: &Page, what: GoingOn) -> String {
    page.t(&format!("rights-going-on-{}", what.code()))
}

/// What could not be done, as a page says it.
pub(super) fn problem(error: RightsError) -> Problem {
    let conflict = |what, remedy| Problem::conflict(Say::new(what)).remedy(Say::new(remedy));
    match error {
        RightsError::NotFound => Problem::not_found(),
        RightsError::Settled => conflict("rights-settled", "rights-look-again"),
        RightsError::Already => conflict("rights-already", "rights-look-again"),
        RightsError::ErasureElsewhere => {
            conflict("rights-erasure-elsewhere", "rights-erasure-elsewhere-remedy")
        }
        RightsError::GoingOn(_) => conflict("rights-goes-on", "rights-goes-on-remedy"),
        RightsError::Store(error) => Problem::internal(&error),
    }
}

pub(super) fn to(address: String) -> Response {
    Redirect::to(&address).into_response()
}

/// A page that is shown again because something in it cannot be right.
pub(super) fn again(page: Response) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, page).into_response()
}
