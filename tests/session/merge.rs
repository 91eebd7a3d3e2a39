//! Breakout tables merged: nothing lost, whatever the order, and nothing twice.

use crate::support::said::{Said, at, id, not_agreed, rating};
use crate::support::sessions::{moment, sessions};
use plenary::framework::{Confidence, Id};
use plenary::session::{
    ActionStatus, Answer, Concern, Counts5, Decision, Earlier, MergeRefusal, Merged, Range, Register, Round, Session,
    Source, StanceCounts, Tally, Verdict, merge,
};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;

const NEW: &str = "00000000000000aa";

fn merged(sources: &[(&str, &Session)]) -> Result<Merged, MergeRefusal> {
    let sources: Vec<Source<'_>> = sources.iter().map(|(name, session)| Source { name, session }).collect();
    merge(&sources, NEW.into(), at())
}

fn table(number: u64) -> Said {
    let mut said = Said::nothing();
    said.session.id = format!("{number:016x}");
    said.session.about.partnership = "Glenside CPP".into();
    said.session.rev = 10;
    said
}

fn vote(said: &mut Said, name: &str, sector: &str, counts: [u16; 5]) {
    let feature = said.feature(name);
    let tally = Tally { sector: Some(sector.into()), counts: Counts5(counts), ..Tally::default() };
    let changed = said.session.reveal((&feature, None), Round::of([tally]), at());
    said.take(changed);
}

#[test]
fn no_view_of_a_table_is_lost_where_others_stand_further_out() {
    let (mut blue, mut red, mut green) = (table(1), table(2), table(3));
    blue.decide(
        "I1",
        &Decision::NotAgreed {
            range: Range::between(rating(2), rating(4)).unwrap(),
            low_view: "too slow".into(),
            high_view: "good enough".into(),
        },
    );
    red.rate("I1", 1);
    green.rate("I1", 5);
    let merged = merged(&[("Blue", &blue.session), ("Red", &red.session), ("Green", &green.session)]).unwrap();
    let Decision::NotAgreed { range, low_view, high_view } = merged.session.answer(&id("I1")).decided.at(None).clone()
    else {
        panic!("not agreed")
    };
    assert_eq!((range.low().number(), range.high().number()), (1, 5));
    assert_eq!(low_view, "Blue (2): too slow\nRed");
    assert_eq!(high_view, "Blue (4): good enough\nGreen");
}

#[test]
fn tallies_add_up_by_sector_and_rounds_are_paired_by_their_number() {
    let (mut blue, mut red) = (table(1), table(2));
    vote(&mut blue, "P3", "statutory", [0, 1, 2, 1, 0]);
    vote(&mut blue, "P3", "statutory", [0, 0, 3, 1, 0]);
    vote(&mut red, "P3", "statutory", [1, 1, 0, 0, 0]);
    vote(&mut red, "P3", "community", [0, 0, 0, 2, 1]);
    let merged = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap();
    let answer = merged.session.answer(&id("P3"));
    let rounds: Vec<Vec<(Option<&str>, [u16; 5])>> = answer
        .rounds
        .iter()
        .map(|one| one.round.tallies.iter().map(|tally| (tally.sector.as_deref(), tally.counts.0)).collect())
        .collect();
    assert_eq!(
        rounds,
        [
            vec![(Some("statutory"), [1, 2, 2, 1, 0])],
            vec![(Some("community"), [0, 0, 0, 2, 1]), (Some("statutory"), [0, 0, 3, 1, 0])],
        ]
    );
}

/// Reveals a round on AS7.
fn stand(said: &mut Said, sector: &str, counts: [u16; 3]) {
    let assumption = said.framework.assumption(&id("AS7")).unwrap().clone();
    let tally = Tally { sector: Some(sector.into()), counts: StanceCounts(counts), ..Tally::default() };
    let changed = said.session.reveal(&assumption, Round::of([tally]), at());
    said.take(changed);
}

#[test]
fn stances_on_an_assumption_add_up_like_votes_on_a_rating() {
    let (mut blue, mut red) = (table(1), table(2));
    stand(&mut blue, "statutory", [3, 1, 0]);
    stand(&mut red, "statutory", [1, 0, 2]);
    stand(&mut red, "community", [0, 2, 0]);
    let merged = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap();
    let rounds: Vec<Vec<(Option<&str>, [u16; 3])>> = merged
        .session
        .assumption(&id("AS7"))
        .rounds
        .iter()
        .map(|one| one.round.tallies.iter().map(|tally| (tally.sector.as_deref(), tally.counts.0)).collect())
        .collect();
    assert_eq!(rounds, [vec![(Some("statutory"), [4, 1, 2])], vec![(Some("community"), [0, 2, 0])]], "Red voted twice");
}

