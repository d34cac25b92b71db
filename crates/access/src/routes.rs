//! Routes that cannot exist without a rule.

use axum::Router;
use axum::handler::Handler;
use axum::http::{HeaderValue, header};
use axum::middleware::{from_fn_with_state, map_response};
use axum::response::Response;
use axum::routing::{MethodRouter, get, post};

use crate::{Action, gate};

/// How a route is asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Method {
    /// Reads.
    Get,
    /// Writes.
    Post,
}

/// A line of the printed table of routes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct RouteLine {
    /// The address, with its parameters in braces.
    pub path: &'static str,
    /// How it is asked.
    pub method: Method,
    /// What one must be allowed to do.
    pub action: Action,
}

/// Routes of a slice, each with the action its gate checks.
pub struct Routes<S = ()> {
    router: Router<S>,
    lines: Vec<RouteLine>,
}

impl<S: Clone + Send + Sync + 'static> Default for Routes<S> {
    fn default() -> Self {
        Self { router: Router::new(), lines: Vec::new() }
    }
}

impl<S: Clone + Send + Sync + 'static> Routes<S> {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A page that is read.
    #[must_use]
    pub fn get<H, T>(self, path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.on(Method::Get, path, action, get(handler))
    }

    /// A form that writes.
    #[must_use]
    pub fn post<H, T>(self, path: &'static str, action: Action, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        self.on(Method::Post, path, action, post(handler))
    }

    /// A route with layers of its own, such as a limit on what is received. `router` must answer `method` alone.
    #[must_use]
    pub fn on(mut self, method: Method, path: &'static str, action: Action, router: MethodRouter<S>) -> Self {
        self.lines.push(RouteLine { path, method, action });
        let gated = router.route_layer(from_fn_with_state(action, gate::pass));
        self.router = self.router.route(path, gated);
        self
    }

    /// These and those of another slice.
    #[must_use]
    pub fn merge(mut self, other: Self) -> Self {
        self.lines.extend(other.lines);
        self.router = self.router.merge(other.router);
        self
    }

    /// The same, kept by no browser and no proxy: for pages that show people or what opens an account.
    #[must_use]
    pub fn kept_nowhere(mut self) -> Self {
        self.router = self.router.route_layer(map_response(|mut response: Response| async move {
            response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }));
        self
    }

    /// The routes with their state.
    pub fn with_state(self, state: S) -> Routes {
        Routes { router: self.router.with_state(state), lines: self.lines }
    }

    /// The table of routes.
    pub fn lines(&self) -> &[RouteLine] {
        &self.lines
    }
}

impl Routes {
    /// The pages and files that every installation has, open to anybody.
    pub fn open() -> Self {
        let pages = ui::open_routes().into_iter();
        pages.fold(Self::new(), |routes, (path, router)| routes.on(Method::Get, path, Action::Open, router))
    }

    /// What the server serves.
    pub fn into_router(self) -> Router {
        self.router
    }
}
