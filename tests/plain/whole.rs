//! A whole workshop by lines from a pipe through the real program: from set-up to the written paper.

use super::program::{rating, saved, writes};
use crate::cli::Computer;
use plenary::session::{Bearing, RiskStatus, Status, Verdict};
use std::fs;

/// What a facilitator writes who dictates half of it; an empty line goes on.
const LINES: &str = "new\nGlenside Community Planning Partnership\n12 March 2026\nTo look back and plan the year\n\
                      Town hall\nThe partnership manager\n7\n4.\n1\n0\n.register\nn\n2\nThird sector\noperational\n\
                      Citizens Advice\nadviser\npresent\n.\n.\n\n1\nn A statement of purpose is signed\n\n\
                      partly holds\nnext\ndon’t know\nd Some of us were never asked\nnext\n\nmostly\nevidence high\n\
                      \nv 0 3 6 3 1 ?1\nreveal\nthree.\nc low\nn Two grants end in March\n\nx 2 5\nNo room to meet\n\
                      It works for us\n\ndk\n\nnot relevant\n\nE2\ntwo\ncard up\npark\np Ask the chair alone\nP3\nv\n\
                      way\n4\n5\ndk\n3.\n4\n4\n4\n4\n4\n4\n4\n4\n4\n4\nreveal\n4\nyes but\nO1\nsome\nAS7\n\
                      does not hold\nIF5\nhelps\nn The interface speaks for small groups\nR6\nhappening now\n4\nR4\n\
                      could happen\n3\n2\ndots\nE2 11\nP3, 4.\n.\nm\na\nnew Meet the forum each month\n\
                      Chair of the board\nend of June\nSmall groups bring items to the agenda\n\
                      Third sector interface\nE2, R6\nreview 10 September\nlog 1 The forum agreed\ndone 1\n.\n\
                      results\n\n\n\n\n\n\n\n\n\ne\n2\nwrite\nclose\nfinish\nfinish\nyes\nquit\nyes\n";

#[test]
fn a_workshop_from_set_up_to_the_written_paper_comes_through_a_pipe() {
    let computer = Computer::new();
    let said = writes(&computer, &["--plain"], LINES);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    for told in [
        "In the room: 12 people: 7 statutory, 4 third sector, 1 community.",
        "The room says: partly holds.",
        "Broadly agreed: median 4",
        "Group rating: 4 Mostly, agreed with reservations.\nBefore: 4 Mostly, agreed.",
        "Red: Happening now, impact 4 Major.",
        "15 dots in all.",
        "Before you finish: 9 lines.",
        "Plenary is closed.",
    ] {
        assert!(said.out.contains(told), "\"{told}\" was not said:\n{}", said.out);
    }
    assert!(!said.out.contains("Ask the chair alone"), "a private note is not said");
    let session = saved(computer.home());
    assert_eq!((session.status, session.register.people()), (Status::Finished, 14));
    assert_eq!(["I1", "I2", "E2", "P3", "O1"].map(|id| rating(&session, id)), [4, 3, 2, 4, 3].map(Some));
    assert_eq!(session.assumptions[&"AS7".into()].verdict, Verdict::DoesNotHold);
    assert_eq!(session.influences[&"IF5".into()].bearing, Bearing::Helps);
    assert_eq!(session.risks[&"R6".into()].concern.status(), RiskStatus::HappeningNow);
    assert_eq!((session.dots.len(), session.actions.len(), session.cards_up.len()), (2, 1, 1));
    assert_eq!(session.actions[0].owner, "Chair of the board");
    let papers = fs::read_dir(computer.home().join("reports")).unwrap().map(|entry| entry.unwrap().path());
    let page = fs::read_to_string(papers.last().expect("a paper")).unwrap();
    for written in ["No room to meet", "Some of us were never asked", "Meet the forum each month", "held up 1 time."] {
        assert!(page.contains(written), "{written}");
    }
    assert!(!page.contains("Ask the chair alone") && !page.contains("Citizens Advice"), "private and named");
}
