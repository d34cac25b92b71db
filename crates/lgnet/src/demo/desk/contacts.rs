//! The last weeks at the desk: who came, people nobody knows, workshops, a slip of the pen that was mended.

use casework::desk::contacts::model::{Change, Draft, Gathering, Modality, Outcome};
use casework::desk::contacts::row::VisitId;
use casework::desk::people::model::Kind;
use casework::desk::people::write::NewDetail;
use casework::people::PersonId;
use kernel::{Day, Timestamp};
use rand::Rng as _;
use rand::seq::{IndexedRandom as _, SliceRandom as _};

use super::city::{Desk, moment};
use super::deed::Deed;
use super::texts;

impl Desk<'_> {
    /// Plans the contacts of the last working days, and of this one.
    pub fn plan_contacts(&mut self) {
        let rhythm = self.rhythm();
        for (back, day) in self.days().into_iter().enumerate() {
            let visits = self.random.random_range(rhythm.div_ceil(2)..=rhythm + 1);
            for visit in 0..visits {
                self.plan_visit(moment(day, 12 + visit * 430 / visits));
            }
            if back % 4 == 1 {
                self.plan_nobody(moment(day, 200));
            }
        }
        self.plan_workshops();
        self.plan_mending();
        if !self.is_behind {
            self.plan_today();
        }
    }

    /// Somebody who may come: mostly who is in charge, else anybody the registers met lately.
    fn somebody_met(&mut self) -> usize {
        if !self.in_charge.is_empty() && self.chance(65) {
            return self.in_charge[self.random.random_range(0..self.in_charge.len())];
        }
        let lately = self.roll.len().min(300);
        self.roll.len() - lately + self.random.random_range(0..lately)
    }

    fn met_person(&mut self) -> PersonId {
        let position = self.somebody_met();
        self.roll[position].person
    }

    /// A contact of somebody who may come; most are asked for their title of stay the first time.
    fn plan_visit(&mut self, at: Timestamp) {
        let position = self.somebody_met();
        let (person, by) = (self.roll[position].person, self.somebody());
        let permit = self.roll[position].met.iter().rev().find_map(|met| met.permit.clone());
        if let Some(value) = permit.filter(|_| self.told.insert(person)) {
            let detail = NewDetail { kind: Kind::Permit, value, since: at.day(), office: None };
            self.plan_by(at, by.clone(), Deed::Tell(person, detail));
        }
        self.plan_visit_of(at, by, person);
    }

    /// A contact of somebody: one service, sometimes two.
    pub fn plan_visit_of(&mut self, at: Timestamp, by: String, person: PersonId) -> (VisitId, Draft) {
        let draft = self.draft(at.day(), &by);
        let id = VisitId::new(at, &mut self.random);
        self.plan_by(at, by, Deed::Visit(id, person, draft.clone()));
        (id, draft)
    }

    fn draft(&mut self, day: Day, by: &str) -> Draft {
        let is_street = by.starts_with("strada");
        let (service, point) = self.service_and_point();
        let mut services = vec![service];
        if self.chance(22) {
            let (second, _) = self.service_and_point();
            if second != services[0] {
                services.push(second);
            }
        }
        let modality = match self.below(100) {
            _ if is_street => Modality::Street,
            0..80 => Modality::InPerson,
            80..92 => Modality::Phone,
            92..97 => Modality::Message,
            _ => Modality::Home,
        };
        let outcome = match self.below(100) {
            0..52 => Some(Outcome::Done),
            52..82 => Some(Outcome::FollowUp),
            82..90 => Some(Outcome::Referred),
            90..93 => Some(Outcome::NotPossible),
            _ => None,
        };
        let point = if is_street { Some("unita mobile".to_owned()) } else { point };
        Draft {
            day,
            services,
            point,
            modality,
            minutes: Some(self.one(&[10, 15, 15, 20, 30, 30, 45, 60])),
            outcome,
            note: if self.chance(28) { Some(self.one(&texts::CONTACTS).to_owned()) } else { None },
        }
    }

    /// What was done for somebody on some day, and where: what a city does, its registers tell.
    fn service_and_point(&mut self) -> (String, Option<String>) {
        let one = self.below(self.roll.len());
        let met = self.roll[one].met.choose(&mut self.random);
        met.map_or_else(Default::default, |met| (met.service.clone(), met.point.clone()))
    }

    /// Whether the city does this at all.
    fn does(&self, service: &str) -> bool {
        self.roll.iter().any(|one| one.met.iter().any(|met| met.service == service))
    }

    /// People who were met and said nothing of themselves.
    fn plan_nobody(&mut self, at: Timestamp) {
        let by =
            self.staff.iter().find(|login| login.starts_with("strada")).unwrap_or(&self.staff[0]).clone();
        let service = self.one(&["street_outreach", "information_material", "basic_needs"]);
        let draft = Draft {
            services: if self.does("street_outreach") {
                vec![service.to_owned()]
            } else {
                vec![self.service_and_point().0]
            },
            modality: Modality::Street,
            outcome: None,
            note: None,
            minutes: Some(90),
            ..self.draft(at.day(), &by)
        };
        let (id, heads) = (VisitId::new(at, &mut self.random), self.random.random_range(1..6));
        self.plan_by(at, by, Deed::Nobody(id, heads, draft));
    }

    /// A workshop on each of some days, with people of the list and some more.
    fn plan_workshops(&mut self) {
        let days = self.days();
        let workshops: Vec<_> = texts::WORKSHOPS.iter().filter(|(_, service)| self.does(service)).collect();
        let count = if self.rhythm() > 3 { 2 } else { 1 };
        for (number, (title, service)) in workshops.into_iter().take(count).enumerate() {
            let at = moment(days[(2 + number * 4).min(days.len() - 1)], 445);
            let mut persons = self.in_charge.clone();
            persons.shuffle(&mut self.random);
            persons.truncate(4 + self.below(5));
            let persons: Vec<PersonId> =
                persons.into_iter().map(|position| self.roll[position].person).collect();
            let by = self.staff[0].clone();
            let draft = Draft {
                services: vec![(*service).to_owned()],
                minutes: Some(120),
                outcome: None,
                note: None,
                modality: Modality::InPerson,
                ..self.draft(at.day(), &by)
            };
            let others = 1 + u32::try_from(self.below(4)).unwrap_or(0);
            let gathering = Gathering { title: (*title).to_owned(), draft, others };
            let id = VisitId::new(at, &mut self.random);
            self.plan_by(at, by, Deed::Gather(id, gathering, persons));
        }
    }

    /// Somebody wrote three hundred minutes, and somebody else the wrong person.
    fn plan_mending(&mut self) {
        let day = self.last();
        let by = self.staff[0].clone();
        let person = self.met_person();
        let (visit, draft) = self.plan_visit_of(moment(day, 446), by.clone(), person);
        let services = draft.services.into_iter().take(1).collect();
        let draft = Draft { minutes: Some(30), services, ..draft };
        let change = Change { draft, heads: 1, reason: "Durata scritta male: erano 30 minuti".to_owned() };
        self.plan_by(moment(day, 450), by.clone(), Deed::Mend(visit, change));
        let person = self.met_person();
        let (visit, _) = self.plan_visit_of(moment(day, 447), by.clone(), person);
        let reason = "Contatto segnato sulla scheda di un’altra persona";
        self.plan_by(moment(day, 452), by, Deed::TakeBack(visit, reason));
    }

    /// This morning: spread from midnight until now, so that nothing lies ahead.
    fn plan_today(&mut self) {
        use chrono::Timelike as _;
        let since_midnight = i64::from(self.now.local().time().num_seconds_from_midnight());
        let visits = i64::from(self.rhythm().clamp(4, 8));
        let every = (since_midnight / (visits + 2)).min(22 * 60) * 1_000_000;
        let mut people = self.in_charge.clone();
        people.shuffle(&mut self.random);
        for (visit, position) in (0..visits).zip(people) {
            let at = Timestamp::from_micros(self.now.micros() - every * (visits - visit));
            let person = self.roll[position].person;
            let by = self.staff[0].clone();
            self.plan_visit_of(at, by, person);
        }
    }
}
