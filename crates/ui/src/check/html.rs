//! Pages: sound HTML that a screen reader can follow and our own security policy accepts.

use std::collections::{BTreeMap, BTreeSet};

const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "source", "wbr"];
const FIELDS: [&str; 3] = ["input", "select", "textarea"];
const REFERENCES: [&str; 4] = ["for", "aria-labelledby", "aria-describedby", "aria-controls"];

struct Tag<'a> {
    name: &'a str,
    attributes: BTreeMap<&'a str, &'a str>,
    is_end: bool,
    closes_itself: bool,
}

/// The faults of a page or of a piece of one: tags that do not match, identifiers used twice or pointing
/// nowhere, fields without a label, headings out of order, pictures without words, scripts and styles in
/// the page, messages without a text. A whole page (it has `<html`) also needs a language and one `h1`.
pub fn page(html: &str) -> Vec<String> {
    let tags = tags(html);
    let mut faults = Vec::new();
    balance(&tags, &mut faults);
    references(&tags, &mut faults);
    headings(&tags, html.contains("<html"), &mut faults);
    for tag in tags.iter().filter(|tag| !tag.is_end) {
        policy(tag, &mut faults);
        words(tag, &tags, &mut faults);
    }
    faults.extend(
        html.split('⟦')
            .skip(1)
            .map(|piece| format!("the message {} has no text", piece.split('⟧').next().unwrap_or_default())),
    );
    faults
}

fn balance(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let mut open = Vec::new();
    for tag in tags.iter().filter(|tag| !tag.closes_itself && !VOID.contains(&tag.name)) {
        if !tag.is_end {
            open.push(tag.name);
        } else if open.pop() != Some(tag.name) {
            faults.push(format!("</{}> closes nothing here", tag.name));
            return;
        }
    }
    faults.extend(open.last().map(|name| format!("<{name}> is never closed")));
}

fn references(tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for id in tags.iter().filter_map(|tag| tag.attributes.get("id")) {
        if !ids.insert(*id) {
            faults.push(format!("the identifier {id} is used twice"));
        }
    }
    for tag in tags {
        for name in REFERENCES {
            let targets = tag.attributes.get(name).map(|targets| targets.split_whitespace());
            for target in targets.into_iter().flatten().filter(|target| !ids.contains(target)) {
                faults.push(format!("{name}=\"{target}\" of <{}> points nowhere", tag.name));
            }
        }
    }
}

fn headings(tags: &[Tag<'_>], is_whole: bool, faults: &mut Vec<String>) {
    let level = |tag: &Tag<'_>| tag.name.strip_prefix('h')?.parse::<u8>().ok();
    let levels: Vec<u8> = tags.iter().filter(|tag| !tag.is_end).filter_map(level).collect();
    for pair in levels.windows(2).filter(|pair| pair[1] > pair[0] + 1) {
        faults.push(format!("h{} follows h{}", pair[1], pair[0]));
    }
    if is_whole {
        let firsts = levels.iter().filter(|level| **level == 1).count();
        if firsts != 1 {
            faults.push(format!("a page has one h1, this has {firsts}"));
        }
        if !tags.iter().any(|tag| tag.name == "html" && tag.attributes.contains_key("lang")) {
            faults.push("the page does not say its language".to_owned());
        }
    }
}

fn policy(tag: &Tag<'_>, faults: &mut Vec<String>) {
    if tag.name == "style" || (tag.name == "script" && !tag.attributes.contains_key("src")) {
        faults.push(format!("<{}> in the page is refused by the security policy", tag.name));
    }
    for name in tag.attributes.keys().filter(|name| **name == "style" || name.starts_with("on")) {
        faults.push(format!("the attribute {name} of <{}> is refused by the security policy", tag.name));
    }
}

fn words(tag: &Tag<'_>, tags: &[Tag<'_>], faults: &mut Vec<String>) {
    let has = |name| tag.attributes.get(name).is_some_and(|value| !value.is_empty());
    let is_named = has("aria-label") || has("aria-labelledby");
    if FIELDS.contains(&tag.name) && !matches!(tag.attributes.get("type"), Some(&("hidden" | "submit"))) {
        let id = tag.attributes.get("id");
        let is_labelled = id.is_some()
            && tags.iter().any(|label| label.name == "label" && label.attributes.get("for") == id);
        if !is_named && !is_labelled {
            faults.push(format!("<{} name={:?}> has no label", tag.name, tag.attributes.get("name")));
        }
    }
    if tag.name == "img" && !tag.attributes.contains_key("alt") {
        faults.push("<img> has no alt".to_owned());
    }
    if tag.attributes.get("role") == Some(&"region") && !is_named {
        faults.push("a region has no name".to_owned());
    }
}

