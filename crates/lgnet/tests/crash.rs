//! The power goes off in the middle of an import: afterwards a register is there whole, or it never came.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use serde_json::Value;

const ROWS: u64 = 20_000;

/// A year of one city: as many contacts as rows.
fn register(path: &Path) {
    let mut random = StdRng::seed_from_u64(20);
    let surnames =
        ["Diop", "Fall", "Melnyk", "Hossain", "Khan", "Okafor", "Gharbi", "Quispe", "Keita", "Hoxha"];
    let names =
        ["Awa", "Moussa", "Olena", "Dmytro", "Nasrin", "Imran", "Joy", "Omar", "Lamin", "Anila", "Reza"];
    let people: Vec<String> = (0..3000)
        .map(|_| {
            let (surname, name) = (surnames[random.random_range(0..10)], names[random.random_range(0..11)]);
            let (day, month) = (random.random_range(1..29), random.random_range(1..13));
            format!("{surname};{name};{day:02}/{month:02}/{}", random.random_range(1960..2006))
        })
        .collect();
    let mut text = "data;cognome;nome;data di nascita;servizio;sede;minuti\n".to_owned();
    for _ in 0..ROWS {
        let (day, month) = (random.random_range(1..29), random.random_range(1..13));
        let person = &people[random.random_range(0..people.len())];
        writeln!(text, "{day:02}/{month:02}/2025;{person};Orientamento legale;Centro;30").unwrap();
    }
    std::fs::write(path, text).unwrap();
}

fn lgnet(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lgnet"));
    command.env_remove("LGNET_DATABASE").arg("--data").arg(folder.join("data")).args(arguments);
    command
}

fn done(folder: &Path, arguments: &[&str]) -> Output {
    let output = lgnet(folder, arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

fn contacts(folder: &Path) -> u64 {
    let output = done(folder, &["ask", "--measure", "contacts", "--period", "2025", "--format", "json"]);
    serde_json::from_slice::<Value>(&output.stdout).unwrap()["total"].as_u64().unwrap()
}

/// Nothing or everything, and a journal that holds.
fn check(folder: &Path) -> u64 {
    let doctor = String::from_utf8(done(folder, &["doctor"]).stdout).unwrap();
    assert!(doctor.contains("every hash follows"), "{doctor}");
    let contacts = contacts(folder);
    assert!(contacts == 0 || contacts == ROWS, "{contacts}");
    let entries = if contacts == 0 { "0 entries" } else { "1 entries" };
    assert!(doctor.contains(entries), "{doctor}");
    contacts
}

#[test]
fn a_killed_import_is_there_whole_or_it_never_came() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let file = folder.join("registro.csv");
    register(&file);
    let import = ["import", file.to_str().unwrap(), "--city", "Bari", "--format", "json"];

    // How long an import takes here, undisturbed.
    let began = Instant::now();
    done(folder, &import);
    let whole = began.elapsed();
    assert_eq!(check(folder), ROWS);
    std::fs::remove_dir_all(folder.join("data")).unwrap();

    let mut random = StdRng::from_os_rng();
    // From the first moments, when keys and tables are made, to the last, when fact files are written.
    for share in [0.01, 0.2, 0.6, 0.85, 0.95, 1.0] {
        let mut child = lgnet(folder, &import).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        let delay: Duration = whole.mul_f64(share * random.random_range(0.9..1.1));
        std::thread::sleep(delay);
        // SIGKILL; a program that is done already cannot be killed, and need not be.
        child.kill().unwrap();
        child.wait().unwrap();
        if check(folder) == ROWS {
            // What came whole adds nothing when it comes again; then from the start.
            let again: Value = serde_json::from_slice(&done(folder, &import).stdout).unwrap();
            assert_eq!(again["duplicates"], ROWS);
            assert_eq!(contacts(folder), ROWS);
            std::fs::remove_dir_all(folder.join("data")).unwrap();
        }
    }
    done(folder, &import);
    assert_eq!(contacts(folder), ROWS);
    done(folder, &["doctor"]);
}
