//! Small groups that agree to be heard: what they agreed is told, and nothing of those who did not.

use crate::analysis::subtraction::{C, Cell, Party, S, Sums, T, ground, said_outright, session, totals, worlds};
use plenary::analysis::{Compared, Disclosed, Says, disclosed, silent_groups};
use plenary::session::{Session, Voters};
use std::collections::BTreeMap;

fn voters(sector: &str) -> Voters {
    Voters { sector: Some(sector.into()), level: None }
}

/// A whole room's session after its vote, in which some sectors said yes.
fn room(parties: &[Party], votes: &[Sums], yes: &[&str]) -> Session {
    let mut session = session(1, (false, parties), votes);
    for sector in yes {
        session.hear((&ground().feature, None), &voters(sector), true).unwrap();
    }
    session
}

fn told(session: &Session) -> Disclosed {
    disclosed(session, &ground().feature, None)
}

/// What a sector says.
fn says(disclosed: &Disclosed, sector: &str) -> Says {
    let of = |group: &&plenary::analysis::DisclosedGroup| group.voice.key() == sector;
    disclosed.rounds[0].groups.iter().find(of).map_or(Says::Nothing, |group| group.says.clone())
}

/// Over every way to vote: how often a sector is told of that was not without its yes. Of everybody of fewer than five
/// who did not agree each count must stay open, unless a total says it.
fn hold_the_law(parties: &[Party], yes: &[&str], answers: &[usize]) -> usize {
    let cells: Vec<(Cell, Party)> = parties.iter().enumerate().map(|(place, party)| ((0, place), *party)).collect();
    let mut alike: BTreeMap<String, (Disclosed, Vec<Vec<Sums>>)> = BTreeMap::new();
    let mut heard = 0;
    for world in worlds(&cells, answers) {
        let (with, without) = (told(&room(parties, &world, yes)), told(&room(parties, &world, &[])));
        heard += yes.iter().filter(|sector| says(&with, sector) != says(&without, sector)).count();
        assert!(with.rounds[0].shown().eq(without.rounds[0].shown()), "a yes changes no count");
        alike.entry(format!("{with:?}")).or_insert_with(|| (with, Vec::new())).1.push(world);
    }
    for (disclosed, worlds) in alike.values() {
        let totals = totals(&cells, &(0..cells.len()).collect::<Vec<_>>(), disclosed);
        for (place, (sector, people)) in parties.iter().enumerate().filter(|(_, (_, people))| *people < 5) {
            if yes.contains(sector) {
                continue;
            }
            for answer in answers {
                let values = || worlds.iter().map(|world| world[place][*answer]);
                let (least, most) = (values().min().unwrap(), values().max().unwrap());
                let (said_least, said_most) = said_outright(&cells, &totals, &[place], *answer);
                assert!(
                    least < most || said_least == said_most,
                    "{sector} gave {answer} {least} times: {disclosed:#?}"
                );
                let public = said_outright(&cells, &totals[..totals.len().min(1)], &[place], *answer).0;
                assert!(*people >= 3 || least <= public, "one of {sector} gave {answer}: {disclosed:#?}");
            }
        }
    }
    heard
}

#[test]
fn who_agrees_is_told_of_and_nobody_who_did_not_is_given_away() {
    let mut heard = 0;
    for answers in [&[0, 2, 4][..], &[1, 2, 5]] {
        heard += hold_the_law(&[(S, 5), (T, 3), (C, 2)], &[T], answers);
        heard += hold_the_law(&[(S, 7), (T, 3)], &[T], answers);
        heard += hold_the_law(&[(S, 5), (T, 4), (C, 1)], &[T], answers);
        heard += hold_the_law(&[(S, 4), (T, 3), (C, 3)], &[T], answers);
        heard += hold_the_law(&[(S, 3), (T, 3)], &[T], answers);
    }
    let both = hold_the_law(&[(S, 5), (T, 3), (C, 3)], &[T, C], &[0, 2, 4]);
    assert!(heard > 0 && both > 0, "{heard} and {both}");
}

