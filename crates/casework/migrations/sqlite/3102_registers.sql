create table register (
    id blob primary key,
    city text not null,
    file blob not null,
    sha256 blob not null,
    size integer not null,
    rows_read integer not null,
    rows_accepted integer not null,
    rows_known integer not null,
    rows_rejected integer not null,
    contacts integer not null,
    persons integer not null,
    new_persons integer not null,
    imported_at integer not null,
    imported_by text not null,
    settled_at integer,
    withdrawn_at integer,
    withdrawn_by text
) strict;
create index register_by_city on register (city, imported_at);
create index register_by_file on register (city, sha256);

create table rejected_row (
    id blob primary key,
    city text not null,
    register blob not null references register (id) on delete cascade,
    position integer not null,
    line integer not null,
    reason text not null,
    content blob not null,
    unique (register, position)
) strict;

create table profile (
    id blob primary key,
    city text not null unique,
    mapping blob not null,
    updated_at integer not null
) strict;

create table upload (
    id blob primary key,
    city text not null,
    file_name blob not null,
    sha256 blob not null,
    size integer not null,
    bytes blob not null,
    mapping blob,
    uploaded_at integer not null,
    uploaded_by text not null
) strict;
create index upload_by_city on upload (city, uploaded_at);

create table contact (
    id blob primary key,
    city text not null,
    day text not null,
    form blob references form (id),
    service text not null,
    point text,
    permit text,
    modality text,
    minutes integer,
    note blob,
    outcome text,
    heads integer not null default 1 check (heads >= 1),
    gathering blob,
    register blob references register (id),
    sheet integer,
    line integer,
    recorded_at integer not null,
    recorded_by text
) strict;
create index contact_by_city_and_day on contact (city, day);
create index contact_by_form on contact (form);
create index contact_by_register on contact (register);

create table contact_again (
    contact blob not null references contact (id) on delete cascade,
    register blob not null references register (id),
    sheet integer not null,
    line integer not null,
    primary key (contact, register)
) strict;
create index contact_again_by_register on contact_again (register);
