//! Votes, as far as they may be told: counts, middle and plain word, who is heard first, where groups differ.

use super::{capital, commas, joined};
use crate::analysis::{
    Compared, DisclosedRound, Gap, Median, Movement, Says, ShownStances, SilentGroup, VisibleCounts, Voice, Withheld,
    Word, who_speaks_first,
};
use crate::catalogue::Message;
use crate::framework::Level;
use crate::session::{CastCount, CountedBy, Counts5, Register, Stance, UNSORTED, Voters};
use std::cmp::Ordering;

/// What is said of a session that says it is a breakout table.
pub(crate) const A_TABLE: Message = Message("A breakout table: its votes are counted in the merged session.");
pub(crate) const CONVERSATIONS: Message = Message("Conversations worth having");
pub(crate) const NO_CONVERSATIONS: Message =
    Message("No two groups are a step or more apart, as far as their votes can be shown.");

/// How far a room agrees, in words for people.
pub(crate) fn agreement_word(word: Word) -> &'static str {
    match word {
        Word::Outlier => tr!("Few see it differently"),
        word => word.label(),
    }
}

/// `5 of 14 voted`, where some who were present did not.
pub(crate) fn voted_of(voted: u32, present: Option<u32>) -> Option<String> {
    present.filter(|present| voted < *present).map(|present| tr!("{voted} of {present} voted", voted, present))
}

/// What those are called who are counted together: `Third sector, operational`.
pub(crate) fn voters(voters: &Voters, by: CountedBy, is_room: bool, register: &Register) -> String {
    let sector = register.name_of(voters.sector.as_deref().unwrap_or(UNSORTED));
    match (by, voters.level) {
        _ if is_room => tr!("Whole room").into(),
        (CountedBy::Level, level) => capital(level.map_or(tr!("level not said"), Level::label)),
        (_, None) => sector.to_owned(),
        (_, Some(level)) => format!("{sector}, {}", level.label()),
    }
}

/// `0 2 5 3 1, 1 don't know; median 3, few see it differently`.
pub(crate) fn votes(shown: &VisibleCounts) -> String {
    let counts = shown.counts.0.map(|count| count.to_string()).join(" ");
    let unknown =
        if shown.dont_know > 0 { tr!(", {dont_know} don't know", dont_know = shown.dont_know) } else { String::new() };
    let median = shown.median().map(|median| tr!("median {median}", median));
    let word = shown.word().map(|word| agreement_word(word).to_lowercase());
    let result = commas(median.into_iter().chain(word));
    if result.is_empty() { format!("{counts}{unknown}") } else { format!("{counts}{unknown}; {result}") }
}

/// What happened between two rounds: `up from 3 to 3.5, votes closer`, `still 4, votes further apart`.
pub(crate) fn moved(movement: Movement) -> String {
    let (before, after) = movement.medians;
    let middle = match after.cmp(&before) {
        Ordering::Greater => tr!("up from {before} to {after}", before, after),
        Ordering::Less => tr!("down from {before} to {after}", before, after),
        Ordering::Equal => tr!("still {after}", after),
    };
    let votes = match movement.closeness {
        Ordering::Greater => tr!(", votes closer"),
        Ordering::Less => tr!(", votes further apart"),
        Ordering::Equal => "",
    };
    format!("{middle}{votes}")
}

/// Votes on an assumption, the surest first: `holds 7, partly holds 3, does not hold 2, don't know 1`. A stance that
/// nobody takes is left out.
pub(crate) fn stances(shown: ShownStances) -> String {
    let stances = Stance::ALL.map(|stance| (shown.counts.get(stance), stance.label()));
    let taken = stances.into_iter().chain([(shown.dont_know, tr!("don't know"))]).filter(|(count, _)| *count > 0);
    commas(taken.map(|(count, words)| format!("{words} {count}")))
}

/// Where a group stands on an assumption.
pub(crate) fn compared_on_assumption(compared: Compared) -> &'static str {
    match compared {
        Compared::Lower => tr!("less sure than the rest"),
        Compared::Similar => tr!("as sure as the rest"),
        Compared::Higher => tr!("surer than the rest"),
    }
}

/// A group's name: `Third sector`, `Strategic`, `Everyone else`.
pub(crate) fn group_name<'all>(voice: &'all Voice, register: &'all Register) -> &'all str {
    match voice {
        Voice::Sector(sector) => register.name_of(sector.as_deref().unwrap_or(UNSORTED)),
        Voice::Level(Some(Level::Strategic)) => tr!("Strategic"),
        Voice::Level(Some(Level::Operational)) => tr!("Operational"),
        Voice::Level(None) => tr!("Level not said"),
        Voice::EveryoneElse(_) => tr!("Everyone else"),
    }
}

