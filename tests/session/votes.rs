//! Taking votes: ballots that tell nothing while the round is open, rounds on the record, minority statements.

use plenary::framework::{Feature, Framework, Level};
use plenary::session::{
    BallotError, Ballots, CountError, CountedBy, Counts, Counts5, Dissent, Group, History, Refusal, Register, Round,
    Session, StanceCounts, TakesVotes, Tally, UNSORTED, Verdict, Vote, Voters, read_counts,
};
use plenary::store::{Head, decode, encode};
use proptest::prelude::*;

fn start() -> (Framework, Session) {
    let framework = Framework::built_in().unwrap();
    let session = Session::new(&framework, "00112233445566ff".into(), "2026-03-12T14:32:00Z".parse().unwrap());
    (framework, session)
}

fn feature<'a>(framework: &'a Framework, id: &str) -> &'a Feature {
    framework.feature(&id.into()).unwrap().2
}

fn register(text: &str) -> Register {
    Register::parse(text).unwrap()
}

fn of(sector: &str) -> Voters {
    Voters { sector: Some(sector.into()), level: None }
}

/// Presses digits on the keypad.
fn press(ballots: &mut Ballots, digits: &str) {
    for digit in digits.chars() {
        ballots.cast(Vote::from_digit(digit).unwrap()).unwrap();
    }
}

fn whole(counts: [u16; 5], dont_know: u16) -> Round {
    Round::of([Tally { counts: Counts5(counts), dont_know, ..Tally::default() }])
}

#[test]
fn the_keypad_shows_how_many_are_in() {
    let mut ballots = Ballots::open(&register("12"), CountedBy::Room);
    assert_eq!(ballots.cast_count().to_string(), "0 of 12 in");
    press(&mut ballots, "4420315");
    assert_eq!(ballots.cast_count().to_string(), "7 of 12 in");
    assert!(!ballots.cast_count().is_complete());
    press(&mut ballots, "33333");
    assert!(ballots.cast_count().is_complete());
    assert_eq!(ballots.reveal(), whole([1, 1, 6, 2, 1], 1));

    let nobody_registered: Ballots = Ballots::open(&Register::default(), CountedBy::Room);
    assert_eq!(nobody_registered.cast_count().to_string(), "0 in");
    assert!(!nobody_registered.cast_count().is_complete());
    assert!("6789 x".chars().all(|key| Vote::<Counts5>::from_digit(key).is_none()));
}

#[test]
fn each_vote_can_be_taken_back_in_turn_until_the_reveal() {
    let mut ballots = Ballots::open(&register("3"), CountedBy::Room);
    assert_eq!(ballots.withdraw_last(), Err(BallotError::NothingToWithdraw));
    press(&mut ballots, "45");
    assert_eq!(ballots.withdraw_last(), Ok(()));
    assert_eq!(ballots.cast_count().to_string(), "1 of 3 in");
    assert_eq!(ballots.withdraw_last(), Ok(()));
    assert_eq!(ballots.withdraw_last(), Err(BallotError::NothingToWithdraw));
    press(&mut ballots, "42");
    assert_eq!(ballots.reveal(), whole([0, 1, 0, 1, 0], 0));
}

#[test]
fn more_votes_than_people_count_only_where_that_is_meant() {
    let more = |counted, present| Err(BallotError::MoreThanPresent { counted, present });
    let mut ballots = Ballots::open(&register("statutory=5,third-sector=2"), CountedBy::Sector);
    assert_eq!(ballots.count("0 2 5 1 0", false), more(8, 5));
    assert_eq!(ballots.cast_count().cast, 0);
    ballots.count("00500", false).unwrap();
    ballots.ask(of("third-sector"));
    press(&mut ballots, "44");
    assert_eq!(ballots.missing(), 0);
    assert_eq!(ballots.press('4', false), Some(more(3, 2)));
    assert_eq!((ballots.cast_count().cast, ballots.press('4', true)), (7, Some(Ok(()))));
    let mut anybody: Ballots = Ballots::open(&Register::default(), CountedBy::Room);
    anybody.count("0 2 5 1 0", false).unwrap();
}

