create table vault_key (
    city text not null,
    purpose text not null,
    generation bigint not null,
    wrapped bytea not null,
    master text not null,
    made_at bigint not null,
    settled_at bigint,
    primary key (city, purpose, generation)
);
