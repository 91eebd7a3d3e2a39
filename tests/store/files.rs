//! Opening and listing what is really there: folders, pipes, links, and files of all kinds.

use crate::support::sessions::{full_session, moment, new_session, small_framework};
use jiff::civil::date;
use plenary::store::{FileSystem as _, OpenError, RealFiles, list, open, read_head, save};
use std::fs;
use std::path::Path;

fn keep(folder: &Path, name: &str, day: Option<(i16, i8, i8)>) {
    let mut session = new_session("0123456789abcdef");
    session.about.date = day.map(|(year, month, day)| date(year, month, day));
    save(&RealFiles, &folder.join(name), &session, &small_framework(), moment(0)).unwrap();
}

fn names(folder: &Path) -> Vec<String> {
    let name = |entry: plenary::store::Entry| entry.path.file_name().unwrap().to_str().unwrap().to_owned();
    list(folder).unwrap().into_iter().map(name).collect()
}

#[test]
fn the_newest_workshop_is_listed_first_and_nothing_is_hidden() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "b.ron", Some((2025, 3, 12)));
    keep(folder.path(), "a.ron", Some((2026, 3, 12)));
    keep(folder.path(), "A2.RON", Some((2025, 3, 12)));
    keep(folder.path(), "2025-06-01-without-date.ron", None);
    keep(folder.path(), "undated.ron", None);
    fs::write(folder.path().join("2026-01-01-broken.ron"), "(").unwrap();
    fs::write(folder.path().join("empty.ron"), "").unwrap();
    fs::write(folder.path().join("newer.ron"), "// (plenary: 7, what: Ever)\n(format: 7)").unwrap();
    fs::write(folder.path().join("notes.txt"), "").unwrap();
    fs::write(folder.path().join(".plenary-1-1.tmp"), "").unwrap();
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    assert_eq!(
        names(folder.path()),
        [
            "a.ron",
            "2026-01-01-broken.ron",
            "2025-06-01-without-date.ron",
            "A2.RON",
            "b.ron",
            "empty.ron",
            "folder.ron",
            "newer.ron",
            "undated.ron",
        ]
    );
    let reason = |name: &str| read_head(&folder.path().join(name)).unwrap_err();
    assert!(reason("empty.ron").starts_with("empty.ron is empty."));
    assert!(reason("folder.ron").contains("is a folder"));
    assert!(reason("newer.ron").contains("newer Plenary (format 7"));
    assert!(reason("2026-01-01-broken.ron").contains("does not begin with Plenary's summary"));
}

/// How often this thread has asked the system to read.
#[cfg(target_os = "linux")]
fn reads() -> u64 {
    let counts = fs::read_to_string("/proc/thread-self/io").unwrap();
    counts.lines().find_map(|line| line.strip_prefix("syscr: ")).unwrap().parse().unwrap()
}

#[test]
#[cfg(target_os = "linux")]
fn a_file_is_read_in_one_call_of_the_system_whatever_its_length() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    for (length, most) in [(1, 4096), (8192, 100_000), (20_000, 4096), (100_000, 4096), (3_000_000, 10_000_000)] {
        fs::write(&file, vec![b'x'; length]).unwrap();
        // Counting reads as well.
        let counting = reads().abs_diff(reads());
        let before = reads();
        let read = RealFiles.read(&file, most).unwrap();
        assert_eq!(reads() - before - counting, 1, "{length} bytes");
        assert_eq!(read.len(), length.min(most));
    }
    fs::write(&file, "").unwrap();
    assert_eq!(RealFiles.read(&file, 10).unwrap(), b"");
    // What says nothing of its length is read to its end all the same.
    let told = RealFiles.read(Path::new("/proc/self/status"), 100_000).unwrap();
    assert!(String::from_utf8(told).unwrap().contains("\nThreads:"));
    assert_eq!(RealFiles.read(Path::new("/proc/self/status"), 7).unwrap().len(), 7);
}

