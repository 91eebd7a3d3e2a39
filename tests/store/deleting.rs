//! Deleting: one session goes, with what is its own; what belongs to another file or holds more stays, and all of it
//! is said before.

use super::scene::{PATIENCE, Scene};
use crate::support::files::{Call, Watched};
use crate::support::sessions::{ID, bytes, job, moment, newer, text_of, version};
use plenary::session::FORMAT;
use plenary::store::{
    BEYOND, DeleteError, Deleted, Deletion, FileSystem, Intervals, RealFiles, Saver, Source, backups, delete, deletion,
    last_resort, last_session, open, open_to_edit, remember_last, rescue, restore, save_atomic,
};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

impl Scene {
    /// A file in the sessions folder.
    fn beside(&self, name: &str) -> PathBuf {
        self.inside.with_file_name(name)
    }

    /// A file on a share or a stick.
    fn outside(&self, name: &str) -> PathBuf {
        fs::create_dir_all(self.outside.parent().unwrap()).unwrap();
        self.outside.with_file_name(name)
    }

    /// Writes these versions to a file and opens it with each.
    fn opens(&self, file: &Path, revs: impl IntoIterator<Item = u64>) {
        for rev in revs {
            fs::write(file, bytes(rev)).unwrap();
            let opened = open_to_edit(&RealFiles, &self.home, file, moment(i64::try_from(rev).unwrap())).unwrap();
            assert_eq!(opened.session.rev, rev);
        }
    }

    /// Work on a file whose folder is not there: it is in a recovery copy only.
    fn works_on(&self, file: &Path, rev: u64) -> PathBuf {
        let blocked = file.to_owned();
        let files = Watched::hooked(move |_, call| match call {
            Call::Create(path) if path.parent() == blocked.parent() => Err(std::io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        });
        let saver = Saver::start(Arc::new(files), &self.home, Intervals::default(), |_| {}).unwrap();
        if let Ok(opened) = open_to_edit(&RealFiles, &self.home, file, moment(0)) {
            saver.opened(file, &opened);
        }
        saver.save(job(file, rev));
        saver.finish(PATIENCE).unwrap_err().0[0].recovery.clone().unwrap()
    }

    fn plan(&self, file: &Path) -> Result<Deletion, DeleteError> {
        deletion(&RealFiles, &self.home, file)
    }

    /// Deletes a file, and holds what became of it against what was shown before.
    fn deletes(&self, file: &Path) -> Deleted {
        let plan = self.plan(file).unwrap();
        let before: BTreeMap<PathBuf, Vec<u8>> =
            self.all().into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect();
        let deleted = delete(&RealFiles, &self.home, self.lock(file), plan.clone()).unwrap();
        let shown: BTreeSet<&PathBuf> = plan.goes.iter().map(|(_, path)| path).chain([&plan.file]).collect();
        let after = self.all();
        // What is also another file's may have that one's name now.
        let content: BTreeSet<Vec<u8>> = after.iter().map(|path| fs::read(path).unwrap()).collect();
        for (path, bytes) in before.iter().filter(|(path, _)| !after.contains(*path) && !shown.contains(path)) {
            let is_note = path.ends_with("last-session.ron")
                || ["path", "lock", "holder"].iter().any(|ending| path.extension() == Some(ending.as_ref()));
            assert!(is_note || content.contains(bytes), "gone and not shown: {}", path.display());
        }
        assert_eq!(deleted.kept, plan.stays);
        assert!(deleted.kept.iter().all(|(path, _)| path.exists() || !before.contains_key(path)), "{deleted:?}");
        deleted
    }

    /// The counts of changes of all backups.
    fn backups(&self) -> Vec<u64> {
        backups(&RealFiles, &self.home, ID).iter().map(|backup| backup.rev).collect()
    }
}

fn why<'deleted>(deleted: &'deleted Deleted, path: &Path) -> &'deleted str {
    deleted.kept.iter().find(|(kept, _)| kept == path).map_or("", |(_, why)| why)
}

fn other_text() -> String {
    let mut other = version(1);
    other.id = "ffffffffffffffff".into();
    text_of(&other)
}

