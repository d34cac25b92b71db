//! Statements over wrapped keys.

crate::statements! {
    /// Every wrapped key; `settled_at` is null while values still wait to be sealed with it.
    pub KEYS = "select city, purpose, generation, wrapped, master, settled_at from vault_key \
        order by city, purpose, generation";
    /// Keeps a wrapped key, unless somebody was quicker.
    pub KEEP_KEY = "insert into vault_key (city, purpose, generation, wrapped, master, made_at, settled_at) \
        values ($1, $2, $3, $4, $5, $6, $7) on conflict (city, purpose, generation) do nothing";
    /// Wraps a key anew.
    pub REWRAP = "update vault_key set wrapped = $4, master = $5 \
        where city = $1 and purpose = $2 and generation = $3";
    /// Everything of a city is sealed with this data key.
    pub SETTLE = "update vault_key set settled_at = $3 \
        where city = $1 and purpose = 'data' and generation = $2";
    /// Lets go of data keys that nothing is sealed with.
    pub DROP_KEYS = "delete from vault_key where city = $1 and purpose = 'data' and generation < $2";
}
