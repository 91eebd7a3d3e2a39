//! The command line, read like its manual: each command, what it prints, and what it says when it cannot.

mod actions;
mod ballots;
mod compare;
mod drafts;
mod follow_up;
mod hostile;
mod hostile_papers;
mod manual;
mod many;
mod one_telling;
mod paths;
mod report;
mod scale;
mod tables;
mod votes;

use crate::support::sessions::newer;
use assert_cmd::Command;
use plenary::session::FORMAT;
use plenary::store;
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A computer on which Plenary was never started.
pub(crate) struct Computer {
    home: TempDir,
}

/// What a command printed, and how it ended.
pub(crate) struct Ran {
    pub(crate) out: String,
    pub(crate) err: String,
    pub(crate) code: i32,
}

impl Computer {
    pub(crate) fn new() -> Self {
        Self { home: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    /// `plenary ARGUMENTS`, with a bare environment.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_plenary"));
        command.env_clear().env("PLENARY_HOME", self.home()).env("TZ", "UTC").current_dir(self.home()).args(arguments);
        command
    }

    pub(crate) fn runs(&self, arguments: &[&str]) -> Ran {
        ran(&mut self.command(arguments))
    }

    /// Runs what must succeed; gives what it printed.
    pub(crate) fn prints(&self, arguments: &[&str]) -> String {
        let ran = self.runs(arguments);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "plenary {arguments:?}");
        ran.out
    }

    /// Runs what must fail with one sentence; gives it.
    pub(crate) fn refuses(&self, arguments: &[&str]) -> String {
        let ran = self.runs(arguments);
        assert_ne!(ran.code, 0, "plenary {arguments:?} printed {}", ran.out);
        assert_eq!(ran.out, "", "plenary {arguments:?}");
        assert_eq!(ran.err.lines().count(), 1, "plenary {arguments:?} said {}", ran.err);
        assert!(ran.err.ends_with(".\n"), "not a sentence: {}", ran.err);
        ran.err
    }

    /// A new session's file.
    pub(crate) fn new_session(&self, arguments: &[&str]) -> PathBuf {
        let out = self.prints(&[&["new", "--no-open"], arguments].concat());
        PathBuf::from(out.lines().last().unwrap())
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.prints(arguments)).unwrap()
    }

    /// A file with this text.
    fn file(&self, name: &str, text: &str) -> String {
        let path = self.home().join(name);
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }
}

fn ran(command: &mut Command) -> Ran {
    let output = command.output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ran { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap() }
}

