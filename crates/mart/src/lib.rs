//! Facts, partitions and `ask`: every number of the product comes from here.

mod answer;
mod ask;
mod axes;
mod count;
mod export;
mod fact;
mod facts;
mod households;
mod index;
mod layout;
mod live;
mod mart;
mod memo;
mod names;
mod network;
mod overlap;
pub mod parquet_file;
mod plan;
mod question;
mod rules;
mod scan;
mod sessions;
mod spans;
mod vulnerability;

pub use answer::{Answer, Cell, Label, Provenance, Status, Unit};
pub use export::ExportFormat;
pub use fact::{Fact, Partition, UNKNOWN, kind};
pub use facts::{Facts, FactsBuilder};
pub use live::{FactSource, FactsFuture, Live, Upkeep, UpkeepFuture};
pub use mart::Mart;
pub use names::{Dimension, Measure};
pub use overlap::Overlap;
pub use question::{AsOf, Basis, Filter, Question};
pub use rules::AskError;
pub use vulnerability::Vulnerability;