#[test]
fn what_all_tables_agree_stands_and_what_they_do_not_is_to_settle() {
    let (mut blue, mut red, mut green) = (table(1), table(2), table(3));
    blue.rate("I1", 3).rate("I2", 2).rate("I3", 4).decide("I4", &Decision::DontKnow).rate("A2", 2);
    red.rate("I1", 3).rate("I2", 5).rate("I3", 4).rate("I4", 3).rate_levels("A2", 2, 4);
    green.decide("I1", &Decision::AgreedWithReservations(rating(3))).decide("I2", &not_agreed(3, 4)).rate("I5", 1);
    blue.trust("I1", Confidence::High);
    red.trust("I1", Confidence::Low);
    let merged = merged(&[("Blue", &blue.session), ("Red", &red.session), ("Green", &green.session)]).unwrap();
    let session = &merged.session;
    let whole = |name: &str| session.answer(&id(name)).decided.at(None).clone();
    assert_eq!(whole("I1"), Decision::AgreedWithReservations(rating(3)), "reservations stay");
    assert_eq!(session.answer(&id("I1")).confidence, Some(Confidence::Low));
    assert_eq!(whole("I3"), Decision::Agreed(rating(4)));
    assert_eq!(whole("I5"), Decision::Agreed(rating(1)), "said at one table only");
    let Decision::NotAgreed { range, low_view, high_view } = whole("I2") else { panic!("{:?}", whole("I2")) };
    assert_eq!(
        (range.low().number(), range.high().number(), low_view.as_str(), high_view.as_str()),
        (2, 5, "Blue", "Red")
    );
    assert_eq!(whole("I4"), Decision::NotDiscussed, "a rating and a don't know leave it open");
    assert_eq!(session.answer(&id("I4")).note, "The tables differ: Blue don't know, Red 3");
    assert_eq!(
        session.answer(&id("A2")).note,
        "The tables differ: operational: Blue 2, Red 4",
        "where one level differs only that one does"
    );
    assert_eq!(merged.to_settle, ["A2", "I2", "I4"].map(Id::from));
    assert!(merged.to_settle.iter().all(|id| session.answer(id).parked), "and it is on the list to come back to");
    // Every table's rating is kept, also the one in the middle.
    let green = session.tables.iter().find(|table| table.name == "Green").unwrap();
    assert_eq!(green.decided[&id("I2")].at(None), &not_agreed(3, 4));
}

#[test]
fn notes_keep_their_table_and_everything_else_is_kept_side_by_side() {
    let (mut blue, mut red) = (table(1), table(2));
    for (said, text) in [(&mut blue, "A shared calendar.\nSince May."), (&mut red, "No shared time.")] {
        let feature = said.feature("P3");
        let changed = said.session.note(&feature, text);
        said.take(changed);
        let changed = said.session.note_privately(&feature, "mine");
        said.take(changed);
        let dissent = plenary::session::Dissent { text: format!("We see it otherwise: {text}"), ..Default::default() };
        let changed = said.session.dissent(&feature, dissent);
        said.take(changed);
        let changed = said.session.add_action("Ask the night staff", vec![id("P3")], at());
        said.take(changed);
        said.dots("P3", 4);
    }
    let changed = blue.session.park(&blue.feature("I1"));
    blue.take(changed);
    blue.session.register = Register::parse("statutory=7,third-sector=2").unwrap();
    red.session.register = Register::parse("statutory=5,community=1").unwrap();
    blue.session.about.venue = "Room 1".into();
    red.session.about.venue = "Room 2".into();
    let session = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap().session;
    let answer = session.answer(&id("P3"));
    assert_eq!(answer.note, "Blue: A shared calendar.\nSince May.\nRed: No shared time.");
    assert_eq!(answer.private_note, "Blue: mine\nRed: mine");
    assert_eq!(answer.dissent.len(), 2);
    assert!(session.answer(&id("I1")).parked);
    assert_eq!(session.dots_on(&id("P3")), 8);
    assert_eq!(session.register.to_string(), "15 people: 12 statutory, 2 third sector, 1 community");
    assert_eq!((session.about.venue.as_str(), session.about.partnership.as_str()), ("Room 1; Room 2", "Glenside CPP"));
    let actions: Vec<(u32, String)> =
        session.actions.iter().map(|one| (one.number, format!("{:?}", one.log[0].event))).collect();
    assert_eq!(actions, [(1, "Note(\"From Blue\")".to_owned()), (2, "Note(\"From Red\")".to_owned())]);
}

