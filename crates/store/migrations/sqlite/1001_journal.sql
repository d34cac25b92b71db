create table journal (
    seq integer primary key,
    chain text not null,
    chain_seq integer not null,
    at integer not null,
    actor text not null,
    action text not null,
    entity text not null,
    city text,
    months text not null,
    before_digest blob,
    after_digest blob,
    previous blob not null,
    hash blob not null,
    unique (chain, chain_seq)
) strict;

create table journal_head (
    chain text primary key,
    chain_seq integer not null,
    hash blob not null
) strict;

create table journal_sequence (
    only_row integer primary key check (only_row = 1),
    seq integer not null
) strict;
insert into journal_sequence (only_row, seq) values (1, 0);

create table partition (
    city text not null,
    month text not null,
    version integer not null,
    primary key (city, month)
) strict;
create index partition_by_version on partition (version);

create table installation (
    name text primary key,
    value text not null
) strict;
