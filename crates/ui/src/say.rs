//! Texts that wait for a language: a key and its values.

use std::borrow::Cow;

/// A value in a message.
#[derive(Clone, PartialEq, Debug)]
pub enum Value<'v> {
    /// Written as it is.
    Text(Cow<'v, str>),
    /// Written as the language writes numbers; also decides singular and plural.
    Number(f64),
}

impl Value<'_> {
    fn into_owned(self) -> Value<'static> {
        match self {
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::Number(number) => Value::Number(number),
        }
    }
}

/// What can stand in a message: texts as they are, numbers written as the language writes them.
pub trait ToValue {
    /// The value as messages take it.
    fn to_value(&self) -> Value<'_>;
}

macro_rules! numbers {
    ($($number:ty),*) => {$(
        impl ToValue for $number {
            fn to_value(&self) -> Value<'_> {
                Value::Number(f64::from(*self))
            }
        }
    )*};
}
numbers!(i8, i16, i32, u8, u16, u32, f64);

macro_rules! counts {
    ($($number:ty),*) => {$(
        impl ToValue for $number {
            #[expect(clippy::cast_precision_loss, reason = "exact up to 2^53, more than anything counted")]
            fn to_value(&self) -> Value<'_> {
                Value::Number(*self as f64)
            }
        }
    )*};
}
counts!(i64, u64, usize);

macro_rules! texts {
    ($($text:ty),*) => {$(
        impl ToValue for $text {
            fn to_value(&self) -> Value<'_> {
                Value::Text(Cow::Borrowed(self))
            }
        }
    )*};
}
texts!(str, String, Cow<'_, str>);

impl<T: ToValue + ?Sized> ToValue for &T {
    fn to_value(&self) -> Value<'_> {
        (**self).to_value()
    }
}

/// A message and its values, before it is known who reads it.
#[derive(Clone, PartialEq, Debug)]
pub struct Say {
    pub(crate) key: Cow<'static, str>,
    pub(crate) values: Vec<(&'static str, Value<'static>)>,
}

impl Say {
    /// The message of this key.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), values: Vec::new() }
    }

    /// The same with a value for `$name`.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToValue) -> Self {
        self.values.push((name, value.to_value().into_owned()));
        self
    }
}
