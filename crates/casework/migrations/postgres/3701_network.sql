drop table network_identity;
drop table network_subject_sequence;

alter table person add column handle bigint;
create unique index person_by_handle on person (handle);
create index person_by_network_subject on person (network_subject);

create table network_state (
    only_row bigint primary key check (only_row = 1),
    last_handle bigint not null,
    version bigint not null,
    linked bigint not null,
    generation bigint not null,
    salt bytea not null,
    mark bytea
);
insert into network_state (only_row, last_handle, version, linked, generation, salt) values (1, 0, 0, 0, 1, '');

create table encoding (
    handle bigint primary key,
    city text not null,
    generation bigint not null,
    bytes bytea,
    stands_with bigint,
    version bigint not null
);
create index encoding_by_version on encoding (version);
create index encoding_by_stands_with on encoding (stands_with);

create table network_move (
    version bigint not null,
    handle bigint not null,
    was bigint not null,
    becomes bigint not null,
    at bigint not null,
    primary key (version, handle)
);

create table network_pair (
    id uuid primary key,
    a bigint not null,
    b bigint not null,
    version bigint not null,
    unique (a, b)
);

create table network_side (
    id uuid primary key,
    city text not null,
    pair uuid not null references network_pair (id) on delete cascade,
    handle bigint not null,
    other_city text not null,
    years text not null,
    is_asked boolean not null,
    found_at bigint not null,
    answer text,
    answered_at bigint,
    answered_by text
);
create index network_side_by_pair on network_side (pair);
create index network_side_by_city on network_side (city, is_asked);
create index network_side_by_handle on network_side (handle);
