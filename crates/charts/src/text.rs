//! Escaping and the room that text takes.

/// Escapes text for an element or an attribute; characters that XML 1.0 forbids are left out.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// An identifier made of letters, digits, `-` and `_` only.
pub(crate) fn identifier(id: &str) -> String {
    let safe: String =
        id.chars().map(|c| if c.is_ascii_alphanumeric() || c == '_' { c } else { '-' }).collect();
    if safe.is_empty() { "chart".to_owned() } else { safe }
}

/// Width of a text, in the unit of `size`, a little above the advance widths of Titillium Web
/// semibold so that the fallback fonts fit as well.
pub(crate) fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size * 1.06
}

/// Advance width of a character in em.
fn advance(c: char) -> f64 {
    match c {
        ' ' | ',' | '.' | ':' | ';' | '!' | 'i' | 'j' | 'l' | 'I' | 'J' | '|' | '\'' | '(' | ')' => 0.27,
        '\u{a0}' | '\u{2009}' | '\u{202f}' | '·' | '’' => 0.27,
        'f' | 'r' | 't' | '[' | ']' | '{' | '}' => 0.38,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'L' | '-' | '/' | '*' | '?' => 0.48,
        'M' | 'W' | 'm' | 'w' | '@' | '%' => 0.85,
        'B' | 'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'R' => 0.67,
        c if (c as u32) < 0x250 => 0.58,
        // Arabic, Cyrillic and the like fit here; ideographs are as wide as the size.
        c if (c as u32) < 0x1100 => 0.68,
        _ => 1.0,
    }
}

/// The text, or as much of it as fits in `room` followed by an ellipsis.
pub(crate) fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut used = width("…", size);
    for c in text.chars() {
        used += advance(c) * size * 1.06;
        if used > room {
            break;
        }
        kept.push(c);
    }
    format!("{}…", kept.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_forbidden_characters_dropped() {
        assert_eq!(escape("a<b> & \"c\" 'd'\u{0}\n"), "a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39; ");
        assert_eq!(identifier("r 2.8<"), "r-2-8-");
        assert_eq!(identifier(""), "chart");
    }

    #[test]
    fn text_that_is_too_long_ends_with_an_ellipsis() {
        assert_eq!(fit("Bari", 13.0, 100.0), "Bari");
        let short = fit("Campobasso e dintorni", 13.0, 80.0);
        assert!(short.ends_with('…') && width(&short, 13.0) <= 80.0, "{short}");
    }
}
