//! Surveys in the shapes in which forms, spreadsheets and people hand them over: what is understood, and what is asked.

use crate::cli::{Computer, Ran};
use plenary::session::{Round, Session};
use plenary::store;
use rust_xlsxwriter::Workbook;
use std::fs;
use std::path::{Path, PathBuf};

pub(super) fn room(computer: &Computer) -> PathBuf {
    computer.new_session(&["--people", "statutory=7,third-sector=5"])
}

pub(super) fn imports(computer: &Computer, file: &Path, name: &str, ballots: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let path = computer.home().join(name);
    fs::write(&path, ballots).unwrap();
    computer.runs(&[&["import-votes", file.to_str().unwrap(), path.to_str().unwrap()], more].concat())
}

/// All that came in on an item that takes one rating, added up.
pub(super) fn survey(session: &Session, id: &str) -> Round {
    let sums = session.imports.iter().flat_map(|import| &import.ratings).filter(|sums| sums.item == id.into());
    Round::of(sums.flat_map(|sums| sums.round.tallies.clone()))
}

/// A workbook with these rows on one sheet; numbers are numbers.
fn workbook(rows: &[&[&str]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet().set_name("Form1").unwrap();
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(*cells) {
            match text.parse::<f64>() {
                Ok(number) => sheet.write_number(row, column, number).unwrap(),
                Err(_) => sheet.write_string(row, column, *text).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

#[test]
fn surveys_of_every_shape_are_taken_in_and_what_was_understood_is_shown() {
    let forms = "Id,Start time,Completion time,Email,Name,Which sector are you from?,At which level do you work?,I1 \
                 Adequate and secure funding,I2 Effective IT systems that enable information sharing\n1,12/03/2026 \
                 09:01:22,12/03/2026 09:06:10,jane@example.org,Jane Doe,Third sector,Operational,2 Patchy,3 \
                 Growing\n2,12/03/2026 09:02:40,12/03/2026 09:08:02,anonymous,,Statutory,Strategic,4 Mostly,0 don't know\n";
    let google = "Timestamp,Sector,Level,Rate each [I1 Adequate and secure funding],Rate each [I2 Effective IT \
                  systems]\n2026/03/12 9:01:10 am GMT,Third sector,Operational,2,3\n2026/03/12 9:02:10 am \
                  GMT,Public,Strategic,Mostly,Don\u{2019}t know\n";
    let lime = "\"Response ID\";\"Date submitted\";\"Last page\";\"Sector\";\"I1. Adequate and secure \
                funding\";\"I2. Effective IT systems that enable information sharing\"\n\"1\";\"2026-03-12\";\"4\";\"voluntary\";\"2,0\";\"3,0\"\n\"2\";\"\";\"4\";\"NHS\";\"4,0\";\"N/A\"\n\"3\";\"\";\"4\";\"NHS\";\"\";\"?\"\n";
    let title = "Riverside, ballots\n\nsector;;I1;Comment;Funding note;I2\nthird-sector;;='2;\"Slow, but \
                 \"\"sure\"\"\";;3\nstatutory;;=\"4\";;;dk\n";
    let groups = ",,Inputs,\nSector,Level,I1,I2\nthird sector,operational,'2,\u{ff13}\nstatutory sector,,4,?\n";
    let agree = "Sector,Adequate and secure funding,Effective IT systems that enable information \
                 sharing\nthird,Disagree,Neither agree nor disagree\nstatutory,Agree,Not sure\n";
    let sheet = workbook(&[
        &["Riverside survey"],
        &["ID", "Email", "Sector", "", "I1 Adequate and secure funding", "I2"],
        &["1", "jane@example.org", "Third sector", "", "2", "3.0"],
        &["2", "", "Statutory", "", "4 Mostly", "0"],
    ]);
    for (name, file, bytes) in [
        ("Microsoft Forms", "a.csv", forms.as_bytes()),
        ("Google Forms", "a.csv", google.as_bytes()),
        ("LimeSurvey", "a.csv", lime.as_bytes()),
        ("a title, an empty column, comments", "a.csv", title.as_bytes()),
        ("a row of groups above", "a.txt", groups.as_bytes()),
        ("how far people agree", "a.csv", agree.as_bytes()),
        ("a workbook", "a.xlsx", &sheet),
    ] {
        let computer = Computer::new();
        let session = room(&computer);
        let ran = imports(&computer, &session, file, bytes, &[]);
        assert_eq!(ran.code, 0, "{name}: {}{}", ran.out, ran.err);
        assert!(ran.last_line().ends_with("taken in, on 2 items"), "{name}: {}", ran.out);
        assert!(ran.out.contains(": I1 Funding") && ran.out.contains("headings in"), "{name}: {}", ran.out);
        let opened = store::open(&session).unwrap().session;
        let round = |id: &str| survey(&opened, id);
        assert_eq!((round("I1").whole().counts.0, round("I1").by_sector().len()), ([0, 1, 0, 1, 0], 2), "{name}");
        assert_eq!(round("I2").whole().counts.0, [0, 0, 1, 0, 0], "{name}");
        let kept = fs::read_to_string(&session).unwrap();
        for nobody in ["Jane", "example.org", "2026-03-12", "9:01"] {
            assert!(!kept.contains(nobody), "{name} keeps {nobody}");
        }
    }
}

#[test]
fn what_is_not_sure_is_taken_after_a_yes_only_and_a_mapping_keeps_it() {
    let computer = Computer::new();
    let session = room(&computer);
    let before = fs::read(&session).unwrap();
    let odd =
        "Which sector are you from?,Adequate & secure fundng,I2,Kennung\nChurch,mosty,4,abc\nNHS Lothian,2,3,def\n";
    let ran = imports(&computer, &session, "odd.csv", odd, &[]);
    assert_eq!(ran.code, 1, "{}", ran.out);
    for doubt in [
        "\"Adequate & secure fundng\": I1 Funding",
        "\"mosty\": 4 Mostly",
        "\"Church\": not said",
        "\"Kennung\": not read",
    ] {
        assert!(ran.out.split_once("Not sure of\n").unwrap().1.contains(doubt), "{doubt}: {}", ran.out);
    }
    assert!(ran.err.contains("--yes, or with --map FILE") && ran.err.contains("Nothing was imported."), "{}", ran.err);
    let dry = imports(&computer, &session, "odd.csv", odd, &["--dry-run"]);
    assert_eq!((dry.code, dry.last_line()), (0, "Nothing was taken in."));
    assert_eq!(fs::read(&session).unwrap(), before);
    let map = computer.home().join("map.csv");
    let ran = imports(&computer, &session, "odd.csv", odd, &["--yes", "--map", map.to_str().unwrap()]);
    assert_eq!((ran.code, ran.last_line()), (0, "2 ballots taken in, on 2 items"), "{}", ran.err);
    let kept = fs::read_to_string(&map).unwrap();
    assert!(kept.contains("what,text,meaning\r\nheading,Adequate & secure fundng,I1 Funding\r\n"), "{kept}");
    // The same words in the next survey are sure by the mapping, which a person has corrected meanwhile.
    fs::write(&map, kept.replace("sector,Church,not said", "sector,Church,third-sector")).unwrap();
    let other = room(&computer);
    let ran = imports(&computer, &other, "odd.csv", odd, &["--map", map.to_str().unwrap()]);
    assert_eq!((ran.code, ran.last_line()), (0, "2 ballots taken in, on 2 items"), "{}{}", ran.out, ran.err);
    assert!(!ran.out.contains("Not sure of") && ran.out.contains("\"Church\": Third sector"), "{}", ran.out);
    // A fault of the mapping is one of its own file.
    fs::write(&map, "heading,Kennung,Z9\n").unwrap();
    let ran = imports(&computer, &other, "odd.csv", odd, &["--map", map.to_str().unwrap()]);
    assert!(ran.err.contains("\"Z9\" means nothing here; write an item"), "{}", ran.err);
    fs::write(&map, "heading,Kennung\n").unwrap();
    let ran = imports(&computer, &other, "odd.csv", odd, &["--map", map.to_str().unwrap()]);
    assert!(ran.err.contains("map.csv: line 1, column 1 (A): a mapping has three columns"), "{}", ran.err);
}

#[test]
fn files_that_are_no_ballots_say_what_to_do_in_excel() {
    let computer = Computer::new();
    let session = room(&computer);
    let before = fs::read(&session).unwrap();
    let book = workbook(&[&["sector", "I1"], &["statutory", "4"]]);
    let faulty = workbook(&[&["sector", "I1"], &["statutory", "4"], &["statutory", "9"]]);
    for (name, bytes, problem) in [
        (
            "renamed.csv",
            &book[..],
            "an Excel workbook under the name of a text file; open it in Excel and choose File, Save As",
        ),
        ("cut.xlsx", &book[..200], "the workbook is damaged or has a password"),
        ("text.xlsx", b"sector,I1\nstatutory,4\n", "it is named as an Excel workbook and is none"),
        ("old.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "choose File, Save As, Excel Workbook (.xlsx)"),
        ("bad.xlsx", &faulty, "sheet \"Form1\", cell B3: \"9\" is no vote"),
        ("none.csv", b"name,age\nJane,\n", "no heading in it names an item"),
    ] {
        let ran = imports(&computer, &session, name, bytes, &[]);
        assert_eq!(ran.code, 1, "{name}: {}", ran.out);
        assert!(ran.err.contains(problem) && ran.err.contains("Nothing was imported."), "{name}: {}", ran.err);
        assert!(!ran.err.contains("F4"), "no keys of a screen: {}", ran.err);
        assert_eq!(fs::read(&session).unwrap(), before, "{name}");
    }
}

#[test]
fn a_folder_of_returned_files_is_taken_in_as_one_or_not_at_all() {
    let computer = Computer::new();
    let session = room(&computer);
    let folder = computer.home().join("returned");
    fs::create_dir(&folder).unwrap();
    let path = folder.to_str().unwrap().to_owned();
    let empty = computer.runs(&["import-votes", session.to_str().unwrap(), &path]);
    assert!(empty.err.contains("there is no .csv, .txt or .xlsx file in this folder"), "{}", empty.err);
    fs::write(folder.join("one.xlsx"), workbook(&[&["sector", "I1"], &["statutory", "4"]])).unwrap();
    fs::write(folder.join("two.csv"), "sector;I1;I2\nthird sector;2;3\n").unwrap();
    fs::write(folder.join("~$one.xlsx"), "is open").unwrap();
    fs::write(folder.join("read me.docx"), "no ballots").unwrap();
    fs::write(folder.join("three.csv"), "sector,I1\nstatutory,9\n").unwrap();
    let ran = computer.runs(&["import-votes", session.to_str().unwrap(), &path]);
    assert!(ran.err.contains("three.csv: line 2, column 2 (B): \"9\" is no vote"), "{}", ran.err);
    fs::copy(folder.join("two.csv"), folder.join("three.csv")).unwrap();
    let ran = computer.runs(&["import-votes", session.to_str().unwrap(), &path]);
    assert!(ran.out.contains("two.csv holds the same as three.csv, so it counts once"), "{}{}", ran.out, ran.err);
    let ran = computer.runs(&["import-votes", session.to_str().unwrap(), &path, "--yes"]);
    assert_eq!((ran.code, ran.last_line()), (0, "2 ballots taken in, on 2 items"), "{}", ran.err);
    let session = store::open(&session).unwrap().session;
    assert_eq!(survey(&session, "I1").whole().counts.0, [0, 1, 0, 1, 0]);
}

#[test]
fn no_ballot_counts_twice_and_late_ones_join_until_the_room_has_spoken() {
    let computer = Computer::new();
    let session = room(&computer);
    let whole = |id: &str| survey(&store::open(&session).unwrap().session, id).whole().counts.0;
    let forms = "Id,Sector,I1,I2\n1,statutory,4,3\n2,third sector,2,3\n3,statutory,5,?\n";
    let taken = |name: &str, ballots: &str, more: &[&str]| imports(&computer, &session, name, ballots, more);
    assert_eq!(taken("survey.csv", forms, &[]).last_line(), "3 ballots taken in, on 2 items");
    // The same file under another name, and the same ballots in another form.
    for (name, again) in [("copy.csv", forms.to_owned()), ("other.csv", forms.replace("Id,", "No,").replace(',', ";"))]
    {
        let ran = taken(name, &again, &[]);
        assert!(ran.err.contains("these ballots came in already on"), "{}{}", ran.out, ran.err);
    }
    // A longer export takes its place, wherever the form adds; the shorter one is in it from then on.
    let longer = format!("{forms}4,community,1,1\n");
    let ran = taken("longer.csv", &longer, &[]);
    assert_eq!(ran.last_line(), "4 ballots taken in, on 2 items, in place of those of a shorter file", "{}", ran.err);
    assert!(taken("survey.csv", forms, &[]).err.contains("came in already"));
    let newest_first = format!("Id,Sector,I1,I2\n5,statutory,3,3\n{}", longer.split_once('\n').unwrap().1);
    assert_eq!(taken("newest.csv", &newest_first, &[]).code, 0);
    assert_eq!((whole("I1"), whole("I2")), ([1, 1, 1, 1, 1], [1, 0, 3, 0, 0]));
    // Late ballots join.
    assert_eq!(taken("late.csv", "sector,I1\nstatutory,4\nthird sector,2\n", &[]).code, 0);
    assert_eq!(whole("I1"), [1, 2, 1, 2, 1]);
    // Of what the room has spoken of nothing comes in, and of the rest nothing from that file.
    let mut opened = store::open(&session).unwrap().session;
    let framework = plenary::framework::Framework::built_in().unwrap();
    let (_, _, feature) = framework.feature(&"I1".into()).unwrap();
    let at = opened.created;
    opened.decide(feature, None, plenary::session::Decision::Agreed(plenary::framework::Rating::Four), at).unwrap();
    opened.rev += 1;
    let head = store::Head::of(&opened, &framework, at);
    fs::write(&session, store::encode(&opened, &head).unwrap()).unwrap();
    let ran = taken("too late.csv", "sector,I1,I2\nstatutory,4,5\n", &[]);
    assert!(ran.err.contains("the room has voted on or rated I1 already"), "{}", ran.err);
    assert!(ran.err.contains("delete these columns in a copy of the file"), "{}", ran.err);
    assert_eq!(taken("rest.csv", "sector,I2\nstatutory,5\n", &[]).code, 0);
    assert_eq!((whole("I1"), whole("I2")), ([1, 2, 1, 2, 1], [1, 0, 3, 0, 1]));
    // Undo takes the last import back whole, and then the one before.
    let undo = || computer.runs(&["import-votes", session.to_str().unwrap(), "--undo"]);
    assert_eq!(undo().last_line(), "1 ballot taken back, those that came in last");
    assert_eq!(undo().last_line(), "2 ballots taken back, those that came in last");
    assert_eq!((whole("I1"), whole("I2")), ([1, 1, 1, 1, 1], [1, 0, 3, 0, 0]));
    // Of a longer export the shorter one comes back whose place it took, and is taken back by itself.
    assert_eq!(undo().last_line(), "5 ballots taken back, those that came in last");
    assert_eq!((whole("I1"), whole("I2")), ([1, 1, 0, 1, 1], [1, 0, 2, 0, 0]));
    assert_eq!(undo().last_line(), "4 ballots taken back, those that came in last");
    assert!(taken("survey.csv", forms, &[]).err.contains("came in already"));
    assert_eq!(undo().last_line(), "3 ballots taken back, those that came in last");
    assert!(undo().err.contains("nothing was imported into this session"), "{}", undo().err);
}

#[test]
fn ballots_that_may_be_those_of_the_same_people_are_asked_about() {
    let computer = Computer::new();
    let session = room(&computer);
    let rows =
        ["statutory,4,3,2,5", "statutory,3,3,2,4", "third sector,1,2,1,1", "community,5,5,4,3", "statutory,2,2,2,2"];
    let file = |rows: &[&str]| format!("sector,I1,I2,P3,A1\n{}\n", rows.join("\n"));
    assert_eq!(imports(&computer, &session, "a.csv", file(&rows), &[]).code, 0);
    // In another order with one more: sums alone cannot tell.
    let sorted = file(&[rows[2], rows[4], "private,1,1,1,1", rows[0], rows[3], rows[1]]);
    let ran = imports(&computer, &session, "b.csv", &sorted, &[]);
    assert!(ran.err.contains("may be the same people") && ran.err.contains("--replace"), "{}", ran.err);
    assert_eq!(imports(&computer, &session, "b.csv", &sorted, &["--replace"]).code, 0);
    let opened = store::open(&session).unwrap().session;
    assert_eq!(survey(&opened, "I1").ballots(), 6);
    assert_eq!(imports(&computer, &session, "c.csv", file(&rows), &["--add"]).code, 0);
    assert_eq!(survey(&store::open(&session).unwrap().session, "I1").ballots(), 11);
}

/// Every paper and every table of a session that holds a survey on all items, of which the room has spoken of none, is
/// the same to the byte as without.
#[test]
fn nothing_of_a_survey_is_on_paper_before_the_room_has_spoken() {
    let computer = Computer::new();
    let session = room(&computer);
    let path = session.to_str().unwrap().to_owned();
    let framework = plenary::framework::Framework::built_in().unwrap();
    let ids =
        framework.features().filter(|(_, _, feature)| !feature.levels).map(|(_, _, feature)| feature.id.to_string());
    let ids: Vec<String> = ids.chain(framework.assumptions.iter().map(|one| one.id.to_string())).collect();
    let papers = |name: &str| {
        let out = computer.home().join(name);
        fs::create_dir(&out).unwrap();
        let formats = "html,docx,xlsx,md,csv,json";
        computer.prints(&["report", &path, "-f", formats, "-o", out.to_str().unwrap()]);
        let tables = out.join("tables");
        computer.prints(&["tables", session.parent().unwrap().to_str().unwrap(), "-o", tables.to_str().unwrap()]);
        let printed = [&["show", &path][..], &["show", &path, "--json"], &["show", &path, "--with-names"]];
        let mut all: Vec<Vec<u8>> = printed.iter().map(|command| computer.prints(command).into_bytes()).collect();
        let shared = computer.home().join(format!("{name}.ron"));
        computer.prints(&["share", &path, "-o", shared.to_str().unwrap()]);
        // Its first and last lines say when it was written.
        let copy = fs::read_to_string(&shared).unwrap();
        all.push(copy.lines().filter(|line| !line.starts_with("//")).collect::<String>().into_bytes());
        fs::remove_file(&shared).unwrap();
        for folder in [out, tables] {
            let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
            files.sort();
            all.extend(files.iter().filter(|file| file.is_file()).map(|file| fs::read(file).unwrap()));
        }
        all
    };
    let without = papers("without");
    let votes = vec!["2"; ids.len()].join(",");
    let survey =
        format!("sector,{},Comment on I1\n{}", ids.join(","), format!("statutory,{votes},ZQSURVEY\n").repeat(11));
    assert_eq!(
        imports(&computer, &session, "survey.csv", survey, &[]).last_line(),
        format!("11 ballots taken in, on {} items", ids.len())
    );
    let mut hidden = store::open(&session).unwrap().session;
    hidden.rev -= 1;
    let head = store::Head::of(&hidden, &framework, hidden.created);
    fs::write(&session, store::encode(&hidden, &head).unwrap()).unwrap();
    let with = papers("with");
    assert_eq!(with.len(), without.len());
    for (place, (with, without)) in with.iter().zip(&without).enumerate() {
        assert!(with == without, "paper {place}: {}", String::from_utf8_lossy(with));
    }
}
