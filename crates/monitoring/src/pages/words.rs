//! The words for dimensions and values, and the line that makes a number readable.

use kernel::{Month, Period};
use mart::{Answer, Basis, Dimension, Measure, UNKNOWN};
use ui::{Page, format};

use super::Monitor;

/// Names things in the language of a page.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The page.
    pub page: &'a Page,
    /// Where names come from.
    pub monitor: &'a Monitor,
}

impl Words<'_> {
    /// A dimension: `genere`.
    pub fn dimension(&self, dimension: Dimension) -> String {
        self.page.t(&format!("monitoring-dimension-{}", dimension.name().replace('_', "-")))
    }

    /// A measure: `persone`.
    pub fn measure(&self, measure: Measure) -> String {
        self.page.t(&format!("monitoring-measure-{}", measure.name().replace('_', "-")))
    }

    /// A unit: `persone`, `contatti`.
    pub fn unit(&self, unit: &str) -> String {
        self.page.t(&format!("monitoring-unit-{unit}"))
    }

    /// A value of a dimension as people say it.
    pub fn value(&self, dimension: Dimension, value: &str) -> String {
        let (page, vocabulary) = (self.page, &self.monitor.vocabulary);
        if value == UNKNOWN {
            return format::unknown(page.lang).to_owned();
        }
        let named = match dimension {
            Dimension::City => value
                .parse()
                .ok()
                .and_then(|code| self.monitor.network.cities.get(code).map(|city| city.name.clone())),
            Dimension::Month => value.parse().ok().map(|month| page.month(&month)),
            Dimension::Quarter | Dimension::Half => {
                value.parse().ok().map(|period| super::asked::period_name(page, period))
            }
            Dimension::Day => value.parse().ok().map(|period: Period| page.date(&period.from)),
            Dimension::Area => {
                let area = self.monitor.network.areas.iter().find(|area| area.code == value);
                area.map(|area| page.lang.pick(&area.name_it, &area.name_en).clone())
            }
            Dimension::Service => {
                vocabulary.services().get(value).map(|one| page.lang.pick(&one.name_it, &one.name_en).clone())
            }
            Dimension::Permit => {
                vocabulary.permits().get(value).map(|one| page.lang.pick(&one.name_it, &one.name_en).clone())
            }
            Dimension::Citizenship => vocabulary
                .countries()
                .get(value)
                .map(|one| page.lang.pick(&one.name_it, &one.name_en).clone()),
            Dimension::Outcome => {
                vocabulary.outcomes().get(value).map(|one| page.lang.pick(&one.name_it, &one.name_en).clone())
            }
            Dimension::Gender => Some(page.t(&format!("monitoring-gender-{}", value.to_lowercase()))),
            Dimension::Age => Some(match value {
                "<18" => page.t("monitoring-age-under-18"),
                "18-60" => page.t("monitoring-age-18-60"),
                _ => page.t("monitoring-age-over-60"),
            }),
            Dimension::Kind => Some(page.t(&format!("monitoring-kind-{value}"))),
            Dimension::Vulnerability => {
                Some(page.t(&format!("monitoring-vulnerability-{}", value.replace('_', "-"))))
            }
            // Points carry their city before the name; the table says which city.
            Dimension::Point => value.split_once(':').map(|(_, point)| capital(&accented(point))),
            _ => None,
        };
        named.unwrap_or_else(|| value.to_owned())
    }

    /// How often one of the counted things is counted.
    pub fn counted(&self, measure: Measure) -> String {
        self.page.t(&format!("monitoring-counted-{}", measure.name().replace('_', "-")))
    }

    /// `una volta per città · 1 gen–30 set 2025 · dati al 14 ott 2025 · non ancora sigillato`.
    pub fn basis(&self, answer: &Answer) -> String {
        let days = match answer.basis() {
            Basis::InPeriod => answer.question.period,
            Basis::OnLastDay => {
                // Nobody knows yet how things will stand on a day to come.
                let day = answer.question.period.to.min(self.monitor.today());
                Period { from: day, to: day }
            }
            Basis::CumulativeSince(since) => Period { from: since, to: answer.question.period.to },
        };
        let parts = [
            self.counted(answer.question.measure),
            self.page.period(&days),
            self.cut_off(answer.cut_off),
            self.page.t("monitoring-live"),
        ];
        parts.join(" · ")
    }

    /// `dati al 14 ott 2025`.
    pub fn cut_off(&self, moment: kernel::Timestamp) -> String {
        self.page.t_with(
            "monitoring-cut-off",
            &[("day", &self.page.period(&Period { from: moment.day(), to: moment.day() }))],
        )
    }

    /// A month on an axis: `mar 25`.
    pub fn short_month(&self, month: Month) -> String {
        let short = format::date_short(self.page.lang, month.first());
        let name = short.split(' ').next_back().unwrap_or_default();
        format!("{name} {:02}", month.year_month().0 % 100)
    }

    /// `Nel 2025`, `Nel periodo 1 gen–30 giu 2025`.
    pub fn when(&self, period: Period) -> String {
        let text = period.to_string();
        if period == self.monitor.edition() {
            return self.page.t("monitoring-when-edition");
        }
        if text.len() == 4 {
            return self.page.t_with("monitoring-when-year", &[("year", &text)]);
        }
        self.page.t_with("monitoring-when-days", &[("days", &self.page.period(&period))])
    }

    /// Names in a row: `Bari, Roma e Torino`.
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.page.lang.pick("e", "and")),
        }
    }
}

/// Points are kept folded, without accents; the commonest words get theirs back.
fn accented(point: &str) -> String {
    let word = |word| match word {
        "unita" => "unità",
        "comunita" => "comunità",
        "citta" => "città",
        other => other,
    };
    point.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// The text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The name of an indicator where its whole does not stand above it: without "di cui".
pub fn alone(name: &str) -> String {
    let openings = ["Di cui ", "Of which number of ", "Of which "];
    openings.iter().find_map(|opening| name.strip_prefix(opening)).map_or_else(|| name.to_owned(), capital)
}
