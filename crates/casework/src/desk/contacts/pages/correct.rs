//! A contact that the desk recorded, to be corrected or taken back with a reason; and what became of it before.

use access::{Action as Deed, Who};
use askama::Template;
use axum::extract::{Form, Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kernel::CityCode;
use serde::Deserialize;
use store::params;
use ui::parts::{Breadcrumb, Field, Notice, Tone};
use ui::{Page, Problem, Say, Section};

use super::super::correct::{CorrectError, Corrected, CorrectionSent};
use super::super::correction::{self, Correction};
use super::super::model::{Faults, Fields, Unfit, read_change, read_reason};
use super::super::record::Already;
use super::super::row::{ContactId, Content, CorrectionId, Stored};
use super::super::subject::{Subject, subject};
use super::super::{reads, sql};
use super::form::{AlreadyThere, Visit, fault, heads, reason, service_list};
use super::setting::Setting;
use super::{city, forged, history, random, recorder, said_otherwise, sent_id, words};
use crate::pages::{App, id};

#[derive(Template)]
#[template(path = "contacts/correct.html")]
pub(super) struct CorrectPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    lead: String,
    here: String,
    state: Option<Notice>,
    form: Option<CorrectForm>,
    history: Vec<history::Line>,
}

/// The two forms of the page.
struct CorrectForm {
    modulo: Field,
    already: Option<AlreadyThere>,
    service: Field,
    heads: Option<Field>,
    visit: Visit,
    reason: Field,
    modulo_withdraw: Field,
    reason_withdraw: Field,
    whole: Option<Field>,
}

/// A contact as the page shows it.
pub(super) struct CorrectView {
    pub city: CityCode,
    pub setting: Setting,
    pub contact: ContactId,
    /// Whose it is; nobody's where it was anonymous.
    pub subject: Option<Subject>,
    /// What it says; nothing once it was taken back.
    pub now: Option<Content>,
    /// Contacts that were saved with it, itself included.
    pub together: usize,
    pub history: Vec<Correction>,
    /// Whether the register's file may be opened by whoever asks.
    pub may_see_registers: bool,
}

/// What was sent, and what is wrong with it; what is there, where nothing was sent.
#[derive(Default)]
pub(super) struct Typed {
    pub change: Option<(Fields, Faults, Vec<Already>)>,
    pub withdrawal: Option<(Fields, Faults)>,
}

#[derive(Deserialize)]
pub(super) struct Asked {
    fatto: Option<String>,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(contact): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let contact = id(&contact)?;
    let view = load(&app, &who, contact).await?;
    let ids = [
        CorrectionId::new(app.clock.now(), &mut random()),
        CorrectionId::new(app.clock.now(), &mut random()),
    ];
    Ok(ui::render(&CorrectPage::new(page, &view, ids, &Typed::default(), asked.fatto.as_deref())))
}

pub(super) async fn change(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(contact): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let fields = Fields(fields);
    let sent = sent(&app, &who, &contact, &fields)?;
    let view = load(&app, &who, sent.contact).await?;
    let is_counted = view.subject.is_none();
    let (mut faults, mut already) = (Faults::default(), Vec::new());
    match read_change(&fields, view.setting.known(), is_counted) {
        Err(Unfit::Forged) => return Err(forged()),
        Err(Unfit::Wrong(wrong)) => faults = wrong,
        Ok(change) => {
            let actor = who.actor();
            let (recorder, again) = (recorder(&app, &actor), fields.is_ticked("ancora"));
            match recorder.change(&sent, &change, again, &mut random()).await {
                Err(CorrectError::AtDesk(there)) => already = vec![there],
                other => return done(&sent, other, "corretto"),
            }
        }
    }
    let typed = Typed { change: Some((fields, faults, already)), withdrawal: None };
    Ok(again(page, &app, &view, &sent, &typed))
}

pub(super) async fn withdraw(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(contact): Path<String>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let fields = Fields(fields);
    let sent = sent(&app, &who, &contact, &fields)?;
    match read_reason(&fields) {
        Ok(reason) => {
            let actor = who.actor();
            let (recorder, whole) = (recorder(&app, &actor), fields.is_ticked("tutti"));
            done(&sent, recorder.withdraw(&sent, whole, &reason, &mut random()).await, "ritirato")
        }
        Err(faults) => {
            let view = load(&app, &who, sent.contact).await?;
            let typed = Typed { change: None, withdrawal: Some((fields, faults)) };
            Ok(again(page, &app, &view, &sent, &typed))
        }
    }
}

