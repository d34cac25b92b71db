//! Linking people for the first time: the program starts over a database whose people nobody has compared.

use std::time::Instant;

use casework::linking::Linker;
use casework::pages::App;
use kernel::SystemClock;
use serde_json::{Value, json};
use std::sync::Arc;
use store::{Statement, Store, params};

use crate::Failed;
use crate::place::{CITIES, SLICES, embedded, fill_with, open};

const QUESTIONS: Statement = Statement("select count(*) from network_pair");
const MOVED: Statement = Statement("select count(*) from network_move");

/// So many people in four cities, on both engines where a server of the second is named.
pub async fn all(persons: usize) -> Result<Value, Failed> {
    let each = persons / CITIES.len();
    let mut told = json!({ "persons": persons });
    // Either everybody is met in every city, or a fifth of a city in the next one.
    for (name, step) in [("all_shared", 0), ("fifth_shared", each - each / 5)] {
        let folder = tempfile::tempdir()?;
        told[name]["sqlite"] = engine(folder.path(), embedded(folder.path()).await?, each, step).await?;
        if let Some(store) = store::testing::postgres(SLICES).await {
            told[name]["postgres"] = engine(folder.path(), store, each, step).await?;
        }
    }
    Ok(told)
}

async fn engine(folder: &std::path::Path, store: Store, each: usize, step: usize) -> Result<Value, Failed> {
    let app = open(folder, store).await?;
    let begun = Instant::now();
    fill_with(&app, &|city| city * step..city * step + each).await?;
    let fill = begun.elapsed().as_secs_f64();
    let linker = Linker::new(&app.store, &app.vault, &app.keys, Arc::new(SystemClock));
    let statements = app.store.statements_run();
    let begun = Instant::now();
    linker.follow().await?;
    let first = begun.elapsed().as_secs_f64();
    let statements = app.store.statements_run() - statements;
    one_more(&app, 4 * each + 7).await?;
    let begun = Instant::now();
    linker.follow().await?;
    let one_more = begun.elapsed().as_secs_f64();
    let (moved, questions) = (count(&app, &MOVED).await?, count(&app, &QUESTIONS).await?);
    app.store.close().await;
    Ok(json!({
        "fill_s": fill, "first_s": first, "statements": statements, "one_more_s": one_more,
        "moved": moved, "questions": questions,
    }))
}

async fn one_more(app: &App, person: usize) -> Result<(), Failed> {
    fill_with(app, &|city| if city == 0 { person..person + 1 } else { 0..0 }).await
}

async fn count(app: &App, statement: &Statement) -> Result<u32, Failed> {
    let row = app.store.reader().await?.fetch_optional(statement, params![]).await?;
    Ok(row.map_or(Ok(0), |row| row.count(0))?)
}
