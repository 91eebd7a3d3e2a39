//! The links between the stages, and where results outrun what should explain them.

use super::{commas, named};
use crate::analysis::{Leap, LinkReading, LinkReason, ThenNow};
use crate::framework::Stage;

pub(crate) const LEAP: &str = "We claim results the chain cannot explain";

/// `Inputs to Activities`.
pub(crate) fn link(from: &Stage, to: &Stage) -> String {
    format!("{} to {}", from.label, to.label)
}

/// Why a link stands as it does: `Fair power does not hold (AS7), Engagement has a median of 2`.
pub(crate) fn link_reasons(link: &LinkReading<'_>) -> String {
    commas(link.reasons.iter().map(link_reason))
}

/// `Fair power does not hold (AS7)`, `Engagement has a median of 2`, `2 of 5 in Inputs are blind spots`.
pub(crate) fn link_reason(reason: &LinkReason) -> String {
    match reason {
        LinkReason::Assumption { id, label, verdict } => named(&format!("{label} {}", verdict.label()), id),
        LinkReason::Median(stage, median) => format!("{stage} has a median of {median}"),
        LinkReason::BlindSpots(stage, 1, of) => format!("1 of {of} in {stage} is a blind spot"),
        LinkReason::BlindSpots(stage, blind, of) => format!("{blind} of {of} in {stage} are blind spots"),
        LinkReason::NothingRated(stage) => format!("nothing is rated in {stage}"),
    }
}

/// `We claim results the chain cannot explain: Inputs 2, Activities 4`; nothing without a leap.
pub(crate) fn leap(link: &LinkReading<'_>) -> Option<String> {
    let (from, to) = (&link.from.label, &link.to.label);
    link.leap.map(|leap| format!("{LEAP}: {from} {}, {to} {}", leap.from, leap.to))
}

/// The same where the stages are named beside it.
pub(crate) fn leap_in_full(leap: Leap) -> String {
    format!("{LEAP}: from a median of {} to one of {}", leap.from, leap.to)
}

/// What became of a leap: `, now a leap`; nothing where there was none and is none.
pub(crate) fn leap_since(leaps: ThenNow<bool>) -> &'static str {
    match (leaps.then, leaps.now) {
        (false, true) => ", now a leap",
        (true, false) => ", no longer a leap",
        (true, true) => ", still a leap",
        (false, false) => "",
    }
}
