//! A gathering: a workshop with a list of who came, with a number, or with both.

use access::Who;
use askama::Template;
use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use ui::parts::{Breadcrumb, Field};
use ui::{Page, Problem, Section};

use super::super::model::{Faults, Fields, MOST_NAMES, Unfit, names, read_gathering};
use super::super::record::Sending;
use super::super::row::VisitId;
use super::check::{self, Line};
use super::form::{Visit, fault, heads, service_list};
use super::setting::Setting;
use super::{answer, forged, random, recorder, sent_id, words};
use crate::pages::App;
use crate::people::PersonId;

#[derive(Template)]
#[template(path = "contacts/group.html")]
pub(super) struct GroupPage {
    page: Page,
    breadcrumb: Breadcrumb,
    modulo: Field,
    checked: Field,
    title: Field,
    service: Field,
    visit: Visit,
    names: Field,
    lines: Vec<Line>,
    found: String,
    twice: String,
    others: Field,
}

/// What the page is made of.
pub(super) struct GroupView<'a> {
    pub setting: &'a Setting,
    pub modulo: VisitId,
    pub fields: &'a Fields,
    pub faults: &'a Faults,
    pub lines: Vec<Line>,
    /// Whether one person was chosen for two names.
    pub twice: bool,
}

pub(super) async fn show(page: Page, who: Who, State(app): State<App>) -> Result<Response, Problem> {
    let setting = Setting::of(&app, &who, app.home(&who)?).await?;
    let (fields, faults) = (setting.defaults(), Faults::default());
    let modulo = VisitId::new(app.clock.now(), &mut random());
    let view = GroupView {
        setting: &setting,
        modulo,
        fields: &fields,
        faults: &faults,
        lines: Vec::new(),
        twice: false,
    };
    Ok(ui::render(&GroupPage::new(page, view)))
}

pub(super) async fn save(
    page: Page,
    who: Who,
    State(app): State<App>,
    Form(fields): Form<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let city = app.home(&who)?;
    let fields = Fields(fields);
    let modulo: VisitId = sent_id(fields.get("modulo"))?;
    let confirmed = check::confirmed(&fields).filter(|_| check::is_checked(&fields));
    let is_asked_for = fields.get("azione") == "controlla";
    let (mut faults, mut twice) = (Faults::default(), false);
    if names(fields.get("nomi")).len() > MOST_NAMES {
        faults.add("nomi", "contacts-fault-names");
    } else if let (Some(mut said), false) = (confirmed, is_asked_for) {
        let listed = said.persons.len() + said.others as usize;
        match Setting::read(&app, &who, city, |known| read_gathering(&fields, known, listed)).await? {
            Err(Unfit::Forged) => return Err(forged()),
            Err(Unfit::Wrong(wrong)) => faults = wrong,
            Ok(_) if said.twice => twice = true,
            Ok(mut gathering) => {
                gathering.others += std::mem::take(&mut said.others);
                let sending = Sending { city: city.code, id: modulo, said: fields.canonical() };
                let actor = who.actor();
                let recorder = recorder(&app, &actor);
                let saved = recorder.gathering(&sending, &gathering, &said.persons, &mut random()).await;
                return answer(modulo, saved);
            }
        }
    }
    let lines = if faults.of("nomi").is_some() {
        Vec::new()
    } else {
        check::lines(&page, &app, &who, &fields).await?
    };
    let is_wrong = !faults.is_empty() || twice;
    let setting = Setting::of(&app, &who, city).await?;
    let view = GroupView { setting: &setting, modulo, fields: &fields, faults: &faults, lines, twice };
    let shown = ui::render(&GroupPage::new(page, view));
    let status = if is_wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    Ok((status, shown).into_response())
}

impl GroupPage {
    pub(super) fn new(page: Page, view: GroupView<'_>) -> Self {
        let GroupView { setting, modulo, fields, faults, lines, twice } = view;
        let title = page.t("contacts-group");
        let page = page.titled(Section::Desk, &title);
        let text = |name: &str, label: &str| {
            Field::text(name, page.t(label)).value(fields.get(name)).error(fault(&page, faults, name))
        };
        let pasted =
            Field::area("nomi", page.t("contacts-group-names")).hint(page.t("contacts-group-names-hint"));
        let is_person = |value: &str| value.parse::<PersonId>().is_ok();
        let chosen =
            |line: &&Line| line.choices.iter().any(|choice| choice.ticked && is_person(&choice.value));
        Self {
            breadcrumb: words::breadcrumb(&page, None, &title),
            modulo: Field::hidden("modulo", modulo.to_string()),
            checked: Field::hidden("elenco", if lines.is_empty() { "" } else { fields.get("nomi") }),
            title: text("titolo", "contacts-group-title")
                .hint(page.t("contacts-group-title-hint"))
                .required(),
            service: service_list(&page, setting, fields, faults),
            visit: Visit::new(&page, setting, fields, faults),
            names: pasted.value(fields.get("nomi")).error(fault(&page, faults, "nomi")),
            found: page.t_with(
                "contacts-group-found",
                &[("found", &lines.iter().filter(chosen).count()), ("n", &lines.len())],
            ),
            lines,
            twice: if twice { page.t("contacts-group-twice") } else { String::new() },
            others: heads(&page, "contacts-group-others", fields, faults)
                .hint(page.t("contacts-group-others-hint")),
            page,
        }
    }
}
