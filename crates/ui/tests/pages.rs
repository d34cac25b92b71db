//! Pages as a browser gets them: every part in both languages, the frame, errors, the door.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use askama::Template;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, Response, StatusCode, header};
use axum::routing::{get, post};
use tower::ServiceExt;
use ui::{Lang, Page, Problem, Say, Shell};

mod samples;

fn shell() -> Shell {
    let moment = kernel::Timestamp::from_micros(1_760_425_920_000_000);
    Shell::new([samples::MESSAGES]).unwrap().demo(true).data_moment(move || Some(moment))
}

async fn ask(request: axum::http::request::Builder) -> (Response<()>, String) {
    let routes = Router::new()
        .route("/campione", post(|| async { "received" }))
        .route(
            "/numero/{n}",
            get(|axum::extract::Path(n): axum::extract::Path<u32>| async move { n.to_string() }),
        )
        .route(
            "/rotta",
            get(|| async { Err::<(), _>(Problem::from(std::io::Error::other("the secret cause"))) }),
        )
        .route(
            "/errata",
            get(|| async { Problem::bad_request(Say::new("sample-rows").with("n", 2).with("city", "Bari")) }),
        );
    let open = ui::open_routes().into_iter();
    let routes = open.fold(routes, |routes, (path, page)| routes.route(path, page));
    let response = ui::dress(routes, shell()).oneshot(request.body(Body::empty()).unwrap()).await.unwrap();
    let (parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap();
    (Response::from_parts(parts, ()), String::from_utf8_lossy(&bytes).into_owned())
}

fn to(address: &str) -> axum::http::request::Builder {
    Request::get(address).header(header::HOST, "127.0.0.1:8080")
}

#[test]
fn every_part_is_sound_in_both_languages() {
    for lang in Lang::ALL {
        for sample in samples::pages(&Page::of(&shell(), lang, "/?a=1")) {
            let html = sample.render().unwrap();
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{html}");
            assert!(html.contains(lang.pick("Dati dimostrativi", "Demonstration data")));
            assert!(
                html.contains(lang.pick("Correggi", "Mend")) || html.contains(lang.pick("Niente", "Nothing"))
            );
        }
    }
}

#[tokio::test]
async fn the_pages_of_every_installation_are_sound() {
    for lang in Lang::ALL {
        for path in ["/accessibilita", "/privacy", "/tasti", "/nessuna"] {
            let (response, html) = ask(to(&format!("{path}?lang={lang}"))).await;
            assert_eq!(ui::check::page(&html), Vec::<String>::new(), "{html}");
            assert!(html.contains(&format!("<html lang=\"{lang}\">")));
            let cookie = response.headers()[header::SET_COOKIE].to_str().unwrap();
            assert!(cookie.starts_with(&format!("lgnet_lang={lang};")), "{cookie}");
        }
    }
    let (response, body) = ask(to("/salute")).await;
    assert_eq!(response.status(), StatusCode::OK);
    assert_eq!(body, format!(r#"{{"status":"ok","version":"{}"}}"#, Shell::version()));
}

#[test]
fn words_of_people_are_escaped() {
    let page = Page::of(&shell(), Lang::It, "/?q=\"><b>");
    let page = page.titled(ui::Section::Network, "<script>alert(1)</script>");
    let kept =
        SafePage { page: page.clone(), figure: ui::parts::Figure::new("<i>1</i>", "<i>a</i>", "<i>b</i>") };
    let html = kept.render().unwrap();
    for raw in ["<script>alert", "\"><b>", "<i>"] {
        assert!(!html.contains(raw), "{raw} in {html}");
    }
}

#[derive(Template)]
#[template(
    ext = "html",
    source = "{% extends \"base.html\" %}{% block main %}<h1>{{ page.title }}</h1><dl>{{ figure }}</dl>{% endblock %}"
)]
struct SafePage {
    page: Page,
    figure: ui::parts::Figure,
}

#[tokio::test]
async fn errors_say_what_and_what_to_do() {
    let (response, html) = ask(to("/nessuna?lang=it")).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert!(html.contains("<h1>Questa pagina non c’è</h1>") && html.contains("/nessuna"), "{html}");

    let (response, html) = ask(to("/errata?lang=en")).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert!(html.contains("<h1>Mend 2 rows of the register of Bari</h1>"), "{html}");

    let (response, html) = ask(to("/rotta?lang=en")).await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(html.contains("the program is at fault") && !html.contains("secret"), "{html}");

    let (response, html) = ask(to("/numero/sette?lang=it")).await;
    assert_eq!(response.status(), StatusCode::BAD_REQUEST);
    assert!(html.contains("<h1>La richiesta non si può leggere</h1>"), "{html}");

    let (response, html) = ask(to("/campione?lang=it")).await;
    assert_eq!(response.status(), StatusCode::METHOD_NOT_ALLOWED);
    assert!(html.contains("<h1>Questa pagina non si può usare così</h1>"), "{html}");
}

#[tokio::test]
async fn programs_get_their_errors_as_json() {
    let (response, body) = ask(to("/nessuna?lang=en").header(header::ACCEPT, "application/json")).await;
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/problem+json");
    let problem: serde_json::Value = serde_json::from_str(&body).unwrap();
    assert_eq!(problem["status"], 404);
    assert_eq!(problem["title"], "This page does not exist");
    assert_eq!(problem["instance"], "/nessuna");
}

#[tokio::test]
async fn other_names_and_other_sites_stay_outside() {
    let (response, _) = ask(Request::get("/tasti").header(header::HOST, "evil.example")).await;
    assert_eq!(response.status(), StatusCode::MISDIRECTED_REQUEST);
    let here = || Request::post("/campione").header(header::HOST, "127.0.0.1:8080");
    let (response, body) = ask(here().header("sec-fetch-site", "cross-site")).await;
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    assert!(!body.contains("received"));
    let (response, body) = ask(here().header("sec-fetch-site", "same-origin")).await;
    assert_eq!((response.status(), body.as_str()), (StatusCode::OK, "received"));
}

#[tokio::test]
async fn every_response_carries_the_security_headers() {
    for address in ["/tasti", "/nessuna", "/salute", &ui::assets::href("app.css")] {
        let (response, _) = ask(to(address)).await;
        let policy = response.headers()["content-security-policy"].to_str().unwrap();
        assert!(
            policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"),
            "{address}: {policy}"
        );
        assert_eq!(response.headers()["x-content-type-options"], "nosniff");
        assert_eq!(response.headers()["referrer-policy"], "same-origin");
    }
}

#[tokio::test]
async fn assets_are_kept_for_good_and_sent_compressed() {
    for name in ["app.css", "app.js", "icons.svg", "favicon.svg"] {
        let address = ui::assets::href(name);
        assert_ne!(address, format!("/assets/{name}"), "{name} is not in the manifest");
        let (response, _) = ask(to(&address).header(header::ACCEPT_ENCODING, "gzip")).await;
        assert_eq!(response.status(), StatusCode::OK, "{address}");
        assert!(response.headers()[header::CACHE_CONTROL].to_str().unwrap().contains("immutable"));
        assert_eq!(response.headers()[header::CONTENT_ENCODING], "gzip", "{address}");
    }
    let (response, _) = ask(to("/assets/..%2f..%2fCargo.toml")).await;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    let (page, _) = ask(to("/tasti")).await;
    assert_eq!(page.headers()[header::CACHE_CONTROL], "private, no-cache");
}
