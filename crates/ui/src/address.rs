//! Texts inside addresses.

/// A text with every byte percent-encoded (RFC 3986, section 2.1) but letters, digits and the marks in `kept`.
pub fn encoded(text: &str, kept: &[u8]) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_kept_is_encoded() {
        assert_eq!(encoded("a/b-c ~è&", b"-/"), "a/b-c%20%7E%C3%A8%26");
    }
}
