//! Workbooks: a bold header that stays in view, real dates, numbers as numbers.

use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{TableError, TableSheet, Value, guarded};

/// Longest text that a cell of a workbook holds, in characters.
const LONGEST: usize = 32_767;

/// Writes the sheets as one workbook.
///
/// # Errors
/// When there are more rows or columns than a workbook can hold.
pub fn xlsx(sheets: &[TableSheet]) -> Result<Vec<u8>, TableError> {
    let mut workbook = Workbook::new();
    let mut taken = Vec::new();
    for sheet in sheets {
        let name = tab_name(&sheet.name, &taken);
        fill(workbook.add_worksheet(), sheet, &name).map_err(wrong)?;
        taken.push(name.to_lowercase());
    }
    workbook.save_to_buffer().map_err(wrong)
}

fn wrong(error: XlsxError) -> TableError {
    TableError(error.to_string())
}

fn fill(page: &mut Worksheet, sheet: &TableSheet, name: &str) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let moment = Format::new().set_num_format("dd/mm/yyyy hh:mm:ss");
    page.set_name(name)?;
    let mut line = 0;
    for title in &sheet.title_lines {
        page.write_string(line, 0, fitting(title))?;
        line += 1;
    }
    if line > 0 {
        line += 1;
    }
    let mut widths = Vec::new();
    for (column, title) in (0_u16..).zip(&sheet.columns) {
        page.write_string_with_format(line, column, fitting(title), &bold)?;
        widths.push(title.chars().count());
    }
    page.set_freeze_panes(line + 1, 0)?;
    for row in &sheet.rows {
        line += 1;
        for (column, value) in (0_u16..).zip(row) {
            let width = match value {
                Value::Empty => continue,
                Value::Text(text) => {
                    page.write_string(line, column, fitting(text))?;
                    text.chars().count()
                }
                Value::Number(number) if !number.is_finite() => continue,
                Value::Number(number) => page.write_number(line, column, *number).map(|_| 10)?,
                Value::Integer(number) => page.write_number(line, column, *number as f64).map(|_| 10)?,
                Value::Day(at) => page.write_date_with_format(line, column, at, &day).map(|_| 10)?,
                Value::Moment(at) => {
                    page.write_datetime_with_format(line, column, at, &moment).map(|_| 19)?
                }
            };
            if let Some(widest) = widths.get_mut(usize::from(column)) {
                *widest = width.max(*widest);
            }
        }
    }
    for (column, width) in (0_u16..).zip(widths) {
        page.set_column_width(column, width.clamp(6, 48) as f64 + 2.0)?;
    }
    Ok(())
}

fn fitting(text: &str) -> String {
    guarded(text).chars().take(LONGEST).collect()
}

/// A name that spreadsheet programs accept and that no earlier tab has.
fn tab_name(wanted: &str, taken: &[String]) -> String {
    let clean: String =
        wanted.chars().map(|letter| if "[]:*?/\\'".contains(letter) { ' ' } else { letter }).collect();
    let base: String = if clean.trim().is_empty() { "Foglio".to_owned() } else { clean.trim().to_owned() };
    let fit = |suffix: &str| base.chars().take(31 - suffix.len()).collect::<String>() + suffix;
    let mut name = fit("");
    for number in 2.. {
        if !taken.contains(&name.to_lowercase()) {
            break;
        }
        name = fit(&format!(" {number}"));
    }
    name
}
