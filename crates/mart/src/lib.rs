//! Facts, partitions and `ask`: every number of the product comes from here.

mod answer;
mod ask;
mod count;
mod export;
mod facts;
mod index;
mod live;
mod mart;
mod memo;
mod network;
pub mod parquet_file;
mod plan;
mod question;
mod scan;
mod sessions;

pub use answer::{Answer, Cell, Label, Provenance, Status, Unit};
pub use export::ExportFormat;
pub use facts::{Fact, Facts, FactsBuilder, Partition, UNKNOWN};
pub use live::{FactSource, FactsFuture, Live};
pub use mart::Mart;
pub use question::{AsOf, AskError, Basis, Dimension, Filter, Measure, Question};
