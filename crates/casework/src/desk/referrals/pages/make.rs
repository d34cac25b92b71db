//! Referring somebody: to a service of the city, to an outside body, or to another city.

use std::collections::BTreeMap;

use access::{Action, Who};
use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::CityCode;
use network::Cities;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Choice, Field};
use ui::{Page, Problem, Section};
use uuid::Uuid;

use super::form::Filling;
use super::points::points;
use super::room::Room;
use super::sent::{Faults, Sent};
use super::words;
use crate::desk::pathways::read::Someone;
use crate::desk::referrals::model::{How, Kind, Part, Parts, ReferralId, Refusal};
use crate::desk::referrals::read;
use crate::desk::referrals::write::{Agreement, NewReferral, ReferralError, To};
use crate::pages::App;

#[derive(Template)]
#[template(path = "referrals/make.html")]
pub(super) struct MakePage {
    page: Page,
    breadcrumb: Breadcrumb,
    /// Where each kind of referral is made: address, words, whether it is this one.
    kinds: Vec<(String, String, bool)>,
    lead: String,
    hidden: Vec<Field>,
    fields: Vec<Field>,
    parts: Vec<Field>,
    back: String,
}

/// What an address asks for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    /// `service`, `body` or `city`.
    #[serde(default)]
    tipo: String,
}

/// What the page is made of.
pub(super) struct MakeView<'a> {
    pub person: Someone,
    pub kind: Kind,
    pub points: BTreeMap<String, String>,
    /// What of the file can go with the person.
    pub parts: Parts,
    pub cities: &'a Cities,
    pub vocabulary: &'a Vocabulary,
    /// The city of who asks.
    pub home: CityCode,
}

impl<'a> MakeView<'a> {
    async fn of(room: &Room<'a>, id: &str, kind: Kind) -> Result<Self, Problem> {
        let mut reader = room.reader().await?;
        let person = room.person(&mut reader, id).await?;
        if person.restricted {
            return Err(words::restricted());
        }
        let home = room.city.code;
        // Only another city gets parts of the file.
        let mut parts = match kind {
            Kind::City => read::parts(&mut reader, &room.keys, person.id, room.now.day()).await?,
            Kind::Service | Kind::Body => Parts::default(),
        };
        if !room.who.may_in(Action::ReadSpecial, home) {
            parts.permit = None;
        }
        let points = points(room, &mut reader).await?;
        drop(reader);
        room.view(&[person.id]).await?;
        let (cities, vocabulary) = (&*room.app.cities, &*room.app.vocabulary);
        Ok(Self { person, kind, points, parts, cities, vocabulary, home })
    }
}

pub(super) async fn ask(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let kind = Kind::of(&asked.tipo).unwrap_or(Kind::Service);
    let view = MakeView::of(&room, &id, kind).await?;
    let sent = Sent::with([("modulo", room.token().to_string()), ("tipo", kind.code().to_owned())]);
    Ok(ui::render(&MakePage::new(page, &view, &sent, &Faults::default())))
}

pub(super) async fn refer(
    page: Page,
    State(app): State<App>,
    who: Who,
    Path(id): Path<String>,
    sent: Sent,
) -> Result<Response, Problem> {
    let room = Room::of(&app, &who)?;
    let token: Uuid = sent.token()?;
    let kind = Kind::of(sent.get("tipo")).ok_or_else(Problem::not_found)?;
    let view = MakeView::of(&room, &id, kind).await?;
    let mut faults = Faults::default();
    let to = chosen(&page, &view, &sent, &mut faults);
    if let Some(to) = to.filter(|_| faults.is_empty()) {
        let reason = sent.get("motivo").to_owned();
        let new = NewReferral { id: ReferralId(token), person: view.person.id, to, reason };
        match room.writer().refer(&new).await {
            Ok(id) => return Ok(Redirect::to(&format!("/invii/{id}?fatto=fatto")).into_response()),
            Err(ReferralError::Refused(refusal)) if refusal != Refusal::Restricted => {
                let about_body = kind == Kind::Body && sent.get("ente").is_empty();
                let field = match refusal {
                    Refusal::AgreedLater | Refusal::AgreedLongAgo => "consenso",
                    Refusal::OwnCity | Refusal::WaitsElsewhere => "comune",
                    _ if about_body => "ente",
                    _ => "motivo",
                };
                faults.add(field, words::refusal(&page, refusal));
            }
            Err(error) => return Err(words::problem(error)),
        }
    }
    let shown = ui::render(&MakePage::new(page, &view, &sent, &faults));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, shown).into_response())
}

