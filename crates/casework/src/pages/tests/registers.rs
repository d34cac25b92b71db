//! A register from file to figures and back, on each engine.

use access::Role;
use access::testing::{lead, operator, who};
use axum::http::StatusCode;
use documents::sheets::{self, Cell, Limits};
use store::testing::each_engine;

use super::support::{Browser, SLICES};

const REGISTER: &str = "Data;Xyz;Nascita;Cittadinanza;Servizio erogato\n\
    15/05/2025;Diop Awa;03/05/1990;Senegal;Orientamento legale\n\
    16/05/2025;Diop Awa;03/05/1990;Senegal;Angolo dei compiti\n\
    17/05/2025;Rossi Ahmed;03/05/1985;Marocco;Corso di italiano\n\
    31/02/2025;Khan Imran;01/02/1980;Pakistan;Orientamento legale\n";

#[tokio::test]
async fn a_register_goes_from_file_to_figures_and_back() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        assert_eq!(browser.get("/registri").await.to, "/registri/A662");
        assert!(browser.get("/registri/A662").await.page().contains("Qui ci saranno i registri"));
        let brought = browser.bring("A662", "C:\\registri\\maggio.csv", REGISTER.as_bytes()).await;
        let file = brought.to.clone();

        // Nothing says what «Xyz» holds, so nothing can be imported before the lead does.
        let page = browser.get(&file).await.page();
        assert!(page.contains("maggio.csv · ") && !page.contains("registri\\"), "{page}");
        assert!(page.contains("Manca") || page.contains("manca: il nome"), "{page}");
        assert!(browser.get("/registri/A662").await.page().contains(&file));
        let mapped = [
            ("column:xyz", "surname_first"),
            ("column:data", "day"),
            ("column:nascita", "birth"),
            ("column:cittadinanza", "citizenship"),
            ("column:servizio erogato", "service"),
        ];
        assert_eq!(browser.post(&file, &mapped).await.to, format!("{file}#anteprima"));
        let page = browser.get(&file).await.page();
        assert!(page.contains("Servizio «Angolo dei compiti»"), "{page}");
        assert!(page.contains("15 maggio 2025 · Diop Awa · nascita 3 maggio 1990"), "{page}");

        let mut fields = mapped.to_vec();
        fields.push(("service:angolo dei compiti", "educational_support"));
        let result = browser.import(&file, &fields).await;
        let page = browser.get(&result).await.page();
        assert!(page.contains("4 righe lette, una scartata"), "{page}");
        assert!(page.contains("<mark>31/02/2025</mark>"), "{page}");
        assert_eq!(browser.counted().await, (3, 2));
        assert!(browser.get(&format!("{result}/accessi")).await.page().contains("Presa in carico educativa"));
        assert_eq!(browser.waits(&lead("A662")).await, ["/registri/A662"]);
        // Nobody else is told: neither who may not mend, nor the lead of another city.
        for other in [operator("A662"), lead("H501"), who(Role::MonitoringOfficer, None)] {
            assert_eq!(browser.waits(&other).await, Vec::<String>::new(), "{}", other.login);
        }
        // The file waits no more, and its address leads to the result.
        assert!(!browser.get("/registri/A662").await.page().contains(&file));
        assert_eq!(browser.get(&file).await.to, format!("{file}/avanzamento"));

        mend_and_bring(&browser, &result).await;
        settle(&browser, &result).await;
        same_again(&browser).await;
        take_back(&browser, &result).await;
    })
    .await;
}

/// The download, mended in one cell, is a register like any other, and the city's profile reads it.
async fn mend_and_bring(browser: &Browser, result: &str) {
    let csv = browser.get(&format!("{result}/scarti.csv")).await;
    assert_eq!(csv.status, StatusCode::OK);
    assert!(csv.headers["content-disposition"].to_str().unwrap().contains("righe-da-correggere-A662.csv"));
    let xlsx = browser.get(&format!("{result}/scarti.xlsx")).await;
    let workbook = sheets::read(&xlsx.body, "scarti.xlsx", &Limits::default()).unwrap();
    assert_eq!(workbook.sheets[0].rows[1].cells[0], Cell::Text("31/02/2025".to_owned()));

    let mended = csv.text().replace("31/02/2025", "28/02/2025");
    let result = browser.bring_and_import("A662", "scarti.csv", mended.as_bytes()).await;
    let page = browser.get(&result).await.page();
    assert!(page.contains("Una riga letta, nessuna scartata."), "{page}");
    assert_eq!(browser.counted().await, (4, 3));
    assert_eq!(browser.get(&format!("{result}/scarti.csv")).await.status, StatusCode::NOT_FOUND);
}

