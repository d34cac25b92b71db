//! Erasing: confirmed by a word, all or nothing; nobody's name is left, and no number moves.

use axum::http::StatusCode;
use mart::{Dimension, Measure, Question};
use store::testing::each_engine;
use store::{Statement, params};

use super::{GIVEN, NOTE, SURNAME, accepted, asked, copies, is_nowhere, registered, sent};
use crate::pages::tests::support::{Browser, SLICES};

/// What erasing must not leave anywhere.
const GONE: [&str; 5] = [SURNAME, GIVEN, "Ywexlombir", NOTE, "1957-03"];

/// Everything that is sealed in a city, opened.
async fn opened(browser: &Browser, city: &str) -> Vec<String> {
    let keys = browser.app.vault.city(city.parse().unwrap()).unwrap();
    let mut reader = browser.app.store.reader().await.unwrap();
    let mut texts = Vec::new();
    for spot in SLICES.iter().flat_map(|slice| slice.sealed) {
        let (table, column) = (spot.table, spot.column);
        let all = format!("select id, {column} from {table} where city = $1 and {column} is not null");
        for row in reader.fetch_all(&Statement(all.leak()), params![city]).await.unwrap() {
            let plain = keys.open(*spot, row.get(0).unwrap(), &row.get::<Vec<u8>>(1).unwrap()).unwrap();
            texts.push(format!("{table}.{column}: {}", String::from_utf8_lossy(&plain)));
        }
    }
    texts
}

async fn answers(browser: &Browser) -> Vec<String> {
    browser.app.live.refresh().await.unwrap();
    let measures = [
        Measure::Contacts,
        Measure::Persons,
        Measure::NetworkPersons,
        Measure::NewPersons,
        Measure::InCharge,
        Measure::Outcomes,
        Measure::Minutes,
    ];
    let by: [&[Dimension]; 5] = [
        &[Dimension::Month, Dimension::Service],
        &[Dimension::Gender],
        &[Dimension::Age],
        &[Dimension::Citizenship],
        &[Dimension::Permit],
    ];
    let mut answers = Vec::new();
    for measure in measures {
        for by in by {
            let question = Question::new(measure, "2026".parse().unwrap()).by(by.iter().copied());
            // The cut-off moves with every write.
            let cells = browser.app.live.mart().ask(&question).map(|answer| (answer.cells, answer.total));
            answers.push(format!("{cells:?}"));
        }
    }
    answers
}

#[tokio::test]
async fn an_erased_person_is_nowhere_and_counts_as_before() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let file = copies::known(&browser).await;
        let person = file.trim_start_matches("/persone/");
        browser.get(&format!("/persone?q={SURNAME}")).await.page();
        let request = asked(&browser, &file, "erasure", "2026-05-30").await;
        let before = answers(&browser).await;
        let form = format!("{file}/diritti/cancellazione");
        for fields in [
            &[("perche", "consent"), ("conferma", "si")][..],
            &[("perche", ""), ("conferma", "cancella")],
            &[("perche", "retention"), ("conferma", "cancella")],
        ] {
            let refused = sent(&browser, &form, &form, fields).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields:?}");
        }
        assert!(browser.get(&file).await.page().contains(SURNAME));
        let confirmed = [("perche", "consent"), ("conferma", " Cancella ")];
        let modulo = super::hidden(&browser.get(&form).await.page(), "modulo");
        let fields = [&[("modulo", modulo.as_str())][..], &confirmed].concat();
        for _ in 0..2 {
            assert_eq!(browser.post(&form, &fields).await.to, "/diritti?fatto=cancellata");
        }
        assert_eq!(answers(&browser).await, before);

        for text in opened(&browser, "A662").await {
            for gone in GONE {
                assert!(!text.contains(gone), "{text}");
            }
        }
        for page in
            ["/diritti", "/sportello", "/percorsi?di=tutti&stato=chiusi", "/invii?stato=risposti", &request]
        {
            let html = browser.get(page).await.page();
            assert!(GONE.iter().all(|gone| !html.contains(gone)), "{page}: {html}");
        }
        assert!(browser.get("/diritti").await.page().contains("Persona cancellata"));
        assert!(browser.get(&request).await.page().contains("tolto il consenso"));
        assert!(!browser.get(&format!("/persone?q={SURNAME}")).await.page().contains(person));
        for end in [
            "",
            "/dati",
            "/rettifica",
            "/nucleo",
            "/allegati",
            "/informativa",
            "/diritti",
            "/diritti/copia",
            "/diritti/copia.json",
            "/diritti/cancellazione",
            "/percorso",
            "/invio",
            "/permanenza",
            "/esiti",
        ] {
            let answer = browser.get(&format!("{file}{end}")).await;
            assert!(is_nowhere(&answer), "{end}: {}", answer.text());
            assert!(GONE.iter().all(|gone| !answer.text().contains(gone)), "{end}");
        }
        assert!(browser.app.store.reader().await.unwrap().verify_journal().await.is_ok());
        // Whoever comes back is somebody new.
        let again = registered(&browser, SURNAME, GIVEN).await;
        assert_ne!(again, file);
        assert!(browser.get(&again).await.page().contains(SURNAME));
    })
    .await;
}