#[test]
fn everybody_is_in_only_when_every_group_is() {
    let mut ballots = Ballots::open(&register("statutory=5,third-sector=5"), CountedBy::Sector);
    ballots.ask(of("statutory"));
    ballots.count("00800", true).unwrap();
    ballots.ask(of("third-sector"));
    press(&mut ballots, "33");
    assert_eq!((ballots.cast_count().to_string(), ballots.missing()), ("10 of 10 in".to_owned(), 3));
}

#[test]
fn each_sector_can_vote_by_itself() {
    let mut ballots = Ballots::open(&register("statutory=7,third-sector=4,1"), CountedBy::Sector);
    ballots.ask(of("third-sector"));
    press(&mut ballots, "11");
    assert_eq!(ballots.cast_count_of(&of("third-sector")).to_string(), "2 of 4 in");
    ballots.ask(of("statutory"));
    assert_eq!(ballots.withdraw_last(), Err(BallotError::NothingToWithdraw), "the third sector's votes stand");
    ballots.count("0 2 3 1 0 ?1", false).unwrap();
    assert_eq!(ballots.cast_count_of(&of("statutory")).to_string(), "7 of 7 in");
    assert_eq!(ballots.cast_count().to_string(), "9 of 12 in");
    ballots.count("0 2 3 2 0", false).unwrap();
    assert_eq!(ballots.cast_count().to_string(), "9 of 12 in", "a line replaces what was in");
    ballots.ask(of("third-sector"));
    ballots.withdraw_last().unwrap();
    ballots.withdraw_last().unwrap();
    let round = ballots.reveal();
    assert_eq!(round.tallies.len(), 1);
    assert_eq!(round.tallies[0].voters(), of("statutory"));
}

#[test]
fn people_are_expected_by_sector_and_level() {
    let mut register = register("statutory=3");
    let group = |level, people| Group { sector: "community".into(), level, people, ..Group::default() };
    register.add(group(Some(Level::Strategic), 1)).unwrap();
    register.add(group(Some(Level::Operational), 5)).unwrap();
    let expected = |by| -> Vec<u32> { register.voters(by).into_iter().map(|(_, people)| people).collect() };
    assert_eq!(expected(CountedBy::Room), [9]);
    assert_eq!(expected(CountedBy::Sector), [3, 6]);
    assert_eq!(expected(CountedBy::Level), [3, 1, 5]);
    assert_eq!(expected(CountedBy::SectorAndLevel), [3, 1, 5]);
}

