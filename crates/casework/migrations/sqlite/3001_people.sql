create table register (
    id blob primary key,
    city text not null,
    file_name text not null,
    sha256 blob not null,
    size integer not null,
    mapping text not null,
    rows_read integer not null,
    rows_accepted integer not null,
    rows_known integer not null,
    rows_rejected integer not null,
    contacts integer not null,
    persons integer not null,
    new_persons integer not null,
    imported_at integer not null,
    imported_by text not null,
    withdrawn_at integer,
    withdrawn_by text
) strict;
create index register_by_city on register (city, imported_at);

create table rejected_row (
    register blob not null references register (id) on delete cascade,
    position integer not null,
    sheet text not null,
    line integer not null,
    header text not null,
    value text not null,
    reason text not null,
    nearest text,
    headers text not null,
    cells text not null,
    primary key (register, position)
) strict;

create table profile (
    city text primary key,
    mapping text not null,
    updated_at integer not null
) strict;

create table person (
    id blob primary key,
    city text not null,
    subject integer not null,
    network_subject integer not null,
    gender text not null,
    birth text,
    citizenship text,
    first_day text not null,
    unique (city, subject)
) strict;

create table form (
    id blob primary key,
    city text not null,
    person blob not null references person (id),
    form_key text not null,
    surname text not null,
    given text not null,
    birth text,
    gender text not null,
    citizenship text,
    times integer not null,
    unique (city, form_key)
) strict;
create index form_by_person on form (person);

create table contact (
    id blob primary key,
    city text not null,
    day text not null,
    form blob not null references form (id),
    service text not null,
    point text,
    permit text,
    modality text,
    minutes integer,
    note text,
    register blob references register (id),
    sheet text not null,
    line integer not null,
    recorded_at integer not null
) strict;
create index contact_by_city_and_day on contact (city, day);
create index contact_by_form on contact (form);
create index contact_by_register on contact (register);

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
