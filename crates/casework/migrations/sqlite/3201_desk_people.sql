create table detail (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    kind text not null,
    value blob,
    office text,
    since text not null,
    until text,
    recorded_at integer not null,
    recorded_by text not null,
    ended_at integer,
    ended_by text
) strict;
create index detail_by_form on detail (form);
create index detail_by_kind on detail (city, kind, since);

create table rectification (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    reason blob,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index rectification_by_form on rectification (form);

create table household (
    id blob primary key,
    city text not null,
    number integer not null,
    recorded_at integer not null,
    recorded_by text not null,
    unique (city, number)
) strict;

create table household_member (
    id blob primary key,
    city text not null,
    household blob not null references household (id),
    form blob not null references form (id),
    relation text not null,
    since text not null,
    until text,
    recorded_at integer not null,
    recorded_by text not null,
    ended_at integer,
    ended_by text,
    check (until is null or until >= since)
) strict;
create index household_member_by_form on household_member (form);
create index household_member_by_household on household_member (household);
create index household_member_by_day on household_member (city, since);

create table attachment (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    name blob,
    media_type text not null,
    size integer not null,
    sha256 blob not null,
    content blob,
    added_at integer not null,
    added_by text not null,
    removed_at integer,
    removed_by text,
    removed_why blob
) strict;
create index attachment_by_form on attachment (form);
