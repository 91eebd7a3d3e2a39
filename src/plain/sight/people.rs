//! The register, the agenda, the parked list and what is linked with a risk, in words: numbered lines.
//!
//! Names of persons are never asked.

use super::Sight;
use crate::plain::render;
use crate::view::View;

pub(super) fn agenda(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Agenda");
    // Minutes go by: only what follows from the planned finish is told when it changes.
    let finish = sight.facts.split_off(sight.facts.len().saturating_sub(1));
    sight.heading.extend(std::mem::replace(&mut sight.facts, finish).into_iter().flat_map(|fact| fact.said));
    sight.heading.push("Write a number to go there; \"later\" and \"earlier\" move the planned finish.".into());
    sight
}

pub(super) fn linked(view: Option<&View>) -> Sight {
    let mut sight = render::list(view, "Linked");
    sight.heading.push("Write a number to go there; \"risk\" comes back.".into());
    sight
}