#[test]
fn an_action_of_last_time_stands_once_with_what_became_of_it_at_every_table() {
    let mut before = table(9);
    for what in ["Write down who decides", "Ask the night staff", "Share the calendar", "Long done"] {
        let changed = before.session.add_action(what, vec![], at());
        before.take(changed);
    }
    let changed = before.session.set_action_status(4, ActionStatus::Done, at());
    before.take(changed);
    let follow_up = |number: u64| {
        let mut said = table(number);
        let id = said.session.id.clone();
        said.session = Session::follow_up(&said.framework, &before.session, id, at());
        said
    };
    let (mut blue, mut red) = (follow_up(1), follow_up(2));
    let later = |minutes: i64| at() + jiff::SignedDuration::from_mins(minutes);
    let changed = blue.session.set_action_status(1, ActionStatus::UnderWay, later(1));
    blue.take(changed);
    let changed = red.session.set_action_status(1, ActionStatus::Done, later(2));
    red.take(changed);
    let changed = red.session.edit_action(2, |action| action.what = "Ask the night staff, and the bank staff".into());
    red.take(changed);
    // The number of an action that was closed last time is used anew at both tables.
    for (said, what) in [(&mut blue, "Name a deputy"), (&mut red, "Meet by the river")] {
        let changed = said.session.add_action(what, vec![], later(3));
        said.take(changed);
    }
    let session = merged(&[("Red", &red.session), ("Blue", &blue.session)]).unwrap().session;
    let actions: Vec<(u32, &str, ActionStatus)> =
        session.actions.iter().map(|one| (one.number, one.what.as_str(), one.status)).collect();
    assert_eq!(
        actions,
        [
            (1, "Write down who decides", ActionStatus::Done),
            (2, "Ask the night staff", ActionStatus::NotStarted),
            (3, "Share the calendar", ActionStatus::NotStarted),
            (4, "Ask the night staff, and the bank staff", ActionStatus::NotStarted),
            (5, "Name a deputy", ActionStatus::NotStarted),
            (6, "Meet by the river", ActionStatus::NotStarted),
        ]
    );
    let log: Vec<String> = session.actions[0].log.iter().map(|line| format!("{:?}", line.event)).collect();
    assert_eq!(log, ["Added", "Status(UnderWay)", "Status(Done)"]);
    // A table that comes later finds the actions of last time in their place.
    let mut late = follow_up(3);
    let changed = late.session.log_action(3, "The calendar is live", later(4));
    late.take(changed);
    let second = merged(&[("All", &session), ("Late", &late.session)]).unwrap().session;
    assert_eq!(second.actions.len(), 6);
    assert_eq!(second.actions[2].log.len(), 2, "{:?}", second.actions[2].log);
}

#[test]
fn deep_dives_the_review_the_finish_and_last_time_are_kept() {
    let (mut blue, mut red) = (table(1), table(2));
    blue.session.deep_dives = vec![id("P3"), id("A1")];
    red.session.deep_dives = vec![id("A1"), id("I2")];
    blue.session.note_card_up(Some(id("P3")), moment(90)).unwrap();
    red.session.note_card_up(None, moment(30)).unwrap();
    blue.session.review = Some("2026-09-10".parse().unwrap());
    red.session.review = Some("2026-06-10".parse().unwrap());
    red.session.finish = Some(jiff::civil::time(12, 30, 0, 0));
    let earlier = Earlier { id: "00000000000000ee".into(), rev: 4, ..Earlier::default() };
    blue.session.earlier = Some(Box::new(earlier.clone()));
    red.session.earlier = Some(Box::new(Earlier { rev: 5, ..earlier }));
    let session = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap().session;
    assert_eq!(session.deep_dives, ["A1", "I2", "P3"].map(Id::from));
    assert_eq!(session.cards_up.iter().map(|card| card.on.clone()).collect::<Vec<_>>(), [None, Some(id("P3"))]);
    assert_eq!(session.review, red.session.review);
    assert_eq!(session.finish, red.session.finish);
    assert_eq!(session.earlier.map(|earlier| earlier.rev), Some(5));
}

