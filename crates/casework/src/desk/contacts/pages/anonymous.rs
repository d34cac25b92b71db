//! People met without knowing who they are: on the street, at a stop of the mobile unit.

use access::Who;
use askama::Template;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ui::parts::{Breadcrumb, Field};
use ui::{Page, Problem, Section};

use super::super::model::{Faults, Fields, Unfit, read_heads};
use super::super::record::Sending;
use super::super::row::VisitId;
use super::form::{Visit, heads};
use super::setting::Setting;
use super::{answer, forged, random, recorder, sent_id, words};
use crate::pages::App;

#[derive(Template)]
#[template(path = "contacts/anonymous.html")]
pub(super) struct AnonymousPage {
    page: Page,
    breadcrumb: Breadcrumb,
    modulo: Field,
    heads: Field,
    visit: Visit,
}

pub(super) async fn show(page: Page, who: Who, State(app): State<App>) -> Result<Response, Problem> {
    let setting = Setting::of(&app, &who, app.home(&who)?).await?;
    let mut fields = setting.defaults();
    fields.0.push(("persone".to_owned(), "1".to_owned()));
    let modulo = VisitId::new(app.clock.now(), &mut random());
    Ok(ui::render(&AnonymousPage::new(page, &setting, modulo, &fields, &Faults::default())))
}

pub(super) async fn save(
    page: Page,
    who: Who,
    State(app): State<App>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let city = app.home(&who)?;
    let fields = Fields(fields);
    let modulo: VisitId = sent_id(fields.get("modulo"))?;
    match Setting::read(&app, &who, city, |known| read_heads(&fields, known)).await? {
        Ok((draft, heads)) => {
            let sending = Sending { city: city.code, id: modulo, said: fields.canonical() };
            let actor = who.actor();
            answer(modulo, recorder(&app, &actor).anonymous(&sending, heads, &draft, &mut random()).await)
        }
        Err(Unfit::Forged) => Err(forged()),
        Err(Unfit::Wrong(faults)) => {
            let setting = Setting::of(&app, &who, city).await?;
            let shown = ui::render(&AnonymousPage::new(page, &setting, modulo, &fields, &faults));
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
        }
    }
}

impl AnonymousPage {
    pub(super) fn new(
        page: Page,
        setting: &Setting,
        modulo: VisitId,
        fields: &Fields,
        faults: &Faults,
    ) -> Self {
        let title = page.t("contacts-anonymous");
        let page = page.titled(Section::Desk, &title);
        Self {
            breadcrumb: words::breadcrumb(&page, None, &title),
            modulo: Field::hidden("modulo", modulo.to_string()),
            heads: heads(&page, "contacts-heads", fields, faults).required(),
            visit: Visit::new(&page, setting, fields, faults),
            page,
        }
    }
}
