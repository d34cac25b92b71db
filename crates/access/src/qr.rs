//! A text as a QR code, drawn as SVG with presentation attributes alone: the security policy allows no style.

use qrcode::{Color, EcLevel, QrCode};
use ui::parts::Markup;

/// The quiet zone that readers need around the code, in modules (ISO/IEC 18004).
const QUIET: usize = 4;

/// The picture, with words for those who cannot see it; nothing for a text that is too long for one.
pub fn svg(text: &str, words: &str) -> Option<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
    let (width, side) = (code.width(), code.width() + 2 * QUIET);
    let mut path = String::new();
    for (place, _) in code.to_colors().iter().enumerate().filter(|(_, color)| **color == Color::Dark) {
        path.push_str(&format!("M{} {}h1v1h-1z", place % width + QUIET, place / width + QUIET));
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    Some(Markup(format!(
        "<svg viewBox=\"0 0 {side} {side}\" width=\"240\" height=\"240\" role=\"img\" aria-label=\"{words}\" \
         shape-rendering=\"crispEdges\"><path d=\"M0 0h{side}v{side}H0z\" fill=\"#ffffff\"/>\
         <path d=\"{path}\" fill=\"#000000\"/></svg>"
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_drawn_without_styles() {
        let Markup(svg) =
            svg("otpauth://totp/LGNet:awa?secret=GEZDGNBV&issuer=LGNet", "un \"codice\"").unwrap();
        assert_eq!(ui::check::page(&svg), Vec::<String>::new());
        assert!(svg.contains("aria-label=\"un &quot;codice&quot;\"") && !svg.contains("style"));
        assert!(super::svg(&"x".repeat(10_000), "").is_none());
    }
}