#[tokio::test]
async fn what_still_goes_on_ends_first() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let file = registered(&browser, SURNAME, GIVEN).await;
        let form = format!("{file}/percorso");
        let opening = [("giorno", "2026-05-02"), ("area", "taking_in_charge"), ("bisogno-housing", "3")];
        accepted(&browser, &form, &form, &opening).await;
        let form = format!("{file}/diritti/cancellazione");
        let page = browser.get(&form).await.page();
        assert!(page.contains("Un percorso è aperto") && !page.contains("name=\"conferma\""), "{page}");
        let modulo = uuid::Uuid::from_u128(7).to_string();
        let fields = [("modulo", modulo.as_str()), ("perche", "consent"), ("conferma", "cancella")];
        let refused = browser.post(&form, &fields).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(browser.get(&file).await.page().contains(SURNAME));
    })
    .await;
}

/// Two people of a register, one of whom is erased; the register comes again, as it was and in other files.
#[tokio::test]
async fn a_register_brings_nobody_back() {
    each_engine(SLICES, async |store| {
        let head = "Data;Cognome;Nome;Sesso;Data di nascita;Cittadinanza;Servizio;Note\n";
        let row = |day: &str, given: &str| {
            format!("{day};{SURNAME};{given};F;04/03/1957;Senegal;Orientamento legale;{NOTE}\n")
        };
        let register = format!("{head}{}{}", row("10/05/2026", GIVEN), row("32/05/2026", GIVEN));
        // Written otherwise, and known already: this spelling is never kept.
        let other = format!("{head}{}", row("10/05/2026", "Ywexlimbarr"));
        let browser = Browser::new(&store).await;
        browser.bring_and_import("A662", "r.csv", register.as_bytes()).await;
        browser.bring_and_import("A662", "s.csv", other.as_bytes()).await;
        let find = async || browser.get(&format!("/persone?q={SURNAME}+{GIVEN}")).await.page();
        let page = find().await;
        let (_, rest) = page.split_once("href=\"/persone/").unwrap();
        let mut rest = rest;
        while !rest.starts_with("0") {
            rest = rest.split_once("href=\"/persone/").unwrap().1;
        }
        let file = format!("/persone/{}", rest.split('"').next().unwrap());
        let waiting = browser.bring("A662", "attesa.csv", register.as_bytes()).await.to;
        let before = answers(&browser).await;
        let form = format!("{file}/diritti/cancellazione");
        accepted(&browser, &form, &form, &[("perche", "objection"), ("conferma", "cancella")]).await;
        assert!(is_nowhere(&browser.get(&waiting).await), "the waiting file that names them is gone");
        let left = opened(&browser, "A662").await;
        assert!(left.iter().all(|text| !text.contains(SURNAME) && !text.contains(NOTE)), "{left:?}");

        // The same files, then one that tells the same day.
        let third = format!("{head}{}", row("10/05/2026", GIVEN).replace(NOTE, "altro"));
        for file in [&register, &other, &third] {
            browser.bring_and_import("A662", "r.csv", file.as_bytes()).await;
            assert!(!find().await.contains("href=\"/persone/0"), "{file}");
        }
        assert_eq!(answers(&browser).await, before);
        // A day that the city did not know counts, without a name.
        browser
            .bring_and_import("A662", "b.csv", format!("{head}{}", row("11/05/2026", GIVEN)).as_bytes())
            .await;
        assert!(!find().await.contains("href=\"/persone/0"));
        let after = format!("{head}{}", row("01/06/2026", GIVEN));
        browser.bring_and_import("A662", "c.csv", after.as_bytes()).await;
        assert!(!find().await.contains("href=\"/persone/0"), "on the day of the erasure they are erased");
    })
    .await;
}
