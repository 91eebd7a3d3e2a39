//! The sheets of an Excel workbook, as far as they hold values: shared and own texts, numbers, results of formulas.
//!
//! Cells are read one by one and parts up to a limit, so that a sheet that says it is seventeen milliard cells large, or
//! an archive that unpacks without end, takes no more room than a survey.

use super::error::ReadError;
use super::styles;
use super::table::{Cell, Table};
use super::xml::{attribute, each, text_of};
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;

/// What one part of a workbook may take when it is unpacked.
const MOST_UNPACKED: u64 = 32 * 1024 * 1024;

/// The cells of one workbook that are read, and the columns of a sheet that are looked at: Excel has 16,384.
const MOST_CELLS: usize = 500_000;
const MOST_COLUMNS: usize = 2000;

type Archive<'all> = zip::ZipArchive<Cursor<&'all [u8]>>;

/// Each sheet that holds anything, in the order of the workbook.
pub(super) fn sheets(file: &Path, bytes: &[u8]) -> Result<Vec<Table>, ReadError> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::DamagedWorkbook)?;
    if archive.index_for_name("xl/workbook.xml").is_none() {
        let is_encrypted = archive.index_for_name("[Content_Types].xml").is_none();
        return Err(if is_encrypted { ReadError::DamagedWorkbook } else { ReadError::OtherDocument });
    }
    let targets = targets(&part(&mut archive, "xl/_rels/workbook.xml.rels")?)?;
    let texts = match part(&mut archive, "xl/sharedStrings.xml") {
        Ok(xml) => shared_texts(&xml)?,
        Err(ReadError::DamagedWorkbook) => Vec::new(),
        Err(error) => return Err(error),
    };
    let mut tables = Vec::new();
    let mut left = MOST_CELLS;
    let days = part(&mut archive, "xl/styles.xml").map_or_else(|_| Ok(Vec::new()), |xml| styles::days(&xml))?;
    let book = Book { texts, days };
    for (name, relation, is_hidden) in named_sheets(&part(&mut archive, "xl/workbook.xml")?)? {
        let Some(target) = targets.get(&relation) else { continue };
        // From the root of the archive, or from where the workbook is.
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let (rows, hidden, hidden_columns) = rows(&part(&mut archive, &path)?, &book, &mut left)?;
        if !rows.is_empty() {
            tables.push(Table { is_hidden, hidden, hidden_columns, ..Table::new(file, Some(name), rows) });
        }
    }
    Ok(tables)
}

fn part(archive: &mut Archive<'_>, name: &str) -> Result<String, ReadError> {
    let damaged = || ReadError::DamagedWorkbook;
    let entry = archive.by_name(name).map_err(|_| damaged())?;
    let mut text = String::new();
    let read = entry.take(MOST_UNPACKED + 1).read_to_string(&mut text).map_err(|_| damaged())?;
    if u64::try_from(read).is_ok_and(|read| read <= MOST_UNPACKED) {
        Ok(text)
    } else {
        Err(ReadError::TooLargeWorkbook)
    }
}

/// What the sheets of a workbook share: texts by their number, and the styles in which numbers are days.
struct Book {
    texts: Vec<String>,
    days: Vec<bool>,
}

/// The sheets by name, each with the relation that says which part it is, and whether nobody sees it.
fn named_sheets(xml: &str) -> Result<Vec<(String, String, bool)>, ReadError> {
    let mut sheets = Vec::new();
    each(xml, |event| {
        if let Event::Start(element) = &event
            && element.local_name().as_ref() == "sheet"
        {
            let relation = element.attributes().flatten().find(|one| one.key.as_ref().ends_with(":id"));
            let relation = relation.map(|one| one.value.into_owned());
            let is_hidden = attribute(element, "state").is_some_and(|state| state != "visible");
            sheets.extend(attribute(element, "name").zip(relation).map(|(name, relation)| (name, relation, is_hidden)));
        }
        Ok(())
    })?;
    Ok(sheets)
}

/// The parts of the worksheets by their relation; charts and macros are left out.
fn targets(xml: &str) -> Result<BTreeMap<String, String>, ReadError> {
    let mut targets = BTreeMap::new();
    each(xml, |event| {
        if let Event::Start(element) = &event
            && attribute(element, "Type").is_some_and(|kind| kind.ends_with("/worksheet"))
        {
            targets.extend(attribute(element, "Id").zip(attribute(element, "Target")));
        }
        Ok(())
    })?;
    Ok(targets)
}

/// The texts that cells name by number; without what says how they are pronounced.
fn shared_texts(xml: &str) -> Result<Vec<String>, ReadError> {
    let (mut texts, mut is_text, mut is_sound) = (Vec::<String>::new(), false, false);
    each(xml, |event| {
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => texts.push(String::new()),
                "t" => is_text = true,
                "rPh" => is_sound = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "t" => is_text = false,
                "rPh" => is_sound = false,
                _ => {}
            },
            event if is_text && !is_sound => texts.last_mut().map_or((), |text| text.push_str(&text_of(event))),
            _ => {}
        }
        Ok(())
    })?;
    Ok(texts)
}

