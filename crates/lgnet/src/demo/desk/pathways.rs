//! Pathways: people taken in charge soon after they were first met, with needs, goals and steps, and how it ended.

use std::collections::BTreeMap;

use casework::desk::pathways::model::{
    ActionArea, Answer, AssessmentId, GoalId, GoalText, Helpful, LanguageLevel, Level, Need, Needs,
    PathwayId, ResultId, StepId,
};
use casework::desk::pathways::write::{Closure, GoalMark, NewGoal, NewStep, Opening, Told};
use chrono::Days;
use kernel::Day;
use kernel::id::uuid_v7;
use rand::Rng as _;
use rand::seq::{IndexedRandom as _, SliceRandom as _};

use super::city::{Desk, moment, working_day};
use super::deed::Deed;
use super::texts;

/// Every way a pathway can end, once each before chance decides; the rare ones only where a desk does much.
const ENDINGS: [&str; 12] = [
    "housing_autonomy",
    "unreachable",
    "job_autonomy",
    "other_service",
    "full_autonomy",
    "moved",
    "language_certificate",
    "refused",
    "transferred",
    "returned",
    "other",
    "died",
];
/// How often each, afterwards.
const OFTEN: [(&str, u32); 8] = [
    ("housing_autonomy", 22),
    ("job_autonomy", 20),
    ("unreachable", 17),
    ("other_service", 14),
    ("full_autonomy", 10),
    ("moved", 8),
    ("language_certificate", 6),
    ("refused", 3),
];
/// Days without a contact after which a pathway is closed, mostly.
const IDLE: i64 = 60;

/// A pathway that is being planned.
struct Course {
    id: PathwayId,
    opened: Day,
    closed: Option<Day>,
    by: String,
    needs: Needs,
}

