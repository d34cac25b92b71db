//! Each test makes the file it reads.

use std::io::{Cursor, Write};

use proptest::prelude::*;
use rust_xlsxwriter::{Format, Formula, Workbook as Writer};
use zip::write::SimpleFileOptions;

use super::*;

fn open(bytes: &[u8], name: &str) -> Result<Workbook, SheetError> {
    read(bytes, name, &Limits::default())
}

fn text_file(bytes: &[u8]) -> Vec<(u32, Vec<String>)> {
    shown(&open(bytes, "registro.csv").unwrap().sheets[0])
}

fn shown(sheet: &Sheet) -> Vec<(u32, Vec<String>)> {
    sheet.rows.iter().map(|row| (row.line, row.cells.iter().map(Cell::shown).collect())).collect()
}

fn rows(lines: &[(u32, &[&str])]) -> Vec<(u32, Vec<String>)> {
    lines.iter().map(|(line, cells)| (*line, cells.iter().map(|cell| (*cell).to_owned()).collect())).collect()
}

fn zipped(entries: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(body).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn ods(rows: &str) -> Vec<u8> {
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="Marzo">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"#
    );
    zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", b"<manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}

#[test]
fn text_is_read_in_every_usual_encoding_and_with_any_delimiter() {
    let expected = rows(&[(1, &["Città", "Età"]), (2, &["Forlì", "30"])]);
    for delimiter in [";", ",", "\t", "|"] {
        let text = format!("Città{delimiter}Età\r\nForlì{delimiter}30\r\n");
        let wide = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        let western = encoding_rs::WINDOWS_1252.encode(&text).0.into_owned();
        let marked = |mark: &[u8], body: &[u8]| [mark, body].concat();
        for bytes in [
            text.as_bytes().to_vec(),
            marked(b"\xEF\xBB\xBF", text.as_bytes()),
            western,
            marked(b"\xFF\xFE", &wide(u16::to_le_bytes)),
            marked(b"\xFE\xFF", &wide(u16::to_be_bytes)),
            wide(u16::to_le_bytes),
            wide(u16::to_be_bytes),
        ] {
            assert_eq!(text_file(&bytes), expected, "{delimiter:?} {:?}", &bytes[..8]);
        }
    }
}

#[test]
fn lines_are_counted_as_an_editor_counts_them() {
    let file =
        b"Titolo\n\n\nData;Note\n01/02/2025;\"due\nrighe; e \"\"virgolette\"\"\"\n\n;;\n02/02/2025;fine";
    let expected = rows(&[
        (1, &["Titolo"]),
        (4, &["Data", "Note"]),
        (5, &["01/02/2025", "due\nrighe; e \"virgolette\""]),
        (9, &["02/02/2025", "fine"]),
    ]);
    assert_eq!(text_file(file), expected);
    let old_mac: Vec<u8> = file.iter().map(|byte| if *byte == b'\n' { b'\r' } else { *byte }).collect();
    assert_eq!(text_file(&old_mac), expected);
    assert_eq!(text_file(b"sep=,\na,b;c\n"), rows(&[(2, &["a", "b;c"])]));
}

#[test]
fn a_comma_inside_values_is_not_taken_for_the_delimiter() {
    let file = b"data;ore;note\n01/02/2025;0,5;a, b\n02/02/2025;1,5;c\n03/02/2025;2,0;d\n";
    assert_eq!(text_file(file)[1].1, ["01/02/2025", "0,5", "a, b"]);
}

#[test]
fn an_open_quotation_mark_is_named_by_its_line() {
    let file = b"a;b\n1;2\n3;\"4\n5;6\n";
    assert_eq!(open(file, "x.csv"), Err(SheetError::OpenQuote { line: 3 }));
    assert_eq!(text_file(b"a;b\n1;5\" di neve\n")[1].1, ["1", "5\" di neve"]);
}

