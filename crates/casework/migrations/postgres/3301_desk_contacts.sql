create table visit (
    id uuid primary key,
    city text not null,
    said bytea not null,
    point text,
    recorded_at bigint not null,
    recorded_by text not null
);
create index visit_by_author on visit (city, recorded_by, recorded_at);

create table gathering (
    id uuid primary key references visit (id),
    city text not null,
    day date not null,
    title bytea not null,
    service text not null,
    point text,
    number bigint not null,
    recorded_at bigint not null,
    recorded_by text not null
);

alter table contact add column visit uuid references visit (id);
create index contact_by_visit on contact (visit) where visit is not null;

create table correction (
    id uuid primary key,
    city text not null,
    said bytea not null,
    contact uuid not null,
    form uuid references form (id) on delete cascade,
    visit uuid references visit (id),
    action text not null,
    was bytea,
    reason bytea,
    made_at bigint not null,
    made_by text not null
);
create index correction_by_contact on correction (contact);
create index correction_by_form on correction (form) where form is not null;
create index correction_by_visit on correction (visit) where visit is not null;
