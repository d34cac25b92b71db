//! Signing in at the institution's provider of identities: OpenID Connect Core 1.0, authorization code with PKCE
//! (RFC 7636). Claims are mapped to role and city at every sign-in: who leaves the institution leaves here too.

mod identity;
mod settings;
pub(crate) mod sql;

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use kernel::Timestamp;
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreErrorResponseType, CoreGenderClaim,
    CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
    CoreRevocableToken, CoreRevocationErrorResponse, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AdditionalClaims, AuthorizationCode, Client, ClientId, ClientSecret, CsrfToken, EmptyExtraTokenFields,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl, Nonce, PkceCodeChallenge,
    PkceCodeVerifier, RedirectUrl, Scope, StandardErrorResponse, StandardTokenResponse, TokenResponse as _,
    reqwest,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use store::StoreError;

use crate::{Access, AccountId};

pub use settings::{Claims, Settings, Vouched};

/// How long somebody may take at the provider, in microseconds.
const LASTS: i64 = 10 * 60 * 1_000_000;
/// How many may be there at once; beyond it the oldest is forgotten.
const MOST: usize = 1000;

/// Why somebody did not sign in at the provider.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// The file of settings is wrong.
    #[error("{path}: {reason}")]
    Settings {
        /// The file.
        path: String,
        /// What is wrong.
        reason: String,
    },
    /// The provider cannot be reached, or says what cannot be.
    #[error("the provider of identities cannot be used: {0}")]
    Provider(String),
    /// The way back does not belong to a way there: too late, or not begun in this browser.
    #[error("this sign-in was not begun in this browser, or it took too long: begin again")]
    Over,
    /// A claim has no value that the settings list.
    #[error("the claim {0} has no value that is listed in provider.toml")]
    NotListed(String),
    /// Proof of a second factor is missing.
    #[error("the provider did not say that a second factor was asked for")]
    SecondFactor,
    /// An account of ours has that login already.
    #[error("an account with this login is here already, and is not the provider's")]
    Taken,
    /// The account was stopped.
    #[error("the account was stopped")]
    Stopped,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// All that a provider says of somebody.
#[derive(Clone, Debug, Deserialize, Serialize)]
struct Everything {
    #[serde(flatten)]
    claims: Map<String, Value>,
}

impl AdditionalClaims for Everything {}

type Fields = IdTokenFields<
    Everything,
    EmptyExtraTokenFields,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJwsSigningAlgorithm,
>;

/// A client of a provider that was discovered.
type Discovered = Client<
    Everything,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    StandardTokenResponse<Fields, CoreTokenType>,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// The institution's provider, as this installation knows it.
pub struct Provider {
    settings: Settings,
    back: RedirectUrl,
    http: reqwest::Client,
    away: Mutex<BTreeMap<String, Away>>,
}

/// Somebody who is at the provider.
struct Away {
    nonce: Nonce,
    verifier: PkceCodeVerifier,
    to: String,
    since: Timestamp,
}

/// Where to send somebody, and what ties their browser to the way back.
#[derive(Debug)]
pub(crate) struct Leaving {
    pub(crate) url: String,
    pub(crate) state: String,
}

impl Provider {
    /// A provider, for the address people type.
    ///
    /// # Errors
    /// [`ProviderError::Provider`] for an address that is none.
    pub fn new(settings: Settings, origin: &str) -> Result<Self, ProviderError> {
        let failed = |error: &dyn std::fmt::Display| ProviderError::Provider(error.to_string());
        let back = format!("{}/accesso/istituzione/ritorno", origin.trim_end_matches('/'));
        let back = RedirectUrl::new(back).map_err(|error| failed(&error))?;
        // Following where a provider points could be made to lead anywhere.
        let http = reqwest::ClientBuilder::new().redirect(reqwest::redirect::Policy::none()).build();
        let http = http.map_err(|error| failed(&error))?;
        Ok(Self { settings, back, http, away: Mutex::default() })
    }

    /// How the button calls it.
    pub fn name(&self) -> &str {
        &self.settings.name
    }

    async fn client(&self) -> Result<Discovered, ProviderError> {
        let failed = |error: &dyn std::fmt::Display| ProviderError::Provider(error.to_string());
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(|error| failed(&error))?;
        let metadata = CoreProviderMetadata::discover_async(issuer, &self.http).await;
        let metadata = metadata.map_err(|error| failed(&error))?;
        let secret = self.settings.client_secret.clone().map(ClientSecret::new);
        let client =
            Client::from_provider_metadata(metadata, ClientId::new(self.settings.client_id.clone()), secret);
        Ok(client.set_redirect_uri(self.back.clone()))
    }

    /// The way there. `to` is where they wanted to go.
    pub(crate) async fn leave(&self, access: &Access, to: &str) -> Result<Leaving, ProviderError> {
        let client = self.client().await?;
        let (challenge, verifier) = PkceCodeChallenge::new_random_sha256();
        let mut asking = client.authorize_url(
            CoreAuthenticationFlow::AuthorizationCode,
            CsrfToken::new_random,
            Nonce::new_random,
        );
        for scope in &self.settings.scopes {
            asking = asking.add_scope(Scope::new(scope.clone()));
        }
        let (url, state, nonce) = asking.set_pkce_challenge(challenge).url();
        let state = state.secret().clone();
        let now = access.clock.now();
        let mut away = self.away.lock().unwrap_or_else(PoisonError::into_inner);
        away.retain(|_, one| now.micros() - one.since.micros() < LASTS);
        if away.len() >= MOST {
            let oldest = away.iter().min_by_key(|(_, one)| one.since).map(|(state, _)| state.clone());
            oldest.map(|oldest| away.remove(&oldest));
        }
        away.insert(state.clone(), Away { nonce, verifier, to: to.to_owned(), since: now });
        Ok(Leaving { url: url.into(), state })
    }

    /// The way back: the account, and where they wanted to go. `carried` is the state their browser kept.
    pub(crate) async fn come_back(
        &self,
        access: &Access,
        state: &str,
        carried: Option<&str>,
        code: &str,
    ) -> Result<(AccountId, String), ProviderError> {
        if carried != Some(state) {
            return Err(ProviderError::Over);
        }
        let now = access.clock.now();
        let away = self.away.lock().unwrap_or_else(PoisonError::into_inner).remove(state);
        let away =
            away.filter(|away| now.micros() - away.since.micros() < LASTS).ok_or(ProviderError::Over)?;
        let failed = |error: &dyn std::fmt::Display| ProviderError::Provider(error.to_string());
        let client = self.client().await?;
        let asking = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let asking = asking.map_err(|error| failed(&error))?.set_pkce_verifier(away.verifier);
        let answer = asking.request_async(&self.http).await.map_err(|error| failed(&error))?;
        let token = answer.id_token().ok_or_else(|| failed(&"it gave no identity token"))?;
        let claims =
            token.claims(&client.id_token_verifier(), &away.nonce).map_err(|error| failed(&error))?;
        let subject = claims.subject().as_str();
        // The standard claims are read by the library; what they say is wanted by name, like all others.
        let mut everything = match serde_json::to_value(claims) {
            Ok(Value::Object(standard)) => standard,
            _ => Map::new(),
        };
        everything.extend(claims.additional_claims().claims.clone());
        let vouched = self.settings.vouched(subject, &everything)?;
        let account = identity::of(access, &self.settings.issuer, subject, &vouched).await?;
        Ok((account, away.to))
    }
}