#[test]
fn assumptions_and_risks_on_which_the_tables_differ_stay_open_with_what_each_said() {
    let (mut blue, mut red) = (table(1), table(2));
    blue.judge("AS1", Verdict::Holds).judge("AS2", Verdict::Partly).happening("R1", 4).could_happen("R2", 2, 3);
    red.judge("AS1", Verdict::DoesNotHold).judge("AS2", Verdict::Partly).happening("R1", 2).happening("R2", 3);
    let merged = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap();
    let session = merged.session;
    assert_eq!(session.assumption(&id("AS1")).verdict, Verdict::NotDiscussed);
    assert_eq!(session.assumption(&id("AS1")).note, "The tables differ: Blue holds, Red does not hold");
    assert_eq!(session.assumption(&id("AS2")).verdict, Verdict::Partly);
    assert_eq!(session.risk(&id("R1")).concern, Concern::HappeningNow { impact: None }, "happening for both");
    assert_eq!(session.risk(&id("R2")).concern, Concern::NotDiscussed);
    assert_eq!(
        session.risk(&id("R2")).note,
        "The tables differ: Blue could happen (likelihood 2, impact 3), Red happening now (impact 3)"
    );
    assert_eq!(merged.to_settle, ["AS1", "R1", "R2"].map(Id::from));
}

#[test]
fn merging_what_is_in_it_already_adds_nothing() {
    let (mut blue, mut red, mut late) = (table(1), table(2), table(3));
    blue.rate("I1", 3);
    red.rate("I1", 5).dots("I1", 2);
    late.rate("I1", 4).dots("I1", 3);
    let mut first = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap().session;
    first.id = "00000000000000bb".into();
    assert_eq!(
        merged(&[("All", &first), ("Blue", &blue.session), ("Red", &red.session)]),
        Err(MergeRefusal::NothingNew("All".into()))
    );
    red.session.rev += 1;
    let second = merged(&[("Red", &red.session), ("Late", &late.session), ("All", &first)]).unwrap();
    assert_eq!((second.already, second.changed_since), (vec!["Red".to_owned()], vec!["Red".to_owned()]));
    assert_eq!(second.session.dots_on(&id("I1")), 5);
    assert!(second.session.holds(&blue.session.id) && second.session.holds(&first.id));
}

#[test]
fn what_the_room_settled_after_the_merge_stands_for_its_tables() {
    let (mut blue, mut red, mut late) = (table(1), table(2), table(3));
    blue.rate("I1", 2);
    red.rate("I1", 5);
    late.rate("I1", 4);
    let mut all = Said::nothing();
    all.session = merged(&[("Blue", &blue.session), ("Red", &red.session)]).unwrap().session;
    all.session.id = "00000000000000bb".into();
    all.rate("I1", 4);
    let second = merged(&[("All", &all.session), ("Late", &late.session)]).unwrap();
    let answer = second.session.answer(&id("I1"));
    assert_eq!(
        answer.decided.at(None),
        &Decision::Agreed(rating(4)),
        "the room had settled on what the late table says"
    );
    assert_eq!(second.to_settle, Vec::<Id>::new());
    assert!(!answer.note.contains("The tables differ"), "{}", answer.note);
}

#[test]
fn sessions_that_cannot_be_merged_are_refused_with_a_reason() {
    let (blue, red, green) = (table(1), table(2), table(3));
    assert_eq!(merged(&[]), Err(MergeRefusal::Nothing));
    assert_eq!(merged(&[("Blue", &blue.session)]), Err(MergeRefusal::NothingNew("Blue".into())));
    let mut other = table(4);
    other.session.framework.id = "another".into();
    let refused = merged(&[("Blue", &blue.session), ("Other", &other.session)]).unwrap_err();
    assert!(refused.to_string().contains("different frameworks"), "{refused}");
    let pair = |one: &Said, other: &Said, name: &str| {
        let mut session = merged(&[("one", &one.session), ("two", &other.session)]).unwrap().session;
        session.id = name.into();
        session
    };
    let (first, second) = (pair(&blue, &red, "00000000000000b1"), pair(&red, &green, "00000000000000b2"));
    let refused = merged(&[("First", &first), ("Second", &second)]).unwrap_err();
    assert!(matches!(refused, MergeRefusal::Overlap(..)), "the red table's votes would count twice: {refused}");
}

