//! Statements over requests, restrictions and what is left of who was erased.

use store::Spot;

/// What a person asked, in words.
pub(crate) const NOTE: Spot = Spot { table: "rights_request", column: "note" };
/// What they were answered.
pub(crate) const ANSWER: Spot = Spot { table: "rights_request", column: "answer" };
/// Why the use of data was stopped, or goes on.
pub(crate) const RESTRICTION_REASON: Spot = Spot { table: "restriction", column: "reason" };

/// The sealed columns of this part.
pub(crate) const SPOTS: &[Spot] = &[NOTE, ANSWER, RESTRICTION_REASON];

/// Requests, in the columns that `read::request` reads, with the person each belongs to now.
macro_rules! requests {
    ($rest:literal) => {
        concat!(
            "select r.id, f.person, p.erased_at, r.kind, r.received_on, r.due_on, r.note, r.recorded_at, \
             r.recorded_by, r.state, r.ground, r.answer, r.settled_at, r.settled_by from rights_request r \
             join form f on f.id = r.form join person p on p.id = f.person ",
            $rest
        )
    };
}

store::statements! {
    /// One request.
    pub REQUEST = requests!("where r.city = $1 and r.id = $2");
    /// The requests of a city that wait, those due first before the others.
    pub OPEN = requests!("where r.city = $1 and r.state = 'open' order by r.due_on, r.id limit $2");
    /// Those that were answered, the newest first.
    pub SETTLED = requests!("where r.city = $1 and r.state <> 'open' \
        order by r.settled_at desc nulls last, r.id desc limit $2");
    /// The requests of a person, the newest first.
    pub OF_PERSON = requests!("where f.city = $1 and f.person = $2 order by r.received_on desc, r.id desc");
    /// How many requests of a city wait, since when, and how many were due before a day.
    pub WAITING = "select count(*), min(recorded_at), \
        cast(coalesce(sum(case when due_on < $2 then 1 else 0 end), 0) as bigint) from rights_request \
        where city = $1 and state = 'open'";
    /// Whose a request is.
    pub REQUEST_CITY = "select city from rights_request where id = $1";
    /// A request as it was made.
    pub INSERT_REQUEST = "insert into rights_request (id, city, form, kind, received_on, due_on, note, recorded_at, \
        recorded_by, state) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'open')";
    /// A request that was answered.
    pub SETTLE = "update rights_request set state = $3, ground = $4, answer = $5, settled_at = $6, settled_by = $7 \
        where city = $1 and id = $2 and state = 'open'";
    /// The form that what is recorded of a person hangs on, whether their data are restricted, and whether they were
    /// erased.
    pub PERSON = "select f.id, p.restricted_at, p.erased_at from person p join form f on f.person = p.id \
        where p.city = $1 and p.id = $2 order by f.stated_at desc nulls last, f.times desc, f.id limit 1";
    /// Stops the use of a person's data, or lets it go on.
    pub RESTRICT = "update person set restricted_at = $3, restricted_by = $4 where city = $1 and id = $2";
    /// Whose a restriction is.
    pub RESTRICTION_CITY = "select city from restriction where id = $1";
    /// That it was stopped, or goes on.
    pub INSERT_RESTRICTION = "insert into restriction (id, city, form, action, reason, made_at, made_by) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    /// When it was stopped and went on, oldest first.
    pub RESTRICTIONS = "select r.id, r.action, r.reason, r.made_at, r.made_by from restriction r \
        join form f on f.id = r.form where f.city = $1 and f.person = $2 order by r.made_at, r.id";
    /// What of a person is still going on: pathways, stays, referrals.
    pub GOING_ON = "select 'pathway', count(*) from pathway w join form f on f.id = w.form \
        where f.city = $1 and f.person = $2 and w.closed_on is null \
        union all select 'stay', count(*) from stay s join form f on f.id = s.form \
        where f.city = $1 and f.person = $2 and s.until_day is null \
        union all select 'referral', count(*) from referral r join form f on f.id = r.form \
        where f.city = $1 and f.person = $2 and r.state = 'waiting'";
    /// The keys of a city's erased forms, each with the day up to which registers tell what was erased.
    pub ERASED_KEYS = "select digest, form, until from erased_key where city = $1";
    /// The lines of a file, brought before, that tell contacts of people who were erased.
    pub ERASED_LINES = "select x.sheet, x.line, c.form from (select a.contact as contact, a.register as register, \
        a.sheet as sheet, a.line as line from contact_again a \
        union all select k.id, k.register, k.sheet, k.line from contact k where k.register is not null) x \
        join register g on g.id = x.register join contact c on c.id = x.contact join form f on f.id = c.form \
        where g.city = $1 and g.sha256 = $2 and f.identity is null and x.sheet is not null and x.line is not null \
        order by c.form";
    /// Keeps the key of a form that is erased.
    pub INSERT_ERASED_KEY = "insert into erased_key (city, digest, form, until) values ($1, $2, $3, $4) \
        on conflict (city, digest, form) do nothing";
    /// Forgets what the requests of a person said.
    pub FORGET_REQUESTS = "update rights_request set note = null, answer = null where city = $1 \
        and form in (select id from form where person = $2)";
    /// Forgets why the use of a person's data was stopped.
    pub FORGET_RESTRICTIONS = "update restriction set reason = null where city = $1 \
        and form in (select id from form where person = $2)";
    /// Contacts of a person, all of them, in the columns that `contacts::row::Stored` reads.
    pub CONTACTS = "select c.id, f.person, c.form, c.day, c.service, c.point, c.permit, c.modality, c.minutes, c.note, \
        c.outcome, c.heads, c.gathering, c.visit, c.register, c.sheet, c.line, c.recorded_at, c.recorded_by \
        from contact c join form f on f.id = c.form where f.city = $1 and f.person = $2 order by c.day, c.id";
    /// Corrections of the contacts of a person, oldest first, in the columns that `contacts::correction` reads.
    pub CORRECTIONS = "select k.id, f.person, k.contact, k.action, k.was, k.reason, k.made_at, k.made_by \
        from correction k join form f on f.id = k.form where f.city = $1 and f.person = $2 order by k.made_at, k.id";
}