impl Desk<'_> {
    /// Plans the pathways of some of the people the registers met more than once.
    pub fn plan_pathways(&mut self) {
        let mut chosen: Vec<usize> =
            (0..self.roll.len()).filter(|position| self.roll[*position].met.len() > 1).collect();
        chosen.shuffle(&mut self.random);
        chosen.truncate(self.size.pathways);
        let mut endings = 0;
        for position in chosen {
            self.plan_pathway(position, &mut endings);
        }
    }

    fn plan_pathway(&mut self, position: usize, endings: &mut usize) {
        let (person, met) = (self.roll[position].person, self.roll[position].met.clone());
        let last = self.last();
        let opened = working_day(met[0].day + Days::new(self.below(9) as u64)).max(met[0].day).min(last);
        let idle = met.last().map_or(0, |met| (last - met.day).num_days());
        let closes = if idle > IDLE { self.chance(88) } else { self.chance(9) };
        let closed = met.last().map(|met| working_day(met.day + Days::new(5 + self.below(34) as u64)));
        let closed = closed.filter(|day| closes && *day > opened + Days::new(13) && *day <= last);
        let area = area_of(met.iter().map(|met| met.service.as_str()));
        let id = PathwayId::new(moment(opened, 0), &mut self.random);
        let course = Course { id, opened, closed, by: self.somebody(), needs: self.needs(area) };
        let opening = Opening {
            id,
            person,
            area,
            point: met[0].point.clone(),
            on: opened,
            needs: course.needs.clone(),
        };
        let minute = self.random.random_range(0..240);
        self.plan_by(moment(opened, minute), course.by.clone(), Deed::Open(opening));
        let course_days: Vec<Day> =
            met.iter().filter(|met| met.service == "language_course").map(|met| met.day).collect();
        self.plan_language(position, &course_days, closed);
        if self.chance(self.size.planned) {
            self.plan_goal(&course);
        }
        self.plan_assessment(&course);
        match closed {
            Some(day) => {
                self.plan_closing(&course, day, *endings, !course_days.is_empty());
                *endings += 1;
            }
            None => self.in_charge.push(position),
        }
    }

    /// Levels of three areas at least, higher in the one that brought the person.
    pub fn needs(&mut self, area: ActionArea) -> Needs {
        let mut levels = BTreeMap::new();
        for need in Need::ALL {
            let weighs = match (area, need) {
                (ActionArea::Housing, Need::Housing | Need::Income)
                | (ActionArea::CivicEngagement, Need::Network | Need::Work)
                | (ActionArea::TakingInCharge, Need::Legal | Need::Language) => true,
                _ => self.chance(45),
            };
            if weighs {
                let number = self.random.random_range(1..=4);
                levels.extend(Level::try_from(number).ok().map(|level| (need, level)));
            }
        }
        let note = if self.chance(40) { self.one(&texts::NEEDS).to_owned() } else { String::new() };
        Needs { levels, note }
    }

    /// Needs assessed again after some months: mostly less.
    fn plan_assessment(&mut self, course: &Course) {
        let day = working_day(course.opened + Days::new(90 + self.below(60) as u64));
        if day > course.closed.unwrap_or(self.last()) || !self.chance(self.size.planned) {
            return;
        }
        let mut needs = course.needs.clone();
        for level in needs.levels.values_mut() {
            let less = self.random.random_range(0..=2);
            *level = Level::try_from(level.number().saturating_sub(less)).unwrap_or(*level);
        }
        needs.note.clear();
        let id = AssessmentId::new(moment(day, 0), &mut self.random);
        self.plan_by(moment(day, 260), course.by.clone(), Deed::Assess(id, course.id, day, needs));
    }

    /// A goal with its steps; those of an open pathway are due around today.
    fn plan_goal(&mut self, course: &Course) {
        let top = course.needs.levels.iter().max_by_key(|(_, level)| level.number());
        let Some(need) = top.map(|(need, _)| *need) else { return };
        let of_need: Vec<_> = texts::GOALS.iter().filter(|(of, ..)| *of == need).collect();
        let Some((_, text, steps)) = of_need.choose(&mut self.random).copied().copied() else { return };
        let latest = course.closed.unwrap_or(self.last());
        // Of a pathway that is open for long the plan is a recent one.
        let recent = if course.closed.is_some() { course.opened } else { latest - Days::new(60) };
        let day = working_day((course.opened + Days::new(2)).max(recent)).max(course.opened).min(latest);
        let goal = GoalId::new(moment(day, 1), &mut self.random);
        let (later, due) = match course.closed {
            Some(closed) => (closed, closed),
            None => (self.due_day(), self.today() + Days::new(30 + self.below(60) as u64)),
        };
        let new = NewGoal {
            id: goal,
            text: GoalText { text: text.to_owned(), need },
            due_on: Some(due),
            steps: vec![(steps[1].to_owned(), Some(later)), (steps[2].to_owned(), None)],
        };
        self.plan_by(moment(day, 300), course.by.clone(), Deed::Plan(course.id, new));
        if self.chance(55) {
            let step = NewStep {
                id: StepId::new(moment(day, 2), &mut self.random),
                text: steps[0].to_owned(),
                due_on: Some(day + Days::new(7)),
            };
            let (id, done) = (step.id, working_day(day + Days::new(5)).clamp(day, latest));
            self.plan_by(moment(day, 310), course.by.clone(), Deed::Step(goal, step));
            self.plan_by(moment(done, 320), course.by.clone(), Deed::StepDone(id));
        }
        if course.closed.is_some() && self.chance(80) {
            let mark = if self.chance(75) { GoalMark::Reached } else { GoalMark::Dropped };
            self.plan_by(moment(latest, 330), course.by.clone(), Deed::Goal(goal, mark));
        }
    }

    /// When a step is due: some are late, some wait for today, most come later.
    fn due_day(&mut self) -> Day {
        let (today, days) = (self.today(), self.below(20) as u64);
        match self.below(10) {
            0 => today - Days::new(1 + days % 5),
            1 => today,
            2..5 => today + Days::new(1 + days % 7),
            _ => today + Days::new(8 + days),
        }
    }

    /// The level of Italian on entering a course, and on leaving it where no closing asks.
    fn plan_language(&mut self, position: usize, days: &[Day], closed: Option<Day>) {
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return };
        let person = self.roll[position].person;
        let low = self.below(3);
        let keep = |desk: &mut Self, day: Day, answer: Answer| {
            let id = ResultId::new(moment(day, 3), &mut desk.random);
            desk.plan(moment(day, 345), Deed::Keep(Told { id, person, answer, day }));
        };
        keep(self, *first, Answer::LanguageBefore(LanguageLevel::ALL[low]));
        let left = working_day(*last + Days::new(7));
        if closed.is_none() && days.len() > 1 && left > *first && left <= self.last() {
            let level = LanguageLevel::ALL[low + usize::from(self.chance(65))];
            keep(self, left, Answer::LanguageAfter(level));
        }
    }

    fn plan_closing(&mut self, course: &Course, day: Day, number: usize, was_in_course: bool) {
        let busy = self.size.files > 1;
        let outcome = match ENDINGS.get(number) {
            Some(outcome) if busy || number < 8 => outcome,
            _ => OFTEN
                .choose_weighted(&mut self.random, |(_, weight)| *weight)
                .map_or("other", |(code, _)| code),
        };
        let mut answers = Vec::new();
        if !matches!(outcome, "unreachable" | "died") {
            let helpful = match self.below(100) {
                0..74 => Helpful::Yes,
                74..84 => Helpful::No,
                _ => Helpful::CannotSay,
            };
            answers.push((Answer::Helpful(helpful), day));
            if was_in_course {
                let level = LanguageLevel::ALL[1 + self.below(3)];
                answers.push((Answer::LanguageAfter(level), day));
            }
            if self.chance(8) {
                answers.push((Answer::Recognition, day));
            }
            if self.chance(6) {
                answers.push((Answer::LongTerm, day));
            }
        }
        let at = moment(day, 400);
        let closure = Closure {
            id: uuid_v7(at, &mut self.random),
            pathway: course.id,
            on: day,
            outcome: outcome.to_owned(),
            note: String::new(),
            answers,
        };
        self.plan_by(at, course.by.clone(), Deed::Close(closure));
    }
}

/// The line of action that somebody's services belong to: the rarer ones show first.
pub fn area_of<'a>(services: impl IntoIterator<Item = &'a str>) -> ActionArea {
    let mut area = ActionArea::default();
    for service in services {
        match service {
            "emergency_shelter" | "housing_search" | "property_mediation" | "rent_support" => {
                return ActionArea::Housing;
            }
            "civic_engagement" => area = ActionArea::CivicEngagement,
            _ => {}
        }
    }
    area
}
