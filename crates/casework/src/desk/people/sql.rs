//! Statements over what the desk knows of people: details, households, attachments, rectifications.

use store::{Bulk, Spot};

/// What is known: a code or a text.
pub const DETAIL_VALUE: Spot = Spot { table: "detail", column: "value" };
/// Why somebody was written down anew.
pub const RECTIFICATION_REASON: Spot = Spot { table: "rectification", column: "reason" };
/// What an attached file is called.
pub const ATTACHMENT_NAME: Spot = Spot { table: "attachment", column: "name" };
/// The attached file.
pub const ATTACHMENT_CONTENT: Spot = Spot { table: "attachment", column: "content" };
/// Why it was taken away.
pub const ATTACHMENT_REMOVED_WHY: Spot = Spot { table: "attachment", column: "removed_why" };

/// All sealed columns.
pub const SPOTS: &[Spot] =
    &[DETAIL_VALUE, RECTIFICATION_REASON, ATTACHMENT_NAME, ATTACHMENT_CONTENT, ATTACHMENT_REMOVED_WHY];

/// How many people are shown at once: the statements below name so many.
pub const MOST_CARDS: usize = 20;

store::statements! {
    /// Some people of a city, those who were not erased.
    pub PEOPLE = "select id, gender, birth, citizenship, first_day, restricted_at from person \
        where city = $1 and erased_at is null and id in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, \
        $14, $15, $16, $17, $18, $19, $20, $21)";
    /// The forms they were written in.
    pub FORMS_OF_PEOPLE = "select id, identity, gender, citizenship, times, person, stated_at from form \
        where city = $1 and person in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
        $18, $19, $20, $21) order by id";
    /// How often and when they were last met.
    pub MET = "select f.person, count(*), max(c.day) from form f join contact c on c.form = f.id \
        where f.city = $1 and f.person in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
        $18, $19, $20, $21) group by f.person";
    /// Who of them is in charge, and since when.
    pub IN_CHARGE = "select f.person, min(w.opened_on) from form f join pathway w on w.form = f.id \
        where f.city = $1 and f.person in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, \
        $18, $19, $20, $21) and w.closed_on is null group by f.person";
    /// The people met in a city between two days, and where.
    pub PEOPLE_MET = "select distinct f.person, c.point from contact c join form f on f.id = c.form \
        where c.city = $1 and c.day >= $2 and c.day <= $3";
    /// The people whom the desk of a city wrote down between two moments.
    pub PEOPLE_STATED = "select distinct person from form where city = $1 and stated_at >= $2 and stated_at < $3";
    /// What may be done with somebody's file.
    pub STANDING = "select restricted_at, erased_at, restricted_by from person where city = $1 and id = $2";
    /// Whose identifier it is already.
    pub PERSON_CITY = "select city from person where id = $1";
    /// The form with a key.
    pub FORM_WITH_KEY = "select id, person from form where city = $1 and form_key = $2";
    /// Whom somebody was united with, who has no forms any more.
    pub UNITED_WITH = "select f.person, p.id from pair p join form f on f.id = p.form_a \
        where p.city = $1 and p.moved_from = $2 and p.state = 'joined' order by p.decided_at desc nulls last, p.id \
        limit 1";
    /// How two forms were decided on.
    pub PAIR_OF_FORMS = "select id, state from pair where city = $1 and form_a = $2 and form_b = $3";
    /// What was decided on the forms of a person.
    pub DECISIONS_OF_PERSON = "select distinct p.id, p.state, p.decided_at, p.decided_by from pair p \
        join form f on f.id in (p.form_a, p.form_b) where p.city = $1 and f.person = $2 and p.state <> 'open' \
        order by p.decided_at, p.id";
    /// A pair that was decided where it was found.
    pub INSERT_DECIDED_PAIR = "insert into pair (id, city, form_a, form_b, probability, state, found_at, \
        decided_at, decided_by, moved) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) \
        on conflict (form_a, form_b) do nothing";
    /// Everything known of a person, the newest first.
    pub DETAILS = "select d.id, d.kind, d.value, d.office, d.since, d.until, d.recorded_at, d.recorded_by \
        from detail d join form f on f.id = d.form where f.city = $1 and f.person = $2 and d.value is not null \
        order by d.since desc, d.recorded_at desc, d.id desc";
    /// One detail of a person.
    pub DETAIL = "select d.kind, d.since, d.until, d.value, d.office from detail d join form f on f.id = d.form \
        where f.city = $1 and f.person = $2 and d.id = $3";
    /// Whether a detail was recorded already.
    pub DETAIL_CITY = "select city from detail where id = $1";
    /// Something known of a person.
    pub INSERT_DETAIL = "insert into detail (id, city, form, kind, value, office, since, until, recorded_at, \
        recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// The last day something held.
    pub END_DETAIL = "update detail set until = $3, ended_at = $4, ended_by = $5 where city = $1 and id = $2";
    /// The details of a kind that hold for a person.
    pub STANDING_DETAILS = "select d.id, d.since, d.office from detail d join form f on f.id = d.form \
        where f.city = $1 and f.person = $2 and d.kind = $3 and d.until is null and d.value is not null";
    /// Titles of stay and vulnerabilities in a city between two days.
    pub COUNTED_DETAILS = "select p.subject, d.id, d.kind, d.value, d.since, d.until from detail d \
        join form f on f.id = d.form join person p on p.id = f.person where d.city = $1 and d.kind in ('permit', 'vulnerability') \
        and d.since <= $3 and (d.until is null or d.until >= $2) and d.value is not null \
        order by p.subject, d.since, d.recorded_at, d.id";
    /// The days of everything about a person of whom something is known that facts tell: a household, a title of
    /// stay, a vulnerability.
    pub DAYS_IN_CIRCUMSTANCES = "select x.day from ( \
        select c.day as day from contact c join form f on f.id = c.form where f.person = $1 \
        union select p.opened_on from pathway p join form f on f.id = p.form where f.person = $1 \
        union select p.closed_on from pathway p join form f on f.id = p.form where f.person = $1 \
            and p.closed_on is not null \
        union select s.from_day from stay s join form f on f.id = s.form where f.person = $1 \
        union select r.day from result r join form f on f.id = r.form where f.person = $1) x \
        where exists (select 1 from household_member m join form g on g.id = m.form where g.person = $1) \
        or exists (select 1 from detail d join form g on g.id = d.form where g.person = $1 \
            and d.kind in ('permit', 'vulnerability'))";
    /// Why a person was written down anew.
    pub RECTIFICATIONS = "select r.id, r.reason, r.recorded_at, r.recorded_by, r.form from rectification r \
        join form f on f.id = r.form where f.city = $1 and f.person = $2 order by r.recorded_at, r.id";
    /// Whether a rectification was written already.
    pub RECTIFICATION_CITY = "select city from rectification where id = $1";
    /// A person was written down anew.
    pub INSERT_RECTIFICATION = "insert into rectification (id, city, form, reason, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6)";
    /// Everybody who is or was in the households of a person.
    pub MEMBERS = "select m.id, h.id, h.number, g.person, m.relation, m.since, m.until, m.recorded_at, m.recorded_by \
        from household_member m join household h on h.id = m.household join form g on g.id = m.form \
        where m.household in (select o.household from household_member o \
        join form f on f.id = o.form where f.city = $1 and f.person = $2) \
        order by h.number, m.since, m.recorded_at, m.id";
    /// The memberships of a person.
    pub MEMBERSHIPS = "select m.id, m.household, h.number, m.since, m.until from household_member m \
        join form f on f.id = m.form join household h on h.id = m.household \
        where f.city = $1 and f.person = $2 order by m.since, m.id";
    /// Who was in a household in a city between two days.
    pub COUNTED_MEMBERS = "select p.subject, h.number, m.since, m.until from household_member m \
        join form f on f.id = m.form join person p on p.id = f.person join household h on h.id = m.household \
        where m.city = $1 and m.since <= $3 and (m.until is null or m.until >= $2) \
        order by p.subject, h.number";
    /// A household.
    pub HOUSEHOLD = "select number from household where city = $1 and id = $2";
    /// Whose household it is.
    pub HOUSEHOLD_CITY = "select city from household where id = $1";
    /// The last number given to a household of a city.
    pub LAST_HOUSEHOLD = "select coalesce(max(number), 0) from household where city = $1";
    /// A new household.
    pub INSERT_HOUSEHOLD = "insert into household (id, city, number, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5)";
    /// Whose membership it is.
    pub MEMBER_CITY = "select city from household_member where id = $1";
    /// A membership, with whose it is.
    pub MEMBER = "select f.person, m.since, m.until, m.household from household_member m join form f on f.id = m.form \
        where m.city = $1 and m.id = $2";
    /// Somebody in a household.
    pub INSERT_MEMBER = "insert into household_member (id, city, household, form, relation, since, until, \
        recorded_at, recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    /// The last day of a membership.
    pub END_MEMBER = "update household_member set until = $3, ended_at = $4, ended_by = $5 \
        where city = $1 and id = $2";
    /// A membership that never was.
    pub DELETE_MEMBER = "delete from household_member where city = $1 and id = $2";
    /// What is attached to a person's file, the newest first.
    pub ATTACHMENTS = "select a.id, a.name, a.media_type, a.size, a.added_at, a.added_by, a.removed_at, \
        a.removed_by, a.removed_why from attachment a join form f on f.id = a.form \
        where f.city = $1 and f.person = $2 order by a.added_at desc, a.id desc";
    /// One attached file of a person.
    pub ATTACHMENT = "select a.name, a.media_type, a.content from attachment a join form f on f.id = a.form \
        where f.city = $1 and f.person = $2 and a.id = $3 and a.removed_at is null and a.content is not null";
    /// Whose attachment it is.
    pub ATTACHMENT_CITY = "select city from attachment where id = $1";
    /// An attached file.
    pub INSERT_ATTACHMENT = "insert into attachment (id, city, form, name, media_type, size, sha256, content, \
        added_at, added_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// Takes an attached file away: the content goes, that it was there stays.
    pub REMOVE_ATTACHMENT = "update attachment set content = null, removed_at = $3, removed_by = $4, \
        removed_why = $5 where city = $1 and id = $2 and removed_at is null";
    /// Forgets what is known of a person, but for the codes that facts tell.
    pub FORGET_DETAILS = "delete from detail where city = $1 and kind not in ('permit', 'vulnerability') \
        and form in (select id from form where person = $2)";
    /// Forgets which point kept what is left of it for itself.
    pub FORGET_OFFICES = "update detail set office = null where city = $1 and office is not null \
        and form in (select id from form where person = $2)";
    /// Forgets why a person was written down anew.
    pub FORGET_RECTIFICATIONS = "delete from rectification where city = $1 \
        and form in (select id from form where person = $2)";
    /// Forgets what a person was to the others of a household; which household it was stays, since it is counted.
    pub FORGET_RELATIONS = "update household_member set relation = $3 where city = $1 \
        and form in (select id from form where person = $2)";
    /// Forgets the papers of a person, with their names and digests.
    pub FORGET_ATTACHMENTS = "delete from attachment where city = $1 \
        and form in (select id from form where person = $2)";
}

/// Several details at once.
pub const INSERT_DETAILS: Bulk = Bulk {
    head: "insert into detail (id, city, form, kind, value, office, since, until, recorded_at, recorded_by)",
    columns: 10,
    tail: "",
};
