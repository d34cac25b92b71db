//! Everything that a city has recorded of one person, as it can be handed over (GDPR, articles 15 and 20).

use access::reads::book::{self, Asked, Mark};
use kernel::{CityCode, Day, Timestamp};
use serde::Serialize;
use store::{CityKeys, Reader, StoreError};

use super::read::{self, Request, Restricted};
use crate::desk::contacts::correction::Correction;
use crate::desk::contacts::row::Content;
use crate::desk::people::model::Detail;
use crate::desk::people::read::{self as people, Attached, Card, Household, Member, Rectified};
use crate::desk::referrals::model::{Answered, Referral, Side};
use crate::desk::{contacts, pathways, referrals};
use crate::people::PersonId;

/// A moment, written as people and programs read it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(pub Timestamp);

impl Serialize for Moment {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// Lines of the log of reads that are handed over, the newest.
const MOST_READS: u32 = 1000;

/// Everything that is recorded of a person. Who else stands in it (those they live with) is not named.
#[derive(Clone, Debug, Serialize)]
pub struct Everything {
    /// The city that has it.
    pub city: String,
    /// When this was made.
    pub made_at: Moment,
    /// Who they are.
    pub identity: Identity,
    /// What is known of them, the newest first; notices they were given among it.
    pub details: Vec<Known>,
    /// The households they are or were in.
    pub households: Vec<InHousehold>,
    /// What was done for them, oldest first.
    pub contacts: Vec<Met>,
    /// What of it was corrected, oldest first.
    pub corrections: Vec<Corrected>,
    /// Pathways, stays, results.
    #[serde(flatten)]
    pub pathways: pathways::rights::Everything,
    /// Referrals, made or received, the newest first.
    pub referrals: Vec<Referred>,
    /// Papers, the newest first.
    pub attachments: Vec<Paper>,
    /// When and why they were written down anew.
    pub rectifications: Vec<Anew>,
    /// What they asked about their data, the newest first.
    pub requests: Vec<Requested>,
    /// When the use of their data was stopped and went on.
    pub restrictions: Vec<Stopped>,
    /// Who read of them, the newest first.
    pub reads: Vec<ReadBy>,
}

/// Who somebody is.
#[derive(Clone, Debug, Serialize)]
pub struct Identity {
    /// Surname and given name.
    pub name: String,
    /// Birth date.
    pub birth: Option<Day>,
    /// Gender, by its code.
    pub gender: &'static str,
    /// Citizenship, ISO 3166 alpha-2.
    pub citizenship: Option<String>,
    /// The first day they were met, or registered.
    pub first_day: Day,
    /// Every way in which they were written.
    pub forms: Vec<Written>,
}

/// One way in which somebody was written.
#[derive(Clone, Debug, Serialize)]
pub struct Written {
    /// Surname.
    pub surname: String,
    /// Given name.
    pub given: String,
    /// Birth date.
    pub birth: Option<Day>,
    /// Gender, by its code.
    pub gender: &'static str,
    /// Citizenship.
    pub citizenship: Option<String>,
    /// How many contacts stand under it.
    pub times: u32,
    /// When the desk stated it; none for what registers say.
    pub stated_at: Option<Moment>,
}

/// Something known.
#[derive(Clone, Debug, Serialize)]
pub struct Known {
    /// What, by its code.
    pub kind: &'static str,
    /// What it is: a code or a text.
    pub value: String,
    /// The point of access that keeps it for itself.
    pub office: Option<String>,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
    /// Who wrote it down.
    pub recorded_by: String,
}

/// Being in a household.
#[derive(Clone, Debug, Serialize)]
pub struct InHousehold {
    /// Its number.
    pub number: u32,
    /// What they are to the person it is registered for, by its code.
    pub relation: &'static str,
    /// The first day.
    pub since: Day,
    /// The last day.
    pub until: Option<Day>,
    /// With how many others, over time.
    pub others: usize,
}

/// A contact.
#[derive(Clone, Debug, Serialize)]
pub struct Met {
    /// The day.
    pub day: Day,
    /// The service, by its code.
    pub service: String,
    /// The point of access.
    pub point: Option<String>,
    /// Title of stay, by its code.
    pub permit: Option<String>,
    /// How they were met.
    pub modality: Option<String>,
    /// Minutes.
    pub minutes: Option<u32>,
    /// How it ended.
    pub outcome: Option<String>,
    /// What else was written.
    pub note: Option<String>,
    /// Who recorded it; none for a register.
    pub recorded_by: Option<String>,
}

/// What became of a contact.
#[derive(Clone, Debug, Serialize)]
pub struct Corrected {
    /// What was done, by its code.
    pub action: &'static str,
    /// What it was before.
    pub was: Option<Met>,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// A referral.
#[derive(Clone, Debug, Serialize)]
pub struct Referred {
    /// To whom, by its code.
    pub kind: &'static str,
    /// Whether this city made it, or was made it.
    pub made_here: bool,
    /// The other city.
    pub other_city: Option<CityCode>,
    /// The service, by its code.
    pub service: Option<String>,
    /// The point.
    pub point: Option<String>,
    /// The outside body.
    pub body: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// The day they agreed, and how.
    pub agreed: Option<(Day, &'static str)>,
    /// The parts of the file that moved.
    pub shared: Vec<&'static str>,
    /// What became of it, by its code.
    pub state: &'static str,
    /// What was answered.
    pub answer: Option<String>,
    /// When it was made.
    pub at: Moment,
    /// When it was answered.
    pub answered_at: Option<Moment>,
}

/// A paper.
#[derive(Clone, Debug, Serialize)]
pub struct Paper {
    /// Its address in the program; none once it was taken away.
    pub href: Option<String>,
    /// What it is called.
    pub name: Option<String>,
    /// Its media type.
    pub media_type: String,
    /// Its size in bytes.
    pub size: u32,
    /// When it was added.
    pub added_at: Moment,
    /// When and why it was taken away.
    pub removed: Option<(Moment, Option<String>)>,
}

/// Being written down anew.
#[derive(Clone, Debug, Serialize)]
pub struct Anew {
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
    /// By whom.
    pub by: String,
}

/// A request about the data.
#[derive(Clone, Debug, Serialize)]
pub struct Requested {
    /// What, by its code.
    pub kind: &'static str,
    /// The day it came.
    pub received_on: Day,
    /// The last day to answer.
    pub due_on: Day,
    /// In words.
    pub note: Option<String>,
    /// What became of it, by its code.
    pub state: &'static str,
    /// Why, by its code.
    pub ground: Option<String>,
    /// The answer.
    pub answer: Option<String>,
    /// When it was answered.
    pub settled_at: Option<Moment>,
}

/// That the use of data was stopped, or goes on.
#[derive(Clone, Debug, Serialize)]
pub struct Stopped {
    /// Whether it was stopped.
    pub on: bool,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub at: Moment,
}

/// Somebody read of the person.
#[derive(Clone, Debug, Serialize)]
pub struct ReadBy {
    /// When.
    pub at: Moment,
    /// Who, as they sign in.
    pub login: String,
    /// Their role.
    pub role: String,
    /// How, by its code.
    pub act: &'static str,
    /// What, by its code.
    pub what: &'static str,
}

/// Reads everything that is recorded of a person, whose card is known.
///
/// # Errors
/// When the database refuses, or something sealed cannot be opened.
pub async fn everything(
    reader: &mut Reader,
    keys: &CityKeys,
    card: &Card,
    city: &str,
    now: Timestamp,
) -> Result<Everything, StoreError> {
    let person = card.person;
    let asked = Asked { city: Some(keys.city()), person: Some(person.0), ..Asked::default() };
    let details = people::details(reader, keys, person).await?;
    let households = people::households(reader, keys.city(), person).await?;
    let attached = people::attached(reader, keys, person).await?;
    let rectified = people::rectifications(reader, keys, person).await?;
    Ok(Everything {
        city: city.to_owned(),
        made_at: Moment(now),
        identity: identity(card),
        details: details.into_iter().map(known).collect(),
        households: households.iter().flat_map(|household| in_household(household, person)).collect(),
        contacts: contacts::rights::contacts(reader, keys, person).await?.into_iter().map(met).collect(),
        corrections: contacts::rights::corrections(reader, keys, person)
            .await?
            .into_iter()
            .map(corrected)
            .collect(),
        pathways: pathways::rights::everything(reader, keys, person).await?,
        referrals: referrals::read::of_person(reader, keys, person)
            .await?
            .into_iter()
            .map(referred)
            .collect(),
        attachments: attached.into_iter().map(|one| paper(person, one)).collect(),
        rectifications: rectified.into_iter().map(anew).collect(),
        requests: read::of_person(reader, keys, person).await?.into_iter().map(requested).collect(),
        restrictions: read::restrictions(reader, keys, person).await?.into_iter().map(stopped).collect(),
        reads: book::lines(reader, &asked, Mark::NEWEST, MOST_READS)
            .await?
            .into_iter()
            .map(|line| ReadBy {
                at: Moment(line.at),
                login: line.login,
                role: line.role,
                act: line.act.code(),
                what: line.what.code(),
            })
            .collect(),
    })
}

fn identity(card: &Card) -> Identity {
    let forms = card.spellings.iter().map(|spelling| Written {
        surname: spelling.written.surname.clone(),
        given: spelling.written.given.clone(),
        birth: spelling.written.birth,
        gender: spelling.written.gender.code(),
        citizenship: spelling.written.citizenship.clone(),
        times: spelling.written.rows,
        stated_at: spelling.stated_at.map(Moment),
    });
    Identity {
        name: card.name.clone(),
        birth: card.birth,
        gender: card.gender.code(),
        citizenship: card.citizenship.clone(),
        first_day: card.first_day,
        forms: forms.collect(),
    }
}

fn known(detail: Detail) -> Known {
    let Detail { kind, value, office, since, until, recorded_by, .. } = detail;
    Known { kind: kind.code(), value, office, since, until, recorded_by }
}

fn in_household(household: &Household, person: PersonId) -> Vec<InHousehold> {
    let others: std::collections::BTreeSet<PersonId> =
        household.members.iter().map(|member| member.person).filter(|other| *other != person).collect();
    let theirs = household.members.iter().filter(|member| member.person == person);
    let one = |Member { relation, since, until, .. }: &Member| InHousehold {
        number: household.number,
        relation: relation.code(),
        since: *since,
        until: *until,
        others: others.len(),
    };
    theirs.map(one).collect()
}

fn met(content: Content) -> Met {
    let Content { day, service, point, permit, modality, minutes, outcome, note, recorded_by, .. } = content;
    Met { day, service, point, permit, modality, minutes, outcome, note, recorded_by }
}

fn corrected(one: Correction) -> Corrected {
    Corrected {
        action: one.action.code(),
        was: one.was.map(met),
        reason: one.reason,
        at: Moment(one.made_at),
        by: one.made_by,
    }
}

fn referred(one: Referral) -> Referred {
    let made_here = one.side == Side::Sender;
    let parcel = one.offer.and_then(|offer| offer.parcel);
    let (answered_at, answer) = match one.answered {
        Some(Answered { at, text, .. }) => (Some(at), text),
        None => (None, None),
    };
    Referred {
        kind: one.kind.code(),
        made_here,
        other_city: if made_here { one.to_city } else { Some(one.city) },
        service: one.service,
        point: one.point,
        body: one.body,
        reason: one.reason.or_else(|| parcel.map(|parcel| parcel.reason)),
        agreed: one.agreed.map(|(day, how)| (day, how.code())),
        shared: one.shared.iter().map(|part| part.code()).collect(),
        state: one.state.code(),
        answer,
        at: Moment(one.at),
        answered_at: answered_at.map(Moment),
    }
}

fn paper(person: PersonId, one: Attached) -> Paper {
    let removed = one.removed.map(|(at, _, why)| (Moment(at), why));
    Paper {
        href: removed.is_none().then(|| format!("/persone/{person}/allegati/{}", one.id)),
        name: one.name,
        media_type: one.media_type,
        size: one.size,
        added_at: Moment(one.added_at),
        removed,
    }
}

fn anew(one: Rectified) -> Anew {
    Anew { reason: one.reason, at: Moment(one.at), by: one.by }
}

fn requested(one: Request) -> Requested {
    Requested {
        kind: one.kind.code(),
        received_on: one.received_on,
        due_on: one.due_on,
        note: one.note,
        state: one.state.code(),
        ground: one.ground,
        answer: one.answer,
        settled_at: one.settled.map(|(at, _)| Moment(at)),
    }
}

fn stopped(one: Restricted) -> Stopped {
    Stopped { on: one.is_on, reason: one.reason, at: Moment(one.at) }
}
