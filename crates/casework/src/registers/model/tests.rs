//! Registers in the dialects of cities, written here as text; workbooks have their tests in `documents`.

use chrono::NaiveDate;
use documents::sheets::{self, Cell, Limits, Row, Sheet, Workbook};
use documents::tables::{self, TableSheet};
use kernel::{Day, Gender};
use network::vocabulary::Vocabulary;
use proptest::prelude::*;

use super::dates::{Heading, Kind, NoDay};
use super::names::Order;
use super::services::Named;
use super::values::NoLength;
use super::*;

fn vocabulary() -> Vocabulary {
    Vocabulary::embedded().unwrap()
}

pub(super) fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn today() -> Day {
    day("2026-06-01")
}

pub(super) fn reading(text: &str) -> Reading {
    let workbook = sheets::read(text.as_bytes(), "registro.csv", &Limits::default()).unwrap();
    let vocabulary = vocabulary();
    let proposal = propose(&workbook, &vocabulary);
    assert!(proposal.is_register(), "{proposal:#?}");
    read(&workbook, &proposal.mapping(), &vocabulary, today())
}

/// The one rejection of a register of one row.
fn rejected(row: &str) -> (Reason, String, String, Option<String>) {
    let text = format!("Data;Cognome;Nome;Nato il;Sesso;Cittadinanza;Permesso;Servizio;Minuti;Note\n{row}\n");
    let mut reading = reading(&text);
    assert_eq!((reading.entries.len(), reading.rejections.len()), (0, 1), "{row}: {reading:?}");
    let it = reading.rejections.remove(0);
    assert_eq!(it.line, 2);
    (it.reason, it.column, it.value, it.nearest)
}

#[test]
fn each_fault_is_named_with_its_column_value_and_the_nearest_valid_value() {
    use Reason as R;
    for (row, reason, column, value, nearest) in [
        (";Sow;Awa;;;;;legale;;", R::DayMissing, "Data", "", None),
        ("31/02/2025;Sow;Awa;;;;;legale;;", R::DayImpossible, "Data", "31/02/2025", Some("28/02/2025")),
        ("ieri;Sow;Awa;;;;;legale;;", R::DayUnreadable, "Data", "ieri", None),
        ("03/05/2062;Sow;Awa;;;;;legale;;", R::DayInFuture, "Data", "03/05/2062", None),
        ("03/05/2012;Sow;Awa;;;;;legale;;", R::DayBeforeProject, "Data", "03/05/2012", None),
        ("03/05/2025;;n.d.;;;;;legale;;", R::NameMissing, "Cognome / Nome", "", None),
        ("03/05/2025;Sow;Awa;;;;;;;", R::ServiceMissing, "Servizio", "", None),
        (
            "03/05/2025;Sow;Awa;;;;;Orientamento legle;;",
            R::ServiceUnknown,
            "Servizio",
            "Orientamento legle",
            Some("Orientamento legale"),
        ),
        (
            "03/05/2025;Sow;Awa;;;;;xyz non previsto;;",
            R::ServiceUnknown,
            "Servizio",
            "xyz non previsto",
            None,
        ),
        (
            "03/05/2025;Sow;Awa;30/02/1990;;;;legale;;",
            R::BirthImpossible,
            "Nato il",
            "30/02/1990",
            Some("28/02/1990"),
        ),
        ("03/05/2025;Sow;Awa;giovane;;;;legale;;", R::BirthUnreadable, "Nato il", "giovane", None),
        ("03/05/2025;Sow;Awa;04/05/2025;;;;legale;;", R::BirthAfterContact, "Nato il", "04/05/2025", None),
        ("03/05/2025;Sow;Awa;04/05/1903;;;;legale;;", R::AgeImpossible, "Nato il", "04/05/1903", None),
        ("03/05/2025;Sow;Awa;;boh;;;legale;;", R::GenderUnknown, "Sesso", "boh", Some("F, M, X")),
        (
            "03/05/2025;Sow;Awa;;;senegalesse;;legale;;",
            R::CitizenshipUnknown,
            "Cittadinanza",
            "senegalesse",
            Some("Senegal"),
        ),
        (
            "03/05/2025;Sow;Awa;;;;rifuggiata;legale;;",
            R::PermitUnknown,
            "Permesso",
            "rifuggiata",
            Some("Rifugiato"),
        ),
        ("03/05/2025;Sow;Awa;;;;;legale;tanto;", R::MinutesUnreadable, "Minuti", "tanto", None),
        ("03/05/2025;Sow;Awa;;;;;legale;-15;", R::MinutesNegative, "Minuti", "-15", Some("15")),
        ("03/05/2025;Sow;Awa;;;;;legale;2000;", R::MinutesTooMany, "Minuti", "2000", None),
        ("03/05/2025;=A1;Awa;;;;;legale;;", R::Formula, "Cognome", "=A1", None),
    ] {
        let expected = (reason, column.to_owned(), value.to_owned(), nearest.map(str::to_owned));
        assert_eq!(rejected(row), expected, "{row}");
    }
}

