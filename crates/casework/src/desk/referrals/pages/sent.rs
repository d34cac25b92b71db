//! What a form sent: kept as it was typed, so that an error loses nothing.

use std::collections::BTreeMap;

use axum::extract::{Form, FromRequest, Request};
use kernel::Day;
use ui::{Page, Problem, Say};
use uuid::Uuid;

/// The fields of a form, by name.
#[derive(Clone, Debug, Default)]
pub(super) struct Sent(BTreeMap<String, String>);

impl<S: Send + Sync> FromRequest<S> for Sent {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &S) -> Result<Self, Problem> {
        let fields = Form::<Vec<(String, String)>>::from_request(request, state).await;
        let Ok(Form(fields)) = fields else {
            return Err(Problem::bad_request(Say::new("referrals-unreadable")));
        };
        Ok(Self(fields.into_iter().collect()))
    }
}

impl Sent {
    /// Fields that a page fills before anything was typed.
    pub fn with<const N: usize>(fields: [(&str, String); N]) -> Self {
        Self(fields.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
    }

    /// What was typed, without blanks around it; nothing for an empty field.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", |value| value.trim())
    }

    /// A day; the fault stands beside the field.
    pub fn day(&self, name: &'static str, page: &Page, faults: &mut Faults) -> Option<Day> {
        let text = self.get(name);
        if text.is_empty() {
            faults.add(name, page.t("referrals-day-missing"));
            return None;
        }
        // Browsers send the first way; where a field for days is a line of text, people write the second.
        let day = text.parse().or_else(|_| Day::parse_from_str(text, "%d/%m/%Y")).ok();
        if day.is_none() {
            faults.add(name, page.t("referrals-day-unreadable"));
        }
        day
    }

    /// The identifier that the form was made with.
    pub fn token(&self) -> Result<Uuid, Problem> {
        self.get("modulo").parse().map_err(|_| Problem::bad_request(Say::new("referrals-no-token")))
    }
}

/// What is wrong, field by field.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults(BTreeMap<&'static str, String>);

impl Faults {
    pub fn add(&mut self, field: &'static str, what: String) {
        self.0.entry(field).or_insert(what);
    }

    pub fn of(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
