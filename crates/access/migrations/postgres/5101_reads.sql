create table read_line (
    id uuid not null primary key,
    city text not null,
    at bigint not null,
    day date not null,
    account uuid not null,
    login text not null,
    role text not null,
    offices text not null,
    act text not null,
    what text not null,
    persons bigint not null,
    person uuid,
    detail bytea,
    digest bytea
);
create index read_line_city on read_line (city, at, id);
create index read_line_at on read_line (at, id);
create index read_line_day on read_line (city, day);

create table read_person (
    line uuid not null,
    person uuid not null,
    city text not null,
    at bigint not null,
    primary key (line, person)
);
create index read_person_person on read_person (person, at, line);

create table read_tally (
    city text not null,
    day date not null,
    account uuid not null,
    files bigint not null,
    primary key (city, day, account)
);

create table read_flag (
    id uuid not null primary key,
    city text not null,
    day date not null,
    account uuid not null,
    login text not null,
    rule text not null,
    seen bigint not null,
    usual bigint not null,
    at bigint not null,
    looked_at bigint,
    looked_by text,
    looked_seen bigint,
    note bytea,
    unique (city, day, account, rule)
);
create index read_flag_at on read_flag (at, id);
