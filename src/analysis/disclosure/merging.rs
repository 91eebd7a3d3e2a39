//! What may be told of votes that were merged from several sessions: never what their own papers hide.
//!
//! # The rule
//!
//! Sessions that say they are breakout tables tell no counts by themselves, so together they are one room, and the
//! rules of [`super::disclosed`] hold for it.
//!
//! A session that does not say so may have handed out a paper of its own. Then, round by round, counts of the merged
//! room are told only where each source tells its part of them by itself: every source has none or at least five ballots
//! in it, of the room and of each group that is told, and none hides a group of five to cover a smaller one. What is
//! told is then a sum of what is told already, and adds nothing to it. All sources that do say they are tables are one
//! such source. Nothing is compared.
//!
//! A merged session that keeps to this rule is a source of its own when it is merged again, whatever it says of itself:
//! the papers of its own sources are still out.

use super::{DisclosedRound, Says, by_the_rules, stances};
use crate::analysis::voice::Voice;
use crate::framework::Level;
use crate::session::{Counts, MergeRefusal, Merged, Published, Round, Session, Source, Tally, UNSORTED, merge};
use jiff::Timestamp;
use std::borrow::Cow;

/// Merges sessions, and says of each round what may be told of it.
pub fn merge_tables(sources: &[Source<'_>], id: String, at: Timestamp) -> Result<Merged, MergeRefusal> {
    let mut merged = merge(sources, id, at)?;
    let counts = |source: &&Source<'_>| merged.counted.contains(&(source.session.id.clone(), source.session.rev));
    let mut counted: Vec<Source<'_>> = sources.iter().filter(counts).copied().collect();
    counted.sort_by(|one, other| one.session.id.cmp(&other.session.id));
    counted.dedup_by(|one, other| one.session.id == other.session.id);
    let telling = telling(&counted)?;
    if telling.len() == 1 {
        free(&mut merged.session);
    } else {
        limit(&mut merged.session, &telling);
    }
    Ok(merged)
}

/// The sessions that may have told of themselves; those that are tables are one.
fn telling<'all>(sources: &[Source<'all>]) -> Result<Vec<Cow<'all, Session>>, MergeRefusal> {
    let (alone, tables): (Vec<Source<'all>>, Vec<Source<'all>>) =
        sources.iter().partition(|source| source.session.table().is_none() || is_limited(source.session));
    let mut telling: Vec<Cow<'all, Session>> = alone.iter().map(|source| Cow::Borrowed(source.session)).collect();
    match &tables[..] {
        [] => {}
        [only] => telling.push(Cow::Borrowed(only.session)),
        [first, ..] => {
            let mut together = merge(&tables, String::new(), first.session.created)?.session;
            free(&mut together);
            telling.push(Cow::Owned(together));
        }
    }
    Ok(telling)
}

/// Whether a session was merged under the rule for papers that are out.
fn is_limited(session: &Session) -> bool {
    let ratings = session.answers.values().flat_map(|answer| &answer.rounds).any(|revealed| revealed.told.is_some());
    let mut stances = session.assumptions.values().flat_map(|answer| &answer.rounds);
    ratings || stances.any(|revealed| revealed.told.is_some())
}

/// Leaves it to the rules for any round what may be told.
fn free(session: &mut Session) {
    let ratings = session.answers.values_mut().flat_map(|answer| &mut answer.rounds);
    ratings.for_each(|revealed| revealed.told = None);
    let stances = session.assumptions.values_mut().flat_map(|answer| &mut answer.rounds);
    stances.for_each(|revealed| revealed.told = None);
}

/// Notes of each round of a merged session what its sources tell of it.
fn limit(merged: &mut Session, telling: &[Cow<'_, Session>]) {
    for (id, answer) in &mut merged.answers {
        for level in [None].into_iter().chain(Level::ALL.map(Some)) {
            let told: Vec<Vec<DisclosedRound>> =
                telling.iter().map(|session| by_the_rules(session, id, level).rounds).collect();
            let of_level = answer.rounds.iter_mut().filter(|revealed| revealed.level == level);
            for (number, revealed) in of_level.enumerate() {
                let round = |session: &Cow<'_, Session>| session.answer(id).rounds_at(level).nth(number).cloned();
                let rounds: Vec<Option<Round>> = telling.iter().map(round).collect();
                revealed.told = Some(told_of(&revealed.round, &parts(&rounds, &told, number)));
            }
        }
    }
    for (id, answer) in &mut merged.assumptions {
        let told: Vec<Vec<DisclosedRound>> =
            telling.iter().map(|session| stances::by_the_rules(session, id).rounds).collect();
        for (number, revealed) in answer.rounds.iter_mut().enumerate() {
            let round = |session: &Cow<'_, Session>| Some(session.assumption(id).rounds.get(number)?.round.clone());
            let rounds: Vec<_> = telling.iter().map(round).collect();
            revealed.told = Some(told_of(&revealed.round, &parts(&rounds, &told, number)));
        }
    }
}

/// One source's part of a round, and what it tells of it.
struct Part<'all, C> {
    round: &'all Round<C>,
    told: &'all DisclosedRound,
}

/// The parts of those sources that have this round.
fn parts<'all, C: Counts>(
    rounds: &'all [Option<Round<C>>],
    told: &'all [Vec<DisclosedRound>],
    number: usize,
) -> Vec<Part<'all, C>> {
    let part = |(round, told): (&'all Option<Round<C>>, &'all Vec<DisclosedRound>)| {
        Some(Part { round: round.as_ref().filter(|round| round.ballots() > 0)?, told: told.get(number)? })
    };
    rounds.iter().zip(told).filter_map(part).collect()
}

/// What all parts of a round tell, together.
fn told_of<C: Counts>(round: &Round<C>, parts: &[Part<'_, C>]) -> Published {
    if !parts.iter().all(|part| part.told.room.is_some()) {
        return Published::default();
    }
    let tells = |voice: &Voice| parts.iter().all(|part| part.tells(voice));
    let sectors = round.by_sector().into_iter().map(|tally| tally.voters().sector);
    let sectors = sectors.filter(|sector| tells(&Voice::Sector(sector.clone())));
    let levels = round.by_level().into_iter().map(|tally| tally.level).filter(|level| tells(&Voice::Level(*level)));
    Published {
        room: true,
        sectors: sectors.map(|sector| sector.unwrap_or_else(|| UNSORTED.to_owned())).collect(),
        levels: levels.collect(),
    }
}

impl<C: Counts> Part<'_, C> {
    /// Whether it tells the counts of a group, or has nobody of it, or nobody else.
    fn tells(&self, voice: &Voice) -> bool {
        let of_group = |voters: &Tally<C>| match voice {
            Voice::Sector(sector) => voters.voters().sector == *sector,
            Voice::Level(level) => voters.level == *level,
            Voice::EveryoneElse(_) => false,
        };
        let ballots: u32 = self.round.tallies.iter().filter(|tally| of_group(tally)).map(Tally::ballots).sum();
        let shown =
            || self.told.groups.iter().any(|group| group.voice == *voice && matches!(group.says, Says::Counts(_)));
        ballots == 0 || ballots == self.round.ballots() || shown()
    }
}