#[test]
fn a_session_goes_with_all_that_is_its_own_and_nothing_of_anybody_else() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=3);
    let write = |path: PathBuf, content: &str| {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, content).unwrap();
        path
    };
    let ours = [
        write(scene.beside(".plenary-1-1.tmp"), &text_of(&version(2))),
        write(scene.home.recovery_folder().join(".plenary-3-1.tmp"), &text_of(&version(2))),
    ];
    let theirs = [
        write(scene.beside("glenside (conflict 3).ron"), &other_text()),
        write(scene.beside("glenside-2.ron"), &other_text()),
        write(scene.beside(".plenary-1-2.tmp"), &other_text()),
        write(scene.beside("glenside (2).ron"), &other_text()),
    ];
    open_to_edit(&RealFiles, &scene.home, &theirs[1], moment(0)).unwrap();
    remember_last(&RealFiles, &scene.home, &scene.inside).unwrap();
    let third = backups(&RealFiles, &scene.home, ID)[2].path.clone();
    fs::write(&scene.inside, "(damaged").unwrap();
    let damaged = restore(&RealFiles, &scene.home, &scene.lock(&scene.inside), &third, moment(999)).unwrap().kept;
    assert!(damaged.unwrap().to_str().unwrap().ends_with("-damaged.ron"));
    let deleted = scene.deletes(&scene.inside);
    assert_eq!((&deleted.left[..], &deleted.kept[..]), (&[][..], &[][..]));
    for path in ours.iter().chain([&scene.inside]) {
        assert!(deleted.removed.contains(path) && !path.exists(), "{}", path.display());
    }
    let is_theirs = |path: &PathBuf| theirs.contains(path) || path.to_str().unwrap().contains("ffffffffffffffff");
    assert!(scene.all().iter().all(is_theirs), "{:?}", scene.all());
    assert!(theirs.iter().all(|path| path.exists()));
    assert_eq!(last_session(&scene.home), None);
    assert!(BEYOND.contains("are not reached"));
}

#[test]
fn deleting_a_copy_keeps_every_earlier_version_of_the_session_itself_and_says_so() {
    for name in [
        "glenside (1).ron",
        "glenside - Copy.ron",
        "glenside (conflict 3).ron",
        "GLENSIDE.RON",
        "old.ron",
        "glenside.ron.bak",
    ] {
        let scene = Scene::new();
        scene.opens(&scene.inside, 1..=3);
        let copy = scene.beside(name);
        fs::copy(&scene.inside, &copy).unwrap();
        let deleted = scene.deletes(&copy);
        assert_eq!(scene.backups(), [3, 2, 1], "{name}");
        assert_eq!(why(&deleted, &scene.inside), "another file of this session", "{name}");
        let folder = scene.home.backups_folder().join(ID);
        assert_eq!(why(&deleted, &folder), "3 earlier versions, which are also those of glenside.ron");
        assert_eq!(open(&scene.inside).unwrap().session, version(3));
        // And the other way round: the copy keeps what was before it.
        scene.opens(&scene.inside, [4]);
        fs::write(&copy, bytes(3)).unwrap();
        let deleted = scene.deletes(&scene.inside);
        assert_eq!(why(&deleted, &copy), "another file of this session", "{name}");
        assert_eq!(scene.backups(), [3, 2, 1], "{name}: change 4 was made in the other file only");
        let left = scene.deletes(&copy);
        assert_eq!((scene.backups(), left.kept), (vec![], vec![]), "{name}: with the last file all goes");
    }
}

#[test]
fn with_the_last_of_several_copies_all_goes_also_what_two_of_them_kept_at_one_moment() {
    let mut differs = version(4);
    differs.about.venue = "Elsewhere".into();
    for text in [text_of(&version(4)), text_of(&differs)] {
        let scene = Scene::new();
        scene.opens(&scene.inside, 1..=4);
        let copies = [scene.outside("one.ron"), scene.outside("two.ron")];
        for copy in &copies {
            fs::write(copy, &text).unwrap();
            open_to_edit(&RealFiles, &scene.home, copy, moment(4)).unwrap();
        }
        scene.deletes(&scene.inside);
        assert!(scene.backups().len() >= 5, "what was before the copies is theirs as well: {:?}", scene.backups());
        scene.deletes(&copies[0]);
        assert_eq!(scene.backups().into_iter().collect::<BTreeSet<_>>(), (1..=4).collect());
        let left = scene.deletes(&copies[1]);
        assert_eq!((scene.backups(), left.kept), (vec![], vec![]));
    }
}

