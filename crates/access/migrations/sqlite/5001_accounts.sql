create table account (
    id blob primary key,
    login text not null,
    login_key text not null unique,
    name text not null,
    role text not null,
    city text,
    offices text not null,
    state text not null check (state in ('active', 'stopped')),
    password_hash text,
    totp_secret blob,
    totp_last_step integer,
    created_at integer not null,
    created_by text not null
) strict;
create index account_by_city on account (city);

create table invitation (
    token blob primary key,
    account blob not null references account (id),
    created_at integer not null,
    created_by text not null,
    expires_at integer not null,
    used_at integer
) strict;
create index invitation_by_account on invitation (account);

create table recovery_code (
    account blob not null references account (id),
    digest blob not null,
    used_at integer,
    primary key (account, digest)
) strict;

create table session (
    token blob primary key,
    id blob not null unique,
    account blob not null references account (id),
    opened_at integer not null,
    seen_at integer not null,
    expires_at integer not null,
    second_factor integer not null,
    device text not null
) strict;
create index session_by_account on session (account);

create table sign_in_attempt (
    login blob primary key,
    failed integer not null,
    locked_until integer,
    last_at integer not null
) strict;
create index sign_in_attempt_by_moment on sign_in_attempt (last_at);
