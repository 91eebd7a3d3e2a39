//! Ballots on paper: taken in from CSV, and printed with the matching first line.

use crate::cli::{Computer, Ran};
use plenary::store;
use std::fs;
use std::path::Path;

/// Runs `import-votes` on a session of two sectors with these ballots, which the room cast on paper.
fn imports(computer: &Computer, file: &Path, ballots: impl AsRef<[u8]>) -> Ran {
    imports_with(computer, file, ballots, &["--in-room"])
}

fn imports_with(computer: &Computer, file: &Path, ballots: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let csv = computer.home().join("ballots.csv");
    fs::write(&csv, ballots).unwrap();
    computer.runs(&[&["import-votes", file.to_str().unwrap(), csv.to_str().unwrap()], more].concat())
}

#[test]
fn ballots_are_taken_in_as_one_round_on_each_item() {
    let computer = Computer::new();
    let file = computer.new_session(&["--people", "statutory=5,third-sector=5"]);
    let line = |who: &str, votes: &str| format!("{who},{votes}\n");
    let mut ballots = String::from("sector,level,P3,P2 strategic,E2\n");
    for votes in ["4,3,", "4,3,2", "5,?,", "3,,1", "4,0,"] {
        ballots += &line("statutory,strategic", votes);
    }
    for _ in 0..5 {
        ballots += &line("Third sector,", "2,2,1");
    }
    let ran = imports(&computer, &file, &ballots);
    assert_eq!((ran.err.as_str(), ran.last_line()), ("", "10 ballots taken in, on 3 items"));
    let session = store::open(&file).unwrap().session;
    let whole = |id: &str, level| session.answer(&id.into()).latest_round(level).unwrap().whole();
    assert_eq!(whole("P3", None).counts.0, [0, 5, 1, 3, 1]);
    let strategic = whole("P2", Some(plenary::framework::Level::Strategic));
    assert_eq!((strategic.counts.0, strategic.dont_know), ([0, 5, 2, 0, 0], 2));
    assert_eq!(whole("E2", None).ballots(), 7);
    // The same file is no second round, unless that is said; and a third is refused.
    assert!(imports(&computer, &file, &ballots).err.contains("these ballots came in already on"));
    assert_eq!(imports_with(&computer, &file, &ballots, &["--in-room", "--add"]).code, 0);
    let third = imports_with(&computer, &file, &ballots, &["--in-room", "--add"]);
    assert!(third.err.contains("E2 Community: The room has voted twice on this"), "{}", third.err);
    assert!(third.err.contains("Nothing was imported."), "{}", third.err);
    // What was imported last goes as it came, and what was changed since stays.
    let undo = || computer.runs(&["import-votes", file.to_str().unwrap(), "--undo"]);
    assert_eq!(undo().last_line(), "10 ballots taken back, those that came in last");
    let mut session = store::open(&file).unwrap().session;
    assert_eq!(session.answer(&"P3".into()).rounds.len(), 1);
    session.answers.get_mut(&"P3".into()).unwrap().rounds[0].round.tallies[0].dont_know += 1;
    session.rev += 1;
    let framework = plenary::framework::Framework::built_in().unwrap();
    let head = store::Head::of(&session, &framework, session.created);
    fs::write(&file, store::encode(&session, &head).unwrap()).unwrap();
    assert!(undo().err.contains("the room's votes on P3 are no longer those that came in"), "{}", undo().err);
    assert_eq!(store::open(&file).unwrap().session, session);
}

