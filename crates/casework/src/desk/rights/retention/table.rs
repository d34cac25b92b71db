//! The table of the handbook.

use std::fmt::Write as _;

use super::clocks::{CLOCKS, Kept};

/// The clocks as the handbook prints them: a table in Markdown, in Italian as the handbook is.
pub fn table() -> String {
    let mut table = "| Che cosa | A che serve | Perché per legge | Da quando | Quanto | Poi |\n".to_owned();
    table += "|---|---|---|---|---|---|\n";
    for clock in CLOCKS {
        let kept = match clock.kept {
            Kept::Days(days) => format!("{days} giorni"),
            Kept::Months(months) if months % 12 == 0 && months > 12 => format!("{} anni", months / 12),
            Kept::Months(months) => format!("{months} mesi"),
            Kept::Always => "sempre".to_owned(),
        };
        // Writing to a text never fails.
        let _ = writeln!(
            table,
            "| {} | {} | {} | {} | {kept} | {} |",
            clock.what, clock.purpose, clock.ground, clock.starts, clock.then
        );
    }
    table
}

#[cfg(test)]
mod tests {
    /// Run with `UPDATE=1` to write the table anew.
    #[test]
    fn the_handbook_prints_the_clocks_as_they_are() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/manuale/90-conservazione.md");
        let chapter = std::fs::read_to_string(path).unwrap();
        let is_table = |line: &&str| line.starts_with('|');
        let printed: String = chapter.lines().filter(is_table).map(|line| format!("{line}\n")).collect();
        let table = super::table();
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, chapter.replace(&printed, &table)).unwrap();
        } else {
            assert_eq!(printed, table, "run with UPDATE=1");
        }
    }
}
