//! One person, however they are written: folding and scoring of names, and the resolution of written forms
//! into persons inside one city. `docs/linkage.md` explains the method in plain words.

mod candidates;
mod decisions;
mod fold;
mod form;
mod groups;
pub mod network;
mod population;
mod resolve;
mod score;
mod sound;

pub use decisions::{Decision, Decisions};
pub use fold::{FoldedName, fold_name};
pub use form::{Form, form_key};
pub use population::Population;
pub use resolve::{Doubtful, Party, Placement, Resolution, resolve};
pub use score::{
    BirthAgreement, Score, citizenship_weight, gender_weight, name_weight, score, word_likeness,
};
