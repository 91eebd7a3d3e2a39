//! Comma-separated values as office programs write them, each cell with its line and column.
//!
//! Commas or semicolons, quotes or none, any line end; it knows nothing of votes.

/// A cell and where it stands, both counted from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) text: String,
}

/// The rows of a text that hold anything. Columns are counted in cells, as a spreadsheet does.
pub(super) fn rows(text: &str) -> Vec<Vec<Cell>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    // A spreadsheet that writes decimal commas parts its cells with semicolons.
    let part = if first.contains(';') && !first.contains(',') { ';' } else { ',' };
    let mut reader = Reader { rows: Vec::new(), row: Vec::new(), cell: String::new(), line: 1, starts: 1 };
    let mut quoted = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                reader.cell.push('"');
            }
            '"' => quoted = !quoted,
            '\r' if !quoted => {}
            '\n' if !quoted => reader.end_row(),
            letter if letter == part && !quoted => reader.end_cell(),
            letter => {
                reader.line += usize::from(letter == '\n');
                reader.cell.push(letter);
            }
        }
    }
    reader.end_row();
    reader.rows
}

struct Reader {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    cell: String,
    line: usize,
    starts: usize,
}

impl Reader {
    fn end_cell(&mut self) {
        let text = std::mem::take(&mut self.cell).trim().to_owned();
        self.row.push(Cell { line: self.starts, column: self.row.len() + 1, text });
        self.starts = self.line;
    }

    fn end_row(&mut self) {
        self.end_cell();
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.text.is_empty()) {
            self.rows.push(row);
        }
        self.line += 1;
        self.starts = self.line;
    }
}

#[cfg(test)]
mod tests {
    use super::rows;

    fn texts(text: &str) -> Vec<Vec<String>> {
        rows(text).into_iter().map(|row| row.into_iter().map(|cell| cell.text).collect()).collect()
    }

    #[test]
    fn cells_are_parted_as_office_programs_part_them() {
        assert_eq!(texts("a,b\r\n1,\"2,\"\"3\"\"\"\r\n"), [vec!["a", "b"], vec!["1", "2,\"3\""]]);
        assert_eq!(texts("\u{feff}a;b\n1; 2 \n\n;\n"), [vec!["a", "b"], vec!["1", "2"]]);
    }

    #[test]
    fn lines_and_columns_are_those_of_the_file() {
        let rows = rows("a,b\n\n\"x\ny\",2\n3,4\n");
        let at = |row: usize, column: usize| (rows[row][column].line, rows[row][column].column);
        assert_eq!([at(0, 1), at(1, 0), at(2, 1)], [(1, 2), (3, 1), (5, 2)]);
    }
}
