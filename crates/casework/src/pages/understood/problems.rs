//! The rows that cannot be right, counted by reason, with the first examples.

use std::collections::BTreeMap;

use ui::Page;
use ui::parts::{Cell, Column, Table};

use super::super::words;
use super::columns::shortened;
use crate::registers::model::{Reading, Reason, Rejection};
use crate::registers::rejects;

/// Examples of each reason.
const EXAMPLES: usize = 3;

/// A row for each reason, the most frequent first; nothing if every row can be right.
pub(super) fn table(page: &Page, reading: &Reading) -> Option<Table> {
    let mut by_reason = BTreeMap::<Reason, Vec<&Rejection>>::new();
    for row in &reading.rejections {
        by_reason.entry(row.reason).or_default().push(row);
    }
    if by_reason.is_empty() {
        return None;
    }
    let mut by_reason: Vec<_> = by_reason.into_iter().collect();
    by_reason.sort_by_key(|(reason, rows)| (std::cmp::Reverse(rows.len()), *reason));
    let columns = vec![
        Column::text(page.t("registers-column-reason")),
        Column::number(page.t("registers-column-rows")),
        Column::text(page.t("registers-column-first")),
    ];
    let rows = by_reason.into_iter().map(|(reason, rows)| {
        let examples: Vec<String> = rows.iter().take(EXAMPLES).map(|row| example(page, row)).collect();
        vec![
            Cell::text(rejects::message(reason.code(), page.lang)),
            Cell::text(page.number(rows.len())),
            Cell::text(examples.join("; ")),
        ]
    });
    Some(Table::new(page, "problems", page.t("registers-problems-caption"), columns).cards().rows(rows))
}

fn example(page: &Page, row: &Rejection) -> String {
    let place = words::place(page, &row.sheet, row.line);
    let value = if row.value.trim().is_empty() {
        page.t("registers-value-empty")
    } else {
        format!("«{}»", shortened(&row.value))
    };
    match &row.nearest {
        Some(near) => {
            page.t_with("registers-example-near", &[("place", &place), ("value", &value), ("nearest", near)])
        }
        None => page.t_with("registers-example", &[("place", &place), ("value", &value)]),
    }
}