#[test]
fn a_folder_that_is_not_there_yet_is_an_empty_list() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(names(&folder.path().join("sessions")), Vec::<String>::new());
}

#[test]
fn the_first_line_is_not_trusted() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("x.ron");
    let write = |line: &str| fs::write(&file, format!("{line}\n()\n")).unwrap();
    write("// (plenary: 1, saved: \"2026-03-12T10:30:00Z\", partnership: \"\", unheard_of: [1])");
    assert_eq!(read_head(&file).unwrap().of, 0, "what is missing is nothing, what is unknown is skipped");
    let name = "n".repeat(3000);
    write(&format!("// (plenary: 1, saved: \"2026-03-12T10:30:00Z\", partnership: \"{name}\")"));
    assert_eq!(read_head(&file).unwrap().partnership.len(), 200, "long names are cut");
    for line in [
        "// (plenary: 1)",
        "// (plenary: 1, rev: -1)",
        "// (plenary: 1, x: [[[[[[[[[[[]]]]]]]]]]])",
        "// (plenary: \u{7}",
        "//(plenary: 1)",
        &format!("// (plenary: 1, saved: \"2026-03-12T10:30:00Z\", partnership: \"{}\")", "n".repeat(5000)),
    ] {
        write(line);
        assert!(read_head(&file).unwrap_err().ends_with('.'), "{line}");
    }
    save(&RealFiles, &file, &full_session(), &small_framework(), moment(0)).unwrap();
    let text = fs::read_to_string(&file).unwrap().replacen("rev: 41", "rev: 99", 1);
    fs::write(&file, text).unwrap();
    assert_eq!(open(&file).unwrap().session.rev, 41);
}

#[test]
fn a_missing_file_and_a_folder_are_named() {
    let folder = tempfile::tempdir().unwrap();
    let missing = open(&folder.path().join("gone.ron")).unwrap_err().to_string();
    assert!(missing.contains("gone.ron could not be read: it is not there"), "{missing}");
    assert!(matches!(open(folder.path()).unwrap_err(), OpenError::NotAFile { what: "a folder", .. }));
}

#[test]
fn a_file_larger_than_any_session_is_not_read_to_its_end() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("large.ron");
    // Sparse: it holds nothing but its size.
    fs::File::create(&file).unwrap().set_len(1 << 40).unwrap();
    assert!(matches!(open(&file).unwrap_err(), OpenError::TooLarge { .. }));
    assert!(read_head(&file).is_err());
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_device_are_refused_without_waiting_for_them() {
    let folder = tempfile::tempdir().unwrap();
    let pipe = folder.path().join("pipe.ron");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    for special in [pipe.as_path(), Path::new("/dev/zero")] {
        assert!(matches!(open(special).unwrap_err(), OpenError::NotAFile { what: "a pipe or a device", .. }));
        assert!(read_head(special).unwrap_err().contains("is a pipe or a device"));
    }
    assert_eq!(names(folder.path()), ["pipe.ron"]);
}

#[cfg(unix)]
#[test]
fn a_link_is_opened_and_one_that_leads_nowhere_is_listed() {
    let folder = tempfile::tempdir().unwrap();
    keep(folder.path(), "real.ron", None);
    std::os::unix::fs::symlink("real.ron", folder.path().join("link.ron")).unwrap();
    std::os::unix::fs::symlink("gone.ron", folder.path().join("nowhere.ron")).unwrap();
    std::os::unix::fs::symlink("circle.ron", folder.path().join("circle.ron")).unwrap();
    assert_eq!(names(folder.path()), ["circle.ron", "link.ron", "nowhere.ron", "real.ron"]);
    assert!(open(&folder.path().join("link.ron")).is_ok());
    assert!(read_head(&folder.path().join("nowhere.ron")).unwrap_err().contains("it is not there"));
    assert!(open(&folder.path().join("circle.ron")).is_err());
}
