//! How long the steps between a key and the screen, and between the screen and the disk, take.
//!
//! Run with `cargo bench`. Times differ between machines; compare figures of one run only.
#![expect(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use divan::{Bencher, black_box};
use jiff::{Timestamp, Zoned};
use plenary::app::{App, Found, Home, Key, Listed, Msg, Reading};
use plenary::framework::Framework;
use plenary::report::{Choices, Format, Report};
use plenary::session::Session;
use plenary::store::{self, Head, RealFiles};
use plenary::{ui, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt;
use std::process::{Command, Stdio};
use std::sync::{Arc, LazyLock};

#[path = "../tests/support/dice.rs"]
mod dice;
#[path = "../tests/support/many.rs"]
mod many;

fn main() {
    divan::main();
}

/// The window sizes, columns and rows.
const SIZES: [(u16, u16); 2] = [(60, 17), (120, 36)];

/// The screens, by the keys that lead there from a session with a rating on screen.
const SCREENS: [(&str, &[Key]); 10] = [
    ("start", &[]),
    ("rating", &[]),
    ("title card", &[Key::Char('m'), Key::Home, Key::Enter, Key::PageUp]),
    ("note", &[Key::Char('n')]),
    ("not agreed", &[Key::Char('x')]),
    ("help", &[Key::F(1)]),
    ("overview", &[Key::Char('m')]),
    ("heat map", &[Key::F(5)]),
    ("at risk", &[Key::F(5), Key::PageDown, Key::PageDown]),
    ("close", &[Key::Ctrl('q')]),
];

fn session() -> Session {
    store::decode(include_bytes!("../content/riverside-2026.ron"), "riverside-2026.ron").unwrap().session
}

fn framework() -> Arc<Framework> {
    Arc::new(Framework::built_in().unwrap())
}

fn start() -> App {
    App::new(framework(), Zoned::now(), Home::default())
}

/// The program with the sample session open at a feature, and these keys pressed.
fn app(keys: &[Key]) -> App {
    let mut app = start();
    let file = "session.ron".into();
    app.update(Msg::Opened { session: Box::new(session()), file, warning: None, read_only: None }, Zoned::now());
    // Wherever the sample was left: the overview, its first cell, that item.
    for key in [Key::Char('m'), Key::Up, Key::Up, Key::Up, Key::Up, Key::Home, Key::Enter].iter().chain(keys) {
        app.update(Msg::Key(*key), Zoned::now());
    }
    app
}

/// A screen at a size, named for the table of results.
struct Case(&'static str, &'static [Key], (u16, u16));

impl fmt::Display for Case {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(name, _, (columns, rows)) = self;
        write!(formatter, "{name}, {columns} x {rows}")
    }
}

fn cases() -> impl Iterator<Item = Case> {
    SCREENS.into_iter().flat_map(|(name, keys)| SIZES.map(|size| Case(name, keys, size)))
}

/// One frame of each screen.
#[divan::bench(args = cases())]
fn draw(bencher: Bencher<'_, '_>, Case(name, keys, (columns, rows)): &Case) {
    let app = if *name == "start" { start() } else { app(keys) };
    let mut buffer = Buffer::empty(Rect::new(0, 0, *columns, *rows));
    bencher.bench_local(|| {
        buffer.reset();
        drop(black_box(ui::draw(&view::view(black_box(&app)), app.cx.theme, app.cx.ascii, &mut buffer)));
    });
}

/// An arrow key in the list of ten thousand sessions, with its frame.
#[divan::bench]
fn a_key_in_a_long_list(bencher: Bencher<'_, '_>) {
    let listed = |number: u32| Listed {
        file: format!("/sessions/{number}.ron").into(),
        name: format!("{number}.ron"),
        partnership: format!("Partnership {}", number % 7),
        of: 36,
        ..Listed::default()
    };
    let mut app = start();
    app.update(Msg::Key(Key::Char('o')), Zoned::now());
    let progress = Reading { read: 10_000, of: Some(10_000), ..app.cx.list.progress };
    app.update(Msg::Found(Found { progress, entries: (0..10_000).map(listed).collect() }), Zoned::now());
    let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
    let now = Zoned::now();
    bencher.bench_local(|| {
        app.update(Msg::Key(Key::Down), now.clone());
        buffer.reset();
        drop(ui::draw(&view::view(&app), app.cx.theme, app.cx.ascii, &mut buffer));
    });
}

