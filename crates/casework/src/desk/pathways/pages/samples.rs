//! Samples of every page: empty, typical, very long, other scripts, with faults.

use std::collections::BTreeMap;

use askama::Template;
use kernel::id::Uuid;
use kernel::{Day, Timestamp};
use network::Cities;
use network::vocabulary::Vocabulary;
use ui::{Lang, Page, Shell};

use super::list::{Asked, ListPage, ListView};
use super::occupancy::{OccupancyPage, OccupancyView};
use super::one::{OnePage, OneView};
use super::results::{ResultsPage, ResultsView};
use super::room::Ground;
use super::section::{self, SectionView};
use super::sent::{Faults, Sent};
use super::stay::{StayPage, StayView};
use super::{assess, close, correct, goal, open, stay_begin, stay_correct, step};
use crate::desk::pathways::model::{
    ActionArea, Answer, Assessment, AssessmentId, Capacity, Closing, Goal, GoalId, GoalState, GoalText,
    Helpful, LanguageLevel, Level, Need, Needs, Pathway, PathwayId, ResultId, ResultKind, Stay, StayId, Step,
    StepId, progress,
};
use crate::desk::pathways::read::{Corrected, Counts, Followed, House, Housed, Next, Recorded, Someone};
use crate::people::written::Identity;
use crate::people::{FormId, PersonId};

const MOMENT: Timestamp = Timestamp::from_micros(1_780_315_200_000_000);

/// What names and texts look like in each sample.
const TEXTS: [&str; 3] = [
    "Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-06-01")
}

