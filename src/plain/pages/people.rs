//! The register, the agenda, the parked list and what is linked with a risk, in words: numbered lines.
//!
//! Names of persons are never asked.

use crate::plain::render;
use crate::plain::transcript::Transcript;
use crate::view::View;

pub(super) fn agenda(view: Option<&View>) -> Transcript {
    let mut told = render::list(view, "Agenda");
    // Minutes go by: only what follows from the planned finish is told when it changes.
    let finish = told.facts.split_off(told.facts.len().saturating_sub(1));
    told.heading.extend(std::mem::replace(&mut told.facts, finish).into_iter().flat_map(|fact| fact.said));
    told.heading.push("Write a number to go there; \"later\" and \"earlier\" move the planned finish.".into());
    told
}

pub(super) fn linked(view: Option<&View>) -> Transcript {
    let mut told = render::list(view, "Linked");
    told.heading.push("Write a number to go there; \"risk\" comes back.".into());
    told
}
