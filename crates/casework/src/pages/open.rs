//! Files as they were read, so that a preview need not read them again at every correction.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};

use documents::sheets::{self, Limits, SheetError, Workbook};

use crate::registers::parked::UploadId;

/// A large workbook takes hundreds of megabytes: the last two are kept.
const KEPT: usize = 2;

/// A file and what it holds.
type Open = (UploadId, Arc<Workbook>);

/// The last files that were read, the newest first. Cloning shares them.
#[derive(Clone, Default)]
pub(super) struct Files(Arc<Mutex<VecDeque<Open>>>);

impl Files {
    pub(super) fn get(&self, id: UploadId) -> Option<Arc<Workbook>> {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.iter().find(|(kept, _)| *kept == id).map(|(_, workbook)| Arc::clone(workbook))
    }

    pub(super) fn put(&self, id: UploadId, workbook: Arc<Workbook>) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        files.retain(|(kept, _)| *kept != id);
        files.push_front((id, workbook));
        files.truncate(KEPT);
    }

    pub(super) fn forget(&self, id: UploadId) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).retain(|(kept, _)| *kept != id);
    }
}

/// Reads a file away from the threads that answer requests.
pub(super) async fn read(bytes: Vec<u8>, file_name: String) -> Result<(Vec<u8>, Workbook), SheetError> {
    let read = move || {
        let workbook = sheets::read(&bytes, &file_name, &Limits::default())?;
        Ok((bytes, workbook))
    };
    // A task that panics has met a file that no reader foresaw.
    let damaged = |_| Err(SheetError::Corrupt("unreadable structure".to_owned()));
    tokio::task::spawn_blocking(read).await.unwrap_or_else(damaged)
}
