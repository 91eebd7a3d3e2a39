//! What stands on each sheet: about the paper, ratings, votes as they may be told, assumptions, risks, the action plan.
//!
//! Columns and their order are for people; programs read the CSV or the JSON.

use super::super::compose;
use super::super::document::Cell;
use super::super::model::{AssumptionPart, FeaturePart, LogPart, Model, PlanPart, RiskPart, StagePart, StanceVote};
use super::{Sheet, Value};
use crate::framework::Level;
use crate::session::ActionStatus;
use crate::words::paper::cover::{NAMES_LEFT_OUT, NAMES_SHOWN};
use crate::words::paper::limits::LIMITS_IN_SHORT;
use crate::words::paper::tables;

/// Rows of the action plan to fill in after the workshop.
const SPARE_ACTIONS: u32 = 50;

/// The colours that an action may have, in the order of their fills.
pub(super) const RAG: [&str; 3] = ["red", "amber", "green"];

pub(super) fn sheets(report: &Model) -> Vec<Sheet> {
    let mut sheets = vec![about(report)];
    sheets.extend(heat_map(report));
    sheets.extend([plan(&report.plan), ratings(report), votes(report)]);
    if !report.assumptions.is_empty() {
        sheets.push(sheet(
            "Assumptions",
            &[
                ("Item", 7),
                ("Assumption", 60),
                (tables::DOES_IT_HOLD, 16),
                ("Dots", 7),
                ("Note", 60),
                ("Seen differently", 40),
                ("Votes", 40),
            ],
            report.assumptions.iter().map(assumption),
        ));
    }
    if !report.risks.is_empty() {
        let columns = [
            ("Item", 7),
            ("Risk", 50),
            (tables::WHERE_IT_STANDS, 18),
            ("Likelihood", 11),
            ("Prompted by the ratings", 12),
            ("Impact", 8),
            ("RAG", 9),
            ("Dots", 7),
            ("Signals", 36),
            ("Note", 60),
        ];
        let mut risks = sheet("Risks", &columns, report.risks.iter().map(risk));
        risks.choices = vec![(6, RAG.to_vec())];
        sheets.push(risks);
    }
    sheets
}

fn sheet(name: &'static str, columns: &[(&'static str, u8)], rows: impl Iterator<Item = Vec<Value>>) -> Sheet {
    let columns = columns.iter().map(|(name, width)| ((*name).to_owned(), *width)).collect();
    Sheet { name, columns, rows: rows.collect(), choices: Vec::new(), spare: 0 }
}

/// The paper's own heat map; its colours only repeat its words.
fn heat_map(report: &Model) -> Option<Sheet> {
    let table = compose::heat_map(report)?;
    let cell = |cell: Cell| {
        let lines: Vec<String> = cell.lines.iter().map(|line| format!("{}{}", line.lead, line.text)).collect();
        Value::Toned(lines.join("\n"), cell.tone)
    };
    let rows = table.rows.into_iter().map(|row| row.into_iter().map(cell).collect());
    let columns = table.columns.into_iter().map(|(name, _)| (name, 16)).collect();
    Some(Sheet { name: "Heat map", columns, rows: rows.collect(), choices: Vec::new(), spare: 0 })
}

fn about(report: &Model) -> Sheet {
    let about = &report.about;
    let names = if report.names { NAMES_SHOWN } else { NAMES_LEFT_OUT };
    let rows = [
        ("Partnership", Value::Text(about.title.clone())),
        ("Workshop", about.date.map_or(Value::Nothing, Value::Date)),
        ("Venue", Value::Text(about.venue.clone())),
        ("Facilitator", Value::Text(about.facilitator.clone())),
        ("Purpose", Value::Text(about.purpose.clone())),
        ("People in the room", Value::Text(report.room.people.to_string())),
        ("Features decided", Value::Text(format!("{} of {}", about.decided, about.of))),
        ("Look again on", report.plan.review.map_or(Value::Nothing, Value::Date)),
        ("Names", Value::Text(names.into())),
        ("Limits", Value::Text(LIMITS_IN_SHORT.into())),
        ("Source", Value::Text(report.framework.citation.clone())),
    ];
    let rows = rows.into_iter().map(|(name, value)| vec![Value::Text(name.into()), value]);
    sheet("About", &[("What", 22), ("This paper", 100)], rows)
}

fn plan(plan: &PlanPart) -> Sheet {
    let columns = [
        ("No", 5),
        ("Action", 50),
        ("For", 24),
        ("Owner (role or organisation)", 24),
        ("Support", 24),
        ("By", 18),
        ("Measure of success", 36),
        ("Status", 14),
        ("RAG", 9),
        ("Progress", 40),
    ];
    let rows = plan.actions.iter().map(|one| {
        let why: Vec<String> =
            one.why.iter().map(|why| format!("{} {}", why.id, why.label).trim().to_owned()).collect();
        let status = ActionStatus::ALL.into_iter().find(|status| status.key() == one.status.key);
        let log: Vec<&str> = one.log.iter().map(LogPart::words).collect();
        vec![
            number(one.number),
            Value::Text(one.what.clone()),
            Value::Text(why.join("\n")),
            Value::Text(one.owner.clone()),
            Value::Text(one.support.clone()),
            one.by.map_or(Value::Nothing, Value::Date),
            Value::Text(one.measure.clone()),
            Value::Text(status.map_or("", ActionStatus::label).into()),
            Value::Nothing,
            Value::Text(log.join("\n")),
        ]
    });
    let mut plan = sheet("Action plan", &columns, rows);
    plan.choices = vec![(7, ActionStatus::ALL.map(ActionStatus::label).to_vec()), (8, RAG.to_vec())];
    plan.spare = SPARE_ACTIONS;
    plan
}

