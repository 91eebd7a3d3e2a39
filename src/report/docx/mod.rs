//! A paper as a Word document (ECMA-376): real headings, lists and tables, page numbers, its language named.
//!
//! The few parts that this takes stand in `parts`, with `{language}` and `{title}` where the document's go; nothing in
//! them was typed by anybody without being escaped.

mod body;

use super::document::Document;
use crate::catalogue::language;
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

pub(super) fn docx(document: &Document) -> Result<Vec<u8>, ZipError> {
    let (title, language) = (escape(&document.title), escape(language()));
    // The title last: whatever somebody typed is not looked through for places to fill.
    let (page, of) = (escape(tr!(", page ")), escape(tr!(" of ")));
    let part = |name: &str, text: &str| {
        let filled = sized(&compact(text), document.large).replace("{language}", &language);
        let text = filled.replace("{page}", &page).replace("{of}", &of).replace("{title}", &title);
        (name.to_owned(), text)
    };
    let text = compact(include_str!("parts/document.xml")).replace("{body}", &body::body(document));
    zip(&[
        part("[Content_Types].xml", include_str!("parts/content_types.xml")),
        part("_rels/.rels", include_str!("parts/relations.xml")),
        ("word/document.xml".to_owned(), text),
        part("word/_rels/document.xml.rels", include_str!("parts/document_relations.xml")),
        part("word/styles.xml", include_str!("parts/styles.xml")),
        part("word/numbering.xml", include_str!("parts/numbering.xml")),
        part("word/settings.xml", include_str!("parts/settings.xml")),
        part("word/footer1.xml", include_str!("parts/footer.xml")),
        part("docProps/core.xml", include_str!("parts/core.xml")),
    ])
}

/// The letters of a part, in halves of a point, and how large they are in large print: none below 16 points.
const LARGE: [(u8, u8); 5] = [(22, 32), (24, 32), (26, 36), (30, 40), (34, 44)];

fn sized(part: &str, large: bool) -> String {
    let sizes = LARGE.iter().filter(|_| large).flat_map(|(from, to)| ["sz", "szCs"].map(|name| (name, from, to)));
    sizes.fold(part.to_owned(), |part, (name, from, to)| {
        part.replace(&format!("<w:{name} w:val=\"{from}\"/>"), &format!("<w:{name} w:val=\"{to}\"/>"))
    })
}

/// A part whose lines are only for those who read its file: what begins it stays in a line of its own.
fn compact(part: &str) -> String {
    let (declaration, elements) = part.split_once('\n').unwrap_or_default();
    format!("{declaration}\n{}", elements.lines().collect::<String>())
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
