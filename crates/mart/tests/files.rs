//! Facts go to files and come back the same.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::path::Path;
use std::sync::Arc;

use arrow_array::{RecordBatch, UInt32Array};
use kernel::{AgeBracket, Gender};
use mart::{ExportFormat, Fact, FactsBuilder, Mart, Partition, kind, parquet_file};
use parquet::arrow::ArrowWriter;
use parquet::file::metadata::KeyValue;
use parquet::file::properties::WriterProperties;
use proptest::prelude::*;

fn partition() -> Partition {
    Partition { city: "A662".parse().unwrap(), month: "2025-03".parse().unwrap() }
}

proptest! {
    #[test]
    fn a_partition_reads_as_it_was_written(
        rows in prop::collection::vec(
            (
                1..29_u32,
                prop::option::of(0..90_u64),
                "[a-z_, \"=]{0,6}",
                0..4_usize,
                any::<Option<u32>>(),
                any::<Option<i64>>(),
            ),
            1..60,
        ),
        version in 1..i64::MAX,
    ) {
        let mut builder = FactsBuilder::default();
        for (day, lasts, text, code, minutes, amount_cents) in &rows {
            let day_of_month = day;
            let day = kernel::Day::from_ymd_opt(2025, 3, *day).unwrap();
            builder.push(&Fact {
                day, until: lasts.map(|days| day + chrono::Days::new(days)), kind: kind::ALL[*code],
                household: *day_of_month, vulnerabilities: *day_of_month << 27, outcome: text, service: text, citizenship: text, subject: *code as u32 + 1, gender: Gender::ALL[*code],
                age: AgeBracket::ALL[*code], minutes: *minutes, amount_cents: *amount_cents, recorded_on: day,
                ..Fact::default()
            });
        }
        let facts = builder.finish();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.parquet");
        parquet_file::write(&facts, partition(), version, &path).unwrap();
        let (read, found) = parquet_file::read(&path).unwrap().unwrap();
        prop_assert_eq!(found, version);
        prop_assert!(read.iter().eq(facts.iter()));
    }
}

#[test]
fn a_damaged_or_foreign_file_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.parquet");
    assert!(parquet_file::read(&path).unwrap_err().to_string().contains("x.parquet"));
    std::fs::write(&path, b"PAR1 nothing of the kind PAR1").unwrap();
    assert!(parquet_file::read(&path).is_err());
}

#[test]
fn an_export_holds_every_fact_of_the_months_asked_for() {
    let mart = Mart::default();
    for month in ["2025-02", "2025-03", "2025-04"] {
        let month: kernel::Month = month.parse().unwrap();
        let mut builder = FactsBuilder::default();
        for subject in 1..=3 {
            let until = (subject == 2).then(|| month.last());
            let fact = Fact { day: month.first(), until, point: "=2+2, \"x\"", subject, ..Fact::default() };
            builder.push(&Fact { kind: kind::STAY, outcome: "helpful", ..fact });
        }
        mart.put(Partition { month, ..partition() }, builder.finish());
    }
    let folder = tempfile::tempdir().unwrap();
    let files = mart.export(&"2025-03..2025-04".parse().unwrap(), ExportFormat::Csv, folder.path()).unwrap();
    let names: Vec<_> = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["A662-2025-03.csv", "A662-2025-04.csv"]);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert_eq!(text.lines().count(), 4);
    assert!(text.starts_with("city,day,until,kind,"), "{text}");
    assert!(text.contains("A662,2025-03-01,,stay,"), "{text}");
    assert!(text.contains("A662,2025-03-01,2025-03-31,stay,"), "{text}");
    assert!(text.contains(",helpful,1,0,0,0,"), "{text}");
    assert!(text.contains(",\"'=2+2, \"\"x\"\"\","), "{text}");
    let files = mart.export(&"2025".parse().unwrap(), ExportFormat::Parquet, folder.path()).unwrap();
    assert_eq!(files.len(), 3);
    assert_eq!(parquet_file::read(&files[2]).unwrap().unwrap().0.len(), 3);
}

/// A file that says it has a format, and has one column.
fn foreign(path: &Path, format: &str) {
    let column: arrow_array::ArrayRef = Arc::new(UInt32Array::from(vec![1, 2]));
    let batch = RecordBatch::try_from_iter([("subject", column)]).unwrap();
    let told = [("lgnet.format", format), ("lgnet.version", "1")];
    let told = told.map(|(name, value)| KeyValue::new(name.to_owned(), value.to_owned()));
    let properties = WriterProperties::builder().set_key_value_metadata(Some(told.to_vec())).build();
    let file = std::fs::File::create(path).unwrap();
    let mut writer = ArrowWriter::try_new(file, batch.schema(), Some(properties)).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
}

#[test]
fn a_file_of_an_earlier_shape_is_none_and_one_without_its_columns_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("x.parquet");
    foreign(&path, "1");
    assert!(parquet_file::read(&path).unwrap().is_none());
    foreign(&path, "2");
    assert!(parquet_file::read(&path).unwrap_err().to_string().contains("column day is missing"));
}
