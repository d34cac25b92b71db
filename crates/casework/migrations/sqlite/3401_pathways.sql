create table pathway (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    area text not null,
    point text,
    opened_on text not null,
    closed_on text,
    outcome text,
    closing blob,
    closing_note blob,
    followed_by text not null,
    next_due text not null,
    recorded_at integer not null,
    recorded_by text not null,
    closed_at integer,
    closed_by text,
    check ((closed_on is null) = (outcome is null))
) strict;
create index pathway_by_form on pathway (form);
create index pathway_by_opening on pathway (city, opened_on);
create index pathway_by_closing on pathway (city, closed_on);
create index pathway_by_due on pathway (city, next_due, id) where closed_on is null;

create table assessment (
    id blob primary key,
    city text not null,
    pathway blob not null references pathway (id) on delete cascade,
    day text not null,
    needs blob,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index assessment_by_pathway on assessment (pathway);

create table goal (
    id blob primary key,
    city text not null,
    pathway blob not null references pathway (id) on delete cascade,
    content blob,
    due_on text,
    reached_on text,
    dropped_on text,
    recorded_at integer not null,
    recorded_by text not null,
    check (reached_on is null or dropped_on is null)
) strict;
create index goal_by_pathway on goal (pathway);

create table step (
    id blob primary key,
    city text not null,
    goal blob not null references goal (id) on delete cascade,
    content blob,
    due_on text,
    done_on text,
    done_by text,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index step_by_goal on step (goal);

create table place (
    id blob primary key,
    city text not null,
    point text not null,
    name text not null,
    since text not null,
    beds integer not null check (beds >= 0),
    recorded_at integer not null,
    recorded_by text not null,
    unique (city, point, since)
) strict;

create table stay (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    point text not null,
    bed blob,
    from_day text not null,
    until_day text,
    recorded_at integer not null,
    recorded_by text not null,
    check (until_day is null or until_day > from_day)
) strict;
create index stay_by_form on stay (form);
create index stay_by_beginning on stay (city, from_day);
create index stay_by_point on stay (city, point, until_day);

create table result (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    pathway blob references pathway (id) on delete set null,
    kind text not null,
    value text not null,
    day text not null,
    recorded_at integer not null,
    recorded_by text not null
) strict;
create index result_by_form on result (form);
create index result_by_day on result (city, day);

create table pathway_correction (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    entity blob not null,
    what text not null,
    action text not null,
    was blob,
    reason blob,
    made_at integer not null,
    made_by text not null
) strict;
create index pathway_correction_by_form on pathway_correction (form);
create index pathway_correction_by_entity on pathway_correction (entity);
