//! Facts go to files and come back the same.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use kernel::{AgeBracket, Gender};
use mart::{ExportFormat, Fact, FactsBuilder, Mart, Partition, parquet_file};
use proptest::prelude::*;

fn partition() -> Partition {
    Partition { city: "A662".parse().unwrap(), month: "2025-03".parse().unwrap() }
}

proptest! {
    #[test]
    fn a_partition_reads_as_it_was_written(
        rows in prop::collection::vec((1..29_u32, "[a-z_, \"=]{0,6}", 0..4_usize, any::<Option<u32>>(), any::<Option<i64>>()), 1..60),
        version in 1..i64::MAX,
    ) {
        let mut builder = FactsBuilder::default();
        for (day, text, code, minutes, amount_cents) in &rows {
            let day = kernel::Day::from_ymd_opt(2025, 3, *day).unwrap();
            builder.push(&Fact {
                day, service: text, citizenship: text, subject: *code as u32 + 1, gender: Gender::ALL[*code],
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
            builder.push(&Fact { day: month.first(), point: "=2+2, \"x\"", subject, ..Fact::default() });
        }
        mart.put(Partition { month, ..partition() }, builder.finish());
    }
    let folder = tempfile::tempdir().unwrap();
    let files = mart.export(&"2025-03..2025-04".parse().unwrap(), ExportFormat::Csv, folder.path()).unwrap();
    let names: Vec<_> = files.iter().map(|file| file.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["A662-2025-03.csv", "A662-2025-04.csv"]);
    let text = std::fs::read_to_string(&files[0]).unwrap();
    assert_eq!(text.lines().count(), 4);
    assert!(text.contains(",\"'=2+2, \"\"x\"\"\","), "{text}");
    let files = mart.export(&"2025".parse().unwrap(), ExportFormat::Parquet, folder.path()).unwrap();
    assert_eq!(files.len(), 3);
    assert_eq!(parquet_file::read(&files[2]).unwrap().unwrap().0.len(), 3);
}
