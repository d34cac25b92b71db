create table passkey (
    id uuid primary key,
    account uuid not null references account (id),
    credential_id bytea not null unique,
    credential text not null,
    name text not null,
    created_at bigint not null,
    used_at bigint
);
create index passkey_by_account on passkey (account);
