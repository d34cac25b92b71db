//! Imports under way, so that a page can be left and found again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use kernel::CityCode;

use crate::registers::import::{Progress, RegisterId};
use crate::registers::parked::UploadId;

/// How far the import of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The file is being read.
    Reading,
    /// Rows are being joined to people.
    Joining,
    /// Contacts are being written.
    Writing,
    /// Everything is on disk, under this register.
    Done(RegisterId),
    /// There is no row that can be imported; nothing was changed.
    Nothing,
    /// Our fault; nothing was changed and the file still waits.
    Failed,
}

impl State {
    pub(super) const fn is_running(self) -> bool {
        matches!(self, Self::Reading | Self::Joining | Self::Writing)
    }
}

/// A file of a city: of another city there is no such file.
pub(super) type File = (CityCode, UploadId);

/// The imports of this run of the program, by the file they import. Cloning shares them.
#[derive(Clone, Default)]
pub(super) struct Jobs(Arc<Mutex<HashMap<File, State>>>);

impl Jobs {
    /// Takes the file for an import. False when one is under way or done: it must not run twice.
    pub(super) fn begin(&self, file: File) -> bool {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match jobs.get(&file) {
            Some(state) if state.is_running() || matches!(state, State::Done(_)) => false,
            _ => {
                jobs.insert(file, State::Reading);
                true
            }
        }
    }

    pub(super) fn set(&self, file: File, state: State) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(file, state);
    }

    pub(super) fn get(&self, file: File) -> Option<State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&file).copied()
    }

    /// The file is gone, and with it how its last import ended.
    pub(super) fn forget(&self, file: File) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&file);
    }

    /// Notes what the importer tells.
    pub(super) fn follow(&self, file: File, progress: Progress) {
        match progress {
            Progress::Joining => self.set(file, State::Joining),
            Progress::Writing => self.set(file, State::Writing),
            // Said when the register's id is known.
            Progress::Done => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::Timestamp;

    use super::*;

    #[test]
    fn a_file_is_imported_once_unless_it_failed() {
        let mut random = rand::rng();
        let file = ("A662".parse().unwrap(), UploadId::new(Timestamp::from_micros(0), &mut random));
        let jobs = Jobs::default();
        assert!(jobs.begin(file));
        assert!(!jobs.begin(file));
        jobs.set(file, State::Failed);
        assert!(jobs.begin(file));
        jobs.set(file, State::Done(RegisterId::new(Timestamp::from_micros(0), &mut random)));
        assert!(!jobs.begin(file));
    }
}
