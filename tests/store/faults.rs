//! Whichever call fails, with whatever error, once or from then on (T3): what was there is there, what is called done
//! is done, and nothing is lost in silence. Each story is first told without faults, to count its calls.

use super::scene::{PATIENCE, Scene, lock};
use crate::support::files::{SHORT, Watched};
use crate::support::sessions::{ID, bytes, job, moment, version};
use plenary::session::Session;
use plenary::store::{
    Deleted, ExpectedContents, FolderId, Intervals, RealFiles, SaveError, Saver, delete, deletion, open, open_to_edit,
    rescue, restore, save_atomic, save_expected,
};
use std::fs;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Errors as disks, networks and other programs give them.
fn errors() -> Vec<io::Error> {
    use io::ErrorKind as Kind;
    let kinds = [
        Kind::StorageFull,
        Kind::PermissionDenied,
        Kind::ReadOnlyFilesystem,
        Kind::Interrupted,
        Kind::TimedOut,
        Kind::Other,
        SHORT,
    ];
    // EIO, a sharing violation, a lock violation.
    let codes = [5, 32, 33];
    kinds.into_iter().map(io::Error::from).chain(codes.into_iter().map(io::Error::from_raw_os_error)).collect()
}

impl Scene {
    /// A home with a session of version 5, four backups, and a recovery copy.
    fn with_backups() -> Self {
        let scene = Self::new();
        let backups = scene.home.backups_folder().join(ID);
        fs::create_dir_all(&backups).unwrap();
        fs::write(&scene.inside, bytes(5)).unwrap();
        for rev in 1..=4 {
            fs::write(backups.join(format!("{rev:010}-2026031{rev}T100000Z.ron")), bytes(rev)).unwrap();
        }
        scene
    }

    fn main(&self) -> Option<Session> {
        open(&self.inside).ok().map(|loaded| loaded.session)
    }

    /// All versions that can be found again.
    fn versions(&self) -> Vec<u64> {
        rescue(&RealFiles, &self.home, &self.inside).into_iter().map(|found| found.version.rev).collect()
    }
}

/// Tells a story with each fault at each call; gives how many were told.
fn each_fault(story: impl Fn(&Watched, &Scene) -> Result<(), String>) -> usize {
    let counting = Watched::new();
    story(&counting, &Scene::with_backups()).unwrap();
    let calls = counting.calls().len();
    let mut told = 0;
    for n in 0..calls {
        for e in 0..errors().len() {
            for for_ever in [false, true] {
                // Nothing interrupts for ever, or the standard library would try for ever.
                if for_ever && matches!(errors()[e].kind(), io::ErrorKind::Interrupted | SHORT) {
                    continue;
                }
                let faulty = Watched::hooked(move |number, _| {
                    if number == n || (for_ever && number > n) { Err(errors().swap_remove(e)) } else { Ok(()) }
                });
                let scene = Scene::with_backups();
                let outcome = story(&faulty, &scene);
                if let Err(wrong) = outcome {
                    panic!("call {n} of {calls}, {:?}, for ever: {for_ever}: {wrong}", errors()[e]);
                }
                told += 1;
            }
        }
    }
    told
}

fn ensure(is_so: bool, what: &str) -> Result<(), String> {
    if is_so { Ok(()) } else { Err(what.to_owned()) }
}

#[test]
fn saving_over_what_is_known() {
    let told = each_fault(|files, scene| {
        let mut known = ExpectedContents::of(&bytes(5));
        let saved = save_expected(files, &scene.inside, &bytes(6), &mut known);
        let now = scene.main().ok_or("no whole version stands there")?;
        ensure(now == version(6) || now == version(5), "another version stands there")?;
        ensure(saved.is_err() || now == version(6), "saved, and it is not there")?;
        // Whatever happened, the next save must not take our own version for somebody's.
        save_expected(&RealFiles, &scene.inside, &bytes(7), &mut known).map(drop).map_err(|error| error.to_string())
    });
    assert!(told > 100, "{told}");
}

#[test]
fn saving_in_a_folder_that_is_back_under_another_number() {
    let was = || Some(FolderId { device: 7, number: 7 });
    let told = each_fault(|files, scene| {
        let mut known = ExpectedContents::of(&bytes(5)).in_folder(was());
        let saved = save_expected(files, &scene.inside, &bytes(6), &mut known);
        let now = scene.main().ok_or("no whole version stands there")?;
        ensure(now == version(6) || (now == version(5) && saved.is_err()), "another version stands there")?;
        save_expected(&RealFiles, &scene.inside, &bytes(7), &mut known).map(drop).map_err(|error| error.to_string())
    });
    assert!(told > 100, "{told}");
    // The control: the folder is another one, and the file is not there.
    let scene = Scene::with_backups();
    fs::remove_file(&scene.inside).unwrap();
    let away =
        save_expected(&RealFiles, &scene.inside, &bytes(6), &mut ExpectedContents::of(&bytes(5)).in_folder(was()));
    assert!(matches!(away, Err(SaveError::Away { .. })) && !scene.inside.exists());
}