#[test]
fn an_empty_optional_value_and_any_note_are_accepted() {
    let reading = reading(concat!(
        "Data;Cognome;Nome;Nato il;Sesso;Cittadinanza;Permesso;Servizio;Durata;Note\n",
        "03/05/2025;Sow;;n.d.;-;sconosciuta;Non rilevato;legale;?;\"Totale = 3; 31/02\"\n",
    ));
    assert_eq!(reading.rejections, []);
    let entry = &reading.entries[0];
    assert_eq!((entry.surname.as_str(), entry.given.as_str()), ("Sow", ""));
    assert_eq!((entry.birth, entry.gender, entry.minutes), (None, Gender::Unknown, None));
    assert_eq!((entry.citizenship.as_ref(), entry.permit.as_ref()), (None, None));
    assert_eq!(entry.note.as_deref(), Some("Totale = 3; 31/02"));
}

#[test]
fn titles_totals_blank_lines_and_repeated_headers_are_no_contacts() {
    let reading = reading(concat!(
        "COMUNE DI PROVA;;;;\n",
        "Registro di marzo 2025;;;;\n",
        "\n",
        "N.;Data;Utente;Servizio;Minuti\n",
        "1;03/03/2025;DIOP Awa;legale;30\n",
        "2;;;;\n",
        "N.;Data;Utente;Servizio;Minuti\n",
        "SETTIMANA 2;;;;\n",
        ";settimana 2;;;\n",
        "3;10/03/2025;TOTI Anna;legale;15\n",
        ";;;;45\n",
        ";Totale;2;;\n",
        ";;;TOT. minuti;45\n",
        ";Totale mese 03/2025;;2;45\n",
        ";N.B. i dati sono provvisori;;;\n",
    ));
    assert_eq!(reading.rejections, []);
    let names: Vec<&str> = reading.entries.iter().map(|entry| entry.surname.as_str()).collect();
    assert_eq!(names, ["DIOP", "TOTI"]);
    assert_eq!(reading.entries.iter().map(|entry| entry.line).collect::<Vec<_>>(), [5, 10]);
    assert_eq!(reading.skipped, Skipped { blank: 2, totals: 4, titles: 5, headers: 2 });
}

#[test]
fn every_name_of_a_service_heads_a_column_of_marks() {
    let vocabulary = vocabulary();
    for service in vocabulary.services() {
        for name in [&service.name_it, &service.name_en] {
            let text = format!("Data|Utente|{name}|Permesso di soggiorno\n03/02/2025|DIOP Awa|X|studio\n");
            let entry = &reading(&text).entries[0];
            assert_eq!(
                (&entry.services[..], entry.permit.as_deref()),
                (&[service.code.clone()][..], Some("study")),
                "{name}"
            );
        }
    }
}

