//! The points that a city is known to have: those of the catalogue, of its contacts, pathways and places, and where people work.

use std::collections::BTreeMap;

use mart::{Dimension, Measure, Question};
use store::Reader;
use ui::Problem;

use super::room::Room;
use crate::desk::pathways::read;

/// Points by their folded names, each as it is read.
pub(super) async fn points(
    room: &Room<'_>,
    reader: &mut Reader,
) -> Result<BTreeMap<String, String>, Problem> {
    let city = room.city.code;
    let mut codes: Vec<String> = room.who.offices.iter().cloned().collect();
    codes.extend(read::points(reader, city).await?);
    let mart = room.app.live.mart();
    if let Some(span) = mart.span() {
        let question = Question::new(Measure::Contacts, span).only(Dimension::City, city.as_str());
        for cell in mart.ask(&question.by([Dimension::Point]))?.cells {
            codes.extend(cell.values[0].split_once(':').map(|(_, code)| code.to_owned()));
        }
    }
    let mut points: BTreeMap<String, String> =
        codes.into_iter().map(|code| (code.clone(), capitalised(&code))).collect();
    let named = room.app.points.iter().filter(|point| point.city == city);
    points.extend(named.map(|point| (kernel::text::fold(&point.name), point.name.clone())));
    for (code, house) in read::houses(&read::places(reader, city).await?) {
        points.insert(code, house.name);
    }
    Ok(points)
}

/// The name of a point, as it is read; what is kept of it where the city is not known to have it any more.
pub(super) fn point_name(points: &BTreeMap<String, String>, code: &str) -> String {
    points.get(code).cloned().unwrap_or_else(|| capitalised(code))
}

/// Points are kept folded: a capital makes a name of them.
pub(super) fn capitalised(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
