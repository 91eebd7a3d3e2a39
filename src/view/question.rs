//! An item that the room talks about: its statement, the answers to it, what was voted and what is agreed so far.

use super::Frame;
use super::frame::{leg_names, timer};
use crate::app::{App, Question as Asks, Walk, Workshop};
use crate::framework::{Id, Item, Leg};
use crate::session::RiskStatus;

/// The frame of an item: the stage or section and the place in it stand in the title or in the strip.
pub(crate) fn frame(app: &App, walk: &Walk) -> Option<Frame> {
    let (framework, workshop) = (&app.cx.framework, app.cx.workshop.as_ref()?);
    let leg = framework.leg_of(&walk.step)?;
    let id = walk.step.item()?;
    let (at, of) = match leg {
        Leg::Stage(row) => {
            let features = &framework.stages.get(row)?.features;
            (features.iter().position(|one| one.id == *id), features.len())
        }
        Leg::Section(section) => {
            let items = framework.items_in(section);
            (items.iter().position(|one| one.id() == id), items.len())
        }
    };
    let number = at.map_or(1, |at| at + 1);
    let place = format!("{number} of {of}");
    let name = leg_names(framework, leg).0.to_uppercase();
    let title = format!("{name} {place}");
    // The smallest windows have no row for the question.
    let short = match framework.item(id)? {
        Item::Risk(_) => format!("{name} {number}/{of} {}", asks(workshop, walk)[1]),
        _ => title.clone(),
    };
    let right = match workshop.dive_left(id, app.cx.now.timestamp()) {
        Some(0) => ["DEEP DIVE  time is up".into(), "time is up".into()],
        Some(left) => [format!("DEEP DIVE  {left} min left"), format!("{left} min left")],
        None => [timer(app, workshop, &framework.clock_of(leg)?), String::new()],
    };
    let frame = Frame::by_width(app, [title, short], right).of_session(workshop);
    Some(frame.with_strip(app, workshop, leg, place))
}

/// What is asked about a risk just now, and the same in a word.
fn asks(workshop: &Workshop, walk: &Walk) -> [&'static str; 2] {
    let is_happening = |id: &Id| workshop.session.risk(id).concern.status() == RiskStatus::HappeningNow;
    match walk.question {
        Asks::Place => ["Is it happening here?", "HAPPENING?"],
        Asks::Impact if walk.step.item().is_some_and(is_happening) => ["IMPACT: how much does it matter?", "IMPACT?"],
        Asks::Impact => ["IMPACT: how much would it matter?", "IMPACT?"],
        Asks::Likelihood => ["LIKELIHOOD: how likely is it here?", "LIKELIHOOD?"],
    }
}
