//! Writing a person down anew, with a reason: the old spelling is kept and still finds them.

use access::Who;
use access::reads::What;
use askama::Template;
use axum::extract::{Form, Path, State};
use axum::response::Response;
use kernel::Day;
use network::vocabulary::Vocabulary;
use serde::Deserialize;
use ui::parts::{Breadcrumb, Field, Notice};
use ui::{Page, Problem, Say, Section};

use super::super::model::{Faults, PersonFields};
use super::super::read::{Card, RectificationId, Standing};
use super::super::write::WriteError;
use super::new::person_fields;
use super::open::{self, shown};
use super::{again, desk, file_of, header, random, refused, sent, to, words};
use crate::pages::{App, id};
use crate::people::PersonId;

/// Letters of a reason.
const LONGEST_REASON: usize = 500;

#[derive(Template)]
#[template(path = "people/rectify.html")]
pub(super) struct RectifyPage {
    page: Page,
    breadcrumb: Breadcrumb,
    heading: String,
    restricted: Option<Notice>,
    can_write: bool,
    modulo: Field,
    who: Vec<Field>,
    reason: Field,
    other: Option<(String, String)>,
    spellings: Vec<String>,
}

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    modulo: String,
    cognome: String,
    nome: String,
    nascita: String,
    genere: String,
    cittadinanza: String,
    motivo: String,
}

impl Fields {
    fn person(&self) -> PersonFields {
        PersonFields {
            cognome: self.cognome.clone(),
            nome: self.nome.clone(),
            nascita: self.nascita.clone(),
            genere: self.genere.clone(),
            cittadinanza: self.cittadinanza.clone(),
        }
    }
}

/// What the page is made of.
pub(super) struct RectifyView<'a> {
    pub card: &'a Card,
    pub standing: &'a Standing,
    /// What was typed; what is known where nothing was.
    pub fields: Option<&'a Fields>,
    pub faults: &'a Faults,
    pub modulo: String,
    /// Somebody else who is written so to the letter.
    pub other: Option<PersonId>,
    pub today: Day,
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
) -> Result<Response, Problem> {
    let modulo = RectificationId::new(app.clock.now(), &mut random()).to_string();
    page_of(page, &app, &who, id(&person)?, Sent { fields: None, faults: Faults::new(), modulo, other: None })
        .await
}

struct Sent {
    fields: Option<Fields>,
    faults: Faults,
    modulo: String,
    other: Option<PersonId>,
}

async fn page_of(
    page: Page,
    app: &App,
    who: &Who,
    person: PersonId,
    sent: Sent,
) -> Result<Response, Problem> {
    let mut reader = app.store.reader().await?;
    let opened = open::person(app, who, &mut reader, person).await?;
    drop(reader);
    shown(app, who, &[person], What::File).await?;
    let view = RectifyView {
        card: &opened.card,
        standing: &opened.standing,
        fields: sent.fields.as_ref(),
        faults: &sent.faults,
        modulo: sent.modulo,
        other: sent.other,
        today: opened.today,
    };
    Ok(ui::render(&RectifyPage::new(page, &app.vocabulary, &view)))
}

pub(super) async fn rectify(
    page: Page,
    who: Who,
    State(app): State<App>,
    Path(person): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let (person, rectification): (PersonId, RectificationId) = (id(&person)?, sent(&fields.modulo)?);
    let mut faults = Faults::new();
    let form = fields.person().read(&app.vocabulary, app.clock.now().day(), &mut faults);
    let reason = reason(&fields.motivo, &mut faults);
    let mut other = None;
    if faults.is_empty() {
        let actor = who.actor();
        let desk = desk(&app, &who, &actor)?;
        match desk.rectify(rectification, person, &form, &reason, &mut random()).await {
            Ok(()) => {
                return Ok(to(format!("{}?fatto=rettifica", file_of(person))));
            }
            Err(WriteError::SomebodyElse(found)) => {
                faults.insert("cognome", Say::new("people-somebody-else"));
                other = Some(found);
            }
            Err(error) => return Err(refused(error)),
        }
    }
    let modulo = fields.modulo.clone();
    let sent = Sent { fields: Some(fields), faults, modulo, other };
    Ok(again(page_of(page, &app, &who, person, sent).await?))
}

/// A reason, which must be given.
pub(super) fn reason(typed: &str, faults: &mut Faults) -> String {
    let reason = typed.trim().to_owned();
    if reason.is_empty() {
        faults.insert("motivo", Say::new("people-fault-reason"));
    } else if reason.chars().count() > LONGEST_REASON {
        faults.insert("motivo", Say::new("people-fault-long").with("most", LONGEST_REASON));
    }
    reason
}

impl RectifyPage {
    pub(super) fn new(page: Page, vocabulary: &Vocabulary, view: &RectifyView<'_>) -> Self {
        let title = page.t("people-rectify-title");
        let page = page.titled(Section::Desk, &title);
        let card = view.card;
        // What most rows say may stand in no single form: it is what the file shows, so it is what is corrected.
        let mut known = card
            .spellings
            .iter()
            .find(|spelling| spelling.form == card.form)
            .map(|spelling| spelling.written.clone());
        if let Some(known) = &mut known {
            (known.birth, known.gender) = (card.birth, card.gender);
            known.citizenship.clone_from(&card.citizenship);
        }
        let known = known.map(|form| PersonFields::of(&form, vocabulary, page.lang)).unwrap_or_default();
        let fields = view.fields.map_or(known, Fields::person);
        let fault = view.faults.get("motivo").map(|fault| page.say(fault)).unwrap_or_default();
        let spelling = |written: &linkage::Form| {
            format!("{} · {}", written.whole_name().trim(), words::birth(&page, written.birth, view.today))
        };
        Self {
            breadcrumb: words::breadcrumb(&page, Some(card), &title),
            heading: page.t_with("people-rectify-of", &[("name", &card.name)]),
            restricted: header::restricted(&page, view.standing),
            can_write: *view.standing == Standing::Open,
            modulo: Field::hidden("modulo", &view.modulo),
            who: person_fields(&page, vocabulary, &fields, view.faults),
            reason: Field::area("motivo", page.t("people-reason"))
                .hint(page.t("people-rectify-reason-hint"))
                .value(view.fields.map(|fields| fields.motivo.clone()).unwrap_or_default())
                .error(fault),
            other: view.other.map(|other| {
                (format!("{}/unisci?con={other}", file_of(card.person)), page.t("people-somebody-else-merge"))
            }),
            spellings: card.spellings.iter().map(|one| spelling(&one.written)).collect(),
            page,
        }
    }
}
