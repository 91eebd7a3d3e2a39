//! Pictures of numbers that stand in the tables: bars of votes, dumbbells of groups.
//!
//! Each says in words what it shows, so that nobody needs to see it.

use super::super::document::{BarRow, Block, Chart, Dumbbell, Marks};
use super::super::model::{ConversationPart, Model, StagePart};
use crate::catalogue;
use crate::words::paper::{WHERE_GROUPS_DIFFER, votes};
use crate::words::{joined, named};

/// The last votes on the features of a stage, as bars.
pub(super) fn of_votes(stage: &StagePart) -> Option<Block> {
    let mut rows: Vec<BarRow> = Vec::new();
    for feature in &stage.features {
        for vote in &feature.votes {
            let Some(counts) = vote.told.counts.counts else { continue };
            let level = vote.level.map_or(String::new(), |level| format!(" {}", catalogue::text(level)));
            rows.push(BarRow {
                name: tr!(
                    "{named}{level}, vote {round}",
                    named = named(&feature.label, &feature.id),
                    level,
                    round = vote.told.round
                ),
                counts,
            });
        }
    }
    let described = rows.iter().map(|row| {
        let counts: Vec<String> = row.counts.iter().map(u16::to_string).collect();
        format!("{}: {}", row.name, counts.join(" "))
    });
    let description = votes::bars(&joined(described, "; "));
    (!rows.is_empty()).then(|| {
        Block::Chart(Chart { title: tr!("Votes: {title}", title = stage.title), description, marks: Marks::Bars(rows) })
    })
}

/// The groups that are furthest apart on each rating, as dumbbells.
pub(super) fn of_groups(report: &Model) -> Option<Block> {
    let mark = |one: &ConversationPart| {
        let level = one.level.map_or(String::new(), |level| format!(" {}", catalogue::text(level)));
        Dumbbell {
            name: format!("{}{level}", named(&one.label, &one.id)),
            low: (one.low_group.clone(), one.low_median),
            high: (one.high_group.clone(), one.high_median),
        }
    };
    let marks: Vec<Dumbbell> = report.conversations.iter().map(mark).collect();
    let described =
        marks.iter().map(|one| format!("{}: {} {}, {} {}", one.name, one.low.0, one.low.1, one.high.0, one.high.1));
    let description = votes::dumbbells(&joined(described, "; "));
    (!marks.is_empty())
        .then(|| Block::Chart(Chart { title: WHERE_GROUPS_DIFFER.into(), description, marks: Marks::Dumbbells(marks) }))
}
