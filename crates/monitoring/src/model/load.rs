//! Reading `catalogue/indicators/*.toml`. What is wrong is refused with file, line and the nearest valid name.

use std::collections::{BTreeMap, HashSet};
use std::str::FromStr as _;

use kernel::{AgeBracket, Gender, Period, text};
use mart::{AskError, Dimension, Filter, Measure, Question, UNKNOWN};
use network::vocabulary::Vocabulary;
use network::{Catalogue, CatalogueError, File, Network};
use serde::Deserialize;
use toml::Spanned;

use super::indicator::{Counting, Indicator, Span, Verified, Words};

/// The sets this program was built with.
const BUILT_IN: [(&str, &str); 2] = [
    ("amif.toml", include_str!("../../../../catalogue/indicators/amif.toml")),
    ("network.toml", include_str!("../../../../catalogue/indicators/network.toml")),
];

/// All states outside the European Union, as one word in a filter on citizenship; unknown is not among them:
/// a participant is to be shown to be a third-country national.
const THIRD_COUNTRY: &str = "third_country";

/// Units without a measure of their own, for indicators that registers cannot count.
const OTHER_UNITS: [&str; 6] = ["places", "families", "authorities", "packages", "projects", "items"];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Sheet {
    #[serde(default)]
    indicator: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    code: Spanned<String>,
    set: String,
    kind: String,
    name: Words,
    definition: Option<Words>,
    unit: Spanned<String>,
    parent: Option<Spanned<String>>,
    legal_source: Option<String>,
    verified: Verified,
    source: Option<String>,
    #[serde(default)]
    disaggregation: Vec<Spanned<String>>,
    question: Option<Asked>,
    not_counted: Option<Words>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    measure: Spanned<String>,
    basis: Span,
    #[serde(default, rename = "where")]
    filter: BTreeMap<Spanned<String>, Vec<Spanned<String>>>,
}

/// The indicators of an installation.
#[derive(Clone, Debug)]
pub struct Indicators {
    list: Vec<Indicator>,
}

impl Indicators {
    /// Reads the catalogue.
    ///
    /// # Errors
    /// The first thing that is wrong in it.
    pub fn load(
        catalogue: &Catalogue,
        network: &Network,
        words: &Vocabulary,
    ) -> Result<Self, CatalogueError> {
        let files = catalogue.files("indicators", ".toml", &BUILT_IN)?;
        let mut loader = Loader { known: Known::of(network, words), list: Vec::new() };
        let mut rows = Vec::new();
        for file in &files {
            let sheet: Sheet = toml::from_str(&file.text).map_err(|error| {
                let line = error.span().map_or(0, |span| line_at(file, span.start));
                file.wrong(line, error.message())
            })?;
            rows.extend(sheet.indicator.into_iter().map(|row| (file, row)));
        }
        let codes: Vec<String> = rows.iter().map(|(_, row)| row.code.get_ref().clone()).collect();
        let mut seen = HashSet::new();
        for (file, row) in &rows {
            if !seen.insert(row.code.get_ref()) {
                return Err(at(
                    file,
                    &row.code,
                    format!("«{}» stands twice in the catalogue", row.code.get_ref()),
                ));
            }
        }
        for (file, row) in rows {
            loader.add(file, row, &codes)?;
        }
        Ok(Self { list: loader.list })
    }

    /// All of them: those of the network first, then the others in the catalogue's order.
    pub fn iter(&self) -> impl Iterator<Item = &Indicator> {
        let own = |indicator: &&Indicator| indicator.set == "network";
        self.list.iter().filter(own).chain(self.list.iter().filter(move |indicator| !own(indicator)))
    }

    /// The one with this code.
    pub fn get(&self, code: &str) -> Option<&Indicator> {
        self.list.iter().find(|indicator| indicator.code == code)
    }

    /// The one with this code.
    ///
    /// # Errors
    /// What the nearest code is.
    pub fn find(&self, code: &str) -> Result<&Indicator, NoSuchIndicator> {
        self.get(code).ok_or_else(|| NoSuchIndicator {
            code: code.to_owned(),
            nearest: text::nearest(code, self.list.iter().map(|one| one.code.as_str())).map(str::to_owned),
        })
    }

