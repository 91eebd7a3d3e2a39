//! The columns of each kind of item, once for all who write tables of them: the name that programs read, the heading that
//! people read and its width in letters, and the value. A column without a name is not in the CSV; one without a width
//! is not in the workbook.

use super::document::Tone;
use super::model::{
    ActionPart, AssumptionPart, FeaturePart, InfluencePart, LinkPart, LogLine, LogPart, Named, RiskPart, Source,
    StanceVote, Texts, VotePart, WhyPart, assumptions, influences, plan, read_links, risks,
};
use crate::catalogue::{self, Message};
use crate::framework::{Framework, Level};
use crate::session::Session;
use crate::words::paper::columns::TABLES;
use crate::words::paper::plan::{NUMBER, STATUS, WHAT};
use crate::words::paper::tables::{
    BY_WHEN, DOES_IT_HOLD, HERE_IT, HIGH_VIEW, HOW_IT_STANDS, LOW_VIEW, OWNER, PROMPTED, WHERE_IT_STANDS,
};
use crate::words::paper::votes::hidden;
use crate::words::{KNOW_BY, and, from_to, joined};
use jiff::civil::Date;

/// One column of a table of items.
pub(super) struct Column<Part> {
    pub(super) name: &'static str,
    pub(super) heading: Message,
    pub(super) width: u8,
    pub(super) value: fn(&Part) -> Value,
    /// Its name in the tables of many sessions, or nothing.
    tidy: &'static str,
}

#[derive(Clone, Debug)]
pub(crate) enum Value {
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
    pub(super) fn for_programs(self) -> String {
        match self {
            Self::Nothing => String::new(),
            Self::Text(text) | Self::Toned(text, _) | Self::Both(text, _) => text,
            Self::Number(number) => number.to_string(),
            Self::Date(day) => day.to_string(),
            Self::Truth(is) => is.to_string(),
        }
    }

