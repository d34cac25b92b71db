create table register (
    id uuid primary key,
    city text not null,
    file bytea not null,
    sha256 bytea not null,
    size bigint not null,
    rows_read bigint not null,
    rows_accepted bigint not null,
    rows_known bigint not null,
    rows_rejected bigint not null,
    contacts bigint not null,
    persons bigint not null,
    new_persons bigint not null,
    imported_at bigint not null,
    imported_by text not null,
    settled_at bigint,
    withdrawn_at bigint,
    withdrawn_by text
);
create index register_by_city on register (city, imported_at);
create index register_by_file on register (city, sha256);

create table rejected_row (
    id uuid primary key,
    city text not null,
    register uuid not null references register (id) on delete cascade,
    position bigint not null,
    line bigint not null,
    reason text not null,
    content bytea not null,
    unique (register, position)
);

create table profile (
    id uuid primary key,
    city text not null unique,
    mapping bytea not null,
    updated_at bigint not null
);

create table upload (
    id uuid primary key,
    city text not null,
    file_name bytea not null,
    sha256 bytea not null,
    size bigint not null,
    bytes bytea not null,
    mapping bytea,
    uploaded_at bigint not null,
    uploaded_by text not null
);
create index upload_by_city on upload (city, uploaded_at);

create table contact (
    id uuid primary key,
    city text not null,
    day date not null,
    form uuid references form (id),
    service text not null,
    point text,
    permit text,
    modality text,
    minutes bigint,
    note bytea,
    outcome text,
    heads bigint not null default 1 check (heads >= 1),
    gathering uuid,
    register uuid references register (id),
    sheet bigint,
    line bigint,
    recorded_at bigint not null,
    recorded_by text
);
create index contact_by_city_and_day on contact (city, day);
create index contact_by_form on contact (form);
create index contact_by_register on contact (register);

create table contact_again (
    contact uuid not null references contact (id) on delete cascade,
    register uuid not null references register (id),
    sheet bigint not null,
    line bigint not null,
    primary key (contact, register)
);
create index contact_again_by_register on contact_again (register);