#[test]
fn rejected_rows_that_are_downloaded_say_the_same_when_they_come_back() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/registers/bari.xlsx");
    let vocabulary = vocabulary();
    let open = |bytes: &[u8], name| sheets::read(bytes, name, &Limits::default()).unwrap();
    let workbook = open(&std::fs::read(path).unwrap(), "bari.xlsx");
    let mapping = propose(&workbook, &vocabulary).mapping();
    let reading = read(&workbook, &mapping, &vocabulary, today());
    let table = TableSheet {
        name: "Rifiutate".to_owned(),
        columns: reading.headers["Gennaio 2025"].clone(),
        rows: reading
            .rejections
            .iter()
            .map(|row| row.cells.iter().map(|cell| cell.as_str().into()).collect())
            .collect(),
        ..TableSheet::default()
    };
    let faults = |rejections: &[Rejection]| -> Vec<(Reason, String, String, Vec<String>)> {
        let it = rejections.iter();
        it.map(|row| (row.reason, row.column.clone(), row.value.clone(), row.cells.clone())).collect()
    };
    for (bytes, name) in [
        (tables::xlsx(std::slice::from_ref(&table)).unwrap(), "rifiutate.xlsx"),
        (tables::csv(&table).unwrap(), "rifiutate.csv"),
    ] {
        let again = read(&open(&bytes, name), &mapping, &vocabulary, today());
        assert_eq!(faults(&again.rejections), faults(&reading.rejections), "{name}");
        assert_eq!(again.entries, [], "{name}");
    }
}

#[test]
fn a_wide_register_marks_its_services() {
    let reading = reading(concat!(
        "Giorno,Nominativo,Paese,Orientamento legale,Corso di italiano,Alloggio,Note\n",
        "03/02/2025,Awa Diop,Senegal,X,,sì,\n",
        "04/02/2025,Awa Diop,SN,1,no,✓,x\n",
        "05/02/2025,Awa Diop,SEN,,3,,\n",
        "06/02/2025,Awa Diop,senegalesi,,-,0,\n",
        ",,,2,1,2,\n",
    ));
    let services: Vec<Vec<&str>> =
        reading.entries.iter().map(|entry| entry.services.iter().map(String::as_str).collect()).collect();
    assert_eq!(services, [["legal_support", "housing_search"], ["legal_support", "housing_search"]]);
    assert!(reading.entries.iter().all(|entry| entry.citizenship.as_deref() == Some("SN")));
    let reasons: Vec<(u32, Reason, &str)> =
        reading.rejections.iter().map(|row| (row.line, row.reason, row.column.as_str())).collect();
    let all = "Orientamento legale / Corso di italiano / Alloggio";
    assert_eq!(reasons, [(4, Reason::MarkUnreadable, "Corso di italiano"), (5, Reason::ServiceMissing, all)]);
    assert_eq!(reading.skipped.totals, 1);
}

#[test]
fn an_english_register_is_read_too() {
    let reading = reading(concat!(
        "Date\tFirst name\tLast name\tDate of birth\tGender\tNationality\tResidence permit\tService provided\tDuration\tLocation\n",
        "2025-02-03\tAwa\tDiop\t1990-03-14\tFemale\tMoroccan\tRefugee status\tLegal support\t1h\tDesk 1\n",
    ));
    let entry = &reading.entries[0];
    assert_eq!((entry.surname.as_str(), entry.given.as_str()), ("Diop", "Awa"));
    assert_eq!((entry.day, entry.birth), (day("2025-02-03"), Some(day("1990-03-14"))));
    assert_eq!((entry.gender, entry.minutes), (Gender::F, Some(60)));
    assert_eq!((entry.citizenship.as_deref(), entry.permit.as_deref()), (Some("MA"), Some("refugee")));
    assert_eq!(
        (entry.services.as_slice(), entry.point.as_deref()),
        (&["legal_support".to_owned()][..], Some("Desk 1"))
    );
}

