//! Statements over sessions.

store::statements! {
    /// A session of somebody, with what they are now: one question a request.
    pub FIND = "select s.id, s.seen_at, s.expires_at, s.second_factor, a.id, a.login, a.name, a.role, a.city, \
        a.offices from session s join account a on a.id = s.account where s.token = $1 and a.state = 'active'";
    /// A new session.
    pub INSERT = "insert into session (token, id, account, opened_at, seen_at, expires_at, second_factor, device) \
        values ($1, $2, $3, $4, $4, $5, $6, $7)";
    /// Whether an account may be used.
    pub IS_ACTIVE = "select 1 from account where id = $1 and state = 'active'";
    /// It was used.
    pub SEEN = "update session set seen_at = $2 where token = $1 and seen_at < $2";
    /// Ends one, by its token.
    pub END = "delete from session where token = $1";
    /// Ends one of an account.
    pub END_ONE = "delete from session where id = $1 and account = $2";
    /// Ends all of an account.
    pub END_ALL = "delete from session where account = $1";
    /// Those of an account, the newest first.
    pub OF_ACCOUNT = "select id, opened_at, seen_at, expires_at, second_factor, device from session \
        where account = $1 order by opened_at desc, id";
    /// Forgets those whose time is over.
    pub FORGET_OLD = "delete from session where expires_at < $1";
}
