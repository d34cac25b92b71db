//! Samples of the page: empty, typical, very long, other scripts.

use std::collections::BTreeMap;

use askama::Template;
use kernel::{Gender, Timestamp};
use network::Cities;
use ui::{Lang, Page, Shell};
use uuid::Uuid;

use super::list::{QuestionsPage, QuestionsView};
use crate::desk::people::read::Card;
use crate::linking::answers::{Answer, Question, QuestionId};
use crate::people::{FormId, PersonId};

const MOMENT: Timestamp = Timestamp::from_micros(1_780_000_000_000_000);

/// What names and values look like in each sample.
const TEXTS: [&str; 4] = [
    "",
    "Diop Awa",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn question(person: PersonId, city: &str, years: &[&str], answer: Option<Answer>) -> Question {
    Question {
        id: QuestionId::new(MOMENT, &mut rand::rng()),
        person,
        other_city: city.parse().unwrap(),
        years: years.iter().map(|year| (*year).to_owned()).collect(),
        answer: answer.map(|answer| (answer, MOMENT, "operatore.prova".to_owned())),
        found_at: MOMENT,
    }
}

fn card(person: PersonId, name: &str) -> Card {
    Card {
        person,
        name: name.to_owned(),
        form: FormId(Uuid::nil()),
        spellings: Vec::new(),
        birth: (!name.is_empty()).then(|| "1990-05-04".parse().unwrap()),
        gender: Gender::F,
        citizenship: Some("SN".to_owned()),
        first_day: "2025-02-03".parse().unwrap(),
        contacts: 3,
        last_met: None,
        in_charge: None,
        is_restricted: false,
    }
}

/// The page in every state.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let cities = Cities::embedded().unwrap();
    let page = || Page::of(shell, lang, "/domande");
    let mut pages = vec![(
        "empty".to_owned(),
        QuestionsPage::new(page(), &cities, &QuestionsView::default()).render().unwrap(),
    )];
    for text in TEXTS {
        let person = PersonId::new(MOMENT, &mut rand::rng());
        let open = vec![
            question(person, "A944", &["2025"], None),
            question(person, "H501", &["2024", "2025", "2026"], None),
            question(person, "Z999", &[], None),
        ];
        let answered: Vec<Question> =
            Answer::ALL.map(|answer| question(person, "E472", &["2025"], Some(answer))).to_vec();
        let view = QuestionsView {
            waiting: 3,
            people: BTreeMap::from([(person, card(person, text))]),
            chosen: Some(open[1].id),
            done: Some(answered[0].id),
            undone: true,
            open,
            answered,
        };
        pages.push((text.to_owned(), QuestionsPage::new(page(), &cities, &view).render().unwrap()));
    }
    pages
}
