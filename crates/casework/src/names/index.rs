//! One city's names in memory: who is called so, or nearly so.

use std::cmp::Ordering;
use std::collections::HashMap;

use kernel::{Day, Gender};
use linkage::{Form, fold_name};

use super::query::{Birth, MOST_WORDS, Query, bare};
use super::rank::{Beside, Fit, MOST_NAME_WORDS, fit};
use super::vocabulary::{Fitting, WordId, Words};
use crate::people::{FormId, PersonId};

/// The end of a list of forms.
const NONE: u32 = u32::MAX;
/// In place of how many words a name has, once it is forgotten.
const GONE: u8 = u8::MAX;
/// What a word fits less where only its end, without the particles before it, was typed.
pub(super) const WITHOUT_PARTICLES: f64 = 0.95;

/// Somebody who fits a query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hit {
    /// Who.
    pub person: PersonId,
    /// The way of writing them that fits best.
    pub form: FormId,
    /// How well it fits.
    pub fit: Fit,
}

/// Those who fit a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The best first.
    pub hits: Vec<Hit>,
    /// Whether there are more.
    pub more: bool,
}

/// A form as the index keeps it.
#[derive(Clone, Debug)]
struct Entry {
    person: PersonId,
    id: FormId,
    /// Where its words stand in the pool, and how many entries they are there.
    first_word: u32,
    entries: u8,
    gender: Gender,
    citizenship: Option<Box<str>>,
    birth: Option<Day>,
    /// The next form of the same person.
    next: u32,
}

/// One word of a form.
#[derive(Clone, Copy, Debug)]
struct Place {
    word: WordId,
    /// Which word of the name it is.
    at: u8,
    /// Whether it is the word without the particles joined to it.
    is_bare: bool,
}

/// The names of a city.
#[derive(Debug, Default)]
pub struct CityIndex {
    words: Words,
    /// Which forms have a word.
    having: Vec<Vec<u32>>,
    entries: Vec<Entry>,
    /// How many words each entry's name has, or [`GONE`]: most candidates are ruled out by that alone.
    lengths: Vec<u8>,
    pool: Vec<Place>,
    first_of: HashMap<PersonId, u32>,
    born: HashMap<Day, Vec<u32>>,
    gone: usize,
}

impl CityIndex {
    /// The index of some people.
    pub fn of(people: impl IntoIterator<Item = (PersonId, FormId, Form)>) -> Self {
        let mut index = Self::default();
        for (person, form, written) in people {
            index.add(person, form, &written);
        }
        index
    }

    /// How many ways of writing people it holds.
    pub fn len(&self) -> usize {
        self.entries.len() - self.gone
    }

    /// Whether it knows nobody.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Adds one way of writing a person.
    pub fn add(&mut self, person: PersonId, id: FormId, form: &Form) {
        let name = form.whole_name();
        let position = u32::try_from(self.entries.len()).unwrap_or(NONE);
        let first_word = u32::try_from(self.pool.len()).unwrap_or(NONE);
        let mut words: Vec<String> = fold_name(&name).words;
        words.truncate(MOST_NAME_WORDS);
        for (at, word) in (0_u8..).zip(&words) {
            self.place(word, at, false, position);
            if let Some(bare) = bare(&name, word) {
                self.place(&bare, at, true, position);
            }
        }
        if let Some(birth) = form.birth {
            self.born.entry(birth).or_default().push(position);
        }
        let next = self.first_of.insert(person, position).unwrap_or(NONE);
        self.entries.push(Entry {
            person,
            id,
            first_word,
            entries: u8::try_from(self.pool.len() - first_word as usize).unwrap_or(u8::MAX),
            gender: form.gender,
            citizenship: form.citizenship.as_deref().map(Into::into),
            birth: form.birth,
            next,
        });
        self.lengths.push(u8::try_from(words.len()).unwrap_or(GONE));
    }

    fn place(&mut self, word: &str, at: u8, is_bare: bool, form: u32) {
        let word = self.words.add(word);
        self.having.resize_with(self.words.len(), Vec::new);
        let having = &mut self.having[word as usize];
        if having.last() != Some(&form) {
            having.push(form);
        }
        self.pool.push(Place { word, at, is_bare });
    }

