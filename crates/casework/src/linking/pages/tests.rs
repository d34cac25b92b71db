use access::reads::What;
use access::reads::book::{self, Asked, Mark};
use axum::http::StatusCode;
use kernel::CityCode;
use mart::{Measure, Question};
use store::testing::each_engine;
use store::{Statement, Store, params};
use ui::{Lang, Shell};

use super::samples;
use crate::pages::tests::support::{Browser, SLICES, SOURCES};

/// Who may be one person: nothing of the one is written of the other but the name that sounds alike.
const BARI: [&str; 4] = ["Zurbriggen", "Annelise", "04/03/1990", "Svizzera"];
const LATINA: [&str; 4] = ["Surbrigen", "Anneliesa", "05/04/1991", "Austria"];

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

/// Other people of a city: without any, nothing is known of coincidences.
fn register(city: usize, [surname, given, birth, country]: [&str; 4]) -> String {
    const NAMES: [&str; 12] = [
        "Kamara",
        "Melnyk",
        "Okonkwo",
        "Haddad",
        "Petrescu",
        "Tesfaye",
        "Quispe",
        "Diallo",
        "Hossain",
        "Lazarenko",
        "Mbaye",
        "Ozturk",
    ];
    let mut csv = "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio\n".to_owned();
    for (at, name) in NAMES.iter().enumerate() {
        let given = ["Ibrahim", "Oksana", "Blessing", "Omar"][(at + city) % 4];
        let (day, month, year) = (at + 3 + city, at % 12 + 1, 1960 + 3 * at + city);
        csv +=
            &format!("10/02/2025;{name};{given};M;{day:02}/{month:02}/{year};Senegal;Orientamento legale\n");
    }
    csv += &format!("11/03/202{};{surname};{given};F;{birth};{country};Orientamento legale\n", 5 - city);
    csv
}

struct Two {
    store: Store,
    bari: Browser,
    latina: Browser,
}

impl Two {
    async fn new(store: Store) -> Self {
        let bari = Browser::of(&store, access::testing::operator("A662")).await;
        let latina = Browser::at(bari.app.clone(), &access::testing::operator("E472"));
        for (at, city, who) in [(0, "A662", BARI), (1, "E472", LATINA)] {
            let lead = Browser::at(bari.app.clone(), &access::testing::lead(city));
            lead.bring_and_import(city, "registro.csv", register(at, who).as_bytes()).await;
        }
        bari.app.live.refresh().await.unwrap();
        Self { store, bari, latina }
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
        assert_eq!(two.network_persons().await, 26);
        let bari = two.bari.get("/domande").await.page();
        let latina = two.latina.get("/domande").await.page();
        assert!(bari.contains("Ha già avuto contatti con LGNet a Latina nel 2024?"), "{bari}");
        assert!(latina.contains("Ha già avuto contatti con LGNet a Bari nel 2025?"), "{latina}");
        for (browser, mine, other) in [(&two.bari, BARI, LATINA), (&two.latina, LATINA, BARI)] {
            let page = browser.get("/domande").await.page();
            assert!(page.contains(mine[0]) && page.contains(mine[1]), "{page}");
            for marker in other {
                assert!(!page.contains(marker), "{marker}: {page}");
            }
        }

        answered(&two.bari, "yes").await;
        // That the other city answered is not to be seen.
        assert_eq!(two.latina.get("/domande").await.page(), latina);
        assert_eq!(two.network_persons().await, 26);
        let undo = answered(&two.latina, "yes").await;
        let before = two.bari.get("/domande").await.page();
        assert_eq!(two.network_persons().await, 25);
        assert_eq!(two.bari.get("/domande").await.page(), before);
        assert!(!before.contains(LATINA[0]) && !before.contains("Surb"), "{before}");

        let taken_back = two.latina.post(&undo, &[]).await;
        assert!(two.latina.get(&taken_back.to).await.page().contains("Risposta annullata"));
        assert_eq!(two.network_persons().await, 26);
        answered(&two.latina, "no").await;
        assert_eq!(two.network_persons().await, 26);
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
        assert_eq!(two.network_persons().await, 26);
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
        assert_eq!(two.network_persons().await, 26);
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

#[test]
fn zz_probe() {
    use kernel::*;
    use linkage::network::*;
    let e = Encoder::new(NetworkKey::new(&[3; 32]).unwrap());
    let n = [
        "Kamara",
        "Melnyk",
        "Okonkwo",
        "Haddad",
        "Petrescu",
        "Tesfaye",
        "Quispe",
        "Diallo",
        "Hossain",
        "Lazarenko",
        "Mbaye",
        "Ozturk",
    ];
    let g = ["Ibrahim", "Oksana", "Blessing", "Omar"];
    let id = |name: &str, b: &str, sex: Gender, c: &str| Identity {
        name: name.into(),
        birth: b.parse().ok(),
        gender: sex,
        citizenship: Some(c.into()),
        further: vec![],
    };
    let cands = [
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1990-09-17", "CH"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1990-03-17", "CH"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1990-03-17", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1991-03-04", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1994-03-04", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1990-09-17", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "1983-09-17", "CH"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Anelise", "", "CH"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Verena", "1990-03-04", "CH"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrigen Verena", "1990-03-04", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Surbrigel Annelies", "1990-03-04", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrick Anneli", "1990-04-03", "AT"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrick Anneli", "1990-04-03", "CH"),
        ("Zurbriggen Annelise", "1990-03-04", "CH", "Zurbrick Anneli", "1990-03-04", "CH"),
    ];
    for c in cands {
        let mut net = Network::new(Thresholds::default());
        let mut h = 0;
        let mut ed = vec![];
        for (ci, city) in ["A662", "E472"].iter().enumerate() {
            let city: CityCode = city.parse().unwrap();
            for (at, s) in n.iter().enumerate() {
                h += 1;
                ed.push(Edit::Put(
                    Handle(h),
                    city,
                    e.encode(&id(
                        &format!("{s} {}", g[(at + ci) % 4]),
                        &format!("{}-{:02}-{:02}", 1960 + 3 * at + ci, at % 12 + 1, at + 3 + ci),
                        Gender::M,
                        "SN",
                    )),
                ));
            }
            h += 1;
            let (a, b, k) = if ci == 0 { (c.0, c.1, c.2) } else { (c.3, c.4, c.5) };
            ed.push(Edit::Put(Handle(h), city, e.encode(&id(a, b, Gender::F, k))));
        }
        net.apply(ed);
        eprintln!(
            "PROBE {:?} p={:?} q={}",
            c,
            net.probability(Handle(13), Handle(26)),
            net.questions().len()
        );
    }
}
