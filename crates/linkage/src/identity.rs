//! Exact identity across cities, by a keyed digest.

use hmac::{Hmac, Mac as _};
use sha2::Sha256;

use crate::{Form, fold_name};

/// HMAC-SHA-256 (RFC 2104) over the folded words in alphabetical order, birth date, gender and citizenship.
/// Nothing without a birth date or a name: too many people would share it.
pub fn identity_key(secret: &[u8], form: &Form) -> Option<[u8; 32]> {
    let birth = form.birth?;
    let mut words = fold_name(&form.whole_name()).words;
    words.sort_unstable();
    if words.is_empty() {
        return None;
    }
    // A key of any length is allowed, so this never fails.
    let mut digest = Hmac::<Sha256>::new_from_slice(secret).ok()?;
    let (gender, citizenship) = (form.gender.code(), form.citizenship.as_deref().unwrap_or_default());
    digest.update(format!("{}|{birth}|{gender}|{citizenship}", words.join(" ")).as_bytes());
    Some(digest.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Gender;

    #[test]
    fn order_and_case_do_not_matter_and_the_rest_does() {
        let form = |surname: &str, given: &str, birth: &str| Form {
            surname: surname.into(),
            given: given.into(),
            birth: birth.parse().ok(),
            gender: Gender::F,
            citizenship: Some("SN".into()),
            rows: 1,
        };
        let key = |secret: &[u8], form: &Form| identity_key(secret, form);
        let awa = form("DIOP", "Awa", "1990-02-03");
        assert_eq!(key(b"k", &awa), key(b"k", &form("Awa", "Diop", "1990-02-03")));
        assert_ne!(key(b"k", &awa), key(b"other", &awa));
        assert_ne!(key(b"k", &awa), key(b"k", &form("DIOP", "Awa", "1990-03-02")));
        assert_eq!(key(b"k", &form("DIOP", "Awa", "")), None);
        assert_eq!(key(b"k", &form(" ", "", "1990-02-03")), None);
    }
}
