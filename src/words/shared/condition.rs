//! Assumptions, influencing factors and risks: what the room said of them, and what its ratings prompt.

use super::{capital, commas, named};
use crate::analysis::{IMPACT, ItemStatus, LIKELIHOOD, RiskReading, Signal, State};
use crate::catalogue::Message;
use crate::framework::{Rag, Rating};
use crate::session::RiskStatus;

pub(crate) const ON_BEARINGS: Message = Message("What helps and what hinders");

/// What an influencing factor is asked for.
pub(crate) const ON_FACTORS: Message = Message("Does it help here, hinder, or both? It is context, and never rated.");

/// How a likelihood is prompted.
pub(crate) const ON_PROMPTING: Message = Message(
    "Each of these that is weak or contested, and the worst of the assumptions, \
                                       raises the likelihood that is prompted. It only prompts: the room's own view \
                                       counts, and both are kept.",
);

pub(crate) const NO_RISK_DISCUSSED: Message = Message("No risk is discussed yet.");
pub(crate) const NO_RISKS: Message = Message("No risk is happening, and none was said to be possible, so far.");

/// An impact with its word: `4 Major`.
pub(crate) fn impact(rating: Rating) -> String {
    worded(IMPACT, rating)
}

/// A likelihood with its word: `3 Possible`.
pub(crate) fn likelihood(rating: Rating) -> String {
    worded(LIKELIHOOD, rating)
}

fn worded(words: [Message; 5], rating: Rating) -> String {
    format!("{rating} {}", words.get(rating.index()).map_or("", |word| word.text()))
}

/// How a risk stands, the longest first: `Could happen, impact 4 Major, likelihood 3 Possible`, the same without the
/// words, without the status, without the likelihood.
pub(crate) fn risk_forms(reading: &RiskReading<'_>) -> [String; 4] {
    let concern = reading.concern;
    let status = match concern.status() {
        RiskStatus::NotDiscussed => capital(State::NotDiscussed.label()),
        status => capital(status.label()),
    };
    let stated = concern.impact().map(|one| (tr!("impact {one}", one), tr!("impact {impact}", impact = impact(one))));
    let expected = match (concern.likelihood(), reading.likelihood()) {
        (Some(own), _) => {
            Some((tr!("likelihood {own}", own), tr!("likelihood {likelihood}", likelihood = likelihood(own))))
        }
        (None, Some(prompted)) if stated.is_some() => {
            Some((tr!("likelihood {prompted}", prompted), tr!("likelihood {prompted} as prompted", prompted)))
        }
        _ => None,
    };
    let (bare, full): (Vec<String>, Vec<String>) = stated.into_iter().chain(expected).unzip();
    let whole = |rest: &[String]| commas(std::iter::once(&status).chain(rest));
    let short = if bare.is_empty() { status.clone() } else { capital(&commas(&bare)) };
    let least = bare.first().map_or(status.clone(), |impact| capital(impact));
    [whole(&full), whole(&bare), short, least]
}

/// `happening now, impact 4`, `could happen, impact 5, likelihood 4 (prompted 2)`.
pub(crate) fn risk_in_numbers(reading: &RiskReading<'_>) -> String {
    let mut words = vec![reading.concern.status().label().to_owned()];
    words.extend(reading.concern.impact().map(|impact| tr!("impact {impact}", impact)));
    let prompted = reading.prompt.likelihood;
    words.extend(reading.likelihood().map(|_| match reading.concern.likelihood() {
        Some(own) if own == prompted => tr!("likelihood {own}", own),
        Some(own) => tr!("likelihood {own} (prompted {prompted})", own, prompted),
        None => tr!("likelihood {prompted} as prompted", prompted),
    }));
    commas(words)
}

/// How an item stood in one of several sessions: `partly holds`, `could happen, impact 4, likelihood 2, amber`.
pub(crate) fn stood_then(stand: ItemStatus) -> String {
    let mut words = vec![stand.category().label().to_owned()];
    let ItemStatus::Risk(stand) = stand else { return words.remove(0) };
    words.extend(stand.concern.impact().map(|impact| tr!("impact {impact}", impact)));
    words.extend(stand.likelihood.map(|likelihood| tr!("likelihood {likelihood}", likelihood)));
    with_colour(&commas(words), stand.rag)
}

/// `happening now, red`.
pub(crate) fn with_colour(words: &str, rag: Option<Rag>) -> String {
    rag.map_or(words.to_owned(), |rag| format!("{words}, {}", rag.label()))
}

/// The colours of risks in counts, worst first: `1 red, 2 amber`.
pub(crate) fn colours(risks: &[RiskReading<'_>]) -> String {
    let count = |rag: Rag| risks.iter().filter(|one| one.rag == Some(rag)).count();
    let all = [Rag::Red, Rag::Amber, Rag::Green].map(|rag| (count(rag), rag.label()));
    commas(all.into_iter().filter(|(many, _)| *many > 0).map(|(many, word)| format!("{many} {word}")))
}

/// `Community weak (E2), Fair power does not hold (AS7)`, or that nothing speaks for it and how much that rests on.
pub(crate) fn why_prompted(reading: &RiskReading<'_>) -> String {
    match (signals(reading), reading.prompt.not_discussed.len()) {
        (signals, _) if !signals.is_empty() => signals,
        (_, 0) => tr!("no signals: nothing that feeds it is weak").into(),
        (_, many) => tr_n!(
            many,
            "no signals; {count} linked item is not discussed",
            "no signals; {count} linked items are not discussed"
        ),
    }
}

/// The signals in a line, `Community weak (E2), Fair power does not hold (AS7)`; empty without any.
pub(crate) fn signals(reading: &RiskReading<'_>) -> String {
    commas(reading.prompt.signals.iter().map(signal))
}

/// `Community weak (E2)`, `Fair power does not hold (AS7)`.
pub(crate) fn signal(signal: &Signal) -> String {
    match signal {
        Signal::Feature { id, label, state } => {
            let stands = match state {
                State::SuspectedWeakness => tr!("suspected weak"),
                State::Contested => tr!("contested"),
                _ => tr!("weak"),
            };
            named(&format!("{label} {stands}"), id)
        }
        Signal::Assumption { id, label, verdict } => named(&format!("{label} {}", verdict.label()), id),
    }
}

/// What to ask when the room's likelihood and the prompted one are far apart.
pub(crate) fn far_apart(reading: &RiskReading<'_>) -> Option<&'static str> {
    reading.is_far_from_prompted().then_some(tr!("What do we know that the chart does not?"))
}
