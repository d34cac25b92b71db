//! What lasts: pathways and stays. They count in spans of time, not on the day they begin.

use crate::count::Counts;
use crate::fact::{Text, kind};
use crate::layout::{Column, Layout};
use crate::mart::View;
use crate::plan::{OUT, Plan};
use crate::scan::Rows;

/// Days that are told together: a month, a quarter, or the whole period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    /// The first day that counts for it.
    pub(crate) from: i32,
    /// The last.
    pub(crate) to: i32,
    /// What it contributes to a key.
    pub(crate) key: u64,
}

/// The spans of days from `start` on, of which each contributes something to a key.
pub(crate) fn spans(start: i32, contributions: &[u64]) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    for (day, key) in (start..).zip(contributions) {
        match spans.last_mut() {
            Some(last) if last.key == *key => last.to = day,
            _ => spans.push(Span { from: day, to: day, key: *key }),
        }
    }
    spans
}

/// Counts each person of a city in every span on whose last day a pathway is open.
pub(crate) fn open(view: &View, plan: &Plan, layout: &Layout, city: u64, counts: &mut Counts) {
    let rows = Rows::of(plan, layout);
    let opening = view.dictionaries.texts[Text::Kind as usize].find(kind::OPENED);
    let kinds = layout.column(Column::Text(Text::Kind));
    let mut moves: Vec<(u64, i32, i32)> = Vec::new();
    for person in layout.persons() {
        let own = plan.person(layout, person) + city;
        if own >= OUT {
            continue;
        }
        moves.clear();
        for row in layout.rows(person) {
            let key = rows.key_without_time(row);
            if key < OUT {
                let change = if Some(kinds[row]) == opening { 1 } else { -1 };
                moves.push((own + key, i32::from(layout.day[row]), change));
            }
        }
        moves.sort_unstable();
        for of_cell in moves.chunk_by(|one, other| one.0 == other.0) {
            in_charge(&plan.spans, of_cell, counts);
        }
    }
}

/// Counts a person in a cell, whose pathways opened and closed on these days.
fn in_charge(spans: &[Span], moves: &[(u64, i32, i32)], counts: &mut Counts) {
    let mut balance = 0;
    let mut days = moves.chunk_by(|one, other| one.1 == other.1).peekable();
    while let Some(of_day) = days.next() {
        balance += of_day.iter().map(|(.., change)| change).sum::<i32>();
        let (key, day, _) = of_day[0];
        if balance > 0 {
            // Until the day something changes again, that day excluded.
            let changes = days.peek().map(|next| next[0].1);
            let later = &spans[spans.partition_point(|span| span.to < day)..];
            let still = |span: &&Span| changes.is_none_or(|changes| span.to < changes);
            later.iter().take_while(still).for_each(|span| counts.add(key + span.key, 1));
        }
    }
}

/// Counts each stay of a city in every span it overlaps.
pub(crate) fn overlapping(plan: &Plan, layout: &Layout, city: u64, counts: &mut Counts) {
    let rows = Rows::of(plan, layout);
    for person in 0..layout.groups() {
        let own = plan.person(layout, person) + city;
        if own >= OUT {
            continue;
        }
        for row in layout.rows(person) {
            let key = rows.key_without_time(row);
            if key >= OUT {
                continue;
            }
            let (first, last) = (i32::from(layout.day[row]), i32::from(layout.until[row]));
            let later = &plan.spans[plan.spans.partition_point(|span| span.to < first)..];
            later
                .iter()
                .take_while(|span| span.from <= last)
                .for_each(|span| counts.add(own + key + span.key, 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_contribute_alike_are_one_span() {
        let span = |from, to, key| Span { from, to, key };
        assert_eq!(spans(10, &[0, 0, 5, 5, 5, 9]), [span(10, 11, 0), span(12, 14, 5), span(15, 15, 9)]);
        assert!(spans(10, &[]).is_empty());
    }
}
