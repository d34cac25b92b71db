//! Statements over wrapped keys.

crate::statements! {
    /// Every wrapped key.
    pub KEYS = "select city, purpose, generation, wrapped, master from vault_key order by city, purpose, generation";
    /// Keeps a wrapped key, unless somebody was quicker.
    pub KEEP_KEY = "insert into vault_key (city, purpose, generation, wrapped, master, made_at) \
        values ($1, $2, $3, $4, $5, $6) on conflict (city, purpose, generation) do nothing";
}
