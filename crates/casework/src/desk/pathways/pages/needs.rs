//! The questions of a needs assessment, and what was found, before and after.

use std::collections::BTreeMap;

use ui::Page;
use ui::parts::{Cell, Choice, Column, Field, Markup, Shape, Status, Table};

use super::fields::Filling;
use super::sent::Sent;
use super::words;
use crate::desk::pathways::model::{Assessment, Change, Level, Need, Needs, Progress, progress};

/// The name of an area's field.
fn name(need: Need) -> String {
    format!("bisogno-{}", need.code())
}

/// A list for each area: not asked, or a level in its own words. What was found the last time stands as a hint.
pub(super) fn fields(form: &Filling<'_>, before: &[Progress]) -> Vec<Field> {
    let page = form.page;
    let field = |need: Need| {
        let levels =
            Level::ALL.map(|level| Choice::new(level.number().to_string(), words::level(page, need, level)));
        let none = Choice::new("", page.t("pathways-not-assessed"));
        let choices = std::iter::once(none).chain(levels).collect();
        let field =
            Field::list(name(need), words::need(page, need), choices).value(form.sent.get(&name(need)));
        match before.iter().find(|one| one.need == need) {
            None => field,
            Some(found) => {
                let (day, level) = found.last;
                let level = words::level(page, need, level);
                field.hint(page.t_with("pathways-last-time", &[("day", &page.date(&day)), ("level", &level)]))
            }
        }
    };
    Need::ALL.into_iter().map(field).collect()
}

/// What was chosen.
pub(super) fn chosen(sent: &Sent) -> Needs {
    let level = |need: Need| Some((need, Level::from_text(sent.get(&name(need)))?));
    let levels: BTreeMap<Need, Level> = Need::ALL.into_iter().filter_map(level).collect();
    Needs { levels, note: sent.get("note").to_owned() }
}

/// Each area that was assessed: the first level, the last, and what changed, as a small drawing and in words.
pub(super) fn before_after(page: &Page, assessments: &[Assessment]) -> Option<Table> {
    let found = progress(assessments);
    if found.is_empty() {
        return None;
    }
    let columns = vec![
        Column::text(page.t("pathways-need")),
        Column::text(page.t("pathways-scale")),
        Column::text(page.t("pathways-first")),
        Column::text(page.t("pathways-last")),
        Column::text(page.t("pathways-change")),
    ];
    let row = |one: &Progress| {
        let when = |(day, level)| {
            let level = words::level(page, one.need, level);
            page.t_with("pathways-level-on", &[("level", &level), ("day", &page.date(&day))])
        };
        let last = match one.change {
            Change::Once => page.t("pathways-once"),
            _ => when(one.last),
        };
        vec![
            Cell::text(words::need(page, one.need)),
            Cell::part(scale(one)),
            Cell::text(when(one.first)),
            Cell::text(last),
            Cell::part(change(page, one.change)),
        ]
    };
    let rows: Vec<_> = found.iter().map(row).collect();
    let caption = page.t("pathways-needs-caption");
    Some(Table::new(page, "bisogni", caption, columns).hide_caption().cards().rows(rows))
}

fn change(page: &Page, change: Change) -> Status {
    match change {
        Change::Once => Status::new(Shape::None, page.t("pathways-change-once")),
        Change::Same => Status::new(Shape::Open, page.t("pathways-change-same")),
        Change::Better(levels) => Status::new(Shape::Done, page.tn("pathways-change-better", levels)),
        Change::Worse(levels) => Status::new(Shape::Attention, page.tn("pathways-change-worse", levels)),
    }
}

/// Five places in a row, from none to urgent: the first level as a ring, the last as a full circle, a line between.
/// It is decoration: the cells beside it say the same.
fn scale(one: &Progress) -> Markup {
    let at = |level: Level| 8 + 20 * u32::from(level.number());
    let (first, last) = (at(one.first.1), at(one.last.1));
    let ticks: String = Level::ALL.iter().map(|level| format!("<path d=\"M{} 7v2\"/>", at(*level))).collect();
    Markup(format!(
        "<span class=\"l-spark\"><svg viewBox=\"0 0 96 16\" aria-hidden=\"true\" focusable=\"false\">\
         <g fill=\"none\" stroke=\"currentColor\"><path d=\"M8 8h80\" stroke-opacity=\".35\"/>{ticks}\
         <path d=\"M{first} 8H{last}\" stroke-width=\"3\"/>\
         <circle cx=\"{first}\" cy=\"8\" r=\"5\" stroke-width=\"2\" fill=\"#fff\"/></g>\
         <circle cx=\"{last}\" cy=\"8\" r=\"5\" fill=\"currentColor\"/></svg></span>"
    ))
}
