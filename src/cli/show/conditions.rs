//! Assumptions, influencing factors, risks and links in `plenary show`.
//!
//! How each stands is read by the analysis; nothing is judged here, and private notes are left out.

use crate::analysis::{LinkReading, RiskReading, links};
use crate::framework::{Framework, Rag};
use crate::report::{StanceVote, stance_votes};
use crate::session::Session;
use crate::terminal::{clean, clean_line};
use serde::Serialize;
use std::io::{self, Write};

/// An assumption in JSON.
#[derive(Serialize)]
pub(super) struct ShownAssumption<'session> {
    id: &'session str,
    text: &'session str,
    /// Whether it is asked before the chain.
    gate: bool,
    /// `holds`, `partly`, `does_not_hold`, `dont_know` or `not_discussed`.
    verdict: &'static str,
    note: &'session str,
    dissent: &'session str,
    /// The rounds, as far as they may be told.
    votes: Vec<StanceVote>,
}

/// An influencing factor in JSON.
#[derive(Serialize)]
pub(super) struct ShownInfluence<'session> {
    id: &'session str,
    text: &'session str,
    /// `helps`, `hinders`, `both`, `not_relevant` or `not_discussed`.
    bearing: &'static str,
    note: &'session str,
}

/// A risk in JSON.
#[derive(Serialize)]
pub(super) struct ShownRisk<'session> {
    id: &'session str,
    text: &'session str,
    /// `happening_now`, `could_happen`, `not_a_concern` or `not_discussed`.
    status: &'static str,
    impact: Option<u8>,
    /// The room's own, where it gave one.
    likelihood: Option<u8>,
    /// The likelihood that the room's answers prompt.
    prompted: u8,
    /// What prompted it: `E2 weak`.
    signals: Vec<String>,
    /// `red`, `amber` or `green`; from the impact on.
    rag: Option<&'static str>,
    /// What to ask where the two likelihoods are far apart.
    question: Option<&'static str>,
    note: &'session str,
}

/// A link between two stages in JSON.
#[derive(Serialize)]
pub(super) struct ShownLink<'session> {
    from: &'session str,
    to: &'session str,
    /// `leads_to`, `not_sure`, `broken` or `not_yet_known`.
    state: &'static str,
    /// Whether more is claimed downstream than the chain can explain.
    leap: bool,
    reasons: Vec<String>,
}

pub(super) fn assumptions<'all>(framework: &'all Framework, session: &'all Session) -> Vec<ShownAssumption<'all>> {
    let shown = |one: &'all crate::framework::Assumption| {
        let answer = session.assumption(&one.id);
        ShownAssumption {
            id: one.id.as_str(),
            text: &one.text,
            gate: one.gate,
            verdict: answer.verdict.key(),
            note: &answer.note,
            dissent: &answer.dissent,
            votes: stance_votes(session, &one.id),
        }
    };
    framework.assumptions.iter().map(shown).collect()
}

pub(super) fn influences<'all>(framework: &'all Framework, session: &'all Session) -> Vec<ShownInfluence<'all>> {
    let shown = |one: &'all crate::framework::Influence| {
        let answer = session.influence(&one.id);
        ShownInfluence { id: one.id.as_str(), text: &one.text, bearing: answer.bearing.key(), note: &answer.note }
    };
    framework.influences.iter().map(shown).collect()
}

pub(super) fn risks<'all>(framework: &'all Framework, session: &'all Session) -> Vec<ShownRisk<'all>> {
    let shown = |reading: RiskReading<'all>| ShownRisk {
        id: reading.risk.id.as_str(),
        text: &reading.risk.text,
        status: reading.concern.status().key(),
        impact: reading.concern.impact().map(Into::into),
        likelihood: reading.concern.likelihood().map(Into::into),
        prompted: reading.prompt.likelihood.into(),
        signals: reading.prompt.signals.iter().map(ToString::to_string).collect(),
        rag: reading.rag.map(Rag::word),
        question: reading.question(),
        note: &session.risk(&reading.risk.id).note,
    };
    RiskReading::all(framework, session).into_iter().map(shown).collect()
}

