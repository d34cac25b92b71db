//! Through which door requests come.

/// How the server is reached.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Door {
    /// Plain HTTP, from this computer alone, under its own names.
    #[default]
    ThisComputer,
    /// TLS, under one name.
    Named {
        /// The host people type.
        host: String,
        /// Whether a proxy in front ends the TLS, and says so of every request.
        behind_proxy: bool,
    },
}

impl Door {
    /// Whether all requests come over TLS.
    pub const fn is_tls(&self) -> bool {
        matches!(self, Self::Named { .. })
    }
}