/// The newer sample session.
fn sample() -> String {
    format!("{}/content/riverside-2026.ron", env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn new_makes_a_file_at_once_and_prints_where() {
    let computer = Computer::new();
    let file = computer.new_session(&[
        "--partnership",
        "Glenside CPP",
        "--date",
        "2026-03-12",
        "--purpose",
        "Where are we after a year?",
        "--venue",
        "Town hall",
        "--facilitator",
        "Partnership support officer",
        "--people",
        "statutory=7,third-sector=4,community=1",
    ]);
    assert_eq!(file, computer.home().join("sessions/2026-03-12-glenside-cpp.ron"));
    let session = store::open(&file).unwrap().session;
    assert_eq!(session.about.purpose, "Where are we after a year?");
    assert_eq!(session.about.venue, "Town hall");
    assert_eq!(session.about.facilitator, "Partnership support officer");
    assert_eq!(session.register.to_string(), "12 people: 7 statutory, 4 third sector, 1 community");
}

#[test]
fn new_needs_nothing_and_never_takes_another_session_s_file() {
    let computer = Computer::new();
    let (first, second) = (computer.new_session(&[]), computer.new_session(&[]));
    assert_ne!(first, second);
    assert_ne!(store::open(&first).unwrap().session.id, store::open(&second).unwrap().session.id);
    let people = computer.new_session(&["--people", "12"]);
    assert_eq!(store::open(&people).unwrap().session.register.people(), 12);
}

#[test]
fn new_says_what_cannot_be_read() {
    let computer = Computer::new();
    let cases = [
        (["--date", "12/13/2026"], "write the date as 2026-03-12"),
        (["--date", "2026-02-30"], "write the date as 2026-03-12"),
        (["--people", "many"], "\"many\" is not a number of people"),
        (["--people", "health=3"], "\"health\" is not a sector"),
        (["--people", "-3"], "-3"),
    ];
    for (arguments, words) in cases {
        let sentence = computer.refuses(&[&["new", "--no-open"], &arguments[..]].concat());
        assert!(sentence.contains(words), "{sentence}");
    }
    assert!(!computer.home().join("sessions").exists(), "nothing was made");
}

#[test]
fn list_shows_the_newest_first_and_what_cannot_be_read() {
    let computer = Computer::new();
    assert!(computer.prints(&["list"]).starts_with("No saved sessions in "));
    assert_eq!(computer.json(&["list", "--json"]), Value::Array(vec![]));

    computer.new_session(&["--partnership", "Glenside CPP", "--date", "2025-03-12"]);
    computer.new_session(&["--partnership", "Riverside", "--date", "2026-03-12", "--people", "9"]);
    computer.file("sessions/2024-01-01-broken.ron", "not a session\n");
    let list = computer.prints(&["list"]);
    let lines: Vec<&str> = list.lines().collect();
    assert!(lines[0].starts_with("2026-03-12   0 of 36  Riverside "), "{list}");
    assert!(lines[0].ends_with("2026-03-12-riverside.ron"), "{list}");
    assert!(lines[1].starts_with("2025-03-12   0 of 36  Glenside CPP "), "{list}");
    assert!(lines[2].starts_with("2024-01-01  -         2024-01-01-broken.ron: "), "{list}");
    assert!(
        lines[2].contains("2024-01-01-broken.ron is not a Plenary session: it has no format number; line 1, column 1"),
        "{list}"
    );

    let list = computer.json(&["list", "--json"]);
    assert_eq!(list[0]["partnership"], "Riverside");
    assert_eq!(list[0]["people"], 9);
    assert_eq!(list[0]["status"], "in_progress");
    assert_eq!(list[0]["problem"], Value::Null);
    assert_eq!(list[2]["partnership"], Value::Null);
    assert!(list[2]["problem"].is_string());
}

#[test]
fn show_json_keeps_its_promise_to_scripts() {
    let computer = Computer::new();
    let shown = computer.json(&["show", &sample(), "--json"]);
    assert_eq!(shown["partnership"], "Riverside Partnership");
    assert_eq!(shown["date"], "2026-05-20");
    assert_eq!(shown["format"], FORMAT);
    let features = shown["features"].as_array().unwrap();
    assert_eq!(features.len(), 36);
    assert_eq!((&features[0]["id"], &features[0]["stage"]), (&Value::from("I1"), &Value::from("inputs")));
    let states = [
        "not_discussed",
        "not_relevant",
        "blind_spot",
        "contested",
        "strength",
        "untested_strength",
        "mixed",
        "weakness",
        "suspected_weakness",
    ];
    for feature in features {
        assert!(states.iter().any(|state| feature["state"] == *state), "{feature}");
        for key in ["rating", "low", "high"] {
            let number = &feature[key];
            assert!(number.is_null() || (1..=5).contains(&number.as_i64().unwrap()), "{feature}");
        }
        assert_eq!(feature["low"].is_null(), feature["high"].is_null(), "{feature}");
        let confidence = &feature["confidence"];
        assert!(confidence.is_null() || ["low", "medium", "high"].iter().any(|word| confidence == word), "{feature}");
        assert!(feature["note"].is_string() && feature["parked"].is_boolean(), "{feature}");
        let firmness = &feature["firmness"];
        assert_eq!(firmness.is_null(), feature["rating"].is_null(), "{feature}");
        let levels = ["A2", "E1", "S2", "P2", "P4"].iter().any(|id| feature["id"] == *id);
        assert_eq!(feature["strategic"].is_object() && feature["operational"].is_object(), levels, "{feature}");
    }
}

#[test]
fn show_tells_a_disagreement_by_its_range() {
    let computer = Computer::new();
    let file = computer.new_session(&["--partnership", "Glenside CPP"]);
    let text = fs::read_to_string(&file).unwrap();
    let answers = r#"answers: {"I1": (decided: Whole(NotAgreed(range: (2, 4), low_view: "Money stops in May")),
        note: "Ask the board", private_note: "Keep off this", parked: true)},"#;
    let file = computer.file("edited.ron", &text.replace("answers: {},", answers));

    let ran = computer.runs(&["show", &file, "--json"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("changed outside Plenary"), "{}", ran.err);
    let shown: Value = serde_json::from_str(&ran.out).unwrap();
    let feature = &shown["features"][0];
    assert_eq!(feature["state"], "contested");
    assert_eq!((&feature["low"], &feature["high"]), (&Value::from(2), &Value::from(4)));
    assert_eq!(feature["rating"], Value::Null);
    assert_eq!(feature["note"], "Ask the board");
    assert_eq!(feature["parked"], true);
    assert!(!ran.out.contains("Keep off this"), "a private note is never printed");

    let ran = computer.runs(&["show", &file]);
    for words in ["2 to 4, not agreed", "Contested, parked", "Those at 2: Money stops in May", "Ask the board"] {
        assert!(ran.out.contains(words), "{words} is missing in {}", ran.out);
    }
    assert!(!ran.out.contains("Keep off this"), "a private note is never printed");
}

#[test]
fn show_reads_as_plain_text() {
    let computer = Computer::new();
    let shown = computer.prints(&["show", &sample()]);
    assert!(
        shown.starts_with("Riverside Partnership: self-evaluation of partnership working\nWorkshop of 20 May 2026"),
        "{shown}"
    );
    for words in [
        "35 of 36 features were decided",
        "12 people took part",
        "Practices and behaviours",
        "Strategic: 4",
        "medium confidence",
    ] {
        assert!(shown.contains(words), "{words} is missing in {shown}");
    }
    assert!(!shown.contains('\u{1b}'));
}

#[test]
fn nothing_that_a_terminal_obeys_is_printed() {
    let computer = Computer::new();
    let hostile = "\u{1b}[2J\u{9b}31m\u{202e}Glenside\u{7}";
    let file = computer.new_session(&["--partnership", hostile, "--date", "2026-03-12"]);
    let file = file.to_str().unwrap();
    let commands: [&[&str]; 5] =
        [&["list"], &["list", "--json"], &["show", file], &["show", file, "--json"], &["check", file]];
    for arguments in commands {
        let printed = computer.prints(arguments);
        assert!(printed.contains("Glenside"), "{printed}");
        let obeyed = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        assert!(!printed.contains(obeyed), "{arguments:?} printed {printed:?}");
    }
    // What came with the name is not part of it; only its letters were taken.
    assert_eq!(computer.json(&["show", file, "--json"])["partnership"], "[2J 31mGlenside");
    let sentence = computer.refuses(&["show", "no\u{1b}[31msuch\u{9b}file"]);
    assert!(!sentence.trim_end().contains(char::is_control), "{sentence:?}");
}

#[test]
fn check_counts_the_framework() {
    let counts = "7 stages, 36 features (5 3 3 3 6 9 7), 9 assumptions, 9 risks, 6 influencing factors with 13 findings, \
                  9 improvement points, 3 successful approaches";
    let computer = Computer::new();
    assert!(computer.prints(&["check"]).contains(counts));
    let file = format!("{}/content/effective-partnerships.ron", env!("CARGO_MANIFEST_DIR"));
    for arguments in [["check", &file, ""], ["check", "--framework", &file]] {
        let arguments: Vec<&str> = arguments.into_iter().filter(|argument| !argument.is_empty()).collect();
        assert!(computer.prints(&arguments).contains(counts));
    }
}

#[test]
fn check_names_every_problem_of_a_framework_with_its_place() {
    let computer = Computer::new();
    let file = format!("{}/content/effective-partnerships.ron", env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(file).unwrap();
    let broken = text.replacen("label: \"Funding\"", "lable: \"Funding\"", 1);
    let broken = broken.replacen("id: \"I2\"", "id: \"I1\"", 1);
    let ran = computer.runs(&["check", &computer.file("local.ron", &broken)]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.lines().filter(|line| line.contains("line ")).count() >= 2, "{}", ran.err);
    assert!(ran.err.contains("lable"), "{}", ran.err);
    let broken = broken.replacen("stages: [", "stages: ]", 1);
    let ran = computer.runs(&["check", &computer.file("local.ron", &broken)]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("framework file") && ran.err.contains("line "), "{}", ran.err);
}

#[test]
fn check_counts_the_states_of_a_session() {
    let computer = Computer::new();
    let checked = computer.prints(&["check", &sample()]);
    assert!(checked.contains("no problems"), "{checked}");
    assert!(checked.contains("Riverside Partnership, 2026-05-20: 35 of 36 features decided"), "{checked}");
    assert!(checked.contains("blind spot") && checked.contains("contested"), "{checked}");
}

#[test]
fn a_file_that_is_no_session_is_named_with_its_place_and_left_alone() {
    let computer = Computer::new();
    let good = fs::read_to_string(computer.new_session(&["--partnership", "Glenside"])).unwrap();
    let cases = [
        ("empty.ron", String::new(), "empty"),
        ("letter.ron", "Dear all,\n".into(), "not a Plenary session"),
        ("cut.ron", good[..good.len() / 2].into(), "line "),
        ("comma.ron", good.replacen(&format!("format: {FORMAT},"), &format!("format: {FORMAT}"), 1), "line "),
        ("newer.ron", newer(&good, 7), "newer Plenary"),
    ];
    for (name, text, words) in cases {
        let file = computer.file(name, &text);
        for command in ["show", "check"] {
            let sentence = computer.refuses(&[command, &file]);
            assert!(sentence.contains(name) && sentence.contains(words), "{sentence}");
        }
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
    for command in ["show", "check"] {
        let sentence = computer.refuses(&[command, "no-such-file.ron"]);
        assert!(sentence.contains("no-such-file.ron"), "{sentence}");
        let sentence = computer.refuses(&[command, computer.home().to_str().unwrap()]);
        assert!(sentence.contains("folder"), "{sentence}");
    }
}

#[test]
fn a_session_of_another_framework_asks_for_that_framework() {
    let computer = Computer::new();
    let local = format!("{}/tests/fixtures/two-stages.ron", env!("CARGO_MANIFEST_DIR"));
    let file = computer.new_session(&["--framework", &local, "--partnership", "Glenside"]);
    let file = file.to_str().unwrap();
    let sentence = computer.refuses(&["show", file]);
    assert!(sentence.contains("--framework FILE") && sentence.contains("effective-partnerships"), "{sentence}");
    let shown = computer.json(&["show", file, "--json", "--framework", &local]);
    assert_ne!(shown["features"].as_array().unwrap().len(), 36);
}

#[test]
fn where_says_where_everything_is_and_makes_nothing() {
    let computer = Computer::new();
    let places = computer.prints(&["where"]);
    for part in ["sessions", "state", "settings.ron"] {
        assert!(places.contains(computer.home().join(part).to_str().unwrap()), "{places}");
    }
    assert_eq!(fs::read_dir(computer.home()).unwrap().count(), 0);
}

#[test]
fn where_tells_what_was_noticed_of_a_place() {
    let computer = Computer::new();
    let noted = store::NotedLimits {
        folder: "/media/share/team".into(),
        limits: store::Limits { unconfirmed: true, ..store::Limits::default() },
        noticed: "2026-03-12T14:32:00Z".parse().unwrap(),
    };
    let home = store::Home::at(computer.home().to_owned(), true);
    store::note_limits(&store::RealFiles, &home, noted).unwrap();
    let places = computer.prints(&["where"]);
    assert_eq!(
        places.lines().last().unwrap(),
        "Limits        /media/share/team does not confirm writes: the work is saved there, but a power cut could take \
         the last of it. (noticed 12 March 2026)"
    );
}

#[test]
fn home_may_be_chosen_by_option_or_variable_and_the_option_wins() {
    let computer = Computer::new();
    let stick = computer.home().join("stick");
    let file = computer.new_session(&["--home", stick.to_str().unwrap(), "--partnership", "Glenside"]);
    assert!(file.starts_with(stick.join("sessions")), "{}", file.display());
    let sentence = computer.refuses(&["list", "--home", &computer.file("taken", "")]);
    assert!(sentence.contains("a file, not a folder"), "{sentence}");
}

#[test]
#[cfg(unix)]
fn only_this_account_can_read_what_is_kept() {
    use std::os::unix::fs::PermissionsExt;
    let computer = Computer::new();
    let stick = computer.home().join("stick");
    let file = computer.new_session(&["--home", stick.to_str().unwrap()]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&stick), mode(&stick.join("sessions")), mode(&file)), (0o700, 0o700, 0o600));
}

#[test]
fn what_needs_a_terminal_says_so_and_makes_nothing() {
    let computer = Computer::new();
    let commands: [&[&str]; 4] = [&[], &["new", "--partnership", "Glenside"], &["demo"], &["open", &sample()]];
    for arguments in commands {
        let ran = computer.runs(arguments);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.lines().count()), (2, "", 1), "{}", ran.err);
        assert!(ran.err.contains("needs a terminal"), "{}", ran.err);
    }
    assert_eq!(fs::read_dir(computer.home()).unwrap().count(), 0);
}

