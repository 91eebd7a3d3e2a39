//! Why an item calls for action or is to be protected, to read out in the room; no full stop at the end.

use super::{count, signals};
use crate::analysis::{FeatureState, Ground, RiskReading, State, ToAct, ToProtect, reading};
use crate::framework::{Framework, Item, Rating, Stage};
use crate::session::{Decision, Session};

/// Why a place to act stands where it stands.
pub(crate) fn why_act(framework: &Framework, session: &Session, place: &ToAct<'_>) -> String {
    let reason = match place.item {
        Item::Feature(_, stage, one) => feature(framework, stage, reading(session, stage, &one.id), place.ground),
        Item::Risk(risk) => red(&RiskReading::of(framework, session, risk)),
        Item::Assumption(_) | Item::Influence(_) => {
            "It does not hold, and the whole chain rests on it: settle it before the rest".into()
        }
    };
    with_dots(reason, place.dots)
}

fn feature(framework: &Framework, stage: &Stage, reading: FeatureState, ground: Ground) -> String {
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

/// Why a strength is to be protected.
pub(crate) fn why_protect(framework: &Framework, session: &Session, strength: &ToProtect<'_>) -> String {
    let standing = strength.standing;
    let (rated, answer) = (rated(framework, standing.stage, standing.reading), session.answer(&standing.feature.id));
    let is_reserved = |decision: &Decision| matches!(decision, Decision::AgreedWithReservations(_));
    let reserved = answer.decided.all().into_iter().any(|(_, decision)| is_reserved(decision));
    let reserved = if reserved { " with reservations" } else { "" };
    let reason = match answer.confidence {
        Some(confidence) => format!("{rated}{reserved}, on {} confidence", confidence.label()),
        None => format!("{rated}{reserved}; its evidence was not asked for"),
    };
    with_dots(reason, strength.dots)
}

/// Why a red risk or issue is red.
fn red(risk: &RiskReading<'_>) -> String {
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
            format!("Likelihood {likelihood} (prompted by {}), impact {impact}: red", signals(risk))
        }
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
fn with_dots(reason: String, dots: u16) -> String {
    if dots == 0 { reason } else { format!("{reason}; {}", count(dots, "dot", "dots")) }
}
