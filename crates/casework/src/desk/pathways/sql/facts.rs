//! Statements behind the facts of this part, and behind the months that move.

/// What every fact says of its person.
macro_rules! person {
    () => {
        "per.subject, per.network_subject, per.gender, per.age, per.citizenship"
    };
}

store::statements! {
    /// Pathways of a city that opened between two days.
    pub OPENED = concat!("select ", person!(), ", p.opened_on, p.area, p.point, p.recorded_at \
        from pathway p join form f on f.id = p.form join person per on per.id = f.person \
        where p.city = $1 and p.opened_on >= $2 and p.opened_on <= $3 \
        order by p.opened_on, per.subject, p.area, p.point nulls last, p.id");
    /// Pathways of a city that closed between two days.
    pub CLOSED = concat!("select ", person!(), ", p.closed_on, p.area, p.point, p.closed_at, p.outcome \
        from pathway p join form f on f.id = p.form join person per on per.id = f.person \
        where p.city = $1 and p.closed_on >= $2 and p.closed_on <= $3 \
        order by p.closed_on, per.subject, p.area, p.point nulls last, p.id");
    /// Stays in a city that began between two days.
    pub STAYS = concat!("select ", person!(), ", s.from_day, s.point, s.recorded_at, s.until_day \
        from stay s join form f on f.id = s.form join person per on per.id = f.person \
        where s.city = $1 and s.from_day >= $2 and s.from_day <= $3 \
        order by s.from_day, per.subject, s.point, s.id");
    /// Results of a city between two days; of a level of Italian on leaving a course, with the last one on entering
    /// a course up to that day.
    pub RESULTS = concat!("select ", person!(), ", r.day, r.kind, r.value, r.recorded_at, \
        (select b.value from result b join form bf on bf.id = b.form where bf.person = f.person \
            and b.kind = 'language_before' and b.day <= r.day order by b.day desc, b.id desc limit 1) \
        from result r join form f on f.id = r.form join person per on per.id = f.person \
        where r.city = $1 and r.day >= $2 and r.day <= $3 and r.kind <> 'language_before' \
        order by r.day, per.subject, r.kind, r.id");
    /// The days of what hangs on a form.
    pub DAYS_OF_FORM = "select opened_on from pathway where form = $1 \
        union select closed_on from pathway where form = $1 and closed_on is not null \
        union select from_day from stay where form = $1 \
        union select day from result where form = $1";
    /// The days of what hangs on the forms of a person.
    pub DAYS_OF_PERSON = "select p.opened_on from pathway p join form f on f.id = p.form where f.person = $1 \
        union select p.closed_on from pathway p join form f on f.id = p.form \
            where f.person = $1 and p.closed_on is not null \
        union select s.from_day from stay s join form f on f.id = s.form where f.person = $1 \
        union select r.day from result r join form f on f.id = r.form where f.person = $1";
    /// Cities of whoever moved in a change of the network, and the days of what hangs on their forms.
    pub DAYS_OF_MOVED = "with moved as (select p.city, f.id from network_move m join person p on p.handle = m.handle \
            join form f on f.person = p.id where m.version = $1) \
        select m.city, p.opened_on from moved m join pathway p on p.form = m.id \
        union select m.city, p.closed_on from moved m join pathway p on p.form = m.id where p.closed_on is not null \
        union select m.city, s.from_day from moved m join stay s on s.form = m.id \
        union select m.city, r.day from moved m join result r on r.form = m.id";
    /// The days of results of a person: one of them may say what another one means.
    pub DAYS_OF_RESULTS = "select distinct r.day from result r join form f on f.id = r.form where f.person = $1";
}
