//! The modules and which may use which, read from the source itself.
//!
//! Each law is a function from source text to complaints, so that the laws themselves are tested on made-up sources.

mod circles;
mod imports;
pub(super) mod tokens;

use circles::circles;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use tokens::{Token, code, tokens};

/// The modules that a module may use, besides itself and what is everybody's: what is said in the room's language, text
/// that comes from outside, documents, and text that may reach a terminal.
const MAY_USE: [(&str, &[&str]); 18] = [
    ("catalogue", &[]),
    ("clean", &[]),
    ("document", &[]),
    ("manual", &[]),
    ("encoding", &[]),
    ("framework", &[]),
    ("session", &["framework"]),
    ("store", &["framework", "session"]),
    ("analysis", &["framework", "session"]),
    ("words", &["framework", "session", "analysis"]),
    ("report", &["framework", "session", "analysis", "words"]),
    ("import", &["framework", "session", "words"]),
    ("app", &["framework", "session", "analysis", "words", "report", "import"]),
    ("view", &["framework", "session", "analysis", "words", "report", "app"]),
    ("ui", &["framework", "analysis", "words", "app", "view"]),
    ("plain", &["analysis", "words", "app", "view"]),
    ("terminal", &["framework", "session", "store", "words", "report", "import", "app", "view", "ui", "plain"]),
    ("cli", &["framework", "session", "store", "analysis", "words", "report", "import", "app", "terminal", "manual"]),
];

const COMMON: &[&str] = &["catalogue", "clean", "document", "encoding"];

const CLOCKS: &[&str] = &["SystemTime", "Instant::now", "Timestamp::now", "Zoned::now"];
const SCREENS: &[&str] = &["ratatui", "crossterm", "tui_big_text"];
const FILES: &[&str] = &["std::fs", "std::io", "std::env", "std::process", "fs::read", "fs::write", "File::open"];

/// The files that may use `std::io`, because containers are written and read by its traits, in memory.
const IN_MEMORY: &[&str] = &["report/docx/mod.rs", "import/workbook.rs"];

/// The modules that know neither screens nor files nor the clock; `app` and `ui` know screens.
const PURE: &[&str] = &[
    "catalogue",
    "clean",
    "document",
    "encoding",
    "framework",
    "session",
    "analysis",
    "words",
    "report",
    "import",
    "view",
    "plain",
];

