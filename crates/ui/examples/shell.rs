//! Serves the shell with every part at `http://127.0.0.1:PORT` (8099 unless given): a look at the design
//! without data. `/` is as usual, `/campioni/1` is empty, `/campioni/2` has
//! very long words, `/campioni/3` other scripts.

#[path = "../tests/samples/mod.rs"]
mod samples;

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::get;
use ui::{Page, Problem, Shell};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port: u16 = std::env::args().nth(1).map_or(Ok(8099), |port| port.parse())?;
    let moment = kernel::Timestamp::from_micros(1_760_425_920_000_000);
    let shell = Shell::new([samples::MESSAGES])?.demo(true).data_moment(move || Some(moment));
    let routes = Router::new().route("/", get(|page: Page| async move { show(&page, 0) })).route(
        "/campioni/{sample}",
        get(|page: Page, Path(sample): Path<usize>| async move { show(&page, sample) }),
    );
    let listener = tokio::net::TcpListener::bind(("127.0.0.1", port)).await?;
    axum::serve(listener, ui::dress(routes, shell)).await?;
    Ok(())
}

fn show(page: &Page, sample: usize) -> Result<Response, Problem> {
    samples::pages(page).get(sample).map(ui::render).ok_or_else(Problem::not_found)
}
