//! `portfolio`, `merge`, `tables` and `list DIR`: what they print and write, word for word, and what they refuse.

use crate::cli::Computer;
use crate::support::many;
use crate::support::sessions::newer;
use plenary::framework::Framework;
use plenary::store;
use serde_json::Value;
use std::fs;
use unicode_width::UnicodeWidthStr;

/// A folder of so many sessions.
fn folder(computer: &Computer, sessions: usize) {
    let folder = computer.home().join("all");
    fs::create_dir(&folder).unwrap();
    many::fill(&folder, &Framework::built_in().unwrap(), sessions);
}

#[test]
fn portfolio_prints_what_is_most_often_in_trouble_and_then_every_item() {
    let computer = Computer::new();
    folder(&computer, 60);
    insta::assert_snapshot!(computer.prints(&["portfolio", "all"]));
}

#[test]
fn portfolio_of_few_partnerships_tells_nothing_of_what_they_said() {
    let computer = Computer::new();
    folder(&computer, 20);
    let out = computer.prints(&["portfolio", "all"]);
    assert!(out.ends_with("Fewer than 5 partnerships: nothing is told of what they said.\n"), "{out}");
    let shown: Value = serde_json::from_str(&computer.prints(&["portfolio", "all", "--json"])).unwrap();
    assert_eq!((&shown["partnerships"], &shown["items"]), (&4.into(), &Value::Array(vec![])));
}

#[test]
fn portfolio_json_adds_up_and_names_no_partnership() {
    let computer = Computer::new();
    folder(&computer, 60);
    let text = computer.prints(&["portfolio", "all", "--json"]);
    let shown: Value = serde_json::from_str(&text).unwrap();
    let items = shown["items"].as_array().unwrap();
    assert_eq!(items.len(), 60);
    for item in items.iter().filter(|item| !item["parts"].as_array().unwrap().is_empty()) {
        let parts = item["parts"].as_array().unwrap();
        assert_eq!(parts.iter().map(|part| part["sessions"].as_u64().unwrap()).sum::<u64>(), 60, "{item}");
    }
    assert!(!text.contains("Partnership 0"), "no partnership is named");
}

#[test]
fn tables_are_tidy_described_and_never_written_over_anything() {
    let computer = Computer::new();
    folder(&computer, 5);
    let printed = computer.prints(&["tables", "all", "-o", "out"]);
    assert!(printed.starts_with("sessions.csv     5\n"), "{printed}");
    assert!(printed.contains("ratings.csv      205\n"), "36 features, five of them twice: {printed}");
    let out = computer.home().join("out");
    let mut names: Vec<String> =
        fs::read_dir(&out).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names.len(), 12, "{names:?}");
    insta::assert_snapshot!("columns", fs::read_to_string(out.join("columns.md")).unwrap());
    let schema: Value = serde_json::from_str(&fs::read_to_string(out.join("spark-schema.json")).unwrap()).unwrap();
    for (table, schema) in schema.as_object().unwrap() {
        let text = fs::read_to_string(out.join(format!("{table}.csv"))).unwrap();
        let names: Vec<&str> =
            schema["fields"].as_array().unwrap().iter().map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(text.lines().next().unwrap(), names.join(","), "{table}");
    }
    let sentence = computer.refuses(&["tables", "all", "-o", "out"]);
    assert!(sentence.contains("nothing is written over"), "{sentence}");
    let sentence = computer.refuses(&["tables", "nowhere", "-o", "other"]);
    assert!(sentence.contains("nowhere"), "{sentence}");
    let hidden = fs::read_dir(computer.home())
        .unwrap()
        .filter(|file| file.as_ref().unwrap().file_name().to_string_lossy().starts_with(".plenary-tables"));
    assert_eq!(hidden.count(), 0, "and nothing half done is left");
    assert!(!computer.home().join("other").exists());
}

