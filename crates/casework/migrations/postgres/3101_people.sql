create table person (
    id uuid primary key,
    city text not null,
    subject bigint not null,
    network_subject bigint not null,
    gender text not null,
    age text not null,
    birth bytea,
    citizenship text,
    first_day date not null,
    restricted_at bigint,
    restricted_by text,
    erased_at bigint,
    unique (city, subject)
);

create table form (
    id uuid primary key,
    city text not null,
    person uuid not null references person (id),
    form_key bytea not null,
    identity bytea,
    gender text not null,
    citizenship text,
    times bigint not null,
    stated_at bigint,
    kept_at bigint,
    unique (city, form_key)
);
create index form_by_person on form (person);

create table pair (
    id uuid primary key,
    city text not null,
    form_a uuid not null references form (id) on delete cascade,
    form_b uuid not null references form (id) on delete cascade,
    probability double precision not null,
    state text not null,
    found_at bigint not null,
    decided_at bigint,
    decided_by text,
    moved text,
    moved_from uuid references person (id),
    unique (form_a, form_b)
);
create index pair_by_city_and_state on pair (city, state);

create table network_identity (
    digest bytea primary key,
    network_subject bigint not null unique
);

create table network_subject_sequence (
    only_row bigint primary key check (only_row = 1),
    last bigint not null
);
insert into network_subject_sequence (only_row, last) values (1, 0);
