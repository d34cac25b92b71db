//! What access stands on: database, secrets, rules, and the way its cookie travels.

use std::sync::Arc;

use kernel::Clock;
use network::Cities;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use store::Store;
use store::keys::Keys;

use crate::Policies;
use crate::addresses::Addresses;
use crate::cookie::Cookie;
use crate::passkeys::{PasskeyError, Passkeys};
use crate::password::{Cost, HashError, Hasher};
use crate::provider::Provider;
use crate::secrets::Secrets;

/// Accounts and sessions of an installation. Cloning shares them.
#[derive(Clone)]
pub struct Access {
    /// The database.
    pub store: Store,
    /// The present.
    pub clock: Arc<dyn Clock>,
    /// The cities somebody can belong to.
    pub cities: Arc<Cities>,
    /// The rules everybody is held to.
    pub policies: Policies,
    /// Passwords at rest.
    pub hasher: Hasher,
    pub(crate) secrets: Secrets,
    pub(crate) addresses: Addresses,
    pub(crate) cookie: Cookie,
    pub(crate) is_demo: bool,
    pub(crate) passkeys: Option<Arc<Passkeys>>,
    pub(crate) provider: Option<Arc<Provider>>,
}

impl Access {
    /// That of an installation, served over plain HTTP on this computer.
    ///
    /// # Errors
    /// When passwords cannot be hashed.
    pub fn new(
        store: Store,
        keys: &Keys,
        cities: Arc<Cities>,
        policies: Policies,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, HashError> {
        Ok(Self {
            store,
            clock,
            cities,
            policies,
            hasher: Hasher::new(Cost::OWASP)?,
            secrets: Secrets::of(keys),
            addresses: Addresses::default(),
            cookie: Cookie::Plain,
            is_demo: false,
            passkeys: None,
            provider: None,
        })
    }

    /// The same for a demonstration: its first page signs in with one press.
    #[must_use]
    pub fn demo(mut self, is_demo: bool) -> Self {
        self.is_demo = is_demo;
        self
    }

    /// The same at the address people type: devices can keep passkeys for it.
    ///
    /// # Errors
    /// For an address by number, which can have none.
    pub fn at(mut self, origin: &str) -> Result<Self, PasskeyError> {
        self.passkeys = Some(Arc::new(Passkeys::at(origin)?));
        Ok(self)
    }

    /// The same with the institution's provider of identities.
    #[must_use]
    pub fn with_provider(mut self, provider: Option<Provider>) -> Self {
        self.provider = provider.map(Arc::new);
        self
    }

    /// The same behind TLS: the cookie is sent over TLS alone.
    #[must_use]
    pub fn over_tls(mut self, is_over_tls: bool) -> Self {
        self.cookie = if is_over_tls { Cookie::Secure } else { Cookie::Plain };
        self
    }

    /// The same with another cost of guessing.
    #[must_use]
    pub fn hashing(mut self, hasher: Hasher) -> Self {
        self.hasher = hasher;
        self
    }

    /// The cookie of its sessions.
    pub fn cookie(&self) -> Cookie {
        self.cookie
    }

    /// Randomness from the system, for one request.
    pub(crate) fn random(&self) -> StdRng {
        StdRng::from_os_rng()
    }
}
