//! Facts of some kinds laid out for counting: rows of one person side by side, oldest first.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use crate::fact::Text;
use crate::facts::Facts;
use crate::rules::Sort;

/// The distinct values of a text column over all cities. Values are only ever added, so codes stay.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    values: Vec<Arc<str>>,
    codes: HashMap<Arc<str>, u16>,
}

impl Dictionary {
    /// The code of a value, new if it was never met. A 65,537th value shares the last code: no vocabulary of
    /// the network comes near.
    fn code(&mut self, value: &str) -> u16 {
        if let Some(code) = self.codes.get(value) {
            return *code;
        }
        let code = u16::try_from(self.values.len()).unwrap_or(u16::MAX);
        let value: Arc<str> = value.into();
        self.values.push(Arc::clone(&value));
        self.codes.insert(value, code);
        code
    }

    /// The code of a value that was met.
    pub(crate) fn find(&self, value: &str) -> Option<u16> {
        self.codes.get(value).copied()
    }

    pub(crate) fn values(&self) -> &[Arc<str>] {
        &self.values
    }
}

/// The distinct sets of bits that were met. The empty set has the code 0 from the start.
#[derive(Clone, Debug)]
pub(crate) struct Sets {
    bits: Vec<u32>,
    codes: HashMap<u32, u16>,
}

impl Default for Sets {
    fn default() -> Self {
        Self { bits: vec![0], codes: HashMap::from([(0, 0)]) }
    }
}

impl Sets {
    fn code(&mut self, bits: u32) -> u16 {
        *self.codes.entry(bits).or_insert_with(|| {
            self.bits.push(bits);
            u16::try_from(self.bits.len() - 1).unwrap_or(u16::MAX)
        })
    }

    pub(crate) fn bits(&self) -> &[u32] {
        &self.bits
    }
}

/// What the codes of all columns stand for.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionaries {
    pub(crate) texts: [Dictionary; Text::COUNT],
    pub(crate) sets: Sets,
}

/// A column of codes that a question can look at.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Column {
    Text(Text),
    /// The vulnerabilities.
    Set,
}

/// The facts of a city that are counted together.
#[derive(Debug, Default)]
pub(crate) struct Layout {
    /// Rows of person `p` are `start[p]..start[p + 1]`.
    start: Vec<u32>,
    /// The first so many are no persons: each stands for one fact of which nobody knows whose it is.
    pub(crate) nobody: usize,
    pub(crate) gender: Vec<u8>,
    pub(crate) age: Vec<u8>,
    pub(crate) citizenship: Vec<u16>,
    pub(crate) network: Vec<u32>,
    /// Days since 1970-01-01, row by row.
    pub(crate) day: Vec<u16>,
    /// The last days, of stays alone.
    pub(crate) until: Vec<u16>,
    /// The minutes, of contacts alone.
    pub(crate) minutes: Vec<u32>,
    /// Codes of the text columns, row by row; citizenship's stays empty, it is the person's.
    texts: [Vec<u16>; Text::COUNT],
    /// Codes of the vulnerabilities, row by row; made when they are asked for, if nobody has any.
    sets: OnceLock<Vec<u16>>,
}

impl Layout {
    /// Lays out what the months of a city, given oldest first, have of a sort. If the attributes of a person
    /// differ from fact to fact, those of the earliest stand.
    pub(crate) fn build(months: &[Arc<Facts>], sort: Sort, dictionaries: &mut Dictionaries) -> Self {
        let parts = Part::of(months, sort);
        if parts.is_empty() {
            return Self::default();
        }
        let mut places = Places::by_subject(&parts);
        let rows = places.rows();
        let (nobody, start) = places.start();
        let persons = start.len() - 1;
        let only = |wanted: Sort| if sort == wanted { rows } else { 0 };
        let mut layout = Self {
            start,
            nobody,
            gender: vec![0; persons],
            age: vec![0; persons],
            citizenship: vec![0; persons],
            network: vec![0; persons],
            day: vec![0; rows],
            until: vec![0; only(Sort::Stay)],
            minutes: vec![0; only(Sort::Contact)],
            texts: Text::ALL.map(|text| vec![0; if text == Text::Citizenship { 0 } else { rows }]),
            sets: OnceLock::new(),
        };
        let vulnerable = parts.iter().any(|part| part.facts.vulnerabilities.iter().any(|bits| *bits != 0));
        let mut sets = vec![0; if vulnerable { rows } else { 0 }];
        let mut citizenship = vec![0_u16; rows];
        let mut origin = vec![(0_u16, 0_u32); rows];
        for (month, part) in (0_u16..).zip(&parts) {
            let facts = part.facts;
            let codes: Vec<Vec<u16>> = Text::ALL
                .iter()
                .map(|text| {
                    let column = &facts.texts[*text as usize];
                    let dictionary = &mut dictionaries.texts[*text as usize];
                    column.values.iter().map(|value| dictionary.code(value)).collect()
                })
                .collect();
            part.each(|row| {
                let to = places.next(facts.subject[row]);
                layout.day[to] = u16::try_from(facts.day[row]).unwrap_or(0);
                if sort == Sort::Contact {
                    layout.minutes[to] = facts.minutes[row].unwrap_or(0);
                }
                if sort == Sort::Stay {
                    layout.until[to] = u16::try_from(facts.until[row].max(0)).unwrap_or(u16::MAX);
                }
                if vulnerable {
                    sets[to] = dictionaries.sets.code(facts.vulnerabilities[row]);
                }
                for text in Text::ALL {
                    let code = codes[text as usize][usize::from(facts.texts[text as usize].codes[row])];
                    if text == Text::Citizenship {
                        citizenship[to] = code;
                    } else {
                        layout.texts[text as usize][to] = code;
                    }
                }
                origin[to] = (month, u32::try_from(row).unwrap_or(u32::MAX));
            });
        }
        for person in 0..persons {
            let first = layout.start[person] as usize;
            let (month, row) = origin[first];
            let (facts, row) = (parts[usize::from(month)].facts, row as usize);
            layout.gender[person] = facts.gender[row];
            layout.age[person] = facts.age[row];
            layout.citizenship[person] = citizenship[first];
            layout.network[person] = facts.network_subject[row];
        }
        if vulnerable {
            layout.sets = OnceLock::from(sets);
        }
        layout
    }

