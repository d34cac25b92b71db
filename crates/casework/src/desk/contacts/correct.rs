//! Correcting and taking back what the desk recorded. What was is kept, sealed, with the reason; the numbers follow at
//! once, as if it had been written right the first time.

mod work;

use kernel::CityCode;
use rand::RngCore;
use store::StoreError;

use self::work::Work;
use super::model::{Action, Change};
use super::record::{Already, Recorder};
use super::row::{ContactId, CorrectionId, VisitId};

/// Minutes within which whoever recorded something takes it back without a reason.
pub const UNDO_MINUTES: i64 = 15;

/// A form that corrects or takes back, as it was sent.
#[derive(Clone, Debug)]
pub struct CorrectionSent {
    /// The city of whoever sent it.
    pub city: CityCode,
    /// The identifier it was shown with.
    pub id: CorrectionId,
    /// The contact it speaks of.
    pub contact: ContactId,
    /// What it says, in one text.
    pub said: String,
}

/// Why nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum CorrectError {
    /// The city has no such contact.
    #[error("there is no such contact in this city")]
    NotFound,
    /// It was taken back before.
    #[error("this contact was taken back")]
    Gone,
    /// A register told it: the register is what is to be mended.
    #[error("a register told this contact, and not the desk")]
    OfRegister,
    /// Corrected so, it would be one that the desk has already.
    #[error("the desk has recorded this on that day")]
    AtDesk(Already),
    /// A form with this identifier was saved, and said something else.
    #[error("this form was saved before, with something else in it")]
    SaidOtherwise,
    /// Only whoever recorded it takes it back without a reason, and only for a while.
    #[error("this can only be taken back with a reason now")]
    TooLate,
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What a correction left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Corrected {
    /// Whether a register still tells what the desk does not tell any more.
    pub still_told: bool,
}

impl Recorder<'_> {
    /// Corrects a contact. `again` says that it is another than one which the desk has already.
    ///
    /// # Errors
    /// [`CorrectError`]; nothing is changed then.
    pub async fn change(
        &self,
        sent: &CorrectionSent,
        change: &Change,
        again: bool,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Corrected, CorrectError> {
        let Some(mut work) = Work::begin(*self, sent).await? else {
            return Ok(Corrected { still_told: false });
        };
        let stored = work.contact(sent.contact).await?;
        let still_told = work.change(&stored, change, again, random).await?;
        Ok(Corrected { still_told })
    }

    /// Takes a contact back, or all that was saved with it.
    ///
    /// # Errors
    /// [`CorrectError`]; nothing is changed then.
    pub async fn withdraw(
        &self,
        sent: &CorrectionSent,
        whole_visit: bool,
        reason: &str,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Corrected, CorrectError> {
        let Some(mut work) = Work::begin(*self, sent).await? else {
            return Ok(Corrected { still_told: false });
        };
        let stored = work.contact(sent.contact).await?;
        let mut all = match stored.plain().visit {
            Some(visit) if whole_visit => work.visit(VisitId(visit)).await?,
            _ => Vec::new(),
        };
        // The one that was opened is taken back first: its correction has the identifier of the form.
        all.retain(|other| other.id != stored.id);
        all.insert(0, stored);
        let still_told = work.take_back(&all, Action::Withdrawn, Some(reason), random).await?;
        Ok(Corrected { still_told })
    }

    /// Takes back all that was saved with a form, right after it was saved: whoever saved it needs no reason. Once
    /// taken back it stays so, however often this is asked.
    ///
    /// # Errors
    /// [`CorrectError`]; nothing is changed then.
    pub async fn undo(
        &self,
        city: CityCode,
        visit: VisitId,
        random: &mut (dyn RngCore + Send),
    ) -> Result<Corrected, CorrectError> {
        let mut work = Work::hold(*self, city).await?;
        if !work.may_undo(visit).await? {
            return Ok(Corrected { still_told: false });
        }
        let all = work.visit(visit).await?;
        if all.is_empty() {
            return Err(CorrectError::Gone);
        }
        let still_told = work.take_back(&all, Action::Undone, None, random).await?;
        Ok(Corrected { still_told })
    }
}
