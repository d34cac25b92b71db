//! Statements over identities that a provider vouches for.

store::statements! {
    /// The account of somebody at a provider.
    pub ACCOUNT = "select account from provider_identity where issuer = $1 and subject = $2";
    /// Remembers whose account it is.
    pub INSERT = "insert into provider_identity (issuer, subject, account, created_at) values ($1, $2, $3, $4)";
}
