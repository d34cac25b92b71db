//! Every page in both languages: with facts, without any, and asked for what cannot be.

use std::sync::Arc;

use crate::support::{contacts, monitor};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use calamine::Reader as _;
use kernel::Day;
use mart::{Fact, FactsBuilder, Partition, kind};
use monitoring::Monitor;
use network::{Catalogue, Network};
use tower::ServiceExt as _;

const PAGES: [&str; 22] = [
    "/",
    "/?period=2024-H1",
    "/citta/A662",
    "/citta/A326?period=2024",
    "/indicatori",
    "/indicatori?q=lingua&city=A662",
    "/indicatori?q=xyzzy",
    "/indicatori/N.2?by=gender&and=age",
    "/indicatori/O.2.3?by=quarter",
    "/indicatori/N.2?by=service&city=A662",
    "/indicatori/R.2.8",
    "/indicatori/O.2.2",
    "/indicatori/N.7?by=point&and=gender",
    "/indicatori/N.8?by=quarter",
    "/indicatori/N.9?by=outcome",
    "/confronto",
    "/confronto?indicator=N.2&period=2024&city=A662&city=A944",
    "/dichiarate",
    "/incroci",
    "/incroci?period=2024",
    "/incroci/coppie",
    "/incroci/flussi?period=2024",
];

async fn app(folder: &std::path::Path, count: usize) -> Router {
    let network = Network::load(&Catalogue::embedded()).unwrap();
    pages_of(monitor(folder, &contacts(11, &network, count, 22)).await)
}

fn pages_of(monitor: Arc<Monitor>) -> Router {
    let shell = ui::Shell::new([monitoring::MESSAGES]).unwrap();
    let officer = access::testing::who(access::Role::MonitoringOfficer, None);
    access::testing::signed_in(ui::dress(monitoring::routes(monitor).into_router(), shell), &officer)
}

async fn get(app: &Router, path: &str, lang: &str) -> (StatusCode, String, Vec<u8>) {
    let request = Request::get(path).header(header::HOST, "127.0.0.1").header(header::ACCEPT_LANGUAGE, lang);
    let response = app.clone().oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let kind = parts.headers.get(header::CONTENT_TYPE).map(|kind| kind.to_str().unwrap().to_owned());
    (parts.status, kind.unwrap_or_default(), axum::body::to_bytes(body, usize::MAX).await.unwrap().to_vec())
}

#[test]
fn messages_are_complete() {
    assert_eq!(
        ui::check::messages(&[monitoring::MESSAGES], env!("CARGO_MANIFEST_DIR")),
        Vec::<String>::new()
    );
}

#[tokio::test]
async fn every_page_is_sound_with_facts_and_without() {
    for count in [0, 12, 4000] {
        let folder = tempfile::tempdir().unwrap();
        let app = app(folder.path(), count).await;
        for path in PAGES {
            for lang in ["it", "en"] {
                let (status, _, body) = get(&app, path, lang).await;
                let html = String::from_utf8(body).unwrap();
                assert_eq!(status, StatusCode::OK, "{path} with {count} facts");
                assert_eq!(
                    ui::check::page(&html),
                    Vec::<String>::new(),
                    "{path} in {lang} with {count} facts"
                );
                assert!(!html.contains("NaN") && !html.contains("monitoring-"), "{path} in {lang}");
            }
        }
    }
}

#[tokio::test]
async fn what_is_downloaded_is_what_is_shown() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), 2000).await;
    let (_, _, page) = get(&app, "/indicatori/N.2?by=gender&period=2024", "it").await;
    let html = String::from_utf8(page).unwrap();
    let (status, kind, csv) = get(&app, "/indicatori/N.2/tabella.csv?by=gender&period=2024", "it").await;
    assert_eq!((status, kind.as_str()), (StatusCode::OK, "text/csv; charset=utf-8"));
    let csv = String::from_utf8(csv).unwrap();
    let women = csv.lines().find(|line| line.starts_with("donne")).unwrap().split(',').nth(1).unwrap();
    assert!(
        women.parse::<u64>().unwrap() > 0 && html.contains(&format!("data-head=\"persone\">{women}<")),
        "{csv}"
    );

    let (_, kind, xlsx) = get(&app, "/indicatori/N.2/tabella.xlsx?by=gender&period=2024", "it").await;
    assert!(kind.contains("spreadsheetml"));
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(xlsx)).unwrap();
    let sheet = book.worksheet_range_at(0).unwrap().unwrap();
    let cells: Vec<String> = sheet.used_cells().map(|(.., cell)| cell.to_string()).collect();
    assert!(
        cells.iter().any(|cell| cell == women)
            && cells.iter().any(|cell| cell.contains("una volta per città"))
    );

    for file in [
        "/rete/mappa.svg",
        "/rete/citta.csv",
        "/rete/citta.xlsx",
        "/rete/aree.svg",
        "/rete/aree.csv",
        "/indicatori/N.2/grafico.svg",
        "/indicatori/elenco.csv",
        "/indicatori/elenco.xlsx",
        "/confronto/confronto.csv?period=2024",
        "/confronto/confronto.xlsx?period=2024",
        "/confronto/imbuto.svg?period=2024",
    ] {
        let (status, _, body) = get(&app, file, "it").await;
        assert_eq!(status, StatusCode::OK, "{file}");
        assert!(body.len() > 100, "{file}");
    }
}

