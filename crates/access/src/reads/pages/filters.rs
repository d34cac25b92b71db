//! What is asked of the log, as it stands in the address.

use kernel::{CityCode, Day};
use serde::Deserialize;
use ui::parts::{Choice, Field};
use ui::{Page, Problem};
use uuid::Uuid;

use super::Reads;
use crate::reads::book::{Asked, Mark};
use crate::reads::line::{Act, ReadId};
use crate::{Action, Who};

/// The filters as they were typed.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Typed {
    #[serde(default)]
    citta: String,
    #[serde(default)]
    chi: String,
    #[serde(default)]
    persona: String,
    #[serde(default)]
    come: String,
    #[serde(default)]
    dal: String,
    #[serde(default)]
    al: String,
    /// Where the list goes on.
    #[serde(default)]
    dopo: String,
    /// What has just happened, by a redirect.
    #[serde(default)]
    pub(super) fatto: String,
}

/// The filters as they are meant.
pub(super) struct Filters {
    typed: Typed,
    pub(super) asked: Asked,
    pub(super) behind: Mark,
    /// Fields that hold no day.
    wrong: [bool; 2],
}

impl Filters {
    /// What somebody may ask: a lead of their own city, who answers for no city of any.
    ///
    /// # Errors
    /// 404 for what no page of ours asks: a city, person or way of reading that is none.
    pub(super) fn of(typed: Typed, who: &Who, reads: &Reads) -> Result<Self, Problem> {
        let nowhere = |_| Problem::not_found();
        let city = match (who.city, typed.citta.as_str()) {
            (Some(own), _) => Some(own),
            (None, "") => None,
            (None, code) => Some(known(code, who, reads)?),
        };
        let person: Option<Uuid> = some(&typed.persona).map(str::parse).transpose().map_err(nowhere)?;
        let act: Option<Act> =
            some(&typed.come).map(str::parse).transpose().map_err(|_| Problem::not_found())?;
        let day = |text: &str| some(text).map(str::parse::<Day>);
        let (from, to) = (day(&typed.dal), day(&typed.al));
        let all = Asked::default();
        let is_wrong = |day: &Option<Result<Day, _>>| matches!(day, Some(Err(_)));
        let wrong = [is_wrong(&from), is_wrong(&to)];
        let asked = Asked {
            city,
            login: some(&typed.chi).map(str::to_owned),
            person,
            act,
            from: from.and_then(Result::ok).unwrap_or(all.from),
            to: to.and_then(Result::ok).unwrap_or(all.to),
        };
        let behind = if typed.dopo.is_empty() { Mark::NEWEST } else { mark(&typed.dopo)? };
        Ok(Self { typed, asked, behind, wrong })
    }

    pub(super) fn are_wrong(&self) -> bool {
        self.wrong.contains(&true)
    }

    pub(super) fn is_first(&self) -> bool {
        self.behind == Mark::NEWEST
    }

    /// The fields of the form. A person comes from a link, not from a field.
    pub(super) fn fields(&self, page: &Page, who: &Who, reads: &Reads) -> Vec<Field> {
        let wrong = |is_wrong: bool| if is_wrong { page.t("reads-day-wrong") } else { String::new() };
        let acts = std::iter::once(Choice::new("", page.t("reads-any")))
            .chain(Act::ALL.iter().map(|act| Choice::new(act.code(), super::words::act(page, *act))));
        let mut fields = Vec::new();
        if who.city.is_none() {
            let cities = std::iter::once(Choice::new("", page.t("reads-any-city")))
                .chain(reads.cities.iter().map(|city| Choice::new(city.code.as_str(), &city.name)));
            fields
                .push(Field::list("citta", page.t("reads-city"), cities.collect()).value(&self.typed.citta));
        }
        if self.asked.person.is_some() {
            fields.push(Field::hidden("persona", &self.typed.persona));
        }
        fields.push(
            Field::text("chi", page.t("reads-who")).hint(page.t("reads-who-hint")).value(&self.typed.chi),
        );
        fields.push(Field::list("come", page.t("reads-how"), acts.collect()).value(&self.typed.come));
        let [from, to] = self.wrong;
        fields.push(Field::date("dal", page.t("reads-from")).value(&self.typed.dal).error(wrong(from)));
        fields.push(Field::date("al", page.t("reads-to")).value(&self.typed.al).error(wrong(to)));
        fields
    }

    /// The filters as the query of an address, without where the list goes on.
    pub(super) fn query(&self) -> String {
        let Typed { citta, chi, persona, come, dal, al, .. } = &self.typed;
        let all =
            [("citta", citta), ("chi", chi), ("persona", persona), ("come", come), ("dal", dal), ("al", al)];
        let kept = all.into_iter().filter(|(_, value)| !value.is_empty());
        kept.map(|(name, value)| format!("{name}={}", crate::gate::encoded(value)))
            .collect::<Vec<_>>()
            .join("&")
    }
}

/// The query of where the list goes on behind a mark.
pub(super) fn behind(mark: Mark) -> String {
    format!("dopo={}.{}", mark.at.micros(), mark.id)
}

fn some(text: &str) -> Option<&str> {
    Some(text.trim()).filter(|text| !text.is_empty())
}

fn known(code: &str, who: &Who, reads: &Reads) -> Result<CityCode, Problem> {
    let code = code.parse().map_err(|_| Problem::not_found())?;
    let is_theirs = reads.cities.get(code).is_some() && who.may_in(Action::SeeReads, code);
    if is_theirs { Ok(code) } else { Err(Problem::not_found()) }
}

fn mark(text: &str) -> Result<Mark, Problem> {
    let parse = || {
        let (at, id) = text.split_once('.')?;
        let at = kernel::Timestamp::from_micros(at.parse().ok()?);
        Some(Mark { at, id: id.parse::<ReadId>().ok()? })
    };
    parse().ok_or_else(Problem::not_found)
}

#[cfg(test)]
impl Typed {
    /// Every filter filled, one of them wrongly.
    pub(super) fn sample(login: &str, person: Uuid) -> Self {
        Self {
            chi: login.to_owned(),
            persona: person.to_string(),
            come: "view".to_owned(),
            dal: "domani".to_owned(),
            al: "2026-05-03".to_owned(),
            ..Self::default()
        }
    }
}
