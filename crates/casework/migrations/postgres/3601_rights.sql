create table rights_request (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    kind text not null,
    received_on date not null,
    due_on date not null,
    note bytea,
    recorded_at bigint not null,
    recorded_by text not null,
    state text not null,
    ground text,
    answer bytea,
    settled_at bigint,
    settled_by text,
    check ((state = 'open') = (settled_at is null))
);
create index rights_request_by_form on rights_request (form);
create index rights_request_by_due on rights_request (city, state, due_on);

create table restriction (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    action text not null,
    reason bytea,
    made_at bigint not null,
    made_by text not null
);
create index restriction_by_form on restriction (form);

create table erased_key (
    city text not null,
    digest bytea not null,
    form uuid not null references form (id),
    until date not null,
    primary key (city, digest, form)
);
