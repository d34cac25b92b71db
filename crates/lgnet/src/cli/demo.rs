//! `lgnet demo`: a network of 22 cities, filled, then served.

use std::sync::Arc;
use std::time::Instant;

use mart::{Dimension, Measure, Question};

use super::{DemoArguments, PlaceArguments, columns, print, serve};
use crate::app::App;
use crate::demo;

pub async fn run(place: &PlaceArguments, arguments: DemoArguments) -> anyhow::Result<()> {
    let entrance = arguments.door.entrance()?;
    anyhow::ensure!(
        !entrance.door.is_tls(),
        "a demonstration has accounts with a published password: it is for this computer only"
    );
    let app = Arc::new(place.open().await?);
    let (position, is_demo) = {
        let mut reader = app.store.reader().await?;
        (reader.journal_position().await?.0, reader.is_demo().await?)
    };
    anyhow::ensure!(
        is_demo || position == 0,
        "{} holds real data: a demonstration is made in a folder of its own, with --data DIR",
        place.folder().display()
    );
    if position == 0 {
        let started = Instant::now();
        demo::make(&app, arguments.scale).await?;
        app.live.refresh().await?;
        app.live.save().await;
        print(&format!(
            "Filled in {:.1} s: {} facts.",
            started.elapsed().as_secs_f64(),
            app.live.mart().len()
        ));
    }
    app.live.refresh().await?;
    anyhow::ensure!(
        app.live.mart().newest().len() == app.network.cities.len(),
        "the demonstration in {} was interrupted while it was being made: remove the folder and start again",
        place.folder().display()
    );
    if arguments.once {
        print(&scorecard(&app)?);
        app.close().await;
        return Ok(());
    }
    print(&sign_ins());
    serve::serve(app, &arguments.door, &entrance).await
}

/// One sign-in for each role; the first page opens each of them with one press.
fn sign_ins() -> String {
    let rows: Vec<Vec<String>> = access::demo::sign_ins()
        .map(|(login, role, city)| vec![login.to_owned(), role.to_string(), city.to_owned()])
        .collect();
    let table = columns(&["sign in as", "role", "city"], &rows);
    let (password, secret) = (access::demo::PASSWORD, access::demo::secret_text());
    format!("{table}\npassword {password} · secret for the app with codes {secret}\n")
}

/// Contacts and persons by city, each under its own name.
fn scorecard(app: &App) -> anyhow::Result<String> {
    let mart = app.live.mart();
    let period = mart.span().unwrap_or_else(|| kernel::Period::year(app.year()));
    let ask = |measure| mart.ask(&Question::new(measure, period).by([Dimension::City]));
    let (contacts, persons) = (ask(Measure::Contacts)?, ask(Measure::Persons)?);
    let network = mart.ask(&Question::new(Measure::NetworkPersons, period))?;
    let figure = |total: Option<u64>| total.unwrap_or_default().to_string();
    let mut rows: Vec<Vec<String>> = app
        .network
        .cities
        .iter()
        .map(|city| {
            let code = city.code.as_str();
            vec![city.name.clone(), contacts.value(&[code]).to_string(), persons.value(&[code]).to_string()]
        })
        .collect();
    rows.push(vec!["sum of city counts".to_owned(), figure(contacts.total), figure(persons.total)]);
    rows.push(vec!["distinct in the network".to_owned(), "–".to_owned(), figure(network.total)]);
    let table = columns(&["city", "contacts", "persons"], &rows);
    Ok(format!("{table}\n{period} · data at {} · live · made-up people", contacts.cut_off))
}
