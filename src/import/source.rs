//! A file that came in, as tables: a text in any encoding, or a workbook.

use super::error::{ReadError, VotesError};
use super::table::Table;
use super::{csv, workbook};
use crate::encoding::{self, Encoding};
use crate::words::guessed_encoding;
use std::path::{Path, PathBuf};

/// How the names of files end that may hold ballots, and that hold them in a form which is not read.
pub(crate) const ENDINGS: &[&str] = &["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"];

/// A file as the tables that it can be read as: a text once for each separator, a workbook once for each sheet.
#[derive(Clone, Debug)]
pub struct Source {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
}

/// The tables that a file can be read as, the likeliest first, and what is to be said of how it was read.
pub(super) type Readings = (Vec<Result<Table, VotesError>>, Option<String>);

fn ending(path: &Path) -> String {
    path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().to_lowercase())
}

/// The sheets of one workbook, or why it is none.
pub(crate) fn sheets_of(file: &Path, bytes: &[u8]) -> Result<Vec<Table>, ReadError> {
    match bytes {
        [b'P', b'K', 3, 4, ..] => workbook::sheets(file, bytes),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(ReadError::OldWorkbook),
        _ => Err(ReadError::NoWorkbook),
    }
}

impl Source {
    pub(super) fn name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    pub(super) fn tables(&self) -> Result<Readings, VotesError> {
        let ending = ending(&self.path);
        let is_named_workbook = ["xlsx", "xlsm"].contains(&ending.as_str());
        match self.bytes[..] {
            [b'P', b'K', 3, 4, ..] if !is_named_workbook && ending != "ods" => Err(ReadError::RenamedWorkbook.into()),
            [b'P', b'K', 3, 4, ..] if ending == "ods" => Err(ReadError::OldWorkbook.into()),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(ReadError::OldWorkbook.into()),
            [_, ..] if is_named_workbook => {
                Ok((sheets_of(&self.path, &self.bytes)?.into_iter().map(Ok).collect(), None))
            }
            _ => self.text(),
        }
    }

    fn text(&self) -> Result<Readings, VotesError> {
        let (text, encoding) = encoding::decode(&self.bytes).map_err(ReadError::from)?;
        let is_guessed = encoding == Encoding::Windows1252;
        let guess = is_guessed.then(|| guessed_encoding(&self.name(), &encoding.to_string()));
        let table = |rows| Table::new(&self.path, None, rows);
        Ok((csv::readings(&text).into_iter().map(|reading| Ok(table(reading?))).collect(), guess))
    }
}
