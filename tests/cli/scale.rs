//! Folders of many sessions: what the commands say of them, and that neither time nor memory runs away.
//!
//! `PLENARY_LONG=1 cargo test --release --locked scale:: -- --nocapture` measures 1,000, 10,000 and 100,000 sessions (3 GB
//! on the disk); without `--release` a hundredth of them. `PLENARY_MANY=DIR cargo test --locked
//! scale::a_folder_for_other_checks` fills a folder for `.ci/run`, with `PLENARY_SESSIONS=N` as many as `.ci/spark` asks for.

use crate::cli::Computer;
use crate::support::many;
use plenary::framework::Framework;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// How many sessions other checks get.
const MANY: usize = 300;

#[test]
fn a_folder_for_other_checks() {
    let framework = Framework::built_in().unwrap();
    let (kept, own) = (std::env::var_os("PLENARY_MANY"), tempfile::tempdir().unwrap());
    let folder = kept.as_ref().map_or(own.path(), Path::new);
    let asked = std::env::var("PLENARY_SESSIONS").ok().map(|count| count.parse().unwrap());
    let count = if kept.is_some() { asked.unwrap_or(MANY) } else { 3 };
    fs::create_dir_all(folder).unwrap();
    many::fill(folder, &framework, count);
    let first = plenary::store::open(&folder.join("000000.ron")).unwrap();
    assert!(first.warnings.is_empty(), "{:?}", first.warnings);
    assert_eq!(first.session, many::session(&framework, 0, (count / 5).max(1)), "what is read is what was made");
    assert_eq!(fs::read_dir(folder).unwrap().count(), count);
}

#[test]
fn the_same_number_is_the_same_session_and_its_size_is_that_of_a_workshop() {
    let framework = Framework::built_in().unwrap();
    let own = tempfile::tempdir().unwrap();
    many::fill(own.path(), &framework, 8);
    for file in fs::read_dir(own.path()).unwrap() {
        let size = file.unwrap().metadata().unwrap().len();
        assert!((15_000..60_000).contains(&size), "{size} bytes");
    }
    let ids: std::collections::BTreeSet<String> =
        (0..2_000).map(|number| many::session(&framework, number, 400).id).collect();
    assert_eq!(ids.len(), 2_000, "no id twice");
}

/// What a run of the program cost.
struct Cost {
    time: Duration,
    /// The most memory it ever had, in KiB.
    peak: u64,
}

/// Runs the program to its end; the high-water mark of its memory is read from the system while it runs.
fn cost(arguments: &[&str]) -> Cost {
    told(Command::new(env!("CARGO_BIN_EXE_plenary")).args(arguments), String::new())
}

/// Runs a program to its end with these lines on its standard input.
fn told(program: &mut Command, lines: String) -> Cost {
    let begun = Instant::now();
    let program = program.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = program.spawn().unwrap();
    let mut input = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")?.parse().ok());
        peak = mark.unwrap_or(0).max(peak);
        std::thread::yield_now();
    }
    assert!(child.wait().unwrap().success(), "{program:?}");
    writer.join().unwrap().unwrap();
    Cost { time: begun.elapsed(), peak }
}

#[test]
#[cfg(target_os = "linux")]
fn ten_thousand_changes_of_one_rating_and_five_thousand_undone_stay_small() {
    let computer = Computer::new();
    let edits = |file: &Path, count: usize| -> Cost {
        let rated: String = ["1\n", "2\n", "3\n", "4\n", "5\n"].into_iter().cycle().take(count).collect();
        let lines = format!(".\nI1\n{rated}{}", "undo\n".repeat(count / 2));
        let mut program = Command::new(env!("CARGO_BIN_EXE_plenary"));
        program.env_clear().env("PLENARY_HOME", computer.home()).args(["--plain", "open"]).arg(file);
        told(&mut program, lines)
    };
    let (one, other) =
        (computer.new_session(&["--partnership", "Few"]), computer.new_session(&["--partnership", "Many"]));
    let (few, many) = (edits(&one, 20), edits(&other, 10_000));
    println!("20 changes: {} KiB, 10,000 changes: {} KiB in {:.1?}", few.peak, many.peak, many.time);
    // Half of them were taken back, and each that was made stays on the record.
    let session = plenary::store::open(&other).unwrap().session;
    assert!(session.rev >= 15_000, "{}", session.rev);
    assert!(session.answer(&"I1".into()).history.len() >= 5_000);
    assert!(many.peak < few.peak + 20 * 1024, "{} KiB for 20 changes, {} KiB for 10,000", few.peak, many.peak);
}

