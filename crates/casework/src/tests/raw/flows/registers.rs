//! Registers: imported, tried, mended, withdrawn; files that wait.

use documents::tables::{self, TableSheet, Value};
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::Actor;

use super::desk_of;
use crate::pages::tests::support::Browser;
use crate::registers::import::{Importer, Upload};
use crate::registers::model;
use crate::tests::raw::markers::{BIRTHS, GIVEN, NAMES, NOTE, SURNAME};

/// Names in every column that a register may have, in rows that are right and rows that are not.
fn register(month: u32) -> String {
    let [one, other] = BIRTHS;
    let mut csv =
        "Data;Cognome;Nome;Data di nascita;Cittadinanza;Servizio;Note;Educatore di riferimento\n".to_owned();
    let mut row = |day: &str, who: &str, birth: &str, country: &str, service: &str| {
        csv += &format!("{day}/{month:02}/2025;{who};{birth};{country};{service};{NOTE};{}\n", NAMES[0]);
    };
    let legal = "Orientamento legale";
    row("10", &format!("{SURNAME};{GIVEN}"), one, "Senegal", legal);
    row("11", &format!("{SURNAME};{GIVEN}"), other, "Gambia", legal);
    for name in NAMES {
        row("12", &format!("{name};"), one, "Senegal", legal);
    }
    // A day that is none, a service and a citizenship that are names, a birth date that is a note.
    row("32", &format!("{SURNAME};{GIVEN}"), one, "Senegal", legal);
    row("13", &format!("{SURNAME};{GIVEN}"), one, "Senegal", NAMES[0]);
    row("14", &format!("{SURNAME};{GIVEN}"), one, NAMES[1], legal);
    row("15", &format!("{SURNAME};{GIVEN}"), NOTE, "Senegal", legal);
    csv
}

pub async fn import(browser: &Browser) {
    let file = browser.bring("A662", &format!("{SURNAME}.csv"), register(1).as_bytes()).await.to;
    assert!(browser.get(&file).await.page().contains(SURNAME));
    // The lead takes a name for a word of the city.
    let word = format!("service:{}", kernel::text::fold(NAMES[0]));
    browser.post(&file, &[(&word, "housing_search")]).await;
    let result = browser.import(&file, &[]).await;
    let page = browser.get(&result).await.page();
    assert!(page.contains(SURNAME) && page.contains(NOTE), "{page}");
    assert!(browser.get(&format!("{result}/accessi")).await.page().contains(GIVEN));
    assert!(browser.get("/registri/A662").await.page().contains(SURNAME));
    let page = browser.get("/registri/A662/coppie").await.page();
    let action = page.split("action=\"/registri/A662/coppie/").nth(1).unwrap().split('"').next().unwrap();
    let pair = format!("/registri/A662/coppie/{action}");
    for decision in ["unisci", "separa"] {
        browser.post(&pair, &[("decisione", decision)]).await;
        browser.post(&format!("{pair}/annulla"), &[]).await;
    }
    browser.post(&pair, &[("decisione", "unisci")]).await;
}

pub async fn mend(browser: &Browser) {
    let page = browser.get("/registri/A662").await.page();
    let result =
        page.split("href=\"/registri/A662/storia/").nth(1).unwrap().split(['"', '/', '#']).next().unwrap();
    let result = format!("/registri/A662/storia/{result}");
    let csv = browser.get(&format!("{result}/scarti.csv")).await.text();
    assert!(csv.contains(SURNAME) && csv.contains(NAMES[1]));
    let mended = csv.replace("32/01/2025", "16/01/2025");
    browser.bring_and_import("A662", &format!("{GIVEN}.csv"), mended.as_bytes()).await;
    browser.post(&format!("{result}/corrette"), &[("corrette", "si")]).await;
}

/// Nothing tells the header of this file: its first row, with a name in every cell, becomes the keys of its mapping.
pub async fn wait(browser: &Browser) {
    let row: Vec<Value> = NAMES.into_iter().chain([SURNAME, GIVEN, NOTE]).map(Value::from).collect();
    let sheet = |name: &str| TableSheet {
        name: name.to_owned(),
        columns: NAMES.into_iter().chain([SURNAME, GIVEN, NOTE]).map(str::to_owned).collect(),
        rows: vec![row.clone(); 3],
        ..TableSheet::default()
    };
    let bytes = tables::xlsx(&[sheet(SURNAME), sheet(GIVEN)]).unwrap();
    let file = browser.bring("A662", &format!("{}.xlsx", NAMES[1]), &bytes).await.to;
    let page = browser.get(&file).await.page();
    assert!(page.contains(NAMES[0]), "{page}");
    let column = format!("column:{}", kernel::text::fold(NAMES[0]));
    browser.post(&file, &[(&column, "full_name")]).await;
}

/// As the command line does with `--dry-run`, and then in earnest: a workbook whose sheets are called by names.
pub async fn try_out(browser: &Browser) {
    let mut lines = csv::ReaderBuilder::new().delimiter(b';').from_reader(std::io::Cursor::new(register(2)));
    let columns = lines.headers().unwrap().iter().map(str::to_owned).collect::<Vec<_>>();
    let rows: Vec<Vec<Value>> =
        lines.records().map(|record| record.unwrap().iter().map(Value::from).collect()).collect();
    let sheet = |name: &str| TableSheet {
        name: name.to_owned(),
        columns: columns.clone(),
        rows: rows.clone(),
        ..TableSheet::default()
    };
    let bytes = tables::xlsx(&[sheet(SURNAME), sheet(NAMES[1])]).unwrap();
    let app = &browser.app;
    let name = format!("{SURNAME}.xlsx");
    let workbook = documents::sheets::read(&bytes, &name, &documents::sheets::Limits::default()).unwrap();
    let mapping = model::propose(&workbook, &app.vocabulary).mapping();
    let reading = model::read(&workbook, &mapping, &app.vocabulary, app.clock.now().day());
    let importer = Importer {
        store: &app.store,
        keys: &app.keys,
        vault: &app.vault,
        clock: &*app.clock,
        actor: &Actor::local(),
        progress: &|_| {},
    };
    let (city, upload) = ("A662".parse().unwrap(), Upload::of(&name, &bytes));
    let mut random = StdRng::seed_from_u64(1);
    let tried = importer.dry_run(city, &upload, &mapping, reading.clone(), &mut random).await.unwrap();
    assert!(tried.contacts > 0 && !tried.rejected.is_empty());
    let done = importer.import(city, &upload, &mapping, reading, &mut random).await.unwrap();
    let rows = browser.get(&format!("/registri/A662/storia/{}/accessi", done.register)).await.page();
    assert!(rows.contains(SURNAME) && rows.contains(NAMES[1]), "{rows}");
}

pub async fn withdraw(browser: &Browser) {
    let roma = desk_of(browser, "H501");
    let csv = register(3).replace(GIVEN, "Wexlombir");
    let result = roma.bring_and_import("H501", "r.csv", csv.as_bytes()).await;
    assert!(roma.get(&format!("{result}/accessi")).await.page().contains(SURNAME));
    roma.post(&format!("{result}/ritira"), &[]).await;
    assert!(roma.get(&result).await.page().contains("Ritirato il"));
}

pub async fn discard(browser: &Browser) {
    let roma = desk_of(browser, "H501");
    let file = roma.bring("H501", &format!("{SURNAME}.csv"), register(4).as_bytes()).await.to;
    assert!(roma.get("/registri/H501").await.page().contains(SURNAME));
    roma.post(&format!("{file}/togli"), &[]).await;
}
