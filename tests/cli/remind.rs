//! `plenary remind`: what goes into a calendar, and what is said of what cannot.

use crate::cli::Computer;
use crate::support::full::full;
use plenary::framework::Framework;
use plenary::session::{ActionStatus, Session};
use plenary::store::{Head, encode};
use std::fs;

impl Computer {
    /// A session in a file, as it was saved on the day of the workshop.
    fn saved(&self, session: &Session) -> String {
        let head = Head::of(session, &Framework::built_in().unwrap(), "2026-03-12T16:00:00Z".parse().unwrap());
        self.file("session.ron", &encode(session, &head).unwrap())
    }
}

#[test]
fn the_open_actions_and_the_review_day_are_events_and_what_has_no_date_is_named() {
    let computer = Computer::new();
    let mut session = full();
    session.actions[1].by = None;
    let file = computer.saved(&session);
    let ran = computer.runs(&["remind", &file, "-o", "actions.ics"]);
    assert_eq!(
        ran.err,
        "Action 2 has no date and is not in the calendar: Ask two community groups to plan the next locality event with \
         us\n"
    );
    assert!(ran.code == 0 && ran.out.ends_with("actions.ics\n"), "{} {}", ran.code, ran.out);
    let text = fs::read_to_string(computer.home().join("actions.ics")).unwrap();
    // Two of four actions are open and dated, with the review.
    assert_eq!(text.matches("BEGIN:VEVENT\r\n").count(), 3);
    assert_eq!(text.matches("TRIGGER:-P14D\r\n").count(), 3);
    assert!(text.contains("DTSTART;VALUE=DATE:20270311\r\n"), "the review day: {text}");
    let again = computer.runs(&["remind", &file]).out;
    assert!(again.ends_with("2026-03-12-lochside-community-planning-partnership-actions.ics\n"), "{again}");
    assert_eq!(fs::read_to_string(again.trim_end()).unwrap(), text, "the same session is the same file");
}

#[test]
fn a_file_that_is_there_is_replaced_when_somebody_says_so_and_a_session_never() {
    let computer = Computer::new();
    let file = computer.saved(&full());
    computer.prints(&["remind", &file, "-o", "actions.ics"]);
    let refused = computer.refuses(&["remind", &file, "-o", "actions.ics"]);
    assert!(refused.contains("actions.ics is there already, and nothing was written"), "{refused}");
    computer.prints(&["remind", &file, "-o", "actions.ics", "--force"]);
    let before = fs::read(&file).unwrap();
    computer.refuses(&["remind", &file, "-o", &file, "--force"]);
    assert_eq!(fs::read(&file).unwrap(), before);
}

#[test]
fn a_session_with_nothing_to_remind_of_says_so_and_writes_nothing() {
    let computer = Computer::new();
    let mut session = full();
    session.review = None;
    session.actions.iter_mut().for_each(|action| action.status = ActionStatus::Done);
    let file = computer.saved(&session);
    let refused = computer.refuses(&["remind", &file, "-o", "actions.ics"]);
    assert!(refused.contains("No open action has a date, and there is no review day"), "{refused}");
    assert!(!computer.home().join("actions.ics").exists());
}