pub(super) fn shown_links<'all>(framework: &'all Framework, session: &Session) -> Vec<ShownLink<'all>> {
    let shown = |reading: LinkReading<'all>| ShownLink {
        from: reading.from.id.as_str(),
        to: reading.to.id.as_str(),
        state: reading.state.key(),
        leap: reading.leap.is_some(),
        reasons: reading.reasons.iter().map(ToString::to_string).collect(),
    };
    links(framework, session).into_iter().map(shown).collect()
}

/// What was said on assumptions, factors and risks, and how the stages are linked, as lines of text.
pub(super) fn write(out: &mut dyn Write, framework: &Framework, session: &Session) -> io::Result<()> {
    heading(out, "Assumptions", framework.assumptions.len())?;
    for one in assumptions(framework, session) {
        let verdict = session.assumption(&one.id.into()).verdict.words();
        line(out, one.id, one.text, verdict)?;
        more(out, "note", one.note)?;
        more(out, "dissent", one.dissent)?;
        for vote in &one.votes {
            more(out, &vote.title().to_lowercase(), vote.in_words())?;
            vote.groups_in_words().try_for_each(|group| writeln!(out, "            {}", clean_line(&group)))?;
        }
    }
    heading(out, "Influencing factors", framework.influences.len())?;
    for one in influences(framework, session) {
        line(out, one.id, one.text, session.influence(&one.id.into()).bearing.words())?;
        more(out, "note", one.note)?;
    }
    heading(out, "Risks", framework.risks.len())?;
    for reading in RiskReading::all(framework, session) {
        line(out, reading.risk.id.as_str(), &reading.risk.text, &risk_in_words(&reading))?;
        let signals = reading.signals();
        if reading.concern.status() != crate::session::RiskStatus::NotDiscussed && !signals.is_empty() {
            more(out, "signals", &signals)?;
        }
        more(out, "question", reading.question().unwrap_or_default())?;
        more(out, "note", &session.risk(&reading.risk.id).note)?;
    }
    let links = links(framework, session);
    heading(out, "Links", links.len())?;
    for LinkReading { from, to, state, reasons, leap, .. } in links {
        let leap = if leap.is_some() { ", leap" } else { "" };
        let reasons: Vec<String> = reasons.iter().map(ToString::to_string).collect();
        let (from, to, reasons) = (clean_line(&from.label), clean_line(&to.label), clean_line(&reasons.join(", ")));
        writeln!(out, "  {from} to {to}: {}{leap} ({reasons})", state.words())?;
    }
    Ok(())
}

/// `could happen, impact 5, likelihood 2 (prompted 4), red`
fn risk_in_words(reading: &RiskReading<'_>) -> String {
    let mut words = vec![reading.concern.status().words().to_owned()];
    words.extend(reading.concern.impact().map(|impact| format!("impact {impact}")));
    let prompted = reading.prompt.likelihood;
    match (reading.likelihood(), reading.concern.likelihood()) {
        (Some(_), Some(own)) => words.push(format!("likelihood {own} (prompted {prompted})")),
        (Some(_), None) => words.push(format!("likelihood {prompted} as prompted")),
        _ => {}
    }
    words.extend(reading.rag.map(|rag| rag.word().to_owned()));
    words.join(", ")
}

/// A heading, where there is anything under it.
pub(super) fn heading(out: &mut dyn Write, words: &str, count: usize) -> io::Result<()> {
    if count > 0 { writeln!(out, "\n{words}") } else { Ok(()) }
}

fn line(out: &mut dyn Write, id: &str, text: &str, words: &str) -> io::Result<()> {
    writeln!(out, "  {:<3} {}: {words}", clean_line(id), clean_line(text))
}

/// Something more on the item above, where there is anything.
pub(super) fn more(out: &mut dyn Write, name: &str, text: &str) -> io::Result<()> {
    if text.trim().is_empty() {
        return Ok(());
    }
    let text = clean(text.trim_end()).replace('\n', "\n            ");
    writeln!(out, "          {name}: {text}")
}
