//! The real program in lines: whole sessions through pipes, every way of ending, and a terminal that is dumb.

use crate::cli::Computer;
use plenary::session::Session;
use plenary::store;
use std::fs;
use std::path::{Path, PathBuf};

/// What the program said, what it complained of, and how it ended.
pub(crate) struct Said {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

pub(crate) fn writes(computer: &Computer, arguments: &[&str], lines: impl Into<Vec<u8>>) -> Said {
    let output = computer.command(arguments).write_stdin(lines).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let said = Said { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() };
    assert!(!said.out.contains(['\u{1b}', '\r', '\u{7}']), "{:?}", said.out);
    said
}

pub(crate) fn file(home: &Path) -> PathBuf {
    let mut files = fs::read_dir(home.join("sessions")).unwrap().map(|entry| entry.unwrap().path());
    files.find(|path| path.extension().is_some_and(|ending| ending == "ron")).expect("a session")
}

pub(super) fn saved(home: &Path) -> Session {
    store::open(&file(home)).unwrap().session
}

pub(super) fn rating(session: &Session, id: &str) -> Option<u8> {
    session.answer(&id.into()).decided.at(None).rating().map(u8::from)
}

#[test]
fn a_whole_session_by_pipe_is_on_the_disk_when_the_pipe_ends() {
    let computer = Computer::new();
    let lines = "new\nGlenside CPP\n.\nskip\n\n4\nn Two grants end\n\n2\nP3\n5\n";
    let said = writes(&computer, &["--plain"], lines);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    assert!(
        said.out.contains(
            "I1 > \nGroup rating: 4 Mostly, agreed.\nEvidence? 7 low, 8 medium, 9 high.\nI1 > \nNote: Two grants end\n"
        ),
        "{}",
        said.out
    );
    let last = said.out.lines().last().unwrap();
    assert!(last.starts_with("Everything is saved in ") && last.ends_with("Plenary is closed."), "{last}");
    let session = saved(computer.home());
    assert_eq!(["I1", "I2", "P3"].map(|id| rating(&session, id)), [Some(4), Some(2), Some(5)]);
    assert_eq!(session.about.partnership, "Glenside CPP");
    let path = file(computer.home());
    let path = path.to_str().unwrap();

    // The same file goes on, in lines and on the other commands.
    let said = writes(&computer, &["open", path, "--plain"], "3\nquit\ny\n\n");
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    assert!(said.out.contains("The session: Glenside CPP") && said.out.contains("P3 > "), "{}", said.out);
    assert_eq!(rating(&saved(computer.home()), "P3"), Some(3));
    assert!(computer.prints(&["show", path]).contains("Two grants end"));
}

#[test]
fn what_is_half_written_when_the_lines_end_is_kept() {
    let computer = Computer::new();
    let said = writes(&computer, &["--plain", "new", "--partnership", "Glenside"], ".\nskip\n\nnote\nfirst\nsecond");
    assert_eq!(said.code, 0, "{}", said.err);
    assert_eq!(saved(computer.home()).answer(&"I1".into()).note, "first\nsecond");
}

#[test]
fn the_list_is_there_before_the_next_line_is_heard() {
    let computer = Computer::new();
    for name in ["Glenside", "Riverside", "Burnfoot"] {
        computer.new_session(&["--partnership", name]);
    }
    let said = writes(&computer, &["--plain"], "open\nsearch burn\n1\n.\nskip\n\n4\n");
    assert!(said.out.contains("Saved sessions, 3.") && said.out.contains("with burn"), "{}", said.out);
    assert!(said.out.contains("The session: Burnfoot"), "{}", said.out);
    assert!(said.out.contains("Group rating: 4 Mostly, agreed."), "{}", said.out);
}

#[test]
fn another_folder_is_listed_before_the_next_line_is_heard() {
    let computer = Computer::new();
    let stick = computer.home().join("stick");
    fs::create_dir(&stick).unwrap();
    fs::rename(computer.new_session(&["--partnership", "Burnfoot"]), stick.join("burnfoot.ron")).unwrap();
    let said = writes(&computer, &["--plain"], format!("open\nfolder {}\n1\n.\n", stick.display()));
    assert!(said.out.contains("There are no saved sessions here."), "{}", said.out);
    assert!(said.out.contains("The session: Burnfoot"), "{}", said.out);
    let said = writes(&computer, &["--plain"], "open\nfolder /nowhere/at/all\nnew\n");
    assert_eq!(said.code, 3, "{}", said.out);
    assert!(said.err.starts_with("Line 2 was not taken: There is no folder /nowhere/at/all"), "{}", said.err);
}

#[test]
fn a_report_is_written_before_the_pipe_ends() {
    let computer = Computer::new();
    let said = writes(&computer, &["demo", "--plain"], "results\ne\n2\nfolder\n\n");
    assert_eq!(said.code, 0);
    let (_, written) = said.out.split_once("The report is written:\n").unwrap_or_else(|| panic!("{}", said.out));
    let paper = PathBuf::from(written.lines().next().unwrap());
    assert!(paper.starts_with(computer.home()) || paper.is_absolute(), "{}", paper.display());
    assert!(fs::read_to_string(&paper).unwrap().contains("<html"), "{}", paper.display());
}

#[test]
fn a_line_of_megabytes_is_refused_and_nothing_of_it_is_taken() {
    let computer = Computer::new();
    let lines = format!(".\nskip\n\nn {}\n4\n", "x".repeat(3_000_000));
    let said = writes(&computer, &["--plain", "new"], lines);
    assert_eq!(said.code, 3);
    assert!(said.err.starts_with("Line 4 was not taken: That line is too long, and nothing of it"), "{}", said.err);
    let session = saved(computer.home());
    assert_eq!((rating(&session, "I1"), session.answer(&"I1".into()).note.as_str()), (None, ""));
    let lines = format!(".\nskip\n\nn {}\n4\n", "x".repeat(300_000));
    let said = writes(&Computer::new(), &["--plain", "new"], lines);
    assert_eq!(said.code, 3);
    assert!(
        said.err.starts_with("Line 4 was not taken: That has 300,000 letters, and 65,536 fit here."),
        "{}",
        said.err
    );
}

#[test]
fn a_file_that_is_not_there_is_named_as_it_was_written() {
    let said = writes(&Computer::new(), &["--plain", "new"], ".\nskip\n\nm\nimport nofile.csv\n");
    assert_eq!(said.code, 3, "{}", said.out);
    assert!(
        said.err.starts_with("Line 5 was not taken: nofile.csv could not be read: it is not there"),
        "{}",
        said.err
    );
}

#[test]
fn without_a_terminal_lines_must_be_asked_for() {
    let computer = Computer::new();
    let said = writes(&computer, &[], "new\n");
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert!(said.err.contains("--plain"), "{}", said.err);
    let ran = computer.command(&["demo"]).env("TERM", "dumb").output().unwrap();
    assert_eq!(ran.status.code(), Some(2), "a pipe is no terminal, however dumb");
}

#[test]
fn what_cannot_be_saved_anywhere_near_is_told_with_its_place_and_fails() {
    let computer = Computer::new();
    // A file stands where the folders would be made.
    fs::write(computer.home().join("sessions"), "").unwrap();
    fs::write(computer.home().join("state"), "").unwrap();
    let said = writes(&computer, &["--plain"], "new\nGlenside\n.\nskip\n\n4\n");
    assert_eq!(said.code, 1, "{}", said.out);
    assert!(said.err.starts_with("NOT SAVED: "), "{}", said.err);
    assert!(!said.out.contains("Everything is saved"), "{}", said.out);
}

#[test]
fn a_session_that_another_program_has_open_is_only_told() {
    let computer = Computer::new();
    let path = computer.new_session(&["--partnership", "Glenside"]);
    let home = store::Home::find(Some(computer.home())).unwrap();
    let now = jiff::Timestamp::now();
    let taken = store::Lock::take(&store::RealFiles, &home, &path, now);
    assert!(matches!(taken, store::Taken::Held(_)));
    let said = writes(&computer, &["--plain", "open", path.to_str().unwrap()], ".\nskip\n\n4\n");
    assert_eq!(said.code, 3);
    assert!(said.out.contains("Read only: open in another Plenary"), "{}", said.out);
    assert!(!said.out.contains("Group rating") && !said.out.contains("Everything is saved"), "{}", said.out);
    assert!(said.err.starts_with("Line 4 was not taken: Read only: open in another Plenary"), "{}", said.err);
    assert!(said.err.ends_with("to be looked at only, and nothing of it was changed.\n"), "{}", said.err);
    drop(taken);
    assert_eq!(rating(&saved(computer.home()), "I1"), None);
}

#[cfg(unix)]
mod ends {
    use super::{file, rating, saved};
    use crate::terminal::window::Window;
    use rustix::process::{Pid, Signal, kill_process};
    use std::io::{BufRead, BufReader, Write};
    use std::path::Path;
    use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

