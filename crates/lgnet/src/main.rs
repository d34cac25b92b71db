//! `lgnet`: one binary for the whole system. Exit codes: 0 done, 1 failed, 2 usage, 3 done with rejected rows.

mod app;
mod cli;
mod demo;
mod web;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = cli::Arguments::parse();
    tracing_subscriber::fmt()
        .with_env_filter(
            tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "warn".into()),
        )
        .with_writer(std::io::stderr)
        .init();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => return failed(&error.into()),
    };
    match runtime.block_on(cli::run(arguments)) {
        Ok(cli::Outcome::Done) => ExitCode::SUCCESS,
        Ok(cli::Outcome::RowsRejected) => ExitCode::from(3),
        Err(error) => failed(&error),
    }
}

/// One line for each layer: what could not be done, and why.
fn failed(error: &anyhow::Error) -> ExitCode {
    eprintln!("lgnet: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  {cause}");
    }
    ExitCode::FAILURE
}
