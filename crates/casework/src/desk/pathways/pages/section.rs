//! What this part shows in a person's file: pathways, stays, results, and what can be done.

use access::Action;
use askama::Template;
use network::vocabulary::Vocabulary;
use store::Reader;
use ui::parts::Status;
use ui::{Page, Problem};

use super::points::capitalised;
use super::{history, words};
use crate::desk::file::{Event, File, FileSection};
use crate::desk::pathways::model::Span;
use crate::desk::pathways::read::{self, Corrected, Followed, Housed, Recorded};
use crate::people::PersonId;

#[derive(Template)]
#[template(path = "pathways/section.html")]
struct SectionTemplate<'a> {
    page: &'a Page,
    person: String,
    may: bool,
    pathways: Vec<Line>,
    stays: Vec<Line>,
    results: Vec<(String, String)>,
    overlapping: bool,
}

struct Line {
    href: String,
    what: String,
    status: Status,
}

/// What is known of a person.
pub(super) struct SectionView {
    pub person: PersonId,
    pub pathways: Vec<Followed>,
    pub stays: Vec<Housed>,
    /// What each house is called, by its folded name.
    pub houses: std::collections::BTreeMap<String, read::House>,
    pub results: Vec<Recorded>,
    pub corrections: Vec<Corrected>,
    /// Whether who reads may change it.
    pub may: bool,
}

/// What this part shows in a person's file.
///
/// # Errors
/// What the database says.
pub async fn section(file: &File<'_>, reader: &mut Reader) -> Result<FileSection, Problem> {
    let keys = file.app.vault.city(file.city.code)?;
    let view = SectionView {
        person: file.person,
        pathways: read::of_person(reader, &keys, file.person).await?,
        stays: read::stays_of(reader, &keys, file.person).await?,
        houses: read::houses(&read::places(reader, file.city.code).await?),
        results: read::results(reader, &keys, file.person).await?,
        corrections: read::corrections_of(reader, &keys, file.person).await?,
        may: !file.restricted && file.who.may_in(Action::ManagePathway, file.city.code),
    };
    shown(file.page, &file.app.vocabulary, &view)
}

pub(super) fn shown(
    page: &Page,
    vocabulary: &Vocabulary,
    view: &SectionView,
) -> Result<FileSection, Problem> {
    let house = |one: &Housed| {
        let known = view.houses.get(&one.stay.point);
        known.map_or_else(|| capitalised(&one.stay.point), |house| house.name.clone())
    };
    let template = SectionTemplate {
        page,
        person: words::file(view.person),
        may: view.may,
        pathways: view.pathways.iter().map(|one| pathway_line(page, vocabulary, one)).collect(),
        stays: view.stays.iter().map(|one| stay_line(page, &house(one), one)).collect(),
        results: view.results.iter().rev().map(|one| result_line(page, one)).collect(),
        overlapping: overlap(&view.stays),
    };
    Ok(FileSection {
        id: "percorsi",
        title: page.t("pathways-section"),
        html: template.render()?,
        events: events(page, vocabulary, view, &house),
    })
}

fn events(
    page: &Page,
    vocabulary: &Vocabulary,
    view: &SectionView,
    house: &dyn Fn(&Housed) -> String,
) -> Vec<Event> {
    let pathways = view.pathways.iter().flat_map(|one| history::pathway(page, vocabulary, one));
    let stays = view.stays.iter().flat_map(|one| history::stay(page, &house(one), one));
    let results = view.results.iter().map(|one| history::result(page, one));
    let corrections = view.corrections.iter().map(|one| history::correction(page, one));
    pathways.chain(stays).chain(results).chain(corrections).collect()
}

/// Whether two stays share a day: joining two people can do that, and only somebody who knows can mend it.
fn overlap(stays: &[Housed]) -> bool {
    let spans: Vec<Span> = stays.iter().map(|one| one.stay.span()).collect();
    let later = |at: usize| spans[at + 1..].iter().any(|other| other.overlaps(&spans[at]));
    (0..spans.len()).any(later)
}

fn pathway_line(page: &Page, vocabulary: &Vocabulary, one: &Followed) -> Line {
    let pathway = &one.pathway;
    let area = super::fields::action_area(page, pathway.area);
    let from = page.date(&pathway.opened_on);
    let what = match &pathway.closing {
        None => page.t_with("pathways-line-open", &[("area", &area), ("day", &from)]),
        Some(closing) => {
            let outcome = words::outcome(vocabulary, page.lang, &closing.outcome);
            let on = page.date(&closing.on);
            page.t_with(
                "pathways-line-closed",
                &[("area", &area), ("from", &from), ("on", &on), ("outcome", &outcome)],
            )
        }
    };
    Line { href: words::pathway(pathway.id), what, status: words::state(page, pathway) }
}

fn stay_line(page: &Page, house: &str, one: &Housed) -> Line {
    let from = page.date(&one.stay.from);
    let what = match one.stay.until {
        None => page.t_with("pathways-line-stays", &[("house", &house), ("day", &from)]),
        Some(until) => {
            let until = page.date(&until);
            page.t_with("pathways-line-stayed", &[("house", &house), ("from", &from), ("until", &until)])
        }
    };
    Line { href: format!("/permanenze/{}", one.stay.id), what, status: words::stay_state(page, &one.stay) }
}

fn result_line(page: &Page, one: &Recorded) -> (String, String) {
    let (kind, answer) = (words::kind(page, one.answer.kind()), words::answer(page, one.answer));
    (page.t_with("pathways-result-line", &[("kind", &kind), ("answer", &answer)]), page.date(&one.day))
}
