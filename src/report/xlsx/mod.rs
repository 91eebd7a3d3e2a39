//! A report as an Excel workbook: a table for each kind of item, to sort, filter and carry on with.
//!
//! Texts are texts, numbers are numbers, dates are dates; there is no formula in it, whatever somebody typed.

mod contents;
mod height;

use super::columns::Value;
use super::csv::is_formula;
use super::document::Tone;
use super::model::Model;
use crate::catalogue::language;
use crate::words::DATE_IN_SHEETS;
use crate::words::paper::tables::{A_DAY, CHOOSE, TYPE_A_DAY};
use contents::RAG;
pub(super) use height::height;
use rust_xlsxwriter::{
    ConditionalFormatCell, ConditionalFormatCellRule, DataValidation, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, Table, TableColumn, TableStyle, Workbook, Worksheet, XlsxError,
};

/// A cell takes 32,767 UTF-16 units; what is longer goes on in further columns.
const LONGEST_CELL: usize = 32_000;

/// How wide such a column is, in letters.
const CONTINUED: u8 = 40;

/// A4, how many letters of 11 points stand across it on its side, and how many may where it is printed smaller: to four
/// fifths, which is 9 points. What is wider goes on beside it, with the first columns once more.
const PAPER: u8 = 9;
const ACROSS: usize = 149;
const ACROSS_AT_MOST: usize = 186;
const NAMED_BY: u16 = 2;

struct Sheet {
    name: &'static str,
    /// The columns' names and widths in letters.
    columns: Vec<(String, u8)>,
    rows: Vec<Vec<Value>>,
    /// The columns, from 0, in which one chooses from a list; on these rows and on those that are added.
    choices: Vec<(u16, Vec<&'static str>)>,
    /// The column, from 0, that takes days.
    day: Option<u16>,
    /// Whether it is printed on one page.
    whole: bool,
    /// Rows to fill in below the last.
    spare: u32,
}

/// A report as the bytes of an `.xlsx` file. Its date is always the same, so that equal reports are equal files.
pub(super) fn xlsx(report: &Model, large: bool) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    for sheet in contents::sheets(report) {
        write(workbook.add_worksheet(), &sheet, &report.about.title, Letters { large })?;
    }
    let about = DocProperties::new()
        .set_title(&report.about.title)
        .set_author("Plenary")
        .set_custom_property("Language", language())
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&about);
    workbook.save_to_buffer()
}

fn write(to: &mut Worksheet, sheet: &Sheet, title: &str, letters: Letters) -> Result<(), XlsxError> {
    let rows: Vec<Vec<Value>> = sheet.rows.iter().map(|row| in_cells(row, sheet.columns.len())).collect();
    let widest = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut columns = sheet.columns.clone();
    // No two columns of a table have one name.
    columns.extend(
        (1..).map(|place| (tr!("(continued {place})", place), CONTINUED)).take(widest.saturating_sub(columns.len())),
    );
    to.set_name(sheet.name)?;
    for (place, (_, width)) in (0..).zip(&columns) {
        to.set_column_width(place, f64::from(*width) * letters.times())?;
    }
    let widths: Vec<usize> = columns.iter().map(|(_, width)| usize::from(*width)).collect();
    let times = letters.times();
    to.set_row_height(0, height(columns.iter().map(|(name, width)| (name.as_str(), usize::from(*width) - 2)), times))?;
    for (number, row) in (1..).zip(&rows) {
        to.set_row_height(
            number,
            height(row.iter().zip(&widths).filter_map(|(value, width)| Some((wrapped(value)?, *width))), times),
        )?;
        for (place, value) in (0..).zip(row) {
            cell(to, number, place, value, letters)?;
        }
    }
    // A table has a row, though it may be an empty one.
    let last = u32::try_from(rows.len().max(1)).unwrap_or(u32::MAX);
    let right = u16::try_from(columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let names: Vec<TableColumn> = columns
        .iter()
        .map(|(name, _)| TableColumn::new().set_header(name).set_header_format(letters.heading()))
        .collect();
    let table = Table::new().set_style(TableStyle::None).set_columns(&names).set_alt_text(sheet.name);
    to.add_table(0, 0, last, right, &table)?;
    for (place, words) in &sheet.choices {
        choice(to, *place, last.saturating_add(sheet.spare), words)?;
    }
    spare(to, sheet, last, right, letters)?;
    to.set_freeze_panes(1, 0)?.set_repeat_rows(0, 0)?;
    let all: usize = widths.iter().sum();
    let across = if sheet.whole { 1 } else { all.div_ceil(if letters.large { ACROSS } else { ACROSS_AT_MOST }) };
    if across > 1 {
        to.set_repeat_columns(0, NAMED_BY)?;
    }
    let size = if letters.large { "&16 " } else { "" };
    // A footer is of 255 letters at most; a mark in it is doubled.
    let title: String = title.chars().take(90).collect();
    let page = tr!("Page {page} of {pages}", page = "&P", pages = "&N");
    to.set_footer(format!("&L{size}{}, {}&R{size}{page}", title.replace('&', "&&"), sheet.name));
    to.set_print_gridlines(true);
    to.set_landscape()
        .set_paper_size(PAPER)
        .set_print_fit_to_pages(u16::try_from(across).unwrap_or(1), u16::from(sheet.whole))
        .set_margins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3);
    Ok(())
}