#[divan::bench(args = ["4", "PgDn", "M"])]
fn update(bencher: Bencher<'_, '_>, name: &str) {
    let key = match name {
        "PgDn" => Key::PageDown,
        "M" => Key::Char('m'),
        _ => Key::Char('4'),
    };
    let now = Zoned::now();
    bencher.with_inputs(|| app(&[])).bench_local_values(|mut app| {
        let effects = app.update(Msg::Key(key), now.clone());
        (app, effects)
    });
}

#[divan::bench]
fn snapshot(bencher: Bencher<'_, '_>) {
    let session = session();
    bencher.bench_local(|| black_box(&session).clone());
}

#[divan::bench]
fn encode(bencher: Bencher<'_, '_>) {
    let (session, framework) = (session(), framework());
    bencher.bench_local(|| store::encode(&session, &Head::of(&session, &framework, Timestamp::now())).unwrap());
}

#[divan::bench]
fn decode(bencher: Bencher<'_, '_>) {
    let (session, framework) = (session(), framework());
    let text = store::encode(&session, &Head::of(&session, &framework, Timestamp::now())).unwrap();
    bencher.bench_local(|| store::decode(black_box(text.as_bytes()), "session.ron").unwrap());
}

/// Encoded, read back, written, synced, renamed, the folder synced.
#[divan::bench]
fn save(bencher: Bencher<'_, '_>) {
    let (session, framework, folder) = (session(), framework(), tempfile::tempdir().unwrap());
    let target = folder.path().join("session.ron");
    bencher.bench_local(|| store::save(&RealFiles, &target, &session, &framework, Timestamp::now()).unwrap());
}

/// A folder of a thousand sessions, made once.
fn thousand() -> &'static str {
    static FOLDER: LazyLock<(tempfile::TempDir, String)> = LazyLock::new(|| {
        let folder = tempfile::tempdir().unwrap();
        // In the tests' build, which only asks whether it runs, a few.
        many::fill(folder.path(), &framework(), if cfg!(debug_assertions) { 20 } else { 1_000 });
        let path = folder.path().display().to_string();
        (folder, path)
    });
    &FOLDER.1
}

/// The commands that read a folder of many sessions, as the program runs them.
#[divan::bench(args = ["tables", "portfolio", "list"], sample_count = 3, sample_size = 1)]
fn a_thousand_sessions(bencher: Bencher<'_, '_>, command: &str) {
    let folder = thousand();
    let out = tempfile::tempdir().unwrap();
    let mut run = 0;
    bencher.bench_local(|| {
        run += 1;
        let target = out.path().join(run.to_string());
        let mut plenary = Command::new(env!("CARGO_BIN_EXE_plenary"));
        plenary.args([command, folder]).stdout(Stdio::null());
        if command == "tables" {
            plenary.arg("-o").arg(target);
        }
        assert!(plenary.status().unwrap().success());
    });
}

#[divan::bench]
fn framework_from_text(bencher: Bencher<'_, '_>) {
    bencher.bench_local(|| Framework::built_in().unwrap());
}

/// A report of the sample session, from the session to the bytes of a file.
#[divan::bench(args = ["html", "docx", "xlsx", "md", "csv", "json"])]
fn report(bencher: Bencher<'_, '_>, extension: &str) {
    let (session, framework) = (session(), framework());
    let format = Format::from_extension(extension).unwrap();
    bencher.bench_local(|| {
        Report::of(&framework, black_box(&session), Choices::default()).write(format).map(|bytes| bytes.len())
    });
}

/// One report in all formats.
#[divan::bench]
fn report_in_all_formats(bencher: Bencher<'_, '_>) {
    let (session, framework) = (session(), framework());
    bencher.bench_local(|| {
        let report = Report::of(&framework, black_box(&session), Choices::default());
        Format::ALL.map(|format| report.write(format).map(|bytes| bytes.len()).ok())
    });
}
