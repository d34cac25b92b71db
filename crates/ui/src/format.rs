//! Numbers, days and periods as Italian and English write them.

use kernel::{Day, Month, Period, Timestamp};

use crate::Lang;

/// Written where a value does not apply.
pub const NOT_APPLICABLE: &str = "–";

pub(crate) const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A whole number: `1.204` or `1,204`; negative with a true minus sign.
pub fn integer(lang: Lang, value: i64) -> String {
    let digits = value.unsigned_abs().to_string();
    let grouped = group(lang, &digits);
    if value < 0 { format!("−{grouped}") } else { grouped }
}

/// A number with a fixed count of decimals, rounded half away from zero: `1.234,5` or `1,234.5`.
/// What is no number at all (infinite, undefined) is not applicable.
pub fn decimal(lang: Lang, value: f64, places: usize) -> String {
    if !value.is_finite() {
        return NOT_APPLICABLE.to_owned();
    }
    // Rust rounds the exact binary value, ties to even; the nudge turns written halves (0.25, 2.5) upwards.
    let nudged = value.abs() * (1.0 + f64::EPSILON);
    let text = format!("{nudged:.places$}");
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let mut written = group(lang, whole);
    if !fraction.is_empty() {
        written.push(lang.pick(',', '.'));
        written.push_str(fraction);
    }
    let is_zero = text.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    if value < 0.0 && !is_zero { format!("−{written}") } else { written }
}

/// A share from 0 to 1 as a percentage: `41,2 %` (the blank does not break) or `41.2%`.
pub fn percent(lang: Lang, share: f64, places: usize) -> String {
    if !share.is_finite() {
        return NOT_APPLICABLE.to_owned();
    }
    let number = decimal(lang, share * 100.0, places);
    lang.pick(format!("{number}\u{a0}%"), format!("{number}%"))
}

/// Cents as euros: `1.204,50 €` or `€1,204.50`.
pub fn euros(lang: Lang, cents: i64) -> String {
    let magnitude = cents.unsigned_abs();
    let (whole, rest) = (group(lang, &(magnitude / 100).to_string()), magnitude % 100);
    let sign = if cents < 0 { "−" } else { "" };
    lang.pick(format!("{sign}{whole},{rest:02}\u{a0}€"), format!("{sign}€{whole}.{rest:02}"))
}

/// A day in full: `15 maggio 2025`, `1º maggio 2025`, `15 May 2025`.
pub fn date(lang: Lang, day: Day) -> String {
    let (year, month) = Month::of(day).year_month();
    format!("{} {} {year}", ordinal_day(lang, day), month_word(lang, month))
}

/// A day without its year: `15 mag`, `15 May`.
pub fn date_short(lang: Lang, day: Day) -> String {
    let (_, month) = Month::of(day).year_month();
    format!("{} {}", day.format("%-d"), month_short(lang, month))
}

/// A month: `maggio 2025`, `May 2025`.
pub fn month(lang: Lang, value: Month) -> String {
    let (year, number) = value.year_month();
    format!("{} {year}", month_word(lang, number))
}

/// A period: `1 gen–30 set 2025`, `7 ott 2024–6 feb 2025`, a single day in full.
pub fn period(lang: Lang, value: &Period) -> String {
    if value.from == value.to {
        return date(lang, value.from);
    }
    let ((first_year, first), (last_year, last)) =
        (Month::of(value.from).year_month(), Month::of(value.to).year_month());
    let end = format!("{} {last_year}", date_short(lang, value.to));
    if first_year != last_year {
        format!("{} {first_year}–{end}", date_short(lang, value.from))
    } else if first != last {
        format!("{}–{end}", date_short(lang, value.from))
    } else {
        format!("{}–{end}", value.from.format("%-d"))
    }
}

/// A moment by the clock of Italy: `14 ottobre 2025, 09:12`.
pub fn moment(lang: Lang, value: Timestamp) -> String {
    format!("{}, {}", date(lang, value.day()), value.local().format("%H:%M"))
}

/// What nobody recorded: a value of its own, never 0 and never empty.
pub fn unknown(lang: Lang) -> &'static str {
    lang.pick("non rilevato", "not recorded")
}

