//! A report as CSV: tidy, a row for each item, the same columns for all kinds, ISO dates.
//!
//! A text that a spreadsheet would take for a formula gets an apostrophe in front.

use super::model::{FeaturePart, Model, REPORT_FORMAT, StagePart, StanceVote};
use crate::framework::Level;
use crate::words::and;
use crate::words::paper::votes::hidden;
use std::fmt::Display;

/// The columns, in order. One that goes or changes its meaning counts the report format up; new ones come at the end.
pub const COLUMNS: [&str; 33] = [
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
];

/// One row: the values that are not empty, by column.
struct Row(Vec<(&'static str, String)>);

impl Row {
    fn new(kind: &str, id: &str, label: &str, text: &str) -> Self {
        Self(vec![("kind", kind.into()), ("id", id.into()), ("label", label.into()), ("text", text.into())])
    }

    fn with(mut self, column: &'static str, value: impl Display) -> Self {
        self.0.push((column, format!("{value}")));
        self
    }

    fn maybe(self, column: &'static str, value: Option<impl Display>) -> Self {
        match value {
            Some(value) => self.with(column, value),
            None => self,
        }
    }
}

pub(super) fn csv(report: &Model) -> Vec<u8> {
    let rows = rows(report).into_iter().map(|row| {
        let about = &report.about;
        let row = row
            .with("report_format", REPORT_FORMAT)
            .with("session", &about.session)
            .with("partnership", &about.title)
            .maybe("date", about.date);
        let value = |column: &&str| {
            row.0.iter().find(|(name, _)| name == column).map_or(String::new(), |(_, value)| value.clone())
        };
        COLUMNS.iter().map(value).collect()
    });
    written(&COLUMNS, rows)
}

fn rows(report: &Model) -> Vec<Row> {
    let mut rows: Vec<Row> = report.features().map(|(stage, one)| feature(stage, one)).collect();
    rows.extend(report.assumptions.iter().map(|one| {
        Row::new("assumption", &one.id, &one.label, &one.text)
            .with("state", one.verdict.key)
            .with("dots", one.dots)
            .with("note", &one.note)
            .with("dissent", &one.dissent)
            .with("votes", one.votes.iter().map(StanceVote::in_short).collect::<Vec<_>>().join("; "))
    }));
    rows.extend(report.influences.iter().map(|one| {
        Row::new("influence", &one.id, &one.label, &one.text)
            .with("state", one.bearing.key)
            .with("dots", one.dots)
            .with("note", &one.note)
    }));
    rows.extend(report.risks.iter().map(|one| {
        Row::new("risk", &one.id, &one.label, &one.text)
            .with("state", one.status.key)
            .maybe("likelihood", one.likelihood)
            .maybe("impact", one.impact)
            .maybe("rag", one.rag.as_ref().map(|rag| rag.key))
            .with("dots", one.dots)
            .with("note", &one.note)
    }));
    rows.extend(report.links.iter().map(|one| {
        Row::new("link", &format!("{}>{}", one.from, one.to), "", &format!("{} to {}", one.from_label, one.to_label))
            .with("state", one.state.key)
            .with("note", one.reasons.iter().chain(&one.leap_in_words).cloned().collect::<Vec<_>>().join("; "))
    }));
    rows.extend(report.plan.actions.iter().map(|one| {
        let why: Vec<&str> = one.why.iter().map(|why| why.id.as_str()).collect();
        Row::new("action", &one.number.to_string(), "", &one.what)
            .with("why", why.join(" "))
            .with("owner", &one.owner)
            .with("support", &one.support)
            .maybe("by", one.by)
            .with("measure", &one.measure)
            .with("status", one.status.key)
    }));
    rows
}

fn feature(stage: &StagePart, one: &FeaturePart) -> Row {
    let votes: Vec<String> = (one.votes.iter())
        .map(|vote| {
            let level = vote.level.map_or(String::new(), |level| format!("{level} "));
            let counts = vote.told.counts.counts.map(|counts| counts.map(|count| count.to_string()).join(" "));
            let counts = counts.unwrap_or_else(|| hidden(vote.told.ballots));
            format!("{level}{}: {counts}", vote.told.round)
        })
        .collect();
    Row::new("feature", &one.id, &one.label, &one.text)
        .with("stage", &stage.id)
        .with("state", one.state.key)
        .maybe("rating", one.rating)
        .maybe("strategic", one.rating_at(Level::Strategic))
        .maybe("operational", one.rating_at(Level::Operational))
        .maybe("low", one.low)
        .maybe("high", one.high)
        .maybe("confidence", one.confidence)
        .maybe("agreement", one.firmness)
        .with("dots", one.dots)
        .with("parked", one.parked)
        .with("note", &one.note)
        .with("low_view", one.views(|decision| &decision.low_view))
        .with("high_view", one.views(|decision| &decision.high_view))
        .with("dissent", one.statements())
        .with("votes", and(&votes))
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
