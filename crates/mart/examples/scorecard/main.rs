//! The scorecard over five million facts, timed. `bench/run` calls it beside the peers.
//!
//! ```text
//! scorecard generate DIR [FACTS]    partitions as Parquet files, and a database that knows them
//! scorecard measure DIR CELLS.csv   JSON on standard output; the answer's cells in CELLS.csv
//! scorecard cold DIR                JSON: start to first answer, once
//! ```

mod invent;
mod measure;
mod place;

use std::io::Write as _;
use std::path::Path;

type Failed = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Failed> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let told = match words.as_slice() {
        ["generate", folder] => place::generate(Path::new(folder), 5_000_000).await?,
        ["generate", folder, facts] => place::generate(Path::new(folder), facts.parse()?).await?,
        ["measure", folder, cells] => measure::all(Path::new(folder), Path::new(cells)).await?,
        ["cold", folder] => measure::cold(Path::new(folder)).await?,
        _ => return Err("scorecard generate DIR [FACTS] | measure DIR CELLS.csv | cold DIR".into()),
    };
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}
