//! `lgnet serve`: the pages.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use access::provider::{Provider, Settings};
use access::reads::Watch;
use anyhow::Context as _;
use axum_server::Handle;
use rand::SeedableRng as _;
use store::vault::FOLLOW_SECONDS;

use super::door::{DoorArguments, Entrance};
use super::{PlaceArguments, print, retention};
use crate::app::App;
use crate::web;

/// Whom the desks wrote is linked, and the facts are read again, this often.
const KEEP_UP_SECONDS: u64 = 5;

/// The log of reads is looked at this often.
const WATCH_SECONDS: u64 = 600;

/// What is kept no longer is taken away this often.
const RETENTION_SECONDS: u64 = 86_400;

pub async fn run(place: &PlaceArguments, door: &DoorArguments) -> anyhow::Result<()> {
    let entrance = door.entrance()?;
    let app = Arc::new(place.open().await?);
    serve(app, door, &entrance).await
}

/// Serves until asked to stop, then leaves everything in order.
pub async fn serve(app: Arc<App>, arguments: &DoorArguments, entrance: &Entrance) -> anyhow::Result<()> {
    app.live.refresh().await?;
    let listener = std::net::TcpListener::bind(arguments.listen).with_context(|| {
        format!("cannot listen on {}: choose another address with --listen", arguments.listen)
    })?;
    listener.set_nonblocking(true)?;
    let origin = entrance.origin(listener.local_addr()?);
    let provider = Settings::read(&arguments.provider_file(&app.folder))?;
    let provider = provider.map(|settings| Provider::new(settings, &origin)).transpose()?;
    let access = app.access().await?.over_tls(entrance.door.is_tls()).at(&origin)?.with_provider(provider);
    let watch = web::watch(&app, &access);
    let router = web::router(Arc::clone(&app), access, entrance.door.clone()).await?;
    let router = entrance.around(router).into_make_service_with_connect_info::<SocketAddr>();
    print(&format!("LGNet: {origin}/"));
    let following = tokio::spawn(follow_keys(Arc::clone(&app)));
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&app)));
    let watching = tokio::spawn(watch_reads(watch, Arc::clone(&app)));
    let keeping = tokio::spawn(keep_to_the_clocks(Arc::clone(&app)));
    let handle = Handle::new();
    let stopping = tokio::spawn(stop(handle.clone()));
    match &entrance.tls {
        Some(tls) => {
            axum_server::from_tcp_rustls(listener, tls.load().await?)?.handle(handle).serve(router).await?
        }
        None => axum_server::from_tcp(listener)?.handle(handle).serve(router).await?,
    }
    following.abort();
    keeping_up.abort();
    watching.abort();
    keeping.abort();
    stopping.abort();
    app.close().await;
    Ok(())
}

async fn stop(handle: Handle<SocketAddr>) {
    asked_to_stop().await;
    handle.graceful_shutdown(Some(Duration::from_secs(10)));
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

/// Links whom the desks wrote and reads the facts again, also while nobody asks for a number. So no write waits for it,
/// and the time of a write tells nothing of other cities' people.
async fn keep_up(app: Arc<App>) {
    let mut failed = false;
    loop {
        tokio::time::sleep(Duration::from_secs(KEEP_UP_SECONDS)).await;
        let kept = app.live.refresh().await;
        if let Err(error) = &kept
            && !failed
        {
            tracing::error!(error = %error, "The facts were not read again");
        }
        failed = kept.is_err();
    }
}

/// Looks at the log of reads while the server runs, so that what is unusual waits for a lead without being asked for.
async fn watch_reads(watch: Watch, app: Arc<App>) {
    let cities: Vec<_> = app.network.cities.iter().map(|city| city.code).collect();
    let mut every = tokio::time::interval(Duration::from_secs(WATCH_SECONDS));
    loop {
        every.tick().await;
        if let Err(error) = watch.catch_up(cities.iter().copied()).await {
            tracing::error!(error = %error, "The log of reads was not looked at");
        }
    }
}

/// Takes away what is kept no longer, once a day while the server runs.
async fn keep_to_the_clocks(app: Arc<App>) {
    let actor = store::Actor("retention".to_owned());
    let mut every = tokio::time::interval(Duration::from_secs(RETENTION_SECONDS));
    loop {
        every.tick().await;
        if let Err(error) = retention::keep(&app, &actor, false).await {
            tracing::error!(error = %error, "What is kept no longer was not taken away");
        }
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
