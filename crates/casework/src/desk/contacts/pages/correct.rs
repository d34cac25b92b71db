//! A contact that the desk recorded, to be corrected or taken back with a reason; and what became of it before.

mod page;

use access::{Action as Deed, Who};
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use store::params;
use ui::{Page, Problem, Say};

pub(super) use self::page::{CorrectPage, CorrectView, Typed};
use super::super::correct::{CorrectError, Corrected, CorrectionSent};
use super::super::correction;
use super::super::model::{Faults, Fields, Unfit, read_change, read_reason};
use super::super::row::{ContactId, CorrectionId, Stored};
use super::super::subject::subject;
use super::super::{reads, sql};
use super::setting::Setting;
use super::{forged, random, recorder, said_otherwise, sent_id};
use crate::pages::{App, id};

#[derive(Deserialize)]
pub(super) struct Asked {
    fatto: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(contact): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let contact = id(&contact)?;
    let view = load(&app, &who, contact).await?;
    let ids = [
        CorrectionId::new(app.clock.now(), &mut random()),
        CorrectionId::new(app.clock.now(), &mut random()),
    ];
    Ok(ui::render(&CorrectPage::new(page, &view, ids, &Typed::default(), asked.fatto.as_deref())))
}

pub(super) async fn change(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(contact): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let fields = Fields(fields);
    let sent = sent(&app, &who, &contact, &fields)?;
    let is_counted = is_counted(&app, &who, &sent).await?;
    let (mut faults, mut already) = (Faults::default(), Vec::new());
    let city = app.home(&who)?;
    match Setting::read(&app, &who, city, |known| read_change(&fields, known, is_counted)).await? {
        Err(Unfit::Forged) => return Err(forged()),
        Err(Unfit::Wrong(wrong)) => faults = wrong,
        Ok(change) => {
            let actor = who.actor();
            let (recorder, again) = (recorder(&app, &actor), fields.is_ticked("ancora"));
            match recorder.change(&sent, &change, again, &mut random()).await {
                Err(CorrectError::AtDesk(there)) => already = vec![there],
                other => return done(&sent, other, "corretto"),
            }
        }
    }
    let view = load(&app, &who, sent.contact).await?;
    let typed = Typed { change: Some((fields, faults, already)), withdrawal: None };
    Ok(again(page, &app, &view, &sent, &typed))
}

pub(super) async fn withdraw(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(contact): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let fields = Fields(fields);
    let sent = sent(&app, &who, &contact, &fields)?;
    match read_reason(&fields) {
        Ok(reason) => {
            let actor = who.actor();
            let (recorder, whole) = (recorder(&app, &actor), fields.is_ticked("tutti"));
            done(&sent, recorder.withdraw(&sent, whole, &reason, &mut random()).await, "ritirato")
        }
        Err(faults) => {
            let view = load(&app, &who, sent.contact).await?;
            let typed = Typed { change: None, withdrawal: Some((fields, faults)) };
            Ok(again(page, &app, &view, &sent, &typed))
        }
    }
}

/// The form as it was sent.
fn sent(app: &App, who: &Who, contact: &str, fields: &Fields) -> Result<CorrectionSent, Problem> {
    Ok(CorrectionSent {
        city: app.home(who)?.code,
        id: sent_id(fields.get("modulo"))?,
        contact: id(contact)?,
        said: fields.canonical(),
    })
}

/// Whether the contact is a counted one, of nobody in particular.
async fn is_counted(app: &App, who: &Who, sent: &CorrectionSent) -> Result<bool, Problem> {
    let mut reader = app.store.reader().await?;
    let row = reader.fetch_optional(&sql::CONTACT, params![sent.city, sent.contact.0]).await?;
    drop(reader);
    match row.as_ref().map(Stored::read).transpose()? {
        Some(stored) => Ok(stored.form.is_none()),
        // Taken back already, or never there.
        None => Ok(load(app, who, sent.contact).await?.is_anonymous),
    }
}

/// The page once more, with what was sent. The other form gets an identifier of its own.
fn again(page: Page, app: &App, view: &CorrectView, sent: &CorrectionSent, typed: &Typed) -> Response {
    let other = CorrectionId::new(app.clock.now(), &mut random());
    let ids = if typed.change.is_some() { [sent.id, other] } else { [other, sent.id] };
    let shown = ui::render(&CorrectPage::new(page, view, ids, typed, None));
    (StatusCode::UNPROCESSABLE_ENTITY, shown).into_response()
}

/// Where somebody goes once it is done.
fn done(
    sent: &CorrectionSent,
    outcome: Result<Corrected, CorrectError>,
    what: &str,
) -> Result<Response, Problem> {
    match outcome {
        Ok(Corrected { still_told }) => {
            let what = if still_told { format!("{what}-registro") } else { what.to_owned() };
            Ok(Redirect::to(&format!("/contatti/{}/correggi?fatto={what}", sent.contact)).into_response())
        }
        Err(CorrectError::NotFound) => Err(Problem::not_found()),
        Err(CorrectError::Gone | CorrectError::TooLate) => Err(Problem::conflict(Say::new("contacts-gone"))),
        Err(CorrectError::Restricted) => {
            Err(Problem::conflict(Say::new("contacts-restricted"))
                .remedy(Say::new("contacts-restricted-remedy")))
        }
        Err(CorrectError::OfRegister) => Err(Problem::conflict(Say::new("contacts-of-register"))),
        Err(CorrectError::AtDesk(_)) => Err(Problem::conflict(Say::new("contacts-already"))),
        Err(CorrectError::SaidOtherwise) => Err(said_otherwise()),
        Err(CorrectError::Store(error)) => Err(Problem::internal(&error)),
    }
}

/// The contact, or what is left of it. Whose name is shown is written down first.
async fn load(app: &App, who: &Who, contact: ContactId) -> Result<CorrectView, Problem> {
    let city = app.home(who)?;
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let row = reader.fetch_optional(&sql::CONTACT, params![city.code, contact.0]).await?;
    let stored = row.as_ref().map(Stored::read).transpose()?;
    let history = correction::history(&mut reader, &keys, contact).await?;
    if stored.is_none() && history.is_empty() {
        return Err(Problem::not_found());
    }
    let now = stored.as_ref().map(|stored| stored.content(&keys)).transpose()?;
    let person = match &stored {
        Some(stored) => stored.person,
        None => history.iter().find_map(|correction| correction.person),
    };
    let is_anonymous = stored.as_ref().is_some_and(|stored| stored.form.is_none());
    let together = match now.as_ref().and_then(|now| now.visit) {
        Some(visit) => reader.fetch_all(&sql::OF_VISIT, params![city.code, visit]).await?.len(),
        None => 1,
    };
    let subject = match person {
        Some(person) => subject(&mut reader, &keys, person).await?,
        None => None,
    };
    drop(reader);
    let persons: Vec<_> = subject.iter().map(|subject| subject.person).collect();
    reads::view(app, who, &persons).await?;
    Ok(CorrectView {
        city: city.code,
        setting: Setting::of(app, who, city).await?,
        contact,
        subject,
        is_anonymous,
        now,
        together,
        history,
        may_see_registers: who.may_in(Deed::SeeRegisters, city.code),
    })
}
