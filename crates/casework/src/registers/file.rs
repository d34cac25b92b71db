//! What is kept of an imported file: sealed, because names of files and sheets may be names of people.

use serde::{Deserialize, Serialize};
use store::{CityKeys, StoreError};

use super::import::RegisterId;
use super::model::{Entry, Mapping};
use crate::sealed::REGISTER_FILE;

/// An imported file, as it was called and read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisterFile {
    /// As its owner called it.
    pub name: String,
    /// The sheets that brought something, in the order of the file; a contact keeps its sheet's position.
    pub sheets: Vec<String>,
    /// How it was read. Kept for whoever looks into an import later.
    #[serde(default)]
    pub mapping: Mapping,
}

impl RegisterFile {
    /// A file with the sheets of what was read of it.
    pub(super) fn new(name: &str, entries: &[Entry], mapping: &Mapping) -> Self {
        let mut sheets: Vec<String> = Vec::new();
        for entry in entries {
            // Rows of one sheet stand side by side.
            if sheets.last() != Some(&entry.sheet) && !sheets.contains(&entry.sheet) {
                sheets.push(entry.sheet.clone());
            }
        }
        Self { name: name.to_owned(), sheets, mapping: mapping.clone() }
    }

    /// The position of a sheet.
    pub(super) fn position(&self, sheet: &str) -> u32 {
        let position = self.sheets.iter().position(|name| name == sheet).unwrap_or_default();
        u32::try_from(position).unwrap_or(u32::MAX)
    }

    /// The name of a sheet; empty in a text file.
    pub fn sheet(&self, position: u32) -> &str {
        self.sheets.get(position as usize).map_or("", String::as_str)
    }

    pub(super) fn seal(&self, keys: &CityKeys, register: RegisterId) -> Result<Vec<u8>, StoreError> {
        keys.seal_json(REGISTER_FILE, register.0, self)
    }

    pub(super) fn open(keys: &CityKeys, register: RegisterId, sealed: &[u8]) -> Result<Self, StoreError> {
        keys.open_json(REGISTER_FILE, register.0, sealed)
    }
}