    /// Forgets a person. What they leave behind is swept away once it is a quarter of the index.
    pub fn remove(&mut self, person: PersonId) {
        let mut next = self.first_of.remove(&person).unwrap_or(NONE);
        while let Some(entry) = self.entries.get(next as usize) {
            self.lengths[next as usize] = GONE;
            self.gone += 1;
            next = entry.next;
        }
    }

    /// Whether so much was removed that the index is better made anew.
    pub fn wants_sweeping(&self) -> bool {
        self.gone > 1000 && self.gone * 4 > self.entries.len()
    }

    /// Those who fit best, in an order that depends on who they are alone: the better fit, then the name, the birth
    /// date and the identifier.
    pub fn search(&self, query: &Query, at_most: usize) -> Found {
        let mut best = Best { index: self, at_most, kept: Vec::new(), more: false };
        if query.says_too_little() || at_most == 0 {
            return Found::default();
        }
        let is_somebodys =
            |word: WordId| self.having[word as usize].iter().any(|form| self.lengths[*form as usize] != GONE);
        let parted = query.parted(|word| self.words.find(word).is_some_and(is_somebodys));
        for reading in query.readings.iter().chain(&parted) {
            let fitting: Vec<Fitting> = reading.iter().map(|typed| self.words.fitting(typed)).collect();
            self.search_reading(query, &fitting, &mut best);
        }
        let hit = |(fit, position): &(Fit, u32)| {
            let entry = &self.entries[*position as usize];
            Hit { person: entry.person, form: entry.id, fit: *fit }
        };
        Found { hits: best.kept.iter().map(hit).collect(), more: best.more }
    }

    fn search_reading(&self, query: &Query, fitting: &[Fitting], best: &mut Best<'_>) {
        // How well each word of the vocabulary fits each typed one.
        let mut qualities = vec![0.0_f32; self.words.len() * fitting.len()];
        for (at, words) in fitting.iter().enumerate() {
            for (word, quality) in words.iter() {
                qualities[*word as usize * fitting.len() + at] = *quality;
            }
        }
        match (fitting, query.birth) {
            ([], Birth::Day(day)) => {
                for position in self.born.get(&day).into_iter().flatten() {
                    self.weigh(query, &qualities, 0, *position, best);
                }
            }
            ([words], _) if query.is_name_alone() => self.search_word(query, words, &qualities, best),
            _ => self.search_words(query, fitting, &qualities, best),
        }
    }

    /// Those who have one typed word, the best fitting words first, as long as they may come in.
    fn search_word(&self, query: &Query, words: &[(WordId, f32)], qualities: &[f32], best: &mut Best<'_>) {
        let mut words = words.to_vec();
        words.sort_by(|(a_word, a), (b_word, b)| b.total_cmp(a).then(a_word.cmp(b_word)));
        let mut seen = vec![false; self.entries.len()];
        for (word, quality) in words {
            if best.is_beyond(Fit::of_name_at_most(f64::from(quality))) {
                return;
            }
            for position in &self.having[word as usize] {
                if !std::mem::replace(&mut seen[*position as usize], true) {
                    self.weigh(query, qualities, 1, *position, best);
                }
            }
        }
    }

    /// Those who have all typed words, or all of their own among them; who was born on a typed day needs one.
    fn search_words(&self, query: &Query, fitting: &[Fitting], qualities: &[f32], best: &mut Best<'_>) {
        let typed_words = fitting.len();
        let having = |words: &Fitting| -> usize {
            words.iter().map(|(word, _)| self.having[*word as usize].len()).sum()
        };
        let mut rarest_first: Vec<usize> = (0..typed_words).collect();
        rarest_first.sort_by_key(|at| having(&fitting[*at]));
        let one_is_enough = matches!(query.birth, Birth::Day(_));
        // Which typed words each form has, one bit each. Who has not the rarest is looked at no more, unless their name
        // is shorter than what was typed.
        let mut seen = vec![0_u8; self.entries.len()];
        let mut candidates: Vec<u32> = Vec::new();
        for (turn, at) in rarest_first.into_iter().enumerate() {
            for form in fitting[at].iter().flat_map(|(word, _)| &self.having[*word as usize]) {
                let bits = &mut seen[*form as usize];
                if *bits == 0 {
                    let may_do_without = || usize::from(self.lengths[*form as usize]) < typed_words;
                    if turn > 0 && !one_is_enough && !may_do_without() {
                        continue;
                    }
                    candidates.push(*form);
                }
                *bits |= 1 << at;
            }
        }
        for position in candidates {
            let length = usize::from(self.lengths[position as usize]);
            let too_few = (seen[position as usize].count_ones() as usize) < typed_words.min(length);
            let is_born_so = || match (query.birth, self.entries[position as usize].birth) {
                (Birth::Day(typed), Some(birth)) => typed == birth,
                _ => false,
            };
            if !too_few || (one_is_enough && is_born_so()) {
                self.weigh(query, qualities, typed_words, position, best);
            }
        }
    }

