//! Statements of the job that takes away what is over. Whoever asked something that waits, or has their data
//! restricted, is left alone.

store::statements! {
    /// People who are not erased, of whom nothing is open, restricted or asked, first met before a day: their first
    /// day, the last days something happened, and the last moments something was written.
    pub IDLE = "select p.id, p.first_day, \
        (select max(c.day) from contact c join form f on f.id = c.form where f.person = p.id), \
        (select max(coalesce(w.closed_on, w.opened_on)) from pathway w join form f on f.id = w.form \
            where f.person = p.id), \
        (select max(coalesce(s.until_day, s.from_day)) from stay s join form f on f.id = s.form \
            where f.person = p.id), \
        (select max(r.day) from result r join form f on f.id = r.form where f.person = p.id), \
        (select max(f.stated_at) from form f where f.person = p.id), \
        (select max(d.recorded_at) from detail d join form f on f.id = d.form where f.person = p.id), \
        (select max(a.added_at) from attachment a join form f on f.id = a.form where f.person = p.id), \
        (select max(coalesce(r.answered_at, r.made_at)) from referral r join form f on f.id = r.form \
            where f.person = p.id), \
        (select max(q.settled_at) from rights_request q join form f on f.id = q.form where f.person = p.id) \
        from person p where p.city = $1 and p.erased_at is null and p.restricted_at is null and p.first_day < $2 \
        and exists (select 1 from form f where f.person = p.id) \
        and not exists (select 1 from pathway w join form f on f.id = w.form \
            where f.person = p.id and w.closed_on is null) \
        and not exists (select 1 from stay s join form f on f.id = s.form \
            where f.person = p.id and s.until_day is null) \
        and not exists (select 1 from referral r join form f on f.id = r.form \
            where f.person = p.id and r.state = 'waiting') \
        and not exists (select 1 from rights_request q join form f on f.id = q.form \
            where f.person = p.id and q.state = 'open') \
        order by p.id";
    /// Papers that came before a moment, of people whose last pathway closed before a day.
    pub ATTACHMENTS = "delete from attachment where city = $1 and added_at < $2 \
        and not exists (select 1 from form f join person p on p.id = f.person where f.id = attachment.form \
            and p.restricted_at is not null) \
        and not exists (select 1 from form f join form g on g.person = f.person join pathway w on w.form = g.id \
            where f.id = attachment.form and (w.closed_on is null or w.closed_on >= $3)) \
        and not exists (select 1 from form f join form g on g.person = f.person \
            join rights_request q on q.form = g.id where f.id = attachment.form and q.state = 'open')";
    /// Files that came before a moment and wait.
    pub UPLOADS = "delete from upload where city = $1 and uploaded_at < $2";
    /// Rejected rows of registers imported before a moment.
    pub REJECTED = "delete from rejected_row where city = $1 \
        and register in (select id from register where city = $1 and imported_at < $2)";
    /// Whose rejected rows are gone waits no more.
    pub SETTLE_REGISTERS = "update register set settled_at = $3 where city = $1 and imported_at < $2 \
        and rows_rejected > 0 and settled_at is null and withdrawn_at is null";
    /// Requests that were answered before a moment.
    pub REQUESTS = "delete from rights_request where city = $1 and state <> 'open' and settled_at < $2";
    /// Restrictions before a moment, of people whose data are used again or who were erased.
    pub RESTRICTIONS = "delete from restriction where city = $1 and made_at < $2 \
        and not exists (select 1 from form f join person p on p.id = f.person where f.id = restriction.form \
            and p.restricted_at is not null and p.erased_at is null)";
    /// Keys of who was erased before a day.
    pub ERASED_KEYS = "delete from erased_key where city = $1 and until < $2";
}
