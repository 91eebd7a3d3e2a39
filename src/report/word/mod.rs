//! A paper as a Word document (ECMA-376): real headings, lists and tables, page numbers, its language named.
//!
//! The few parts that this takes are written here; nothing in them was typed by anybody without being escaped.

mod body;
mod styles;

use super::package::escape;
use super::package::package;
use super::paper::Paper;
use styles::{CONTENT_TYPES, CORE, DOCUMENT_RELATIONS, FOOTER, NUMBERING, RELATIONS, SETTINGS, SPACE, STYLES, XML};

/// A paper as the bytes of a `.docx` file.
pub(super) fn word(paper: &Paper) -> Vec<u8> {
    let (title, language) = (escape(&paper.title), escape(&paper.language));
    // The title last: whatever somebody typed there is not looked through for places to fill.
    let part = |name: &str, text: &str| {
        let text = text.replace("{space}", SPACE).replace("{language}", &language).replace("{title}", &title);
        (name.to_owned(), format!("{XML}{text}"))
    };
    let document =
        format!("{XML}<w:document {SPACE} xmlns:r=\"{}\">{}</w:document>", body::RELATIONS, body::body(paper));
    package(&[
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