#[tokio::test]
async fn what_cannot_be_asked_is_said_and_how_to_mend_it() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), 100).await;
    for (path, status, words) in [
        ("/?period=domani", StatusCode::BAD_REQUEST, "«domani» non è un periodo"),
        ("/citta/Atlantide", StatusCode::NOT_FOUND, "non c’è"),
        ("/indicatori/X.1", StatusCode::NOT_FOUND, "non c’è"),
        ("/indicatori/N.2?by=shoe", StatusCode::BAD_REQUEST, "non si divide per «shoe»"),
        ("/confronto?indicator=N.1", StatusCode::BAD_REQUEST, "non si presta al confronto"),
        ("/confronto?indicator=Z", StatusCode::BAD_REQUEST, "Non c’è l’indicatore «Z»"),
        ("/rete/altro.csv", StatusCode::NOT_FOUND, "non c’è"),
        ("/indicatori/O.2.4/tabella.csv", StatusCode::NOT_FOUND, "non c’è"),
    ] {
        let (got, _, body) = get(&app, path, "it").await;
        let html = String::from_utf8(body).unwrap();
        assert_eq!(got, status, "{path}");
        assert!(html.contains(words), "{path}: {html}");
    }
    let (status, ..) = get(&app, "/citta/Bari", "it").await;
    assert_eq!(status, StatusCode::PERMANENT_REDIRECT);
}

#[tokio::test]
async fn filters_live_in_the_address() {
    let folder = tempfile::tempdir().unwrap();
    let app = app(folder.path(), 2000).await;
    let (_, _, body) =
        get(&app, "/confronto?indicator=N.2.2&against=case_mix&period=2024&city=A662", "it").await;
    let html = String::from_utf8(body).unwrap();
    for chosen in [
        "value=\"N.2.2\" selected",
        "value=\"case_mix\" selected",
        "value=\"2024\" selected",
        "value=\"A662\" selected",
    ] {
        assert!(html.contains(chosen), "{chosen}");
    }
    assert!(html.contains("Si può dire") && html.contains("Non si può dire"));
}

#[tokio::test]
async fn persons_in_charge_and_outcomes_are_shown_with_their_day() {
    let folder = tempfile::tempdir().unwrap();
    let monitor = monitor(folder.path(), &[]).await;
    let day = |day| Day::from_ymd_opt(2026, 2, day).unwrap();
    let of = |subject| Fact { subject, network_subject: subject, citizenship: "SN", ..Fact::default() };
    let opened = |subject| Fact { day: day(3), kind: kind::OPENED, area: "housing", ..of(subject) };
    let closed =
        Fact { day: day(20), kind: kind::CLOSED, area: "housing", outcome: "housing_autonomy", ..of(2) };
    let helpful = Fact { day: day(20), kind: kind::OUTCOME, outcome: "helpful_yes", ..of(2) };
    let mut facts = FactsBuilder::default();
    [opened(1), opened(2), opened(3), closed, helpful].iter().for_each(|fact| facts.push(fact));
    let partition = Partition { city: "A662".parse().unwrap(), month: "2026-02".parse().unwrap() };
    monitor.live.mart().put(partition, facts.finish());
    let app = pages_of(monitor);
    for (path, shown) in [
        ("/?period=2026", &["persone in carico", "<dd class=\"l-value\">2</dd>", "21 settembre 2026"][..]),
        ("/citta/A662?period=2026-02", &["persone in carico", "28 febbraio 2026"]),
        ("/indicatori/N.9?by=outcome&period=2026", &["Autonomia abitativa"]),
        ("/indicatori/R.2.9?period=2026", &["almeno una volta"]),
    ] {
        let (status, _, body) = get(&app, path, "it").await;
        let html = String::from_utf8(body).unwrap();
        assert_eq!(status, StatusCode::OK, "{path}");
        for text in shown {
            assert!(html.contains(text), "{text} in {path}: {html}");
        }
    }
}

