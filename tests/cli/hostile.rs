//! Whatever a file, a name, an argument or a variable says: no command prints anything that a terminal obeys, and
//! what is printed for programs reads back as it was.

use crate::app::hostile::HOSTILE;
use crate::cli::Computer;
use crate::support::full::full;
use plenary::clean::is_clean;
use plenary::framework::Framework;
use plenary::session::Session;
use plenary::store::{self, Head};
use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};

/// The texts of a session that somebody wrote, by the names of their fields.
const TEXTS: [&str; 20] = [
    "partnership",
    "purpose",
    "venue",
    "facilitator",
    "table",
    "note",
    "private_note",
    "text",
    "dissent",
    "attributed_to",
    "low_view",
    "high_view",
    "what",
    "owner",
    "support",
    "measure",
    "name",
    "sector",
    "organisation",
    "role",
];

/// Puts what a terminal would obey, and a line that pretends to be one of Plenary's, into every text.
fn poison(value: &mut Value, text: &str) {
    match value {
        Value::Array(all) => all.iter_mut().for_each(|one| poison(one, text)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(said) if TEXTS.contains(&name.as_str()) => text.clone_into(said),
                    other => poison(other, text),
                }
            }
        }
        _ => {}
    }
}

/// The sample room in which every text is this one.
fn poisoned(text: &str) -> Session {
    let mut value = serde_json::to_value(full()).unwrap();
    poison(&mut value, text);
    serde_json::from_value(value).unwrap()
}

fn forged() -> String {
    format!("{HOSTILE}\nFORGED: all is well\n{HOSTILE}")
}

fn write(file: &Path, session: &Session) -> String {
    let framework = Framework::built_in().unwrap();
    let head = Head::of(session, &framework, "2026-03-12T16:00:00Z".parse().unwrap());
    fs::write(file, store::encode(session, &head).unwrap()).unwrap();
    file.to_str().unwrap().to_owned()
}

/// A name that a file system takes and a terminal must not.
fn hostile_name(ending: &str) -> String {
    format!("a\u{1b}]52;c;QQ\u{7}\u{9b}2J\u{202e}b\nc{ending}")
}

/// What must hold of everything that is printed.
fn judge(what: &str, printed: &str) {
    let odd = printed.split('\n').find(|line| !is_clean(line));
    assert_eq!(odd, None, "{what} printed {odd:?}");
    assert!(!printed.contains("\nFORGED") && !printed.starts_with("FORGED"), "{what} printed {printed}");
}

