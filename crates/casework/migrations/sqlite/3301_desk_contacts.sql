create table visit (
    id blob primary key,
    city text not null,
    said blob not null,
    point text,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index visit_by_author on visit (city, recorded_by, recorded_at);

create table gathering (
    id blob primary key references visit (id),
    city text not null,
    day text not null,
    title blob not null,
    service text not null,
    point text,
    number integer not null,
    recorded_at integer not null,
    recorded_by text not null
) strict;

alter table contact add column visit blob references visit (id);
create index contact_by_visit on contact (visit) where visit is not null;

create table correction (
    id blob primary key,
    city text not null,
    said blob not null,
    contact blob not null,
    form blob references form (id) on delete cascade,
    visit blob references visit (id),
    action text not null,
    was blob,
    reason blob,
    made_at integer not null,
    made_by text not null
) strict;
create index correction_by_contact on correction (contact);
create index correction_by_form on correction (form) where form is not null;
create index correction_by_visit on correction (visit) where visit is not null;