/// What was mended elsewhere waits no more; one press puts it back.
async fn settle(browser: &Browser, result: &str) {
    let waits = async || !browser.waits(&lead("A662")).await.is_empty();
    assert!(waits().await);
    let answer = browser.post(&format!("{result}/corrette"), &[("corrette", "si")]).await;
    assert!(browser.get(&answer.to).await.page().contains("una scartata, che non aspetta più"));
    assert!(!waits().await);
    browser.post(&format!("{result}/corrette"), &[("corrette", "no")]).await;
    assert!(waits().await);
    let elsewhere = format!("{}/corrette", result.replace("A662", "H501"));
    assert_eq!(browser.post(&elsewhere, &[("corrette", "si")]).await.status, StatusCode::NOT_FOUND);
}

/// The same bytes once more: the page says so, and nothing counts twice.
async fn same_again(browser: &Browser) {
    let brought = browser.bring("A662", "maggio-copia.csv", REGISTER.as_bytes()).await;
    assert!(browser.get(&brought.to).await.page().contains("Lo stesso file è già nella storia"));
    let result = browser.import(&brought.to, &[]).await;
    assert!(browser.get(&result).await.page().contains("3 righe non hanno aggiunto nulla"));
    assert_eq!(browser.counted().await, (4, 3));
    // The copy taken back takes nothing with it: the first file still tells it all.
    browser.post(&format!("{result}/ritira"), &[]).await;
    assert_eq!(browser.counted().await, (4, 3));
}

#[tokio::test]
async fn a_header_in_words_that_nobody_wrote_before_is_said_by_the_lead() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let csv = "Momento;Persona seguita;Attività svolta\n15/05/2025;Diop Awa;Orientamento legale\n";
        let file = browser.bring("A662", "r.csv", csv.as_bytes()).await.to;
        assert!(browser.get(&file).await.page().contains("Nessuna riga si può importare ancora"));
        let fields = [
            ("column:momento", "day"),
            ("column:persona seguita", "surname_first"),
            ("column:attivita svolta", "service"),
        ];
        browser.import(&file, &fields).await;
        assert_eq!(browser.counted().await, (1, 1));
        // Next month's file is understood at once.
        browser.bring_and_import("A662", "s.csv", csv.replace("15/05", "16/06").as_bytes()).await;
        assert_eq!(browser.counted().await, (2, 1));
    })
    .await;
}

async fn take_back(browser: &Browser, result: &str) {
    let page = browser.get(&format!("{result}/ritira")).await.page();
    assert!(page.contains("3 accessi di Bari"), "{page}");
    let answer = browser.post(&format!("{result}/ritira"), &[]).await;
    assert_eq!(answer.to, "/registri/A662?fatto=ritirato");
    assert!(browser.get(&answer.to).await.page().contains("File ritirato"));
    assert_eq!(browser.counted().await, (1, 1));
    for again in
        [browser.get(&format!("{result}/ritira")).await, browser.post(&format!("{result}/ritira"), &[]).await]
    {
        assert_eq!(again.status, StatusCode::CONFLICT);
    }
    assert!(browser.get(result).await.page().contains("Ritirato il"));
    assert_eq!(browser.get(&format!("{result}/scarti.xlsx")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_page_runs_as_many_statements_however_much_there_is() {
    each_engine(SLICES, async |store| {
        let browser = Browser::new(&store).await;
        let mut before = Vec::new();
        for files in 0..3 {
            let mut run = Vec::new();
            for path in ["/registri/A662", "/registri/A662/coppie"] {
                let start = store.statements_run();
                browser.get(path).await.page();
                run.push(store.statements_run() - start);
            }
            // Two more write down who read.
            assert!(run[0] <= 4 && run[1] <= 6, "{run:?}");
            if files > 0 && before != run {
                // Only the pairs' page asks once more, when there is a pair to show.
                assert_eq!(before[0], run[0]);
            }
            before = run;
            let more: String = (1..=20)
                .map(|row| {
                    format!(
                        "{row:02}/05/2025;Khan;Imran {files};01/02/19{:02};Orientamento legale\n",
                        row + 60
                    )
                })
                .collect();
            let file = format!("Data;Cognome;Nome;Data di nascita;Servizio\n{more}31/02/2025;X;Y;;Casa\n");
            browser.bring_and_import("A662", "r.csv", file.as_bytes()).await;
        }
    })
    .await;
}
