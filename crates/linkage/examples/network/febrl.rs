//! FEBRL 4: filters as published, and our own method.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::time::Instant;

use kernel::{CityCode, Day, Gender};
use linkage::network::clk::{self, Clk, Feature};
use linkage::network::{Edit, Encoder, FurtherField, Handle, Identity, Network, NetworkKey, Thresholds};

use crate::Failed;

type Record = BTreeMap<String, String>;

const FIELDS: [&str; 9] = [
    "given_name",
    "surname",
    "street_number",
    "address_1",
    "address_2",
    "suburb",
    "postcode",
    "state",
    "date_of_birth",
];

fn read(folder: &Path, file: &str) -> Result<Vec<Record>, Failed> {
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(folder.join(file))?;
    Ok(reader.deserialize().collect::<Result<_, _>>()?)
}

/// Writes the published filters of both files, 128 bytes a record.
pub fn clks(febrl: &Path, out: &Path) -> Result<String, Failed> {
    let settings = read(febrl, "bloom_filter_settings_published.csv")?;
    let mut features = Vec::new();
    for field in FIELDS {
        let row = settings.iter().find(|row| row["feature"] == field).ok_or("a setting is missing")?;
        let positional = row["positional"] == "yes";
        features.push(Feature {
            letters: row["n_gram"].parse()?,
            positional,
            bits: row["bits_per_feature"].parse()?,
        });
    }
    let mut records = 0;
    for (file, to) in [("febrl4_a.csv", "a.bin"), ("febrl4_b.csv", "b.bin")] {
        let mut bytes = Vec::new();
        for record in read(febrl, file)? {
            let values = FIELDS.map(|field| record[field].as_str());
            bytes.extend(
                clk::clk(b"bench", &values, &features).iter().flat_map(|number| number.to_le_bytes()),
            );
            records += 1;
        }
        std::fs::write(out.join(to), bytes)?;
    }
    Ok(format!("{{\"records\":{records}}}"))
}

fn filters(path: &Path) -> Result<Vec<Clk>, Failed> {
    let bytes = std::fs::read(path)?;
    let number = |bytes: &[u8]| bytes.iter().rev().fold(0, |number, byte| (number << 8) | u64::from(*byte));
    let filter = |bytes: &[u8]| std::array::from_fn(|at| number(&bytes[at * 8..at * 8 + 8]));
    Ok(bytes.chunks_exact(128).map(filter).collect())
}

/// All pairs from a threshold on, on one core.
pub fn dice(out: &Path, threshold: f64, pairs: &Path) -> Result<String, Failed> {
    let (a, b) = (filters(&out.join("a.bin"))?, filters(&out.join("b.bin"))?);
    let mut seconds = Vec::new();
    let mut found = Vec::new();
    // The first run warms the caches and is not counted.
    for run in 0..6 {
        let begun = Instant::now();
        found = clk::pairs(&a, &b, threshold);
        if run > 0 {
            seconds.push(begun.elapsed().as_secs_f64());
        }
    }
    seconds.sort_by(f64::total_cmp);
    let mut lines = String::new();
    for (one, other, _) in &found {
        writeln!(lines, "{one} {other}")?;
    }
    std::fs::write(pairs, lines)?;
    let comparisons = a.len() * b.len();
    Ok(format!(
        "{{\"comparisons\":{comparisons},\"found\":{},\"median_s\":{},\"per_second\":{:.0}}}",
        found.len(),
        seconds[2],
        comparisons as f64 / seconds[2]
    ))
}

/// Our own method, on names and birth date alone and on all fields: from clear text to clusters.
pub fn ours(febrl: &Path) -> Result<String, Failed> {
    let key = NetworkKey::new(&[4; 32]).ok_or("no key")?;
    let field = |name: &str| FurtherField {
        name: name.into(),
        identifies: ["soc_sec_id", "address_1", "address_2"].contains(&name),
    };
    let all =
        ["soc_sec_id", "street_number", "address_1", "address_2", "suburb", "postcode", "state"].map(field);
    let files = [read(febrl, "febrl4_a.csv")?, read(febrl, "febrl4_b.csv")?];
    let cities: [CityCode; 2] = ["A662".parse()?, "H501".parse()?];
    let mut told = Vec::new();
    for (name, further) in [("names_and_birth", Vec::new()), ("all_fields", all.to_vec())] {
        let begun = Instant::now();
        let encoder = Encoder::new(key.clone()).with_further(further.clone());
        let mut edits = Vec::new();
        for (file, (records, city)) in files.iter().zip(cities).enumerate() {
            for record in records {
                let encoding = encoder.encode(&identity(record, &further));
                edits.push(Edit::Put(Handle(who(record)? * 10 + file as u64), city, encoding));
            }
        }
        let encoded = begun.elapsed().as_secs_f64();
        let mut network = Network::new(Thresholds::default());
        network.apply(edits);
        let seconds = begun.elapsed().as_secs_f64();
        let (mut right, mut found) = (0.0, 0.0);
        for members in network.clusters().values() {
            for (at, one) in members.iter().enumerate() {
                found += (members.len() - at - 1) as f64;
                right += members[at + 1..].iter().filter(|other| other.0 / 10 == one.0 / 10).count() as f64;
            }
        }
        let (precision, recall) = (right / found, right / 5000.0);
        let f1 = 2.0 * precision * recall / (precision + recall);
        told.push(format!(
            "\"{name}\":{{\"encode_s\":{encoded},\"seconds\":{seconds},\"precision\":{precision},\"recall\":{recall},\"f1\":{f1}}}"
        ));
    }
    Ok(format!("{{{}}}", told.join(",")))
}

fn who(record: &Record) -> Result<u64, Failed> {
    Ok(record["rec_id"].split('-').nth(1).ok_or("a record without its number")?.parse()?)
}

fn identity(record: &Record, further: &[FurtherField]) -> Identity {
    let digits = &record["date_of_birth"];
    let birth = (digits.len() == 8)
        .then(|| format!("{}-{}-{}", &digits[..4], &digits[4..6], &digits[6..]).parse::<Day>().ok());
    Identity {
        name: format!("{} {}", record["given_name"], record["surname"]),
        birth: birth.flatten(),
        gender: Gender::Unknown,
        citizenship: None,
        further: further.iter().map(|field| Some(record[&field.name].clone())).collect(),
    }
}