#[test]
fn shards_hold_together_what_one_run_holds_and_each_session_once() {
    let computer = Computer::new();
    let folder = computer.home().join("all");
    fs::create_dir(&folder).unwrap();
    many::fill(&folder, &Framework::built_in().unwrap(), 12);
    // An earlier version under another name, and one that cannot be read: each is some shard's.
    let first = fs::read_dir(&folder).unwrap().next().unwrap().unwrap().path();
    fs::copy(&first, folder.join("a copy.ron")).unwrap();
    fs::write(folder.join("broken.ron"), "(").unwrap();
    fs::create_dir(computer.home().join("parts")).unwrap();
    let whole = computer.runs(&["tables", "all", "-o", "whole"]);
    let parts = ["1/3", "2/3", "3/3"].map(|shard| {
        let out = format!("parts/shard={}", &shard[..1]);
        computer.runs(&["tables", "all", "--shard", shard, "-o", &out])
    });
    let said = |err: &str, what: &str| err.lines().filter(|line| line.contains(what)).count();
    for what in ["a copy.ron", "broken.ron"] {
        let of_parts: usize = parts.iter().map(|part| said(&part.err, what)).sum();
        assert_eq!((said(&whole.err, what), of_parts), (1, 1), "{what}: {}", whole.err);
    }
    let rows = |folder: &str, table: &str| -> Vec<String> {
        let text = fs::read_to_string(computer.home().join(folder).join(format!("{table}.csv"))).unwrap();
        text.lines().skip(1).map(str::to_owned).collect()
    };
    for table in ["sessions", "people", "ratings", "votes", "risks", "actions"] {
        let mut all = rows("whole", table);
        let of_parts = [1, 2, 3].map(|number| rows(&format!("parts/shard={number}"), table));
        assert!(of_parts.iter().all(|part| part.len() < all.len()), "{table}: more than one part has rows");
        let mut together = of_parts.concat();
        all.sort();
        together.sort();
        assert_eq!(all, together, "{table}");
    }
    for wrong in ["0/3", "4/3", "3", "a/b", "1/0"] {
        let sentence = computer.runs(&["tables", "all", "--shard", wrong, "-o", "other"]).err;
        assert!(sentence.contains("write which part of how many, for example 3/8"), "{wrong}: {sentence}");
    }
}

#[test]
fn tables_hold_no_formula_no_note_no_role_and_no_vote_of_a_few() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    let mut session = many::session(&framework, 7, 1);
    session.about.partnership = "=HYPERLINK(\"x\")".into();
    session.about.facilitator = "Facilitator Name".into();
    session.actions[0].what = "@SUM(A1),\n\"two\" lines".into();
    session.register.groups[0].role = "Chief Officer".into();
    for answer in session.answers.values_mut() {
        answer.private_note = "private words".into();
    }
    fs::create_dir(computer.home().join("all")).unwrap();
    let head = store::Head::of(&session, &framework, session.created);
    fs::write(computer.home().join("all/one.ron"), store::encode(&session, &head).unwrap()).unwrap();
    computer.prints(&["tables", "all", "-o", "out"]);
    let read = |name: &str| fs::read_to_string(computer.home().join("out").join(name)).unwrap();
    assert!(read("sessions.csv").contains("\"'=HYPERLINK(\"\"x\"\")\""), "{}", read("sessions.csv"));
    assert!(read("actions.csv").contains("\"'@SUM(A1), \"\"two\"\" lines\""), "{}", read("actions.csv"));
    for name in ["sessions", "people", "ratings", "votes", "assumptions", "influences", "risks", "links", "actions"] {
        let text = read(&format!("{name}.csv"));
        for words in ["Facilitator Name", "Chief Officer", "private words", "Two of three agencies"] {
            assert!(!text.contains(words), "{words} is in {name}.csv");
        }
    }
    for line in read("votes.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let (ballots, counted) = (cells[6].parse::<u32>(), !cells[7].is_empty());
        assert!(ballots.is_ok_and(|ballots| ballots >= 5) || !counted, "{line}");
    }
}

