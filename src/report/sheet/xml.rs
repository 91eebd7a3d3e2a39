//! One sheet as XML: frozen names, a filter, lists to choose from, colours by rule, dates as days since 1899.
//!
//! Cells hold inline texts; those that look like formulas are marked as texts, so that editing them keeps them so.

use super::super::csv::is_formula;
use super::super::package::escape;
use super::{Sheet, Value};
use jiff::civil::{Date, date};
use std::fmt::Write;

pub(super) const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
pub(super) const CONTENT_TYPE: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
pub(super) const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A cell takes 32,767 UTF-16 units; what is longer goes on in further columns.
const LONGEST_CELL: usize = 32_000;

/// The styles of cells, by their place in [`STYLES`].
const NAMES: usize = 1;
const TEXT: usize = 2;
const MARKED_TEXT: usize = 3;
const DATE: usize = 4;
const NUMBER: usize = 5;

/// Fonts, fills and formats, then the colours of red, amber and green.
pub(super) const STYLES: &str = "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">\
<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"d\\ mmmm\\ yyyy\"/></numFmts>\
<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Arial\"/></font><font><b/><sz val=\"11\"/><name val=\"Arial\"/></font></fonts>\
<fills count=\"3\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill>\
<fill><patternFill patternType=\"solid\"><fgColor rgb=\"FFEEEEEE\"/></patternFill></fill></fills>\
<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>\
<cellXfs count=\"6\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>\
<xf numFmtId=\"49\" fontId=\"1\" fillId=\"2\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment vertical=\"top\" wrapText=\"1\"/></xf>\
<xf numFmtId=\"164\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\"/></xf>\
<xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyAlignment=\"1\"><alignment horizontal=\"left\" vertical=\"top\"/></xf></cellXfs>\
<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles>\
<dxfs count=\"3\"><dxf><font><color rgb=\"FFFFFFFF\"/></font><fill><patternFill><bgColor rgb=\"FF870000\"/></patternFill></fill></dxf>\
<dxf><fill><patternFill><bgColor rgb=\"FFFFAF00\"/></patternFill></fill></dxf>\
<dxf><fill><patternFill><bgColor rgb=\"FF87D7D7\"/></patternFill></fill></dxf></dxfs></styleSheet>";

/// A sheet. Writing to a String cannot fail.
pub(super) fn worksheet(sheet: &Sheet) -> String {
    let rows: Vec<Vec<Value>> = sheet.rows.iter().map(|row| in_cells(row, sheet.columns.len())).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0).max(sheet.columns.len());
    let last = rows.len() + 1 + sheet.spare;
    let mut out = format!(
        "{XML}<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>"
    );
    for place in 0..columns {
        let width = sheet.columns.get(place).map_or(40, |(_, width)| *width);
        let number = place + 1;
        let _ = write!(out, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>");
    }
    out.push_str("</cols><sheetData><row r=\"1\" ht=\"30\">");
    for place in 0..columns {
        let name = sheet.columns.get(place).map_or("(continued)", |(name, _)| *name);
        text(&mut out, place, 1, NAMES, name);
    }
    out.push_str("</row>");
    for (number, row) in (2..).zip(&rows) {
        let _ = write!(out, "<row r=\"{number}\" ht=\"{}\">", height(row, sheet));
        for (place, value) in row.iter().enumerate() {
            cell(&mut out, place, number, value);
        }
        out.push_str("</row>");
    }
    let end = letters(columns.saturating_sub(1));
    let _ = write!(out, "</sheetData><autoFilter ref=\"A1:{end}{}\"/>", rows.len() + 1);
    colours(&mut out, sheet, last);
    choices(&mut out, sheet, last);
    out.push_str(
        "<pageMargins left=\"0.4\" right=\"0.4\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
                  <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>",
    );
    out
}

