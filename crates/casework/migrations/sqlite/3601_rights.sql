create table rights_request (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    kind text not null,
    received_on text not null,
    due_on text not null,
    note blob,
    recorded_at integer not null,
    recorded_by text not null,
    state text not null,
    ground text,
    answer blob,
    settled_at integer,
    settled_by text,
    check ((state = 'open') = (settled_at is null))
) strict;
create index rights_request_by_form on rights_request (form);
create index rights_request_by_due on rights_request (city, state, due_on);

create table restriction (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    action text not null,
    reason blob,
    made_at integer not null,
    made_by text not null
) strict;
create index restriction_by_form on restriction (form);

create table erased_key (
    city text not null,
    digest blob not null,
    form blob not null references form (id),
    until text not null,
    primary key (city, digest, form)
) strict;
