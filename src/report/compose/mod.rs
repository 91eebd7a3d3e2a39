//! From what a report says to a paper that a committee reads: cover, self-evaluation, action plan.
//!
//! Order and words only; what is said was settled in the model.

mod charts;
mod conditions;
mod cover;
mod map;
mod method;
mod plan;
mod stages;

use super::document::{Block, Document, heading};
use super::model::Model;
use crate::words::paper::{self, cover::subtitle};
pub(super) use map::heat_map;

pub(super) fn document(report: &Model) -> Document {
    let mut blocks = cover::cover(report);
    let map = [
        vec![heading(2, paper::SELF_EVALUATION)],
        map::map(report),
        method::how_to_read(report),
        method::room(report),
        method::method(),
    ];
    blocks.push(Block::Wide(map.concat()));
    blocks.extend(stages::stages(report));
    blocks.extend(conditions::conditions(report));
    blocks.extend(method::source(report));
    blocks.push(heading(2, paper::ACTION_PLAN));
    blocks.extend(plan::plan(report));
    Document { blocks, ..titled(report) }
}

fn titled(report: &Model) -> Document {
    let about = &report.about;
    Document {
        language: report.framework.language.clone(),
        title: paper::title(&about.title),
        subtitle: subtitle(about.date, &about.venue, &about.facilitator, !about.finished, about.demo),
        blocks: Vec::new(),
    }
}

/// What a session says, for whoever wants to read it through: the report without what is asked of a meeting.
pub(super) fn record(report: &Model) -> Document {
    let blocks = [
        cover::held(report),
        method::room(report),
        map::map(report),
        cover::places(report),
        stages::stages(report),
        conditions::conditions(report),
        conditions::not_discussed(report),
        vec![heading(3, "Action plan")],
        plan::plan(report),
        method::how_to_read(report),
    ];
    Document { blocks: blocks.concat(), ..titled(report) }
}
