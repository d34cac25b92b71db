//! What waits at the desk for whoever opens it.

use access::{Action, Who};
use kernel::{CityCode, Day, Timestamp};
use store::{Reader, Row, StoreError, params};
use ui::Say;
use ui::waits::Waiting;

use super::sql;

/// What waits for somebody in their city, the oldest first: steps that are due, doubtful pairs.
///
/// # Errors
/// When the database refuses.
pub(super) async fn waiting(
    reader: &mut Reader,
    who: &Who,
    city: CityCode,
    today: Day,
) -> Result<Vec<Waiting>, StoreError> {
    let mut all = Vec::new();
    if who.may_in(Action::ManagePathway, city) {
        let row = reader.fetch_optional(&sql::DUE, params![city, today, &who.login]).await?;
        let since = |row: &Row| Ok(row.get::<Option<Day>>(1)?.unwrap_or(today));
        all.extend(item(row.as_ref(), since, "people-waits-due", "people-waits-open", "/percorsi")?);
    }
    if who.may_in(Action::MergePeople, city) {
        let row = reader.fetch_optional(&sql::DOUBTS, params![city]).await?;
        let since = |row: &Row| {
            Ok(Timestamp::from_micros(row.get::<Option<i64>>(1)?.unwrap_or_default()).day())
        };
        let href = format!("/registri/{city}/coppie");
        all.extend(item(row.as_ref(), since, "people-waits-pairs", "people-waits-decide", &href)?);
    }
    all.sort_by_key(|waiting| waiting.since);
    Ok(all)
}

fn item(
    row: Option<&Row>,
    since: impl Fn(&Row) -> Result<Day, StoreError>,
    key: &'static str,
    action: &'static str,
    href: &str,
) -> Result<Option<Waiting>, StoreError> {
    let Some(row) = row else { return Ok(None) };
    let count = row.count(0)?;
    if count == 0 {
        return Ok(None);
    }
    let noon = since(row)?.and_hms_opt(11, 0, 0).unwrap_or_default().and_utc().timestamp_micros();
    Ok(Some(Waiting {
        what: Say::new(key).with("n", count),
        action,
        count: u64::from(count),
        href: href.to_owned(),
        since: Timestamp::from_micros(noon),
    }))
}