#[test]
fn a_workbook_gives_dates_numbers_and_the_line_that_a_person_sees() {
    let mut writer = Writer::new();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let time = Format::new().set_num_format("hh:mm");
    let sheet = writer.add_worksheet().set_name("Febbraio").unwrap();
    sheet.write_string(2, 0, "Data").unwrap();
    let at = Day::from_ymd_opt(2025, 2, 3).unwrap();
    sheet.write_date_with_format(4, 0, at, &day).unwrap();
    sheet.write_datetime_with_format(4, 1, at.and_hms_opt(9, 30, 0).unwrap(), &day).unwrap();
    sheet.write_number(4, 2, 45.0).unwrap();
    sheet.write_number_with_format(4, 3, 0.0625, &time).unwrap();
    sheet.write_boolean(4, 4, true).unwrap();
    sheet.write_string(4, 6, "  Città ").unwrap();
    let workbook = open(&writer.save_to_buffer().unwrap(), "x.xlsx").unwrap();
    let sheet = &workbook.sheets[0];
    assert_eq!((sheet.name.as_str(), sheet.rows.len(), sheet.blank), ("Febbraio", 2, 1));
    assert_eq!(sheet.rows[0].line, 3);
    assert_eq!(
        sheet.rows[1],
        Row {
            line: 5,
            cells: vec![
                Cell::Date(at),
                Cell::Moment(at.and_hms_opt(9, 30, 0).unwrap()),
                Cell::Number(45.0),
                Cell::Moment(NO_DAY.and_hms_opt(1, 30, 0).unwrap()),
                Cell::Bool(true),
                Cell::Empty,
                Cell::Text("  Città ".to_owned()),
            ]
        }
    );
    assert_eq!(sheet.rows[1].cells[3].shown(), "01:30");
}

#[test]
fn a_value_merged_over_rows_belongs_to_each_of_them() {
    let mut writer = Writer::new();
    let plain = Format::new();
    let sheet = writer.add_worksheet();
    sheet.merge_range(0, 0, 0, 2, "Titolo", &plain).unwrap();
    sheet.merge_range(1, 0, 4, 0, "03/02/2025", &plain).unwrap();
    for line in 1..4 {
        sheet.write_string(line, 1, format!("riga {line}")).unwrap();
    }
    let workbook = open(&writer.save_to_buffer().unwrap(), "x.xlsx").unwrap();
    let expected: [(u32, &[&str]); 4] = [
        (1, &["Titolo"]),
        (2, &["03/02/2025", "riga 1"]),
        (3, &["03/02/2025", "riga 2"]),
        (4, &["03/02/2025", "riga 3"]),
    ];
    assert_eq!(shown(&workbook.sheets[0]), rows(&expected));
}

#[test]
fn an_ods_is_read_with_its_repeated_rows_and_columns() {
    let file = ods(concat!(
        r#"<table:table-row><table:table-cell office:value-type="string"><text:p>Data</text:p></table:table-cell>"#,
        r#"<table:table-cell office:value-type="string"><text:p>Minuti</text:p></table:table-cell></table:table-row>"#,
        r#"<table:table-row table:number-rows-repeated="3"><table:table-cell table:number-columns-repeated="16384"></table:table-cell></table:table-row>"#,
        r#"<table:table-row><table:table-cell office:value-type="date" office:date-value="2025-03-04"><text:p>04/03/25</text:p></table:table-cell>"#,
        r#"<table:table-cell office:value-type="time" office:time-value="PT01H30M00S"><text:p>01:30</text:p></table:table-cell></table:table-row>"#,
        r#"<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384"></table:table-cell></table:table-row>"#,
    ));
    let workbook = open(&file, "x.ods").unwrap();
    assert_eq!(workbook.sheets[0].name, "Marzo");
    let expected = rows(&[(1, &["Data", "Minuti"]), (5, &["04/03/2025", "01:30"])]);
    assert_eq!(shown(&workbook.sheets[0]), expected);
}

#[test]
fn formulas_are_never_values_and_a_file_full_of_them_is_refused() {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    for (column, title) in ["Data", "Nome", "Servizio"].into_iter().enumerate() {
        sheet.write_string(0, column as u16, title).unwrap();
    }
    sheet.write_formula(1, 0, Formula::new("=1+1").set_result("2")).unwrap();
    let workbook = open(&writer.save_to_buffer().unwrap(), "x.xlsx").unwrap();
    assert_eq!(workbook.sheets[0].rows[1].cells[0], Cell::Formula("=1+1".to_owned()));
    let sheet = writer.worksheet_from_index(0).unwrap();
    for line in 2..9 {
        sheet.write_formula(line, 0, Formula::new("=A1").set_result("Data")).unwrap();
    }
    let refused = open(&writer.save_to_buffer().unwrap(), "x.xlsx").unwrap_err();
    let expected = SheetError::Formulas { formulas: 8, cells: 11, sheet: "Sheet1".to_owned(), line: 2 };
    assert_eq!(refused, expected);
    let text = b"a;b\n=1+1;=HYPERLINK(\"http://example.org\")\n";
    assert_eq!(open(text, "x.csv").unwrap_err().code(), "formulas");
}