    /// How many groups of rows there are: facts of nobody, then persons.
    pub(crate) fn groups(&self) -> usize {
        self.network.len()
    }

    /// The persons alone.
    pub(crate) fn persons(&self) -> std::ops::Range<usize> {
        self.nobody..self.groups()
    }

    /// The rows of a person.
    pub(crate) fn rows(&self, person: usize) -> std::ops::Range<usize> {
        self.start[person] as usize..self.start[person + 1] as usize
    }

    /// The codes of a column, row by row.
    pub(crate) fn column(&self, column: Column) -> &[u16] {
        match column {
            Column::Text(text) => &self.texts[text as usize],
            Column::Set => self.sets.get_or_init(|| vec![0; self.day.len()]),
        }
    }
}

/// What a month has of a sort.
pub(crate) struct Part<'a> {
    pub(crate) facts: &'a Facts,
    /// By the month's code of a kind, whether it is wanted; nothing if all are.
    wanted: Option<Vec<bool>>,
}

impl<'a> Part<'a> {
    pub(crate) fn of(months: &'a [Arc<Facts>], sort: Sort) -> Vec<Self> {
        let part = |facts: &'a Arc<Facts>| {
            let kinds = facts.texts[Text::Kind as usize].values.iter();
            let wanted: Vec<bool> = kinds.map(|kind| sort.kinds().contains(&&**kind)).collect();
            let all = wanted.iter().all(|wanted| *wanted);
            wanted.contains(&true).then(|| Self { facts, wanted: Some(wanted).filter(|_| !all) })
        };
        months.iter().filter_map(part).collect()
    }

    /// Every row, oldest first.
    pub(crate) fn each(&self, mut row: impl FnMut(usize)) {
        let Some(wanted) = &self.wanted else { return (0..self.facts.len()).for_each(row) };
        for (place, code) in self.facts.texts[Text::Kind as usize].codes.iter().enumerate() {
            if wanted[usize::from(*code)] {
                row(place);
            }
        }
    }
}

/// A counting sort: how many rows each number has, then where each begins, then the next place of each.
pub(crate) struct Places(Vec<u32>);

impl Places {
    /// Rows by person.
    pub(crate) fn by_subject(parts: &[Part<'_>]) -> Self {
        Self::by(parts, |facts| &facts.subject, |_, _| true)
    }

    /// Rows by a number, of those wanted.
    pub(crate) fn by(
        parts: &[Part<'_>],
        number: impl Fn(&Facts) -> &Vec<u32>,
        wanted: impl Fn(&Facts, usize) -> bool,
    ) -> Self {
        let last = parts.iter().flat_map(|part| number(part.facts)).max().map_or(0, |last| *last as usize);
        let mut at = vec![0_u32; last + 2];
        for part in parts {
            let numbers = number(part.facts);
            part.each(|row| at[numbers[row] as usize + 1] += u32::from(wanted(part.facts, row)));
        }
        for number in 1..at.len() {
            at[number] += at[number - 1];
        }
        Self(at)
    }

    /// How many rows there are. Before the first [`Places::next`].
    pub(crate) fn rows(&self) -> usize {
        self.0.last().map_or(0, |rows| *rows as usize)
    }

    /// How many rows have the number 0, and where groups begin: each of those rows alone, then each number
    /// that has rows; at last their end. Before the first [`Places::next`].
    pub(crate) fn start(&self) -> (usize, Vec<u32>) {
        let of_nobody = self.0.get(1).copied().unwrap_or(0);
        let numbers = self.0.get(1..).unwrap_or_default().windows(2);
        let begin = numbers.filter(|pair| pair[0] < pair[1]).map(|pair| pair[0]);
        (of_nobody as usize, (0..of_nobody).chain(begin).chain(self.0.last().copied()).collect())
    }

    /// Where the next row of a number goes.
    pub(crate) fn next(&mut self, number: u32) -> usize {
        let next = &mut self.0[number as usize];
        let to = *next as usize;
        *next += 1;
        to
    }
}
