//! The sealed columns of people and registers: what says who somebody is, and whatever a file may hold as text.

use store::Spot;

/// Surname, given name and birth date of a form, as JSON; null once erased.
pub const FORM_IDENTITY: Spot = Spot { table: "form", column: "identity" };
/// What is taken for a person's birth date; null where it is not known, or erased.
pub const PERSON_BIRTH: Spot = Spot { table: "person", column: "birth" };
/// Anything else written of a contact.
pub const CONTACT_NOTE: Spot = Spot { table: "contact", column: "note" };
/// Name, sheets and mapping of an imported file, as JSON.
pub const REGISTER_FILE: Spot = Spot { table: "register", column: "file" };
/// A rejected row: where, what, and all of its cells, as JSON.
pub const REJECTED_CONTENT: Spot = Spot { table: "rejected_row", column: "content" };
/// A city's way of writing its registers, as JSON: where no header was found, its keys are cells.
pub const PROFILE_MAPPING: Spot = Spot { table: "profile", column: "mapping" };
/// The name of a file that waits.
pub const UPLOAD_NAME: Spot = Spot { table: "upload", column: "file_name" };
/// A file that waits.
pub const UPLOAD_BYTES: Spot = Spot { table: "upload", column: "bytes" };
/// What the lead says its columns mean, as JSON.
pub const UPLOAD_MAPPING: Spot = Spot { table: "upload", column: "mapping" };

/// All of them.
pub const SPOTS: &[Spot] = &[
    FORM_IDENTITY,
    PERSON_BIRTH,
    CONTACT_NOTE,
    REGISTER_FILE,
    REJECTED_CONTENT,
    PROFILE_MAPPING,
    UPLOAD_NAME,
    UPLOAD_BYTES,
    UPLOAD_MAPPING,
];
