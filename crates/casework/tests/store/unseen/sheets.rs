//! The same rows as four cities keep them.

use documents::tables::{TableSheet, Value, xlsx};
use kernel::{Day, Gender};

use super::Line;

/// Services by the name that registers give them.
pub const SERVICES: [&str; 8] = [
    "Orientamento legale",
    "Segretariato sociale",
    "Orientamento sanitario",
    "Corso di lingua italiana",
    "Ricerca alloggio",
    "Residenza e documenti",
    "Mediazione culturale",
    "Orientamento al lavoro",
];

const MONTHS: [&str; 12] =
    ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"];

fn italian(day: Day) -> String {
    day.format("%d/%m/%Y").to_string()
}

fn born(line: &Line) -> Value {
    line.who.birth.map_or(Value::Empty, Value::Day)
}

fn text_file(separator: u8, header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(Vec::new());
    writer.write_record(header).unwrap();
    for row in rows {
        writer.write_record(row).unwrap();
    }
    writer.into_inner().unwrap()
}

/// Semicolons, what was done first, names in two columns at the end.
pub fn semicolons(lines: &[Line]) -> Vec<u8> {
    let header = ["Prestazione", "Data", "Sesso", "Cittadinanza", "Nato/a il", "Cognome", "Nome", "Minuti"];
    text_file(
        b';',
        &header,
        lines.iter().map(|line| {
            vec![
                SERVICES[line.service].to_uppercase(),
                italian(line.day),
                line.gender.code().to_owned(),
                line.country.2.to_owned(),
                line.who.birth.map(italian).unwrap_or_default(),
                line.who.surname.to_uppercase(),
                line.who.given.clone(),
                "30".to_owned(),
            ]
        }),
    )
}

/// Commas, `SURNAME Given` in one column, days written 2025-03-14.
pub fn commas(lines: &[Line]) -> Vec<u8> {
    let header =
        ["Cognome e nome", "Paese di origine", "Genere", "Data di nascita", "Giorno", "Sede", "Servizio"];
    text_file(
        b',',
        &header,
        lines.iter().map(|line| {
            vec![
                format!("{} {}", line.who.surname.to_uppercase(), line.who.given),
                line.country.1.to_owned(),
                if line.gender == Gender::F { "donna" } else { "uomo" }.to_owned(),
                line.who.birth.map(|day| day.to_string()).unwrap_or_default(),
                line.day.to_string(),
                "Sportello centrale".to_owned(),
                SERVICES[line.service].to_owned(),
            ]
        }),
    )
}

/// A workbook with a sheet a month, under two lines of title.
pub fn months(lines: &[Line]) -> Vec<u8> {
    let columns = ["N.", "Giorno", "Cognome", "Nome", "Data nascita", "M/F", "Nazionalità", "Intervento"];
    let sheets: Vec<TableSheet> = (0_u32..12)
        .map(|month| {
            let of_month = lines.iter().filter(|line| chrono::Datelike::month0(&line.day) == month);
            TableSheet {
                name: format!("{} 2025", MONTHS[month as usize]),
                title_lines: vec!["Sportello unico".to_owned(), "Registro degli accessi".to_owned()],
                columns: columns.map(str::to_owned).to_vec(),
                rows: (1_i64..)
                    .zip(of_month)
                    .map(|(number, line)| {
                        vec![
                            number.into(),
                            line.day.into(),
                            line.who.surname.as_str().into(),
                            line.who.given.as_str().into(),
                            born(line),
                            line.gender.code().into(),
                            line.country.2.into(),
                            SERVICES[line.service].into(),
                        ]
                    })
                    .collect(),
            }
        })
        .collect();
    xlsx(&sheets).unwrap()
}

/// A workbook with a column a service, marked with an X.
pub fn marks(lines: &[Line]) -> Vec<u8> {
    let mut columns: Vec<String> =
        ["Data accesso", "Nome", "Cognome", "Nascita", "Sesso", "Cittadinanza"].map(str::to_owned).to_vec();
    columns.extend(SERVICES.map(str::to_owned));
    let rows = lines
        .iter()
        .map(|line| {
            let mut row: Vec<Value> = vec![
                line.day.into(),
                line.who.given.as_str().into(),
                line.who.surname.as_str().into(),
                born(line),
                line.gender.code().into(),
                line.country.1.into(),
            ];
            row.extend(
                (0..SERVICES.len()).map(|at| if at == line.service { "X".into() } else { Value::Empty }),
            );
            row
        })
        .collect();
    xlsx(&[TableSheet { name: "Accessi".to_owned(), columns, rows, ..TableSheet::default() }]).unwrap()
}