/// A session without what hangs on the order of merging: lines of texts and lists are sorted, and the merges between
/// are not told apart from the tables themselves.
fn canonical(session: &Session) -> (BTreeMap<Id, Answer>, Session) {
    let lines = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines.sort_unstable();
        lines.join("\n")
    };
    let mut session = session.clone();
    let mut answers = std::mem::take(&mut session.answers);
    for answer in answers.values_mut() {
        answer.note = lines(&answer.note);
        answer.private_note = lines(&answer.private_note);
        answer.dissent.sort_by_key(|one| format!("{one:?}"));
        answer.history.sort_by_key(|one| format!("{one:?}"));
    }
    for answer in session.assumptions.values_mut() {
        answer.note = lines(&answer.note);
        answer.private_note = lines(&answer.private_note);
        answer.dissent = lines(&answer.dissent);
    }
    session.influences.values_mut().for_each(|answer| answer.note = lines(&answer.note));
    session.risks.values_mut().for_each(|answer| answer.note = lines(&answer.note));
    session.tables.retain(|table| table.holds.is_empty());
    for action in &mut session.actions {
        action.number = 0;
    }
    session.actions.sort_by_key(|action| format!("{action:?}"));
    session.id = NEW.into();
    (answers, session)
}

/// Any sessions of one framework, each with an id of its own.
fn tables() -> impl Strategy<Value = Vec<Session>> {
    vec(sessions(), 3..5).prop_map(|mut sessions| {
        for (number, session) in sessions.iter_mut().enumerate() {
            session.id = format!("{number:016x}");
            session.framework.id = "small".into();
            session.tables.clear();
        }
        sessions
    })
}

const NAMES: [&str; 4] = ["Blue", "Green", "Red", "Yellow"];

proptest! {
    #![proptest_config(crate::support::cases(48))]

    #[test]
    fn the_order_of_the_tables_does_not_matter(tables in tables(), turn in 0..4_usize) {
        let sources: Vec<(&str, &Session)> = NAMES.into_iter().zip(&tables).collect();
        let mut turned = sources.clone();
        turned.rotate_left(turn % sources.len());
        turned.swap(0, 1);
        prop_assert_eq!(merged(&sources), merged(&turned));
    }

    #[test]
    fn merging_step_by_step_comes_to_the_same(tables in tables()) {
        let sources: Vec<(&str, &Session)> = NAMES.into_iter().zip(&tables).collect();
        let at_once = merged(&sources).unwrap();
        let mut first = merged(&sources[..2]).unwrap().session;
        first.id = "00000000000000bb".into();
        let steps = [&[("The first two", &first)], &sources[2..]].concat();
        let steps = merged(&steps).unwrap();
        prop_assert_eq!(&steps.to_settle, &at_once.to_settle);
        prop_assert_eq!(canonical(&steps.session), canonical(&at_once.session));
        // And with tables that are in it already, nothing changes.
        let again = merged(&[&[("The first two", &first)], &sources[..]].concat()).unwrap();
        prop_assert_eq!(canonical(&again.session), canonical(&steps.session));
        prop_assert_eq!(again.already.len(), 2);
    }

    #[test]
    fn nothing_is_lost(tables in tables()) {
        let sources: Vec<(&str, &Session)> = NAMES.into_iter().zip(&tables).collect();
        let session = merged(&sources).unwrap().session;
        for (name, table) in &sources {
            for (id, answer) in &table.answers {
                let all = session.answer(id);
                prop_assert!(all.note.contains(answer.note.trim_end()), "{name}'s note on {id}");
                prop_assert!(all.private_note.contains(answer.private_note.trim_end()));
                prop_assert!(answer.dissent.iter().all(|one| all.dissent.contains(one)));
                prop_assert!(answer.history.iter().all(|one| all.history.contains(one)));
                prop_assert!(!answer.parked || all.parked);
                let kept = session.tables.iter().find(|one| one.id == table.id).unwrap();
                let open = answer.decided.all().iter().all(|(_, one)| **one == Decision::NotDiscussed);
                prop_assert!(open || kept.decided.get(id) == Some(&answer.decided));
            }
            prop_assert!(table.actions.iter().all(|one| session.actions.iter().any(|all| all.what == one.what)));
        }
        let people: u32 = tables.iter().map(|table| table.register.people()).sum();
        prop_assert_eq!(session.register.people(), people);
        let count = |session: &Session| -> u64 {
            let rounds = session.answers.values().flat_map(|answer| &answer.rounds);
            rounds.map(|one| u64::from(one.round.ballots())).sum()
        };
        // A count stops at 65,535, which no room reaches.
        let most: u64 = tables.iter().map(count).sum();
        prop_assert!(count(&session) <= most);
    }
}
