//! From written forms to persons.
//!
//! Forms with a birth date are grouped first, the surest pairs first, and two groups join only if on the whole
//! they do not contradict each other: nobody is chained to somebody else through a weak middle. A form without
//! a birth date then goes to the group whose name fits best. The result depends on the forms alone, not on
//! their order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use crate::candidates;
use crate::decisions::{Decision, Decisions};
use crate::form::{Form, form_key};
use crate::groups::Groups;
use crate::population::Population;
use crate::score::{BirthAgreement, Prepared, Score};

/// Bits from which a pair is joined: of such pairs near the limit, 95 in 100 are one person; of all, 99.
const JOIN: f64 = 5.0;
/// Bits from which a pair is doubtful: about half of those near the limit are one person.
const DOUBT: f64 = -0.5;
/// Bits of evidence below which two groups contradict each other on the whole, and stay apart: one name and one
/// citizenship say 11.8, a date that differs takes 9 away.
const CONTRADICTION: f64 = 7.0;
/// Likeness from which a form without a birth date may join.
const FITTING_NAME: f64 = 0.89;
/// Bits that its name, gender and citizenship must say for it; how many others there are does not matter, since
/// somebody it must be.
const FITTING: f64 = 7.5;
/// A second group that fits nearly as well makes a placement doubtful.
const NEARLY: f64 = 0.025;

/// A side of a doubtful pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Party {
    /// A known form, by position.
    Known(usize),
    /// A new form, by position.
    Form(usize),
}

/// Two forms that may be one person, and may not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Doubtful {
    /// One of them.
    pub a: Party,
    /// The other.
    pub b: Party,
    /// How alike they are.
    pub score: Score,
}

/// Where a new form belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// To a known person.
    Known(u64),
    /// To a new person, numbered from 0 in the order of first appearance.
    New(usize),
}

/// What became of the new forms.
#[derive(Clone, Debug, PartialEq)]
pub struct Resolution {
    /// For each new form its person.
    pub placement: Vec<Placement>,
    /// Pairs for the lead to decide, the surest first.
    pub doubtful: Vec<Doubtful>,
}

/// Resolves new forms, given the known ones with their persons. Known persons are never joined here, only
/// reported as doubtful; the lead's decisions are always respected. A form that occurs twice should be given
/// once, with its number of rows.
pub fn resolve(known: &[(u64, Form)], new: &[Form], decisions: &Decisions) -> Resolution {
    let first_new = known.len();
    let forms: Vec<&Form> = known.iter().map(|(_, form)| form).chain(new).collect();
    let mut prepared: Vec<Prepared> = forms.iter().map(|form| Prepared::of(form)).collect();
    let population = Population::of_prepared(&mut prepared);
    let mut work = Work {
        keys: forms.iter().map(|form| form_key(form)).collect(),
        prepared,
        population,
        rows: forms.iter().map(|form| form.rows).collect(),
        person: known.iter().map(|(person, _)| Some(*person)).chain(new.iter().map(|_| None)).collect(),
        groups: Groups::alone(forms.len()),
        decisions,
    };
    work.join_known();
    work.join_decided();
    let mut scored: Vec<(usize, usize, Score)> = candidates::pairs(&work.prepared, first_new)
        .into_iter()
        .filter_map(|(a, b)| {
            let (one, other) = (&work.prepared[a], &work.prepared[b]);
            Some((a, b, one.score_from(DOUBT, FITTING, other, &work.population)?))
        })
        .collect();
    scored.sort_by(|a, b| work.surest_first(a, b));
    work.join_sure(&scored);
    let mut doubts = work.place_undated(&scored);
    doubts.extend(work.doubts(&scored));
    work.result(first_new, doubts)
}

struct Work<'a> {
    keys: Vec<String>,
    prepared: Vec<Prepared>,
    population: Population,
    rows: Vec<u32>,
    /// The known person of each form.
    person: Vec<Option<u64>>,
    groups: Groups,
    decisions: &'a Decisions,
}

type Scored = (usize, usize, Score);

