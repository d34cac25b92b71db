//! The routes of all slices under one roof.

use std::sync::Arc;

use axum::Router;

use crate::app::App;

/// Every page of the product.
///
/// # Errors
/// When a catalogue is wrong or the database cannot be reached.
pub async fn router(_app: Arc<App>) -> anyhow::Result<Router> {
    Ok(Router::new())
}
