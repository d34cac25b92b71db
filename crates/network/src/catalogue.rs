//! The files that experts edit without a compiler: those this program was built with, each replaced by the
//! file of the same name in the installation's own `catalogue` folder, if it keeps one.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use kernel::CityCode;
use serde::de::DeserializeOwned;

use crate::model::{CatalogueError, Cities};

/// Where the files of the catalogue are looked for.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    folder: Option<PathBuf>,
}

/// A file of the catalogue.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, as errors give it: `indicators/amif.toml`.
    pub name: String,
    /// What stands in it.
    pub text: Cow<'static, str>,
}

impl Catalogue {
    /// Only the files this program was built with.
    pub fn embedded() -> Self {
        Self::default()
    }

    /// The files of a folder before those this program was built with.
    pub fn at(folder: &Path) -> Self {
        Self { folder: Some(folder.to_owned()) }
    }

    /// One file.
    ///
    /// # Errors
    /// When the installation's own file cannot be read.
    pub fn file(&self, name: &str, built_in: &'static str) -> Result<File, CatalogueError> {
        let own = self.folder.as_ref().map(|folder| folder.join(name)).filter(|path| path.is_file());
        let text = match own {
            Some(path) => {
                Cow::Owned(std::fs::read_to_string(path).map_err(|error| unreadable(name, &error))?)
            }
            None => Cow::Borrowed(built_in),
        };
        Ok(File { name: name.to_owned(), text })
    }

    /// All files of a folder of the catalogue with an ending: the built-in ones, then the installation's own.
    ///
    /// # Errors
    /// When the installation's own files cannot be read.
    pub fn files(
        &self,
        folder: &str,
        ending: &str,
        built_in: &[(&str, &'static str)],
    ) -> Result<Vec<File>, CatalogueError> {
        let mut files = Vec::new();
        for (name, text) in built_in {
            files.push(self.file(&format!("{folder}/{name}"), text)?);
        }
        let Some(own) = self.folder.as_ref().map(|own| own.join(folder)).filter(|own| own.is_dir()) else {
            return Ok(files);
        };
        let mut names: Vec<String> = std::fs::read_dir(&own)
            .map_err(|error| unreadable(folder, &error))?
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .filter(|name| name.ends_with(ending) && built_in.iter().all(|(built_in, _)| built_in != name))
            .collect();
        names.sort();
        for name in names {
            files.push(self.file(&format!("{folder}/{name}"), "")?);
        }
        Ok(files)
    }
}

fn unreadable(file: &str, error: &std::io::Error) -> CatalogueError {
    CatalogueError::new(file, format!("it cannot be read ({error})"))
}

impl File {
    /// The rows of a table with a header.
    ///
    /// # Errors
    /// The first row that does not fit, with its line.
    pub fn rows<T: DeserializeOwned>(&self) -> Result<Vec<(u64, T)>, CatalogueError> {
        let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(self.text.as_bytes());
        let headers = reader.headers().map_err(|error| self.wrong(1, error))?.clone();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| self.wrong(0, error))?;
            let line = self.line(record.position());
            rows.push((line, record.deserialize(Some(&headers)).map_err(|error| self.wrong(line, error))?));
        }
        Ok(rows)
    }

    /// The line a record begins at. The reader leaves the second byte of a Windows line end to the next record.
    fn line(&self, position: Option<&csv::Position>) -> u64 {
        let byte = position.map_or(0, |position| usize::try_from(position.byte()).unwrap_or(0));
        let left_over = u64::from(self.text.as_bytes().get(byte) == Some(&b'\n'));
        position.map_or(0, csv::Position::line) + left_over
    }

    /// An error at a line of the file.
    pub fn wrong(&self, line: u64, reason: impl std::fmt::Display) -> CatalogueError {
        CatalogueError {
            file: self.name.clone(),
            line: (line > 0).then_some(line),
            reason: reason.to_string(),
        }
    }

    /// The city that a row names by its cadastral code.
    ///
    /// # Errors
    /// When the network has no such city.
    pub(crate) fn city(&self, line: u64, code: &str, cities: &Cities) -> Result<CityCode, CatalogueError> {
        cities.find(code).map(|city| city.code).map_err(|error| self.wrong(line, error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_installation_replaces_and_adds_files() {
        let folder = tempfile::tempdir().unwrap();
        let built_in = [("a.toml", "one"), ("b.toml", "two")];
        std::fs::create_dir(folder.path().join("indicators")).unwrap();
        std::fs::write(folder.path().join("indicators/b.toml"), "mine").unwrap();
        std::fs::write(folder.path().join("indicators/c.toml"), "more").unwrap();
        std::fs::write(folder.path().join("indicators/notes.txt"), "not this").unwrap();
        let files = Catalogue::at(folder.path()).files("indicators", ".toml", &built_in).unwrap();
        let texts: Vec<_> = files.iter().map(|file| (file.name.as_str(), &*file.text)).collect();
        let expected =
            [("indicators/a.toml", "one"), ("indicators/b.toml", "mine"), ("indicators/c.toml", "more")];
        assert_eq!(texts, expected);
        assert_eq!(Catalogue::embedded().files("indicators", ".toml", &built_in).unwrap().len(), 2);
    }
}