/// A count too small to be shown: `<5`; the page says why at its foot.
pub fn protected(threshold: u32) -> String {
    format!("<{threshold}")
}

fn group(lang: Lang, digits: &str) -> String {
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(lang.pick('.', ','));
        }
        grouped.push(digit);
    }
    grouped
}

fn ordinal_day(lang: Lang, day: Day) -> String {
    let number = day.format("%-d").to_string();
    if lang == Lang::It && number == "1" { "1º".to_owned() } else { number }
}

fn month_word(lang: Lang, number: u32) -> &'static str {
    let index = usize::try_from(number).unwrap_or(1).clamp(1, 12) - 1;
    lang.pick(&MONTHS_IT, &MONTHS_EN)[index]
}

/// Three letters are enough, and usual, in both languages.
fn month_short(lang: Lang, number: u32) -> &'static str {
    &month_word(lang, number)[..3]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn numbers_are_written_as_each_language_writes_them() {
        for (value, it, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1204, "1.204", "1,204"),
            (-1_234_567, "−1.234.567", "−1,234,567"),
        ] {
            assert_eq!((integer(Lang::It, value).as_str(), integer(Lang::En, value).as_str()), (it, en));
        }
        assert_eq!(decimal(Lang::It, 1234.5, 1), "1.234,5");
        assert_eq!(decimal(Lang::En, 1234.5, 1), "1,234.5");
        assert_eq!(decimal(Lang::It, 2.5, 0), "3");
        assert_eq!(decimal(Lang::It, 1.005, 2), "1,01");
        assert_eq!(decimal(Lang::It, -0.04, 1), "0,0");
        assert_eq!(decimal(Lang::It, f64::NAN, 1), "–");
        assert_eq!(percent(Lang::It, 0.412, 1), "41,2\u{a0}%");
        assert_eq!(percent(Lang::En, 0.412, 1), "41.2%");
        assert_eq!(euros(Lang::It, -120_450), "−1.204,50\u{a0}€");
        assert_eq!(euros(Lang::En, 7), "€0.07");
    }

    #[test]
    fn days_and_periods_are_written_as_each_language_writes_them() {
        assert_eq!(date(Lang::It, day("2025-05-15")), "15 maggio 2025");
        assert_eq!(date(Lang::It, day("2025-05-01")), "1º maggio 2025");
        assert_eq!(date(Lang::En, day("2025-05-01")), "1 May 2025");
        assert_eq!(date_short(Lang::It, day("2025-05-15")), "15 mag");
        assert_eq!(month(Lang::It, "2025-03".parse().unwrap()), "marzo 2025");
        for (text, it, en) in [
            ("2025-01..2025-09", "1 gen–30 set 2025", "1 Jan–30 Sep 2025"),
            ("2024-10-07..2025-02-06", "7 ott 2024–6 feb 2025", "7 Oct 2024–6 Feb 2025"),
            ("2025-03", "1–31 mar 2025", "1–31 Mar 2025"),
            ("2025-03-14", "14 marzo 2025", "14 March 2025"),
        ] {
            let value: Period = text.parse().unwrap();
            assert_eq!((period(Lang::It, &value).as_str(), period(Lang::En, &value).as_str()), (it, en));
        }
        let at = Timestamp::from_micros(1_760_425_920_000_000); // 2025-10-14T07:12:00Z
        assert_eq!(moment(Lang::It, at), "14 ottobre 2025, 09:12");
    }

    proptest! {
        #[test]
        fn a_written_integer_reads_back(value in any::<i64>()) {
            for lang in Lang::ALL {
                let plain: String =
                    integer(lang, value).chars().filter(|c| !matches!(c, '.' | ',')).collect();
                prop_assert_eq!(plain.replace('−', "-").parse::<i64>().unwrap(), value);
            }
        }

        #[test]
        fn a_written_decimal_is_within_half_a_unit(value in -1e9..1e9f64, places in 0usize..5) {
            let text = decimal(Lang::En, value, places).replace(',', "").replace('−', "-");
            let back: f64 = text.parse().unwrap();
            // A large value has no more places of its own than a double holds.
            let held = value.abs() * f64::EPSILON;
            prop_assert!((back - value).abs() <= 0.500_001 * 0.1f64.powi(places.try_into().unwrap()) + held);
        }
    }
}
