//! One screen: what was done for a person, from the keyboard.

use access::Who;
use askama::Template;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::Day;
use serde::Deserialize;
use store::{Reader, params};
use ui::parts::{Breadcrumb, Field};
use ui::{Page, Problem, Section};

use super::super::model::{Faults, Fields, Unfit, read};
use super::super::record::{Already, RecordError, Sending};
use super::super::row::{Stored, VisitId};
use super::super::subject::{Subject, subject};
use super::super::{reads, sql};
use super::form::{AlreadyThere, Visit};
use super::setting::Setting;
use super::{answer, forged, random, recorder, sent_id, words};
use crate::pages::{App, id};
use crate::people::PersonId;

#[derive(Template)]
#[template(path = "contacts/new.html")]
pub(super) struct NewPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    lead: String,
    modulo: Field,
    persona: Field,
    already: Option<AlreadyThere>,
    visit: Visit,
    back: String,
}

/// What the page is made of.
pub(super) struct NewView<'a> {
    pub setting: &'a Setting,
    pub subject: &'a Subject,
    /// The last contact of the person: when, for what.
    pub last: Option<(Day, String)>,
    pub modulo: VisitId,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub already: &'a [Already],
}

#[derive(Deserialize)]
pub(super) struct Asked {
    persona: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    // A contact begins with a person: the desk is where they are looked for.
    let Some(persona) = asked.persona else { return Ok(Redirect::to("/sportello").into_response()) };
    let modulo = VisitId::new(app.clock.now(), &mut random());
    let setting = Setting::of(&app, &who, app.home(&who)?).await?;
    let fields = setting.defaults();
    let form = Shown { setting, fields, faults: Faults::default(), already: Vec::new(), modulo };
    form.page(page, &app, &who, id(&persona)?).await
}

pub(super) async fn save(
    page: Page,
    who: Who,
    State(app): State<App>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let city = app.home(&who)?;
    let fields = Fields(fields);
    let (modulo, person) = (sent_id(fields.get("modulo"))?, id(fields.get("persona"))?);
    let (mut faults, mut already) = (Faults::default(), Vec::new());
    match Setting::read(&app, &who, city, |known| read(&fields, known)).await? {
        Ok(draft) => {
            let sending = Sending { city: city.code, id: modulo, said: fields.canonical() };
            let (actor, again) = (who.actor(), fields.is_ticked("ancora"));
            let saved = recorder(&app, &actor).person(&sending, person, &draft, again, &mut random()).await;
            match saved {
                Err(RecordError::AtDesk(there)) => already = there,
                other => return answer(modulo, other),
            }
        }
        Err(Unfit::Forged) => return Err(forged()),
        Err(Unfit::Wrong(wrong)) => faults = wrong,
    }
    let setting = Setting::of(&app, &who, city).await?;
    let form = Shown { setting, fields, faults, already, modulo };
    let shown = form.page(page, &app, &who, person).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

/// The form as it is shown: empty, or with what was sent and what is wrong with it.
struct Shown {
    setting: Setting,
    fields: Fields,
    faults: Faults,
    already: Vec<Already>,
    modulo: VisitId,
}

impl Shown {
    async fn page(self, page: Page, app: &App, who: &Who, person: PersonId) -> Result<Response, Problem> {
        let keys = app.vault.city(who.city()?)?;
        let mut reader = app.store.reader().await?;
        let subject = subject(&mut reader, &keys, person).await?.ok_or_else(Problem::not_found)?;
        let last = self.last(&page, &mut reader, who, person).await?;
        drop(reader);
        reads::view(app, who, &[person]).await?;
        let view = NewView {
            setting: &self.setting,
            subject: &subject,
            last,
            modulo: self.modulo,
            fields: &self.fields,
            faults: &self.faults,
            already: &self.already,
        };
        Ok(ui::render(&NewPage::new(page, &view)))
    }

    async fn last(
        &self,
        page: &Page,
        reader: &mut Reader,
        who: &Who,
        person: PersonId,
    ) -> Result<Option<(Day, String)>, Problem> {
        let row = reader.fetch_optional(&sql::OF_PERSON, params![who.city()?, person.0, 1]).await?;
        let Some(row) = row else { return Ok(None) };
        let stored = Stored::read(&row)?;
        let content = stored.plain();
        Ok(Some((content.day, words::service(&self.setting.vocabulary, page.lang, &content.service))))
    }
}

impl NewPage {
    pub(super) fn new(page: Page, view: &NewView<'_>) -> Self {
        let NewView { setting, subject, fields, .. } = view;
        let title = page.t("contacts-new");
        let page = page.titled(Section::Desk, &title);
        let born = subject.born.map(|born| page.t_with("contacts-born", &[("day", &page.date(&born))]));
        let last = view.last.as_ref().map(|(day, service)| {
            page.t_with("contacts-last", &[("day", &page.date(day)), ("service", service)])
        });
        let lead: Vec<String> =
            born.into_iter().chain([last.unwrap_or_else(|| page.t("contacts-last-none"))]).collect();
        Self {
            breadcrumb: words::breadcrumb(&page, Some(subject), &title),
            heading: page.t_with("contacts-new-of", &[("name", &subject.name)]),
            lead: lead.join(" "),
            modulo: Field::hidden("modulo", view.modulo.to_string()),
            persona: Field::hidden("persona", subject.person.to_string()),
            already: AlreadyThere::new(&page, setting, view.already),
            visit: Visit::new(&page, setting, fields, view.faults),
            back: format!("/persone/{}", subject.person),
            page,
        }
    }
}
