//! Between two items: the title card of a stage or section, and a break.

use super::frame::{leg_names, timer};
use super::{Body, Frame, View, session_title};
use crate::app::App;
use crate::catalogue::Message;
use crate::framework::{Item, Leg, Step};
use crate::words::{named, section_gloss, section_prompt, section_title, time};
use jiff::Zoned;
use serde::Serialize;

/// The title card of a stage or section: where the room is in the walk, and what comes now.
#[derive(Debug, Serialize)]
pub(crate) struct Card {
    /// `Stage 3 of 7`; `Before the chain`.
    pub(crate) place: String,
    pub(crate) name: String,
    pub(crate) title: String,
    pub(crate) gloss: String,
    pub(crate) prompt: String,
    /// `5 items, about 14 minutes`.
    pub(crate) size: String,
    /// `Funding (I1)`, for each item.
    pub(crate) items: Vec<String>,
}

/// A window that shows nothing of the session.
#[derive(Debug, Serialize)]
pub(crate) struct Break {
    pub(crate) back: Option<String>,
    /// Since when, and until when.
    pub(crate) words: String,
    /// How it ends, where a key does that.
    pub(crate) keys: &'static str,
}

pub(crate) const BACK_AT: Message = Message("Back at");
const ANY_KEY_RETURNS: &str = "any key returns";

pub(super) fn pause(since: &str, back: Option<&Zoned>) -> View<'static> {
    let back = back.map(time);
    let words = match &back {
        Some(back) => tr!("Break since {since}, back at {back}", since, back),
        None => tr!("Paused {since}", since),
    };
    View::new("pause", Frame::default(), Body::Break(Break { back, words, keys: ANY_KEY_RETURNS }))
}

pub(super) fn card<'a>(app: &'a App, step: &Step) -> Option<View<'a>> {
    let (framework, workshop) = (&app.cx.framework, app.cx.workshop.as_ref()?);
    let leg = framework.leg_of(step)?;
    let (place, title, gloss, prompt, items): (_, &str, &str, &str, Vec<Item<'_>>) = match leg {
        Leg::Stage(row) => {
            let stage = framework.stages.get(row)?;
            let items = stage.features.iter().filter_map(|one| framework.item(&one.id)).collect();
            let place = tr!("Stage {number} of {stages}", number = row + 1, stages = framework.stages.len());
            (place, &stage.title, &stage.gloss, &stage.prompt, items)
        }
        Leg::Section(one) => {
            let legs = framework.legs();
            let stage_to_come = legs.iter().skip_while(|known| **known != leg).any(|one| matches!(one, Leg::Stage(_)));
            let place = if stage_to_come { tr!("Before the chain") } else { tr!("After the chain") };
            let title = section_title(framework, one);
            (place.into(), title, section_gloss(one), section_prompt(one), framework.items_in(one))
        }
    };
    let id = framework.clock_of(leg).unwrap_or_default();
    let many = tr_n!(items.len(), "{count} item", "{count} items");
    let size = match framework.minutes_for(&id) {
        0 => many,
        minutes => tr_n!(minutes, "{items}, about {count} minute", "{items}, about {count} minutes", items = many),
    };
    let (name, _) = leg_names(framework, leg);
    let frame = Frame::new(app, session_title(workshop), timer(app, workshop, &id));
    let card = Card {
        place,
        title: title.into(),
        gloss: gloss.into(),
        prompt: prompt.into(),
        size,
        items: items.iter().map(|item| named(item.title(), item.id())).collect(),
        name,
    };
    Some(View::new(format!("card {}", card.name), frame, Body::Card(card)))
}