#[test]
fn what_cannot_be_meant_gets_one_sentence_and_code_2() {
    let computer = Computer::new();
    let cases: [(&[&str], &str); 6] = [
        (&["rate"], "unrecognized subcommand 'rate'"),
        (&["show"], "<FILE>"),
        (&["list", "--xml"], "--xml"),
        (&["--theme", "neon", "list"], "write one of daylight, dusk, high-contrast, rag-safe, 16, mono"),
        (&["--color", "lots", "list"], "write never, 16 or 256"),
        (&["new", "--date"], "--date"),
    ];
    for (arguments, words) in cases {
        let sentence = computer.refuses(arguments);
        assert!(sentence.contains(words) && sentence.contains("plenary --help"), "{sentence}");
        assert_eq!(computer.runs(arguments).code, 2);
    }
}

#[test]
fn help_and_version_are_answers_not_errors() {
    let computer = Computer::new();
    let help = computer.prints(&["--help"]);
    for command in ["new", "open", "demo", "list", "show", "check", "where", "completions", "man"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
        assert!(computer.prints(&[command, "--help"]).contains("Usage: plenary "), "{command}");
    }
    assert_eq!(computer.prints(&["--version"]), format!("plenary {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
#[cfg(unix)]
fn a_reader_that_has_read_enough_is_no_error() {
    let computer = Computer::new();
    let shell = "\"$0\" show \"$1\" --json | head -n 1; \"$0\" show \"$1\" >&-";
    let mut command = std::process::Command::new("/bin/sh");
    command.args(["-c", shell, env!("CARGO_BIN_EXE_plenary"), &sample()]).env("PLENARY_HOME", computer.home());
    let output = command.output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "{\n");
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(err.lines().count() <= 1 && !err.contains("panicked"), "{err}");
}

/// A session that was changed and saved three times, with a backup of each version.
fn with_backups(computer: &Computer) -> PathBuf {
    let file = computer.new_session(&["--partnership", "Glenside CPP", "--date", "2026-03-12"]);
    let home = store::Home::find(Some(computer.home())).unwrap();
    for (day, venue) in [(10, "Town hall"), (11, "Library"), (12, "School")] {
        let now = format!("2026-03-{day}T14:32:00Z").parse().unwrap();
        let mut opened = store::open_to_edit(&store::RealFiles, &home, &file, now).unwrap();
        opened.session.about.venue = venue.into();
        opened.session.rev += 1;
        let framework = plenary::framework::Framework::built_in().unwrap();
        store::save(&store::RealFiles, &file, &opened.session, &framework, now).unwrap();
    }
    file
}

#[test]
fn backups_lists_earlier_versions_the_newest_first() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let list = computer.prints(&["backups", name]);
    let lines: Vec<&str> = list.lines().collect();
    assert_eq!(lines.len(), 3, "{list}");
    assert!(lines[0].starts_with("  1  2026-03-11 14:32   0 of 36  backup           /"), "{list}");
    let json = computer.json(&["backups", name, "--json"]);
    assert_eq!((&json[1]["number"], &json[1]["kind"]), (&Value::from(2), &Value::from("backup")));
    let none = computer.home().join("none.ron");
    assert!(computer.prints(&["backups", none.to_str().unwrap()]).starts_with("No earlier versions of /"));
}

#[test]
fn restore_brings_an_earlier_version_back_and_keeps_the_present_one() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let venue = || store::open(&file).unwrap().session.about.venue;
    assert_eq!(venue(), "School");
    let said = computer.prints(&["restore", name]);
    assert!(
        said.contains("is now the version of 2026-03-11 14:32 (0 of 36).\nThe version before is kept: /"),
        "{said}"
    );
    assert_eq!(venue(), "Library");
    // Back again, by its number, and by its file.
    computer.prints(&["restore", name, "1"]);
    assert_eq!(venue(), "School");
    let path = computer.json(&["backups", name, "--json"])[0]["file"].as_str().unwrap().to_owned();
    computer.prints(&["restore", name, &path]);
    for (version, words) in
        [("9", "no such earlier version"), ("0", "no such earlier version"), ("none.ron", "none.ron")]
    {
        assert!(computer.refuses(&["restore", name, version]).contains(words), "{version}");
    }
}

