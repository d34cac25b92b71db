//! The routes of all slices under one roof.

use std::sync::Arc;

use axum::Router;
use casework::pages;
use ui::Shell;

use crate::app::App;

/// Every page of the product.
///
/// # Errors
/// When a message file is wrong or the database cannot be reached.
pub async fn router(app: Arc<App>) -> anyhow::Result<Router> {
    let is_demo = app.store.reader().await?.is_demo().await?;
    let shell = Shell::new([casework::MESSAGES])?.demo(is_demo);
    Ok(ui::dress(pages::routes(registers(&app)), shell))
}

/// What the pages of registers need.
fn registers(app: &App) -> pages::App {
    pages::App::new(
        app.store.clone(),
        Arc::clone(&app.keys),
        Arc::clone(&app.live),
        Arc::clone(&app.vocabulary),
        Arc::clone(&app.cities),
        Arc::clone(&app.clock),
    )
}
