//! The copy, part by part: a heading and a table, or that there is nothing.

use kernel::Day;
use network::Cities;
use network::vocabulary::{Term, Terms, Vocabulary};
use ui::Page;
use ui::parts::{Cell, Column, Table};

use crate::desk::contacts::words as contacts;
use crate::desk::pathways::rights::{OwnGoal, OwnPathway};
use crate::desk::rights::everything::{Everything, Identity, Met, Moment, Paper, Referred};

/// Where the words for codes come from.
#[derive(Clone, Copy)]
pub(super) struct Lexicon<'a> {
    pub vocabulary: &'a Vocabulary,
    pub cities: &'a Cities,
}

/// A part of the copy.
pub(super) struct Block {
    pub id: &'static str,
    pub title: String,
    pub table: Option<Table>,
}

fn name<T: Term>(page: &Page, terms: &Terms<T>, code: &str) -> String {
    let name = |term: &T| page.lang.pick(term.name_it(), term.name_en()).to_owned();
    terms.get(code).map_or_else(|| code.to_owned(), name)
}

fn day(page: &Page, day: Option<Day>) -> String {
    day.map(|day| page.date(&day)).unwrap_or_default()
}

fn moment(page: &Page, at: &Moment) -> String {
    page.date(&at.0.day())
}

fn text(text: Option<&String>) -> String {
    text.cloned().unwrap_or_default()
}

fn gender(page: &Page, code: &str) -> String {
    match code {
        "F" | "M" | "X" => page.t(&format!("people-gender-{code}")),
        _ => ui::format::unknown(page.lang).to_owned(),
    }
}

/// Who the person is, line by line.
pub(super) fn who(page: &Page, lexicon: Lexicon<'_>, identity: &Identity) -> Vec<(String, String)> {
    let country = |code: &Option<String>| match code {
        Some(code) => name(page, lexicon.vocabulary.countries(), code),
        None => ui::format::unknown(page.lang).to_owned(),
    };
    let mut lines = vec![
        (page.t("rights-copy-name"), identity.name.clone()),
        (page.t("people-birth-field"), day(page, identity.birth)),
        (page.t("people-gender"), gender(page, identity.gender)),
        (page.t("people-citizenship"), country(&identity.citizenship)),
        (page.t("rights-copy-first-day"), page.date(&identity.first_day)),
    ];
    for form in &identity.forms {
        let mut parts = vec![format!("{} {}", form.surname, form.given).trim().to_owned()];
        parts.extend(form.birth.map(|birth| page.date(&birth)));
        parts.push(gender(page, form.gender));
        parts.push(country(&form.citizenship));
        parts.push(page.tn("rights-copy-times", form.times));
        lines.push((page.t("rights-copy-written"), parts.join(" · ")));
    }
    lines
}

/// A table of words; nothing where there are no rows. Columns in which no row says anything are left out.
fn block(
    page: &Page,
    id: &'static str,
    title: &str,
    columns: &[&str],
    rows: Vec<Vec<(String, Option<String>)>>,
) -> Block {
    let title = page.t(title);
    let says =
        |column: usize| rows.iter().any(|row| row.get(column).is_some_and(|(text, _)| !text.is_empty()));
    let shown: Vec<usize> = (0..columns.len()).filter(|column| says(*column)).collect();
    let heads = shown.iter().map(|column| Column::text(page.t(columns[*column]))).collect();
    let table = Table::new(page, id, title.clone(), heads).hide_caption().cards();
    let cell = |(text, href): &(String, Option<String>)| match href {
        Some(href) => Cell::link(href.clone(), text.clone()),
        None if text.is_empty() => Cell::text(ui::format::NOT_APPLICABLE),
        None => Cell::text(text.clone()),
    };
    let filled =
        rows.iter().map(|row| shown.iter().filter_map(|column| row.get(*column)).map(cell).collect());
    Block { id, title, table: (!rows.is_empty()).then(|| table.rows(filled.collect::<Vec<_>>())) }
}

fn plain<const N: usize>(texts: [String; N]) -> Vec<(String, Option<String>)> {
    texts.map(|text| (text, None)).to_vec()
}

