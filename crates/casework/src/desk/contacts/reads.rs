//! The log of reads: whoever is shown a person's name here is written down before.

use access::Who;
use access::reads::What;
use ui::Problem;
use uuid::Uuid;

use crate::pages::App;
use crate::people::PersonId;

/// Writes down that somebody is shown contacts of some persons; nobody shown is nothing to write.
///
/// # Errors
/// When it cannot be written: then nothing is shown.
pub(super) async fn view(app: &App, who: &Who, persons: &[PersonId]) -> Result<(), Problem> {
    Ok(app.reads.view(who, who.city()?, &ids(persons), What::Contacts).await?)
}

/// Writes down that somebody looked for persons by a list of names, and whom they are shown.
///
/// # Errors
/// As [`view`].
pub(super) async fn search(
    app: &App,
    who: &Who,
    searched: &str,
    persons: &[PersonId],
) -> Result<(), Problem> {
    Ok(app.reads.search(who, who.city()?, searched, &ids(persons), What::Contacts).await?)
}

fn ids(persons: &[PersonId]) -> Vec<Uuid> {
    persons.iter().map(|person| person.0).collect()
}
