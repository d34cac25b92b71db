//! Nobody above a city, and nobody of another one, meets the name of a person: not on a page, not in a file to
//! download, not in an error, not in the log of the program.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::Path;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use access::testing::{city, who};
use access::{Action, Method, Role, RouteLine, Who};
use axum::http::StatusCode;
use documents::sheets::{self, Limits};
use tracing_subscriber::fmt::MakeWriter;

use super::browser::{Answer, Browser};
use super::planted::{HOME, MARKER, OFFERED, Planted, plant};
use super::{PlaceArguments, pages, routes, sorted};
use crate::app::App;

/// Somebody who is not there.
const NOBODY: &str = "018f2b6e-7c1a-7000-8000-000000000001";
/// Where the city's own lead meets the name.
const AT_HOME: [&str; 24] = [
    "/sportello",
    "/persone/{id}",
    "/persone/{id}/dati",
    "/persone/{id}/nucleo",
    "/persone/{id}/allegati",
    "/persone/{id}/allegati/{file}",
    "/persone/{id}/rettifica",
    "/persone/{id}/diritti",
    "/persone/{id}/diritti/copia",
    "/persone/{id}/diritti/copia.json",
    "/diritti/{id}",
    "/contatti/{id}/correggi",
    "/percorsi",
    "/percorsi/{id}",
    "/percorsi/{id}/obiettivi/{goal}/passo",
    "/permanenze",
    "/permanenze/{id}",
    "/invii/{id}",
    "/invii/{id}/lettera",
    "/letture",
    "/registri/{city}",
    "/registri/{city}/storia/{id}",
    "/registri/{city}/storia/{id}/accessi",
    "/registri/{city}/storia/{id}/scarti.xlsx",
];
/// Pages of one route that somebody opens: the addresses differ in what they filter by.
const MOST_OF_A_ROUTE: usize = 12;

/// What the program writes into its log, from every thread: how many lines, and those with the marker.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<(usize, Vec<String>)>>);

impl Log {
    /// The log of this process, kept from the first call on.
    fn kept() -> Self {
        static KEPT: LazyLock<Log> = LazyLock::new(|| {
            let log = Log::default();
            let lines = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE);
            tracing::subscriber::set_global_default(lines.with_writer(log.clone()).finish()).unwrap();
            log
        });
        KEPT.clone()
    }

    fn told(&self) -> (usize, Vec<String>) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        told.0 += 1;
        if holds(bytes) {
            told.1.push(String::from_utf8_lossy(bytes).into_owned());
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Log {
    type Writer = Self;

    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

fn holds(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).to_lowercase().contains(&MARKER.to_lowercase())
}

/// A marker in the body, in a sheet of the body or in a header.
fn shows(path: &str, answer: &Answer) -> bool {
    let workbook = (path.split('?').next().is_some_and(|path| path.ends_with(".xlsx"))
        && answer.status == StatusCode::OK)
        .then(|| sheets::read(&answer.body, "x.xlsx", &Limits::default()).unwrap());
    holds(&answer.body)
        || workbook.is_some_and(|workbook| holds(format!("{workbook:?}").as_bytes()))
        || answer
            .headers
            .iter()
            .any(|(name, value)| holds(name.as_str().as_bytes()) || holds(value.as_bytes()))
}

/// Everybody who must not meet it: all roles without a city, and who works in two other cities, one of which the
/// person is offered to.
fn others() -> Vec<Who> {
    let network = Role::ALL.into_iter().filter(|role| !role.is_of_a_city()).map(|role| who(role, None));
    let cities = [OFFERED, "H501"].into_iter().flat_map(|code| {
        let staff = Role::ALL.into_iter().filter(|role| role.is_of_a_city());
        staff.map(move |role| who(role, Some(city(code))))
    });
    network.chain(cities).collect()
}

/// Which route an address belongs to: parameters stand for anything.
fn template<'a>(lines: &'a [RouteLine], path: &str) -> Option<&'a RouteLine> {
    let pieces: Vec<&str> = path.split(['?', '#']).next()?.split('/').collect();
    let fits = |line: &&RouteLine| {
        let wanted: Vec<&str> = line.path.split('/').collect();
        line.method == Method::Get
            && wanted.len() == pieces.len()
            && wanted.iter().zip(&pieces).all(|(want, is)| want.starts_with('{') || want == is)
    };
    // A route without parameters is meant before one with.
    lines.iter().filter(fits).min_by_key(|line| line.path.matches('{').count())
}

/// The addresses of a route with everything that was planted in place of its parameters.
fn addresses(line: &RouteLine, planted: &Planted) -> Vec<String> {
    let person = planted.person.rsplit('/').next().unwrap();
    let is_persons = line.path.starts_with("/persone/{id}");
    let fill = |id: &str| {
        let mut first = true;
        let pieces = line.path.split('/').map(|piece| match piece {
            "{city}" => HOME,
            "{code}" => "N.2",
            "{name}" | "{lang}" | "{chapter}" | "{token}" => "boh",
            "{file}" if !is_persons => "tabella.csv",
            piece if piece.starts_with('{') => {
                let own = is_persons && std::mem::take(&mut first);
                if own { person } else { id }
            }
            piece => piece,
        });
        pieces.collect::<Vec<_>>().join("/")
    };
    let mut all: Vec<String> = planted.ids.iter().map(|id| fill(id)).collect();
    all.sort();
    all.dedup();
    all
}

