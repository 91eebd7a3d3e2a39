//! Saves that were broken off: taken up by their own file and no other, and swept where they lie.

use super::scene::Scene;
use crate::support::files::{Call, Watched};
use crate::support::sessions::{ID, bytes, text_of, version};
use plenary::store::{
    ExpectedContents, FileSystem, RealFiles, Source, backups, is_temporary, open, rescue, save_expected, sweep,
    sweep_home, write_export,
};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// Breaks a save off before its rename, as a kill does; gives what it leaves.
fn broken_off(file: &Path, over: &[u8], bytes: &[u8]) -> PathBuf {
    let killed = Watched::hooked(|_, call| match call {
        Call::Rename(..) | Call::Remove(_) => Err(io::ErrorKind::Other.into()),
        _ => Ok(()),
    });
    save_expected(&killed, file, bytes, &mut ExpectedContents::of(over)).unwrap_err();
    let made = killed.calls().into_iter().rev().find_map(|call| match call {
        Call::Create(path) => Some(path),
        _ => None,
    });
    made.unwrap()
}

fn age(path: &Path, hours: u64) {
    // What is a folder is opened to be read.
    let file = File::options().write(path.is_file()).read(true).open(path).unwrap();
    file.set_modified(SystemTime::now() - Duration::from_hours(hours)).unwrap();
}

fn leftovers(folder: &Path) -> usize {
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    names.filter(|name| name.to_str().is_some_and(is_temporary)).count()
}

#[test]
fn a_broken_off_save_goes_on_in_its_own_file_only() {
    // A session, a copy of it, a conflict copy and a colleague's file: one folder, one id, one content.
    let names = ["glenside.ron", "glenside (1).ron", "glenside (conflict 5).ron", "from Ann.ron"];
    for whose in names {
        let scene = Scene::new();
        let folder = scene.outside.parent().unwrap().to_owned();
        for name in names {
            fs::write(folder.join(name), bytes(5)).unwrap();
        }
        let temporary = broken_off(&folder.join(whose), &bytes(5), &bytes(6));
        for name in names {
            let opened = scene.opened(&folder.join(name));
            let is_its = name == whose;
            assert_eq!((opened.session.rev, opened.unsaved), (if is_its { 6 } else { 5 }, is_its), "{name} of {whose}");
            assert_eq!(opened.found.len(), usize::from(is_its), "{:?}", opened.found);
            assert!(temporary.exists(), "it may be somebody's save that is going on");
            assert_eq!(fs::read(folder.join(name)).unwrap(), bytes(5), "opening changes no file");
        }
    }
}

#[test]
fn a_broken_off_save_is_taken_up_if_it_is_whole_and_newer() {
    let scene = Scene::new();
    fs::write(&scene.inside, bytes(5)).unwrap();
    let mut other = version(9);
    other.id = "ffffffffffffffff".into();
    let other = text_of(&other).into_bytes();
    let torn = bytes(7)[..bytes(7).len() - 20].to_vec();
    for (content, rev) in [(torn, 5), (other, 5), (bytes(4), 5), (bytes(6), 6)] {
        let temporary = broken_off(&scene.inside, &bytes(5), &content);
        let opened = scene.opened(&scene.inside);
        assert_eq!((opened.session, opened.unsaved), (version(rev), rev == 6));
        fs::remove_file(temporary).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn a_broken_off_save_is_found_through_a_link() {
    let scene = Scene::new();
    fs::write(&scene.outside, bytes(5)).unwrap();
    let link = scene.home.sessions_folder().join("link.ron");
    std::os::unix::fs::symlink(&scene.outside, &link).unwrap();
    broken_off(&link, &bytes(5), &bytes(6));
    assert_eq!(scene.opened(&link).session, version(6));
}

#[test]
fn work_that_was_not_made_over_what_the_file_holds_is_offered_and_not_put_over_it() {
    // A colleague saved the file after our save was broken off.
    let mut theirs = version(6);
    theirs.about.venue = "the colleague's".into();
    let theirs = text_of(&theirs).into_bytes();
    let scene = Scene::new();
    fs::write(&scene.outside, bytes(5)).unwrap();
    broken_off(&scene.outside, &bytes(5), &bytes(8));
    fs::write(&scene.outside, &theirs).unwrap();
    let opened = scene.opened(&scene.outside);
    assert_eq!((opened.session.about.venue.as_str(), opened.unsaved), ("the colleague's", false));
    assert_eq!(
        opened.found,
        [
            "Beside this file there is a save that was broken off, with other work on this session (change 8). It was not \
          made over what the file holds now, so it is not taken up; it is kept among the backups and can be restored \
          like one."
        ]
    );
    let offered = rescue(&RealFiles, &scene.home, &scene.outside);
    assert_eq!((offered[0].source, offered[0].version.rev), (Source::Backup, 8));
}

#[test]
fn the_names_of_earlier_versions_do_not_say_whose_they_are_so_that_nothing_of_them_is_taken_up() {
    let scene = Scene::new();
    fs::write(&scene.outside, bytes(5)).unwrap();
    let old = scene.outside.with_file_name(".plenary-77-3.tmp");
    fs::write(&old, bytes(7)).unwrap();
    let opened = scene.opened(&scene.outside);
    assert_eq!((opened.session, opened.unsaved), (version(5), false));
    assert!(opened.found[0].contains("with other work on this session (change 7)"), "{:?}", opened.found);
    assert_eq!(backups(&RealFiles, &scene.home, ID)[0].rev, 7);
    assert!(rescue(&RealFiles, &scene.home, &scene.outside).iter().any(|found| found.source == Source::BrokenOff));
}

#[test]
fn the_first_save_of_a_file_is_offered_where_it_was_broken_off() {
    let scene = Scene::new();
    fs::write(&scene.inside, "").unwrap();
    broken_off(&scene.inside, b"", &bytes(3));
    let offered = rescue(&RealFiles, &scene.home, &scene.inside);
    assert_eq!(offered.len(), 1);
    assert_eq!((offered[0].source, offered[0].version.rev), (Source::BrokenOff, 3));
}

#[test]
fn what_a_leftover_holds_beyond_its_file_is_not_swept_before_the_file_has_it() {
    let scene = Scene::new();
    let folder = scene.outside.parent().unwrap();
    let old = folder.join(".plenary-77-3.tmp");
    fs::write(&scene.outside, bytes(5)).unwrap();
    fs::write(&old, bytes(6)).unwrap();
    let own = broken_off(&scene.outside, &bytes(5), &bytes(6));
    let torn = broken_off(&scene.outside, &bytes(5), &bytes(7)[..200]);
    let fresh = broken_off(&scene.outside, &bytes(5), &bytes(5));
    for path in [&old, &own, &torn] {
        age(path, 2);
    }
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 1);
    assert_eq!((old.exists(), own.exists(), torn.exists(), fresh.exists()), (true, true, false, true));
    save_expected(&RealFiles, &scene.outside, &bytes(6), &mut ExpectedContents::of(&bytes(5))).unwrap();
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 2);
    assert!(fresh.exists(), "one is being written right now");
    // Of a file that cannot be read it may be all there is.
    let last = broken_off(&scene.outside, &bytes(6), &bytes(4));
    age(&last, 2);
    fs::write(&scene.outside, "damaged").unwrap();
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 0);
    fs::remove_file(&scene.outside).unwrap();
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 1, "there is nobody to ask for it");
}

