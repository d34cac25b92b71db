create table upload (
    id uuid primary key,
    city text not null,
    file_name text not null,
    sha256 bytea not null,
    size bigint not null,
    bytes bytea not null,
    mapping text,
    uploaded_at bigint not null,
    uploaded_by text not null
);
create index upload_by_city on upload (city, uploaded_at);
create index register_by_file on register (city, sha256);

alter table register add column settled_at bigint;
