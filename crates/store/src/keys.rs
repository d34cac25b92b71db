//! The installation's secrets.
//!
//! The **network key** hashes exact identities; it stands in the file `network.key` of the keys folder.
//!
//! The **master key** wraps the keys of the cities ([`crate::vault`]). It is looked for, in this order:
//! 1. the environment variable `LGNET_MASTER_KEY`: 64 hexadecimal digits;
//! 2. the systemd credential `lgnet-master-key` (`LoadCredential=`, `LoadCredentialEncrypted=`): a file with the
//!    same digits in the folder that `CREDENTIALS_DIRECTORY` names;
//! 3. the file `master.key` of the keys folder, made when it is absent.
//!
//! The first one found counts, and must be right: a damaged key is never passed over for the next. Where one of the
//! first two is given, no file is made, so the key need not be on the disk that holds the database.
//!
//! Both files can be read by their owner only. Without them nothing sealed can be read again, and identities cannot
//! be compared: their copy is kept apart from the copies of the database.

use std::ffi::OsString;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use hmac::{Hmac, Mac as _};
use rand::RngCore;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::StoreError;
use crate::vault::{KEY_LENGTH, Key};

/// Name of the environment variable that may hold the master key.
pub const MASTER_VARIABLE: &str = "LGNET_MASTER_KEY";
/// Name of the systemd credential that may hold the master key.
pub const MASTER_CREDENTIAL: &str = "lgnet-master-key";

/// What the program's surroundings say of keys.
#[derive(Clone, Default)]
pub struct Surroundings {
    /// The master key itself, in hexadecimal digits.
    pub master: Option<Zeroizing<String>>,
    /// The folder of systemd's credentials.
    pub credentials: Option<PathBuf>,
}

impl Surroundings {
    /// Reads the environment of this process.
    pub fn of_process() -> Self {
        // Text that is no Unicode cannot be a key: it is kept as such, and refused with the rest.
        let text = |text: OsString| Zeroizing::new(text.to_string_lossy().into_owned());
        Self {
            master: std::env::var_os(MASTER_VARIABLE).map(text),
            credentials: std::env::var_os("CREDENTIALS_DIRECTORY").map(PathBuf::from),
        }
    }
}

/// The keys of an installation.
#[derive(Clone)]
pub struct Keys {
    /// The network's key: exact identities are compared only after hashing with it.
    pub network: [u8; KEY_LENGTH],
    /// The master key: it wraps the keys of the cities.
    pub master: Master,
}

impl Keys {
    /// Reads the keys in a folder and in the surroundings of this process, making those that are absent.
    ///
    /// # Errors
    /// When a key cannot be read, written, or is not 64 hexadecimal digits. A damaged key is never
    /// replaced: everything hashed or sealed with it would be lost.
    pub fn open(folder: &Path, random: &mut dyn RngCore) -> Result<Self, StoreError> {
        Self::open_in(folder, &Surroundings::of_process(), random)
    }

    /// As [`Keys::open`], in given surroundings.
    ///
    /// # Errors
    /// As [`Keys::open`].
    pub fn open_in(
        folder: &Path,
        surroundings: &Surroundings,
        random: &mut dyn RngCore,
    ) -> Result<Self, StoreError> {
        Ok(Self {
            network: *made(&folder.join("network.key"), random)?,
            master: Master::find(folder, surroundings, random)?,
        })
    }
}

/// The master key. Nothing of it can be printed but its fingerprint.
#[derive(Clone)]
pub struct Master {
    key: Key,
    source: String,
}

impl Master {
    /// A key, and where it came from, for messages.
    pub fn new(key: [u8; KEY_LENGTH], source: impl Into<String>) -> Self {
        Self { key: Zeroizing::new(key), source: source.into() }
    }

    /// Reads a key from a file of 64 hexadecimal digits.
    ///
    /// # Errors
    /// When the file cannot be read or holds something else.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        let source = path.display().to_string();
        Ok(Self { key: read(path)?, source })
    }

    /// Reads a key from a file, making it when it is absent: readable by its owner only.
    ///
    /// # Errors
    /// As [`Master::read`], and when it cannot be made.
    pub fn read_or_make(path: &Path, random: &mut dyn RngCore) -> Result<Self, StoreError> {
        Ok(Self { key: made(path, random)?, source: path.display().to_string() })
    }

    fn find(
        folder: &Path,
        surroundings: &Surroundings,
        random: &mut dyn RngCore,
    ) -> Result<Self, StoreError> {
        if let Some(text) = &surroundings.master {
            let source = format!("the environment variable {MASTER_VARIABLE}");
            return Ok(Self { key: digits(&source, text)?, source });
        }
        if let Some(path) = surroundings.credentials.as_ref().map(|folder| folder.join(MASTER_CREDENTIAL))
            && path.exists()
        {
            return Self::read(&path);
        }
        Self::read_or_make(&folder.join("master.key"), random)
    }

    /// Where it came from.
    pub fn source(&self) -> &str {
        &self.source
    }

    /// Sixteen hexadecimal digits that tell master keys apart and say nothing of the key.
    pub fn fingerprint(&self) -> String {
        hex::encode(&self.derive(b"lgnet vault: fingerprint")[..8])
    }

    /// A key for one use. HKDF-Expand (RFC 5869) of one block; the master key is random, so it needs no Extract.
    pub(crate) fn derive(&self, info: &[u8]) -> Key {
        let mut block = Zeroizing::new([0; 64]);
        block[..KEY_LENGTH].copy_from_slice(&*self.key);
        let mut derived = <Hmac<Sha256> as hmac::digest::KeyInit>::new((&*block).into());
        derived.update(info);
        derived.update(&[1]);
        Zeroizing::new(derived.finalize().into_bytes().into())
    }
}

/// The key in a file, made when it is absent.
fn made(path: &Path, random: &mut dyn RngCore) -> Result<Key, StoreError> {
    if !path.exists() {
        let failed = |error: std::io::Error| file_error(path, error.to_string());
        let folder = path.parent().unwrap_or(Path::new(""));
        fs::create_dir_all(folder).map_err(failed)?;
        let mut key = Zeroizing::new([0; KEY_LENGTH]);
        random.fill_bytes(&mut *key);
        let unfinished = folder.join(format!("{:016x}.part", random.next_u64()));
        let text = Zeroizing::new(hex::encode(key.as_slice()));
        create_private(path, &unfinished, text.as_bytes()).map_err(failed)?;
    }
    read(path)
}

fn read(path: &Path) -> Result<Key, StoreError> {
    let text = fs::read_to_string(path).map(Zeroizing::new);
    let text = text.map_err(|error| file_error(path, error.to_string()))?;
    digits(&path.display().to_string(), &text)
}

fn digits(source: &str, text: &str) -> Result<Key, StoreError> {
    let mut key = Zeroizing::new([0; KEY_LENGTH]);
    hex::decode_to_slice(text.trim(), &mut *key).map_err(|_| StoreError::File {
        path: source.to_owned(),
        reason: "it must hold 64 hexadecimal digits; restore it from the backup".to_owned(),
    })?;
    Ok(key)
}

fn file_error(path: &Path, reason: String) -> StoreError {
    StoreError::File { path: path.display().to_string(), reason }
}

/// Makes a file that only its owner can read, whole or not at all: written beside its place, then linked to it,
/// so that a program that is killed leaves no half key, and of two programs that start at once both read one.
fn create_private(path: &Path, unfinished: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(unfinished)?;
    file.write_all(content)?;
    file.sync_all()?;
    let linked = fs::hard_link(unfinished, path);
    fs::remove_file(unfinished)?;
    match linked {
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}
