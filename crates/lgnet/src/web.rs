//! The routes of all slices under one roof.

use std::sync::Arc;

use access::Routes;
use axum::Router;
use casework::desk::referrals::{self, ReferralWaits};
use casework::pages;
use kernel::Timestamp;
use ui::Shell;

use crate::app::App;

/// Every page of the product.
///
/// # Errors
/// When the messages of two slices clash or the database cannot be reached.
pub async fn router(app: Arc<App>) -> anyhow::Result<Router> {
    let is_demo = app.store.reader().await?.is_demo().await?;
    let live = Arc::clone(&app.live);
    let moment = move || Some(live.mart().cut_off()).filter(|moment| *moment > Timestamp::default());
    let messages = [casework::MESSAGES, referrals::MESSAGES, monitoring::MESSAGES];
    let shell = Shell::new(messages)?.demo(is_demo).data_moment(moment);
    let registers = registers(&app);
    let mut monitor = app.monitor();
    monitor.waits.push(Arc::new(registers.clone()));
    monitor.waits.push(Arc::new(ReferralWaits(registers.clone())));
    let desk = referrals::routes().with_state(registers.clone());
    let routes = Routes::open().merge(monitoring::routes(Arc::new(monitor)));
    let routes = routes.merge(desk).merge(pages::routes(registers));
    Ok(ui::dress(routes.into_router(), shell))
}

/// What the pages of registers stand on.
fn registers(app: &App) -> pages::App {
    pages::App::new(
        app.store.clone(),
        Arc::clone(&app.keys),
        app.vault.clone(),
        Arc::clone(&app.live),
        Arc::clone(&app.vocabulary),
        Arc::clone(&app.network.cities),
        Arc::clone(&app.clock),
    )
}
