//! Finding and registering people.

use access::testing::{lead, operator};
use axum::http::StatusCode;
use store::testing::each_engine;

use super::{is_nowhere, met, modulo, others, person_of, persons, read_by_anybody, registered};
use crate::pages::tests::support::{Browser, SLICES};
use crate::people::doubts;

#[tokio::test]
async fn somebody_is_registered_once_and_found_however_they_are_typed() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let page = browser.get("/sportello").await.page();
        assert!(page.contains("data-search") && page.contains("Ancora nessun contatto oggi"), "{page}");
        let form = browser.get("/persone/nuova").await.page();
        let fields = [
            ("modulo", modulo(&form)),
            ("cognome", "El Amrani".to_owned()),
            ("nome", "Said".to_owned()),
            ("nascita", "3 maggio 1990".to_owned()),
            ("genere", "M".to_owned()),
            ("cittadinanza", "Marocco".to_owned()),
            ("lingua", "arabo".to_owned()),
            ("telefono", "333 1234567".to_owned()),
            ("permesso", "asylum_request".to_owned()),
        ];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = browser.post("/persone/nuova", &fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        let file = browser.get(&answer.to).await.page();
        for told in [
            "El Amrani Said",
            "3 maggio 1990 (36 anni)",
            "Marocco",
            "Arabo",
            "333 1234567",
            "Richiesta asilo",
        ] {
            assert!(file.contains(told), "{told} not in {file}");
        }
        assert!(file.contains("Persona registrata") && file.contains("Registrata allo sportello"), "{file}");
        assert!(read_by_anybody(&browser).await.contains(&person_of(&answer.to).0));

        // The same form again is the same person; registering makes no contact.
        assert_eq!(browser.post("/persone/nuova", &fields).await.to, answer.to);
        assert_eq!(persons(&browser, "A662").await, 1);
        assert!(browser.app.live.mart().partitions().is_empty());

        for typed in ["amrani", "said+el+amr", "Saeed+Elamrani", "3/5/1990", "amrani+1990"] {
            let page = browser.get(&format!("/persone?q={typed}")).await.page();
            assert!(page.contains("El Amrani Said") && page.contains("nessun contatto"), "{typed}: {page}");
            let part = browser.get(&format!("/persone/simili?q={typed}")).await;
            assert!(
                part.text().contains("El Amrani Said") && !part.text().contains("<html"),
                "{}",
                part.text()
            );
            assert_eq!(ui::check::page(&part.text()), Vec::<String>::new());
        }
        let nobody = browser.get("/persone?q=Rossi").await.page();
        assert!(
            nobody.contains("Nessuno si chiama «Rossi»") && nobody.contains("/persone/nuova"),
            "{nobody}"
        );
        assert!(browser.get("/persone?q=x").await.page().contains("almeno due lettere"));

        met(&browser, &answer.to, "legal_support").await;
        let found = browser.get("/persone?q=amrani").await.page();
        assert!(found.contains("ultimo contatto il 1º giugno 2026"), "{found}");
        let home = browser.get("/sportello").await.page();
        assert!(
            home.contains("El Amrani Said") && home.contains("Oggi hai registrato un contatto"),
            "{home}"
        );
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_right_stays_in_its_field() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let form = browser.get("/persone/nuova").await.page();
        let modulo = modulo(&form);
        let fields = [
            ("modulo", modulo.as_str()),
            ("cognome", "Diop"),
            ("nascita", "31/2/1990"),
            ("cittadinanza", "Senegall"),
            ("telefono", "dopo"),
        ];
        let answer = browser.post("/persone/nuova", &fields).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = answer.text();
        assert_eq!(ui::check::page(&text), Vec::<String>::new());
        for told in [
            "value=\"31/2/1990\"",
            "Non sembra una data",
            "Volevi dire «Senegal»?",
            "value=\"dopo\"",
            "Non sembra un numero di telefono",
            &modulo,
        ] {
            assert!(text.contains(told), "{told} not in {text}");
        }
        assert_eq!(persons(&browser, "A662").await, 0);
        let forged = browser.post("/persone/nuova", &[("cognome", "Diop"), ("modulo", "x")]).await;
        assert_eq!(forged.status, StatusCode::BAD_REQUEST);
    })
    .await;
}

