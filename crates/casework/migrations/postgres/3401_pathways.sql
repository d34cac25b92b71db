create table pathway (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    area text not null,
    point text,
    opened_on date not null,
    closed_on date,
    outcome text,
    closing uuid,
    closing_note bytea,
    followed_by text not null,
    next_due date not null,
    recorded_at bigint not null,
    recorded_by text not null,
    closed_at bigint,
    closed_by text,
    check ((closed_on is null) = (outcome is null))
);
create index pathway_by_form on pathway (form);
create index pathway_by_opening on pathway (city, opened_on);
create index pathway_by_closing on pathway (city, closed_on);
create index pathway_by_due on pathway (city, next_due, id) where closed_on is null;

create table assessment (
    id uuid primary key,
    city text not null,
    pathway uuid not null references pathway (id) on delete cascade,
    day date not null,
    needs bytea,
    recorded_at bigint not null,
    recorded_by text not null
);
create index assessment_by_pathway on assessment (pathway);

create table goal (
    id uuid primary key,
    city text not null,
    pathway uuid not null references pathway (id) on delete cascade,
    content bytea,
    due_on date,
    reached_on date,
    dropped_on date,
    recorded_at bigint not null,
    recorded_by text not null,
    check (reached_on is null or dropped_on is null)
);
create index goal_by_pathway on goal (pathway);

create table step (
    id uuid primary key,
    city text not null,
    goal uuid not null references goal (id) on delete cascade,
    content bytea,
    due_on date,
    done_on date,
    done_by text,
    recorded_at bigint not null,
    recorded_by text not null
);
create index step_by_goal on step (goal);

create table place (
    id uuid primary key,
    city text not null,
    point text not null,
    name text not null,
    since date not null,
    beds bigint not null check (beds >= 0),
    recorded_at bigint not null,
    recorded_by text not null,
    unique (city, point, since)
);

create table stay (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    point text not null,
    bed bytea,
    from_day date not null,
    until_day date,
    recorded_at bigint not null,
    recorded_by text not null,
    check (until_day is null or until_day > from_day)
);
create index stay_by_form on stay (form);
create index stay_by_beginning on stay (city, from_day);
create index stay_by_point on stay (city, point, until_day);

create table result (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    pathway uuid references pathway (id) on delete set null,
    kind text not null,
    value text not null,
    day date not null,
    recorded_at bigint not null,
    recorded_by text not null
);
create index result_by_form on result (form);
create index result_by_day on result (city, day);

create table pathway_correction (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    entity uuid not null,
    what text not null,
    action text not null,
    was bytea,
    reason bytea,
    made_at bigint not null,
    made_by text not null
);
create index pathway_correction_by_form on pathway_correction (form);
create index pathway_correction_by_entity on pathway_correction (entity);
