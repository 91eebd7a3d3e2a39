//! The files that came in, as tables: texts in any encoding, workbooks, and folders of both.

use super::error::{ReadError, VotesError};
use super::table::Table;
use super::{csv, workbook};
use crate::cli::error::Failure;
use crate::cli::frameworks::bytes_of;
use crate::encoding::{self, Encoding};
use crate::terminal::print_error;
use crate::words::guessed_encoding;
use std::fs;
use std::path::{Path, PathBuf};

/// A file as the tables that it can be read as: a text once for each separator, a workbook once for each sheet.
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
}

/// What a name ends in.
fn ending(path: &Path) -> String {
    path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().to_lowercase())
}

/// The sheets of one workbook, or why it is none.
pub(in crate::cli) fn sheets_of(file: &Path) -> Result<Result<Vec<Table>, String>, Failure> {
    let source = Source { bytes: bytes_of(file)?, path: file.to_owned() };
    let tables = match source.bytes[..] {
        [b'P', b'K', 3, 4, ..] => workbook::sheets(file, &source.bytes).map_err(VotesError::from),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(ReadError::OldWorkbook.into()),
        _ => Err(ReadError::NoWorkbook.into()),
    };
    Ok(tables.map_err(|problem| problem.to_string()))
}

/// The files that were named, and those of the folders that were.
pub(super) fn sources(named: &[PathBuf]) -> Result<Vec<Source>, Failure> {
    let mut paths = Vec::new();
    for path in named {
        if path.is_dir() {
            paths.extend(in_folder(path)?);
        } else {
            paths.push(path.clone());
        }
    }
    paths.into_iter().map(|path| Ok(Source { bytes: bytes_of(&path)?, path })).collect()
}

/// The files with ballots in a folder, by name. What Excel keeps beside a workbook that is open is none.
fn in_folder(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let failed = |error| Failure::UnreadableFolder { folder: folder.to_owned(), error };
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let is_shown = path.file_name().is_some_and(|name| {
            let name = name.to_string_lossy();
            !name.starts_with("~$") && !name.starts_with('.')
        });
        if is_shown
            && ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"].contains(&ending(&path).as_str())
            && path.is_file()
        {
            paths.push(path);
        }
    }
    paths.sort_unstable();
    if paths.is_empty() {
        return Err(Failure::NotImported { file: folder.to_owned(), problem: ReadError::EmptyFolder.to_string() });
    }
    Ok(paths)
}

impl Source {
    /// The file's own name.
    pub(super) fn name(&self) -> String {
        self.path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
    }

    /// What the file can be read as, the likeliest first.
    pub(super) fn tables(&self) -> Result<Vec<Result<Table, VotesError>>, VotesError> {
        let is_named_workbook = ["xlsx", "xlsm"].contains(&ending(&self.path).as_str());
        match self.bytes[..] {
            [b'P', b'K', 3, 4, ..] if is_named_workbook => {
                Ok(workbook::sheets(&self.path, &self.bytes)?.into_iter().map(Ok).collect())
            }
            [b'P', b'K', 3, 4, ..] if ending(&self.path) == "ods" => Err(ReadError::OldWorkbook.into()),
            [b'P', b'K', 3, 4, ..] => Err(ReadError::RenamedWorkbook.into()),
            [0xd0, 0xcf, 0x11, 0xe0, ..] => Err(ReadError::OldWorkbook.into()),
            [_, ..] if is_named_workbook => Err(ReadError::NoWorkbook.into()),
            _ => self.text(),
        }
    }

    fn text(&self) -> Result<Vec<Result<Table, VotesError>>, VotesError> {
        let (text, encoding) = encoding::decode(&self.bytes).map_err(ReadError::from)?;
        if encoding == Encoding::Windows1252 {
            print_error(&guessed_encoding(&self.path.display().to_string(), &encoding.to_string()));
        }
        let table = |rows| Table::new(&self.path, None, rows);
        Ok(csv::readings(&text).into_iter().map(|reading| Ok(table(reading?))).collect())
    }
}