#[tokio::test]
async fn who_looks_like_somebody_is_asked_about() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let one = registered(&browser, "Diop", "Awa", "3/5/1990").await;
        let typing = "cognome=Dioup&nome=Aua&nascita=3%2F5%2F1990&genere=F&cittadinanza=Senegal";
        let part = browser.get(&format!("/persone/simili?{typing}")).await.text();
        assert!(part.contains("È una di queste?") && part.contains(&one), "{part}");

        let form = browser.get("/persone/nuova").await.page();
        let modulo = modulo(&form);
        let typed = [
            ("modulo", modulo.as_str()),
            ("cognome", "Dioup"),
            ("nome", "Aua"),
            ("nascita", "3/5/1990"),
            ("genere", "F"),
            ("cittadinanza", "Senegal"),
        ];
        let asked = browser.post("/persone/nuova", &typed).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        let text = asked.text();
        assert_eq!(ui::check::page(&text), Vec::<String>::new());
        assert!(text.contains("È una di queste persone?") && text.contains(&one), "{text}");
        assert!(text.contains("value=\"Dioup\"") && text.contains(&modulo), "{text}");
        assert_eq!(persons(&browser, "A662").await, 1);

        // Not certain: the lead is asked. Certain: nobody is asked again.
        let with = |choice: &'static str| typed.into_iter().chain([("scelta", choice)]).collect::<Vec<_>>();
        assert_eq!(browser.post("/persone/nuova", &with("boh")).await.status, StatusCode::BAD_REQUEST);
        let answer = browser.post("/persone/nuova", &with("dubbio")).await;
        assert_eq!(answer.to, format!("/persone/{modulo}?nuova=1"));
        let keys = browser.app.vault.city("A662".parse().unwrap()).unwrap();
        let mut reader = store.reader().await.unwrap();
        let open = doubts::doubts(&mut reader, &keys, true, 10).await.unwrap();
        assert_eq!(open.len(), 1);
        drop(reader);

        let form = browser.get("/persone/nuova").await.page();
        let third = super::modulo(&form);
        let mut again = with("altra");
        again[0] = ("modulo", third.as_str());
        assert_eq!(browser.post("/persone/nuova", &again).await.to, format!("/persone/{third}?nuova=1"));
        assert_eq!(persons(&browser, "A662").await, 3);
        let mut reader = store.reader().await.unwrap();
        let decided = doubts::doubts(&mut reader, &keys, false, 10).await.unwrap();
        assert!(decided.iter().all(|pair| pair.state == "separated") && !decided.is_empty(), "{decided:?}");
        browser.app.live.refresh().await.unwrap();
    })
    .await;
}

#[tokio::test]
async fn people_are_their_citys_alone() {
    each_engine(SLICES, async |store| {
        let browser = Browser::of(&store, operator("A662")).await;
        let file = registered(&browser, "Marcatore", "Segreto", "3/5/1990").await;
        for who in others() {
            let other = Browser::at(browser.app.clone(), &who);
            for end in ["", "/dati", "/rettifica", "/nucleo", "/allegati", "/unisci", "/informativa"] {
                let answer = other.get(&format!("{file}{end}")).await;
                assert!(is_nowhere(&answer), "{} {end}: {}", who.role, answer.status);
                assert!(!answer.text().contains("Marcatore"));
            }
            for path in ["/sportello", "/persone?q=marcatore", "/persone/simili?q=marcatore"] {
                let answer = other.get(path).await;
                assert!(!answer.text().contains("Segreto"), "{} {path}", who.role);
                assert_eq!(is_nowhere(&answer), who.city.is_none(), "{} {path}", who.role);
            }
            let stolen = other.post(&format!("{file}/rettifica"), &[("modulo", "x")]).await;
            assert!(is_nowhere(&stolen) || stolen.status == StatusCode::BAD_REQUEST, "{}", stolen.status);
        }
        let bari = Browser::at(browser.app.clone(), &lead("A662"));
        assert!(bari.get(&file).await.page().contains("Marcatore Segreto"));
        assert!(is_nowhere(&bari.get("/persone/018f0000-0000-7000-8000-000000000000").await));
        assert!(is_nowhere(&bari.get("/persone/x").await));
    })
    .await;
}

#[tokio::test]
async fn what_another_process_wrote_is_found() {
    each_engine(SLICES, async |store| {
        let one = Browser::of(&store, operator("A662")).await;
        let two = Browser::of(&store, operator("A662")).await;
        assert!(two.get("/persone?q=diop").await.page().contains("Nessuno si chiama"));
        let file = registered(&one, "Diop", "Awa", "").await;
        assert!(two.get("/persone?q=diop").await.page().contains(&file));
        let form = two.get(&format!("{file}/rettifica")).await.page();
        let modulo = modulo(&form);
        let fields =
            [("modulo", modulo.as_str()), ("cognome", "Ndiaye"), ("nome", "Awa"), ("motivo", "sposata")];
        assert_eq!(two.post(&format!("{file}/rettifica"), &fields).await.status, StatusCode::SEE_OTHER);
        for (typed, name) in [("ndiaye", "Ndiaye Awa"), ("diop", "Diop Awa")] {
            let page = one.get(&format!("/persone?q={typed}")).await.page();
            assert!(page.contains(&file) && page.contains(name), "{page}");
        }
    })
    .await;
}
