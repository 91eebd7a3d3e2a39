//! What `show`, `compare` and `portfolio` print as JSON is what a report in JSON is, byte for byte.

use crate::cli::Computer;
use crate::support::sessions::sessions;
use crate::support::{full::full, many, sample};
use plenary::framework::Framework;
use plenary::report::{Choices, Report};
use plenary::session::Session;
use plenary::store::{self, Head};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use std::fs;

fn keep(computer: &Computer, name: &str, session: &Session) -> String {
    let framework = Framework::built_in().unwrap();
    let head = Head::of(session, &framework, session.created);
    let path = computer.home().join(name);
    fs::write(&path, store::encode(session, &head).unwrap()).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn show_prints_what_a_report_in_json_holds() {
    let computer = Computer::new();
    for (place, session) in [sample("riverside-2025"), sample("riverside-2026"), full()].iter().enumerate() {
        let file = keep(&computer, &format!("{place}.ron"), session);
        for names in [&[][..], &["--with-names"]] {
            let out = format!("{place}{}.json", names.len());
            computer.prints(&[&["report", &file, "-o", &out], names].concat());
            let shown = computer.prints(&[&["show", &file, "--json"], names].concat());
            assert_eq!(fs::read_to_string(computer.home().join(&out)).unwrap(), shown, "{out}");
        }
    }
}

#[test]
fn show_prints_what_a_report_holds_of_any_session() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    let mut runner = TestRunner::deterministic();
    let any = sessions();
    for _ in 0..300 {
        let mut session = any.new_tree(&mut runner).unwrap().current();
        session.framework.id.clone_from(&framework.id);
        session.framework.version = framework.version;
        let file = keep(&computer, "any.ron", &session);
        let kept = store::open(file.as_ref()).unwrap().session;
        let report = Report::of(&framework, &kept, Choices { names: true });
        let ran = computer.runs(&["show", &file, "--json", "--with-names"]);
        assert_eq!((ran.code, ran.out == report.json()), (0, true), "{}\n{}\n{}", ran.err, ran.out, report.json());
    }
}

#[test]
fn compare_prints_what_a_report_of_what_changed_holds() {
    let computer = Computer::new();
    let (then, now) =
        (keep(&computer, "then.ron", &sample("riverside-2025")), keep(&computer, "now.ron", &sample("riverside-2026")));
    computer.prints(&["report", &now, "--compared-with", &then, "-o", "changes.json"]);
    let shown = computer.prints(&["compare", &then, &now, "--json"]);
    assert_eq!(fs::read_to_string(computer.home().join("changes.json")).unwrap(), shown);
}

#[test]
fn portfolio_prints_what_its_report_holds() {
    let computer = Computer::new();
    let folder = computer.home().join("all");
    fs::create_dir(&folder).unwrap();
    many::fill(&folder, &Framework::built_in().unwrap(), 30);
    computer.prints(&["portfolio", "all", "--report", "many.json"]);
    let shown = computer.prints(&["portfolio", "all", "--json"]);
    assert_eq!(fs::read_to_string(computer.home().join("many.json")).unwrap(), shown);
}
