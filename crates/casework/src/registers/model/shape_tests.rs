//! Registers whose shape differs: headers over two rows, days above their rows, marks for women and men, columns
//! beside the one that counts.

use kernel::Gender;

use super::tests::{day, reading};
use super::*;

fn only(text: &str) -> Entry {
    let mut reading = reading(text);
    assert_eq!((reading.entries.len(), &reading.rejections[..]), (1, &[][..]), "{text}: {reading:?}");
    reading.entries.remove(0)
}

#[test]
fn a_header_over_two_rows_is_one_header() {
    let reading = reading(concat!(
        "Registro 2025;;;;;;;\n",
        "ACCESSO;;NASCITA;;UTENTE;;Cittadinanza;Servizio\n",
        "Data;Sede;Data;Luogo;Cognome;Nome;;\n",
        "03/02/2025;Centro;01/05/1990;Dakar;SOW;Awa;Senegal;legale\n",
    ));
    assert_eq!(reading.rejections, []);
    let entry = &reading.entries[0];
    assert_eq!((entry.day, entry.birth), (day("2025-02-03"), Some(day("1990-05-01"))));
    assert_eq!((entry.surname.as_str(), entry.given.as_str()), ("SOW", "Awa"));
    assert_eq!((entry.citizenship.as_deref(), entry.point.as_deref()), (Some("SN"), Some("Centro")));
    assert_eq!(reading.skipped, Skipped { titles: 1, headers: 2, ..Skipped::default() });
    // A row of words under a header of one row is a contact that lacks its day, not a second header.
    let lacking = self::reading("Data;Utente;Servizio\n;SOW Awa;legale\n03/02/2025;SOW Awa;legale\n");
    assert_eq!((lacking.entries.len(), lacking.rejections[0].reason), (1, Reason::DayMissing));
}

#[test]
fn a_line_of_its_own_says_the_day_where_no_column_does() {
    let reading = reading(concat!(
        "Cognome;Nome;Servizio\n",
        "Diop;Ali;legale\n",
        "Lunedì 3 marzo 2025;;\n",
        "Sow;Awa;legale\n",
        "Fall;Ibra;alloggio\n",
        "martedì 4/3/2025;;\n",
        "Sow;Awa;casa\n",
        "5/5/2062;;\n",
        "Sow;Awa;casa\n",
    ));
    let days: Vec<Day> = reading.entries.iter().map(|entry| entry.day).collect();
    assert_eq!(days, [day("2025-03-03"), day("2025-03-03"), day("2025-03-04")]);
    let reasons: Vec<Reason> = reading.rejections.iter().map(|row| row.reason).collect();
    assert_eq!(reasons, [Reason::DayMissing, Reason::DayInFuture]);
    assert_eq!(reading.skipped.titles, 3);
    // Where a column says the day, such a line is a title and says nothing.
    let lacking = self::reading("Data;Utente;Servizio\n3 marzo 2025;;\n;SOW Awa;legale\n");
    assert_eq!(lacking.rejections[0].reason, Reason::DayMissing);
}

#[test]
fn women_and_men_may_be_marked() {
    let reading = reading(concat!(
        "Data;Utente;F;M;Servizio\n",
        "03/02/2025;SOW Awa;x;;legale\n",
        "03/02/2025;SOW Ali;;1;legale\n",
        "03/02/2025;SOW Ibra;;;legale\n",
    ));
    let genders: Vec<Gender> = reading.entries.iter().map(|entry| entry.gender).collect();
    assert_eq!(genders, [Gender::F, Gender::M, Gender::Unknown]);
}

#[test]
fn beside_a_surname_the_name_of_the_user_is_the_given_name() {
    let entry = only("Data;Cognome utente;Nome utente;Servizio\n03/02/2025;SOW;Awa;legale\n");
    assert_eq!((entry.surname.as_str(), entry.given.as_str()), ("SOW", "Awa"));
}

