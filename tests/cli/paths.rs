//! Paths as people write them where no shell reads them: quotes, `~`, addresses, escaped blanks. Whatever takes a path
//! takes them all, and what is there under exactly that name is what was meant.
#![cfg(unix)]

use crate::cli::Computer;
use assert_cmd::Command;
use plenary::store;
use std::fs;
use std::path::{Path, PathBuf};

/// A computer with a home folder for `~`, and a stick with a blank in its name.
struct Desk {
    computer: Computer,
    own: PathBuf,
    stick: PathBuf,
}

impl Desk {
    fn new() -> Self {
        let computer = Computer::new();
        let (own, stick) = (computer.home().join("ann"), computer.home().join("my stick"));
        fs::create_dir(&own).unwrap();
        fs::create_dir(&stick).unwrap();
        Self { computer, own, stick }
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.computer.command(arguments);
        command.env("HOME", &self.own).current_dir(&self.stick);
        command
    }

    fn prints(&self, arguments: &[&str]) -> String {
        let output = self.command(arguments).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// Whether nothing called `~` has come into being anywhere.
    fn is_tidy(&self) -> bool {
        [self.computer.home(), &self.own, &self.stick].iter().all(|folder| !folder.join("~").exists())
    }

    /// All ways to write a path with a blank in it.
    fn ways(path: &Path) -> Vec<String> {
        let path = path.to_str().unwrap();
        vec![
            path.to_owned(),
            format!("'{path}' "),
            format!("\"{path}\""),
            path.replace(' ', "\\ "),
            format!("file://{}", path.replace(' ', "%20")),
            format!("'file://localhost{}'", path.replace(' ', "%20")),
            format!("\u{feff} {path}\u{200b}"),
        ]
    }
}

#[test]
fn a_tilde_that_no_shell_has_read_is_the_home_folder() {
    let desk = Desk::new();
    let plenary = desk.own.join("plenary");
    let made = desk.prints(&["--home=~/plenary", "new", "--no-open", "--partnership", "Tilde"]);
    assert!(Path::new(made.trim()).starts_with(&plenary), "{made}");
    for variable in ["~/plenary", "\"~/plenary\"", "'~/plenary'"] {
        let output = desk.command(&["list"]).env("PLENARY_HOME", variable).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().contains("Tilde"), "{variable}");
    }
    assert!(desk.prints(&["list", "~/plenary/sessions"]).contains("Tilde"));
    let report = desk.prints(&["report", made.trim(), "-o", "~/r.md"]);
    assert_eq!(report.trim(), desk.own.join("r.md").to_str().unwrap());
    fs::copy(made.trim(), desk.own.join("a.ron")).unwrap();
    assert!(desk.prints(&["show", "~/a.ron"]).starts_with("Tilde"));
    assert!(desk.is_tidy());
    let output = desk.command(&["--home", "~bob/plenary", "list"]).output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.code() == Some(2) && err.contains("does not know where ~bob/plenary is"), "{err}");
}

#[test]
fn every_way_of_writing_a_path_leads_to_it_on_the_command_line() {
    let desk = Desk::new();
    let home = desk.stick.join("home");
    for way in Desk::ways(&home) {
        let made = desk.prints(&["--home", &way, "new", "--no-open"]);
        assert!(Path::new(made.trim()).starts_with(&home), "{way:?} made {made}");
        let output = desk.command(&["where"]).env("PLENARY_HOME", &way).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().contains(home.to_str().unwrap()), "{way:?}");
    }
    let file = desk.stick.join("a session.ron");
    fs::copy(desk.computer.new_session(&["--partnership", "Blank"]), &file).unwrap();
    for (number, way) in Desk::ways(&file).iter().enumerate() {
        assert!(desk.prints(&["show", way]).starts_with("Blank"), "{way:?}");
        assert!(desk.prints(&["check", way]).contains("no problems"), "{way:?}");
        for out in Desk::ways(&desk.stick.join(format!("out {number}.md"))) {
            desk.prints(&["report", way, "-o", &out, "--force"]);
        }
        assert!(desk.stick.join(format!("out {number}.md")).is_file());
    }
    for way in Desk::ways(&desk.stick) {
        assert!(desk.prints(&["list", &way]).contains("Blank"), "{way:?}");
    }
    let names: Vec<_> = fs::read_dir(&desk.stick).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names.len(), 2 + Desk::ways(&file).len(), "{names:?}");
}

#[test]
fn what_is_there_under_exactly_that_name_is_what_was_meant() {
    let desk = Desk::new();
    let made = desk.computer.new_session(&["--partnership", "Literal"]);
    for name in ["~", "'quoted'", "a\\ b.ron", "100%20.ron", "file:x", "odd\u{1b}.ron", " blanks "] {
        let file = desk.stick.join(name);
        fs::copy(&made, &file).unwrap();
        assert!(desk.prints(&["show", name]).starts_with("Literal"), "{name:?}");
        assert!(desk.prints(&["show", file.to_str().unwrap()]).starts_with("Literal"), "{name:?}");
    }
}

#[test]
fn control_characters_in_a_new_path_are_refused_and_nothing_is_made() {
    let desk = Desk::new();
    let file = desk.computer.new_session(&[]);
    let file = file.to_str().unwrap();
    for arguments in [
        vec!["--home", "h\u{1b}]52;c;QQ\u{7}", "new", "--no-open"],
        vec!["report", file, "-o", "r\n.md"],
        vec!["tables", ".", "-o", "t\u{9b}"],
        vec!["merge", file, file, "-o", "file:///tmp/m%1b.ron"],
    ] {
        let output = desk.command(&arguments).output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && err.contains("control characters"), "{arguments:?}: {err}");
    }
    let output = desk.command(&["list"]).env("PLENARY_HOME", "h\u{7}").output().unwrap();
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("PLENARY_HOME: The path h\u{fffd} has control"));
    assert_eq!(fs::read_dir(&desk.stick).unwrap().count(), 0);
}

#[test]
fn another_folder_and_another_file_are_typed_in_every_way_too() {
    let desk = Desk::new();
    let made = desk.computer.new_session(&["--partnership", "Drag"]);
    fs::copy(&made, desk.stick.join("a.ron")).unwrap();
    fs::copy(&made, desk.own.join("b.ron")).unwrap();
    let mut ways = Desk::ways(&desk.stick);
    ways.extend(["~".to_owned(), "~/".to_owned(), "'~'".to_owned()]);
    for way in ways {
        let lines = format!("o\no {way}\n.\nquit\ny\n");
        let output = desk.command(&["--plain"]).write_stdin(lines).output().unwrap();
        let out = String::from_utf8(output.stdout).unwrap();
        assert!(out.contains(", Drag, 0 of 36 discussed"), "{way:?}: {out}");
        assert!(!out.contains("There is no folder"), "{way:?}: {out}");
    }
    let output = desk.command(&["--plain"]).write_stdin("o\no /no\\ such\\ place\n.\nquit\ny\n").output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert!(out.contains("There is no folder /no such place; look at its spelling."), "{out}");
    assert!(store::open(&made).is_ok() && desk.is_tidy());
}