#[test]
fn a_copy_that_was_worked_on_takes_its_own_versions_with_it() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=4);
    let copy = scene.beside("glenside (1).ron");
    scene.opens(&copy, [4, 5, 6]);
    assert_eq!(scene.backups(), [6, 5, 4, 4, 3, 2, 1]);
    let deleted = scene.deletes(&copy);
    assert_eq!(scene.backups(), [4, 3, 2, 1]);
    assert_eq!(deleted.removed.iter().filter(|path| path.starts_with(scene.home.backups_folder())).count(), 4);
}

#[test]
fn a_session_is_not_restored_from_a_copy_that_was_worked_on_while_it_has_versions_of_its_own() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=2);
    let copy = scene.beside("glenside (1).ron");
    scene.opens(&copy, [2, 9]);
    let revs = |file: &Path| -> Vec<(u64, bool)> {
        rescue(&RealFiles, &scene.home, file).iter().map(|found| (found.version.rev, found.elsewhere)).collect()
    };
    assert_eq!(revs(&scene.inside), [(2, false), (1, false), (9, true), (2, true)]);
    assert_eq!(revs(&copy), [(9, false), (2, false), (2, true), (1, true)]);
    // Without the copy its versions are earlier ones of what is left, as after renaming.
    fs::remove_file(&copy).unwrap();
    assert!(revs(&scene.inside).iter().all(|(_, elsewhere)| !elsewhere));
}

#[test]
fn the_document_says_whose_a_file_is_and_its_first_line_does_not() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=3);
    let letter = scene.outside("letter.ron");
    fs::write(&letter, other_text().replacen("ffffffffffffffff", ID, 1)).unwrap();
    let deleted = scene.deletes(&letter);
    assert!(!letter.exists() && deleted.kept.is_empty(), "{deleted:?}");
    assert_eq!(scene.backups(), [3, 2, 1]);
    // Nor is anything of the other session offered, or put into the file; also where the text is damaged further down.
    for text in [other_text(), other_text().replacen("  framework:", "  framework", 1)] {
        fs::write(&letter, text.replacen("ffffffffffffffff", ID, 1)).unwrap();
        assert_eq!(rescue(&RealFiles, &scene.home, &letter), []);
        let backup = backups(&RealFiles, &scene.home, ID)[0].path.clone();
        let error = restore(&RealFiles, &scene.home, &scene.lock(&letter), &backup, moment(9)).unwrap_err();
        assert!(error.to_string().contains("is a version of another session than"), "{error}");
    }
}

#[test]
fn what_is_no_session_is_refused() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=2);
    let session = text_of(&version(2));
    let first = session.lines().next().unwrap();
    let document = session.split_once('\n').unwrap().1;
    let texts: Vec<(&str, Vec<u8>)> = vec![
        ("minutes.txt", format!("We used the session with id: \"{ID}\" today.").into()),
        ("thesis.docx", b"PK\x03\x04 my thesis".to_vec()),
        ("empty.ron", Vec::new()),
        ("blank.ron", b"\n \n".to_vec()),
        ("zeros.ron", vec![0; 4096]),
        ("first line.ron", format!("{first}\n").into()),
        ("first line and thesis.ron", format!("{first}\nmy thesis\n").into()),
        ("quoted.md", format!("# A session\n\n```\n{session}```\n").into()),
        ("list.ron", format!("[{document}]").into()),
        ("no format.ron", document.replacen(&format!("  format: {FORMAT},\n"), "", 1).into()),
        ("data.json", format!("{{\"format\": 4, \"id\": \"{ID}\"}}").into()),
        ("page.html", format!("<html><!-- {session} --></html>").into()),
        ("framework.ron", b"(id: \"small\", version: 1, title: \"A framework\", stages: [])".to_vec()),
        ("utf-16.ron", session.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ];
    for (name, content) in texts {
        for file in [scene.outside(name), scene.beside(name)] {
            fs::write(&file, &content).unwrap();
            let before = scene.all();
            let error = scene.plan(&file).unwrap_err();
            assert!(error.to_string().starts_with("Nothing was deleted, because only a session is"), "{name}: {error}");
            assert_eq!(scene.all(), before, "{name}");
            fs::remove_file(file).unwrap();
        }
    }
    let error = scene.plan(&scene.home.sessions_folder()).unwrap_err();
    assert!(error.to_string().contains("is a folder, not a session file"), "{error}");
    let error = scene.plan(&scene.beside("none.ron")).unwrap_err();
    assert!(error.to_string().contains("is no session file: nothing is there"), "{error}");
}

