//! `lgnet serve`: the pages.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use rand::SeedableRng as _;
use store::vault::FOLLOW_SECONDS;

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
    let following = tokio::spawn(follow_keys(Arc::clone(&app)));
    axum::serve(listener, router).with_graceful_shutdown(asked_to_stop()).await?;
    following.abort();
    app.close().await;
    Ok(())
}

/// Takes over keys that `lgnet key rotate` makes while the server runs.
async fn follow_keys(app: Arc<App>) {
    let mut random = rand::rngs::StdRng::from_os_rng();
    let mut failed = false;
    loop {
        tokio::time::sleep(Duration::from_secs(FOLLOW_SECONDS)).await;
        let followed = app.vault.follow(&app.store, &mut random).await;
        if let Err(error) = &followed
            && !failed
        {
            tracing::error!(error = %error, "The keys of the cities were not read again");
        }
        failed = followed.is_err();
    }
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
