//! What every page shares: the frame around it, the language it speaks, the parts it is made of,
//! the way numbers and days are written, errors, and the guard at the door.
//!
//! A page is a template that extends `base.html` and holds a [`Page`]; `docs/ADDING-A-PAGE.md` walks
//! through one. [`dress`] puts the frame, the assets and the guard around the routes of all slices.

mod about;
pub mod address;
pub mod assets;
pub mod check;
mod cookie;
mod door;
mod dress;
mod elision;
pub mod format;
mod guard;
pub mod help;
mod lang;
pub mod messages;
mod page;
pub mod parts;
mod problem;
mod reader;
mod say;
mod shell;
pub mod waits;

pub use about::open_routes;
pub use cookie::{SESSION_COOKIES, cookie};
pub use door::Door;
pub use dress::dress;
pub use lang::Lang;
pub use messages::{Messages, Source};
pub use page::Page;
pub use problem::{Problem, render};
pub use reader::Reader;
pub use say::{Say, ToValue, Value};
pub use shell::{Section, Shell};

/// The messages of the shell and of its parts; every [`Shell`] holds them.
pub const MESSAGES: Source =
    Source { name: "ui", it: include_str!("../locales/it.ftl"), en: include_str!("../locales/en.ftl") };