    /// The parts of an indicator.
    pub fn parts_of<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Indicator> {
        self.list.iter().filter(move |indicator| indicator.parent.as_deref() == Some(code))
    }
}

/// No indicator has this code.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("there is no indicator «{code}»{}: `lgnet indicators` lists them",
    text::did_you_mean(nearest.as_deref()))]
pub struct NoSuchIndicator {
    /// What was asked for.
    pub code: String,
    /// The nearest that exists.
    pub nearest: Option<String>,
}

fn line_at(file: &File, byte: usize) -> u64 {
    file.text.bytes().take(byte).filter(|byte| *byte == b'\n').count() as u64 + 1
}

fn at<T>(file: &File, place: &Spanned<T>, reason: impl std::fmt::Display) -> CatalogueError {
    file.wrong(line_at(file, place.span().start), reason)
}

/// The values that filters may name, where a list of them exists.
struct Known {
    values: BTreeMap<&'static str, Vec<String>>,
    third_countries: Vec<String>,
}

impl Known {
    fn of(network: &Network, words: &Vocabulary) -> Self {
        let with_unknown =
            |values: Vec<String>| values.into_iter().chain([UNKNOWN.to_owned()]).collect::<Vec<_>>();
        let mut areas: Vec<String> = network.areas.iter().map(|area| area.code.clone()).collect();
        areas.extend(words.services().iter().map(|service| service.area.clone()));
        areas.sort();
        areas.dedup();
        let countries = || words.countries().iter().map(|country| country.code.clone());
        let citizenships = with_unknown(countries().chain([THIRD_COUNTRY.to_owned()]).collect());
        let non_eu = words.countries().iter().filter(|country| country.union == "non_eu");
        let values = [
            (Dimension::City, network.cities.iter().map(|city| city.code.to_string()).collect()),
            (Dimension::Area, with_unknown(areas)),
            (Dimension::Service, with_unknown(words.services().iter().map(|one| one.code.clone()).collect())),
            (Dimension::Outcome, with_unknown(words.outcomes().iter().map(|one| one.code.clone()).collect())),
            (Dimension::Permit, with_unknown(words.permits().iter().map(|one| one.code.clone()).collect())),
            (Dimension::Citizenship, citizenships),
            (Dimension::Gender, Gender::ALL.map(|gender| gender.code().to_owned()).to_vec()),
            (Dimension::Age, AgeBracket::ALL.map(|age| age.code().to_owned()).to_vec()),
        ];
        Self {
            values: values.into_iter().map(|(dimension, values)| (dimension.name(), values)).collect(),
            third_countries: non_eu.map(|country| country.code.clone()).collect(),
        }
    }
}

struct Loader {
    known: Known,
    list: Vec<Indicator>,
}

impl Loader {
    fn add(&mut self, file: &File, row: Row, codes: &[String]) -> Result<(), CatalogueError> {
        let code = row.code.get_ref().clone();
        if let Some(parent) = &row.parent {
            let found = self.list.iter().any(|indicator| indicator.code == *parent.get_ref());
            if !found && codes.contains(parent.get_ref()) {
                return Err(at(
                    file,
                    parent,
                    format!("«{}» is to stand before its part «{code}»", parent.get_ref()),
                ));
            }
            if !found {
                return Err(unknown(file, parent, "indicator", codes));
            }
        }
        let counting = match (row.question, row.not_counted) {
            (Some(asked), None) => Ok(self.counting(file, &asked)?),
            (None, Some(why)) => Err(why),
            _ => {
                let reason = format!(
                    "«{code}» needs either a `question` or a `not_counted` that says why there is none"
                );
                return Err(at(file, &row.code, reason));
            }
        };
        check_unit(file, &row.unit, &counting)?;
        if let Some(parent) = &row.parent {
            self.check_part(file, &row.code, parent.get_ref(), &counting)?;
        }
        let disaggregation: Vec<Dimension> =
            row.disaggregation.iter().map(|name| dimension(file, name)).collect::<Result<_, _>>()?;
        for (dimension, name) in disaggregation.iter().copied().zip(&row.disaggregation) {
            if let Ok(Counting { measure, .. }) = counting
                && !measure.has(dimension)
            {
                return Err(at(file, name, AskError::NoDimension { measure, dimension }));
            }
        }
        self.list.push(Indicator {
            code,
            set: row.set,
            kind: row.kind,
            name: row.name,
            definition: row.definition,
            unit: row.unit.into_inner(),
            parent: row.parent.map(Spanned::into_inner),
            legal_source: row.legal_source,
            verified: row.verified,
            source: row.source,
            disaggregation,
            counting,
        });
        Ok(())
    }

