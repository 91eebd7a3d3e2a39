//! The slides after the walk, in words: the heat map, what is strong, at risk and split, links, risks, where to act,
//! and the actions read back.
//!
//! Which items stand where is the analysis's business. Lines that can be chosen have a number.

use super::{Sight, acting};
use crate::app::{App, Slide, Slides};
use crate::plain::render;
use crate::view::{Body, View};

pub(super) fn slides(app: &App, view: Option<&View>, shown: &Slides) -> Sight {
    let all = Slide::of(&app.cx.framework);
    let number = all.iter().position(|one| *one == shown.slide).map_or(1, |place| place + 1);
    let mut sight = match shown.slide {
        Slide::Map => heat_map(view),
        Slide::Actions => acting::listed(view, ""),
        _ => render::list(view, ""),
    };
    let title = if shown.slide == Slide::Actions { "Actions, read back" } else { shown.slide.title() };
    let title = format!("{title}, slide {number} of {}.", all.len());
    sight.heading.splice(..usize::from(shown.slide != Slide::Map).min(sight.heading.len()), [title]);
    if shown.slide == Slide::WhereToAct {
        sight.heading.push("\"a\" and a number begins an action for that line.".into());
    }
    Sight { place: format!("slide {number} {}", shown.view), prompt: shown.slide.title().to_owned(), ..sight }
}

/// Counts per state for each stage, by the group or by the part whose view it is.
fn heat_map(view: Option<&View>) -> Sight {
    let Some(Body::HeatMap(page)) = view.map(|view| &view.body) else { return Sight::default() };
    let mut lines = page.told.clone();
    if page.part.is_none() {
        lines.push(
            "\"items\" says every item; \"details\" and an id says all that is kept on it; Enter goes on.".into(),
        );
    }
    Sight { heading: lines, ..Sight::default() }
}
