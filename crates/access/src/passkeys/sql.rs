//! Statements over passkeys.

store::statements! {
    /// A new one.
    pub INSERT = "insert into passkey (id, account, credential_id, credential, name, created_at) \
        values ($1, $2, $3, $4, $5, $6)";
    /// Those of an account, as pages show them.
    pub LIST = "select id, name, created_at, used_at from passkey where account = $1 order by id";
    /// Those of an account, as devices are asked for them.
    pub OF_ACCOUNT = "select id, account, credential from passkey where account = $1 order by id";
    /// The one a device speaks of, of an account that may sign in.
    pub BY_CREDENTIAL = "select p.id, p.account, p.credential from passkey p join account a on a.id = p.account \
        where p.credential_id = $1 and a.state = 'active'";
    /// It signed somebody in; its counter moved.
    pub USED = "update passkey set credential = $2, used_at = $3 where id = $1";
    /// Takes all of an account away.
    pub DELETE_ALL = "delete from passkey where account = $1";
    /// Takes one of an account away.
    pub DELETE = "delete from passkey where id = $1 and account = $2";
}
