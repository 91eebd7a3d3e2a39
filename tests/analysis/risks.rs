//! Assumptions, links and risks: a table of cases for each rule, and each refusal.

use crate::support::said::{Said, at, id, not_agreed, rating};
use plenary::analysis::{RiskReading, failed_gates, links, prompted};
use plenary::framework::{BUILT_IN, Confidence, Framework, Rag};
use plenary::session::{Bearing, Decision, Refusal, RiskStatus, Session, Verdict};
use plenary::store::{Head, decode, encode};

use Verdict::{DoesNotHold, DontKnow, Holds, Partly};

fn prompt(said: &Said, risk: &str) -> String {
    let told = said.told();
    let one = told["risks"].as_array().unwrap().iter().find(|one| one["id"] == risk).unwrap();
    format!("{}: {}", one["prompted"], listed(&one["signals"]))
}

/// The texts of a list in one line.
fn listed(list: &serde_json::Value) -> String {
    list.as_array().unwrap().iter().map(|one| one.as_str().unwrap()).collect::<Vec<_>>().join(", ")
}

fn reading<'all>(said: &'all Said, risk: &str) -> RiskReading<'all> {
    RiskReading::of(&said.framework, &said.session, said.framework.risk(&id(risk)).unwrap())
}

fn link(said: &Said, from: &str) -> String {
    let told = said.told();
    let one = told["links"].as_array().unwrap().iter().find(|link| link["from"] == from).unwrap();
    let state = one["state"].as_str().unwrap().replace('_', " ");
    let leap = links(&said.framework, &said.session).into_iter().find(|link| link.from.id == id(from)).unwrap().leap;
    assert_eq!(one["leap"], leap.is_some());
    let leap = leap.map_or(String::new(), |leap| format!("; leap from {} to {}", leap.from, leap.to));
    format!("{state}: {}{leap}", listed(&one["reasons"]))
}

#[test]
fn only_a_gate_that_does_not_hold_fails() {
    for verdict in Verdict::ALL {
        let mut said = Said::nothing();
        said.judge("AS1", verdict).judge("AS3", verdict).judge("AS4", verdict);
        let failed: Vec<&str> =
            failed_gates(&said.framework, &said.session).iter().map(|gate| gate.id.as_str()).collect();
        assert_eq!(failed, if verdict == DoesNotHold { vec!["AS1", "AS3"] } else { vec![] }, "{verdict:?}");
    }
}

#[test]
fn a_likelihood_is_prompted_by_named_signals() {
    // R6 rests on E2, K1 and K3, and on AS7 and AS6.
    let mut said = Said::nothing();
    assert_eq!(prompt(&said, "R6"), "1: ");
    said.rate("E2", 3).rate("K1", 5).judge("AS7", Holds);
    assert_eq!(prompt(&said, "R6"), "1: ", "neither mixed, nor strong, nor holding");
    said.decide("K3", &Decision::DontKnow);
    assert_eq!(prompt(&said, "R6"), "1: ", "a blind spot is no signal");
    said.rate("E2", 2);
    assert_eq!(prompt(&said, "R6"), "2: Community weak (E2)");
    said.trust("E2", Confidence::Low);
    assert_eq!(prompt(&said, "R6"), "2: Community suspected weak (E2)");
    said.decide("K1", &not_agreed(2, 5));
    assert_eq!(prompt(&said, "R6"), "3: Community suspected weak (E2), Valued contested (K1)");
    said.judge("AS6", DontKnow);
    assert_eq!(
        prompt(&said, "R6"),
        "4: Community suspected weak (E2), Valued contested (K1), All decide not known (AS6)"
    );
    said.judge("AS7", Partly);
    assert_eq!(
        prompt(&said, "R6"),
        "4: Community suspected weak (E2), Valued contested (K1), Fair power partly holds (AS7)",
        "the first of equals"
    );
    said.judge("AS6", DoesNotHold);
    assert_eq!(
        prompt(&said, "R6"),
        "5: Community suspected weak (E2), Valued contested (K1), All decide does not hold (AS6)",
        "the worst counts, once"
    );
    said.rate("K3", 1);
    assert_eq!(
        prompt(&said, "R6"),
        "5: Community suspected weak (E2), Valued contested (K1), All gain weak (K3), All decide does not hold (AS6)"
    );
}

