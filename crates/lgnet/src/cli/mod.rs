//! The command line: one file per command.

mod ask;
mod compare;
mod demo;
mod doctor;
mod door;
mod export;
mod import;
mod indicators;
mod key;
mod retention;
mod serve;
mod user;

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// From each contact at a desk to numbers that cities can trust and compare.
#[derive(Parser)]
#[command(name = "lgnet", version, about, arg_required_else_help = true)]
pub struct Arguments {
    #[command(flatten)]
    place: PlaceArguments,
    #[command(subcommand)]
    command: Command,
}

/// Where the data is.
#[derive(Args, Clone)]
pub struct PlaceArguments {
    /// The data folder: keys, the embedded database, and the fact files
    #[arg(long, global = true, value_name = "DIR", env = "LGNET_DATA", default_value = "data")]
    pub data: PathBuf,
    /// A PostgreSQL address, instead of the embedded database
    #[arg(long, global = true, value_name = "URL", env = "LGNET_DATABASE", hide_env_values = true)]
    pub database: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    /// Fill a network of 22 cities with made-up people and serve it
    Demo(DemoArguments),
    /// Serve the pages
    Serve(door::DoorArguments),
    /// Bring a city's register in
    Import(import::ImportArguments),
    /// Ask for a number
    Ask(ask::AskArguments),
    /// The figure of every indicator
    Indicators(indicators::IndicatorsArguments),
    /// The cities by one indicator, within what chance allows
    Compare(compare::CompareArguments),
    /// Write facts to files
    #[command(subcommand)]
    Export(export::ExportCommand),
    /// Change the keys that seal who people are
    #[command(subcommand)]
    Key(key::KeyCommand),
    /// Take away what is kept no longer
    Retention(retention::RetentionArguments),
    /// Make and look after accounts
    #[command(subcommand)]
    User(user::UserCommand),
    /// Make the database, or bring it up to date
    Migrate,
    /// Check the installation: database, journal, keys, what is sealed
    Doctor,
}

#[derive(Args)]
struct DemoArguments {
    #[command(flatten)]
    door: door::DoorArguments,
    /// Print the scorecard and stop
    #[arg(long)]
    once: bool,
    /// How many times the usual number of people
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100))]
    scale: u32,
}

/// How an answer is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people.
    Table,
    /// For programs; its shape is stable.
    Json,
    /// For spreadsheets.
    Csv,
}

/// How a command ended well.
pub enum Outcome {
    /// Everything was done.
    Done,
    /// Done, but some rows of a register cannot be right.
    RowsRejected,
}

/// Carries out a command.
///
/// # Errors
/// What could not be done, and why.
pub async fn run(arguments: Arguments) -> anyhow::Result<Outcome> {
    let place = &arguments.place;
    match arguments.command {
        Command::Demo(demo) => demo::run(place, demo).await?,
        Command::Serve(serve) => serve::run(place, &serve).await?,
        Command::Import(import) => return import::run(place, import).await,
        Command::Ask(ask) => ask::run(place, ask).await?,
        Command::Indicators(list) => indicators::run(place, list).await?,
        Command::Compare(cities) => compare::run(place, cities).await?,
        Command::Export(export) => export::run(place, export).await?,
        Command::Key(command) => key::run(place, command).await?,
        Command::Retention(arguments) => retention::run(place, &arguments).await?,
        Command::User(command) => user::run(place, command).await?,
        Command::Migrate => {
            place.open().await?;
        }
        Command::Doctor => doctor::run(place).await?,
    }
    Ok(Outcome::Done)
}

/// Prints to standard output; a reader that went away (`| head`) is no error.
fn print(text: &str) {
    let mut out = std::io::stdout().lock();
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.write_all(b"\n")).and_then(|()| out.flush());
}

/// A table in columns, for a terminal: first column left, the others right.
fn columns(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut widths: Vec<usize> = header.iter().map(|cell| cell.chars().count()).collect();
    for row in rows {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = (*width).max(cell.chars().count());
        }
    }
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for (position, (cell, width)) in cells.zip(&widths).enumerate() {
            let gap = " ".repeat(width.saturating_sub(cell.chars().count()));
            if position == 0 {
                line.push_str(cell);
                line.push_str(&gap);
            } else {
                line.push_str("  ");
                line.push_str(&gap);
                line.push_str(cell);
            }
        }
        line.trim_end().to_owned()
    };
    let mut lines = vec![line(&mut header.iter().copied())];
    lines.push("─".repeat(widths.iter().sum::<usize>() + 2 * widths.len().saturating_sub(1)));
    lines.extend(rows.iter().map(|row| line(&mut row.iter().map(String::as_str))));
    lines.join("\n")
}