#[test]
fn ballots_on_assumptions_are_taken_in_with_the_others() {
    let computer = Computer::new();
    let file = computer.new_session(&["--people", "statutory=4,third-sector=2"]);
    let ballots = "sector,P3,as7\nstatutory,4,1\nstatutory,4,1\nstatutory,3,2\nstatutory,,0\nthird-sector,2,3\nthird-sector,2,3\n";
    let ran = imports(&computer, &file, ballots);
    assert_eq!((ran.err.as_str(), ran.last_line()), ("", "6 ballots taken in, on 2 items"));
    let session = store::open(&file).unwrap().session;
    let whole = session.assumption(&"AS7".into()).rounds[0].round.whole();
    assert_eq!((whole.counts.0, whole.dont_know), ([2, 1, 2], 1));
    let ran = imports(&computer, &file, "sector,AS7\nstatutory,4\n");
    assert!(ran.err.contains("line 2, column 2 (B): \"4\" is no vote; write 1 to 3, or 0"), "{}", ran.err);
    // What `show` tells: the room's counts, and of groups of fewer than five nothing that could be worked back.
    let shown = computer.prints(&["show", file.to_str().unwrap()]);
    assert!(shown.contains("Vote 1, 6 people: Holds 2, partly holds 1, does not hold 2, don't know 1.\n"), "{shown}");
    let json: serde_json::Value =
        serde_json::from_str(&computer.prints(&["show", file.to_str().unwrap(), "--json"])).unwrap();
    let vote = &json["assumptions"][6]["votes"][0];
    assert_eq!(vote["round"], 1);
    assert_eq!(
        [&vote["holds"], &vote["partly"], &vote["does_not_hold"], &vote["dont_know"]],
        [&2.into(), &1.into(), &2.into(), &serde_json::Value::from(1)]
    );
    let groups = vote["groups"].as_array().unwrap();
    assert!(groups.iter().all(|group| group["holds"].is_null()), "{groups:?}");
}

#[test]
fn a_fault_in_the_ballots_is_named_by_line_and_column_and_nothing_is_taken_in() {
    let computer = Computer::new();
    let file = computer.new_session(&["--people", "statutory=7"]);
    let before = fs::read(&file).unwrap();
    for (ballots, problem) in [
        ("", "the file is empty"),
        ("sector,P3\n", "there is no vote in it, only headings"),
        ("sector,Z9\nstatutory,4\n", "line 1, column 2 (B): \"Z9\" is no item"),
        ("sector,P2\nstatutory,4\n", "line 1, column 2 (B): P2: This item takes a strategic and an operational rating"),
        ("sector,P3\nstatutory,4\nstatutory,6\n", "line 3, column 2 (B): \"6\" is no vote"),
        ("sector,P3\nstatutory,4,5\n", "line 2, column 3 (C): there is no heading above this"),
        ("sector,P3,\nstatutory,4,\nstatutory,4,5\n", "line 3, column 3 (C): there is no heading above this"),
        ("sector,P3,,,\nstatutory,4,,,5\n", "line 2, column 5 (E): there is no heading above this"),
        ("sector,P3,p3\nstatutory,4,3\n", "line 1, column 3 (C): \"p3\" stands above column 2 (B) already"),
        ("sector,P3,Sector\nstatutory,4,\n", "line 1, column 3 (C): \"Sector\" stands above column 1 (A) already"),
        ("sector,P3\nstatutory,\"4\nstatutory,3\n", "line 2, column 2 (B): the quote that opens here is never closed"),
        ("sep=;\nsector;P3\nstatutory;9\n", "line 3, column 2 (B): \"9\" is no vote"),
        ("sector,P3\r\rstatutory,9\r", "line 3, column 2 (B): \"9\" is no vote"),
        ("sector,P3\nstatutory,4 Not yet\n", "line 2, column 2 (B): \"4 Not yet\" says two different votes"),
        (
            "sector,I1 Effective IT systems that enable information sharing\nstatutory,4\n",
            "has the id of I1 and the words of I2",
        ),
        ("sector,P3\nstatutory,\u{0}4\n", "line 2, column 11: a zero byte"),
        ("PK\u{3}\u{4}\u{14}\u{0}", "choose File, Save As, Excel Workbook (.xlsx)"),
    ] {
        let ran = imports(&computer, &file, ballots);
        assert_eq!(ran.code, 1, "{ballots:?}: {}", ran.out);
        assert!(ran.err.contains(problem), "{ballots:?}: {}", ran.err);
        assert!(ran.err.contains("Nothing was imported."), "{ballots:?}: {}", ran.err);
        assert_eq!(fs::read(&file).unwrap(), before, "{ballots:?} changed the session");
    }
}

/// Ballots of five people on three items, parted and ended as asked.
fn five(part: &str, end: &str) -> String {
    let rows = ["sector,level,I1,P3", "statutory,strategic,4,2", "third sector,,2,1", "statutory,,4,", ",,?,3", ",,,5"];
    rows.map(|row| row.replace(',', part) + end).concat()
}

