//! The heat map as a table: the picture that the room made itself.
//!
//! Digit and word stand in each cell, and dots for whoever prints it in grey; colour only repeats them.

use super::super::document::{Block, Cell, Line, Table, Tone, heading};
use super::super::model::{FeaturePart, Model};
use crate::catalogue::Message;
use crate::words::paper::tables;
use crate::words::{capital, named};

pub(super) fn map(report: &Model) -> Vec<Block> {
    heat_map(report).map(Block::Table).into_iter().collect()
}

/// The same in large letters, which a grid on A4 has no room for: a table for each of its rows, a line for each item.
pub(super) fn list(report: &Model) -> Vec<Block> {
    let table = |(name, cells): (String, Vec<Cell>)| {
        let row = |cell: Cell| {
            let (item, stands) = (cell.lines.first().cloned(), Cell { lines: cell.lines[1..].to_vec(), ..cell });
            vec![Cell::lines(item.into_iter().collect()), stands]
        };
        Table::new((&name, tables::MAP_AS_LIST), [50, 50]).filled(cells.into_iter().map(row))
    };
    [heading(3, tr!("Heat map"))].into_iter().chain(rows(report).into_iter().filter_map(table)).collect()
}

/// The table alone; nothing where the framework has no item.
pub(in crate::report) fn heat_map(report: &Model) -> Option<Table> {
    let rows = rows(report);
    let widest = rows.iter().map(|(_, cells)| cells.len()).max().unwrap_or(0);
    let share = u8::try_from(88 / widest.max(1)).unwrap_or(9);
    let mut table = Table::new((tables::HEAT_MAP.text(), [Message("Stage")]), [12]);
    let names = [tables::IN_THE_ROW.text()].into_iter().chain(std::iter::repeat("")).take(widest);
    table.columns.extend(names.map(|name| (name.to_owned(), share)));
    table.summary = tables::ON_HEAT_MAP.into();
    let padded = |(name, mut cells): (String, Vec<Cell>)| {
        cells.resize(widest, Cell::default());
        [vec![Cell::text(name)], cells].concat()
    };
    table.rows = rows.into_iter().map(padded).collect();
    (!table.rows.is_empty()).then_some(table)
}

/// Its rows by their names: the stages, then assumptions and risks.
fn rows(report: &Model) -> Vec<(String, Vec<Cell>)> {
    let stages = report.stages.iter().map(|stage| (stage.label.clone(), stage.features.iter().map(feature).collect()));
    let mut rows: Vec<(String, Vec<Cell>)> = stages.collect();
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
        rows.push((tr!("Assumptions").to_owned(), cells.collect()));
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
        rows.push((tr!("Risks").to_owned(), cells.collect()));
    }
    rows
}

fn cell(id: &str, label: &str, words: &str, tone: Tone) -> Cell {
    Cell::lines(vec![Line::text(named(label, id)), Line::new(capital(words), "")]).toned(tone)
}

fn feature(one: &FeaturePart) -> Cell {
    let pips = one.rating.filter(|_| matches!(tone(one), Tone::Rating(_)));
    cell(&one.id, &one.label, &standing(one), tone(one)).in_pips(pips)
}

/// A feature's rating or state in few words: `4 Mostly`, `2 to 4, not agreed`, `Blind spot`.
pub(super) fn standing(one: &FeaturePart) -> String {
    match (one.state.key, one.low.zip(one.high), one.rating) {
        ("not_discussed", ..) if one.decisions.iter().any(|one| one.decision.key != "not_discussed") => {
            tr!("{mark} Half discussed", mark = one.mark)
        }
        ("not_discussed", ..) => tr!("Not discussed").into(),
        ("not_relevant", ..) => tr!("Not relevant").into(),
        ("blind_spot", ..) => tr!("Blind spot").into(),
        ("contested", Some((low, high)), _) => {
            let not_agreed = one.decisions.iter().any(|decision| decision.decision.key == "not_agreed");
            tr!(
                "{low} to {high}, {not_agreed}",
                low,
                high,
                not_agreed = if not_agreed { tr!("not agreed") } else { tr!("levels differ") }
            )
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