#[test]
fn a_damaged_file_of_another_session_keeps_no_leftover_from_being_swept() {
    let scene = Scene::new();
    let folder = scene.outside.parent().unwrap();
    let old = folder.join(".plenary-77-3.tmp");
    fs::write(&scene.outside, bytes(5)).unwrap();
    fs::write(&old, bytes(5)).unwrap();
    age(&old, 2);
    // Its first line cannot be read, and its document names the session that it is, or was.
    let damaged = folder.join("damaged.ron");
    let text = String::from_utf8(bytes(4)).unwrap().replacen("// (", "// {", 1);
    fs::write(&damaged, &text).unwrap();
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 0, "of this one it may be all there is");
    fs::write(&damaged, text.replace(ID, "ffffffffffffffff")).unwrap();
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 1);
}

#[test]
fn a_paper_sweeps_the_folder_it_is_put_in() {
    let scene = Scene::new();
    let folder = scene.outside.parent().unwrap();
    for name in [".plenary-77-3.tmp", ".plenary-0123456789abcdef-00000000-77-3.tmp"] {
        fs::write(folder.join(name), bytes(6)).unwrap();
        age(&folder.join(name), 2);
    }
    write_export(&RealFiles, &scene.home, &folder.join("report.html"), b"<p>", false).unwrap();
    assert_eq!(leftovers(folder), 0);
}

#[test]
fn folders_of_tables_that_were_left_are_swept_with_what_is_in_them() {
    let scene = Scene::new();
    let folder = scene.outside.parent().unwrap();
    let tables = |process: &str, hours: u64| {
        let tables = folder.join(format!(".plenary-tables-{process}"));
        fs::create_dir(&tables).unwrap();
        fs::write(tables.join("votes.csv"), "a,b").unwrap();
        age(&tables.join("votes.csv"), hours);
        age(&tables, 2);
        tables
    };
    let (left, going_on, other) = (tables("99", 2), tables("98", 0), tables("of mine", 2));
    assert_eq!(sweep(&RealFiles, folder).unwrap(), 1);
    assert_eq!((left.exists(), going_on.exists(), other.exists()), (false, true, true));
}

#[test]
fn only_what_has_such_a_name_is_looked_at() {
    let scene = Scene::new();
    let folder = scene.outside.parent().unwrap();
    for number in 0..50 {
        fs::write(folder.join(format!("{number}.ron")), bytes(5)).unwrap();
    }
    fs::write(folder.join(".plenary-77-3.tmp"), "").unwrap();
    let watched = Watched::new();
    assert_eq!(sweep(&watched, folder).unwrap(), 0);
    assert_eq!(watched.calls().len(), 2, "the list and one look");
}

#[test]
fn a_sweep_that_fails_anywhere_takes_nothing_else() {
    let make = || {
        let scene = Scene::new();
        fs::write(&scene.inside, bytes(5)).unwrap();
        for (number, content) in [bytes(6), bytes(4), b"torn".to_vec()].into_iter().enumerate() {
            age(&broken_off(&scene.inside, &bytes(5), &content), 2 + number as u64);
        }
        scene
    };
    let (watched, scene) = (Watched::new(), make());
    sweep_home(&watched, &scene.home).unwrap();
    assert_eq!(leftovers(&scene.home.sessions_folder()), 1);
    for n in 0..watched.calls().len() {
        for error in [io::ErrorKind::PermissionDenied, io::ErrorKind::NotFound, io::ErrorKind::TimedOut] {
            let scene = make();
            let faulty = Watched::hooked(move |number, _| if number == n { Err(error.into()) } else { Ok(()) });
            let _ = sweep_home(&faulty, &scene.home);
            assert_eq!(open(&scene.inside).unwrap().session, version(5), "call {n}, {error}");
            let kept = rescue(&RealFiles, &scene.home, &scene.inside);
            assert!(kept.iter().any(|kept| kept.version.rev == 6), "call {n}, {error}: newer work was swept");
            assert!(RealFiles.list(&scene.home.root).is_ok());
        }
    }
}
