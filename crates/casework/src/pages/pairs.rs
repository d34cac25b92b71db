//! Doubtful pairs of a city: one to decide, those that follow, those decided.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use kernel::Gender;
use linkage::Form;
use network::City;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Cell, Column, Empty, Notice, Table, Tone};
use ui::{Page, Problem, Section};

use super::{App, id, words};
use crate::people::doubts::{self, Doubt, Met};
use crate::people::pairs::PairId;

/// Pairs listed besides the one to decide.
const MOST_LISTED: u32 = 51;
/// Decisions listed.
const MOST_DECIDED: u32 = 50;

#[derive(Template)]
#[template(path = "pairs/pairs.html")]
pub(super) struct PairsPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    undo: Option<Undo>,
    pair: Option<Pair>,
    others: Option<Table>,
    decided: Vec<Decided>,
    empty: Empty,
}

/// The decision just made, with the way back.
struct Undo {
    what: String,
    names: String,
    action: String,
}

/// The pair to decide.
struct Pair {
    action: String,
    likeness: String,
    sides: Vec<Side>,
}

struct Side {
    title: String,
    lines: Vec<Line>,
}

/// One attribute of a side; `differs` where the other side says something else.
struct Line {
    name: String,
    value: String,
    differs: bool,
}

struct Decided {
    names: String,
    what: String,
    when: String,
    action: String,
    label: String,
}

/// What the page is made of.
#[derive(Default)]
pub(super) struct PairsView {
    pub(super) waiting: u32,
    pub(super) open: Vec<Doubt>,
    pub(super) decided: Vec<Doubt>,
    /// The contacts under the sides of the pair shown.
    pub(super) met: [Option<Met>; 2],
    /// The pair shown; the first that waits unless asked otherwise.
    pub(super) chosen: Option<PairId>,
    /// The pair just decided.
    pub(super) done: Option<PairId>,
    /// Whether a decision has just been taken back.
    pub(super) undone: bool,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    coppia: Option<String>,
    fatto: Option<String>,
    annullata: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(city): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let city = app.city(&city)?;
    let pair = |text: Option<String>| text.and_then(|text| text.parse::<PairId>().ok());
    let (chosen, done) = (pair(asked.coppia), pair(asked.fatto));
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let waiting = doubts::doubts_waiting(&mut reader).await?;
    let open = doubts::doubts(&mut reader, &keys, true, MOST_LISTED).await?;
    let decided = doubts::doubts(&mut reader, &keys, false, MOST_DECIDED).await?;
    let mut view = PairsView {
        waiting: waiting.iter().find(|waiting| waiting.city == city.code).map_or(0, |waiting| waiting.count),
        open,
        decided,
        met: [None; 2],
        chosen,
        done,
        undone: asked.annullata.is_some(),
    };
    if let Some(pair) = view.shown() {
        view.met = doubts::met(&mut reader, city.code, pair.id).await?;
    }
    drop(reader);
    app.reads.list(&who, city.code, &view.persons(), What::Pairs).await?;
    Ok(ui::render(&PairsPage::new(page, city, &app.vocabulary, &view)))
}

/// The pair named by an address, where it is one.
pub(super) fn pair_id(text: &str) -> Result<PairId, Problem> {
    id(text)
}

impl PairsView {
    /// Everybody who is named on the page.
    fn persons(&self) -> Vec<uuid::Uuid> {
        let pairs = self.open.iter().chain(&self.decided);
        pairs.flat_map(|pair| pair.sides.iter().map(|side| side.person.0)).collect()
    }

    /// The pair to decide: the one asked for while it waits, else the first.
    fn shown(&self) -> Option<&Doubt> {
        let asked = self.chosen.and_then(|id| self.open.iter().find(|pair| pair.id == id));
        asked.or(self.open.first())
    }
}

impl PairsPage {
    pub(super) fn new(page: Page, city: &City, vocabulary: &Vocabulary, view: &PairsView) -> Self {
        let title = page.t_with("pairs-title", &[("city", &city.name)]);
        let mut page = page.titled(Section::Registers, title);
        if view.undone {
            page = {
                let notice = Notice::new(Tone::Info, page.t("pairs-undone"), page.t("pairs-undone-text"));
                page.notice(notice)
            };
        }
        let home = format!("{}/coppie", words::home(city));
        let shown = view.shown();
        let done = view.done.and_then(|id| view.decided.iter().find(|pair| pair.id == id));
        let lead = if view.open.is_empty() {
            page.t("pairs-lead-none")
        } else {
            page.tn("pairs-lead", view.waiting)
        };
        Self {
            breadcrumb: words::breadcrumb(&page, city, &page.t("pairs-here")),
            lead,
            undo: done.map(|pair| Undo {
                what: page.t(&format!("pairs-done-{}", pair.state)),
                names: names(&page, pair),
                action: format!("{home}/{}/annulla", pair.id),
            }),
            pair: shown.map(|doubt| pair(&page, vocabulary, &home, doubt, view.met)),
            others: others(&page, &home, view, shown),
            decided: view.decided.iter().map(|doubt| decided(&page, &home, doubt)).collect(),
            empty: Empty::new(page.t("pairs-empty"), page.t("pairs-empty-text"))
                .action(words::home(city), page.t("pairs-empty-action")),
            page,
        }
    }
}

