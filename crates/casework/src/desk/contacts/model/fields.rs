//! The fields of a form as they were sent: in order, and some of them several times.

/// What a browser sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// The first value of a field, without blanks around it; empty if it was not sent.
    pub fn get(&self, name: &str) -> &str {
        let found = self.0.iter().find(|(sent, _)| sent == name);
        found.map_or("", |(_, value)| value.trim())
    }

    /// Every value of a field, in order.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(sent, _)| sent == name).map(|(_, value)| value.trim())
    }

    /// Whether a box was ticked.
    pub fn is_ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// One text that two sendings share exactly when they say the same, whatever the order of their fields.
    pub fn canonical(&self) -> String {
        let mut sent: Vec<_> = self.0.iter().map(|(name, value)| (name.as_str(), value.trim())).collect();
        sent.retain(|(_, value)| !value.is_empty());
        sent.sort_unstable();
        // Neither a name nor a value holds this letter: browsers send no control characters in names, and a
        // value with one would only make two equal sendings look different.
        sent.iter().map(|(name, value)| format!("{name}\u{1f}{value}\u{1e}")).collect()
    }
}
