//! What a revealed vote says: the counts of the answers, the plain word, who speaks first, and whose voice is missing.
//!
//! The median is named and never marked: the room decides. Of an open vote only how many are in is told, and on a later
//! day only what is disclosed.

use super::{Choice, Here};
use crate::analysis::{
    AbsentVoice, Gap, ShownStances, VisibleCounts, Withheld, absent_voices, agreement, median, movement, perspectives,
    widest_gap,
};
use crate::framework::Feature;
use crate::session::Decision;
use crate::words::{count, ends, hear_both, hear_first, nearest, not_told, spread, worth};
use serde::Serialize;

/// A line to read below the counts.
#[derive(Debug, Serialize)]
pub(crate) struct VoteLine {
    /// A word that stands out; empty for none.
    pub(crate) head: String,
    pub(crate) words: String,
    /// Which keys go on from here; whoever has no keys says it in their own way.
    pub(crate) keys: String,
}

/// The keys of an open vote, and those of groups that may be asked.
pub(crate) const VOTE_OPEN: &str = "V goes on, F5 or R reveals.";
pub(crate) const HEAR: &str = "L asks them.";

fn line(head: &str, words: impl Into<String>, keys: impl Into<String>) -> VoteLine {
    VoteLine { head: head.into(), words: words.into(), keys: keys.into() }
}

/// The answers with the counts of the last round, and of the round before where that may be seen.
pub(super) fn counted<Round>(
    mut choices: Vec<Choice>,
    rounds: &[Result<Round, Withheld>],
    counts: impl Fn(&Round) -> Vec<u16>,
) -> Vec<Choice> {
    let Some(Ok(latest)) = rounds.last() else { return choices };
    let now = counts(latest);
    let before = match rounds {
        [Ok(first), _] => Some(counts(first)),
        _ => None,
    };
    for (place, choice) in choices.iter_mut().enumerate() {
        let at = |counts: &Vec<u16>| counts.get(place).copied().unwrap_or(0);
        choice.votes = Some((before.as_ref().map(at), at(&now)));
        choice.most_votes = now.iter().copied().max().unwrap_or(0);
    }
    choices
}

/// Whose voice is missing, of those that matter here.
pub(super) fn missing(here: &Here, is_about: impl Fn(&AbsentVoice) -> bool) -> Vec<VoteLine> {
    let warnings = absent_voices(&here.app.cx.framework, &here.workshop.session.register);
    warnings.iter().filter(|one| is_about(one)).map(|one| line("Missing", crate::words::missing(one), "")).collect()
}

/// That a vote is open, where its box is closed.
fn open(here: &Here) -> Option<VoteLine> {
    let vote = here.app.cx.open_vote(&here.walk.step).filter(|_| here.app.overlays.is_empty())?;
    Some(line("Vote open", format!("{}.", vote.cast_count()), VOTE_OPEN))
}

/// Whom to ask whether they agree to be heard, or who did.
fn heard(here: &Here) -> Option<VoteLine> {
    here.app.cx.heard_in_words().map(|(words, asks)| line("", words, if asks { HEAR } else { "" }))
}

pub(super) fn on_feature(here: &Here, feature: &Feature, rounds: &[Result<VisibleCounts, Withheld>]) -> Vec<VoteLine> {
    let mut lines: Vec<VoteLine> = open(here).into_iter().collect();
    lines.extend(missing(here, |warning| warning.is_about(feature)));
    match rounds.last() {
        Some(Ok(latest)) => results(here, feature, rounds, latest, &mut lines),
        Some(Err(why)) => lines.push(withheld(*why)),
        None => {}
    }
    lines
}

fn withheld(why: Withheld) -> VoteLine {
    line("", not_told(why), "")
}

fn results(
    here: &Here,
    feature: &Feature,
    rounds: &[Result<VisibleCounts, Withheld>],
    latest: &VisibleCounts,
    lines: &mut Vec<VoteLine>,
) {
    let counts = &latest.counts;
    let mut facts: Vec<String> = median(counts).map(|median| format!("median {median}")).into_iter().collect();
    facts.extend(spread(counts));
    facts.push(count(counts.total(), "vote", "votes"));
    if latest.dont_know > 0 {
        facts.push(format!("{} don't know", latest.dont_know));
    }
    lines.push(line(agreement(counts).map_or("", |word| word.label()), facts.join(", "), ""));
    let session = &here.workshop.session;
    if *session.decision_at(&here.walk.step) == Decision::NotDiscussed {
        lines.extend(next(latest));
    }
    if let [Ok(first), Ok(second)] = rounds
        && let Some(moved) = movement(&first.counts, &second.counts)
    {
        lines.push(line("Round 2", moved.describe(), ""));
    }
    lines.extend(heard(here));
    let level = here.walk.step.level();
    let views = perspectives(session, feature, level, here.app.cx.audience(feature, level));
    if let Some(gap) = widest_gap(&views).filter(Gap::is_flagged) {
        lines.push(line("Gap", format!("{}: {}", ends(&gap, &session.register), worth(&gap)), ""));
    }
}

/// What the room does now: hear both ends, then agree; the median is offered and not taken.
fn next(latest: &VisibleCounts) -> Option<VoteLine> {
    let middle = latest.median()?;
    let hear = hear_first(&latest.counts).map_or(String::new(), |hear| format!("{hear} "));
    Some(line("", format!("{hear}Median {middle}."), format!("Key {} to agree.", nearest(middle))))
}

/// What is told of votes on an assumption. No answer is proposed.
pub(super) fn on_assumption(here: &Here, undecided: bool, rounds: &[Result<ShownStances, Withheld>]) -> Vec<VoteLine> {
    let mut lines: Vec<VoteLine> = open(here).into_iter().collect();
    match rounds.last() {
        Some(Ok(latest)) => {
            let head = if rounds.len() == 1 { "Voted" } else { "Voted again" };
            lines.push(line(head, latest.describe(), ""));
            if undecided {
                let hear = hear_both(*latest);
                let keys = if hear.is_none() { "Key what the room says." } else { "" };
                lines.push(line("", hear.unwrap_or_default(), keys));
            }
            lines.extend(heard(here));
        }
        Some(Err(why)) => lines.push(withheld(*why)),
        None => {}
    }
    lines
}
