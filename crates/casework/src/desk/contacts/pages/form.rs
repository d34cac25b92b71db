//! The fields that the forms of contacts share.

use askama::Template;
use askama::filters::HtmlSafe;
use kernel::text::fold;
use network::vocabulary::Term as _;
use ui::Page;
use ui::parts::{Choice, Field};

use super::super::model::{Faults, Fields, Modality, Outcome};
use super::super::record::Already;
use super::setting::Setting;
use super::words;

/// The services of a visit: the most used with a number each, the others under them.
#[derive(Template, Clone, Debug)]
#[template(path = "contacts/services.html")]
pub(super) struct Services {
    legend: String,
    error: String,
    often_label: String,
    often: Vec<Tick>,
    rest_label: String,
    rest: Vec<Tick>,
    rest_open: bool,
    type_label: String,
    type_hint: String,
    type_found: String,
    type_none: String,
    /// Nothing is chosen and nothing is wrong: whoever has no script begins at the first service.
    starts_here: bool,
}

#[derive(Clone, Debug)]
struct Tick {
    code: String,
    name: String,
    /// What it is found by: its names and other words for it, folded, each word once.
    words: String,
    ticked: bool,
}

/// A whole visit.
#[derive(Template, Clone, Debug)]
#[template(path = "contacts/visit.html")]
pub(super) struct Visit {
    services: Services,
    pub minutes: Field,
    pub point: Field,
    pub modality: Field,
    pub day: Field,
    pub outcome: Field,
    pub note: Field,
}

/// What the desk recorded already, and the box that says that this is another one.
#[derive(Clone, Debug)]
pub(super) struct AlreadyThere {
    pub lines: Vec<String>,
    pub again: Field,
}

impl HtmlSafe for Services {}
impl HtmlSafe for Visit {}

impl Visit {
    pub fn new(page: &Page, setting: &Setting, fields: &Fields, faults: &Faults) -> Self {
        let with = |field: Field, name: &str| field.value(fields.get(name)).error(fault(page, faults, name));
        let mut points = vec![Choice::new("", page.t("contacts-point-none"))];
        points.extend(setting.points.list().into_iter().map(|point| Choice::new(point.code, point.name)));
        let modalities = Modality::ALL.iter();
        let modalities =
            modalities.map(|one| Choice::new(one.code(), words::modality(page, one.code()))).collect();
        let mut outcomes = vec![Choice::new("", page.t("contacts-outcome-none"))];
        outcomes
            .extend(Outcome::ALL.iter().map(|one| Choice::new(one.code(), words::outcome(page, one.code()))));
        Self {
            services: Services::new(page, setting, fields, faults),
            minutes: with(Field::number("minuti", page.t("contacts-minutes")), "minuti"),
            point: with(Field::list("punto", page.t("contacts-point"), points), "punto"),
            modality: with(Field::list("modalita", page.t("contacts-modality"), modalities), "modalita"),
            day: with(Field::date("giorno", page.t("contacts-day")), "giorno").required(),
            outcome: with(Field::list("esito", page.t("contacts-outcome"), outcomes), "esito"),
            note: with(Field::area("nota", page.t("contacts-note")), "nota")
                .hint(page.t("contacts-note-hint")),
        }
    }
}

impl Services {
    fn new(page: &Page, setting: &Setting, fields: &Fields, faults: &Faults) -> Self {
        let tick = |code: &str| {
            let service = setting.vocabulary.services().get(code)?;
            let mut found_by: Vec<String> = Vec::new();
            let names = [service.name_it().to_owned(), service.name_en().to_owned()];
            for form in names.into_iter().chain(service.other_forms()) {
                for word in fold(&form).split(' ') {
                    if !found_by.iter().any(|known| known == word) {
                        found_by.push(word.to_owned());
                    }
                }
            }
            Some(Tick {
                code: service.code.clone(),
                name: words::service(&setting.vocabulary, page.lang, code),
                words: found_by.join(" "),
                ticked: fields.all("servizio").any(|sent| sent == code),
            })
        };
        let rest = setting.vocabulary.services().iter().map(|service| service.code.as_str());
        let mut rest: Vec<Tick> =
            rest.filter(|code| !setting.often.iter().any(|often| often == code)).filter_map(tick).collect();
        rest.sort_by_key(|one| fold(&one.name));
        Self {
            legend: page.t("contacts-services"),
            error: fault(page, faults, "servizio"),
            often_label: page.t("contacts-services-often"),
            often: setting.often.iter().filter_map(|code| tick(code)).collect(),
            rest_label: page.t("contacts-services-rest"),
            rest_open: rest.iter().any(|tick| tick.ticked),
            rest,
            type_label: page.t("contacts-services-type"),
            type_hint: page.t("contacts-services-type-hint"),
            type_found: page.t("contacts-services-found"),
            type_none: page.t("contacts-services-none"),
            starts_here: faults.is_empty() && fields.all("servizio").next().is_none(),
        }
    }
}

impl AlreadyThere {
    /// Nothing where there is nothing.
    pub fn new(page: &Page, setting: &Setting, already: &[Already]) -> Option<Self> {
        let line = |one: &Already| {
            let service = words::service(&setting.vocabulary, page.lang, &one.service);
            page.t_with(
                "contacts-already-line",
                &[("service", &service), ("moment", &page.moment(&one.at)), ("who", &one.by)],
            )
        };
        (!already.is_empty()).then(|| Self {
            lines: already.iter().map(line).collect(),
            again: Field::check("ancora", page.t("contacts-already-again")),
        })
    }
}

/// One service, from a list: the most used first.
pub(super) fn service_list(page: &Page, setting: &Setting, fields: &Fields, faults: &Faults) -> Field {
    let name = |code: &str| words::service(&setting.vocabulary, page.lang, code);
    let mut choices = vec![Choice::new("", page.t("contacts-service-choose"))];
    choices.extend(setting.often.iter().map(|code| Choice::new(code, name(code))));
    let rest = setting.vocabulary.services().iter().map(|service| &service.code);
    let mut rest: Vec<Choice> =
        rest.filter(|code| !setting.often.contains(code)).map(|code| Choice::new(code, name(code))).collect();
    rest.sort_by_key(|one| fold(&one.text));
    choices.extend(rest);
    Field::list("servizio", page.t("contacts-service"), choices)
        .value(fields.get("servizio"))
        .error(fault(page, faults, "servizio"))
        .required()
}

/// For how many people.
pub(super) fn heads(page: &Page, label: &str, fields: &Fields, faults: &Faults) -> Field {
    Field::number("persone", page.t(label)).value(fields.get("persone")).error(fault(page, faults, "persone"))
}

/// Why, for a correction; the forms of one page each have their own.
pub(super) fn reason(page: &Page, id: &str, fields: &Fields, faults: &Faults) -> Field {
    Field::text("motivo", page.t("contacts-reason"))
        .id(id)
        .hint(page.t("contacts-reason-hint"))
        .value(fields.get("motivo"))
        .error(fault(page, faults, "motivo"))
        .required()
}

/// What is wrong with a field, in words; empty if nothing is.
pub(super) fn fault(page: &Page, faults: &Faults, field: &str) -> String {
    faults.of(field).map(|key| page.t(key)).unwrap_or_default()
}
