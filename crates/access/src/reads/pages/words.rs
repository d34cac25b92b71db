//! Words that several of these pages use.

use std::collections::BTreeMap;

use kernel::CityCode;
use network::Cities;
use ui::Page;
use uuid::Uuid;

use crate::reads::line::{Act, Line, What};

/// How something was read.
pub(super) fn act(page: &Page, act: Act) -> String {
    page.t(&format!("reads-act-{}", act.code()))
}

/// What was read.
pub(super) fn what(page: &Page, what: What) -> String {
    page.t(&format!("reads-what-{}", what.code()))
}

/// The role of who read; the code itself where it is none of today's.
pub(super) fn role(page: &Page, code: &str) -> String {
    match code.parse::<crate::Role>() {
        Ok(role) => page.t(&format!("ui-role-{role}")),
        Err(_) => code.to_owned(),
    }
}

/// The name of a city; its code where the catalogue has lost it.
pub(super) fn city(cities: &Cities, code: CityCode) -> String {
    cities.get(code).map_or_else(|| code.to_string(), |city| city.name.clone())
}

/// A person by name for who may have it, else by the last digits of the file's number.
pub(super) fn person(page: &Page, names: &BTreeMap<Uuid, String>, person: Uuid) -> String {
    names.get(&person).cloned().unwrap_or_else(|| {
        let number = person.simple().to_string();
        page.t_with("reads-file-number", &[("number", &&number[number.len() - 8..])])
    })
}

/// What was read, in words, with what was searched where it may be told.
pub(super) fn told(page: &Page, line: &Line, searched: Option<&str>) -> String {
    let what = what(page, line.what);
    match searched {
        Some(text) => page.t_with("reads-searched", &[("what", &what), ("text", &text)]),
        None => what,
    }
}