#[test]
fn a_line_of_counts_reads_as_people_write_it() {
    let read =
        |line: &str| read_counts::<Counts5>(line, Voters::default()).map(|tally| (tally.counts.0, tally.dont_know));
    for line in ["02531", "0 2 5 3 1", " 0  2 5\t3 1 ", "0,2,5,3,1", "0, 2, 5, 3, 1", "0;2;5;3;1", "00 2 5 3 1"] {
        assert_eq!(read(line), Ok(([0, 2, 5, 3, 1], 0)), "{line}");
    }
    for line in ["0 2 5 3 1 ?2", "0 2 5 3 1 ? 2", "0 2 5 3 1?2", "0,2,5,3,1,?2"] {
        assert_eq!(read(line), Ok(([0, 2, 5, 3, 1], 2)), "{line}");
    }
    assert_eq!(read("0 0 0 0 0 ?"), Ok(([0; 5], 1)), "a question mark is one person");
    assert_eq!(read("0 2 5 3"), Err(CountError::NotAsMany(4, Counts5::ASKED)));
    assert_eq!(read("0 2 5 3 1 2"), Err(CountError::NotAsMany(6, Counts5::ASKED)));
    assert_eq!(read("?3"), Ok(([0; 5], 3)), "a group of which nobody knows");
    // The place, not the word: an error is read on the wall, and the round is not revealed.
    assert_eq!(read("0 2 x 3 1"), Err(CountError::NotACount(3)));
    assert_eq!(read("0 2 5 3 1 ?x"), Err(CountError::NotACount(6)));
    assert_eq!(read("0 2 -5 3 1"), Err(CountError::NotACount(3)));
    assert_eq!(read("1000 0 0 0 0"), Err(CountError::NotACount(1)));
    assert_eq!(read("999 1 0 0 0"), Err(CountError::TooMany(1000)));
    assert_eq!(read("0 2 5 3 1 ?2 ?1"), Err(CountError::DontKnowElsewhere(Counts5::ASKED)));
    assert_eq!(read("0 2 5 3 1 ?2 1"), Err(CountError::DontKnowElsewhere(Counts5::ASKED)));
    assert_eq!(read("?2 0 2 5 3 1"), Err(CountError::DontKnowElsewhere(Counts5::ASKED)));
    assert_eq!(read("  "), Err(CountError::Nobody(Counts5::ASKED)));
    assert_eq!(read("0 0 0 0 0"), Err(CountError::Nobody(Counts5::ASKED)));
}

#[test]
fn on_an_assumption_three_counts_are_asked_for_and_three_digits_taken() {
    let read = |line: &str| {
        read_counts::<StanceCounts>(line, Voters::default()).map(|tally| (tally.counts.0, tally.dont_know))
    };
    assert_eq!(read("7 3 2"), Ok(([7, 3, 2], 0)));
    assert_eq!(read("7, 3, 2 ?1"), Ok(([7, 3, 2], 1)));
    let five = read("0 2 5 3 1").unwrap_err();
    assert!(five.to_string().starts_with("There are 5 counts; write three, for holds, holds in part"), "{five}");
    assert_eq!(read(" "), Err(CountError::Nobody(StanceCounts::ASKED)));
    let mut ballots: Ballots<StanceCounts> = Ballots::open(&register("4"), CountedBy::Room);
    for digit in "1320".chars() {
        ballots.cast(Vote::from_digit(digit).unwrap()).unwrap();
    }
    assert!("456789 x".chars().all(|key| Vote::<StanceCounts>::from_digit(key).is_none()));
    let whole = ballots.reveal().whole();
    assert_eq!((whole.counts, whole.dont_know), (StanceCounts([1, 1, 1]), 1));
}

#[test]
fn a_room_votes_twice_on_an_assumption_and_may_correct_and_undo_it() {
    let framework = Framework::built_in().unwrap();
    let assumption = framework.assumption(&"AS7".into()).unwrap();
    let mut session = Session::new(&framework, "00000000000000aa".into(), jiff::Timestamp::UNIX_EPOCH);
    let round = |counts| Round::of([Tally { counts: StanceCounts(counts), ..Tally::default() }]);
    let at = session.created;
    assert_eq!(session.reveal(assumption, round([0, 0, 0]), at), Err(Refusal::NobodyVoted));
    assert_eq!(session.correct(assumption, 0, round([1, 0, 0])), Err(Refusal::NoRound));
    let first = session.reveal(assumption, round([7, 3, 2]), at).unwrap().unwrap();
    assert_eq!(first.sentence, format!("{} votes, round 1", assumption.label));
    session.reveal(assumption, round([9, 3, 0]), at).unwrap();
    assert_eq!(session.reveal(assumption, round([9, 3, 0]), at), Err(Refusal::TwoRounds));
    let before = session.clone();
    let mut history = History::default();
    let corrected = session.correct(assumption, 1, round([8, 4, 0])).unwrap().unwrap();
    history.record(corrected, &session);
    assert_eq!(session.assumption(&assumption.id).rounds[1].round.whole().counts, StanceCounts([8, 4, 0]));
    history.undo(&mut session).unwrap();
    assert_eq!(session, before);
    assert_eq!(session.assumption(&assumption.id).verdict, Verdict::NotDiscussed, "votes inform, the room decides");
}