/// To whom the form says, as far as it does.
fn chosen(page: &Page, view: &MakeView<'_>, sent: &Sent, faults: &mut Faults) -> Option<To> {
    let service = sent.get("servizio").to_owned();
    if view.kind != Kind::Body && view.vocabulary.services().get(&service).is_none() {
        faults.add("servizio", page.t("referrals-choose-one"));
    }
    match view.kind {
        Kind::Service => {
            let point = Some(sent.get("punto").to_owned()).filter(|code| !code.is_empty());
            if point.as_ref().is_some_and(|code| !view.points.contains_key(code)) {
                faults.add("punto", page.t("referrals-choose-one"));
            }
            Some(To::Service { service, point })
        }
        Kind::Body => Some(To::Body(sent.get("ente").to_owned())),
        Kind::City => {
            let city = sent.get("comune").parse().ok().filter(|code| view.cities.get(*code).is_some());
            if city.is_none() {
                faults.add("comune", page.t("referrals-choose-one"));
            }
            let on = sent.day("consenso", page, faults);
            let how = How::of(sent.get("come"));
            if how.is_none() {
                faults.add("come", page.t("referrals-how-missing"));
            }
            let is_chosen = |part: &Part| !sent.get(part.code()).is_empty();
            let parts: Vec<Part> = Part::ALL.iter().copied().filter(is_chosen).collect();
            let parts = view.parts.clone().only(&parts);
            let agreement = on.zip(how).map(|(on, how)| Agreement { on, how });
            city.zip(agreement).map(|(city, agreement)| To::City { city, service, agreement, parts })
        }
    }
}

impl MakePage {
    pub(super) fn new(page: Page, view: &MakeView<'_>, sent: &Sent, faults: &Faults) -> Self {
        let name = words::name(&page, Some(&view.person.identity));
        let title = page.t_with("referrals-make-title", &[("name", &name)]);
        let page = page.titled(Section::Desk, title);
        let file = words::file(view.person.id);
        let form = Filling { page: &page, sent, faults };
        let kind = |kind: &Kind| {
            let words = page.t(&format!("referrals-make-{}", kind.code()));
            (format!("{file}/invio?tipo={}", kind.code()), words, *kind == view.kind)
        };
        let above = [(file.clone(), name)];
        Self {
            breadcrumb: words::way_back(&page, &above, &page.t("referrals-make-here")),
            kinds: Kind::ALL.iter().map(kind).collect(),
            lead: page.t(&format!("referrals-make-lead-{}", view.kind.code())),
            hidden: vec![form.hidden("modulo"), form.hidden("tipo")],
            fields: fields(&form, view),
            parts: parts(&form, view),
            back: file,
            page,
        }
    }
}

fn fields(form: &Filling<'_>, view: &MakeView<'_>) -> Vec<Field> {
    let page = form.page;
    let service = || form.term("servizio", "referrals-service", view.vocabulary.services()).required();
    let reason = form.area("motivo", "referrals-reason").required();
    match view.kind {
        Kind::Service => {
            let points = view.points.iter().map(|(code, name)| Choice::new(code.as_str(), name.as_str()));
            let point = form.list("punto", "referrals-point", "referrals-point-any", points.collect());
            vec![service(), point, reason.hint(page.t("referrals-reason-hint-service"))]
        }
        Kind::Body => vec![
            form.area("ente", "referrals-body").hint(page.t("referrals-body-hint")).required(),
            reason.hint(page.t("referrals-reason-hint-body")),
        ],
        Kind::City => {
            let others = view.cities.iter().filter(|city| city.code != view.home);
            let choice = |city: &network::City| {
                Choice::new(city.code.as_str(), page.lang.pick(&city.name, &city.name_en).as_str())
            };
            let cities = others.map(choice).collect();
            let how = |how: &How| Choice::new(how.code(), page.t(&format!("referrals-how-{}", how.code())));
            let how = How::ALL.iter().map(how).collect();
            vec![
                form.list("comune", "referrals-city", "referrals-choose", cities).required(),
                service(),
                reason.hint(page.t("referrals-reason-hint-city")),
                form.day("consenso", "referrals-agreed-on").hint(page.t("referrals-agreed-hint")).required(),
                form.list("come", "referrals-agreed-how", "referrals-choose", how).required(),
            ]
        }
    }
}

/// A box for each part of the file that there is.
fn parts(form: &Filling<'_>, view: &MakeView<'_>) -> Vec<Field> {
    if view.kind != Kind::City {
        return Vec::new();
    }
    let page = form.page;
    let part = |part: Part| {
        let key = format!("referrals-part-{}", part.code());
        let field = match part {
            Part::Permit => {
                let code = view.parts.permit.as_deref().unwrap_or_default();
                let permit = words::term(page, view.vocabulary.permits(), code);
                form.check(part.code(), page.t_with(&key, &[("permit", &permit)]))
            }
            Part::Contacts => form.check(part.code(), page.tn(&key, view.parts.contacts.len())),
            Part::Goals => form.check(part.code(), page.tn(&key, view.parts.goals.len())),
            Part::Papers => form.check(part.code(), page.tn(&key, view.parts.papers.len())),
            Part::Needs | Part::Reach => form.check(part.code(), page.t(&key)),
        };
        if part == Part::Permit { field.hint(page.t("referrals-part-permit-hint")) } else { field }
    };
    view.parts.present().into_iter().map(part).collect()
}