    pub(super) fn for_people(self) -> Self {
        match self {
            Self::Both(_, words) => Self::Text(words),
            Self::Truth(is) => text(if is { tr!("yes") } else { "" }),
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

/// A key that is also the English for it.
fn in_words(key: &'static str) -> Value {
    Value::Both(key.to_owned(), catalogue::text(key).to_owned())
}

fn named(named: &Named) -> Value {
    Value::Both(named.key.to_owned(), named.words.clone())
}

const fn both<P>(name: &'static str, heading: Message, width: u8, value: fn(&P) -> Value) -> Column<P> {
    Column { name, heading, width, value, tidy: "" }
}

const fn for_programs<P>(name: &'static str, value: fn(&P) -> Value) -> Column<P> {
    both(name, Message(""), 0, value)
}

const fn for_people<P>(heading: Message, width: u8, value: fn(&P) -> Value) -> Column<P> {
    both("", heading, width, value)
}

/// The same column with its name in the tables of many sessions.
const fn tidy<P>(tidy: &'static str, column: &Column<P>) -> Column<P> {
    let Column { name, heading, width, value, .. } = *column;
    Column { name, heading, width, value, tidy }
}

/// A column that stands only there.
const fn only_tidy<P>(name: &'static str, value: fn(&P) -> Value) -> Column<P> {
    tidy(name, &for_programs("", value))
}

pub(super) const FEATURES: &[Column<FeaturePart>] = &[
    both("id", Message("Item"), 7, |one| text(&one.id)),
    both("stage", Message("Stage"), 13, |one| Value::Both(one.stage.clone(), one.stage_label.clone())),
    for_programs("label", |one| text(&one.label)),
    both("text", Message("Feature"), 42, |one| text(&one.text)),
    both("rating", Message("Rating"), 8, |one| maybe(one.rating, number)),
    for_people(Message("In words"), 12, |one| text(one.word.as_deref().unwrap_or_default())),
    both("state", HOW_IT_STANDS, 18, |one| named(&one.state)),
    both("confidence", Message("Confidence"), 12, |one| in_words(one.confidence.unwrap_or_default())),
    both("strategic", Message("Strategic"), 11, |one| maybe(one.rating_at(Level::Strategic), number)),
    both("operational", Message("Operational"), 12, |one| maybe(one.rating_at(Level::Operational), number)),
    both("low", Message("Low"), 6, |one| maybe(one.low, number)),
    both("high", Message("High"), 6, |one| maybe(one.high, number)),
    for_programs("agreement", |one| text(one.firmness.unwrap_or_default())),
    for_people(Message("With reservations"), 14, |one| Value::Truth(one.reserved)),
    both("parked", Message("Parked"), 8, |one| Value::Truth(one.parked)),
    both("dots", Message("Dots"), 7, |one| number(one.dots)),
    both("note", Message("Note"), 50, |one| text(&one.note)),
    both("low_view", LOW_VIEW, 30, |one| Value::Text(one.views(|decision| &decision.low_view))),
    both("high_view", HIGH_VIEW, 30, |one| Value::Text(one.views(|decision| &decision.high_view))),
    both("dissent", Message("Minority statements"), 34, |one| Value::Text(one.statements())),
    for_programs("votes", |one| Value::Text(rounds(one))),
];

pub(super) const ASSUMPTIONS: &[Column<AssumptionPart>] = &[
    tidy("assumption_id", &both("id", Message("Item"), 7, |one| text(&one.id))),
    for_programs("label", |one| text(&one.label)),
    both("text", Message("Assumption"), 60, |one| text(&one.text)),
    tidy("verdict", &both("state", DOES_IT_HOLD, 16, |one| named(&one.verdict))),
    tidy("dots", &both("dots", Message("Dots"), 7, |one| number(one.dots))),
    both("note", Message("Note"), 60, |one| text(&one.note)),
    both("dissent", Message("Seen differently"), 40, |one| text(&one.dissent)),
    both("votes", Message("Votes"), 40, |one| Value::Text(joined(one.votes.iter().map(StanceVote::in_short), "; "))),
    only_tidy("gate", |one| Value::Truth(one.gate)),
];

pub(super) const INFLUENCES: &[Column<InfluencePart>] = &[
    tidy("influence_id", &both("id", Message("Item"), 7, |one| text(&one.id))),
    for_programs("label", |one| text(&one.label)),
    both("text", Message("Influencing factor"), 60, |one| text(&one.text)),
    tidy("bearing", &both("state", HERE_IT, 18, |one| named(&one.bearing))),
    both("dots", Message("Dots"), 7, |one| number(one.dots)),
    both("note", Message("Note"), 60, |one| text(&one.note)),
];

pub(super) const RISKS: &[Column<RiskPart>] = &[
    tidy("risk_id", &both("id", Message("Item"), 7, |one| text(&one.id))),
    for_programs("label", |one| text(&one.label)),
    both("text", Message("Risk"), 50, |one| text(&one.text)),
    tidy("status", &both("state", WHERE_IT_STANDS, 18, |one| named(&one.status))),
    both("likelihood", Message("Likelihood"), 11, |one| maybe(one.likelihood, number)),
    only_tidy("likelihood", |one| maybe(one.own_likelihood, number)),
    tidy("likelihood_prompted", &for_people(PROMPTED, 12, |one| number(one.prompted))),
    tidy("impact", &both("impact", Message("Impact"), 8, |one| maybe(one.impact, number))),
    tidy("rag", &both("rag", Message("RAG"), 9, |one| maybe(one.rag.as_ref(), named))),
    tidy("dots", &both("dots", Message("Dots"), 7, |one| number(one.dots))),
    for_people(Message("Signals"), 36, |one| Value::Text(one.signals.join(", "))),
    both("note", Message("Note"), 60, |one| text(&one.note)),
];

pub(super) const LINKS: &[Column<LinkPart>] = &[
    for_programs("id", |one| Value::Text(format!("{}>{}", one.from, one.to))),
    both("text", Message("Link"), 36, |one| Value::Text(from_to(&one.from_label, &one.to_label))),
    tidy("state", &both("state", HOW_IT_STANDS, 18, |one| named(&one.state))),
    only_tidy("from_stage", |one| text(&one.from)),
    only_tidy("to_stage", |one| text(&one.to)),
    only_tidy("leap", |one| Value::Truth(one.leap)),
    both("note", Message("Why"), 80, |one| Value::Text(joined(one.reasons.iter().chain(&one.leap_in_words), "; "))),
];

/// What happened to the actions, one thing a row.
pub(super) const LOG: &[Column<LogLine>] = &[
    both("id", Message("No"), 5, |one| number(one.number)),
    for_people(Message("Action"), 50, |one| text(&one.what)),
    for_people(Message("Day"), 18, |one| Value::Date(one.logged.at.to_zoned(jiff::tz::TimeZone::UTC).date())),
    both("text", Message("What happened"), 60, |one| text(one.logged.words())),
    for_programs("at", |one| Value::Text(one.logged.at.to_string())),
];

pub(super) const ACTIONS: &[Column<ActionPart>] = &[
    tidy("action_number", &both("id", NUMBER, 5, |one| number(one.number))),
    tidy("what", &both("text", WHAT, 40, |one| text(&one.what))),
    tidy("owner", &both("owner", OWNER, 20, |one| text(&one.owner))),
    tidy("due", &both("by", BY_WHEN, 18, |one| maybe(one.by, Value::Date))),
    tidy("measure", &both("measure", KNOW_BY, 26, |one| text(&one.measure))),
    both("support", Message("Helped by"), 16, |one| text(&one.support)),
    tidy("why", &both("why", Message("For"), 18, |one| Value::Both(ids(&one.why), joined(&one.why, "\n")))),
    tidy("status", &both("status", STATUS, 12, |one| named(&one.status))),
    for_people(Message("RAG"), 8, |_| Value::Nothing),
    for_people(Message("Progress"), 22, |one| Value::Text(joined(one.log.iter().map(LogPart::words), "\n"))),
];

/// The rows of a session in the tables of many sessions that have a row for each item, by the table's name. Every text is
/// as it is kept.
pub(crate) fn tidy_rows(framework: &Framework, session: &Session) -> [(&'static str, Vec<Vec<Value>>); 5] {
    let source = Source { framework, session, names: false, texts: Texts::Kept };
    [
        rows("assumptions", &assumptions(&source), ASSUMPTIONS),
        rows("influences", &influences(&source), INFLUENCES),
        rows("risks", &risks(&source), RISKS),
        rows("links", &read_links(&source), LINKS),
        rows("actions", &plan(&source).actions, ACTIONS),
    ]
}

/// A row for each item: what stands behind the session's id, in the table's own order.
fn rows<Part>(table: &'static str, parts: &[Part], columns: &[Column<Part>]) -> (&'static str, Vec<Vec<Value>>) {
    let shape = TABLES.iter().filter(|shape| shape.name == table).flat_map(|shape| &shape.columns[1..]);
    let columns: Vec<&Column<Part>> =
        shape.filter_map(|known| columns.iter().find(|column| column.tidy == known.name)).collect();
    let row = |part: &Part| columns.iter().map(|column| (column.value)(part)).collect();
    (table, parts.iter().map(row).collect())
}

fn ids(why: &[WhyPart]) -> String {
    joined(why.iter().map(|why| &why.id), " ")
}

/// `1: 0 2 5 3 1 and 2: 0 0 6 5 0`.
fn rounds(one: &FeaturePart) -> String {
    let round = |vote: &VotePart| {
        let level = vote.level.map_or(String::new(), |level| format!("{level} "));
        let counts = vote.told.counts.counts.map_or_else(|| hidden(vote.told.ballots), |counts| joined(counts, " "));
        format!("{level}{}: {counts}", vote.told.round)
    };
    and(&one.votes.iter().map(round).collect::<Vec<_>>())
}
