//! Opening a pathway, and saying who follows it.

use std::collections::BTreeSet;

use kernel::{Day, Month};
use rand::RngCore;
use store::{CityKeys, Unit, params};

use super::{DeskError, Writer, anchor, entry, must_be_new};
use crate::desk::pathways::model::{
    ActionArea, AssessmentId, Needs, Pathway, PathwayId, Span, check_needs, check_pathway,
};
use crate::desk::pathways::read;
use crate::desk::pathways::sql::{NEEDS, pathways as sql};
use crate::people::PersonId;

/// Taking somebody in charge.
#[derive(Clone, Debug)]
pub struct Opening {
    /// The identifier the pathway will have.
    pub id: PathwayId,
    /// Who is taken in charge.
    pub person: PersonId,
    /// The line of action.
    pub area: ActionArea,
    /// The point that follows them, by its folded name.
    pub point: Option<String>,
    /// The day.
    pub on: Day,
    /// What they need now.
    pub needs: Needs,
}

impl Writer<'_> {
    /// Takes somebody in charge, with the first assessment of their needs.
    ///
    /// # Errors
    /// Nobody like that, a day that cannot be, no need assessed, or an open pathway of the same point.
    pub async fn open(
        &self,
        opening: &Opening,
        random: &mut (dyn RngCore + Send),
    ) -> Result<PathwayId, DeskError> {
        let mut unit = self.begin().await?;
        let months = open_with(&mut unit, &self.keys, opening, true, random).await?;
        let Some(months) = months else { return Ok(opening.id) };
        unit.record(entry("open", "pathway", opening.id.0, self.city()).moving(months));
        unit.commit().await?;
        Ok(opening.id)
    }

    /// Says that whoever writes follows a pathway from now on.
    ///
    /// # Errors
    /// No such pathway, or one that is closed.
    pub async fn follow(&self, id: PathwayId) -> Result<(), DeskError> {
        let mut unit = self.begin().await?;
        let found = read::pathway_in(&mut unit, self.city(), id).await?.ok_or(DeskError::NotFound)?;
        found.must_be_usable()?;
        let pathway = found.pathway;
        pathway.must_be_open()?;
        let who = unit.actor().0.clone();
        if pathway.followed_by == who {
            return Ok(());
        }
        unit.execute(&sql::FOLLOW, params![self.city(), id.0, who]).await?;
        unit.record(entry("follow", "pathway", id.0, self.city()));
        unit.commit().await?;
        Ok(())
    }
}

/// Takes somebody in charge inside somebody else's unit of work, which holds the city. Nobody has assessed their
/// needs yet: those of the opening may be empty. Gives the months that moved, for the journal; nothing if the
/// pathway was there before.
///
/// # Errors
/// As [`Writer::open`].
pub async fn open_in(
    unit: &mut Unit,
    keys: &CityKeys,
    opening: &Opening,
    random: &mut (dyn RngCore + Send),
) -> Result<Option<BTreeSet<Month>>, DeskError> {
    open_with(unit, keys, opening, !opening.needs.levels.is_empty(), random).await
}

async fn open_with(
    unit: &mut Unit,
    keys: &CityKeys,
    opening: &Opening,
    assessed: bool,
    random: &mut (dyn RngCore + Send),
) -> Result<Option<BTreeSet<Month>>, DeskError> {
    let city = keys.city();
    if read::pathway_in(unit, city, opening.id).await?.is_some() {
        return Ok(None);
    }
    must_be_new(unit, city, opening.id.0).await?;
    let form = anchor(unit, city, opening.person).await?;
    let (at, today) = (unit.at(), unit.at().day());
    let span = Span::new(opening.on, None);
    let others = read::pathways_in(unit, city, opening.person).await?;
    check_pathway(span, same_point(&others, opening.point.as_deref(), None), today)?;
    if assessed {
        check_needs(&opening.needs, opening.on, span, today)?;
    }
    let (id, who) = (opening.id.0, unit.actor().0.clone());
    let point = opening.point.as_deref();
    let values = params![
        id,
        city,
        form.0,
        opening.area.code(),
        point,
        opening.on,
        who.as_str(),
        read::no_day(),
        at,
        who.as_str(),
    ];
    unit.execute(&sql::INSERT, values).await?;
    if assessed {
        let assessment = AssessmentId::new(at, random).0;
        let needs = keys.seal_json(NEEDS, assessment, &opening.needs)?;
        let values = params![assessment, city, id, opening.on, needs, at, who];
        unit.execute(&sql::INSERT_ASSESSMENT, values).await?;
    }
    Ok(Some(BTreeSet::from([Month::of(opening.on)])))
}

/// The days of somebody's pathways at a point, one of them left out.
pub(super) fn same_point<'a>(
    pathways: &'a [read::Followed],
    point: Option<&'a str>,
    but: Option<PathwayId>,
) -> impl Iterator<Item = (PathwayId, Span)> + 'a {
    let at_point = move |pathway: &&Pathway| pathway.point.as_deref() == point && Some(pathway.id) != but;
    pathways.iter().map(|one| &one.pathway).filter(at_point).map(|one| (one.id, one.span()))
}