/// Why the counts of a round are not told, to stand after "Vote 1:".
pub(crate) fn withheld(why: Withheld) -> &'static str {
    match why {
        Withheld::Few => tr!("counts of fewer than five are not shown"),
        Withheld::Table => tr!("a breakout table: its votes are counted in the merged session"),
        Withheld::Papers => {
            tr!(
                "not told, because papers of the merged sessions may have gone out, and beside them these counts would \
             tell the votes of fewer than five"
            )
        }
    }
}

/// The groups that voted and of which nothing is told, by name: `Third sector; Community`. A paper says that they
/// were heard; how many they are it tells elsewhere, where it may.
pub(crate) fn unheard<S>(round: &DisclosedRound<S>, register: &Register) -> Option<String> {
    let names = joined(round.unheard().map(|voice| group_name(voice, register)), "; ");
    let why = round.withheld.map_or("", |_| tr!(", because papers of the merged sessions may have gone out"));
    (!names.is_empty()).then(|| format!("{names}{why}"))
}

/// How far the votes lie apart: `from 2 to 4`, `all say 3`; nothing without a vote.
pub(crate) fn spread(counts: &Counts5) -> Option<String> {
    let (low, high) = counts.lowest().zip(counts.highest())?;
    Some(if low == high { tr!("all say {low}", low) } else { tr!("from {low} to {high}", low, high) })
}

/// That a vote was taken and cannot be told.
pub(crate) fn not_told(why: Withheld) -> String {
    tr!("A vote was taken; {withheld}.", withheld = withheld(why))
}

/// Who is heard before the room agrees; nothing where there is nothing to explain.
pub(crate) fn hear_first(counts: &Counts5) -> Option<String> {
    let first = who_speaks_first(counts)?;
    Some(tr!("Hear a {lowest} and a {highest} first, two minutes.", lowest = first.lowest, highest = first.highest))
}

/// The same for votes on an assumption.
pub(crate) fn hear_both(shown: ShownStances) -> Option<String> {
    let (surest, least) = shown.ends()?;
    Some(tr!("Hear \"{least}\" and \"{surest}\" first, two minutes.", least = least.label(), surest = surest.label()))
}

/// The ratings next to a middle, of which the room agrees on one: `3`, `3 or 4`.
pub(crate) fn nearest(middle: Median) -> String {
    let (low, high) = (middle.halves() / 2, middle.halves().div_ceil(2));
    if low == high { low.to_string() } else { tr!("{low} or {high}", low, high) }
}

/// `Third sector 2, Statutory 4`.
pub(crate) fn ends(gap: &Gap, register: &Register) -> String {
    commas(
        [&gap.low, &gap.high]
            .map(|(voice, median): &(Voice, Median)| format!("{} {median}", group_name(voice, register))),
    )
}

/// `a strong gap, worth a conversation`.
pub(crate) fn worth(gap: &Gap) -> &'static str {
    if gap.is_strong() { tr!("a strong gap, worth a conversation") } else { tr!("worth a conversation") }
}

/// `Third sector (4): may it be told whether you stand lower, alike or higher than the rest?`
pub(crate) fn may_it_be_told(group: &SilentGroup, on_assumption: bool, register: &Register) -> String {
    let stand = if on_assumption {
        tr!("are less sure, as sure or surer than the rest")
    } else {
        tr!("stand lower, alike or higher than the rest")
    };
    tr!(
        "{group_name} ({ballots}): may it be told whether you {stand}?",
        group_name = group_name(&group.voice, register),
        ballots = group.ballots,
        stand
    )
}

/// What is said of silent groups beside the votes, and whether it asks them: whom to ask, or who agreed.
pub(crate) fn heard_in_words(groups: &[SilentGroup], register: &Register) -> Option<(String, bool)> {
    let named = |agreed: bool| -> Vec<&str> {
        groups.iter().filter(|group| group.agreed == agreed).map(|group| group_name(&group.voice, register)).collect()
    };
    match (&named(false)[..], &named(true)[..]) {
        ([], []) => None,
        ([], agreed) => Some((tr!("{commas} agreed to be heard", commas = commas(agreed)), false)),
        (asked, _) => Some((tr!("{asked}: may it be told where they stand?", asked = asked.join(tr!(" and "))), true)),
    }
}

/// What a group said in a vote, as far as it may be told.
pub(crate) fn group_says(says: &Says, counts: impl Fn(&VisibleCounts) -> String) -> Option<String> {
    match says {
        Says::Counts(shown) => Some(counts(shown)),
        Says::Compared(compared) => Some(compared.label().to_owned()),
        Says::Nothing => None,
    }
}

/// The answer of who does not know, by its key.
pub(crate) fn dont_know_by_key(key: char) -> String {
    tr!("{key} don't know", key)
}

/// What is said to whoever has voted on the keypad, and on a wall while votes come in: `9 of 12 in: thank you, pass it on`.
pub(crate) fn pass_it_on(cast: CastCount) -> String {
    tr!("{cast}: thank you, pass it on", cast)
}
