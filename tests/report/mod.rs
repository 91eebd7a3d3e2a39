//! Reports: what each format says, what none may say, and what hostile text becomes in all of them.

mod calendar;
mod golden;
mod hostile;
mod privacy;
mod pseudo;
pub(crate) mod tools;

use crate::support::full::full;
use crate::support::unpacked::{html_text, markdown_text, sheet_text, word_text, xml_text};
use plenary::framework::Framework;
use plenary::report::{Choices, Format, Report};
use plenary::session::Session;
use std::sync::LazyLock;

fn report(session: &Session, names: bool) -> Report<'_> {
    static FRAMEWORK: LazyLock<Framework> = LazyLock::new(|| Framework::built_in().unwrap());
    Report::of(&FRAMEWORK, session, Choices { names })
}

/// A report of the full session in one format.
fn written(format: Format) -> Vec<u8> {
    report(&full(), false).write(format).unwrap()
}

/// What somebody reads in a report of this format.
fn read(format: Format, bytes: &[u8]) -> String {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    match format {
        Format::Html => html_text(&text()),
        Format::Word => word_text(bytes),
        Format::Excel => sheet_text(bytes),
        Format::Markdown => markdown_text(&text()),
        Format::Csv => {
            let text = text();
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let rows: Vec<String> =
                reader.records().map(|row| row.unwrap().iter().collect::<Vec<_>>().join(" | ")).collect();
            rows.join("\n")
        }
        Format::Svg => xml_text(&text(), &["text", "title", "desc"]),
        Format::Json => {
            let mut said = Vec::new();
            strings(&serde_json::from_str(&text()).unwrap(), &mut said);
            said.join("\n")
        }
    }
}

/// Every text in a piece of JSON.
fn strings(value: &serde_json::Value, said: &mut Vec<String>) {
    match value {
        serde_json::Value::String(text) => said.push(text.clone()),
        serde_json::Value::Array(values) => values.iter().for_each(|value| strings(value, said)),
        serde_json::Value::Object(values) => values.values().for_each(|value| strings(value, said)),
        _ => {}
    }
}