/// How high a row is in points, so that its texts are seen whole; 409 is the most there is.
fn height(row: &[Value], sheet: &Sheet) -> usize {
    let lines = |(place, value): (usize, &Value)| match value {
        Value::Text(text) => {
            let width = sheet.columns.get(place).map_or(40, |(_, width)| usize::from(*width).max(1));
            // Words do not fill their lines.
            text.lines().map(|line| (line.chars().count() * 9 / 8).div_ceil(width).max(1)).sum()
        }
        _ => 1,
    };
    let lines: usize = row.iter().enumerate().map(lines).max().unwrap_or(1);
    lines.max(1).saturating_mul(15).min(409)
}

/// Red, amber and green where one of them stands; the word stays.
fn colours(out: &mut String, sheet: &Sheet, last: usize) {
    let mut priority = 0;
    for (place, _) in sheet.columns.iter().enumerate().filter(|(_, (name, _))| *name == "RAG") {
        let column = letters(place);
        let _ = write!(out, "<conditionalFormatting sqref=\"{column}2:{column}{last}\">");
        for (style, word) in ["red", "amber", "green"].iter().enumerate() {
            priority += 1;
            let _ = write!(
                out,
                "<cfRule type=\"cellIs\" dxfId=\"{style}\" priority=\"{priority}\" operator=\"equal\"><formula>\"{word}\"</formula></cfRule>"
            );
        }
        out.push_str("</conditionalFormatting>");
    }
}

fn choices(out: &mut String, sheet: &Sheet, last: usize) {
    if sheet.choices.is_empty() || last < 2 {
        return;
    }
    let _ = write!(out, "<dataValidations count=\"{}\">", sheet.choices.len());
    for (place, list) in &sheet.choices {
        let column = letters(*place);
        let _ = write!(
            out,
            "<dataValidation type=\"list\" allowBlank=\"1\" showErrorMessage=\"1\" errorTitle=\"Choose from the list\" \
             error=\"{list}\" sqref=\"{column}2:{column}{last}\"><formula1>\"{list}\"</formula1></dataValidation>"
        );
    }
    out.push_str("</dataValidations>");
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

fn cell(out: &mut String, place: usize, row: usize, value: &Value) {
    let name = || format!("{}{row}", letters(place));
    match value {
        Value::Nothing => {}
        Value::Text(value) if value.is_empty() => {}
        Value::Text(value) => text(out, place, row, if is_formula(value) { MARKED_TEXT } else { TEXT }, value),
        Value::Number(number) => {
            let _ = write!(out, "<c r=\"{}\" s=\"{NUMBER}\"><v>{number}</v></c>", name());
        }
        Value::Date(day) => match serial(*day) {
            Some(days) => {
                let _ = write!(out, "<c r=\"{}\" s=\"{DATE}\"><v>{days}</v></c>", name());
            }
            None => text(out, place, row, TEXT, &day.to_string()),
        },
    }
}

fn text(out: &mut String, place: usize, row: usize, style: usize, text: &str) {
    let _ = write!(
        out,
        "<c r=\"{}{row}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
        letters(place),
        escape(&plain(text))
    );
}

/// A text in which nothing is read as an escaped character: `_x0041_` would be an A.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(place) = rest.find("_x") {
        let (before, from) = rest.split_at(place);
        out.push_str(before);
        let code = from.as_bytes().get(2..7);
        let is_escape = code.is_some_and(|code| code[..4].iter().all(u8::is_ascii_hexdigit) && code[4] == b'_');
        out.push_str(if is_escape { "_x005F_" } else { "_" });
        rest = &from[1..];
    }
    out.push_str(rest);
    out
}

/// A day as Excel counts them; `None` before its calendar is right, which is from March 1900 on.
fn serial(day: Date) -> Option<i32> {
    let days = date(1899, 12, 30).until(day).ok()?.get_days();
    (days > 60).then_some(days)
}

/// `A` to `Z`, then `AA`.
fn letters(place: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    let last = letter(place);
    if place < 26 { last.to_string() } else { format!("{}{last}", letters(place / 26 - 1)) }
}
