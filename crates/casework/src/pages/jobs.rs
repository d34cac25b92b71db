//! Imports under way, so that a page can be left and found again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

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

/// The imports of this run of the program, by the file they import. Cloning shares them.
#[derive(Clone, Default)]
pub(super) struct Jobs(Arc<Mutex<HashMap<UploadId, State>>>);

impl Jobs {
    /// Takes the file for an import. False when one is under way or done: it must not run twice.
    pub(super) fn begin(&self, file: UploadId) -> bool {
        let mut jobs = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match jobs.get(&file) {
            Some(state) if state.is_running() || matches!(state, State::Done(_)) => false,
            _ => {
                jobs.insert(file, State::Reading);
                true
            }
        }
    }

    pub(super) fn set(&self, file: UploadId, state: State) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(file, state);
    }

    pub(super) fn get(&self, file: UploadId) -> Option<State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&file).copied()
    }

    /// Notes what the importer tells.
    pub(super) fn follow(&self, file: UploadId, progress: Progress) {
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
        let file = UploadId::new(Timestamp::from_micros(0), &mut random);
        let jobs = Jobs::default();
        assert!(jobs.begin(file));
        assert!(!jobs.begin(file));
        jobs.set(file, State::Failed);
        assert!(jobs.begin(file));
        jobs.set(file, State::Done(RegisterId::new(Timestamp::from_micros(0), &mut random)));
        assert!(!jobs.begin(file));
    }
}
