//! The rooms of the house and who may know whom, read from the source itself.
//!
//! Each law is a function from source text to complaints, so that the laws themselves are tested on made-up sources.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The rooms that a room may use, besides itself.
const MAY_USE: [(&str, &[&str]); 14] = [
    ("clean", &[]),
    ("encoding", &[]),
    ("framework", &[]),
    ("session", &["framework"]),
    ("analysis", &["framework", "session"]),
    ("store", &["framework", "session"]),
    ("words", &["framework", "session", "analysis"]),
    ("report", &["framework", "session", "analysis", "words"]),
    ("app", &["framework", "session", "analysis", "words", "report"]),
    ("view", &["framework", "session", "analysis", "words", "report", "app"]),
    ("ui", &["framework", "session", "analysis", "words", "report", "app", "view"]),
    ("plain", &["framework", "session", "analysis", "words", "report", "app", "view"]),
    ("terminal", &["framework", "session", "analysis", "store", "words", "report", "app", "view", "ui", "plain"]),
    ("cli", &["framework", "session", "analysis", "store", "words", "report", "app", "view", "ui", "terminal"]),
];

const CLOCKS: &[&str] = &["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"];
const SCREENS: &[&str] = &["ratatui", "crossterm", "tui_big_text"];
const FILES: &[&str] = &["std::fs", "std::io", "std::env", "std::process", "fs::read", "fs::write", "File::open"];

/// The file that may use `std::io`, because the container that it makes is written by its traits, into memory.
const IN_MEMORY: &str = "report/docx/mod.rs";

/// What the text of a room must not hold, whoever writes it.
fn forbidden(room: &str) -> Vec<&'static str> {
    let mut words = vec!["std::net", "TcpStream", "UdpSocket", "#[allow("];
    if ["clean", "encoding", "framework", "session", "analysis", "words", "report", "view", "plain"].contains(&room) {
        words.extend(SCREENS);
    }
    if ["clean", "encoding", "framework", "session", "analysis", "words", "report", "app", "view", "ui", "plain"]
        .contains(&room)
    {
        words.extend(CLOCKS);
        words.extend(FILES);
        words.push("std::thread");
    }
    if room == "store" {
        words.extend(SCREENS);
    }
    words
}

/// The files that may name the standard streams: the door for text, which cleans it; the door of the screen; and the
/// watch for a terminal that is gone, and what reads its keys, which write nothing.
const DOORS: &[&str] = &["terminal/print.rs", "terminal/terminal_guard.rs", "terminal/signals.rs", "terminal/input.rs"];

/// What writes past those doors.
const PAST_THE_DOORS: &[&str] = &[
    "io::stdout",
    "io::stderr",
    "Stdout",
    "Stderr",
    "{stdout",
    " stdout,",
    "{stderr",
    " stderr,",
    "print!(",
    "println!(",
    "dbg!(",
    "error.exit(",
    "error.print(",
    "/dev/stdout",
];

/// Crates that open connections; none may come in, not even through another.
const NETWORK: &[&str] = &[
    "hyper",
    "reqwest",
    "ureq",
    "curl",
    "isahc",
    "tokio",
    "async-std",
    "smol",
    "mio-net",
    "rustls",
    "native-tls",
    "openssl",
    "socket2",
    "tungstenite",
    "quinn",
    "trust-dns-resolver",
    "hickory-resolver",
    "surf",
    "attohttpc",
    "minreq",
    "h2",
];

/// The longest file, in lines.
const LONGEST: usize = 400;

/// What still stands in two rooms; this list only gets shorter.
const STILL_TWICE: &[&str] = &[
    "IMPACT: how much does it matter?",
    "IMPACT: how much would it matter?",
    "Is it happening here?",
    "LIKELIHOOD: how likely is it here?",
    "NOT RELEVANT HERE",
];

/// How many sentences, or parts of one, still stand in layers that are to say nothing themselves: their place is
/// `words`. These numbers only fall; errors and the reasons of lints are not counted.
const STILL_OUTSIDE: &[(&str, usize)] =
    &[("session", 18), ("analysis", 48), ("report", 174), ("ui", 94), ("plain", 125)];

/// One file of the source: its room (empty for `lib.rs` and `main.rs`), its path and its text.
struct Source {
    room: String,
    path: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn sources() -> Vec<Source> {
    let mut found = Vec::new();
    walk(&root().join("src"), &mut found);
    assert!(found.len() > 40, "only {} files under src", found.len());
    found
}

fn walk(folder: &Path, found: &mut Vec<Source>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let inside = path.strip_prefix(root().join("src")).unwrap().to_string_lossy().replace('\\', "/");
            let room = inside.split(['/', '.']).next().unwrap().to_owned();
            let room = if room == "lib" || room == "main" { String::new() } else { room };
            found.push(Source { room, path: inside, text: std::fs::read_to_string(&path).unwrap() });
        }
    }
}

