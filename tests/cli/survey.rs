//! `plenary survey`: what is sent round, and that what comes back is what people answered.

use crate::cli::Computer;
use crate::report::tools::{ran, script, tools};
use crate::support::unpacked::part;
use plenary::framework::{Framework, Level};
use plenary::session::{Counts, Session, Sums};
use plenary::store::open;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

/// How often each answer of an item was given, by sector and level of who gave it: `A2 strategic`, `third-sector`, ...
type Tallies = BTreeMap<(String, String, String), [u32; 6]>;

/// The headings of the sheet: the first row that another program reads.
fn headings(computer: &Computer, file: &str) -> Vec<String> {
    use calamine::{Reader, Xlsx, open_workbook};
    let mut book: Xlsx<_> = open_workbook(computer.home().join(file)).unwrap();
    assert_eq!(book.sheet_names(), ["Survey"], "one sheet");
    let sheet = book.worksheet_range("Survey").unwrap();
    sheet.rows().next().unwrap().iter().map(ToString::to_string).collect()
}

#[test]
fn the_workbook_and_the_text_ask_the_same_of_everybody() {
    let computer = Computer::new();
    let session = computer.new_session(&["--partnership", "Glenside CPP", "--date", "2026-03-12"]);
    let made = computer.prints(&["survey", session.to_str().unwrap()]);
    let names: Vec<&str> = made.lines().map(|line| line.rsplit('/').next().unwrap()).collect();
    assert_eq!(names, ["2026-03-12-glenside-cpp-survey.xlsx", "2026-03-12-glenside-cpp-survey.txt"]);
    let text = fs::read_to_string(computer.home().join(names[1])).unwrap();
    let headings = headings(&computer, names[0]);
    // Sector and level, 36 features of which five are asked of both levels, two texts a stage, nine assumptions.
    assert_eq!(headings.len(), 2 + 41 + 14 + 9);
    assert_eq!(
        headings[..3],
        ["Which sector are you from?", "At which level do you work?", "I1 Adequate and secure funding"]
    );
    assert!(
        headings.iter().any(|one| one.starts_with("A2 Clarify roles") && one.ends_with("(operational)")),
        "{headings:?}"
    );
    let asked: Vec<&str> = text.split("\n\n").skip(2).map(|block| block.trim_end().lines().next().unwrap()).collect();
    assert_eq!(asked, headings);
    assert!(
        text.contains(
            "\nI1 Adequate and secure funding\n1 Not yet\n2 Patchy\n3 Growing\n4 Mostly\n5 Firmly\n0 don't know\n"
        ),
        "{text}"
    );

    computer.prints(&["survey", session.to_str().unwrap(), "-o", "large.xlsx", "--large-print"]);
    assert_eq!(self::headings(&computer, "large.xlsx"), headings, "the same in large letters");
    let large = fs::read(computer.home().join("large.xlsx")).unwrap();
    assert!(part(&large, "xl/styles.xml").contains("<sz val=\"16\"/>"));

    let refused = computer.refuses(&["survey", session.to_str().unwrap()]);
    assert!(refused.contains("are there already"), "{refused}");
    let refused = computer.refuses(&["survey", session.to_str().unwrap(), "-o", "survey.docx"]);
    assert!(refused.contains(".xlsx (to fill in) or .txt"), "{refused}");
}

/// What is on record of the first round on every item.
fn on_record(session: &Session) -> Tallies {
    fn add<C: Counts>(all: &mut Tallies, sums: &Sums<C>) {
        let item = sums.level.map_or(sums.item.to_string(), |level| format!("{} {}", sums.item, level.key()));
        for tally in &sums.round.tallies {
            let mut counts = [u32::from(tally.dont_know), 0, 0, 0, 0, 0];
            for (place, count) in tally.counts.each().iter().enumerate() {
                counts[place + 1] = u32::from(*count);
            }
            let level = tally.level.map_or("", Level::key).to_owned();
            all.insert((item.clone(), tally.sector.clone().unwrap_or_default(), level), counts);
        }
    }
    let mut all = Tallies::new();
    for import in &session.imports {
        import.ratings.iter().for_each(|sums| add(&mut all, sums));
        import.stances.iter().for_each(|sums| add(&mut all, sums));
    }
    all
}

/// The same counted from what everybody answered.
fn answered(people: &[Value]) -> Tallies {
    let framework = Framework::built_in().unwrap();
    let mut all = Tallies::new();
    for person in people {
        let said = |heading: &str| person[heading].as_str().map(str::to_owned);
        let sector = said("Which sector are you from?").unwrap().to_lowercase().replace(' ', "-");
        let level = said("At which level do you work?").unwrap();
        for (heading, answer) in person.as_object().unwrap() {
            let id = heading.split(' ').next().unwrap();
            let (Some(answer), Some(_)) = (answer.as_str(), framework.item(&id.into())) else { continue };
            let rated = Level::ALL.into_iter().find(|level| heading.ends_with(&format!("({})", level.label())));
            let item = rated.map_or(id.to_owned(), |level| format!("{id} {}", level.key()));
            let counts = all.entry((item, sector.clone(), level.clone())).or_default();
            counts[usize::from(answer.as_bytes()[0] - b'0')] += 1;
        }
    }
    all
}

#[test]
fn thirty_people_fill_it_in_and_every_tally_is_what_they_answered() {
    let Some(tools) = tools("the survey filled in by another program") else { return };
    for shape in ["sheet", "forms"] {
        let computer = Computer::new();
        let session = computer.new_session(&["--people", "30"]);
        let file = session.to_str().unwrap();
        computer.prints(&["survey", file, "-o", "survey.xlsx"]);
        let mut python = Command::new(tools.join("python/bin/python"));
        python.arg(script("fill_survey.py")).arg(computer.home().join("survey.xlsx")).args(["30", shape]);
        let people: Vec<Value> = serde_json::from_str(&ran(python.arg(computer.home().join("back.xlsx")))).unwrap();
        assert_eq!(people.len(), 30);
        let taken = computer.runs(&["import-votes", file, "back.xlsx"]);
        assert_eq!(taken.code, 0, "{shape}: {}", taken.err);
        let (there, counted) = (on_record(&open(&session).unwrap().session), answered(&people));
        assert!(counted.len() > 200, "{} groups", counted.len());
        assert_eq!(there, counted, "{shape}");
        let text = fs::read_to_string(&session).unwrap();
        assert!(!text.contains("anonymous") && !text.contains("2026-03-02"), "who and when is never kept");
    }
}
