//! Random damage to session files (T6): 50,000 inputs, and a million with `PLENARY_LONG=1`. Each is refused or read in
//! time, and what is read can be saved and read again. Every truncation, every bit and every block are in
//! `damaged`.

use crate::support::child::{child, folder, is_long, run};
use crate::support::files::quick_folder;
use crate::support::sessions::{full_session, moment, small_framework};
use plenary::session::Session;
use plenary::store::{
    Head, Home, LARGEST, OpenError, RealFiles, decode, encode, open, open_to_edit, read_head, rescue,
};
use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use std::fs;
use std::time::{Duration, Instant};

/// Of the processor, for the largest files: two seconds for the program that people use. A build with debugging in it
/// takes up to ten times as long.
const SLOWEST: Duration = Duration::from_secs(if cfg!(debug_assertions) { 20 } else { 2 });

/// A file four times as large may take this many times as long: reading is linear, and machines are noisy. A reader
/// that goes back over what it has read would take sixteen times.
const STEEPEST: u32 = 9;

/// By the clock on the wall, on a machine that does other things as well.
const STUCK: Duration = Duration::from_secs(20);

fn text_of(session: &Session) -> String {
    encode(session, &Head::of(session, &small_framework(), moment(0))).unwrap()
}

/// Bytes that mean something to a reader of RON, besides random ones.
const PIECES: &[&str] = &[
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    ":",
    "\"",
    "\\",
    "//",
    "/*",
    "*/",
    "r#\"",
    "\"#",
    "Some(",
    "None",
    "Agreed(",
    "\n",
    "\r\n",
    "\0",
    "\u{feff}",
    "\\u{10ffff}",
    "\\x",
    "99999999999999999999",
    "-1",
    "1e999",
    "NaN",
    "format:",
    "id:",
    "answers:",
    "'",
    "b\"",
    "#![enable(",
    "implicit_some)]",
    "\u{1b}[2J",
    "\u{202e}",
];

fn below(rng: &mut TestRng, limit: usize) -> usize {
    usize::try_from(rng.next_u32()).unwrap() % limit.max(1)
}

/// One of the ways in which files come to harm.
fn mutated(rng: &mut TestRng, whole: &[u8]) -> Vec<u8> {
    let mut bytes = whole.to_vec();
    for _ in 0..=below(rng, 4) {
        let at = below(rng, bytes.len());
        let end = (at + 1 + below(rng, 200)).min(bytes.len());
        match below(rng, 9) {
            0 if !bytes.is_empty() => bytes[at] ^= 1 << below(rng, 8),
            1 => bytes.truncate(at),
            2 => drop(bytes.drain(at..end)),
            3 => bytes[at..end].fill(0),
            4 => {
                let copied = bytes[at..end].to_vec();
                let to = below(rng, bytes.len());
                bytes.splice(to..to, copied);
            }
            5 => {
                let piece = PIECES[below(rng, PIECES.len())].repeat(1 + below(rng, 40));
                bytes.splice(at..at, piece.bytes());
            }
            6 => bytes[at..end].iter_mut().for_each(|byte| *byte = rng.next_u32().to_le_bytes()[0]),
            7 => {
                let lines: Vec<&[u8]> = whole.split_inclusive(|byte| *byte == b'\n').collect();
                let line = lines[below(rng, lines.len())].to_vec();
                bytes.splice(at..at, line);
            }
            _ => {
                let piece = PIECES[below(rng, PIECES.len())];
                let end = (at + piece.len()).min(bytes.len());
                bytes.splice(at..end, piece.bytes());
            }
        }
    }
    bytes
}

/// Reads one input; panics if it breaks a law.
fn judge(bytes: &[u8]) -> bool {
    let began = Instant::now();
    let read = decode(bytes, "glenside.ron");
    let took = began.elapsed();
    assert!(took < STUCK, "{took:?} for {:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(2000)]));
    match read {
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.contains("glenside.ron") && sentence.contains("left the file as it is"), "{sentence}");
            false
        }
        Ok(loaded) => {
            let again = decode(text_of(&loaded.session).as_bytes(), "again").unwrap();
            assert_eq!(again.session, loaded.session, "what was read can be saved");
            true
        }
    }
}

