//! Dots, where to act, what to protect, the actions and the review date in `plenary show`.
//!
//! The order and its reasons are the analysis's; this only writes them down.

use super::conditions::{heading, more};
use crate::analysis::{TOP_TO_ACT, TOP_TO_PROTECT, priorities, to_protect, too_many_dots, where_to_act};
use crate::framework::{Framework, Id};
use crate::session::{Action, ActionEvent, Logged, Session};
use crate::terminal::clean_line;
use crate::words;
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;
use std::io::{self, Write};

/// An item with dots in JSON.
#[derive(Serialize)]
pub(super) struct ShownDots<'session> {
    id: &'session str,
    dots: u16,
    /// How the item stands, in words.
    state: String,
}

/// A place to act in JSON.
#[derive(Serialize)]
pub(super) struct ShownPlace<'session> {
    id: &'session str,
    reason: String,
    /// Why it is in the list at all: `failed_gate`, `red_issue` ...
    ground: &'static str,
    dots: u16,
}

/// A strength to protect in JSON.
#[derive(Serialize)]
pub(super) struct ShownStrength<'session> {
    id: &'session str,
    reason: String,
    dots: u16,
}

/// An action in JSON.
#[derive(Serialize)]
pub(super) struct ShownAction<'session> {
    number: u32,
    what: &'session str,
    why: &'session [Id],
    owner: &'session str,
    support: &'session str,
    by: Option<Date>,
    measure: &'session str,
    status: &'static str,
    log: Vec<ShownLog<'session>>,
}

/// A line of an action's log in JSON.
#[derive(Serialize)]
struct ShownLog<'session> {
    at: Timestamp,
    /// `added`, `status` or `note`.
    event: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'session str>,
}

pub(super) fn dots<'all>(framework: &'all Framework, session: &Session) -> Vec<ShownDots<'all>> {
    let all = priorities(framework, session).into_iter();
    all.map(|one| ShownDots { id: one.item.id().as_str(), dots: one.dots, state: one.state }).collect()
}

/// Every place to act, first things first. The screens show the first five.
pub(super) fn places<'all>(framework: &'all Framework, session: &Session) -> Vec<ShownPlace<'all>> {
    let all = where_to_act(framework, session).into_iter();
    all.map(|one| ShownPlace {
        id: one.item.id().as_str(),
        reason: one.reason,
        ground: one.ground.key(),
        dots: one.dots,
    })
    .collect()
}

/// Every strength to protect, first things first. The screens show the first three.
pub(super) fn strengths<'all>(framework: &'all Framework, session: &Session) -> Vec<ShownStrength<'all>> {
    let all = to_protect(framework, session).into_iter();
    all.map(|one| ShownStrength { id: one.standing.feature.id.as_str(), reason: one.reason, dots: one.dots }).collect()
}

pub(super) fn actions(session: &Session) -> Vec<ShownAction<'_>> {
    session.actions.iter().map(shown_action).collect()
}

fn shown_action(action: &Action) -> ShownAction<'_> {
    ShownAction {
        number: action.number,
        what: &action.what,
        why: &action.why,
        owner: &action.owner,
        support: &action.support,
        by: action.by,
        measure: &action.measure,
        status: action.status.key(),
        log: action.log.iter().map(logged).collect(),
    }
}

fn logged(line: &Logged) -> ShownLog<'_> {
    let (event, status, note) = match &line.event {
        ActionEvent::Added => ("added", None, None),
        ActionEvent::Status(status) => ("status", Some(status.key()), None),
        ActionEvent::Note(text) => ("note", None, Some(text.as_str())),
    };
    ShownLog { at: line.at, event, status, note }
}

/// Dots, where to act, what to protect and the actions as lines of text.
pub(super) fn write(out: &mut dyn Write, framework: &Framework, session: &Session) -> io::Result<()> {
    let dotted = priorities(framework, session);
    heading(out, "Dots", dotted.len())?;
    for one in &dotted {
        let (id, text) = (clean_line(one.item.id().as_str()), clean_line(one.item.text()));
        writeln!(out, "  {:>3} {id} {text}: {}", one.dots, one.state.to_lowercase())?;
    }
    if let Some(warning) = too_many_dots(session) {
        writeln!(out, "  {warning}")?;
    }
    let places = where_to_act(framework, session);
    heading(out, "Where to act", places.len())?;
    for (place, one) in places.iter().take(TOP_TO_ACT).enumerate() {
        let (id, text) = (clean_line(one.item.id().as_str()), clean_line(one.item.text()));
        writeln!(out, "  {}. {id} {text}", place + 1)?;
        more(out, "why", &one.reason)?;
    }
    let strengths = to_protect(framework, session);
    heading(out, "To protect", strengths.len())?;
    for one in strengths.iter().take(TOP_TO_PROTECT) {
        let feature = one.standing.feature;
        writeln!(out, "  {:<3} {}", clean_line(feature.id.as_str()), clean_line(&feature.text))?;
        more(out, "why", &one.reason)?;
    }
    heading(out, "Actions", session.actions.len())?;
    for action in &session.actions {
        write_action(out, action)?;
    }
    match session.review {
        Some(review) => writeln!(out, "\nReview: {}", words::date(review)),
        None => Ok(()),
    }
}

fn write_action(out: &mut dyn Write, action: &Action) -> io::Result<()> {
    let what = if action.what.trim().is_empty() { "(not worded yet)".into() } else { clean_line(&action.what) };
    writeln!(out, "  {}. {what}: {}", action.number, action.status.words())?;
    let why: Vec<&str> = action.why.iter().map(Id::as_str).collect();
    let by = action.by.map_or_else(String::new, words::date);
    for (name, text) in [
        ("why", why.join(", ").as_str()),
        ("owner", &action.owner),
        ("support", &action.support),
        ("by", &by),
        ("measure", &action.measure),
    ] {
        more(out, name, text)?;
    }
    for line in &action.log {
        match &line.event {
            ActionEvent::Note(text) => more(out, &day(line.at), text)?,
            ActionEvent::Status(status) => more(out, &day(line.at), status.words())?,
            ActionEvent::Added => {}
        }
    }
    Ok(())
}

/// The day of a moment, in the laptop's time zone.
fn day(at: Timestamp) -> String {
    words::date(at.to_zoned(jiff::tz::TimeZone::system()))
}
