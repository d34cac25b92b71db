//! The statements of the log of reads.

store::statements! {
    /// One line.
    pub INSERT_LINE = "insert into read_line (id, city, at, day, account, login, role, offices, act, what, \
        persons, person, detail, digest) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    /// A city's lines before a moment, the newest first; of one login, of one way of reading, between two days.
    pub OF_CITY = "select id, city, at, login, role, act, what, persons, person, detail from read_line \
        where city = $1 and login = coalesce($2, login) and act = coalesce($3, act) and day >= $4 and day <= $5 \
        and (at, id) < ($6, $7) order by at desc, id desc limit $8";
    /// The same of all cities.
    pub OF_ALL = "select id, city, at, login, role, act, what, persons, person, detail from read_line \
        where login = coalesce($1, login) and act = coalesce($2, act) and day >= $3 and day <= $4 \
        and (at, id) < ($5, $6) order by at desc, id desc limit $7";
    /// The same of one person.
    pub OF_PERSON = "select l.id, l.city, l.at, l.login, l.role, l.act, l.what, l.persons, l.person, l.detail \
        from read_person p join read_line l on l.id = p.line \
        where p.person = $1 and p.city = coalesce($2, p.city) and l.login = coalesce($3, l.login) \
        and l.act = coalesce($4, l.act) and l.day >= $5 and l.day <= $6 \
        and (p.at, p.line) < ($7, $8) order by p.at desc, p.line desc limit $9";
    /// One line.
    pub ONE = "select id, city, at, login, role, act, what, persons, person, detail from read_line where id = $1";
    /// The people of a line after one of them.
    pub PERSONS_OF = "select person from read_person where line = $1 and person > $2 order by person limit $3";
    /// What a city's rules look at of a day: a row for each file that was opened, one for every other line.
    pub OF_DAY = "select l.account, l.login, l.role, l.offices, l.at, l.act, l.what, l.digest, p.person \
        from read_line l left join read_person p on p.line = l.id and l.act = 'view' \
        where l.city = $1 and l.day = $2 order by l.at, l.id, p.person";
    /// The days of a city with lines, from one on.
    pub DAYS = "select distinct day from read_line where city = $1 and day >= $2 order by day";
    /// The last day of a city that the rules looked at.
    pub LAST_TALLY = "select max(day) from read_tally where city = $1";
    /// How many files each account opened on the days before one, from one on.
    pub TALLIES = "select account, files from read_tally where city = $1 and day >= $2 and day < $3";
    /// The flags that were raised, those that wait first, then the newest.
    pub FLAGS = "select id, city, day, account, login, rule, seen, usual, at, looked_at, looked_by, looked_seen, \
        note from read_flag where city = coalesce($1, city) \
        order by case when looked_at is null or seen > looked_seen then 0 else 1 end, at desc, id desc limit $2";
    /// One flag.
    pub FLAG = "select id, city, day, account, login, rule, seen, usual, at, looked_at, looked_by, looked_seen, \
        note from read_flag where id = $1 and city = $2";
    /// Says that a flag was looked at.
    pub LOOK_AT = "update read_flag set looked_at = $3, looked_by = $4, looked_seen = seen, note = $5 \
        where id = $1 and city = $2";
    /// How many flags of a city wait for somebody other than an account, and since when.
    pub WAITING = "select count(*), min(at) from read_flag where city = $1 and account <> $2 \
        and (looked_at is null or seen > looked_seen)";
    /// Takes what was searched out of the lines that found a person.
    pub FORGET_SEARCHES = "update read_line set detail = null, digest = null where city = $1 and detail is not null \
        and id in (select line from read_person where person = $2)";
    /// What was searched in a city, and how many people it found.
    pub SEARCHES = "select id, detail, persons from read_line where city = $1 and detail is not null order by id";
    /// Takes what was searched out of a line.
    pub FORGET_SEARCH = "update read_line set detail = null, digest = null where city = $1 and id = $2";
    /// Takes away whom the lines of a city before a moment found.
    pub FORGET_PERSONS_BEFORE = "delete from read_person where city = $1 and at < $2";
    /// Takes away the lines of a city before a moment.
    pub FORGET_LINES_BEFORE = "delete from read_line where city = $1 and at < $2";
    /// Takes away how many files were opened in a city before a day.
    pub FORGET_TALLIES_BEFORE = "delete from read_tally where city = $1 and day < $2";
    /// Takes away the flags of a city before a moment that somebody looked at.
    pub FORGET_FLAGS_BEFORE = "delete from read_flag where city = $1 and at < $2 \
        and looked_at is not null and seen <= looked_seen";
}

/// The people of a line.
pub const INSERT_PERSONS: store::Bulk = store::Bulk {
    head: "insert into read_person (line, person, city, at)",
    columns: 4,
    tail: "on conflict (line, person) do nothing",
};

/// Files that each account opened on a day.
pub const KEEP_TALLIES: store::Bulk = store::Bulk {
    head: "insert into read_tally (city, day, account, files)",
    columns: 4,
    tail: "on conflict (city, day, account) do update set files = excluded.files",
};

/// Flags raised on a day; one that is there already follows the day's numbers.
pub const RAISE_FLAGS: store::Bulk = store::Bulk {
    head: "insert into read_flag (id, city, day, account, login, rule, seen, usual, at)",
    columns: 9,
    tail: "on conflict (city, day, account, rule) do update set seen = excluded.seen, usual = excluded.usual",
};