/// The tags in order. Enough for the HTML that our templates write: quoted attributes, no comments in tags.
fn tags(html: &str) -> Vec<Tag<'_>> {
    let mut tags = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        rest = &rest[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let is_end = rest.starts_with('/');
        let body = rest.trim_start_matches('/');
        if !body.starts_with(|first: char| first.is_ascii_alphabetic()) {
            continue;
        }
        let name_end = body.find(|c: char| c.is_whitespace() || c == '>' || c == '/').unwrap_or(body.len());
        let (name, body) = body.split_at(name_end);
        let (attributes, closes_itself, after) = attributes(body);
        tags.push(Tag { name, attributes, is_end, closes_itself });
        rest = after;
    }
    tags
}

/// The attributes of a tag, whether it closes itself, and what follows it.
fn attributes(mut body: &str) -> (BTreeMap<&str, &str>, bool, &str) {
    let mut found = BTreeMap::new();
    let mut closes_itself = false;
    loop {
        body = body.trim_start();
        if let Some(after) = body.strip_prefix('>') {
            return (found, closes_itself, after);
        }
        if let Some(after) = body.strip_prefix('/') {
            closes_itself = true;
            body = after;
            continue;
        }
        let end =
            body.find(|c: char| c.is_whitespace() || matches!(c, '=' | '>' | '/')).unwrap_or(body.len());
        if end == 0 {
            return (found, closes_itself, "");
        }
        let (name, after) = body.split_at(end);
        let (value, after) = match after.strip_prefix('=') {
            Some(quoted) => {
                let quote = if quoted.starts_with('\'') { '\'' } else { '"' };
                let inside = quoted.strip_prefix(quote).unwrap_or(quoted);
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            None => ("", after),
        };
        found.insert(name, value);
        body = after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_page_has_no_fault() {
        let html = "<!doctype html><html lang=\"it\"><body><!-- <b> --><h1>Bari</h1><h2 id=\"a\">A</h2><h3>B</h3><h2>C</h2>\
            <div role=\"region\" aria-labelledby=\"a\"><label for=\"x\">X</label><input id='x' disabled></div>\
            <svg><path d=\"M0 0\"/></svg><img src=\"/a\" alt=\"\"></body></html>";
        assert_eq!(page(html), Vec::<String>::new());
    }

    #[test]
    fn every_kind_of_fault_is_found() {
        for (html, fault) in [
            ("<p><b>x</p></b>", "</p> closes nothing here"),
            ("<p>x", "<p> is never closed"),
            ("<p id=\"a\"></p><p id=\"a\"></p>", "the identifier a is used twice"),
            ("<label for=\"a\">x</label>", "for=\"a\" of <label> points nowhere"),
            ("<h2>x</h2><h4>y</h4>", "h4 follows h2"),
            ("<html lang=\"it\"></html>", "a page has one h1, this has 0"),
            ("<html><h1>x</h1></html>", "the page does not say its language"),
            ("<style>p{}</style>", "<style> in the page is refused by the security policy"),
            ("<p style=\"color:red\">x</p>", "the attribute style of <p> is refused by the security policy"),
            ("<input name=\"a\">", "<input name=Some(\"a\")> has no label"),
            ("<img src=\"a\">", "<img> has no alt"),
            ("<div role=\"region\"></div>", "a region has no name"),
            ("<p>⟦x-y⟧</p>", "the message x-y has no text"),
        ] {
            assert_eq!(page(html), [fault], "{html}");
        }
    }
}