impl Work<'_> {
    fn join_known(&mut self) {
        let mut first: HashMap<u64, usize> = HashMap::new();
        for position in 0..self.person.len() {
            if let Some(person) = self.person[position] {
                let with = *first.entry(person).or_insert(position);
                self.groups.join(self.groups.of(with), self.groups.of(position));
            }
        }
    }

    fn join_decided(&mut self) {
        let place: HashMap<&str, usize> = self.keys.iter().map(String::as_str).zip(0..).collect();
        let joined = self.decisions.iter().filter(|(.., decision)| *decision == Decision::Joined);
        let pairs: Vec<_> = joined.filter_map(|(a, b, _)| Some((*place.get(a)?, *place.get(b)?))).collect();
        for (a, b) in pairs {
            let (a, b) = (self.groups.of(a), self.groups.of(b));
            if self.known(a).is_none() || self.known(b).is_none() {
                self.groups.join(a, b);
            }
        }
    }

    /// An order that depends on what is written, not on where.
    fn surest_first(&self, a: &Scored, b: &Scored) -> Ordering {
        let names = |pair: &Scored| {
            let (one, other) = (&self.keys[pair.0], &self.keys[pair.1]);
            if one <= other { (one, other) } else { (other, one) }
        };
        b.2.weight.total_cmp(&a.2.weight).then_with(|| names(a).cmp(&names(b)))
    }

    fn known(&self, group: usize) -> Option<u64> {
        self.groups.members(group).iter().find_map(|member| self.person[*member])
    }

    fn join_sure(&mut self, scored: &[Scored]) {
        for (a, b, score) in scored {
            if score.weight >= JOIN && score.birth != BirthAgreement::Missing {
                let (a, b) = (self.groups.of(*a), self.groups.of(*b));
                if a != b && self.may_join(a, b) {
                    self.groups.join(a, b);
                }
            }
        }
    }

    /// Whether nothing speaks against one person: two known persons, a decision, or forms at odds. What counts
    /// is the mean over the forms of both, by their rows: two slips of one date may contradict each other, and
    /// the date itself, written often, agrees with both.
    fn may_join(&self, a: usize, b: usize) -> bool {
        if self.known(a).is_some() && self.known(b).is_some() {
            return false;
        }
        let (mut sum, mut rows) = (0.0, 0.0);
        for &one in self.groups.members(a) {
            for &other in self.groups.members(b) {
                match self.decisions.on(&self.keys[one], &self.keys[other]) {
                    Some(Decision::Separated) => return false,
                    Some(Decision::Joined) => {}
                    None => {
                        let score = self.prepared[one].score(&self.prepared[other], &self.population);
                        let share = f64::from(self.rows[one].max(1)) * f64::from(self.rows[other].max(1));
                        sum += score.evidence * share;
                        rows += share;
                    }
                }
            }
        }
        rows == 0.0 || sum / rows > CONTRADICTION
    }

    /// Puts each form without a birth date with the group whose name fits best; gives the doubts that leaves.
    fn place_undated(&mut self, scored: &[Scored]) -> Vec<Scored> {
        let undated =
            |position: usize| self.prepared[position].birth.is_none() && self.person[position].is_none();
        let mut fitting: BTreeMap<usize, Vec<Scored>> = BTreeMap::new();
        for &(a, b, score) in scored {
            if score.name >= FITTING_NAME && score.evidence >= FITTING {
                for (position, other) in [(a, b), (b, a)] {
                    if undated(position) {
                        fitting.entry(position).or_default().push((position, other, score));
                    }
                }
            }
        }
        // Chosen before anybody moves, and moved in an order of their own, so that the order of forms does not
        // matter: of two undated forms at odds only one finds the same group free.
        let mut chosen: Vec<_> = fitting.values().filter_map(|fitting| self.choose(fitting)).collect();
        chosen.sort_by(|a, b| self.surest_first(&a.0, &b.0));
        let mut doubts = Vec::new();
        for (choice, rival) in chosen {
            let (group, home) = (self.groups.of(choice.0), self.groups.of(choice.1));
            if group != home && self.may_join(group, home) {
                self.groups.join(group, home);
            }
            doubts.extend(rival);
        }
        doubts
    }

    /// The best of the forms that fit an undated one: the likest name, then the group met most often. With it
    /// the best of another group, if that fits nearly as well.
    fn choose(&self, fitting: &[Scored]) -> Option<(Scored, Option<Scored>)> {
        let dated = |scored: &Scored| self.prepared[scored.1].birth.is_some();
        let mut order: Vec<&Scored> = fitting.iter().collect();
        order.sort_by(|a, b| {
            let likest = b.2.name.total_cmp(&a.2.name);
            let often = |scored: &Scored| self.weight_of(self.groups.of(scored.1));
            likest
                .then_with(|| dated(b).cmp(&dated(a)))
                .then_with(|| often(b).cmp(&often(a)))
                .then_with(|| self.keys[a.1].cmp(&self.keys[b.1]))
        });
        let best = **order.first()?;
        let home = self.groups.of(best.1);
        let rival = order.iter().find(|other| {
            let group = self.groups.of(other.1);
            group != home && group != self.groups.of(best.0) && best.2.name - other.2.name <= NEARLY
        });
        Some((best, rival.map(|rival| **rival)))
    }

    fn weight_of(&self, group: usize) -> u32 {
        self.groups.members(group).iter().map(|member| self.rows[*member]).sum()
    }

    /// Pairs that stayed apart although they are alike enough to ask.
    fn doubts(&self, scored: &[Scored]) -> Vec<Scored> {
        let apart = |a: usize, b: usize| self.groups.of(a) != self.groups.of(b);
        let ask = |(a, b, score): &&Scored| score.weight >= DOUBT && apart(*a, *b);
        // A form without a birth date that found its person fits all namesakes: only a near rival is asked.
        let placed = |(a, b, score): &&Scored| {
            let settled = |position: usize| {
                self.prepared[position].birth.is_none()
                    && self.groups.members(self.groups.of(position)).len() > 1
            };
            score.birth == BirthAgreement::Missing && (settled(*a) || settled(*b))
        };
        scored.iter().filter(ask).filter(|pair| !placed(pair)).copied().collect()
    }

    /// Pairs of groups that a decision speaks of: told apart, or told one while both were known.
    fn decided_groups(&self) -> HashSet<(usize, usize)> {
        if self.decisions.is_empty() {
            return HashSet::new();
        }
        let place: HashMap<&str, usize> = self.keys.iter().map(String::as_str).zip(0..).collect();
        let group = |key: &str| place.get(key).map(|position| self.groups.of(*position));
        let pair = |(a, b, _): (&str, &str, Decision)| {
            let (a, b) = (group(a)?, group(b)?);
            Some((a.min(b), a.max(b)))
        };
        self.decisions.iter().filter_map(pair).collect()
    }

    fn result(&self, first_new: usize, doubts: Vec<Scored>) -> Resolution {
        let mut number: HashMap<usize, usize> = HashMap::new();
        let placement = (first_new..self.keys.len())
            .map(|position| {
                let group = self.groups.of(position);
                match self.known(group) {
                    Some(person) => Placement::Known(person),
                    None => {
                        let next = number.len();
                        Placement::New(*number.entry(group).or_insert(next))
                    }
                }
            })
            .collect();
        // One question for each two groups, the surest; what was decided on any of their forms is not asked again.
        let mut asked = self.decided_groups();
        let mut doubtful = doubts;
        doubtful.sort_by(|a, b| self.surest_first(a, b));
        let party = |position: usize| match position.checked_sub(first_new) {
            Some(new) => Party::Form(new),
            None => Party::Known(position),
        };
        doubtful.retain(|(a, b, _)| {
            let (a, b) = (self.groups.of(*a), self.groups.of(*b));
            a != b && asked.insert((a.min(b), a.max(b)))
        });
        let doubtful =
            doubtful.into_iter().map(|(a, b, score)| Doubtful { a: party(a), b: party(b), score }).collect();
        Resolution { placement, doubtful }
    }
}
