//! Houses, and who stayed in which bed: one after the other, with some empty days between.

use casework::desk::pathways::model::StayId;
use casework::desk::pathways::write::{Beds, NewStay};
use chrono::Days;
use kernel::Day;
use kernel::id::uuid_v7;
use kernel::text;
use rand::seq::SliceRandom as _;

use super::city::{Desk, moment};
use super::deed::Deed;

impl Desk<'_> {
    /// Plans the houses and every stay in them until today.
    pub fn plan_stays(&mut self) {
        let Some(opened) = self.roll.iter().map(|one| one.met[0].day).min() else { return };
        let mut people: Vec<usize> = (0..self.roll.len()).collect();
        people.shuffle(&mut self.random);
        // Who asked for a bed gets one first.
        people.sort_by_key(|position| {
            self.roll[*position].met.iter().any(|met| met.service == "emergency_shelter")
        });
        for (name, beds) in self.size.houses {
            let at = moment(opened, 0);
            let house = Beds {
                id: uuid_v7(at, &mut self.random),
                name: (*name).to_owned(),
                since: opened,
                beds: *beds,
            };
            let lead = self.staff.last().cloned().unwrap_or_default();
            self.plan_by(at, lead, Deed::Beds(house));
            for bed in 1..=*beds {
                self.plan_bed(&text::fold(name), bed, opened, &mut people);
            }
        }
        self.plan_crowd(&mut people);
    }

    fn plan_bed(&mut self, point: &str, bed: u32, opened: Day, people: &mut Vec<usize>) {
        let mut from = opened + Days::new(self.below(40) as u64);
        loop {
            from = from + Days::new(1 + self.below(18) as u64);
            if from > self.last() {
                return;
            }
            // The first who was known by then.
            let known = |position: &usize| self.roll[*position].met[0].day <= from;
            let Some(found) = people.iter().rposition(known) else { continue };
            let position = people.remove(found);
            let until = from + Days::new(35 + self.below(150) as u64);
            let left = (until < self.today()).then_some(until);
            self.plan_stay(position, point, bed, from, left);
            from = until;
        }
    }

    fn plan_stay(&mut self, position: usize, point: &str, bed: u32, from: Day, left: Option<Day>) {
        let id = StayId::new(moment(from, 4), &mut self.random);
        let stay = NewStay {
            id,
            person: self.roll[position].person,
            point: point.to_owned(),
            bed: format!("Letto {bed}"),
            from,
            until: None,
        };
        let by = self.somebody();
        self.plan_by(moment(from, 420), by.clone(), Deed::Stay(stay));
        if let Some(until) = left {
            self.plan_by(moment(until, 60), by, Deed::Leave(id, until));
        }
    }

    /// One person more than beds in the first house of a busy city, for two nights: the page warns.
    fn plan_crowd(&mut self, people: &mut Vec<usize>) {
        let crowded = self.city.name == "Roma";
        let (Some((name, _)), true) = (self.size.houses.first(), crowded) else { return };
        let from = self.last();
        for bed in 13..16 {
            let known = |position: &usize| self.roll[*position].met[0].day <= from;
            let Some(found) = people.iter().rposition(known) else { return };
            let position = people.remove(found);
            self.plan_stay(position, &text::fold(name), bed, from, None);
        }
    }
}
