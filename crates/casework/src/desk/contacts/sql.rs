//! Statements over contacts as the desk writes them: visits, gatherings, corrections.

use store::{Bulk, Spot};

/// What a gathering was called.
pub const GATHERING_TITLE: Spot = Spot { table: "gathering", column: "title" };
/// What a contact said before it was corrected, as JSON.
pub const CORRECTION_WAS: Spot = Spot { table: "correction", column: "was" };
/// Why it was corrected.
pub const CORRECTION_REASON: Spot = Spot { table: "correction", column: "reason" };

/// The sealed columns of this part.
pub const SPOTS: &[Spot] = &[GATHERING_TITLE, CORRECTION_WAS, CORRECTION_REASON];

/// Contacts with the person each belongs to now, in the columns that `Stored` reads.
macro_rules! contacts {
    ($rest:expr) => {
        contacts!("", $rest)
    };
    ($more:literal, $rest:expr) => {
        concat!(
            "select c.id, f.person, c.form, c.day, c.service, c.point, c.permit, c.modality, c.minutes, c.note, \
             c.outcome, c.heads, c.gathering, c.visit, c.register, c.sheet, c.line, c.recorded_at, c.recorded_by",
            $more,
            " from contact c ",
            $rest
        )
    };
}

/// The contacts of a day: of equal ones the desk's first, then those that most registers told.
macro_rules! of_day {
    ($whose:literal) => {
        contacts!(
            ", (select count(*) from contact_again a where a.contact = c.id) as told",
            concat!(
                "join form f on f.id = c.form where ",
                $whose,
                " order by case when c.register is null then 0 else 1 end, told desc, c.id"
            )
        )
    };
}

store::statements! {
    /// A form that was saved before.
    pub VISIT = "select city, said, recorded_at, recorded_by from visit where id = $1";
    /// Keeps that a form was saved.
    pub INSERT_VISIT = "insert into visit (id, city, said, point, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6)";
    /// The point where somebody recorded last.
    pub LAST_POINT = "select point from visit where city = $1 and recorded_by = $2 \
        order by recorded_at desc, id desc limit 1";
    /// Whether a person's data are restricted or erased.
    pub PERSON_STATE = "select restricted_at, erased_at from person where city = $1 and id = $2";
    /// The contacts of people on one day: of equal ones the desk's first, then those that most registers told.
    pub OF_DAY = of_day!("c.city = $1 and c.day = $2");
    /// The same, of one person.
    pub OF_PERSON_ON_DAY = of_day!("f.city = $1 and c.day = $2 and f.person = $3");
    /// One contact.
    pub CONTACT = contacts!("left join form f on f.id = c.form where c.city = $1 and c.id = $2");
    /// The contacts of one saved form.
    pub OF_VISIT = contacts!("left join form f on f.id = c.form where c.city = $1 and c.visit = $2 \
        order by c.minutes nulls last, c.id");
    /// The newest contacts of a person.
    pub OF_PERSON = contacts!("join form f on f.id = c.form where f.city = $1 and f.person = $2 \
        order by c.day desc, c.recorded_at desc, c.id limit $3");
    /// What somebody recorded since a moment, the newest first, with who each was written as and the gathering's name.
    pub RECORDED_SINCE = contacts!(", f.identity, f.gender, f.citizenship, f.times, g.title",
        "join visit v on v.id = c.visit left join form f on f.id = c.form left join gathering g on g.id = c.visit \
        where v.city = $1 and v.recorded_by = $2 and v.recorded_at >= $3 \
        order by v.recorded_at desc, c.visit, c.id limit $4");
    /// Corrects a contact.
    pub UPDATE_CONTACT = "update contact set day = $3, form = $4, service = $5, point = $6, modality = $7, \
        minutes = $8, note = $9, outcome = $10, heads = $11, permit = $12 where city = $1 and id = $2";
    /// Takes a contact away.
    pub DELETE_CONTACT = "delete from contact where city = $1 and id = $2";
    /// The registers that told a contact too, the first one first.
    pub TOLD_BY = "select a.register, a.sheet, a.line from contact_again a join register r on r.id = a.register \
        where a.contact = $1 order by r.imported_at, r.id";
    /// Which registers told the desk's contacts of a person on a day too.
    pub TOLD_OF_DAY = "select a.contact, a.register from contact_again a join contact c on c.id = a.contact \
        join form f on f.id = c.form where f.city = $1 and c.day = $2 and f.person = $3 and c.register is null";
    /// What told a contact again tells another one now.
    pub MOVE_AGAIN = "update contact_again set contact = $2 where contact = $1";
    /// What one register told again is another contact now.
    pub MOVE_ONE_AGAIN = "update contact_again set contact = $3 where contact = $1 and register = $2";
    /// A register does not tell a contact again any more.
    pub FORGET_AGAIN = "delete from contact_again where contact = $1 and register = $2";
    /// What registers said that the desk took over from them, of one person, the newest first.
    pub TAKEN_OVER = "select k.id, f.person, k.contact, k.action, k.was, k.reason, k.made_at, k.made_by \
        from correction k join form f on f.id = k.form where f.city = $1 and f.person = $2 \
        and k.action = 'absorbed' order by k.made_at desc, k.id";
    /// A gathering.
    pub INSERT_GATHERING = "insert into gathering (id, city, day, title, service, point, number, recorded_at, \
        recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// A correction that was saved before.
    pub SENT_CORRECTION = "select city, said, contact from correction where id = $1";
    /// Keeps what a contact was, and why it is not any more.
    pub INSERT_CORRECTION = "insert into correction (id, city, said, contact, form, visit, action, was, reason, \
        made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    /// What became of a contact, the oldest first.
    pub CORRECTIONS = "select k.id, f.person, k.contact, k.action, k.was, k.reason, k.made_at, k.made_by \
        from correction k left join form f on f.id = k.form where k.city = $1 and k.contact = $2 \
        order by k.made_at, k.id";
    /// What was taken back of a person, the newest first.
    pub TAKEN_BACK = "select k.id, f.person, k.contact, k.action, k.was, k.reason, k.made_at, k.made_by \
        from correction k join form f on f.id = k.form where f.city = $1 and f.person = $2 \
        and k.action = 'withdrawn' order by k.made_at desc, k.id limit $3";
    /// Forgets what else was written of a person's contacts.
    pub FORGET_NOTES = "update contact set note = null where city = $1 and note is not null \
        and form in (select id from form where person = $2)";
    /// Forgets what a person's contacts said before they were corrected, and why they were.
    pub FORGET_CORRECTIONS = "update correction set was = null, reason = null where city = $1 \
        and (form in (select id from form where person = $2) \
        or contact in (select c.id from contact c join form g on g.id = c.form where g.person = $2))";
    /// Whether a saved form was taken back right away.
    pub UNDONE = "select count(*) from correction where city = $1 and visit = $2 and action = 'undone'";
}

/// New contacts.
pub const INSERT_CONTACTS: Bulk = Bulk {
    head: "insert into contact (id, city, day, form, service, point, permit, modality, minutes, note, outcome, heads, \
           gathering, visit, register, sheet, line, recorded_at, recorded_by)",
    columns: 19,
    tail: "",
};

/// Contacts of the desk that a register told too.
pub const INSERT_AGAIN: Bulk =
    Bulk { head: "insert into contact_again (contact, register, sheet, line)", columns: 4, tail: "" };