fn id(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn identity(text: &str) -> Identity {
    Identity { surname: text.to_owned(), given: "Awa".to_owned(), birth: None }
}

fn someone(text: &str) -> Someone {
    Someone { id: PersonId(id(1)), identity: identity(text), restricted: false }
}

fn followed(text: &str, number: u128, closed: bool) -> Followed {
    let closing = closed.then(|| Closing {
        on: day("2026-05-20"),
        outcome: "housing_autonomy".to_owned(),
        at: MOMENT,
        by: text.to_owned(),
    });
    Followed {
        pathway: Pathway {
            id: PathwayId(id(number)),
            form: FormId(id(2)),
            area: ActionArea::Housing,
            point: (number.is_multiple_of(2)).then(|| text.to_lowercase()),
            opened_on: day("2026-02-01"),
            closing,
            followed_by: text.to_owned(),
            next_due: (!number.is_multiple_of(3)).then(|| day("2026-05-30")),
            at: MOMENT,
            by: text.to_owned(),
        },
        person: PersonId(id(1)),
        identity: (!number.is_multiple_of(5)).then(|| identity(text)),
        closing_id: None,
        note: closed.then(|| text.to_owned()),
        next: (!number.is_multiple_of(3)).then(|| Next {
            id: StepId(id(number)),
            text: (!number.is_multiple_of(4)).then(|| text.to_owned()),
        }),
        restricted: false,
    }
}

fn assessments(text: &str) -> Vec<Assessment> {
    let assessed = |on: &str, number: u128, levels: &[(Need, usize)]| Assessment {
        id: AssessmentId(id(number)),
        day: day(on),
        needs: Some(Needs {
            levels: levels.iter().map(|(need, level)| (*need, Level::ALL[*level])).collect(),
            note: text.to_owned(),
        }),
        at: MOMENT,
        by: text.to_owned(),
    };
    let every: Vec<(Need, usize)> =
        Need::ALL.iter().zip([4, 3, 2, 1, 0, 4, 3, 2]).map(|(a, b)| (*a, b)).collect();
    let erased = Assessment { needs: None, ..assessed("2026-03-01", 32, &[]) };
    vec![
        assessed("2026-02-01", 30, &every),
        assessed("2026-05-01", 31, &[(Need::Housing, 1), (Need::Work, 3), (Need::Legal, 3)]),
        erased,
    ]
}

fn goal_of(text: &str, number: u128, state: GoalState) -> Goal {
    let step = |number: u128, due: &str, done: bool| Step {
        id: StepId(id(number)),
        text: (!number.is_multiple_of(7)).then(|| text.to_owned()),
        due_on: (!due.is_empty()).then(|| day(due)),
        done_on: done.then(today),
    };
    let of = number * 100;
    Goal {
        id: GoalId(id(number)),
        text: (number != 43).then(|| GoalText { text: text.to_owned(), need: Need::Housing }),
        due_on: Some(day("2026-12-01")),
        state,
        steps: vec![
            step(of + 1, "2026-05-30", false),
            step(of + 2, "2026-06-01", false),
            step(of + 3, "2026-06-04", false),
            step(of + 4, "2026-08-01", false),
            step(of + 5, "", false),
            step(of + 7, "2026-05-01", true),
        ],
    }
}

fn recorded(text: &str) -> Vec<Recorded> {
    let answers = [
        Answer::LanguageBefore(LanguageLevel::PreA1),
        Answer::LanguageAfter(LanguageLevel::A2),
        Answer::Helpful(Helpful::CannotSay),
        Answer::Recognition,
        Answer::LongTerm,
    ];
    let recorded = |(number, answer): (u128, Answer)| Recorded {
        id: ResultId(id(number)),
        form: FormId(id(2)),
        person: PersonId(id(1)),
        restricted: false,
        answer,
        day: today(),
        pathway: None,
        at: MOMENT,
        by: text.to_owned(),
    };
    (60..).zip(answers).map(recorded).collect()
}

fn corrections(text: &str) -> Vec<Corrected> {
    let corrected = |what: &str, withdrawn: bool, reason: Option<&str>| Corrected {
        entity: id(10),
        what: what.to_owned(),
        withdrawn,
        was: None,
        reason: reason.map(str::to_owned),
        at: MOMENT,
        by: text.to_owned(),
    };
    vec![
        corrected("pathway", false, Some(text)),
        corrected("stay", true, Some(text)),
        corrected("result", true, None),
    ]
}

fn housed(text: &str, number: u128, until: &str) -> Housed {
    Housed {
        stay: Stay {
            id: StayId(id(number)),
            form: FormId(id(2)),
            point: if number.is_multiple_of(2) { "casa aurora".to_owned() } else { text.to_lowercase() },
            bed: (!number.is_multiple_of(3)).then(|| text.to_owned()),
            from: day("2026-02-01"),
            until: (!until.is_empty()).then(|| day(until)),
            at: MOMENT,
            by: text.to_owned(),
        },
        person: PersonId(id(1)),
        identity: Some(identity(text)),
        restricted: false,
    }
}

fn houses(text: &str) -> BTreeMap<String, House> {
    let house = |name: &str, beds: &[(&str, u32)]| {
        let capacity = Capacity::new(beds.iter().map(|(since, beds)| (day(since), *beds)));
        House { name: name.to_owned(), capacity }
    };
    BTreeMap::from([
        ("casa aurora".to_owned(), house("Casa Aurora", &[("2026-01-01", 8), ("2026-05-01", 1)])),
        ("casa piena".to_owned(), house(text, &[("2026-01-01", 2)])),
        ("casa futura".to_owned(), house(text, &[("2027-01-01", 2)])),
    ])
}

fn faults() -> Faults {
    let mut faults = Faults::default();
    for field in
        ["giorno", "area", "punto", "bisogni", "note", "esito", "utile", "motivo", "risposta", "posti", "dal"]
    {
        faults.add(field, "«<b>» non va".to_owned());
    }
    faults
}

/// Every page with every sample: its name and its HTML.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let (cities, vocabulary) = (Cities::embedded().unwrap(), Vocabulary::embedded().unwrap());
    let ground = Ground { vocabulary: &vocabulary, city: cities.find("Bari").unwrap(), now: MOMENT };
    let page = || Page::of(shell, lang, "/percorsi?x=1");
    let mut pages = vec![
        ("list, empty".to_owned(), ListPage::new(page(), &ListView::default()).render().unwrap()),
        (
            "occupancy, empty".to_owned(),
            OccupancyPage::new(
                page(),
                &ground,
                &OccupancyView::default(),
                &Sent::default(),
                &Faults::default(),
            )
            .render()
            .unwrap(),
        ),
        ("section, empty".to_owned(), section_of(&page(), &vocabulary, None)),
    ];
    for text in TEXTS {
        pages.extend(lists(&page, &ground, text));
        pages.extend(of_pathway(&page, &ground, text));
        for (name, faults) in [("form", Faults::default()), ("form with faults", faults())] {
            pages.extend(
                forms(&page, &ground, text, &faults)
                    .into_iter()
                    .map(|(what, html)| (format!("{what}, {name}, {text}"), html)),
            );
        }
        pages.push((format!("section, {text}"), section_of(&page(), &vocabulary, Some(text))));
    }
    pages
}

