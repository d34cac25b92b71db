//! The installation's secrets, in files that only its owner can read.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use crate::StoreError;

/// Length of a key, in bytes.
const LENGTH: usize = 32;

/// The keys of an installation.
#[derive(Clone)]
pub struct Keys {
    /// The network's key: exact identities are compared only after hashing with it.
    pub network: [u8; LENGTH],
}

impl Keys {
    /// Reads the keys in a folder, making those that are absent.
    ///
    /// # Errors
    /// When a key file cannot be read, written, or is not 64 hexadecimal digits. A damaged key is never
    /// replaced: everything hashed with it would be lost.
    pub fn open(folder: &Path, random: &mut dyn rand::RngCore) -> Result<Self, StoreError> {
        let path = folder.join("network.key");
        let failed = |reason: String| StoreError::File { path: path.display().to_string(), reason };
        if !path.exists() {
            fs::create_dir_all(folder).map_err(|error| failed(error.to_string()))?;
            let mut key = [0; LENGTH];
            random.fill_bytes(&mut key);
            let unfinished = folder.join(format!("{:016x}.part", random.next_u64()));
            create_private(&path, &unfinished, hex::encode(key).as_bytes())
                .map_err(|error| failed(error.to_string()))?;
        }
        let text = fs::read_to_string(&path).map_err(|error| failed(error.to_string()))?;
        let mut network = [0; LENGTH];
        hex::decode_to_slice(text.trim(), &mut network).map_err(|_| {
            failed("it must hold 64 hexadecimal digits; restore it from the backup".to_owned())
        })?;
        Ok(Self { network })
    }
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