/// The form as it was sent.
fn sent(app: &App, who: &Who, contact: &str, fields: &Fields) -> Result<CorrectionSent, Problem> {
    Ok(CorrectionSent {
        city: city(app, who)?.code,
        id: sent_id(fields.get("modulo"))?,
        contact: id(contact)?,
        said: fields.canonical(),
    })
}

/// The page once more, with what was sent. The other form gets an identifier of its own.
fn again(page: Page, app: &App, view: &CorrectView, sent: &CorrectionSent, typed: &Typed) -> Response {
    let other = CorrectionId::new(app.clock.now(), &mut random());
    let ids = if typed.change.is_some() { [sent.id, other] } else { [other, sent.id] };
    let shown = ui::render(&CorrectPage::new(page, view, ids, typed, None));
    (StatusCode::UNPROCESSABLE_ENTITY, shown).into_response()
}

/// Where somebody goes once it is done.
fn done(
    sent: &CorrectionSent,
    outcome: Result<Corrected, CorrectError>,
    what: &str,
) -> Result<Response, Problem> {
    match outcome {
        Ok(Corrected { still_told }) => {
            let what = if still_told { format!("{what}-registro") } else { what.to_owned() };
            Ok(Redirect::to(&format!("/contatti/{}/correggi?fatto={what}", sent.contact)).into_response())
        }
        Err(CorrectError::NotFound) => Err(Problem::not_found()),
        Err(CorrectError::Gone | CorrectError::TooLate) => Err(Problem::conflict(Say::new("contacts-gone"))),
        Err(CorrectError::OfRegister) => Err(Problem::conflict(Say::new("contacts-of-register"))),
        Err(CorrectError::AtDesk(_)) => Err(Problem::conflict(Say::new("contacts-already"))),
        Err(CorrectError::SaidOtherwise) => Err(said_otherwise()),
        Err(CorrectError::Store(error)) => Err(Problem::internal(&error)),
    }
}

/// The contact, or what is left of it. Whose name is shown is written down first.
async fn load(app: &App, who: &Who, contact: ContactId) -> Result<CorrectView, Problem> {
    let city = city(app, who)?;
    let keys = app.vault.city(city.code)?;
    let mut reader = app.store.reader().await?;
    let row = reader.fetch_optional(&sql::CONTACT, params![city.code, contact.0]).await?;
    let stored = row.as_ref().map(Stored::read).transpose()?;
    let history = correction::history(&mut reader, &keys, contact).await?;
    if stored.is_none() && history.is_empty() {
        return Err(Problem::not_found());
    }
    let now = stored.as_ref().map(|stored| stored.content(&keys)).transpose()?;
    let person = match &stored {
        Some(stored) => stored.person,
        None => history.iter().find_map(|correction| correction.person),
    };
    let together = match now.as_ref().and_then(|now| now.visit) {
        Some(visit) => reader.fetch_all(&sql::OF_VISIT, params![city.code, visit]).await?.len(),
        None => 1,
    };
    let subject = match person {
        Some(person) => subject(&mut reader, &keys, person).await?,
        None => None,
    };
    drop(reader);
    let persons: Vec<_> = subject.iter().map(|subject| subject.person).collect();
    reads::view(app, who, &persons).await?;
    Ok(CorrectView {
        city: city.code,
        setting: Setting::of(app, who, city).await?,
        contact,
        subject,
        now,
        together,
        history,
        may_see_registers: who.may_in(Deed::SeeRegisters, city.code),
    })
}

