//! A report as CSV: tidy, a row for each item, the same columns for all kinds, ISO dates.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front.

use super::columns::{self, Column};
use super::model::{FeaturePart, Model, REPORT_FORMAT};

/// The columns, in order. One that goes or changes its meaning counts the report format up; new ones come at the end.
pub const COLUMNS: [&str; 34] = [
    "report_format",
    "session",
    "partnership",
    "date",
    "kind",
    "id",
    "stage",
    "label",
    "text",
    "state",
    "rating",
    "strategic",
    "operational",
    "low",
    "high",
    "confidence",
    "agreement",
    "likelihood",
    "impact",
    "rag",
    "dots",
    "parked",
    "note",
    "low_view",
    "high_view",
    "dissent",
    "votes",
    "why",
    "owner",
    "support",
    "by",
    "measure",
    "status",
    "at",
];

pub(super) fn csv(report: &Model) -> Vec<u8> {
    let features: Vec<&FeaturePart> = report.features().map(|(_, one)| one).collect();
    let rows = [
        rows(report, "feature", features, columns::FEATURES),
        rows(report, "assumption", &report.assumptions, columns::ASSUMPTIONS),
        rows(report, "influence", &report.influences, columns::INFLUENCES),
        rows(report, "risk", &report.risks, columns::RISKS),
        rows(report, "link", &report.links, columns::LINKS),
        rows(report, "action", &report.plan.actions, columns::ACTIONS),
        rows(report, "log", &report.plan.log(), columns::LOG),
    ];
    // Excel takes a file without this mark for one in its own old encoding.
    ["\u{feff}".as_bytes(), &written(&COLUMNS, rows.into_iter().flatten())].concat()
}

/// The rows of one kind of item: what all begin with, then the columns that the kind has.
fn rows<'all, Part: 'all>(
    report: &Model,
    kind: &str,
    parts: impl IntoIterator<Item = &'all Part>,
    columns: &[Column<Part>],
) -> Vec<Vec<String>> {
    let about = &report.about;
    let row = |part: &Part| {
        let value = |name: &&str| match *name {
            "report_format" => REPORT_FORMAT.to_string(),
            "session" => about.session.clone(),
            "partnership" => about.title.clone(),
            "date" => about.date.map_or(String::new(), |day| day.to_string()),
            "kind" => kind.to_owned(),
            name => {
                let column = columns.iter().find(|column| column.name == name);
                column.map_or(String::new(), |column| (column.value)(part).for_programs())
            }
        };
        COLUMNS.iter().map(value).collect()
    };
    parts.into_iter().map(row).collect()
}

/// A line of names and a line for each row.
pub(super) fn written(names: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    // Where lists are parted by semicolons, spreadsheets part cells at them too; as comments they get quotes.
    let mut writer = ::csv::WriterBuilder::new().comment(Some(b';')).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row has all columns.
    let _ = writer.write_record(names);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|value| guarded(value)));
    }
    writer.into_inner().unwrap_or_default()
}

/// A text that no spreadsheet takes for a formula.
fn guarded(text: &str) -> String {
    if is_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether a spreadsheet could take a text for a formula. Some turn full-width signs into plain ones.
pub fn is_formula(text: &str) -> bool {
    text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'])
}
