//! A figure broken down by one or two dimensions: as a drawing, as a table, as a file.

use charts::{Axis, Bar, Caption};
use kernel::Period;
use mart::{Answer, AskError, Dimension, Mart};
use ui::parts::Chart;

use crate::Indicator;
use crate::pages::grid::{Grid, Item};
use crate::pages::words::{Words, alone};

/// As many bars as can be read at once; the table has all of them.
const MOST_BARS: usize = 22;

/// An indicator by the dimensions chosen.
pub(super) struct Breakdown {
    title: String,
    code: String,
    answer: Answer,
    /// By the first dimension alone: what is drawn.
    drawn: Answer,
}

impl Breakdown {
    /// Asks; nothing if registers cannot say.
    pub(super) fn of(
        words: Words<'_>,
        indicator: &Indicator,
        period: Period,
        by: &[Dimension],
        mart: &Mart,
    ) -> Result<Option<Self>, AskError> {
        let Some(question) = indicator.question(period, words.monitor.edition().from) else {
            return Ok(None);
        };
        // Two scales of time say no more than the finer one.
        let time = by.iter().filter(|dimension| dimension.is_time()).count();
        let by = if time > 1 { &by[..1] } else { by };
        let answer = mart.ask(&question.clone().by(by.to_vec()))?;
        let drawn = if by.len() == 1 { answer.clone() } else { mart.ask(&question.by([by[0]]))? };
        let names: Vec<String> = by.iter().map(|dimension| words.dimension(*dimension)).collect();
        let title = words.page.t_with(
            "monitoring-breakdown-title",
            &[("indicator", &alone(indicator.name.of(words.page.lang))), ("by", &words.list(&names))],
        );
        Ok(Some(Self { title, code: indicator.code.clone(), answer, drawn }))
    }

    fn first(&self) -> Dimension {
        self.drawn.question.by[0]
    }

    /// Values with names and figures, in time or from the most frequent on.
    fn named(&self, words: Words<'_>) -> Vec<(String, u64)> {
        let dimension = self.first();
        let mut cells: Vec<_> = self.drawn.cells.iter().collect();
        if !dimension.is_time() && dimension != Dimension::Age {
            cells.sort_by(|a, b| b.value.cmp(&a.value).then_with(|| a.values.cmp(&b.values)));
        }
        let name = |value: &str| match (dimension, value.parse()) {
            (Dimension::Month, Ok(month)) => words.short_month(month),
            _ => words.value(dimension, value),
        };
        cells.into_iter().map(|cell| (name(&cell.values[0]), cell.value)).collect()
    }

    /// The drawing.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub(super) fn svg(&self, words: Words<'_>) -> String {
        let basis = words.basis(&self.answer);
        let caption = Caption { id: "breakdown-drawing", title: &self.title, description: &basis };
        let named = self.named(words);
        let number = |value: f64| words.page.decimal(&value, 0);
        if self.first().is_time() {
            let labels: Vec<String> = named.iter().map(|(label, _)| label.clone()).collect();
            let values: Vec<f64> = named.iter().map(|(_, value)| *value as f64).collect();
            let unit = words.unit(self.answer.unit.name());
            return charts::columns(&caption, &labels, &values, Axis { title: &unit, format: &number });
        }
        let notes: Vec<String> = named.iter().map(|(_, value)| words.page.number(*value)).collect();
        let bars: Vec<Bar<'_>> = named
            .iter()
            .zip(&notes)
            .take(MOST_BARS)
            .map(|((label, value), note)| Bar { label, value: *value as f64, note })
            .collect();
        charts::bars(&caption, &bars, 720.0)
    }

    /// The table.
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    pub(super) fn grid(&self, words: Words<'_>) -> Grid {
        let page = words.page;
        let answer = &self.answer;
        let by = &answer.question.by;
        let total = answer.total.unwrap_or(0);
        let shares = answer.additive && total > 0;
        let rows = answer.cells.iter().map(|cell| {
            let values = by.iter().zip(&cell.values).map(|(one, value)| Item::Text(words.value(*one, value)));
            let share = shares.then(|| Item::Share(cell.value as f64 / total as f64));
            values.chain([Item::Count(cell.value)]).chain(share).collect()
        });
        let label = page.t(if answer.additive { "monitoring-total" } else { "monitoring-total-not-sum" });
        let blanks = by.iter().skip(1).map(|_| Item::Text(String::new()));
        let foot = std::iter::once(Item::Text(label)).chain(blanks).chain([Item::Count(total)]);
        let foot = foot.chain(shares.then_some(Item::Share(1.0)));
        let heads = by.iter().map(|one| (words.dimension(*one), false));
        let heads = heads.chain([(words.unit(answer.unit.name()), true)]);
        Grid {
            id: self.code.clone(),
            title: self.title.clone(),
            lines: vec![words.basis(answer)],
            columns: heads.chain(shares.then(|| (page.t("monitoring-share"), true))).collect(),
            rows: rows.collect(),
            foot: Some(foot.collect()),
        }
    }

    /// Drawing and table in the page.
    pub(super) fn chart(&self, words: Words<'_>) -> Chart {
        let page = words.page;
        let mut note = vec![words.basis(&self.answer)];
        if !self.answer.additive {
            note.push(page.t("monitoring-parts-overlap"));
        }
        if !self.first().is_time() && self.drawn.cells.len() > MOST_BARS {
            note.push(page.tn("monitoring-most-bars", MOST_BARS));
        }
        let mut grid = self.grid(words);
        grid.id = "breakdown-table".to_owned();
        Chart::new(page, "breakdown", self.title.clone(), self.svg(words), grid.table(page).hide_caption())
            .note(note.join(". "))
            .wide()
    }
}