#[test]
fn a_line_that_cannot_be_read_changes_nothing() {
    let mut ballots = Ballots::open(&register("4"), CountedBy::Room);
    press(&mut ballots, "445");
    assert!(ballots.count("0 2 5 3", false).is_err());
    assert_eq!(ballots.withdraw_last(), Ok(()));
    assert_eq!(ballots.reveal(), whole([0, 0, 0, 2, 0], 0));
}

#[test]
fn a_key_that_is_held_down_stops_at_999() {
    let mut ballots = Ballots::open(&register("12"), CountedBy::Room);
    press(&mut ballots, &"3".repeat(999));
    assert_eq!(ballots.cast(Vote::DontKnow), Err(BallotError::TooMany));
    assert_eq!(ballots.cast_count().cast, 999);
}

/// Votes as the keypad gives them: who votes, then a digit.
fn keypad() -> impl Strategy<Value = Vec<(bool, char)>> {
    proptest::collection::vec((any::<bool>(), proptest::char::range('0', '5')), 0..40)
}

fn cast_all(votes: &[(bool, char)]) -> Ballots {
    let mut ballots = Ballots::open(&register("statutory=7,community=4"), CountedBy::Sector);
    for (statutory, digit) in votes {
        ballots.ask(of(if *statutory { "statutory" } else { "community" }));
        press(&mut ballots, &digit.to_string());
    }
    ballots
}

proptest! {
    #![proptest_config(crate::support::cases(256))]

    #[test]
    fn an_open_round_tells_only_how_many_are_in(votes in keypad(), others in keypad()) {
        let number = votes.len().min(others.len());
        let (ballots, other) = (cast_all(&votes[..number]), cast_all(&others[..number]));
        let shown = format!("{ballots:?} {ballots:#?}");
        prop_assert_eq!(&shown, &format!("{other:?} {other:#?}"), "whatever was voted");
        prop_assert_eq!(shown, format!("Ballots({number} of 11 in) Ballots({number} of 11 in)"));
    }

    #[test]
    fn the_order_of_votes_is_gone(votes in keypad(), shift in 0..40_usize) {
        let mut other = votes.clone();
        other.rotate_left(shift % votes.len().max(1));
        let (round, other) = (cast_all(&votes).reveal(), cast_all(&other).reveal());
        prop_assert_eq!(&round, &other);
        prop_assert_eq!(round.ballots() as usize, votes.len());
        let dont_knows = votes.iter().filter(|(_, digit)| *digit == '0').count();
        prop_assert_eq!(usize::from(round.whole().dont_know), dont_knows);
    }

    #[test]
    fn a_vote_taken_back_was_never_there(votes in keypad(), last in proptest::char::range('0', '5')) {
        let mut ballots = cast_all(&votes);
        ballots.ask(of("statutory"));
        press(&mut ballots, &last.to_string());
        ballots.withdraw_last().unwrap();
        prop_assert_eq!(ballots.reveal(), cast_all(&votes).reveal());
    }

    #[test]
    fn undo_and_redo_are_exact(steps in proptest::collection::vec((0..6_u8, 0..3_usize, 0..9_u16), 1..30)) {
        let (framework, mut session) = start();
        let mut history = History::default();
        let blank = session.clone();
        let (item, levels) = (feature(&framework, "P3"), feature(&framework, "P4"));
        let at = session.created;
        for (step, place, number) in steps {
            let round = whole([number, 0, 1, 0, 0], number);
            let dissent = Dissent { text: format!("we see {number}"), ..Dissent::default() };
            let changed = match step {
                0 => session.reveal((item, None), round, at),
                1 => session.reveal((levels, Some(Level::ALL[place % 2])), round, at),
                2 => session.correct((item, None), place, round),
                3 => session.dissent(levels, dissent),
                4 => session.change_dissent(levels, place, dissent),
                _ => session.remove_dissent(levels, place),
            };
            if let Ok(Some(edit)) = changed {
                history.record(edit, &session);
            }
            prop_assert!(session.answer(&item.id).rounds.len() <= 2);
            prop_assert!(session.answer(&levels.id).rounds.len() <= 4);
        }
        let end = session.clone();
        while history.undo(&mut session).is_some() {}
        prop_assert_eq!(&session.answers.get(&item.id), &None);
        prop_assert_eq!(&session, &blank);
        while history.redo(&mut session).is_some() {}
        prop_assert_eq!(session, end);
    }
}

