//! The columns of each kind of item, once for all who write tables of them: the name that programs read, the heading that
//! people read and its width in letters, and the value. A column without a name is not in the CSV; one without a width
//! is not in the workbook.

use super::document::Tone;
use super::model::{
    ActionPart, AssumptionPart, FeaturePart, InfluencePart, LinkPart, LogPart, Named, RiskPart, StanceVote, VotePart,
};
use crate::framework::Level;
use crate::words::paper::tables::{
    DOES_IT_HOLD, HIGH_VIEW, HOW_IT_STANDS, LOW_VIEW, MEASURE, OWNER, PROMPTED, WHERE_IT_STANDS,
};
use crate::words::paper::votes::hidden;
use crate::words::{and, joined};
use jiff::civil::Date;

/// One column of a table of items.
pub(super) struct Column<Part> {
    pub(super) name: &'static str,
    pub(super) heading: &'static str,
    pub(super) width: u8,
    pub(super) value: fn(&Part) -> Value,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Nothing,
    Text(String),
    Toned(String, Tone),
    Number(f64),
    Date(Date),
    Truth(bool),
    /// One thing in two forms: for programs, and for people.
    Both(String, String),
}

impl Value {
    /// As programs read it.
    pub(super) fn for_programs(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) | Self::Toned(text, _) | Self::Both(text, _) => text,
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Truth(is) => is.to_string(),
        }
    }

    /// As people read it.
    pub(super) fn for_people(self) -> Self {
        match self {
            Self::Both(_, words) => Self::Text(words),
            Self::Truth(is) => text(if is { "yes" } else { "" }),
            other => other,
        }
    }
}

pub(super) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub(super) fn number(number: impl Into<f64>) -> Value {
    Value::Number(number.into())
}

pub(super) fn maybe<T>(value: Option<T>, shown: impl Fn(T) -> Value) -> Value {
    value.map_or(Value::Nothing, shown)
}

fn named(named: &Named) -> Value {
    Value::Both(named.key.to_owned(), named.words.clone())
}

const fn both<P>(name: &'static str, heading: &'static str, width: u8, value: fn(&P) -> Value) -> Column<P> {
    Column { name, heading, width, value }
}

const fn for_programs<P>(name: &'static str, value: fn(&P) -> Value) -> Column<P> {
    both(name, "", 0, value)
}

const fn for_people<P>(heading: &'static str, width: u8, value: fn(&P) -> Value) -> Column<P> {
    both("", heading, width, value)
}

pub(super) const FEATURES: &[Column<FeaturePart>] = &[
    both("id", "Item", 7, |one| text(&one.id)),
    both("stage", "Stage", 16, |one| Value::Both(one.stage.clone(), one.stage_label.clone())),
    for_programs("label", |one| text(&one.label)),
    both("text", "Feature", 50, |one| text(&one.text)),
    both("rating", "Rating", 8, |one| maybe(one.rating, number)),
    for_people("In words", 14, |one| text(one.word.as_deref().unwrap_or_default())),
    both("state", HOW_IT_STANDS, 20, |one| named(&one.state)),
    both("confidence", "Confidence", 12, |one| text(one.confidence.unwrap_or_default())),
    both("strategic", "Strategic", 11, |one| maybe(one.rating_at(Level::Strategic), number)),
    both("operational", "Operational", 12, |one| maybe(one.rating_at(Level::Operational), number)),
    both("low", "Low", 7, |one| maybe(one.low, number)),
    both("high", "High", 7, |one| maybe(one.high, number)),
    for_programs("agreement", |one| text(one.firmness.unwrap_or_default())),
    for_people("With reservations", 14, |one| Value::Truth(one.reserved)),
    both("parked", "Parked", 9, |one| Value::Truth(one.parked)),
    both("dots", "Dots", 7, |one| number(one.dots)),
    both("note", "Note", 60, |one| text(&one.note)),
    both("low_view", LOW_VIEW, 36, |one| Value::Text(one.views(|decision| &decision.low_view))),
    both("high_view", HIGH_VIEW, 36, |one| Value::Text(one.views(|decision| &decision.high_view))),
    both("dissent", "Minority statements", 40, |one| Value::Text(one.statements())),
    for_programs("votes", |one| Value::Text(rounds(one))),
];

