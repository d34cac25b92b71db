//! A comparison as picture, table and words.

use charts::{Axis, Caption, FunnelDrawing, FunnelPoint, FunnelWords, Mark};
use comparison::funnel::{Point, Verdict};
use kernel::CityCode;
use ui::parts::{Chart, Markup, Shape, Status};

use super::name_of;
use crate::model::{Against, CityPoint, Comparison};
use crate::pages::grid::{Grid, Item};
use crate::pages::words::{Words, alone};

/// Steps of the curves of the limits.
const STEPS: usize = 80;

const HIGHER: [Verdict; 2] = [Verdict::Higher, Verdict::MuchHigher];
const LOWER: [Verdict; 2] = [Verdict::Lower, Verdict::MuchLower];

/// What is shown of a comparison.
pub(super) struct Shown<'a> {
    pub words: Words<'a>,
    pub comparison: &'a Comparison,
    pub name: &'a str,
    pub code: &'a str,
    pub picked: &'a [CityCode],
}

impl Shown<'_> {
    fn names(&self, verdicts: &[Verdict]) -> Vec<String> {
        self.comparison.judged(verdicts).map(|city| name_of(self.words, city.city)).collect()
    }

    /// The finding as a sentence: the title of the page and of the picture.
    pub fn finding(&self) -> String {
        let (higher, lower) = (self.names(&HIGHER).len(), self.names(&LOWER).len());
        let key = if higher + lower == 0 { "monitoring-funnel-none" } else { "monitoring-funnel-some" };
        let values: [(&str, &dyn ui::ToValue); 3] =
            [("indicator", &alone(self.name)), ("higher", &higher), ("lower", &lower)];
        self.words.page.t_with(key, &values)
    }

    /// Period, cut-off and status.
    pub fn basis(&self) -> String {
        let page = self.words.page;
        let key = format!("monitoring-against-{}", self.comparison.against.name().replace('_', "-"));
        let parts = [
            page.t(&key),
            page.period(&self.comparison.period),
            self.words.cut_off(self.comparison.cut_off),
            page.t("monitoring-live"),
        ];
        parts.join(" · ")
    }

    /// A value in the unit of the comparison.
    fn value(&self, value: f64) -> String {
        let page = self.words.page;
        match self.comparison.against {
            Against::Whole => page.percent(&value),
            Against::Residents => page.decimal(&value, 1),
            Against::CaseMix => page.decimal(&value, 2),
        }
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let page = self.words.page;
        let comparison = self.comparison;
        let names: Vec<String> =
            comparison.cities.iter().map(|city| name_of(self.words, city.city)).collect();
        let points: Vec<FunnelPoint<'_>> = comparison
            .cities
            .iter()
            .zip(&names)
            .filter_map(|(city, label)| {
                let mark = match city.point.verdict {
                    Verdict::TooFew => Mark::TooFew,
                    Verdict::Within => Mark::Inside,
                    _ => Mark::Outside,
                };
                let chosen = self.picked.contains(&city.city);
                Some(FunnelPoint { label, x: city.point.denominator, y: city.point.value?, mark, chosen })
            })
            .collect();
        let most = points.iter().map(|point| point.x).fold(0.0, f64::max);
        let least = points.iter().map(|point| point.x).filter(|x| *x > 0.0).fold(most, f64::min);
        let curve: Vec<(f64, [f64; 4])> = comparison
            .funnel
            .curve(least / 2.0, most * 1.05, STEPS)
            .into_iter()
            .map(|(x, limits)| (x, [limits.lower998, limits.lower95, limits.upper95, limits.upper998]))
            .collect();
        let against = comparison.against.name().replace('_', "-");
        let x_title = page.t(&format!("monitoring-x-{against}"));
        let y_title = page.t(&format!("monitoring-y-{against}"));
        let (whole, value) = (|x: f64| page.decimal(&x, 0), |y: f64| self.value(y));
        let centre =
            page.t_with("monitoring-funnel-centre", &[("value", &self.value(comparison.funnel.centre))]);
        charts::funnel(
            &Caption { id: "funnel-drawing", title: &self.finding(), description: &self.basis() },
            &FunnelDrawing {
                points: &points,
                curve: &curve,
                centre: comparison.funnel.centre,
                x: Axis { title: &x_title, format: &whole },
                y: Axis { title: &y_title, format: &value },
                words: FunnelWords {
                    limit95: &page.t("monitoring-funnel-95"),
                    limit998: &page.t("monitoring-funnel-998"),
                    centre: &centre,
                },
            },
        )
    }

    /// Picture and table.
    pub fn chart(&self) -> Chart {
        let page = self.words.page;
        let table = self.grid().table(page).hide_caption();
        Chart::new(page, "funnel", page.t("monitoring-funnel-heading"), self.svg(), table)
            .note(page.t("monitoring-funnel-note"))
            .wide()
    }

    /// The table: in alphabetical order, with the interval that agrees with the limits.
    pub fn grid(&self) -> Grid {
        let page = self.words.page;
        let comparison = self.comparison;
        let against = comparison.against.name().replace('_', "-");
        let rows = comparison.cities.iter().map(|city| self.row(city));
        let without = comparison.without_data.iter().map(|city| {
            let mut row = vec![Item::Text(name_of(self.words, *city))];
            row.extend((0..6).map(|_| Item::Nothing));
            row.push(Item::Text(page.t("monitoring-verdict-no-data")));
            row
        });
        let head = |key: &str| (page.t(key), true);
        Grid {
            id: "confronto".to_owned(),
            title: format!("{} {}", self.code, self.name),
            lines: vec![self.finding(), self.basis()],
            columns: vec![
                (page.t("monitoring-city"), false),
                head("monitoring-column-observed"),
                (page.t(&format!("monitoring-x-{against}")), true),
                (page.t(&format!("monitoring-y-{against}")), true),
                head("monitoring-column-interval"),
                head("monitoring-column-expected"),
                head("monitoring-column-ratio"),
                (page.t("monitoring-column-verdict"), false),
            ],
            rows: rows.chain(without).collect(),
            foot: None,
        }
    }

    fn row(&self, city: &CityPoint) -> Vec<Item> {
        let point = &city.point;
        let number = |value: Option<f64>| match (value, self.comparison.against) {
            (None, _) => Item::Nothing,
            (Some(value), Against::Whole) => Item::Share(value),
            (Some(value), Against::Residents) => Item::Decimal(value, 1),
            (Some(value), Against::CaseMix) => Item::Decimal(value, 2),
        };
        let places = if self.comparison.against == Against::CaseMix { 1 } else { 0 };
        vec![
            Item::Link(format!("/citta/{}", city.city), name_of(self.words, city.city)),
            Item::Decimal(point.numerator, 0),
            Item::Decimal(point.denominator, places),
            number(point.value),
            self.interval(point),
            Item::Decimal(point.expected, 1),
            point.ratio.map_or(Item::Nothing, |ratio| Item::Decimal(ratio, 2)),
            self.verdict(point.verdict),
        ]
    }

    fn interval(&self, point: &Point) -> Item {
        point.interval.as_ref().map_or(Item::Nothing, |interval| {
            let lower = interval.lower.map_or_else(|| "–".to_owned(), |lower| self.value(lower));
            Item::Text(format!("{lower} – {}", self.value(interval.upper)))
        })
    }

    fn verdict(&self, verdict: Verdict) -> Item {
        let (shape, key) = match verdict {
            Verdict::TooFew => (Shape::None, "monitoring-verdict-too-few"),
            Verdict::Within => (Shape::Done, "monitoring-verdict-within"),
            Verdict::Higher => (Shape::Attention, "monitoring-verdict-higher"),
            Verdict::MuchHigher => (Shape::Attention, "monitoring-verdict-much-higher"),
            Verdict::Lower => (Shape::Attention, "monitoring-verdict-lower"),
            Verdict::MuchLower => (Shape::Attention, "monitoring-verdict-much-lower"),
        };
        let word = self.words.page.t(key);
        Item::Part(Markup(Status::new(shape, word.clone()).to_string()), word)
    }

    /// What may be said, and what may not.
    pub fn said(&self) -> (Vec<String>, Vec<String>) {
        let page = self.words.page;
        let comparison = self.comparison;
        let sentence = |key: &str, names: &[String]| {
            page.t_with(key, &[("cities", &self.words.list(names)), ("n", &names.len())])
        };
        let mut may = Vec::new();
        for (verdicts, key) in [(HIGHER, "monitoring-may-higher"), (LOWER, "monitoring-may-lower")] {
            let names = self.names(&verdicts);
            if !names.is_empty() {
                may.push(sentence(key, &names));
            }
        }
        if may.is_empty() {
            may.push(page.t("monitoring-may-none"));
        }
        if let Some(over) = comparison.funnel.overdispersion {
            may.push(page.t_with("monitoring-may-overdispersed", &[("phi", &page.decimal(&over.phi, 1))]));
        }
        let within = self.names(&[Verdict::Within]);
        let mut may_not =
            vec![page.tn("monitoring-may-not-rank", within.len()), page.t("monitoring-may-not-cause")];
        let too_few = self.names(&[Verdict::TooFew]);
        if !too_few.is_empty() {
            may_not.push(sentence("monitoring-may-not-few", &too_few));
        }
        if !comparison.without_data.is_empty() {
            let names: Vec<String> =
                comparison.without_data.iter().map(|city| name_of(self.words, *city)).collect();
            may_not.push(sentence("monitoring-may-not-absent", &names));
        }
        may_not.extend(match comparison.against {
            Against::Residents => Some(page.t("monitoring-may-not-residents")),
            Against::CaseMix => Some(page.t("monitoring-may-not-case-mix")),
            Against::Whole => None,
        });
        (may, may_not)
    }
}