fn pair(page: &Page, vocabulary: &Vocabulary, home: &str, doubt: &Doubt, met: [Option<Met>; 2]) -> Pair {
    let forms = [&doubt.sides[0].form, &doubt.sides[1].form];
    let lines = [lines(page, vocabulary, forms[0], met[0]), lines(page, vocabulary, forms[1], met[1])];
    // What an attribute is compared by; how often and when people were met is no difference between them.
    let compared = |form: &Form| -> [String; 5] {
        [
            form.surname.clone(),
            form.given.clone(),
            form.birth.map(|birth| birth.to_string()).unwrap_or_default(),
            form.gender.code().to_owned(),
            form.citizenship.clone().unwrap_or_default(),
        ]
    };
    let (one, other) = (compared(forms[0]), compared(forms[1]));
    let side = |place: usize| Side {
        title: page.t(if place == 0 { "pairs-first" } else { "pairs-second" }),
        lines: (0..)
            .zip(lines[place].iter())
            .map(|(at, (name, value)): (usize, _)| Line {
                name: name.clone(),
                value: value.clone(),
                differs: one.get(at) != other.get(at),
            })
            .collect(),
    };
    Pair {
        action: format!("{home}/{}", doubt.id),
        likeness: page.t(&format!("pairs-likeness-{}", likeness(doubt.probability))),
        sides: vec![side(0), side(1)],
    }
}

/// How alike the two sides are, in words.
fn likeness(probability: f64) -> &'static str {
    match probability {
        high if high >= 0.85 => "high",
        middle if middle >= 0.6 => "middle",
        _ => "low",
    }
}

fn lines(page: &Page, vocabulary: &Vocabulary, form: &Form, met: Option<Met>) -> Vec<(String, String)> {
    let unknown = || ui::format::unknown(page.lang).to_owned();
    let said = |text: &str| if text.is_empty() { unknown() } else { text.to_owned() };
    let gender = match form.gender {
        Gender::Unknown => unknown(),
        gender => words::gender(page, gender),
    };
    let citizenship =
        form.citizenship.as_ref().map_or_else(unknown, |code| words::country(vocabulary, page.lang, code));
    let contacts = met.map_or_else(|| page.number(form.rows), |met| page.number(met.times));
    let between = met.map_or_else(unknown, |met| {
        let period = kernel::Period { from: met.first, to: met.last };
        page.period(&period)
    });
    vec![
        (page.t("pairs-surname"), said(&form.surname)),
        (page.t("pairs-given"), said(&form.given)),
        (page.t("pairs-birth"), form.birth.map_or_else(unknown, |birth| page.date(&birth))),
        (page.t("pairs-gender"), gender),
        (page.t("pairs-citizenship"), citizenship),
        (page.t("pairs-contacts"), contacts),
        (page.t("pairs-between"), between),
    ]
}

/// The two names of a pair.
fn names(page: &Page, doubt: &Doubt) -> String {
    let name = |form: &Form| {
        let whole = form.whole_name().trim().to_owned();
        if whole.is_empty() { ui::format::unknown(page.lang).to_owned() } else { whole }
    };
    let [one, other] = &doubt.sides;
    page.t_with("pairs-names", &[("one", &name(&one.form)), ("other", &name(&other.form))])
}

fn others(page: &Page, home: &str, view: &PairsView, shown: Option<&Doubt>) -> Option<Table> {
    let others = || view.open.iter().filter(|pair| shown.is_none_or(|shown| shown.id != pair.id));
    others().next()?;
    let columns =
        vec![Column::text(page.t("pairs-column-names")), Column::text(page.t("pairs-column-likeness"))];
    let rows = others().map(|pair| {
        let href = format!("{home}?coppia={}", pair.id);
        let likeness = page.t(&format!("pairs-likeness-{}", likeness(pair.probability)));
        vec![Cell::link(href, names(page, pair)), Cell::text(likeness)]
    });
    Some(Table::new(page, "others", page.t("pairs-others"), columns).hide_caption().cards().rows(rows))
}

fn decided(page: &Page, home: &str, doubt: &Doubt) -> Decided {
    let names = names(page, doubt);
    let when = doubt.decided.as_ref().map_or_else(String::new, |(at, who)| {
        page.t_with("registers-when-who", &[("moment", &page.moment(at)), ("who", who)])
    });
    Decided {
        what: page.t(&format!("pairs-state-{}", doubt.state)),
        when,
        action: format!("{home}/{}/annulla", doubt.id),
        label: page.t_with("pairs-undo-of", &[("names", &names)]),
        names,
    }
}
