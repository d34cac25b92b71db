//! The names people sign in with.

/// A text that cannot be a login.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "«{0}» cannot be a login: 3 to 64 small letters, digits, dots, hyphens, underscores or @, such as awa.diop"
)]
pub struct LoginError(pub String);

/// A login as it is written from then on.
///
/// # Errors
/// When it is too short, too long, or has other characters than letters, digits and `. - _ @`.
pub fn parse(text: &str) -> Result<String, LoginError> {
    let login = text.trim().to_ascii_lowercase();
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b".-_@".contains(&byte);
    let is_one = (3..=64).contains(&login.len()) && login.bytes().all(allowed) && key(&login).len() >= 3;
    if is_one { Ok(login) } else { Err(LoginError(text.trim().to_owned())) }
}

/// What two ways of writing one login have in common.
pub fn key(login: &str) -> String {
    kernel::text::fold(login)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_login_is_short_plain_and_one_whatever_its_marks() {
        assert_eq!(parse(" Awa.Diop ").unwrap(), "awa.diop");
        assert_eq!(parse("awa@comune.bari.it").unwrap(), "awa@comune.bari.it");
        assert_eq!(key("Awa_Diop"), key("awa.diop"));
        for wrong in ["", "ab", "...", "awa diop", "awà.diop", "awa:diop", "a/b/c", &"a".repeat(65)] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }
}
