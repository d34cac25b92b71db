//! Statements over places and stays.

/// Stays, in the columns that `read::stay` reads, with the person each belongs to now.
macro_rules! stays {
    ($rest:literal) => {
        concat!(
            "select s.id, s.form, s.point, s.bed, s.from_day, s.until_day, s.recorded_at, s.recorded_by, f.person, \
             f.identity, per.restricted_at from stay s join form f on f.id = s.form \
             join person per on per.id = f.person ",
            $rest
        )
    };
}

store::statements! {
    /// One stay.
    pub STAY = stays!("where s.city = $1 and s.id = $2");
    /// The stays of a person, the newest first.
    pub OF_PERSON = stays!("where f.city = $1 and f.person = $2 order by s.from_day desc, s.id desc");
    /// Who has a place in a city on a day, place by place.
    pub ON_DAY = stays!("where s.city = $1 and s.from_day <= $2 and (s.until_day is null or s.until_day > $2) \
        order by s.point, s.from_day, s.id limit $3");
    /// How many have a place on a day, place by place.
    pub TAKEN = "select point, count(*) from stay where city = $1 and from_day <= $2 \
        and (until_day is null or until_day > $2) group by point order by point";
    /// The days of the stays in a place that are not over on a day.
    pub SPANS = "select from_day, until_day from stay where city = $1 and point = $2 \
        and (until_day is null or until_day > $3) order by from_day, id";
    /// The places of a city and how many beds each has since when.
    pub PLACES = "select point, name, since, beds from place where city = $1 order by point, since";
    /// Whether a number of beds was kept.
    pub PLACE_KEPT = "select id from place where city = $1 and id = $2";
    /// Says how many beds a place has from a day on.
    pub KEEP_PLACE = "insert into place (id, city, point, name, since, beds, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (city, point, since) do update set \
        id = excluded.id, name = excluded.name, beds = excluded.beds, recorded_at = excluded.recorded_at, \
        recorded_by = excluded.recorded_by";
    /// A new stay.
    pub INSERT = "insert into stay (id, city, form, point, bed, from_day, until_day, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// Says when somebody left.
    pub END = "update stay set until_day = $3 where city = $1 and id = $2 and until_day is null";
    /// Corrects what a stay says.
    pub CORRECT = "update stay set point = $3, bed = $4, from_day = $5, until_day = $6 where city = $1 and id = $2";
    /// Takes a stay away.
    pub DELETE = "delete from stay where city = $1 and id = $2";
    /// Forgets which beds a person had.
    pub ERASE_BEDS = "update stay set bed = null where city = $1 \
        and form in (select id from form where person = $2)";
}