fn section_of(page: &Page, vocabulary: &Vocabulary, text: Option<&str>) -> String {
    let view = SectionView {
        person: PersonId(id(1)),
        pathways: text
            .map_or_else(Vec::new, |text| vec![followed(text, 11, false), followed(text, 12, true)]),
        stays: text.map_or_else(Vec::new, |text| vec![housed(text, 50, ""), housed(text, 51, "2026-04-01")]),
        houses: houses(text.unwrap_or_default()),
        results: text.map_or_else(Vec::new, recorded),
        corrections: text.map_or_else(Vec::new, corrections),
        may: text.is_some(),
    };
    let section = section::shown(page, vocabulary, &view).unwrap();
    let events: String = section.events.iter().map(|event| event.what.replace('<', "")).collect();
    // Inside a file the section stands under a heading.
    format!("<h2>{}</h2>{}<p>{events}</p>", section.title, section.html)
}

fn lists(page: &dyn Fn() -> Page, ground: &Ground<'_>, text: &str) -> Vec<(String, String)> {
    let list = |stato: &str, dopo: &str, found: Vec<Followed>| {
        let asked = Asked {
            stato: stato.to_owned(),
            dopo: dopo.to_owned(),
            punto: text.to_owned(),
            ..Asked::default()
        };
        let counts = Counts { open: 1204, followed: 1, pressing: 2 };
        let points = BTreeMap::from([(text.to_lowercase(), text.to_owned())]);
        ListPage::new(page(), &ListView { asked, counts, found, points, today: today() }).render().unwrap()
    };
    let many = |closed: bool| (11..62).map(|number| followed(text, number, closed)).collect();
    let occupancy = OccupancyView {
        day: today(),
        houses: houses(text),
        taken: BTreeMap::from([
            ("casa aurora".to_owned(), 3),
            ("casa piena".to_owned(), 2),
            (text.to_lowercase(), 1),
        ]),
        people: Some(vec![housed(text, 50, ""), housed(text, 51, "2026-08-01")]),
        may_change: true,
    };
    let hidden = OccupancyView {
        people: None,
        may_change: false,
        day: day("2026-04-01"),
        houses: houses(text),
        taken: occupancy.taken.clone(),
    };
    let occupied = |view: &OccupancyView, faults: &Faults| {
        OccupancyPage::new(page(), ground, view, &Sent::with([("nome", text.to_owned())]), faults)
            .render()
            .unwrap()
    };
    vec![
        (format!("list, {text}"), list("", "", many(false))),
        (format!("list, next, {text}"), list("", "x", vec![followed(text, 11, false)])),
        (format!("list, closed, {text}"), list("chiusi", "", many(true))),
        (format!("occupancy, {text}"), occupied(&occupancy, &Faults::default())),
        (format!("occupancy with faults, {text}"), occupied(&occupancy, &faults())),
        (format!("occupancy without people, {text}"), occupied(&hidden, &Faults::default())),
    ]
}

