//! The side panel of wide windows: the items of the stage, the time on it, and what is parked.

use super::Here;
use crate::analysis::reading;
use crate::framework::{Id, Leg};
use crate::session::Session;
use crate::view::frame::leg_names;
use crate::view::{Span, Tone, marks};
use serde::Serialize;

#[derive(Debug, Default, Serialize)]
pub(crate) struct Panel {
    pub(crate) title: String,
    pub(crate) items: Vec<PanelItem>,
    pub(crate) time: Option<Time>,
    /// `P3 Joint work`, for each parked item.
    pub(crate) parked: Vec<String>,
}

/// The minutes of a stage or section.
#[derive(Debug, Serialize)]
pub(crate) struct Time {
    pub(crate) used: u32,
    pub(crate) planned: u32,
    pub(crate) words: String,
}

impl Time {
    fn new(used: u32, planned: u32) -> Self {
        let words = match planned.checked_sub(used) {
            Some(left) => tr!("TIME  {used} min used, {left} left", used, left),
            None => tr!("TIME  {used} min used, {over} over", used, over = used - planned),
        };
        Self { used, planned, words }
    }
}

#[derive(Debug, Serialize)]
pub(crate) struct PanelItem {
    pub(crate) id: String,
    pub(crate) label: String,
    pub(crate) mark: Span,
    pub(crate) is_current: bool,
}

pub(super) fn panel(here: &Here, leg: Leg, current: &Id) -> Panel {
    let (cx, workshop) = (&here.app.cx, here.workshop);
    let session = &workshop.session;
    let item = |id: &Id, label: &str, mark| PanelItem {
        id: id.to_string(),
        label: label.to_owned(),
        mark,
        is_current: id == current,
    };
    let items = match leg {
        Leg::Stage(row) => {
            let stage = cx.framework.stages.get(row);
            let features = stage.into_iter().flat_map(|stage| stage.features.iter().map(move |one| (stage, one)));
            features.map(|(stage, one)| item(&one.id, &one.label, rating(session, stage, &one.id))).collect()
        }
        Leg::Section(section) => {
            let items = cx.framework.items_in(section).into_iter();
            items.map(|one| item(one.id(), one.label(), marks::of(&cx.framework, session, one))).collect()
        }
    };
    let id = cx.framework.clock_of(leg).unwrap_or_default();
    let planned = cx.framework.minutes_for(&id);
    let label = |id: &Id| cx.framework.feature(id).map(|(_, _, feature)| crate::words::named(&feature.label, id));
    Panel {
        title: leg_names(&cx.framework, leg).0.to_uppercase(),
        items,
        time: (cx.timer && planned > 0).then(|| Time::new(workshop.minutes_on(&id, cx.now.timestamp()), planned)),
        parked: session.parked(&cx.framework).filter_map(label).collect(),
    }
}

/// A feature's mark in the tone of its rating, if it has one.
fn rating(session: &Session, stage: &crate::framework::Stage, id: &Id) -> Span {
    let reading = reading(session, stage, id);
    let tone = match (reading.rating, reading.state.is_at_risk() && !reading.state.is_weak()) {
        (Some(rating), false) => Tone::Rating(rating),
        _ => Tone::Text,
    };
    Span::new(format!("{:<3}", reading.mark()), tone)
}
