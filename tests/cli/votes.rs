//! What `show` tells of votes, minority statements and missing voices.

use crate::cli::Computer;
use plenary::store;
use serde_json::Value;
use std::fs;
use std::path::PathBuf;

/// A session file in which P3 was voted on by two sectors, with a minority statement.
fn voted(computer: &Computer) -> PathBuf {
    use plenary::framework::{Framework, Id};
    use plenary::session::{Ballots, CountedBy, Dissent, Register, TakesVotes, Voters};
    let file = computer.new_session(&["--people", "statutory=7,third-sector=5"]);
    let framework = Framework::built_in().unwrap();
    let mut session = store::open(&file).unwrap().session;
    let (_, _, feature) = framework.feature(&Id::from("P3")).unwrap();
    let mut ballots = Ballots::open(&Register::parse("statutory=7,third-sector=5").unwrap(), CountedBy::Sector);
    for (sector, line) in [("statutory", "0 0 2 4 1"), ("third-sector", "2 2 1 0 0")] {
        ballots.ask(Voters { sector: Some(sector.into()), level: None });
        ballots.count(line, false).unwrap();
    }
    let at = session.created;
    session.reveal((feature, None), ballots.reveal(), at).unwrap();
    let dissent = Dissent { text: "Nobody asked us.".into(), attributed_to: Some("Third sector".into()), level: None };
    session.dissent(feature, dissent).unwrap();
    session.rev += 1;
    let head = store::Head::of(&session, &framework, at);
    fs::write(&file, store::encode(&session, &head).unwrap()).unwrap();
    file
}

#[test]
fn show_json_tells_votes_agreement_groups_dissent_and_missing_voices() {
    let computer = Computer::new();
    let file = voted(&computer);
    let shown: Value = serde_json::from_str(&computer.prints(&["show", file.to_str().unwrap(), "--json"])).unwrap();
    let feature = shown["features"].as_array().unwrap().iter().find(|one| one["id"] == "P3").unwrap();
    let vote = &feature["votes"][0];
    assert_eq!(vote["counts"], serde_json::json!([2, 2, 3, 4, 1]));
    assert_eq!((vote["ballots"].as_u64(), vote["median"].as_f64()), (Some(12), Some(3.0)));
    assert_eq!(vote["agreement"], "two_camps");
    assert!(vote["cns"].as_f64().is_some_and(|cns| (0.0..=1.0).contains(&cns)));
    let groups: Vec<(&str, Option<f64>)> = vote["groups"]
        .as_array()
        .unwrap()
        .iter()
        .map(|group| (group["group"].as_str().unwrap(), group["median"].as_f64()))
        .collect();
    assert_eq!(groups, [("statutory", Some(4.0)), ("third-sector", Some(2.0))]);
    for name in ["agreement", "median", "cns", "groups"] {
        assert_eq!(feature[name], vote[name], "the item says of {name} what its latest vote does");
    }
    assert_eq!(feature["firmness"], Value::Null, "a vote agrees on nothing by itself");
    let dissent = |name| serde_json::json!([{"text": "Nobody asked us.", "attributed_to": name}]);
    assert_eq!(feature["dissent"], dissent(Value::Null), "whose it is only where names were asked for");
    let named = computer.prints(&["show", file.to_str().unwrap(), "--json", "--with-names"]);
    let named: Value = serde_json::from_str(&named).unwrap();
    let feature = named["features"].as_array().unwrap().iter().find(|one| one["id"] == "P3").unwrap();
    assert_eq!(feature["dissent"], dissent("Third sector".into()));
    assert!(shown["warnings"][0]["warning"].as_str().unwrap().starts_with("Nobody's level is on the register"));
}

#[test]
fn show_json_keeps_the_levels_and_small_rooms_apart() {
    use plenary::framework::{Framework, Id, Level};
    use plenary::session::{Counts5, Round, Tally};
    let computer = Computer::new();
    let file = computer.new_session(&["--people", "12"]);
    let framework = Framework::built_in().unwrap();
    let mut session = store::open(&file).unwrap().session;
    let at = session.created;
    let mut vote = |id: &str, level, counts| {
        let (_, _, feature) = framework.feature(&Id::from(id)).unwrap();
        let round = Round::of([Tally { counts: Counts5(counts), ..Tally::default() }]);
        session.reveal((feature, level), round, at).unwrap();
    };
    vote("P4", Some(Level::Strategic), [0, 0, 2, 8, 2]);
    vote("P4", Some(Level::Operational), [0, 6, 5, 1, 0]);
    vote("P3", None, [0, 2, 2, 0, 0]);
    session.rev += 1;
    let head = store::Head::of(&session, &framework, at);
    fs::write(&file, store::encode(&session, &head).unwrap()).unwrap();
    let shown: Value = serde_json::from_str(&computer.prints(&["show", file.to_str().unwrap(), "--json"])).unwrap();
    let feature = |id: &str| shown["features"].as_array().unwrap().iter().find(|one| one["id"] == id).unwrap();
    let leadership = feature("P4");
    assert_eq!(leadership["median"], Value::Null, "the middle of two levels is nobody's view");
    assert_eq!((&leadership["strategic"]["median"], &leadership["operational"]["median"]), (&4.0.into(), &2.5.into()));
    assert_eq!(leadership["operational"]["agreement"], "broadly_agreed");
    // Of four votes only their number may be told.
    let small = feature("P3");
    assert_eq!(small["votes"][0]["ballots"], 4);
    for name in ["agreement", "median", "cns"] {
        assert_eq!((&small[name], &small["votes"][0][name]), (&Value::Null, &Value::Null), "{name}");
    }
    assert_eq!(small["groups"], serde_json::json!([]));
}

#[test]
fn show_tells_votes_dissent_and_missing_voices_in_lines() {
    let computer = Computer::new();
    let file = voted(&computer);
    let shown = computer.prints(&["show", file.to_str().unwrap(), "--with-names"]);
    for line in [
        "Note: Nobody's level is on the register",
        "    - Vote 1, 12 people: 2, 2, 3, 4, 1 at 1 to 5; median 3; two camps",
        "Third sector (5): 2, 2, 1, 0, 0",
        "    - Minority statement (Third sector): Nobody asked us.",
    ] {
        assert!(shown.contains(line), "{line}\n{shown}");
    }
}