    /// The program with its pipes open, after a rating was said.
    fn at_work(home: &Path) -> (Child, ChildStdin, BufReader<ChildStdout>) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.args(["--plain", "new", "--partnership", "Glenside"]).env_clear().env("PLENARY_HOME", home);
        command.env("TZ", "UTC").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        let mut lines = child.stdin.take().unwrap();
        lines.write_all(b".\nskip\n\n4\n").unwrap();
        let mut out = BufReader::new(child.stdout.take().unwrap());
        until(&mut out, "Group rating: 4");
        (child, lines, out)
    }

    /// At work, with a rating that cannot be saved: a file is in the place of the sessions folder.
    fn at_work_without_a_folder(home: &Path) -> (Child, ChildStdin, BufReader<ChildStdout>) {
        let (child, mut lines, mut out) = at_work(home);
        let folder = home.join("sessions");
        std::fs::rename(&folder, home.join("gone")).unwrap();
        std::fs::write(&folder, "").unwrap();
        lines.write_all(b"2\n").unwrap();
        until(&mut out, "NOT SAVED: ");
        (child, lines, out)
    }

    /// Reads until a line says this.
    fn until(out: &mut impl BufRead, text: &str) {
        let mut line = String::new();
        while !line.contains(text) {
            line.clear();
            assert!(out.read_line(&mut line).unwrap() > 0, "the program ended before \"{text}\"");
        }
    }