#[test]
fn headers_are_known_in_many_words() {
    let vocabulary = vocabulary();
    for (header, meaning) in [
        ("DATA SERVIZIO", Meaning::Day),
        ("Data e ora dell'accesso", Meaning::Day),
        ("Data del primo contatto", Meaning::Day),
        ("Cognome e Nome", Meaning::SurnameFirst),
        ("Nome e cognome utente", Meaning::GivenFirst),
        ("Nome utente", Meaning::FullName),
        ("Nominativo beneficiario", Meaning::FullName),
        ("Data nascita", Meaning::Birth),
        ("Anno di nascita", Meaning::Birth),
        ("Nato/a il", Meaning::Birth),
        ("Luogo di nascita", Meaning::Ignore),
        ("Data e luogo di nascita", Meaning::Birth),
        ("Data rilascio permesso", Meaning::Ignore),
        ("Scadenza permesso di soggiorno", Meaning::Ignore),
        ("Numero permesso", Meaning::Ignore),
        ("Nome operatore", Meaning::Ignore),
        ("Codice fiscale", Meaning::Ignore),
        ("Età", Meaning::Ignore),
        ("Tipo di permesso di soggiorno", Meaning::Permit),
        ("Nazionalità dichiarata", Meaning::Citizenship),
        ("Servizi erogati", Meaning::Service),
        ("Tipologia di intervento", Meaning::Service),
        ("Durata colloquio (minuti)", Meaning::Minutes),
        ("Durata (ore)", Meaning::Hours),
        ("Sportello di riferimento", Meaning::Point),
        ("Modalità di contatto", Meaning::Modality),
        ("N. progressivo", Meaning::Sequence),
        ("Note e osservazioni", Meaning::Note),
        ("D.D.N.", Meaning::Birth),
        ("Cogn.", Meaning::Surname),
        ("Dur. (min.)", Meaning::Minutes),
        ("Tempo dedicato", Meaning::Minutes),
        ("Ore dedicate", Meaning::Hours),
        ("Ore inizio", Meaning::Ignore),
        ("Codice utente", Meaning::Ignore),
        ("Nuovo utente", Meaning::Ignore),
        ("Tipo utente", Meaning::Ignore),
        ("Sede del servizio", Meaning::Point),
        ("Modalità intervento", Meaning::Modality),
        ("Esito intervento", Meaning::Note),
        ("Comune di residenza", Meaning::Ignore),
        ("Paese provenienza", Meaning::Citizenship),
    ] {
        let text = format!("Data;{header};Utente\n;;\n");
        let workbook = sheets::read(text.as_bytes(), "x.csv", &Limits::default()).unwrap();
        let found = headers::meaning(&kernel::text::fold(header)).map(|(meaning, _)| meaning);
        assert_eq!(found, Some(meaning), "{header}");
        assert!(propose(&workbook, &vocabulary).sheets[0].header_line.is_some());
    }
}

#[test]
fn a_header_that_may_mean_two_things_is_decided_by_the_values() {
    let register =
        |values: &str| format!("Data;Utente;Servizio;Documento\n03/02/2025;DIOP Awa;legale;{values}\n");
    assert_eq!(
        reading(&register("protezione speciale")).entries[0].permit.as_deref(),
        Some("special_protection")
    );
    assert_eq!(reading(&register("AB1234567")).entries[0].permit, None);
    let text = "Giorno;Nominativo;Chi;Richiesta\n03/02/2025;DIOP Awa;senegalese;alloggio\n\
                04/02/2025;DIOP Awa;senegalese;legale\n05/02/2025;SOW Ali;maliano;legale\n";
    let entry = &reading(text).entries[2];
    assert_eq!(
        (entry.citizenship.as_deref(), entry.services.as_slice()),
        (Some("ML"), &["legal_support".to_owned()][..])
    );
}