#[test]
fn a_session_that_cannot_be_read_goes_alone_and_can_be_brought_back() {
    let text = text_of(&version(3));
    for damage in [text.replacen("  created:", "  created", 1), text[..600].to_owned(), newer(&text, FORMAT + 1)] {
        let scene = Scene::new();
        scene.opens(&scene.inside, 1..=3);
        fs::write(&scene.inside, &damage).unwrap();
        let plan = scene.plan(&scene.inside).unwrap();
        assert_eq!((plan.rev, &plan.goes[..]), (None, &[][..]));
        let deleted = scene.deletes(&scene.inside);
        let folder = scene.home.backups_folder().join(ID);
        assert!(why(&deleted, &folder).contains("\"plenary restore FILE\" puts the newest version in"), "{deleted:?}");
        assert!(!scene.inside.exists());
        let newest = rescue(&RealFiles, &scene.home, &scene.inside)[0].version.path.clone();
        restore(&RealFiles, &scene.home, &scene.lock(&scene.inside), &newest, moment(99)).unwrap();
        assert_eq!(open(&scene.inside).unwrap().session.about.purpose, "change 3");
        scene.deletes(&scene.inside);
        assert_eq!(scene.backups(), Vec::<u64>::new());
    }
}

#[test]
fn a_copy_that_holds_more_than_the_session_stays() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=3);
    let recovery = scene.works_on(&scene.inside, 5);
    let broken_off = scene.beside(".plenary-7-7.tmp");
    fs::write(&broken_off, bytes(4)).unwrap();
    // Somebody put an older version back by hand.
    fs::write(&scene.inside, bytes(2)).unwrap();
    let newest = backups(&RealFiles, &scene.home, ID)[0].path.clone();
    let deleted = scene.deletes(&scene.inside);
    for (path, rev) in [(&recovery, 5), (&broken_off, 4), (&newest, 5)] {
        let expected = format!("it holds more (change {rev}) than what is deleted (change 2)");
        assert_eq!(why(&deleted, path), expected, "{}", path.display());
        assert!(path.exists());
    }
    assert_eq!((scene.backups(), scene.inside.exists()), (vec![5, 3], false));
    // What stayed is found under the name that the session had.
    let restored = restore(&RealFiles, &scene.home, &scene.lock(&scene.inside), &recovery, moment(99)).unwrap();
    assert_eq!(restored.session.about.purpose, "change 5");
    // Now nothing holds more.
    scene.deletes(&scene.inside);
    assert_eq!(scene.all(), BTreeSet::new());
}

#[test]
fn other_work_of_the_same_count_stays_and_the_same_work_goes() {
    let scene = Scene::new();
    scene.opens(&scene.inside, [3]);
    let copy = scene.works_on(&scene.inside, 3);
    assert_eq!(scene.plan(&scene.inside).unwrap().goes.iter().filter(|(_, path)| *path == copy).count(), 1);
    let mut different = version(3);
    different.about.venue = "another branch".into();
    fs::write(&copy, text_of(&different)).unwrap();
    let deleted = scene.deletes(&scene.inside);
    assert_eq!(why(&deleted, &copy), "it holds other work than what is deleted");
    assert_eq!(open(&copy).unwrap().session, different);
}

#[test]
fn unsaved_work_on_a_share_that_is_gone_outlives_a_copy_of_the_file_elsewhere() {
    for is_emptied in [false, true] {
        let scene = Scene::new();
        let shared = scene.outside("a.ron");
        scene.opens(&shared, 1..=2);
        fs::copy(&shared, &scene.inside).unwrap();
        let recovery = scene.works_on(&shared, 3);
        // The share is gone; where it was may be an empty folder.
        let share = shared.parent().unwrap();
        fs::rename(share, scene.folder.path().join("unmounted")).unwrap();
        if is_emptied {
            fs::create_dir(share).unwrap();
        }
        let before = scene.backups();
        let deleted = scene.deletes(&scene.inside);
        assert!(why(&deleted, &recovery).contains("it holds more (change 3)"), "{deleted:?}");
        assert_eq!(why(&deleted, &shared), "this session was opened there too, and that cannot be seen now");
        assert_eq!(open(&recovery).unwrap().session, version(3));
        assert_eq!(scene.backups(), before);
    }
}

