//! Samples of every page: empty, typical, very long, other scripts.

use std::sync::Arc;

use askama::Template;
use documents::sheets::{self, Limits};
use kernel::{Day, Gender, Timestamp};
use linkage::Form;
use network::vocabulary::Vocabulary;
use network::{Cities, City};
use ui::{Lang, Page, Shell};

use super::city::{CityPage, CityView};
use super::jobs::{Jobs, State};
use super::pairs::{PairsPage, PairsView};
use super::progress::ProgressPage;
use super::register::{RegisterPage, Result};
use super::rows::RowsPage;
use super::understood::{Understood, UnderstoodPage};
use super::withdraw::WithdrawPage;
use crate::people::PersonId;
use crate::people::doubts::{Doubt, Met, Side};
use crate::people::pairs::PairId;
use crate::registers::file::RegisterFile;
use crate::registers::history::{Register, RegisterRow};
use crate::registers::import::RegisterId;
use crate::registers::model;
use crate::registers::parked::{Parked, UploadId};
use crate::registers::rejected::{RejectedContent, RejectedRow};

const MOMENT: Timestamp = Timestamp::from_micros(1_760_425_920_000_000);

/// What names and values look like in each sample.
const TEXTS: [&str; 3] = [
    "Diop",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle",
    "محمد «<b>&amp; 李雷",
];

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn new<T>(make: fn(Timestamp, &mut dyn rand::RngCore) -> T) -> T {
    make(MOMENT, &mut rand::rng())
}

fn register(text: &str, rejected: u32, withdrawn: bool) -> Register {
    Register {
        id: new(RegisterId::new),
        file: RegisterFile {
            name: format!("{text}.csv"),
            sheets: vec![text.to_owned()],
            ..RegisterFile::default()
        },
        sha256: vec![171; 32],
        size: 3_400_000,
        read: 12_345,
        accepted: 12_000,
        duplicates: 340,
        rejected,
        contacts: 12_400,
        persons: 1_204,
        new_persons: 903,
        imported_at: MOMENT,
        imported_by: "referente".to_owned(),
        settled: (rejected == 6).then_some(MOMENT),
        withdrawn: withdrawn.then(|| (MOMENT, "referente".to_owned())),
    }
}

fn parked(text: &str) -> Parked {
    Parked {
        id: new(UploadId::new),
        file_name: format!("{text}.csv"),
        sha256: vec![9; 32],
        size: 900,
        mapping: None,
        uploaded_at: MOMENT,
        uploaded_by: "referente".to_owned(),
    }
}

fn rejected(text: &str) -> RejectedRow {
    RejectedRow {
        line: 7,
        reason: "service_unknown".to_owned(),
        content: RejectedContent {
            sheet: text.to_owned(),
            header: "Servizio".to_owned(),
            value: text.to_owned(),
            nearest: Some("Orientamento legale".to_owned()),
            headers: ["Data", "Nome", "Servizio"].map(str::to_owned).to_vec(),
            cells: ["31/02/2025", text, text].map(str::to_owned).to_vec(),
        },
    }
}

fn doubt(text: &str, state: &str, probability: f64) -> Doubt {
    let form = |given: &str, birth: Option<&str>| Form {
        surname: text.to_owned(),
        given: given.to_owned(),
        birth: birth.map(day),
        gender: if birth.is_some() { Gender::F } else { Gender::Unknown },
        citizenship: birth.map(|_| "SN".to_owned()),
        rows: 3,
    };
    let side = |form| Side { person: new(PersonId::new), form };
    Doubt {
        id: new(PairId::new),
        probability,
        state: state.to_owned(),
        decided: (state != "open").then(|| (MOMENT, "referente".to_owned())),
        sides: [side(form("Awa", Some("1990-05-03"))), side(form("", None))],
    }
}

/// A file as it was understood.
pub(super) fn understood(vocabulary: &Vocabulary, file: &str, today: &str) -> Understood {
    let workbook = sheets::read(file.as_bytes(), "registro.csv", &Limits::default()).unwrap();
    let proposal = model::propose(&workbook, vocabulary);
    let mut mapping = proposal.mapping();
    mapping.services.insert("angolo dei compiti".to_owned(), "educational_support".to_owned());
    let reading = model::read(&workbook, &mapping, vocabulary, day(today));
    let same = Some((new(RegisterId::new), MOMENT));
    Understood { parked: parked("registro"), workbook: Arc::new(workbook), proposal, mapping, reading, same }
}

