//! The agenda, in words: its parts by number.

use crate::plain::render;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::View;
use crate::words::AGENDA_LINES;

pub(super) fn agenda(view: &View) -> Transcript {
    let mut told = render::list(view);
    // Minutes go by: only what follows from the planned finish is told when it changes.
    let finish = told.facts.split_off(told.facts.len().saturating_sub(1)).into_iter().map(Fact::kept).collect();
    told.heading.extend(std::mem::replace(&mut told.facts, finish).into_iter().flat_map(|fact| fact.said));
    told.heading.push(AGENDA_LINES.into());
    told
}
