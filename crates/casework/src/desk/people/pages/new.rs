//! Registering a person: only what is needed, and never somebody who is there already without saying so.

use access::reads::What;
use access::{Action, Resource, Who};
use askama::Template;
use axum::extract::{Form, State};
use axum::response::Response;
use kernel::{Day, Gender};
use linkage::{Population, score};
use network::vocabulary::{Term as _, Vocabulary};
use serde::Deserialize;
use ui::parts::{Breadcrumb, Choice, Field};
use ui::{Page, Problem, Section};

use super::super::model::person::term;
use super::super::model::{Faults, Kind, PersonFields};
use super::super::read;
use super::super::write::{Alike, NewPerson, Verdict};
use super::results::{Match, Matches, Offer, Results, find};
use super::{again, desk, file_of, forged, random, refused, sent, to, words};
use crate::names::Query;
use crate::pages::App;
use crate::people::PersonId;

/// People who look like the one that is registered: as many as are read in a glance.
pub(super) const MOST_ALIKE: usize = 5;
/// Bits of evidence from which somebody may be the person that is registered: the same name, or a name alike with
/// the same birth.
const ALIKE: f64 = 5.0;

#[derive(Template)]
#[template(path = "people/new.html")]
pub(super) struct NewPage {
    page: Page,
    breadcrumb: Breadcrumb,
    lead: String,
    modulo: Field,
    who: Vec<Field>,
    more: Vec<Field>,
    alike: Option<Results>,
    asked: bool,
}

/// What was typed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Fields {
    modulo: String,
    pub cognome: String,
    nome: String,
    nascita: String,
    genere: String,
    cittadinanza: String,
    lingua: String,
    telefono: String,
    permesso: String,
    scelta: String,
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

    /// What the fields say. What cannot be right is told in `faults`.
    fn read(&self, vocabulary: &Vocabulary, today: Day, special: bool, faults: &mut Faults) -> NewPerson {
        let form = self.person().read(vocabulary, today, faults);
        let mut details = Vec::new();
        if let Some(language) = term(vocabulary.languages(), &self.lingua, "lingua", faults) {
            details.push((Kind::Language, language.code().to_owned()));
        }
        if !self.telefono.trim().is_empty() {
            let mut wrong = Faults::new();
            match Kind::Phone.read(&self.telefono, vocabulary, &mut wrong) {
                Some(phone) => details.push((Kind::Phone, phone)),
                None => faults.extend(wrong.into_values().map(|fault| ("telefono", fault))),
            }
        }
        if special && let Some(permit) = term(vocabulary.permits(), &self.permesso, "permesso", faults) {
            details.push((Kind::Permit, permit.code().to_owned()));
        }
        NewPerson { form, details }
    }
}

pub(super) async fn show(
    page: Page,
    who: Who,
    State(app): State<App>,
    axum::extract::Query(asked): axum::extract::Query<Fields>,
) -> Result<Response, Problem> {
    let modulo = PersonId::new(app.clock.now(), &mut random()).to_string();
    // What was searched in vain need not be typed again.
    let fields = Fields { modulo, scelta: String::new(), ..asked };
    let view = NewView { fields: &fields, faults: &Faults::new(), alike: None, special: special(&who)? };
    Ok(ui::render(&NewPage::new(page, &app.vocabulary, app.clock.now().day(), &view)))
}

pub(super) async fn register(
    page: Page,
    who: Who,
    State(app): State<App>,
    Form(fields): Form<Fields>,
) -> Result<Response, Problem> {
    let id: PersonId = sent(&fields.modulo)?;
    // A form that arrives twice has registered its person: the answer is the same.
    if read::standing(&mut app.store.reader().await?, who.city()?, id).await?.is_some() {
        return Ok(registered(id));
    }
    let (today, special, mut faults) = (app.clock.now().day(), special(&who)?, Faults::new());
    let new = fields.read(&app.vocabulary, today, special, &mut faults);
    let query = Query::of(&new.form);
    let typed = format!("{} {} {}", fields.cognome, fields.nome, fields.nascita);
    let matches = find(&app, &who, &query, &typed, MOST_ALIKE, What::Similar).await?;
    let list: Vec<Match> = matches.list.into_iter().filter(|found| found.hit.fit.bits() >= ALIKE).collect();
    let verdict = match fields.scelta.as_str() {
        "" => None,
        "altra" => Some(Verdict::Another),
        "dubbio" => Some(Verdict::Unsure),
        _ => return Err(forged()),
    };
    if !faults.is_empty() || (verdict.is_none() && !list.is_empty()) {
        let matches = Matches { list, ..Matches::default() };
        let alike = (faults.is_empty()).then_some((&query, &matches));
        let view = NewView { fields: &fields, faults: &faults, alike, special };
        return Ok(again(ui::render(&NewPage::new(page, &app.vocabulary, today, &view))));
    }
    let actor = who.actor();
    let alike: Vec<Alike> = list.iter().filter_map(|found| alike(&new, found)).collect();
    let verdict = verdict.unwrap_or(Verdict::Another);
    let desk = desk(&app, &who, &actor)?;
    desk.register(id, &new, &alike, verdict, &mut random()).await.map_err(refused)?;
    Ok(registered(id))
}

