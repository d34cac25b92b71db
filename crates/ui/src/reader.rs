//! Who reads the page, as the frame needs to know it. Access puts it into the request.

use crate::Section;

/// Somebody who signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reader {
    /// How they are called.
    pub name: String,
    /// The code of their role.
    pub role: String,
    /// Their city, if the role has one.
    pub place: Option<String>,
    /// The entries of the main navigation that lead somewhere for them.
    pub sections: Vec<Section>,
}
