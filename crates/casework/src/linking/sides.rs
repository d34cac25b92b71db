//! Statements over what is asked in two cities.

use store::Bulk;

/// The person who has the forms of a person `p` of whom none is left: with whom they were united. Else `p` themselves.
macro_rules! united_with {
    () => {
        "coalesce((select f.person from pair d join form f on f.id = d.form_a \
            where d.moved_from = p.id and d.state = 'joined' \
            and not exists (select 1 from form o where o.person = p.id) order by d.decided_at desc limit 1), p.id)"
    };
}

store::statements! {
    /// All pairs: whether they are asked, whether a side was answered, and whether each side waits for an answer that
    /// somebody may be asked for.
    pub PAIRS = "select p.id, p.a, p.b, max(case when s.is_asked then 1 else 0 end) = 1, count(s.answer) > 0, \
        max(case when s.handle = p.a and s.answer is null and x.restricted_at is null then 1 else 0 end) = 1, \
        max(case when s.handle = p.b and s.answer is null and x.restricted_at is null then 1 else 0 end) = 1 \
        from network_pair p join network_side s on s.pair = p.id left join person x on x.handle = s.handle \
        group by p.id, p.a, p.b";
    /// Both sides of a pair are asked, or not any more.
    pub ASK = "update network_side set is_asked = $2 where pair = $1";
    /// A pair that nobody answered and nobody is asked about any more.
    pub DROP = "delete from network_pair where id = $1";
    /// Who stands in a pair of which no side is written yet, and the days they were met.
    pub DAYS = "select p.handle, c.day from network_pair q join person p on p.handle = q.a \
            join form f on f.person = p.id join contact c on c.form = f.id \
            where not exists (select 1 from network_side s where s.pair = q.id) \
        union select p.handle, c.day from network_pair q join person p on p.handle = q.b \
            join form f on f.person = p.id join contact c on c.form = f.id \
            where not exists (select 1 from network_side s where s.pair = q.id)";
    /// Pairs whose answers changed after a change, with both answers.
    pub ANSWERED = "select p.a, p.b, x.answer, y.answer from network_pair p \
        join network_side x on x.pair = p.id and x.handle = p.a \
        join network_side y on y.pair = p.id and y.handle = p.b where p.version > $1 order by p.a, p.b";
    /// Who of those asked about was united with somebody of their city, and with whom.
    pub UNITED = concat!("select u.handle, k.handle from (select p.handle, p.id, ", united_with!(), " as stays \
        from person p where p.handle in (select handle from network_side)) u \
        join person k on k.id = u.stays where u.stays <> u.id and k.handle is not null order by u.handle");
    /// What is asked or was answered of a person who is forgotten, and of whoever was united with them.
    pub FORGET = concat!("delete from network_pair where a = $1 or b = $1 or id in (select s.pair from network_side s \
        join person p on p.handle = s.handle join person k on k.id = ", united_with!(), " where k.handle = $1)");
    /// What an answer to one side changes.
    pub SIDE = "select pair, answer from network_side where city = $1 and id = $2";
    /// An answer, or none any more.
    pub ANSWER = "update network_side set answer = $2, answered_at = $3, answered_by = $4 where id = $1";
    /// The change in which a pair was answered.
    pub TOUCH = "update network_pair set version = $2 where id = $1";
    /// The sides of a city that wait for an answer, the oldest first.
    pub OPEN = "select s.id, p.id, s.other_city, s.years, s.answer, s.answered_at, s.answered_by, s.is_asked, s.found_at \
        from network_side s join person p on p.handle = s.handle where s.city = $1 and s.is_asked \
        and s.answer is null and p.erased_at is null and p.restricted_at is null order by s.found_at, s.id limit $2";
    /// Those that were answered, the last first, each with the person who has the forms now.
    pub SETTLED = concat!("select s.id, ", united_with!(), ", s.other_city, s.years, s.answer, s.answered_at, \
        s.answered_by, s.is_asked, s.found_at from network_side s join person p on p.handle = s.handle where s.city = $1 \
        and s.answer is not null and p.erased_at is null order by s.answered_at desc, s.id limit $2");
    /// How many wait in a city, and since when.
    pub WAITING = "select count(*), min(s.found_at) from network_side s join person p on p.handle = s.handle \
        where s.city = $1 and s.is_asked and s.answer is null and p.erased_at is null and p.restricted_at is null";
}

/// New pairs.
pub const INSERT_PAIRS: Bulk =
    Bulk { head: "insert into network_pair (id, a, b, version)", columns: 4, tail: "" };

/// Their sides.
pub const INSERT_SIDES: Bulk = Bulk {
    head: "insert into network_side (id, city, pair, handle, other_city, years, is_asked, found_at)",
    columns: 8,
    tail: "",
};