#[test]
fn a_damaged_or_lost_file_says_that_there_are_earlier_versions_and_is_restored() {
    for damage in ["cut short", "gone"] {
        let computer = Computer::new();
        let file = with_backups(&computer);
        let name = file.to_str().unwrap();
        let whole = fs::read(&file).unwrap();
        if damage == "gone" {
            fs::remove_file(&file).unwrap();
        } else {
            fs::write(&file, &whole[..whole.len() / 2]).unwrap();
        }
        assert_eq!(computer.prints(&["backups", name]).lines().count(), 3, "{damage}");
        computer.prints(&["restore", name, "newest"]);
        assert_eq!(store::open(&file).unwrap().session.about.venue, "Library", "{damage}");
    }
}

#[test]
fn delete_without_a_terminal_needs_to_be_told_and_takes_every_copy() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let refused = computer.runs(&["delete", name]);
    assert_eq!((refused.code, refused.out.as_str()), (2, ""));
    assert!(refused.err.contains("--yes") && file.exists(), "{}", refused.err);
    let said = computer.prints(&["delete", name, "--yes"]);
    assert!(said.lines().count() > 4 && said.contains("Exports, e-mails, printouts"), "{said}");
    assert!(!file.exists());
    let state = computer.home().join("state");
    let mut left = Vec::new();
    let mut folders = vec![state];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { folders.push(path) } else { left.push(path) }
        }
    }
    assert_eq!(left, Vec::<PathBuf>::new());
    assert!(computer.refuses(&["delete", name, "--yes"]).contains("is no session file"));
}

