//! Every route of the product, printed with who may ask it, and asked as everybody.

mod browser;
mod marker;
mod planted;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use access::{Action, Method, Role, RouteLine, Routes, Stopped, Whose, testing};
use axum::Router;
use axum::body::Body;
use axum::http::{Request, StatusCode, header};
use axum::response::Response;
use tower::ServiceExt as _;
use ui::Shell;

use super::routes;
use crate::app::App;
use crate::cli::PlaceArguments;

/// Roles in columns of two letters, as in the matrix of the policies.
const SHORT: [(Role, &str); 10] = [
    (Role::Operator, "op"),
    (Role::StreetOperator, "st"),
    (Role::CityLead, "le"),
    (Role::MonitoringOfficer, "mo"),
    (Role::Authority, "au"),
    (Role::Elected, "el"),
    (Role::Trainer, "tr"),
    (Role::Trainee, "ts"),
    (Role::Auditor, "ad"),
    (Role::Administrator, "am"),
];

async fn installation(folder: &Path) -> App {
    let place = PlaceArguments { data: folder.to_owned(), database: None };
    place.open().await.unwrap()
}

/// The lines in the order they are printed.
fn sorted(routes: &Routes) -> Vec<RouteLine> {
    let mut lines = routes.lines().to_vec();
    lines.sort_unstable();
    lines
}

fn word(method: Method) -> &'static str {
    match method {
        Method::Get => "GET",
        Method::Post => "POST",
    }
}

fn names_a_city(line: &RouteLine) -> bool {
    line.path.contains("{city}")
}

/// Whether the gate lets a role through: to what is theirs, and to another city where the address names one.
fn permitted(role: Role, line: &RouteLine) -> (bool, bool) {
    let policies = testing::policies();
    if line.action == Action::Open {
        return (true, true);
    }
    let may = |whose| policies.decide(role, line.action, whose);
    let theirs = if role.is_of_a_city() { Whose::OwnCity } else { Whose::Network };
    if names_a_city(line) {
        let own = if role.is_of_a_city() { Whose::OwnCity } else { Whose::OtherCity };
        return (may(own), may(Whose::OtherCity));
    }
    (may(theirs), may(theirs))
}

/// Every route and who may ask it, as a text.
fn table(lines: &[RouteLine]) -> String {
    let mut text = String::from(
        "Every route of the product, its action, and who may ask it.\n\
         Written by `UPDATE=1 cargo test -p lgnet routes`; read before it is committed.\n\n\
         x  may ask it      o  may ask it of their own city      ·  is answered 404\n\
         Routes of the action «open» are for anybody; who did not sign in is sent to /accesso by the others.\n\
         What a page shows of a city is that of who asks, where its address names none.\n\n",
    );
    for (role, short) in SHORT {
        writeln!(text, "  {short}  {role}").unwrap();
    }
    let heads: Vec<&str> = SHORT.iter().map(|(_, short)| *short).collect();
    writeln!(text, "\n{:<72}{:<22}{}", "", "action", heads.join("  ")).unwrap();
    for line in lines {
        let marks: Vec<&str> = SHORT
            .iter()
            .map(|(role, _)| match permitted(*role, line) {
                (_, true) => "x",
                (true, false) => "o",
                (false, false) => "·",
            })
            .collect();
        let address = format!("{:<5}{}", word(line.method), line.path);
        writeln!(text, "{address:<72}{:<22}{}", line.action.code(), marks.join("   ")).unwrap();
    }
    text
}

#[tokio::test]
async fn the_table_of_routes_is_as_committed() {
    let folder = tempfile::tempdir().unwrap();
    let app = installation(folder.path()).await;
    let now = table(&sorted(&routes(&app, &app.access().await.unwrap())));
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/output/routes.txt");
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, &now).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(now, committed, "the routes have changed: read the difference, then run with UPDATE=1");
}