/// The code of a file: no comments, no unit tests.
fn code(text: &str) -> String {
    let text = text.split_once("#[cfg(test)]\nmod tests {").map_or(text, |(code, _)| code);
    let lines = text.lines().map(|line| line.split("//").next().unwrap_or_default());
    lines.collect::<Vec<_>>().join("\n")
}

/// The rooms that code names: `crate::room`, also in `use crate::{one, other::Thing}`.
fn rooms_used(code: &str) -> Vec<String> {
    let flat: String = code.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut rooms = Vec::new();
    for part in flat.split("crate::").skip(1) {
        let named = match part.strip_prefix('{') {
            Some(group) => outer_names(group),
            None => vec![leading_name(part)],
        };
        rooms.extend(named);
    }
    rooms
}

/// The first names of a `{one::Thing, other::{A, B}}` group, after its opening brace.
fn outer_names(group: &str) -> Vec<String> {
    let (mut depth, mut names, mut part) = (1, Vec::new(), String::new());
    for letter in group.chars() {
        match letter {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && letter == ',') {
            names.extend(Some(leading_name(part.trim())).filter(|name| !name.is_empty()));
            part.clear();
        } else {
            part.push(letter);
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn leading_name(path: &str) -> String {
    path.chars().take_while(|letter| letter.is_ascii_lowercase() || *letter == '_').collect()
}

/// What is wrong with one file, each as a sentence.
fn complaints(source: &Source) -> Vec<String> {
    let Source { room, path, text } = source;
    let code = code(text);
    let mut wrong = Vec::new();
    if !room.is_empty() {
        match MAY_USE.iter().find(|(known, _)| known == room) {
            None => wrong.push(format!("{path}: no such room in tests/architecture.rs: {room}")),
            Some((_, allowed)) => {
                for used in rooms_used(&code) {
                    let is_room = MAY_USE.iter().any(|(known, _)| *known == used);
                    // Text that comes from outside, and text that may reach a terminal, is everybody's business.
                    let is_common = ["clean", "encoding"].contains(&used.as_str());
                    if is_room && used != *room && !is_common && !allowed.contains(&used.as_str()) {
                        wrong.push(format!("{path}: {room} must not know {used}"));
                    }
                }
            }
        }
        for word in forbidden(room) {
            let in_memory = word == "std::io" && path == IN_MEMORY;
            if code.contains(word) && !in_memory {
                wrong.push(format!("{path}: {room} must not use {word}"));
            }
        }
    }
    if !DOORS.contains(&path.as_str()) {
        for word in PAST_THE_DOORS.iter().filter(|word| code.contains(**word)) {
            wrong.push(format!("{path}: must not use {word}: what is printed goes through terminal::print"));
        }
    }
    // The one place in `app` that holds a widget: an editor's state is a widget in that library.
    if room == "app" {
        let drawing = |line: &&str| line.contains("ratatui") || line.contains("crossterm");
        for line in code.lines().filter(drawing) {
            let editor = line.starts_with("use ratatui_textarea::") || line.trim() == "use ratatui::style::Style;";
            if !(path == "app/text_field.rs" && editor) {
                wrong.push(format!("{path}: app must not draw: {}", line.trim()));
            }
        }
    }
    if text.lines().count() > LONGEST {
        wrong.push(format!("{path}: {} lines; a room of more than {LONGEST} is two", text.lines().count()));
    }
    if path != "main.rs" && !text.starts_with("//! ") {
        wrong.push(format!("{path}: does not open with what it is and what it must not do"));
    }
    wrong
}

/// The literals of a text, each with its line: what stands between quotes, in code and not in comments.
fn literals(text: &str) -> Vec<(usize, String)> {
    let text = text.split_once("#[cfg(test)]\nmod tests {").map_or(text, |(code, _)| code);
    let (mut found, mut line, mut rest) = (Vec::new(), 1, text);
    while let Some(letter) = rest.chars().next() {
        let taken = match letter {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            // A letter in single quotes, that a quote among them opens no literal.
            '\'' if rest.starts_with("'\"'") => 3,
            '\'' if rest.starts_with("'\\\"'") || rest.starts_with("'\\''") => 4,
            '"' => {
                let mut escaped = false;
                let end = rest[1..].find(|letter| {
                    let closes = letter == '"' && !escaped;
                    escaped = letter == '\\' && !escaped;
                    closes
                });
                let inside = &rest[1..=end.unwrap_or(rest.len() - 2)];
                let joined: Vec<&str> = inside
                    .split("\\\n")
                    .enumerate()
                    .map(|(place, part)| if place == 0 { part } else { part.trim_start() })
                    .collect();
                found.push((line, joined.concat()));
                inside.len() + 2
            }
            other => other.len_utf8(),
        };
        line += rest[..taken].matches('\n').count();
        rest = &rest[taken..];
    }
    found
}

/// Whether a literal is a sentence or a part of one: three words or more beside what is filled in.
fn is_telling(literal: &str) -> bool {
    let mut depth = 0_u32;
    let bare: String = literal
        .chars()
        .filter(|letter| {
            depth += u32::from(*letter == '{');
            let outside = depth == 0;
            depth -= u32::from(*letter == '}' && depth > 0);
            outside
        })
        .collect();
    bare.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count() > 2
}

/// The sentences in a file, each with its line.
fn telling(source: &Source) -> Vec<(usize, String)> {
    if source.path.contains("/tests") {
        return Vec::new();
    }
    let lines: Vec<&str> = source.text.lines().collect();
    // Why a lint is expected is said to whoever reads the code.
    let is_lint = |line: usize| lines[line - 1].contains("#[") || lines[line - 1].contains("reason = ");
    literals(&source.text).into_iter().filter(|(line, literal)| is_telling(literal) && !is_lint(*line)).collect()
}

/// What stands in two rooms word for word, each with where; it may where `// said twice:` and a reason stand above it.
fn told_twice(sources: &[Source]) -> Vec<(String, String)> {
    let mut places: BTreeMap<String, Vec<(&Source, usize)>> = BTreeMap::new();
    for source in sources {
        for (line, literal) in telling(source) {
            let above = source.text.lines().nth(line.saturating_sub(2)).unwrap_or_default().trim();
            if !above.starts_with("// said twice: ") {
                places.entry(literal).or_default().push((source, line));
            }
        }
    }
    places.retain(|_, all| all.iter().any(|(source, _)| source.room != all[0].0.room));
    let told = |(source, line): &(&Source, usize)| format!("{}:{line}", source.path);
    places.into_iter().map(|(literal, all)| (literal, all.iter().map(told).collect::<Vec<_>>().join(", "))).collect()
}

#[test]
fn sentences_outside_words_only_become_fewer() {
    let all = sources();
    for (room, most) in STILL_OUTSIDE {
        let found: usize = all.iter().filter(|source| source.room == *room).map(|source| telling(source).len()).sum();
        assert!(found <= *most, "{found} sentences stand in {room}, where at most {most} may: say new ones in words");
    }
}

#[test]
fn no_sentence_stands_in_two_rooms() {
    let twice = told_twice(&sources());
    let new = twice.iter().filter(|(literal, _)| !STILL_TWICE.contains(&literal.as_str()));
    let new: Vec<String> = new.map(|(literal, places)| format!("\"{literal}\": {places}")).collect();
    assert!(new.is_empty(), "say these once, in words:\n{}", new.join("\n"));
}

#[test]
fn every_room_knows_only_the_rooms_before_it() {
    let wrong: Vec<String> = sources().iter().flat_map(complaints).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_program_has_no_network_code_at_all() {
    let lock = std::fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let names: Vec<&str> = lock.lines().filter_map(|line| line.strip_prefix("name = \"")?.strip_suffix('"')).collect();
    assert!(names.len() > 50, "Cargo.lock was not understood");
    for name in names {
        assert!(!NETWORK.contains(&name), "{name} opens connections");
    }
}

#[test]
fn unsafe_code_and_panics_are_forbidden_for_every_room() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for lint in ["unsafe_code = \"forbid\"", "unwrap_used = \"deny\"", "expect_used = \"deny\"", "panic = \"deny\""] {
        assert!(manifest.contains(lint), "Cargo.toml lacks {lint}");
    }
}

#[test]
fn every_file_of_a_room_says_what_it_is() {
    for source in sources().iter().filter(|source| source.path != "main.rs") {
        let opening: Vec<&str> = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(opening[0].len() > 20, "{}: {}", source.path, opening[0]);
    }
}

mod the_laws_can_fail {
    use super::{Source, code, complaints, literals, rooms_used, told_twice};

    fn wrong(room: &str, path: &str, code: &str) -> Vec<String> {
        let text = format!("//! A room that is made up.\n{code}\n");
        complaints(&Source { room: room.into(), path: path.into(), text })
    }

    #[test]
    fn rooms_are_found_in_every_way_of_naming_them() {
        assert_eq!(rooms_used("use crate::app::App;"), ["app"]);
        assert_eq!(rooms_used("use crate::{\n  app::{App, Key},\n  ui,\n};\nuse x::y;"), ["app", "ui"]);
        assert_eq!(rooms_used("fn f(x: crate::store::Home) -> crate::ui::Hits {"), ["store", "ui"]);
        assert!(rooms_used("use super::App; use std::fmt;").is_empty());
    }

    #[test]
    fn comments_and_unit_tests_are_no_code() {
        let text = "// std::net\nlet a = 1; // ratatui\n#[cfg(test)]\nmod tests {\n use crate::ui;\n}\n";
        assert_eq!(code(text).trim(), "let a = 1;");
    }

    #[test]
    fn knowing_a_later_room_is_found() {
        for (room, later) in [
            ("framework", "session"),
            ("session", "analysis"),
            ("analysis", "app"),
            ("store", "app"),
            ("store", "analysis"),
            ("app", "ui"),
            ("app", "store"),
            ("ui", "terminal"),
            ("plain", "ui"),
            ("plain", "store"),
            ("terminal", "cli"),
        ] {
            let found = wrong(room, "x/made_up.rs", &format!("use crate::{later}::Thing;"));
            assert_eq!(found, [format!("x/made_up.rs: {room} must not know {later}")]);
        }
        assert!(wrong("ui", "ui/made_up.rs", "use crate::app::App;\nuse crate::ui::Canvas;").is_empty());
    }

    #[test]
    fn clocks_files_networks_and_screens_are_found() {
        for (room, line) in [
            ("session", "let now = jiff::Timestamp::now();"),
            ("framework", "use std::fs;"),
            ("analysis", "use ratatui::style::Style;"),
            ("app", "let now = Zoned::now();"),
            ("app", "use std::fs::read;"),
            ("ui", "std::time::SystemTime::now()"),
            ("plain", "use ratatui::style::Style;"),
            ("plain", "use std::io::Write;"),
            ("store", "use std::net::TcpStream;"),
            ("terminal", "#[allow(dead_code)]"),
        ] {
            assert!(!wrong(room, "x/made_up.rs", line).is_empty(), "{room}: {line}");
        }
    }

    #[test]
    fn printing_past_the_clean_writer_is_found() {
        for line in [
            "println!(\"{title}\");",
            "eprintln!(\"{error}\");",
            "let mut out = io::stdout().lock();",
            "write!(std::io::stderr(), \"{path}\")",
            "use std::io::{stdout, Write};",
            "use std::io::{Write, stderr, Read};",
            "let out: Stdout = open();",
            "error.exit()",
        ] {
            assert!(!wrong("cli", "cli/made_up.rs", line).is_empty(), "{line}");
            assert!(!wrong("terminal", "terminal/made_up.rs", line).is_empty(), "{line}");
        }
        assert!(wrong("terminal", "terminal/print.rs", "writeln!(io::stderr(), \"{clean}\")").is_empty());
        assert!(wrong("cli", "cli/made_up.rs", "writeln!(out, \"{title}\")?;").is_empty());
    }

    #[test]
    fn drawing_in_the_app_is_found_outside_the_text_field_and_in_it() {
        let style = "use ratatui::style::Style;";
        assert!(wrong("app", "app/text_field.rs", style).is_empty());
        assert_eq!(wrong("app", "app/rate.rs", style).len(), 1);
        assert_eq!(wrong("app", "app/text_field.rs", "use ratatui::Frame;").len(), 1);
    }

    #[test]
    fn long_unexplained_and_unknown_rooms_are_found() {
        assert_eq!(wrong("ui", "ui/long.rs", &"\n".repeat(400)).len(), 1);
        assert_eq!(wrong("cellar", "cellar/made_up.rs", "").len(), 1);
        let bare = Source { room: "ui".into(), path: "ui/bare.rs".into(), text: "use std::fmt;\n".into() };
        assert_eq!(complaints(&bare).len(), 1);
    }

    #[test]
    fn literals_are_found_with_their_lines() {
        let text =
            "// \"no\"\nlet a = '\"';\nlet b = \"one \\\"two\\\" \\\n      three\"; // \"no\"\n let c = \"{x}\";\n";
        assert_eq!(literals(text), [(3, "one \\\"two\\\" three".to_owned()), (5, "{x}".to_owned())]);
    }

    #[test]
    fn a_sentence_in_two_rooms_is_found_unless_a_reason_stands_above_it() {
        let source =
            |room: &str, text: &str| Source { room: room.into(), path: format!("{room}/a.rs"), text: text.into() };
        let twice = |one: &str, other: &str| told_twice(&[source("ui", one), source("plain", other)]).len();
        let said = "let a = \"Nothing is saved {here}\";";
        assert_eq!(twice(said, said), 1);
        assert_eq!(twice(said, "let a = \"Nothing is lost {here}\";"), 0);
        assert_eq!(twice("let a = \"two {such} words\";", "let a = \"two {such} words\";"), 0);
        assert_eq!(twice(said, &format!("// said twice: a file holds it\n{said}")), 0);
        assert_eq!(twice(said, &format!("// {said}")), 0);
        assert_eq!(told_twice(&[source("ui", &format!("{said}\n{said}"))]).len(), 0);
    }
}
