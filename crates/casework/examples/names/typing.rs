//! How an operator types somebody's name: in either order, with or without the birth date, now and then with a slip.

use linkage::Form;

use crate::invent::{Random, slip};

/// What is typed in the end.
pub fn as_typed(form: &Form, random: &mut Random) -> String {
    let mut surname = form.surname.to_lowercase();
    let given = form.given.to_lowercase();
    if random.below(4) == 0 && surname.len() > 3 {
        surname = slip(&surname, random);
    }
    let name = if random.below(2) == 0 { format!("{surname} {given}") } else { format!("{given} {surname}") };
    match (random.below(3), form.birth) {
        (0, Some(birth)) => format!("{name} {}", birth.format("%-d/%-m/%Y")),
        (1, Some(birth)) => format!("{name} {}", birth.format("%Y")),
        _ => name,
    }
}
