//! People across cities: published figures, quality on populations whose truth is known, what holds of every
//! network, and an attack on the encodings.
#![expect(clippy::unwrap_used, reason = "a test crate")]

mod attack;
mod calibration;
mod cities;
mod febrl;
#[path = "../quality/names.rs"]
mod names;
mod properties;
mod quality;
#[path = "../quality/register.rs"]
#[expect(dead_code, reason = "registers of a city, of which parts are used here")]
mod register;
mod siblings;
