//! What a revealed vote says, in words: the counts, the plain word, who speaks first, and where groups differ.
//!
//! Of an open vote only how many are in is said, and on a later day only what is disclosed.

use super::Fact;
use crate::analysis::{Gap, Shown, agreement, median, movement, perspectives, who_speaks_first, widest_gap};
use crate::app::App;
use crate::framework::{Feature, Level};
use crate::plain::phrase::votes;
use crate::session::Decision;

/// What is known of the votes on a rating.
pub(super) fn facts(app: &App, feature: &Feature, level: Option<Level>) -> Vec<Fact> {
    let Some(workshop) = &app.workshop else { return Vec::new() };
    let open = app.open_vote(feature, level).map_or(String::new(), |vote| {
        format!("A vote is open: {}. \"vote\" goes on, \"reveal\" shows it.", vote.cast_count())
    });
    let rounds = app.rounds(feature, level);
    let undecided = *workshop.session.answer(&feature.id).decided.at(level) == Decision::NotDiscussed;
    let (results, advice) = match rounds.last() {
        Some(Some(latest)) => {
            let advice = next(latest).filter(|_| undecided).unwrap_or_default();
            (results(app, feature, level, &rounds, latest), advice)
        }
        Some(None) => (vec!["A vote was taken; counts of fewer than five stay closed.".to_owned()], String::new()),
        None => (Vec::new(), String::new()),
    };
    vec![
        Fact::new("vote", open),
        Fact::lines("votes", results).or("The vote is taken back."),
        Fact::new("advice", advice),
    ]
}

fn results(
    app: &App,
    feature: &Feature,
    level: Option<Level>,
    rounds: &[Option<Shown>],
    latest: &Shown,
) -> Vec<String> {
    let counts = &latest.counts;
    let number = if rounds.len() > 1 { format!(", round {}", rounds.len()) } else { String::new() };
    let mut lines = vec![format!("Votes{number}: {}.", votes(latest))];
    let word = agreement(counts).map_or(String::new(), |word| format!("{}. ", word.title()));
    let ends = match (counts.lowest(), counts.highest()) {
        (Some(low), Some(high)) if low == high => format!(", all say {low}"),
        (Some(low), Some(high)) => format!(", from {low} to {high}"),
        _ => String::new(),
    };
    if let Some(middle) = median(counts) {
        lines.push(format!("{word}Median {middle}{ends}."));
    }
    if let [Some(first), Some(second)] = rounds
        && let Some(moved) = movement(&first.counts, &second.counts)
    {
        lines.push(format!("Since round 1: {}.", moved.in_words()));
    }
    let Some(workshop) = &app.workshop else { return lines };
    let views = perspectives(&workshop.session, feature, level, app.audience(feature, level));
    if let Some(gap) = widest_gap(&views).filter(Gap::is_flagged) {
        let register = &workshop.session.register;
        let strong = if gap.is_strong() { "A strong gap between groups" } else { "A gap between groups" };
        let ((low, from), (high, to)) = (&gap.low, &gap.high);
        lines.push(format!(
            "{strong}: {} {from}, {} {to}; worth a conversation.",
            low.title(register),
            high.title(register)
        ));
    }
    lines
}

/// What the room does now: hear both ends, then agree; the median is offered and not taken.
fn next(latest: &Shown) -> Option<String> {
    let hear = who_speaks_first(&latest.counts).map(|first| {
        if first.lowest == first.highest {
            format!("Hear a {} first, two minutes. ", first.lowest)
        } else {
            format!(
                "Hear the lowest and the highest first, a {} and a {}, two minutes each. ",
                first.lowest, first.highest
            )
        }
    });
    let middle = latest.median()?;
    let (low, high) = (middle.halves() / 2, middle.halves().div_ceil(2));
    let offered = if low == high { low.to_string() } else { format!("{low} or {high}") };
    Some(format!("{}Then agree on a rating; the median would be {offered}.", hear.unwrap_or_default()))
}
