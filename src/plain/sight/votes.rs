//! What a revealed vote says, in words: the counts, the plain word, who speaks first, and where groups differ.
//!
//! Of an open vote only how many are in is said, and on a later day only what is disclosed.

use super::Fact;
use crate::analysis::{Gap, Shown, Withheld, agreement, median, movement, perspectives, widest_gap};
use crate::app::App;
use crate::framework::{Feature, Id, Level, Step};
use crate::plain::phrase::session;
use crate::session::{Decision, Verdict};
use crate::words::{hear_both, hear_first, nearest, not_told, spread, vote_counts, worth};

/// What is known of the votes on a rating.
pub(super) fn facts(app: &App, feature: &Feature, level: Option<Level>) -> Vec<Fact> {
    let Some(workshop) = &app.cx.workshop else { return Vec::new() };
    let step = level.map_or(Step::Feature(feature.id.clone()), |level| Step::Level(feature.id.clone(), level));
    let rounds = app.cx.rounds(feature, level);
    let undecided = *workshop.session.answer(&feature.id).decided.at(level) == Decision::NotDiscussed;
    let (results, advice) = match rounds.last() {
        Some(Ok(latest)) => {
            let advice = next(latest).filter(|_| undecided).unwrap_or_default();
            (results(app, feature, level, &rounds, latest), advice)
        }
        Some(Err(why)) => (vec![not_told(*why)], String::new()),
        None => (Vec::new(), String::new()),
    };
    vec![
        open(app, &step),
        Fact::lines("votes", results).or("The vote is taken back."),
        Fact::new("advice", advice),
        heard(app),
    ]
}

/// That a vote is open, and how many are in.
fn open(app: &App, step: &Step) -> Fact {
    let words = app.cx.open_vote(step).map_or(String::new(), |vote| {
        format!("A vote is open: {}. \"vote\" goes on, \"reveal\" shows it.", vote.cast_count())
    });
    Fact::new("vote", words)
}

/// What is known of the votes on an assumption; no answer is proposed.
pub(super) fn stances(app: &App, id: &Id) -> Vec<Fact> {
    let rounds = app.cx.stances(id);
    let undecided = session(app).is_some_and(|said| said.assumption(id).verdict == Verdict::NotDiscussed);
    let (result, advice) = match rounds.last() {
        Some(Ok(latest)) => {
            let number = if rounds.len() > 1 { format!(", round {}", rounds.len()) } else { String::new() };
            let advice = hear_both(*latest).filter(|_| undecided);
            (format!("Votes{number}: {}.", latest.in_words()), advice.unwrap_or_default())
        }
        Some(Err(why)) => (not_told(*why), String::new()),
        None => (String::new(), String::new()),
    };
    vec![
        open(app, &Step::Assumption(id.clone())),
        Fact::new("votes", result).or("The vote is taken back."),
        Fact::new("advice", advice),
        heard(app),
    ]
}

/// Whom to ask whether they agree to be heard, or who did.
fn heard(app: &App) -> Fact {
    let words = app
        .cx
        .heard_in_words()
        .map(|(words, asks)| if asks { format!("{words} \"hear\" asks them.") } else { format!("{words}.") });
    Fact::new("heard", words.unwrap_or_default())
}

fn results(
    app: &App,
    feature: &Feature,
    level: Option<Level>,
    rounds: &[Result<Shown, Withheld>],
    latest: &Shown,
) -> Vec<String> {
    let counts = &latest.counts;
    let number = if rounds.len() > 1 { format!(", round {}", rounds.len()) } else { String::new() };
    let mut lines = vec![format!("Votes{number}: {}.", vote_counts(latest))];
    let word = agreement(counts).map_or(String::new(), |word| format!("{}. ", word.title()));
    let ends = spread(counts).map_or(String::new(), |ends| format!(", {ends}"));
    if let Some(middle) = median(counts) {
        lines.push(format!("{word}Median {middle}{ends}."));
    }
    if let [Ok(first), Ok(second)] = rounds
        && let Some(moved) = movement(&first.counts, &second.counts)
    {
        lines.push(format!("Since round 1: {}.", moved.in_words()));
    }
    let Some(workshop) = &app.cx.workshop else { return lines };
    let views = perspectives(&workshop.session, feature, level, app.cx.audience(feature, level));
    if let Some(gap) = widest_gap(&views).filter(Gap::is_flagged) {
        let register = &workshop.session.register;
        lines.push(format!("A gap between groups: {}: {}.", crate::words::ends(&gap, register), worth(&gap)));
    }
    lines
}

/// What the room does now: hear both ends, then agree; the median is offered and not taken.
fn next(latest: &Shown) -> Option<String> {
    let hear = hear_first(&latest.counts).map_or(String::new(), |hear| format!("{hear} "));
    Some(format!("{hear}Then agree on a rating; the median would be {}.", nearest(latest.median()?)))
}
