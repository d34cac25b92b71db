create table passkey (
    id blob primary key,
    account blob not null references account (id),
    credential_id blob not null unique,
    credential text not null,
    name text not null,
    created_at integer not null,
    used_at integer
) strict;
create index passkey_by_account on passkey (account);
