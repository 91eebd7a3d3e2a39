//! Two sessions compared: turns of features, votes as far as told, conditions, the room, actions.

use crate::support::said::{Said, at, id, not_agreed, rating};
use crate::support::sessions::answers;
use plenary::analysis::{
    Caution, Comparison, FeatureChange, Incomparable, ItemStatus, LinkState, ThenNow, TurnKind, compare, earlier_first,
};
use plenary::framework::{Confidence, Framework, Level};
use plenary::report::{ComparisonReport, Format};
use plenary::session::{ActionStatus, Counts5, Decision, Register, Round, Session, Tally, Verdict};
use proptest::collection::btree_map;
use proptest::prelude::*;
use std::cmp::Ordering;

/// Two sessions of the built-in framework, of one partnership, with the same people in the room.
fn two() -> (Said, Said) {
    let mut two = (Said::nothing(), Said::nothing());
    for said in [&mut two.0, &mut two.1] {
        said.session.about.partnership = "Glenside CPP".into();
        said.session.register = Register::parse("statutory=7,third-sector=4").unwrap();
    }
    two.1.session.id = "fedcba9876543210".into();
    two
}

fn compared<'all>(then: &'all Said, now: &'all Said) -> Comparison<'all> {
    compare(&then.framework, &then.session, &now.session).unwrap()
}

/// Which turn an item took, and whether the paper says so in these words.
fn told(comparison: &Comparison<'_>, name: &str, sentence: &str) -> (TurnKind, bool) {
    let framework = Framework::built_in().unwrap();
    let paper = ComparisonReport::of(&framework, comparison).write(Format::Markdown).unwrap();
    let paper = String::from_utf8(paper).unwrap();
    let change = comparison.features.iter().find(|change| change.feature.id == id(name)).unwrap();
    let lines: Vec<&str> = paper.lines().collect();
    let said = |two: &[&str]| two[0].contains(&format!("({name})**")) && two[1].contains(sentence);
    (change.turn.kind(), lines.windows(2).any(said))
}

#[test]
fn every_way_from_one_rating_to_another_has_its_turn_and_its_words() {
    let (mut then, mut now) = two();
    then.rate("I1", 2).rate("I2", 4).rate("I3", 3).decide("I4", &not_agreed(2, 4)).decide("I5", &Decision::DontKnow);
    now.rate("I1", 4).rate("I2", 3).rate("I3", 3).rate("I4", 4).rate("I5", 3);
    then.decide("A1", &not_agreed(1, 4)).rate("A3", 4).rate("E3", 2).decide("E2", &Decision::NotRelevant);
    now.decide("A1", &not_agreed(1, 4)).decide("A3", &not_agreed(2, 5)).decide("E3", &Decision::DontKnow).rate("E2", 2);
    then.decide("S1", &not_agreed(1, 5));
    now.decide("S1", &not_agreed(2, 4)).rate("S3", 1);
    let comparison = compared(&then, &now);
    for (name, kind, sentence) in [
        ("I1", TurnKind::Up, "2 to 4, up 2"),
        ("I2", TurnKind::Down, "4 to 3, down 1"),
        ("I3", TurnKind::Same, "3, as before"),
        ("I4", TurnKind::NewlyAgreed, "Split 2-4 to 4, newly agreed"),
        ("I5", TurnKind::NewlyAgreed, "Not known to 3, newly agreed"),
        ("A1", TurnKind::StillSplit, "Split 1-4, as before"),
        ("S1", TurnKind::StillSplit, "Split 1-5 to split 2-4, still split"),
        ("A3", TurnKind::NewlySplit, "4 to split 2-5, newly split"),
        ("E3", TurnKind::Other, "2 to not known"),
        ("E2", TurnKind::Other, "Not relevant to 2"),
        ("S3", TurnKind::Other, "Not discussed to 1"),
        ("K1", TurnKind::Other, "not discussed, as before"),
    ] {
        let is_listed = !sentence.ends_with("as before") || kind == TurnKind::StillSplit;
        assert_eq!(told(&comparison, name, sentence), (kind, is_listed), "{name}: {sentence}");
    }
    assert_eq!(comparison.count(TurnKind::NewlyAgreed), 2);
    assert_eq!(TurnKind::ALL.map(|kind| comparison.count(kind)).iter().sum::<usize>(), 36);
}