#[test]
fn a_group_that_the_rule_keeps_silent_is_heard_with_its_yes() {
    // Of everyone else four say 1 and two say 5: "higher" of three of them is one 1 and two 5s, and the others are 1s.
    let parties = [(S, 5), (T, 3), (C, 3)];
    let votes = [[1, 0, 2, 0, 2, 0], [1, 0, 0, 0, 2, 0], [3, 0, 0, 0, 0, 0]];
    let feature = &ground().feature;
    let silent = room(&parties, &votes, &[]);
    assert_eq!((says(&told(&silent), T), says(&told(&silent), C)), (Says::Nothing, Says::Nothing));
    let offered = |session: &Session| -> Vec<(String, bool, bool)> {
        let groups = silent_groups(session, feature, None).into_iter();
        groups.map(|group| (group.voice.key().to_owned(), group.agreed, group.heard)).collect()
    };
    assert_eq!(offered(&silent), [(T.to_owned(), false, false), (C.to_owned(), false, false)]);
    let one = room(&parties, &votes, &[T]);
    assert_eq!(
        offered(&one),
        [(T.to_owned(), true, false), (C.to_owned(), false, false)],
        "it would tell of the other"
    );
    assert_eq!(says(&told(&one), T), Says::Nothing);
    let both = room(&parties, &votes, &[T, C]);
    assert_eq!(says(&told(&both), T), Says::Compared(Compared::Higher));
    assert_eq!(says(&told(&both), C), Says::Compared(Compared::Lower));
    let mut back = both.clone();
    back.hear((feature, None), &voters(C), false).unwrap();
    assert_eq!(told(&back), told(&one), "a yes can be taken back");
}

#[test]
fn whoever_votes_alike_is_offered_the_same_question() {
    let parties = [(S, 7), (T, 3)];
    let cells: Vec<(Cell, Party)> = parties.iter().enumerate().map(|(place, party)| ((0, place), *party)).collect();
    let feature = &ground().feature;
    let mut offers: BTreeMap<String, bool> = BTreeMap::new();
    for world in worlds(&cells, &[0, 2, 4]) {
        let session = room(&parties, &world, &[]);
        let offered = !silent_groups(&session, feature, None).is_empty();
        let public = format!("{:?}", told(&session).rounds[0].room);
        let before = *offers.entry(public.clone()).or_insert(offered);
        assert_eq!(before, offered, "whether they are asked follows from what all can see: {public}");
    }
    assert!(offers.values().any(|offered| *offered));
}

#[test]
fn a_corrected_round_asks_anew_and_a_yes_is_no_vote() {
    let parties = [(S, 5), (T, 3), (C, 3)];
    let votes = [[1, 0, 2, 0, 2, 0], [1, 0, 0, 0, 2, 0], [3, 0, 0, 0, 0, 0]];
    let mut session = room(&parties, &votes, &[T, C]);
    let feature = &ground().feature;
    let round = session.answer(&feature.id).rounds[0].round.clone();
    session.correct((feature, None), 0, round).unwrap();
    assert!(session.answer(&feature.id).rounds[0].heard.is_empty());
    let mut blank = session.clone();
    blank.answers.clear();
    assert!(blank.hear((feature, None), &voters(T), true).is_err(), "there is no vote to be heard on");
}

#[test]
fn where_no_groups_are_shown_because_they_are_of_one_mind_a_yes_is_heard_too() {
    // Of everyone else, who are five, four say 3: their table would tell single votes, so there is none.
    let parties = [(S, 5), (T, 4), (C, 1)];
    let votes = [[2, 0, 2, 0, 1, 0], [0, 0, 4, 0, 0, 0], [0, 0, 0, 0, 1, 0]];
    let (silent, heard) = (told(&room(&parties, &votes, &[])), told(&room(&parties, &votes, &[T])));
    assert_eq!(silent.rounds[0].shown().count(), 0);
    assert_eq!((says(&silent, T), says(&heard, T)), (Says::Nothing, Says::Compared(Compared::Similar)));
    // Three of the five who are two groups: "higher" would leave the other two one way to have voted.
    let parties = [(S, 5), (T, 3), (C, 2)];
    let votes = [[2, 0, 2, 0, 1, 0], [0, 0, 3, 0, 0, 0], [0, 0, 1, 0, 1, 0]];
    assert_eq!(says(&told(&room(&parties, &votes, &[T])), T), Says::Nothing);
}
