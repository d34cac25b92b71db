//! One way a person was written.

use kernel::{Day, Gender};

use crate::fold_name;

/// One distinct way a person was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The surname, or the whole name where nothing tells its parts.
    pub surname: String,
    /// The given name; may hold the whole name, or nothing.
    pub given: String,
    /// Birth date.
    pub birth: Option<Day>,
    /// Gender.
    pub gender: Gender,
    /// Citizenship, ISO 3166 alpha-2.
    pub citizenship: Option<String>,
    /// How many rows were written so.
    pub rows: u32,
}

impl Form {
    /// Surname and given name as one text.
    pub fn whole_name(&self) -> String {
        format!("{} {}", self.surname, self.given)
    }
}

/// Equal for forms that are the same once their names are folded; says nothing of persons.
pub fn form_key(form: &Form) -> String {
    let words = fold_name(&form.whole_name()).words.join(" ");
    let birth = form.birth.map(|birth| birth.to_string()).unwrap_or_default();
    format!("{words}|{birth}|{}|{}", form.gender.code(), form.citizenship.as_deref().unwrap_or_default())
}