#[test]
fn those_that_moved_furthest_come_first() {
    let (mut then, mut now) = two();
    then.rate("I1", 2).rate("I2", 1).rate("I3", 1);
    now.rate("I1", 3).rate("I2", 4).rate("I3", 2);
    let comparison = compared(&then, &now);
    let ups: Vec<&str> =
        comparison.furthest_first(TurnKind::Up).iter().map(|change| change.feature.id.as_str()).collect();
    assert_eq!(ups, ["I2", "I1", "I3"]);
}

#[test]
fn an_item_with_two_levels_goes_by_the_lower_one_and_tells_which_moved() {
    let (mut then, mut now) = two();
    then.rate_levels("P2", 3, 2);
    now.rate_levels("P2", 4, 2);
    let comparison = compared(&then, &now);
    assert_eq!(told(&comparison, "P2", "2 to split 2-4, newly split"), (TurnKind::NewlySplit, true));
    now.rate_levels("P2", 3, 3);
    let comparison = compared(&then, &now);
    assert_eq!(told(&comparison, "P2", "2 to 3, up 1"), (TurnKind::Up, true));
    let change = comparison.of_kind(TurnKind::Up).next().unwrap();
    assert_eq!(change.levels.iter().map(|one| one.level).collect::<Vec<_>>(), [Level::Operational]);
}

#[test]
fn evidence_and_states_change_where_the_rating_does_not() {
    let (mut then, mut now) = two();
    then.rate("I1", 4).trust("I1", Confidence::Low);
    now.rate("I1", 4).trust("I1", Confidence::High);
    let comparison = compared(&then, &now);
    let change = comparison.state_changes().next().unwrap();
    assert_eq!((change.turn.kind(), change.confidence.now), (TurnKind::Same, Some(Confidence::High)));
    assert_eq!(change.states().now.key(), "strength");
}

fn vote(said: &mut Said, name: &str, counts: [u16; 5]) {
    let feature = said.feature(name);
    let tally = Tally { sector: Some("statutory".into()), counts: Counts5(counts), ..Tally::default() };
    let changed = said.session.reveal((&feature, None), Round::of([tally]), at());
    said.take(changed);
}

#[test]
fn a_fall_with_closer_votes_is_told_only_where_both_rooms_may_be() {
    let (mut then, mut now) = two();
    then.rate("I1", 4).rate("I2", 4);
    now.rate("I1", 3).rate("I2", 3);
    vote(&mut then, "I1", [1, 1, 1, 2, 2]);
    vote(&mut now, "I1", [0, 0, 5, 2, 0]);
    // Four ballots then: nothing of them may be told, so nothing follows from a comparison with them either.
    vote(&mut then, "I2", [1, 1, 0, 1, 1]);
    vote(&mut now, "I2", [0, 0, 5, 2, 0]);
    let comparison = compared(&then, &now);
    let falls: Vec<_> = comparison.of_kind(TurnKind::Down).collect();
    assert_eq!(falls[0].closeness(), Some(Ordering::Greater));
    assert!(falls[0].fell_with_closer_votes());
    assert_eq!((falls[1].votes.len(), falls[1].closeness(), falls[1].fell_with_closer_votes()), (0, None, false));
    assert_eq!(comparison.cautions(), [Caution::CloserFall]);
}

