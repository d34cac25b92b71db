//! The letter to an outside body, to be printed and signed. Whoever reads it reads Italian.

use access::Who;
use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use ui::parts::Breadcrumb;
use ui::{Lang, Page, Problem, Section};

use super::room::Room;
use super::words;
use crate::desk::referrals::model::{Kind, Referral};
use crate::pages::App;

#[derive(Template)]
#[template(path = "referrals/letter.html")]
pub(super) struct LetterPage {
    page: Page,
    breadcrumb: Breadcrumb,
    city: String,
    day: String,
    /// The lines of the address.
    body: Vec<String>,
    name: String,
    birth: Option<String>,
    /// The paragraphs of the reason.
    reason: Vec<String>,
}

/// What the letter is made of.
pub(super) struct LetterView {
    pub city: String,
    pub referral: Referral,
}

pub(super) async fn show(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let referral = room.referral(&id).await?;
    if referral.kind != Kind::Body {
        return Err(Problem::not_found());
    }
    room.export(referral.person).await?;
    let view = LetterView { city: room.city.name.clone(), referral };
    Ok(ui::render(&LetterPage::new(page, &view)))
}

impl LetterPage {
    pub(super) fn new(page: Page, view: &LetterView) -> Self {
        let referral = &view.referral;
        let title = page.t("referrals-letter-title");
        let page = page.titled(Section::Desk, title);
        let party = referral.body.as_deref().and_then(|body| body.lines().next()).unwrap_or_default();
        let above = [
            ("/invii".to_owned(), page.t("referrals-list-title")),
            (words::address(referral), page.t_with("referrals-one-title", &[("party", &party)])),
        ];
        let lines = |text: &Option<String>| {
            let lines = text.iter().flat_map(|text| text.lines()).map(str::trim);
            lines.filter(|line| !line.is_empty()).map(str::to_owned).collect::<Vec<_>>()
        };
        let birth = referral.identity.as_ref().and_then(|identity| identity.birth);
        Self {
            breadcrumb: words::way_back(&page, &above, &page.t("referrals-letter-title")),
            city: view.city.clone(),
            day: ui::format::date(Lang::It, referral.at.day()),
            body: lines(&referral.body),
            name: words::name(&page, referral.identity.as_ref()),
            birth: birth.map(|day| ui::format::date(Lang::It, day)),
            reason: lines(&referral.reason),
            page,
        }
    }
}
