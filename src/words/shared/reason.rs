//! Why an item calls for action or is to be protected, to read out in the room; no full stop at the end.

use super::signals;
use crate::analysis::{FeatureState, Ground, RiskReading, State, ToAct, ToProtect, reading};
use crate::framework::{Framework, Item, Rating, Stage};
use crate::session::{Decision, Session};

/// Why a place to act stands where it stands.
pub(crate) fn why_act(framework: &Framework, session: &Session, place: &ToAct<'_>) -> String {
    let reason = match place.item {
        Item::Feature(_, stage, one) => feature(framework, stage, reading(session, stage, &one.id), place.ground),
        Item::Risk(risk) => red(&RiskReading::of(framework, session, risk)),
        Item::Assumption(_) | Item::Influence(_) => {
            tr!("It does not hold, and the whole chain rests on it: settle it before the rest").into()
        }
    };
    with_dots(reason, place.dots)
}

fn feature(framework: &Framework, stage: &Stage, reading: FeatureState, ground: Ground) -> String {
    let rated = rated(framework, stage, reading);
    let label = &stage.label;
    match (ground, reading.state) {
        (Ground::EarliestWeakness, _) => {
            tr!("{rated} in {label}, the earliest stage with a weakness: fix upstream first", rated, label)
        }
        (Ground::LaterWeakness, _) => tr!("{rated} in {label}; look at the weaknesses upstream first", rated, label),
        (_, State::Contested) => {
            let range = reading.range.map_or(String::new(), |range| format!(" ({range})"));
            tr!("Views differ{range}, and the room put dots on it", range)
        }
        (_, State::BlindSpot) => tr!("The room does not know: find out").into(),
        (_, State::SuspectedWeakness) => tr!("{rated} on low confidence: find out whether it is so", rated),
        _ => tr!("{rated} on low confidence: find evidence before relying on it", rated),
    }
}

pub(crate) fn why_protect(framework: &Framework, session: &Session, strength: &ToProtect<'_>) -> String {
    let standing = strength.standing;
    let (rated, answer) = (rated(framework, standing.stage, standing.reading), session.answer(&standing.feature.id));
    let is_reserved = |decision: &Decision| matches!(decision, Decision::AgreedWithReservations(_));
    let reserved = answer.decided.all().into_iter().any(|(_, decision)| is_reserved(decision));
    let reserved = if reserved { tr!(" with reservations") } else { "" };
    let reason = match answer.confidence {
        Some(confidence) => {
            tr!("{rated}{reserved}, on {confidence} confidence", rated, reserved, confidence = confidence.label())
        }
        None => tr!("{rated}{reserved}; its evidence was not asked for", rated, reserved),
    };
    with_dots(reason, strength.dots)
}

/// Why a red risk or issue is red.
fn red(risk: &RiskReading<'_>) -> String {
    let impact = risk.concern.impact().map_or(String::new(), |impact| impact.to_string());
    let prompted = risk.prompt.likelihood;
    match (risk.likelihood(), risk.concern.likelihood()) {
        (None, _) => tr!("It is happening now with an impact of {impact}: red", impact),
        (Some(likelihood), Some(_)) if likelihood == prompted => {
            tr!("Likelihood {likelihood}, impact {impact}: red", likelihood, impact)
        }
        (Some(likelihood), Some(_)) => {
            tr!(
                "Likelihood {likelihood} in the room's view (its ratings prompt {prompted}), impact {impact}: red",
                likelihood,
                prompted,
                impact
            )
        }
        (Some(likelihood), None) if risk.prompt.signals.is_empty() => {
            tr!("Likelihood {likelihood}, impact {impact}: red", likelihood, impact)
        }
        (Some(likelihood), None) => {
            tr!(
                "Likelihood {likelihood} (prompted by {signals}), impact {impact}: red",
                likelihood,
                signals = signals(risk),
                impact
            )
        }
    }
}

/// `Rated 2 (Patchy)`, or `Rated 1 to 2 across the levels`.
fn rated(framework: &Framework, stage: &Stage, reading: FeatureState) -> String {
    let word = |rating: Rating| framework.word(stage, rating);
    match (reading.range, reading.rating) {
        (Some(range), _) => tr!("Rated {range} across the levels", range),
        (None, Some(rating)) => tr!("Rated {rating} ({word})", rating, word = word(rating)),
        (None, None) => tr!("Not rated").into(),
    }
}

fn with_dots(reason: String, dots: u16) -> String {
    if dots == 0 { reason } else { format!("{reason}; {}", tr_n!(dots, "{count} dot", "{count} dots")) }
}