fn of_pathway(page: &dyn Fn() -> Page, ground: &Ground<'_>, text: &str) -> Vec<(String, String)> {
    let one = |found: Followed, full: bool| {
        let goals = [GoalState::Open, GoalState::Reached(today()), GoalState::Dropped(today())];
        let goals = (41..).zip(goals).map(|(number, state)| goal_of(text, number, state));
        let view = OneView {
            found,
            assessments: if full { assessments(text) } else { Vec::new() },
            goals: if full { goals.collect() } else { Vec::new() },
            results: if full { recorded(text) } else { Vec::new() },
            corrections: corrections(text),
            points: BTreeMap::new(),
            today: today(),
            login: "altra".to_owned(),
        };
        OnePage::new(page(), ground.vocabulary, &view).render().unwrap()
    };
    let stay = |until: &str, over: bool| {
        let view = StayView {
            housed: housed(text, 50, until),
            house: houses(text).remove("casa aurora"),
            over: over.then(today),
            corrections: corrections(text),
        };
        StayPage::new(page(), &view, &Sent::default(), &Faults::default()).render().unwrap()
    };
    let results = |asked: Option<ResultKind>, faults: &Faults| {
        let view = ResultsView {
            person: someone(text),
            recorded: if asked.is_some() { recorded(text) } else { Vec::new() },
            corrections: corrections(text),
        };
        ResultsPage::new(page(), ground, &view, asked, &Sent::default(), faults).render().unwrap()
    };
    vec![
        (format!("pathway, {text}"), one(followed(text, 11, false), true)),
        (format!("pathway, bare, {text}"), one(followed(text, 12, false), false)),
        (format!("pathway, closed, {text}"), one(followed(text, 12, true), true)),
        (format!("stay, {text}"), stay("", true)),
        (format!("stay, over, {text}"), stay("2026-05-01", false)),
        (format!("results, {text}"), results(None, &Faults::default())),
        (format!("results with faults, {text}"), results(Some(ResultKind::LanguageAfter), &faults())),
    ]
}

fn forms(
    page: &dyn Fn() -> Page,
    ground: &Ground<'_>,
    text: &str,
    faults: &Faults,
) -> Vec<(&'static str, String)> {
    let sent = Sent::with([("note", text.to_owned()), ("motivo", text.to_owned())]);
    let points = BTreeMap::from([(text.to_lowercase(), text.to_owned())]);
    let opening = open::OpenView {
        person: someone(text),
        open: vec![followed(text, 11, false)],
        points: points.clone(),
    };
    let assessing =
        assess::AssessView { found: followed(text, 11, false), before: progress(&assessments(text)) };
    let closing = |in_course: bool| close::CloseView {
        found: followed(text, 11, false),
        goals: vec![goal_of(text, 41, GoalState::Open)],
        in_course,
        level_before: (text == TEXTS[0]).then_some(LanguageLevel::A1),
        housed_since: in_course.then(today),
    };
    let correcting =
        |closed| correct::CorrectView { found: followed(text, 11, closed), points: points.clone() };
    let stepping =
        step::StepView { found: followed(text, 11, false), goal: goal_of(text, 41, GoalState::Open) };
    let staying = |houses| stay_begin::StayView {
        person: someone(text),
        houses,
        taken: BTreeMap::new(),
        today: today(),
    };
    let moving = stay_correct::CorrectView { housed: housed(text, 50, ""), houses: houses(text) };
    let forms = [
        ("open", open::form(page(), &opening, &sent, faults)),
        ("assess", assess::form(page(), &assessing, &sent, faults)),
        ("goal", goal::form(page(), &followed(text, 11, false), &sent, faults)),
        ("step", step::form(page(), &stepping, &sent, faults)),
        ("close", close::form(page(), ground, &closing(true), &sent, faults)),
        ("close, no course", close::form(page(), ground, &closing(false), &sent, faults)),
        ("correct", correct::form(page(), ground, &correcting(false), &sent, faults)),
        ("correct, closed", correct::form(page(), ground, &correcting(true), &sent, faults)),
        ("stay", stay_begin::form(page(), &staying(houses(text)), &sent, faults)),
        ("stay, no house", stay_begin::form(page(), &staying(BTreeMap::new()), &sent, faults)),
        ("stay, corrected", stay_correct::form(page(), ground, &moving, &sent, faults)),
    ];
    forms.map(|(name, form)| (name, form.render().unwrap())).into()
}
