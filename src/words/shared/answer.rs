//! What the room said of a feature: the rating with its word, the evidence, and what that makes of it.

use super::{before_level, commas};
use crate::analysis::{FeatureState, ItemStatus, StageSummary, State, reading};
use crate::catalogue::Message;
use crate::framework::{Confidence, Framework, Id, Level, Rating, Stage};
use crate::session::{Answer, Decision, Dissent, Session, with_reservations};

pub(crate) const A_BLIND_SPOT: Message = Message("a blind spot");
pub(crate) const NO_STRENGTHS: Message = Message("Nothing is rated 4 or 5 yet.");
pub(crate) const NOTHING_AT_RISK: Message = Message("Nothing is rated 1 or 2, and nothing is unknown.");
pub(crate) const NO_SPLIT_VIEWS: Message = Message("No split views so far: where the room rated, it agreed.");
pub(crate) const NOWHERE_TO_ACT: Message =
    Message("Nothing calls for action so far, and nothing to protect was found yet.");

/// A rating with its word: `4 Mostly`.
pub(crate) fn rated(framework: &Framework, stage: &Stage, rating: Rating) -> String {
    format!("{rating} {}", framework.word(stage, rating))
}

/// `4 Mostly`, `4 Mostly with reservations`, `not agreed, 2 to 4`.
pub(crate) fn decision(framework: &Framework, stage: &Stage, decision: &Decision) -> String {
    match decision {
        Decision::Agreed(rating) => rated(framework, stage, *rating),
        Decision::AgreedWithReservations(rating) => with_reservations(rated(framework, stage, *rating)),
        other => other.describe(),
    }
}

/// What each level says, where a feature takes both: `strategic 4, operational 2`.
pub(crate) fn levels(answer: &Answer, in_words: impl Fn(&Decision) -> String) -> Option<String> {
    let all = answer.decided.all();
    let words: Vec<String> = all
        .into_iter()
        .filter(|(level, _)| level.is_some())
        .map(|(level, decision)| format!("{}{}", before_level(level), in_words(decision)))
        .collect();
    (!words.is_empty()).then(|| commas(words))
}

/// Both views of a disagreement as they were written down, each with its rating; none for any other decision.
pub(crate) fn views<'all>(framework: &Framework, stage: &Stage, decision: &'all Decision) -> Vec<(String, &'all str)> {
    let Decision::NotAgreed { range, low_view, high_view } = decision else { return Vec::new() };
    let written =
        |view: &'all String| Some(view.trim()).filter(|view| !view.is_empty()).unwrap_or(tr!("not written down"));
    [(range.low(), low_view), (range.high(), high_view)]
        .map(|(rating, view)| (rated(framework, stage, rating), written(view)))
        .to_vec()
}

/// A minority statement with who it is by, where they asked to be named: `We were not asked. (Third sector; operational)`.
pub(crate) fn dissent(dissent: &Dissent) -> String {
    let by = dissent.attributed_to.as_deref().into_iter().chain(dissent.level.map(Level::label));
    let by = by.collect::<Vec<&str>>().join("; ");
    let text = dissent.text.trim();
    if by.is_empty() { text.to_owned() } else { format!("{text} ({by})") }
}

/// Whether the room agreed on a rating, at one level at least: evidence is only ever for a rating.
pub(crate) fn is_rated(answer: &Answer) -> bool {
    answer.decided.all().iter().any(|(_, decision)| decision.rating().is_some())
}

/// How good the evidence is: `evidence high: two independent sources`; empty where nothing is rated.
pub(crate) fn evidence(answer: &Answer, reading: FeatureState) -> String {
    match answer.confidence {
        _ if !is_rated(answer) => String::new(),
        Some(confidence) => evidence_of(confidence),
        None if reading.low_confidence => tr!("evidence not asked, counts as low").into(),
        None => tr!("evidence not asked").into(),
    }
}

/// The same where the evidence is named beside it: `high: two independent sources`.
pub(crate) fn evidence_alone(answer: &Answer, reading: FeatureState) -> String {
    match answer.confidence {
        _ if !is_rated(answer) => String::new(),
        Some(confidence) => format!("{}: {}", confidence.label(), evidence_means(confidence)),
        None if reading.low_confidence => tr!("not asked, counts as low").into(),
        None => tr!("not asked").into(),
    }
}

/// What a word for evidence means, short enough for one line.
pub(crate) fn evidence_means(confidence: Confidence) -> &'static str {
    match confidence {
        Confidence::Low => tr!("opinion in the room"),
        Confidence::Medium => tr!("one named source or example"),
        Confidence::High => tr!("two independent sources"),
    }
}

/// `evidence high: two independent sources`.
pub(crate) fn evidence_of(confidence: Confidence) -> String {
    tr!("evidence {confidence}: {means}", confidence = confidence.label(), means = evidence_means(confidence))
}

/// The same in two words: `evidence high`.
pub(crate) fn evidence_in_short(answer: &Answer, reading: FeatureState) -> String {
    let counts_as = if reading.low_confidence { Some(Confidence::Low) } else { None };
    match answer.confidence.or(counts_as) {
        _ if !is_rated(answer) => String::new(),
        Some(confidence) => tr!("evidence {confidence}", confidence = confidence.label()),
        None => tr!("evidence not asked").into(),
    }
}

/// `3 strengths`, `1 blind spot`, `2 contested`.
pub(crate) fn state_count(kind: State, many: usize) -> String {
    match kind {
        State::Strength => tr_n!(many, "{count} strength", "{count} strengths"),
        State::UntestedStrength => tr_n!(many, "{count} untested strength", "{count} untested strengths"),
        State::BlindSpot => tr_n!(many, "{count} blind spot", "{count} blind spots"),
        State::Weakness => tr_n!(many, "{count} weakness", "{count} weaknesses"),
        State::SuspectedWeakness => tr_n!(many, "{count} suspected weakness", "{count} suspected weaknesses"),
        _ => format!("{many} {}", kind.label()),
    }
}

/// How an item of the chain stands: `4 Mostly: strength`, `strategic 4 Mostly, operational 2 Patchy: contested`.
pub(crate) fn standing(framework: &Framework, stage: &Stage, session: &Session, feature: &Id) -> String {
    let reading = reading(session, stage, feature);
    if reading.state == State::NotDiscussed && reading.half.is_none() {
        return reading.state.label().into();
    }
    let all = session.answer(feature).decided.all().into_iter();
    let parts = all.map(|(level, said)| format!("{}{}", before_level(level), decision(framework, stage, said)));
    format!("{}: {}", commas(parts), reading.state.label())
}

/// How an item of any kind stood, with its number: `4, strength`, `not agreed, 2 to 4`, `happening now, red`.
pub(crate) fn stood(stand: ItemStatus) -> String {
    let title = stand.category().label();
    match stand {
        ItemStatus::Feature(FeatureState { rating: Some(rating), .. }) => format!("{rating}, {title}"),
        ItemStatus::Feature(FeatureState { range: Some(range), .. }) => range.not_agreed(),
        ItemStatus::Risk(risk) => risk.rag.map_or(title.to_owned(), |rag| format!("{title}, {}", rag.label())),
        _ => title.to_owned(),
    }
}

/// Why a stage is at risk, in counts: `3 of 9 weak, contested or unknown`.
pub(crate) fn trouble(strip: &StageSummary) -> String {
    tr!(
        "{troubled} of {relevant} weak, contested or unknown",
        troubled = strip.counts.troubled(),
        relevant = strip.counts.relevant()
    )
}
