//! The small values: nothing, gender, length of time, marks.

use chrono::Timelike;
use documents::sheets::{Cell, NO_DAY};
use kernel::Gender;
use kernel::text::fold;

/// Whether the text says that nothing was recorded.
pub(super) fn is_missing(text: &str) -> bool {
    const LONGEST_FORM: usize = 32;
    if text.len() > LONGEST_FORM {
        return !text.chars().any(char::is_alphanumeric);
    }
    matches!(
        fold(text).as_str(),
        "" | "nd"
            | "n d"
            | "na"
            | "n a"
            | "np"
            | "n p"
            | "nr"
            | "n r"
            | "nc"
            | "n c"
            | "null"
            | "none"
            | "non rilevato"
            | "non rilevata"
            | "non noto"
            | "non nota"
            | "non indicato"
            | "non indicata"
            | "non dichiarato"
            | "non dichiarata"
            | "non disponibile"
            | "non specificato"
            | "non specificata"
            | "non pervenuto"
            | "non pervenuta"
            | "non conosciuto"
            | "non conosciuta"
            | "sconosciuto"
            | "sconosciuta"
            | "ignoto"
            | "ignota"
            | "non so"
            | "da verificare"
            | "unknown"
            | "not recorded"
            | "not known"
            | "missing"
            | "vuoto"
            | "non risponde"
    )
}

/// The gender that a text says.
pub(super) fn gender(text: &str) -> Option<Gender> {
    Some(match fold(text).as_str() {
        "f" | "femmina" | "femmine" | "donna" | "d" | "female" | "woman" | "femminile" | "fem" | "girl"
        | "ragazza" | "bambina" | "w" => Gender::F,
        "m" | "maschio" | "maschi" | "uomo" | "u" | "male" | "man" | "maschile" | "masc" | "mas" | "boy"
        | "ragazzo" | "bambino" => Gender::M,
        "x" | "altro" | "altra" | "altro genere" | "non binario" | "non binaria" | "non binary" | "nb"
        | "other" | "trans" | "transgender" | "t" | "mtf" | "ftm" => Gender::X,
        _ => return None,
    })
}

/// Why a cell is no length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoLength {
    Unreadable,
    Negative,
    TooMany,
}

/// A day and night, in minutes.
const LONGEST: f64 = 1440.0;

/// Minutes of a cell that is not blank; a number without a unit is as many minutes as `unit`.
pub(super) fn minutes(cell: &Cell, unit: f64) -> Result<u32, NoLength> {
    let length = match cell {
        Cell::Number(number) => number * unit,
        Cell::Moment(moment) if moment.date() == NO_DAY => {
            f64::from(moment.num_seconds_from_midnight()) / 60.0
        }
        Cell::Text(text) => written(text, unit).ok_or(NoLength::Unreadable)?,
        _ => return Err(NoLength::Unreadable),
    };
    if length < 0.0 {
        Err(NoLength::Negative)
    } else if length > LONGEST {
        Err(NoLength::TooMany)
    } else if length.is_nan() || (length > 0.0 && length < 0.5) {
        Err(NoLength::Unreadable)
    } else {
        Ok(length.round() as u32)
    }
}

/// `30`, `30 min`, `30'`, `1h`, `1h30`, `1:30`, `0,5 h`, `1 ora e 30 minuti`, `mezz'ora`.
fn written(text: &str, unit: f64) -> Option<f64> {
    let text = text.trim().to_lowercase().replace(',', ".").replace(['’', '′', '`'], "'");
    if text.len() > 40 {
        return None;
    }
    if let Some((hours, minutes)) = text.split_once(':') {
        let minutes = minutes.split(':').next()?.trim().trim_end_matches(['h', 'm']);
        let (hours, minutes): (u32, u32) = (hours.trim().parse().ok()?, minutes.parse().ok()?);
        return (minutes < 60).then(|| f64::from(hours) * 60.0 + f64::from(minutes));
    }
    let text = text.replace(" e mezza", " e 30 min").replace(" e mezzo", " e 30 min");
    let text = text.trim_start_matches("circa").trim_start_matches(['~', '±']);
    let text = text.trim_end_matches('.').trim_end_matches(" ca").trim_end_matches(" circa").trim();
    match text {
        "mezz'ora" | "mezzora" | "mezza ora" | "1/2 ora" | "1/2 h" | "½ ora" | "½ h" => return Some(30.0),
        "un quarto d'ora" | "1/4 d'ora" | "1/4 ora" => return Some(15.0),
        "tre quarti d'ora" | "3/4 d'ora" | "3/4 ora" => return Some(45.0),
        "un'ora" | "un ora" | "una ora" => return Some(60.0),
        _ => {}
    }
    let (sign, body) = match text.strip_prefix(['-', '−']) {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (mut total, mut hours_seen, mut any) = (0.0, false, false);
    let mut rest = body.trim();
    while !rest.is_empty() {
        let end = rest.find(|letter: char| !letter.is_ascii_digit() && letter != '.').unwrap_or(rest.len());
        let value: f64 = rest[..end].parse().ok()?;
        let tail = rest[end..].trim_start();
        let end = tail.find(|letter: char| letter.is_ascii_digit()).unwrap_or(tail.len());
        let name = tail[..end].trim().trim_end_matches([' ', '.']).trim_end_matches(" e").trim_end();
        total += value
            * match name {
                "" if hours_seen => 1.0,
                "" => unit,
                "h" | "hh" | "ora" | "ore" | "hour" | "hours" | "hr" | "hrs" | "h e" => {
                    hours_seen = true;
                    60.0
                }
                "m" | "min" | "mins" | "minuti" | "minuto" | "minutes" | "minute" | "'" => 1.0,
                _ => return None,
            };
        any = true;
        rest = tail[end..].trim();
    }
    any.then_some(sign * total)
}

/// Whether a cell of a column of marks holds a mark; nothing if it is neither a mark nor the lack of one.
pub(super) fn mark(cell: &Cell) -> Option<bool> {
    match cell {
        Cell::Empty => Some(false),
        Cell::Bool(truth) => Some(*truth),
        Cell::Number(number) if *number == 0.0 => Some(false),
        Cell::Number(number) if *number == 1.0 => Some(true),
        Cell::Text(text) => match text.trim().to_lowercase().trim_end_matches('.') {
            "x" | "xx" | "1" | "s" | "si" | "sì" | "sí" | "si'" | "y" | "yes" | "v" | "ok" | "*" | "true"
            | "vero" | "✓" | "✔" | "✔\u{fe0f}" | "☑" | "☒" | "✗" | "✘" | "✕" | "✖" | "×" | "●" | "•"
            | "■" | "х" => Some(true),
            "" | "0" | "n" | "no" | "-" | "--" | "–" | "—" | "/" | "false" | "falso" | "☐" => {
                Some(false)
            }
            _ => None,
        },
        _ => None,
    }
}
