//! The four forms of an Italian adjective, from the feminine singular that official lists give.

/// Feminine and masculine, singular and plural. Where two are possible (*keniota* and *keniote*,
/// *turchi* but *libici*) both are given: a form too many is found by nobody, a form too few rejects a row.
pub(super) fn of_adjective(feminine: &str) -> Vec<String> {
    let feminine = feminine.trim().to_lowercase();
    let mut all = vec![feminine.clone()];
    if let Some(stem) = feminine.strip_suffix('a') {
        all.push(format!("{stem}o"));
        if stem.ends_with(['c', 'g']) {
            all.extend([format!("{stem}he"), format!("{stem}hi"), format!("{stem}i"), format!("{stem}e")]);
        } else if stem.ends_with('i') {
            all.extend([stem.to_owned(), format!("{stem}e")]);
        } else {
            all.extend([format!("{stem}e"), format!("{stem}i")]);
        }
    } else if let Some(stem) = feminine.strip_suffix('e') {
        all.push(format!("{stem}i"));
    }
    all
}
