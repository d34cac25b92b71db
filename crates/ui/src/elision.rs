//! «Dall’8 maggio» and «l’11 marzo»: Italian articles and prepositions lose their vowel before two days of a month.
//!
//! A message says `dal { $day }`, and knows no day. So a value that is such a day is marked when it goes in, and the word
//! before the mark is elided when the text comes out. Nothing else of a value is touched, whoever wrote it.

use std::borrow::Cow;

use crate::format::MONTHS_IT;

/// Stands before a day while a message is put together: a character for private use, which no text has.
const MARK: char = '\u{F8F2}';

/// Words that stand before a day, and how they are elided.
const WORDS: [(&str, &str); 6] =
    [("dal", "dall’"), ("al", "all’"), ("del", "dell’"), ("nel", "nell’"), ("sul", "sull’"), ("il", "l’")];

/// A value with a mark, if it begins with a day that begins with a vowel when it is read.
pub(crate) fn marked(value: Cow<'_, str>) -> Cow<'_, str> {
    let rest = value.strip_prefix("8 ").or_else(|| value.strip_prefix("11 "));
    let is_day = rest.is_some_and(|rest| MONTHS_IT.iter().any(|month| rest.starts_with(&month[..3])));
    if is_day { Cow::Owned(format!("{MARK}{value}")) } else { value }
}

/// A text without marks, the words before them elided.
pub(crate) fn elided(text: String) -> String {
    if !text.contains(MARK) {
        return text;
    }
    let mut parts = text.split(MARK);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        elide(&mut whole);
        whole.push_str(part);
    }
    whole
}

/// Elides the last word of a text, if it is one of [`WORDS`].
fn elide(text: &mut String) {
    let Some(before) = text.strip_suffix(' ') else { return };
    let start = before.rfind(|letter: char| !letter.is_alphabetic());
    let start = start.map_or(0, |at| at + before[at..].chars().next().map_or(0, char::len_utf8));
    let word = &before[start..];
    let Some((_, short)) = WORDS.iter().find(|(long, _)| long.eq_ignore_ascii_case(word)) else { return };
    let is_capital = word.starts_with(|letter: char| letter.is_uppercase());
    text.truncate(start);
    let mut letters = short.chars();
    if let Some(first) = letters.next().filter(|_| is_capital) {
        text.push(first.to_ascii_uppercase());
        text.push_str(letters.as_str());
    } else {
        text.push_str(short);
    }
}

#[cfg(test)]
mod tests {
    use kernel::Day;

    use crate::messages::{Messages, Source};
    use crate::{Lang, format};

    const DAYS: Source = Source {
        name: "days",
        it: "days-since = in carico dal { $day }\ndays-until = Al { $day }\ndays-on = il { $day } e il { $other }\ndays-of = (del { $day })\ndays-alone = { $day }",
        en: "days-since = in charge since { $day }\ndays-until = At { $day }\ndays-on = on { $day } and { $other }\ndays-of = (of { $day })\ndays-alone = { $day }",
    };

    fn said(key: &str, day: &str, other: &str) -> String {
        let messages = Messages::new([DAYS]).unwrap();
        messages.say(Lang::It, key, &[("day", &day), ("other", &other)])
    }

    #[test]
    fn the_vowel_goes_before_the_eighth_and_the_eleventh_alone() {
        for number in 1..=31 {
            let day = format::date(Lang::It, Day::from_ymd_opt(2025, 5, number).unwrap());
            let since = said("days-since", &day, "");
            let is_elided = since == format!("in carico dall’{day}");
            assert_eq!(is_elided, [8, 11].contains(&number), "{since}");
            assert!(is_elided || since == format!("in carico dal {day}"), "{since}");
        }
        for (key, text) in [
            ("days-until", "All’8 mag"),
            ("days-on", "l’8 mag e il 9 mag"),
            ("days-of", "(dell’8 mag)"),
            ("days-alone", "8 mag"),
        ] {
            assert_eq!(said(key, "8 mag", "9 mag"), text);
        }
        assert_eq!(
            said("days-on", "1º maggio", "11 dicembre 2025, 09:12"),
            "il 1º maggio e l’11 dicembre 2025, 09:12"
        );
    }

    #[test]
    fn what_somebody_wrote_stays_as_it_is() {
        assert_eq!(said("days-since", "8 righe dal 11 maggio", ""), "in carico dal 8 righe dal 11 maggio");
        let messages = Messages::new([DAYS]).unwrap();
        assert_eq!(messages.say(Lang::En, "days-since", &[("day", &"8 May")]), "in charge since 8 May");
    }
}