#[test]
fn a_hundred_thousand_sessions_cost_no_more_memory_and_a_hundred_times_the_time() {
    if std::env::var_os("PLENARY_LONG").is_none() {
        return;
    }
    let framework = Framework::built_in().unwrap();
    let mut peaks = Vec::new();
    let counts = [1_000_u32, 10_000, 100_000].map(|count| if cfg!(debug_assertions) { count / 100 } else { count });
    for count in counts {
        let folder = tempfile::tempdir().unwrap();
        let sessions = folder.path().join("sessions");
        fs::create_dir(&sessions).unwrap();
        many::fill(&sessions, &framework, usize::try_from(count).unwrap());
        let (sessions, out) = (sessions.display().to_string(), folder.path().join("out").display().to_string());
        for command in ["tables", "portfolio", "list"] {
            let target = if command == "tables" { &["-o", &out][..] } else { &[] };
            let Cost { time, peak } = cost(&[&[command, &sessions], target].concat());
            let rate = f64::from(count) / time.as_secs_f64();
            println!("{count} {}: {time:.1?}, {rate:.0} a second, at most {} MiB", command, peak / 1024);
            peaks.push((count, command, peak));
        }
    }
    // Bounded: a name, an id and a count for each session at most, 300 bytes, beside what one session takes.
    for (count, what, peak) in &peaks {
        if *what == "list" {
            continue;
        }
        let first = peaks.iter().find(|(_, other, _)| other == what).unwrap().2;
        let most = first + 300 * u64::from(*count) / 1024 + 4 * 1024;
        assert!(*peak <= most, "{what} of {count}: {peak} KiB, {most} KiB at most");
    }
}

#[test]
fn a_folder_with_damaged_foreign_newer_and_doubled_files_is_read_to_its_end() {
    let computer = Computer::new();
    let framework = Framework::built_in().unwrap();
    let folder = computer.home().join("some");
    fs::create_dir(&folder).unwrap();
    many::fill(&folder, &framework, 12);
    let whole = fs::read_to_string(folder.join("000003.ron")).unwrap();
    fs::write(folder.join("000003.ron"), &whole[..whole.len() / 2]).unwrap();
    fs::write(folder.join("000100.ron"), "(stages: [])\n").unwrap();
    fs::copy(folder.join("000005.ron"), folder.join("a copy.ron")).unwrap();
    let ran = computer.runs(&["portfolio", "some"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(ran.err.contains("000003.ron") && ran.err.contains("000100.ron"), "{}", ran.err);
    assert!(ran.err.contains("a copy.ron is a version of the session in some/000005.ron; left out."), "{}", ran.err);
    assert!(
        ran.err.ends_with("11 sessions were taken; left out: 2 could not be read, 1 other version of a session.\n"),
        "{}",
        ran.err
    );
    assert!(ran.out.starts_with("Many partnerships together\n11 sessions of 2 partnerships\n"), "{}", ran.out);
    let ran = computer.runs(&["tables", "some", "-o", "out"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let rows = fs::read_to_string(computer.home().join("out/sessions.csv")).unwrap();
    assert_eq!(rows.lines().count(), 12, "a heading and eleven sessions");
}
