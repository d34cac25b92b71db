use access::reads::What;
use access::reads::book::{self, Asked, Mark};
use axum::http::StatusCode;
use kernel::CityCode;
use linkage::network::{Edit, Encoder, Handle, Identity, Network, NetworkKey, Thresholds};
use mart::{Measure, Question};
use store::testing::each_engine;
use store::{Statement, Store, params};
use ui::{Lang, Shell};

use super::samples;
use crate::pages::tests::support::{Browser, SLICES, SOURCES};

/// Somebody of a register.
#[derive(Clone, Copy)]
struct Somebody {
    surname: &'static str,
    given: &'static str,
    sex: &'static str,
    birth: &'static str,
    country: &'static str,
}

/// Who is looked for in Latina.
const BARI: Somebody =
    Somebody { surname: "Zurbriggen", given: "Annelise", sex: "F", birth: "1990-03-04", country: "Svizzera" };

const PAIRS: Statement = Statement("select count(*) from network_pair");

#[test]
fn every_page_renders() {
    let shell = Shell::new(SOURCES).unwrap();
    for lang in Lang::ALL {
        for (name, html) in samples::pages(&shell, lang) {
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{name}");
            assert!(!html.contains("<b>"), "{name}");
        }
    }
}

/// The people of a city: without others, nothing is known of coincidences.
fn people(city: usize, who: Somebody) -> Vec<Somebody> {
    const OTHERS: [(&str, &str); 12] = [
        ("Kamara", "1961-02-03"),
        ("Melnyk", "1964-03-05"),
        ("Okonkwo", "1967-04-07"),
        ("Haddad", "1970-05-09"),
        ("Petrescu", "1973-06-11"),
        ("Tesfaye", "1976-07-13"),
        ("Quispe", "1979-08-15"),
        ("Diallo", "1982-09-17"),
        ("Hossain", "1985-10-19"),
        ("Lazarenko", "1988-11-21"),
        ("Mbaye", "1991-12-23"),
        ("Ozturk", "1994-01-25"),
    ];
    // In each city another half of them, and never the same given name: nobody else is of both.
    let others = OTHERS.iter().enumerate().filter(|(at, _)| at % 2 == city).map(|(at, (surname, birth))| {
        let given = ["Ibrahim", "Oksana", "Blessing", "Omar"][at % 4];
        Somebody { surname, given, sex: "M", birth, country: "Senegal" }
    });
    others.chain([who]).collect()
}

fn register(city: usize, who: Somebody) -> String {
    let mut csv = "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio\n".to_owned();
    for Somebody { surname, given, sex, birth, country } in people(city, who) {
        let year = 2025 - city;
        csv += &format!("11/03/{year};{surname};{given};{sex};{birth};{country};Orientamento legale\n");
    }
    csv
}

/// Somebody of Latina who may be the one of Bari: neither surely one person with her, nor surely another.
fn latina() -> Somebody {
    let encoder = Encoder::new(NetworkKey::new(&[1; 32]).unwrap());
    let identity = |who: Somebody| Identity {
        name: format!("{} {}", who.surname, who.given),
        birth: who.birth.parse().ok(),
        gender: kernel::Gender::from_code(who.sex),
        citizenship: [("Svizzera", "CH"), ("Austria", "AT"), ("Senegal", "SN")]
            .iter()
            .find(|(word, _)| *word == who.country)
            .map(|(_, code)| (*code).to_owned()),
        further: Vec::new(),
    };
    let is_asked = |who: &Somebody| {
        let mut network = Network::new(Thresholds::default());
        let of = |city: usize, who: Somebody| people(city, who).into_iter().map(move |who| (city, who));
        let all = of(0, BARI).chain(of(1, *who)).zip(1..);
        let cities: [CityCode; 2] = ["A662", "E472"].map(|code| code.parse().unwrap());
        network.apply(all.map(|((city, who), handle)| {
            Edit::Put(Handle(handle), cities[city], encoder.encode(&identity(who)))
        }));
        network.questions().len() == 1
    };
    let mut candidates = Vec::new();
    for birth in ["1990-04-03", "1991-03-04", "1990-03-14", "1990-03-04"] {
        for given in ["Verena", "Anelise", "Anneliesa"] {
            for country in ["", "Svizzera", "Austria"] {
                for sex in ["F", "", "M"] {
                    candidates.push(Somebody { surname: "Zurbrigen", given, sex, birth, country });
                }
            }
        }
    }
    candidates.into_iter().find(is_asked).expect("nobody is in the grey zone")
}

struct Two {
    store: Store,
    bari: Browser,
    latina: Browser,
    /// Whom they are asked about.
    people: [Somebody; 2],
}

impl Two {
    async fn new(store: Store) -> Self {
        let bari = Browser::of(&store, access::testing::operator("A662")).await;
        let latina = Browser::at(bari.app.clone(), &access::testing::operator("E472"));
        let people = [BARI, self::latina()];
        for (at, city) in ["A662", "E472"].into_iter().enumerate() {
            let lead = Browser::at(bari.app.clone(), &access::testing::lead(city));
            lead.bring_and_import(city, "registro.csv", register(at, people[at]).as_bytes()).await;
        }
        bari.app.live.refresh().await.unwrap();
        Self { store, bari, latina, people }
    }

