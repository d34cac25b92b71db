//! Text files with a delimiter, in the encodings and dialects that spreadsheet programs write.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::{Cell, Gatherer, Limits, Sheet, SheetError, Workbook};

/// The delimiters looked for, in the order in which a tie is decided.
const DELIMITERS: [u8; 4] = *b";\t,|";

/// A record that no register holds: it comes out whole unless a quotation mark was left open.
const END: &str = "\u{1}end of file\u{1}";

/// Reads the file as one sheet without a name.
pub(super) fn read(bytes: &[u8], limits: &Limits) -> Result<Workbook, SheetError> {
    let mut text = decoded(bytes)?;
    if text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    let told = told_delimiter(&text);
    let delimiter = told.unwrap_or_else(|| found_delimiter(&text));
    let rows = records(text, delimiter, limits, usize::from(told.is_some()))?;
    Ok(Workbook { sheets: vec![rows] })
}

fn decoded(bytes: &[u8]) -> Result<String, SheetError> {
    let encoding = if bytes.starts_with(&[0xFF, 0xFE]) {
        UTF_16LE
    } else if bytes.starts_with(&[0xFE, 0xFF]) {
        UTF_16BE
    } else if let Some(wide) = unmarked_utf_16(bytes) {
        wide
    } else if std::str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        WINDOWS_1252
    };
    let text = encoding.decode_with_bom_removal(bytes).0.into_owned();
    let strange = |letter: char| letter.is_control() && !matches!(letter, '\n' | '\r' | '\t' | '\u{c}');
    let start = text.chars().take(64 * 1024);
    let (letters, controls) =
        start.fold((0, 0), |(all, odd), letter| (all + 1, odd + usize::from(strange(letter))));
    if text.contains('\0') || controls * 50 > letters {
        return Err(SheetError::NotASpreadsheet("a file of a kind that is not known"));
    }
    Ok(text)
}

/// UTF-16 without a mark: in Western text every second byte is zero.
fn unmarked_utf_16(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    let start = &bytes[..bytes.len().min(4096) & !1];
    if start.is_empty() || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let (mut even, mut odd) = (0, 0);
    for pair in start.chunks_exact(2) {
        even += usize::from(pair[0] == 0);
        odd += usize::from(pair[1] == 0);
    }
    let most = start.len() / 2 * 7 / 10;
    if odd > most && even == 0 {
        Some(UTF_16LE)
    } else if even > most && odd == 0 {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Excel's own first line `sep=;`.
fn told_delimiter(text: &str) -> Option<u8> {
    match text.lines().next()?.trim().trim_matches('"').to_ascii_lowercase().strip_prefix("sep=")?.as_bytes()
    {
        [delimiter] => Some(*delimiter),
        _ => None,
    }
}

/// The delimiter under which most of the first lines have the same number of cells, more than one.
fn found_delimiter(text: &str) -> u8 {
    let start = match text.char_indices().nth(64 * 1024) {
        Some((end, _)) => text[..end].rsplit_once('\n').map_or(&text[..end], |(whole, _)| whole),
        None => text,
    };
    let mut best = ((0, 0), DELIMITERS[0]);
    for delimiter in DELIMITERS {
        let mut tally = std::collections::BTreeMap::<usize, usize>::new();
        let mut reader = reader(start.as_bytes(), delimiter);
        for record in reader.byte_records().take(200).flatten() {
            *tally.entry(record.len()).or_default() += 1;
        }
        let usual = tally.into_iter().filter(|(cells, _)| *cells > 1).map(|(cells, lines)| (lines, cells));
        let evidence = usual.max().unwrap_or_default();
        if evidence > best.0 {
            best = (evidence, delimiter);
        }
    }
    best.1
}

fn reader(bytes: &[u8], delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).flexible(true).from_reader(bytes)
}

fn records(mut text: String, delimiter: u8, limits: &Limits, skipped: usize) -> Result<Sheet, SheetError> {
    if !text.ends_with('\n') {
        text.push('\n');
    }
    text.push_str(END);
    let mut sheet = Sheet { name: String::new(), rows: Vec::new(), blank: 0 };
    let mut gatherer = Gatherer::new(limits);
    let mut reader = reader(text.as_bytes(), delimiter);
    let mut record = csv::StringRecord::new();
    let mut lines = LineCounter::default();
    loop {
        let start = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_record(&mut record).map_err(|error| SheetError::Corrupt(error.to_string()))?;
        let line = lines.of_record_from(&text, start);
        if more && record.len() == 1 && &record[0] == END {
            return Ok(sheet);
        }
        if !more || record.iter().any(|cell| cell.ends_with(END)) {
            return Err(SheetError::OpenQuote { line });
        }
        if line as usize <= skipped {
            continue;
        }
        for (column, cell) in record.iter().enumerate() {
            gatherer.put(&mut sheet, line, column, cell_of(cell))?;
        }
    }
}

/// Counts physical lines up to the start of each record. The reader's own count is that of where it
/// stood before it passed over blank lines.
#[derive(Default)]
struct LineCounter {
    byte: usize,
    newlines: u32,
}

impl LineCounter {
    fn of_record_from(&mut self, text: &str, start: usize) -> u32 {
        let bytes = text.as_bytes();
        let mut end = start.min(bytes.len());
        while bytes.get(end) == Some(&b'\n') {
            end += 1;
        }
        self.newlines += bytes[self.byte..end].iter().filter(|byte| **byte == b'\n').count() as u32;
        self.byte = end;
        self.newlines + 1
    }
}

/// Text that a spreadsheet program would evaluate is a formula here as well.
fn cell_of(text: &str) -> Cell {
    if text.starts_with('=') {
        Cell::Formula(text.to_owned())
    } else {
        Cell::text(crate::tables::unguarded(text.to_owned()))
    }
}
