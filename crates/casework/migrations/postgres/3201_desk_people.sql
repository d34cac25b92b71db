create table detail (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    kind text not null,
    value bytea,
    office text,
    since date not null,
    until date,
    recorded_at bigint not null,
    recorded_by text not null,
    ended_at bigint,
    ended_by text
);
create index detail_by_form on detail (form);
create index detail_by_kind on detail (city, kind, since);

create table rectification (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    reason bytea,
    recorded_at bigint not null,
    recorded_by text not null
);
create index rectification_by_form on rectification (form);

create table household (
    id uuid primary key,
    city text not null,
    number bigint not null,
    recorded_at bigint not null,
    recorded_by text not null,
    unique (city, number)
);

create table household_member (
    id uuid primary key,
    city text not null,
    household uuid not null references household (id),
    form uuid not null references form (id),
    relation text not null,
    since date not null,
    until date,
    recorded_at bigint not null,
    recorded_by text not null,
    ended_at bigint,
    ended_by text,
    check (until is null or until >= since)
);
create index household_member_by_form on household_member (form);
create index household_member_by_household on household_member (household);
create index household_member_by_day on household_member (city, since);

create table attachment (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    name bytea,
    media_type text not null,
    size bigint not null,
    sha256 bytea not null,
    content bytea,
    added_at bigint not null,
    added_by text not null,
    removed_at bigint,
    removed_by text,
    removed_why bytea
);
create index attachment_by_form on attachment (form);
