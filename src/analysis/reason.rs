//! The sentences that say why an item stands where it stands, to read out in the room.
//!
//! Words only: which item stands where is decided in `act` and `protect`.

use super::{FeatureState, Ground, RiskReading, State};
use crate::framework::{Framework, Rating, Stage};
use crate::session::{Answer, Decision};

pub(super) fn failed_gate() -> String {
    "It does not hold, and the whole chain rests on it: settle it before the rest".into()
}

/// Why a red risk or issue is red.
pub(super) fn red(risk: &RiskReading<'_>) -> String {
    let impact = risk.concern.impact().map_or(String::new(), |impact| impact.to_string());
    let prompted = risk.prompt.likelihood;
    match (risk.likelihood(), risk.concern.likelihood()) {
        (None, _) => format!("It is happening now with an impact of {impact}: red"),
        (Some(likelihood), Some(_)) if likelihood == prompted => {
            format!("Likelihood {likelihood}, impact {impact}: red")
        }
        (Some(likelihood), Some(_)) => {
            format!("Likelihood {likelihood} in the room's view (its ratings prompt {prompted}), impact {impact}: red")
        }
        (Some(likelihood), None) if risk.prompt.signals.is_empty() => {
            format!("Likelihood {likelihood}, impact {impact}: red")
        }
        (Some(likelihood), None) => {
            format!("Likelihood {likelihood} (prompted by {}), impact {impact}: red", risk.signals())
        }
    }
}

/// Why a feature stands in its place.
pub(super) fn feature(framework: &Framework, stage: &Stage, reading: FeatureState, ground: Ground) -> String {
    let rated = rated(framework, stage, reading);
    let label = &stage.label;
    match (ground, reading.state) {
        (Ground::EarliestWeakness, _) => {
            format!("{rated} in {label}, the earliest stage with a weakness: fix upstream first")
        }
        (Ground::LaterWeakness, _) => format!("{rated} in {label}; look at the weaknesses upstream first"),
        (_, State::Contested) => {
            let range = reading.range.map_or(String::new(), |range| format!(" ({range})"));
            format!("Views differ{range}, and the room put dots on it")
        }
        (_, State::BlindSpot) => "The room does not know: find out".into(),
        (_, State::SuspectedWeakness) => format!("{rated} on low confidence: find out whether it is so"),
        _ => format!("{rated} on low confidence: find evidence before relying on it"),
    }
}

pub(super) fn strength(framework: &Framework, stage: &Stage, answer: &Answer, reading: FeatureState) -> String {
    let rated = rated(framework, stage, reading);
    let reserved =
        answer.decided.all().into_iter().any(|(_, decision)| matches!(decision, Decision::AgreedWithReservations(_)));
    let reserved = if reserved { " with reservations" } else { "" };
    match answer.confidence {
        Some(confidence) => format!("{rated}{reserved}, on {} confidence", confidence.word()),
        None => format!("{rated}{reserved}; its evidence was not asked for"),
    }
}

/// `Rated 2 (Patchy)`, or `Rated 1 to 2 across the levels`.
fn rated(framework: &Framework, stage: &Stage, reading: FeatureState) -> String {
    let word = |rating: Rating| framework.word(stage, rating);
    match (reading.range, reading.rating) {
        (Some(range), _) => format!("Rated {range} across the levels"),
        (None, Some(rating)) => format!("Rated {rating} ({})", word(rating)),
        (None, None) => "Not rated".into(),
    }
}

/// The dots after a reason, where there are any.
pub(super) fn with_dots(reason: String, dots: u16) -> String {
    match dots {
        0 => reason,
        1 => format!("{reason}; 1 dot"),
        _ => format!("{reason}; {dots} dots"),
    }
}
