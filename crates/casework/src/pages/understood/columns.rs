//! The lists with which the lead corrects what columns and words mean.

use std::collections::{BTreeMap, BTreeSet};

use kernel::text::fold;
use network::vocabulary::{Term, Terms, Vocabulary};
use ui::Page;
use ui::parts::{Choice, Field};

use super::super::{mapping, words};
use super::{Understood, meanings};
use crate::registers::model::{ColumnProposal, Confidence, Mapping, Meaning, Reason, SheetProposal};

/// Words that are in no list, shown at once: the most frequent.
const MOST_WORDS: usize = 20;

/// Words that the lead has already given a code, shown so that they can be corrected.
const MOST_KNOWN: usize = 40;

/// A list for each column of the file; columns of several sheets under one header are one. First those of sheets
/// whose header was found, then those of the others.
pub(super) fn fields(page: &Page, vocabulary: &Vocabulary, it: &Understood) -> [Vec<Field>; 2] {
    let choices: Vec<Choice> = meanings(vocabulary)
        .iter()
        .map(|meaning| Choice::new(meaning.to_string(), words::meaning(vocabulary, page.lang, meaning)))
        .collect();
    let mut seen = BTreeSet::new();
    let mut of = |found: bool| -> Vec<Field> {
        let sheets = it.proposal.sheets.iter().filter(|sheet| sheet.header_line.is_some() == found);
        let columns =
            sheets.flat_map(|sheet| &sheet.columns).filter(|column| seen.insert(column.key.as_str()));
        let field = |(place, column): (usize, &ColumnProposal)| {
            let meaning = it.mapping.columns.get(&column.key).unwrap_or(&Meaning::Ignore);
            Field::list(format!("{}{}", mapping::COLUMN, column.key), &column.header, choices.clone())
                .id(format!("{}-{place}", if found { "column" } else { "other" }))
                .value(meaning.to_string())
                .hint(hint(page, column, meaning))
        };
        columns.enumerate().map(field).collect()
    };
    [of(true), of(false)]
}

fn hint(page: &Page, column: &ColumnProposal, meaning: &Meaning) -> String {
    let examples: Vec<String> = column.sample.iter().take(3).map(|text| shortened(text)).collect();
    let examples = if examples.is_empty() {
        page.t("registers-column-empty")
    } else {
        page.t_with("registers-column-examples", &[("examples", &examples.join(" · "))])
    };
    if *meaning == column.meaning && column.confidence == Confidence::NotUnderstood {
        format!("{} {examples}", page.t("registers-column-not-understood"))
    } else {
        examples
    }
}

/// A text cut where a line would be too long.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 40;
    let tidy = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if tidy.chars().count() <= LONGEST {
        return tidy;
    }
    let cut: String = tidy.chars().take(LONGEST - 1).collect();
    format!("{}…", cut.trim_end())
}

/// What a sheet needs and lacks under a mapping: of day, name and service.
pub(super) fn missing(sheet: &SheetProposal, mapping: &Mapping) -> Vec<Meaning> {
    let has = |wanted: &dyn Fn(&Meaning) -> bool| {
        sheet.columns.iter().any(|column| mapping.columns.get(&column.key).is_some_and(wanted))
    };
    let mut missing = Vec::new();
    if !has(&|meaning| *meaning == Meaning::Day) {
        missing.push(Meaning::Day);
    }
    if !has(&Meaning::is_name) {
        missing.push(Meaning::FullName);
    }
    if !has(&Meaning::is_service) {
        missing.push(Meaning::Service);
    }
    missing
}

/// Meanings that several columns of one sheet have though a contact has them once, with the headers.
pub(super) fn repeated(it: &Understood) -> Vec<(Meaning, String)> {
    let mut repeated = BTreeMap::<&Meaning, Vec<&str>>::new();
    for sheet in &it.proposal.sheets {
        let mut headers = BTreeMap::<&Meaning, Vec<&str>>::new();
        for column in &sheet.columns {
            if let Some(meaning) = it.mapping.columns.get(&column.key).filter(|meaning| !meaning.may_repeat())
            {
                headers.entry(meaning).or_default().push(&column.header);
            }
        }
        repeated.extend(headers.into_iter().filter(|(_, columns)| columns.len() > 1));
    }
    repeated
        .into_iter()
        .map(|(meaning, columns)| {
            let columns: Vec<String> = columns.iter().map(|header| format!("«{header}»")).collect();
            (meaning.clone(), columns.join(", "))
        })
        .collect()
}

/// A list for each word that no list knows, the most frequent first, then for those already given a code;
/// and what to say of the words that are not shown.
pub(super) fn terms(page: &Page, vocabulary: &Vocabulary, it: &Understood) -> (Vec<Field>, String) {
    let mut unknown = BTreeMap::<(&str, String), (usize, &str)>::new();
    for row in &it.reading.rejections {
        let kind = match row.reason {
            Reason::ServiceUnknown => mapping::SERVICE,
            Reason::PermitUnknown => mapping::PERMIT,
            Reason::CitizenshipUnknown => mapping::CITIZENSHIP,
            _ => continue,
        };
        let word = fold(&row.value);
        if !word.is_empty() {
            unknown.entry((kind, word)).or_insert((0, &row.value)).0 += 1;
        }
    }
    let mut unknown: Vec<_> = unknown.into_iter().collect();
    unknown.sort_by(|a, b| b.1.0.cmp(&a.1.0).then_with(|| a.0.cmp(&b.0)));
    let more = unknown.len().saturating_sub(MOST_WORDS);

    let mut fields: Vec<Field> = Vec::new();
    let mut add = |kind: &str, word: &str, shown: &str, code: &str, hint: String| {
        let label = page.t_with(&format!("registers-word-{kind}"), &[("word", &shortened(shown))]);
        let field = Field::list(format!("{kind}:{word}"), label, choices(page, vocabulary, kind));
        fields.push(field.id(format!("word-{}", fields.len())).value(code).hint(hint));
    };
    for ((kind, word), (times, shown)) in unknown.into_iter().take(MOST_WORDS) {
        add(kind, &word, shown, "", page.tn("registers-word-rows", times));
    }
    let own = [
        (mapping::SERVICE, &it.mapping.services),
        (mapping::PERMIT, &it.mapping.permits),
        (mapping::CITIZENSHIP, &it.mapping.citizenships),
    ];
    let known = own.iter().flat_map(|(kind, list)| list.iter().map(move |entry| (*kind, entry)));
    for (kind, (word, code)) in known.take(MOST_KNOWN) {
        add(kind, word, word, code, page.t("registers-word-given"));
    }
    let more = if more > 0 { page.tn("registers-word-more", more) } else { String::new() };
    (fields, more)
}

fn choices(page: &Page, vocabulary: &Vocabulary, kind: &str) -> Vec<Choice> {
    fn of<T: Term>(page: &Page, terms: &Terms<T>) -> Vec<Choice> {
        terms.iter().map(|term| Choice::new(term.code(), words::name(term, page.lang))).collect()
    }
    let mut choices = match kind {
        mapping::SERVICE => of(page, vocabulary.services()),
        mapping::PERMIT => of(page, vocabulary.permits()),
        _ => of(page, vocabulary.countries()),
    };
    if kind == mapping::CITIZENSHIP {
        choices.sort_by_cached_key(|choice| fold(&choice.text));
    }
    choices.insert(0, Choice::new("", page.t("registers-word-leave")));
    choices
}
