//! A small check that a drawing is well-formed XML, and what its texts and attributes say.

/// What stands in a drawing.
#[derive(Debug, Default)]
pub struct Parsed {
    /// Names of the elements, in order.
    pub elements: Vec<String>,
    /// Attributes as (element, name, value).
    pub attributes: Vec<(String, String, String)>,
    /// Character data, still escaped.
    pub texts: Vec<String>,
}

impl Parsed {
    /// How many elements have this name.
    pub fn count(&self, name: &str) -> usize {
        self.elements.iter().filter(|element| *element == name).count()
    }

    /// The values of an attribute on any element.
    pub fn values(&self, name: &str) -> Vec<&str> {
        self.attributes.iter().filter(|a| a.1 == name).map(|a| a.2.as_str()).collect()
    }
}

/// Reads a drawing, or says what is wrong with it.
pub fn parse(svg: &str) -> Result<Parsed, String> {
    let mut parsed = Parsed::default();
    let mut open: Vec<String> = Vec::new();
    let mut rest = svg;
    while let Some(start) = rest.find('<') {
        check_text(&rest[..start])?;
        if start > 0 {
            parsed.texts.push(rest[..start].to_owned());
        }
        let end = rest[start..].find('>').ok_or("a tag without end")? + start;
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        if let Some(name) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(name) {
                return Err(format!("</{name}> closes nothing"));
            }
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        parsed.elements.push(name.to_owned());
        read_attributes(name, attributes, &mut parsed)?;
        if !closed {
            open.push(name.to_owned());
        }
    }
    check_text(rest)?;
    if open.is_empty() && rest.is_empty() { Ok(parsed) } else { Err(format!("left open: {open:?} {rest:?}")) }
}

fn read_attributes(element: &str, mut rest: &str, parsed: &mut Parsed) -> Result<(), String> {
    let mut seen = Vec::new();
    while !rest.trim().is_empty() {
        let (name, after) = rest.trim_start().split_once("=\"").ok_or(format!("odd attribute: {rest}"))?;
        let (value, after) = after.split_once('"').ok_or(format!("no closing quote: {rest}"))?;
        check_text(value)?;
        if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
            return Err(format!("odd attribute name: {name}"));
        }
        if seen.contains(&name) {
            return Err(format!("{name} twice in <{element}>"));
        }
        seen.push(name);
        parsed.attributes.push((element.to_owned(), name.to_owned(), value.to_owned()));
        if !after.is_empty() && !after.starts_with(' ') {
            return Err(format!("no space before {after}"));
        }
        rest = after;
    }
    Ok(())
}

fn check_text(text: &str) -> Result<(), String> {
    for (i, _) in text.match_indices('&') {
        let entity = text[i + 1..].split(';').next().unwrap_or("");
        if !["amp", "lt", "gt", "quot", "#39"].contains(&entity) {
            return Err(format!("odd entity &{entity}"));
        }
    }
    let forbidden = |c: char| c.is_control() || c == '\u{fffe}' || c == '\u{ffff}';
    if text.contains(forbidden) { Err("forbidden character".to_owned()) } else { Ok(()) }
}
