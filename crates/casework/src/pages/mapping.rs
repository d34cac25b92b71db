//! What the lead says columns and words mean: from the form to the mapping that is kept.

use access::Who;
use axum::extract::{Form, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use network::City;
use network::vocabulary::Vocabulary;
use store::Actor;
use ui::{Page, Problem};

use super::{App, id, words};
use crate::registers::model::{Mapping, Meaning, Proposal};
use crate::registers::parked::{self, UploadId};

/// How the fields of the form begin: for a column, its key follows.
pub(super) const COLUMN: &str = "column:";
/// The kind of a word for a service; `service:` and the folded word is the field.
pub(super) const SERVICE: &str = "service";
/// The kind of a word for a title of stay.
pub(super) const PERMIT: &str = "permit";
/// The kind of a word for a citizenship.
pub(super) const CITIZENSHIP: &str = "citizenship";

/// The fields of a form, in order.
pub(super) type Fields = Vec<(String, String)>;

/// How a file is read: as the lead said on its page, else as its headers say, corrected by the city's profile.
pub(super) fn of(proposal: &Proposal, profile: Option<&Mapping>, said: Option<&Mapping>) -> Mapping {
    let proposed = proposal.mapping();
    match (said, profile) {
        (Some(said), _) => proposed.corrected_by(said),
        (None, Some(profile)) => proposed.corrected_by(profile),
        (None, None) => proposed,
    }
}

pub(super) async fn adjust(
    _page: Page,
    State(app): State<App>,
    who: Who,
    Path((city, file)): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let file: UploadId = id(&file)?;
    keep(&app, &who.actor(), city, file, &fields).await?;
    Ok(Redirect::to(&format!("{}/file/{file}#anteprima", words::home(city))).into_response())
}

/// Keeps what a form says with the file.
///
/// # Errors
/// 404 when the file does not wait any more.
pub(super) async fn keep(
    app: &App,
    actor: &Actor,
    city: &City,
    file: UploadId,
    fields: &Fields,
) -> Result<(), Problem> {
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let parked = parked::find(&mut reader, &keys, file).await?.ok_or_else(Problem::not_found)?;
    let profile = crate::registers::profile::profile(&mut reader, &keys).await?;
    drop(reader);
    // Words that the page did not show stay as they were.
    let before = parked.mapping.or(profile).unwrap_or_default();
    let mapping = said(&before, fields, &app.vocabulary);
    let mut unit = app.store.begin(actor, &*app.clock).await?;
    if !parked::adjust(&mut unit, &keys, file, &mapping).await? {
        return Err(Problem::not_found());
    }
    unit.commit().await?;
    Ok(())
}

/// What a form says, over what was said before. Values that no list offers are passed over.
fn said(before: &Mapping, fields: &Fields, vocabulary: &Vocabulary) -> Mapping {
    let mut mapping = before.clone();
    for (name, value) in fields {
        if let Some(key) = name.strip_prefix(COLUMN) {
            let meaning: Option<Meaning> = value.parse().ok();
            let known = meaning.filter(|meaning| match meaning {
                Meaning::ServiceMark(code) => vocabulary.services().get(code).is_some(),
                _ => true,
            });
            mapping.columns.extend(known.map(|meaning| (key.to_owned(), meaning)));
            continue;
        }
        let Some((kind, word)) = name.split_once(':') else { continue };
        let (list, known) = match kind {
            SERVICE => (&mut mapping.services, vocabulary.services().get(value).is_some()),
            PERMIT => (&mut mapping.permits, vocabulary.permits().get(value).is_some()),
            CITIZENSHIP => (&mut mapping.citizenships, vocabulary.countries().get(value).is_some()),
            _ => continue,
        };
        if value.is_empty() {
            list.remove(word);
        } else if known {
            list.insert(word.to_owned(), value.clone());
        }
    }
    mapping
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(pairs: &[(&str, &str)]) -> Fields {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_form_says_what_columns_and_words_mean() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let before = said(
            &Mapping::default(),
            &fields(&[("service:angolo dei compiti", "educational_support"), ("column:data", "day")]),
            &vocabulary,
        );
        assert_eq!(before.services["angolo dei compiti"], "educational_support");
        let after = said(
            &before,
            &fields(&[
                ("column:data", "ignore"),
                ("column:casa", "mark:housing_search"),
                ("column:altro", "mark:no_such_service"),
                ("column:boh", "no meaning"),
                ("service:angolo dei compiti", ""),
                ("permit:x", "no such permit"),
                ("elsewhere", "1"),
            ]),
            &vocabulary,
        );
        assert_eq!(after.columns["data"], Meaning::Ignore);
        assert_eq!(after.columns["casa"], Meaning::ServiceMark("housing_search".to_owned()));
        assert_eq!(after.columns.len(), 2);
        assert!(after.services.is_empty() && after.permits.is_empty());
    }
}