#[test]
fn what_was_asked_for_is_not_counted_beside_what_was_done() {
    for header in ["Bisogno", "Area di intervento", "Servizio richiesto", "Di che si tratta"] {
        let text = format!(
            "Data;Utente;{header};Servizio erogato\n03/02/2025;SOW Awa;casa;legale\n\
             04/02/2025;SOW Awa;casa;legale\n05/02/2025;SOW Awa;casa;legale\n"
        );
        for entry in reading(&text).entries {
            assert_eq!(entry.services, ["legal_support"], "{header}");
        }
    }
    // The desk under *Servizio* is no service where another column holds them.
    let text = "Data;Utente;Servizio;Prestazione\n03/02/2025;SOW Awa;Ufficio 3;legale\n";
    assert_eq!(only(text).services, ["legal_support"]);
    // Two columns of services are both counted, and the better day is the day.
    let text = "Data primo accesso;Data accesso;Utente;Servizio 1;Servizio 2\n\
                01/01/2024;03/02/2025;SOW Awa;legale;casa\n";
    let entry = only(text);
    assert_eq!(entry.services, ["legal_support", "housing_search"]);
    assert_eq!(entry.day, day("2025-02-03"));
}

#[test]
fn a_column_that_says_something_else_than_its_header_rejects_no_row() {
    let rows: String =
        (1..=9).map(|at| format!("0{at}/02/2025;SOW Awa;legale;{};sì\n", at % 2 + 1)).collect();
    let reading = reading(&format!("Data;Utente;Servizio;Sesso;Permesso\n{rows}"));
    assert_eq!((reading.entries.len(), reading.rejections.len()), (9, 0));
    assert!(reading.entries.iter().all(|entry| entry.permit.is_none() && entry.gender == Gender::Unknown));
}

#[test]
fn rows_about_nobody_are_no_contacts() {
    let reading = reading(concat!(
        "n°;Data;Utente;Servizio;Sede\n",
        "1;03/02/2025;SOW Awa;legale;Centro\n",
        "2;04/02/2025;;;Centro\n",
        "di cui donne;12;;;\n",
        "Firma del responsabile:;______;;;\n",
        ";;;Il responsabile;______\n",
        "3;04/02/2025;;legale;Centro\n",
    ));
    assert_eq!((reading.entries.len(), reading.skipped.titles), (1, 4));
    let rejected: Vec<(u32, Reason)> = reading.rejections.iter().map(|row| (row.line, row.reason)).collect();
    assert_eq!(rejected, [(7, Reason::NameMissing)]);
}

#[test]
fn abbreviations_with_a_full_stop_and_numbered_lists_are_read() {
    let entry = only(
        "Data;Utente;Titolo di soggiorno;Servizi\n\
         03/02/2025;SOW Awa;Prot. int.le;1. Orient. legale 2. Info ritorno vol.\n",
    );
    assert_eq!(entry.permit.as_deref(), Some("international_protection"));
    assert_eq!(entry.services, ["legal_support", "voluntary_return_information"]);
    let entry = only("Data;Utente;Ric. alloggio;Mediazione ling.-cult.\n03/02/2025;SOW Awa;x;x\n");
    assert_eq!(entry.services, ["housing_search", "cultural_mediation"]);
    let entry = only("Data;Utente;SRV_LEGAL_SUPPORT;Servizio: alloggio\n03/02/2025;SOW Awa;TRUE;FALSE\n");
    assert_eq!(entry.services, ["legal_support"]);
}

#[test]
fn titles_give_months_and_years_in_short_too() {
    use super::dates::{Heading, Kind, NoDay};
    use documents::sheets::Cell;
    let third = |title: &str| super::dates::read(&Cell::Number(3.0), Kind::Contact(Heading::of([title])));
    for title in ["Marzo 25", "mar_25", "03 2025", "2025-03", "dal 1 marzo al 31 marzo 2025"] {
        assert_eq!(third(title), Ok(day("2025-03-03")), "{title}");
    }
    for title in ["Marzo 99", "25", "dal 1 marzo al 3 aprile 2025", "3 sportelli 2025", "13 2025"] {
        assert_eq!(third(title), Err(NoDay::Unreadable), "{title}");
    }
    let born = |text: &str| {
        super::dates::read(&Cell::Text(text.to_owned()), Kind::Birth { today: day("2026-06-01") })
    };
    assert_eq!(born("00/00/1990"), Ok(day("1990-01-01")));
    assert_eq!(born("30/02/1990"), Err(NoDay::Impossible));
    assert_eq!(born("Dakar, 01/05/1990"), Ok(day("1990-05-01")));
    assert_eq!(born("1 maggio 1990 a Dakar (Senegal)"), Ok(day("1990-05-01")));
    assert_eq!(born("Dakar"), Err(NoDay::Unreadable));
}