#[test]
fn the_manual_asks_the_questions_that_are_checked() {
    let read = |path: &str| fs::read_to_string(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (page, questions) = (read("content/manual/tables.md"), read("tests/tables/questions.sql"));
    let asked: Vec<&str> = questions.split(';').map(str::trim).filter(|question| !question.is_empty()).collect();
    assert_eq!(asked.len(), 3);
    for question in asked {
        assert!(page.contains(question), "{question}");
    }
}

#[test]
fn merge_makes_a_new_file_says_what_is_to_settle_and_writes_over_nothing() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    for (number, name) in [(1, "blue"), (2, "red")] {
        let session = many::session(&framework, number, 9);
        let head = store::Head::of(&session, &framework, session.created);
        fs::write(computer.home().join(format!("{name}.ron")), store::encode(&session, &head).unwrap()).unwrap();
    }
    let ran = computer.runs(&["merge", "blue.ron", "Red table=red.ron", "-o", "all.ron"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("name different partnerships"), "{}", ran.err);
    assert!(ran.out.starts_with("Merged 2 tables, "), "{}", ran.out);
    assert!(ran.out.contains("To settle, because the tables differ: "), "{}", ran.out);
    let all = store::open(&computer.home().join("all.ron")).unwrap();
    assert!(all.warnings.is_empty(), "{:?}", all.warnings);
    let names: Vec<&str> = all.session.tables.iter().map(|table| table.name.as_str()).collect();
    assert_eq!(names.len(), 2);
    assert!(names.contains(&"blue") && names.contains(&"Red table"), "{names:?}");
    assert_eq!(all.session.actions.len(), 8);

    let before = fs::read(computer.home().join("all.ron")).unwrap();
    let sentence = computer.refuses(&["merge", "blue.ron", "red.ron", "-o", "all.ron"]);
    assert!(sentence.contains("nothing is written over"), "{sentence}");
    assert_eq!(fs::read(computer.home().join("all.ron")).unwrap(), before);
    let sentence = computer.refuses(&["merge", "all.ron", "red.ron", "-o", "again.ron"]);
    assert!(sentence.contains("Everything is in \"all\" already"), "{sentence}");
    assert!(!computer.home().join("again.ron").exists());
    assert!(computer.refuses(&["merge", "blue.ron", "-o", "again.ron"]).contains('2'), "two at least");
}

#[test]
fn the_tables_of_a_merged_session_do_not_count_beside_it() {
    let computer = Computer::new();
    folder(&computer, 30);
    let out = computer.home().join("all");
    let files = ["000001.ron", "000002.ron"].map(|name| format!("all/{name}"));
    assert_eq!(computer.runs(&["merge", &files[0], &files[1], "-o", "all/zz merged.ron"]).code, 0);
    assert_eq!(fs::read_dir(&out).unwrap().count(), 31);
    let ran = computer.runs(&["tables", "all", "-o", "out"]);
    assert!(ran.err.contains("000001.ron is a table that all/zz merged.ron holds; left out."), "{}", ran.err);
    assert!(ran.err.ends_with("29 sessions were taken; left out: 2 tables of a merged session.\n"), "{}", ran.err);
}

#[test]
fn list_shows_a_folder_elsewhere_with_the_reason_of_every_file_that_cannot_be_opened() {
    let computer = Computer::new();
    folder(&computer, 2);
    let file = |name: &str, text: &str| fs::write(computer.home().join("all").join(name), text).unwrap();
    let whole = fs::read_to_string(computer.home().join("all/000000.ron")).unwrap();
    file("broken.ron", "// (plenary: 1, id: \n(\n  format: 1,\n");
    file("framework.ron", "(format: 1, stages: [])\n");
    file("newer.ron", &newer(&whole, 99));
    file("letter.ron", "Dear all,\n");
    insta::assert_snapshot!(computer.prints(&["list", "all"]));
    let list: Value = serde_json::from_str(&computer.prints(&["list", "all", "--json"])).unwrap();
    let problems = list.as_array().unwrap().iter().filter(|row| row["problem"].is_string()).count();
    assert_eq!(problems, 4);
}

#[test]
fn names_of_every_script_and_length_stand_in_columns_and_reach_other_programs_whole() {
    let computer = Computer::new();
    let long = "n".repeat(60);
    for name in ["Plain name", "\u{6771}\u{4eac}\u{90fd}", "Cafe\u{301}", &long] {
        computer.new_session(&["--partnership", name]);
    }
    let list = computer.prints(&["list"]);
    let columns: Vec<usize> = list.lines().map(|line| line.split("in progress").next().unwrap().width()).collect();
    assert!(columns.len() == 4 && columns.iter().all(|column| *column == columns[0]), "{columns:?}\n{list}");
    assert!(list.contains(&long));
}
