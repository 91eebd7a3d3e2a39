//! What is half typed is told by no command and in no paper: secrets are planted in every draft, and looked for in
//! everything that comes out.

use crate::cli::Computer;
use crate::support::full::full;
use plenary::framework::{Framework, Level, Step};
use plenary::report::{Choices, Format, Report};
use plenary::session::{Draft, Form, Place, Session, Status};
use plenary::store::{Home, RealFiles, create};
use std::fs;
use std::path::Path;

const SECRET: &str = "zqsecret";

/// A session with something half typed in every form, and a vote that was open.
fn planted() -> Session {
    let mut session = full();
    session.status = Status::InProgress;
    session.place = Place::Walk(Step::Feature("I1".into()));
    let forms = [
        Form::Setup,
        Form::NewLine,
        Form::Line(0),
        Form::NewAction,
        Form::Action(1),
        Form::Log(1),
        Form::Review,
        Form::NotAgreed("P3".into(), None),
        Form::NotAgreed("A2".into(), Some(Level::Strategic)),
        Form::Dissent("P3".into()),
    ];
    let names = ["date", "people", "organisation", "what", "by", "why", "text", "low view", "statement", "name"];
    let draft = || Draft::new("what", names.map(|name| (name, format!("{SECRET} {name}"))));
    session.drafts = forms.into_iter().map(|form| (form, draft())).collect();
    session.open_vote = Some(Step::Feature("P3".into()));
    session
}

fn without(session: &Session) -> Session {
    Session { drafts: [].into(), open_vote: None, ..session.clone() }
}

#[test]
fn papers_are_the_same_with_and_without_what_is_half_typed() {
    let framework = Framework::built_in().unwrap();
    for names in [false, true] {
        for format in Format::ALL {
            let paper = |session: &Session| Report::of(&framework, session, Choices { names }).write(format).unwrap();
            assert_eq!(paper(&planted()), paper(&without(&planted())), "{format:?}, names {names}");
        }
    }
}

/// Every file below a folder.
fn files(folder: &Path, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() { files(&path, found) } else { found.push(path) }
    }
}

#[test]
fn no_command_prints_or_writes_what_is_half_typed() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    let home = Home::at(computer.home().to_owned(), true);
    let file = |session: &Session| create(&RealFiles, &home, session, &framework, jiff::Timestamp::UNIX_EPOCH).unwrap();
    let one = file(&planted());
    let other = file(&Session { id: "ffffffffffffffff".into(), ..planted() });
    assert!(fs::read_to_string(&one).unwrap().contains(SECRET), "it is planted");
    let (one, other) = (one.to_str().unwrap(), other.to_str().unwrap());
    fs::create_dir(computer.home().join("out")).unwrap();
    let into = |name: &str| computer.home().join("out").join(name).display().to_string();
    let folder = computer.home().join("sessions").display().to_string();
    let reports = Format::ALL.map(|format| (format.extension(), into(&format!("paper.{}", format.extension()))));
    let mut commands: Vec<Vec<String>> = [
        vec!["list"],
        vec!["list", "--json"],
        vec!["list", &folder],
        vec!["show", one],
        vec!["show", one, "--json"],
        vec!["compare", one, other],
        vec!["compare", one, other, "--json"],
        vec!["check", one],
        vec!["backups", one],
        vec!["backups", one, "--json"],
        vec!["portfolio", &folder],
        vec!["portfolio", &folder, "--json"],
        vec!["portfolio", &folder, "--report", &into("portfolio.html")],
        vec!["tables", &folder, "-o", &into("tables")],
        vec!["merge", one, other, "-o", &into("merged.ron")],
        vec!["new", "--no-open", "--from", one],
        vec!["where"],
    ]
    .into_iter()
    .map(|words| words.into_iter().map(str::to_owned).collect())
    .collect();
    for (format, paper) in &reports {
        let words = ["report", one, "--format", format, "--with-names", "-o", paper];
        commands.push(words.map(str::to_owned).to_vec());
        let compared = into(&format!("compared.{format}"));
        let words = ["report", one, "--format", format, "--compared-with", other, "-o", &compared];
        commands.push(words.map(str::to_owned).to_vec());
    }
    let mut done = 0;
    for words in &commands {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let ran = computer.runs(&words);
        assert!(!ran.out.contains(SECRET) && !ran.err.contains(SECRET), "{words:?}: {} {}", ran.out, ran.err);
        done += u32::from(ran.code == 0);
    }
    assert!(done > 25, "only {done} of {} commands did anything", commands.len());
    for lines in ["open\n\nmore\n", "o\n2\n", "c\n"] {
        let ran = computer.command(&["--plain"]).write_stdin(lines).output().unwrap();
        let out = String::from_utf8(ran.stdout).unwrap();
        assert!(!out.contains(SECRET), "{out}");
    }
    // On the way through it, in lines; only the forms themselves say what is in them.
    let walk =
        "map\nresults\n\n\n\n\n\n\n\nclose\nagenda\nclose\nparked\n\na\nclose\nregister\nclose\ngo P3\nw\n\nquit\ny\n";
    let ran = computer.command(&["open", one, "--plain"]).write_stdin(walk).output().unwrap();
    let out = String::from_utf8(ran.stdout).unwrap();
    assert!(out.contains("Half typed and kept") && !out.contains(SECRET), "{out}");
    let mut written = Vec::new();
    files(&computer.home().join("out"), &mut written);
    assert!(written.len() > 15, "{written:?}");
    for path in written {
        let bytes = fs::read(&path).unwrap();
        let found = bytes.windows(SECRET.len()).any(|window| window == SECRET.as_bytes());
        assert!(!found, "{}", path.display());
    }
}