impl CorrectPage {
    /// The page; `ids` are those of its two forms, `done` says what has just happened.
    pub(super) fn new(
        page: Page,
        view: &CorrectView,
        ids: [CorrectionId; 2],
        typed: &Typed,
        done: Option<&str>,
    ) -> Self {
        let title = page.t("contacts-correct");
        let mut page = page.titled(Section::Desk, &title);
        if let Some(notice) = notice(&page, done) {
            page = page.notice(notice);
        }
        let name = view.subject.as_ref().map(|subject| subject.name.clone());
        let name = name.unwrap_or_else(|| page.t("contacts-nobody"));
        let shown = view.now.as_ref().or_else(|| view.history.last().and_then(|last| last.was.as_ref()));
        let lead = shown.map(|content| {
            let service = words::service(&view.setting.vocabulary, page.lang, &content.service);
            let line = words::line(&page, &view.setting.points, content);
            [page.date(&content.day), service, line]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
        });
        let is_of_desk = view.now.as_ref().is_some_and(|now| now.told.is_none());
        Self {
            breadcrumb: words::breadcrumb(&page, view.subject.as_ref(), &title),
            heading: page.t_with("contacts-correct-of", &[("name", &name)]),
            lead: lead.unwrap_or_default().join(" · "),
            here: format!("/contatti/{}", view.contact),
            state: state(&page, view),
            form: view
                .now
                .as_ref()
                .filter(|_| is_of_desk)
                .map(|now| CorrectForm::new(&page, view, now, ids, typed)),
            history: history::lines(&page, &view.setting, &view.history, view.now.as_ref()),
            page,
        }
    }
}

impl CorrectForm {
    fn new(page: &Page, view: &CorrectView, now: &Content, ids: [CorrectionId; 2], typed: &Typed) -> Self {
        let there = (fields_of(now), Faults::default(), Vec::new());
        let (fields, faults, already) = typed.change.as_ref().unwrap_or(&there);
        let nothing = (Fields::default(), Faults::default());
        let (withdrawal, wrong) = typed.withdrawal.as_ref().unwrap_or(&nothing);
        let modulo = |id: CorrectionId| Field::hidden("modulo", id.to_string());
        Self {
            modulo: modulo(ids[0]),
            already: AlreadyThere::new(page, &view.setting, already),
            service: service_list(page, &view.setting, fields, faults),
            heads: view.subject.is_none().then(|| heads(page, "contacts-heads", fields, faults).required()),
            visit: Visit::new(page, &view.setting, fields, faults),
            reason: reason(page, "motivo", fields, faults),
            modulo_withdraw: modulo(ids[1]),
            reason_withdraw: reason(page, "motivo-ritiro", withdrawal, wrong),
            whole: (view.together > 1).then(|| {
                let label = page.tn("contacts-withdraw-whole", view.together);
                Field::check("tutti", label).value(withdrawal.get("tutti")).error(fault(page, wrong, "tutti"))
            }),
        }
    }
}

/// What the form of a contact holds.
fn fields_of(now: &Content) -> Fields {
    let sent = [
        ("giorno", now.day.to_string()),
        ("servizio", now.service.clone()),
        ("punto", now.point.clone().unwrap_or_default()),
        ("modalita", now.modality.clone().unwrap_or_default()),
        ("minuti", now.minutes.map(|minutes| minutes.to_string()).unwrap_or_default()),
        ("esito", now.outcome.clone().unwrap_or_default()),
        ("nota", now.note.clone().unwrap_or_default()),
        ("persone", now.heads.to_string()),
    ];
    Fields(sent.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

/// What has just happened.
fn notice(page: &Page, done: Option<&str>) -> Option<Notice> {
    let (title, text) = match done? {
        "corretto" => ("contacts-corrected", None),
        "corretto-registro" => ("contacts-corrected", Some("contacts-still-told")),
        "ritirato" => ("contacts-withdrawn", None),
        "ritirato-registro" => ("contacts-withdrawn", Some("contacts-still-told")),
        _ => return None,
    };
    let text = text.map(|key| page.t(key)).unwrap_or_default();
    Some(Notice::new(Tone::Success, page.t(title), text))
}

/// Why there is nothing to correct, where there is not.
fn state(page: &Page, view: &CorrectView) -> Option<Notice> {
    match &view.now {
        None => Some(Notice::new(Tone::Info, page.t("contacts-gone"), page.t("contacts-gone-text"))),
        Some(now) => now.told.map(|told| {
            let title = page.t("contacts-of-register");
            let notice = Notice::new(Tone::Info, title, page.t("contacts-of-register-text"));
            if !view.may_see_registers {
                return notice;
            }
            let href = format!("/registri/{}/storia/{}", view.city, told.register);
            notice.link(href, page.t("contacts-of-register-open"))
        }),
    }
}