#[test]
fn deleting_a_cloud_drive_s_copy_keeps_the_session_and_says_what_stays() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let earlier = computer.prints(&["backups", name]);
    let copy = file.with_file_name(format!("{} (1).ron", file.file_stem().unwrap().to_str().unwrap()));
    fs::copy(&file, &copy).unwrap();
    let said = computer.prints(&["delete", copy.to_str().unwrap(), "--yes"]);
    assert!(said.starts_with(&format!("Deleted  {}\n", copy.display())), "{said}");
    assert!(said.contains(&format!("Stays    {name}: another file of this session\n")), "{said}");
    assert!(said.contains(" earlier versions, which are also those of "), "{said}");
    assert_eq!((computer.prints(&["backups", name]), copy.exists(), file.exists()), (earlier, false, true));
}

#[test]
fn what_is_no_session_or_only_leads_to_one_is_not_deleted() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let id = store::read_head(&file).unwrap().id;
    for (name, text) in [("minutes.txt", format!("the session with id: \"{id}\"")), ("thesis.docx", "mine".into())] {
        let path = computer.home().join(name);
        fs::write(&path, text).unwrap();
        let sentence = computer.refuses(&["delete", name, "--yes"]);
        assert!(sentence.starts_with("Nothing was deleted, because only a session is deleted here."), "{sentence}");
        assert!(path.exists());
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&file, computer.home().join("link.ron")).unwrap();
        let sentence = computer.refuses(&["delete", "link.ron", "--yes"]);
        assert!(sentence.contains("is only a link; the session itself is "), "{sentence}");
    }
    assert!(file.exists());
    assert_eq!(computer.prints(&["backups", file.to_str().unwrap()]).lines().count(), 3);
}

