//! What can be bound to a statement: the few types that both engines share.

use kernel::{CityCode, Day, Month, Timestamp};
use uuid::Uuid;

/// A parameter. Each keeps its type when it is null, because PostgreSQL wants to know.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Text.
    Text(Option<String>),
    /// A whole number of 64 bits.
    Int(Option<i64>),
    /// A floating-point number.
    Real(Option<f64>),
    /// True or false.
    Bool(Option<bool>),
    /// A calendar day.
    Day(Option<Day>),
    /// An identifier.
    Id(Option<Uuid>),
    /// Bytes.
    Bytes(Option<Vec<u8>>),
}

macro_rules! from {
    ($($kind:ty => $variant:ident, $value:ident => $expression:expr;)*) => {$(
        impl From<$kind> for Value {
            fn from($value: $kind) -> Self { Self::$variant(Some($expression)) }
        }
        impl From<Option<$kind>> for Value {
            fn from(value: Option<$kind>) -> Self { Self::$variant(value.map(|$value| $expression)) }
        }
    )*};
}

from! {
    &str => Text, value => value.to_owned();
    String => Text, value => value;
    &String => Text, value => value.clone();
    CityCode => Text, value => value.as_str().to_owned();
    Month => Text, value => value.to_string();
    i64 => Int, value => value;
    i32 => Int, value => i64::from(value);
    u32 => Int, value => i64::from(value);
    Timestamp => Int, value => value.micros();
    f64 => Real, value => value;
    bool => Bool, value => value;
    Day => Day, value => value;
    Uuid => Id, value => value;
    Vec<u8> => Bytes, value => value;
    &[u8] => Bytes, value => value.to_vec();
}

/// Parameters of a statement, in order: `params![city, day, None::<&str>]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { vec![$($crate::Value::from($value)),*] };
}
