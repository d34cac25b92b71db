//! The invariants of ARCHITECTURE.md that can be read from manifests and sources. The layers are read from its
//! own table, so that the document and the code cannot part.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use serde_json::Value;

/// Folders that are not written by hand.
const MADE: [&str; 5] = ["target", "node_modules", "dist", "test-results", "playwright-report"];
/// The crates without input or output.
const PURE: [&str; 4] = ["kernel", "comparison", "linkage", "charts"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn text(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap()
}

/// Every file under a folder, as a path from the root; made folders are passed over.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if !path.is_dir() {
                files.push(path.strip_prefix(root()).unwrap().to_owned());
            } else if !MADE.iter().any(|made| path.ends_with(made)) {
                folders.push(path);
            }
        }
    }
    files.sort_unstable();
    files
}

/// Rust sources with their text: those of the crates themselves, or the tests too.
fn sources(tests: bool) -> Vec<(String, String)> {
    let is_source = |path: &PathBuf| {
        let path = path.to_str().unwrap();
        path.ends_with(".rs") && (tests || path.contains("/src/"))
    };
    let read = |path: PathBuf| (path.to_str().unwrap().to_owned(), text(path.to_str().unwrap()));
    files("crates").into_iter().filter(is_source).map(read).collect()
}

/// Names of the sources in which a text stands, outside of some places.
fn holding(word: &str, except: &[&str]) -> Vec<String> {
    let found = sources(true).into_iter().filter(|(path, text)| {
        !path.ends_with("lgnet/tests/architecture.rs")
            && !except.iter().any(|place| path.starts_with(place))
            && text.contains(word)
    });
    found.map(|(path, _)| path).collect()
}

/// What each crate depends on, by kind: none for what it is built of, `dev`, `build`.
struct Dependency {
    name: String,
    kind: Option<String>,
}

type Manifests = BTreeMap<String, Vec<Dependency>>;

fn manifests() -> &'static Manifests {
    static MANIFESTS: LazyLock<Manifests> = LazyLock::new(read_manifests);
    &MANIFESTS
}

fn read_manifests() -> Manifests {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root());
    let metadata: Value = serde_json::from_slice(&cargo.output().unwrap().stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap().iter();
    packages
        .map(|package| {
            let dependencies = package["dependencies"].as_array().unwrap().iter();
            let read = |dependency: &Value| Dependency {
                name: dependency["name"].as_str().unwrap().to_owned(),
                kind: dependency["kind"].as_str().map(str::to_owned),
            };
            (package["name"].as_str().unwrap().to_owned(), dependencies.map(read).collect())
        })
        .collect()
}

/// What each locked package depends on, by name.
fn locked() -> BTreeMap<String, BTreeSet<String>> {
    let mut packages: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in text("Cargo.lock").split("[[package]]").skip(1) {
        let name = package.lines().find_map(|line| line.strip_prefix("name = ")).unwrap().trim_matches('"');
        let list = package.split_once("dependencies = [").map_or("", |(_, list)| list);
        let of_line = |line: &str| line.trim().trim_matches([',', '"']).split(' ').next().unwrap().to_owned();
        let dependencies = list.lines().map(of_line).filter(|name| !name.is_empty() && name != "]");
        packages.entry(name.to_owned()).or_default().extend(dependencies);
    }
    packages
}

/// Everything a crate is built of, near and far.
fn all_of(name: &str) -> BTreeSet<String> {
    let (ours, locked) = (manifests(), locked());
    let mut all = BTreeSet::new();
    let mut next = vec![name.to_owned()];
    while let Some(one) = next.pop() {
        if !all.insert(one.clone()) {
            continue;
        }
        match ours.get(&one) {
            // The lock file holds the crates' tests too.
            Some(manifest) => {
                let built_of = manifest.iter().filter(|dependency| dependency.kind.as_deref() != Some("dev"));
                next.extend(built_of.map(|dependency| dependency.name.clone()));
            }
            None => next.extend(locked.get(&one).into_iter().flatten().cloned()),
        }
    }
    all.remove(name);
    all
}

