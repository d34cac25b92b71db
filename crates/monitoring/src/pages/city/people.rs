//! Who the people are: gender by age, citizenship, title of stay.

use charts::{Bar, Caption, PyramidRow};
use kernel::{AgeBracket, Gender};
use mart::{Answer, AskError, Dimension, Measure};
use ui::parts::Chart;

use super::About;
use crate::pages::grid::{Grid, Item};
use crate::pages::words::Words;

/// As many bars as can be read at once; the table has all of them.
const MOST: usize = 10;

pub(super) fn charts(words: Words<'_>, about: &About<'_>, persons: &Answer) -> Result<Vec<Chart>, AskError> {
    if persons.total.unwrap_or(0) == 0 {
        return Ok(Vec::new());
    }
    let citizenship = about.ask(Measure::Persons, &[Dimension::Citizenship])?;
    let permit = about.ask(Measure::Persons, &[Dimension::Permit])?;
    Ok(vec![
        pyramid(words, persons),
        ranked(words, "citizenship", "monitoring-citizenship-title", Dimension::Citizenship, &citizenship),
        ranked(words, "permit", "monitoring-permit-title", Dimension::Permit, &permit),
    ])
}

#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn pyramid(words: Words<'_>, persons: &Answer) -> Chart {
    let page = words.page;
    let of = |gender: Gender, age: AgeBracket| persons.value(&[gender.code(), age.code()]);
    let ages = || AgeBracket::ALL.into_iter().rev();
    let labels: Vec<String> = ages().map(|age| words.value(Dimension::Age, age.code())).collect();
    let rows: Vec<PyramidRow<'_>> = ages()
        .zip(&labels)
        .map(|(age, label)| PyramidRow {
            label,
            left: of(Gender::F, age) as f64,
            right: of(Gender::M, age) as f64,
        })
        .collect();
    let title = page.t("monitoring-pyramid-title");
    let basis = words.basis(persons);
    let svg = charts::pyramid(
        &Caption { id: "pyramid-drawing", title: &title, description: &basis },
        &words.value(Dimension::Gender, "F"),
        &words.value(Dimension::Gender, "M"),
        &rows,
        &|value| page.decimal(&value, 0),
    );
    let table_rows = ages().map(|age| {
        let count = |gender| Item::Count(of(gender, age));
        let label = Item::Text(words.value(Dimension::Age, age.code()));
        std::iter::once(label).chain(Gender::ALL.map(count)).collect()
    });
    let head = |gender: Gender| (words.value(Dimension::Gender, gender.code()), true);
    let grid = Grid {
        id: "pyramid-table".to_owned(),
        title: title.clone(),
        lines: vec![basis.clone()],
        columns: std::iter::once((words.dimension(Dimension::Age), false))
            .chain(Gender::ALL.map(head))
            .collect(),
        rows: table_rows.collect(),
        foot: None,
    };
    Chart::new(page, "pyramid", title, svg, grid.table(page).hide_caption()).note(format!(
        "{} {}",
        page.t("monitoring-pyramid-note"),
        basis
    ))
}

/// The most frequent values as bars, all of them in the table. Frequency is not merit: no city is ranked here.
#[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
fn ranked(words: Words<'_>, id: &str, title: &str, dimension: Dimension, answer: &Answer) -> Chart {
    let page = words.page;
    let mut cells: Vec<_> = answer.cells.iter().collect();
    cells.sort_by(|a, b| b.value.cmp(&a.value).then_with(|| a.values.cmp(&b.values)));
    let named: Vec<(String, u64, String)> = cells
        .iter()
        .map(|cell| (words.value(dimension, &cell.values[0]), cell.value, page.number(cell.value)))
        .collect();
    let bars: Vec<Bar<'_>> = named
        .iter()
        .take(MOST)
        .map(|(label, value, note)| Bar { label, value: *value as f64, note })
        .collect();
    let title = page.t_with(title, &[("n", &named.len())]);
    let basis = words.basis(answer);
    let drawing = format!("{id}-drawing");
    let svg = charts::bars(&Caption { id: &drawing, title: &title, description: &basis }, &bars, 420.0);
    let rows = named.iter().map(|(label, value, _)| vec![Item::Text(label.clone()), Item::Count(*value)]);
    let grid = Grid {
        id: format!("{id}-table"),
        title: title.clone(),
        lines: vec![basis.clone()],
        columns: vec![(words.dimension(dimension), false), (words.measure(answer.question.measure), true)],
        rows: rows.collect(),
        foot: None,
    };
    let parts =
        if answer.additive { String::new() } else { format!(" {}", page.t("monitoring-parts-overlap")) };
    Chart::new(page, id, title, svg, grid.table(page).hide_caption()).note(format!("{basis}.{parts}"))
}
