//! Papers for everybody: each in large print where that is asked for, and the statements in plain words too.

use crate::cli::Computer;
use crate::support::full::full;
use crate::support::unpacked::part;
use plenary::framework::Framework;
use plenary::store::{Head, encode};
use std::fs;

/// A session file with all that can be said.
fn held(computer: &Computer) -> String {
    let session = full();
    let head = Head::of(&session, &Framework::built_in().unwrap(), "2026-03-12T16:00:00Z".parse().unwrap());
    computer.file("workshop.ron", &encode(&session, &head).unwrap())
}

#[test]
fn every_paper_is_printed_large_where_that_is_asked_for() {
    let computer = Computer::new();
    let file = held(&computer);
    let folder = computer.home().to_str().unwrap();
    let html: [(&str, Vec<&str>); 4] = [
        ("report.html", vec!["report", &file, "-o"]),
        ("changes.html", vec!["report", &file, "--compared-with", &file, "-o"]),
        ("page.html", vec!["check-in", &file, "--paper"]),
        ("many.html", vec!["portfolio", folder, "--report"]),
    ];
    for (name, arguments) in html {
        for large in [true, false] {
            let name = format!("{large}-{name}");
            let mut arguments = arguments.clone();
            arguments.push(&name);
            arguments.extend(large.then_some("--large-print"));
            computer.prints(&arguments);
            let page = fs::read_to_string(computer.home().join(&name)).unwrap();
            assert_eq!(page.contains("class=\"large\""), large, "{name}");
        }
    }
    for kind in ["ballots", "cards", "chain", "handout"] {
        assert!(computer.prints(&["print", kind, "--large-print"]).contains("<body class=\"large\">"), "{kind}");
    }
}

#[test]
fn papers_say_each_statement_in_plain_words_below_it() {
    let computer = Computer::new();
    let file = held(&computer);
    let plain = [
        "Partners trust and respect each other.",
        "All partners help to make clear where we are going and help to decide.",
        "The part that central government plays in this.",
        "Staff who do the work are left out of the big decisions.",
    ];
    for name in ["report.html", "report.docx", "report.md"] {
        computer.prints(&["report", &file, "-o", name]);
        let bytes = fs::read(computer.home().join(name)).unwrap();
        let text = match name {
            "report.docx" => part(&bytes, "word/document.xml"),
            _ => String::from_utf8(bytes).unwrap(),
        };
        for words in plain {
            assert_eq!(text.matches(words).count(), 1, "{name}: {words}");
        }
        assert!(text.contains("In plain words:"), "{name}");
    }
    for (kind, words) in [("handout", plain[0]), ("handout", plain[3]), ("ballots", plain[0]), ("ballots", plain[1])] {
        assert!(computer.prints(&["print", kind]).contains(words), "{kind}: {words}");
    }
    let ballot = computer.prints(&["print", "ballots"]);
    assert!(ballot.contains("Staff keep in touch with other partners"), "a level is asked in its own words");
    // Data have the statement; a program that reads them is not told everything twice.
    computer.prints(&["report", &file, "-o", "report.json"]);
    assert!(!fs::read_to_string(computer.home().join("report.json")).unwrap().contains(plain[0]));
}
