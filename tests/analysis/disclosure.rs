//! What may be told of votes afterwards: every way in which a small room can have voted, against a reader who knows
//! the rules, the register and all that is shown.

use crate::analysis::subtraction::ways;
use plenary::analysis::{
    By, Compared, Disclosed, Says, ShownStances, VisibleCounts, Voice, disclosed, disclosed_stances,
};
use plenary::framework::{Feature, Framework, Level};
use plenary::session::{Answer, AssumptionAnswer, Counts5, Revealed, Round, Session, StanceCounts, Tally};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The answers of some people: votes at 1 to 5, then don't-knows.
type Sums = [u16; 6];

/// Who votes: a sector, a level, and how many.
type Party = (Option<&'static str>, Option<Level>, u16);

const S: Option<&str> = Some("statutory");
const T: Option<&str> = Some("third-sector");
const C: Option<&str> = Some("community");
const P: Option<&str> = Some("private");
const UP: Option<Level> = Some(Level::Strategic);
const ON: Option<Level> = Some(Level::Operational);

/// A session with nothing said, made once: reading the framework takes longer than what is tested.
fn blank() -> (Session, Feature) {
    static BLANK: LazyLock<(Session, Feature)> = LazyLock::new(|| {
        let framework = Framework::built_in().unwrap();
        let session = Session::new(&framework, "00112233445566ff".into(), "2026-03-12T14:32:00Z".parse().unwrap());
        let (_, _, feature) = framework.feature(&"P3".into()).unwrap();
        (session, feature.clone())
    });
    BLANK.clone()
}

fn tally((sector, level, _): &Party, sums: &Sums) -> Tally {
    let [one, two, three, four, five, dont_know] = *sums;
    let counts = Counts5([one, two, three, four, five]);
    Tally { sector: sector.map(str::to_owned), level: *level, counts, dont_know }
}

fn disclose_rounds(rounds: Vec<Vec<Tally>>) -> Disclosed {
    let (mut session, feature) = blank();
    let at = session.created;
    let rounds =
        rounds.into_iter().map(|tallies| Revealed { at, round: Round::of(tallies), ..Default::default() }).collect();
    session.answers.insert(feature.id.clone(), Answer { rounds, ..Answer::default() });
    disclosed(&session, &feature, None)
}

fn disclose(parties: &[Party], votes: &[Sums]) -> Disclosed {
    disclose_rounds(vec![parties.iter().zip(votes).map(|(party, sums)| tally(party, sums)).collect()])
}

/// Every way in which all parties can.
fn rooms(parties: &[Party], answers: &[usize]) -> Vec<Vec<Sums>> {
    parties.iter().fold(vec![vec![]], |rooms, (_, _, people)| {
        let ways = ways(*people, answers);
        rooms.iter().flat_map(|room| ways.iter().map(|way| [room.clone(), vec![*way]].concat())).collect()
    })
}

fn plus(one: Sums, other: Sums) -> Sums {
    std::array::from_fn(|answer| one[answer] + other[answer])
}

/// The groups a reader may be curious about: sectors, levels, with the places of their parties.
fn groups(parties: &[Party]) -> Vec<(Voice, Vec<usize>)> {
    let mut groups: BTreeMap<Voice, Vec<usize>> = BTreeMap::new();
    for (place, (sector, level, _)) in parties.iter().enumerate() {
        groups.entry(Voice::Sector(sector.map(str::to_owned))).or_default().push(place);
        groups.entry(Voice::Level(*level)).or_default().push(place);
    }
    groups.into_iter().collect()
}

fn sums_of(shown: &VisibleCounts) -> Sums {
    let [one, two, three, four, five] = shown.counts.0;
    [one, two, three, four, five, shown.dont_know]
}

/// The totals that are shown, each with the places of the parties in it.
fn totals(parties: &[Party], disclosed: &Disclosed) -> Vec<(Vec<usize>, Sums)> {
    let round = &disclosed.rounds[0];
    let groups = groups(parties);
    let places = |voice: &Voice| groups.iter().find(|(known, _)| known == voice).unwrap().1.clone();
    let mut totals: Vec<(Vec<usize>, Sums)> =
        round.room.iter().map(|shown| ((0..parties.len()).collect(), sums_of(shown))).collect();
    for (voice, shown) in round.shown() {
        let places = match voice {
            Voice::EveryoneElse(_) => {
                let hidden = round.groups.iter().filter(|group| !matches!(group.says, Says::Counts(_)));
                hidden.flat_map(|group| places(&group.voice)).collect()
            }
            voice => places(voice),
        };
        totals.push((places, sums_of(shown)));
    }
    totals
}

/// What single totals say of a group by themselves: the least and the most of one answer. A total of which a part is
/// in the group says something of that part; here each is taken alone, nothing is subtracted.
fn said_outright(parties: &[Party], totals: &[(Vec<usize>, Sums)], places: &[usize], answer: usize) -> (u16, u16) {
    let size = |places: &[usize]| -> u16 { places.iter().map(|place| parties[*place].2).sum() };
    let mut known = (0, size(places));
    for (total, sums) in totals {
        let inside: Vec<usize> = places.iter().copied().filter(|place| total.contains(place)).collect();
        let (all, inside, outside) = (size(total), size(&inside), size(places) - size(&inside));
        let least = inside.saturating_sub(all - sums[answer]);
        let most = inside.min(sums[answer]) + outside;
        known = (known.0.max(least), known.1.min(most));
    }
    known
}

/// The law, over every room of these parties in which only these answers are given.
///
/// Rooms that show the same are one for the reader. Within them each count of each group whose counts are not shown
/// has two values or more, unless a single total says it; and of a sector of one or two no ballot is certain, unless
/// the room's total alone makes it so.
fn hold_the_law(parties: &[Party], answers: &[usize]) -> usize {
    let mut alike: BTreeMap<String, (Disclosed, Vec<Vec<Sums>>)> = BTreeMap::new();
    for room in rooms(parties, answers) {
        let disclosed = disclose(parties, &room);
        let seen = alike.entry(format!("{disclosed:?}")).or_insert_with(|| (disclosed, Vec::new()));
        seen.1.push(room);
    }
    let mut parted = 0;
    for (disclosed, rooms) in alike.values() {
        let round = &disclosed.rounds[0];
        let totals = totals(parties, disclosed);
        parted += usize::from(round.shown().next().is_some());
        for (voice, places) in groups(parties) {
            let size: u16 = places.iter().map(|place| parties[*place].2).sum();
            // A group whose people are exactly those of shown groups is shown, under whatever name.
            let covered: Vec<usize> = totals[usize::from(round.room.is_some())..]
                .iter()
                .filter(|(total, _)| total.iter().all(|place| places.contains(place)))
                .flat_map(|(total, _)| total.clone())
                .collect();
            if places.iter().all(|place| covered.contains(place)) || places.len() == parties.len() {
                continue;
            }
            for answer in answers {
                let mut values =
                    rooms.iter().map(|room| places.iter().fold([0; 6], |sum, place| plus(sum, room[*place]))[*answer]);
                let first = values.next().unwrap();
                let (least, most) = values.fold((first, first), |(least, most), it| (least.min(it), most.max(it)));
                let (said_least, said_most) = said_outright(parties, &totals, &places, *answer);
                let told = least == most && said_least < said_most;
                assert!(!told, "{voice:?} gave answer {answer} {least} times: {disclosed:#?}");
                if size < 3 && voice.by() == By::Sector {
                    let room = &totals[..usize::from(round.room.is_some())];
                    let (public, _) = said_outright(parties, room, &places, *answer);
                    assert!(least <= public, "one in {voice:?} gave answer {answer}: {disclosed:#?}");
                }
            }
        }
    }
    parted
}

#[test]
fn no_hidden_count_can_be_recomputed() {
    let rooms: [&[Party]; 12] = [
        &[(S, None, 5), (T, None, 2)],
        &[(S, None, 5), (T, None, 4), (C, None, 1)],
        &[(S, None, 5), (T, None, 3), (C, None, 2)],
        &[(S, None, 6), (T, None, 4), (C, None, 2)],
        &[(S, None, 5), (T, None, 5), (C, None, 1)],
        &[(S, None, 4), (T, None, 3), (C, None, 1)],
        &[(S, None, 3), (T, None, 3), (C, None, 3)],
        &[(S, None, 2), (T, None, 2), (C, None, 1)],
        &[(S, None, 5), (T, None, 2), (C, None, 2), (None, None, 1)],
        &[(S, None, 6), (C, None, 1)],
        &[(S, None, 4), (T, None, 4)],
        &[(S, None, 2), (T, None, 2)],
    ];
    let mut parted = 0;
    for parties in rooms {
        // Neighbouring votes, votes with gaps so that words come up, and don't-knows.
        for answers in [&[2, 3, 4][..], &[0, 2, 4], &[1, 3, 5]] {
            parted += hold_the_law(parties, answers);
        }
    }
    assert!(parted > 0, "some rooms are shown by group");
}

#[test]
fn no_hidden_count_can_be_recomputed_over_sectors_and_levels() {
    let rooms: [&[Party]; 5] = [
        &[(S, UP, 4), (S, ON, 1), (T, ON, 5)],
        &[(S, UP, 1), (S, ON, 4), (T, UP, 4), (T, ON, 1)],
        &[(S, UP, 3), (S, ON, 3), (T, ON, 3)],
        &[(S, UP, 5), (T, ON, 3), (C, ON, 2)],
        &[(S, UP, 2), (S, ON, 3), (T, ON, 3), (C, UP, 1)],
    ];
    for parties in rooms {
        for answers in [&[0, 3][..], &[0, 2, 4]] {
            hold_the_law(parties, answers);
        }
    }
}

#[test]
fn four_answers_are_no_less_safe_than_three() {
    for parties in [&[(S, None, 5), (T, None, 3), (C, None, 2)][..], &[(S, None, 5), (T, None, 4), (C, None, 1)]] {
        assert!(hold_the_law(parties, &[0, 2, 3, 5]) > 0);
    }
}

#[test]
fn statutory_stands_beside_everyone_else() {
    let parties = [(S, None, 9), (T, None, 4), (C, None, 2)];
    let told = disclose(&parties, &[[0, 1, 2, 4, 2, 0], [0, 2, 1, 1, 0, 0], [0, 0, 1, 0, 0, 1]]);
    let round = told.latest().unwrap();
    assert_eq!((round.ballots, round.room.map(|room| sums_of(&room))), (15, Some([0, 3, 4, 5, 2, 1])));
    let says: Vec<_> =
        round.groups.iter().map(|group| (group.voice.clone(), group.ballots, group.says.clone())).collect();
    let shown = |sums: Sums| Says::Counts(VisibleCounts::from(&tally(&(None, None, 0), &sums)));
    let sector = |id: Option<&str>| Voice::Sector(id.map(str::to_owned));
    assert_eq!(says[0], (sector(S), 9, shown([0, 1, 2, 4, 2, 0])));
    assert_eq!(says[1], (sector(T), 4, Says::Compared(Compared::Lower)));
    assert_eq!(says[2], (sector(C), 2, Says::Nothing));
    assert_eq!(says[3], (Voice::EveryoneElse(By::Sector), 6, shown([0, 2, 2, 1, 0, 1])));
}

#[test]
fn a_lone_small_group_is_not_left_over() {
    let parties = [(S, None, 8), (T, None, 6), (P, None, 5), (C, None, 1)];
    let votes = [[0, 2, 2, 2, 2, 0], [1, 1, 1, 1, 1, 1], [0, 1, 2, 1, 1, 0], [1, 0, 0, 0, 0, 0]];
    let told = disclose(&parties, &votes);
    let shown: Vec<&Voice> = told.rounds[0].shown().map(|(voice, _)| voice).collect();
    // Private joins the one from the community: the smallest of those that could be shown.
    assert_eq!(
        shown,
        [&Voice::Sector(S.map(str::to_owned)), &Voice::Sector(T.map(str::to_owned)), &Voice::EveryoneElse(By::Sector)]
    );
    let told = disclose(&[(S, None, 5), (T, None, 7), (C, None, 1)], &[votes[2], [1, 1, 1, 2, 1, 1], votes[3]]);
    let shown: Vec<&Voice> = told.rounds[0].shown().map(|(voice, _)| voice).collect();
    assert_eq!(shown, [&Voice::Sector(S.map(str::to_owned)), &Voice::EveryoneElse(By::Sector)], "statutory joins last");
}

#[test]
fn everyone_else_is_five_or_more() {
    // No answer is given more than twice, so nothing else keeps the two twos from being shown together.
    let votes = [[1, 1, 1, 1, 1, 0], [1, 1, 0, 0, 0, 0], [0, 0, 1, 0, 0, 1]];
    let told = disclose(&[(S, None, 5), (T, None, 2), (C, None, 2)], &votes);
    assert_eq!((told.rounds[0].groups.len(), told.rounds[0].shown().count()), (3, 0));
}

#[test]
fn fewer_than_five_are_only_counted() {
    let told = disclose(&[(S, None, 3), (T, None, 1)], &[[0, 0, 0, 3, 0, 0], [1, 0, 0, 0, 0, 0]]);
    assert_eq!((told.rounds[0].ballots, told.rounds[0].room, told.rounds[0].groups.len()), (4, None, 0));
    assert_eq!(disclose_rounds(vec![]), Disclosed::default());
}

#[test]
fn one_vote_in_two_overlapping_groups_stays_nobodys() {
    // The only 1 is in the third sector and among the strategic, and one person is both.
    let parties = [(S, UP, 4), (S, ON, 4), (T, UP, 1), (T, ON, 5)];
    let votes = [[0, 0, 2, 2, 0, 0], [0, 0, 2, 2, 0, 0], [1, 0, 0, 0, 0, 0], [0, 0, 3, 2, 0, 0]];
    let told = disclose(&parties, &votes);
    let by: Vec<By> = told.rounds[0].groups.iter().map(|group| group.voice.by()).collect();
    assert_eq!(by, [By::Sector, By::Sector], "either sectors or levels");
}

#[test]
fn an_item_of_both_levels_is_parted_by_level() {
    let (mut session, mut feature) = blank();
    feature.levels = true;
    let tallies = [(S, UP, 5), (T, ON, 5)].map(|party| tally(&party, &[0, 1, 1, 2, 1, 0]));
    let round = Round::of(tallies);
    let revealed = Revealed { at: session.created, level: UP, round, ..Default::default() };
    session.answers.insert(feature.id.clone(), Answer { rounds: vec![revealed], ..Answer::default() });
    let told = disclosed(&session, &feature, UP);
    assert!(told.rounds[0].groups.iter().all(|group| group.voice.by() == By::Level));
    assert_eq!(told.rounds[0].shown().count(), 2);
    assert_eq!(disclosed(&session, &feature, ON), Disclosed::default(), "each level has its own rounds");
}

#[test]
fn both_rounds_show_the_same_groups() {
    let round = |parties: &[Party], sums: Sums| parties.iter().map(|party| tally(party, &sums)).collect::<Vec<_>>();
    let (five, four) = ([0, 1, 1, 2, 1, 0], [0, 1, 1, 1, 1, 0]);
    let all = [(S, None, 5), (T, None, 5), (C, None, 5)];
    let mut second = round(&all[..2], five);
    second.extend(round(&all[2..], four));
    let told = disclose_rounds(vec![round(&all, five), second]);
    for disclosed in &told.rounds {
        let shown: Vec<&Voice> = disclosed.shown().map(|(voice, _)| voice).collect();
        assert_eq!(shown, [&Voice::Sector(S.map(str::to_owned)), &Voice::EveryoneElse(By::Sector)]);
    }
    let movement = told.movement().unwrap();
    assert_eq!((movement.halves(), movement.closeness), (0, std::cmp::Ordering::Less));
    // A first round with other groups shows the room only.
    let told = disclose_rounds(vec![round(&all, five), round(&all[..2], five)]);
    assert_eq!(told.rounds[0].groups, []);
    assert_eq!(told.rounds[1].shown().count(), 2);
    // And one without groups keeps none from the other.
    let told = disclose_rounds(vec![round(&all, five), round(&[(None, None, 15)], [0, 3, 3, 6, 3, 0])]);
    assert_eq!((told.rounds[0].shown().count(), told.rounds[1].groups.len()), (3, 0));
}

fn any_votes(people: std::ops::Range<u16>) -> impl Strategy<Value = Vec<Sums>> {
    proptest::collection::vec(proptest::array::uniform6(people), 4)
}

proptest! {
    #[test]
    fn what_is_shown_adds_up_and_is_never_of_few(votes in any_votes(0..4)) {
        let parties = [(S, UP, 0), (T, ON, 0), (C, ON, 0), (P, None, 0)];
        let told = disclose(&parties, &votes);
        let whole = votes.iter().fold([0; 6], |sum, votes| plus(sum, *votes));
        let round = &told.rounds[0];
        prop_assert_eq!(u32::from(whole.iter().sum::<u16>()), round.ballots);
        prop_assert_eq!(round.room.map(|room| sums_of(&room)), (round.ballots >= 5).then_some(whole));
        let shown: Vec<Sums> = round.shown().map(|(_, shown)| sums_of(shown)).collect();
        prop_assert!(shown.iter().all(|sums| sums.iter().sum::<u16>() >= 5));
        if !shown.is_empty() {
            prop_assert_eq!(shown.into_iter().fold([0; 6], plus), whole, "nothing is left over");
        }
        for group in &round.groups {
            let compared = matches!(group.says, Says::Compared(_));
            prop_assert!(!compared || group.ballots >= 3);
        }
        let hidden = round.groups.iter().filter(|group| !matches!(group.says, Says::Counts(_))).count();
        prop_assert!(hidden != 1, "one hidden group is the room less the others");
    }

    /// The law above is proved for any three of the answers, so it holds for stances if they are told just so.
    #[test]
    fn stances_are_told_as_ratings_at_one_three_and_five(votes in any_votes(0..4)) {
        let parties = [(S, UP, 0), (T, ON, 0), (C, ON, 0), (P, None, 0)];
        let as_ratings: Vec<Sums> = votes.iter().map(|votes| [votes[2], 0, votes[1], 0, votes[0], votes[5]]).collect();
        let ratings = disclose(&parties, &as_ratings);
        let mut session = blank().0;
        let tallies = parties.iter().zip(&votes).map(|((sector, level, _), votes)| Tally {
            sector: sector.map(Into::into),
            level: *level,
            counts: StanceCounts([votes[0], votes[1], votes[2]]),
            dont_know: votes[5],
        });
        let revealed = Revealed { at: session.created, round: Round::of(tallies), ..Default::default() };
        session.assumptions.insert("AS7".into(), AssumptionAnswer { rounds: vec![revealed], ..Default::default() });
        let stances = disclosed_stances(&session, &"AS7".into());
        let (told, round) = (&stances.rounds[0], &ratings.rounds[0]);
        let same = |stances: ShownStances, shown: VisibleCounts| {
            let StanceCounts([holds, partly, does_not_hold]) = stances.counts;
            (Counts5([does_not_hold, 0, partly, 0, holds]), stances.dont_know) == (shown.counts, shown.dont_know)
        };
        prop_assert_eq!(told.ballots, round.ballots);
        prop_assert_eq!(told.room.is_some(), round.room.is_some());
        prop_assert!(told.room.zip(round.room).is_none_or(|(stances, shown)| same(stances, shown)));
        prop_assert_eq!(told.groups.len(), round.groups.len());
        for (group, rating) in told.groups.iter().zip(&round.groups) {
            prop_assert_eq!((&group.voice, group.ballots), (&rating.voice, rating.ballots));
            let alike = match (&group.says, &rating.says) {
                (Says::Counts(stances), Says::Counts(shown)) => same(*stances, *shown),
                (Says::Compared(one), Says::Compared(other)) => one == other,
                (Says::Nothing, Says::Nothing) => true,
                _ => false,
            };
            prop_assert!(alike, "{:?} and {:?}", group.says, rating.says);
        }
    }

    #[test]
    fn a_hostile_file_costs_no_more(votes in proptest::collection::vec(proptest::array::uniform6(0_u16..=u16::MAX), 4)) {
        let parties = [(S, UP, 0), (T, ON, 0), (C, ON, 0), (P, None, 0)];
        prop_assert_eq!(disclose(&parties, &votes).rounds.len(), 1);
    }
}
