//! Breakout tables on the command line: what each tells by itself, and what their merged session tells beside them.

use crate::cli::Computer;
use plenary::framework::{Framework, Id};
use plenary::session::{Counts5, Register, Round, Session, StanceCounts, Tally};
use plenary::store::{self, Head, Home, Lock, RealFiles, Taken};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;

/// A session in which one sector has voted on I1 and AS7, written to a file of that name.
fn held(computer: &Computer, name: &str, table: &str, sector: &str, counts: [u16; 5]) -> PathBuf {
    let framework = Framework::built_in().unwrap();
    let at = "2026-03-12T09:30:00Z".parse().unwrap();
    let mut session = Session::new(&framework, format!("{:016x}", u64::from(name.as_bytes()[0])), at);
    session.about.partnership = "Glenfoot Partnership".into();
    session.about.table = table.into();
    session.rev = 3;
    let people: u16 = counts.iter().sum();
    session.register = Register::parse(&format!("{sector}={people}")).unwrap();
    let (_, _, feature) = framework.feature(&Id::from("I1")).unwrap();
    let tally = Tally { sector: Some(sector.into()), counts: Counts5(counts), ..Tally::default() };
    session.reveal((feature, None), Round::of([tally]), at).unwrap();
    let stances = StanceCounts([counts[4] + counts[3], counts[2], counts[1] + counts[0]]);
    let tally = Tally { sector: Some(sector.into()), counts: stances, ..Tally::default() };
    let assumption = framework.assumption(&Id::from("AS7")).unwrap().clone();
    session.reveal(&assumption, Round::of([tally]), at).unwrap();
    let file = computer.home().join(name);
    fs::write(&file, store::encode(&session, &Head::of(&session, &framework, at)).unwrap()).unwrap();
    file
}

/// The latest vote on I1 as `show --json` tells it.
fn vote(computer: &Computer, file: &str) -> Value {
    let shown: Value = serde_json::from_str(&computer.prints(&["show", file, "--json"])).unwrap();
    let feature = shown["features"].as_array().unwrap().iter().find(|one| one["id"] == "I1").unwrap();
    feature["votes"][0].clone()
}

#[test]
fn new_makes_a_session_that_says_it_is_a_table() {
    let computer = Computer::new();
    let file = computer.new_session(&["--table", "Blue"]);
    let shown = computer.prints(&["show", file.to_str().unwrap()]);
    assert!(
        shown.contains("\nNote: Table Blue. A breakout table: its votes are counted in the merged session.\n"),
        "{shown}"
    );
}

#[test]
fn nothing_that_leaves_a_table_depends_on_how_it_voted() {
    let told = |counts: [u16; 5]| {
        let computer = Computer::new();
        held(&computer, "blue.ron", "Blue", "statutory", counts);
        // Another session to compare it with, of the whole room.
        held(&computer, "red.ron", "", "statutory", [0, 1, 4, 1, 0]);
        let mut told = computer.prints(&["show", "blue.ron"]);
        told += &computer.prints(&["show", "blue.ron", "--json"]);
        told += &computer.prints(&["compare", "blue.ron", "red.ron"]);
        told += &computer.prints(&["compare", "red.ron", "blue.ron", "--json"]);
        told += &computer.prints(&["list", "."]);
        computer.prints(&["tables", ".", "-o", "out"]);
        for file in ["votes", "stances", "ratings", "assumptions", "risks", "links", "sessions"] {
            told += &fs::read_to_string(computer.home().join(format!("out/{file}.csv"))).unwrap();
        }
        computer.prints(&["report", "blue.ron", "-f", "html,md,csv,json", "-o", "papers"]);
        for paper in fs::read_dir(computer.home().join("papers")).unwrap() {
            told += &fs::read_to_string(paper.unwrap().path()).unwrap();
        }
        told
    };
    let one = told([0, 0, 1, 3, 1]);
    assert_eq!(one, told([3, 2, 0, 0, 0]));
    assert!(one.contains("5 people: a breakout table: its votes are counted in the merged session"), "it says why");
}

