//! A table of cells as a spreadsheet has it, each cell with its place, and the texts of cells as they are compared.
//!
//! It knows nothing of votes.

use std::path::{Path, PathBuf};

/// A cell and where it stands, both counted from 1; blanks of any kind are single spaces in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Cell {
    pub(crate) line: usize,
    pub(crate) column: usize,
    pub(crate) text: String,
}

impl Cell {
    pub(crate) fn new(line: usize, column: usize, text: &str) -> Self {
        let words: Vec<&str> = text.split_whitespace().collect();
        Self { line, column, text: words.join(" ") }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The text as it is compared, and as a vote is read from it.
    pub(crate) fn plain(&self) -> String {
        plain(&self.text)
    }
}

/// The cells of one file, or of one sheet of a workbook; a row holds a cell for each column up to its last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Table {
    pub(crate) file: PathBuf,
    /// The sheet's name; a text has none, and its cells have a line.
    pub(crate) sheet: Option<String>,
    pub(crate) rows: Vec<Vec<Cell>>,
    /// Whether a row of it is a column of the sheet: items stand below each other there, and people side by side.
    pub(crate) is_turned: bool,
    /// Whether nobody sees it in the workbook, and the lines of it that nobody sees.
    pub(super) is_hidden: bool,
    pub(super) hidden: Vec<usize>,
    pub(super) hidden_columns: Vec<usize>,
}

impl Table {
    pub(crate) fn new(file: &Path, sheet: Option<String>, rows: Vec<Vec<Cell>>) -> Self {
        Self { file: file.to_owned(), sheet, rows, ..Self::default() }
    }
}

impl Table {
    /// The checksum of a sheet, its name with its cells: what stands in other sheets of its file is no part of it.
    pub(super) fn sheet_mark(&self) -> Option<u32> {
        let sheet = self.sheet.as_ref()?;
        let cells = self.rows.iter().flatten().map(|cell| (cell.line, cell.column, &cell.text)).collect::<Vec<_>>();
        Some(crc32fast::hash(format!("{sheet:?}{cells:?}").as_bytes()))
    }

    /// The same with rows for columns; each cell keeps the place that it has in the sheet.
    pub(super) fn turned(&self) -> Self {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &Vec<Cell>, column: usize| {
            let line = row.first().map_or(1, |cell| cell.line);
            row.get(column).cloned().unwrap_or_else(|| Cell::new(line, column + 1, ""))
        };
        let column = |column| self.rows.iter().map(|row| cell(row, column)).collect::<Vec<_>>();
        let rows = (0..columns).map(column).filter(|row| !row.iter().all(Cell::is_empty)).collect();
        Self { rows, is_turned: true, ..self.clone() }
    }
}

/// A column as Excel names it: A, B, ... Z, AA.
pub(crate) fn letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column;
    while rest > 0 {
        letters.push(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(rest - 1) % 26]);
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().map(|letter| char::from(*letter)).collect()
}

/// A text in lower case, without what spreadsheets and word processors put around it: wide and narrow forms, marks that
/// nobody sees, `'4`, `=4` and `="4"`, curly quotes and long dashes.
pub(crate) fn plain(text: &str) -> String {
    let letters = text.chars().filter(|letter| !is_unseen(*letter)).map(|letter| match letter {
        // As wide as a Chinese character.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(letter) - 0xfee0).unwrap_or(letter),
        '\u{2018}' | '\u{2019}' | '\u{201b}' | '`' | '\u{b4}' | '\u{2032}' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{2033}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        letter => letter,
    });
    let text: String = letters.flat_map(char::to_lowercase).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let text = words.join(" ");
    let text = text.trim_start_matches(['\'', '=']).trim();
    let unquoted = text.strip_prefix('"').and_then(|text| text.strip_suffix('"'));
    unquoted.unwrap_or(text).trim().to_owned()
}

fn is_unseen(letter: char) -> bool {
    letter.is_control() && !letter.is_whitespace()
        || matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The words of a plain text, parted by whatever is no letter or digit.
pub(super) fn words(plain: &str) -> Vec<&str> {
    plain.split(|letter: char| !letter.is_alphanumeric() && letter != '\'').filter(|word| !word.is_empty()).collect()
}

/// The words of a text with one space between them: what two texts share that differ in marks only.
pub(super) fn joined_words(text: &str) -> String {
    words(&plain(text)).join(" ")
}

/// How many letters must be changed, put in or taken out to make one word of another; nothing from 3 on.
pub(super) fn slips(one: &str, other: &str) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > 2 || one.len() > 60 {
        return None;
    }
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (row, letter) in one.iter().enumerate() {
        let mut now = vec![row + 1];
        for (place, with) in other.iter().enumerate() {
            let swapped = last[place] + usize::from(letter != with);
            now.push(swapped.min(last[place + 1] + 1).min(now[place] + 1));
        }
        last = now;
    }
    last.last().copied().filter(|slips| *slips <= 2)
}

/// Whether one word is another one with a slip of the finger.
pub(super) fn is_slip(one: &str, other: &str) -> bool {
    let letters = one.chars().count().min(other.chars().count());
    slips(one, other).is_some_and(|slips| slips <= usize::from(letters >= 4) + usize::from(letters >= 8))
}

#[cfg(test)]
mod tests {
    use super::{is_slip, joined_words, letters, plain};

    #[test]
    fn texts_are_compared_without_what_programs_put_around_them() {
        for text in ["4", "'4", "=4", "=\"4\"", "\u{ff14}", "\u{a0}4 ", "\u{200b}4\u{feff}", "\u{2019}4"] {
            assert_eq!(plain(text), "4", "{text:?}");
        }
        assert_eq!(plain("Don\u{2019}t  know"), "don't know");
        assert_eq!(joined_words("I1: \u{201c}Adequate\u{201d} \u{2013} and secure"), "i1 adequate and secure");
        assert_eq!([1, 2, 26, 27, 52, 53, 702, 703].map(letters), ["A", "B", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
        assert!(is_slip("mosty", "mostly") && is_slip("stratgic", "strategic") && !is_slip("one", "two"));
    }
}