/// The rows to fill in: written in like those above, and a day is a day there too.
fn spare(to: &mut Worksheet, sheet: &Sheet, last: u32, right: u16, letters: Letters) -> Result<(), XlsxError> {
    for row in last + 1..=last + sheet.spare {
        for column in 0..=right {
            let format = if sheet.day == Some(column) {
                letters.left().set_num_format(DATE_IN_SHEETS)
            } else {
                letters.plain().set_text_wrap()
            };
            to.write_blank(row, column, &format)?;
        }
    }
    if let Some(column) = sheet.day {
        let days = DataValidationRule::GreaterThanOrEqualTo(ExcelDateTime::from_ymd(2000, 1, 1)?);
        let days = DataValidation::new().allow_date(days).set_error_title(A_DAY)?.set_error_message(TYPE_A_DAY)?;
        to.add_data_validation(1, column, last + sheet.spare, column, &days)?;
    }
    Ok(())
}

/// A list to choose from; red, amber and green are coloured where one of them stands, and the word stays.
fn choice(to: &mut Worksheet, column: u16, last: u32, words: &[&str]) -> Result<(), XlsxError> {
    let list =
        DataValidation::new().allow_list_strings(words)?.set_error_title(CHOOSE)?.set_error_message(words.join(","))?;
    to.add_data_validation(1, column, last, column, &list)?;
    if words == RAG {
        for (word, tone) in words.iter().zip([Tone::Red, Tone::Amber, Tone::Green]) {
            let rule = ConditionalFormatCell::new()
                .set_rule(ConditionalFormatCellRule::EqualTo(*word))
                .set_format(toned(Format::new(), tone));
            to.add_conditional_format(1, column, last, column, &rule)?;
        }
    }
    Ok(())
}

fn cell(to: &mut Worksheet, row: u32, column: u16, value: &Value, letters: Letters) -> Result<(), XlsxError> {
    match value {
        // The last two came in the form for people, as a text.
        Value::Nothing | Value::Truth(_) | Value::Both(..) => {}
        Value::Text(text) if text.is_empty() => {}
        Value::Text(text) => {
            to.write_string_with_format(row, column, text, &letters.text(text))?;
        }
        Value::Toned(text, tone) => {
            to.write_string_with_format(row, column, text, &toned(letters.text(text), *tone))?;
        }
        Value::Number(number) => {
            to.write_number_with_format(row, column, *number, &letters.left())?;
        }
        Value::Date(day) => {
            // A day before 1900, which Excel's calendar does not have, stays a text.
            let year = u16::try_from(day.year()).unwrap_or_default();
            match ExcelDateTime::from_ymd(year, day.month().unsigned_abs(), day.day().unsigned_abs()) {
                Ok(date) => {
                    to.write_datetime_with_format(row, column, &date, &letters.left().set_num_format(DATE_IN_SHEETS))?
                }
                Err(_) => to.write_string_with_format(row, column, day.to_string(), &letters.text(""))?,
            };
        }
    }
    Ok(())
}

/// A text that goes on in further lines.
fn wrapped(value: &Value) -> Option<&str> {
    match value {
        Value::Text(text) | Value::Toned(text, _) => Some(text),
        _ => None,
    }
}

/// What letters look like: of 11 points, or of 16 in large print.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    pub(super) large: bool,
}

impl Letters {
    /// How many times as large as usual they are.
    pub(super) fn times(self) -> f64 {
        self.points() / 11.0
    }

    fn points(self) -> f64 {
        if self.large { 16.0 } else { 11.0 }
    }

    pub(super) fn plain(self) -> Format {
        Format::new().set_font_name("Arial").set_font_size(self.points()).set_align(FormatAlign::Top)
    }

    pub(super) fn heading(self) -> Format {
        self.plain().set_bold().set_text_wrap().set_background_color("#EEEEEE")
    }

    fn left(self) -> Format {
        self.plain().set_align(FormatAlign::Left)
    }

    /// What looks like a formula is marked as a text, so that editing it keeps it so.
    fn text(self, text: &str) -> Format {
        let format = self.plain().set_text_wrap().set_num_format("@");
        if is_formula(text) { format.set_quote_prefix() } else { format }
    }
}

fn toned(format: Format, tone: Tone) -> Format {
    match tone.colors() {
        ("", _) => format,
        (background, text) => format.set_background_color(background).set_font_color(text),
    }
}

/// A row whose long texts go on behind its last column.
fn in_cells(row: &[Value], columns: usize) -> Vec<Value> {
    let mut cells = Vec::new();
    let mut rest = Vec::new();
    for value in row {
        match value {
            Value::Text(text) if text.encode_utf16().count() > LONGEST_CELL => {
                let mut pieces = pieces(text).into_iter().map(Value::Text);
                cells.push(pieces.next().unwrap_or(Value::Nothing));
                rest.extend(pieces);
            }
            value => cells.push(value.clone()),
        }
    }
    if !rest.is_empty() {
        cells.resize(columns, Value::Nothing);
        cells.extend(rest);
    }
    cells
}

/// A long text in pieces that fit a cell, cut at a blank where there is one.
fn pieces(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut units = 0;
    for word in text.split_inclusive([' ', '\n']) {
        for letter in word.chars() {
            if units + letter.len_utf16() > LONGEST_CELL {
                pieces.push(String::new());
                units = 0;
            }
            units += letter.len_utf16();
            if let Some(piece) = pieces.last_mut() {
                piece.push(letter);
            }
        }
        if units + 200 > LONGEST_CELL {
            pieces.push(String::new());
            units = 0;
        }
    }
    pieces.retain(|piece| !piece.is_empty());
    pieces
}
