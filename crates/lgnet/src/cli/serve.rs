//! `lgnet serve`: the pages.

use std::net::SocketAddr;
use std::sync::Arc;

use anyhow::Context as _;

use super::{PlaceArguments, print};
use crate::app::App;
use crate::web;

pub async fn run(place: &PlaceArguments, listen: SocketAddr) -> anyhow::Result<()> {
    loopback(listen)?;
    let app = Arc::new(place.open().await?);
    serve(app, listen).await
}

/// Until accounts exist whoever reaches the server may do everything, so only this computer may reach it.
pub fn loopback(listen: SocketAddr) -> anyhow::Result<()> {
    anyhow::ensure!(
        listen.ip().is_loopback(),
        "{listen} can be reached from other computers, and there are no accounts yet: use 127.0.0.1 or [::1]"
    );
    Ok(())
}

/// Serves until asked to stop, then leaves everything in order.
pub async fn serve(app: Arc<App>, listen: SocketAddr) -> anyhow::Result<()> {
    app.live.refresh().await?;
    let listener = tokio::net::TcpListener::bind(listen)
        .await
        .with_context(|| format!("cannot listen on {listen}: choose another address with --listen"))?;
    let address = listener.local_addr()?;
    print(&format!("LGNet: http://{address}/ (only from this computer, until accounts exist)"));
    let router = web::router(Arc::clone(&app)).await?;
    axum::serve(listener, router).with_graceful_shutdown(asked_to_stop()).await?;
    app.close().await;
    Ok(())
}

async fn asked_to_stop() {
    let interrupted = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminated) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = interrupted => {}
                _ = terminated.recv() => {}
            }
            return;
        }
    }
    let _ = interrupted.await;
}
