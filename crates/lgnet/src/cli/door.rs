//! How the server is reached: from this computer in clear, or from others over TLS, never otherwise.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use access::Address;
use anyhow::Context as _;
use axum::Router;
use axum::extract::Request;
use axum::http::Uri;
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use axum_server::tls_rustls::RustlsConfig;
use clap::Args;
use ui::Door;

/// Where the server listens, and who ends the TLS.
#[derive(Args, Clone, Debug)]
pub struct DoorArguments {
    /// Address to listen on; other than this computer's own only with TLS
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// The address people type, such as https://lgnet.example.it; needed with TLS
    #[arg(long, value_name = "URL")]
    pub origin: Option<String>,
    /// The certificate, with its chain (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_key", requires = "origin")]
    pub tls_certificate: Option<PathBuf>,
    /// Its private key (PEM)
    #[arg(long, value_name = "FILE", requires = "tls_certificate")]
    pub tls_key: Option<PathBuf>,
    /// A proxy in front ends the TLS; it must set X-Forwarded-Proto and X-Forwarded-For itself
    #[arg(long, requires = "origin", conflicts_with = "tls_certificate")]
    pub behind_proxy: bool,
    /// The institution's provider of identities; DATA/provider.toml when absent
    #[arg(long, value_name = "FILE")]
    pub provider: Option<PathBuf>,
}

/// The certificate of a server that ends the TLS itself.
#[derive(Clone, Debug)]
pub struct Tls {
    certificate: PathBuf,
    key: PathBuf,
}

/// The arguments, understood.
#[derive(Clone, Debug)]
pub struct Entrance {
    /// The door.
    pub door: Door,
    /// The certificate, if this server ends the TLS.
    pub tls: Option<Tls>,
    origin: Option<String>,
}

impl DoorArguments {
    /// What the arguments say together.
    ///
    /// # Errors
    /// Where others could come in in clear, or the address is none.
    pub fn entrance(&self) -> anyhow::Result<Entrance> {
        let tls = self.tls_certificate.clone().zip(self.tls_key.clone());
        let tls = tls.map(|(certificate, key)| Tls { certificate, key });
        if tls.is_none() && !self.behind_proxy {
            anyhow::ensure!(
                self.listen.ip().is_loopback(),
                "{} can be reached from other computers: give --tls-certificate and --tls-key, or --behind-proxy, \
                 each with --origin; without them use 127.0.0.1 or [::1]",
                self.listen
            );
            return Ok(Entrance { door: Door::ThisComputer, tls, origin: self.origin.clone() });
        }
        let origin = self.origin.clone().unwrap_or_default();
        let uri: Uri = origin.parse().with_context(|| format!("--origin {origin} is no address"))?;
        let host = uri.host().filter(|_| uri.scheme_str() == Some("https"));
        let host = host.with_context(|| format!("--origin {origin} must begin with https://"))?.to_owned();
        let door = Door::Named { host, behind_proxy: self.behind_proxy };
        Ok(Entrance { door, tls, origin: Some(origin) })
    }

    /// The file of the provider's settings.
    pub fn provider_file(&self, folder: &Path) -> PathBuf {
        self.provider.clone().unwrap_or_else(|| folder.join("provider.toml"))
    }
}

impl Entrance {
    /// The address people type. On this computer a name, since devices keep passkeys for names only.
    pub fn origin(&self, listening: SocketAddr) -> String {
        let origin = self.origin.clone().unwrap_or_else(|| format!("http://localhost:{}", listening.port()));
        origin.trim_end_matches('/').to_owned()
    }

    /// The routes, with what a proxy says of who asks.
    pub fn around(&self, router: Router) -> Router {
        match self.door {
            Door::Named { behind_proxy: true, .. } => router.layer(from_fn(forwarded)),
            _ => router,
        }
    }
}

/// The address of whoever the proxy speaks for: the last of the list is the proxy's own word.
async fn forwarded(mut request: Request, next: Next) -> Response {
    let said = request.headers().get("x-forwarded-for").and_then(|said| said.to_str().ok());
    let last =
        said.and_then(|said| said.rsplit(',').next()).and_then(|last| last.trim().parse::<IpAddr>().ok());
    if let Some(address) = last {
        request.extensions_mut().insert(Address(address));
    }
    next.run(request).await
}

impl Tls {
    /// Reads certificate and key.
    ///
    /// # Errors
    /// When one of the files cannot be used.
    pub async fn load(&self) -> anyhow::Result<RustlsConfig> {
        // Once a process; a second time it is the same.
        let _ = rustls::crypto::ring::default_provider().install_default();
        RustlsConfig::from_pem_file(&self.certificate, &self.key).await.with_context(|| {
            format!("cannot use the certificate {} with {}", self.certificate.display(), self.key.display())
        })
    }
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        door: DoorArguments,
    }

    fn entrance(line: &str) -> Result<Entrance, String> {
        let line = Line::try_parse_from(std::iter::once("lgnet").chain(line.split_whitespace()));
        line.map_err(|error| error.to_string())?.door.entrance().map_err(|error| error.to_string())
    }

    #[test]
    fn nobody_comes_in_in_clear_from_another_computer() {
        assert_eq!(entrance("").unwrap().door, Door::ThisComputer);
        for refused in [
            "--listen 0.0.0.0:80",
            "--listen 192.168.1.5:8080 --origin https://lgnet.example.it",
            "--behind-proxy",
            "--behind-proxy --origin http://lgnet.example.it",
            "--tls-certificate a.pem --origin https://lgnet.example.it",
            "--tls-certificate a.pem --tls-key b.pem",
        ] {
            assert!(entrance(refused).is_err(), "{refused}");
        }
        let proxied =
            entrance("--listen 0.0.0.0:80 --behind-proxy --origin https://lgnet.example.it").unwrap();
        assert_eq!(proxied.door, Door::Named { host: "lgnet.example.it".to_owned(), behind_proxy: true });
        let own =
            "--listen 0.0.0.0:443 --tls-certificate a.pem --tls-key b.pem --origin https://lgnet.example.it/";
        let own = entrance(own).unwrap();
        assert!(own.door.is_tls() && own.tls.is_some());
        assert_eq!(own.origin("0.0.0.0:443".parse().unwrap()), "https://lgnet.example.it");
    }
}
