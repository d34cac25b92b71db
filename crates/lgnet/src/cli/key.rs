//! `lgnet key`: changing the keys that seal who people are.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::Context as _;
use casework::linking;
use clap::Subcommand;
use kernel::CityCode;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::keys::Master;
use store::vault::{self, FOLLOW_SECONDS, Rotation};

use super::{PlaceArguments, print};
use crate::app::{App, SLICES};

#[derive(Subcommand)]
pub enum KeyCommand {
    /// Give a city another data key, and seal everything of it anew; what was interrupted goes on
    Rotate {
        /// The city: cadastral code, Istat code or name; all cities when absent
        #[arg(long, value_name = "CODE")]
        city: Option<String>,
    },
    /// Encode everybody anew for the network, under another key; nobody is counted otherwise
    RotateNetwork,
    /// Wrap the keys of all cities with another master key; stop the server first
    Rewrap {
        /// The new master key, 64 hexadecimal digits; made when the file is absent
        #[arg(long, value_name = "FILE")]
        new_master: PathBuf,
    },
}

pub async fn run(place: &PlaceArguments, command: KeyCommand) -> anyhow::Result<()> {
    let app = place.open().await?;
    match command {
        KeyCommand::Rotate { city } => rotate(&app, city.as_deref()).await?,
        KeyCommand::RotateNetwork => rotate_network(&app).await?,
        KeyCommand::Rewrap { new_master } => rewrap(&app, &new_master).await?,
    }
    app.close().await;
    Ok(())
}

async fn rotate(app: &App, city: Option<&str>) -> anyhow::Result<()> {
    let cities: Vec<CityCode> = match city {
        Some(city) => vec![app.network.cities.find(city)?.code],
        None => app.vault.cities(),
    };
    let actor = store::Actor::local();
    let App { store, vault, clock, .. } = app;
    let rotation = Rotation { store, vault, slices: SLICES, clock: &**clock, actor: &actor };
    let mut random = StdRng::from_os_rng();
    for &city in &cities {
        rotation.begin(city, &mut random).await?;
    }
    // A server that runs meanwhile takes over the new keys before anything is sealed with them.
    tokio::time::sleep(Duration::from_secs(2 * FOLLOW_SECONDS)).await;
    for city in cities {
        let turned = rotation.seal_anew(city).await?;
        print(&format!("{city}  key {}: {} values sealed anew", turned.generation, turned.values));
    }
    Ok(())
}

async fn rotate_network(app: &App) -> anyhow::Result<()> {
    let App { store, vault, keys, clock, linker, .. } = app;
    let mut random = StdRng::from_os_rng();
    let turned = linking::rotate(store, vault, keys, &store::Actor::local(), &**clock, &mut random).await?;
    linker.follow().await?;
    print(&format!("network key {}: {} people encoded anew", turned.generation, turned.people));
    Ok(())
}

async fn rewrap(app: &App, file: &Path) -> anyhow::Result<()> {
    let mut random = StdRng::from_os_rng();
    let new = Master::read_or_make(file, &mut random)?;
    let old = &app.keys.master;
    anyhow::ensure!(
        new.fingerprint() != old.fingerprint(),
        "{} holds the master key that is in use already: name a file with another one, or one that is not there",
        file.display()
    );
    let actor = store::Actor::local();
    let keys = vault::rewrap(&app.store, (old, &new), &actor, &*app.clock, &mut random)
        .await
        .context("the keys stay wrapped as they were")?;
    print(&format!("{keys} keys are wrapped with master key {} from {}.", new.fingerprint(), file.display()));
    print(&format!(
        "Put it in place of {} (fingerprint {}) before you start LGNet again, and keep a copy apart from the database.",
        old.source(),
        old.fingerprint()
    ));
    Ok(())
}