#[test]
fn levels_two_apart_are_a_signal() {
    let mut said = Said::nothing();
    said.rate_levels("A2", 5, 4);
    assert_eq!(prompt(&said, "R1"), "1: ");
    said.rate_levels("A2", 5, 3);
    assert_eq!(prompt(&said, "R1"), "2: Roles contested (A2)");
}

#[test]
fn what_was_not_discussed_prompts_nothing_and_is_named() {
    let mut said = Said::nothing();
    let silent = |said: &Said| {
        let silent = prompted(&said.framework, &said.session, &said.risk("R6")).not_discussed;
        silent.iter().map(|id| id.as_str().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(silent(&said), "E2 K1 K3 AS7 AS6");
    said.rate("E2", 4).decide("K1", &Decision::NotRelevant).judge("AS6", DontKnow);
    assert_eq!(silent(&said), "K3 AS7");
}

#[test]
fn colours_come_from_the_table() {
    let mut said = Said::nothing();
    for (impact, colour) in [(1, Rag::Amber), (2, Rag::Amber), (3, Rag::Red), (4, Rag::Red), (5, Rag::Red)] {
        said.happening("R1", impact);
        assert_eq!(reading(&said, "R1").rag, Some(colour), "issue {impact}");
    }
    for likelihood in 1..=5 {
        for impact in 1..=5 {
            said.could_happen("R2", likelihood, impact);
            let colour = match likelihood * impact {
                ..=4 => Rag::Green,
                5..=12 => Rag::Amber,
                _ => Rag::Red,
            };
            assert_eq!(reading(&said, "R2").rag, Some(colour), "risk {likelihood} x {impact}");
        }
    }

    let other = BUILT_IN.replace("issue: [Amber, Amber, Red, Red, Red]", "issue: [Red, Green, Green, Green, Green]");
    let mut said = Said::on(Framework::parse(&other, "other").unwrap());
    said.happening("R1", 5).happening("R2", 1);
    assert_eq!([reading(&said, "R1").rag, reading(&said, "R2").rag], [Some(Rag::Green), Some(Rag::Red)]);
}

#[test]
fn no_colour_without_an_impact_or_a_concern() {
    let mut said = Said::nothing();
    let risk = said.risk("R3");
    assert_eq!(reading(&said, "R3").rag, None);
    for status in RiskStatus::ALL {
        let changed = said.session.place_risk(&risk, status);
        said.take(changed);
        assert_eq!(reading(&said, "R3").rag, None, "{status:?}");
    }
    said.could_happen("R3", 5, 5);
    let changed = said.session.place_risk(&risk, RiskStatus::NotAConcern);
    said.take(changed);
    assert_eq!(reading(&said, "R3").rag, None);
}

#[test]
fn the_rooms_own_likelihood_counts_and_is_questioned_when_far_from_the_prompted() {
    // Prompted 3: A1 weak and A3 weak feed R3.
    let mut said = Said::nothing();
    said.rate("A1", 1).rate("A3", 2).could_happen("R3", 0, 5);
    let prompted = reading(&said, "R3");
    assert_eq!((prompted.likelihood(), prompted.rag), (Some(rating(3)), Some(Rag::Red)));
    for (own, is_far) in [(1, true), (2, false), (3, false), (4, false), (5, true)] {
        said.could_happen("R3", own, 5);
        let reading = reading(&said, "R3");
        assert_eq!(reading.is_far_from_prompted(), is_far, "own {own}, prompted 3");
        assert_eq!(reading.likelihood(), Some(rating(own)));
        assert_eq!(reading.prompt.likelihood, rating(3), "the prompted one is kept beside it");
    }
    said.could_happen("R3", 1, 5);
    assert_eq!(reading(&said, "R3").rag, Some(Rag::Amber));
    said.happening("R3", 5);
    assert_eq!((reading(&said, "R3").likelihood(), reading(&said, "R3").is_far_from_prompted()), (None, false));
}

#[test]
fn numbers_are_refused_where_they_have_no_place() {
    let mut said = Said::nothing();
    let risk = said.risk("R1");
    let two = Some(rating(2));
    for status in [RiskStatus::NotDiscussed, RiskStatus::NotAConcern] {
        said.session.place_risk(&risk, status).unwrap();
        assert_eq!(said.session.set_impact(&risk, two), Err(Refusal::NotPlaced));
        assert_eq!(said.session.set_likelihood(&risk, two), Err(Refusal::NotPlaced));
    }
    said.happening("R1", 2);
    assert_eq!(said.session.set_likelihood(&risk, two), Err(Refusal::Happening));
    assert_eq!(said.session.set_impact(&risk, two), Ok(None), "nothing to change");
}

#[test]
fn an_impact_moves_with_its_risk_and_undo_brings_a_likelihood_back() {
    let mut said = Said::nothing();
    said.could_happen("R1", 4, 5);
    let before = said.session.clone();
    said.happening("R1", 5);
    assert_eq!(said.session.risk(&id("R1")).concern.impact(), Some(rating(5)));
    assert_eq!(said.history.undo(&mut said.session).unwrap().sentence, "Mask, could happen to happening now");
    assert_eq!(said.session, before);
}

#[test]
fn links_follow_their_first_rule() {
    // Inputs to activities rests on AS8 and AS9.
    let mut said = Said::nothing();
    let both_silent = "Resources not discussed (AS8), Timeframes not discussed (AS9)";
    assert_eq!(link(&said, "inputs"), format!("not yet known: {both_silent}, nothing is rated in Inputs"));
    said.judge("AS8", Holds);
    assert_eq!(
        link(&said, "inputs"),
        "not yet known: Resources holds (AS8), Timeframes not discussed (AS9), nothing is rated in Inputs",
        "an answer at the gate does not make a stage lead anywhere"
    );
    said.rate("I1", 3);
    assert_eq!(
        link(&said, "inputs"),
        "leads to: Resources holds (AS8), Timeframes not discussed (AS9), Inputs has a median of 3"
    );
    said.rate("I2", 2);
    assert_eq!(
        link(&said, "inputs"),
        "leads to: Resources holds (AS8), Timeframes not discussed (AS9), Inputs has a median of 2.5"
    );
    said.rate("I1", 2);
    assert_eq!(link(&said, "inputs"), "broken: Inputs has a median of 2");
    said.rate("I1", 5).judge("AS9", Partly);
    assert_eq!(link(&said, "inputs"), "not sure: Timeframes partly holds (AS9)");
    said.judge("AS8", DontKnow);
    assert_eq!(link(&said, "inputs"), "not sure: Resources not known (AS8), Timeframes partly holds (AS9)");
    said.judge("AS9", DoesNotHold);
    assert_eq!(link(&said, "inputs"), "broken: Timeframes does not hold (AS9)");
}

#[test]
fn blind_spots_make_a_link_unsure_from_a_third_of_the_relevant_features() {
    let mut said = Said::nothing();
    said.rate("I1", 4).rate("I2", 4).rate("I3", 4).rate("I4", 4).decide("I5", &Decision::DontKnow);
    let leads = "leads to: Resources not discussed (AS8), Timeframes not discussed (AS9), Inputs has a median of 4";
    assert_eq!(link(&said, "inputs"), leads, "1 of 5");
    said.decide("I1", &Decision::NotRelevant);
    assert_eq!(link(&said, "inputs"), leads, "1 of 4");
    said.decide("I2", &Decision::NotRelevant);
    assert_eq!(link(&said, "inputs"), "not sure: 1 of 3 in Inputs is a blind spot");
    said.decide("I3", &Decision::DontKnow);
    assert_eq!(link(&said, "inputs"), "not sure: 2 of 3 in Inputs are blind spots");
}

#[test]
fn a_leap_stands_beside_any_state() {
    let mut said = Said::nothing();
    said.rate("I1", 3).rate("A1", 4).rate("A3", 5);
    assert!(!link(&said, "inputs").contains("leap"), "3 to 4.5");
    said.rate("A1", 5);
    assert!(link(&said, "inputs").ends_with("Inputs has a median of 3; leap from 3 to 5"));
    said.judge("AS8", DoesNotHold);
    assert_eq!(link(&said, "inputs"), "broken: Resources does not hold (AS8); leap from 3 to 5");
    said.rate("I1", 4);
    assert_eq!(link(&said, "inputs"), "broken: Resources does not hold (AS8)");
    let mut said = Said::nothing();
    said.rate("A1", 5);
    assert!(!link(&said, "inputs").contains("leap"), "nothing upstream to leap from");
}

#[test]
fn what_is_said_is_kept_lean_and_comes_back_from_the_file() {
    let mut said = Said::nothing();
    let blank = written(&said);
    for field in ["assumptions", "influences", "risks", "dots", "actions", "review"] {
        assert!(!blank.contains(&format!("\n  {field}:")), "a new session does not write {field}");
    }
    let (assumption, influence, risk) = (said.assumption("AS7"), said.influence("IF6"), said.risk("R6"));
    said.judge("AS7", DoesNotHold).weigh("IF6", Bearing::Both).could_happen("R6", 2, 5).happening("R5", 3);
    for changed in [
        said.session.note_assumption(&assumption, "The health board chairs every meeting"),
        said.session.note_assumption_privately(&assumption, "ask again without the chair"),
        said.session.dissent_from_assumption(&assumption, "It rotates from May"),
        said.session.note_influence(&influence, "Housing money"),
        said.session.note_risk(&risk, "Two groups have left"),
    ] {
        said.take(changed);
    }
    said.dots("E2", 7).dots("AS7", 1);
    let changed = said.session.add_action("Chair in turn", vec![id("AS7"), id("R6")], at());
    said.take(changed);
    let changed = said.session.set_review(Some("2026-09-10".parse().unwrap()));
    said.take(changed);
    let text = written(&said);
    assert_eq!(decode(text.as_bytes(), "said").unwrap().session, said.session, "{text}");

    while said.history.undo(&mut said.session).is_some() {}
    assert_eq!(written(&said), blank, "nothing said leaves no trace in the file");
}

fn written(said: &Said) -> String {
    encode(&said.session, &Head::of(&said.session, &said.framework, at())).unwrap()
}

#[test]
fn a_finished_session_refuses_every_change() {
    let mut said = Said::nothing();
    said.could_happen("R1", 2, 2).dots("E2", 3);
    let changed = said.session.add_action("Chair in turn", vec![], at());
    said.take(changed);
    said.session.status = plenary::session::Status::Finished;
    let (assumption, influence, risk) = (said.assumption("AS7"), said.influence("IF6"), said.risk("R1"));
    let framework = said.framework.clone();
    let before = said.session.clone();
    let session: &mut Session = &mut said.session;
    for changed in [
        session.judge(&assumption, Holds),
        session.note_assumption(&assumption, "x"),
        session.note_assumption_privately(&assumption, "x"),
        session.dissent_from_assumption(&assumption, "x"),
        session.weigh(&influence, Bearing::Helps),
        session.note_influence(&influence, "x"),
        session.place_risk(&risk, RiskStatus::NotAConcern),
        session.set_impact(&risk, None),
        session.set_likelihood(&risk, None),
        session.note_risk(&risk, "x"),
        session.put_dots(framework.item(&id("E2")).unwrap(), 0),
        session.add_action("x", vec![], at()),
        session.edit_action(1, |action| action.owner = "x".into()),
        session.set_action_status(1, plenary::session::ActionStatus::Done, at()),
        session.log_action(1, "x", at()),
        session.set_review(Some("2026-09-10".parse().unwrap())),
    ] {
        assert_eq!(changed, Err(Refusal::Finished));
    }
    assert_eq!(*session, before);
}
