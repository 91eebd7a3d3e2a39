//! Papers of breakout tables beside the paper of the merged session: every way in which small tables can have voted,
//! against a reader who has all of them and knows the rules and how many of each group sat at each table.

use plenary::analysis::{Disclosed, Says, VisibleCounts, Voice, compare, disclosed, merge_tables, reading};
use plenary::framework::{Feature, Framework, Rating, Stage};
use plenary::session::{
    Answer, Counts5, Decided, Decision, Published, Register, Revealed, Round, Session, Source, Tally, merge,
};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::sync::LazyLock;

pub(crate) const S: &str = "statutory";
pub(crate) const T: &str = "third-sector";
pub(crate) const C: &str = "community";

/// Votes at 1 to 5, then don't-knows.
pub(crate) type Sums = [u16; 6];

/// People at one table: a sector and how many.
pub(crate) type Party = (&'static str, u16);

/// A table: whether it says that it is one, and who sits there.
pub(crate) type Seats<'all> = (bool, &'all [Party]);

/// People of one sector at one table, by the places of table and party.
pub(crate) type Cell = (usize, usize);

/// What is done with the tables' sessions.
#[derive(Clone, Copy, PartialEq)]
enum Rule {
    /// What the program does.
    Ours,
    /// What it did before: everything in the merged session is told as if it had been one room.
    OneRoom,
    /// Counts are told where every table has none or at least five ballots in them, and no more is asked.
    FiveOrNone,
}

pub(crate) struct Ground {
    framework: Framework,
    stage: Stage,
    pub(crate) feature: Feature,
    blank: Session,
}

pub(crate) fn ground() -> &'static Ground {
    static GROUND: LazyLock<Ground> = LazyLock::new(|| {
        // One feature and nothing else: a whole framework would be compared a hundred thousand times.
        let mut framework = Framework::parse(include_str!("../fixtures/two-stages.ron"), "two-stages.ron").unwrap();
        let blank = Session::new(&framework, "00112233445566ff".into(), "2026-03-12T14:32:00Z".parse().unwrap());
        let mut stage = framework.stages.swap_remove(0);
        stage.features.retain(|feature| !feature.levels);
        stage.features.truncate(1);
        let feature = stage.features[0].clone();
        framework.stages = vec![stage.clone()];
        framework.assumptions.clear();
        framework.influences.clear();
        framework.risks.clear();
        Ground { framework, stage, feature, blank }
    });
    &GROUND
}

/// A table's session in which everybody has voted on one feature, and the table agreed on a 3.
pub(crate) fn session(number: usize, (says_so, parties): Seats<'_>, votes: &[Sums]) -> Session {
    let ground = ground();
    let mut session = ground.blank.clone();
    session.id = format!("{number:016x}");
    session.about.table = if says_so { format!("Table {number}") } else { String::new() };
    session.register = Register::default();
    let tally = |((sector, _), [one, two, three, four, five, dont_know]): (&Party, &Sums)| Tally {
        sector: Some((*sector).to_owned()),
        counts: Counts5([*one, *two, *three, *four, *five]),
        dont_know: *dont_know,
        ..Tally::default()
    };
    let round = Round::of(parties.iter().zip(votes).map(tally));
    let rounds = vec![Revealed { at: session.created, round, ..Revealed::default() }];
    let decided = Decided::Whole(Decision::Agreed(Rating::Three));
    session.answers.insert(ground.feature.id.clone(), Answer { decided, rounds, ..Answer::default() });
    session
}

fn merged(tables: &[Session], rule: Rule) -> Session {
    let names: Vec<String> = (0..tables.len()).map(|number| format!("Table {number}")).collect();
    let sources: Vec<Source<'_>> = names.iter().zip(tables).map(|(name, session)| Source { name, session }).collect();
    let (id, at) = ("00000000000000aa".to_owned(), tables[0].created);
    if rule == Rule::Ours {
        return merge_tables(&sources, id, at).unwrap().session;
    }
    let mut session = merge(&sources, id, at).unwrap().session;
    let revealed = &mut session.answers.get_mut(&ground().feature.id).unwrap().rounds[0];
    revealed.told = (rule == Rule::FiveOrNone).then(|| {
        let enough = |ballots: u32| ballots == 0 || ballots >= 5;
        let rounds = || tables.iter().map(|table| &table.answer(&ground().feature.id).rounds[0].round);
        let of = |round: &Round, sector: &str| -> u32 {
            round.tallies.iter().filter(|one| one.sector.as_deref() == Some(sector)).map(Tally::ballots).sum()
        };
        let told = |sector: &&str| rounds().all(|round| enough(of(round, sector)));
        let sectors = [S, T, C].iter().filter(|sector| told(sector)).map(|sector| (*sector).to_owned()).collect();
        Published { room: rounds().all(|round| enough(round.ballots())), sectors, levels: Vec::new() }
    });
    session
}

