//! FEBRL: what was published is reached by the published method, and more by our own.

use std::collections::{BTreeMap, BTreeSet};

use kernel::{CityCode, Day, Gender};
use linkage::network::clk::{self, Feature};
use linkage::network::{Edit, Encoder, FurtherField, Handle, Identity, Network, NetworkKey, Thresholds};

type Record = BTreeMap<String, String>;

fn read(file: &str) -> Vec<Record> {
    let path = format!("{}/tests/network/febrl/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(path).unwrap();
    reader.deserialize().map(Result::unwrap).collect()
}

/// The number of the person in `rec-223-org`.
fn who(record: &Record) -> u64 {
    record["rec_id"].split('-').nth(1).unwrap().parse().unwrap()
}

/// Published or recomputed values of a method: metric to value.
fn expected(method: &str, parameter: &str) -> BTreeMap<String, f64> {
    let rows = read("expected_metrics.csv");
    let wanted = rows.iter().filter(|row| {
        row["data"] == "febrl4" && row["method"].starts_with(method) && row["parameter"] == parameter
    });
    wanted.filter_map(|row| Some((row["metric"].clone(), row["value"].parse().ok()?))).collect()
}

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

fn filters(records: &[Record], features: &[Feature]) -> Vec<clk::Clk> {
    let fields = |record: &Record| FIELDS.map(|field| record[field].clone());
    records
        .iter()
        .map(|record| {
            clk::clk(b"a secret of this test", &fields(record).each_ref().map(String::as_str), features)
        })
        .collect()
}

#[test]
fn the_published_filter_gives_the_published_links() {
    let settings = read("bloom_filter_settings_published.csv");
    let features: Vec<Feature> = FIELDS
        .iter()
        .map(|field| settings.iter().find(|row| row["feature"] == *field).unwrap())
        .map(|row| Feature {
            letters: row["n_gram"].parse().unwrap(),
            positional: row["positional"] == "yes",
            bits: row["bits_per_feature"].parse().unwrap(),
        })
        .collect();
    let (a, b) = (read("febrl4_a.csv"), read("febrl4_b.csv"));
    let (filters_a, filters_b) = (filters(&a, &features), filters(&b, &features));
    let mean = |filters: &[clk::Clk]| {
        filters.iter().map(|filter| f64::from(clk::weight(filter))).sum::<f64>() / filters.len() as f64
    };
    let published = expected("keyed Bloom filter, weighted features", "");
    for (filters, metric) in [(&filters_a, "mean bits set, file A"), (&filters_b, "mean bits set, file B")] {
        // Another hash: the mean moves by less than a bit in a hundred.
        assert!((mean(filters) / published[metric] - 1.0).abs() < 0.01, "{metric}: {}", mean(filters));
    }
    let found = clk::pairs(&filters_a, &filters_b, 0.8);
    for (threshold, recall_off) in [("0.9", 0.01), ("0.8", 0.005)] {
        let least: f64 = threshold.parse().unwrap();
        let links = clk::one_to_one(found.iter().filter(|pair| pair.2 >= least).copied().collect());
        let right = links.iter().filter(|(one, other)| who(&a[*one]) == who(&b[*other])).count() as f64;
        let (precision, recall) = (right / links.len() as f64, right / 5000.0);
        eprintln!(
            "threshold {threshold}: {} links, precision {precision:.4}, recall {recall:.4}",
            links.len()
        );
        let published = expected(
            "keyed Bloom filter, 1024 bits, Dice, greedy one-to-one",
            &format!("threshold {threshold}"),
        );
        let off = (links.len() as f64 - published["links declared"]).abs() / 5000.0;
        assert!(off <= recall_off, "{} links", links.len());
        assert!((recall - published["recall"]).abs() <= recall_off);
        assert!((precision - published["precision"]).abs() < 0.0005);
    }
}

/// Precision, recall and F1 over pairs of the two files.
fn quality(network: &Network, truth: f64) -> (f64, f64, f64) {
    let (mut right, mut found) = (0.0, 0.0);
    for members in network.clusters().values() {
        for (at, one) in members.iter().enumerate() {
            for other in &members[at + 1..] {
                found += 1.0;
                right += f64::from(u8::from(one.0 / 10 == other.0 / 10));
            }
        }
    }
    let (precision, recall) = (right / found, right / truth);
    (precision, recall, 2.0 * precision * recall / (precision + recall))
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

fn further() -> Vec<FurtherField> {
    let field = |name: &str| FurtherField {
        name: name.into(),
        identifies: ["soc_sec_id", "address_1", "address_2"].contains(&name),
    };
    ["soc_sec_id", "street_number", "address_1", "address_2", "suburb", "postcode", "state"].map(field).into()
}

fn linked(further: Vec<FurtherField>) -> Network {
    let key = NetworkKey::new(&[4; 32]).unwrap();
    let encoder = Encoder::new(key).with_further(further.clone());
    let mut network = Network::new(Thresholds::default());
    let cities: [CityCode; 2] = ["A662".parse().unwrap(), "H501".parse().unwrap()];
    let files = [read("febrl4_a.csv"), read("febrl4_b.csv")];
    let edits = files.iter().zip(cities).enumerate().flat_map(|(file, (records, city))| {
        let (encoder, further) = (&encoder, &further);
        records.iter().map(move |record| {
            let handle = Handle(who(record) * 10 + file as u64);
            Edit::Put(handle, city, encoder.encode(&identity(record, further)))
        })
    });
    network.apply(edits.collect::<Vec<_>>());
    network
}

#[test]
fn names_and_birth_date_alone_beat_clear_text() {
    let network = linked(Vec::new());
    let (precision, recall, f1) = quality(&network, 5000.0);
    eprintln!("names and birth date: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}");
    assert!(f1 >= 0.93 && precision >= 0.99, "{precision} {recall} {f1}");
}

#[test]
fn all_fields_beat_clear_text() {
    let network = linked(further());
    let (precision, recall, f1) = quality(&network, 5000.0);
    eprintln!("all fields: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}");
    assert!(f1 >= 0.992 && precision >= 0.99, "{precision} {recall} {f1}");
}

/// A thousand cities with a record each: persons are found among many, not between two.
#[test]
fn records_of_many_cities_are_joined_too() {
    let further = further();
    let encoder = Encoder::new(NetworkKey::new(&[5; 32]).unwrap()).with_further(further.clone());
    let mut network = Network::new(Thresholds::default());
    let mut seen = BTreeSet::new();
    let edits = read("febrl1.csv").into_iter().enumerate().map(|(at, record)| {
        let copy = u64::from(!seen.insert(who(&record)));
        let city = format!("A{at:03}").parse().unwrap();
        Edit::Put(Handle(who(&record) * 10 + copy), city, encoder.encode(&identity(&record, &further)))
    });
    network.apply(edits.collect::<Vec<_>>());
    let (precision, recall, f1) = quality(&network, 500.0);
    eprintln!("FEBRL 1: precision {precision:.4}, recall {recall:.4}, F1 {f1:.4}");
    assert!(f1 >= 0.98 && precision >= 0.99, "{precision} {recall} {f1}");
}
