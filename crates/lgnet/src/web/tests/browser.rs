//! Requests to the whole product as somebody who signed in, without a network between.

use std::time::Duration;

use access::{Who, testing};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use tower::ServiceExt as _;

/// What came back.
pub struct Answer {
    pub status: StatusCode,
    /// Where a redirect leads.
    pub to: String,
    pub headers: HeaderMap,
    pub body: Vec<u8>,
}

impl Answer {
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

pub struct Browser {
    pages: Router,
}

impl Browser {
    pub fn of(pages: &Router, who: &Who) -> Self {
        Self { pages: testing::signed_in(pages.clone(), who) }
    }

    async fn send(&self, method: Method, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        let path = path.split('#').next().unwrap();
        let request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, "127.0.0.1:8080")
            .header(header::ACCEPT_LANGUAGE, "it")
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        let response = self.pages.clone().oneshot(request).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        let to = headers.get(header::LOCATION).map_or("", |to| to.to_str().unwrap()).to_owned();
        let body = to_bytes(response.into_body(), usize::MAX).await.unwrap().to_vec();
        Answer { status, to, headers, body }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, "text/plain", Vec::new()).await
    }

    /// A page that must come as asked.
    pub async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.text());
        answer.text()
    }

    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let encode = |text: &str| text.bytes().map(|byte| format!("%{byte:02X}")).collect::<String>();
        let pairs: Vec<String> =
            fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
        self.send(Method::POST, path, "application/x-www-form-urlencoded", pairs.join("&").into_bytes()).await
    }

    /// Opens a form and sends it with its hidden fields. Gives where it leads: it must be taken.
    pub async fn fill(&self, form: &str, to: &str, fields: &[(&str, &str)]) -> String {
        let page = self.page(form).await;
        // A form without an address is sent to the page it stands on.
        let main = page.split("<main").nth(1).unwrap();
        let named = main.split_once(&format!("action=\"{to}\""));
        let (_, inside) = named.or_else(|| main.split_once("<form method=\"post\"")).unwrap();
        let inside = inside.split("</form>").next().unwrap();
        let hidden = inside.split("<input type=\"hidden\" name=\"").skip(1).filter_map(|rest| {
            let (name, rest) = rest.split_once("\" value=\"")?;
            Some((name, rest.split('"').next()?))
        });
        let hidden: Vec<_> =
            hidden.filter(|(name, _)| fields.iter().all(|(given, _)| given != name)).collect();
        let answer = self.post(to, &[&hidden[..], fields].concat()).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{to}: {}", answer.text());
        answer.to.split(['?', '#']).next().unwrap().to_owned()
    }

    /// Sends a file as a form does, with a hidden `modulo` where there is one.
    pub async fn bring(&self, path: &str, modulo: &str, name: &str, bytes: &[u8]) -> Answer {
        let mut body = format!(
            "--b\r\nContent-Disposition: form-data; name=\"modulo\"\r\n\r\n{modulo}\r\n\
             --b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        )
        .into_bytes();
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--b--\r\n");
        self.send(Method::POST, path, "multipart/form-data; boundary=b", body).await
    }

    /// Imports the file that waits at an address; gives the address of the result.
    pub async fn import(&self, file: &str) -> String {
        let begun = self.post(&format!("{file}/importa"), &[]).await;
        assert_eq!(begun.to, format!("{file}/avanzamento"), "{}", begun.text());
        for _ in 0..600 {
            let answer = self.get(&begun.to).await;
            if !answer.to.is_empty() {
                return answer.to;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("the import does not end");
    }
}

/// The identifier that the first form of a page carries.
pub fn modulo(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"modulo\" value=\"").expect("the form carries a modulo");
    rest.split('"').next().unwrap().to_owned()
}
