//! The log as a file: numbers of files, no names, nothing that was searched. Written as it is read, so that its
//! length costs no memory.

use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use documents::tables::{self, TableSheet, Value};
use futures_util::stream;
use ui::{Page, Problem};

use super::filters::{Filters, Typed};
use super::{Reads, words};
use crate::Who;
use crate::reads::book::{self, Asked, Mark};
use crate::reads::line::Line;

/// Lines read at a time.
const AT_A_TIME: u32 = 500;

type Failure = Box<dyn std::error::Error + Send + Sync>;

pub(super) async fn csv(
    page: Page,
    who: Who,
    State(reads): State<Reads>,
    Query(typed): Query<Typed>,
) -> Result<Response, Problem> {
    let filters = Filters::of(typed, &who, &reads)?;
    if filters.are_wrong() {
        return Err(Problem::bad_request(ui::Say::new("reads-day-wrong")));
    }
    let name = page.t("reads-csv-name");
    let state = Some((filters.asked, Mark::NEWEST));
    let lines = stream::try_unfold(state, move |state| {
        let (page, reads) = (page.clone(), reads.clone());
        async move {
            let Some((asked, behind)) = state else { return Ok(None) };
            chunk(&page, &reads, asked, behind).await.map(Some)
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.csv\"")),
    ];
    Ok((headers, Body::from_stream(lines)).into_response())
}

/// Some lines as text, and where to go on, if anywhere. Each chunk is a view of its own: a slow reader holds nothing.
async fn chunk(
    page: &Page,
    reads: &Reads,
    asked: Asked,
    behind: Mark,
) -> Result<(Vec<u8>, Option<(Asked, Mark)>), Failure> {
    let mut reader = reads.log.store.reader().await?;
    let lines = book::lines(&mut reader, &asked, behind, AT_A_TIME).await?;
    drop(reader);
    let rows = lines.iter().map(|line| row(page, reads, line)).collect();
    let text = if behind == Mark::NEWEST {
        let columns = ["when", "city", "who", "role", "how", "what", "people", "file"]
            .map(|column| page.t(&format!("reads-csv-{column}")));
        tables::csv(&TableSheet { columns: columns.to_vec(), rows, ..TableSheet::default() })?
    } else {
        tables::csv_more(&rows)?
    };
    let goes_on = lines.len() == AT_A_TIME as usize;
    let next = lines.last().filter(|_| goes_on).map(|line| (asked, Mark::behind(line)));
    Ok((text, next))
}

fn row(page: &Page, reads: &Reads, line: &Line) -> Vec<Value> {
    vec![
        Value::Moment(line.at.local()),
        Value::from(words::city(&reads.cities, line.city)),
        Value::from(line.login.as_str()),
        Value::from(words::role(page, &line.role)),
        Value::from(words::act(page, line.act)),
        Value::from(words::what(page, line.what)),
        Value::from(i64::from(line.persons)),
        Value::from(line.person.map(|person| person.to_string()).unwrap_or_default()),
    ]
}