#[test]
fn what_another_program_has_open_is_neither_restored_nor_deleted() {
    let computer = Computer::new();
    let file = with_backups(&computer);
    let name = file.to_str().unwrap();
    let home = store::Home::find(Some(computer.home())).unwrap();
    let taken = store::Lock::take(&store::RealFiles, &home, &file, jiff::Timestamp::now());
    assert!(matches!(taken, store::Taken::Held(_)));
    for command in [&["restore", name][..], &["delete", name, "--yes"]] {
        let sentence = computer.refuses(command);
        assert!(sentence.contains("is open in another Plenary (process ") && sentence.contains("close it there first"));
    }
    drop(taken);
    computer.prints(&["restore", name]);
}

#[test]
fn nothing_hostile_in_a_session_reaches_the_terminal() {
    use crate::app::hostile::{HOSTILE, hostile_session};
    let computer = Computer::new();
    let framework = plenary::framework::Framework::built_in().unwrap();
    let home = store::Home::find(Some(computer.home())).unwrap();
    let now = jiff::Timestamp::now();
    let file = store::create(&store::RealFiles, &home, &hostile_session(&framework), &framework, now).unwrap();
    let name = file.to_str().unwrap();
    let commands = [&["show", name][..], &["show", name, "--json"], &["list"], &["list", "--json"], &["check", name]];
    for command in commands {
        let said = computer.prints(command);
        let found = said.chars().find(|letter| *letter != '\n' && plenary::clean::is_unsafe(*letter));
        assert_eq!(found, None, "plenary {command:?}");
        assert!(said.contains("wog"), "plenary {command:?} says nothing: {said}");
    }
    // What is made safe for the eye is whole for programs.
    assert_eq!(computer.json(&["show", name, "--json"])["partnership"], HOSTILE);
}
