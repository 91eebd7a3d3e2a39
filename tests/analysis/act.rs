//! Where to act, what to protect, dots, starters and actions.

use crate::support::said::{Said, at, id, not_agreed};
use plenary::analysis::{TooManyDots, links, priorities, starters, to_protect, too_many_dots, where_to_act};
use plenary::framework::{Confidence, Framework, Item};
use plenary::session::{ActionEvent, ActionStatus, Decision, Refusal, UndoStep, Verdict};

/// `E2 contested_with_dots the reason`, one a line.
fn acts(said: &Said) -> Vec<String> {
    lines(said, "where_to_act", &["id", "ground", "reason"])
}

/// The entries of a list of the report, each with some of its fields.
fn lines(said: &Said, list: &str, fields: &[&str]) -> Vec<String> {
    let field = |one: &serde_json::Value, field: &str| one[field].to_string().trim_matches('"').replace("\\\"", "\"");
    let line = |one: &serde_json::Value| fields.iter().map(|name| field(one, name)).collect::<Vec<_>>().join(" ");
    said.told()[list].as_array().unwrap().iter().map(line).collect()
}

fn order(said: &Said) -> String {
    let places = where_to_act(&said.framework, &said.session);
    places.iter().map(|one| one.item.id().as_str()).collect::<Vec<_>>().join(" ")
}

fn everything() -> Said {
    let mut said = Said::nothing();
    said.decide("I1", &Decision::DontKnow)
        .rate("I2", 2)
        .trust("I2", Confidence::Low)
        .rate("I3", 4)
        .trust("I3", Confidence::Low)
        .rate("A1", 1)
        .rate("E2", 2)
        .decide("K2", &not_agreed(2, 4))
        .could_happen("R6", 0, 5)
        .happening("R8", 4)
        .judge("AS7", Verdict::DoesNotHold)
        .judge("AS2", Verdict::DoesNotHold)
        .dots("K2", 5);
    said
}

#[test]
fn first_things_come_first_each_with_its_reason() {
    let said = everything();
    assert_eq!(
        acts(&said),
        [
            "AS2 failed_gate It does not hold, and the whole chain rests on it: settle it before the rest",
            "R8 red_issue It is happening now with an impact of 4: red",
            "R6 red_risk Likelihood 4 (prompted by Community weak (E2), Fair power does not hold (AS7)), impact 5: red",
            "K2 contested_with_dots Views differ (2 to 4), and the room put dots on it; 5 dots",
            "A1 earliest_weakness Rated 1 (Not yet) in Activities, the earliest stage with a weakness: fix upstream first",
            "E2 later_weakness Rated 2 (Patchy) in Engagement; look at the weaknesses upstream first",
            "I1 needs_evidence The room does not know: find out",
            "I2 needs_evidence Rated 2 (Patchy) on low confidence: find out whether it is so",
            "I3 needs_evidence Rated 4 (Mostly) on low confidence: find evidence before relying on it",
        ]
    );
}

#[test]
fn dots_settle_ties_and_only_ties() {
    let mut said = everything();
    said.rate("P1", 1).rate("O1", 1).trust("O1", Confidence::High).rate("A3", 2);
    assert_eq!(order(&said), "AS2 R8 R6 K2 A1 A3 E2 P1 O1 I1 I2 I3");
    said.dots("O1", 3).dots("P1", 1).dots("A3", 1).dots("I3", 40).dots("AS7", 9);
    assert_eq!(order(&said), "AS2 R8 R6 K2 A3 A1 O1 P1 E2 I3 I1 I2");
}

#[test]
fn contested_without_dots_and_amber_risks_are_not_in_the_list() {
    let mut said = Said::nothing();
    said.decide("K2", &not_agreed(1, 5)).happening("R1", 2).could_happen("R2", 1, 5).rate("P1", 3).rate("P3", 5);
    said.judge("AS1", Verdict::Partly).judge("AS4", Verdict::DoesNotHold);
    assert_eq!(acts(&said), [""; 0]);
    said.dots("K2", 1);
    assert_eq!(acts(&said), ["K2 contested_with_dots Views differ (1 to 5), and the room put dots on it; 1 dot"]);
}

#[test]
fn a_rooms_own_likelihood_is_named_with_what_its_ratings_prompt() {
    let mut said = Said::nothing();
    said.could_happen("R3", 5, 5);
    assert_eq!(acts(&said), ["R3 red_risk Likelihood 5 in the room's view (its ratings prompt 1), impact 5: red"]);
    said.rate_levels("A2", 1, 2);
    assert_eq!(
        acts(&said)[1],
        "A2 earliest_weakness Rated 1 to 2 across the levels in Activities, the earliest stage with a weakness: fix upstream first"
    );
}

