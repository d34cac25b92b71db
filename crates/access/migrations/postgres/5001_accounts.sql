create table account (
    id uuid primary key,
    login text not null,
    login_key text not null unique,
    name text not null,
    role text not null,
    city text,
    offices text not null,
    state text not null check (state in ('active', 'stopped')),
    password_hash text,
    totp_secret bytea,
    totp_last_step bigint,
    created_at bigint not null,
    created_by text not null
);
create index account_by_city on account (city);

create table invitation (
    token bytea primary key,
    account uuid not null references account (id),
    created_at bigint not null,
    created_by text not null,
    expires_at bigint not null,
    used_at bigint
);
create index invitation_by_account on invitation (account);

create table recovery_code (
    account uuid not null references account (id),
    digest bytea not null,
    used_at bigint,
    primary key (account, digest)
);

create table session (
    token bytea primary key,
    id uuid not null unique,
    account uuid not null references account (id),
    opened_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    second_factor boolean not null,
    device text not null
);
create index session_by_account on session (account);

create table sign_in_attempt (
    login bytea primary key,
    failed bigint not null,
    locked_until bigint,
    last_at bigint not null
);
create index sign_in_attempt_by_moment on sign_in_attempt (last_at);
