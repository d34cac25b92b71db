create table read_line (
    id blob not null primary key,
    city text not null,
    at integer not null,
    day text not null,
    account blob not null,
    login text not null,
    role text not null,
    offices text not null,
    act text not null,
    what text not null,
    persons integer not null,
    person blob,
    detail blob,
    digest blob
) strict;
create index read_line_city on read_line (city, at, id);
create index read_line_at on read_line (at, id);
create index read_line_day on read_line (city, day);

create table read_person (
    line blob not null,
    person blob not null,
    city text not null,
    at integer not null,
    primary key (line, person)
) strict;
create index read_person_person on read_person (person, at, line);

create table read_tally (
    city text not null,
    day text not null,
    account blob not null,
    files integer not null,
    primary key (city, day, account)
) strict;

create table read_flag (
    id blob not null primary key,
    city text not null,
    day text not null,
    account blob not null,
    login text not null,
    rule text not null,
    seen integer not null,
    usual integer not null,
    at integer not null,
    looked_at integer,
    looked_by text,
    looked_seen integer,
    note blob,
    unique (city, day, account, rule)
) strict;
create index read_flag_at on read_flag (at, id);
