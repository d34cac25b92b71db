//! From Markdown to the HTML of a page: headings with anchors, pictures from the handbook's own folder, links
//! between chapters. HTML inside the text is shown as text.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// A section of a chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub text: String,
}

/// What stands under a heading, as words to search in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Piece {
    /// The anchor of the heading; empty before the first.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// The words under it.
    pub text: String,
}

/// A text, rendered.
#[derive(Debug, Default)]
pub(crate) struct Rendered {
    pub(crate) title: String,
    pub(crate) summary: String,
    pub(crate) sections: Vec<Heading>,
    pub(crate) pieces: Vec<Piece>,
    pub(crate) html: String,
}

/// Renders a text; `size` gives width and height of a picture by its file name, so that nothing jumps when it comes.
pub(crate) fn render(text: &str, size: impl Fn(&str) -> Option<(u32, u32)>) -> Rendered {
    let events: Vec<Event<'_>> = Parser::new_ext(text, Options::ENABLE_TABLES).collect();
    let mut rendered = Rendered { pieces: vec![Piece::default()], ..Rendered::default() };
    let mut shown = Vec::with_capacity(events.len());
    let mut at = 0;
    while at < events.len() {
        match &events[at] {
            Event::Start(Tag::Heading { level, .. }) => {
                let end = end_of(&events, at, |end| matches!(end, TagEnd::Heading(_)));
                let words = words(&events[at..end]);
                if *level == HeadingLevel::H1 {
                    rendered.title = words;
                    at = end + 1;
                    continue;
                }
                let id = anchor(&words);
                rendered.pieces.push(Piece { id: id.clone(), heading: words.clone(), text: String::new() });
                if *level == HeadingLevel::H2 {
                    rendered.sections.push(Heading { id: id.clone(), text: words });
                }
                let (level, classes, attrs) = (*level, Vec::new(), Vec::new());
                shown.push(Event::Start(Tag::Heading { level, id: Some(id.into()), classes, attrs }));
                shown.extend(events[at + 1..end].iter().cloned());
                at = end;
                continue;
            }
            Event::Start(Tag::Paragraph) if rendered.summary.is_empty() => {
                let end = end_of(&events, at, |end| matches!(end, TagEnd::Paragraph));
                rendered.summary = words(&events[at..end]);
                shown.push(events[at].clone());
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let dest_url = chapter_address(dest_url);
                let (link_type, title, id) = (*link_type, title.clone(), id.clone());
                shown.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                let end = end_of(&events, at, |end| matches!(end, TagEnd::Image));
                let alt = words(&events[at..end]);
                shown.push(Event::Html(image(dest_url, &alt, &size).into()));
                at = end + 1;
                continue;
            }
            Event::Html(raw) | Event::InlineHtml(raw) => shown.push(Event::Text(raw.clone())),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            other => {
                if let (Event::Text(text) | Event::Code(text), Some(piece)) =
                    (other, rendered.pieces.last_mut())
                {
                    piece.text.push_str(text);
                }
                shown.push(other.clone());
            }
        }
        let ends = matches!(
            &events[at],
            Event::SoftBreak
                | Event::End(TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell | TagEnd::CodeBlock)
        );
        if let Some(piece) = rendered.pieces.last_mut().filter(|_| ends) {
            piece.text.push(' ');
        }
        at += 1;
    }
    html::push_html(&mut rendered.html, shown.into_iter());
    // A wide table or a long line scrolls in its own frame, reachable by keyboard.
    let table = "<div class=\"l-frame\" tabindex=\"0\"><table class=\"table\">";
    rendered.html = rendered.html.replace("<table>", table).replace("</table>", "</table></div>");
    rendered.html = rendered.html.replace("<pre>", "<pre tabindex=\"0\">");
    rendered
}

/// A picture that comes when it is near, in a frame of its size.
fn image(file: &str, alt: &str, size: impl Fn(&str) -> Option<(u32, u32)>) -> String {
    let escape = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;");
    let size = size(file).map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
    let (file, alt, size) = (escape(file), escape(alt), size.unwrap_or_default());
    // On a small screen the picture alone can be made larger.
    let picture = format!("<img src=\"/manuale/{file}\" alt=\"{alt}\"{size} loading=\"lazy\">");
    format!("<a href=\"/manuale/{file}\">{picture}</a>")
}

/// The position of the event that ends what starts at `from`.
fn end_of(events: &[Event<'_>], from: usize, ends: impl Fn(&TagEnd) -> bool) -> usize {
    let found = events[from..].iter().position(|event| matches!(event, Event::End(end) if ends(end)));
    found.map_or(events.len().saturating_sub(1), |found| from + found)
}

fn words(events: &[Event<'_>]) -> String {
    let mut words = String::new();
    for event in events {
        match event {
            Event::Text(text) | Event::Code(text) => words.push_str(text),
            Event::SoftBreak | Event::HardBreak => words.push(' '),
            _ => {}
        }
    }
    words
}

/// `02-accesso.md#codice` is `/manuale/accesso#codice`; addresses of the program and others stay.
fn chapter_address<'a>(link: &CowStr<'a>) -> CowStr<'a> {
    let (file, anchor) = link.split_once('#').map_or((&**link, None), |(file, anchor)| (file, Some(anchor)));
    let Some(bare) = file.strip_suffix(".md").filter(|file| !file.contains('/')) else { return link.clone() };
    let slug = bare.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    let anchor = anchor.map(|anchor| format!("#{anchor}")).unwrap_or_default();
    format!("/manuale/{slug}{anchor}").into()
}

/// An anchor from words: lower case, one hyphen between words, as the hosts of the source show it too.
fn anchor(words: &str) -> String {
    let lower = words.to_lowercase();
    let kept = lower.chars().filter(|c| c.is_alphanumeric() || *c == ' ' || *c == '-');
    kept.map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chapter_gets_title_summary_anchors_and_addresses() {
        let text = "# Il titolo\n\nPrima *frase* qui.\n\n## Una sezione: due parole\n\n[altrove](02-accesso.md#codice) \
                    [fuori](/persone) ![una persona](figure/a.png)\n\n<script>x</script>\n\n|a|b|\n|-|-|\n|1|2|\n";
        let rendered = render(text, |file| (file == "figure/a.png").then_some((960, 640)));
        assert_eq!(rendered.title, "Il titolo");
        assert_eq!(rendered.summary, "Prima frase qui.");
        let section = Heading { id: "una-sezione-due-parole".into(), text: "Una sezione: due parole".into() };
        assert_eq!(rendered.sections, [section]);
        for part in [
            "<h2 id=\"una-sezione-due-parole\">",
            "href=\"/manuale/accesso#codice\"",
            "href=\"/persone\"",
            "<img src=\"/manuale/figure/a.png\" alt=\"una persona\" width=\"960\" height=\"640\" loading=\"lazy\">",
            "&lt;script&gt;",
            "<div class=\"l-frame\" tabindex=\"0\"><table",
        ] {
            assert!(rendered.html.contains(part), "{part} not in {}", rendered.html);
        }
        assert!(!rendered.html.contains("<h1"));
        let piece = &rendered.pieces[1];
        assert_eq!(
            (piece.id.as_str(), piece.text.contains("altrove fuori")),
            ("una-sezione-due-parole", true)
        );
    }
}
