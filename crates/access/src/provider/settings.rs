//! How an institution's provider is set up: the file `provider.toml` of the data folder.

use std::collections::BTreeMap;
use std::path::Path;

use kernel::CityCode;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::ProviderError;
use crate::Role;

/// The file, as it is written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How the button calls it: "Comune di Bari".
    pub name: String,
    /// Its address; `/.well-known/openid-configuration` is read under it.
    pub issuer: String,
    /// What it calls this installation.
    pub client_id: String,
    /// The secret it gave to this installation; none for a client without one.
    pub client_secret: Option<String>,
    /// What is asked for besides `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
    /// Which claims say what.
    #[serde(default)]
    pub claims: Claims,
    /// The role for each value of the role claim. What is not listed has none.
    pub roles: BTreeMap<String, String>,
    /// The city, by cadastral code, for each value of the city claim; empty if the claim is the code.
    #[serde(default)]
    pub cities: BTreeMap<String, String>,
    /// Values of `amr` (RFC 8176) of which one must be there: proof that a second factor was asked for. Empty where
    /// the provider always asks for one and does not say so.
    #[serde(default)]
    pub second_factor: Vec<String>,
}

/// The names of the claims.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Claims {
    /// What somebody signs in with there.
    pub login: String,
    /// How they are called.
    pub name: String,
    /// What decides the role; one value or a list, the first that is listed counts.
    pub role: String,
    /// What decides the city.
    pub city: String,
}

impl Default for Claims {
    fn default() -> Self {
        let owned = str::to_owned;
        Self {
            login: owned("preferred_username"),
            name: owned("name"),
            role: owned("lgnet_role"),
            city: owned("lgnet_city"),
        }
    }
}

/// What a provider says of somebody, in our words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Vouched {
    /// What they sign in with there.
    pub login: String,
    /// How they are called.
    pub name: String,
    /// What they are.
    pub role: Role,
    /// Their city, if the role has one.
    pub city: Option<CityCode>,
}

impl Settings {
    /// Reads the file; none if there is none.
    ///
    /// # Errors
    /// [`ProviderError::Settings`] with the file, the place and what is wrong.
    pub fn read(path: &Path) -> Result<Option<Self>, ProviderError> {
        let failed = |reason: String| ProviderError::Settings { path: path.display().to_string(), reason };
        let text = match std::fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(error.to_string())),
        };
        let settings: Self = toml::from_str(&text).map_err(|error| failed(error.to_string()))?;
        for role in settings.roles.values() {
            role.parse::<Role>().map_err(|error| failed(error.to_string()))?;
        }
        for city in settings.cities.values() {
            city.parse::<CityCode>().map_err(|_| failed(format!("«{city}» is no cadastral code")))?;
        }
        Ok(Some(settings))
    }

    /// What the claims of somebody mean here.
    ///
    /// # Errors
    /// [`ProviderError::NotListed`] for a role or city that the settings do not list;
    /// [`ProviderError::SecondFactor`] where proof of a second factor is wanted and missing.
    pub fn vouched(&self, subject: &str, claims: &Map<String, Value>) -> Result<Vouched, ProviderError> {
        if !self.second_factor.is_empty() {
            let shown = texts(claims.get("amr"));
            if !shown.iter().any(|method| self.second_factor.iter().any(|wanted| wanted == method)) {
                return Err(ProviderError::SecondFactor);
            }
        }
        let not_listed = |claim: &str| ProviderError::NotListed(claim.to_owned());
        let role = texts(claims.get(&self.claims.role)).into_iter().find_map(|value| self.roles.get(value));
        let role: Role =
            role.and_then(|role| role.parse().ok()).ok_or_else(|| not_listed(&self.claims.role))?;
        let city = if role.is_of_a_city() {
            let said = texts(claims.get(&self.claims.city)).into_iter().next();
            let code = said.map(|said| self.cities.get(said).map_or(said, String::as_str));
            Some(code.and_then(|code| code.parse().ok()).ok_or_else(|| not_listed(&self.claims.city))?)
        } else {
            None
        };
        let text = |claim: &str| texts(claims.get(claim)).first().map(|text| (*text).to_owned());
        let login = text(&self.claims.login).unwrap_or_else(|| subject.to_owned());
        let name = text(&self.claims.name).unwrap_or_else(|| login.clone());
        Ok(Vouched { login, name, role, city })
    }
}

/// The texts of a claim: one, or a list.
fn texts(claim: Option<&Value>) -> Vec<&str> {
    match claim {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const FILE: &str = r#"
        name = "Comune di Bari"
        issuer = "https://id.example.it"
        client_id = "lgnet"
        second_factor = ["mfa", "otp"]
        [roles]
        sportello = "operator"
        osservatorio = "monitoring_officer"
        [cities]
        "Comune di Bari" = "A662"
    "#;

    fn vouched(claims: &Value) -> Result<Vouched, ProviderError> {
        toml::from_str::<Settings>(FILE).unwrap().vouched("s-1", claims.as_object().unwrap())
    }

    #[test]
    fn claims_become_role_and_city() {
        let somebody = json!({ "amr": ["pwd", "otp"], "lgnet_role": ["altro", "sportello"], "name": "Awa",
            "lgnet_city": "Comune di Bari", "preferred_username": "awa" });
        let is = vouched(&somebody).unwrap();
        assert_eq!((is.login.as_str(), is.name.as_str(), is.role), ("awa", "Awa", Role::Operator));
        assert_eq!(is.city, Some("A662".parse().unwrap()));
        let officer = json!({ "amr": ["mfa"], "lgnet_role": "osservatorio", "lgnet_city": "A662" });
        let is = vouched(&officer).unwrap();
        assert_eq!((is.login.as_str(), is.role, is.city), ("s-1", Role::MonitoringOfficer, None));
    }

    #[test]
    fn what_is_not_listed_has_no_role_here() {
        let refused = [
            json!({ "amr": ["mfa"], "lgnet_role": "administrator" }),
            json!({ "amr": ["mfa"] }),
            json!({ "amr": ["mfa"], "lgnet_role": "sportello", "lgnet_city": "Atlantide" }),
            json!({ "amr": ["mfa"], "lgnet_role": "sportello" }),
            json!({ "amr": ["pwd"], "lgnet_role": "osservatorio" }),
            json!({ "lgnet_role": "osservatorio" }),
        ];
        for claims in refused {
            assert!(vouched(&claims).is_err(), "{claims}");
        }
    }

    #[test]
    fn a_file_that_names_no_role_of_ours_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("provider.toml");
        assert!(Settings::read(&path).unwrap().is_none());
        std::fs::write(&path, FILE.replace("\"operator\"", "\"operatr\"")).unwrap();
        let error = Settings::read(&path).unwrap_err().to_string();
        assert!(error.contains("provider.toml") && error.contains("operator"), "{error}");
        std::fs::write(&path, FILE.replace("issuer", "isuer")).unwrap();
        assert!(Settings::read(&path).unwrap_err().to_string().contains("isuer"));
    }
}
