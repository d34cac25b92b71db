//! `lgnet import FILE --city CODE`: a register, from file to figures.

use std::io::IsTerminal as _;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use casework::registers::import::{Imported, Importer, Progress, Upload};
use casework::registers::model::{self, Mapping};
use casework::registers::rejects;
use clap::Args;
use documents::sheets;
use rand::SeedableRng as _;
use serde_json::json;

use super::{Format, Outcome, PlaceArguments, columns, print};

#[derive(Args)]
pub struct ImportArguments {
    /// The register: XLSX, XLSM, ODS, CSV or TSV
    file: PathBuf,
    /// The city: cadastral code, Istat code (old or new) or name
    #[arg(long, value_name = "CODE")]
    city: String,
    /// A mapping of columns kept in a JSON file, instead of the city's own
    #[arg(long, value_name = "FILE")]
    profile: Option<PathBuf>,
    /// Say what would happen, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Write the rejected rows to a spreadsheet that can be mended and imported again
    #[arg(long, value_name = "OUT.xlsx")]
    rejects: Option<PathBuf>,
    /// Write sheet, line and person (an opaque number) of each accepted row
    #[arg(long, value_name = "OUT.csv")]
    trace: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t = Format::Table)]
    format: Format,
}

pub async fn run(place: &PlaceArguments, arguments: ImportArguments) -> anyhow::Result<Outcome> {
    let app = place.open().await?;
    let city = app.network.cities.find(&arguments.city)?.code;
    let bytes = std::fs::read(&arguments.file)
        .with_context(|| format!("cannot read {}", arguments.file.display()))?;
    let name = arguments.file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let upload = Upload::of(&name, &bytes);
    let workbook = sheets::read(&bytes, &name, &sheets::Limits::default())
        .with_context(|| format!("{} cannot be imported", arguments.file.display()))?;

    let mapping = match &arguments.profile {
        Some(path) => read_mapping(path)?,
        None => app.mapping_for(city, &workbook).await?,
    };
    let reading = model::read(&workbook, &mapping, &app.vocabulary, app.clock.now().day());
    let headers = reading.headers.clone();
    let terminal = std::io::stderr().is_terminal();
    let importer = Importer {
        store: &app.store,
        keys: &app.keys,
        vault: &app.vault,
        clock: &*app.clock,
        actor: &store::Actor::local(),
        progress: &|step| say(terminal, step),
    };
    let mut random = rand::rngs::StdRng::from_os_rng();
    let imported = if arguments.dry_run {
        importer.dry_run(city, &upload, &mapping, reading, &mut random).await?
    } else {
        importer.import(city, &upload, &mapping, reading, &mut random).await?
    };

    if let Some(path) = &arguments.trace {
        write_trace(path, &imported)?;
    }
    if let Some(path) = &arguments.rejects {
        let bytes = rejects::spreadsheet(&rejects::rows_of(&imported.rejected, &headers), ui::Lang::It)?;
        std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))?;
    }
    app.close().await;
    show(&imported, arguments.format)?;
    Ok(if imported.rejected.is_empty() { Outcome::Done } else { Outcome::RowsRejected })
}

fn read_mapping(path: &Path) -> anyhow::Result<Mapping> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    serde_json::from_str(&text).with_context(|| format!("{} is not a mapping of columns", path.display()))
}

fn say(terminal: bool, step: Progress) {
    if terminal {
        let words = match step {
            Progress::Joining => "Joining rows to people…",
            Progress::Writing => "Writing contacts…",
            Progress::Done => "Done.",
        };
        eprintln!("{words}");
    }
}

fn write_trace(path: &Path, imported: &Imported) -> anyhow::Result<()> {
    let failed = || format!("cannot write {}", path.display());
    let mut writer = csv::Writer::from_path(path).with_context(failed)?;
    writer.write_record(["sheet", "line", "person"]).with_context(failed)?;
    for row in &imported.trace {
        let record = [row.sheet.clone(), row.line.to_string(), row.subject.to_string()];
        writer.write_record(record).with_context(failed)?;
    }
    writer.flush().with_context(failed)
}

fn show(imported: &Imported, format: Format) -> anyhow::Result<()> {
    match format {
        Format::Json => {
            let rejected: Vec<_> = imported
                .rejected
                .iter()
                .map(|row| {
                    json!({
                        "sheet": row.sheet, "line": row.line, "column": row.column, "value": row.value,
                        "reason": row.reason.code(), "nearest": row.nearest,
                    })
                })
                .collect();
            print(&serde_json::to_string(&json!({
                "read": imported.read, "accepted": imported.accepted, "duplicates": imported.duplicates,
                "rejected": rejected, "contacts": imported.contacts, "persons": imported.persons,
                "new_persons": imported.new_persons, "doubtful": imported.doubtful,
            }))?);
        }
        Format::Csv | Format::Table => {
            let counts = [
                ("read", imported.read),
                ("accepted", imported.accepted),
                ("already known", imported.duplicates),
                ("rejected", imported.rejected.len()),
                ("contacts added", imported.contacts),
                ("persons", imported.persons),
                ("of these new", imported.new_persons),
                ("pairs in doubt", imported.doubtful),
            ];
            let rows: Vec<_> =
                counts.iter().map(|(name, count)| vec![(*name).to_owned(), count.to_string()]).collect();
            print(&columns(&["rows", ""], &rows));
            for row in &imported.rejected {
                let sheet = if row.sheet.is_empty() { String::new() } else { format!("{}, ", row.sheet) };
                let nearest =
                    row.nearest.as_deref().map_or(String::new(), |near| format!(" Nearest: {near}."));
                let (line, column, value) = (row.line, &row.column, &row.value);
                print(&format!(
                    "{sheet}line {line}, {column} «{value}»: {}{nearest}",
                    row.reason.message_en()
                ));
            }
        }
    }
    Ok(())
}
