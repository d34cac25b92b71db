//! `lgnet doctor`: is everything in its place?

use super::{PlaceArguments, print};

pub async fn run(place: &PlaceArguments) -> anyhow::Result<()> {
    let app = place.open().await?;
    let mut reader = app.store.reader().await?;
    let chains = reader.verify_journal().await?;
    drop(reader);
    print(&format!("database   {}: up to date", app.store.engine()));
    print(&format!("journal    {} entries in {} chains: every hash follows", chains.entries, chains.chains));
    print(&format!("keys       {}: readable", place.folder().display()));
    print(&format!("vault      keys of {} cities: unwrapped", app.vault.cities().len()));
    app.live.refresh().await?;
    print(&format!(
        "facts      {} in {} partitions",
        app.live.mart().len(),
        app.live.mart().partitions().len()
    ));
    app.close().await;
    Ok(())
}
