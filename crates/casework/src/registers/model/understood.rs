//! What each column says, from its header and its values, and which of two that say the same counts.

use kernel::text::fold;
use network::vocabulary::Vocabulary;

use super::content::Content;
use super::headers::{self, Says};
use super::propose::service_headed;
use super::{Confidence, Meaning};

/// What a column seems to say, and by what.
pub(super) struct Understood {
    folded: String,
    pub meaning: Meaning,
    by: By,
}

/// What speaks for a meaning, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum By {
    Nothing,
    Values,
    /// A header that may mean several things, and values that agree; or one that gives way to others.
    Perhaps,
    /// Words of the header.
    Words,
    /// The header, word for word.
    Header,
}

impl Understood {
    /// What the column under this header seems to say.
    pub fn of(header: &str, content: &Content, vocabulary: &Vocabulary) -> Self {
        let folded = fold(header);
        let (meaning, by) = said(header, &folded, content, vocabulary);
        Self { folded, meaning, by }
    }

    pub const fn confidence(&self) -> Confidence {
        match self.by {
            By::Nothing => Confidence::NotUnderstood,
            By::Values => Confidence::Values,
            By::Perhaps | By::Words | By::Header => Confidence::Header,
        }
    }

    fn forget(&mut self) {
        (self.meaning, self.by) = (Meaning::Ignore, By::Nothing);
    }
}

fn said(text: &str, folded: &str, content: &Content, vocabulary: &Vocabulary) -> (Meaning, By) {
    let service = service_headed(text, vocabulary);
    let header = headers::meaning(folded);
    // Under a service's name stand marks; under *Permesso di soggiorno*, which names a service as well as a
    // column of titles, they must be nearly all there is.
    if let Some(code) = service {
        let marked = if headers::is_usual(folded) {
            content.nearly_all(content.marks)
        } else {
            content.filled == 0 || content.mostly(content.marks)
        };
        if marked {
            return (Meaning::ServiceMark(code), By::Header);
        }
    }
    match header {
        Some((meaning, Says::Plainly)) if !content.refutes(&meaning) => {
            let by = match headers::is_usual(folded) {
                _ if headers::gives_way(folded) => By::Perhaps,
                true => By::Header,
                false => By::Words,
            };
            return (meaning, by);
        }
        Some((meaning, Says::Perhaps)) if content.agrees(&meaning) => return (meaning, By::Perhaps),
        _ => {}
    }
    match content.says() {
        Some(meaning) => (meaning, By::Values),
        None => (Meaning::Ignore, By::Nothing),
    }
}

/// One column for each meaning that a contact has once: the one understood best, then the first. A given
/// name without a surname is the whole name. Without a day, the column of recent days is it.
pub(super) fn settle(found: &mut [Understood], counts: &[Content]) {
    settle_services(found, counts);
    let position =
        |found: &[Understood], wanted: Meaning| found.iter().position(|column| column.meaning == wanted);
    // *Cognome utente* and *Nome utente*: beside a surname a name is the given one.
    if position(found, Meaning::Surname).is_some()
        && position(found, Meaning::Given).is_none()
        && let Some(given) = found
            .iter_mut()
            .find(|it| it.meaning == Meaning::FullName && headers::is_of_given_name(&it.folded))
    {
        given.meaning = Meaning::Given;
    }
    for at in 0..found.len() {
        let (meaning, by) = (found[at].meaning.clone(), found[at].by);
        if meaning.may_repeat() {
            continue;
        }
        let better = found.iter().enumerate().any(|(other, same)| {
            same.meaning == meaning && other != at && (same.by > by || (same.by == by && other < at))
        });
        if better {
            found[at].forget();
        }
    }
    let (surname, given) = (position(found, Meaning::Surname), position(found, Meaning::Given));
    let whole = [Meaning::SurnameFirst, Meaning::GivenFirst, Meaning::FullName]
        .into_iter()
        .find_map(|meaning| position(found, meaning));
    match (surname, given, whole) {
        (None, Some(given), None) => found[given].meaning = Meaning::FullName,
        (None, Some(given), Some(_)) => found[given].forget(),
        _ => {}
    }
    if position(found, Meaning::Day).is_none() {
        let free = |at: &usize| matches!(found[*at].meaning, Meaning::Ignore);
        let day = (0..found.len())
            .filter(free)
            .find(|at| counts[*at].nearly_all(counts[*at].days) && counts[*at].mostly(counts[*at].recent));
        if let Some(at) = day {
            (found[at].meaning, found[at].by) = (Meaning::Day, By::Values);
        }
    }
}

/// Several columns may name services, but not the need beside the service, nor the desk under *Servizio* beside
/// the *Prestazione*: what was asked for, or where, would be counted as done.
fn settle_services(found: &mut [Understood], counts: &[Content]) {
    let named = |column: usize| counts[column].mostly(counts[column].services);
    let services = |found: &[Understood]| -> Vec<usize> {
        (0..found.len()).filter(|column| found[*column].meaning == Meaning::Service).collect()
    };
    let marked = found.iter().any(|it| matches!(it.meaning, Meaning::ServiceMark(_)));
    let columns = services(found);
    if columns.iter().any(|column| named(*column)) {
        for column in columns.into_iter().filter(|column| counts[*column].stated > 0 && !named(*column)) {
            found[column].forget();
        }
    }
    let columns = services(found);
    let best = columns.iter().map(|column| found[*column].by).max();
    let best = if marked { Some(By::Words) } else { best.map(|by| by.min(By::Words)) };
    for column in columns {
        if Some(found[column].by) < best {
            found[column].forget();
        }
    }
}
