//! `lgnet doctor`: is everything in its place?

use kernel::CityCode;

use super::{PlaceArguments, print};
use crate::app::{App, SLICES};

pub async fn run(place: &PlaceArguments) -> anyhow::Result<()> {
    let app = place.open().await?;
    let mut reader = app.store.reader().await?;
    let chains = reader.verify_journal().await?;
    drop(reader);
    print(&format!("database   {}: up to date", app.store.engine()));
    print(&format!("journal    {} entries in {} chains: every hash follows", chains.entries, chains.chains));
    print(&format!("keys       {}: readable", place.folder().display()));
    vault(&app).await?;
    app.live.refresh().await?;
    print(&format!(
        "facts      {} in {} partitions",
        app.live.mart().len(),
        app.live.mart().partitions().len()
    ));
    app.close().await;
    Ok(())
}

/// What is sealed can be opened, and by the newest key.
async fn vault(app: &App) -> anyhow::Result<()> {
    let mut reader = app.store.reader().await?;
    let checked = store::vault::check(&app.vault, &mut reader, SLICES).await?;
    print(&format!(
        "vault      keys of {} cities, wrapped with master key {}; {} values of {} columns open",
        checked.cities,
        app.keys.master.fingerprint(),
        checked.opened,
        checked.columns
    ));
    let names = |cities: &[CityCode]| cities.iter().map(CityCode::to_string).collect::<Vec<_>>().join(", ");
    if !checked.unfinished.is_empty() {
        let cities = names(&checked.unfinished);
        print(&format!("           a change of keys was interrupted: run «lgnet key rotate» for {cities}"));
    }
    if !checked.behind.is_empty() {
        let cities = names(&checked.behind);
        print(&format!(
            "           some values are sealed with an older key: run «lgnet key rotate» for {cities}"
        ));
    }
    Ok(())
}
