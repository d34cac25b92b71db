//! What somebody acts on, and whose it is for them: all that rules may know of it.

use kernel::{CityCode, text};

use crate::Who;

/// What somebody wants to act on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resource {
    /// The city it belongs to; none for what belongs to the network.
    pub city: Option<CityCode>,
    /// The point of access that keeps it to itself, if one does.
    pub office: Option<String>,
}

impl Resource {
    /// What belongs to the network as a whole.
    pub const fn network() -> Self {
        Self { city: None, office: None }
    }

    /// What belongs to a city.
    pub const fn city(city: CityCode) -> Self {
        Self { city: Some(city), office: None }
    }

    /// What one point of access of a city keeps to itself.
    pub fn office(city: CityCode, office: Option<&str>) -> Self {
        Self { city: Some(city), office: office.map(str::to_owned) }
    }

    /// Whose it is for somebody. Who is listed at no point of access works at all of their city.
    pub fn seen_by(&self, who: &Who) -> Whose {
        let Some(city) = self.city else { return Whose::Network };
        let own = who.city == Some(city);
        let works_there =
            |office: &String| own && (who.offices.is_empty() || who.offices.contains(&text::fold(office)));
        match (own, self.office.as_ref().is_none_or(works_there)) {
            (true, true) => Whose::OwnCity,
            (true, false) => Whose::OwnCityKept,
            (false, true) => Whose::OtherCity,
            (false, false) => Whose::OtherCityKept,
        }
    }
}

/// Whose a thing is, for who asks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Whose {
    /// Of the network as a whole.
    Network,
    /// Of their own city, kept by no point of access or by one of theirs.
    OwnCity,
    /// Of their own city, kept by a point of access where they do not work.
    OwnCityKept,
    /// Of another city, or of a city where they have none.
    OtherCity,
    /// Of another city, kept by a point of access there.
    OtherCityKept,
}

impl Whose {
    /// All of them, in the order of the matrix.
    pub const ALL: [Self; 5] =
        [Self::Network, Self::OwnCity, Self::OwnCityKept, Self::OtherCity, Self::OtherCityKept];

    /// What the schema of the rules calls it: the city is their own, it is of the network, it is kept elsewhere.
    pub(crate) const fn facts(self) -> [(&'static str, bool); 3] {
        let own = matches!(self, Self::OwnCity | Self::OwnCityKept);
        let kept = matches!(self, Self::OwnCityKept | Self::OtherCityKept);
        [("own_city", own), ("network", matches!(self, Self::Network)), ("kept_by_other_office", kept)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Role, testing};

    #[test]
    fn whose_it_is_depends_on_who_asks() {
        let (bari, roma) = (testing::city("A662"), testing::city("H501"));
        let mut who = testing::who(Role::Operator, Some(bari));
        let desk = |city| Resource::office(city, Some("Sportello Murat"));
        assert_eq!(Resource::network().seen_by(&who), Whose::Network);
        assert_eq!(Resource::city(bari).seen_by(&who), Whose::OwnCity);
        assert_eq!(Resource::city(roma).seen_by(&who), Whose::OtherCity);
        assert_eq!(desk(bari).seen_by(&who), Whose::OwnCity, "listed nowhere: works everywhere");
        assert_eq!(desk(roma).seen_by(&who), Whose::OtherCityKept);
        who.offices = std::iter::once(text::fold("sportello MURAT")).collect();
        assert_eq!(desk(bari).seen_by(&who), Whose::OwnCity);
        who.offices = std::iter::once(text::fold("Sportello Libertà")).collect();
        assert_eq!(desk(bari).seen_by(&who), Whose::OwnCityKept);
        assert_eq!(Resource::office(bari, None).seen_by(&who), Whose::OwnCity);
        let auditor = testing::who(Role::Auditor, None);
        assert_eq!(Resource::city(bari).seen_by(&auditor), Whose::OtherCity);
        assert_eq!(desk(bari).seen_by(&auditor), Whose::OtherCityKept);
    }
}
