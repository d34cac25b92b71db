//! Words that several of these pages use.

use axum::http::StatusCode;
use kernel::{AgeBracket, CityCode, Gender};
use network::Cities;
use network::vocabulary::{Term, Terms, Vocabulary};
use ui::parts::{Breadcrumb, Shape, Status};
use ui::{Page, Problem, Say};

use super::points::capitalised;
use crate::desk::pathways::model::{Level, Need};
use crate::desk::referrals::model::{Kind, Offer, Referral, Refusal, Side, State};
use crate::desk::referrals::write::ReferralError;
use crate::people::PersonId;
use crate::people::written::Identity;

/// What somebody is called: surname, then given name.
pub(super) fn name(page: &Page, identity: Option<&Identity>) -> String {
    let Some(identity) = identity else { return page.t("referrals-name-hidden") };
    let whole = format!("{} {}", identity.surname.trim(), identity.given.trim());
    let whole = whole.trim();
    if whole.is_empty() { page.t("referrals-name-unknown") } else { whole.to_owned() }
}

/// The address of a person's file.
pub(super) fn file(person: PersonId) -> String {
    format!("/persone/{person}")
}

/// The address of a referral.
pub(super) fn address(referral: &Referral) -> String {
    format!("/invii/{}", referral.id)
}

/// The way back from a page of this part.
pub(super) fn way_back(page: &Page, above: &[(String, String)], here: &str) -> Breadcrumb {
    let desk = ("/sportello".to_owned(), page.t("ui-nav-desk"));
    Breadcrumb::new(page, std::iter::once(desk).chain(above.iter().cloned()).collect(), here)
}

/// The name of a code of the vocabulary; the code where it has lost it.
pub(super) fn term<T: Term>(page: &Page, terms: &Terms<T>, code: &str) -> String {
    terms
        .get(code)
        .map_or_else(|| code.to_owned(), |term| page.lang.pick(term.name_it(), term.name_en()).to_owned())
}

/// The name of a city.
pub(super) fn city(page: &Page, cities: &Cities, code: CityCode) -> String {
    cities
        .get(code)
        .map_or_else(|| code.to_string(), |city| page.lang.pick(&city.name, &city.name_en).clone())
}

/// To whom, or from whom: "Comune di Bari", "Punto unità mobile", the first line of the body.
pub(super) fn party(page: &Page, cities: &Cities, referral: &Referral) -> String {
    match (referral.kind, referral.to_city) {
        (Kind::City, Some(to)) => {
            let (other, key) = match referral.side {
                Side::Sender => (to, "referrals-to-city"),
                Side::Receiver => (referral.city, "referrals-from-city"),
            };
            page.t_with(key, &[("city", &city(page, cities, other))])
        }
        (Kind::Body, _) => {
            let line = referral.body.as_deref().and_then(|body| body.lines().next());
            line.map_or_else(|| page.t("referrals-text-erased"), str::to_owned)
        }
        _ => referral.point.as_deref().map_or_else(|| page.t("referrals-point-any"), capitalised),
    }
}

/// The service asked for.
pub(super) fn service(page: &Page, vocabulary: &Vocabulary, referral: &Referral) -> String {
    let not_applicable = || ui::format::NOT_APPLICABLE.to_owned();
    referral.service.as_deref().map_or_else(not_applicable, |code| term(page, vocabulary.services(), code))
}

/// Gender, age and citizenship: "donna · 18–60 anni · Nigeria".
pub(super) fn about(page: &Page, vocabulary: &Vocabulary, offer: &Offer) -> [String; 3] {
    let gender = match Gender::from_code(&offer.gender) {
        Gender::Unknown => ui::format::unknown(page.lang).to_owned(),
        known => page.t(&format!("referrals-gender-{}", known.code())),
    };
    let age = match AgeBracket::from_code(&offer.age) {
        AgeBracket::Minor => page.t("referrals-age-minor"),
        AgeBracket::Adult => page.t("referrals-age-adult"),
        AgeBracket::Senior => page.t("referrals-age-senior"),
        AgeBracket::Unknown => ui::format::unknown(page.lang).to_owned(),
    };
    let country = offer.citizenship.as_deref();
    let country = country.map_or_else(
        || ui::format::unknown(page.lang).to_owned(),
        |code| term(page, vocabulary.countries(), code),
    );
    [gender, age, country]
}

/// An area of life and how much help is needed there, as the sending city found it.
pub(super) fn level(page: &Page, need: Need, level: Level) -> String {
    page.t_with(&format!("referrals-need-{}", need.code()), &[("level", &level.number())])
}

/// What became of it, with a shape.
pub(super) fn state(page: &Page, state: State) -> Status {
    let shape = match state {
        State::Waiting => Shape::Half,
        State::Accepted | State::Done => Shape::Done,
        State::Refused => Shape::Attention,
        State::Withdrawn => Shape::None,
    };
    Status::new(shape, page.t(&format!("referrals-state-{}", state.code())))
}

/// A refusal in words, for beside a field.
pub(super) fn refusal(page: &Page, refusal: Refusal) -> String {
    match refusal {
        Refusal::Settled(state) => page.t(&format!("referrals-settled-{}", state.code())),
        Refusal::OwnCity => page.t("referrals-refused-own-city"),
        Refusal::WaitsElsewhere => page.t("referrals-refused-waits"),
        Refusal::AgreedLater => page.t("referrals-refused-later"),
        Refusal::AgreedLongAgo => page.t("referrals-refused-long-ago"),
        Refusal::Empty => page.t("referrals-refused-empty"),
        Refusal::TooLong(most) => page.tn("referrals-refused-too-long", most),
        Refusal::Restricted => page.t("referrals-restricted"),
    }
}

/// A refusal that no field of the page can show, or another failure.
pub(super) fn problem(error: ReferralError) -> Problem {
    let conflict = |key: &'static str| {
        Problem::new(StatusCode::CONFLICT, Say::new(key), Say::new("referrals-conflict-remedy"))
    };
    match error {
        ReferralError::NotFound => Problem::not_found(),
        ReferralError::Refused(Refusal::Restricted) => restricted(),
        ReferralError::Refused(Refusal::Settled(state)) => conflict(match state {
            State::Waiting | State::Withdrawn => "referrals-settled-withdrawn",
            State::Accepted => "referrals-settled-accepted",
            State::Refused => "referrals-settled-refused",
            State::Done => "referrals-settled-done",
        }),
        ReferralError::Refused(_) | ReferralError::Pathway(_) => conflict("referrals-changed-meanwhile"),
        ReferralError::Store(error) => Problem::internal(&error),
    }
}

/// The person asked that their data be kept and not used.
pub(super) fn restricted() -> Problem {
    let remedy = Say::new("referrals-restricted-remedy");
    Problem::new(StatusCode::CONFLICT, Say::new("referrals-restricted"), remedy)
}
