create table provider_identity (
    issuer text not null,
    subject text not null,
    account uuid not null references account (id),
    created_at bigint not null,
    primary key (issuer, subject)
);
create index provider_identity_by_account on provider_identity (account);
