//! Codes of an app that change every 30 seconds: TOTP (RFC 6238) with SHA-1 and six digits, as all apps know it.

use kernel::Timestamp;
use totp_rs::{Algorithm, Builder, Secret, Totp};

/// Length of a secret, in bytes (RFC 4226, section 4, recommends 160 bits).
pub const SECRET_LENGTH: usize = 20;
/// How long a code lasts, in seconds.
pub const STEP: u64 = 30;
/// What apps call us.
const ISSUER: &str = "LGNet";

fn of(secret: &[u8]) -> Totp {
    // One step early or late is accepted: clocks of phones differ (RFC 6238, section 5.2).
    Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(STEP)
        .with_secret(secret.to_vec())
        .build_noncompliant()
}

fn seconds(at: Timestamp) -> u64 {
    u64::try_from(at.micros() / 1_000_000).unwrap_or(0)
}

/// The step of a code that is right now and later than the last one used; none for any other.
pub(crate) fn step_of(secret: &[u8], code: &str, at: Timestamp, last: Option<i64>) -> Option<i64> {
    let digits: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    let step = i64::try_from(of(secret).check(&digits, seconds(at))?).ok()?;
    last.is_none_or(|last| step > last).then_some(step)
}

/// The code of a moment, as an app shows it.
pub fn code(secret: &[u8], at: Timestamp) -> String {
    of(secret).generate(seconds(at)).to_string()
}

/// The secret as it is typed into an app: base 32, in groups of four.
pub fn spoken(secret: &[u8]) -> String {
    let letters = base32(secret);
    let groups: Vec<&str> =
        (0..letters.len()).step_by(4).map(|start| &letters[start..letters.len().min(start + 4)]).collect();
    groups.join(" ")
}

/// What the picture says to an app: the key URI that all of them read. A login needs no escaping.
pub(crate) fn uri(secret: &[u8], login: &str) -> String {
    format!("otpauth://totp/{ISSUER}:{login}?secret={}&issuer={ISSUER}", base32(secret))
}

fn base32(secret: &[u8]) -> String {
    Secret::from(secret.to_vec()).to_base32()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_micros(seconds * 1_000_000)
    }

    #[test]
    fn codes_are_those_of_rfc_6238() {
        // Appendix B, SHA-1: the last six of the eight digits.
        for (moment, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
        ] {
            assert_eq!(code(SECRET, at(moment)), expected, "{moment}");
        }
    }

    #[test]
    fn a_step_counts_once_and_only_near_its_time() {
        let now = at(1_234_567_890);
        let step = step_of(SECRET, "005 924", now, None).unwrap();
        assert_eq!(step, 1_234_567_890 / 30);
        assert_eq!(step_of(SECRET, "005924", now, Some(step)), None);
        assert_eq!(step_of(SECRET, "005924", now, Some(step - 1)), Some(step));
        assert_eq!(step_of(SECRET, "005924", at(1_234_567_890 + 30), None), Some(step));
        assert_eq!(step_of(SECRET, "005924", at(1_234_567_890 + 90), None), None);
        for wrong in ["", "5924", "005925", "0059240", "abcdef"] {
            assert_eq!(step_of(SECRET, wrong, now, None), None, "{wrong}");
        }
    }

    #[test]
    fn the_secret_can_be_typed_and_read() {
        assert_eq!(spoken(SECRET), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert_eq!(
            uri(SECRET, "awa.diop"),
            "otpauth://totp/LGNet:awa.diop?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=LGNet"
        );
    }
}
