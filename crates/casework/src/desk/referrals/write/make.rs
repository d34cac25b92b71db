//! Making a referral.

use kernel::{AgeBracket, CityCode, Day};
use store::{Unit, params};
use uuid::Uuid;

use super::{ReferralError, Writer, entry, hold};
use crate::desk::pathways::write::anchor;
use crate::desk::referrals::model::{
    How, Kind, Parcel, Part, Parts, ReferralId, Refusal, check_agreed, check_text,
};
use crate::desk::referrals::sql;
use crate::people::written::Identity;
use crate::people::{FormId, PersonId};
use crate::sealed::{FORM_IDENTITY, PERSON_BIRTH};

/// When and how the person agreed to be made known to another city.
#[derive(Clone, Copy, Debug)]
pub struct Agreement {
    /// The day.
    pub on: Day,
    /// How.
    pub how: How,
}

/// To whom somebody is referred.
#[derive(Clone, Debug)]
pub enum To {
    /// A service of the city; a point of it, by its folded name, or any.
    Service {
        /// The code of the service.
        service: String,
        /// The point.
        point: Option<String>,
    },
    /// An outside body: its name and, on further lines, its address.
    Body(String),
    /// Another city.
    City {
        /// Which.
        city: CityCode,
        /// The code of the service asked for.
        service: String,
        /// The person's agreement: there is no offer without it.
        agreement: Agreement,
        /// The parts of the file that move.
        parts: Parts,
    },
}

/// A referral to be made.
#[derive(Clone, Debug)]
pub struct NewReferral {
    /// The identifier it will have.
    pub id: ReferralId,
    /// Who is referred.
    pub person: PersonId,
    /// To whom.
    pub to: To,
    /// Why.
    pub reason: String,
}

impl To {
    const fn kind(&self) -> Kind {
        match self {
            Self::Service { .. } => Kind::Service,
            Self::Body(_) => Kind::Body,
            Self::City { .. } => Kind::City,
        }
    }

    const fn city(&self) -> Option<CityCode> {
        match self {
            Self::City { city, .. } => Some(*city),
            _ => None,
        }
    }
}

impl Writer<'_> {
    /// Makes a referral.
    ///
    /// # Errors
    /// Nobody like that, an offer to the own city or of somebody who waits for another one, an agreement that cannot
    /// be, or texts that are missing or too long.
    pub async fn refer(&self, new: &NewReferral) -> Result<ReferralId, ReferralError> {
        let mut unit = self.begin().await?;
        let to_city = new.to.city();
        if to_city == Some(self.city) {
            return Err(Refusal::OwnCity.into());
        }
        hold(&mut unit, self.city, to_city).await?;
        if let Some(row) = unit.fetch_optional(&sql::ACTED, params![new.id.0]).await? {
            let theirs = row.parse::<CityCode>(0)? == self.city;
            return if theirs { Ok(new.id) } else { Err(ReferralError::NotFound) };
        }
        let today = unit.at().day();
        check_text(&new.reason)?;
        if let To::Body(body) = &new.to {
            check_text(body)?;
        }
        if let To::City { agreement, .. } = &new.to {
            check_agreed(agreement.on, today)?;
        }
        let form = anchor(&mut unit, self.city, new.person).await?;
        if to_city.is_some() {
            let nothing = Uuid::nil();
            let waiting = params![self.city, new.person.0, nothing];
            if unit.fetch_optional(&sql::WAITING_OF_PERSON, waiting).await?.is_some() {
                return Err(Refusal::WaitsElsewhere.into());
            }
        }
        self.insert(&mut unit, new, form).await?;
        unit.record(entry("refer", new.id, self.city));
        if let To::City { city, parts, .. } = &new.to {
            self.offer(&mut unit, new, form, *city, parts).await?;
            unit.record(entry("offer", new.id, *city));
        }
        unit.commit().await?;
        Ok(new.id)
    }

    async fn insert(&self, unit: &mut Unit, new: &NewReferral, form: FormId) -> Result<(), ReferralError> {
        let keys = self.vault.city(self.city)?;
        let (id, at) = (new.id.0, unit.at());
        let (service, point, body, agreement, shared) = match &new.to {
            To::Service { service, point } => (Some(service), point.as_ref(), None, None, Vec::new()),
            To::Body(body) => (None, None, Some(body), None, Vec::new()),
            To::City { service, agreement, parts, .. } => {
                (Some(service), None, None, Some(agreement), parts.present())
            }
        };
        let shared: Vec<&str> = shared.into_iter().map(Part::code).collect();
        let body = body.map(|body| keys.seal_text(sql::BODY, id, body.trim())).transpose()?;
        let values = params![
            id,
            self.city,
            form.0,
            new.to.kind().code(),
            new.to.city(),
            service.map(String::as_str),
            point.map(String::as_str),
            body,
            keys.seal_text(sql::REASON, id, new.reason.trim())?,
            shared.join(" "),
            agreement.map(|agreement| agreement.on),
            agreement.map(|agreement| agreement.how.code()),
            at,
            self.actor.0.as_str(),
        ];
        unit.execute(&sql::INSERT, values).await?;
        Ok(())
    }

    /// Leaves with the receiving city what it may see, and sealed with its keys what it gets once it accepts.
    async fn offer(
        &self,
        unit: &mut Unit,
        new: &NewReferral,
        form: FormId,
        city: CityCode,
        parts: &Parts,
    ) -> Result<(), ReferralError> {
        let (ours, theirs) = (self.vault.city(self.city)?, self.vault.city(city)?);
        let row = unit.fetch_optional(&sql::REFERRED, params![self.city, form.0]).await?;
        let row = row.ok_or(ReferralError::NotFound)?;
        let sealed: Option<Vec<u8>> = row.get(4)?;
        let sealed = sealed.ok_or(Refusal::Restricted)?;
        let mut identity: Identity = ours.open_json(FORM_IDENTITY, form.0, &sealed)?;
        if let Some(birth) = row.get::<Option<Vec<u8>>>(2)? {
            identity.birth = Some(ours.open_json(PERSON_BIRTH, row.get(3)?, &birth)?);
        }
        let (id, today) = (new.id.0, unit.at().day());
        let (gender, citizenship): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let age = AgeBracket::at(identity.birth, today);
        let permit = parts.permit.as_deref();
        let permit = permit.map(|permit| theirs.seal_text(sql::OFFER_PERMIT, id, permit)).transpose()?;
        let parcel = Parcel {
            identity,
            gender: gender.clone(),
            citizenship: citizenship.clone(),
            reason: new.reason.trim().to_owned(),
            parts: parts.clone(),
        };
        let content = theirs.seal_json(sql::OFFER_CONTENT, id, &parcel)?;
        let values = params![id, city, gender, age.code(), citizenship, permit, content];
        unit.execute(&sql::INSERT_OFFER, values).await?;
        Ok(())
    }
}
