//! Facts as files: one for each city and month, so that memory stays constant however long the period.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use kernel::Period;

use crate::answer::quoted;
use crate::fact::{Fact, Partition, Text};
use crate::facts::Facts;
use crate::mart::Mart;
use crate::parquet_file::{self, FileError};

/// What the files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Apache Parquet.
    Parquet,
    /// Comma-separated, RFC 4180, UTF-8.
    Csv,
}

impl Mart {
    /// Writes the facts of the months that a period touches; gives the files. A month that the period cuts
    /// is written whole: partitions are not cut.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn export(
        &self,
        period: &Period,
        format: ExportFormat,
        folder: &Path,
    ) -> Result<Vec<PathBuf>, FileError> {
        fs::create_dir_all(folder).map_err(|error| FileError::new("write", folder, error))?;
        let mut files = Vec::new();
        for partition in self.partitions() {
            let Some(facts) = self.facts_of(partition) else { continue };
            if !period.months().any(|month| month == partition.month) {
                continue;
            }
            let path = folder.join(file_name(partition, format));
            match format {
                ExportFormat::Parquet => parquet_file::write(&facts, partition, 0, &path)?,
                ExportFormat::Csv => {
                    csv(&facts, partition, &path).map_err(|error| FileError::new("write", &path, error))?;
                }
            }
            files.push(path);
        }
        Ok(files)
    }
}

/// `A662-2025-03.parquet`.
pub(crate) fn file_name(partition: Partition, format: ExportFormat) -> String {
    let ending = if format == ExportFormat::Parquet { "parquet" } else { "csv" };
    format!("{}-{}.{ending}", partition.city, partition.month)
}

fn csv(facts: &Facts, partition: Partition, path: &Path) -> std::io::Result<()> {
    let mut file = BufWriter::new(File::create(path)?);
    let texts = Text::ALL.map(Text::name).join(",");
    write!(
        file,
        "city,day,until,{texts},subject,network_subject,household,vulnerabilities,gender,age,minutes,amount_cents,recorded_on\r\n"
    )?;
    for fact in facts.iter() {
        write_line(&mut file, partition, &fact)?;
    }
    file.flush()
}

fn write_line(file: &mut impl std::io::Write, partition: Partition, fact: &Fact<'_>) -> std::io::Result<()> {
    write!(file, "{},{},", partition.city, fact.day)?;
    if let Some(until) = fact.until {
        write!(file, "{until}")?;
    }
    for text in fact.texts() {
        write!(file, ",{}", quoted(text))?;
    }
    write!(file, ",{},{},{},{}", fact.subject, fact.network_subject, fact.household, fact.vulnerabilities)?;
    write!(file, ",{},{},", fact.gender.code(), fact.age.code())?;
    if let Some(minutes) = fact.minutes {
        write!(file, "{minutes}")?;
    }
    file.write_all(b",")?;
    if let Some(amount) = fact.amount_cents {
        write!(file, "{amount}")?;
    }
    write!(file, ",{}\r\n", fact.recorded_on)
}
