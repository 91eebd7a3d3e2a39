//! Assumptions, influencing factors, risks and links: what was said of each, and how it stands.
//!
//! Colours and likelihoods come from the analysis and the framework's tables.

use super::stances::{StanceVote, votes};
use super::{Named, Source};
use crate::analysis::{RiskReading, links};
use crate::framework::Rating;
use crate::words::{before_stance, far_apart, leap_in_full, link_reason, signal};
use serde::Serialize;

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct AssumptionPart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    #[serde(skip)]
    pub(in crate::report) plain: String,
    pub(in crate::report) gate: bool,
    pub(in crate::report) verdict: Named,
    pub(in crate::report) note: String,
    pub(in crate::report) dissent: String,
    /// The rounds, as far as they may be told.
    pub(in crate::report) votes: Vec<StanceVote>,
    /// What a survey said before the workshop, and what people wrote on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::report) before: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(in crate::report) survey_comments: Vec<String>,
    pub(in crate::report) dots: u16,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct InfluencePart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    #[serde(skip)]
    pub(in crate::report) plain: String,
    pub(in crate::report) bearing: Named,
    pub(in crate::report) note: String,
    pub(in crate::report) dots: u16,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct RiskPart {
    pub(in crate::report) id: String,
    pub(in crate::report) label: String,
    pub(in crate::report) text: String,
    #[serde(skip)]
    pub(in crate::report) plain: String,
    pub(in crate::report) status: Named,
    /// The likelihood that counts, the room's own before the prompted one; none of a risk that is happening.
    #[serde(rename = "likelihood_that_counts")]
    pub(in crate::report) likelihood: Option<u8>,
    /// The room's own, where it gave one.
    #[serde(rename = "likelihood")]
    pub(in crate::report) own_likelihood: Option<u8>,
    /// What the room's ratings prompt, and by which signals.
    pub(in crate::report) prompted: u8,
    pub(in crate::report) signals: Vec<String>,
    pub(in crate::report) impact: Option<u8>,
    pub(in crate::report) rag: Option<Named>,
    /// What to ask where the room and its ratings are far apart.
    pub(in crate::report) question: Option<&'static str>,
    pub(in crate::report) note: String,
    pub(in crate::report) dots: u16,
}

#[derive(Clone, Debug, Serialize)]
pub(in crate::report) struct LinkPart {
    pub(in crate::report) from: String,
    pub(in crate::report) to: String,
    #[serde(skip)]
    pub(in crate::report) from_label: String,
    #[serde(skip)]
    pub(in crate::report) to_label: String,
    pub(in crate::report) state: Named,
    pub(in crate::report) leap: bool,
    pub(in crate::report) reasons: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(in crate::report) leap_in_words: Option<String>,
}

pub(in crate::report) fn assumptions(source: &Source<'_>) -> Vec<AssumptionPart> {
    let part = |assumption: &crate::framework::Assumption| {
        let answer = source.session.assumption(&assumption.id);
        AssumptionPart {
            id: assumption.id.to_string(),
            label: source.line(&assumption.label),
            text: source.line(&assumption.text),
            plain: source.line(&assumption.plain),
            gate: assumption.gate,
            verdict: Named::new(answer.verdict.key(), answer.verdict.label()),
            note: source.text(&answer.note),
            dissent: source.text(&answer.dissent),
            votes: votes(source.session, &assumption.id, source.texts),
            before: before_stance(source.session, assumption),
            survey_comments: source.comments(Some(&assumption.id)),
            dots: source.session.dots_on(&assumption.id),
        }
    };
    source.framework.assumptions.iter().map(part).collect()
}

pub(in crate::report) fn influences(source: &Source<'_>) -> Vec<InfluencePart> {
    let part = |influence: &crate::framework::Influence| {
        let answer = source.session.influence(&influence.id);
        InfluencePart {
            id: influence.id.to_string(),
            label: source.line(&influence.label),
            text: source.line(&influence.text),
            plain: source.line(&influence.plain),
            bearing: Named::new(answer.bearing.key(), answer.bearing.label()),
            note: source.text(&answer.note),
            dots: source.session.dots_on(&influence.id),
        }
    };
    source.framework.influences.iter().map(part).collect()
}

pub(in crate::report) fn risks(source: &Source<'_>) -> Vec<RiskPart> {
    let part = |reading: RiskReading<'_>| {
        let (risk, status) = (reading.risk, reading.concern.status());
        RiskPart {
            id: risk.id.to_string(),
            label: source.line(&risk.label),
            text: source.line(&risk.text),
            plain: source.line(&risk.plain),
            status: Named::new(status.key(), status.label()),
            likelihood: reading.likelihood().map(Rating::number),
            own_likelihood: reading.concern.likelihood().map(Rating::number),
            prompted: reading.prompt.likelihood.number(),
            signals: reading.prompt.signals.iter().map(signal).collect(),
            impact: reading.concern.impact().map(Rating::number),
            rag: reading.rag.map(|rag| Named::new(rag.key(), rag.label())),
            question: far_apart(&reading),
            note: source.text(&source.session.risk(&risk.id).note),
            dots: source.session.dots_on(&risk.id),
        }
    };
    RiskReading::all(source.framework, source.session).into_iter().map(part).collect()
}

pub(in crate::report) fn read_links(source: &Source<'_>) -> Vec<LinkPart> {
    let part = |reading: crate::analysis::LinkReading<'_>| LinkPart {
        from: reading.from.id.to_string(),
        to: reading.to.id.to_string(),
        from_label: source.line(&reading.from.label),
        to_label: source.line(&reading.to.label),
        state: Named::new(reading.state.key(), reading.state.label()),
        reasons: reading.reasons.iter().map(|reason| source.line(&link_reason(reason))).collect(),
        leap: reading.leap.is_some(),
        leap_in_words: reading.leap.map(leap_in_full),
    };
    links(source.framework, source.session).into_iter().map(part).collect()
}