/// Every page with every sample: its name and its HTML.
pub(super) fn pages(shell: &Shell, lang: Lang) -> Vec<(String, String)> {
    let (cities, vocabulary) = (Cities::embedded().unwrap(), Vocabulary::embedded().unwrap());
    let city = cities.find("Bari").unwrap();
    let page = || Page::of(shell, lang, "/registri/A662?x=1");
    let mut pages = vec![
        (
            "city, empty".to_owned(),
            CityPage::new(page(), city, &CityView::default(), &Jobs::default()).render().unwrap(),
        ),
        (
            "pairs, empty".to_owned(),
            PairsPage::new(page(), city, &vocabulary, &PairsView::default()).render().unwrap(),
        ),
        ("file without a table".to_owned(), file(&page, city, &vocabulary, "due parole\nin croce")),
    ];
    for state in [State::Reading, State::Joining, State::Writing, State::Nothing, State::Failed] {
        let html = ProgressPage::new(page(), city, "/registri/A662/file/1", "r.csv", state).render().unwrap();
        pages.push((format!("progress, {state:?}"), html));
    }
    for text in TEXTS {
        pages.extend(of_text(&page, city, &vocabulary, text));
    }
    pages
}

fn file(page: &dyn Fn() -> Page, city: &City, vocabulary: &Vocabulary, text: &str) -> String {
    let it = understood(vocabulary, text, "2026-06-01");
    UnderstoodPage::new(page(), city, vocabulary, &it).render().unwrap()
}

fn of_text(
    page: &dyn Fn() -> Page,
    city: &City,
    vocabulary: &Vocabulary,
    text: &str,
) -> Vec<(String, String)> {
    let jobs = Jobs::default();
    let running = parked(text);
    jobs.set((city.code, running.id), State::Joining);
    let view = CityView {
        registers: vec![register(text, 7, false), register(text, 0, false), register(text, 7, true)],
        parked: vec![running, parked(text)],
        doubts: 3,
        error: "Il file è vuoto.".to_owned(),
    };
    let csv = format!(
        "Data;{text};Data;Cognome;Servizio;Note\n01/02/2025;{text};3;{text};Orientamento legale;{text}\n\
         31/02/2025;;;{text};Orientamento legale\n01/02/2025;;;{text};{text}\n"
    );
    let row = RegisterRow {
        sheet: 0,
        line: 7,
        day: day("2025-05-01"),
        service: "legal_support".to_owned(),
        name: Some(text.to_owned()),
        person: PersonId(uuid::Uuid::nil()),
        contact: uuid::Uuid::nil(),
    };
    let mut rows = vec![row; 101];
    rows[1].name = None;
    let open = vec![doubt(text, "open", 0.9), doubt(text, "open", 0.7), doubt(text, "open", 0.4)];
    let decided = vec![doubt(text, "joined", 0.9), doubt(text, "separated", 0.7)];
    let met = Met { times: 3, first: day("2025-01-02"), last: day("2025-03-04") };
    let pairs = PairsView {
        waiting: 3,
        done: Some(decided[0].id),
        met: [Some(met), None],
        chosen: Some(open[1].id),
        undone: true,
        open,
        decided,
    };
    let result = |wrong, withdrawn| Result {
        register: register(text, wrong, withdrawn),
        rejected: vec![rejected(text); 201],
        doubts: 3,
    };
    let one = register(text, 0, false);
    vec![
        (format!("city, {text}"), CityPage::new(page(), city, &view, &jobs).render().unwrap()),
        (format!("file, {text}"), file(page, city, vocabulary, &csv)),
        (format!("result, {text}"), RegisterPage::new(page(), city, &result(7, false)).render().unwrap()),
        (format!("settled, {text}"), RegisterPage::new(page(), city, &result(6, false)).render().unwrap()),
        (format!("withdrawn, {text}"), RegisterPage::new(page(), city, &result(7, true)).render().unwrap()),
        (
            format!("rows, {text}"),
            RowsPage::new(page(), city, vocabulary, &one, &rows, false).render().unwrap(),
        ),
        (format!("withdraw, {text}"), WithdrawPage::new(page(), city, &one).render().unwrap()),
        (format!("pairs, {text}"), PairsPage::new(page(), city, vocabulary, &pairs).render().unwrap()),
    ]
}
