//! The slides that are lists: dispatch to what draws each.

mod act;
mod links;
mod read_back;
mod risks;

use super::{Canvas, standings};
use crate::app::{App, Slide, Slides};

pub(super) fn draw(app: &App, slides: &Slides, canvas: &mut Canvas) {
    let (Some(workshop), Some(map)) = (&app.cx.workshop, app.cx.heat_map()) else { return };
    match slides.slide {
        Slide::Links => links::draw(app, workshop, slides, canvas),
        Slide::Risks => risks::draw(app, workshop, slides, canvas),
        Slide::WhereToAct => act::draw(app, workshop, slides, canvas),
        Slide::Actions => read_back::draw(app, workshop, slides, canvas),
        _ => standings::draw(app, workshop, &map, slides, canvas),
    }
}
