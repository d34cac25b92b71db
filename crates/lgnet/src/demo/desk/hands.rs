//! The hands that do it: every deed goes through the writers that the pages call, at its own moment.

use std::collections::BTreeSet;

use anyhow::Context as _;
use casework::desk::contacts::correct::CorrectionSent;
use casework::desk::contacts::of_visit;
use casework::desk::contacts::record::{Recorder, Sending};
use casework::desk::contacts::row::{ContactId, CorrectionId, VisitId};
use casework::desk::people::model::DetailId;
use casework::desk::people::read::{AttachmentId, MemberId};
use casework::desk::people::write::{Desk, Verdict};
use casework::desk::{pathways, referrals};
use kernel::id::{Uuid, uuid_v7};
use kernel::{CityCode, FixedClock, Timestamp};
use rand::rngs::StdRng;
use store::Actor;

use super::deed::{Deed, Line};
use crate::app::App;

/// Whoever works at the desks.
pub struct Hands<'a> {
    /// The installation.
    pub app: &'a App,
    /// Chance.
    pub random: StdRng,
}

impl Hands<'_> {
    /// Does one thing.
    ///
    /// # Errors
    /// What a writer says: a deed that it refuses is a fault of the demonstration.
    pub async fn work(&mut self, line: Line) -> anyhow::Result<()> {
        let Line { at, city, by, deed } = line;
        let said = format!("{city}, {at}: {deed:?}");
        self.act(at, city, by, deed).await.with_context(|| said)
    }

    async fn act(&mut self, at: Timestamp, city: CityCode, by: String, deed: Deed) -> anyhow::Result<()> {
        match deed {
            Deed::Register(..) | Deed::Tell(..) | Deed::Notice(..) | Deed::Join(..) | Deed::Attach(..) => {
                self.people(at, city, by, deed).await
            }
            Deed::Visit(..) | Deed::Nobody(..) | Deed::Gather(..) | Deed::Mend(..) | Deed::TakeBack(..) => {
                self.contacts(at, city, by, deed).await
            }
            Deed::Refer(..) | Deed::Accept(..) | Deed::Refuse(..) | Deed::Finish(..) | Deed::Withdraw(..) => {
                self.referrals(at, city, by, deed).await
            }
            _ => self.pathways(at, city, by, deed).await,
        }
    }

    async fn people(&mut self, at: Timestamp, city: CityCode, by: String, deed: Deed) -> anyhow::Result<()> {
        let (clock, actor, id) = (FixedClock::at(at), Actor(by), self.id(at));
        let App { store, keys, vault, .. } = self.app;
        let desk = Desk { store, keys, vault, clock: &clock, actor: &actor, city };
        match deed {
            Deed::Register(person, new) => {
                desk.register(person, &new, &[], Verdict::Another, &mut self.random).await?;
            }
            Deed::Tell(person, new) => desk.tell(DetailId(id), person, &new).await?,
            Deed::Notice(person, language) => {
                let notice = self.app.notices.for_speaker(Some(&language)).context("there is no notice")?;
                desk.give_notice(DetailId(id), person, &notice.language, &notice.version).await?;
            }
            Deed::Join(joining) => desk.join_household(MemberId(id), joining).await?,
            Deed::Attach(person, file) => desk.attach(AttachmentId(id), person, &file).await?,
            _ => {}
        }
        Ok(())
    }

    async fn contacts(
        &mut self,
        at: Timestamp,
        city: CityCode,
        by: String,
        deed: Deed,
    ) -> anyhow::Result<()> {
        let (clock, actor) = (FixedClock::at(at), Actor(by));
        let App { store, keys, vault, .. } = self.app;
        let recorder = Recorder { store, keys, vault, clock: &clock, actor: &actor };
        let sending = |id: VisitId| Sending { city, id, said: id.to_string() };
        match deed {
            Deed::Visit(id, person, draft) => {
                recorder.person(&sending(id), person, &draft, true, &mut self.random).await?;
            }
            Deed::Nobody(id, heads, draft) => {
                recorder.anonymous(&sending(id), heads, &draft, &mut self.random).await?;
            }
            Deed::Gather(id, gathering, persons) => {
                let persons = BTreeSet::from_iter(persons);
                recorder.gathering(&sending(id), &gathering, &persons, &mut self.random).await?;
            }
            Deed::Mend(visit, change) => {
                let sent = self.correction(at, city, visit).await?;
                recorder.change(&sent, &change, true, &mut self.random).await?;
            }
            Deed::TakeBack(visit, reason) => {
                let sent = self.correction(at, city, visit).await?;
                recorder.withdraw(&sent, true, reason, &mut self.random).await?;
            }
            _ => {}
        }
        Ok(())
    }

    async fn pathways(
        &mut self,
        at: Timestamp,
        city: CityCode,
        by: String,
        deed: Deed,
    ) -> anyhow::Result<()> {
        let clock = FixedClock::at(at);
        let keys = self.app.vault.city(city)?;
        let writer =
            pathways::write::Writer { store: &self.app.store, keys, clock: &clock, actor: Actor(by) };
        match deed {
            Deed::Open(opening) => drop(writer.open(&opening, &mut self.random).await?),
            Deed::Assess(id, pathway, day, needs) => writer.assess(id, pathway, day, &needs).await?,
            Deed::Plan(pathway, goal) => writer.plan(pathway, &goal, &mut self.random).await?,
            Deed::Step(goal, step) => writer.plan_step(goal, &step).await?,
            Deed::StepDone(step) => drop(writer.mark_step(step, true).await?),
            Deed::Goal(goal, mark) => drop(writer.mark_goal(goal, mark).await?),
            Deed::Close(closure) => writer.close(&closure, &mut self.random).await?,
            Deed::Keep(told) => drop(writer.keep(&told).await?),
            Deed::Beds(beds) => writer.keep_place(&beds).await?,
            Deed::Stay(stay) => drop(writer.begin_stay(&stay).await?),
            Deed::Leave(stay, day) => writer.end_stay(stay, day).await?,
            _ => {}
        }
        Ok(())
    }

    async fn referrals(
        &mut self,
        at: Timestamp,
        city: CityCode,
        by: String,
        deed: Deed,
    ) -> anyhow::Result<()> {
        let (clock, token) = (FixedClock::at(at), self.id(at));
        let App { store, keys, vault, .. } = self.app;
        let network = &keys.network[..];
        let writer =
            referrals::write::Writer { store, vault, network, city, clock: &clock, actor: Actor(by) };
        match deed {
            Deed::Refer(new) => drop(writer.refer(&new).await?),
            Deed::Accept(id) => writer.accept(id, token, &mut self.random).await?,
            Deed::Refuse(id, why) => writer.refuse(id, token, why).await?,
            Deed::Finish(id, what) => writer.finish(id, token, what).await?,
            Deed::Withdraw(id) => writer.withdraw(id, token).await?,
            _ => {}
        }
        Ok(())
    }

    /// What a form that corrects the first contact of a visit sends.
    async fn correction(
        &mut self,
        at: Timestamp,
        city: CityCode,
        visit: VisitId,
    ) -> anyhow::Result<CorrectionSent> {
        let contacts = of_visit(&mut self.app.store.reader().await?, city, visit).await?;
        let contact: ContactId = contacts.first().context("the visit has no contact")?.id;
        Ok(CorrectionSent { city, id: CorrectionId(self.id(at)), contact, said: visit.to_string() })
    }

    fn id(&mut self, at: Timestamp) -> Uuid {
        uuid_v7(at, &mut self.random)
    }
}
