create table contact_again (
    contact uuid not null references contact (id) on delete cascade,
    register uuid not null references register (id),
    sheet text not null,
    line bigint not null,
    primary key (contact, register)
);
create index contact_again_by_register on contact_again (register);
