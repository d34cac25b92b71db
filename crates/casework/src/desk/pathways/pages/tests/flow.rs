//! Somebody is taken in charge, reaches a goal, and the pathway closes; on each engine.

use axum::http::StatusCode;
use kernel::Period;
use mart::{Dimension, Measure, Question};
use store::testing::each_engine;

use super::{Desk, sent, token};
use crate::desk::file::File;
use crate::desk::pathways::section;
use crate::pages::tests::support::{Browser, SLICES, SOURCES};
use crate::people::PersonId;
use access::testing::{lead, operator};

/// Persons in charge on a day, and outcomes of the year.
async fn counted(browser: &Browser, on: &str) -> (u64, u64) {
    browser.app.live.refresh().await.unwrap();
    let mart = browser.app.live.mart();
    let ask = |measure, period: &str| {
        let period: Period = period.parse().unwrap();
        mart.ask(&Question::new(measure, period)).unwrap().total.unwrap()
    };
    (ask(Measure::InCharge, on), ask(Measure::Outcomes, "2026"))
}

#[tokio::test]
async fn a_pathway_from_the_first_talk_to_the_end() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        let page = desk.operator.get(&format!("/persone/{}/percorso", desk.fatou)).await.page();
        assert!(page.contains("Prendi in carico Ndiaye Fatou"), "{page}");
        assert!(page.contains("3 · È in una sistemazione di fortuna"), "{page}");
        assert!(
            page.contains("value=\"sportello centrale\" selected"),
            "the only point they work at: {page}"
        );

        let pathway = desk.take_in_charge(desk.fatou, "2026-05-01").await;
        assert_eq!(counted(&desk.operator, "2026-05-01").await, (1, 0));
        assert_eq!(counted(&desk.operator, "2026-04-30").await, (0, 0));
        let page = desk.operator.get(&format!("{pathway}?fatto=aperto")).await.page();
        assert!(
            page.contains("In carico dal 1º maggio 2026, da 31 giorni. Nessun passo ha una data"),
            "{page}"
        );

        let goal = [
            ("obiettivo", "una stanza in affitto"),
            ("ambito", "housing"),
            ("passo-1", "telefonare all’agenzia"),
            ("passo-1-entro", "2026-05-30"),
            ("passo-2", "preparare i documenti"),
        ];
        let answer = desk.send(&format!("{pathway}/obiettivo"), &goal).await;
        assert!(answer.to.starts_with(&format!("{pathway}#obiettivo-")), "{}", answer.text());
        let page = desk.operator.get(&pathway).await.page();
        assert!(page.contains("una stanza in affitto") && page.contains("scaduto da 2 giorni"), "{page}");
        assert_eq!(desk.operator.waits(&operator("A662")).await, ["/percorsi?entro=oggi"]);
        assert!(desk.operator.waits(&lead("A662")).await.iter().all(|href| !href.contains("percorsi")));

        // The list shows it first, and one press does it.
        let list = desk.operator.get("/percorsi?entro=oggi").await.page();
        assert!(list.contains("Segui un percorso aperto. Uno ha passi da fare entro oggi."), "{list}");
        assert!(list.contains("telefonare all’agenzia"), "{list}");
        let step = list.split("/passi/").nth(1).unwrap().split('"').next().unwrap();
        let done = [("torna", "elenco"), ("fatto", "si")];
        for _ in 0..2 {
            let answer = desk.operator.post(&format!("{pathway}/passi/{step}"), &done).await;
            assert_eq!(answer.to, format!("/percorsi?passo={step}"));
        }
        assert!(desk.operator.get("/percorsi?entro=oggi").await.page().contains("Nessun percorso qui"));
        assert!(desk.lead.get("/percorsi").await.page().contains("Non segui nessun percorso"));
        assert!(desk.lead.get("/percorsi?di=tutti").await.page().contains("Ndiaye Fatou"));

        assess_and_close(&desk, &pathway).await;
    })
    .await;
}