    fn counting(&self, file: &File, asked: &Asked) -> Result<Counting, CatalogueError> {
        let measure =
            Measure::from_str(asked.measure.get_ref()).map_err(|error| at(file, &asked.measure, error))?;
        let mut filter = Filter::default();
        for (name, values) in &asked.filter {
            let dimension = dimension(file, name)?;
            if dimension.is_time() {
                return Err(at(file, name, format!("«{dimension}» is a span of time: the period says it")));
            }
            for value in values {
                if let Some(known) = self.known.values.get(dimension.name())
                    && !known.contains(value.get_ref())
                {
                    return Err(unknown(file, value, dimension.name(), known));
                }
                if dimension == Dimension::Citizenship && value.get_ref() == THIRD_COUNTRY {
                    for country in &self.known.third_countries {
                        filter = filter.only(dimension, country.as_str());
                    }
                } else {
                    filter = filter.only(dimension, value.get_ref().as_str());
                }
            }
        }
        // No period matters to whether a question has an answer.
        let question = Question { filter: filter.clone(), ..Question::new(measure, Period::year(2025)) };
        let question = match asked.basis {
            Span::InPeriod => question,
            Span::SinceEdition => question.clone().since(question.period.from),
        };
        question.check().map_err(|error| at(file, &asked.measure, error))?;
        Ok(Counting { measure, filter, span: asked.basis })
    }

    /// Everybody counted in a part is to be counted in the whole: the part asks at least as narrowly.
    fn check_part(
        &self,
        file: &File,
        code: &Spanned<String>,
        parent: &str,
        counting: &Result<Counting, Words>,
    ) -> Result<(), CatalogueError> {
        let whole = self.list.iter().find(|indicator| indicator.code == parent);
        let (Some(Ok(whole)), Ok(part)) = (whole.map(|whole| whole.counting.as_ref()), counting) else {
            return Ok(());
        };
        let inside = whole.filter.dimensions().all(|dimension| {
            let (wide, narrow) = (whole.filter.values(dimension), part.filter.values(dimension));
            wide.zip(narrow).is_some_and(|(wide, narrow)| narrow.is_subset(wide))
        });
        if inside && whole.measure == part.measure && whole.span == part.span {
            return Ok(());
        }
        let reason = format!(
            "«{}» is a part of «{parent}» but could count somebody whom «{parent}» does not: \
             give it the same measure and basis, and a filter at least as narrow",
            code.get_ref()
        );
        Err(at(file, code, reason))
    }
}

fn dimension(file: &File, name: &Spanned<String>) -> Result<Dimension, CatalogueError> {
    Dimension::from_str(name.get_ref()).map_err(|error| at(file, name, error))
}

fn check_unit(
    file: &File,
    unit: &Spanned<String>,
    counting: &Result<Counting, Words>,
) -> Result<(), CatalogueError> {
    if let Ok(counting) = counting {
        let counted = mart::Unit::of(counting.measure).name();
        let reason = format!("«{}» counts {counted}, not {}", counting.measure, unit.get_ref());
        return if unit.get_ref() == counted { Ok(()) } else { Err(at(file, unit, reason)) };
    }
    let measures = Measure::ALL.iter().map(|measure| mart::Unit::of(*measure).name());
    let units: Vec<String> = measures.chain(OTHER_UNITS).map(str::to_owned).collect();
    if units.contains(unit.get_ref()) { Ok(()) } else { Err(unknown(file, unit, "unit", &units)) }
}

fn unknown(file: &File, name: &Spanned<String>, what: &str, known: &[String]) -> CatalogueError {
    let near = text::nearest(name.get_ref(), known.iter().map(String::as_str));
    let near = text::did_you_mean(near);
    at(file, name, format!("there is no {what} «{}»{near}", name.get_ref()))
}

#[cfg(test)]
mod tests;
