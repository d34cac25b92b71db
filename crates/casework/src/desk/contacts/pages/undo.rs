//! Taking back what was just saved, in one press.

use access::Who;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use ui::{Problem, Say};

use super::super::correct::CorrectError;
use super::super::row::VisitId;
use super::{random, recorder};
use crate::pages::{App, id};

pub(super) async fn undo(
    who: Who,
    State(app): State<App>,
    Path(visit): Path<String>,
) -> Result<Response, Problem> {
    let (visit, city): (VisitId, _) = (id(&visit)?, app.home(&who)?);
    let actor = who.actor();
    match recorder(&app, &actor).undo(city.code, visit, &mut random()).await {
        Ok(_) => Ok(Redirect::to(&format!("/sportello?annullato={visit}")).into_response()),
        Err(CorrectError::TooLate) => {
            Err(Problem::conflict(Say::new("contacts-undo-late"))
                .remedy(Say::new("contacts-undo-late-remedy")))
        }
        Err(CorrectError::Gone) => Err(Problem::conflict(Say::new("contacts-gone"))),
        Err(CorrectError::Store(error)) => Err(Problem::internal(&error)),
        Err(_) => Err(Problem::not_found()),
    }
}