#[test]
fn tables_that_did_not_say_so_give_nothing_away_unless_no_paper_has_gone_out() {
    let computer = Computer::new();
    let (blue, red) = (
        held(&computer, "blue.ron", "", "statutory", [0, 0, 1, 3, 1]),
        held(&computer, "red.ron", "", "third-sector", [2, 1, 0, 0, 0]),
    );
    let before = fs::read(&blue).unwrap();
    let ran = computer.runs(&["merge", "blue.ron", "red.ron", "-o", "all.ron"]);
    assert!(ran.code == 0 && ran.err.contains("Nobody says whether a paper"), "{}", ran.err);
    assert_eq!(fs::read(&blue).unwrap(), before, "the tables' files stay as they are");
    let told = vote(&computer, "all.ron");
    assert_eq!((&told["counts"], &told["withheld"], &told["ballots"]), (&Value::Null, &json!("papers"), &json!(8)));
    let words = computer.prints(&["show", "all.ron"]);
    assert!(words.contains("8 people: not told, because papers of the merged sessions may have gone out"), "{words}");
    let stances: Value = serde_json::from_str(&computer.prints(&["show", "all.ron", "--json"])).unwrap();
    let stances = stances["assumptions"].as_array().unwrap().iter().find(|one| one["id"] == "AS7").unwrap().clone();
    assert_eq!(stances["votes"][0]["holds"], Value::Null);
    let yes = computer.runs(&["merge", "blue.ron", "red.ron", "-o", "yes.ron", "--papers-went-out", "yes"]);
    assert!(yes.err.is_empty(), "{}", yes.err);
    assert_eq!(vote(&computer, "yes.ron")["counts"], Value::Null);

    let no = computer.runs(&["merge", "blue.ron", "red.ron", "-o", "no.ron", "--papers-went-out", "no"]);
    assert!(no.code == 0 && no.err.is_empty(), "{}", no.err);
    assert_eq!(vote(&computer, "no.ron")["counts"], json!([2, 1, 1, 3, 1]));
    for (file, name) in [(&blue, "blue"), (&red, "red")] {
        let session = store::open(file).unwrap().session;
        assert_eq!((session.about.table.as_str(), session.rev), (name, 4), "from now on it says that it is one");
        assert_eq!(vote(&computer, file.to_str().unwrap())["counts"], Value::Null);
        let backups: Value =
            serde_json::from_str(&computer.prints(&["backups", file.to_str().unwrap(), "--json"])).unwrap();
        assert_eq!(backups.as_array().unwrap().len(), 1, "as it was before is kept");
    }
    let all = store::open(&computer.home().join("no.ron")).unwrap().session;
    assert!(all.tables.iter().all(|table| table.rev == 4), "nothing of them changed after they were merged");
}

#[test]
fn a_table_that_cannot_be_marked_is_named_and_keeps_its_votes() {
    let computer = Computer::new();
    let blue = held(&computer, "blue.ron", "", "statutory", [0, 0, 1, 3, 1]);
    held(&computer, "red.ron", "", "third-sector", [2, 1, 0, 0, 0]);
    let home = Home::find(Some(computer.home())).unwrap();
    let Taken::Held(_lock) = Lock::take(&RealFiles, &home, &blue, "2026-03-12T09:30:00Z".parse().unwrap()) else {
        panic!("nobody else has it")
    };
    let ran = computer.runs(&["merge", "blue.ron", "red.ron", "-o", "all.ron", "--papers-went-out", "no"]);
    assert!(ran.err.starts_with("blue could not be marked as a table"), "{}", ran.err);
    assert_eq!(store::open(&blue).unwrap().session.about.table, "");
    assert_eq!(vote(&computer, "all.ron")["counts"], Value::Null, "red has three");
    assert_eq!(vote(&computer, "blue.ron")["counts"], json!([0, 0, 1, 3, 1]));
}

#[test]
fn a_merged_session_calls_its_tables_as_they_call_themselves() {
    let computer = Computer::new();
    held(&computer, "a.ron", "Blue", "statutory", [0, 0, 1, 3, 1]);
    held(&computer, "b.ron", "Red", "statutory", [1, 0, 1, 3, 1]);
    let ran = computer.runs(&["merge", "a.ron", "Amber=b.ron", "-o", "all.ron"]);
    assert!(ran.code == 0 && ran.err.is_empty(), "nothing is asked: {}", ran.err);
    let all = store::open(&computer.home().join("all.ron")).unwrap().session;
    let names: Vec<&str> = all.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names, ["Blue", "Amber"], "a name that is typed counts before it");
    assert_eq!(vote(&computer, "all.ron")["counts"], json!([1, 0, 2, 6, 2]));
}
