//! The routes of all slices under one roof.

use std::sync::Arc;

use access::reads::{self, ReadLog, Reads, Watch};
use access::{Access, Routes};
use axum::Router;
use casework::desk::people::{self, WhoTheyAre};
use casework::desk::{self, contacts, pathways, referrals, rights};
use casework::{linking, pages};
use kernel::Timestamp;
use ui::{Door, Shell};

use crate::app::App;

#[cfg(test)]
mod tests;

/// Every page of the product, behind a door; `access` is the installation's, as that door makes it.
///
/// # Errors
/// When the messages of two slices clash or the database cannot be reached.
pub async fn router(app: Arc<App>, access: Access, door: Door) -> anyhow::Result<Router> {
    let is_demo = app.store.reader().await?.is_demo().await?;
    let live = Arc::clone(&app.live);
    let moment = move || Some(live.mart().cut_off()).filter(|moment| *moment > Timestamp::default());
    let shell = Shell::new(messages())?.demo(is_demo).door(door).data_moment(moment);
    let routes = routes(&app, &access);
    Ok(access::guard(access, ui::dress(routes.into_router(), shell)))
}

/// The messages of all slices.
fn messages() -> [ui::Source; 11] {
    [
        access::MESSAGES,
        reads::MESSAGES,
        casework::MESSAGES,
        people::MESSAGES,
        contacts::MESSAGES,
        pathways::MESSAGES,
        referrals::MESSAGES,
        linking::MESSAGES,
        rights::MESSAGES,
        monitoring::MESSAGES,
        handbook::MESSAGES,
    ]
}

/// The routes of all slices: each with its action, none without.
pub fn routes(app: &App, access: &Access) -> Routes {
    let casework = casework(app);
    let log = casework.reads.clone();
    let names = Arc::new(WhoTheyAre { store: app.store.clone(), vault: app.vault.clone() });
    let reads =
        Reads { watch: watch(app, access), log, names: Some(names), cities: Arc::clone(&app.network.cities) };
    let mut monitor = app.monitor();
    monitor.waits.extend(desk::waits(&casework));
    monitor.waits.push(Arc::new(reads.clone()));
    let desk_routes = people::routes().merge(contacts::routes()).merge(pathways::routes());
    let desk_routes = desk_routes.merge(referrals::routes()).merge(rights::routes());
    let desk_routes = desk_routes.merge(linking::pages::routes());
    Routes::open()
        .merge(access::pages::routes().with_state(access.clone()))
        .merge(handbook::routes())
        .merge(monitoring::routes(Arc::new(monitor)))
        .merge(reads::routes(reads))
        .merge(desk_routes.with_state(casework.clone()))
        .merge(pages::routes(casework))
}

/// Whoever looks at the log of reads for what is unusual.
pub fn watch(app: &App, access: &Access) -> Watch {
    let log = ReadLog::new(app.store.clone(), app.vault.clone(), Arc::clone(&app.clock));
    let people = WhoTheyAre { store: app.store.clone(), vault: app.vault.clone() };
    Watch::new(log).who_met(Arc::new(people)).whose_staff(Arc::new(access.clone()))
}

/// What the pages of registers and of the desk stand on.
fn casework(app: &App) -> pages::App {
    pages::App::new(
        app.store.clone(),
        Arc::clone(&app.keys),
        app.vault.clone(),
        Arc::clone(&app.live),
        Arc::clone(&app.vocabulary),
        Arc::clone(&app.network.cities),
        Arc::clone(&app.clock),
    )
    .with_points(app.network.points.clone())
    .with_notices(app.notices.clone())
}
