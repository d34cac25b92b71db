//! Linkage across cities, timed. `bench/run linkage` calls it beside the peers.
//!
//! ```text
//! network clks FEBRL OUT             the published composite filters of FEBRL 4, as raw bytes: OUT/a.bin, OUT/b.bin
//! network dice OUT THRESHOLD PAIRS   all pairs of OUT's filters; JSON; the pairs found, a line each, in PAIRS
//! network febrl FEBRL                JSON: our method on FEBRL 4, time and F1
//! network grow PEOPLE                JSON: so many people in each of two cities, encoded and linked
//! ```

mod febrl;
mod grow;

use std::io::Write as _;
use std::path::Path;

type Failed = Box<dyn std::error::Error + Send + Sync>;

fn main() -> Result<(), Failed> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let told = match words.as_slice() {
        ["clks", febrl, out] => febrl::clks(Path::new(febrl), Path::new(out))?,
        ["dice", out, threshold, pairs] => febrl::dice(Path::new(out), threshold.parse()?, Path::new(pairs))?,
        ["febrl", febrl] => febrl::ours(Path::new(febrl))?,
        ["grow", people] => grow::grow(people.parse()?)?,
        _ => {
            return Err(
                "network clks FEBRL OUT | dice OUT THRESHOLD PAIRS | febrl FEBRL | grow PEOPLE".into()
            );
        }
    };
    writeln!(std::io::stdout(), "{told}")?;
    Ok(())
}