/// Every part, in the order of the file.
pub(super) fn all(page: &Page, lexicon: Lexicon<'_>, all: &Everything) -> Vec<Block> {
    let mut blocks = vec![details(page, lexicon, all), households(page, all), met(page, lexicon, all)];
    blocks.push(corrections(page, lexicon, all));
    blocks.extend(pathways(page, lexicon, all));
    blocks.push(referrals(page, lexicon, all));
    blocks.push(papers(page, all));
    blocks.extend(asked(page, all));
    blocks.push(reads(page, all));
    blocks
}

fn details(page: &Page, lexicon: Lexicon<'_>, all: &Everything) -> Block {
    let vocabulary = lexicon.vocabulary;
    let rows = all.details.iter().map(|one| {
        let value = match one.kind {
            "language" => name(page, vocabulary.languages(), &one.value),
            "permit" => name(page, vocabulary.permits(), &one.value),
            "vulnerability" => name(page, vocabulary.vulnerabilities(), &one.value),
            _ => one.value.clone(),
        };
        let kind = page.t(&format!("people-kind-{}", one.kind));
        plain([kind, value, page.date(&one.since), day(page, one.until), one.recorded_by.clone()])
    });
    let columns =
        ["rights-copy-what", "rights-copy-value", "rights-copy-from", "rights-copy-to", "rights-copy-by"];
    block(page, "dati", "rights-copy-details", &columns, rows.collect())
}

fn households(page: &Page, all: &Everything) -> Block {
    let rows = all.households.iter().map(|one| {
        plain([
            page.tn("people-household-number", one.number),
            page.t(&format!("people-relation-{}", one.relation)),
            page.date(&one.since),
            day(page, one.until),
            page.number(one.others),
        ])
    });
    let columns = [
        "rights-copy-household",
        "rights-copy-relation",
        "rights-copy-from",
        "rights-copy-to",
        "rights-copy-others",
    ];
    block(page, "nucleo", "rights-copy-households", &columns, rows.collect())
}

fn contact(page: &Page, lexicon: Lexicon<'_>, one: &Met) -> [String; 6] {
    let mut how: Vec<String> = one.point.iter().cloned().collect();
    how.extend(one.modality.as_ref().map(|code| contacts::modality(page, code)));
    how.extend(one.minutes.map(|minutes| page.tn("contacts-minutes-n", minutes)));
    how.extend(one.outcome.as_ref().map(|code| contacts::outcome(page, code)));
    let permit = one.permit.as_ref().map(|code| name(page, lexicon.vocabulary.permits(), code));
    [
        page.date(&one.day),
        contacts::service(lexicon.vocabulary, page.lang, &one.service),
        how.join(" · "),
        permit.unwrap_or_default(),
        text(one.note.as_ref()),
        one.recorded_by.clone().unwrap_or_else(|| page.t("contacts-by-register")),
    ]
}

fn met(page: &Page, lexicon: Lexicon<'_>, all: &Everything) -> Block {
    let rows = all.contacts.iter().map(|one| plain(contact(page, lexicon, one)));
    let columns = [
        "contacts-day",
        "contacts-service",
        "contacts-how",
        "rights-copy-permit",
        "contacts-note",
        "rights-copy-by",
    ];
    block(page, "contatti", "rights-copy-contacts", &columns, rows.collect())
}

fn corrections(page: &Page, lexicon: Lexicon<'_>, all: &Everything) -> Block {
    let mut rows: Vec<_> = Vec::new();
    for one in &all.corrections {
        let was = one.was.as_ref().map(|was| {
            let [day, service, how, ..] = contact(page, lexicon, was);
            [day, service, how, text(was.note.as_ref())].join(" · ")
        });
        let action = page.t(&format!("contacts-action-{}", one.action));
        let was = was.unwrap_or_default();
        rows.push(plain([moment(page, &one.at), action, was, text(one.reason.as_ref()), one.by.clone()]));
    }
    for one in &all.pathways.corrections {
        let what = page.t(if one.withdrawn { "rights-copy-taken-away" } else { "rights-copy-corrected" });
        let was = one.was.as_ref().map(ToString::to_string).unwrap_or_default();
        rows.push(plain([page.date(&one.day), what, was, text(one.reason.as_ref()), String::new()]));
    }
    let columns =
        ["contacts-day", "rights-copy-what", "rights-copy-was", "rights-copy-why", "rights-copy-by"];
    block(page, "correzioni", "rights-copy-corrections", &columns, rows)
}

