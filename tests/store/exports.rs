//! What is handed out and what is made once: for this account only, whole or not at all, and never over a session.

use crate::support::files::{Call, Watched, quick_folder};
use crate::support::sessions::{moment, new_session, newer, small_framework, text_of, version};
use plenary::session::FORMAT;
use plenary::store::{
    ExportError, Home, Lock, NewFolder, RealFiles, SaveError, Taken, create_at, is_replaced, save_new, write_export,
};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn scene() -> (TempDir, Home) {
    let folder = quick_folder();
    let home = Home::find(Some(&folder.path().join("home"))).unwrap();
    (folder, home)
}

fn inside(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

#[test]
fn a_paper_never_takes_the_place_of_a_session_in_whatever_state() {
    let (folder, home) = scene();
    let session = text_of(&version(3));
    let document = session.split_once('\n').unwrap().1.to_owned();
    let utf_16 = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let with_mark = [b"\xff\xfe".to_vec(), utf_16(&session)].concat();
    let mut zeroed = session.clone().into_bytes();
    zeroed[..200].fill(0);
    let states: [(&str, Vec<u8>); 11] = [
        ("sound", session.clone().into()),
        ("with a mark", format!("\u{feff}{session}").into()),
        ("without its first line", document.clone().into()),
        ("without first and last line", document[..document.rfind("// crc32").unwrap()].into()),
        ("cut short", session[..session.len() / 2].into()),
        ("first line only", session[..session.find('\n').unwrap()].into()),
        ("zeroed at the front", zeroed),
        ("damaged", session.replacen("  created:", "  created", 1).into()),
        ("newer", newer(&session, FORMAT + 1).into()),
        ("UTF-16", with_mark),
        ("edited by hand", format!("\n/* by hand */ {document}").into()),
    ];
    for (state, content) in states {
        for name in ["a.ron", "A.RON", "report.html"] {
            let path = folder.path().join(name);
            fs::write(&path, &content).unwrap();
            for over in [false, true] {
                let error = write_export(&RealFiles, &home, &path, b"<html>", over).unwrap_err();
                assert!(matches!(error, ExportError::Session(_)), "{state}, {name}: {error}");
            }
            assert_eq!(fs::read(&path).unwrap(), content, "{state}, {name}");
            fs::remove_file(path).unwrap();
        }
    }
    assert_eq!(inside(folder.path()), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn nor_behind_a_link_nor_of_one_that_another_plenary_has_open() {
    let (folder, home) = scene();
    let file = home.make_sessions_folder().unwrap().join("a.ron");
    fs::write(&file, text_of(&version(3))).unwrap();
    let link = folder.path().join("report.html");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let error = write_export(&RealFiles, &home, &link, b"<html>", true).unwrap_err();
    assert!(matches!(error, ExportError::Session(_)), "{error}");
    // Open, and for the moment not there: on a share, say.
    let away = folder.path().join("away.html");
    let Taken::Held(_lock) = Lock::take(&RealFiles, &home, &away, moment(0)) else { panic!() };
    let error = write_export(&RealFiles, &home, &away, b"<html>", false).unwrap_err();
    assert!(error.to_string().contains("open in another Plenary; nothing was written"), "{error}");
    assert!(!away.exists());
}

#[test]
fn what_is_no_session_is_replaced_when_somebody_says_so() {
    let (folder, home) = scene();
    for content in
        ["", "<html>an earlier report</html>", "{\"format\": 4, \"id\": \"x\"}", "format: 4", "id,note\n(1),x"]
    {
        let path = folder.path().join("report.html");
        fs::write(&path, content).unwrap();
        assert!(is_replaced(&RealFiles, &home, &path).unwrap());
        let error = write_export(&RealFiles, &home, &path, b"new", false).unwrap_err();
        assert!(matches!(error, ExportError::There(_)), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), content);
        write_export(&RealFiles, &home, &path, b"new", true).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "new");
        assert_eq!(inside(folder.path()), [path], "and nothing half done is left");
    }
}

#[cfg(unix)]
#[test]
fn what_is_replaced_is_for_this_account_only_from_then_on() {
    use std::os::unix::fs::PermissionsExt;
    let (folder, home) = scene();
    let path = folder.path().join("report.html");
    fs::write(&path, "wide open").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666)).unwrap();
    write_export(&RealFiles, &home, &path, b"new", true).unwrap();
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn a_new_file_is_whole_or_not_there_and_takes_no_place_that_is_taken() {
    let folder = quick_folder();
    let path = folder.path().join("new.ron");
    let write =
        |files: &Watched| create_at(files, &path, &new_session("0123456789abcdef"), &small_framework(), moment(0));
    let counting = Watched::new();
    write(&counting).unwrap();
    let whole = fs::read(&path).unwrap();
    assert!(matches!(write(&Watched::new()), Err(SaveError::Exists(_))));
    fs::remove_file(&path).unwrap();
    for failing in 0..counting.calls().len() {
        // The program dies at this call: neither it nor anything after it is done.
        let dead =
            Watched::hooked(move |number, _| if number >= failing { Err(io::ErrorKind::Other.into()) } else { Ok(()) });
        let made = write(&dead);
        match fs::read(&path) {
            Ok(there) => assert_eq!(there, whole, "at call {failing}"),
            Err(_) => assert!(made.is_err(), "at call {failing}"),
        }
        for left in inside(folder.path()) {
            let name = left.file_name().unwrap().to_str().unwrap().to_owned();
            assert!(left == path || plenary::store::is_temporary(&name), "{name}");
            fs::remove_file(left).unwrap();
        }
    }
    // Somebody is quicker, at the last moment.
    let theirs = path.clone();
    let late = Watched::hooked(move |_, call| {
        if let Call::Sync(_) = call {
            fs::write(&theirs, "theirs").unwrap();
        }
        Ok(())
    });
    assert!(matches!(write(&late), Err(SaveError::Exists(_))));
    assert_eq!(fs::read_to_string(&path).unwrap(), "theirs");
    assert_eq!(inside(folder.path()), std::slice::from_ref(&path));
    assert!(matches!(save_new(&RealFiles, &path, b"ours"), Err(SaveError::Exists(_))));
}

