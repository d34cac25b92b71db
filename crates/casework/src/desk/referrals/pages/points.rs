//! The points that a city is known to have, each by its folded name and as it is read.

use std::collections::BTreeMap;

use kernel::text;
use mart::{Dimension, Measure, Question};
use store::Reader;
use ui::Problem;

use super::room::Room;
use crate::desk::pathways::read as pathways;

/// The points that the catalogue names, those of the city's contacts and pathways, and those where who asks works.
pub(super) async fn points(
    room: &Room<'_>,
    reader: &mut Reader,
) -> Result<BTreeMap<String, String>, Problem> {
    let mut codes: Vec<String> = room.who.offices.iter().cloned().collect();
    codes.extend(pathways::points(reader, room.city.code).await?);
    let mart = room.app.live.mart();
    if let Some(span) = mart.span() {
        let question = Question::new(Measure::Contacts, span).only(Dimension::City, room.city.code.as_str());
        for cell in mart.ask(&question.by([Dimension::Point]))?.cells {
            codes.extend(cell.values[0].split_once(':').map(|(_, code)| code.to_owned()));
        }
    }
    let mut points: BTreeMap<String, String> =
        codes.into_iter().map(|code| (code.clone(), capitalised(&code))).collect();
    let named = room.app.points.iter().filter(|point| point.city == room.city.code);
    points.extend(named.map(|point| (text::fold(&point.name), point.name.clone())));
    Ok(points)
}

/// Points are kept folded: a capital makes a name of them.
pub(super) fn capitalised(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