fn registered(id: PersonId) -> Response {
    to(format!("{}?nuova=1", file_of(id)))
}

/// Whether who asks may see and write special-category data.
fn special(who: &Who) -> Result<bool, Problem> {
    Ok(who.may(Action::ReadSpecial, &Resource::city(who.city()?)))
}

fn alike(new: &NewPerson, found: &Match) -> Option<Alike> {
    let spelling = found.card.spellings.iter().find(|spelling| spelling.form == found.hit.form)?;
    let probability = score(&new.form, &spelling.written, &Population::of(&[])).probability;
    Some(Alike { form: spelling.form, probability })
}

/// What the page is made of.
pub(super) struct NewView<'a> {
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    /// Those who may be the person, once they have been asked for.
    pub alike: Option<(&'a Query, &'a Matches)>,
    pub special: bool,
}

impl NewPage {
    pub(super) fn new(page: Page, vocabulary: &Vocabulary, today: Day, view: &NewView<'_>) -> Self {
        let title = page.t("people-new-title");
        let page = page.titled(Section::Desk, &title);
        let NewView { fields, faults, alike, special } = *view;
        let fault = |name: &str| faults.get(name).map(|fault| page.say(fault)).unwrap_or_default();
        let mut more = vec![
            Field::text("lingua", page.t("people-language"))
                .hint(page.t("people-language-hint"))
                .suggestions(words::names(vocabulary.languages(), page.lang))
                .autocomplete("off")
                .value(&fields.lingua)
                .error(fault("lingua")),
            Field::text("telefono", page.t("people-phone"))
                .hint(page.t("people-optional"))
                .autocomplete("off")
                .value(&fields.telefono)
                .error(fault("telefono")),
        ];
        if special {
            more.push(
                Field::list("permesso", page.t("people-permit"), words::choices(&page, vocabulary.permits()))
                    .hint(page.t("people-permit-hint"))
                    .value(&fields.permesso)
                    .error(fault("permesso")),
            );
        }
        let alike = alike.filter(|(_, matches)| !matches.list.is_empty());
        let lead = if alike.is_some() { page.t("people-new-lead-alike") } else { page.t("people-new-lead") };
        Self {
            breadcrumb: words::breadcrumb(&page, None, &title),
            lead,
            modulo: Field::hidden("modulo", &fields.modulo),
            who: person_fields(&page, vocabulary, &fields.person(), faults),
            more,
            asked: alike.is_some(),
            alike: alike.map(|(query, matches)| {
                Results::new(&page, vocabulary, today, query, matches, Offer::Recognise)
                    .headed(page.tn("people-found", matches.list.len()))
            }),
            page,
        }
    }
}

/// The fields that say who somebody is.
pub(super) fn person_fields(
    page: &Page,
    vocabulary: &Vocabulary,
    fields: &PersonFields,
    faults: &Faults,
) -> Vec<Field> {
    let fault = |name: &str| faults.get(name).map(|fault| page.say(fault)).unwrap_or_default();
    let genders = std::iter::once(Choice::new("", ui::format::unknown(page.lang))).chain(
        [Gender::F, Gender::M, Gender::X]
            .map(|gender| Choice::new(gender.code(), words::gender(page, gender))),
    );
    vec![
        Field::text("cognome", page.t("people-surname"))
            .hint(page.t("people-surname-hint"))
            .autocomplete("off")
            .value(&fields.cognome)
            .error(fault("cognome")),
        Field::text("nome", page.t("people-given"))
            .autocomplete("off")
            .value(&fields.nome)
            .error(fault("nome")),
        Field::text("nascita", page.t("people-birth-field"))
            .hint(page.t("people-birth-hint"))
            .autocomplete("off")
            .value(&fields.nascita)
            .error(fault("nascita")),
        Field::list("genere", page.t("people-gender"), genders.collect()).value(&fields.genere),
        Field::text("cittadinanza", page.t("people-citizenship"))
            .hint(page.t("people-citizenship-hint"))
            .suggestions(words::names(vocabulary.countries(), page.lang))
            .autocomplete("off")
            .value(&fields.cittadinanza)
            .error(fault("cittadinanza")),
    ]
}