fn pathways(page: &Page, lexicon: Lexicon<'_>, all: &Everything) -> Vec<Block> {
    let area = |one: &OwnPathway| page.t(&format!("pathways-area-{}", one.area));
    let called = |one: &OwnPathway| format!("{} ({})", area(one), page.date(&one.opened_on));
    let own = &all.pathways;
    let opened = own.pathways.iter().map(|one| {
        let outcome = one.outcome.as_ref().map(|code| name(page, lexicon.vocabulary.outcomes(), code));
        plain([
            area(one),
            text(one.point.as_ref()),
            page.date(&one.opened_on),
            day(page, one.closed_on),
            outcome.unwrap_or_default(),
            text(one.note.as_ref()),
        ])
    });
    let columns = [
        "pathways-area",
        "rights-copy-point",
        "rights-copy-from",
        "rights-copy-to",
        "pathways-outcome",
        "contacts-note",
    ];
    let mut blocks = vec![block(page, "percorsi", "rights-copy-pathways", &columns, opened.collect())];

    let (mut needs, mut goals) = (Vec::new(), Vec::new());
    for pathway in &own.pathways {
        for one in &pathway.assessments {
            let found = one.needs.as_ref();
            let levels = found.into_iter().flat_map(|needs| &needs.levels).map(|(need, level)| {
                format!("{} {}", page.t(&format!("pathways-need-{}", need.code())), level.number())
            });
            let levels = levels.collect::<Vec<_>>().join(" · ");
            let note = found.map(|needs| needs.note.clone()).unwrap_or_default();
            needs.push(plain([called(pathway), page.date(&one.day), levels, note]));
        }
        for one in &pathway.goals {
            goals.push(goal(page, called(pathway), one));
        }
    }
    let columns = ["rights-copy-pathway", "contacts-day", "pathways-needs", "contacts-note"];
    blocks.push(block(page, "bisogni", "rights-copy-needs", &columns, needs));
    let columns = [
        "rights-copy-pathway",
        "rights-copy-goal",
        "rights-copy-due",
        "rights-copy-reached",
        "rights-copy-dropped",
        "rights-copy-steps",
    ];
    blocks.push(block(page, "obiettivi", "rights-copy-goals", &columns, goals));

    let stays = own.stays.iter().map(|one| {
        plain([one.point.clone(), text(one.bed.as_ref()), page.date(&one.from), day(page, one.until)])
    });
    let columns = ["rights-copy-point", "rights-copy-bed", "rights-copy-from", "rights-copy-to"];
    blocks.push(block(page, "permanenze", "rights-copy-stays", &columns, stays.collect()));
    let results = own.results.iter().map(|one| {
        let kind = page.t(&format!("pathways-result-{}", one.kind));
        plain([page.date(&one.day), kind, one.value.to_owned()])
    });
    let columns = ["contacts-day", "rights-copy-what", "rights-copy-value"];
    blocks.push(block(page, "esiti", "rights-copy-results", &columns, results.collect()));
    blocks
}

fn goal(page: &Page, pathway: String, one: &OwnGoal) -> Vec<(String, Option<String>)> {
    let steps = one.steps.iter().map(|step| {
        let done = step.done_on.map(|day| page.t_with("rights-copy-step-done", &[("day", &page.date(&day))]));
        let words: Vec<String> = step.text.iter().cloned().chain(done).collect();
        words.join(", ")
    });
    let steps = steps.collect::<Vec<_>>().join("; ");
    plain([
        pathway,
        text(one.text.as_ref()),
        day(page, one.due_on),
        day(page, one.reached_on),
        day(page, one.dropped_on),
        steps,
    ])
}