#[cfg(unix)]
#[test]
fn no_command_prints_what_a_terminal_obeys() {
    let computer = Computer::new();
    let folder = computer.home().join(format!("f{}", hostile_name("")));
    fs::create_dir(&folder).unwrap();
    let at = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let session = poisoned(&forged());
    let file = write(&folder.join(hostile_name(".ron")), &session);
    let mut later = session.clone();
    (later.id, later.rev) = ("00112233445566aa".into(), 99);
    let other = write(&folder.join("other.ron"), &later);
    let damaged = at("damaged\u{1b}[2J.ron");
    fs::write(&damaged, format!("(format: 1, \u{1b}{HOSTILE}: 3)")).unwrap();
    let framework = at("framework\u{7}.ron");
    fs::write(&framework, format!("(id: \"x\", \"\u{1b}]0;x\u{7}\u{202e}\": {HOSTILE})\nstages: [")).unwrap();
    let votes = at("votes\u{9b}.csv");
    fs::write(&votes, format!("sector,I1\n\"{HOSTILE}\",4\n")).unwrap();
    let odd_votes = at("odd.csv");
    fs::write(&odd_votes, format!("sector,\"{HOSTILE}\"\n,4\n")).unwrap();
    let (folder_arg, missing) = (folder.to_str().unwrap(), at("gone\u{1b}[31m.ron"));
    let (report, md, merged, tables) = (at("r\u{7}.html"), at("r.md"), at("m.ron"), at("tables\u{202e}"));
    for path in [&report, &tables] {
        assert!(!Path::new(path).exists());
    }
    let commands: Vec<Vec<&str>> = vec![
        vec!["show", &file],
        vec!["show", &file, "--json"],
        vec!["show", &damaged],
        vec!["show", &missing],
        vec!["list", folder_arg],
        vec!["list", folder_arg, "--json"],
        vec!["list", &missing],
        vec!["list"],
        vec!["check", &file],
        vec!["check", &damaged],
        vec!["check", &framework],
        vec!["check", &missing],
        vec!["show", &file, "--framework", &framework],
        vec!["show", &file, "--framework", &missing],
        vec!["compare", &file, &other],
        vec!["compare", &file, &other, "--json"],
        vec!["compare", &file, &damaged],
        vec!["merge", &file, &other, "-o", &merged],
        vec!["merge", &file, &other, "-o", &merged],
        vec!["merge", &file, &damaged, "-o", &merged],
        vec!["merge", "\u{1b}[31m\u{202e}=x", &file, "-o", &merged],
        vec!["portfolio", folder_arg],
        vec!["portfolio", folder_arg, "--json"],
        vec!["portfolio", folder_arg, "--report", &report],
        vec!["tables", folder_arg, "-o", &tables],
        vec!["tables", folder_arg, "-o", folder_arg],
        vec!["report", &file, "-o", &md],
        vec!["report", &file, "-o", &md],
        vec!["report", &file, "-o", &report],
        vec!["report", &file, "--format", "html,\u{1b}[31m"],
        vec!["report", &other, "--compared-with", &file, "-o", folder_arg, "--format", "md"],
        vec!["print", "ballots"],
        vec!["print", "handout", "-o", &file],
        vec!["import-votes", &file, &votes],
        vec!["import-votes", &file, &odd_votes],
        vec!["backups", &file],
        vec!["backups", &file, "--json"],
        vec!["restore", &file, &missing],
        vec!["restore", &file, "77"],
        vec!["new", "--no-open", "--partnership", HOSTILE, "--purpose", HOSTILE],
        vec!["new", "--no-open", "--from", &damaged],
        vec!["new", "--no-open", "--people", "\u{1b}[31m=3"],
        vec!["new", "--date", "\u{1b}[31m\u{9b}"],
        vec!["--home", &file, "where"],
        vec!["--home", folder_arg, "where"],
        vec!["--home", folder_arg, "new", "--no-open"],
        vec!["--home", folder_arg, "list"],
        vec!["--home", &missing, "list"],
        vec!["\u{1b}[31m\u{202e}"],
        vec!["--\u{1b}]0;x\u{7}"],
        vec!["man", "\u{1b}[31m"],
        vec!["man"],
        vec!["completions", "\u{1b}[31m"],
        vec!["--theme", "\u{1b}[31m", "list"],
        vec!["--help"],
        vec!["open", &damaged],
        vec!["--plain", "open", &file],
        vec!["--plain", "open", &missing],
        vec!["delete", &missing, "--yes"],
        vec!["delete", &file],
        vec!["delete", &file, "--yes"],
    ];
    for arguments in &commands {
        let ran = computer.runs(arguments);
        let what = format!("plenary {arguments:?}");
        judge(&what, &ran.out);
        judge(&what, &ran.err);
        assert!(!ran.out.is_empty() || !ran.err.is_empty(), "{what} said nothing");
    }
}