#[test]
fn what_is_no_spreadsheet_is_named() {
    for (bytes, name, code) in [
        (&b"%PDF-1.7 ..."[..], "registro.xlsx", "not_a_spreadsheet"),
        (b"\x89PNG\r\n\x1a\n", "registro.csv", "not_a_spreadsheet"),
        (b"\xEF\xBB\xBF\n<html><body><table>", "registro.xls", "not_a_spreadsheet"),
        (b"a;b\x00\x01\x02\x00\x00\x07", "registro.csv", "not_a_spreadsheet"),
        (b"a;b\n1;2\n", "registro.xlsx", "corrupt"),
        (b"PK\x03\x04 cut short", "registro.xlsx", "corrupt"),
        (b"", "registro.csv", "empty_file"),
        (b" \r\n\n", "registro.csv", "empty_file"),
        (b"\xEF\xBB\xBF;;\n;;\n", "registro.csv", "empty_file"),
    ] {
        let error = open(bytes, name).unwrap_err();
        assert_eq!(error.code(), code, "{name}: {error}");
        assert!(!error.message_it().is_empty());
    }
    let document = zipped(&[("word/document.xml", b"<w/>")]);
    let expected = SheetError::NotASpreadsheet("a text document");
    assert_eq!(open(&document, "registro.docx"), Err(expected));
}

#[test]
fn an_encrypted_file_is_told_from_a_damaged_one() {
    let mut compound = vec![0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    compound.extend([0; 1024]);
    compound.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(open(&compound, "x.xlsx"), Err(SheetError::Encrypted));

    let mut locked = zipped(&[("xl/workbook.xml", b"<workbook/>")]);
    for (signature, flag) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = locked.windows(4).position(|window| window == signature).unwrap();
        locked[at + flag] |= 1;
    }
    assert_eq!(open(&locked, "x.xlsx"), Err(SheetError::Encrypted));

    let manifest = br#"<?xml version="1.0"?><manifest:manifest xmlns:manifest="m"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data></manifest:encryption-data></manifest:file-entry></manifest:manifest>"#;
    let file = zipped(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", manifest),
        ("content.xml", b"\x8f\x01 not xml"),
    ]);
    assert_eq!(open(&file, "x.ods"), Err(SheetError::Encrypted));
}

#[test]
fn a_zip_bomb_is_refused_by_what_it_declares_and_by_what_it_holds() {
    let zeros = vec![b' '; 40 << 20];
    let bomb = zipped(&[("xl/workbook.xml", b"<workbook/>"), ("xl/sharedStrings.xml", &zeros)]);
    assert!(bomb.len() < 200_000);
    assert_eq!(open(&bomb, "x.xlsx").unwrap_err().code(), "zip_bomb");

    // The same with a declared size of one byte: only unpacking shows what it holds.
    let mut liar = bomb.clone();
    let size = (40_u32 << 20).to_le_bytes();
    let places: Vec<usize> =
        liar.windows(4).enumerate().filter(|(_, window)| *window == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        liar[at..at + 4].copy_from_slice(&1_u32.to_le_bytes());
    }
    let code = open(&liar, "x.xlsx").unwrap_err().code();
    assert!(["zip_bomb", "corrupt"].contains(&code), "{code}");
}

