//! What the forms of a city offer: its points, the services used most, and where whoever asks works.

use std::sync::Arc;

use access::{Role, Who};
use kernel::{CityCode, Day, Period};
use mart::{Dimension, Measure, Question};
use network::City;
use network::vocabulary::Vocabulary;
use store::params;
use ui::Problem;

use super::super::model::{Fields, Known, Modality, Points, Unfit};
use super::super::{points_of, sql};
use crate::pages::App;

/// Services with a number key of their own.
const NUMBERED: usize = 9;
/// Days that say what is used most.
const LATELY: u64 = 90;

/// What the forms of a city offer.
#[derive(Clone, Debug)]
pub(super) struct Setting {
    pub today: Day,
    pub vocabulary: Arc<Vocabulary>,
    pub points: Points,
    /// Where whoever asks works: their only point, else the one they recorded at last.
    pub point: Option<String>,
    /// The services used most there, the most used first: as many as there are number keys.
    pub often: Vec<String>,
    /// How people are met by whoever asks.
    pub modality: Modality,
}

impl Setting {
    pub async fn of(app: &App, who: &Who, city: &City) -> Result<Self, Problem> {
        app.live.refresh().await?;
        let mut reader = app.store.reader().await?;
        let last = reader.fetch_optional(&sql::LAST_POINT, params![city.code, &who.login]).await?;
        let last: Option<String> = last.map_or(Ok(None), |row| row.get(0))?;
        drop(reader);
        let points = points(app, who, city)?;
        let mut own = who.offices.iter();
        let only = own.next().filter(|_| own.next().is_none());
        let point = [only, last.as_ref(), who.offices.first()].into_iter().flatten();
        let point = point.filter_map(|point| points.known(point)).next().map(str::to_owned);
        let today = app.clock.now().day();
        let lately = Period { from: today - chrono::Days::new(LATELY), to: today };
        let used = counted(app, city.code, Dimension::Service, point.as_deref(), Some(lately))?;
        Ok(Self {
            today,
            often: often(&app.vocabulary, used),
            vocabulary: Arc::clone(&app.vocabulary),
            points,
            point,
            modality: if who.role == Role::StreetOperator { Modality::Street } else { Modality::InPerson },
        })
    }

    /// Reads a form that was sent against what the city is known to have. Saving waits for no facts to be read again,
    /// unless the form does not fit what was known before: a register may have told of a point since.
    pub async fn read<T>(
        app: &App,
        who: &Who,
        city: &City,
        read: impl Fn(Known<'_>) -> Result<T, Unfit>,
    ) -> Result<Result<T, Unfit>, Problem> {
        let today = app.clock.now().day();
        let known = |points: &Points| read(Known { today, vocabulary: &app.vocabulary, points });
        let fits = known(&points(app, who, city)?);
        if fits.is_ok() {
            return Ok(fits);
        }
        app.live.refresh().await?;
        Ok(known(&points(app, who, city)?))
    }

    /// What an empty form holds.
    pub fn defaults(&self) -> Fields {
        let text = str::to_owned;
        Fields(vec![
            (text("giorno"), self.today.to_string()),
            (text("punto"), self.point.clone().unwrap_or_default()),
            (text("modalita"), text(self.modality.code())),
        ])
    }
}

/// The points of a city: those of the catalogue, those its contacts name, and where whoever asks works.
fn points(app: &App, who: &Who, city: &City) -> Result<Points, Problem> {
    let seen = counted(app, city.code, Dimension::Point, None, app.live.mart().span())?;
    let prefix = format!("{}:", city.code);
    let seen = seen.iter().filter_map(|(point, _)| point.strip_prefix(&prefix));
    Ok(points_of(app, city.code, seen.chain(who.offices.iter().map(String::as_str))))
}

/// Contacts of a city by the values of a dimension.
fn counted(
    app: &App,
    city: CityCode,
    by: Dimension,
    point: Option<&str>,
    period: Option<Period>,
) -> Result<Vec<(String, u64)>, Problem> {
    let Some(period) = period else { return Ok(Vec::new()) };
    let mut question =
        Question::new(Measure::Contacts, period).by([by]).only(Dimension::City, city.to_string());
    if let Some(point) = point {
        question = question.only(Dimension::Point, format!("{city}:{point}"));
    }
    let answer = app.live.mart().ask(&question)?;
    let value = |cell: &mart::Cell| cell.values.first().map(ToString::to_string).unwrap_or_default();
    Ok(answer.cells.iter().map(|cell| (value(cell), cell.value)).collect())
}

/// The services used most; where too few were used, the first of the vocabulary after them.
fn often(vocabulary: &Vocabulary, mut used: Vec<(String, u64)>) -> Vec<String> {
    let place = |code: &str| vocabulary.services().iter().position(|service| service.code == code);
    used.retain(|(code, _)| place(code).is_some());
    used.sort_by(|(a, of_a), (b, of_b)| of_b.cmp(of_a).then_with(|| place(a).cmp(&place(b))));
    let used = used.into_iter().map(|(code, _)| code);
    let mut often: Vec<String> = Vec::with_capacity(NUMBERED);
    for code in used.chain(vocabulary.services().iter().map(|service| service.code.clone())) {
        if often.len() < NUMBERED && !often.contains(&code) {
            often.push(code);
        }
    }
    often
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_used_come_first_and_every_number_has_a_service() {
        let vocabulary = Vocabulary::embedded().unwrap();
        let used = [("housing_search", 2), ("unknown", 9), ("childcare", 5), ("legal_support", 2)];
        let used = used.map(|(code, count)| (code.to_owned(), count)).to_vec();
        let often = often(&vocabulary, used);
        assert_eq!(often[..4], ["childcare", "legal_support", "housing_search", "psychological_support"]);
        assert_eq!(often.len(), NUMBERED);
    }
}
