//! `plenary show`: a session as JSON, by the rules of the heat map.
//!
//! Private notes are the facilitator's own and never printed; the readable form is in `text`.

mod actions;
mod conditions;
mod text;
mod votes;

use super::failure::Failure;
use super::{print, print_json};
use crate::analysis::reading;
use crate::framework::{Feature, Framework, Level, Stage};
use crate::session::{Agreement, Answer, Decided, Decision, FrameworkUsed, Group, Session, Status};
use crate::store;
use crate::terminal::print_error;
use jiff::civil::Date;
use serde::Serialize;
use std::path::Path;

/// A session in JSON.
#[derive(Serialize)]
struct Shown<'session> {
    partnership: &'session str,
    date: Option<Date>,
    format: u32,
    id: &'session str,
    rev: u64,
    status: &'static str,
    demo: bool,
    framework: &'session FrameworkUsed,
    /// The breakout table that held it.
    table: Option<&'session str>,
    purpose: &'session str,
    venue: &'session str,
    facilitator: &'session str,
    people: People<'session>,
    /// Whose voice is missing.
    warnings: Vec<votes::ShownWarning>,
    features: Vec<ShownFeature<'session>>,
    assumptions: Vec<conditions::ShownAssumption<'session>>,
    influences: Vec<conditions::ShownInfluence<'session>>,
    risks: Vec<conditions::ShownRisk<'session>>,
    links: Vec<conditions::ShownLink<'session>>,
    /// The items with dots, most first.
    dots: Vec<actions::ShownDots<'session>>,
    /// First things first, each with its reason.
    where_to_act: Vec<actions::ShownPlace<'session>>,
    to_protect: Vec<actions::ShownStrength<'session>>,
    actions: Vec<actions::ShownAction<'session>>,
    review: Option<Date>,
}

#[derive(Serialize)]
struct People<'session> {
    total: u32,
    groups: &'session [Group],
}

/// A feature in JSON.
#[derive(Serialize)]
struct ShownFeature<'session> {
    id: &'session str,
    stage: &'session str,
    text: &'session str,
    /// The agreed rating; the lower one where the levels differ.
    rating: Option<u8>,
    /// The range that is not agreed, or the two levels where they differ.
    low: Option<u8>,
    high: Option<u8>,
    confidence: Option<&'static str>,
    state: &'static str,
    /// `agreed` or `reservations`, where there is a rating.
    firmness: Option<&'static str>,
    note: &'session str,
    parked: bool,
    /// The latest vote; all empty for features that take both levels, where each level has its own.
    #[serde(flatten)]
    latest: votes::ShownLatest<'session>,
    /// The rounds, as far as they may be told.
    votes: Vec<votes::ShownRound<'session>>,
    dissent: Vec<votes::ShownDissent<'session>>,
    /// Each level's decision, for features that take both.
    #[serde(skip_serializing_if = "Option::is_none")]
    strategic: Option<ShownLevel<'session>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operational: Option<ShownLevel<'session>>,
}

/// One level's decision and its latest vote in JSON.
#[derive(Serialize)]
struct ShownLevel<'session> {
    decision: &'static str,
    rating: Option<u8>,
    low: Option<u8>,
    high: Option<u8>,
    #[serde(flatten)]
    latest: votes::ShownLatest<'session>,
}

/// Prints a session.
pub(super) fn show(file: &Path, framework: &Framework, json: bool) -> Result<(), Failure> {
    let loaded = store::open(file)?;
    let session = &loaded.session;
    session.check_framework(framework).map_err(Failure::new)?;
    for warning in &loaded.warnings {
        print_error(&warning.to_string());
    }
    if !json {
        return print(|out| text::write(out, session, framework));
    }
    print_json(&shown(session, framework))
}

/// The word for a status in JSON.
pub(super) fn status_key(status: Status) -> &'static str {
    match status {
        Status::InProgress => "in_progress",
        Status::Finished => "finished",
    }
}

fn shown<'session>(session: &'session Session, framework: &'session Framework) -> Shown<'session> {
    let about = &session.about;
    let features = framework.features();
    Shown {
        partnership: &about.partnership,
        date: about.date,
        format: session.format,
        id: &session.id,
        rev: session.rev,
        status: status_key(session.status),
        demo: session.demo,
        framework: &session.framework,
        table: session.table(),
        purpose: &about.purpose,
        venue: &about.venue,
        facilitator: &about.facilitator,
        people: People { total: session.register.people(), groups: &session.register.groups },
        warnings: votes::warnings(framework, &session.register),
        features: features.map(|(_, stage, feature)| shown_feature(stage, feature, session)).collect(),
        assumptions: conditions::assumptions(framework, session),
        influences: conditions::influences(framework, session),
        risks: conditions::risks(framework, session),
        links: conditions::shown_links(framework, session),
        dots: actions::dots(framework, session),
        where_to_act: actions::places(framework, session),
        to_protect: actions::strengths(framework, session),
        actions: actions::actions(session),
        review: session.review,
    }
}

fn shown_feature<'session>(
    stage: &'session Stage,
    feature: &'session Feature,
    session: &'session Session,
) -> ShownFeature<'session> {
    let answer: &Answer = session.answer(&feature.id);
    let reading = reading(session, stage, &feature.id);
    let latest = |level| votes::latest(session, feature, level);
    let level = |level| feature.levels.then(|| shown_level(answer.decided.at(Some(level)), latest(Some(level))));
    ShownFeature {
        id: feature.id.as_str(),
        stage: stage.id.as_str(),
        text: &feature.text,
        rating: reading.rating.map(Into::into),
        low: reading.range.map(|range| range.low().into()),
        high: reading.range.map(|range| range.high().into()),
        confidence: answer.confidence.map(crate::framework::Confidence::word),
        state: reading.state.key(),
        firmness: reading.rating.and_then(|_| firmness(&answer.decided)),
        note: &answer.note,
        parked: answer.parked,
        // The middle of two levels would be nobody's view.
        latest: if feature.levels { votes::ShownLatest::default() } else { latest(None) },
        votes: votes::rounds(session, feature),
        dissent: votes::dissents(&answer.dissent),
        strategic: level(Level::Strategic),
        operational: level(Level::Operational),
    }
}

/// With reservations if either level's rating has them.
fn firmness(decided: &Decided) -> Option<&'static str> {
    let agreements: Vec<Agreement> =
        decided.all().into_iter().filter_map(|(_, decision)| decision.agreement()).collect();
    if agreements.contains(&Agreement::WithReservations) {
        Some("reservations")
    } else if agreements.is_empty() {
        None
    } else {
        Some("agreed")
    }
}

fn shown_level<'session>(decision: &Decision, latest: votes::ShownLatest<'session>) -> ShownLevel<'session> {
    let range = match decision {
        Decision::NotAgreed { range, .. } => Some(*range),
        _ => None,
    };
    ShownLevel {
        decision: decision.key(),
        rating: decision.rating().map(Into::into),
        low: range.map(|range| range.low().into()),
        high: range.map(|range| range.high().into()),
        latest,
    }
}
