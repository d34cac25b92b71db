//! A pasted list of names, each with those of the city who are called so: shown for confirmation, never taken as read.

use std::collections::{BTreeMap, BTreeSet};

use access::Who;
use kernel::Day;
use ui::{Page, Problem};

use super::super::model::{Fields, MOST_NAMES, names};
use super::super::reads;
use crate::names::{Hit, Query};
use crate::pages::App;
use crate::people::{PersonId, identities};

/// People offered for a name.
const OFFERED: usize = 4;
/// So alike are names that are the same, but for a letter.
const ALIKE: f64 = 0.97;

/// The name is not counted at all.
const PASSED_OVER: &str = "via";
/// The name is counted among those who are not named.
const NOT_NAMED: &str = "nessuno";

/// A name of the list, and what may be meant by it.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub number: usize,
    pub name: String,
    pub choices: Vec<LineChoice>,
}

/// One of the things that may be meant.
#[derive(Clone, Debug)]
pub(super) struct LineChoice {
    pub value: String,
    pub text: String,
    pub ticked: bool,
}

/// What was said of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Confirmed {
    pub persons: BTreeSet<PersonId>,
    /// Names to be counted without a person.
    pub others: u32,
    /// Somebody who was chosen for two names.
    pub twice: bool,
}

/// Whether the list that was sent is the one that was shown, so that what was said of it holds.
pub(super) fn is_checked(fields: &Fields) -> bool {
    let sent = names(fields.get("nomi"));
    sent == names(fields.get("elenco"))
        && (0..sent.len()).all(|number| !fields.get(&field(number)).is_empty())
}

/// What was said of each name; nothing if something is said that no page offers.
pub(super) fn confirmed(fields: &Fields) -> Option<Confirmed> {
    let mut confirmed = Confirmed::default();
    for number in 0..names(fields.get("nomi")).len() {
        match fields.get(&field(number)) {
            PASSED_OVER => {}
            NOT_NAMED => confirmed.others += 1,
            person => confirmed.twice |= !confirmed.persons.insert(person.parse().ok()?),
        }
    }
    Some(confirmed)
}

/// The names of a list with those who are called so. Who is shown is written down first.
pub(super) async fn lines(page: &Page, app: &App, who: &Who, fields: &Fields) -> Result<Vec<Line>, Problem> {
    let (city, today) = (who.city()?, app.clock.now().day());
    let keys = app.vault.city(city)?;
    let list = names(fields.get("nomi"));
    let mut hits: Vec<Vec<Hit>> = Vec::with_capacity(list.len());
    for name in list.iter().take(MOST_NAMES) {
        let query = Query::typed(name, today);
        hits.push(app.names.search(&app.store, &app.vault, city, &query, OFFERED).await?.hits);
    }
    let persons: BTreeSet<PersonId> = hits.iter().flatten().map(|hit| hit.person).collect();
    let persons: Vec<PersonId> = persons.into_iter().collect();
    if !list.is_empty() {
        reads::search(app, who, &list.join("\n"), &persons).await?;
    }
    let mut known: BTreeMap<PersonId, Vec<(crate::people::FormId, linkage::Form)>> = BTreeMap::new();
    let mut reader = app.store.reader().await?;
    for person in persons {
        known.insert(person, identities::of_person(&mut reader, &keys, person).await?);
    }
    let said = is_checked(fields);
    let line = |(number, (name, hits)): (usize, (&String, &Vec<Hit>))| {
        let offered = hits.iter().filter_map(|hit| {
            let forms = known.get(&hit.person)?;
            let (_, form) = forms.iter().find(|(id, _)| *id == hit.form)?;
            Some((hit, text(page, form.whole_name().trim(), form.birth)))
        });
        let chosen = if said { fields.get(&field(number)).to_owned() } else { likely(hits) };
        let offered = offered.map(|(hit, text)| (hit.person.to_string(), text));
        let others = [(NOT_NAMED, "contacts-group-not-named"), (PASSED_OVER, "contacts-group-passed-over")];
        let others = others.map(|(value, key)| (value.to_owned(), page.t(key)));
        let choices = offered.chain(others);
        let choices =
            choices.map(|(value, text)| LineChoice { ticked: value == chosen, value, text }).collect();
        Line { number, name: name.clone(), choices }
    };
    Ok(list.iter().zip(&hits).enumerate().map(line).collect())
}

/// Whom a name most likely means: the only one who is called so; nobody where several are.
fn likely(hits: &[Hit]) -> String {
    let mut alike = hits.iter().filter(|hit| hit.fit.likeness() >= ALIKE);
    match (alike.next(), alike.next()) {
        (Some(one), None) => one.person.to_string(),
        _ => NOT_NAMED.to_owned(),
    }
}

fn text(page: &Page, name: &str, birth: Option<Day>) -> String {
    match birth {
        Some(birth) => page.t_with("contacts-group-person", &[("name", &name), ("day", &page.date(&birth))]),
        None => name.to_owned(),
    }
}

fn field(number: usize) -> String {
    format!("chi-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(sent: &[(&str, &str)]) -> Fields {
        Fields(sent.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn what_was_said_holds_for_the_list_it_was_said_of() {
        let person = "019ab000-0000-7000-8000-000000000001";
        let all = [
            ("nomi", "Diop Awa\nKeita Seydou\nX Y"),
            ("elenco", "Diop Awa\nKeita Seydou\nX Y"),
            ("chi-0", person),
            ("chi-1", "nessuno"),
            ("chi-2", "via"),
        ];
        assert!(is_checked(&fields(&all)));
        let said = confirmed(&fields(&all)).unwrap();
        assert_eq!((said.persons.len(), said.others, said.twice), (1, 1, false));
        assert!(!is_checked(&fields(&all[..4])));
        let mut longer = all;
        longer[0].1 = "Diop Awa\nAltra Persona\nKeita Seydou\nX Y";
        assert!(!is_checked(&fields(&longer)));
        let mut twice = all;
        twice[3].1 = person;
        assert!(confirmed(&fields(&twice)).unwrap().twice);
        let mut forged = all;
        forged[3].1 = "tutti";
        assert_eq!(confirmed(&fields(&forged)), None);
        assert!(is_checked(&fields(&[])));
    }
}
