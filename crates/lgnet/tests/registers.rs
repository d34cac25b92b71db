//! A city lead's job on the command line: three registers with a known truth, from file to figures.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// The day on which the registers are read: after their last line, so that only a wrong date is in the future.
const REGISTERS: [(&str, &str, &str); 3] =
    [("bari.xlsx", "Bari", "bari"), ("latina.csv", "059011", "latina"), ("palermo.xlsx", "g273", "palermo")];

fn registers() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../casework/tests/registers")
}

fn truth() -> Value {
    serde_json::from_slice(&std::fs::read(registers().join("truth.json")).unwrap()).unwrap()
}

struct Installation(tempfile::TempDir);

impl Installation {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_lgnet"));
        command.env_remove("LGNET_DATABASE").arg("--data").arg(self.0.path()).args(arguments);
        command.output().unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(arguments);
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{arguments:?}: {error}: {}", String::from_utf8_lossy(&output.stderr))
        })
    }

    fn import(&self, file: &str, city: &str, more: &[&str]) -> Value {
        let path = registers().join(file);
        let mut arguments = vec!["import", path.to_str().unwrap(), "--city", city, "--format", "json"];
        arguments.extend(more);
        self.json(&arguments)
    }

    fn ask(&self, measure: &str, by: &str, city: &str) -> Value {
        let place = format!("city={city}");
        let mut arguments = vec!["ask", "--measure", measure, "--where", &place, "--period", "2025"];
        if !by.is_empty() {
            arguments.extend(["--by", by]);
        }
        arguments.extend(["--format", "json"]);
        self.json(&arguments)
    }
}

fn cells(answer: &Value, dimension: &str) -> BTreeMap<String, u64> {
    let cells = answer["cells"].as_array().unwrap();
    cells
        .iter()
        .map(|cell| (cell[dimension].as_str().unwrap().to_owned(), cell["value"].as_u64().unwrap()))
        .collect()
}

fn counts(truth: &Value) -> BTreeMap<String, u64> {
    truth.as_object().unwrap().iter().map(|(key, value)| (key.clone(), value.as_u64().unwrap())).collect()
}

/// Within 2.5 % of the truth, or by one person where that is less than one.
fn near(counted: u64, truth: u64) -> bool {
    let allowed = (truth * 25).div_ceil(1000).max(1);
    counted.abs_diff(truth) <= allowed
}

#[test]
fn each_register_gives_its_contacts_its_persons_and_its_rejected_rows() {
    let truth = truth();
    let installation = Installation::new();
    for (file, city, name) in REGISTERS {
        let truth = &truth[name];
        let imported = installation.import(file, city, &[]);

        let place = |row: &Value| (row["sheet"].as_str().unwrap().to_owned(), row["line"].as_u64().unwrap());
        let mut rejected: Vec<_> = imported["rejected"].as_array().unwrap().iter().map(place).collect();
        let mut expected: Vec<_> = truth["rejected_rows"].as_array().unwrap().iter().map(place).collect();
        rejected.sort();
        expected.sort();
        assert_eq!(rejected, expected, "{file}");
        for row in imported["rejected"].as_array().unwrap() {
            assert!(!row["reason"].as_str().unwrap().is_empty(), "{row}");
        }
        let number = |key: &str| imported[key].as_u64().unwrap();
        assert_eq!(number("contacts"), truth["contacts"].as_u64().unwrap(), "{file}");
        assert_eq!(number("read"), number("accepted") + number("duplicates") + rejected.len() as u64);
        assert_eq!(number("duplicates"), 0);
        assert!(near(number("persons"), truth["persons"].as_u64().unwrap()), "{file}: {}", number("persons"));

        let contacts = installation.ask("contacts", "month", city);
        assert_eq!(cells(&contacts, "month"), counts(&truth["contacts_by_month"]), "{file}");
        assert_eq!(contacts["total"].as_u64().unwrap(), truth["contacts"].as_u64().unwrap());
        for (dimension, key, additive) in [
            ("gender", "by_gender", true),
            ("age", "by_age_at_first_contact", true),
            ("citizenship", "by_citizenship", true),
            ("service", "persons_by_service", false),
        ] {
            let answer = installation.ask("persons", dimension, city);
            assert_eq!(answer["additive"], additive, "{dimension}");
            let counted = cells(&answer, dimension);
            for (value, expected) in counts(&truth[key]) {
                let counted = counted.get(&value).copied().unwrap_or(0);
                assert!(near(counted, expected), "{file} by {dimension} {value}: {counted}, not {expected}");
            }
        }

        // Once more adds nothing, and says so.
        let again = installation.import(file, city, &[]);
        assert_eq!((again["accepted"].as_u64(), again["contacts"].as_u64()), (Some(0), Some(0)));
        assert_eq!(again["duplicates"].as_u64().unwrap(), number("accepted"));
        assert_eq!(installation.ask("contacts", "", city)["total"], truth["contacts"]);
    }
}

