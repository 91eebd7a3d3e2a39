//! What a revealed vote says: the counts of the answers, the plain word, who speaks first, and whose voice is missing.
//!
//! The median is named and never marked: the room decides. Of an open vote only how many are in is told, and on a later
//! day only what is disclosed.

use super::{Choice, Here};
use crate::analysis::{
    AbsentVoice, Audience, DisclosedGroup, DisclosedRound, Gap, Says, ShownStances, VisibleCounts, Withheld,
    absent_voices, agreement, disclosed, disclosed_stances, median, movement, perspectives, widest_gap,
};
use crate::framework::{Assumption, Feature, Id};
use crate::session::{Decision, Stance};
use crate::words::{
    self, agreement_word, commas, ends, hear_both, hear_first, nearest, not_told, spread, voted_of, worth,
};
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

/// What a revealed vote shows besides the counts at the answers.
#[derive(Debug, Serialize)]
pub(crate) struct Reveal {
    /// How far the room agrees; empty where too few voted to say, and where no rating was voted on.
    pub(crate) word: String,
    /// `median 3`, `from 1 to 5`, `12 votes`.
    pub(crate) facts: Vec<String>,
    /// Of these what no column shows: `median 3`, `12 votes`.
    pub(crate) brief: Vec<String>,
    /// The groups of whose votes something may be told.
    pub(crate) groups: Vec<VotedGroup>,
}

impl Reveal {
    /// Whether a line tells of the votes what is shown here.
    pub(crate) fn shows(&self, line: &VoteLine) -> bool {
        line.words == commas(&self.facts) || self.facts.first() == Some(&line.words)
    }
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct VotedGroup {
    /// `Third sector (5)`, and without the number.
    pub(crate) name: String,
    pub(crate) short: String,
    /// Its counts at the answers, where they may be told.
    pub(crate) counts: Vec<u16>,
    /// Where it stands beside the rest, where only that may be told.
    pub(crate) stands: String,
}

impl VotedGroup {
    /// Everybody, in the round before the last.
    pub(crate) fn in_round_1(counts: Vec<u16>) -> Self {
        Self { name: tr!("Round 1").into(), short: tr!("Round 1").into(), counts, stands: String::new() }
    }