/// What the code of a module must not hold, whoever writes it.
fn forbidden(module: &str) -> Vec<&'static str> {
    let mut words = vec!["std::net", "TcpStream", "UdpSocket", "#[allow("];
    let is_pure = PURE.contains(&module);
    if is_pure {
        words.extend(SCREENS);
    }
    if is_pure || ["app", "ui"].contains(&module) {
        words.extend(CLOCKS);
        words.extend(FILES);
        words.push("std::thread");
    }
    if module == "store" {
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

/// The modules and files that say things: words; what a page shows; the table of keys, spoken words and help; the help
/// of the command line. What an error says stands with its type, in a file whose name ends with `error.rs`.
const SAY: &[&str] = &["words/", "view/", "app/keymap", "app/themes.rs", "cli/args/"];

/// Whether a file is there to say things.
fn says(path: &str) -> bool {
    SAY.iter().any(|says| path.starts_with(says)) || path.ends_with("error.rs")
}

/// How many sentences, or parts of one, still stand elsewhere. These numbers only fall.
const STILL_OUTSIDE: &[(&str, usize)] = &[("session", 1), ("app", 1)];

/// What holds the state of the program. A screen and lines are made from a `View`, which says all that they show.
const STATE: &[&str] = &["App", "Session", "Workshop"];

/// The files that hold a part of `impl App`: no more, for a page holds itself.
const IMPLEMENT_APP: &[&str] =
    &["app/drafts.rs", "app/commands.rs", "app/mod.rs", "app/spoken/mod.rs", "app/update.rs"];

/// One file of the source: its module (empty for `lib.rs` and `main.rs`), its path and its text.
pub(super) struct Source {
    module: String,
    pub(super) path: String,
    pub(super) text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(super) fn sources() -> Vec<Source> {
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
            found.push(source(&inside, &std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn source(path: &str, text: &str) -> Source {
    let module = path.split(['/', '.']).next().unwrap_or_default();
    let module = if ["lib", "main"].contains(&module) { String::new() } else { module.to_owned() };
    Source { module, path: path.to_owned(), text: text.to_owned() }
}

/// Sources that no folder holds, with the modules that they stand in: the laws themselves are tested on these.
fn made_up(files: &[(&str, &str)]) -> Vec<Source> {
    let mut all: Vec<Source> = files.iter().map(|(path, text)| source(path, text)).collect();
    let has = |path: &str| files.iter().any(|(given, _)| *given == path);
    let above: BTreeSet<&str> = files.iter().filter_map(|(path, _)| Some(path.rsplit_once('/')?.0)).collect();
    let missing = above.into_iter().filter(|module| !has(&format!("{module}.rs")) && !has(&format!("{module}/mod.rs")));
    all.extend(missing.map(|module| source(&format!("{module}/mod.rs"), "")));
    all.extend(Some(source("lib.rs", "")).filter(|lib| !has(&lib.path)));
    all
}

/// What a module uses and must not, through whatever path or re-export.
fn against_the_direction(sources: &[Source]) -> Vec<String> {
    let module = |path: &str| source(path, "").module;
    let edges = imports::edges(sources);
    let crossing = edges.iter().map(|((from, to), names)| (from, module(from), module(to), names));
    let wrong = crossing.filter(|(_, user, used, _)| {
        let allowed = MAY_USE.iter().find(|(known, _)| known == user).map_or(&[][..], |(_, allowed)| allowed);
        let is_free = user == used || user.is_empty() || COMMON.contains(&used.as_str());
        !is_free && !allowed.contains(&used.as_str())
    });
    let told = |(from, user, used, names): (&String, String, String, &BTreeSet<String>)| {
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        format!("{from}: {user} must not use {used} ({})", names.join(", "))
    };
    wrong.map(told).collect()
}

/// What is wrong with one file, each as a sentence.
fn complaints(source: &Source) -> Vec<String> {
    let Source { module, path, text } = source;
    let code = code(text);
    let mut wrong = Vec::new();
    if !module.is_empty() {
        if !MAY_USE.iter().any(|(known, _)| known == module) {
            wrong.push(format!("{path}: no such module in tests/project/architecture: {module}"));
        }
        for word in forbidden(module) {
            let in_memory = word == "std::io" && IN_MEMORY.contains(&path.as_str());
            if code.contains(word) && !in_memory {
                wrong.push(format!("{path}: {module} must not use {word}"));
            }
        }
    }
    if !DOORS.contains(&path.as_str()) {
        for word in PAST_THE_DOORS.iter().filter(|word| code.contains(**word)) {
            wrong.push(format!("{path}: must not use {word}: what is printed goes through terminal::print"));
        }
    }
    // The one place in `app` that holds a widget: an editor's state is a widget in that library.
    if module == "app" {
        let drawing = |line: &&str| line.contains("ratatui") || line.contains("crossterm");
        for line in code.lines().filter(drawing) {
            let editor = line.starts_with("use ratatui_textarea::") || line.trim() == "use ratatui::style::Style;";
            if !(path == "app/text_field.rs" && editor) {
                wrong.push(format!("{path}: app must not draw: {}", line.trim()));
            }
        }
    }
    if text.lines().count() > LONGEST {
        wrong.push(format!("{path}: {} lines; a file of more than {LONGEST} is two", text.lines().count()));
    }
    if path != "main.rs" && !text.starts_with("//! ") {
        wrong.push(format!("{path}: does not open with what it is and what it must not do"));
    }
    wrong
}

/// The files of `ui` and `plain` whose code names the state.
fn naming_state(sources: &[Source]) -> BTreeSet<&str> {
    let told = sources.iter().filter(|source| ["ui", "plain"].contains(&source.module.as_str()));
    let names =
        |source: &&Source| tokens(&source.text).iter().filter_map(Token::name).any(|name| STATE.contains(&name));
    told.filter(names).map(|source| source.path.as_str()).collect()
}

/// The files that hold a part of `impl App`.
fn implementing_app(sources: &[Source]) -> BTreeSet<&str> {
    let is_part = |source: &&Source| {
        let tokens = tokens(&source.text);
        tokens
            .windows(3)
            .any(|three| three[0].name() == Some("impl") && three[1].name() == Some("App") && three[2].is('{'))
    };
    sources.iter().filter(is_part).map(|source| source.path.as_str()).collect()
}

/// Says what a list that only gets shorter does not hold, and what it holds without need.
fn assert_listed(found: &BTreeSet<&str>, list: &[&str], law: &str) {
    let listed: BTreeSet<&str> = list.iter().copied().collect();
    let new: Vec<&&str> = found.difference(&listed).collect();
    assert!(new.is_empty(), "{law}: {new:#?}");
    let stale: Vec<&&str> = listed.difference(found).collect();
    assert!(stale.is_empty(), "these may leave the list: {stale:#?}");
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
    let literals = without_names(tokens(&source.text)).into_iter().filter_map(Token::literal);
    literals.filter(|(line, literal)| is_telling(literal) && !is_lint(*line)).collect()
}

/// Without the tables of names, `names! { ... }`: what an answer is called stands beside its key, and is no sentence.
fn without_names(tokens: Vec<Token>) -> Vec<Token> {
    let (mut kept, mut inside) = (Vec::<Token>::new(), false);
    for token in tokens {
        let (named, is_macro) = match &kept[..] {
            [.., name, sign] => (name.name() == Some("names"), sign.is('!')),
            _ => (false, false),
        };
        inside = inside && !token.is('}') || named && is_macro && token.is('{');
        if !inside {
            kept.push(token);
        }
    }
    kept
}

/// What stands in two modules word for word, each with where; it may where `// said twice:` and a reason stand above it.
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
    places.retain(|_, all| all.iter().any(|(source, _)| source.module != all[0].0.module));
    let told = |(source, line): &(&Source, usize)| format!("{}:{line}", source.path);
    places.into_iter().map(|(literal, all)| (literal, all.iter().map(told).collect::<Vec<_>>().join(", "))).collect()
}

#[test]
fn sentences_outside_words_only_become_fewer() {
    let sources = sources();
    let mut found: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !says(&source.path)) {
        let told = telling(source).into_iter().map(|(line, literal)| format!("{}:{line}: {literal}", source.path));
        found.entry(&source.module).or_default().extend(told);
    }
    let counts: Vec<(&str, usize)> = found.iter().map(|(module, told)| (*module, told.len())).collect();
    for (module, told) in &found {
        let most = STILL_OUTSIDE.iter().find(|(known, _)| known == module).map_or(0, |(_, most)| *most);
        let (count, told) = (told.len(), told.join("\n"));
        assert!(count <= most, "{count} sentences stand in {module}, where at most {most} may: {counts:?}\n{told}");
    }
}

#[test]
fn no_sentence_stands_in_two_modules() {
    let twice = told_twice(&sources());
    let twice: Vec<String> = twice.iter().map(|(literal, places)| format!("\"{literal}\": {places}")).collect();
    assert!(twice.is_empty(), "say these once, in words:\n{}", twice.join("\n"));
}

#[test]
fn no_files_take_names_from_each_other_in_a_circle() {
    let sources = sources();
    let circles = circles(&imports::edges(&sources));
    assert!(circles.is_empty(), "{}", circles.join("\n\n"));
}

#[test]
fn every_module_uses_only_the_modules_before_it() {
    let wrong = against_the_direction(&sources());
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn screens_and_lines_name_no_state() {
    let sources = sources();
    let naming = naming_state(&sources);
    assert!(naming.is_empty(), "what is shown comes from a View, not from the state: {naming:#?}");
}

/// A window on a wall is made from what the room may see, and from nothing else.
#[test]
fn what_a_wall_shows_is_made_from_the_public_alone() {
    let sources = sources();
    let text = |path: &str| code(&sources.iter().find(|source| source.path == path).unwrap().text);
    for (path, forbidden) in [
        ("view/public.rs", &["App", "Session", "Workshop"][..]),
        ("ui/wall.rs", &["App", "Session", "Workshop", "Public"]),
        ("terminal/wall_shell.rs", &["App", "Session", "Workshop", "Public", "Saver"]),
    ] {
        let code = text(path);
        let words: Vec<&str> = code.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
        let named: Vec<&&str> = forbidden.iter().filter(|name| words.contains(*name)).collect();
        assert!(named.is_empty(), "{path} names {named:?}");
    }
    for source in &sources {
        let code = code(&source.text);
        let sockets = ["std::net", "UnixStream", "UnixListener", "TcpStream", "TcpListener", "UdpSocket"];
        let found: Vec<&&str> = sockets.iter().filter(|name| code.contains(**name)).collect();
        assert!(found.is_empty(), "{}: {found:?}", source.path);
    }
}

#[test]
fn few_files_implement_the_app() {
    assert_listed(&implementing_app(&sources()), IMPLEMENT_APP, "a page holds itself; no more of impl App");
}

#[test]
fn every_file_keeps_to_what_its_module_is_for() {
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
fn unsafe_code_and_panics_are_forbidden_everywhere() {
    let manifest = std::fs::read_to_string(root().join("Cargo.toml")).unwrap();
    for lint in ["unsafe_code = \"forbid\"", "unwrap_used = \"deny\"", "expect_used = \"deny\"", "panic = \"deny\""] {
        assert!(manifest.contains(lint), "Cargo.toml lacks {lint}");
    }
}

#[test]
fn every_file_says_what_it_is() {
    for source in sources().iter().filter(|source| source.path != "main.rs") {
        let opening: Vec<&str> = source.text.lines().take_while(|line| line.starts_with("//!")).collect();
        assert!(opening[0].len() > 20, "{}: {}", source.path, opening[0]);
    }
}

mod the_laws_can_fail {
    use super::{
        Source, against_the_direction, complaints, implementing_app, made_up, naming_state, source, telling, told_twice,
    };

    fn wrong(module: &str, path: &str, code: &str) -> Vec<String> {
        let text = format!("//! A file that is made up.\n{code}\n");
        complaints(&Source { module: module.into(), path: path.into(), text })
    }

    #[test]
    fn using_a_later_module_is_found_however_it_is_named() {
        for (module, later) in [
            ("framework", "session"),
            ("session", "analysis"),
            ("analysis", "app"),
            ("store", "app"),
            ("store", "analysis"),
            ("words", "report"),
            ("app", "ui"),
            ("app", "store"),
            ("view", "ui"),
            ("ui", "report"),
            ("ui", "terminal"),
            ("plain", "ui"),
            ("plain", "store"),
            ("terminal", "cli"),
        ] {
            for line in [
                format!("use crate::{later}::Thing;"),
                format!("use crate::{{\n  {later}::{{Other, Thing}},\n}};"),
                format!("fn f(x: crate::{later}::Thing) {{}}"),
                format!("use super::super::{later}::Thing;"),
                format!("use crate::{later};\nfn f(x: {later}::Thing) {{}}"),
                "use crate::clean::Thing;".to_owned(),
            ] {
                let handed_on = format!("pub use crate::{later}::Thing;");
                let found = against_the_direction(&made_up(&[
                    ("clean.rs", &handed_on),
                    (&format!("{later}/mod.rs"), "mod deep;\npub use deep::Thing;\npub struct Other;"),
                    (&format!("{later}/deep.rs"), "pub struct Thing;"),
                    (&format!("{module}/made_up.rs"), &line),
                ]));
                let begun = format!("{module}/made_up.rs: {module} must not use {later} (");
                assert!(found.iter().any(|wrong| wrong.starts_with(&begun)), "{module}: {line}: {found:?}");
                assert!(found.iter().any(|wrong| wrong.starts_with("clean.rs: clean must not use")), "{found:?}");
            }
        }
    }

    #[test]
    fn using_an_earlier_module_oneself_or_common_ones_is_right() {
        let found = against_the_direction(&made_up(&[
            ("app/mod.rs", "pub struct App;"),
            ("clean.rs", "pub struct Clean;"),
            ("ui/canvas.rs", "pub struct Canvas;"),
            ("ui/made_up.rs", "use crate::app::App;\nuse crate::ui::canvas::Canvas;\nuse crate::clean::Clean;"),
        ]));
        assert_eq!(found, Vec::<String>::new());
    }

    #[test]
    fn state_named_by_screens_and_lines_is_found_in_code_alone() {
        let sources = made_up(&[
            ("ui/a.rs", "fn draw(app: &crate::app::App) {}"),
            ("plain/b.rs", "use crate::session::Session;"),
            ("ui/c.rs", "// App\nconst A: &str = \"App\"; use crate::app::AppearanceOfApp;"),
            ("view/d.rs", "use crate::app::App;"),
        ]);
        assert_eq!(naming_state(&sources), ["plain/b.rs", "ui/a.rs"].into());
    }

    #[test]
    fn parts_of_the_app_are_found() {
        let sources = made_up(&[
            ("app/a.rs", "impl App {}"),
            ("app/b.rs", "impl AppOf {} // impl App {"),
            ("app/c.rs", "impl Page for App {}"),
        ]);
        assert_eq!(implementing_app(&sources), ["app/a.rs"].into());
    }

    #[test]
    fn clocks_files_networks_and_screens_are_found() {
        for (module, line) in [
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
            assert!(!wrong(module, "x/made_up.rs", line).is_empty(), "{module}: {line}");
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
    fn long_and_unexplained_files_and_unknown_modules_are_found() {
        assert_eq!(wrong("ui", "ui/long.rs", &"\n".repeat(400)).len(), 1);
        assert_eq!(wrong("cellar", "cellar/made_up.rs", "").len(), 1);
        let bare = Source { module: "ui".into(), path: "ui/bare.rs".into(), text: "use std::fmt;\n".into() };
        assert_eq!(complaints(&bare).len(), 1);
    }

    #[test]
    fn a_table_of_names_tells_no_sentence() {
        let text = "names! {\n    Verdict: key, label;\n    DoesNotHold: \"no\", \"does not hold\";\n}\n\
                    const NAMES: &str = \"it does not hold\";\n";
        assert_eq!(telling(&source("session/verdict.rs", text)), [(5, "it does not hold".to_owned())]);
    }

    #[test]
    fn a_sentence_in_two_modules_is_found_unless_a_reason_stands_above_it() {
        let source = |module: &str, text: &str| Source {
            module: module.into(),
            path: format!("{module}/a.rs"),
            text: text.into(),
        };
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