    /// Offers a form, if it fits and is not forgotten.
    fn weigh(
        &self,
        query: &Query,
        qualities: &[f32],
        typed_words: usize,
        position: u32,
        best: &mut Best<'_>,
    ) {
        let length = self.lengths[position as usize];
        if length == GONE {
            return;
        }
        let entry = &self.entries[position as usize];
        let mut quality = [[0.0_f64; MOST_NAME_WORDS]; MOST_WORDS];
        for place in self.places(entry) {
            let less = if place.is_bare { WITHOUT_PARTICLES } else { 1.0 };
            let of_word = &qualities[place.word as usize * typed_words..][..typed_words];
            for (fits, known) in of_word.iter().zip(&mut quality) {
                let known = &mut known[usize::from(place.at)];
                *known = known.max(f64::from(*fits) * less);
            }
        }
        let beside =
            Beside { birth: entry.birth, gender: entry.gender, citizenship: entry.citizenship.as_deref() };
        if let Some(fit) = fit(query, &quality, typed_words, usize::from(length), beside) {
            best.offer(fit, position);
        }
    }

    fn places(&self, entry: &Entry) -> &[Place] {
        let first = entry.first_word as usize;
        &self.pool[first..first + usize::from(entry.entries)]
    }

    /// The words of a name, in order.
    fn name(&self, entry: &Entry) -> impl Iterator<Item = &str> {
        self.places(entry).iter().filter(|place| !place.is_bare).map(|place| self.words.word(place.word))
    }

    /// Which of two forms comes first.
    fn order(&self, (a_fit, a): (Fit, u32), (b_fit, b): (Fit, u32)) -> Ordering {
        let (one, other) = (&self.entries[a as usize], &self.entries[b as usize]);
        let birth = |entry: &Entry| (entry.birth.is_none(), entry.birth);
        b_fit
            .cmp(&a_fit)
            .then_with(|| self.name(one).cmp(self.name(other)))
            .then_with(|| birth(one).cmp(&birth(other)))
            .then_with(|| (one.person, one.id).cmp(&(other.person, other.id)))
    }
}

/// The best so far, each person once, in order.
struct Best<'a> {
    index: &'a CityIndex,
    at_most: usize,
    kept: Vec<(Fit, u32)>,
    more: bool,
}

impl Best<'_> {
    /// Whether nobody who fits no better than this comes in, nor is news that there are more.
    fn is_beyond(&self, fit: Fit) -> bool {
        let worst = self.kept.last().filter(|_| self.kept.len() == self.at_most);
        self.more && worst.is_some_and(|(worst, _)| *worst > fit)
    }

    fn offer(&mut self, fit: Fit, position: u32) {
        let index = self.index;
        let person = |position: u32| index.entries[position as usize].person;
        let comes_first = |one: (Fit, u32), other: (Fit, u32)| index.order(one, other) == Ordering::Less;
        let offered = (fit, position);
        if let Some(last) = self.kept.last()
            && self.kept.len() == self.at_most
            && !comes_first(offered, *last)
        {
            self.more = self.more || self.kept.iter().all(|(_, kept)| person(*kept) != person(position));
            return;
        }
        if let Some(known) = self.kept.iter().position(|(_, kept)| person(*kept) == person(position)) {
            if !comes_first(offered, self.kept[known]) {
                return;
            }
            self.kept.remove(known);
        }
        let at = self.kept.partition_point(|kept| comes_first(*kept, offered));
        self.kept.insert(at, offered);
        if self.kept.len() > self.at_most {
            self.kept.pop();
            self.more = true;
        }
    }
}