#[test]
fn the_room_then_and_now_has_its_caution() {
    let (then, mut now) = two();
    assert_eq!(compared(&then, &now).cautions(), []);
    now.session.register = Register::parse("statutory=5,third-sector=6").unwrap();
    let comparison = compared(&then, &now);
    assert_eq!(comparison.cautions(), [Caution::OtherPeople]);
    assert_eq!(comparison.room.people, ThenNow { then: 11, now: 11 }, "as many people, and yet another room");
    now.session.register = Register::default();
    let comparison = compared(&then, &now);
    assert_eq!(
        (comparison.room.caution(), comparison.room.people),
        (Some(Caution::PeopleNotKnown), ThenNow { then: 11, now: 0 })
    );
    now.session.about.partnership = "Riverside".into();
    assert_eq!(compared(&then, &now).cautions(), [Caution::OtherPartnership, Caution::PeopleNotKnown]);
}

#[test]
fn links_assumptions_influences_and_risks_that_changed_are_listed_and_no_others() {
    let (mut then, mut now) = two();
    for name in ["I1", "I2", "I3", "I4", "I5"] {
        then.rate(name, 4);
        now.rate(name, 4);
    }
    then.judge("AS8", Verdict::DoesNotHold).judge("AS9", Verdict::Holds).happening("R4", 4).could_happen("R1", 2, 2);
    now.judge("AS8", Verdict::Holds).judge("AS9", Verdict::Holds).could_happen("R4", 2, 4).could_happen("R1", 2, 2);
    let comparison = compared(&then, &now);
    let links: Vec<_> = comparison.links.iter().map(|one| (one.from.id.as_str(), one.states)).collect();
    assert_eq!(links, [("inputs", ThenNow { then: LinkState::Broken, now: LinkState::LeadsTo })]);
    let [assumption, risk] = &comparison.conditions[..] else { panic!("{:?}", comparison.conditions) };
    assert_eq!(assumption.item.id().as_str(), "AS8");
    let ThenNow { then: ItemStatus::Risk(then), now: ItemStatus::Risk(now) } = risk.stands else { panic!("{risk:?}") };
    assert_eq!((then.likelihood, then.rag), (None, Some(plenary::framework::Rag::Red)));
    assert_eq!(
        (now.likelihood, now.rag),
        (Some(plenary::framework::Rating::Two), Some(plenary::framework::Rag::Amber))
    );
}

#[test]
fn actions_of_last_time_are_found_again_by_their_wording() {
    let (mut then, mut now) = two();
    for what in ["Map who does what", "Ask the communities", "Pool the training budget"] {
        let changed = then.session.add_action(what, vec![id("A2")], at());
        then.take(changed);
    }
    let changed = now.session.add_action("Something new", vec![], at());
    now.take(changed);
    let changed = now.session.add_action(" map who does WHAT", vec![], at());
    now.take(changed);
    let changed = now.session.set_action_status(2, ActionStatus::Done, at());
    now.take(changed);
    let changed = then.session.set_action_status(2, ActionStatus::UnderWay, at());
    then.take(changed);
    let comparison = compared(&then, &now);
    let statuses: Vec<_> = comparison.actions.iter().map(|one| (one.status(), one.again.is_some())).collect();
    let expected = [(ActionStatus::Done, true), (ActionStatus::UnderWay, false), (ActionStatus::NotStarted, false)];
    assert_eq!(statuses, expected);
    assert_eq!(comparison.count_actions(ActionStatus::Done), 1);
}

#[test]
fn items_of_another_version_are_matched_by_id_and_the_others_are_listed() {
    let (mut then, mut now) = two();
    then.rate("I1", 2);
    now.rate("I1", 3);
    now.session.framework.version = then.session.framework.version + 1;
    let answer = then.session.answers[&id("I1")].clone();
    then.session.answers.insert(id("I9"), answer.clone());
    now.session.answers.insert(id("N1"), answer.clone());
    now.session.answers.insert(id("I9"), answer);
    now.session.assumptions.entry(id("AS99")).or_default().verdict = Verdict::Holds;
    // An assumption on which nothing was said is no difference.
    now.session.assumptions.entry(id("AS98")).or_default().note = "later".into();
    let comparison = compared(&then, &now);
    assert_eq!(told(&comparison, "I1", "up").0, TurnKind::Up);
    assert_eq!(comparison.versions().map(|versions| versions.now - versions.then), Some(1));
    let unmatched: Vec<_> =
        comparison.unmatched.iter().map(|one| (one.id.as_str(), one.said.then, one.said.now)).collect();
    assert_eq!(unmatched, [("AS99", false, true), ("I9", true, true), ("N1", false, true)]);
}

