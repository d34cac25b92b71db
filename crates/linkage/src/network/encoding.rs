//! What leaves a city of a person: the same few things several times over, each time under another salt.

use super::compare::Kind;

/// Words of a name that are encoded; the longest, if there are more.
pub(crate) const MAX_WORDS: usize = 4;
/// Further fields that can be encoded.
pub(crate) const MAX_FURTHER: usize = 8;
/// Numbers before the words of a view: its name, and its tokens.
const HEAD: usize = 2;

/// A person encoded under the network's key. It holds no name, date or place that can be read or tried out
/// without that key, and meets another encoding only where both share a salt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Encoding {
    words: u8,
    further: u8,
    /// All views, each of [`Encoding::stride`] numbers, by kind and name.
    views: Box<[u64]>,
}

/// Stored bytes that are no encoding, or one of another version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EncodingError {
    /// Made by another version: the people must be encoded anew.
    Version(u8),
    /// Cut off or damaged.
    Damaged,
}

impl std::fmt::Display for EncodingError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Version(version) => write!(
                formatter,
                "an encoding of version {version}, where {} is known: encode the people anew",
                Encoding::VERSION
            ),
            Self::Damaged => {
                formatter.write_str("an encoding that is cut off or damaged: encode the person anew")
            }
        }
    }
}

impl std::error::Error for EncodingError {}

/// One view, to be put into an encoding.
pub(crate) struct NewView {
    pub(crate) kind: Kind,
    pub(crate) name: u64,
    /// Tokens without the kind, as [`View`] reads them.
    pub(crate) tokens: u64,
    pub(crate) words: Vec<u64>,
    pub(crate) further: Vec<u64>,
}

impl Encoding {
    /// The version of this way of encoding, the first byte of what is kept. Encodings of two versions are never compared.
    pub const VERSION: u8 = 2;

    pub(crate) fn of(words: usize, further: usize, mut views: Vec<NewView>) -> Self {
        views.sort_by_key(|view| (view.kind, view.name));
        views.dedup_by_key(|view| (view.kind, view.name));
        let numbers = views.into_iter().flat_map(|mut view| {
            // In the order of their bits here, so that no view tells which word stands where in another.
            view.words.sort_unstable();
            let head = [view.name, view.tokens | view.kind.code()];
            head.into_iter().chain(view.words).chain(view.further)
        });
        let count = |number: usize| u8::try_from(number).unwrap_or(u8::MAX);
        Self { words: count(words), further: count(further), views: numbers.collect() }
    }

    fn stride(&self) -> usize {
        HEAD + usize::from(self.words) + usize::from(self.further)
    }

    /// The views, by kind and name.
    pub(crate) fn views(&self) -> impl Iterator<Item = View<'_>> {
        let words = usize::from(self.words);
        self.views.chunks_exact(self.stride()).map(move |numbers| View { numbers, words })
    }

    /// Whether the birth date is a 1 January: then it stands, but makes no salt of its own.
    pub(crate) fn is_january(&self) -> bool {
        self.views().next().is_some_and(|view| view.kind() != Kind::Day && view.birth()[0] != 0)
    }

    /// The encoding as bytes, to be kept.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![Self::VERSION, self.words, self.further];
        bytes.extend(self.views.iter().flat_map(|number| number.to_le_bytes()));
        bytes
    }

    /// An encoding that was kept.
    ///
    /// # Errors
    /// Where the bytes are of another version, or damaged.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, EncodingError> {
        let (head, rest) = bytes.split_at_checked(3).ok_or(EncodingError::Damaged)?;
        let [version, words, further] = *head else { return Err(EncodingError::Damaged) };
        if version != Self::VERSION {
            return Err(EncodingError::Version(version));
        }
        let numbers = rest.chunks_exact(8);
        let whole = numbers.remainder().is_empty();
        let views: Box<[u64]> = numbers
            .map(|bytes| bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte)))
            .collect();
        let encoding = Self { words, further, views };
        let sizes = usize::from(words) <= MAX_WORDS && usize::from(further) <= MAX_FURTHER;
        let sound = whole && sizes && encoding.views.len().is_multiple_of(encoding.stride());
        let known = encoding.views().all(|view| Kind::of(view.tokens()).is_some());
        let ordered = || encoding.views().map(|view| (view.tokens() & 0xff, view.name()));
        let sorted = ordered().zip(ordered().skip(1)).all(|(one, next)| one < next);
        if sound && known && sorted { Ok(encoding) } else { Err(EncodingError::Damaged) }
    }
}

/// One view of a person, under one salt.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    numbers: &'a [u64],
    words: usize,
}

impl<'a> View<'a> {
    pub(crate) fn name(self) -> u64 {
        self.numbers[0]
    }

    /// From the lowest byte: kind, day, month, year, the year after, gender; then sixteen bits of citizenship.
    /// 0 is unknown.
    fn tokens(self) -> u64 {
        self.numbers[1]
    }

    /// The tokens of day, month, year and the year after.
    pub(crate) fn birth(self) -> [u64; 4] {
        [8, 16, 24, 32].map(|shift| (self.tokens() >> shift) & 0xff)
    }

    pub(crate) fn gender(self) -> u64 {
        (self.tokens() >> 40) & 0xff
    }

    pub(crate) fn citizenship(self) -> u64 {
        self.tokens() >> 48
    }

    /// The kind; a view is made or read only with a known one.
    pub(crate) fn kind(self) -> Kind {
        Kind::of(self.tokens()).unwrap_or(Kind::Pair)
    }

    pub(crate) fn words(self) -> &'a [u64] {
        &self.numbers[HEAD..HEAD + self.words]
    }

    pub(crate) fn further(self) -> &'a [u64] {
        &self.numbers[HEAD + self.words..]
    }
}