/// City, subject, number in the network, day.
async fn shared(folder: &std::path::Path) -> Arc<Monitor> {
    let monitor = monitor(folder, &[]).await;
    let mut at = 0;
    for (one, other, persons) in [("A662", "E472", 3), ("A662", "H501", 12), ("E472", "H501", 40)] {
        for _ in 0..persons {
            at += 1;
            for (city, day) in [(one, "2025-02-03"), (other, "2025-05-06")] {
                let day: Day = day.parse().unwrap();
                let partition = Partition { city: city.parse().unwrap(), month: kernel::Month::of(day) };
                let mut facts = FactsBuilder::default();
                let before = monitor.live.mart().facts_of(partition);
                for fact in before.iter().flat_map(|facts| facts.iter()) {
                    facts.push(&fact);
                }
                facts.push(&Fact {
                    day,
                    kind: kind::CONTACT,
                    subject: at,
                    network_subject: at,
                    recorded_on: day,
                    ..Fact::default()
                });
                monitor.live.mart().put(partition, facts.finish());
            }
        }
    }
    monitor
}

#[tokio::test]
async fn few_people_of_two_cities_are_shown_to_few() {
    let folder = tempfile::tempdir().unwrap();
    let monitor = shared(folder.path()).await;
    let shell = || ui::Shell::new([monitoring::MESSAGES]).unwrap();
    let pages = |who: &access::Who| {
        let routes = monitoring::routes(Arc::clone(&monitor)).into_router();
        access::testing::signed_in(ui::dress(routes, shell()), who)
    };
    let officer = pages(&access::testing::who(access::Role::MonitoringOfficer, None));
    let elected = pages(&access::testing::who(access::Role::Elected, None));
    let text = async |app: &Router, path: &str| {
        let (status, _, body) = get(app, path, "it").await;
        assert_eq!(status, StatusCode::OK);
        String::from_utf8(body).unwrap()
    };
    let csv = "/incroci/coppie.csv?period=2025";
    let whole = text(&officer, csv).await;
    assert!(whole.contains("Bari,Latina,3") && whole.contains("Bari,Roma,12"), "{whole}");
    let few = text(&elected, csv).await;
    assert!(few.contains("Bari,Latina,pochi") && few.contains("Bari,Roma,pochi"), "{few}");
    assert!(few.contains("Latina,Roma,40"), "{few}");
    let flows = text(&elected, "/incroci/flussi.csv?period=2025").await;
    assert!(flows.contains("Bari,Latina,pochi") && flows.contains("Bari,Roma,pochi"), "{flows}");
    assert!(flows.contains("Latina,Roma,40"), "{flows}");
    let page = text(&elected, "/incroci?period=2025").await;
    assert!(page.contains("I numeri sotto 5") && page.contains(">55<"), "{page}");
    let whole = text(&officer, "/incroci?period=2025").await;
    assert!(!whole.contains("I numeri sotto 5"));
    // The largest first; the whole table, and the file, in the order of the cities.
    let at = |html: &str, count: &str| {
        html.find(&format!(">{count}<")).unwrap_or_else(|| panic!("{count}: {html}"))
    };
    let table = |html: String| html.split_once("id=\"coppie").unwrap().1.to_owned();
    let pairs = table(whole);
    assert!(at(&pairs, "40") < at(&pairs, "12") && at(&pairs, "12") < at(&pairs, "3"), "{pairs}");
    let all = table(text(&officer, "/incroci/coppie?period=2025").await);
    assert!(at(&all, "3") < at(&all, "12") && at(&all, "12") < at(&all, "40"), "{all}");
    for path in ["/incroci/coppie?period=2025", "/incroci/flussi?period=2025"] {
        let few = text(&elected, path).await;
        assert!(few.contains("I numeri sotto 5") && few.contains(">pochi<") && few.contains(">40<"), "{few}");
        assert!(!few.contains(">12<") && !few.contains(">3<"), "{few}");
    }
    assert_eq!(get(&officer, "/incroci/altro", "it").await.0, StatusCode::NOT_FOUND);
}
