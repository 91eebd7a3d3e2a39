//! After the stages: where groups differ, assumptions, influences, risks, links, dots, what is parked.
//!
//! A table stands only where something was said, and a line says so where nothing was.

use super::super::document::{Block, Cell, Line, Table, Tone, heading, text};
use super::super::model::{AssumptionPart, InfluencePart, LinkPart, Model, RiskPart, StanceVote};
use super::{Notes, charts};
use crate::catalogue;
use crate::words::paper::{self, tables};
use crate::words::{
    BEFORE, CONVERSATIONS, FROM_THE_SURVEY, ON_BEARINGS, PARKED, and, capital, commas, from_to, named, sentence,
};

pub(super) fn conditions(report: &Model, notes: Notes) -> Vec<Block> {
    let mut blocks = Vec::new();
    if !report.conversations.is_empty() {
        blocks.push(heading(3, paper::WHERE_GROUPS_DIFFER.text()));
        blocks.extend(charts::of_groups(report));
        blocks.extend(differing(report));
    }
    if !report.assumptions.is_empty() {
        blocks.push(heading(3, paper::ON_ASSUMPTIONS.text()));
        let said = report.assumptions.iter();
        let said = said.filter(|one| one.verdict.is_said() || !one.note.is_empty() || !one.votes.is_empty());
        let table = Table::new(tables::ASSUMPTIONS, [44, 16, 40]).last(notes, tables::VIEWS.text());
        let table = table.filled(said.map(|one| assumption(one, notes)));
        blocks.push(table.unwrap_or_else(|| text(paper::NO_ASSUMPTIONS)));
    }
    let said = report.influences.iter().filter(|one| one.bearing.is_said() || !one.note.is_empty());
    let table = Table::new(tables::INFLUENCES, [44, 16, 40]).last(notes, "");
    let table = table.filled(said.map(|one| influence(one, notes)));
    blocks.extend(table.into_iter().flat_map(|table| [heading(3, ON_BEARINGS.text()), table]));
    if !report.risks.is_empty() {
        blocks.push(heading(3, tr!("Risks")));
        let said = report.risks.iter().filter(|one| one.status.is_said() || !one.note.is_empty());
        let table = Table::new(tables::RISKS, [34, 18, 20, 28]).last(notes, tables::BESIDES.text());
        let table = table.filled(said.map(|one| risk(one, notes)));
        blocks.push(table.unwrap_or_else(|| text(paper::NOTHING_ON_RISKS)));
    }
    let table = Table::new(tables::LINKS, [30, 18, 52]).filled(report.links.iter().map(link));
    blocks.extend(table.into_iter().flat_map(|table| [heading(3, tables::LINKS_BETWEEN.text()), table]));
    let parked: Vec<String> =
        report.features().filter(|(_, one)| one.parked).map(|(_, one)| named(&one.label, &one.id)).collect();
    if !parked.is_empty() {
        blocks.push(heading(3, PARKED.text()));
        blocks.push(text(sentence(&and(&parked))));
    }
    blocks
}

/// The conditions and risks of which nothing was said, in a line.
pub(super) fn not_discussed(report: &Model) -> Vec<Block> {
    let assumptions = report.assumptions.iter().map(|one| (&one.verdict, &one.id, &one.label));
    let influences = report.influences.iter().map(|one| (&one.bearing, &one.id, &one.label));
    let risks = report.risks.iter().map(|one| (&one.status, &one.id, &one.label));
    let all = assumptions.chain(influences).chain(risks);
    let all: Vec<String> =
        all.filter(|(stands, ..)| !stands.is_said()).map(|(_, id, label)| named(label, id)).collect();
    if all.is_empty() { Vec::new() } else { vec![heading(3, tr!("Not discussed")), text(sentence(&commas(all)))] }
}

impl Table {
    /// What its last column is called where notes stand apart; without a name it is left out.
    fn last(mut self, notes: Notes, name: &str) -> Self {
        if notes == Notes::Apart
            && let Some((_, share)) = self.columns.pop()
            && !name.is_empty()
        {
            self.columns.push((name.to_owned(), share));
        }
        self
    }
}

fn differing(report: &Model) -> Option<Block> {
    let rows = report.conversations.iter().map(|one| {
        let level = one.level.map_or(String::new(), |level| format!(" ({})", catalogue::text(level)));
        let name = Line::statement(format!("{}{level}", named(&one.label, &one.id)), one.text.clone());
        let end = |group: &str, median: f64| Cell::text(format!("{group}: {median}"));
        vec![
            Cell::lines(vec![name]),
            end(&one.low_group, one.low_median),
            end(&one.high_group, one.high_median),
            Cell::text(paper::gap(one.strong)),
        ]
    });
    Table::new((CONVERSATIONS.text(), tables::DIFFERING), [40, 20, 20, 20]).filled(rows)
}

