create table vault_key (
    city text not null,
    purpose text not null,
    generation integer not null,
    wrapped blob not null,
    master text not null,
    made_at integer not null,
    settled_at integer,
    primary key (city, purpose, generation)
) strict;