async fn assess_and_close(desk: &Desk, pathway: &str) {
    let answer =
        desk.send(&format!("{pathway}/bisogni"), &[("giorno", "2026-05-20"), ("bisogno-housing", "1")]).await;
    let page = desk.operator.get(&answer.to).await.page();
    assert!(page.contains("meglio di 2 livelli"), "{page}");
    let goal = page.split("id=\"obiettivo-").nth(1).unwrap().split('"').next().unwrap();
    let mark = format!("{pathway}/obiettivi/{goal}");
    desk.operator.post(&mark, &[("stato", "raggiunto")]).await;
    assert!(desk.operator.get(pathway).await.page().contains("raggiunto il 1º giugno 2026"));
    assert_eq!(desk.operator.post(&mark, &[("stato", "boh")]).await.status, StatusCode::BAD_REQUEST);

    // She was in a language course: the levels are asked too.
    let page = desk.operator.get(&format!("{pathway}/chiudi")).await.page();
    assert!(page.contains("Italiano all’ingresso del corso") && page.contains("non sa dire"), "{page}");
    let fields = [
        ("modulo", &*token(&page)),
        ("giorno", "2026-05-31"),
        ("esito", "housing_autonomy"),
        ("note", "ha firmato il contratto"),
        ("utile", "yes"),
        ("italiano-prima", "Pre-A1"),
        ("italiano", "A2"),
        ("riconoscimento", "2026-05-10"),
    ];
    for _ in 0..2 {
        let answer = desk.operator.post(&format!("{pathway}/chiudi"), &fields).await;
        assert_eq!(answer.to, format!("{pathway}?fatto=chiuso"), "{}", answer.text());
    }
    let page = desk.operator.get(pathway).await.page();
    assert!(
        page.contains("Esito: Autonomia abitativa.") && page.contains("ha firmato il contratto"),
        "{page}"
    );
    // Closed, improved, helpful, applied.
    assert_eq!(counted(&desk.operator, "2026-05-31").await, (0, 4));
    assert_eq!(counted(&desk.operator, "2026-05-30").await, (1, 4));
    let by = Question::new(Measure::OutcomePersons, Period::year(2026)).by([Dimension::Outcome]);
    let answer = desk.operator.app.live.mart().ask(&by).unwrap();
    for outcome in ["housing_autonomy", "language_improved", "helpful_yes", "recognition_application"] {
        assert_eq!(answer.value(&[outcome]), 1, "{outcome}");
    }
    // Another way of closing it comes too late, and what needs an open pathway does not open.
    let late = [
        ("modulo", &*kernel::id::Uuid::from_u128(9).to_string()),
        ("giorno", "2026-05-31"),
        ("esito", "moved"),
        ("utile", "no"),
    ];
    let answer = desk.operator.post(&format!("{pathway}/chiudi"), &late).await;
    assert_eq!(answer.status, StatusCode::CONFLICT, "{}", answer.text());
    assert_eq!(desk.operator.get(&format!("{pathway}/obiettivo")).await.status, StatusCode::CONFLICT);
    assert!(desk.operator.get("/percorsi?stato=chiusi").await.page().contains("31 maggio 2026"));
    correct(desk, pathway).await;
    in_the_file(desk, pathway).await;
}

async fn correct(desk: &Desk, pathway: &str) {
    let path = format!("{pathway}/correggi");
    let fields = [
        ("giorno", "2026-04-15"),
        ("area", "housing"),
        ("punto", "sportello centrale"),
        ("chiusura", "2026-05-31"),
        ("esito", "full_autonomy"),
    ];
    let answer = desk.send(&path, &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("Scrivi qualcosa qui"), "a reason: {}", answer.text());
    let mut fields = fields.to_vec();
    fields.push(("motivo", "giorno letto male"));
    let answer = desk.send(&path, &fields).await;
    let page = desk.operator.get(&answer.to).await.page();
    assert!(page.contains("giorno letto male") && page.contains("dal 15 aprile 2026"), "{page}");
    assert_eq!(counted(&desk.operator, "2026-04-30").await.0, 1);
    fields.push(("riapri", "on"));
    let answer = desk.send(&path, &fields).await;
    assert!(
        desk.operator.get(&answer.to).await.page().contains("In carico dal 15 aprile 2026, da 47 giorni")
    );
    assert_eq!(counted(&desk.operator, "2026-05-31").await.0, 1);
}

async fn in_the_file(desk: &Desk, pathway: &str) {
    let app = &desk.operator.app;
    let shell = ui::Shell::new(SOURCES).unwrap();
    let page = ui::Page::of(&shell, ui::Lang::It, "/persone/x");
    let who = Desk::worker();
    let city = app.cities.find("Bari").unwrap();
    let file = File {
        app,
        who: &who,
        page: &page,
        city,
        person: PersonId(desk.fatou),
        forms: &[],
        restricted: false,
    };
    let mut reader = app.store.reader().await.unwrap();
    let section = section(&file, &mut reader).await.unwrap();
    assert_eq!(ui::check::page(&section.html), Vec::<String>::new());
    assert!(section.html.contains(pathway) && section.html.contains("È stato utile: sì"), "{}", section.html);
    let what: Vec<&str> = section.events.iter().map(|event| event.what.as_str()).collect();
    assert!(what.contains(&"Presa in carico"), "{what:?}");
    assert!(section.events.iter().any(|event| event.detail.as_deref() == Some("giorno letto male")));
}

#[tokio::test]
async fn long_lists_go_on_by_key() {
    each_engine(SLICES, async |store| {
        let desk = Desk::of(&store).await;
        for day in 1..=20 {
            // Opened and closed on one day: no two of them are open together.
            let pathway = desk.take_in_charge(desk.ahmed, &format!("2026-02-{day:02}")).await;
            let fields =
                [("giorno", &*format!("2026-02-{day:02}")), ("esito", "moved"), ("utile", "non_chiesto")];
            let answer = desk.send(&format!("{pathway}/chiudi"), &fields).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text());
        }
        let list = desk.operator.get("/percorsi?stato=chiusi").await.page();
        assert!(list.find("20 febbraio 2026") < list.find("19 febbraio 2026"), "the last closed first");
        assert!(!list.contains("l-pager"), "one page holds them");
        let wrong = desk.operator.get("/percorsi?dopo=boh").await;
        assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
        let kept = sent(&desk.operator, &format!("/persone/{}/percorso", desk.ahmed), &[]).await;
        assert_eq!(kept.status, StatusCode::UNPROCESSABLE_ENTITY);
    })
    .await;
}
