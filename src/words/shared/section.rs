//! The words of the sections beside the chain: their names on the strip, and what their title cards say.
//!
//! The agenda's own title for a section comes before the one given here; the items' wording is the framework's.

use super::ON_BEARINGS;
use crate::framework::{Framework, Section};

/// The name, at most ten letters.
pub(crate) fn section_label(section: Section) -> &'static str {
    match section {
        Section::Gate => tr!(max 10, "Gate"),
        Section::Conditions => tr!(max 10, "Conditions"),
        Section::Influences => tr!(max 10, "Factors"),
        Section::Risks => tr!(max 10, "Risks"),
    }
}

/// The name in at most six letters.
pub(crate) fn section_short(section: Section) -> &'static str {
    match section {
        Section::Gate => tr!(max 6, "Gate"),
        Section::Conditions => tr!(max 6, "Condit"),
        Section::Influences => tr!(max 6, "Factor"),
        Section::Risks => tr!(max 6, "Risks"),
    }
}

/// The heading of its title card.
pub(crate) fn section_title(framework: &Framework, section: Section) -> &str {
    framework.section_title(section).unwrap_or(match section {
        Section::Gate => tr!("Is a partnership the right way?"),
        Section::Conditions => tr!("What our chain takes for granted"),
        Section::Influences => ON_BEARINGS.text(),
        Section::Risks => tr!("What goes wrong, or could"),
    })
}

/// What it is about, in plain English.
pub(crate) fn section_gloss(section: Section) -> &'static str {
    match section {
        Section::Gate => {
            tr!(
                "These come before everything else. If one does not hold, the room should know it before it rates. It may \
             still go on."
            )
        }
        Section::Conditions => {
            tr!(
                "The arrows between the stages rest on these. If one does not hold, a link is broken, whatever the ratings \
             say."
            )
        }
        Section::Influences => tr!("Context that a partnership cannot always change. It is talked about, never rated."),
        Section::Risks => {
            tr!(
                "Where partnerships go wrong. The ratings prompt how likely a risk is; the room may see it differently."
            )
        }
    }
}

/// The question that opens it.
pub(crate) fn section_prompt(section: Section) -> &'static str {
    match section {
        Section::Gate | Section::Conditions => tr!("Does it hold here, in part, or not at all?"),
        Section::Influences => tr!("Does it help us, does it hinder us, or both?"),
        Section::Risks => tr!("Is it happening now, could it happen, or is it no concern?"),
    }
}