    async fn network_persons(&self) -> u64 {
        let app = &self.bari.app;
        app.live.refresh().await.unwrap();
        let question = Question::new(Measure::NetworkPersons, "2024..2025".parse().unwrap());
        app.live.mart().ask(&question).unwrap().total.unwrap()
    }
}

/// Where the form of the question leads.
fn action(page: &str) -> String {
    let (_, rest) = page.split_once("action=\"/domande/").unwrap_or_else(|| panic!("no question: {page}"));
    format!("/domande/{}", rest.split('"').next().unwrap())
}

async fn answered(browser: &Browser, answer: &str) -> String {
    let action = action(&browser.get("/domande").await.page());
    let sent = browser.post(&action, &[("risposta", answer)]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let page = browser.get(&sent.to).await.page();
    assert!(page.contains("Risposta salvata"), "{page}");
    format!("{action}/annulla")
}

#[tokio::test]
async fn each_city_sees_its_own_person_and_two_answers_settle_it() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        assert_eq!(two.network_persons().await, 14);
        let bari = two.bari.get("/domande").await.page();
        let latina = two.latina.get("/domande").await.page();
        assert!(bari.contains("Ha già avuto contatti con LGNet a Latina nel 2024?"), "{bari}");
        assert!(latina.contains("Ha già avuto contatti con LGNet a Bari nel 2025?"), "{latina}");
        let [of_bari, of_latina] = two.people;
        for (page, mine, other) in [(&bari, of_bari, of_latina), (&latina, of_latina, of_bari)] {
            assert!(page.contains(mine.surname) && page.contains(mine.given), "{page}");
            for marker in [other.surname, other.given] {
                assert!(!page.contains(marker), "{marker}: {page}");
            }
        }

        answered(&two.bari, "yes").await;
        // That the other city answered is not to be seen.
        assert_eq!(two.latina.get("/domande").await.page(), latina);
        assert_eq!(two.network_persons().await, 14);
        let undo = answered(&two.latina, "yes").await;
        let before = two.bari.get("/domande").await.page();
        assert_eq!(two.network_persons().await, 13);
        assert_eq!(two.bari.get("/domande").await.page(), before);
        assert!(!before.contains(of_latina.surname) && !before.contains(of_latina.given), "{before}");

        let taken_back = two.latina.post(&undo, &[]).await;
        assert!(two.latina.get(&taken_back.to).await.page().contains("Risposta annullata"));
        assert_eq!(two.network_persons().await, 14);
        answered(&two.latina, "no").await;
        assert_eq!(two.network_persons().await, 14);
        assert!(two.bari.get("/domande").await.page().contains("ha detto sì"));
        assert!(two.bari.app.store.reader().await.unwrap().verify_journal().await.is_ok());
    })
    .await;
}

#[tokio::test]
async fn who_cannot_be_asked_leaves_it_open() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        answered(&two.bari, "cannot_ask").await;
        answered(&two.latina, "yes").await;
        assert_eq!(two.network_persons().await, 14);
        let count = two.store.reader().await.unwrap().fetch_all(&PAIRS, params![]).await.unwrap()[0]
            .count(0)
            .unwrap();
        assert_eq!(count, 1);
    })
    .await;
}

#[tokio::test]
async fn a_question_is_of_its_city_alone() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        let action = action(&two.bari.get("/domande").await.page());
        for (browser, path, answer) in [
            (&two.latina, action.as_str(), "yes"),
            (&two.bari, "/domande/018f0000-0000-7000-8000-000000000000", "yes"),
            (&two.bari, "/domande/nessuna", "no"),
        ] {
            let refused = browser.post(path, &[("risposta", answer)]).await;
            assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(two.bari.post(&action, &[("risposta", "forse")]).await.status, StatusCode::BAD_REQUEST);
        assert_eq!(two.network_persons().await, 14);
    })
    .await;
}

#[tokio::test]
async fn the_page_is_written_down_and_waits_are_told() {
    each_engine(SLICES, async |store| {
        let two = Two::new(store).await;
        two.bari.get("/domande").await.page();
        let mut reader = two.store.reader().await.unwrap();
        let lines = book::lines(&mut reader, &Asked::default(), Mark::NEWEST, 1).await.unwrap();
        let city: CityCode = "A662".parse().unwrap();
        assert_eq!((lines[0].what, lines[0].persons, lines[0].city), (What::Questions, 1, city));
        drop(reader);
        let who = access::testing::operator("A662");
        let waits = crate::desk::waits(&two.bari.app);
        let waiting = access::waits::all(&waits, &who).await.unwrap();
        assert!(waiting.iter().any(|one| one.href == "/domande" && one.count == 1));
        answered(&two.bari, "no").await;
        let waiting = access::waits::all(&waits, &who).await.unwrap();
        assert!(waiting.iter().all(|one| one.href != "/domande"));
    })
    .await;
}