/// What somebody found by following links.
struct Found<'a> {
    opened: usize,
    /// Routes with a page that shows the marker, and the first address of each.
    shown: BTreeMap<&'a str, String>,
}

/// Opens what a page links to, some addresses of each route.
async fn crawl<'a>(browser: &Browser, lines: &'a [RouteLine], name: &str) -> Found<'a> {
    let mut open = vec!["/".to_owned(), "/profilo".to_owned(), "/manuale".to_owned()];
    let starts = lines.iter().filter(|line| line.method == Method::Get && !line.path.contains('{'));
    open.extend(starts.map(|line| line.path.to_owned()));
    let (mut seen, mut of_route) = (BTreeSet::new(), BTreeMap::<&str, usize>::new());
    let mut shown = BTreeMap::new();
    while let Some(path) = open.pop() {
        let Some(line) = template(lines, &path) else { continue };
        let count = of_route.entry(line.path).or_default();
        if *count >= MOST_OF_A_ROUTE || !seen.insert(path.clone()) {
            continue;
        }
        *count += 1;
        let answer = browser.get(&path).await;
        assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path} as {name}");
        if shows(&path, &answer) {
            shown.entry(line.path).or_insert_with(|| path.clone());
        }
        open.extend((!answer.to.is_empty()).then(|| answer.to.clone()));
        let page = answer.text();
        let links = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
        open.extend(links.filter(|link| link.starts_with('/')).map(|link| link.replace("&#38;", "&")));
    }
    Found { opened: seen.len(), shown }
}

/// Asks for every route with what was planted, and sends every form to it.
async fn knock(browser: &Browser, lines: &[RouteLine], planted: &Planted, somebody: &Who) {
    let name = format!("{} of {:?}", somebody.role, somebody.city);
    let person = planted.person.rsplit('/').next().unwrap();
    for line in lines.iter().filter(|line| line.action != Action::OwnAccount) {
        for path in addresses(line, planted) {
            let answer = match line.method {
                Method::Get => browser.get(&path).await,
                // Signing out and in is tested elsewhere.
                Method::Post if line.action == Action::Open => continue,
                Method::Post => browser.post(&path, &[]).await,
            };
            assert_ne!(answer.status, StatusCode::INTERNAL_SERVER_ERROR, "{path} as {name}");
            assert!(!shows(&path, &answer), "{path} as {name}: {}", answer.text());
            if path.starts_with(&planted.person) {
                let what = format!("{} {path} as {name}", super::word(line.method));
                if line.method == Method::Get {
                    assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what}");
                } else {
                    // An empty form is refused, and in the same words as for somebody who does not exist.
                    let nobody = browser.post(&path.replace(person, NOBODY), &[]).await;
                    assert!(answer.status.is_client_error(), "{what}: {}", answer.status);
                    assert_eq!(answer.status, nobody.status, "{what}");
                    assert_eq!(answer.text().replace(person, NOBODY), nobody.text(), "{what}");
                }
            }
        }
    }
}

async fn nobody_meets_the_name(folder: &Path, database: Option<String>) {
    let log = Log::kept();
    let place = PlaceArguments { data: folder.to_owned(), database };
    let app: Arc<App> = Arc::new(place.open().await.unwrap());
    let lines = sorted(&routes(&app, &app.access().await.unwrap()));
    let pages = pages(&app).await;
    let planted = plant(&pages).await;
    assert!(planted.ids.len() > 15, "{:?}", planted.ids);
    // The city itself meets it by following links: the test looks for what is there.
    let found = crawl(&Browser::of(&pages, &access::testing::lead(HOME)), &lines, "the city").await;
    for route in AT_HOME {
        assert!(found.shown.contains_key(route), "{route}: {:?}", found.shown);
    }
    for somebody in others() {
        let browser = Browser::of(&pages, &somebody);
        let name = format!("{} of {:?}", somebody.role, somebody.city);
        let found = crawl(&browser, &lines, &name).await;
        assert_eq!(found.shown, BTreeMap::new(), "{name}");
        assert!(found.opened > 10, "{name} opened {} pages", found.opened);
        knock(&browser, &lines, &planted, &somebody).await;
    }
    let (lines, with_the_name) = log.told();
    assert_eq!(with_the_name, Vec::<String>::new(), "the log of the program");
    assert!(lines > 0, "the log was kept");
    app.close().await;
}

#[tokio::test]
async fn a_name_written_everywhere_is_met_by_nobody_else() {
    let folder = tempfile::tempdir().unwrap();
    nobody_meets_the_name(folder.path(), None).await;
}

#[tokio::test]
async fn a_name_written_everywhere_is_met_by_nobody_else_on_postgres() {
    let Some(address) = store::testing::postgres_address().await else { return };
    let folder = tempfile::tempdir().unwrap();
    nobody_meets_the_name(folder.path(), Some(address)).await;
}