#[tokio::test]
async fn every_action_has_a_route_and_somebody_who_may() {
    let folder = tempfile::tempdir().unwrap();
    let app = installation(folder.path()).await;
    let lines = sorted(&routes(&app, &app.access().await.unwrap()));
    for action in Action::ALL {
        // Some actions are parts of a page: the page asks for them itself.
        let is_part = matches!(action, Action::ReadSpecial | Action::SeeSmallNumbers);
        assert!(
            is_part || lines.iter().any(|line| line.action == *action),
            "no route asks to {}",
            action.code()
        );
    }
    for line in &lines {
        let somebody = Role::ALL.into_iter().any(|role| permitted(role, line).0);
        assert!(somebody, "nobody may ask {} {}", word(line.method), line.path);
    }
}

/// An address of a route, with something in place of its parameters.
fn address(line: &RouteLine, city: &str) -> String {
    let parameters = BTreeMap::from([("city", city), ("code", "N.2"), ("file", "tabella.csv")]);
    let pieces = line.path.split('/').map(|piece| {
        match piece.strip_prefix('{').and_then(|piece| piece.strip_suffix('}')) {
            Some(name) => parameters.get(name).copied().unwrap_or("018f2b6e-7c1a-7000-8000-000000000001"),
            None => piece,
        }
    });
    pieces.collect::<Vec<_>>().join("/")
}

async fn ask(pages: &Router, line: &RouteLine, city: &str) -> Response {
    let request = Request::builder()
        .method(word(line.method))
        .uri(address(line, city))
        .header(header::HOST, "127.0.0.1:8080")
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty())
        .unwrap();
    pages.clone().oneshot(request).await.unwrap()
}

/// The whole product, without the layer that reads the session: who asks is said by the test.
async fn pages(app: &App) -> Router {
    let shell = Shell::new(super::messages()).unwrap();
    ui::dress(routes(app, &app.access().await.unwrap()).into_router(), shell)
}

#[tokio::test]
async fn each_route_answers_each_role_as_the_table_says() {
    let folder = tempfile::tempdir().unwrap();
    let app = Arc::new(installation(folder.path()).await);
    let lines = sorted(&routes(&app, &app.access().await.unwrap()));
    let pages = pages(&app).await;
    let home = testing::city("A662");
    for line in &lines {
        let what = format!("{} {}", word(line.method), line.path);
        let response = ask(&pages, line, "A662").await;
        let stopped = response.extensions().get::<Stopped>().copied();
        if line.action == Action::Open {
            assert_eq!(stopped, None, "{what} as nobody");
        } else {
            assert_eq!(stopped, Some(Stopped::SignIn), "{what} as nobody");
            assert_eq!(response.status(), StatusCode::SEE_OTHER, "{what} as nobody");
            let to = response.headers()[header::LOCATION].to_str().unwrap();
            assert!(to == "/accesso" || to.starts_with("/accesso?poi="), "{what} as nobody: {to}");
        }
        for role in Role::ALL {
            let pages = testing::signed_in(pages.clone(), &testing::who(role, Some(home)));
            let (own, other) = permitted(role, line);
            let cities = [("A662", own), ("H501", other)];
            for (city, may) in cities.into_iter().take(if names_a_city(line) { 2 } else { 1 }) {
                let response = ask(&pages, line, city).await;
                let stopped = response.extensions().get::<Stopped>().copied();
                let status = response.status();
                let what = format!("{what} of {city} as {role}: {status}");
                assert_ne!(status, StatusCode::INTERNAL_SERVER_ERROR, "{what}");
                if may {
                    assert_eq!(stopped, None, "{what}");
                } else if line.path == "/" {
                    // The door of the house leads everybody to their own first page.
                    assert_eq!((stopped, status), (Some(Stopped::Denied), StatusCode::SEE_OTHER), "{what}");
                } else {
                    assert_eq!((stopped, status), (Some(Stopped::Denied), StatusCode::NOT_FOUND), "{what}");
                }
            }
        }
    }
}