/// Words between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// The layer of each crate, from the table of ARCHITECTURE.md.
fn layers() -> BTreeMap<String, u32> {
    let crates = manifests();
    let mut layers = BTreeMap::new();
    for line in text("ARCHITECTURE.md").lines() {
        let columns: Vec<&str> = line.split('|').map(str::trim).collect();
        let number =
            columns.get(1).and_then(|first| first.split(' ').next()).and_then(|first| first.parse().ok());
        if let (Some(number), 5) = (number, columns.len()) {
            for name in quoted(columns[2]).filter(|name| crates.contains_key(*name)) {
                assert_eq!(layers.insert(name.to_owned(), number), None, "{name} is in two layers");
            }
        }
    }
    layers
}

#[test]
fn a_crate_depends_on_lower_layers_only() {
    let layers = layers();
    let mut wrong = Vec::new();
    for (name, dependencies) in manifests() {
        let layer = layers.get(name).unwrap_or_else(|| panic!("ARCHITECTURE.md has no layer for {name}"));
        for dependency in dependencies.iter().filter(|dependency| dependency.name != *name) {
            if layers.get(&dependency.name).is_some_and(|lower| lower >= layer) {
                wrong.push(format!("{name} → {}", dependency.name));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new());
}

#[test]
fn numbers_never_reach_people() {
    for name in ["monitoring", "comparison", "charts", "mart", "network"] {
        for people in ["casework", "linkage"] {
            assert!(!all_of(name).contains(people), "{name} reaches {people}");
        }
    }
    assert!(!all_of("casework").contains("monitoring"));
}

#[test]
fn pure_crates_know_no_database_no_runtime_and_no_pages() {
    for name in PURE {
        let all = all_of(name);
        for impure in ["sqlx", "sqlx-core", "tokio", "axum", "hyper", "rusqlite", "libsqlite3-sys"] {
            assert!(!all.contains(impure), "{name} reaches {impure}");
        }
        assert!(all.iter().all(|one| !manifests().contains_key(one) || one == "kernel"), "{name}: {all:?}");
    }
    let pure = |path: &str| PURE.iter().any(|name| path.starts_with(&format!("crates/{name}/src/")));
    for (path, text) in sources(false).into_iter().filter(|(path, _)| pure(path)) {
        for impure in ["std::fs", "std::net", "std::process", "std::thread", "rand::rng()", "from_os_rng"] {
            // A test may read a file or draw a number: at the end of a file, or in one of its own.
            let code =
                if path.ends_with("tests.rs") { "" } else { text.split("#[cfg(test)]").next().unwrap() };
            assert!(!code.contains(impure), "{path} uses {impure}");
        }
    }
}

#[test]
fn only_those_who_may_depend_on_database_and_pages() {
    let may = [
        ("sqlx", &["store"][..]),
        ("axum", &["ui", "access", "casework", "monitoring", "handbook", "lgnet"]),
        ("cedar-policy", &["access"]),
        ("tokio", &["store", "mart", "access", "casework", "monitoring", "lgnet"]),
    ];
    for (name, dependencies) in manifests() {
        for (what, allowed) in may {
            let has = dependencies.iter().any(|one| one.name == what && one.kind.as_deref() != Some("dev"));
            assert!(!has || allowed.contains(&name.as_str()), "{name} depends on {what}");
        }
    }
}

/// A page is reached through `access::Routes` alone, which asks for its action and puts the gate before it.
#[test]
fn no_route_stands_outside_the_gate() {
    let gate = "crates/access/src/routes.rs";
    for (path, text) in sources(false) {
        // The frame around all pages is laid in two places; both take routes that have their gates.
        let is_frame = path == gate || path == "crates/ui/src/dress.rs";
        if is_frame || path.contains("/tests/") || path.ends_with("/tests.rs") {
            continue;
        }
        for word in [".route(", ".route_service(", ".nest(", ".nest_service(", ".fallback(", "Router::new("] {
            assert!(!text.contains(word), "{path} makes a route with {word}…): use access::Routes");
        }
    }
}

#[test]
fn engines_are_told_apart_in_one_folder_and_in_at_most_ten_places() {
    let engine = "crates/store/src/engine/";
    // A row passes on what either engine gave; a test's database is made on the server.
    let except = [engine, "crates/store/src/row.rs", "crates/store/src/testing.rs"];
    for word in
        ["sqlx::sqlite", "sqlx::postgres", "Db::Sqlite", "Db::Postgres", "Line::Sqlite", "Line::Postgres"]
    {
        assert_eq!(holding(word, &except), Vec::<String>::new(), "{word}");
    }
    let branches: usize = sources(false)
        .iter()
        .filter(|(path, _)| path.starts_with(engine))
        .map(|(_, text)| {
            let tells_apart = |line: &&str| {
                ["Db::Sqlite", "Self::Sqlite"].iter().any(|word| line.contains(word))
                    && (line.contains("=>") || line.contains("matches!"))
            };
            text.lines().filter(tells_apart).count()
        })
        .sum();
    assert!((1..=10).contains(&branches), "{branches} places tell the engines apart");
    // What docs/SQL.md shuts out, in statements of the crates; migrations have a text for each engine.
    for word in ["pragma ", "pg_", "sqlite_", " ilike ", "= any(", " for update", "advisory", " offset $"] {
        let found: Vec<String> = sources(false)
            .into_iter()
            .filter(|(path, text)| {
                !path.starts_with(engine) && statements(text).any(|line| line.contains(word))
            })
            .map(|(path, _)| path)
            .collect();
        assert_eq!(found, Vec::<String>::new(), "{word}");
    }
}

/// Lines of a source that belong to its SQL.
fn statements(text: &str) -> impl Iterator<Item = &str> {
    let start = text.find("statements! {").unwrap_or(text.len());
    text[start..].lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[test]
fn every_statement_is_registered() {
    let made = sources(false)
        .into_iter()
        .filter(|(path, _)| !path.contains("/tests/") && !path.ends_with("/tests.rs"))
        .filter(|(path, text)| path != "crates/store/src/statement.rs" && text.contains("Statement(\""));
    assert_eq!(made.map(|(path, _)| path).collect::<Vec<_>>(), Vec::<String>::new());
    for name in manifests().keys() {
        let own = format!("crates/{name}/src/");
        let all: Vec<_> = sources(false).into_iter().filter(|(path, _)| path.starts_with(&own)).collect();
        // A crate has a slice, or one for each of its parts.
        let slices: String = all
            .iter()
            .filter(|(_, text)| text.contains("Slice {") || text.contains("const ALL:"))
            .map(|(_, text)| text.as_str())
            .collect();
        if !slices.contains("Slice {") {
            continue;
        }
        let declared = |(path, text): &&(String, String)| {
            path != "crates/store/src/statement.rs" && text.contains("statements! {")
        };
        assert!(slices.matches("::ALL").count() >= all.iter().filter(declared).count(), "{name}");
        for (path, text) in all.iter().filter(|(path, _)| !path.ends_with("statement.rs")) {
            for line in text.lines().filter(|line| line.contains("const ") && line.contains("Bulk =")) {
                let bulk = line.split("const ").nth(1).unwrap().split(':').next().unwrap();
                assert!(
                    slices.contains(&format!("::{bulk},")) || slices.contains(&format!("::{bulk}]")),
                    "{path}: {bulk}"
                );
            }
        }
    }
}

/// A sealed column that no slice names would be lost when keys are changed.
#[test]
fn every_sealed_column_is_named_by_its_slice() {
    let mut spots = 0;
    for name in manifests().keys().filter(|name| *name != "store") {
        let own = format!("crates/{name}/src/");
        let all: Vec<_> = sources(false).into_iter().filter(|(path, _)| path.starts_with(&own)).collect();
        let lists = |mark: &'static str| {
            let behind = |text: &str| {
                let lists = text.split(mark).skip(1).map(|list| list.split(']').next().unwrap().to_owned());
                lists.collect::<Vec<_>>()
            };
            all.iter().flat_map(move |(_, text)| behind(text)).collect::<Vec<_>>().join(",")
        };
        let named = format!("{},{}", lists("SPOTS: &[Spot] ="), lists("sealed: &["));
        for (path, text) in &all {
            for line in text.lines().filter(|line| line.contains("const ") && line.contains(": Spot = ")) {
                let spot = line.split("const ").nth(1).unwrap().split(':').next().unwrap();
                let is_named =
                    named.split([',', '[', '&', ' ', '\n']).any(|one| one.rsplit("::").next() == Some(spot));
                assert!(is_named, "{path}: {spot} is in no list of sealed columns");
                spots += 1;
            }
        }
        let lists = all.iter().filter(|(_, text)| text.contains("SPOTS: &[Spot] =")).count();
        let used: usize = all.iter().map(|(_, text)| text.matches("SPOTS,").count()).sum();
        assert_eq!(lists, used, "{name}: a list of sealed columns that no slice has");
    }
    assert!(spots > 20, "{spots}");
}

#[test]
fn the_product_reads_nothing_outside_its_own_folders() {
    let outside = [["..", "shared"].join("/"), ["", "work", ""].join("/")];
    for path in ["crates", "web/src", "e2e"].into_iter().flat_map(files) {
        // Spreadsheets and pictures are no text.
        let Ok(text) = fs::read_to_string(root().join(&path)) else { continue };
        for outside in &outside {
            assert!(!text.contains(outside.as_str()), "{} mentions {outside}", path.display());
        }
    }
}

#[test]
fn the_machine_clock_is_read_in_one_place() {
    for word in ["Utc::now", "Local::now", "SystemTime::now"] {
        assert_eq!(holding(word, &["crates/kernel/src/clock.rs"]), Vec::<String>::new(), "{word}");
    }
}

#[test]
fn lints_hold_everywhere() {
    assert!(text("Cargo.toml").contains("unsafe_code = \"forbid\""));
    for name in manifests().keys() {
        let manifest = text(&format!("crates/{name}/Cargo.toml"));
        assert!(manifest.contains("[lints]\nworkspace = true"), "{name}");
    }
    for word in ["#[allow(", "#![allow("] {
        assert_eq!(holding(word, &[]), Vec::<String>::new());
    }
}

#[test]
fn files_stay_small_and_crates_say_what_they_are() {
    for (path, text) in sources(true) {
        assert!(text.lines().count() <= 800, "{path} has {} lines: part it", text.lines().count());
    }
    for name in manifests().keys() {
        let library = format!("crates/{name}/src/lib.rs");
        let entry =
            if root().join(&library).exists() { library } else { format!("crates/{name}/src/main.rs") };
        assert!(text(&entry).starts_with("//!"), "{entry} does not say what it is");
    }
}

/// The walks through the code name files: they must be there.
#[test]
fn architecture_names_files_that_exist() {
    for named in quoted(&text("ARCHITECTURE.md")) {
        let is_path = named.contains('/') && !named.contains([' ', '*', '{', '…', '<', '=']);
        if is_path && (named.ends_with(".rs") || named.starts_with("crates/") || named.starts_with("docs/")) {
            let found = files("crates").iter().chain(&files("docs")).any(|path| path.ends_with(named))
                || root().join(named).exists();
            assert!(found, "ARCHITECTURE.md names {named}, which is not there");
        }
    }
}