#[test]
fn finding_a_conflict() {
    each_fault(|files, scene| {
        let mut known = ExpectedContents::of(&bytes(4));
        let saved = save_expected(files, &scene.inside, &bytes(6), &mut known);
        ensure(scene.main() == Some(version(5)), "the other's version is gone")?;
        ensure(saved.is_err(), "saved over it")
    });
}

#[test]
fn an_unwary_writer_loses_the_others_version() {
    let scene = Scene::with_backups();
    save_atomic(&RealFiles, &scene.inside, &bytes(6)).unwrap();
    assert_ne!(scene.main(), Some(version(5)));
}

fn story_of_a_saver(files: &Watched, scene: &Scene, known: &[u8]) -> Result<Vec<PathBuf>, String> {
    let intervals = Intervals { retry: Duration::from_mins(1), ..Intervals::default() };
    let saver = Saver::start(Arc::new(files.clone()), &scene.home, intervals, drop).unwrap();
    let mut opened = open_to_edit(&RealFiles, &scene.home, &scene.inside, moment(0)).unwrap();
    opened.expected = ExpectedContents::of(known);
    saver.opened(&scene.inside, &opened);
    saver.save(job(&scene.inside, 6));
    let finished = saver.finish(PATIENCE);
    let now = scene.main().ok_or("no whole version stands there")?;
    let found: Vec<_> = rescue(&RealFiles, &scene.home, &scene.inside);
    let sixth = || found.iter().filter(|found| found.version.rev == 6).map(|found| found.version.path.clone());
    match finished {
        Ok(()) => ensure(now == version(6) || sixth().next().is_some(), "finished, and it is nowhere")?,
        Err(left) => {
            let copy = left.0[0].recovery.clone();
            ensure(copy.is_none_or(|copy| sixth().any(|path| path == copy)), "the recovery copy is not there")?;
        }
    }
    Ok(sixth().collect())
}

#[test]
fn the_saver_from_beginning_to_end() {
    let told = each_fault(|files, scene| {
        story_of_a_saver(files, scene, &bytes(5))?;
        let now = scene.main().ok_or("nothing stands there")?;
        ensure(now == version(6) || now == version(5), "another version stands there")
    });
    assert!(told > 200, "{told}");
}

#[test]
fn the_saver_in_a_conflict() {
    each_fault(|files, scene| {
        story_of_a_saver(files, scene, &bytes(4))?;
        ensure(scene.main() == Some(version(5)), "the other's version is gone")
    });
}

#[test]
fn opening_to_go_on() {
    each_fault(|files, scene| {
        let opened = open_to_edit(files, &scene.home, &scene.inside, moment(60));
        ensure(scene.main() == Some(version(5)), "opening changed the file")?;
        for rev in 1..=4 {
            ensure(scene.versions().contains(&rev), "a backup is gone")?;
        }
        let Ok(opened) = opened else { return Ok(()) };
        ensure(opened.session == version(5), "another version was opened")?;
        let is_told = opened.found.iter().any(|sentence| sentence.starts_with("No backup could be made"));
        ensure(scene.versions().contains(&5) || is_told, "there is no backup, and nobody was told")
    });
}

#[test]
fn restoring() {
    let told = each_fault(|files, scene| {
        let backup = scene.home.backups_folder().join(ID).join("0000000002-20260312T100000Z.ron");
        let restored = restore(files, &scene.home, &lock(files, &scene.home, &scene.inside), &backup, moment(60));
        let now = scene.main().ok_or("no whole version stands there")?;
        let is_restored = now.rev == 6 && now.about.purpose == "change 2";
        ensure(is_restored || now == version(5), "another version stands there")?;
        ensure(restored.is_err() || is_restored, "restored, and it is not there")?;
        ensure(!is_restored || scene.versions().contains(&5), "the version before is gone")?;
        ensure(scene.versions().contains(&2), "the backup is gone")
    });
    assert!(told > 200, "{told}");
}

#[test]
fn deleting() {
    each_fault(|files, scene| {
        let is_whole = || scene.versions().len() == 4 && scene.main() == Some(version(5));
        let Ok(plan) = deletion(files, &scene.home, &scene.inside) else {
            return ensure(is_whole(), "refused, and a version is gone");
        };
        let Ok(Deleted { removed, left, .. }) =
            delete(files, &scene.home, lock(files, &scene.home, &scene.inside), plan)
        else {
            return ensure(is_whole(), "refused, and a version is gone");
        };
        ensure(removed.iter().all(|path| !path.exists()), "called removed, and it is there")?;
        let there = scene.all();
        let is_listed = |path: &PathBuf| left.iter().any(|(left, _)| path.starts_with(left));
        let unlisted: Vec<_> = there.iter().filter(|path| !is_listed(path)).collect();
        ensure(unlisted.is_empty(), &format!("still there and not listed: {unlisted:?}"))
    });
}

#[test]
fn the_words_of_a_failure_say_what_to_do() {
    let scene = Scene::with_backups();
    let error = save_expected(&RealFiles, &scene.inside, &bytes(6), &mut ExpectedContents::nothing()).unwrap_err();
    assert!(matches!(error, SaveError::Changed(_)));
    assert!(error.to_string().ends_with("it was left as it is. Save the session under another name."), "{error}");
}