#[test]
fn two_rounds_are_kept_and_a_third_is_refused() {
    let (framework, mut session) = start();
    let (item, at) = (feature(&framework, "P3"), session.created);
    let edit = session.reveal((item, None), whole([0, 2, 5, 3, 1], 1), at).unwrap().unwrap();
    assert_eq!(edit.sentence, format!("{} votes, round 1", item.label));
    session.reveal((item, None), whole([0, 0, 5, 6, 0], 1), at).unwrap();
    let refused = session.reveal((item, None), whole([0, 0, 0, 12, 0], 0), at);
    assert_eq!(refused, Err(Refusal::TwoRounds));
    let answer = session.answer(&item.id);
    assert_eq!(answer.rounds_at(None).count(), 2);
    assert_eq!(answer.latest_round(None).unwrap().whole().counts, Counts5([0, 0, 5, 6, 0]));
    assert_eq!(answer.decided, plenary::session::Decided::default(), "the median is never taken");

    session.correct((item, None), 0, whole([0, 3, 5, 3, 1], 0)).unwrap();
    let first = session.answer(&item.id).rounds_at(None).next().unwrap();
    assert_eq!((first.whole().counts.0, first.whole().dont_know), ([0, 3, 5, 3, 1], 0));
    assert_eq!(session.correct((item, None), 2, whole([1; 5], 0)), Err(Refusal::NoRound));
    assert_eq!(session.correct((item, None), 1, whole([0; 5], 0)), Err(Refusal::NobodyVoted));
}

#[test]
fn each_level_has_two_rounds_of_its_own() {
    let (framework, mut session) = start();
    let (item, at) = (feature(&framework, "P4"), session.created);
    assert_eq!(session.reveal((item, None), whole([1; 5], 0), at), Err(Refusal::Level));
    assert_eq!(session.reveal((item, Some(Level::Strategic)), Round::default(), at), Err(Refusal::NobodyVoted));
    for level in Level::ALL {
        for _ in 0..2 {
            session.reveal((item, Some(level)), whole([1; 5], 0), at).unwrap();
        }
        assert_eq!(session.reveal((item, Some(level)), whole([1; 5], 0), at), Err(Refusal::TwoRounds));
    }
    session.status = plenary::session::Status::Finished;
    let other = feature(&framework, "P3");
    assert_eq!(session.may_vote((other, None)), Err(Refusal::Finished));
    assert_eq!(session.reveal((other, None), whole([1; 5], 0), at), Err(Refusal::Finished));
}