#[test]
fn what_the_lead_corrects_counts_for_the_next_file() {
    let vocabulary = vocabulary();
    let open = |text: &str| sheets::read(text.as_bytes(), "x.csv", &Limits::default()).unwrap();
    let february = open("Data;Persona;Cosa;Altra data\n03/02/2025;Diop Awa;aiuto casa;01/01/2024\n");
    let proposal = propose(&february, &vocabulary);
    assert_eq!(proposal.sheets[0].missing, [Meaning::Service]);
    let mut profile = proposal.mapping();
    profile.columns.insert("cosa".to_owned(), Meaning::Service);
    profile.columns.insert("persona".to_owned(), Meaning::SurnameFirst);
    profile.services.insert("aiuto casa".to_owned(), "housing_search".to_owned());
    let kept = serde_json::to_string(&profile).unwrap();
    assert!(kept.contains(r#""cosa":"service""#), "{kept}");
    let profile: Mapping = serde_json::from_str(&kept).unwrap();
    let march = open("Registro di marzo\nCOSA;Data;Persona\nAiuto casa;04/03/2025;Diop Awa\n");
    let mapping = propose(&march, &vocabulary).mapping().corrected_by(&profile);
    let reading = read(&march, &mapping, &vocabulary, today());
    assert_eq!(reading.rejections, []);
    let entry = &reading.entries[0];
    assert_eq!((entry.surname.as_str(), entry.given.as_str()), ("Diop", "Awa"));
    assert_eq!(entry.services, ["housing_search"]);
}

#[test]
fn a_sheet_without_a_register_is_named_not_read() {
    let sheet = |name: &str, lines: &[&[&str]]| Sheet {
        name: name.to_owned(),
        blank: 0,
        rows: (1..)
            .zip(lines)
            .map(|(line, cells)| Row {
                line,
                cells: cells.iter().map(|cell| Cell::Text((*cell).to_owned())).collect(),
            })
            .collect(),
    };
    let vocabulary = vocabulary();
    let workbook = Workbook {
        sheets: vec![
            sheet("Legenda", &[&["Servizi ammessi"], &["Orientamento legale"]]),
            sheet(
                "Febbraio 2025",
                &[
                    &["Giorno", "Utente", "Servizio"],
                    &["3", "DIOP Awa", "legale"],
                    &["4/2", "DIOP Awa", "legale"],
                    &["30", "DIOP Awa", "legale"],
                ],
            ),
        ],
    };
    let proposal = propose(&workbook, &vocabulary);
    assert!(!proposal.sheets[0].is_register() && proposal.sheets[1].is_register());
    let reading = read(&workbook, &proposal.mapping(), &vocabulary, today());
    assert_eq!(reading.unread, ["Legenda"]);
    let days: Vec<Day> = reading.entries.iter().map(|entry| entry.day).collect();
    assert_eq!(days, [day("2025-02-03"), day("2025-02-04")]);
    assert_eq!(reading.rejections[0].reason, Reason::DayImpossible);
    assert_eq!(reading.rejections[0].cells, ["30", "DIOP Awa", "legale"]);
    assert_eq!(reading.headers["Febbraio 2025"], ["Giorno", "Utente", "Servizio"]);
}

#[test]
fn days_are_read_in_every_usual_form() {
    let none = Kind::Contact(Heading::default());
    let text = |text: &str| dates::read(&Cell::Text(text.to_owned()), none);
    for form in [
        "03/02/2025",
        "3/2/2025",
        "3-2-25",
        "03-02-25",
        "3.2.2025",
        "03.02.25",
        "3 febbraio 2025",
        "3 Feb 25",
        "3 FEB. 2025",
        "3-feb-25",
        "2025-02-03",
        "2025/2/3",
        "2025-02-03T10:30:00Z",
        "2025-02-03 10:30:00.000",
        " 03/02/2025  ",
        "03/02/2025 10:30",
        "03/02/2025 ore 10.30",
        "lunedì 3 febbraio 2025",
        "lun 03/02/2025",
        "mar 3/2/2025",
        "3° febbraio 2025",
        "Feb 3, 2025",
        "3 February 2025",
        "3rd feb 2025",
        "45691",
        "45691,5",
        "45691.0",
        "03022025",
        "20250203",
        "030225",
        "3 / 2 / 2025",
        "03\\02\\2025",
    ] {
        assert_eq!(text(form), Ok(day("2025-02-03")), "{form}");
    }
    for (form, no) in [
        ("31/02/2025", NoDay::Impossible),
        ("03/25/2025", NoDay::Impossible),
        ("00/02/2025", NoDay::Impossible),
        ("29 febbraio 2025", NoDay::Impossible),
        ("3/2", NoDay::Unreadable),
        ("3", NoDay::Unreadable),
        ("febbraio 2025", NoDay::Unreadable),
        ("3/2/5", NoDay::Unreadable),
        ("3/2/2025/7000", NoDay::Unreadable),
        ("circa 3/2/2025", NoDay::Unreadable),
        ("3/2/2025 circa", NoDay::Unreadable),
        ("99999999999999999999", NoDay::Unreadable),
    ] {
        assert_eq!(text(form), Err(no), "{form}");
    }
    let under = |heading| dates::read(&Cell::Text("3/2".to_owned()), Kind::Contact(Heading::of([heading])));
    assert_eq!(under("Registro del 2025"), Ok(day("2025-02-03")));
    assert_eq!(under("Progetto 2024-2027"), Err(NoDay::Unreadable));
    let number = |number| dates::read(&Cell::Number(number), none);
    assert_eq!(number(45691.0), Ok(day("2025-02-03")));
    assert_eq!(number(45691.99), Ok(day("2025-02-03")));
    assert_eq!(number(20_250_203.0), Ok(day("2025-02-03")));
    assert_eq!(number(12.0), Err(NoDay::Unreadable));
    assert_eq!(number(f64::NAN), Err(NoDay::Unreadable));
}

#[test]
fn a_birth_is_never_in_the_future() {
    let birth = |cell| dates::read(&cell, Kind::Birth { today: today() });
    let text = |text: &str| birth(Cell::Text(text.to_owned()));
    assert_eq!(text("14/03/85"), Ok(day("1985-03-14")));
    assert_eq!(text("14/03/05"), Ok(day("2005-03-14")));
    assert_eq!(text("01/06/26"), Ok(day("2026-06-01")));
    assert_eq!(text("02/06/26"), Ok(day("1926-06-02")));
    assert_eq!(text("29/02/27"), Err(NoDay::Impossible));
    assert_eq!(text("1985"), Ok(day("1985-01-01")));
    assert_eq!(birth(Cell::Number(1985.0)), Ok(day("1985-01-01")));
    assert_eq!(birth(Cell::Number(31120.0)), Ok(day("1985-03-14")));
    assert_eq!(birth(Cell::Number(0.0)), Err(NoDay::Unreadable));
}

#[test]
fn whole_names_are_parted_where_something_tells_the_parts() {
    let split = |whole, order| names::split(whole, order);
    let parts = |surname: &str, given: &str| (surname.to_owned(), given.to_owned());
    for (whole, order, expected) in [
        ("DIOP Cheikh Moussa", Order::Unknown, parts("DIOP", "Cheikh Moussa")),
        ("EL AMRANI Abdellah", Order::Unknown, parts("EL AMRANI", "Abdellah")),
        ("Cheikh Moussa DIOP", Order::Unknown, parts("DIOP", "Cheikh Moussa")),
        ("Diop, Cheikh  Moussa", Order::Unknown, parts("Diop", "Cheikh Moussa")),
        ("Salma Chakir", Order::Unknown, parts("Salma Chakir", "")),
        ("DIOP CHEIKH", Order::Unknown, parts("DIOP CHEIKH", "")),
        ("DIOP CHEIKH", Order::SurnameFirst, parts("DIOP", "CHEIKH")),
        ("El Amrani Abdellah", Order::SurnameFirst, parts("El Amrani", "Abdellah")),
        ("Abdellah El Amrani", Order::GivenFirst, parts("El Amrani", "Abdellah")),
        ("Carmen Rosa Quispe", Order::GivenFirst, parts("Quispe", "Carmen Rosa")),
        ("Diop", Order::SurnameFirst, parts("Diop", "")),
        ("Diop", Order::GivenFirst, parts("Diop", "")),
        ("El", Order::GivenFirst, parts("El", "")),
        ("محمد علي", Order::Unknown, parts("محمد علي", "")),
        ("D'Avanzo ROSSI Mario", Order::Unknown, parts("D'Avanzo ROSSI Mario", "")),
    ] {
        assert_eq!(split(whole, order), expected, "{whole}");
    }
}

#[test]
fn several_services_in_a_cell_are_parted_but_no_service_is_cut() {
    let vocabulary = vocabulary();
    let named = |text: &str| services::named(text, &Default::default(), &vocabulary);
    let all = |codes: &[&str]| Named::All(codes.iter().map(|code| (*code).to_owned()).collect());
    for (text, codes) in [
        ("Orientamento legale; Ricerca alloggio", &["legal_support", "housing_search"][..]),
        ("legale, alloggio", &["legal_support", "housing_search"]),
        ("Legale/Alloggio/Legale", &["legal_support", "housing_search"]),
        ("Orientamento legale + Supporto psicologico", &["legal_support", "psychological_support"]),
        ("Orientamento legale\nSegretariato sociale", &["legal_support", "social_secretariat"]),
        ("Orientamento legale e ricerca alloggio", &["legal_support", "housing_search"]),
        ("Residenza e documenti", &["documents_residence"]),
        ("Residenza e documenti, Baby-sitting e conciliazione", &["documents_residence", "childcare"]),
        ("Bisogni primari (docce; lavanderia; vestiario; pasti); Posta", &["basic_needs", "mail_deposit"]),
        ("Mediazione linguistico-culturale - Orientamento legale", &["cultural_mediation", "legal_support"]),
        ("1) Orientamento legale; 2) Corso di italiano", &["legal_support", "language_course"]),
        ("Orientamento legale (rinnovo)", &["legal_support"]),
        ("legal_support", &["legal_support"]),
    ] {
        assert_eq!(named(text), all(codes), "{text}");
    }
    let unknown = |piece: &str| Named::Unknown(piece.to_owned());
    assert_eq!(named("legale; bagno e cucina; alloggio"), unknown("bagno e cucina"));
    assert_eq!(named("xyz non previsto"), unknown("xyz non previsto"));
    assert_eq!(named(" e  e ; - "), unknown("e  e ; -"));
    assert_eq!(named(&"x;".repeat(60)), unknown("x;".repeat(60).trim()));
}

#[test]
fn lengths_are_read_in_minutes() {
    let text = |text: &str| values::minutes(&Cell::Text(text.to_owned()), 1.0);
    for (form, minutes) in [
        ("30", 30),
        ("30 min", 30),
        ("30'", 30),
        ("30 minuti", 30),
        ("30min.", 30),
        ("1h", 60),
        ("1 h 30", 90),
        ("1h30", 90),
        ("1:30", 90),
        ("01:30:00", 90),
        ("0,5 h", 30),
        ("1,5 ore", 90),
        ("1 ora e 30 minuti", 90),
        ("mezz'ora", 30),
        ("1/2 ora", 30),
        ("1 ora e mezza", 90),
        ("circa 20 min", 20),
        ("un’ora", 60),
        ("0", 0),
        ("22,5", 23),
    ] {
        assert_eq!(text(form), Ok(minutes), "{form}");
    }
    assert_eq!(text("-15"), Err(NoLength::Negative));
    assert_eq!(text("1441"), Err(NoLength::TooMany));
    for form in ["poco", "1:75", "30 40 x", "h", "", "0,2", "1.2.3", "30 giorni"] {
        assert_eq!(text(form), Err(NoLength::Unreadable), "{form}");
    }
    assert_eq!(values::minutes(&Cell::Number(1.5), 60.0), Ok(90));
    assert_eq!(values::minutes(&Cell::Number(f64::INFINITY), 1.0), Err(NoLength::TooMany));
    assert_eq!(values::minutes(&Cell::Number(f64::NAN), 1.0), Err(NoLength::Unreadable));
}

#[test]
fn genders_and_meanings_go_both_ways() {
    for (form, gender) in [
        ("F", Gender::F),
        ("donna", Gender::F),
        ("Maschio", Gender::M),
        ("male", Gender::M),
        ("non binario", Gender::X),
    ] {
        assert_eq!(values::gender(form), Some(gender));
    }
    assert_eq!(values::gender("M/F"), None);
    for meaning in Meaning::PLAIN.into_iter().chain([Meaning::ServiceMark("legal_support".to_owned())]) {
        assert_eq!(meaning.to_string().parse(), Ok(meaning));
    }
    assert!("mark:".parse::<Meaning>().is_err() && "mark".parse::<Meaning>().is_err());
    for reason in Reason::ALL {
        assert_eq!(Reason::from_code(reason.code()), Some(reason));
        assert_eq!(serde_json::to_value(reason).unwrap(), reason.code());
        assert!(!reason.message_it().is_empty() && reason.message_it() != reason.message_en());
    }
}

/// Cells as wild as files hold them, and many that are nearly right.
fn any_cell() -> impl Strategy<Value = Cell> {
    let texts = prop::sample::select(vec![
        "",
        " ",
        "03/02/2025",
        "31/02/2025",
        "3 feb",
        "DIOP Awa",
        "Diop, Awa",
        "senegalese",
        "F",
        "X",
        "legale; alloggio",
        "Totale",
        "N.",
        "Data",
        "30 min",
        "-15",
        "=1+1",
        "'",
        "e e e",
        " e ",
        "-",
        "/;,+",
        "1:30",
        "n.d.",
        "rifugiata",
        "２０２５",
        "İ",
        "\u{301}",
        "😀",
    ]);
    prop_oneof![
        3 => texts.prop_map(|text| Cell::Text(text.to_owned())),
        2 => ".{0,30}".prop_map(Cell::Text),
        1 => Just(Cell::Empty),
        1 => any::<f64>().prop_map(Cell::Number),
        1 => (-50_000_000.0..50_000_000.0).prop_map(Cell::Number),
        1 => any::<bool>().prop_map(Cell::Bool),
        1 => (-400_000..800_000_i32).prop_map(|days| Cell::Date(NaiveDate::from_num_days_from_ce_opt(days).unwrap())),
        1 => Just(Cell::Formula("=SUM(A1)".to_owned())),
        1 => Just(Cell::Error("#N/A".to_owned())),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_is_one_contact_one_rejection_or_counted_as_neither(
        rows in prop::collection::vec(prop::collection::vec(any_cell(), 0..14), 0..12)
    ) {
        let header = ["N.", "Data", "Cognome", "Nome", "Nato il", "Sesso", "Cittadinanza", "Permesso", "Servizio", "Orientamento legale", "Minuti", "Sede", "Note"];
        let first = Row { line: 1, cells: header.iter().map(|title| Cell::Text((*title).to_owned())).collect() };
        let body = (2..).zip(&rows).map(|(line, cells)| Row { line, cells: cells.clone() });
        let sheet = Sheet { name: "Marzo 2025".to_owned(), rows: std::iter::once(first).chain(body).collect(), blank: 0 };
        let workbook = Workbook { sheets: vec![sheet] };
        let vocabulary = vocabulary();
        let _ = propose(&workbook, &vocabulary);
        let plain = header.iter().map(|title| kernel::text::fold(title));
        let meanings = "sequence day surname given birth gender citizenship permit service mark:legal_support minutes point note";
        let columns = plain.zip(meanings.split(' ').map(|word| word.parse().unwrap())).collect();
        let mapping = Mapping { columns, ..Mapping::default() };
        let reading = read(&workbook, &mapping, &vocabulary, today());
        let Skipped { blank, totals, titles, headers } = reading.skipped;
        prop_assert_eq!(reading.rows() + blank + totals + titles + headers, rows.len() + 1);
        let mut lines: Vec<u32> = reading.entries.iter().map(|entry| entry.line)
            .chain(reading.rejections.iter().map(|row| row.line)).collect();
        lines.sort_unstable();
        lines.dedup();
        prop_assert_eq!(lines.len(), reading.rows());
        for entry in &reading.entries {
            prop_assert!(entry.day >= first_day() && entry.day <= today());
            prop_assert!(!entry.services.is_empty());
            prop_assert!(entry.surname.len() + entry.given.len() > 0);
            prop_assert!(entry.birth.is_none_or(|birth| birth <= entry.day));
        }
        prop_assert_eq!(read(&workbook, &mapping, &vocabulary, today()), reading);
    }

    #[test]
    fn a_row_with_day_name_and_service_is_never_skipped(
        mut rest in prop::collection::vec(any_cell(), 4), day in "(0[1-9]|1[0-9]|2[0-8])/0[1-9]/2025", name in "[A-Z]{3,8} [A-Z][a-z]{2,8}"
    ) {
        let vocabulary = vocabulary();
        let mut cells = vec![Cell::Text(day), Cell::Text(name), Cell::Text("Segretariato sociale".to_owned())];
        cells.append(&mut rest);
        let header = ["Data", "Utente", "Servizio", "Sesso", "Cittadinanza", "Minuti", "Note"];
        let first = Row { line: 1, cells: header.iter().map(|title| Cell::Text((*title).to_owned())).collect() };
        let sheet = Sheet { name: String::new(), rows: vec![first, Row { line: 2, cells }], blank: 0 };
        let workbook = Workbook { sheets: vec![sheet] };
        let reading = read(&workbook, &propose(&workbook, &vocabulary).mapping(), &vocabulary, today());
        prop_assert_eq!(reading.rows(), 1);
    }
}