/// Numbers of rows or of columns.
type Lines = Vec<usize>;

/// The rows of a sheet that hold anything, and the numbers of the rows and columns that nobody sees.
fn rows(xml: &str, book: &Book, left: &mut usize) -> Result<(Vec<Vec<Cell>>, Lines, Lines), ReadError> {
    let mut rows: BTreeMap<usize, BTreeMap<usize, String>> = BTreeMap::new();
    let (mut row, mut column, mut kind, mut is_day) = (0, 0, String::new(), false);
    let (mut hidden, mut hidden_columns) = (Vec::new(), Vec::new());
    let mut value: Option<String> = None;
    let (mut is_value, mut merged) = (false, Vec::new());
    each(xml, |event| {
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    row = attribute(element, "r").and_then(|number| number.parse().ok()).unwrap_or(row + 1);
                    column = 0;
                    hidden.extend(is_hidden(element).then_some(row));
                }
                "col" if is_hidden(element) => {
                    let end = |name| attribute(element, name).and_then(|end| end.parse::<usize>().ok());
                    let (first, last) = (end("min").unwrap_or(1), end("max").unwrap_or(0).min(MOST_COLUMNS));
                    hidden_columns.extend(first..=last);
                }
                "c" => {
                    column = attribute(element, "r").and_then(|name| column_of(&name)).unwrap_or(column + 1);
                    kind = attribute(element, "t").unwrap_or_default();
                    let style = attribute(element, "s").and_then(|style| style.parse::<usize>().ok());
                    is_day = style.is_some_and(|style| book.days.get(style) == Some(&true));
                    value = None;
                }
                "v" | "t" => is_value = true,
                "mergeCell" => merged.extend(attribute(element, "ref").and_then(|range| one_column(&range))),
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "v" | "t" => is_value = false,
                "c" => {
                    let text = value.take().unwrap_or_default();
                    let shared = || text.trim().parse::<usize>().ok().and_then(|place| book.texts.get(place)).cloned();
                    let text = match kind.as_str() {
                        "s" => shared().ok_or(ReadError::DamagedWorkbook)?,
                        // Not 1 and 0, which are votes.
                        "b" => if text.trim() == "1" { "TRUE" } else { "FALSE" }.to_owned(),
                        "" | "n" if is_day => styles::day(&text).unwrap_or(text),
                        _ => number_or(text),
                    };
                    if !text.trim().is_empty() {
                        *left = left.checked_sub(1).ok_or(ReadError::TooLargeWorkbook)?;
                        if column > MOST_COLUMNS {
                            return Err(ReadError::TooLargeWorkbook);
                        }
                        rows.entry(row).or_default().insert(column, text);
                    }
                }
                _ => {}
            },
            event if is_value => value.get_or_insert_default().push_str(&text_of(event)),
            _ => {}
        }
        Ok(())
    })?;
    for (column, first, last) in merged {
        // One word beside several people is said of each of them; a number may be a vote, and is one person's.
        let said = rows.get(&first).and_then(|row| row.get(&column)).cloned();
        if let Some(said) = said.filter(|said| said.contains(char::is_alphabetic)) {
            let beside = rows.range_mut(first + 1..=last).map(|(_, row)| row);
            beside.for_each(|row| drop(row.insert(column, said.clone())));
        }
    }
    Ok((rows.into_iter().map(|(row, cells)| placed(row, &cells)).collect(), hidden, hidden_columns))
}

/// Whether a row or a column is one that nobody sees.
fn is_hidden(element: &BytesStart<'_>) -> bool {
    attribute(element, "hidden").is_some_and(|is| is != "0" && is != "false")
}

/// The column of a range that goes down in one, and its first and last row: 1, 2 and 6 of `A2:A6`.
fn one_column(range: &str) -> Option<(usize, usize, usize)> {
    let (first, last) = range.split_once(':')?;
    let row = |name: &str| name.trim_start_matches(|letter: char| letter.is_ascii_alphabetic()).parse().ok();
    let column = column_of(first)?;
    let (first, end) = (row(first)?, row(last)?);
    (column_of(last) == Some(column) && first < end).then_some((column, first, end))
}

/// The column of a cell by its name: 28 of `AB7`.
fn column_of(name: &str) -> Option<usize> {
    let letters = name.bytes().take_while(u8::is_ascii_alphabetic).take(4);
    let column = letters.fold(0, |sum, letter| sum * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    Some(column).filter(|column| *column > 0)
}

/// A number as people write it: Excel keeps some as `4.0000000000000004` or `4E0`.
fn number_or(text: String) -> String {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite() && text.contains(['.', 'E', 'e']));
    number.map_or(text, |number| {
        let whole = number.round();
        if (number - whole).abs() < 1e-9 { whole.to_string() } else { number.to_string() }
    })
}

/// A row with a cell for each column up to the last that holds anything.
fn placed(row: usize, cells: &BTreeMap<usize, String>) -> Vec<Cell> {
    let last = cells.last_key_value().map_or(0, |(column, _)| *column);
    (1..=last).map(|column| Cell::new(row, column, cells.get(&column).map_or("", String::as_str))).collect()
}