#[test]
fn tallies_of_one_group_are_added_up() {
    let tally = |sector: Option<&str>, level, counts| Tally {
        sector: sector.map(str::to_owned),
        level,
        counts: Counts5(counts),
        dont_know: 1,
    };
    let round = Round::of([
        tally(Some("statutory"), Some(Level::Strategic), [1, 0, 0, 0, 0]),
        tally(Some(UNSORTED), None, [0, 0, 0, 1, 0]),
        tally(Some("statutory"), Some(Level::Strategic), [0, 1, 0, 0, 0]),
        tally(None, None, [0, 0, 0, 0, 1]),
        tally(Some("statutory"), Some(Level::Operational), [0, 0, 2, 0, 0]),
        Tally { sector: Some("private".into()), ..Tally::default() },
    ]);
    let groups: Vec<_> = round.tallies.iter().map(|tally| (tally.sector.as_deref(), tally.level)).collect();
    let up = Some(Level::Strategic);
    assert_eq!(groups, [(None, None), (Some("statutory"), up), (Some("statutory"), Some(Level::Operational))]);
    assert_eq!(round.by_sector().iter().map(Tally::ballots).collect::<Vec<_>>(), [4, 7]);
    assert_eq!(round.by_level().iter().map(Tally::ballots).collect::<Vec<_>>(), [4, 4, 3]);
    assert_eq!((round.whole().counts.0, round.whole().dont_know), ([1, 1, 2, 1, 1], 5));
    assert_eq!(round.sectors().into_iter().collect::<Vec<_>>(), ["statutory"]);
}

#[test]
fn a_minority_is_on_the_record() {
    let (framework, mut session) = start();
    let item = feature(&framework, "E2");
    let says = |text: &str, name: Option<&str>| Dissent {
        text: text.into(),
        attributed_to: name.map(str::to_owned),
        level: None,
    };
    session.dissent(item, says("  We were never asked. ", None)).unwrap();
    session.dissent(item, says("Not in our area", Some(" Tenants' forum "))).unwrap();
    assert_eq!(
        session.answer(&item.id).dissent,
        [says("We were never asked.", None), says("Not in our area", Some("Tenants' forum"))]
    );
    session.change_dissent(item, 0, says("We were asked late", Some("  "))).unwrap();
    assert_eq!(session.answer(&item.id).dissent[0], says("We were asked late", None), "an empty name is none");
    assert_eq!(session.change_dissent(item, 0, says("We were asked late", None)), Ok(None));
    session.remove_dissent(item, 1).unwrap();
    assert_eq!(session.answer(&item.id).dissent.len(), 1);
    assert_eq!(session.dissent(item, says("  ", None)), Err(Refusal::EmptyStatement));
    assert_eq!(session.remove_dissent(item, 1), Err(Refusal::NoStatement));
    assert_eq!(session.change_dissent(item, 1, says("x", None)), Err(Refusal::NoStatement));
    let strategic = Dissent { level: Some(Level::Strategic), ..says("x", None) };
    assert_eq!(session.dissent(item, strategic.clone()), Err(Refusal::OneRating));
    assert!(session.dissent(feature(&framework, "E1"), strategic).is_ok());
}

#[test]
fn what_was_voted_is_read_back_and_lean() {
    let (framework, mut session) = start();
    let (item, at) = (feature(&framework, "P3"), session.created);
    let mut ballots = Ballots::open(&register("statutory=7,third-sector=4"), CountedBy::Sector);
    ballots.ask(of("statutory"));
    ballots.count("0 2 3 1 0 ?1", false).unwrap();
    ballots.ask(of("third-sector"));
    press(&mut ballots, "1122");
    session.reveal((item, None), ballots.reveal(), at).unwrap();
    session.dissent(item, Dissent { text: "We see it otherwise".into(), ..Dissent::default() }).unwrap();
    let text = encode(&session, &Head::of(&session, &framework, at)).unwrap();
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains(r#"(sector: Some("statutory"), counts: (0, 2, 3, 1, 0), dont_know: 1)"#), "{text}");
    assert!(one_line.contains(r#"(sector: Some("third-sector"), counts: (2, 2, 0, 0, 0))"#), "{text}");
    assert!(one_line.contains(r#"[(text: "We see it otherwise")]"#), "{text}");
    let loaded = decode(text.as_bytes(), "session.ron").unwrap();
    assert_eq!((loaded.session, loaded.warnings), (session, vec![]));
}
