//! Unusual reading as the page shows it: what, by which rule, and what became of it.

use ui::Page;
use ui::parts::Field;

use super::{Reads, words};
use crate::reads::flags::{Flag, FlagId};
use crate::reads::unusual::{
    CLOSES, EXPORTS, HISTORY_DAYS, HISTORY_LEAST, LATE_FILES, LATELY_DAYS, MANY_FILES, MANY_FILES_NEW,
    MANY_TIMES, OPENS, Rule, SAME_SEARCH, STRANGERS,
};
use crate::{Action, Who};

/// Characters of a note.
pub(super) const LONGEST_NOTE: usize = 1000;

/// A note that could not be taken: what was typed, and what is wrong with it.
pub(super) struct Refused {
    pub(super) id: FlagId,
    pub(super) typed: String,
    pub(super) error: String,
}

/// A flag in words.
pub(super) struct FlagCard {
    pub(super) anchor: String,
    pub(super) what: String,
    pub(super) about: String,
    pub(super) href: String,
    /// What became of it.
    pub(super) looked: Option<(String, String)>,
    /// Where the answer goes, and its field.
    pub(super) form: Option<(String, Field)>,
    /// It is about the reader: somebody else looks at it.
    pub(super) is_own: bool,
}

impl FlagCard {
    pub(super) fn new(
        page: &Page,
        who: &Who,
        reads: &Reads,
        flag: &Flag,
        refused: Option<&Refused>,
        note: Option<String>,
    ) -> Self {
        let is_own = flag.account == who.account;
        let settles = flag.waits && !is_own && who.may_in(Action::SettleReads, flag.city);
        let city = words::city(&reads.cities, flag.city);
        let about = page.t_with("reads-flag-about", &[("city", &city), ("moment", &page.moment(&flag.at))]);
        Self {
            anchor: format!("segnale-{}", flag.id),
            what: sentence(page, flag),
            about,
            href: format!(
                "/letture?chi={}&dal={day}&al={day}",
                crate::gate::encoded(&flag.login),
                day = flag.day
            ),
            looked: flag.looked.as_ref().map(|(at, by)| {
                let when = page.t_with("reads-looked", &[("who", by), ("moment", &page.moment(at))]);
                (when, note.unwrap_or_default())
            }),
            form: settles.then(|| {
                let refused = refused.filter(|refused| refused.id == flag.id);
                let field = Field::area("nota", page.t("reads-note"))
                    .id(format!("nota-{}", flag.id))
                    .hint(page.t("reads-note-hint"))
                    .required();
                let field = match refused {
                    Some(refused) => field.value(&refused.typed).error(&refused.error),
                    None => field,
                };
                (format!("/letture/segnali/{}", flag.id), field)
            }),
            is_own: is_own && flag.waits,
        }
    }
}

fn sentence(page: &Page, flag: &Flag) -> String {
    let finding = flag.finding;
    let key = match finding.rule {
        Rule::Many if finding.usual == 0 => "reads-flag-many-new".to_owned(),
        rule => format!("reads-flag-{}", rule.code()),
    };
    page.t_with(
        &key,
        &[
            ("login", &flag.login),
            ("day", &page.date(&flag.day)),
            ("n", &finding.seen),
            ("usual", &finding.usual),
            ("opens", &OPENS),
            ("closes", &CLOSES),
            ("days", &LATELY_DAYS),
        ],
    )
}

/// Each rule in words, with its numbers.
pub(super) fn rules(page: &Page) -> Vec<String> {
    let rule = |rule: Rule| {
        page.t_with(
            &format!("reads-rule-{}", rule.code()),
            &[
                ("files", &MANY_FILES),
                ("times", &MANY_TIMES),
                ("history", &HISTORY_DAYS),
                ("least", &HISTORY_LEAST),
                ("new", &MANY_FILES_NEW),
                ("opens", &OPENS),
                ("closes", &CLOSES),
                ("late", &LATE_FILES),
                ("days", &LATELY_DAYS),
                ("strangers", &STRANGERS),
                ("same", &SAME_SEARCH),
                ("exports", &EXPORTS),
            ],
        )
    };
    Rule::ALL.into_iter().map(rule).collect()
}
