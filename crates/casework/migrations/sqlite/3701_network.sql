drop table network_identity;
drop table network_subject_sequence;

alter table person add column handle integer;
create unique index person_by_handle on person (handle);
create index person_by_network_subject on person (network_subject);

create table network_state (
    only_row integer primary key check (only_row = 1),
    last_handle integer not null,
    version integer not null,
    linked integer not null,
    generation integer not null,
    salt blob not null,
    mark blob
) strict;
insert into network_state (only_row, last_handle, version, linked, generation, salt) values (1, 0, 0, 0, 1, x'');

create table encoding (
    handle integer primary key,
    city text not null,
    generation integer not null,
    bytes blob,
    stands_with integer,
    version integer not null
) strict;
create index encoding_by_version on encoding (version);
create index encoding_by_stands_with on encoding (stands_with);

create table network_move (
    version integer not null,
    handle integer not null,
    was integer not null,
    becomes integer not null,
    at integer not null,
    primary key (version, handle)
) strict;

create table network_pair (
    id blob primary key,
    a integer not null,
    b integer not null,
    version integer not null,
    unique (a, b)
) strict;

create table network_side (
    id blob primary key,
    city text not null,
    pair blob not null references network_pair (id) on delete cascade,
    handle integer not null,
    other_city text not null,
    years text not null,
    is_asked integer not null,
    found_at integer not null,
    answer text,
    answered_at integer,
    answered_by text
) strict;
create index network_side_by_pair on network_side (pair);
create index network_side_by_city on network_side (city, is_asked);
create index network_side_by_handle on network_side (handle);
