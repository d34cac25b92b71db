//! Statements over people, forms and pairs.

use store::Bulk;

store::statements! {
    /// All persons of a city.
    pub PERSONS = "select id, subject, network_subject, gender, age, birth, citizenship, first_day, erased_at, handle \
        from person where city = $1 order by subject";
    /// All forms of a city.
    pub FORMS = "select id, person, form_key, identity, gender, citizenship, times, stated_at, kept_at from form \
        where city = $1 order by id";
    /// The forms of a city that say who somebody is, in pages.
    pub IDENTITIES = "select id, person, identity, gender, citizenship, times from form \
        where city = $1 and id > $2 and identity is not null order by id limit 20000";
    /// Those of one person.
    pub IDENTITIES_OF_PERSON = "select id, person, identity, gender, citizenship, times from form \
        where city = $1 and person = $2 and identity is not null order by id";
    /// Whose the forms of a pair are now, and whose they were before it was decided.
    pub PEOPLE_OF_PAIR = "select a.person, b.person, p.moved_from from pair p join form a on a.id = p.form_a \
        join form b on b.id = p.form_b where p.city = $1 and p.id = $2";
    /// What was decided on pairs of forms, the oldest first.
    pub DECISIONS = "select id, state, form_a, form_b, moved, moved_from from pair \
        where city = $1 and state <> 'open' order by decided_at, id";
    /// What a decision moved, once an earlier one was taken back.
    pub MEND_DECISION = "update pair set moved = $2, moved_from = $3 where id = $1";
    /// Brings a person up to date with their forms.
    pub UPDATE_PERSON = "update person set gender = $2, age = $3, birth = $4, \
        citizenship = $5, first_day = $6 where id = $1";
    /// A form seen more often, or less.
    pub UPDATE_FORM_TIMES = "update form set times = times + $2 where id = $1";
    /// A form that the desk stated, anew or for the first time.
    pub STATE_FORM = "update form set stated_at = $2 where id = $1";
    /// A form in other words that fold to the same.
    pub REWRITE_FORM = "update form set identity = $2 where id = $1";
    /// A form that the desk hangs something on.
    pub KEEP_FORM = "update form set kept_at = $3 where city = $1 and id = $2 and kept_at is null";
    /// Moves a form to another person.
    pub MOVE_FORM = "update form set person = $2 where id = $1";
    /// The days a person was met.
    pub DAYS_OF_PERSON = "select distinct c.day from form f join contact c on c.form = f.id \
        where f.person = $1 order by c.day";
    /// The days of the contacts under a form.
    pub DAYS_OF_FORM = "select distinct day from contact where form = $1 order by day";
    /// One pair, with the person of each side.
    pub PAIR = "select p.state, p.form_a, a.person, p.form_b, b.person, p.decided_at from pair p \
        join form a on a.id = p.form_a join form b on b.id = p.form_b where p.id = $1 and p.city = $2 \
        and a.identity is not null and b.identity is not null";
    /// One person.
    pub PERSON = "select id, subject, network_subject, gender, age, birth, citizenship, first_day, erased_at, handle \
        from person where city = $1 and id = $2";
    /// The forms of one person.
    pub FORMS_OF_PERSON = "select id, person, form_key, identity, gender, citizenship, times, stated_at, \
        kept_at from form where city = $1 and person = $2 order by id";
    /// Settles a pair.
    pub DECIDE_PAIR = "update pair set state = $2, decided_at = $3, decided_by = $4, moved = $5, moved_from = $6 \
        where id = $1";
    /// How many pairs wait, and since when, city by city.
    pub OPEN_PAIRS = "select p.city, count(*), min(p.found_at) from pair p \
        join form a on a.id = p.form_a join form b on b.id = p.form_b where p.state = 'open' \
        and a.identity is not null and b.identity is not null group by p.city order by p.city";
    /// The pairs of a city, those that wait first, most doubtful first.
    pub PAIRS = "select p.id, p.probability, p.state, p.decided_at, p.decided_by, \
        a.person, a.id, a.identity, a.gender, a.citizenship, a.times, \
        b.person, b.id, b.identity, b.gender, b.citizenship, b.times \
        from pair p join form a on a.id = p.form_a join form b on b.id = p.form_b \
        where p.city = $1 and (p.state = 'open') = $2 and a.identity is not null and b.identity is not null \
        order by p.decided_at desc nulls last, p.probability desc, p.id limit $3";
    /// How often, first and last, people were met under each side of a pair (0 and 1).
    pub MET_OF_PAIR = "select cast(case when c.form = p.form_a then 0 else 1 end as bigint), count(*), \
        min(c.day), max(c.day) from pair p join contact c on c.form in (p.form_a, p.form_b) \
        where p.city = $1 and p.id = $2 group by 1 order by 1";
    /// Forms nobody was met under any more, and that the desk neither stated nor hangs anything on.
    pub DELETE_UNUSED_FORMS = "delete from form where city = $1 and times <= 0 \
        and stated_at is null and kept_at is null";
    /// Persons without a form, met by nobody and in no pair.
    pub DELETE_UNUSED_PERSONS = "delete from person where city = $1 \
        and not exists (select 1 from form f where f.person = person.id) \
        and not exists (select 1 from pair p where p.moved_from = person.id)";
    /// One in so many people of a city.
    pub ROLL = "select id, subject, citizenship from person where city = $1 and subject % $2 = 0 \
        and erased_at is null order by subject";
    /// What they were met for.
    pub ROLL_MET = "select p.subject, c.day, c.service, c.point, c.permit from person p join form f on f.person = p.id \
        join contact c on c.form = f.id where p.city = $1 and p.subject % $2 = 0 and p.erased_at is null \
        order by p.subject, c.day, c.service, c.point nulls last";
    /// Takes out of a form who it says somebody is, and gives it a key that says nothing.
    pub ERASE_FORM = "update form set identity = null, form_key = $3, kept_at = coalesce(kept_at, $4) \
        where city = $1 and id = $2";
    /// Says that a person was erased.
    pub ERASE_PERSON = "update person set birth = null, erased_at = $3 where city = $1 and id = $2";
    /// Takes the birth date from whoever has no form: it is worked out again if they get one back.
    pub ERASE_BIRTHS = "update person set birth = null where city = $1 and birth is not null \
        and not exists (select 1 from form f where f.person = person.id)";
    /// Pairs of a person's forms that wait.
    pub DELETE_OPEN_PAIRS = "delete from pair where city = $1 and state = 'open' \
        and (form_a in (select id from form where person = $2) or form_b in (select id from form where person = $2))";
    /// The last subject number of a city.
    pub LAST_SUBJECT = "select coalesce(max(subject), 0) from person where city = $1";
}

/// New persons.
pub const INSERT_PERSONS: Bulk = Bulk {
    head: "insert into person (id, city, subject, network_subject, gender, age, birth, citizenship, first_day, \
           handle)",
    columns: 10,
    tail: "",
};

/// New forms.
pub const INSERT_FORMS: Bulk = Bulk {
    head: "insert into form (id, city, person, form_key, identity, gender, citizenship, times, stated_at, kept_at)",
    columns: 10,
    tail: "",
};

/// New doubts; a pair already known keeps its decision.
pub const INSERT_PAIRS: Bulk = Bulk {
    head: "insert into pair (id, city, form_a, form_b, probability, state, found_at)",
    columns: 7,
    tail: "on conflict (form_a, form_b) do nothing",
};
