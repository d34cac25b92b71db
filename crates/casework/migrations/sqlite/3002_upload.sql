create table upload (
    id blob primary key,
    city text not null,
    file_name text not null,
    sha256 blob not null,
    size integer not null,
    bytes blob not null,
    mapping text,
    uploaded_at integer not null,
    uploaded_by text not null
) strict;
create index upload_by_city on upload (city, uploaded_at);
create index register_by_file on register (city, sha256);

alter table register add column settled_at integer;
