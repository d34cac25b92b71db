use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::sheets::{self, Cell, Limits};

fn sheet(rows: Vec<Vec<Value>>) -> TableSheet {
    TableSheet {
        name: "Rifiutate / [2025]".to_owned(),
        title_lines: vec!["Righe rifiutate".to_owned()],
        columns: vec!["Data".to_owned(), "Nome".to_owned(), "=Minuti".to_owned()],
        rows,
    }
}

fn cells(bytes: &[u8], name: &str, from: usize) -> Vec<Vec<Cell>> {
    let workbook = sheets::read(bytes, name, &Limits::default()).unwrap();
    workbook.sheets[0].rows[from..].iter().map(|row| row.cells.clone()).collect()
}

#[test]
fn dates_are_dates_and_numbers_are_numbers() {
    let day = NaiveDate::from_ymd_opt(2025, 3, 14).unwrap();
    let moment = day.and_hms_opt(9, 30, 0).unwrap();
    let rows = vec![
        vec![Value::Day(day), Value::Number(1.5), Value::Integer(-15)],
        vec![Value::Moment(moment), Value::Empty, "Forlì".into()],
    ];
    let book = xlsx(&[sheet(rows.clone()), sheet(Vec::new())]).unwrap();
    let expected = vec![
        vec![Cell::Date(day), Cell::Number(1.5), Cell::Number(-15.0)],
        vec![Cell::Moment(moment), Cell::Empty, Cell::Text("Forlì".to_owned())],
    ];
    assert_eq!(cells(&book, "x.xlsx", 2), expected);
    let text = String::from_utf8(csv(&sheet(rows)).unwrap()).unwrap();
    assert_eq!(text, "\u{feff}Data,Nome,'=Minuti\r\n2025-03-14,1.5,-15\r\n2025-03-14T09:30:00,,Forlì\r\n");
}

#[test]
fn two_sheets_of_one_name_are_both_written() {
    let book = xlsx(&[sheet(Vec::new()), sheet(Vec::new())]).unwrap();
    let workbook = sheets::read(&book, "x.xlsx", &Limits::default()).unwrap();
    let names: Vec<&str> = workbook.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
    assert_eq!(names, ["Rifiutate    2025", "Rifiutate    2025 2"]);
}

#[test]
fn a_guard_stands_only_where_a_formula_could_start() {
    for text in ["=1+1", "+39 080 1", "-2+3", "@SUM(A1)", "\t=1", "--", "'=1", "''@x", "+cmd|' /C calc'!A0"] {
        assert_eq!(guarded(text), format!("'{text}"), "{text}");
    }
    for text in ["", "Diallo", "-15", "+1,5", "-", "d'Avorio", "'ndrangheta", "3+4"] {
        assert_eq!(guarded(text), text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn text_comes_back_unchanged_and_never_starts_a_formula(
        texts in prop::collection::vec("['=+@\t\\-]{0,3}[a-zA-Zàè0-9 ;,\"'=.-]{0,10}", 1..6)
    ) {
        let rows: Vec<Vec<Value>> =
            texts.iter().map(|text| vec!["riga".into(), text.as_str().into(), "fine".into()]).collect();
        let expected: Vec<Vec<Cell>> = texts
            .iter()
            .map(|text| {
                let blank = text.trim().is_empty();
                let middle = if blank { Cell::Empty } else { Cell::Text(text.clone()) };
                vec![Cell::Text("riga".to_owned()), middle, Cell::Text("fine".to_owned())]
            })
            .collect();
        let table = sheet(rows);
        let written = csv(&table).unwrap();
        prop_assert_eq!(cells(&xlsx(std::slice::from_ref(&table)).unwrap(), "x.xlsx", 2), expected.clone());
        prop_assert_eq!(cells(&written, "x.csv", 1), expected);
        let mut reader = ::csv::Reader::from_reader(&written[3..]);
        for record in reader.records() {
            for field in &record.unwrap() {
                let number = field.trim_start_matches(['+', '-']).chars().all(|it| it.is_ascii_digit() || ",.".contains(it));
                prop_assert!(number || !field.starts_with(['=', '+', '-', '@', '\t', '\r']), "{}", field);
            }
        }
    }
}
