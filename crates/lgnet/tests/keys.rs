//! Changing keys on the command line: interrupted at any moment, with another master key, with the wrong one.
#![expect(clippy::unwrap_used, reason = "a test crate")]

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::Duration;

fn lgnet(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_lgnet"));
    for variable in ["LGNET_DATABASE", "LGNET_MASTER_KEY", "CREDENTIALS_DIRECTORY"] {
        command.env_remove(variable);
    }
    command.arg("--data").arg(folder.join("data")).args(arguments);
    command
}

fn text(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn done(folder: &Path, arguments: &[&str]) -> String {
    let output = lgnet(folder, arguments).output().unwrap();
    assert!(output.status.success(), "{arguments:?}: {}", text(&output));
    text(&output)
}

fn import(folder: &Path) {
    let file = folder.join("registro.csv");
    let rows: String = (0..4000)
        .map(|row| {
            format!("{:02}/03/2025;Diop {row};Awa;04/03/1990;Orientamento legale;nota {row}\n", row % 28 + 1)
        })
        .collect();
    std::fs::write(&file, format!("data;cognome;nome;data di nascita;servizio;note\n{rows}")).unwrap();
    done(folder, &["import", file.to_str().unwrap(), "--city", "Bari"]);
}

#[test]
fn a_killed_change_of_keys_goes_on_and_everything_opens() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    import(folder);
    let rotate = ["key", "rotate", "--city", "Bari"];
    // Before anything is sealed anew, in the middle of it, and towards its end.
    for moment in [500, 2100, 2400] {
        let mut child = lgnet(folder, &rotate).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(moment));
        child.kill().unwrap();
        child.wait().unwrap();
        let doctor = done(folder, &["doctor"]);
        assert!(doctor.contains("columns open"), "{doctor}");
    }
    let said = done(folder, &rotate);
    assert!(said.contains("A662") && said.contains("values sealed anew"), "{said}");
    let doctor = done(folder, &["doctor"]);
    assert!(!doctor.contains("lgnet key rotate"), "{doctor}");
    // Everybody is still known: the same register adds nothing.
    let file = folder.join("registro.csv");
    let again = done(folder, &["import", file.to_str().unwrap(), "--city", "Bari", "--format", "json"]);
    assert!(again.contains("\"contacts\":0"), "{again}");
}

#[test]
fn another_master_key_takes_the_place_of_the_first() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    done(folder, &["migrate"]);
    let (new, keys) = (folder.join("nuova.key"), folder.join("data/keys"));
    let rewrap = ["key", "rewrap", "--new-master", new.to_str().unwrap()];
    let said = done(folder, &rewrap);
    assert!(said.contains("nuova.key") && said.contains("master.key"), "{said}");
    let refused = lgnet(folder, &["doctor"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(text(&refused).contains("put back the master key"), "{}", text(&refused));
    // From the environment, and then in its place.
    let key = std::fs::read_to_string(&new).unwrap();
    let output = lgnet(folder, &["doctor"]).env("LGNET_MASTER_KEY", &key).output().unwrap();
    assert!(output.status.success(), "{}", text(&output));
    std::fs::rename(&new, keys.join("master.key")).unwrap();
    assert!(done(folder, &["doctor"]).contains("every hash follows"));
    // The same key twice says what to do.
    let same =
        ["key", "rewrap", "--new-master", keys.join("master.key").to_str().unwrap()].map(str::to_owned);
    let same: Vec<&str> = same.iter().map(String::as_str).collect();
    let output = lgnet(folder, &same).output().unwrap();
    assert!(!output.status.success() && text(&output).contains("in use already"), "{}", text(&output));
}

#[test]
fn another_network_key_changes_no_number() {
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    for (city, given) in [("Bari", "Awa"), ("Latina", "Awa"), ("Roma", "Ibrahim")] {
        let rows: String = (0..60_usize)
            .map(|row| {
                let (day, month, year) = (row % 28 + 1, row % 12 + 1, 1960 + row % 40);
                let syllable = |at: usize| ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti"][at % 8];
                let name = format!("{}{}{}", syllable(row), syllable(row / 8), syllable(row * 5 + row / 8));
                format!("{day:02}/03/2025;{name};{given};{day:02}/{month:02}/{year};Orientamento legale\n")
            })
            .collect();
        let file = folder.join(format!("{city}.csv"));
        std::fs::write(&file, format!("data;cognome;nome;data di nascita;servizio\n{rows}")).unwrap();
        done(folder, &["import", file.to_str().unwrap(), "--city", city]);
    }
    let ask = ["ask", "--measure", "network_persons", "--by", "month", "--period", "2025"];
    // The last line says how new the data are: the change of the key is the newest entry.
    let figures =
        |answer: &str| answer.lines().filter(|line| !line.contains("data at")).map(str::to_owned).collect();
    let before: Vec<String> = figures(&done(folder, &ask));
    assert!(before.iter().any(|line| line.starts_with("total")), "{before:?}");
    let said = done(folder, &["key", "rotate-network"]);
    assert!(said.contains("network key 2: ") && said.contains("people encoded anew"), "{said}");
    assert_eq!(figures(&done(folder, &ask)), before);
}
