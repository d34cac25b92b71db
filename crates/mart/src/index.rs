//! A city's facts laid out for counting: rows of one person side by side, oldest first.

use std::collections::HashMap;
use std::sync::Arc;

use kernel::CityCode;

use crate::facts::{Facts, Text};

/// The distinct values of a text column over all cities. Values are only ever added, so codes stay.
#[derive(Clone, Debug, Default)]
pub(crate) struct Dictionary {
    values: Vec<Arc<str>>,
    codes: HashMap<Arc<str>, u16>,
}

impl Dictionary {
    /// The code of a value, new if it was never met. A 65,537th value shares the last code: no vocabulary of
    /// the network comes near.
    pub(crate) fn code(&mut self, value: &str) -> u16 {
        if let Some(code) = self.codes.get(value) {
            return *code;
        }
        let code = u16::try_from(self.values.len()).unwrap_or(u16::MAX);
        let value: Arc<str> = value.into();
        self.values.push(Arc::clone(&value));
        self.codes.insert(value, code);
        code
    }

    pub(crate) fn values(&self) -> &[Arc<str>] {
        &self.values
    }
}

/// One dictionary for each text column.
pub(crate) type Dictionaries = [Dictionary; Text::COUNT];

/// The facts of a city, by person.
#[derive(Debug)]
pub(crate) struct CityIndex {
    pub(crate) city: CityCode,
    /// Rows of person `p` are `start[p]..start[p + 1]`.
    pub(crate) start: Vec<u32>,
    pub(crate) gender: Vec<u8>,
    pub(crate) age: Vec<u8>,
    pub(crate) citizenship: Vec<u16>,
    pub(crate) network: Vec<u32>,
    /// Days since 1970-01-01, row by row.
    pub(crate) day: Vec<u16>,
    /// Codes of the text columns, row by row; citizenship's stays empty, it is the person's.
    pub(crate) texts: [Vec<u16>; Text::COUNT],
    pub(crate) minutes: Vec<u32>,
}

impl CityIndex {
    /// Lays out the months of a city, given oldest first. If the attributes of a person differ from fact to
    /// fact, those of the earliest stand.
    pub(crate) fn build(city: CityCode, months: &[Arc<Facts>], dictionaries: &mut Dictionaries) -> Self {
        let rows: usize = months.iter().map(|facts| facts.len()).sum();
        let last = months.iter().flat_map(|facts| &facts.subject).max().map_or(0, |last| *last as usize);
        // Counting sort: how many rows each number has, then where each begins.
        let mut at = vec![0_u32; last + 2];
        for subject in months.iter().flat_map(|facts| &facts.subject) {
            at[*subject as usize + 1] += 1;
        }
        for number in 1..at.len() {
            at[number] += at[number - 1];
        }
        let mut start: Vec<u32> =
            at.windows(2).filter(|pair| pair[0] < pair[1]).map(|pair| pair[0]).collect();
        let persons = start.len();
        start.push(u32::try_from(rows).unwrap_or(u32::MAX));

        let mut index = Self {
            city,
            gender: vec![0; persons],
            age: vec![0; persons],
            citizenship: vec![0; persons],
            network: vec![0; persons],
            day: vec![0; rows],
            texts: Text::ALL.map(|text| vec![0; if text == Text::Citizenship { 0 } else { rows }]),
            minutes: vec![0; rows],
            start,
        };
        let mut citizenship = vec![0_u16; rows];
        let mut origin = vec![(0_u16, 0_u32); rows];
        for (month, facts) in (0_u16..).zip(months) {
            let codes: Vec<Vec<u16>> = Text::ALL
                .iter()
                .map(|text| {
                    let column = &facts.texts[*text as usize];
                    column.values.iter().map(|value| dictionaries[*text as usize].code(value)).collect()
                })
                .collect();
            for row in 0..facts.len() {
                let next = &mut at[facts.subject[row] as usize];
                let to = *next as usize;
                *next += 1;
                index.day[to] = u16::try_from(facts.day[row]).unwrap_or(0);
                index.minutes[to] = facts.minutes[row].unwrap_or(0);
                for text in Text::ALL {
                    let code = codes[text as usize][usize::from(facts.texts[text as usize].codes[row])];
                    if text == Text::Citizenship {
                        citizenship[to] = code;
                    } else {
                        index.texts[text as usize][to] = code;
                    }
                }
                origin[to] = (month, u32::try_from(row).unwrap_or(u32::MAX));
            }
        }
        for person in 0..persons {
            let first = index.start[person] as usize;
            let (month, row) = origin[first];
            let (facts, row) = (&months[usize::from(month)], row as usize);
            index.gender[person] = facts.gender[row];
            index.age[person] = facts.age[row];
            index.citizenship[person] = citizenship[first];
            index.network[person] = facts.network_subject[row];
        }
        index
    }

    pub(crate) fn persons(&self) -> usize {
        self.network.len()
    }

    /// The rows of a person.
    pub(crate) fn rows(&self, person: usize) -> std::ops::Range<usize> {
        self.start[person] as usize..self.start[person + 1] as usize
    }
}
