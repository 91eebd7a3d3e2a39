//! The links between the stages, and where results outrun what should explain them.

use super::named;
use crate::analysis::{Leap, LinkReading, LinkReason, ThenNow};
use crate::catalogue::Message;
use crate::framework::{Framework, Stage};

pub(crate) const LEAP: Message = Message("We claim results the chain cannot explain");

/// `Inputs to Activities`.
pub(crate) fn link(from: &Stage, to: &Stage) -> String {
    from_to(&from.label, &to.label)
}

pub(crate) fn from_to(from: &str, to: &str) -> String {
    tr!("{from} to {to}", from, to)
}

/// Why a link stands as it does: `Fair power does not hold (AS7)`, `Engagement has a median of 2`, `2 of 5 in Inputs are blind spots`.
pub(crate) fn link_reason(reason: &LinkReason) -> String {
    match reason {
        LinkReason::Assumption { id, label, verdict } => named(&format!("{label} {}", verdict.label()), id),
        LinkReason::Median(stage, median) => tr!("{stage} has a median of {median}", stage, median),
        LinkReason::BlindSpots(stage, blind, of) => tr_n!(
            *blind,
            "{count} of {of} in {stage} is a blind spot",
            "{count} of {of} in {stage} are blind spots",
            of,
            stage
        ),
        LinkReason::NothingRated(stage) => tr!("nothing is rated in {stage}", stage),
    }
}

/// The same with an assumption's statement in place of its label: `Power is fair between partners: does not hold (AS7)`.
pub(crate) fn link_reason_in_full(framework: &Framework, reason: &LinkReason) -> String {
    match reason {
        LinkReason::Assumption { id, label, verdict } => {
            let statement = framework.item(id).map_or(label.as_str(), |item| item.text());
            named(&format!("{statement}: {}", verdict.label()), id)
        }
        other => link_reason(other),
    }
}

/// `We claim results the chain cannot explain: Inputs 2, Activities 4`; nothing without a leap.
pub(crate) fn leap(link: &LinkReading<'_>) -> Option<String> {
    let (from, to) = (&link.from.label, &link.to.label);
    link.leap.map(|leap| format!("{LEAP}: {from} {}, {to} {}", leap.from, leap.to))
}

/// The same where the stages are named beside it.
pub(crate) fn leap_in_full(leap: Leap) -> String {
    tr!("{leap}: from a median of {from} to one of {to}", leap = LEAP, from = leap.from, to = leap.to)
}

/// What became of a leap: `, now a leap`; nothing where there was none and is none.
pub(crate) fn leap_since(leaps: ThenNow<bool>) -> &'static str {
    match (leaps.then, leaps.now) {
        (false, true) => tr!(", now a leap"),
        (true, false) => tr!(", no longer a leap"),
        (true, true) => tr!(", still a leap"),
        (false, false) => "",
    }
}