/// Everything that is published: each session's paper and map, the comparison of each two.
fn published(sessions: &[Session]) -> (String, Vec<Disclosed>) {
    let Ground { framework, stage, feature, .. } = ground();
    let told: Vec<Disclosed> = sessions.iter().map(|session| disclosed(session, feature, None)).collect();
    let mut seen = format!("{told:?}");
    for session in sessions {
        write!(seen, "{:?}", reading(session, stage, &feature.id).state).unwrap();
    }
    for (place, one) in sessions.iter().enumerate() {
        for other in &sessions[place + 1..] {
            let comparison = compare(framework, one, other).unwrap();
            write!(seen, "{:?}", comparison.features.iter().map(|change| change.votes.clone()).collect::<Vec<_>>())
                .unwrap();
        }
    }
    (seen, told)
}

/// Every way in which some people can give these answers.
pub(crate) fn ways(people: u16, answers: &[usize]) -> Vec<Sums> {
    let Some((first, others)) = answers.split_first() else {
        return if people == 0 { vec![[0; 6]] } else { vec![] };
    };
    let mut all = Vec::new();
    for here in 0..=people {
        for mut sums in ways(people - here, others) {
            sums[*first] = here;
            all.push(sums);
        }
    }
    all
}

/// Every way in which all at some tables can vote: by cell.
pub(crate) fn worlds(cells: &[(Cell, Party)], answers: &[usize]) -> Vec<Vec<Sums>> {
    cells.iter().fold(vec![vec![]], |worlds, (_, (_, people))| {
        let ways = ways(*people, answers);
        worlds.iter().flat_map(|world| ways.iter().map(|way| [&world[..], &[*way]].concat())).collect()
    })
}

/// A total that is told: the places of the cells in it, and its counts.
pub(crate) type Total = (Vec<usize>, Sums);

/// The totals in one paper, of those cells which it is about. The first is the room's, where it is told.
pub(crate) fn totals(cells: &[(Cell, Party)], about: &[usize], paper: &Disclosed) -> Vec<Total> {
    let round = &paper.rounds[0];
    let sums = |shown: &VisibleCounts| {
        let [one, two, three, four, five] = shown.counts.0;
        [one, two, three, four, five, shown.dont_know]
    };
    let of = |voice: &Voice| -> Vec<usize> {
        about.iter().copied().filter(|place| *voice == Voice::Sector(Some(cells[*place].1.0.to_owned()))).collect()
    };
    let mut totals: Vec<Total> = round.room.iter().map(|room| (about.to_vec(), sums(room))).collect();
    for (voice, shown) in round.shown() {
        let places = match voice {
            Voice::EveryoneElse(_) => {
                let hidden = round.groups.iter().filter(|group| !matches!(group.says, Says::Counts(_)));
                hidden.flat_map(|group| of(&group.voice)).collect()
            }
            voice => of(voice),
        };
        totals.push((places, sums(shown)));
    }
    totals
}

/// Totals, and what is left of one without another that is part of it: five people and more are told of.
fn with_differences(cells: &[(Cell, Party)], mut totals: Vec<Total>) -> Vec<Total> {
    let mut place = 0;
    while place < totals.len() {
        for other in 0..place {
            let (mut whole, mut part) = (totals[place].clone(), totals[other].clone());
            if whole.0.len() < part.0.len() {
                std::mem::swap(&mut whole, &mut part);
            }
            let left: Vec<usize> = whole.0.iter().copied().filter(|cell| !part.0.contains(cell)).collect();
            let people: u16 = left.iter().map(|cell| cells[*cell].1.1).sum();
            let is_part = left.len() + part.0.len() == whole.0.len();
            if is_part && people >= 5 && !totals.iter().any(|(known, _)| *known == left) {
                totals.push((left, std::array::from_fn(|answer| whole.1[answer] - part.1[answer])));
            }
        }
        place += 1;
    }
    totals
}

/// What single totals say of some cells by themselves: the least and the most of one answer; nothing is subtracted.
pub(crate) fn said_outright(cells: &[(Cell, Party)], totals: &[Total], places: &[usize], answer: usize) -> (u16, u16) {
    let size = |places: &[usize]| -> u16 { places.iter().map(|place| cells[*place].1.1).sum() };
    let mut known = (0, size(places));
    for (total, sums) in totals {
        let inside: Vec<usize> = places.iter().copied().filter(|place| total.contains(place)).collect();
        let (all, inside, outside) = (size(total), size(&inside), size(places) - size(&inside));
        known =
            (known.0.max(inside.saturating_sub(all - sums[answer])), known.1.min(inside.min(sums[answer]) + outside));
    }
    known
}

