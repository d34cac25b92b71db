//! Routes that cannot exist without a rule.

use std::convert::Infallible;

use axum::Router;
use axum::extract::Request;
use axum::handler::Handler;
use axum::middleware::from_fn_with_state;
use axum::response::IntoResponse;
use axum::routing::{MethodRouter, Route, get, post};
use tower::{Layer, Service};

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

    /// The same with something around the handlers and their gates, such as `map_response`.
    #[must_use]
    pub fn layer<L>(mut self, layer: L) -> Self
    where
        L: Layer<Route> + Clone + Send + Sync + 'static,
        L::Service: Service<Request> + Clone + Send + Sync + 'static,
        <L::Service as Service<Request>>::Response: IntoResponse + 'static,
        <L::Service as Service<Request>>::Error: Into<Infallible> + 'static,
        <L::Service as Service<Request>>::Future: Send + 'static,
    {
        self.router = self.router.route_layer(layer);
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
