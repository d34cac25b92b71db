//! Statements over pathways, assessments and corrections.

/// Pathways, in the columns that `read::pathway` reads, with the person each belongs to now.
macro_rules! pathways {
    ($rest:literal) => {
        concat!(
            "select p.id, p.form, p.area, p.point, p.opened_on, p.closed_on, p.outcome, p.closed_at, p.closed_by, \
             p.followed_by, p.next_due, p.recorded_at, p.recorded_by, p.closing, p.closing_note, f.person, \
             f.identity, per.restricted_at from pathway p join form f on f.id = p.form \
             join person per on per.id = f.person ",
            $rest
        )
    };
}

/// The same with the step that is due first, if one is.
macro_rules! next_step {
    ($rest:literal) => {
        concat!(
            "select p.id, p.form, p.area, p.point, p.opened_on, p.closed_on, p.outcome, p.closed_at, p.closed_by, \
             p.followed_by, p.next_due, p.recorded_at, p.recorded_by, p.closing, p.closing_note, f.person, \
             f.identity, per.restricted_at, s.id, s.content from pathway p join form f on f.id = p.form \
             join person per on per.id = f.person \
             left join step s on s.id = (select n.id from goal g join step n on n.goal = g.id \
             where g.pathway = p.id and g.reached_on is null and g.dropped_on is null and n.done_on is null \
             and n.due_on = p.next_due order by n.recorded_at, n.id limit 1) where p.city = $1 ",
            $rest
        )
    };
}

store::statements! {
    /// One pathway.
    pub PATHWAY = pathways!("where p.city = $1 and p.id = $2");
    /// The pathways of a person, the newest first.
    pub OF_PERSON = pathways!("where f.city = $1 and f.person = $2 order by p.opened_on desc, p.id desc");
    /// The open pathways of a city after a place in the list, those with a step that is due first, each with that
    /// step. What is not to narrow them is null.
    pub OPEN = next_step!("and p.closed_on is null and (p.next_due, p.id) > ($2, $3) \
        and (cast($4 as text) is null or p.followed_by = $4) and (cast($5 as text) is null or p.point = $5) \
        and (cast($6 as text) is null or p.area = $6) and p.next_due <= $7 \
        order by p.next_due, p.id limit $8");
    /// The closed pathways of a city after a place in the list, the last closed first.
    pub CLOSED = pathways!("where p.city = $1 and p.closed_on is not null and (p.closed_on, p.id) < ($2, $3) \
        and (cast($4 as text) is null or p.followed_by = $4) and (cast($5 as text) is null or p.point = $5) \
        and (cast($6 as text) is null or p.area = $6) \
        order by p.closed_on desc, p.id desc limit $7");
    /// How many pathways of a city are open, how many of these somebody follows, and how many of those have a step
    /// that was due up to a day.
    pub COUNTS = "select count(*), cast(coalesce(sum(case when followed_by = $2 then 1 else 0 end), 0) as bigint), \
        cast(coalesce(sum(case when followed_by = $2 and next_due <= $3 then 1 else 0 end), 0) as bigint) \
        from pathway where city = $1 and closed_on is null";
    /// The steps of a city's open pathways that were due up to a day, by who follows the pathway.
    pub DUE_STEPS = "select count(*), min(s.due_on) from pathway p join goal g on g.pathway = p.id \
        join step s on s.goal = g.id where p.city = $1 and p.closed_on is null and p.next_due <= $3 \
        and p.followed_by = $2 and g.reached_on is null and g.dropped_on is null and s.done_on is null \
        and s.due_on <= $3";
    /// A person: whose form a record can hang on, the one stated last before the one written most often; and
    /// whether they may be used.
    pub PERSON = "select f.id, f.identity, p.restricted_at, p.erased_at from person p join form f on f.person = p.id \
        where p.city = $1 and p.id = $2 and f.identity is not null \
        order by f.stated_at desc nulls last, f.times desc, f.id limit 1";
    /// Whether the data of whoever a form belongs to may be used: restricted, erased.
    pub FORM_STATE = "select p.restricted_at, p.erased_at from form f join person p on p.id = f.person \
        where f.city = $1 and f.id = $2";
    /// A new pathway.
    pub INSERT = "insert into pathway (id, city, form, area, point, opened_on, followed_by, next_due, recorded_at, \
        recorded_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// Closes a pathway.
    pub CLOSE = "update pathway set closed_on = $3, outcome = $4, closing = $5, closing_note = $6, closed_at = $7, \
        closed_by = $8 where city = $1 and id = $2 and closed_on is null";
    /// Corrects what a pathway says.
    pub CORRECT = "update pathway set area = $3, point = $4, opened_on = $5, closed_on = $6, outcome = $7 \
        where city = $1 and id = $2";
    /// Takes a pathway away, with its assessments and goals.
    pub DELETE = "delete from pathway where city = $1 and id = $2";
    /// Says who follows a pathway.
    pub FOLLOW = "update pathway set followed_by = $3 where city = $1 and id = $2";
    /// Works out the next day of a pathway again; the last parameter stands for none.
    pub SETTLE_DUE = "update pathway set next_due = coalesce((select min(s.due_on) from goal g \
        join step s on s.goal = g.id where g.pathway = pathway.id and g.reached_on is null \
        and g.dropped_on is null and s.done_on is null), $3) where city = $1 and id = $2";
    /// The points that pathways of a city were opened at.
    pub POINTS = "select distinct point from pathway where city = $1 and point is not null order by point";
    /// A new assessment.
    pub INSERT_ASSESSMENT = "insert into assessment (id, city, pathway, day, needs, recorded_at, recorded_by) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    /// Whether an assessment was kept.
    pub ASSESSMENT = "select pathway from assessment where city = $1 and id = $2";
    /// The assessments of a pathway, oldest first.
    pub ASSESSMENTS = "select id, day, needs, recorded_at, recorded_by from assessment \
        where city = $1 and pathway = $2 order by day, recorded_at, id";
    /// Keeps what something was, and why it is not any more.
    pub INSERT_CORRECTION = "insert into pathway_correction (id, city, form, entity, what, action, was, reason, \
        made_at, made_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";
    /// Whether a correction was kept.
    pub CORRECTION = "select entity from pathway_correction where city = $1 and id = $2";
    /// The corrections of one thing, oldest first.
    pub CORRECTIONS = "select id, what, action, was, reason, made_at, made_by, entity from pathway_correction \
        where city = $1 and entity = $2 order by made_at, id";
    /// The corrections of a person's records, oldest first.
    pub CORRECTIONS_OF_PERSON = "select c.id, c.what, c.action, c.was, c.reason, c.made_at, c.made_by, c.entity \
        from pathway_correction c join form f on f.id = c.form \
        where f.city = $1 and f.person = $2 order by c.made_at, c.id";
    /// Whether somebody was at a service.
    pub WAS_AT = "select count(*) from contact c join form f on f.id = c.form \
        where f.city = $1 and f.person = $2 and c.service = $3";
    /// Forgets what was said of a person's pathways: what was found, and why one ended.
    pub ERASE_NOTES = "update pathway set closing_note = null where city = $1 \
        and form in (select id from form where person = $2)";
    /// Forgets what was found when needs were assessed.
    pub ERASE_ASSESSMENTS = "update assessment set needs = null where city = $1 and pathway in \
        (select p.id from pathway p join form f on f.id = p.form where f.person = $2)";
    /// Forgets what was corrected, and why.
    pub ERASE_CORRECTIONS = "update pathway_correction set was = null, reason = null where city = $1 \
        and form in (select id from form where person = $2)";
}
