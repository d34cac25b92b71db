//! The points of access of a city that are known: those the catalogue names, those contacts were recorded at,
//! and those somebody of the city works at.

use std::collections::BTreeMap;

use kernel::text;

/// A point of access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Point {
    /// As contacts keep it: the folded name.
    pub code: String,
    /// As it is read.
    pub name: String,
}

/// The points of one city, in the order of their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points(BTreeMap<String, String>);

impl Points {
    /// The points that the catalogue names in full, and those known only as contacts keep them.
    pub fn of<'a>(
        named: impl IntoIterator<Item = &'a str>,
        folded: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let mut points = BTreeMap::new();
        for name in named {
            points.entry(text::fold(name)).or_insert_with(|| name.to_owned());
        }
        for code in folded {
            let code = text::fold(code);
            points.entry(code.clone()).or_insert_with(|| capitalised(&code));
        }
        points.remove("");
        Self(points)
    }

    /// The code of a point that is known here; nothing for one that is not.
    pub fn known(&self, code: &str) -> Option<&str> {
        self.0.get_key_value(code).map(|(code, _)| code.as_str())
    }

    /// The name of a point; what contacts keep, where it is not known any more.
    pub fn name(&self, code: &str) -> String {
        self.0.get(code).cloned().unwrap_or_else(|| capitalised(code))
    }

    /// All of them, by name.
    pub fn list(&self) -> Vec<Point> {
        let mut list: Vec<Point> =
            self.0.iter().map(|(code, name)| Point { code: code.clone(), name: name.clone() }).collect();
        list.sort_by_key(|point| text::fold(&point.name));
        list
    }
}

fn capitalised(code: &str) -> String {
    let mut letters = code.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
