//! Saving contacts at the desk, timed: through the gate, the page and the database, as a browser does. `bench/run` calls it.
//!
//! ```text
//! contacts generate DIR [PERSONS]   an installation of four cities, so many people in each, told by registers
//! contacts measure DIR              JSON on standard output: one writer, then four at once
//! contacts link PERSONS             JSON: linking people of four cities for the first time, and one more after them
//! ```
//!
//! With `LGNET_TEST_POSTGRES` the same is measured on a fresh PostgreSQL database of that server.

mod link;
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
        ["generate", folder] => place::generate(Path::new(folder), 20_000).await?,
        ["generate", folder, persons] => place::generate(Path::new(folder), persons.parse()?).await?,
        ["link", persons] => link::all(persons.parse()?).await?,
        ["measure", folder] => measure::all(Path::new(folder)).await?,
        _ => return Err("contacts generate DIR [PERSONS] | measure DIR | link PERSONS".into()),
    };
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}