#[test]
fn strengths_to_protect_rest_on_more_than_opinion() {
    let mut said = Said::nothing();
    said.rate("I1", 4).rate("I2", 5).trust("I2", Confidence::Low).rate("A1", 5).trust("A1", Confidence::High);
    said.rate("O1", 5).rate("S1", 4).trust("S1", Confidence::Medium).dots("S1", 2).rate("P1", 3);
    said.decide("K1", &Decision::AgreedWithReservations(plenary::framework::Rating::Four));
    assert_eq!(
        lines(&said, "to_protect", &["id", "reason"]),
        [
            "S1 Rated 4 (Mostly), on medium confidence; 2 dots",
            "A1 Rated 5 (Firmly), on high confidence",
            "I1 Rated 4 (Mostly); its evidence was not asked for",
            "K1 Rated 4 (Mostly) with reservations; its evidence was not asked for",
        ]
    );
}

#[test]
fn dots_stand_beside_states() {
    let mut said = everything();
    said.dots("AS7", 5).dots("R6", 9).dots("IF1", 1).dots("K2", 5);
    assert_eq!(
        lines(&said, "dots", &["dots", "id", "state"]),
        ["9 R6 could happen, red", "5 K2 Contested", "5 AS7 does not hold", "1 IF1 not discussed"]
    );
    said.dots("R6", 0);
    assert!(!said.session.dots.contains_key(&id("R6")));
}

#[test]
fn more_dots_than_the_room_has_are_remarked_on_and_absurd_ones_refused() {
    let mut said = Said::nothing();
    said.dots("E2", 21);
    assert_eq!(too_many_dots(&said.session), None, "nobody was counted");
    said.session.register = plenary::session::Register::parse("4").unwrap();
    assert_eq!(too_many_dots(&said.session), Some(TooManyDots { placed: 21, most: 20, people: 4 }));
    said.dots("E2", 20);
    assert_eq!(too_many_dots(&said.session), None);
    let framework = said.framework.clone();
    let changed = said.session.put_dots(framework.item(&id("E2")).unwrap(), u16::MAX);
    assert_eq!(changed, Err(Refusal::TooManyDots));
}

#[test]
fn starters_come_from_the_content() {
    let said = Said::nothing();
    let cases = [
        ("R4", "IM3 IM9 SA1"),
        ("I1", "IM3 IM5"),
        ("P9", "SA2"),
        ("I3", "IM3/R4 IM9/R4 SA1/R4"),
        ("E2", "IM6/R5 IM2/R5 IM8/R6 SA3/R6"),
        ("AS1", "IM1/R1 IM8/R1"),
        ("AS9", "IM3/R4 IM9/R4 SA1/R4"),
        ("IF1", ""),
    ];
    for (item, expected) in cases {
        let offers: Vec<String> = starters(&said.framework, said.item(item))
            .iter()
            .map(|offer| {
                offer.starter.id.to_string() + &offer.through.map_or(String::new(), |risk| format!("/{}", risk.id))
            })
            .collect();
        assert_eq!(offers.join(" "), expected, "{item}");
    }
    for item in said.framework.items().filter(|item| matches!(item, Item::Feature(..) | Item::Risk(_))) {
        let offers = starters(&said.framework, item).len();
        let orphans = ["O1", "O2", "O3", "O4", "O5", "O6", "O7"];
        assert_eq!(offers == 0, orphans.contains(&item.id().as_str()), "{}", item.id());
    }
}

fn numbers(said: &Said) -> Vec<u32> {
    said.session.actions.iter().map(|action| action.number).collect()
}

