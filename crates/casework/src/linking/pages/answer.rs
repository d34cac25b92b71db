//! Somebody answers for their own person, or takes the answer back.

use access::Who;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use serde::Deserialize;
use ui::{Problem, Say};

use crate::linking::answers::{self, Answer, QuestionId};
use crate::pages::{App, id};

/// What the form sends; nothing where no answer was chosen.
#[derive(Deserialize)]
pub(super) struct Sent {
    #[serde(default)]
    risposta: String,
}

pub(super) async fn answer(
    State(app): State<App>,
    who: Who,
    Path(question): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Problem> {
    let question: QuestionId = id(&question)?;
    let Some(answer) = Answer::from_code(&sent.risposta) else {
        return Err(Problem::bad_request(Say::new("questions-answer-unknown")));
    };
    keep(&app, &who, question, Some(answer)).await?;
    Ok(Redirect::to(&format!("/domande?fatto={question}")).into_response())
}

pub(super) async fn undo(
    State(app): State<App>,
    who: Who,
    Path(question): Path<String>,
) -> Result<Response, Problem> {
    let question: QuestionId = id(&question)?;
    keep(&app, &who, question, None).await?;
    Ok(Redirect::to(&format!("/domande?domanda={question}&annullata=1")).into_response())
}

async fn keep(app: &App, who: &Who, question: QuestionId, answer: Option<Answer>) -> Result<(), Problem> {
    let city = app.home(who)?.code;
    let mut unit = app.store.begin(&who.actor(), &*app.clock).await?;
    unit.hold(city).await?;
    if !answers::answer(&mut unit, city, question, answer).await? {
        return Err(Problem::not_found());
    }
    unit.commit().await?;
    Ok(())
}
