//! The routes of all slices under one roof.

use std::sync::Arc;

use axum::Router;
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
    let shell = Shell::new([monitoring::MESSAGES])?.demo(is_demo).data_moment(moment);
    let monitor = Arc::new(app.monitor());
    Ok(ui::dress(monitoring::routes(monitor), shell))
}