#[cfg(unix)]
#[test]
fn names_that_are_no_text_and_arguments_that_are_none_are_said_as_well() {
    use std::os::unix::ffi::OsStrExt;
    let computer = Computer::new();
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9\x9b2J\x1b.ron");
    let file = computer.home().join(name);
    write(&computer.home().join("x.ron"), &full());
    fs::rename(computer.home().join("x.ron"), &file).unwrap();
    for arguments in [&["show"][..], &["check"], &["backups"], &["new", "--partnership"], &["delete", "--yes"]] {
        let output = computer.command(arguments).arg(&file).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        let (out, err) = (text(output.stdout), text(output.stderr));
        judge(&format!("{arguments:?}"), &out);
        judge(&format!("{arguments:?}"), &err);
        assert!(!out.is_empty() || !err.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_programs_read_is_as_it_was_kept() {
    let computer = Computer::new();
    let file = write(&computer.home().join("a.ron"), &poisoned(HOSTILE));
    let shown: Value = serde_json::from_str(&computer.prints(&["show", &file, "--json"])).unwrap();
    assert_eq!(shown["partnership"], HOSTILE);
    let note = |feature: &Value| feature["note"] == HOSTILE;
    assert!(shown["features"].as_array().unwrap().iter().any(note));
    let listed = computer.prints(&["list", computer.home().to_str().unwrap(), "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&listed).unwrap()[0]["partnership"], HOSTILE);
}

/// A sector's name with sequences in it, in the line that says how many people there are.
#[test]
fn the_names_of_sectors_are_cleaned_in_every_line_that_tells_them() {
    let computer = Computer::new();
    let mut first = full();
    first.register.groups[0].sector = "\u{1b}]52;c;cm0=\u{7}\u{1b}[2J\u{9b}31m\u{202e}x\nFORGED".into();
    let mut second = first.clone();
    second.id = "00112233445566aa".into();
    let (first, second) =
        (write(&computer.home().join("a.ron"), &first), write(&computer.home().join("b.ron"), &second));
    let merged = computer.home().join("m.ron");
    for arguments in [vec!["show", &first], vec!["merge", &first, &second, "-o", merged.to_str().unwrap()]] {
        let ran = computer.runs(&arguments);
        assert_eq!(ran.code, 0, "{}", ran.err);
        judge(&format!("{arguments:?}"), &ran.out);
        assert!(ran.out.contains("\u{fffd}]52;c;cm0=\u{fffd}"), "{}", ran.out);
    }
}

/// As pasted from a web page, a document and a chat.
const PASTED: &str = "co\u{ad}op meet\u{200b}ing 🏴󠁧󠁢󠁳󠁣󠁴󠁿 نمی‌خواهم ক‍্ষ 👨‍👩‍👧 \u{2068}Aisha\u{2069}\u{feff}";
const MEANT: &str = "coop meeting 🏴󠁧󠁢󠁳󠁣󠁴󠁿 نمی‌خواهم ক‍্ষ 👨‍👩‍👧 Aisha";

#[test]
fn what_people_paste_is_taken_and_reported_as_they_meant_it() {
    let computer = Computer::new();
    let file: PathBuf = computer.new_session(&["--partnership", PASTED]);
    let path = file.to_str().unwrap();
    let lines = format!(".\nI1\n4\nn {PASTED}\nquit\ny\n");
    let output = computer.command(&["--plain", "open", path]).write_stdin(lines).output().unwrap();
    assert!(output.status.success());
    let session = store::open(&file).unwrap().session;
    assert_eq!((session.about.partnership.as_str(), session.answer(&"I1".into()).note.as_str()), (MEANT, MEANT));
    assert!(computer.prints(&["show", path]).contains(&format!("What was said: {MEANT}")));
    for format in ["md", "html", "csv", "json"] {
        let out = computer.home().join(format!("r.{format}"));
        let ran = computer.runs(&["report", path, "--format", format, "-o", out.to_str().unwrap()]);
        assert!(ran.code == 0 && ran.err.contains("perhaps a name, Aisha"), "{}", ran.err);
        let mut paper = fs::read_to_string(&out).unwrap();
        if format == "json" {
            // Its escapes are letters for programs.
            let json: Value = serde_json::from_str(&paper).unwrap();
            paper = json["partnership"].as_str().unwrap().to_owned();
        }
        assert!(paper.contains(MEANT) && !paper.contains('\u{fffd}'), "{format}");
    }
    // A file of an earlier version, in which all of it was kept as it came.
    let mut earlier = session;
    PASTED.clone_into(&mut earlier.about.partnership);
    write(&file, &earlier);
    assert!(computer.prints(&["show", path]).starts_with(MEANT));
    let out = computer.home().join("again.md");
    assert_eq!(computer.runs(&["report", path, "--format", "md", "-o", out.to_str().unwrap()]).code, 0);
    let paper = fs::read_to_string(&out).unwrap();
    assert!(paper.contains(MEANT) && !paper.contains('\u{fffd}'));
}

#[test]
fn every_text_of_the_command_line_is_taken_as_it_was_meant() {
    let computer = Computer::new();
    let file = computer.new_session(&[
        "--partnership",
        PASTED,
        "--purpose",
        PASTED,
        "--venue",
        PASTED,
        "--facilitator",
        PASTED,
        "--table",
        PASTED,
    ]);
    let about = store::open(&file).unwrap().session.about;
    for text in [&about.partnership, &about.purpose, &about.venue, &about.facilitator, &about.table] {
        assert_eq!(text, MEANT);
    }
    // So is the name of a file after which a table is called.
    let (one, other) = (computer.home().join("Bl\u{200b}ue.ron"), computer.home().join("Green.ron"));
    for file in [&one, &other] {
        fs::copy(computer.new_session(&["--partnership", "Glenside"]), file).unwrap();
    }
    let out = computer.home().join("merged.ron");
    let [one_path, other_path, out] = [&one, &other, &out].map(|path| path.to_str().unwrap());
    computer.prints(&["merge", one_path, other_path, "-o", out, "--papers-went-out", "no"]);
    assert_eq!(store::open(&one).unwrap().session.about.table, "Blue");
    // A name that is empty, as of a variable that is not set, is no file and no folder.
    for arguments in
        [&["show", ""][..], &["--plain", "open", ""], &["print", "ballots", "-o", ""], &["--home", "", "list"]]
    {
        let ran = computer.runs(arguments);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{arguments:?} {}", ran.err);
        assert!(ran.err.contains("nothing stands there; write the path of a file or folder"), "{}", ran.err);
    }
}
