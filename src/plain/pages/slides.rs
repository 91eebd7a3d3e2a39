//! The slides after the walk, in words: the heat map, what is strong, at risk and split, links, risks, where to act,
//! and the actions read back.
//!
//! Which items stand where is the analysis's business. Lines that can be chosen have a number.

use super::acting;
use crate::plain::render;
use crate::plain::transcript::Transcript;
use crate::view::{Body, View};

/// A slide, by what it is read out as.
pub(super) fn slide(view: &View) -> Transcript {
    let whole = Some(view);
    let mut told = match view.body {
        Body::HeatMap(_) => heat_map(whole),
        _ if view.prompt == "Actions" => acting::listed(whole, ""),
        _ => render::list(whole, ""),
    };
    let is_list = matches!(view.body, Body::List(_));
    told.heading.splice(..usize::from(is_list).min(told.heading.len()), view.opening.iter().cloned());
    told.heading.extend(view.closing.iter().cloned());
    Transcript { place: view.place.clone(), prompt: view.prompt.clone(), ..told }
}

/// Counts per state for each stage, by the group or by the part whose view it is.
fn heat_map(view: Option<&View>) -> Transcript {
    let Some(Body::HeatMap(page)) = view.map(|view| &view.body) else { return Transcript::default() };
    let mut lines = page.told.clone();
    if page.part.is_none() {
        lines.push(
            "\"items\" says every item; \"details\" and an id says all that is kept on it; Enter goes on.".into(),
        );
    }
    Transcript { heading: lines, ..Transcript::default() }
}
