//! The privacy notice in the person's language: for the person to keep on paper, for anybody to read in public.

use access::reads::What;
use access::{Who, qr};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::{HeaderMap, header as http};
use axum::response::Response;
use network::City;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Markup, Notice as Said, Tone};
use ui::{Page, Problem, Section};

use super::super::model::notice::{Section as Part, Translation};
use super::super::model::{Detail, DetailId, Kind, Notice, Notices};
use super::super::read::{self, Card, Standing};
use super::open::{self, shown};
use super::{desk, file_of, header, random, refused, sent, to, words};
use crate::pages::{App, id};
use crate::people::PersonId;

/// The notice as it is read, in its own language and direction.
#[derive(Template)]
#[template(path = "people/notice_text.html")]
pub(super) struct NoticeText {
    language: String,
    direction: &'static str,
    title: String,
    lead: String,
    parts: Vec<Part>,
    qr: Option<Markup>,
}

impl askama::filters::HtmlSafe for NoticeText {}

impl NoticeText {
    /// With the code of a public address, if it is to be printed.
    pub(super) fn new(notice: &Notice, city: &City, qr: Option<Markup>) -> Self {
        Self {
            language: notice.language.clone(),
            direction: notice.direction.code(),
            title: notice.title.clone(),
            lead: notice.lead.clone(),
            parts: notice.said_by(city),
            qr,
        }
    }
}

/// A link to the notice in another language.
struct OtherLanguage {
    code: String,
    name: String,
    href: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "people/notice_person.html")]
pub(super) struct PersonNoticePage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    restricted: Option<Said>,
    lead: String,
    warning: Option<Said>,
    languages: Vec<OtherLanguage>,
    text: NoticeText,
    given: Vec<String>,
    form: Option<Vec<Field>>,
    home: String,
}

#[derive(Template)]
#[template(path = "people/notice_public.html")]
pub(super) struct PublicNoticePage {
    page: Page,
    languages: Vec<OtherLanguage>,
    text: NoticeText,
}

#[derive(Template)]
#[template(path = "people/notice_languages.html")]
pub(super) struct LanguagesPage {
    page: Page,
    lead: String,
    languages: Vec<OtherLanguage>,
    cities: Vec<(String, String)>,
}

/// What the page of a person is made of.
pub(super) struct PersonNoticeView<'a> {
    pub card: &'a Card,
    pub standing: &'a Standing,
    pub city: &'a City,
    pub notice: &'a Notice,
    pub notices: &'a Notices,
    pub given: Vec<&'a Detail>,
    pub address: String,
    pub modulo: String,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    lingua: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    let person: PersonId = id(&person)?;
    let mut reader = app.store.reader().await?;
    let opened = open::person(&app, &who, &mut reader, person).await?;
    let details = read::details(&mut reader, &opened.keys, person).await?;
    drop(reader);
    shown(&app, &who, &[person], What::File).await?;
    let holds = |kind: Kind| details.iter().filter(move |detail| detail.kind == kind);
    let speaks = holds(Kind::Language).find(|detail| detail.holds_on(opened.today));
    let speaks = asked.lingua.as_deref().or(speaks.map(|detail| detail.value.as_str()));
    let notice = app.notices.for_speaker(speaks).ok_or_else(Problem::not_found)?;
    let view = PersonNoticeView {
        card: &opened.card,
        standing: &opened.standing,
        city: opened.city,
        notice,
        notices: &app.notices,
        given: holds(Kind::Notice).filter(|detail| !detail.is_void()).collect(),
        address: public_address(&headers, notice, opened.city),
        modulo: DetailId::new(app.clock.now(), &mut random()).to_string(),
    };
    Ok(ui::render(&PersonNoticePage::new(page, &view)))
}

/// Where anybody reads the notice: under the name by which the server was asked, which the door has checked.
fn public_address(headers: &HeaderMap, notice: &Notice, city: &City) -> String {
    let host = headers.get(http::HOST).and_then(|host| host.to_str().ok()).unwrap_or("localhost");
    let bare = host.rsplit_once(':').map_or(host, |(name, _)| name).trim_matches(['[', ']']);
    let is_here = bare == "localhost" || bare.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
    let scheme = if is_here { "http" } else { "https" };
    format!("{scheme}://{host}/informativa/{}?citta={}", notice.language, city.code)
}

#[derive(Deserialize)]
pub(super) struct Given {
    modulo: String,
    lingua: String,
}

pub(super) async fn given(
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Form(given): Form<Given>,
) -> Result<Response, Problem> {
    let (person, modulo): (PersonId, DetailId) = (id(&person)?, sent(&given.modulo)?);
    let notice = app.notices.get(&given.lingua).ok_or_else(super::forged)?;
    let actor = who.actor();
    let desk = desk(&app, &who, &actor)?;
    desk.give_notice(modulo, person, &notice.language, &notice.version).await.map_err(refused)?;
    Ok(to(format!("{}?fatto=informativa", file_of(person))))
}

