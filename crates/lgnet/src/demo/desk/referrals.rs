//! Referrals: to services and bodies of each city, and between cities.

use casework::desk::pathways::model::{Needs, PathwayId};
use casework::desk::pathways::write::Opening;
use casework::desk::referrals::model::{How, Parts, ReferralId};
use casework::desk::referrals::write::{Agreement, NewReferral, To};
use casework::people::PersonId;
use chrono::Days;
use kernel::{CityCode, Day};

use super::city::{Desk, moment, working_day};
use super::deed::{Deed, Line};
use super::pathways::area_of;
use super::texts;

/// Somebody who is in charge and wants to go to another city.
#[derive(Debug)]
pub struct Leaving {
    /// Who.
    pub person: PersonId,
    /// Since when they are in charge.
    pub opened: Day,
    /// What they need.
    pub needs: Needs,
    /// When and for what they were met last.
    pub contacts: Vec<(Day, String)>,
}

/// What becomes of an offer between cities.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nobody has answered yet.
    Waits,
    /// The other city took the person in charge.
    Accepted,
    /// The other city refused.
    Refused,
    /// The city took it back.
    Withdrawn,
}

impl Desk<'_> {
    /// Opens a pathway for some people who will be offered to other cities: nothing else is written of it.
    pub fn plan_leaving(&mut self, count: usize) {
        let free: Vec<usize> = (0..self.roll.len()).filter(|one| !self.in_charge.contains(one)).collect();
        // The last ones of the roll were met last: they have no pathway yet.
        let mut taken = 0;
        for position in free.into_iter().rev() {
            let (person, met) = (self.roll[position].person, self.roll[position].met.clone());
            let planned = |line: &Line| matches!(&line.deed, Deed::Open(open) if open.person == person);
            if taken == count || self.lines.iter().any(planned) {
                if taken == count {
                    return;
                }
                continue;
            }
            let opened = met[0].day.min(working_day(self.last() - Days::new(30)));
            let opened = opened.max(met[0].day);
            if opened > self.last() - Days::new(20) {
                continue;
            }
            let area = area_of(met.iter().map(|met| met.service.as_str()));
            let needs = self.needs(area);
            let id = PathwayId::new(moment(opened, 6), &mut self.random);
            let opening =
                Opening { id, person, area, point: met[0].point.clone(), on: opened, needs: needs.clone() };
            self.plan(moment(opened, 425), Deed::Open(opening));
            let contacts = met.iter().rev().take(3).map(|met| (met.day, met.service.clone())).collect();
            self.leaving.push(Leaving { person, opened, needs, contacts });
            taken += 1;
        }
    }

    /// Plans the notes and letters of the city itself.
    pub fn plan_referrals(&mut self) {
        let count = if self.size.files > 1 { 10 } else { 2 };
        let days = self.days();
        for number in 0..count.min(self.in_charge.len()) {
            let person = self.roll[self.in_charge[self.in_charge.len() - 1 - number]].person;
            let day = days[(number + 1) % days.len()];
            let id = ReferralId::new(moment(day, 7), &mut self.random);
            let to = if number % 2 == 0 {
                let service =
                    self.one(&["legal_support", "language_course", "psychological_support"]).to_owned();
                To::Service { service, point: None }
            } else {
                To::Body(self.one(&texts::BODIES).to_owned())
            };
            let reason = self.one(&texts::REASONS).to_owned();
            self.plan(moment(day, 350), Deed::Refer(NewReferral { id, person, to, reason }));
            let later = moment(self.last(), 455);
            match number {
                2 | 3 | 6 => {
                    let answer = self.one(&texts::ANSWERS);
                    self.plan(later, Deed::Finish(id, answer));
                }
                4 => self
                    .plan(later, Deed::Refuse(id, "Il corso è completo fino a febbraio: riproviamo allora.")),
                5 => self.plan(later, Deed::Withdraw(id)),
                _ => {}
            }
        }
    }

    /// Plans an offer of one who wants to leave, and says whom the other city answers what about.
    pub fn plan_offer(&mut self, to: CityCode, fate: Fate, days_ago: u64) -> Option<(ReferralId, Fate, Day)> {
        let leaving = self.leaving.pop()?;
        let day = working_day(self.last() - Days::new(days_ago)).max(leaving.opened);
        let id = ReferralId::new(moment(day, 8), &mut self.random);
        let permit = self.one(&["work", "asylum_request", "special_protection"]).to_owned();
        let parts = Parts {
            permit: Some(permit),
            needs: Some((leaving.opened, leaving.needs)),
            contacts: leaving.contacts,
            ..Parts::default()
        };
        let how = if self.chance(70) { How::Signed } else { How::Spoken };
        let service = self.one(&["housing_search", "social_secretariat", "job_guidance"]).to_owned();
        let to = To::City { city: to, service, agreement: Agreement { on: day, how }, parts };
        let new = NewReferral { id, person: leaving.person, to, reason: self.one(&texts::MOVES).to_owned() };
        self.plan(moment(day, 355), Deed::Refer(new));
        let answered = working_day(day + Days::new(3)).max(day).min(self.last());
        if fate == Fate::Withdrawn {
            self.plan(moment(answered, 460), Deed::Withdraw(id));
        }
        Some((id, fate, answered))
    }

    /// Plans the answer to an offer of another city.
    pub fn plan_answer(&mut self, (id, fate, day): (ReferralId, Fate, Day)) {
        match fate {
            Fate::Accepted => self.plan(moment(day, 460), Deed::Accept(id)),
            Fate::Refused => {
                let why = "In questo momento non abbiamo posti letto: proponetela di nuovo da gennaio.";
                self.plan(moment(day, 460), Deed::Refuse(id, why));
            }
            Fate::Waits | Fate::Withdrawn => {}
        }
    }
}
