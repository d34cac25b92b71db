//! The page of a contact that is corrected.

use askama::Template;
use kernel::CityCode;
use ui::parts::{Breadcrumb, Field, Notice, Tone};
use ui::{Page, Section};

use super::super::super::correction::Correction;
use super::super::super::model::{Faults, Fields};
use super::super::super::record::Already;
use super::super::super::row::{ContactId, Content, CorrectionId};
use super::super::super::subject::Subject;
use super::super::form::{AlreadyThere, Visit, fault, heads, reason, service_list};
use super::super::setting::Setting;
use super::super::{history, words};

#[derive(Template)]
#[template(path = "contacts/correct.html")]
pub(in super::super) struct CorrectPage {
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
pub(in super::super) struct CorrectView {
    pub city: CityCode,
    pub setting: Setting,
    pub contact: ContactId,
    /// Whose it is; nothing where it was anonymous, or the person has no name any more.
    pub subject: Option<Subject>,
    /// Whether it stands for people who are not known.
    pub is_anonymous: bool,
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
pub(in super::super) struct Typed {
    pub change: Option<(Fields, Faults, Vec<Already>)>,
    pub withdrawal: Option<(Fields, Faults)>,
}

impl CorrectPage {
    /// The page; `ids` are those of its two forms, `done` says what has just happened.
    pub(in super::super) fn new(
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
            heads: view.is_anonymous.then(|| heads(page, "contacts-heads", fields, faults).required()),
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
