//! `plenary update`: how far the actions are comes back from the Excel plan, shown first, all of it or nothing.

use crate::cli::Computer;
use crate::report::tools::{ran, script, tools};
use crate::support::full::full;
use plenary::framework::Framework;
use plenary::session::ActionStatus::{self, Done, NotStarted, UnderWay};
use plenary::session::{ActionEvent, Session, Status};
use plenary::store::{Head, encode, open};
use rust_xlsxwriter::Workbook;
use std::fs;
use std::process::Command;

impl Computer {
    /// A finished session in a file.
    fn finished(&self) -> String {
        let mut session = full();
        session.status = Status::Finished;
        let head = Head::of(&session, &Framework::built_in().unwrap(), "2026-03-12T16:00:00Z".parse().unwrap());
        self.file("session.ron", &encode(&session, &head).unwrap())
    }

    /// A workbook with an action plan that holds these rows: number, wording, status.
    fn plan(&self, rows: &[[&str; 3]]) -> String {
        let mut workbook = Workbook::new();
        workbook.add_worksheet().set_name("About").unwrap();
        let sheet = workbook.add_worksheet();
        sheet.set_name("Action plan").unwrap();
        for (row, cells) in (0..).zip([&[["No", "What", "Status"]], rows].concat()) {
            for (column, text) in (0..).zip(cells) {
                sheet.write_string(row, column, text).unwrap();
            }
        }
        let path = self.home().join("plan.xlsx");
        fs::write(&path, workbook.save_to_buffer().unwrap()).unwrap();
        path.display().to_string()
    }
}

const FIRST: &str = "Agree a three-year budget with the four main funders";
const THIRD: &str = "Write down who decides what, on one page";

fn statuses(file: &str) -> Vec<ActionStatus> {
    open(file.as_ref()).unwrap().session.actions.iter().map(|action| action.status).collect()
}

#[test]
fn the_plan_of_a_report_comes_back_with_what_was_chosen_in_it() {
    let Some(tools) = tools("the plan filled in by another program") else { return };
    let computer = Computer::new();
    let file = computer.finished();
    computer.prints(&["report", &file, "-o", "plan.xlsx"]);
    let mut python = Command::new(tools.join("python/bin/python"));
    python
        .arg(script("fill_plan.py"))
        .args(["plan.xlsx", "back.xlsx", "1=done", "3=under way"])
        .current_dir(computer.home());
    ran(&mut python);
    let shown = computer.runs(&["update", &file, "back.xlsx"]);
    assert_eq!(shown.code, 2, "it does not take what nobody could say yes to: {}", shown.err);
    assert!(
        shown.out.contains(&format!("1. {FIRST}: under way, now done\n3. {THIRD}: not started, now under way\n")),
        "{}",
        shown.out
    );
    assert_eq!(statuses(&file)[0], ActionStatus::UnderWay);

    let taken = computer.prints(&["update", &file, "back.xlsx", "--yes"]);
    assert!(taken.ends_with("2 statuses taken in\n"), "{taken}");
    let session: Session = open(file.as_ref()).unwrap().session;
    assert_eq!(statuses(&file), [Done, NotStarted, UnderWay, Done]);
    assert_eq!(session.actions[0].log.last().unwrap().event, ActionEvent::Status(Done));
    assert_eq!(session.status, Status::Finished, "what was agreed stays closed");
    assert!(computer.prints(&["backups", &file]).lines().count() >= 1, "the version before is kept");
    assert_eq!(computer.prints(&["update", &file, "back.xlsx"]), "The plan says nothing new of any action.\n");
}

#[test]
fn a_plan_that_was_carried_on_in_another_program_comes_back_with_its_statuses_and_what_is_not_taken_is_told() {
    let Some(tools) = tools("the plan carried on by another program") else { return };
    let computer = Computer::new();
    let file = computer.finished();
    computer.prints(&["report", &file, "-o", "plan.xlsx"]);
    let mut python = Command::new(tools.join("python/bin/python"));
    python.arg(script("change_plan.py")).args(["plan.xlsx", "back.xlsx"]).current_dir(computer.home());
    ran(&mut python);
    let before = open(file.as_ref()).unwrap().session;
    let taken = computer.runs(&["update", &file, "back.xlsx", "--yes"]);
    assert!(taken.out.ends_with("2 statuses taken in\n"), "{}{}", taken.out, taken.err);
    assert_eq!(statuses(&file), [Done, NotStarted, UnderWay, Done]);
    let after = open(file.as_ref()).unwrap().session;
    for (before, after) in before.actions.iter().zip(&after.actions) {
        assert_eq!((&before.owner, before.by, &before.what), (&after.owner, after.by, &after.what));
    }
    assert_eq!(
        taken.err,
        "Row 2: what the plan says of action 3 under \"Who (role or organisation)\" is new, and stays as it is in the \
         session; only the status is taken.\n\
         Row 3: what the plan says of action 2 under \"By when\" is new, and stays as it is in the session; only the status \
         is taken.\n\
         Row 4: what the plan says of action 1 under \"By when\" is new, and stays as it is in the session; only the status \
         is taken.\n\
         Row 5 has no number, so nothing of it is taken: new actions are begun in Plenary.\n\
         Action 4 is not in the plan, and nothing of that is changed.\n"
    );
}

