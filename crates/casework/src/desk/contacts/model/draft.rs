//! From the fields of a form to what is to be recorded, or to what is wrong with them.

use std::collections::BTreeMap;

use kernel::Day;
use network::vocabulary::Vocabulary;

use super::{Fields, Modality, Outcome, Points};
use crate::registers::model::first_day;

/// Minutes of a day and night.
const MOST_MINUTES: u32 = 1440;
/// Letters of a note or a reason.
const LONGEST_TEXT: usize = 4000;
/// Letters of a gathering's title.
const LONGEST_TITLE: usize = 200;
/// People counted at once: more would be a crowd, and a slip of the finger.
const MOST_HEADS: u32 = 500;

/// What a form is read against.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// Nothing happened later than this.
    pub today: Day,
    /// The services.
    pub vocabulary: &'a Vocabulary,
    /// The points of the city.
    pub points: &'a Points,
}

/// What is to be recorded of one visit: a contact for each service.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The day.
    pub day: Day,
    /// Codes of the services, each once, in the order they were chosen; at least one.
    pub services: Vec<String>,
    /// The point of access, as contacts keep it.
    pub point: Option<String>,
    /// How the person was met.
    pub modality: Modality,
    /// How long it took, all services together.
    pub minutes: Option<u32>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// What else is to be known.
    pub note: Option<String>,
}

/// A meeting of several people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathering {
    /// What it was called.
    pub title: String,
    /// What was given, to each of them; one service.
    pub draft: Draft,
    /// People who were there and are not named.
    pub others: u32,
}

/// What a contact says once it is corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// All of it, with one service.
    pub draft: Draft,
    /// For how many people it stands; one for a person who is known.
    pub heads: u32,
    /// Why.
    pub reason: String,
}

/// Fields that cannot be right: the key of what is to be said, by the name of the field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults(BTreeMap<&'static str, &'static str>);

/// Why a form is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It says what no page of ours lets say: a service, point, modality or outcome that the city does not have.
    Forged,
    /// Fields that whoever filled them in can mend.
    Wrong(Faults),
}

impl Faults {
    /// The key of what is wrong with a field, if anything is.
    pub fn of(&self, field: &str) -> Option<&'static str> {
        self.0.get(field).copied()
    }

    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One more.
    pub fn add(&mut self, field: &'static str, key: &'static str) {
        self.0.entry(field).or_insert(key);
    }

    /// A value, or its fault and what stands in its place until somebody mends it.
    fn take<T: Default>(&mut self, field: &'static str, value: Result<T, &'static str>) -> T {
        value.unwrap_or_else(|key| {
            self.add(field, key);
            T::default()
        })
    }

    fn or<T>(self, value: T) -> Result<T, Unfit> {
        if self.is_empty() { Ok(value) } else { Err(Unfit::Wrong(self)) }
    }
}

/// What the form of a visit says.
///
/// # Errors
/// [`Unfit`].
pub fn read(fields: &Fields, known: Known<'_>) -> Result<Draft, Unfit> {
    let (draft, faults) = draft(fields, known)?;
    faults.or(draft)
}

/// How many people the form of an anonymous contact says, beside what [`read`] finds.
///
/// # Errors
/// [`Unfit`], with everything that is wrong in the form.
pub fn read_heads(fields: &Fields, known: Known<'_>) -> Result<(Draft, u32), Unfit> {
    let (draft, mut faults) = draft(fields, known)?;
    let heads = faults.take("persone", heads(fields.get("persone"), 1));
    faults.or((draft, heads))
}

/// What the form of a gathering says; `named` people of it are known by name.
///
/// # Errors
/// [`Unfit`].
pub fn read_gathering(fields: &Fields, known: Known<'_>, named: usize) -> Result<Gathering, Unfit> {
    let (draft, mut faults) = draft(fields, known)?;
    if draft.services.len() > 1 {
        return Err(Unfit::Forged);
    }
    let others = match fields.get("persone") {
        "" => 0,
        written => faults.take("persone", heads(written, 0)),
    };
    if named == 0 && others == 0 {
        faults.add("persone", "contacts-fault-nobody");
    }
    let title = faults.take("titolo", text(fields.get("titolo"), LONGEST_TITLE));
    if title.is_none() {
        faults.add("titolo", "contacts-fault-title");
    }
    faults.or(Gathering { title: title.unwrap_or_default(), draft, others })
}

