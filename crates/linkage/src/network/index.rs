//! Who meets whom: blocks of encodings that share a salt, by name.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};

use super::compare::{Kind, Seen, common_views};
use super::encoding::{Encoding, View};
use super::key::mix;
use super::pattern::Stratum;

/// A block with more members is not compared whole. That of a birth date is then parted by the words of the
/// name; others are left to the salts that say more.
const MOST: usize = 48;

/// Names of salts are already spread evenly.
#[derive(Default)]
pub(crate) struct Spread(u64);

impl Hasher for Spread {
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |state, byte| mix(state ^ u64::from(*byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.0 = mix(number.into());
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = number;
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

type Map<V> = HashMap<u64, V, BuildHasherDefault<Spread>>;

/// Some slots.
pub(crate) type Slots = HashSet<u32, BuildHasherDefault<Spread>>;

/// Members of a block, by slot. Most blocks have one.
#[derive(Debug)]
enum Block {
    One(u32),
    Many(Vec<u32>),
}

/// All blocks.
#[derive(Debug, Default)]
pub(crate) struct Index {
    blocks: Map<Block>,
}

/// The blocks of an encoding: one for each view, and for a birth date one more for each word.
pub(crate) fn blocks(encoding: &Encoding) -> impl Iterator<Item = u64> {
    encoding.views().flat_map(|view| std::iter::once(view.name()).chain(parts(view)))
}

/// The blocks into which the block of a birth date is parted.
fn parts(view: View<'_>) -> impl Iterator<Item = u64> {
    let words = if view.kind() == Kind::Day { view.words() } else { &[] };
    words.iter().map(move |word| part(view, *word))
}

fn part(view: View<'_>, word: u64) -> u64 {
    mix(view.name() ^ mix(word))
}

impl Index {
    /// The members of a block.
    pub(crate) fn members(&self, block: u64) -> &[u32] {
        match self.blocks.get(&block) {
            Some(Block::One(slot)) => std::slice::from_ref(slot),
            Some(Block::Many(slots)) => slots,
            None => &[],
        }
    }

    /// Whether the members of a block are compared.
    fn is_usable(&self, block: u64) -> bool {
        self.members(block).len() <= MOST
    }

    /// Whether a change of so many members turns a block from one that is compared into one that is not, or back.
    pub(crate) fn turns(&self, block: u64, change: i64) -> bool {
        let members = i64::try_from(self.members(block).len()).unwrap_or(i64::MAX);
        let most = MOST as i64;
        (members <= most) != (members + change <= most)
    }

    /// Adds a slot to a block.
    pub(crate) fn add(&mut self, block: u64, slot: u32) {
        let members = self.blocks.entry(block);
        let members = members.and_modify(|members| match members {
            Block::One(first) => *members = Block::Many(vec![*first, slot]),
            Block::Many(slots) => slots.push(slot),
        });
        members.or_insert(Block::One(slot));
    }

    /// Takes a slot out of a block.
    pub(crate) fn remove(&mut self, block: u64, slot: u32) {
        match self.blocks.get_mut(&block) {
            Some(Block::Many(slots)) => {
                slots.retain(|member| *member != slot);
                if slots.is_empty() {
                    self.blocks.remove(&block);
                }
            }
            Some(Block::One(member)) if *member == slot => {
                self.blocks.remove(&block);
            }
            _ => {}
        }
    }

    /// The blocks of an encoding whose members are compared, each with its view, in the order in which they count.
    pub(crate) fn meetings<'a>(&'a self, encoding: &'a Encoding) -> impl Iterator<Item = (u64, View<'a>)> {
        encoding.views().flat_map(|view| {
            let whole = self.is_usable(view.name());
            let parts = parts(view).filter(move |_| !whole);
            let block = std::iter::once(view.name()).filter(move |_| whole).chain(parts);
            block.filter(|block| self.is_usable(*block)).map(move |block| (block, view))
        })
    }

    /// Where two encodings meet first, and what is seen there of each.
    pub(crate) fn meeting<'a>(
        &self,
        a: &'a Encoding,
        b: &'a Encoding,
    ) -> Option<(u64, Stratum, Seen<'a>, Seen<'a>)> {
        common_views(a, b).find_map(|(one, other)| {
            let met = |block, stratum| Some((block, stratum, (a, one), (b, other)));
            if self.is_usable(one.name()) {
                return met(one.name(), Stratum::of(one.kind()));
            }
            let shared = if one.kind() == Kind::Day { one.words() } else { &[] };
            let shared = shared.iter().filter(|word| other.words().contains(word));
            let part = shared.map(|word| part(one, *word)).find(|block| self.is_usable(*block));
            part.and_then(|block| met(block, Stratum::DayWord))
        })
    }
}
