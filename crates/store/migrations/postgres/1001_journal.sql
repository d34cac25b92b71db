create table journal (
    seq bigint primary key,
    chain text not null,
    chain_seq bigint not null,
    at bigint not null,
    actor text not null,
    action text not null,
    entity text not null,
    city text,
    months text not null,
    before_digest bytea,
    after_digest bytea,
    previous bytea not null,
    hash bytea not null,
    unique (chain, chain_seq)
);

create table journal_head (
    chain text primary key,
    chain_seq bigint not null,
    hash bytea not null
);

create table journal_sequence (
    only_row bigint primary key check (only_row = 1),
    seq bigint not null
);
insert into journal_sequence (only_row, seq) values (1, 0);

create table partition (
    city text not null,
    month text not null,
    version bigint not null,
    primary key (city, month)
);
create index partition_by_version on partition (version);

create table installation (
    name text primary key,
    value text not null
);
