//! What was said, item by item: notes as they were typed, and votes as far as they may be told.
//!
//! It stands apart, because a meeting decides by the map and the plan and looks here where it wants to know why.

use super::super::document::{Block, Cell, Line, Table, heading, text};
use super::super::model::Model;
use super::{charts, conditions, stages};
use crate::words::ON_BEARINGS;
use crate::words::named;
use crate::words::paper::tables::{SAID, said_on};
use crate::words::paper::{NOTHING_WAS_SAID, ON_ASSUMPTIONS, ON_NOTHING, WHAT_WAS_SAID};

pub(super) fn said(report: &Model) -> Vec<Block> {
    let mut blocks = Vec::new();
    for stage in &report.stages {
        let rows = stage.features.iter().map(|one| row(&one.label, &one.id, stages::said(one)));
        let mut said = table(&stage.title, rows, charts::of_votes(stage));
        if said.is_empty() && !stage.survey_comments.is_empty() {
            said.push(heading(3, &stage.title));
        }
        blocks.extend(said);
        blocks.extend(stages::comments(&stage.survey_comments));
    }
    let rows = report.assumptions.iter().map(|one| row(&one.label, &one.id, conditions::on_assumption(one)));
    blocks.extend(table(ON_ASSUMPTIONS.text(), rows, None));
    let rows = report.influences.iter().map(|one| row(&one.label, &one.id, noted(&one.note)));
    blocks.extend(table(ON_BEARINGS.text(), rows, None));
    let rows = report.risks.iter().map(|one| row(&one.label, &one.id, noted(&one.note)));
    blocks.extend(table(tr!("Risks"), rows, None));
    blocks.extend(on_nothing(report));
    if blocks.is_empty() {
        blocks.push(text(NOTHING_WAS_SAID));
    }
    [vec![heading(2, WHAT_WAS_SAID.text())], blocks].concat()
}

/// What people wrote in a survey on nothing in particular.
pub(super) fn on_nothing(report: &Model) -> Vec<Block> {
    let comments: Vec<Block> = stages::comments(&report.survey_comments).collect();
    let heading = (!comments.is_empty()).then(|| heading(3, ON_NOTHING.text()));
    heading.into_iter().chain(comments).collect()
}

fn noted(note: &str) -> Vec<Line> {
    Line::said("", note).into_iter().collect()
}

fn row(label: &str, id: &str, said: Vec<Line>) -> Option<Vec<Cell>> {
    (!said.is_empty()).then(|| vec![Cell::lines(vec![Line::new(named(label, id), "")]), Cell::lines(said)])
}

/// A heading with its table and its picture, where anything was said.
fn table(title: &str, rows: impl Iterator<Item = Option<Vec<Cell>>>, chart: Option<Block>) -> Vec<Block> {
    let caption = said_on(title);
    let table = Table::new((&caption, SAID), [24, 76]).filled(rows.flatten());
    let all = table.into_iter().chain(chart);
    let mut blocks: Vec<Block> = all.collect();
    if !blocks.is_empty() {
        blocks.insert(0, heading(3, title));
    }
    blocks
}
