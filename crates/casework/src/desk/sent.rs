//! What a form of the desk sent: kept as it was typed, so that an error loses nothing.

use std::collections::BTreeMap;
use std::marker::PhantomData;

use axum::extract::{Form, FromRequest, Request};
use kernel::Day;
use ui::{Page, Problem, Say};
use uuid::Uuid;

/// The words of a part of the desk for what cannot be read: keys of its messages.
pub(crate) trait Words {
    /// A form that is none.
    const UNREADABLE: &'static str;
    /// A form without the identifier it was made with.
    const NO_TOKEN: &'static str;
    /// A day that was left out.
    const DAY_MISSING: &'static str;
    /// A day that is none.
    const DAY_UNREADABLE: &'static str;
}

/// The fields of a form, by name.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sent<W>(BTreeMap<String, String>, PhantomData<W>);

impl<W: Words, S: Send + Sync> FromRequest<S> for Sent<W> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let fields = Form::<Vec<(String, String)>>::from_request(request, state).await;
        let Ok(Form(fields)) = fields else {
            return Err(Problem::bad_request(Say::new(W::UNREADABLE)));
        };
        Ok(Self(fields.into_iter().collect(), PhantomData))
    }
}

impl<W: Words> Sent<W> {
    /// Fields that a page fills before anything was typed.
    pub fn with<const N: usize>(fields: [(&str, String); N]) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(), PhantomData)
    }

    /// What was typed, without blanks around it; nothing for an empty field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    /// A day; the fault stands beside the field.
    pub fn day(&self, name: &'static str, page: &Page, faults: &mut Faults) -> Option<Day> {
        let day = self.day_if_any(name, page, faults);
        if self.get(name).is_empty() {
            faults.add(name, page.t(W::DAY_MISSING));
        }
        day
    }

    /// A day that may be left out.
    pub fn day_if_any(&self, name: &'static str, page: &Page, faults: &mut Faults) -> Option<Day> {
        let text = self.get(name);
        if text.is_empty() {
            return None;
        }
        // Browsers send the first way; where a field for days is a line of text, people write the second.
        let day = text.parse().or_else(|_| Day::parse_from_str(text, "%d/%m/%Y")).ok();
        if day.is_none() {
            faults.add(name, page.t(W::DAY_UNREADABLE));
        }
        day
    }

    /// The identifier that the form was made with.
    pub fn token(&self) -> Result<Uuid, Problem> {
        self.get("modulo").parse().map_err(|_| Problem::bad_request(Say::new(W::NO_TOKEN)))
    }
}

/// What is wrong, field by field.
#[derive(Clone, Debug, Default)]
pub(crate) struct Faults(BTreeMap<&'static str, String>);

impl Faults {
    /// The first fault of a field stays.
    pub fn add(&mut self, field: &'static str, what: String) {
        self.0.entry(field).or_insert(what);
    }

    /// What is wrong with a field; nothing if nothing is.
    pub fn of(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
