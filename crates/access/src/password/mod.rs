//! Passwords: which may be chosen (NIST SP 800-63B, section 5.1.1.2: long, not common, not about oneself, no rules
//! on its letters), and how they are kept.

mod hash;

pub use hash::{Cost, HashError, Hasher};

/// The shortest password, in characters.
pub const SHORTEST: usize = 12;
/// The longest password, in characters: a limit on work, not on imagination.
pub const LONGEST: usize = 256;

/// Fewer different characters than this are no password.
const FEWEST_DIFFERENT: usize = 5;
/// What must be left of a password without names: else it is a name with an ornament.
const LEFT_WITHOUT_NAMES: usize = 6;
/// Rows of keys and the alphabet: what fingers type without thinking.
const ROWS: [&str; 6] = [
    "01234567890123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "qwertyuiopqwertyuiop",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1q2w3e4r5t6y7u8i9o0p",
];
/// Words that everybody tries first, beside those of the list.
const OURS: [&str; 2] = ["lgnet", "lgnetforma"];
/// Passwords of twelve characters or more, and their beginnings, that are tried first.
const COMMON: &str = include_str!("common.txt");

/// Why a password may not be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weakness {
    /// Fewer than [`SHORTEST`] characters.
    Short,
    /// More than [`LONGEST`] characters.
    Long,
    /// Little more than the name of the person, of the account or of the program.
    Personal,
    /// Among the first that anybody would try.
    Common,
}

impl Weakness {
    /// The key of what to say.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "access-password-short",
            Self::Long => "access-password-long",
            Self::Personal => "access-password-personal",
            Self::Common => "access-password-common",
        }
    }
}

/// What speaks against a password for an account, if anything does.
pub fn weakness(password: &str, login: &str, name: &str) -> Option<Weakness> {
    let length = password.chars().count();
    if length < SHORTEST {
        return Some(Weakness::Short);
    }
    if length > LONGEST {
        return Some(Weakness::Long);
    }
    let folded = folded(password);
    if is_common(&folded) {
        return Some(Weakness::Common);
    }
    is_personal(&folded, login, name).then_some(Weakness::Personal)
}

/// Small letters and digits alone; what common substitutions stand for is read as it is meant.
fn folded(text: &str) -> String {
    let letters = kernel::text::fold(text);
    letters.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

fn is_common(folded: &str) -> bool {
    let different: std::collections::BTreeSet<char> = folded.chars().collect();
    if different.len() < FEWEST_DIFFERENT {
        return true;
    }
    let backwards: String = folded.chars().rev().collect();
    if ROWS.iter().any(|row| row.contains(folded) || row.contains(&backwards)) {
        return true;
    }
    let bare = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let read = unmasked(folded);
    let read_bare = read.trim_end_matches(|letter: char| letter.is_ascii_digit());
    COMMON
        .lines()
        .filter(|line| !line.starts_with('#'))
        .any(|common| [folded, bare, &read, read_bare].iter().any(|one| is_repeated(one, common)))
}

/// Whether a text is a word, once or several times over.
fn is_repeated(text: &str, word: &str) -> bool {
    !word.is_empty() && !text.is_empty() && text.replace(word, "").is_empty()
}

/// «p4ssw0rd» is «password».
fn unmasked(folded: &str) -> String {
    let plain = |letter| match letter {
        '0' => 'o',
        '1' => 'i',
        '3' => 'e',
        '4' => 'a',
        '5' => 's',
        '7' => 't',
        other => other,
    };
    folded.chars().map(plain).collect()
}

fn is_personal(folded: &str, login: &str, name: &str) -> bool {
    let (login, name) = (kernel::text::fold(login), kernel::text::fold(name));
    let mut words: Vec<&str> =
        login.split(' ').chain(name.split(' ')).chain(OURS).filter(|word| word.len() >= 3).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let mut left = folded.to_owned();
    for word in &words {
        left = left.replace(word, "");
    }
    left != folded && left.chars().filter(|letter| letter.is_alphabetic()).count() < LEFT_WITHOUT_NAMES
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(password: &str) -> Option<Weakness> {
        weakness(password, "awa.diop", "Awa Diop Fall")
    }

    #[test]
    fn length_names_and_common_ones_are_refused_and_nothing_else() {
        assert_eq!(of("undici.1234"), Some(Weakness::Short));
        assert_eq!(of(&"abcdefgh ".repeat(40)), Some(Weakness::Long));
        for personal in ["awa.diop.2026", "DIOP awa fall!!", "LGNet-awa-diop-1", "Fall1234567890"] {
            assert_eq!(of(personal), Some(Weakness::Personal), "{personal}");
        }
        for common in [
            "password1234",
            "P4ssw0rd!!!!!!",
            "PasswordPassword",
            "123456789012",
            "qwertyuiopasdf",
            "aaaaaaaaaaaaaa",
            "abababababab",
            "fdsapoiuytrewq",
            "forzajuventus1",
            "ciaociaociao",
        ] {
            assert_eq!(of(common), Some(Weakness::Common), "{common}");
        }
        for good in [
            "tre gatti sul tram",
            "oltremare-1987-lume",
            "corretto cavallo batteria",
            "ユニコード密码很长的一个句子",
        ] {
            assert_eq!(of(good), None, "{good}");
        }
    }

    proptest! {
        #[test]
        fn no_password_breaks_the_rule(password in ".{0,40}", login in ".{0,20}", name in ".{0,20}") {
            let weak = weakness(&password, &login, &name);
            prop_assert_eq!(weak == Some(Weakness::Short), password.chars().count() < SHORTEST);
        }
    }
}