    /// That there are so many more, which have no row.
    pub(crate) fn more(many: usize) -> Self {
        let name = tr_n!(many, "and {count} group more", "and {count} groups more");
        Self { short: name.clone(), name, counts: Vec::new(), stands: String::new() }
    }
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
    warnings
        .iter()
        .filter(|one| is_about(one))
        .map(|one| line(tr!("Missing"), crate::words::missing(one), ""))
        .collect()
}

/// That a vote is open, where its box is closed.
fn open(here: &Here) -> Option<VoteLine> {
    let vote = here.app.cx.open_vote(&here.walk.step).filter(|_| here.app.overlays.is_empty())?;
    Some(line(tr!("Vote open"), format!("{}.", vote.cast_count()), VOTE_OPEN))
}

/// Whom to ask whether they agree to be heard, or who did.
fn heard(here: &Here) -> Option<VoteLine> {
    here.app.cx.heard_in_words().map(|(words, asks)| line("", words, if asks { HEAR } else { "" }))
}

/// The groups as papers will tell of them too: the wall tells no more than they do.
fn groups<S>(here: &Here, latest: Option<&DisclosedRound<S>>, counts: impl Fn(&S) -> Vec<u16>) -> Vec<VotedGroup> {
    let register = &here.workshop.session.register;
    let group = |group: &DisclosedGroup<S>| {
        let (counts, stands) = match &group.says {
            Says::Counts(shown) => (counts(shown), String::new()),
            Says::Compared(compared) => (Vec::new(), compared.label().to_owned()),
            Says::Nothing => return None,
        };
        let short = words::group_name(&group.voice, register).to_owned();
        let name = words::paper::votes::group(&short, group.told_ballots());
        Some(VotedGroup { name, short, counts, stands })
    };
    latest.into_iter().flat_map(|round| &round.groups).filter_map(group).collect()
}

/// What stands around the columns of the last round on a rating, where its counts may be seen.
pub(super) fn reveal(here: &Here, feature: &Feature, rounds: &[Result<VisibleCounts, Withheld>]) -> Option<Reveal> {
    let latest = rounds.last()?.as_ref().ok()?;
    let told = disclosed(&here.workshop.session, feature, here.walk.step.level());
    let facts = facts(latest, here.workshop.session.present_at_vote((feature, here.walk.step.level())));
    let shown = spread(&latest.counts);
    Some(Reveal {
        word: agreement(&latest.counts).map_or("", agreement_word).into(),
        brief: facts.iter().filter(|fact| shown.as_ref() != Some(fact)).cloned().collect(),
        facts,
        groups: groups(here, told.latest(), |shown| shown.counts.0.to_vec()),
    })
}

/// The same for an assumption: the columns say it all.
pub(super) fn reveal_stances(here: &Here, id: &Id, rounds: &[Result<ShownStances, Withheld>]) -> Option<Reveal> {
    let latest = rounds.last()?.as_ref().ok()?;
    let told = disclosed_stances(&here.workshop.session, id);
    let groups = groups(here, told.rounds.last(), |shown| of_stances(*shown));
    let present = here.app.cx.framework.assumption(id).and_then(|one| here.workshop.session.present_at_vote(one));
    let voted = voted_of(of_stances(*latest).into_iter().map(u32::from).sum(), present);
    let brief: Vec<String> = voted.into_iter().collect();
    let facts = [words::stances(*latest)].into_iter().chain(brief.clone()).collect();
    Some(Reveal { word: String::new(), facts, brief, groups })
}

/// How many gave each answer on an assumption.
pub(super) fn of_stances(shown: ShownStances) -> Vec<u16> {
    let counts = Stance::ALL.map(|stance| shown.counts.get(stance));
    counts.into_iter().chain([shown.dont_know]).collect()
}

pub(super) fn on_feature(here: &Here, feature: &Feature, rounds: &[Result<VisibleCounts, Withheld>]) -> Vec<VoteLine> {
    let mut lines: Vec<VoteLine> = open(here).into_iter().collect();
    match rounds.last() {
        Some(Ok(latest)) => results(here, feature, rounds, latest, &mut lines),
        Some(Err(why)) => lines.push(withheld(*why)),
        None => {}
    }
    lines.extend(before(words::before_rating(&here.workshop.session, feature, here.walk.step.level())));
    lines.extend(missing(here, |warning| warning.is_about(feature)));
    lines
}

/// What a survey said before, beside what the room says.
fn before(said: Option<String>) -> Option<VoteLine> {
    said.map(|said| line(words::BEFORE.text(), format!("{said}."), ""))
}

fn withheld(why: Withheld) -> VoteLine {
    line("", not_told(why), "")
}

/// `median 3`, `from 1 to 5`, `12 votes`.
fn facts(latest: &VisibleCounts, present: Option<u32>) -> Vec<String> {
    let counts = &latest.counts;
    let mut facts: Vec<String> = median(counts).map(|median| tr!("median {median}", median)).into_iter().collect();
    facts.extend(spread(counts));
    let all_in = || tr_n!(counts.total(), "{count} vote", "{count} votes");
    facts.push(voted_of(counts.total() + u32::from(latest.dont_know), present).unwrap_or_else(all_in));
    if latest.dont_know > 0 {
        facts.push(tr!("{dont_know} don't know", dont_know = latest.dont_know));
    }
    facts
}

fn results(
    here: &Here,
    feature: &Feature,
    rounds: &[Result<VisibleCounts, Withheld>],
    latest: &VisibleCounts,
    lines: &mut Vec<VoteLine>,
) {
    let present = here.workshop.session.present_at_vote((feature, here.walk.step.level()));
    lines.push(line(agreement(&latest.counts).map_or("", agreement_word), commas(facts(latest, present)), ""));
    let session = &here.workshop.session;
    if *session.decision_at(&here.walk.step) == Decision::NotDiscussed {
        lines.extend(next(latest));
    }
    if let [Ok(first), Ok(second)] = rounds
        && let Some(moved) = movement(&first.counts, &second.counts)
    {
        lines.push(line(tr!("Round 2"), words::moved(moved), ""));
    }
    lines.extend(heard(here));
    // The groups in which every page and paper tells it.
    let views = perspectives(session, feature, here.walk.step.level(), Audience::Record);
    if let Some(gap) = widest_gap(&views).filter(Gap::is_flagged) {
        lines.push(line(tr!("Gap"), format!("{}: {}", ends(&gap, &session.register), worth(&gap)), ""));
    }
}

/// What the room does now: hear both ends, then agree; the median is offered and not taken.
fn next(latest: &VisibleCounts) -> Option<VoteLine> {
    let middle = latest.median()?;
    Some(line(
        "",
        hear_first(&latest.counts).unwrap_or_default(),
        tr!("Key {rating} to agree.", rating = nearest(middle)),
    ))
}

/// What is told of votes on an assumption. No answer is proposed.
pub(super) fn on_assumption(
    here: &Here,
    (one, undecided): (&Assumption, bool),
    rounds: &[Result<ShownStances, Withheld>],
) -> Vec<VoteLine> {
    let mut lines: Vec<VoteLine> = open(here).into_iter().collect();
    match rounds.last() {
        Some(Ok(latest)) => {
            let head = if rounds.len() == 1 { tr!("Voted") } else { tr!("Voted again") };
            lines.push(line(head, words::stances(*latest), ""));
            if undecided {
                let hear = hear_both(*latest);
                let keys = if hear.is_none() { tr!("Key what the room says.") } else { "" };
                lines.push(line("", hear.unwrap_or_default(), keys));
            }
            lines.extend(heard(here));
        }
        Some(Err(why)) => lines.push(withheld(*why)),
        None => {}
    }
    lines.extend(before(words::before_stance(&here.workshop.session, one)));
    lines
}
