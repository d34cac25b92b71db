create table referral (
    id blob primary key,
    city text not null,
    form blob not null references form (id),
    kind text not null,
    to_city text,
    service text,
    point text,
    body blob,
    reason blob,
    shared text not null,
    agreed_on text,
    agreed_how text,
    made_at integer not null,
    made_by text not null,
    state text not null,
    answering blob,
    answered_at integer,
    answered_by text,
    answer blob,
    check ((to_city is null) = (kind <> 'city')),
    check ((to_city is null) or (agreed_on is not null and agreed_how is not null)),
    check ((state = 'waiting') = (answered_at is null))
) strict;
create index referral_by_form on referral (form);
create index referral_by_city on referral (city, state, made_at);
create index referral_by_receiver on referral (to_city, state, made_at);

create table referral_offer (
    id blob primary key references referral (id) on delete cascade,
    city text not null,
    gender text not null,
    age text not null,
    citizenship text,
    permit blob,
    content blob,
    form blob references form (id),
    answer blob
) strict;
create index referral_offer_by_form on referral_offer (form);
