//! Facts, partitions and `ask`: every number of the product comes from here.

mod answer;
mod ask;
mod count;
mod facts;
mod index;
mod mart;
mod network;
mod plan;
mod question;
mod scan;

pub use answer::{Answer, Cell, Provenance, Status, Unit};
pub use facts::{Fact, Facts, FactsBuilder, Partition, UNKNOWN};
pub use mart::Mart;
pub use question::{AsOf, AskError, Basis, Dimension, Filter, Measure, Question};