/// What the form of a correction says; `is_counted` where the contact stands for people who are not known.
///
/// # Errors
/// [`Unfit`].
pub fn read_change(fields: &Fields, known: Known<'_>, is_counted: bool) -> Result<Change, Unfit> {
    let (draft, mut faults) = draft(fields, known)?;
    if draft.services.len() > 1 {
        return Err(Unfit::Forged);
    }
    let heads = if is_counted { faults.take("persone", heads(fields.get("persone"), 1)) } else { 1 };
    let reason = reason(fields, &mut faults);
    faults.or(Change { draft, heads, reason })
}

/// Why a contact is taken back.
///
/// # Errors
/// What is wrong with the reason.
pub fn read_reason(fields: &Fields) -> Result<String, Faults> {
    let mut faults = Faults::default();
    let reason = reason(fields, &mut faults);
    if faults.is_empty() { Ok(reason) } else { Err(faults) }
}

fn reason(fields: &Fields, faults: &mut Faults) -> String {
    let reason = faults.take("motivo", text(fields.get("motivo"), LONGEST_TEXT));
    if reason.is_none() {
        faults.add("motivo", "contacts-fault-reason");
    }
    reason.unwrap_or_default()
}

fn draft(fields: &Fields, known: Known<'_>) -> Result<(Draft, Faults), Unfit> {
    let mut faults = Faults::default();
    let services = services(fields, known.vocabulary)?;
    if services.is_empty() {
        faults.add("servizio", "contacts-fault-service");
    }
    let draft = Draft {
        day: faults.take("giorno", day(fields.get("giorno"), known.today)),
        services,
        point: match fields.get("punto") {
            "" => None,
            code => Some(known.points.known(code).ok_or(Unfit::Forged)?.to_owned()),
        },
        modality: Modality::of(fields.get("modalita")).ok_or(Unfit::Forged)?,
        minutes: faults.take("minuti", minutes(fields.get("minuti"))),
        outcome: match fields.get("esito") {
            "" => None,
            code => Some(Outcome::of(code).ok_or(Unfit::Forged)?),
        },
        note: faults.take("nota", text(fields.get("nota"), LONGEST_TEXT)),
    };
    Ok((draft, faults))
}

fn services(fields: &Fields, vocabulary: &Vocabulary) -> Result<Vec<String>, Unfit> {
    let mut services: Vec<String> = Vec::new();
    for code in fields.all("servizio").filter(|code| !code.is_empty()) {
        let service = vocabulary.services().get(code).ok_or(Unfit::Forged)?;
        if !services.contains(&service.code) {
            services.push(service.code.clone());
        }
    }
    Ok(services)
}

fn day(written: &str, today: Day) -> Result<Day, &'static str> {
    let day: Day = written.parse().map_err(|_| "contacts-fault-day")?;
    if day > today {
        Err("contacts-fault-future")
    } else if day < first_day() {
        Err("contacts-fault-early")
    } else {
        Ok(day)
    }
}

fn minutes(written: &str) -> Result<Option<u32>, &'static str> {
    if written.is_empty() {
        return Ok(None);
    }
    let minutes: u32 = written.parse().map_err(|_| "contacts-fault-minutes")?;
    if minutes > MOST_MINUTES { Err("contacts-fault-minutes") } else { Ok(Some(minutes)) }
}

fn heads(written: &str, least: u32) -> Result<u32, &'static str> {
    let heads: u32 = written.parse().map_err(|_| "contacts-fault-heads")?;
    if (least..=MOST_HEADS).contains(&heads) { Ok(heads) } else { Err("contacts-fault-heads") }
}

fn text(written: &str, longest: usize) -> Result<Option<String>, &'static str> {
    if written.chars().count() > longest {
        return Err("contacts-fault-long");
    }
    Ok(Some(written.to_owned()).filter(|text| !text.is_empty()))
}
