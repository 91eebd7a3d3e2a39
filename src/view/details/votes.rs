//! How the room voted on an item: each round in counts, and where each group's middle stands from 1 to 5.
//!
//! Only what may be told of votes once the room has gone; the rest is said to be kept closed.

use crate::analysis::{DisclosedGroup, DisclosedRound, disclosed};
use crate::catalogue::Message;
use crate::framework::{Assumption, Feature};
use crate::report::stance_votes;
use crate::session::{Register, Session};
use crate::view::{Text, Tone};
use crate::words::paper::votes::group as voted;
use crate::words::{
    BEFORE, after_level, before_rating, before_stance, group_name, group_says, unheard, votes, withheld,
};

/// Columns before what is said of a round or a group.
const TERM: usize = 22;

const HEAD: Message = Message("HOW THE ROOM VOTED");

/// Adds the rounds on a feature, of each level where it takes both; nothing where no vote was taken.
pub(super) fn on_feature(session: &Session, feature: &Feature, text: &mut Text) {
    let mut rounds = Text::default();
    for level in feature.rated_at() {
        for (place, round) in disclosed(session, feature, level).rounds.iter().enumerate() {
            let term =
                format!("{:<TERM$}", tr!("Round {number}{level}", number = place + 1, level = after_level(level)));
            rounds.hanging(term, told(round), Tone::Muted, Tone::Text);
            for one in &round.groups {
                group(one, &session.register, &mut rounds);
            }
            if let Some(names) = unheard(round, &session.register) {
                rounds.hanging(format!("{:<TERM$}", tr!("  Not shown")), names, Tone::Text, Tone::Text);
            }
        }
        before(before_rating(session, feature, level), &mut rounds);
    }
    headed(rounds, text);
}

/// What a survey said before the workshop.
fn before(said: Option<String>, text: &mut Text) {
    if let Some(said) = said {
        text.hanging(format!("{BEFORE:<TERM$}"), said, Tone::Muted, Tone::Text);
    }
}

/// Adds the rounds on an assumption; nothing where no vote was taken.
pub(super) fn on_assumption(session: &Session, assumption: &Assumption, text: &mut Text) {
    let mut rounds = Text::default();
    for vote in &stance_votes(session, &assumption.id) {
        rounds.hanging(format!("{:<TERM$}", vote.title()), vote.in_words(), Tone::Muted, Tone::Text);
        vote.groups_in_words().for_each(|group| rounds.text(2, group, Tone::Text));
    }
    before(before_stance(session, assumption), &mut rounds);
    headed(rounds, text);
}

fn headed(rounds: Text, text: &mut Text) {
    if !rounds.is_empty() {
        text.blank();
        text.text(0, HEAD, Tone::Accent);
        text.append(rounds);
    }
}

/// The counts, or why they cannot be told.
fn told(round: &DisclosedRound) -> String {
    match round.everybody() {
        Ok(shown) => votes(&shown),
        Err(why) => tr!("{ballots} took part; {withheld}", ballots = round.ballots, withheld = withheld(why)),
    }
}

/// `  Third sector (5)   0 1 3 1 0; median 3`, or where a group of three or four stands beside the rest.
fn group(group: &DisclosedGroup, register: &Register, text: &mut Text) {
    let Some(words) = group_says(&group.says, votes) else { return };
    let name = format!("  {} ", voted(group_name(&group.voice, register), group.told_ballots()));
    text.hanging(format!("{name:<TERM$}"), words, Tone::Text, Tone::Text);
}
