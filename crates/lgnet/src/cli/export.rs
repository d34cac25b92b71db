//! `lgnet export facts`: the facts of a period, a file for each city and month.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::{PlaceArguments, print};

#[derive(Subcommand)]
pub enum ExportCommand {
    /// Facts: no names in them
    Facts(ExportArguments),
}

#[derive(Args)]
pub struct ExportArguments {
    /// 2025, 2025-H1, 2025-Q1, 2025-03, or two of them joined by ..
    #[arg(long)]
    period: kernel::Period,
    #[arg(long, value_enum, default_value_t = FileFormat::Parquet)]
    format: FileFormat,
    /// The folder to write to
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum FileFormat {
    Parquet,
    Csv,
}

pub async fn run(place: &PlaceArguments, command: ExportCommand) -> anyhow::Result<()> {
    let ExportCommand::Facts(arguments) = command;
    let app = place.open().await?;
    app.live.refresh().await?;
    let format = match arguments.format {
        FileFormat::Parquet => mart::ExportFormat::Parquet,
        FileFormat::Csv => mart::ExportFormat::Csv,
    };
    let written = app.live.mart().export(&arguments.period, format, &arguments.output)?;
    app.close().await;
    print(&format!("{} files in {}", written.len(), arguments.output.display()));
    Ok(())
}
