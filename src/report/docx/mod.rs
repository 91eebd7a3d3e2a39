//! A paper as a Word document (ECMA-376): real headings, lists and tables, page numbers, its language named.
//!
//! The few parts that this takes are written here; nothing in them was typed by anybody without being escaped.

mod body;
mod styles;

use super::document::Document;
use std::io::{Cursor, Write};
use styles::{CONTENT_TYPES, CORE, DOCUMENT_RELATIONS, FOOTER, NUMBERING, RELATIONS, SETTINGS, SPACE, STYLES, XML};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub(super) fn docx(document: &Document) -> Result<Vec<u8>, ZipError> {
    let (title, language) = (escape(&document.title), escape(&document.language));
    // The title last: whatever somebody typed there is not looked through for places to fill.
    let part = |name: &str, text: &str| {
        let text = text.replace("{space}", SPACE).replace("{language}", &language).replace("{title}", &title);
        (name.to_owned(), format!("{XML}{text}"))
    };
    let document =
        format!("{XML}<w:document {SPACE} xmlns:r=\"{}\">{}</w:document>", body::RELATIONS, body::body(document));
    zip(&[
        part("[Content_Types].xml", CONTENT_TYPES),
        part("_rels/.rels", RELATIONS),
        ("word/document.xml".to_owned(), document),
        part("word/_rels/document.xml.rels", DOCUMENT_RELATIONS),
        part("word/styles.xml", STYLES),
        part("word/numbering.xml", NUMBERING),
        part("word/settings.xml", SETTINGS),
        part("word/footer1.xml", FOOTER),
        part("docProps/core.xml", CORE),
    ])
}

/// The container, with the same fixed time for every part, so that equal reports are equal files.
fn zip(parts: &[(String, String)]) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name.as_str(), options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

/// Text as it may stand in XML, in an attribute too.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}
