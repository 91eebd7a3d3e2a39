//! A report as an Excel workbook (ECMA-376): a sheet for each kind of item, to sort, filter and carry on with.
//!
//! Texts are texts, numbers are numbers, dates are dates; there is no formula in it, whatever somebody typed.

mod contents;
mod xml;

use super::model::Report;
use super::package::escape;
use super::package::package;
use jiff::civil::Date;
use std::fmt::Write;
use xml::{CONTENT_TYPE, RELATION, STYLES, XML, worksheet};

/// One sheet.
struct Sheet {
    name: &'static str,
    /// The columns' names and widths in letters.
    columns: Vec<(&'static str, u8)>,
    rows: Vec<Vec<Value>>,
    /// The columns, from 0, in which one chooses from a list; on these rows and on those that are added.
    choices: Vec<(usize, &'static str)>,
    /// Rows to fill in below the last.
    spare: usize,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
enum Value {
    Nothing,
    Text(String),
    Number(f64),
    Date(Date),
}

/// A report as the bytes of an `.xlsx` file.
pub(super) fn sheet(report: &Report) -> Vec<u8> {
    let sheets = contents::sheets(report);
    let mut parts = Vec::new();
    let mut types = String::new();
    let mut listed = String::new();
    let mut titles = String::new();
    let mut relations = String::new();
    // Writing to a String cannot fail.
    for (place, sheet) in sheets.iter().enumerate() {
        let (number, name) = (place + 1, escape(sheet.name));
        let _ = write!(
            types,
            "<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{CONTENT_TYPE}worksheet+xml\"/>"
        );
        let _ = write!(listed, "<sheet name=\"{name}\" sheetId=\"{number}\" r:id=\"rId{number}\"/>");
        let _ = write!(
            titles,
            "<definedName name=\"_xlnm.Print_Titles\" localSheetId=\"{place}\">'{name}'!$1:$1</definedName>"
        );
        let _ = write!(
            relations,
            "<Relationship Id=\"rId{number}\" Type=\"{RELATION}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>"
        );
        parts.push((format!("xl/worksheets/sheet{number}.xml"), worksheet(sheet)));
    }
    let last = sheets.len() + 1;
    let (title, language) = (escape(&report.about.partnership), escape(&report.framework.language));
    let fixed = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
             <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
             <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
             <Override PartName=\"/xl/workbook.xml\" ContentType=\"{CONTENT_TYPE}sheet.main+xml\"/>\
             <Override PartName=\"/xl/styles.xml\" ContentType=\"{CONTENT_TYPE}styles+xml\"/>\
             <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>{types}</Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\
             <Relationship Id=\"rId1\" Type=\"{RELATION}/officeDocument\" Target=\"xl/workbook.xml\"/>\
             <Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"{RELATION}\">\
             <sheets>{listed}</sheets><definedNames>{titles}</definedNames></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}\
             <Relationship Id=\"rId{last}\" Type=\"{RELATION}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        ("xl/styles.xml", STYLES.to_owned()),
        (
            "docProps/core.xml",
            format!(
                "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
             xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{title}</dc:title><dc:creator>Plenary</dc:creator>\
             <dc:language>{language}</dc:language></cp:coreProperties>"
            ),
        ),
    ];
    let fixed = fixed.into_iter().map(|(name, text)| (name.to_owned(), format!("{XML}{text}")));
    package(&fixed.chain(parts).collect::<Vec<_>>())
}
