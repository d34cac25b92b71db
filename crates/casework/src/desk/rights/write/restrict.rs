//! Stopping the use of a person's data, and letting it go on (GDPR, article 18).

use store::{Entry, params};

use super::super::model::RestrictionId;
use super::super::sql;
use super::{Rights, RightsError};
use crate::people::PersonId;

impl Rights<'_> {
    /// Stops the use of a person's data, or lets it go on, with a reason.
    ///
    /// # Errors
    /// [`RightsError::Already`] where it is so already; nothing is written then.
    pub async fn restrict(
        &self,
        id: RestrictionId,
        person: PersonId,
        on: bool,
        reason: &str,
    ) -> Result<(), RightsError> {
        let mut deed = self.begin().await?;
        if deed.is_there(&sql::RESTRICTION_CITY, id.0, RightsError::NotFound).await? {
            return Ok(());
        }
        let standing = deed.somebody(person).await?;
        if standing.is_restricted == on {
            return Err(RightsError::Already);
        }
        let (at, who) = (deed.unit.at(), deed.unit.actor().0.clone());
        let (action, word) = if on { ("restrict", "on") } else { ("unrestrict", "off") };
        let sealed = deed.keys.seal_text(sql::RESTRICTION_REASON, id.0, reason.trim())?;
        let entry = Entry::new(action, format!("person/{person}"), Some(self.city));
        deed.unit.record(entry.changing(None, Some(&sealed)));
        let values = params![id.0, self.city, standing.form.0, word, sealed, at, &who];
        deed.unit.execute(&sql::INSERT_RESTRICTION, values).await?;
        let values = params![self.city, person.0, on.then_some(at), on.then_some(&who)];
        deed.unit.execute(&sql::RESTRICT, values).await?;
        deed.unit.commit().await?;
        Ok(())
    }
}
