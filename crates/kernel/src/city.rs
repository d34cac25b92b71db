//! A city's key: its cadastral (Belfiore) code, which does not change when Istat codes do.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A cadastral code: one letter and three digits, such as `A662` for Bari.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct CityCode([u8; 4]);

impl CityCode {
    /// The code as text.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// The text is not a letter and three digits.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("«{0}» is not a cadastral code: one letter and three digits, such as A662")]
pub struct NotACityCode(pub String);

impl FromStr for CityCode {
    type Err = NotACityCode;
    fn from_str(text: &str) -> Result<Self, NotACityCode> {
        let upper = text.trim().to_ascii_uppercase();
        match upper.as_bytes() {
            &[letter, a, b, c]
                if letter.is_ascii_alphabetic() && [a, b, c].iter().all(u8::is_ascii_digit) =>
            {
                Ok(Self([letter, a, b, c]))
            }
            _ => Err(NotACityCode(text.to_owned())),
        }
    }
}

impl TryFrom<String> for CityCode {
    type Error = NotACityCode;
    fn try_from(text: String) -> Result<Self, NotACityCode> {
        text.parse()
    }
}

impl From<CityCode> for String {
    fn from(code: CityCode) -> Self {
        code.as_str().to_owned()
    }
}

impl fmt::Display for CityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for CityCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
