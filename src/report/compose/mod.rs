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

use super::document::{Block, Document};
use super::model::Model;
use crate::words::date;
pub(super) use map::heat_map;

pub(super) fn document(report: &Model) -> Document {
    let mut blocks = cover::cover(report);
    let map = [
        vec![heading(2, "Appendix 1: self-evaluation")],
        map::map(report),
        method::how_to_read(report),
        method::room(report),
        method::method(),
    ];
    blocks.push(Block::Wide(map.concat()));
    blocks.extend(stages::stages(report));
    blocks.extend(conditions::conditions(report));
    blocks.extend(method::source(report));
    blocks.push(heading(2, "Appendix 2: action plan"));
    blocks.extend(plan::plan(report));
    Document { blocks, ..titled(report) }
}

fn titled(report: &Model) -> Document {
    Document {
        language: report.framework.language.clone(),
        title: format!("{}: self-evaluation of partnership working", report.about.title),
        subtitle: subtitle(report),
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

/// `Workshop of 20 May 2026, The hub. Draft: the session is still open.`
fn subtitle(report: &Model) -> String {
    let about = &report.about;
    let mut line = match about.date {
        Some(day) => format!("Workshop of {}", date(day)),
        None => "Workshop; its day was not said".into(),
    };
    if !about.venue.is_empty() {
        line = format!("{line}, {}", about.venue);
    }
    if !about.facilitator.is_empty() {
        line = format!("{line}, led by {}", about.facilitator);
    }
    if !about.finished {
        line = format!("{line}. Draft: the session is still open");
    }
    if about.demo {
        line = format!("{line}. A sample: this partnership does not exist");
    }
    line
}

fn heading(level: u8, text: &str) -> Block {
    Block::Heading(level, text.to_owned())
}

fn text(text: impl Into<String>) -> Block {
    Block::Text(text.into())
}
