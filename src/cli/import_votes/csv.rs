//! Comma-separated values as office programs write them, each cell with its line and column.
//!
//! Commas, semicolons or tabs, quotes or none, any line end; it knows nothing of votes.

use super::error::CsvError;
use crate::encoding::unified;

/// A cell and where it stands, both counted from 1; blanks of any kind are single spaces in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    pub(super) line: usize,
    pub(super) column: usize,
    pub(super) text: String,
}

/// Stands after the last row. Where it comes back in another cell, that cell was never closed.
const END: &str = "\u{1a}";

/// The rows of a text that hold anything. Columns are counted in cells, as a spreadsheet does.
pub(super) fn rows(text: &str) -> Result<Vec<Vec<Cell>>, CsvError> {
    let text = unified(text);
    let (said, rest) = said_separator(&text);
    let lines_before = usize::from(said.is_some());
    let text = format!("{rest}\n{END}");
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(said.unwrap_or_else(|| likely_separator(rest)))
        .from_reader(text.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for record in reader.records() {
        let record = record?;
        if record.iter().eq([END]) {
            break;
        }
        let mut line = lines_before + record.position().map_or(1, |position| first_line(&text, position));
        let mut row = Vec::new();
        for (place, cell) in record.iter().enumerate() {
            if cell.ends_with(END) {
                return Err(CsvError::Unclosed { line, column: place + 1 });
            }
            let words: Vec<&str> = cell.split_whitespace().collect();
            row.push(Cell { line, column: place + 1, text: words.join(" ") });
            line += cell.matches('\n').count();
        }
        if row.iter().any(|cell| !cell.text.is_empty()) {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// The line on which a row begins: the reader's own place is before the empty lines that it passes over.
fn first_line(text: &str, position: &::csv::Position) -> usize {
    let from = |number: u64| usize::try_from(number).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(from(position.byte())..).unwrap_or_default();
    from(position.line()) + rest.iter().take_while(|byte| **byte == b'\n').count()
}

/// What parts the cells where a first line says so, as in `sep=;`, and the text after it.
fn said_separator(text: &str) -> (Option<u8>, &str) {
    let (first, rest) = text.split_once('\n').unwrap_or((text, ""));
    let first = first.trim_matches('"');
    match (first.get(..4), first.as_bytes().get(4..)) {
        (Some(word), Some([separator, ..])) if word.eq_ignore_ascii_case("sep=") => (Some(*separator), rest),
        _ => (None, text),
    }
}

/// What parts the cells of the first row most often. A spreadsheet that writes decimal commas uses semicolons, and one
/// that saves "Unicode text" uses tabs.
fn likely_separator(text: &str) -> u8 {
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.trim_start_matches('\n').bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => counts.iter_mut().filter(|(one, _)| *one == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max();
    counts.into_iter().find(|(_, count)| Some(*count) == most).map_or(b',', |(separator, _)| separator)
}

#[cfg(test)]
mod tests {
    use super::{Cell, CsvError, rows};

    fn texts(text: &str) -> Vec<Vec<String>> {
        let text_of = |cell: Cell| cell.text;
        rows(text).unwrap_or_default().into_iter().map(|row| row.into_iter().map(text_of).collect()).collect()
    }

    #[test]
    fn cells_are_parted_as_office_programs_part_them() {
        assert_eq!(texts("a,b\r\n1,\"2,\"\"3\"\"\"\r\n"), [vec!["a", "b"], vec!["1", "2,\"3\""]]);
        for text in
            ["a;b\n1; 2 \n\n;\n", "a\tb\n1\t2\n\t\n", "a,b\r1,2\r", "sep=|\r\na|b\r\n1|2\r\n", "\"a\";\"b\"\n1;2"]
        {
            assert_eq!(texts(text), [vec!["a", "b"], vec!["1", "2"]], "{text:?}");
        }
        assert_eq!(texts("a;\"b, c\"\n1;2\n"), [vec!["a", "b, c"], vec!["1", "2"]]);
        assert_eq!(texts("third\u{a0} sector,\u{a0}4"), [vec!["third sector", "4"]]);
        assert_eq!(texts("\n\n ,\n"), Vec::<Vec<String>>::new());
    }

    #[test]
    fn lines_and_columns_are_those_of_the_file() {
        for (end, sep, before) in [("\n", "", 0), ("\r\n", "", 0), ("\r", "", 0), ("\n", "sep=,\n", 1)] {
            let text = format!("{sep}a,b{end}{end}\"x{end}y\",2{end}3,4{end}");
            let rows = rows(&text).unwrap_or_default();
            let at = |row: usize, column: usize| (rows[row][column].line - before, rows[row][column].column);
            assert_eq!([at(0, 1), at(1, 0), at(1, 1), at(2, 1)], [(1, 2), (3, 1), (4, 2), (5, 2)], "{text:?}");
        }
    }

    #[test]
    fn a_quote_that_is_never_closed_is_refused_where_it_opens() {
        let unclosed = |text: &str| match rows(text) {
            Err(CsvError::Unclosed { line, column }) => Some((line, column)),
            _ => None,
        };
        assert_eq!(unclosed("a,b\n1,\"2\n3,4\n"), Some((2, 2)));
        assert_eq!(unclosed("\"a"), Some((1, 1)));
        assert_eq!(unclosed("a,\"x\ny\",\"z\n"), Some((2, 3)));
        assert_eq!(unclosed("a,\"b\"\n"), None);
    }
}
