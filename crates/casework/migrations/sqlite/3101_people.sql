create table person (
    id blob primary key,
    city text not null,
    subject integer not null,
    network_subject integer not null,
    gender text not null,
    age text not null,
    birth blob,
    citizenship text,
    first_day text not null,
    restricted_at integer,
    restricted_by text,
    erased_at integer,
    unique (city, subject)
) strict;

create table form (
    id blob primary key,
    city text not null,
    person blob not null references person (id),
    form_key blob not null,
    identity blob,
    gender text not null,
    citizenship text,
    times integer not null,
    stated_at integer,
    kept_at integer,
    unique (city, form_key)
) strict;
create index form_by_person on form (person);

create table pair (
    id blob primary key,
    city text not null,
    form_a blob not null references form (id) on delete cascade,
    form_b blob not null references form (id) on delete cascade,
    probability real not null,
    state text not null,
    found_at integer not null,
    decided_at integer,
    decided_by text,
    moved text,
    moved_from blob references person (id),
    unique (form_a, form_b)
) strict;
create index pair_by_city_and_state on pair (city, state);

create table network_identity (
    digest blob primary key,
    network_subject integer not null unique
) strict;

create table network_subject_sequence (
    only_row integer primary key check (only_row = 1),
    last integer not null
) strict;
insert into network_subject_sequence (only_row, last) values (1, 0);
