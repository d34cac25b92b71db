create table contact_again (
    contact blob not null references contact (id) on delete cascade,
    register blob not null references register (id),
    sheet text not null,
    line integer not null,
    primary key (contact, register)
) strict;
create index contact_again_by_register on contact_again (register);
