//! Pathways: taking somebody in charge, what they need and want to reach, where they stay, how it ended.

pub mod model;

use store::Reader;
use ui::Problem;

use super::file::{File, FileSection};

/// What this part shows in a person's file.
///
/// # Errors
/// What the database says.
pub async fn section(_file: &File<'_>, _reader: &mut Reader) -> Result<FileSection, Problem> {
    Ok(FileSection::default())
}