#[derive(Deserialize)]
pub(super) struct Public {
    citta: Option<String>,
}

pub(super) async fn languages(
    page: Page,
    State(app): State<App>,
    Query(public): Query<Public>,
) -> Result<Response, Problem> {
    let city = public.citta.as_deref().and_then(|code| app.cities.get(code.parse().ok()?));
    Ok(ui::render(&LanguagesPage::new(page, &app.notices, &app.cities, city)))
}

pub(super) async fn read(
    page: Page,
    State(app): State<App>,
    Path(language): Path<String>,
    Query(public): Query<Public>,
) -> Result<Response, Problem> {
    let notice = app.notices.get(&language).ok_or_else(Problem::not_found)?;
    let code = public.citta.as_deref().and_then(|code| code.parse().ok());
    let Some(city) = code.and_then(|code| app.cities.get(code)) else {
        return Ok(ui::render(&LanguagesPage::new(page, &app.notices, &app.cities, None)));
    };
    Ok(ui::render(&PublicNoticePage::new(page, &app.notices, notice, city)))
}

fn others(notices: &Notices, this: Option<&Notice>, href: impl Fn(&Notice) -> String) -> Vec<OtherLanguage> {
    let one = |notice: &Notice| OtherLanguage {
        code: notice.language.clone(),
        name: notice.name.clone(),
        href: href(notice),
        is_this: this.is_some_and(|this| this.language == notice.language),
    };
    notices.iter().map(one).collect()
}

impl PersonNoticePage {
    pub(super) fn new(page: Page, view: &PersonNoticeView<'_>) -> Self {
        let title = page.t("people-notice-title");
        let page = page.titled(Section::Desk, &title);
        let PersonNoticeView { card, standing, city, notice, notices, .. } = *view;
        let home = format!("{}/informativa", file_of(card.person));
        let words = page.t_with("people-notice-qr", &[("address", &view.address)]);
        let code = qr::svg(&view.address, &words);
        let given = view.given.iter().map(|detail| {
            let language =
                detail.value.split_once(' ').map_or(detail.value.as_str(), |(language, _)| language);
            let name = notices.get(language).map_or(language, |notice| notice.name.as_str());
            let day = page.date(&detail.since);
            page.t_with(
                "people-notice-given-on",
                &[("day", &day as &dyn ui::ToValue), ("language", &name), ("who", &detail.recorded_by)],
            )
        });
        let warning = (notice.translation == Translation::ToBeVerified).then(|| {
            Said::new(
                Tone::Warning,
                page.t("people-notice-unverified"),
                page.t("people-notice-unverified-text"),
            )
        });
        let lead =
            page.t(if view.given.is_empty() { "people-notice-lead" } else { "people-notice-lead-given" });
        let form = (*standing == Standing::Open)
            .then(|| vec![Field::hidden("modulo", &view.modulo), Field::hidden("lingua", &notice.language)]);
        Self {
            breadcrumb: words::breadcrumb(&page, Some(card), &title),
            heading: page.t_with("people-notice-of", &[("name", &card.name)]),
            restricted: header::restricted(&page, standing),
            lead,
            warning,
            languages: others(notices, Some(notice), |notice| format!("{home}?lingua={}", notice.language)),
            text: NoticeText::new(notice, city, code),
            given: given.collect(),
            form,
            home,
            page,
        }
    }
}

impl PublicNoticePage {
    pub(super) fn new(page: Page, notices: &Notices, notice: &Notice, city: &City) -> Self {
        let title = page.t_with("people-notice-public", &[("city", &city.name)]);
        let page = page.titled(Section::Elsewhere, title);
        let href = |notice: &Notice| format!("/informativa/{}?citta={}", notice.language, city.code);
        Self {
            languages: others(notices, Some(notice), href),
            text: NoticeText::new(notice, city, None),
            page,
        }
    }
}

impl LanguagesPage {
    pub(super) fn new(page: Page, notices: &Notices, cities: &network::Cities, city: Option<&City>) -> Self {
        let title = page.t("people-notice-title");
        let page = page.titled(Section::Elsewhere, &title);
        let lead = page.t(if city.is_some() { "people-notice-choose" } else { "people-notice-choose-city" });
        let languages = city.map(|city| {
            others(notices, None, |notice| format!("/informativa/{}?citta={}", notice.language, city.code))
        });
        let all = cities.iter().map(|city| (format!("/informativa?citta={}", city.code), city.name.clone()));
        let cities = if city.is_some() { Vec::new() } else { all.collect() };
        Self { lead, languages: languages.unwrap_or_default(), cities, page }
    }
}
