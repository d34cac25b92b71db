//! Passwords at rest: Argon2id (RFC 9106) with a salt of its own for each.

use std::sync::Arc;

use argon2::password_hash::PasswordHasher as _;
use argon2::password_hash::PasswordVerifier as _;
use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, Version};
use rand::RngCore;
use tokio::sync::Semaphore;

/// How much work a guess costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cost {
    /// Memory, in KiB.
    pub memory: u32,
    /// Passes over it.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

impl Cost {
    /// What the OWASP Password Storage Cheat Sheet asks for at least: 19 MiB, two passes, one lane.
    pub const OWASP: Self = Self { memory: 19 * 1024, passes: 2, lanes: 1 };
    /// The least there is: for tests, which try passwords by the hundred.
    pub const LEAST: Self = Self { memory: 8, passes: 1, lanes: 1 };
}

/// A password that could not be hashed.
#[derive(Debug, thiserror::Error)]
#[error("the password could not be hashed: {0}")]
pub struct HashError(String);

/// Hashes passwords, a few at a time: each takes memory, and whoever sends many must not take all of it.
#[derive(Clone)]
pub struct Hasher {
    params: Params,
    /// What is compared where there is no account, so that the answer takes as long.
    nobody: Arc<str>,
    permits: Arc<Semaphore>,
}

impl Hasher {
    /// One that makes guesses cost so much.
    ///
    /// # Errors
    /// When Argon2 does not know such a cost.
    pub fn new(cost: Cost) -> Result<Self, HashError> {
        let params =
            Params::new(cost.memory, cost.passes, cost.lanes, None).map_err(|e| HashError(e.to_string()))?;
        let nobody = hash(&params, "", &[0; SALT_LENGTH])?.into();
        let at_once = std::thread::available_parallelism().map_or(2, usize::from);
        Ok(Self { params, nobody, permits: Arc::new(Semaphore::new(at_once)) })
    }

    /// The hash of a new password, with its salt and its cost in one text.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub async fn hash(&self, password: &str, random: &mut (dyn RngCore + Send)) -> Result<String, HashError> {
        let mut salt = [0; SALT_LENGTH];
        random.fill_bytes(&mut salt);
        let (params, password) = (self.params.clone(), password.to_owned());
        let work = move || hash(&params, &password, &salt);
        self.apart(work).await.unwrap_or_else(|| Err(HashError("the work was stopped".to_owned())))
    }

    /// Whether a password is the one that was hashed. Without a hash the work is the same and the answer is no.
    pub async fn is_right(&self, kept: Option<&str>, password: &str) -> bool {
        let known = kept.is_some();
        let (kept, password) = (kept.unwrap_or(&self.nobody).to_owned(), password.to_owned());
        let work = move || {
            let kept = PasswordHash::new(&kept).ok()?;
            Argon2::default().verify_password(password.as_bytes(), &kept).ok()
        };
        self.apart(work).await.flatten().is_some() && known
    }

    /// Does work away from the threads that answer requests, when its turn comes.
    async fn apart<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let _turn = self.permits.acquire().await.ok()?;
        tokio::task::spawn_blocking(work).await.ok()
    }
}

const SALT_LENGTH: usize = 16;

fn hash(params: &Params, password: &str, salt: &[u8]) -> Result<String, HashError> {
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params.clone());
    let hashed = argon2.hash_password_with_salt(password.as_bytes(), salt);
    hashed.map(|hash| hash.to_string()).map_err(|error| HashError(error.to_string()))
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng as _;

    use super::*;

    #[tokio::test]
    async fn a_password_is_recognised_and_no_other() {
        let hasher = Hasher::new(Cost::LEAST).unwrap();
        let mut random = rand::rngs::StdRng::seed_from_u64(1);
        let one = hasher.hash("tre gatti sul tram", &mut random).await.unwrap();
        let again = hasher.hash("tre gatti sul tram", &mut random).await.unwrap();
        assert_ne!(one, again, "each has a salt of its own");
        assert!(hasher.is_right(Some(&one), "tre gatti sul tram").await);
        assert!(!hasher.is_right(Some(&one), "tre gatti sul tran").await);
        assert!(!hasher.is_right(Some("no hash"), "tre gatti sul tram").await);
        assert!(!hasher.is_right(None, "").await, "nobody has no password, not even the empty one");
    }

    #[test]
    fn the_cost_is_that_of_owasp() {
        let hashed = hash(&Hasher::new(Cost::OWASP).unwrap().params, "x", &[1; SALT_LENGTH]).unwrap();
        assert!(hashed.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{hashed}");
    }
}
