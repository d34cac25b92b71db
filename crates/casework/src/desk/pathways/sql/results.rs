//! Statements over results that were asked.

store::statements! {
    /// A new result.
    pub INSERT = "insert into result (id, city, form, pathway, kind, value, day, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// One result, with the person it belongs to now.
    pub RESULT = "select r.id, r.form, r.kind, r.value, r.day, r.recorded_at, r.recorded_by, r.pathway, f.person, \
        per.restricted_at from result r join form f on f.id = r.form join person per on per.id = f.person \
        where r.city = $1 and r.id = $2";
    /// The results of a person, oldest first.
    pub OF_PERSON = "select r.id, r.form, r.kind, r.value, r.day, r.recorded_at, r.recorded_by, r.pathway, f.person, \
        per.restricted_at from result r join form f on f.id = r.form join person per on per.id = f.person \
        where f.city = $1 and f.person = $2 order by r.day, r.id";
    /// Takes a result away.
    pub DELETE = "delete from result where city = $1 and id = $2";
}