    #[test]
    fn a_signal_ends_it_with_everything_saved() {
        for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129)] {
            let home = tempfile::tempdir().unwrap();
            let (mut child, lines, out) = at_work(home.path());
            kill_process(Pid::from_child(&child), signal).unwrap();
            assert_eq!(child.wait().unwrap().code(), Some(code), "{signal:?}");
            assert_eq!(rating(&saved(home.path()), "I1"), Some(4), "{signal:?}");
            drop((lines, out));
        }
    }

    #[test]
    fn a_signal_ends_it_although_nobody_reads_what_it_says() {
        let home = tempfile::tempdir().unwrap();
        let (mut child, mut lines, out) = at_work(home.path());
        lines.write_all("again\n".repeat(3_000).as_bytes()).unwrap();
        kill_process(Pid::from_child(&child), Signal::TERM).unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(143));
        assert_eq!(rating(&saved(home.path()), "I1"), Some(4));
        drop((lines, out));
    }

    #[test]
    fn what_is_not_saved_is_said_at_once_and_can_be_saved_elsewhere() {
        let home = tempfile::tempdir().unwrap();
        let (mut child, mut lines, mut out) = at_work_without_a_folder(home.path());
        std::fs::create_dir(home.path().join("my stick")).unwrap();
        let elsewhere = home.path().join("my stick/else where.ron");
        // As a file manager copies it.
        let copied = elsewhere.display().to_string().replace(' ', "%20");
        lines.write_all(format!("saved\n'file://{copied}'\n5\n").as_bytes()).unwrap();
        until(&mut out, "Saved from now on in ");
        until(&mut out, "Group rating: 5 Firmly, agreed.");
        drop(lines);
        assert_eq!(child.wait().unwrap().code(), Some(0));
        let session = plenary::store::open(&elsewhere).unwrap().session;
        assert_eq!(rating(&session, "I1"), Some(5));
    }

    #[test]
    fn a_path_that_cannot_be_meant_stops_a_script_and_nothing_is_made_of_it() {
        let home = tempfile::tempdir().unwrap();
        let (mut child, mut lines, mut out) = at_work_without_a_folder(home.path());
        lines.write_all(format!("saved\nfile://{}/a%1b.ron\n", home.path().display()).as_bytes()).unwrap();
        until(&mut out, "has control characters in it");
        assert_eq!(child.wait().unwrap().code(), Some(1), "what is not saved comes first");
        drop(lines);
        let names = std::fs::read_dir(home.path()).unwrap().map(|entry| entry.unwrap().file_name());
        assert_eq!(names.filter(|name| name.to_string_lossy().starts_with('a')).count(), 0);
    }

    #[test]
    fn a_reader_that_goes_away_ends_it_with_everything_saved() {
        let home = tempfile::tempdir().unwrap();
        let (mut child, lines, out) = at_work(home.path());
        drop(out);
        assert_eq!(child.wait().unwrap().code(), Some(129));
        drop(lines);
        assert_eq!(rating(&saved(home.path()), "I1"), Some(4));
    }

    #[test]
    fn a_dumb_terminal_gets_lines_and_no_escape_sequence() {
        let home = tempfile::tempdir().unwrap();
        let mut window = Window::with(home.path(), &["new", "--partnership", "Glenside"], &[("TERM", "dumb")]);
        window.shows(&["said at once.", "Partnership (now Glenside) >"]).types(".\n").shows(&["Gate >"]);
        window.types("skip\n\n").shows(&["I1 >"]).types("4\n").shows(&["Group rating: 4 Mostly, agreed."]);
        assert!(file(home.path()).exists());
        // The end of what is typed: Ctrl+D.
        window.types("\u{4}").shows(&["Plenary is closed."]);
        assert_eq!(window.ends().0, 0);
        let bytes = window.output();
        assert!(!bytes.contains(&0x1b), "{}", String::from_utf8_lossy(&bytes));
        assert_eq!(rating(&saved(home.path()), "I1"), Some(4));
        assert!(window.line_is_as_before());
    }

    #[test]
    fn ctrl_c_in_a_dumb_terminal_saves_first() {
        let home = tempfile::tempdir().unwrap();
        let mut window = Window::with(home.path(), &["--plain", "new"], &[]);
        window.shows(&["Partnership >"]).types("Burnfoot\n").shows(&["Date (now"]);
        window.types("\u{3}").shows(&["Closing; everything that was said is saved first."]);
        assert_eq!(window.ends().0, 130);
        assert_eq!(saved(home.path()).about.partnership, "Burnfoot");
    }
}