#[test]
fn what_is_wrong_is_said_with_sheet_row_and_column_and_nothing_is_taken() {
    let computer = Computer::new();
    let file = computer.finished();
    let before = fs::read(&file).unwrap();
    for (rows, said) in [
        (
            &[["1", FIRST, "done"], ["3", THIRD, "finished"]][..],
            "sheet \"Action plan\", row 3, column C: \"finished\" is no status; choose not started, under way, done or dropped from the list.",
        ),
        (&[["1", FIRST, "done"], ["9", "What", "done"]], "row 3, column A: there is no action 9 in this session"),
        (&[["1", FIRST, "done"], ["one", "What", "done"]], "row 3, column A: \"one\" is no number of an action"),
        (&[["1", FIRST, "done"], ["1", FIRST, "dropped"]], "row 3, column A: action 1 stands in row 2 already"),
        (&[["1", "Buy a boat", "done"], ["3", "Paint it", "done"]], "none of its actions is worded as in this session"),
    ] {
        let refused = computer.refuses(&["update", &file, &computer.plan(rows), "--yes"]);
        assert!(refused.contains("plan.xlsx: ") && refused.contains(said), "{refused}");
        assert!(refused.ends_with("Nothing was taken.\n"), "{refused}");
    }
    for (name, bytes) in [("plan.csv", "No,What,Status\n1,x,done\n".as_bytes()), ("plan.xlsx", b"PK\x03\x04")] {
        fs::write(computer.home().join(name), bytes).unwrap();
        let refused = computer.refuses(&["update", &file, name, "--yes"]);
        assert!(refused.contains("Excel Workbook (.xlsx)"), "{refused}");
    }
    computer.prints(&["survey", &file, "-o", "survey.xlsx"]);
    let refused = computer.refuses(&["update", &file, "survey.xlsx", "--yes"]);
    assert!(refused.contains("there is no sheet in it with the headings No, What and Status"), "{refused}");
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn no_column_that_was_changed_is_passed_over_in_silence() {
    let computer = Computer::new();
    let file = computer.finished();
    let mut workbook = Workbook::new();
    let sheet = workbook.add_worksheet();
    let headings = ["No", "What", "We will know by", "Helped by", "Status", "RAG", "Progress"];
    let rows = [headings, ["1", FIRST, "We are told", "A friend", "done", "red", "Going well"]];
    for (row, cells) in (0..).zip(rows) {
        for (column, text) in (0..).zip(cells) {
            sheet.write_string(row, column, text).unwrap();
        }
    }
    let plan = computer.home().join("plan.xlsx");
    fs::write(&plan, workbook.save_to_buffer().unwrap()).unwrap();
    let ran = computer.runs(&["update", &file, plan.to_str().unwrap(), "--yes"]);
    for heading in ["We will know by", "Helped by"] {
        assert!(ran.err.contains(&format!("under \"{heading}\" is new, and stays as it is")), "{}", ran.err);
    }
    assert!(ran.err.contains("What stands under RAG and Progress, of 1 action, stays in the plan"), "{}", ran.err);
    computer.prints(&["report", &file, "-o", "own.xlsx"]);
    let ran = computer.runs(&["update", &file, "own.xlsx"]);
    assert_eq!((ran.err.as_str(), ran.out.as_str()), ("", "The plan says nothing new of any action.\n"));
}

#[test]
fn what_is_not_taken_is_named_and_an_empty_status_changes_nothing() {
    let computer = Computer::new();
    let file = computer.finished();
    let plan = computer.plan(&[
        ["1", FIRST, " DONE "],
        ["3", "Write down who decides", ""],
        ["", "", ""],
        ["", "Begin a newsletter", "done"],
    ]);
    let ran = computer.runs(&["update", &file, &plan, "--yes"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        ran.err,
        "Row 3: action 3 is worded otherwise in the session, and stays so; only its status is taken.\n\
         Row 5 has no number, so nothing of it is taken: new actions are begun in Plenary.\n\
         Actions 2, 4 are not in the plan, and nothing of that is changed.\n"
    );
    assert!(ran.out.ends_with("1 status taken in\n"), "{}", ran.out);
    assert_eq!(statuses(&file)[2], ActionStatus::NotStarted);
}
