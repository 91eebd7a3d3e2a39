//! What `show` tells of assumptions, risks, links, dots, where to act and actions.

use crate::cli::Computer;
use crate::support::said::{Said, at, id, not_agreed};
use plenary::session::{ActionStatus, Bearing, Verdict};
use plenary::store;
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A session file in which something of every kind was said after the chain.
fn after_the_chain(computer: &Computer) -> PathBuf {
    let file = computer.new_session(&["--people", "12"]);
    let mut said = Said::nothing();
    let mut session = store::open(&file).unwrap().session;
    session.about.date = Some("2026-03-12".parse().unwrap());
    said.session = session;
    said.rate("I1", 4).rate("I2", 4).rate("A1", 2).rate("E2", 2).rate("S1", 5).decide("K2", &not_agreed(2, 4));
    said.judge("AS2", Verdict::DoesNotHold).judge("AS7", Verdict::Partly).judge("AS1", Verdict::Holds);
    said.weigh("IF1", Bearing::Hinders).could_happen("R6", 4, 5).happening("R8", 2).dots("K2", 70);
    let (assumption, risk) = (said.assumption("AS2"), said.risk("R6"));
    let changed = said.session.note_assumption(&assumption, "Formed for the grant.");
    said.take(changed);
    let changed = said.session.note_assumption_privately(&assumption, "ask the chair");
    said.take(changed);
    let changed = said.session.dissent_from_assumption(&assumption, "We did talk about it.");
    said.take(changed);
    let changed = said.session.note_risk(&risk, "Two seats of fourteen.");
    said.take(changed);
    let changed = said.session.add_action("Offer both groups a seat", vec![id("R6"), id("E2")], at());
    said.take(changed);
    let changed = said.session.edit_action(1, |action| {
        action.owner = "Third sector interface".into();
        action.support = "Partnership officer".into();
        action.by = Some("2026-06-30".parse().unwrap());
        action.measure = "Both seats are taken".into();
    });
    said.take(changed);
    let changed = said.session.set_action_status(1, ActionStatus::UnderWay, at());
    said.take(changed);
    let changed = said.session.log_action(1, "The letter is out.", at());
    said.take(changed);
    let changed = said.session.set_review(Some("2026-09-10".parse().unwrap()));
    said.take(changed);
    let head = store::Head::of(&said.session, &said.framework, said.session.created);
    fs::write(&file, store::encode(&said.session, &head).unwrap()).unwrap();
    file
}

fn one<'all>(shown: &'all Value, list: &str, id: &str) -> &'all Value {
    shown[list].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap()
}

#[test]
fn show_json_tells_what_was_said_after_the_chain_and_what_it_means() {
    let computer = Computer::new();
    let file = after_the_chain(&computer);
    let printed = computer.prints(&["show", file.to_str().unwrap(), "--json"]);
    assert!(!printed.contains("ask the chair"), "a private note was printed");
    let shown: Value = serde_json::from_str(&printed).unwrap();

    let assumption = one(&shown, "assumptions", "AS2");
    assert_eq!((&assumption["verdict"], &assumption["gate"]), (&json!("does_not_hold"), &json!(true)));
    assert_eq!(assumption["note"], "Formed for the grant.");
    assert_eq!(assumption["dissent"], "We did talk about it.");
    assert_eq!(shown["assumptions"].as_array().unwrap().len(), 9);
    assert_eq!(one(&shown, "influences", "IF1")["bearing"], "hinders");
    assert_eq!(one(&shown, "influences", "IF2")["bearing"], "not_discussed");

    let risk = one(&shown, "risks", "R6");
    for (field, value) in [
        ("status", json!("could_happen")),
        ("impact", json!(5)),
        ("likelihood", json!(4)),
        ("prompted", json!(3)),
        ("signals", json!(["Community weak (E2)", "Fair power partly holds (AS7)"])),
        ("rag", json!("red")),
        ("question", Value::Null),
        ("note", json!("Two seats of fourteen.")),
    ] {
        assert_eq!(risk[field], value, "{field}");
    }
    let issue = one(&shown, "risks", "R8");
    assert_eq!(
        (&issue["status"], &issue["likelihood"], &issue["rag"]),
        (&json!("happening_now"), &Value::Null, &json!("amber"))
    );
    assert_eq!(one(&shown, "risks", "R1")["rag"], Value::Null);

    assert_eq!(
        shown["links"][0],
        json!({"from": "inputs", "to": "activities", "state": "leads_to", "leap": false,
               "reasons": ["Resources not discussed (AS8)", "Timeframes not discussed (AS9)", "Inputs has a median of 4"]})
    );
    let leaps: Vec<&Value> = shown["links"].as_array().unwrap().iter().filter(|one| one["leap"] == true).collect();
    assert_eq!(leaps.len(), 1);
    assert_eq!((&leaps[0]["from"], &leaps[0]["state"]), (&json!("engagement"), &json!("broken")));
    assert!(leaps[0]["leap_in_words"].as_str().unwrap().contains("from a median of"), "{}", leaps[0]);

    assert_eq!(shown["dots"], json!([{"id": "K2", "dots": 70, "state": "Contested", "in_both": true}]));
    let order: Vec<&str> =
        shown["where_to_act"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
    assert_eq!(order, ["AS2", "R6", "K2", "A1", "E2"]);
    assert_eq!(shown["where_to_act"][2]["ground"], "contested_with_dots");
    assert!(shown["where_to_act"][3]["reason"].as_str().unwrap().contains("fix upstream first"));
    assert_eq!(shown["to_protect"][0]["id"], "S1");

    let action = &shown["actions"][0];
    for (field, value) in [
        ("number", json!(1)),
        ("what", json!("Offer both groups a seat")),
        ("why", json!(["R6", "E2"])),
        ("owner", json!("Third sector interface")),
        ("support", json!("Partnership officer")),
        ("by", json!("2026-06-30")),
        ("measure", json!("Both seats are taken")),
        ("status", json!("under_way")),
    ] {
        assert_eq!(action[field], value, "{field}");
    }
    let moment = "2026-03-12T09:30:00Z";
    assert_eq!(
        action["log"],
        json!([{"at": moment, "event": "added"}, {"at": moment, "event": "status", "status": "under_way"},
               {"at": moment, "event": "note", "note": "The letter is out."}])
    );
    assert_eq!(shown["review"], "2026-09-10");
}

#[test]
fn show_reads_the_same_out_in_lines() {
    let computer = Computer::new();
    let file = after_the_chain(&computer);
    let shown = computer.prints(&["show", file.to_str().unwrap()]);
    assert!(!shown.contains("ask the chair"), "a private note was printed");
    insta::assert_snapshot!(shown);
}

#[test]
fn a_session_with_nothing_said_shows_empty_lists_and_no_empty_headings() {
    let computer = Computer::new();
    let file = computer.new_session(&[]);
    let file = file.to_str().unwrap();
    let shown: Value = serde_json::from_str(&computer.prints(&["show", file, "--json"])).unwrap();
    for list in ["dots", "where_to_act", "to_protect", "actions"] {
        assert_eq!(shown[list], json!([]), "{list}");
    }
    assert_eq!(shown["review"], Value::Null);
    assert_eq!(one(&shown, "risks", "R1")["status"], "not_discussed");
    let text = computer.prints(&["show", file]);
    for heading in ["\nWhat the room chose", "\nWhere to act", "\nStrengths to protect", "\nWhat helps"] {
        assert!(!text.contains(heading), "{heading}\n{text}");
    }
    assert!(
        text.contains("The assumptions were not discussed.") && text.contains("Genuine (AS1), Right form (AS2)"),
        "{text}"
    );
}