#[test]
fn a_recovery_copy_of_another_file_stays_whatever_it_holds() {
    let scene = Scene::new();
    let shared = scene.outside("a.ron");
    scene.opens(&shared, 1..=2);
    let recovery = scene.works_on(&shared, 3);
    scene.opens(&scene.inside, 3..=9);
    let deleted = scene.deletes(&scene.inside);
    assert_eq!(why(&deleted, &recovery), format!("it may be a copy of {}", shared.display()));
    assert!(recovery.exists());
}

#[test]
fn a_session_that_was_renamed_or_moved_from_here_takes_its_earlier_versions_with_it() {
    for name in ["renamed.ron", "share"] {
        let scene = Scene::new();
        scene.opens(&scene.inside, 1..=3);
        let moved = if name == "share" { scene.outside("glenside.ron") } else { scene.beside(name) };
        fs::rename(&scene.inside, &moved).unwrap();
        scene.opens(&moved, [4]);
        let deleted = scene.deletes(&moved);
        assert_eq!((deleted.kept, scene.backups()), (vec![], vec![]), "{name}");
        assert_eq!(scene.all(), BTreeSet::new(), "{name}");
    }
}

#[test]
fn backups_from_before_it_was_noted_whose_they_are_go_with_the_last_file() {
    let scene = Scene::new();
    let folder = scene.home.backups_folder().join(ID);
    fs::create_dir_all(&folder).unwrap();
    for rev in 1..=2 {
        fs::write(folder.join(format!("{rev:010}-2026031{rev}T100000Z.ron")), bytes(rev)).unwrap();
    }
    let copy = scene.beside("glenside (1).ron");
    scene.opens(&scene.inside, [3]);
    fs::write(&copy, bytes(3)).unwrap();
    scene.deletes(&copy);
    assert_eq!(scene.backups(), [3, 2, 1]);
    scene.deletes(&scene.inside);
    assert_eq!(scene.backups(), Vec::<u64>::new());
}

#[cfg(unix)]
#[test]
fn a_link_is_told_from_the_session() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=2);
    let link = scene.folder.path().join("link.ron");
    std::os::unix::fs::symlink(&scene.inside, &link).unwrap();
    let error = scene.plan(&link).unwrap_err();
    let real = fs::canonicalize(&scene.inside).unwrap();
    assert_eq!(
        error.to_string(),
        format!(
            "{} is only a link; the session itself is {}. Nothing was deleted: delete the session by that name.",
            link.display(),
            real.display()
        )
    );
    // Versions that were made by way of the link are the session's own.
    open_to_edit(&RealFiles, &scene.home, &link, moment(9)).unwrap();
    let deleted = scene.deletes(&scene.inside);
    assert_eq!((deleted.kept, scene.backups()), (vec![], vec![]));
    assert!(fs::symlink_metadata(&link).is_ok());
    assert!(matches!(scene.plan(&link), Err(DeleteError::Unseen { .. })), "a link that leads nowhere");
}

#[test]
fn what_changed_after_it_was_shown_is_not_deleted() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=2);
    let plan = scene.plan(&scene.inside).unwrap();
    fs::write(&scene.inside, bytes(9)).unwrap();
    let error = delete(&RealFiles, &scene.home, scene.lock(&scene.inside), plan).unwrap_err();
    assert!(error.to_string().ends_with("ask again to see what goes now."), "{error}");
    assert_eq!((open(&scene.inside).unwrap().session.rev, scene.backups()), (9, vec![2, 1]));
}

#[test]
fn what_the_last_resort_left_goes_with_its_session_unless_it_holds_more() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=4);
    let home = scene.folder.path().to_owned();
    let resort = |rev| {
        let home = home.clone();
        let blocked = Watched::hooked(move |_, call| match call {
            Call::Create(path) if path.starts_with(&home) => Err(std::io::ErrorKind::StorageFull.into()),
            _ => Ok(()),
        });
        let files: Arc<dyn FileSystem + Send + Sync> = Arc::new(blocked);
        last_resort(&files, &scene.home, &job(&scene.inside, rev), None, moment(0), PATIENCE).unwrap()
    };
    let (same, more) = (resort(4), resort(5));
    assert!(same.starts_with(std::env::temp_dir()) && more.starts_with(std::env::temp_dir()));
    let goes = scene.plan(&scene.inside).unwrap().goes;
    assert!(goes.contains(&(Source::LastResort, same.clone())), "{goes:?}");
    assert!(rescue(&RealFiles, &scene.home, &scene.inside)[0].source == Source::LastResort);
    // A copy of another file of the session is none of its business.
    let deleted = scene.deletes(&scene.inside);
    assert!(!same.exists() && more.exists());
    assert!(why(&deleted, &more).starts_with("it holds more (change 5)"), "{deleted:?}");
    fs::remove_file(more).unwrap();
}