#[test]
fn lines_can_be_asked_for_by_the_environment_or_once_for_all() {
    let computer = Computer::new();
    let run = |name: &str, value: &str, arguments: &[&str], lines: &'static str| {
        let mut command = computer.command(arguments);
        let output = command.env(name, value).write_stdin(lines).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    for (name, value) in [("ACCESSIBLE", "1"), ("ACCESSIBLE", "yes"), ("PLENARY_PLAIN", "1")] {
        let (code, out, err) = run(name, value, &[], "about\n");
        assert_eq!(code, Some(0), "{err}");
        let first =
            format!("Plenary speaks in lines, because {name} is set; without it, or with --plain=no, it has a screen.");
        assert!(out.starts_with(&first), "{out}");
    }
    for (value, arguments) in [("0", &[][..]), ("", &[]), ("1", &["--plain=no"])] {
        let (code, out, err) = run("ACCESSIBLE", value, arguments, "about\n");
        assert_ne!(code, Some(0), "{out}{err}");
    }
    // Asked for by the option, it needs no reason.
    let (_, out, _) = run("ACCESSIBLE", "1", &["--plain"], "keep plain\n");
    assert!(out.starts_with("Plenary.") && out.contains("begins in lines from the next time on"), "{out}");
    let (code, out, _) = run("TZ", "UTC", &[], "screen next\n");
    assert!(code == Some(0) && out.starts_with("Plenary speaks in lines, because you wrote \"keep plain\""), "{out}");
    let (code, out, _) = run("TZ", "UTC", &[], "about\n");
    assert_ne!(code, Some(0), "{out}");
}