pub(super) const ASSUMPTIONS: &[Column<AssumptionPart>] = &[
    both("id", "Item", 7, |one| text(&one.id)),
    for_programs("label", |one| text(&one.label)),
    both("text", "Assumption", 60, |one| text(&one.text)),
    both("state", DOES_IT_HOLD, 16, |one| named(&one.verdict)),
    both("dots", "Dots", 7, |one| number(one.dots)),
    both("note", "Note", 60, |one| text(&one.note)),
    both("dissent", "Seen differently", 40, |one| text(&one.dissent)),
    both("votes", "Votes", 40, |one| Value::Text(joined(one.votes.iter().map(StanceVote::in_short), "; "))),
];

pub(super) const INFLUENCES: &[Column<InfluencePart>] = &[
    for_programs("id", |one| text(&one.id)),
    for_programs("label", |one| text(&one.label)),
    for_programs("text", |one| text(&one.text)),
    for_programs("state", |one| named(&one.bearing)),
    for_programs("dots", |one| number(one.dots)),
    for_programs("note", |one| text(&one.note)),
];

pub(super) const RISKS: &[Column<RiskPart>] = &[
    both("id", "Item", 7, |one| text(&one.id)),
    for_programs("label", |one| text(&one.label)),
    both("text", "Risk", 50, |one| text(&one.text)),
    both("state", WHERE_IT_STANDS, 18, |one| named(&one.status)),
    both("likelihood", "Likelihood", 11, |one| maybe(one.likelihood, number)),
    for_people(PROMPTED, 12, |one| number(one.prompted)),
    both("impact", "Impact", 8, |one| maybe(one.impact, number)),
    both("rag", "RAG", 9, |one| maybe(one.rag.as_ref(), named)),
    both("dots", "Dots", 7, |one| number(one.dots)),
    for_people("Signals", 36, |one| Value::Text(one.signals.join(", "))),
    both("note", "Note", 60, |one| text(&one.note)),
];

pub(super) const LINKS: &[Column<LinkPart>] = &[
    for_programs("id", |one| Value::Text(format!("{}>{}", one.from, one.to))),
    for_programs("text", |one| Value::Text(format!("{} to {}", one.from_label, one.to_label))),
    for_programs("state", |one| named(&one.state)),
    for_programs("note", |one| Value::Text(joined(one.reasons.iter().chain(&one.leap_in_words), "; "))),
];

pub(super) const ACTIONS: &[Column<ActionPart>] = &[
    both("id", "No", 5, |one| number(one.number)),
    both("text", "Action", 50, |one| text(&one.what)),
    both("why", "For", 24, |one| Value::Both(joined(one.why.iter().map(|why| &why.id), " "), joined(&one.why, "\n"))),
    both("owner", OWNER, 24, |one| text(&one.owner)),
    both("support", "Support", 24, |one| text(&one.support)),
    both("by", "By", 18, |one| maybe(one.by, Value::Date)),
    both("measure", MEASURE, 36, |one| text(&one.measure)),
    both("status", "Status", 14, |one| named(&one.status)),
    for_people("RAG", 9, |_| Value::Nothing),
    for_people("Progress", 40, |one| Value::Text(joined(one.log.iter().map(LogPart::words), "\n"))),
];

/// `1: 0 2 5 3 1 and 2: 0 0 6 5 0`.
fn rounds(one: &FeaturePart) -> String {
    let round = |vote: &VotePart| {
        let level = vote.level.map_or(String::new(), |level| format!("{level} "));
        let counts = vote.told.counts.counts.map_or_else(|| hidden(vote.told.ballots), |counts| joined(counts, " "));
        format!("{level}{}: {counts}", vote.told.round)
    };
    and(&one.votes.iter().map(round).collect::<Vec<_>>())
}
