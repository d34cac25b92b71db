create table provider_identity (
    issuer text not null,
    subject text not null,
    account blob not null references account (id),
    created_at integer not null,
    primary key (issuer, subject)
) strict;
create index provider_identity_by_account on provider_identity (account);