#[test]
fn actions_are_added_worded_moved_and_followed() {
    let mut said = Said::nothing();
    for what in ["Chair in turn", "Ask for a second year", "Invite the tenants' group"] {
        let changed = said.session.add_action(what, vec![id("R6")], at());
        said.take(changed);
    }
    let changed = said.session.edit_action(2, |action| {
        action.owner = "Health board, planning lead".into();
        action.by = Some("2026-06-30".parse().unwrap());
        action.number = 99;
        action.status = ActionStatus::Done;
        action.log.clear();
    });
    said.take(changed);
    let changed = said.session.set_action_status(2, ActionStatus::UnderWay, at());
    said.take(changed);
    let changed = said.session.log_action(2, " Letter sent ", at());
    said.take(changed);
    let second = said.session.action(2).unwrap();
    assert_eq!((second.owner.as_str(), second.status), ("Health board, planning lead", ActionStatus::UnderWay));
    let events: Vec<_> = second.log.iter().map(|line| line.event.clone()).collect();
    let expected =
        [ActionEvent::Added, ActionEvent::Status(ActionStatus::UnderWay), ActionEvent::Note("Letter sent".into())];
    assert_eq!(events, expected, "an edit changes neither number, status nor log");

    for (number, place, expected) in
        [(3, 0, [3, 1, 2]), (3, 0, [3, 1, 2]), (3, 1, [1, 3, 2]), (1, usize::MAX, [3, 2, 1])]
    {
        let changed = said.session.move_action(number, place);
        said.take(changed);
        assert_eq!(numbers(&said), expected);
    }
    let mut undone: Vec<String> = Vec::new();
    while let Some(UndoStep { sentence, .. }) = said.history.undo(&mut said.session) {
        undone.push(sentence.clone());
    }
    assert_eq!(said.session.actions, []);
    assert_eq!(
        undone,
        [
            "action 1 moved",
            "action 3 moved",
            "action 3 moved",
            "action 2 log",
            "action 2, not started to under way",
            "action 2 owner",
            "action 3 added",
            "action 2 added",
            "action 1 added",
        ]
    );
    while said.history.redo(&mut said.session).is_some() {}
    assert_eq!(numbers(&said), [3, 2, 1]);
    assert_eq!(said.session.open_actions().count(), 3);
}

#[test]
fn actions_are_refused_with_a_sentence() {
    let mut said = Said::nothing();
    assert_eq!(said.session.add_action("  ", vec![], at()), Err(Refusal::EmptyAction));
    assert_eq!(said.session.edit_action(1, |_| ()), Err(Refusal::NoSuchAction));
    assert_eq!(said.session.move_action(1, 0), Err(Refusal::NoSuchAction));
    assert_eq!(said.session.set_action_status(1, ActionStatus::Done, at()), Err(Refusal::NoSuchAction));
    assert_eq!(said.session.log_action(1, "x", at()), Err(Refusal::NoSuchAction));
    let changed = said.session.add_action("", vec![id("E2")], at());
    said.take(changed);
    assert_eq!(said.session.log_action(1, " ", at()), Ok(None));
    assert_eq!(said.session.set_action_status(1, ActionStatus::NotStarted, at()), Ok(None));
    said.session.about.date = Some("2026-03-12".parse().unwrap());
    assert_eq!(said.session.set_review(said.session.about.date), Err(Refusal::ReviewTooEarly));
    assert!(said.session.set_review(Some("2026-03-13".parse().unwrap())).unwrap().is_some());
}

#[test]
fn a_framework_of_two_stages_and_no_risks_works() {
    let framework = Framework::parse(include_str!("../fixtures/two-stages.ron"), "two-stages").unwrap();
    let mut said = Said::on(framework);
    assert_eq!(acts(&said), [""; 0]);
    said.rate("N1", 1).rate("N2", 2).rate("N3", 3).rate("M1", 4).rate("M2", 5).dots("N2", 2).dots("M2", 1);
    assert_eq!(order(&said), "N2 N1");
    assert_eq!(said.session.dots_placed(), 3);
    let links = links(&said.framework, &said.session);
    assert_eq!(links.len(), 1);
    assert_eq!((links[0].state.key(), links[0].leap.is_some()), ("broken", true));
    let strengths = to_protect(&said.framework, &said.session);
    assert_eq!(strengths.iter().map(|one| one.standing.feature.id.as_str()).collect::<Vec<_>>(), ["M2", "M1"]);
    assert!(said.framework.items().all(|item| starters(&said.framework, item).is_empty()));
}

#[test]
fn what_the_room_chose_stands_beside_where_its_answers_say_to_act() {
    let mut said = everything();
    said.dots("P4", 3).dots("R6", 9).dots("I1", 2);
    assert_eq!(
        lines(&said, "dots", &["dots", "id", "in_both"]),
        ["9 R6 true", "5 K2 true", "3 P4 false", "2 I1 false"]
    );
    let both: Vec<bool> = priorities(&said.framework, &said.session).iter().map(|one| one.in_both).collect();
    assert_eq!(both, [true, true, false, false], "I1 calls for action, and not among the first");
}
