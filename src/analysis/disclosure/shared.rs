//! A copy of a session to hand on: of its votes it holds what its papers tell, so that nothing else can be worked out.

use super::{Disclosed, DisclosedRound, Says, by_the_rules, disclosed_stances};
use crate::analysis::reading::counted;
use crate::analysis::state::is_unknown_to_many;
use crate::analysis::voice::Voice;
use crate::framework::Level;
use crate::session::{Counts, Recorded, Revealed, Round, Session, Shared, Tally};
use std::collections::BTreeMap;

/// The copy, in which small groups stand with others; with who answers for the actions, or without.
pub fn share(session: &Session, owners: bool) -> Shared {
    let mut shared = session.shared(owners);
    for (id, answer) in &mut shared.session.answers {
        let kept = session.answer(id);
        for level in [None].into_iter().chain(Level::ALL.map(Some)) {
            let told = by_the_rules(session, id, level).of_table(session);
            let revealed = kept.rounds.iter().filter(|revealed| revealed.level == level);
            answer.rounds.extend(rounds(revealed, &told, &shared.joined, |shown| Tally {
                counts: shown.counts,
                dont_know: shown.dont_know,
                ..Tally::default()
            }));
        }
        let was_unknown = is_unknown_to_many(&counted(session, id));
        answer.unknown_to_many |= was_unknown;
        if is_unknown_to_many(answer) && !was_unknown {
            // Only that the rating came after the votes says that somebody looked into it.
            let last = |(level, decision)| {
                let at = kept.history.iter().filter(|one| one.level == level).map(|one| one.at).max()?;
                Some(Recorded { at, level, decision })
            };
            answer.history =
                kept.decided.all().into_iter().map(|(level, one)| (level, one.clone())).filter_map(last).collect();
        }
    }
    for (id, answer) in &mut shared.session.assumptions {
        let told = disclosed_stances(session, id);
        answer.rounds = rounds(session.assumption(id).rounds.iter(), &told, &shared.joined, |shown| Tally {
            counts: shown.counts,
            dont_know: shown.dont_know,
            ..Tally::default()
        });
    }
    shared
}

/// The rounds of which the room's votes may be told, parted where that may be told too.
fn rounds<'all, C: Counts + 'all, S>(
    revealed: impl Iterator<Item = &'all Revealed<C>>,
    told: &Disclosed<S>,
    joined: &BTreeMap<String, String>,
    tally: impl Fn(&S) -> Tally<C>,
) -> Vec<Revealed<C>> {
    let round = |(revealed, told): (&Revealed<C>, &DisclosedRound<S>)| {
        let room = Round::of([tally(told.room.as_ref()?)]);
        let parted = Round::of(told.groups.iter().filter_map(|group| match &group.says {
            Says::Counts(shown) => Some(of_voice(&group.voice, told, joined, tally(shown))),
            Says::Compared(_) | Says::Nothing => None,
        }));
        let round = if parted.ballots() == room.ballots() { parted } else { room };
        Some(Revealed { round, heard: Vec::new(), ..revealed.clone() })
    };
    revealed.zip(&told.rounds).filter_map(round).collect()
}

/// A tally under the sector or level of those whose it is.
fn of_voice<C, S>(
    voice: &Voice,
    told: &DisclosedRound<S>,
    joined: &BTreeMap<String, String>,
    tally: Tally<C>,
) -> Tally<C> {
    let under = |sector: &Option<String>| sector.as_ref().map(|id| joined.get(id).unwrap_or(id).clone());
    match voice {
        Voice::Sector(sector) => Tally { sector: under(sector), ..tally },
        Voice::Level(level) => Tally { level: *level, ..tally },
        Voice::EveryoneElse(_) => {
            // Those who are counted together on the register are so here, if nobody else is among them.
            let silent = told.groups.iter().filter(|group| !matches!(group.says, Says::Counts(_)));
            let sectors: Option<Vec<&String>> = silent
                .map(|group| match &group.voice {
                    Voice::Sector(Some(id)) => joined.get(id),
                    _ => None,
                })
                .collect();
            let sector = sectors.and_then(|sectors| sectors.first().map(|id| (*id).clone()));
            Tally { sector, ..tally }
        }
    }
}