#[test]
fn what_cannot_be_deleted_is_listed_and_the_session_stays_until_it_can() {
    let scene = Scene::new();
    scene.opens(&scene.inside, [1]);
    // A folder within: not even root removes the one around it.
    let stuck = scene.home.backups_folder().join(ID).join("a folder");
    fs::create_dir(&stuck).unwrap();
    let deleted =
        delete(&RealFiles, &scene.home, scene.lock(&scene.inside), scene.plan(&scene.inside).unwrap()).unwrap();
    assert!(deleted.left.iter().any(|(path, _)| *path == stuck), "{deleted:?}");
    let (_, reason) = deleted.left.iter().find(|(path, _)| *path == scene.inside).unwrap();
    assert_eq!(reason, "it is kept until its copies can be deleted; delete it again then");
    assert!(scene.inside.exists());
    fs::remove_dir(stuck).unwrap();
    assert_eq!(scene.deletes(&scene.inside).left, []);
    assert!(!scene.inside.exists());
}

#[test]
fn what_cannot_be_seen_is_not_deleted() {
    let scene = Scene::new();
    scene.opens(&scene.inside, 1..=2);
    let folder = scene.home.backups_folder().join(ID);
    let blind = Watched::hooked(move |_, call| match call {
        Call::List(path) if *path == folder => Err(std::io::ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    });
    let error = deletion(&blind, &scene.home, &scene.inside).unwrap_err();
    assert!(
        error.to_string().starts_with("Nothing was deleted: what belongs to the session cannot be seen"),
        "{error}"
    );
    save_atomic(&RealFiles, &scene.beside(".plenary-1-1.tmp"), b"(torn").unwrap();
    let deleted = scene.deletes(&scene.inside);
    assert_eq!(why(&deleted, &scene.beside(".plenary-1-1.tmp")), "whose it is cannot be seen");
}

proptest! {
    #![proptest_config(crate::support::cases(60))]

    /// However a session and copies of it were worked on, and whichever goes first: no other file and none of its own
    /// versions go, nothing goes that holds more, and with the last file everything is gone.
    #[test]
    fn the_files_of_a_session_go_one_by_one(
        steps in prop::collection::vec((0_usize..4, 1_u64..9), 1..12),
        order in Just([0_usize, 1, 2, 3]).prop_shuffle(),
    ) {
        let scene = Scene::new();
        let outside = scene.outside("glenside.ron");
        let paths = [scene.inside.clone(), scene.beside("glenside (1).ron"), scene.beside("x.ron"), outside];
        let mut own: [BTreeSet<PathBuf>; 4] = Default::default();
        let all = || -> BTreeSet<PathBuf> {
            backups(&RealFiles, &scene.home, ID).into_iter().map(|backup| backup.path).collect()
        };
        for (place, rev) in steps {
            let before = all();
            scene.opens(&paths[place], [rev]);
            own[place].extend(all().difference(&before).cloned());
        }
        let mut living: Vec<usize> = order.into_iter().filter(|place| paths[*place].exists()).collect();
        while !living.is_empty() {
            let place = living.remove(0);
            let held = open(&paths[place]).unwrap().session.rev;
            let before = backups(&RealFiles, &scene.home, ID);
            let deleted = scene.deletes(&paths[place]);
            prop_assert_eq!(&deleted.left, &vec![]);
            for other in &living {
                prop_assert!(paths[*other].exists());
                prop_assert!(own[*other].is_subset(&all()), "versions of {} are gone", paths[*other].display());
            }
            for backup in before.iter().filter(|backup| backup.rev > held) {
                prop_assert!(backup.path.exists(), "{} held more", backup.path.display());
            }
        }
    }
}
