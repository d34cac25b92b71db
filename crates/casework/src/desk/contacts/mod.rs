//! Contacts at the desk: recorded from one screen, of nobody known, of a gathering; corrected and taken back with a
//! reason. They are the same contacts as those of registers, and are counted with them.

mod again;
pub mod correct;
pub mod correction;
pub mod model;
mod pages;
mod reads;
pub mod record;
pub(crate) mod rights;
pub mod row;
mod section;
mod sql;
pub mod subject;
mod today;

use kernel::CityCode;

pub use pages::routes;
pub(in crate::desk) use pages::words;
pub use section::section;
pub use today::{Today, of_visit, today, told};

use crate::pages::App;

/// The messages of this part.
pub const MESSAGES: ui::Source = ui::Source {
    name: "casework-contacts",
    it: include_str!("../../../locales/contacts/it.ftl"),
    en: include_str!("../../../locales/contacts/en.ftl"),
};

/// The tables and statements of this part.
pub const SLICE: store::Slice = store::Slice {
    name: "casework-contacts",
    migrations: &[store::Migration {
        version: 3301,
        name: "desk contacts",
        sqlite: include_str!("../../../migrations/sqlite/3301_desk_contacts.sql"),
        postgres: include_str!("../../../migrations/postgres/3301_desk_contacts.sql"),
    }],
    statements: &[sql::ALL],
    sealed: sql::SPOTS,
    bulks: &[&sql::INSERT_CONTACTS, &sql::INSERT_AGAIN],
};

/// The points of a city that the catalogue names, and others by what contacts keep of them.
fn points_of<'a>(app: &'a App, city: CityCode, others: impl IntoIterator<Item = &'a str>) -> model::Points {
    let named = app.points.iter().filter(|point| point.city == city).map(|point| point.name.as_str());
    model::Points::of(named, others)
}
