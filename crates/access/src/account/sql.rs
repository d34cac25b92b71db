//! Statements over accounts, invitations and recovery codes.

use store::Bulk;

store::statements! {
    /// One account.
    pub ONE = "select id, login, name, role, city, offices, state, password_hash, totp_secret, totp_last_step, \
        created_at, created_by from account where id = $1";
    /// The account of a login.
    pub BY_LOGIN = "select id, login, name, role, city, offices, state, password_hash, totp_secret, \
        totp_last_step, created_at, created_by from account where login_key = $1";
    /// All accounts.
    pub EVERY = "select id, login, name, role, city, offices, state, password_hash, totp_secret, totp_last_step, \
        created_at, created_by from account order by login_key";
    /// The accounts of a city.
    pub OF_CITY = "select id, login, name, role, city, offices, state, password_hash, totp_secret, \
        totp_last_step, created_at, created_by from account where city = $1 order by login_key";
    /// A new account; a login that is there already adds nothing.
    pub INSERT = "insert into account (id, login, login_key, name, role, city, offices, state, created_at, \
        created_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (login_key) do nothing";
    /// What somebody is and where.
    pub CHANGE = "update account set name = $2, role = $3, city = $4, offices = $5 where id = $1";
    /// Stops or restarts it.
    pub SET_STATE = "update account set state = $2 where id = $1 and state <> $2";
    /// Another password.
    pub SET_PASSWORD = "update account set password_hash = $2 where id = $1";
    /// Another second factor.
    pub SET_TOTP = "update account set totp_secret = $2, totp_last_step = $3 where id = $1";
    /// A step of the second factor is used up; nothing happens if it was.
    pub USE_STEP = "update account set totp_last_step = $2 where id = $1 \
        and (totp_last_step is null or totp_last_step < $2)";
    /// A new invitation.
    pub INSERT_INVITATION = "insert into invitation (token, account, created_at, created_by, expires_at) \
        values ($1, $2, $3, $4, $5)";
    /// An invitation, with the account it leads to.
    pub INVITATION = "select a.id, a.login, a.name, a.role, a.city, a.offices, a.state, a.password_hash, \
        a.totp_secret, a.totp_last_step, a.created_at, a.created_by, i.expires_at, i.used_at \
        from invitation i join account a on a.id = i.account where i.token = $1";
    /// Uses it up; nothing happens if it was.
    pub USE_INVITATION = "update invitation set used_at = $2 where token = $1 and used_at is null \
        and expires_at > $2";
    /// Takes back those of an account that wait.
    pub DROP_INVITATIONS = "delete from invitation where account = $1 and used_at is null";
    /// The accounts somebody was invited to and has not accepted, with the last day to do so.
    pub WAITING = "select account, max(expires_at) from invitation where used_at is null group by account \
        order by account";
    /// Recovery codes that are left.
    pub CODES_LEFT = "select count(*) from recovery_code where account = $1 and used_at is null";
    /// Uses one up; nothing happens if it was.
    pub USE_CODE = "update recovery_code set used_at = $3 where account = $1 and digest = $2 and used_at is null";
    /// Takes back all of an account.
    pub DROP_CODES = "delete from recovery_code where account = $1";
    /// Counts attempts from here on, and holds them until the unit ends.
    pub HOLD_ATTEMPTS = "insert into sign_in_attempt (login, failed, last_at) values ($1, 0, $2) \
        on conflict (login) do update set login = excluded.login returning failed, locked_until, last_at";
    /// How it stands with them.
    pub KEEP_ATTEMPTS = "update sign_in_attempt set failed = $2, locked_until = $3, last_at = $4 where login = $1";
    /// Forgets those of one login.
    pub FORGET_ATTEMPTS = "delete from sign_in_attempt where login = $1";
    /// Forgets those that are over.
    pub FORGET_OLD_ATTEMPTS = "delete from sign_in_attempt where last_at < $1 \
        and (locked_until is null or locked_until < $2)";
    /// The logins that are locked.
    pub LOCKED = "select login, locked_until from sign_in_attempt where locked_until > $1 order by login";
}

/// The digests of new recovery codes.
pub const INSERT_CODES: Bulk =
    Bulk { head: "insert into recovery_code (account, digest)", columns: 2, tail: "" };
