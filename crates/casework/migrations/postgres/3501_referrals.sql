create table referral (
    id uuid primary key,
    city text not null,
    form uuid not null references form (id),
    kind text not null,
    to_city text,
    service text,
    point text,
    body bytea,
    reason bytea,
    shared text not null,
    agreed_on date,
    agreed_how text,
    made_at bigint not null,
    made_by text not null,
    state text not null,
    answering uuid,
    answered_at bigint,
    answered_by text,
    answer bytea,
    check ((to_city is null) = (kind <> 'city')),
    check ((to_city is null) or (agreed_on is not null and agreed_how is not null)),
    check ((state = 'waiting') = (answered_at is null))
);
create index referral_by_form on referral (form);
create index referral_by_city on referral (city, state, made_at);
create index referral_by_receiver on referral (to_city, state, made_at);

create table referral_offer (
    id uuid primary key references referral (id) on delete cascade,
    city text not null,
    gender text not null,
    age text not null,
    citizenship text,
    permit bytea,
    content bytea,
    form uuid references form (id),
    answer bytea
);
create index referral_offer_by_form on referral_offer (form);
