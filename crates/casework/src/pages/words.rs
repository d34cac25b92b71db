//! Words that several of these pages use.

use documents::sheets::SheetError;
use kernel::Gender;
use network::City;
use network::vocabulary::{Term, Vocabulary};
use ui::parts::Breadcrumb;
use ui::{Lang, Page};

use crate::registers::model::Meaning;

/// The way back from a page of a city: the registers, then the city unless this is its page.
pub(super) fn breadcrumb(page: &Page, city: &City, here: &str) -> Breadcrumb {
    let mut above = vec![("/registri".to_owned(), page.t("ui-nav-registers"))];
    if !here.is_empty() {
        above.push((home(city), city.name.clone()));
    }
    Breadcrumb::new(page, above, if here.is_empty() { &city.name } else { here })
}

/// The address of a city's registers.
pub(super) fn home(city: &City) -> String {
    format!("/registri/{}", city.code)
}

/// The name of a code, or the code itself where the vocabulary has lost it.
pub(super) fn service(vocabulary: &Vocabulary, lang: Lang, code: &str) -> String {
    vocabulary.services().get(code).map_or_else(|| code.to_owned(), |term| name(term, lang))
}

/// The name of a country.
pub(super) fn country(vocabulary: &Vocabulary, lang: Lang, code: &str) -> String {
    vocabulary.countries().get(code).map_or_else(|| code.to_owned(), |term| name(term, lang))
}

/// The name of a title of stay.
pub(super) fn permit(vocabulary: &Vocabulary, lang: Lang, code: &str) -> String {
    vocabulary.permits().get(code).map_or_else(|| code.to_owned(), |term| name(term, lang))
}

/// The name of a term in a language.
pub(super) fn name(term: &impl Term, lang: Lang) -> String {
    lang.pick(term.name_it(), term.name_en()).to_owned()
}

/// The name of a meaning in a language; of a mark, with its service.
pub(super) fn meaning(vocabulary: &Vocabulary, lang: Lang, meaning: &Meaning) -> String {
    let plain = lang.pick(meaning.name_it(), meaning.name_en());
    match meaning {
        Meaning::ServiceMark(code) => format!("{plain}: {}", service(vocabulary, lang, code)),
        _ => plain.to_owned(),
    }
}

/// A gender in words.
pub(super) fn gender(page: &Page, gender: Gender) -> String {
    match gender {
        Gender::Unknown => ui::format::unknown(page.lang).to_owned(),
        known => page.t(&format!("registers-gender-{}", known.code())),
    }
}

/// The size of a file as people say it.
pub(super) fn size(page: &Page, bytes: u32) -> String {
    match bytes {
        0..=1023 => page.tn("registers-size-bytes", bytes),
        1024..=1_048_575 => page.t_with("registers-size-kilobytes", &[("size", &page.number(bytes / 1024))]),
        _ => {
            let megabytes = page.decimal(&(f64::from(bytes) / 1_048_576.0), 1);
            page.t_with("registers-size-megabytes", &[("size", &megabytes)])
        }
    }
}

/// The first eight digits of a digest: enough to tell two files apart by eye.
pub(super) fn short(sha256: &[u8]) -> String {
    hex::encode(&sha256[..sha256.len().min(4)])
}

/// A file that cannot be read: what is wrong and what to do.
pub(super) fn sheet_error(lang: Lang, error: &SheetError) -> String {
    if lang == Lang::It {
        return error.message_it();
    }
    let text = error.to_string();
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), letters.as_str()))
}

/// Where a row stands: the line, with the sheet where there are sheets.
pub(super) fn place(page: &Page, sheet: &str, line: u32) -> String {
    let line = line.to_string();
    if sheet.is_empty() {
        page.t_with("registers-line", &[("line", &line)])
    } else {
        page.t_with("registers-line-of-sheet", &[("line", &line), ("sheet", &sheet)])
    }
}
