//! From what a report says to a paper that a committee reads: cover, self-evaluation, action plan.
//!
//! Order and words only; what is said was settled in the model.

mod charts;
mod conditions;
mod cover;
mod map;
mod method;
mod plan;
mod said;
mod stages;

use super::document::{Block, Document, heading};
use super::layout::Layout;
use super::model::Model;
use crate::words::paper::{self, cover::subtitle};
pub(super) use map::heat_map;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Notes {
    /// With their item.
    Beside,
    /// In an appendix of their own.
    Apart,
}

/// Cover, self-evaluation and plan, then what was said; or, where it is to be short, what a meeting reads.
pub(super) fn document(report: &Model, layout: &Layout) -> Document {
    let mut blocks = cover::cover(report);
    let appendix = vec![heading(2, paper::SELF_EVALUATION.text())];
    if layout.large {
        blocks.extend([appendix, map::list(report)].concat());
    } else {
        blocks.push(Block::Wide([appendix, map::map(report)].concat()));
    }
    let plan = [
        vec![heading(2, paper::ACTION_PLAN.text())],
        match layout {
            Layout { large: true, .. } => plan::list(report),
            // Four pages have no room for more of many actions.
            Layout { short: true, .. } if report.plan.actions.len() > cover::ON_THE_COVER => plan::brief(report),
            Layout { .. } => plan::plan(report),
        },
    ]
    .concat();
    let parts = if layout.short {
        [plan, method::source(report)].concat()
    } else {
        [
            method::how_to_read(report),
            cover::places(report),
            method::room(report),
            stages::stages(report, Notes::Apart),
            conditions::conditions(report, Notes::Apart),
            method::method(),
            method::source(report),
            plan,
            said::said(report),
        ]
        .concat()
    };
    blocks.extend(parts);
    if layout.large {
        // Their numbers stand in the tables, and their letters would not be large.
        blocks.retain(|block| !matches!(block, Block::Chart(_)));
    }
    Document { blocks, head: layout.head.lines(), large: layout.large, ..titled(report) }
}

fn titled(report: &Model) -> Document {
    let about = &report.about;
    Document {
        content: report.framework.language.clone(),
        title: paper::title(&about.title),
        subtitle: subtitle(about.date, &about.venue, &about.facilitator, !about.finished, about.demo),
        head: Vec::new(),
        large: false,
        blocks: Vec::new(),
    }
}

/// What a session says, for whoever wants to read it through: the report without what is asked of a meeting.
pub(super) fn record(report: &Model) -> Document {
    let blocks = [
        cover::said_of_it(report),
        method::room(report),
        vec![heading(3, tr!("Heat map"))],
        map::map(report),
        cover::places(report),
        stages::stages(report, Notes::Beside),
        conditions::conditions(report, Notes::Beside),
        conditions::not_discussed(report),
        said::on_nothing(report),
        vec![heading(3, tr!("Action plan"))],
        plan::plan(report),
        method::how_to_read(report),
    ];
    Document { blocks: blocks.concat(), ..titled(report) }
}
