//! The heat map as a table: the picture that the room made itself.
//!
//! Digit and word stand in each cell; colour only repeats them.

use super::super::document::{Block, Cell, Line, Table, Tone, heading};
use super::super::model::{FeaturePart, Model};
use crate::words::paper::tables;
use crate::words::{capital, named};

pub(super) fn map(report: &Model) -> Vec<Block> {
    [heading(3, "Heat map")].into_iter().chain(heat_map(report).map(Block::Table)).collect()
}

/// The table alone; nothing where the framework has no item.
pub(in crate::report) fn heat_map(report: &Model) -> Option<Table> {
    let widest = report.stages.iter().map(|stage| stage.features.len()).max().unwrap_or(0);
    let widest = widest.max(report.assumptions.len()).max(report.risks.len());
    let share = u8::try_from(88 / widest.max(1)).unwrap_or(9);
    let mut table = Table::new((tables::HEAT_MAP, ["Stage"]), [12]);
    table.columns.extend((1..=widest).map(|place| (place.to_string(), share)));
    table.summary = tables::ON_HEAT_MAP.into();
    let padded = |name: &str, cells: Vec<Cell>| {
        let empty = widest.saturating_sub(cells.len());
        let row = [vec![Cell::text(name)], cells].concat();
        [row, vec![Cell::default(); empty]].concat()
    };
    let mut rows = Vec::new();
    for stage in &report.stages {
        rows.push(padded(&stage.label, stage.features.iter().map(feature).collect()));
    }
    if !report.assumptions.is_empty() {
        let cells = report.assumptions.iter().map(|one| {
            let tone = match one.verdict.key {
                "holds" => Tone::Green,
                "partly" => Tone::Amber,
                "does_not_hold" => Tone::Red,
                "dont_know" => Tone::Unknown,
                _ => Tone::Unrated,
            };
            cell(&one.id, &one.label, &one.verdict.words, tone)
        });
        rows.push(padded("Assumptions", cells.collect()));
    }
    if !report.risks.is_empty() {
        let cells = report.risks.iter().map(|one| {
            let words = match &one.rag {
                Some(rag) => format!("{}, {}", one.status.words, rag.words),
                None => one.status.words.clone(),
            };
            let tone = one.rag.as_ref().map_or(Tone::Unrated, |rag| Tone::of_rag(rag.key));
            cell(&one.id, &one.label, &words, tone)
        });
        rows.push(padded("Risks", cells.collect()));
    }
    table.rows = rows;
    (!table.rows.is_empty()).then_some(table)
}

fn cell(id: &str, label: &str, words: &str, tone: Tone) -> Cell {
    Cell::lines(vec![Line::text(named(label, id)), Line::new(capital(words), "")]).toned(tone)
}

fn feature(one: &FeaturePart) -> Cell {
    cell(&one.id, &one.label, &standing(one), tone(one))
}

/// A feature's rating or state in few words: `4 Mostly`, `2 to 4, not agreed`, `Blind spot`.
pub(super) fn standing(one: &FeaturePart) -> String {
    match (one.state.key, one.low.zip(one.high), one.rating) {
        ("not_discussed", ..) if one.decisions.iter().any(|one| one.decision.key != "not_discussed") => {
            format!("{} Half discussed", one.mark)
        }
        ("not_discussed", ..) => "Not discussed".into(),
        ("not_relevant", ..) => "Not relevant".into(),
        ("blind_spot", ..) => "Blind spot".into(),
        ("contested", Some((low, high)), _) => {
            let not_agreed = one.decisions.iter().any(|decision| decision.decision.key == "not_agreed");
            format!("{low} to {high}, {}", if not_agreed { "not agreed" } else { "levels differ" })
        }
        (_, _, Some(rating)) => {
            let low = if matches!(one.state.key, "untested_strength" | "suspected_weakness") { "?" } else { "" };
            format!("{rating}{low} {}", one.word.as_deref().unwrap_or_default())
        }
        _ => one.state.words.clone(),
    }
}

pub(super) fn tone(one: &FeaturePart) -> Tone {
    match (one.state.key, one.rating) {
        ("not_discussed" | "not_relevant", _) => Tone::Unrated,
        ("blind_spot", _) => Tone::Unknown,
        ("contested", _) => Tone::Contested,
        (_, Some(rating)) => Tone::Rating(rating),
        _ => Tone::Plain,
    }
}
