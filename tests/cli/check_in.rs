//! `plenary check-in`: between two workshops the actions only, and a page of what became of them.

use crate::cli::Computer;
use crate::support::full::{FACILITATOR, NAMED, PRIVATE, full};
use crate::support::unpacked::{html_text, word_text};
use plenary::framework::{Framework, Id};
use plenary::session::ActionStatus::{self, Done, NotStarted, UnderWay};
use plenary::session::Session;
use plenary::store::{Head, encode, open};
use std::fs;

impl Computer {
    fn workshop(&self, session: &Session) -> String {
        let head = Head::of(session, &Framework::built_in().unwrap(), "2026-03-12T16:00:00Z".parse().unwrap());
        self.file("workshop.ron", &encode(session, &head).unwrap())
    }

    /// A check-in on a session, in which these lines are said.
    fn checks_in(&self, file: &str, lines: &str) -> String {
        let made = self.prints(&["check-in", file, "--no-open"]);
        let made = made.trim_end().to_owned();
        let said = self.command(&["--plain", "open", &made]).write_stdin(lines.to_owned()).output().unwrap();
        assert_eq!(said.status.code(), Some(0), "{}", String::from_utf8_lossy(&said.stdout));
        made
    }
}

fn session(file: &str) -> Session {
    open(file.as_ref()).unwrap().session
}

#[test]
fn a_check_in_goes_through_the_open_actions_and_the_next_workshop_still_knows_the_last() {
    let computer = Computer::new();
    let then = full();
    let file = computer.workshop(&then);
    let made = computer.checks_in(&file, "done 1\nunder way 3\nquit\n");
    let check_in = session(&made);
    assert_eq!(check_in.about.purpose, "Check-in: what became of the actions, in twenty minutes");
    assert_eq!(check_in.about.partnership, then.about.partnership);
    let statuses: Vec<(u32, ActionStatus)> = check_in.actions.iter().map(|one| (one.number, one.status)).collect();
    assert_eq!(statuses, [(1, Done), (2, NotStarted), (3, UnderWay)], "the fourth was done at the workshop");

    // A year later the room follows up the check-in: what was agreed a year ago, what is open now.
    let next = session(computer.prints(&["new", "--from", &made, "--no-open"]).lines().last().unwrap());
    let earlier = next.earlier.unwrap();
    assert_eq!((&earlier.id, earlier.date), (&then.id, then.about.date));
    assert_eq!(earlier.answers[&Id::from("P3")].decided, then.answers[&Id::from("P3")].decided);
    assert_eq!(next.actions.iter().map(|one| one.number).collect::<Vec<_>>(), [2, 3]);
    assert_eq!(earlier.actions[0].status, Done);
}

#[test]
fn what_became_of_the_actions_is_a_page_that_names_nobody_and_rates_nothing() {
    let computer = Computer::new();
    let file = computer.workshop(&full());
    let made = computer.checks_in(&file, "done 1\nquit\n");
    for out in ["page.html", "page.docx", "page.md"] {
        computer.prints(&["check-in", &made, "--paper", out]);
        let bytes = fs::read(computer.home().join(out)).unwrap();
        let text = match out {
            "page.html" => html_text(&String::from_utf8(bytes).unwrap()),
            "page.docx" => word_text(&bytes),
            _ => String::from_utf8(bytes).unwrap(),
        };
        for said in [
            "you said, we did",
            "Agreed on 12 March 2026, looked at again on",
            "Of 3 actions: 2 not started, 1 done.",
            "Funding (I1)",
            "Agree a three-year budget",
            "Chief officers' group",
            "Two funders have said yes",
            "o be done by 30 September 2026",
        ] {
            assert!(text.contains(said), "{out} does not say {said}: {text}");
        }
        for secret in [PRIVATE, FACILITATOR, NAMED, "Mostly", "Patchy"] {
            assert!(!text.contains(secret), "{out} says {secret}");
        }
        assert!(
            text.find("Agree a three-year budget") < text.find("Ask two community groups"),
            "what was done comes first"
        );
    }
    computer.prints(&["report", &made, "-o", "report.md"]);
    let report = fs::read_to_string(computer.home().join("report.md")).unwrap();
    assert!(report.contains("This was a check-in: it looked at the actions only"), "{report}");
    assert!(!report.contains("walked through"), "{report}");
    let refused = computer.refuses(&["check-in", &made, "--paper", "page.pdf"]);
    assert!(refused.contains("must end in .html, .docx or .md"), "{refused}");
    let refused = computer.refuses(&["check-in", &made, "--paper", "page.xlsx"]);
    assert!(refused.contains("is written as html, docx or md"), "{refused}");
}

#[test]
fn where_no_action_is_open_there_is_nothing_to_check_in_on() {
    let computer = Computer::new();
    let mut nothing_open = full();
    nothing_open.actions.iter_mut().for_each(|action| action.status = ActionStatus::Done);
    let refused = computer.refuses(&["check-in", &computer.workshop(&nothing_open), "--no-open"]);
    assert!(refused.contains("No action of") && refused.contains("plenary new --from FILE"), "{refused}");
    assert!(!computer.home().join("sessions").exists());
}
