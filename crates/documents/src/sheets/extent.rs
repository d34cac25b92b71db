//! How large the sheets of an ODS are, before they are spread out in memory.
//!
//! An ODS says «this cell 16,384 times» and «this row 1,048,576 times»: a few hundred bytes can stand for
//! all the cells there are. The reader of workbooks would spread them out; this looks first.

/// The rows and columns of the largest sheet in a `content.xml`, from the first to the last that hold
/// anything. Text that is no such document has none; the reader of workbooks will say so.
pub(super) fn of(content: &str) -> (usize, usize) {
    let mut largest = (0_usize, 0_usize);
    let mut sheet = Extent::default();
    for (at, _) in content.match_indices("<table:") {
        let rest = &content[at + "<table:".len()..];
        let Some(end) = rest.find('>') else { break };
        let tag = &rest[..end];
        match tag.split([' ', '\t', '\r', '\n', '/']).next().unwrap_or_default() {
            "table" => {
                largest = larger(largest, &mut sheet);
                sheet = Extent::default();
            }
            "table-row" => sheet.row(repeats(tag, "table:number-rows-repeated=")),
            "table-cell" | "covered-table-cell" => {
                let body = rest[end + 1..].trim_start();
                let empty = tag.ends_with('/') || body.starts_with("</table:");
                let holds = !empty || tag.contains("office:") || tag.contains("table:formula");
                sheet.cell(repeats(tag, "table:number-columns-repeated="), holds);
            }
            _ => {}
        }
    }
    larger(largest, &mut sheet)
}

fn larger(largest: (usize, usize), sheet: &mut Extent) -> (usize, usize) {
    sheet.row(0);
    let area = |(rows, columns): (usize, usize)| rows.saturating_mul(columns);
    let this = (sheet.last_row, sheet.last_column);
    if area(this) > area(largest) { this } else { largest }
}

#[derive(Default)]
struct Extent {
    /// Rows before the present one.
    above: usize,
    /// How often the present row is repeated.
    times: usize,
    /// Columns of the present row so far, and up to the last that holds anything.
    columns: usize,
    held: usize,
    last_row: usize,
    last_column: usize,
}

impl Extent {
    /// Ends the present row and begins the next.
    fn row(&mut self, times: usize) {
        self.above = self.above.saturating_add(self.times);
        if self.held > 0 {
            self.last_row = self.above;
            self.last_column = self.last_column.max(self.held);
        }
        (self.times, self.columns, self.held) = (times, 0, 0);
    }

    fn cell(&mut self, times: usize, holds: bool) {
        self.columns = self.columns.saturating_add(times);
        if holds {
            self.held = self.columns;
        }
    }
}

fn repeats(tag: &str, attribute: &str) -> usize {
    let value = tag.split_once(attribute).map(|(_, value)| value.trim_start_matches(['"', '\'']));
    let digits = value.map(|value| value.split(['"', '\'']).next().unwrap_or_default());
    digits.map_or(1, |digits| digits.parse().unwrap_or(usize::MAX))
}
