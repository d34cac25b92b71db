//! Statements over referrals and offers, and their sealed columns.

use store::Spot;

/// The outside body and its address.
pub(crate) const BODY: Spot = Spot { table: "referral", column: "body" };
/// Why the person is referred.
pub(crate) const REASON: Spot = Spot { table: "referral", column: "reason" };
/// What was answered, for the sending city.
pub(crate) const ANSWER: Spot = Spot { table: "referral", column: "answer" };
/// The title of stay, if the receiving city may know it before it answers.
pub(crate) const OFFER_PERMIT: Spot = Spot { table: "referral_offer", column: "permit" };
/// What moves once the receiving city accepts, as JSON; null once it refused or the offer was taken back.
pub(crate) const OFFER_CONTENT: Spot = Spot { table: "referral_offer", column: "content" };
/// What was answered, for the receiving city.
pub(crate) const OFFER_ANSWER: Spot = Spot { table: "referral_offer", column: "answer" };

/// The sealed columns of this part.
pub(crate) const SPOTS: &[Spot] = &[BODY, REASON, ANSWER, OFFER_PERMIT, OFFER_CONTENT, OFFER_ANSWER];

/// Referrals as the city `$1` sees them, in the columns that `read::referral` reads. Of the other city it gets
/// nothing that says who the person is.
macro_rules! referrals {
    ($rest:literal) => {
        concat!(
            "select r.id, r.city, r.to_city, r.kind, r.state, r.service, r.point, r.made_at, r.made_by, \
             r.agreed_on, r.agreed_how, r.shared, r.answered_at, r.answered_by, h.id, h.person, h.identity, \
             case when r.city = $1 then r.body end, case when r.city = $1 then r.reason end, \
             case when r.city = $1 then r.answer else o.answer end, o.gender, o.age, o.citizenship, \
             case when o.city = $1 then o.permit end, \
             case when o.city = $1 and r.state = 'accepted' then o.content end \
             from referral r left join referral_offer o on o.id = r.id \
             left join form h on h.id = case when r.city = $1 then r.form else o.form end ",
            $rest
        )
    };
}

store::statements! {
    /// One referral that a city made or was made.
    pub ONE = referrals!("where r.id = $2 and (r.city = $1 or r.to_city = $1)");
    /// The offers that a city has to answer, from a place in the list on, the oldest first.
    pub TO_ANSWER = referrals!("where r.to_city = $1 and r.state = 'waiting' and (r.made_at, r.id) > ($2, $3) \
        and (cast($4 as text) is null or r.kind = $4) order by r.made_at, r.id limit $5");
    /// What a city made and waits for, the oldest first.
    pub WAITING = referrals!("where r.city = $1 and r.state = 'waiting' and (r.made_at, r.id) > ($2, $3) \
        and (cast($4 as text) is null or r.kind = $4) order by r.made_at, r.id limit $5");
    /// What was answered or taken back, made by the city or to it, the newest first.
    pub ANSWERED = referrals!("where (r.city = $1 or r.to_city = $1) and r.state <> 'waiting' \
        and (r.answered_at, r.id) < ($2, $3) and (cast($4 as text) is null or r.kind = $4) \
        order by r.answered_at desc, r.id desc limit $5");
    /// The referrals of a person, the newest first.
    pub OF_PERSON = referrals!("where (r.city = $1 or r.to_city = $1) and h.person = $2 \
        order by r.made_at desc, r.id desc");
    /// How many offers a city has to answer and since when, and how many referrals it waits for.
    pub COUNTS = "select cast(coalesce(sum(case when to_city = $1 then 1 else 0 end), 0) as bigint), \
        min(case when to_city = $1 then made_at end), \
        cast(coalesce(sum(case when city = $1 then 1 else 0 end), 0) as bigint) \
        from referral where state = 'waiting' and (city = $1 or to_city = $1)";
    /// The notes that wait in a city, point by point.
    pub NOTES = "select point, count(*), min(made_at) from referral \
        where city = $1 and kind = 'service' and state = 'waiting' group by point order by point nulls last";
    /// What an act depends on: never moves but for state and answer.
    pub ACTED = "select r.city, r.to_city, r.kind, r.state, r.answering, r.form, f.person, p.restricted_at, \
        p.erased_at from referral r join form f on f.id = r.form join person p on p.id = f.person where r.id = $1";
    /// The offers of a person that wait, but for one.
    pub WAITING_OF_PERSON = "select r.id, r.to_city from referral r join form f on f.id = r.form \
        where f.city = $1 and f.person = $2 and r.kind = 'city' and r.state = 'waiting' and r.id <> $3 order by r.id";
    /// Who a person is, for the parcel: what is counted of them, and the form they are referred by.
    pub REFERRED = "select p.gender, p.citizenship, p.birth, p.id, f.identity from form f \
        join person p on p.id = f.person where f.city = $1 and f.id = $2";
    /// The title of stay that was written last.
    pub PERMIT = "select c.permit from contact c join form f on f.id = c.form \
        where f.city = $1 and f.person = $2 and c.permit is not null order by c.day desc, c.id desc limit 1";
    /// When a person came, and for what.
    pub CONTACTS = "select c.day, c.service from contact c join form f on f.id = c.form \
        where f.city = $1 and f.person = $2 order by c.day, c.id";
    /// Whether the data of a person may only be kept.
    pub RESTRICTED = "select restricted_at from person where city = $1 and id = $2";
    /// A new referral.
    pub INSERT = "insert into referral (id, city, form, kind, to_city, service, point, body, reason, shared, \
        agreed_on, agreed_how, made_at, made_by, state) \
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 'waiting')";
    /// What the receiving city gets of it.
    pub INSERT_OFFER = "insert into referral_offer (id, city, gender, age, citizenship, permit, content) \
        values ($1, $2, $3, $4, $5, $6, $7)";
    /// Answers a referral, or takes it back.
    pub SETTLE = "update referral set state = $2, answering = $3, answered_at = $4, answered_by = $5, answer = $6 \
        where id = $1 and state = 'waiting'";
    /// What the receiving city was sent.
    pub PARCEL = "select content from referral_offer where id = $1 and city = $2";
    /// Says as whom the person was registered in the receiving city.
    pub ARRIVE = "update referral_offer set form = $2 where id = $1";
    /// Forgets the words of the referrals that a city made of a person.
    pub FORGET_MADE = "update referral set body = null, reason = null, answer = null where city = $1 \
        and form in (select id from form where person = $2)";
    /// Forgets what came with a person whom another city sent.
    pub FORGET_RECEIVED = "update referral_offer set permit = null, content = null, answer = null where city = $1 \
        and form in (select id from form where person = $2)";
    /// Forgets what was sent, because it was not accepted.
    pub FORGET = "update referral_offer set content = null, permit = null, answer = $2 where id = $1";
}