#[test]
fn of_many_that_make_the_same_file_one_does() {
    let folder = quick_folder();
    let path = folder.path().join("new.html");
    let made: Vec<bool> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..16)
            .map(|number| {
                scope.spawn({
                    let path = &path;
                    move || save_new(&RealFiles, path, format!("of {number}").as_bytes()).is_ok()
                })
            })
            .collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(made.iter().filter(|made| **made).count(), 1);
    let winner = made.iter().position(|made| *made).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), format!("of {winner}"));
    assert_eq!(inside(folder.path()), [path]);
}

#[test]
fn a_new_folder_is_whole_or_not_there() {
    let folder = quick_folder();
    let target = folder.path().join("tables");
    let fill = |files: &Watched| -> Result<(), SaveError> {
        let new = NewFolder::beside(files, &target)?;
        new.write("one.csv", "one")?;
        new.write("two.csv", "two")?;
        new.put_in_place()
    };
    let counting = Watched::new();
    fill(&counting).unwrap();
    assert_eq!(inside(&target).len(), 2);
    assert!(matches!(fill(&Watched::new()), Err(SaveError::Exists(_))));
    fs::remove_dir_all(&target).unwrap();
    for failing in 0..counting.calls().len() {
        let dead =
            Watched::hooked(move |number, _| if number >= failing { Err(io::ErrorKind::Other.into()) } else { Ok(()) });
        let made = fill(&dead);
        assert!(!target.exists() || inside(&target).len() == 2, "at call {failing}");
        assert!(made.is_err(), "at call {failing}");
        for left in inside(folder.path()) {
            assert!(left == target || left.file_name().unwrap().to_str().unwrap().starts_with(".plenary-tables-"));
            fs::remove_dir_all(left).unwrap();
        }
        // One that fails alone takes away what it has made.
        let faulty =
            Watched::hooked(move |number, _| if number == failing { Err(io::ErrorKind::Other.into()) } else { Ok(()) });
        let made = fill(&faulty);
        let left = inside(folder.path());
        assert!(left.is_empty() || left == [target.clone()], "at call {failing}: {left:?}, {made:?}");
        let _ = fs::remove_dir_all(&target);
    }
    // Left by a program that was killed and had our number.
    fs::create_dir(folder.path().join(format!(".plenary-tables-{}", std::process::id()))).unwrap();
    fill(&Watched::new()).unwrap();
}

#[test]
fn a_new_folder_is_made_where_the_place_confirms_no_write_and_not_where_the_disk_fails() {
    let folder = quick_folder();
    let target = folder.path().join("tables");
    let fill = |number: i32| -> Result<(), SaveError> {
        let files = Watched::hooked(move |_, call| match call {
            Call::Sync(_) | Call::SyncFolder(_) => Err(io::Error::from_raw_os_error(number)),
            _ => Ok(()),
        });
        let new = NewFolder::beside(&files, &target)?;
        new.write("one.csv", "one")?;
        // Filled bit by bit, as tables are.
        let mut two = new.create("two.csv")?;
        two.write_all(b"two").unwrap();
        new.finish(&mut *two)?;
        new.put_in_place()
    };
    // No place of its own for this: EPERM, EACCES and EINVAL are refusals, EIO is a fault.
    for refused in [1, 13, 22] {
        fill(refused).unwrap();
        assert_eq!(inside(&target).len(), 2);
        fs::remove_dir_all(&target).unwrap();
    }
    assert!(matches!(fill(5), Err(SaveError::Step { .. })));
    assert!(inside(folder.path()).is_empty());
}