#[test]
fn sessions_of_other_frameworks_are_refused_with_a_reason() {
    let (then, mut now) = two();
    now.session.framework.id = "other".into();
    now.session.framework.title = "Another one".into();
    let refused = compare(&then.framework, &then.session, &now.session).unwrap_err();
    assert!(matches!(refused, Incomparable::OtherFrameworks(..)));
    assert!(refused.to_string().contains("\"Another one\""), "{refused}");
    let refused = compare(&then.framework, &now.session, &now.session).unwrap_err();
    assert!(matches!(refused, Incomparable::NotThisFramework(..)), "{refused}");
}

#[test]
fn the_earlier_workshop_comes_first_whichever_is_named_first() {
    let (mut then, mut now) = two();
    then.session.about.date = Some("2025-11-04".parse().unwrap());
    now.session.about.date = Some("2026-03-12".parse().unwrap());
    let pair = earlier_first(&now.session, &then.session);
    assert_eq!((&pair.then.id, &pair.now.id), (&then.session.id, &now.session.id));
}

fn any_session(framework: &Framework, all: impl IntoIterator<Item = (usize, plenary::session::Answer)>) -> Session {
    let mut session = Session::new(framework, "0123456789abcdef".into(), at());
    let features: Vec<_> = framework.features().map(|(_, _, feature)| feature.id.clone()).collect();
    session.answers = all.into_iter().map(|(place, answer)| (features[place].clone(), answer)).collect();
    session
}

proptest! {
    #![proptest_config(crate::support::cases(100))]

    #[test]
    fn a_comparison_backwards_is_its_mirror_and_with_itself_it_is_empty(
        then in btree_map(0..36_usize, answers(), 0..20),
        now in btree_map(0..36_usize, answers(), 0..20),
    ) {
        let framework = Framework::built_in().unwrap();
        let (then, now) = (any_session(&framework, then), any_session(&framework, now));
        let forwards = compare(&framework, &then, &now).unwrap();
        let backwards = compare(&framework, &now, &then).unwrap();
        prop_assert_eq!(TurnKind::ALL.map(|kind| forwards.count(kind)).iter().sum::<usize>(), 36);
        for (mine, other) in forwards.features.iter().zip(&backwards.features) {
            prop_assert_eq!(mine.turn.steps(), other.turn.steps());
            prop_assert_eq!(mine.turn.kind() == TurnKind::Up, other.turn.kind() == TurnKind::Down);
            prop_assert_eq!(mine.turn.kind() == TurnKind::Same, other.turn.kind() == TurnKind::Same);
            prop_assert_eq!(mine.turn.kind() == TurnKind::StillSplit, other.turn.kind() == TurnKind::StillSplit);
            prop_assert_eq!(mine.closeness().map(Ordering::reverse), other.closeness());
        }
        let idle = compare(&framework, &then, &then).unwrap();
        for kind in [TurnKind::Up, TurnKind::Down, TurnKind::NewlyAgreed, TurnKind::NewlySplit] {
            prop_assert_eq!(idle.count(kind), 0);
        }
        prop_assert!(idle.links.is_empty() && idle.state_changes().next().is_none());
        let same = |change: &FeatureChange<'_>| change.confidence.then == change.confidence.now;
        prop_assert!(idle.features.iter().all(same));
    }
}

#[test]
fn a_rating_is_a_number_of_steps_and_never_a_score() {
    let (mut then, mut now) = two();
    then.decide("I1", &Decision::AgreedWithReservations(rating(1)));
    now.rate("I1", 5);
    let comparison = compared(&then, &now);
    assert_eq!(comparison.features[0].turn.steps(), 4);
}
