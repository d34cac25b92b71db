create table register (
    id uuid primary key,
    city text not null,
    file_name text not null,
    sha256 bytea not null,
    size bigint not null,
    mapping text not null,
    rows_read bigint not null,
    rows_accepted bigint not null,
    rows_known bigint not null,
    rows_rejected bigint not null,
    contacts bigint not null,
    persons bigint not null,
    new_persons bigint not null,
    imported_at bigint not null,
    imported_by text not null,
    withdrawn_at bigint,
    withdrawn_by text
);
create index register_by_city on register (city, imported_at);

create table rejected_row (
    register uuid not null references register (id) on delete cascade,
    position bigint not null,
    sheet text not null,
    line bigint not null,
    header text not null,
    value text not null,
    reason text not null,
    nearest text,
    headers text not null,
    cells text not null,
    primary key (register, position)
);

create table profile (
    city text primary key,
    mapping text not null,
    updated_at bigint not null
);

create table person (
    id uuid primary key,
    city text not null,
    subject bigint not null,
    network_subject bigint not null,
    gender text not null,
    birth date,
    citizenship text,
    first_day date not null,
    unique (city, subject)
);

create table form (
    id uuid primary key,
    city text not null,
    person uuid not null references person (id),
    form_key text not null,
    surname text not null,
    given text not null,
    birth date,
    gender text not null,
    citizenship text,
    times bigint not null,
    unique (city, form_key)
);
create index form_by_person on form (person);

create table contact (
    id uuid primary key,
    city text not null,
    day date not null,
    form uuid not null references form (id),
    service text not null,
    point text,
    permit text,
    modality text,
    minutes bigint,
    note text,
    register uuid references register (id),
    sheet text not null,
    line bigint not null,
    recorded_at bigint not null
);
create index contact_by_city_and_day on contact (city, day);
create index contact_by_form on contact (form);
create index contact_by_register on contact (register);

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
