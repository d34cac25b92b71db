//! What of a file comes with the person: kept in the receiving city as what its desk was told on that day.

use std::collections::BTreeSet;

use kernel::Month;
use rand::RngCore;
use store::{CityKeys, Entry, Unit, params};

use super::ReferralError;
use crate::desk::people::model::{DetailId, Kind};
use crate::desk::people::read::{AttachmentId, detail, opened};
use crate::desk::people::sql;
use crate::desk::people::write::{NewDetail, NewFile, attach_in, tell_in};
use crate::desk::referrals::model::Parts;
use crate::people::{FormId, PersonId};

/// Who came, as the receiving city knows them.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    keys: &'a CityKeys,
    person: PersonId,
    form: FormId,
}

impl<'a> Known<'a> {
    pub fn new(keys: &'a CityKeys, person: PersonId, form: FormId) -> Self {
        Self { keys, person, form }
    }

    /// What of it holds already: it is not kept twice.
    async fn standing(&self, unit: &mut Unit) -> Result<BTreeSet<(Kind, String)>, ReferralError> {
        let rows = unit.fetch_all(&sql::DETAILS, params![self.keys.city(), self.person.0]).await?;
        let details: Vec<_> = rows.iter().map(|row| detail(self.keys, row)).collect::<Result<_, _>>()?;
        let standing = details.into_iter().filter(|detail| detail.until.is_none());
        Ok(standing.map(|detail| (detail.kind, detail.value)).collect())
    }
}

/// Keeps details and attached files of the parts; gives the months whose numbers move. A file that was taken away
/// since the offer does not come.
pub(super) async fn keep(
    unit: &mut Unit,
    here: Known<'_>,
    (theirs, there): (&CityKeys, PersonId),
    parts: &Parts,
    random: &mut (dyn RngCore + Send),
) -> Result<BTreeSet<Month>, ReferralError> {
    let (city, at) = (here.keys.city(), unit.at());
    let standing = here.standing(unit).await?;
    let permit = parts.permit.iter().map(|permit| (Kind::Permit, permit.clone()));
    let mut months = BTreeSet::new();
    for told in permit.chain(parts.reach.iter().cloned()).filter(|told| !standing.contains(told)) {
        let id = DetailId::new(at, &mut *random);
        let new = NewDetail { kind: told.0, value: told.1, since: at.day(), office: None };
        let (sealed, moved) = tell_in(unit, here.keys, id, (here.person, here.form), &new).await?;
        unit.record(Entry::new("tell", format!("detail/{id}"), Some(city)).changing(None, Some(&sealed)));
        months.extend(moved);
    }
    for paper in &parts.papers {
        let values = params![theirs.city(), there.0, paper.id];
        let Some(row) = unit.fetch_optional(&sql::ATTACHMENT, values).await? else { continue };
        let Some((name, kind, content)) = opened(theirs, AttachmentId(paper.id), &row)? else { continue };
        let (id, file) = (AttachmentId::new(at, &mut *random), NewFile { name, kind, content });
        let sealed = attach_in(unit, here.keys, id, here.form, &file).await?;
        unit.record(
            Entry::new("attach", format!("attachment/{id}"), Some(city)).changing(None, Some(&sealed)),
        );
    }
    Ok(months)
}
