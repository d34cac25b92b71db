//! One person across cities, without a name leaving any of them.
//!
//! A city makes an [`Encoding`] of each of its people ([`Encoder`], [`Identity`]); only that leaves it. A
//! [`Network`] of encodings says which are one person. It is a function of the encodings and of what people
//! decided ([`crate::Decision`]), whatever the order in which they came. `docs/linkage.md` explains the method in plain
//! words.

pub mod clk;
mod cluster;
mod common;
mod compare;
mod encoder;
mod encoding;
mod filter;
mod identity;
mod index;
mod key;
mod model;
mod pattern;
mod pinyin;
mod prior;
mod sensitivity;
mod state;

pub use encoder::{Encoder, FurtherField};
pub use encoding::{Encoding, EncodingError};
pub use identity::Identity;
pub use key::NetworkKey;
pub use sensitivity::{Band, sensitivity};
pub use state::{Edit, Handle, Moved, Network, Question, Thresholds};