#[test]
fn each_limit_is_kept() {
    let file = b"a;b;c\n1;2;3\n4;5;6\n";
    let limited = |limits: Limits| read(file, "x.csv", &limits).map(|_| ()).unwrap_err();
    let too_large = |what, found, limit| SheetError::TooLarge { what, found, limit };
    let all = Limits::default();
    assert_eq!(limited(Limits { bytes: 17, ..all }), too_large("bytes", 18, 17));
    assert_eq!(limited(Limits { rows: 2, ..all }), too_large("rows", 3, 2));
    assert_eq!(limited(Limits { columns: 2, ..all }), too_large("columns", 3, 2));
    assert_eq!(limited(Limits { cells: 8, ..all }), too_large("cells", 9, 8));
    assert_eq!(limited(Limits { text: 8, ..all }), too_large("bytes", 9, 8));

    let mut writer = Writer::new();
    writer.add_worksheet().write_string(0, 0, "a").unwrap();
    writer.add_worksheet().write_string(1_048_575, 16_383, "far corner").unwrap();
    let bytes = writer.save_to_buffer().unwrap();
    let refused = |limits: Limits| read(&bytes, "x.xlsx", &limits).map(|_| ()).unwrap_err();
    assert_eq!(refused(all), too_large("columns", 16_384, 500));
    assert_eq!(refused(Limits { sheets: 1, ..all }), too_large("sheets", 2, 1));
}

#[test]
fn an_ods_that_repeats_a_value_without_end_is_refused() {
    let file = ods(
        r#"<table:table-row table:number-rows-repeated="1048576"><table:table-cell office:value-type="string" table:number-columns-repeated="16384"><text:p>x</text:p></table:table-cell></table:table-row>"#,
    );
    assert_eq!(open(&file, "x.ods").unwrap_err().code(), "too_large");
    let far = ods(concat!(
        r#"<table:table-row><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
        r#"<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>"#,
        r#"<table:table-row><table:table-cell table:number-columns-repeated="16000"/><table:table-cell office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row>"#,
    ));
    assert_eq!(open(&far, "x.ods").unwrap_err().code(), "too_large");
}

fn small_workbook() -> Vec<u8> {
    let mut writer = Writer::new();
    let sheet = writer.add_worksheet();
    for line in 0..20 {
        sheet.write_string(line, 0, format!("text {line}")).unwrap();
        sheet.write_number(line, 1, f64::from(line)).unwrap();
    }
    writer.save_to_buffer().unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_make_reading_panic(start in 0..6_usize, bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let starts: [&[u8]; 6] = [b"", b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b"\xFF\xFE", b"a;b\n\"", b"sep=;\n"];
        let _ = open(&[starts[start], &bytes].concat(), "x");
    }

    #[test]
    fn a_workbook_with_bytes_changed_is_read_or_refused(
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)
    ) {
        let mut bytes = small_workbook();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = open(&bytes, "x.xlsx");
    }

    #[test]
    fn a_workbook_whose_parts_are_changed_is_read_or_refused(
        part in prop::sample::select(vec!["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml", "xl/sharedStrings.xml"]),
        changes in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(b"<>/\"=0A9 &;-".to_vec())), 1..20)
    ) {
        let mut archive = zip::ZipArchive::new(Cursor::new(small_workbook())).unwrap();
        let mut entries = Vec::new();
        for index in 0..archive.len() {
            let mut entry = archive.by_index(index).unwrap();
            let mut body = Vec::new();
            std::io::copy(&mut entry, &mut body).unwrap();
            if entry.name() == part {
                for (at, byte) in &changes {
                    let at = at.index(body.len());
                    body[at] = *byte;
                }
            }
            entries.push((entry.name().to_owned(), body));
        }
        let borrowed: Vec<(&str, &[u8])> =
            entries.iter().map(|(name, body)| (name.as_str(), body.as_slice())).collect();
        let _ = open(&zipped(&borrowed), "x.xlsx");
    }

    #[test]
    fn any_cells_written_with_quotes_come_back(
        cells in prop::collection::vec(prop::collection::vec("[a-zàéò \n\";,|\t0-9]{1,12}", 3), 1..8)
    ) {
        let mut text = String::from("sep=;\nuno;due;tre\n");
        for row in &cells {
            let quoted: Vec<String> = row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
            text.push_str(&quoted.join(";"));
            text.push('\n');
        }
        let read: Vec<Vec<String>> = text_file(text.as_bytes()).into_iter().skip(1).map(|(_, row)| row).collect();
        let blank = |cell: &String| if cell.trim().is_empty() { String::new() } else { cell.clone() };
        let mut expected: Vec<Vec<String>> = cells.iter().map(|row| row.iter().map(blank).collect()).collect();
        for row in &mut expected {
            while row.last().is_some_and(String::is_empty) {
                row.pop();
            }
        }
        expected.retain(|row| !row.is_empty());
        prop_assert_eq!(read, expected);
    }
}