fn judge_many(count: usize) -> (usize, usize) {
    let mut rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let whole = text_of(&full_session()).into_bytes();
    let (mut read, mut refused) = (0, 0);
    for number in 0..count {
        let bytes = if number % 10 == 0 {
            let mut bytes = vec![0; below(&mut rng, 3000)];
            rng.fill_bytes(&mut bytes);
            bytes
        } else {
            mutated(&mut rng, &whole)
        };
        if judge(&bytes) { read += 1 } else { refused += 1 }
    }
    (read, refused)
}

#[test]
fn randomly_damaged_files_are_refused_or_read_in_time() {
    let count = if is_long() { 1_000_000 } else { 50_000 };
    let (read, refused) = judge_many(count);
    assert!(read > count / 50 && refused > count / 2, "{read} read, {refused} refused: the inputs are of both kinds");
}

/// Inputs of this many bytes, and one byte more than a file may have.
fn worst(size: usize) -> Vec<Vec<u8>> {
    let filled = |begin: &str, unit: &str, end: &str| {
        let room = size - begin.len() - end.len();
        format!("{begin}{}{end}", unit.repeat(room / unit.len())).into_bytes()
    };
    vec![
        filled("(format: 1, x: [", "(),", "])"),
        filled("(format: 1, ", "x: 1,", ")"),
        filled("(format: 1, answers: {", "\"I1\": (),", "})"),
        filled("(format: 1, id: \"", "\\u{10ffff}", "\")"),
        filled("", "(", ""),
        filled("", "// (plenary: 1)\n", ""),
        vec![b' '; LARGEST + 1],
    ]
}

/// What this process has used of the processor; nothing where the system does not say.
fn processor_time() -> Duration {
    let text = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = text.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    // A tick is a hundredth of a second on every Linux.
    Duration::from_millis(10 * ticks.sum::<u64>())
}

#[test]
#[ignore = "the process of the test below"]
fn in_a_process_whose_memory_is_measured() {
    let time = |bytes: &[u8]| {
        let before = processor_time();
        assert!(!judge(bytes));
        processor_time().saturating_sub(before)
    };
    for (quarter, whole) in worst(LARGEST / 4).iter().zip(worst(LARGEST)) {
        let (short, long) = (time(quarter), time(&whole));
        let what = String::from_utf8_lossy(&whole[..40]).into_owned();
        println!("{short:?} for a quarter, {long:?} for {what:?} ...");
        assert!(long < SLOWEST, "{long:?} for {what:?} ...");
        // What takes a few ticks only says nothing about its growth.
        assert!(long < STEEPEST * short || long < Duration::from_millis(300), "{short:?}, then {long:?} for {what:?}");
    }
    judge_many(1000);
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0 kB").trim();
    println!("peak: {peak}");
}

#[test]
fn reading_the_worst_files_takes_time_as_they_are_long_and_less_than_400_megabytes() {
    let folder = quick_folder();
    let said = run(child("store::hostile::in_a_process_whose_memory_is_measured", folder.path()));
    let peak = said.split("peak: ").nth(1).unwrap().split(' ').next().unwrap();
    assert!(peak.parse::<u64>().unwrap() < 400_000, "{peak} kB");
}

#[test]
#[ignore = "the process of the test below"]
fn in_a_process_that_meets_a_pipe() {
    let folder = folder();
    let home = Home::find(Some(&folder.join("home"))).unwrap();
    let pipe = folder.join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    assert!(matches!(open(&pipe), Err(OpenError::NotAFile { what: "a pipe or a device", .. })));
    assert!(open_to_edit(&RealFiles, &home, &pipe, moment(0)).is_err());
    assert!(read_head(&pipe).is_err());
    assert_eq!(rescue(&RealFiles, &home, &pipe), []);
    fs::write(folder.join(".plenary-1-1.tmp"), "").unwrap();
    fs::remove_file(folder.join(".plenary-1-1.tmp")).unwrap();
    // Where a copy or a save that was broken off is looked for, a pipe is not waited for either.
    assert!(std::process::Command::new("mkfifo").arg(folder.join(".plenary-1-1.tmp")).status().unwrap().success());
    let file = folder.join("sound.ron");
    fs::write(&file, text_of(&full_session())).unwrap();
    assert_eq!(open_to_edit(&RealFiles, &home, &file, moment(0)).unwrap().session, full_session());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_never_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    run(child("store::hostile::in_a_process_that_meets_a_pipe", folder.path()));
}
