//! A session as plain text: what was said on each item, and how it stands.
//!
//! Readable in a pipe and by a screen reader: no escape sequence, no column that a narrow window breaks.

use super::{actions, conditions, votes};
use crate::analysis::TABLE;
use crate::analysis::{HeatMap, Reading};
use crate::framework::{Feature, Framework};
use crate::session::{Answer, Decided, Decision, Session};
use crate::terminal::{clean, clean_line};
use crate::words;
use std::io::{self, Write};

/// Prints a session.
pub(super) fn write(out: &mut dyn Write, session: &Session, framework: &Framework) -> io::Result<()> {
    let about = &session.about;
    let map = HeatMap::of(framework, session);
    let progress = map.progress();
    let date = about.date.map_or_else(|| "No date".to_owned(), words::date);
    writeln!(out, "{}", clean_line(session.title()))?;
    writeln!(out, "{date}, {}", clean_line(&session.register.to_string()))?;
    if let Some(table) = session.table() {
        writeln!(out, "Table: {}. {}", clean_line(table), TABLE)?;
    }
    for (name, text) in [("Purpose", &about.purpose), ("Venue", &about.venue), ("Facilitator", &about.facilitator)] {
        if !text.trim().is_empty() {
            writeln!(out, "{name}: {}", clean_line(text))?;
        }
    }
    writeln!(out, "{} of {} features decided", progress.done, progress.of)?;
    votes::write_warnings(out, framework, &session.register)?;
    for (stage, row) in framework.stages.iter().zip(&map.rows) {
        let risk = if row.strip.at_risk { "  (at risk)" } else { "" };
        writeln!(out, "\n{}{risk}", clean_line(&stage.title))?;
        for (feature, reading) in stage.features.iter().zip(&row.readings) {
            write_feature(out, feature, session.answer(&feature.id), *reading)?;
            votes::write_rounds(out, session, feature)?;
            votes::write_dissents(out, &session.answer(&feature.id).dissent)?;
        }
    }
    conditions::write(out, framework, session)?;
    actions::write(out, framework, session)
}

fn write_feature(out: &mut dyn Write, feature: &Feature, answer: &Answer, reading: Reading) -> io::Result<()> {
    let (id, text, state) = (feature.id.as_str(), clean_line(&feature.text), reading.state.title());
    let parked = if answer.parked { ", parked" } else { "" };
    writeln!(out, "  {:<3} {:<3} {text}: {}{parked}", clean_line(id), reading.mark(), state.to_lowercase())?;
    match &answer.decided {
        Decided::Whole(decision) => write_decision(out, "", decision)?,
        levels @ Decided::Levels { .. } => {
            for (level, decision) in levels.all() {
                write_decision(out, level.map_or("", crate::framework::Level::word), decision)?;
            }
        }
    }
    if let Some(confidence) = answer.confidence {
        writeln!(out, "          {}", words::evidence_of(confidence))?;
    }
    write_note(out, "note", &answer.note)
}

/// What the mark does not say: levels, reservations, and the views of those who do not agree.
fn write_decision(out: &mut dyn Write, level: &str, decision: &Decision) -> io::Result<()> {
    if !level.is_empty() {
        writeln!(out, "          {level}: {}", decision.in_words())?;
    } else if matches!(decision, Decision::AgreedWithReservations(_)) {
        writeln!(out, "          agreed with reservations")?;
    }
    if let Decision::NotAgreed { range, low_view, high_view } = decision {
        write_note(out, &format!("view at {}", range.low()), low_view)?;
        write_note(out, &format!("view at {}", range.high()), high_view)?;
    }
    Ok(())
}

fn write_note(out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let text = clean(text.trim_end()).replace('\n', "\n            ");
    writeln!(out, "          {name}: {text}")
}
