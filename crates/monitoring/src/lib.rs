//! Monitoring: the indicators, and the pages that show and compare them. It counts facts; it knows no names.

pub mod model;
mod pages;

pub use model::{Indicator, Indicators};
pub use pages::{Certain, Certainty, CertaintyFuture, Monitor, funnel_svg, routes};

/// The messages of this slice.
pub const MESSAGES: ui::Source = ui::Source {
    name: "monitoring",
    it: include_str!("../locales/it.ftl"),
    en: include_str!("../locales/en.ftl"),
};
