//! Comma-separated values as office programs write them, each cell with its line and column.
//!
//! Commas, semicolons or tabs, quotes or none, any line end; it knows nothing of votes.

use super::error::CsvError;
use super::table::Cell;
use crate::encoding::unified;

/// What may part cells where nothing says what does; the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];

/// A text in the ways in which it can be read as a table, the likeliest first: rows that hold anything, columns counted
/// in cells, as a spreadsheet does. A line `sep=;` leaves one way.
pub(super) fn readings(text: &str) -> Vec<Result<Vec<Vec<Cell>>, CsvError>> {
    let text = unified(text);
    let (said, rest) = said_separator(&text);
    let separators = said.map_or_else(|| likely_separators(rest), |said| vec![said]);
    separators.into_iter().map(|separator| rows(rest, separator, usize::from(said.is_some()))).collect()
}

fn rows(rest: &str, separator: u8, lines_before: usize) -> Result<Vec<Vec<Cell>>, CsvError> {
    check_quotes(rest.as_bytes(), separator, lines_before)?;
    let mut reader =
        ::csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(rest.as_bytes());
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for record in reader.records() {
        let record = record?;
        let mut line = lines_before + record.position().map_or(1, |position| first_line(rest, position));
        let mut row = Vec::new();
        for (place, cell) in record.iter().enumerate() {
            row.push(Cell::new(line, place + 1, cell));
            line += cell.matches('\n').count();
        }
        if !row.iter().all(Cell::is_empty) {
            rows.push(row);
        }
    }
    Ok(rows)
}

/// Refuses a quote that opens a cell where none closes it, or one closes it within a text: a quote that was forgotten is
/// closed by the next one that opens, and what stands between them, whole rows, would be one cell.
fn check_quotes(text: &[u8], separator: u8, lines_before: usize) -> Result<(), CsvError> {
    let (mut line, mut column) = (lines_before + 1, 1);
    let mut opened = None;
    let mut begins = true;
    let mut bytes = text.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        line += usize::from(byte == b'\n');
        match (opened, byte) {
            (None, b'"') if begins => (opened, begins) = (Some(line), false),
            (None, b'\n') => (column, begins) = (1, true),
            (None, byte) if byte == separator => (column, begins) = (column + 1, true),
            (None, _) => begins = false,
            (Some(_), b'"') if bytes.next_if_eq(&b'"').is_some() => {}
            (Some(at), b'"') => {
                while bytes.next_if(|byte| *byte == b' ').is_some() {}
                if bytes.peek().is_some_and(|next| *next != separator && *next != b'\n') {
                    return Err(CsvError::Unclosed { line: at, column });
                }
                opened = None;
            }
            (Some(_), _) => {}
        }
    }
    opened.map_or(Ok(()), |line| Err(CsvError::Unclosed { line, column }))
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

/// What parts the cells of the first row, the one that stands in it most often first; the others only where they stand
/// in the text. A spreadsheet that writes decimal commas uses semicolons, and one that saves "Unicode text" uses tabs.
fn likely_separators(text: &str) -> Vec<u8> {
    let mut quoted = false;
    let mut counts = SEPARATORS.map(|separator| (separator, 0_usize));
    for byte in text.trim_start_matches('\n').bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            byte if !quoted => counts.iter_mut().filter(|(one, _)| *one == byte).for_each(|(_, count)| *count += 1),
            _ => {}
        }
    }
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let is_likely = |(place, (separator, _)): &(usize, (u8, usize))| *place == 0 || text.as_bytes().contains(separator);
    counts.into_iter().enumerate().filter(is_likely).map(|(_, (separator, _))| separator).collect()
}

#[cfg(test)]
mod tests {
    use super::{Cell, CsvError};

    fn rows(text: &str) -> Result<Vec<Vec<Cell>>, CsvError> {
        super::readings(text).swap_remove(0)
    }

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
        // The next quote that opens would close it, and a whole row between them would be gone.
        assert_eq!(unclosed("a,b\n1,\"well\n2,fine\n3,\"so so\"\n"), Some((2, 2)));
        assert_eq!(unclosed("a,b\n1,he said \"yes\"\n"), None);
    }
}