fn referrals(page: &Page, lexicon: Lexicon<'_>, all: &Everything) -> Block {
    let rows = all.referrals.iter().map(|one: &Referred| {
        let city = one
            .other_city
            .map(|code| lexicon.cities.get(code).map_or_else(|| code.to_string(), |city| city.name.clone()));
        let service = one.service.as_ref();
        let service = service.map(|code| contacts::service(lexicon.vocabulary, page.lang, code));
        let towards: Vec<String> = city.into_iter().chain(service).chain(one.body.clone()).collect();
        let way = page.t(if one.made_here { "rights-copy-sent" } else { "rights-copy-received" });
        let agreed = one
            .agreed
            .map(|(day, how)| format!("{} · {}", page.date(&day), page.t(&format!("referrals-how-{how}"))));
        plain([
            moment(page, &one.at),
            way,
            towards.join(" · "),
            text(one.reason.as_ref()),
            agreed.unwrap_or_default(),
            page.t(&format!("referrals-state-{}", one.state)),
            text(one.answer.as_ref()),
        ])
    });
    let columns = [
        "contacts-day",
        "rights-copy-way",
        "rights-copy-towards",
        "rights-copy-why",
        "rights-copy-agreed",
        "rights-state",
        "rights-answer",
    ];
    block(page, "invii", "rights-copy-referrals", &columns, rows.collect())
}

fn papers(page: &Page, all: &Everything) -> Block {
    let rows = all.attachments.iter().map(|one: &Paper| {
        let removed = one.removed.as_ref();
        let gone = removed.map(|(at, why)| format!("{} · {}", moment(page, at), text(why.as_ref())));
        let called = one.name.clone().unwrap_or_else(|| page.t("people-erased"));
        vec![
            (called, one.href.clone()),
            (one.media_type.clone(), None),
            (moment(page, &one.added_at), None),
            (gone.unwrap_or_default(), None),
        ]
    });
    let columns = ["rights-copy-file", "rights-copy-type", "contacts-day", "rights-copy-gone"];
    block(page, "allegati", "rights-copy-attachments", &columns, rows.collect())
}

fn asked(page: &Page, all: &Everything) -> Vec<Block> {
    let anew = all.rectifications.iter();
    let anew = anew.map(|one| plain([moment(page, &one.at), text(one.reason.as_ref()), one.by.clone()]));
    let columns = ["contacts-day", "rights-copy-why", "rights-copy-by"];
    let anew = block(page, "rettifiche", "rights-copy-rectifications", &columns, anew.collect());
    let requests = all.requests.iter().map(|one| {
        plain([
            page.date(&one.received_on),
            page.t(&format!("rights-kind-{}", one.kind)),
            text(one.note.as_ref()),
            page.t(&format!("rights-state-{}", one.state)),
            text(one.answer.as_ref()),
        ])
    });
    let columns = ["contacts-day", "rights-kind", "rights-note", "rights-state", "rights-answer"];
    let requests = block(page, "richieste", "rights-requests", &columns, requests.collect());
    let stopped = all.restrictions.iter().map(|one| {
        let what = page.t(if one.on { "rights-copy-stopped" } else { "rights-copy-goes-on" });
        plain([moment(page, &one.at), what, text(one.reason.as_ref())])
    });
    let columns = ["contacts-day", "rights-copy-what", "rights-copy-why"];
    let stopped = block(page, "limitazioni", "rights-copy-restrictions", &columns, stopped.collect());
    vec![anew, requests, stopped]
}

fn reads(page: &Page, all: &Everything) -> Block {
    let rows = all.reads.iter().map(|one| {
        plain([
            page.moment(&one.at.0),
            one.login.clone(),
            page.t(&format!("reads-act-{}", one.act)),
            page.t(&format!("reads-what-{}", one.what)),
        ])
    });
    let columns = ["rights-copy-when", "rights-copy-who", "rights-copy-how", "rights-copy-what"];
    block(page, "letture", "rights-copy-reads", &columns, rows.collect())
}