fn assumption(one: &AssumptionPart, notes: Notes) -> Vec<Cell> {
    let tone = match one.verdict.key {
        "does_not_hold" => Tone::Red,
        "partly" => Tone::Amber,
        "holds" => Tone::Green,
        _ => Tone::Plain,
    };
    let mut stands = vec![Line::new(capital(&one.verdict.words), "")];
    if one.gate && one.verdict.key == "does_not_hold" {
        stands.push(Line::text(paper::CHAIN_RESTS_ON_IT));
    }
    let said = Line::said(tr!("Seen differently"), &one.dissent).into_iter();
    let said: Vec<Line> = said.chain(on_assumption(one).into_iter().filter(|_| notes == Notes::Beside)).collect();
    vec![
        Cell::lines(vec![Line::item(named(&one.label, &one.id), &one.text, &one.plain)]),
        Cell::lines(stands).toned(tone),
        Cell::lines(said),
    ]
}

/// The note on an assumption and its votes.
pub(super) fn on_assumption(one: &AssumptionPart) -> Vec<Line> {
    let said = Line::said("", &one.note).into_iter().chain(one.votes.iter().flat_map(round));
    let said = said.chain(one.before.iter().map(|said| Line::named(BEFORE.text(), sentence(said))));
    said.chain(one.survey_comments.iter().filter_map(|comment| Line::said(FROM_THE_SURVEY.text(), comment))).collect()
}

/// `Vote 1, 12 people: Holds 7, partly holds 3.` and what groups said.
fn round(vote: &StanceVote) -> Vec<Line> {
    let groups: Vec<String> = vote.groups_in_words().collect();
    let mut lines = vec![Line::named(&vote.title(), sentence(vote.in_words()))];
    lines.extend((!groups.is_empty()).then(|| Line::named(tr!("By group"), sentence(&groups.join("; ")))));
    lines
}

fn influence(one: &InfluencePart, notes: Notes) -> Vec<Cell> {
    let note = Line::said("", &one.note).filter(|_| notes == Notes::Beside);
    let cells = vec![
        Cell::lines(vec![Line::item(named(&one.label, &one.id), &one.text, &one.plain)]),
        Cell::text(one.bearing.words.clone()),
    ];
    let last = (notes == Notes::Beside).then(|| Cell::lines(note.into_iter().collect()));
    cells.into_iter().chain(last).collect()
}

fn risk(one: &RiskPart, notes: Notes) -> Vec<Cell> {
    let stands = match &one.rag {
        Some(rag) => format!("{}: {}", capital(&one.status.words), rag.words),
        None => capital(&one.status.words),
    };
    let tone = one.rag.as_ref().map_or(Tone::Plain, |rag| Tone::of_rag(rag.key));
    let mut numbers = Vec::new();
    if let Some(likelihood) = one.likelihood {
        numbers.push(Line::named(tr!("Likelihood"), likelihood.to_string()));
        if likelihood != one.prompted {
            numbers.push(Line::named(paper::RATINGS_PROMPT.text(), one.prompted.to_string()));
        }
    }
    numbers.extend(one.impact.map(|impact| Line::named(tr!("Impact"), impact.to_string())));
    let signals = Line::said(tr!("Signals"), &commas(&one.signals));
    let question = one.question.map(|question| Line::named(tr!("To ask"), question));
    let note = Line::said("", &one.note).filter(|_| notes == Notes::Beside);
    let said = note.into_iter().chain(signals).chain(question);
    vec![
        Cell::lines(vec![Line::item(named(&one.label, &one.id), &one.text, &one.plain)]),
        Cell::lines(vec![Line::new(stands, "")]).toned(tone),
        Cell::lines(numbers),
        Cell::lines(said.collect()),
    ]
}

fn link(one: &LinkPart) -> Vec<Cell> {
    let mut why = vec![Line::text(sentence(&one.reasons.join("; ")))];
    why.extend(one.leap_in_words.as_deref().map(|leap| Line::named(tr!("Leap"), sentence(leap))));
    vec![
        Cell::text(from_to(&one.from_label, &one.to_label)),
        Cell::lines(vec![Line::new(capital(&one.state.words), "")]),
        Cell::lines(why),
    ]
}