#[test]
fn persons_are_joined_as_the_truth_joins_them() {
    let mut person_of: HashMap<(String, String, u64), String> = HashMap::new();
    let mut reader = csv::Reader::from_path(registers().join("truth-lines.csv")).unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        let place = (record[0].to_owned(), record[1].to_owned(), record[2].parse().unwrap());
        person_of.insert(place, record[3].to_owned());
    }
    let installation = Installation::new();
    for (file, city, _) in REGISTERS {
        let trace = installation.0.path().join("trace.csv");
        installation.import(file, city, &["--trace", trace.to_str().unwrap()]);
        let mut pairs: BTreeMap<(String, String), u64> = BTreeMap::new();
        for record in csv::Reader::from_path(&trace).unwrap().records() {
            let record = record.unwrap();
            let place = (file.to_owned(), record[0].to_owned(), record[1].parse().unwrap());
            *pairs.entry((record[2].to_owned(), person_of[&place].clone())).or_default() += 1;
        }
        let f1 = pairwise_f1(&pairs);
        assert!(f1 >= 0.97, "{file}: pairwise F1 {f1:.4}");
    }
}

/// Pairs of lines put together that belong together, against all pairs put together and all that belong.
fn pairwise_f1(counts: &BTreeMap<(String, String), u64>) -> f64 {
    let pairs = |count: u64| (count * count.saturating_sub(1) / 2) as f64;
    let mut found: HashMap<&str, u64> = HashMap::new();
    let mut true_: HashMap<&str, u64> = HashMap::new();
    for ((ours, theirs), count) in counts {
        *found.entry(ours).or_default() += count;
        *true_.entry(theirs).or_default() += count;
    }
    let both: f64 = counts.values().map(|count| pairs(*count)).sum();
    let precision = both / found.values().map(|count| pairs(*count)).sum::<f64>();
    let recall = both / true_.values().map(|count| pairs(*count)).sum::<f64>();
    2.0 * precision * recall / (precision + recall)
}

#[test]
fn rejected_rows_are_mended_in_the_spreadsheet_and_imported() {
    let installation = Installation::new();
    let rejects = installation.0.path().join("scarti.xlsx");
    let first = installation.import("latina.csv", "Latina", &["--rejects", rejects.to_str().unwrap()]);
    // As they are they are rejected again, each for its reason.
    let output =
        installation.run(&["import", rejects.to_str().unwrap(), "--city", "Latina", "--format", "json"]);
    assert_eq!(output.status.code(), Some(3));
    let again: Value = serde_json::from_slice(&output.stdout).unwrap();
    let reasons = |imported: &Value| {
        let rows = imported["rejected"].as_array().unwrap();
        rows.iter().map(|row| row["reason"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(reasons(&again), reasons(&first));
    assert_eq!(again["accepted"], 0);
}

#[test]
fn a_dry_run_changes_nothing() {
    let installation = Installation::new();
    let imported = installation.import("palermo.xlsx", "Palermo", &["--dry-run"]);
    assert_eq!(imported["contacts"], 898);
    assert_eq!(installation.ask("contacts", "", "Palermo")["total"], 0);
}

#[test]
fn mistakes_are_named_with_what_was_meant() {
    let installation = Installation::new();
    let said = |arguments: &[&str]| {
        let output = installation.run(arguments);
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    let file = registers().join("latina.csv");
    assert!(said(&["import", file.to_str().unwrap(), "--city", "Latinna"]).contains("Latina"));
    assert!(said(&["import", "/no/such/file.xlsx", "--city", "Bari"]).contains("/no/such/file.xlsx"));
    assert!(said(&["ask", "--measure", "person"]).contains("persons"));
    assert!(said(&["ask", "--by", "gendre"]).contains("gender"));
    assert!(said(&["ask", "--where", "service=legal_suport"]).contains("legal_support"));
    assert!(said(&["ask", "--period", "2025-13"]).contains("2025-13"));
}
