//! A list of names as it is pasted: from a sheet, a message, an attendance list.

/// The longest list of one gathering.
pub const MOST_NAMES: usize = 200;

/// The names of a pasted list, one a line: what numbers and marks lists wear is taken off. Nothing says which
/// of several equal names is which person, so none is left out.
///
/// ```
/// use casework::desk::contacts::model::names;
/// assert_eq!(names("1. Diop Awa\n\n - Keita  Seydou;\n"), ["Diop Awa", "Keita Seydou"]);
/// ```
pub fn names(pasted: &str) -> Vec<String> {
    let is_mark = |letter: char| !letter.is_alphabetic();
    pasted
        .lines()
        .map(|line| {
            line.trim_start_matches(is_mark)
                .trim_end_matches(|letter: char| is_mark(letter) && letter != '\'' && letter != '’')
        })
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty())
        .collect()
}