/// Those whose votes a reader is curious about: each cell, each table, each sector; with no two alike.
fn curious(cells: &[(Cell, Party)]) -> Vec<Vec<usize>> {
    let by = |same: &dyn Fn(usize, usize) -> bool| -> Vec<Vec<usize>> {
        (0..cells.len()).map(|one| (0..cells.len()).filter(|other| same(one, *other)).collect()).collect()
    };
    let all: BTreeSet<Vec<usize>> = by(&|one, other| one == other)
        .into_iter()
        .chain(by(&|one, other| cells[one].0.0 == cells[other].0.0))
        .chain(by(&|one, other| cells[one].1.0 == cells[other].1.0))
        .collect();
    all.into_iter().collect()
}

/// What a reader knows of worlds that look alike.
struct Alike {
    totals: Vec<Total>,
    /// The totals of whole papers.
    rooms: Vec<Total>,
    /// The least and the most of each answer, for each of [`curious`].
    ranges: Vec<[(u16, u16); 6]>,
}

/// What can be worked out that no total says by itself: in words, so that a failure tells it.
///
/// Of everybody whose counts are not told each count must have two values or more, unless a single total says it; and
/// of a sector of one or two people no vote may be certain, unless the total of a whole paper says it.
fn leaks(tables: &[Seats<'_>], answers: &[usize], rule: Rule) -> (Vec<String>, usize) {
    let cells: Vec<(Cell, Party)> = tables
        .iter()
        .enumerate()
        .flat_map(|(table, (_, parties))| {
            parties.iter().enumerate().map(move |(place, party)| ((table, place), *party))
        })
        .collect();
    let curious = curious(&cells);
    let mut alike: BTreeMap<String, Alike> = BTreeMap::new();
    let sum = |world: &[Sums], places: &[usize]| -> Sums {
        places.iter().fold([0; 6], |sum, place| std::array::from_fn(|answer| sum[answer] + world[*place][answer]))
    };
    for world in worlds(&cells, answers) {
        let mut votes = world.iter();
        let mut sessions: Vec<Session> = tables
            .iter()
            .enumerate()
            .map(|(number, seats)| {
                session(number, *seats, &votes.by_ref().take(seats.1.len()).copied().collect::<Vec<_>>())
            })
            .collect();
        sessions.push(merged(&sessions, rule));
        let (seen, papers) = published(&sessions);
        let known = alike.entry(seen).or_insert_with(|| {
            let about = |paper: usize| -> Vec<usize> {
                (0..cells.len()).filter(|place| paper == tables.len() || cells[*place].0.0 == paper).collect()
            };
            let of: Vec<Vec<Total>> =
                papers.iter().enumerate().map(|(place, paper)| totals(&cells, &about(place), paper)).collect();
            let rooms = of.iter().zip(&papers).filter(|(_, paper)| paper.rounds[0].room.is_some());
            let rooms = rooms.filter_map(|(totals, _)| totals.first().cloned()).collect();
            let ranges = vec![[(u16::MAX, 0); 6]; curious.len()];
            let totals = with_differences(&cells, of.into_iter().flatten().collect());
            Alike { totals, rooms, ranges }
        });
        for (places, ranges) in curious.iter().zip(&mut known.ranges) {
            for (count, (least, most)) in sum(&world, places).into_iter().zip(ranges) {
                *least = count.min(*least);
                *most = count.max(*most);
            }
        }
    }
    let told = alike.values().filter(|known| !known.totals.is_empty()).count();
    let mut leaks = Vec::new();
    for (seen, known) in &alike {
        for (places, ranges) in curious.iter().zip(&known.ranges) {
            let inside = known.totals.iter().filter(|(total, _)| total.iter().all(|place| places.contains(place)));
            let covered: BTreeSet<usize> = inside.flat_map(|(total, _)| total.clone()).collect();
            if places.iter().all(|place| covered.contains(place)) {
                continue;
            }
            let size: u16 = places.iter().map(|place| cells[*place].1.1).sum();
            for answer in answers {
                let (least, most) = ranges[*answer];
                let (said_least, said_most) = said_outright(&cells, &known.totals, places, *answer);
                let sector = cells.iter().enumerate().filter(|(_, cell)| cell.1.0 == cells[places[0]].1.0);
                let whole = sector.map(|(place, _)| place).eq(places.iter().copied());
                let few = size < 3 && whole && least > said_outright(&cells, &known.rooms, places, *answer).0;
                if (least == most && said_least < said_most) || few {
                    let who: Vec<_> = places.iter().map(|place| cells[*place]).collect();
                    leaks.push(format!("{who:?} gave answer {answer} {least} times: {seen}"));
                }
            }
        }
    }
    (leaks, told)
}

/// Tables of up to four people of two sectors.
fn small_tables() -> Vec<Vec<Party>> {
    let all = (0..=4_u16).flat_map(|one| (0..=4 - one).map(move |other| vec![(S, one), (T, other)]));
    let seated = all.map(|parties| parties.into_iter().filter(|(_, people)| *people > 0).collect::<Vec<_>>());
    seated.filter(|parties| !parties.is_empty()).collect()
}

/// Every two tables of up to four, in either order once.
fn pairs() -> Vec<[Vec<Party>; 2]> {
    let tables = small_tables();
    let pairs = (0..tables.len()).flat_map(|one| (one..tables.len()).map(move |other| (one, other)));
    pairs.map(|(one, other)| [tables[one].clone(), tables[other].clone()]).collect()
}

#[test]
fn nothing_follows_from_the_papers_of_two_tables_that_say_so_and_the_merged_one() {
    let mut told = 0;
    for [one, other] in pairs() {
        let (leaks, parted) = leaks(&[(true, &one), (true, &other)], &[0, 2, 4], Rule::Ours);
        assert!(leaks.is_empty(), "{} leaks, as {}", leaks.len(), leaks[0]);
        told += parted;
    }
    assert!(told > 0, "of five and more counts are told");
}

#[test]
fn nothing_follows_from_the_papers_of_two_tables_that_do_not_say_so() {
    for [one, other] in pairs() {
        for says_so in [false, true] {
            let (leaks, told) = leaks(&[(false, &one), (says_so, &other)], &[0, 2], Rule::Ours);
            assert!(leaks.is_empty(), "{} leaks, as {}", leaks.len(), leaks[0]);
            assert_eq!(told, 0, "no table of less than five is part of a sum that is told");
        }
    }
}

/// Larger tables, where counts are told: what the smaller of them hide stays hidden.
const LARGER: [[Seats<'static>; 2]; 9] = [
    [(false, &[(S, 5)]), (false, &[(T, 3)])],
    [(false, &[(S, 5), (T, 2)]), (false, &[(S, 5)])],
    [(false, &[(S, 5), (T, 1)]), (false, &[(T, 5)])],
    // The third sector at the first table covers the one from the community.
    [(false, &[(S, 5), (T, 5), (C, 1)]), (false, &[(T, 5)])],
    [(false, &[(S, 5), (T, 3)]), (true, &[(S, 3), (T, 3)])],
    [(false, &[(S, 5), (T, 2), (C, 2)]), (true, &[(S, 5)])],
    [(true, &[(S, 4), (T, 1)]), (true, &[(S, 1), (T, 4)])],
    [(true, &[(S, 5), (T, 2)]), (true, &[(T, 2), (C, 2)])],
    [(true, &[(S, 3), (T, 3)]), (false, &[(S, 5)])],
];

#[test]
fn nothing_follows_from_larger_tables() {
    let mut told = 0;
    // Two ratings; then a rating and don't-knows, which make a blind spot of a map. From three ballots on a third of them
    // does: of a whole room of just three a map without a blind spot says by that rule that nobody there did not know.
    let of_three = |tables: &[Seats<'_>]| {
        let people = |parties: &[Party]| parties.iter().map(|(_, people)| people).sum::<u16>();
        tables.iter().any(|(says_so, parties)| !says_so && people(parties) == 3)
    };
    for (tables, answers) in LARGER.iter().flat_map(|tables| [(tables, [1, 4]), (tables, [1, 5])]) {
        if answers.contains(&5) && of_three(tables) {
            continue;
        }
        let (leaks, parted) = leaks(tables, &answers, Rule::Ours);
        assert!(leaks.is_empty(), "{tables:?}: {} leaks, as {}", leaks.len(), leaks[0]);
        told += parted;
    }
    assert!(told > 0, "some counts are told");
}

#[test]
fn the_reader_finds_what_other_rules_would_give_away() {
    let found = |tables: &[Seats<'_>], rule| !leaks(tables, &[1, 4], rule).0.is_empty();
    let [of_one_room, covering] = [&LARGER[0], &LARGER[3]];
    assert!(found(of_one_room, Rule::OneRoom), "the whole less the table that is told is the other one");
    assert!(!found(of_one_room, Rule::FiveOrNone));
    assert!(found(covering, Rule::FiveOrNone), "the third sector less that of one table is what covers the community");
    assert!(!found(covering, Rule::Ours));
}
