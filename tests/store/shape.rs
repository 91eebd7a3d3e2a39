//! Format 4 is frozen: the fields that a session may have are those of its frozen file, and no others.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const FROZEN: &str = include_str!("../fixtures/session-v4.ron");

/// The names that stand before a colon and a space.
fn names(text: &str) -> Vec<String> {
    let mut parts: Vec<&str> = text.split(": ").collect();
    parts.pop();
    let name =
        |part: &str| part.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next().map(str::to_owned);
    parts.into_iter().filter_map(name).filter(|name| name.starts_with(|letter: char| letter.is_lowercase())).collect()
}

/// The fields of every type in a source that is written by its fields.
fn declared(source: &str) -> BTreeSet<String> {
    let (mut found, mut is_written, mut is_open) = (BTreeSet::new(), false, false);
    for line in source.split("#[cfg(test)]").next().unwrap_or_default().lines() {
        let code = line.trim_start();
        match code {
            "}" if line == "}" => (is_written, is_open) = (false, false),
            _ if code.starts_with("#[derive(") => is_written = code.contains(" Serialize"),
            // Another type is written in its place.
            _ if code.starts_with("#[serde(") && !is_open => {
                is_written &= !code.contains("into = ") && !code.contains("transparent");
            }
            _ if code.starts_with("//") || code.starts_with('#') => {}
            _ if is_open => found.extend(names(code)),
            _ => is_open = is_written && code.ends_with('{') && (code.contains("struct ") || code.contains("enum ")),
        }
    }
    found
}

fn sources(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let texts =
        entries.map(|path| if path.is_dir() { sources(&path) } else { vec![fs::read_to_string(path).unwrap()] });
    texts.flatten().collect()
}

/// A document without what was typed into it.
fn without_texts(document: &str) -> String {
    let lines = document.lines().filter(|line| !line.starts_with("//"));
    let text = lines.collect::<Vec<_>>().join("\n").replace("\\\"", "");
    text.split('"').step_by(2).collect::<Vec<_>>().join("\"")
}

#[test]
fn every_field_that_a_session_may_have_stands_in_the_frozen_file_and_no_other_does() {
    let session = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/session");
    let declared: BTreeSet<String> = sources(&session).iter().flat_map(|source| declared(source)).collect();
    let frozen: BTreeSet<String> = names(&without_texts(FROZEN)).into_iter().collect();
    assert!(declared.len() > 90, "only {} fields found", declared.len());
    let new: Vec<&String> = declared.difference(&frozen).collect();
    assert_eq!(new, Vec::<&String>::new(), "a new field needs a new format, with a frozen file of its own");
    let gone: Vec<&String> = frozen.difference(&declared).collect();
    assert_eq!(gone, Vec::<&String>::new(), "what a file of this format may hold must still be read");
}

#[test]
fn fields_are_found_in_structs_and_variants_and_not_where_another_type_is_written() {
    let source = "
#[derive(Clone, Serialize, Deserialize)]
#[serde(default)]
pub struct About {
    /// Who: the partnership.
    pub partnership: String,
    #[serde(skip_serializing_if = \"is_default\")]
    pub(crate) table: Option<std::string::String>,
}

#[derive(Serialize)]
#[serde(into = \"(u8, u8)\")]
pub struct Range {
    low: u8,
}

#[derive(Clone)]
pub struct Open {
    votes: u8,
}

#[derive(Clone, Serialize)]
pub enum Decision {
    Agreed(u8),
    NotAgreed { range: Range, view: String },
}

fn of(told: u8) {
    let nothing: u8 = told;
}
";
    assert_eq!(declared(source).into_iter().collect::<Vec<_>>(), ["partnership", "range", "table", "view"]);
    let document = "// head: 1\n(\n  note: \"a: \\\"b: c\",\n  at: {\n    \"id\": 1,\n  },\n)";
    assert_eq!(names(&without_texts(document)), ["note", "at"]);
}