fn ratings(report: &Model) -> Sheet {
    let columns = [
        ("Item", 7),
        ("Stage", 16),
        ("Feature", 50),
        ("Rating", 8),
        ("In words", 14),
        (tables::HOW_IT_STANDS, 20),
        ("Confidence", 12),
        ("Strategic", 11),
        ("Operational", 12),
        ("Low", 7),
        ("High", 7),
        ("With reservations", 14),
        ("Parked", 9),
        ("Dots", 7),
        ("Note", 60),
        ("View at the low end", 36),
        ("View at the high end", 36),
        ("Minority statements", 40),
    ];
    sheet("Ratings", &columns, report.features().map(|(stage, one)| rating(stage, one)))
}

fn rating(stage: &StagePart, one: &FeaturePart) -> Vec<Value> {
    let yes = |is: bool| Value::Text(if is { "yes" } else { "" }.into());
    vec![
        Value::Text(one.id.clone()),
        Value::Text(stage.label.clone()),
        Value::Text(one.text.clone()),
        maybe(one.rating),
        Value::Text(one.word.clone().unwrap_or_default()),
        Value::Text(one.state.words.clone()),
        Value::Text(one.confidence.unwrap_or_default().into()),
        maybe(one.rating_at(Level::Strategic)),
        maybe(one.rating_at(Level::Operational)),
        maybe(one.low),
        maybe(one.high),
        yes(one.reserved),
        yes(one.parked),
        number(one.dots),
        Value::Text(one.note.clone()),
        Value::Text(one.views(|decision| &decision.low_view)),
        Value::Text(one.views(|decision| &decision.high_view)),
        Value::Text(one.statements()),
    ]
}

/// A row for each round and one for each group that may be told of.
fn votes(report: &Model) -> Sheet {
    let columns = [
        ("Item", 7),
        ("Feature", 50),
        ("Level rated", 13),
        ("Vote", 6),
        ("Whose", 24),
        ("People", 8),
        ("1", 5),
        ("2", 5),
        ("3", 5),
        ("4", 5),
        ("5", 5),
        ("Don't know", 8),
        ("Median", 8),
        ("In a word", 16),
    ];
    let mut rows = Vec::new();
    for (_, feature) in report.features() {
        for vote in &feature.votes {
            let mut row = |whose: &str, people: u32, counts: &super::super::model::CountsPart, word: &str| {
                let mut cells = vec![
                    Value::Text(feature.id.clone()),
                    Value::Text(feature.text.clone()),
                    Value::Text(vote.level.unwrap_or_default().into()),
                    number(u32::try_from(vote.told.round).unwrap_or(u32::MAX)),
                    Value::Text(whose.to_owned()),
                    number(people),
                ];
                match counts.counts {
                    Some(counts) => cells.extend(counts.map(number)),
                    None => cells.extend([const { Value::Nothing }; 5]),
                }
                cells.push(counts.dont_know.map_or(Value::Nothing, number));
                cells.push(counts.median.map_or(Value::Nothing, Value::Number));
                cells.push(Value::Text(word.to_owned()));
                rows.push(cells);
            };
            let word = vote.told.counts.agreement.as_ref().map(|word| word.words.as_str());
            row(
                "Everybody",
                vote.told.ballots,
                &vote.told.counts,
                word.or(vote.told.withheld.as_ref().map(|why| why.words.as_str())).unwrap_or_default(),
            );
            for group in &vote.told.groups {
                let word = group.counts.agreement.as_ref().or(group.compared.as_ref());
                row(&group.name, group.ballots, &group.counts, word.map_or("", |word| &word.words));
            }
        }
    }
    sheet("Votes", &columns, rows.into_iter())
}

fn assumption(one: &AssumptionPart) -> Vec<Value> {
    vec![
        Value::Text(one.id.clone()),
        Value::Text(one.text.clone()),
        Value::Text(one.verdict.words.clone()),
        number(one.dots),
        Value::Text(one.note.clone()),
        Value::Text(one.dissent.clone()),
        Value::Text(one.votes.iter().map(StanceVote::in_short).collect::<Vec<_>>().join("; ")),
    ]
}

fn risk(one: &RiskPart) -> Vec<Value> {
    vec![
        Value::Text(one.id.clone()),
        Value::Text(one.text.clone()),
        Value::Text(one.status.words.clone()),
        maybe(one.likelihood),
        number(one.prompted),
        maybe(one.impact),
        Value::Text(one.rag.as_ref().map_or(String::new(), |rag| rag.words.clone())),
        number(one.dots),
        Value::Text(one.signals.join(", ")),
        Value::Text(one.note.clone()),
    ]
}

fn number(number: impl Into<f64>) -> Value {
    Value::Number(number.into())
}

fn maybe(number: Option<u8>) -> Value {
    number.map_or(Value::Nothing, self::number)
}