#[test]
fn whatever_an_office_program_makes_of_ballots_they_are_the_same_votes() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let plain = five(",", "\n");
    let quoted = plain.replace("sector,level", "\"sector\",\"level\"").replace("third sector", "\"third sector\"");
    let spread = plain.replace("sector,", "sector,,").replace("\nstatutory", "\nstatutory,").replace("\n,", "\n,,");
    for (name, bytes) in [
        ("commas", plain.clone().into_bytes()),
        ("a mark", format!("\u{feff}{plain}").into_bytes()),
        ("a mark before a quote", format!("\u{feff}{quoted}").into_bytes()),
        ("semicolons and Windows line ends", five(";", "\r\n").into_bytes()),
        ("tabs", five("\t", "\n").into_bytes()),
        ("Unicode text", utf16(&format!("\u{feff}{}", five("\t", "\r\n")))),
        ("Unicode text without a mark", utf16(&five("\t", "\r\n"))),
        ("sep", format!("sep=;\r\n{}", five(";", "\r\n")).into_bytes()),
        ("quoted sep", format!("\u{feff}\"sep=|\"\n{}", five("|", "\n")).into_bytes()),
        ("carriage returns alone", five(",", "\r").into_bytes()),
        ("columns that were touched once", five(",", ",,,\n").into_bytes()),
        ("rows that were touched once", format!("{},,,,,\n,,\n\n \n", five(",", ",,\n")).into_bytes()),
        ("an empty column among the others", spread.into_bytes()),
        ("capitals", plain.replace("sector,level,I1", "SECTOR,Level,i1").into_bytes()),
        ("blanks that are none", plain.replace("third sector", "\u{a0}Third\u{a0} sector").into_bytes()),
        ("no line end at the end", plain.trim_end().to_owned().into_bytes()),
    ] {
        let computer = Computer::new();
        let file = computer.new_session(&["--people", "statutory=5,third-sector=5"]);
        let ran = imports(&computer, &file, bytes);
        assert_eq!((ran.err.as_str(), ran.last_line()), ("", "5 ballots taken in, on 2 items"), "{name}");
        let session = store::open(&file).unwrap().session;
        let whole = |id: &str| session.answer(&id.into()).latest_round(None).unwrap().whole();
        assert_eq!((whole("I1").counts.0, whole("I1").dont_know), ([0, 1, 0, 2, 0], 1), "{name}");
        assert_eq!(whole("P3").counts.0, [1, 1, 1, 0, 1], "{name}");
    }
}

#[test]
fn ballots_in_ansi_are_read_and_that_is_said() {
    let computer = Computer::new();
    let file = computer.new_session(&["--people", "statutory=5"]);
    let ran = imports(&computer, &file, b"sector,I1\nstatutory,4\ncaf\xe9,3\n");
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("ballots.csv is not UTF-8; it was read as Windows-1252 (ANSI).\n"), "{}", ran.out);
    assert!(ran.out.contains("Not sure of\n  \"caf\u{e9}\": not said\n"), "{}", ran.out);
    let ran = imports(&computer, &file, b"sector,I1\nstatutory,4\n\xa0statutory,3\n");
    assert_eq!((ran.code, ran.last_line()), (0, "2 ballots taken in, on 1 item"), "{}", ran.err);
    assert_eq!(ran.err, "");
}

#[test]
fn ballots_and_cards_are_printed_and_the_printed_first_line_can_be_imported() {
    let computer = Computer::new();
    let page = computer.prints(&["print", "ballots"]);
    assert!(page.starts_with("<!DOCTYPE html><html lang=\"en-GB\">") && !page.contains("<script"), "{page}");
    let (_, rest) = page.split_once("<pre>").unwrap();
    let (header, _) = rest.split_once("</pre>").unwrap();
    assert_eq!(header.split(',').count(), 2 + 36 + 5 + 9);
    let file = computer.new_session(&[]);
    let ran = imports(&computer, &file, format!("{header}\n,,4\n"));
    assert_eq!((ran.err.as_str(), ran.last_line()), ("", "1 ballot taken in, on 1 item"));

    let out = computer.home().join("cards.html");
    assert_eq!(computer.prints(&["print", "cards", "-o", out.to_str().unwrap()]), "");
    let cards = fs::read_to_string(&out).unwrap();
    assert!(["Statutory", "Third sector", "Community", "Private"].iter().all(|name| cards.contains(name)));
    assert!(
        computer
            .refuses(&["print", "cards", "-o", out.to_str().unwrap()])
            .contains("is there already, and nothing was")
    );
}
