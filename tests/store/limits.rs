//! Places that refuse what makes a save better: the work is saved, nothing is opened wider, and it is said once.

use super::scene::{PATIENCE, Scene, finish, is_saved};
use crate::support::files::{Call, Watched};
use crate::support::sessions::{bytes, job, moment};
use plenary::store::{
    ExpectedContents, Limits, NotedLimits, RealFiles, SaveError, SaveEvent, note_limits, noted_limits, open,
    save_expected,
};
use std::fs;
use std::io;
use std::path::Path;

/// The kinds of error by which file systems say that they do no such thing.
const REFUSALS: [io::ErrorKind; 3] =
    [io::ErrorKind::PermissionDenied, io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported];

/// The same as the numbers that Linux has for them: EPERM, EACCES, EINVAL, ENOSYS, ENOTSUP.
const NUMBERS: [i32; 5] = [1, 13, 22, 38, 95];

fn refusals() -> Vec<io::Error> {
    let numbers = NUMBERS.into_iter().filter(|_| cfg!(target_os = "linux"));
    REFUSALS.into_iter().map(io::Error::from).chain(numbers.map(io::Error::from_raw_os_error)).collect()
}

fn only_file(folder: &Path) -> bool {
    fs::read_dir(folder).unwrap().count() == 1
}

#[test]
fn a_place_that_refuses_owner_mode_list_or_sync_takes_the_work_all_the_same() {
    type Step = fn(&Call) -> bool;
    let steps: [(Step, bool); 5] = [
        (|call| matches!(call, Call::SetMode(_)), false),
        (|call| matches!(call, Call::SetOwner(_)), false),
        (|call| matches!(call, Call::Access(_)), false),
        (|call| matches!(call, Call::Sync(_)), true),
        (|call| matches!(call, Call::SyncFolder(_)), true),
    ];
    for (step, unconfirmed) in steps {
        for n in 0..refusals().len() {
            let scene = Scene::new();
            fs::write(&scene.outside, bytes(5)).unwrap();
            let place =
                Watched::hooked(move |_, call| if step(call) { Err(refusals().swap_remove(n)) } else { Ok(()) });
            let limits =
                save_expected(&place, &scene.outside, &bytes(6), &mut ExpectedContents::of(&bytes(5))).unwrap();
            assert_eq!(fs::read(&scene.outside).unwrap(), bytes(6));
            assert!(only_file(scene.outside.parent().unwrap()), "{:?}", refusals()[n]);
            assert_eq!(limits.unconfirmed, unconfirmed);
        }
    }
}

#[test]
fn a_disk_that_fails_while_it_syncs_has_not_saved() {
    // EIO, and a disk that finds out late that it is full.
    for error in [5, 28] {
        for is_step in [|call: &Call| matches!(call, Call::Sync(_)), |call: &Call| matches!(call, Call::SyncFolder(_))]
        {
            let scene = Scene::new();
            fs::write(&scene.outside, bytes(5)).unwrap();
            let bad = Watched::hooked(
                move |_, call| {
                    if is_step(call) { Err(io::Error::from_raw_os_error(error)) } else { Ok(()) }
                },
            );
            save_expected(&bad, &scene.outside, &bytes(6), &mut ExpectedContents::of(&bytes(5))).unwrap_err();
            assert!(only_file(scene.outside.parent().unwrap()));
        }
    }
}

#[test]
fn a_rename_whose_answer_was_lost_is_no_failure_and_one_that_did_not_happen_is() {
    let scene = Scene::new();
    fs::write(&scene.outside, bytes(5)).unwrap();
    let asked_again = Watched::hooked(|_, call| match call {
        Call::Rename(from, to) => fs::rename(from, to).and(Err(io::ErrorKind::NotFound.into())),
        _ => Ok(()),
    });
    save_expected(&asked_again, &scene.outside, &bytes(6), &mut ExpectedContents::of(&bytes(5))).unwrap();
    assert_eq!(fs::read(&scene.outside).unwrap(), bytes(6));
    let lost = Watched::hooked(|_, call| match call {
        Call::Rename(from, _) => fs::remove_file(from).and(Err(io::ErrorKind::NotFound.into())),
        _ => Ok(()),
    });
    save_expected(&lost, &scene.outside, &bytes(7), &mut ExpectedContents::of(&bytes(6))).unwrap_err();
    assert_eq!(fs::read(&scene.outside).unwrap(), bytes(6));
}

#[test]
fn what_a_place_cannot_promise_is_said_once_a_run_and_noted() {
    let scene = Scene::new();
    let (saver, events) = scene.start(Watched::hooked(|_, call| match call {
        Call::Sync(_) => Err(io::ErrorKind::Unsupported.into()),
        _ => Ok(()),
    }));
    let mut said = Vec::new();
    for rev in 1..=3 {
        saver.save(job(&scene.outside, rev));
        while {
            let event = events.recv_timeout(PATIENCE).unwrap();
            let goes_on = !is_saved(rev)(&event);
            said.extend(matches!(event, SaveEvent::Limited { .. }).then_some(event));
            goes_on
        } {}
    }
    finish(saver);
    said.extend(events.iter().filter(|event| matches!(event, SaveEvent::Limited { .. })));
    let [SaveEvent::Limited { target, limits }] = &said[..] else { panic!("{said:?}") };
    assert_eq!((target, limits.unconfirmed), (&scene.outside, true));
    assert_eq!(open(&scene.outside).unwrap().session.rev, 3);
    let folder = target.parent().unwrap().to_owned();
    assert!(limits.in_words(&folder).contains(" does not confirm writes: "), "{}", limits.in_words(&folder));
    for noticed in [moment(0), moment(60)] {
        let noted = NotedLimits { folder: folder.clone(), limits: *limits, noticed };
        note_limits(&RealFiles, &scene.home, noted.clone()).unwrap();
        assert_eq!(noted_limits(&RealFiles, &scene.home), [noted], "one place is noted once");
    }
    assert_eq!(Limits::default().in_words(&folder), "");
}

/// Stories of owners and lists, on the systems that have them; they need an account that may give files away.
#[cfg(target_os = "linux")]
mod owners {
    use super::*;
    use plenary::store::{FileSystem, save_atomic};
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};

    const LIST: &str = "system.posix_acl_access";

    /// A file of account 1001 and group 500, unless this account may not make one.
    fn given(scene: &Scene, mode: u32) -> bool {
        fs::write(&scene.outside, bytes(5)).unwrap();
        fs::set_permissions(&scene.outside, fs::Permissions::from_mode(mode)).unwrap();
        let is_given = chown(&scene.outside, Some(1001), Some(500)).is_ok();
        if !is_given {
            println!("skipped: this account may not give files away");
        }
        is_given
    }

    fn saved(scene: &Scene, files: &dyn FileSystem) -> Limits {
        save_expected(files, &scene.outside, &bytes(6), &mut ExpectedContents::of(&bytes(5))).unwrap()
    }

    fn whose(file: &Path) -> (u32, u32, u32) {
        let data = fs::metadata(file).unwrap();
        (data.uid(), data.gid(), data.mode() & 0o777)
    }

    #[test]
    fn owner_group_and_mode_stay() {
        for mode in [0o600, 0o640, 0o660, 0o664, 0o755] {
            let scene = Scene::new();
            if given(&scene, mode) {
                assert_eq!(saved(&scene, &RealFiles), Limits::default());
                assert_eq!(whose(&scene.outside), (1001, 500, mode));
            }
        }
    }

    #[test]
    fn without_the_group_nobody_else_is_let_in() {
        for (mode, then) in [(0o660, 0o600), (0o664, 0o604), (0o604, 0o600), (0o600, 0o600)] {
            let scene = Scene::new();
            if !given(&scene, mode) {
                return;
            }
            let refusing = Watched::hooked(|_, call| match call {
                Call::SetOwner(_) => Err(io::ErrorKind::PermissionDenied.into()),
                _ => Ok(()),
            });
            let limits = saved(&scene, &refusing);
            assert!(limits.owner && !limits.permissions, "{limits:?}");
            let (owner, group, mode) = whose(&scene.outside);
            assert!((owner, group) != (1001, 500) && mode == then, "{mode:o} instead of {then:o}");
        }
    }

    /// An access list: another account may read and write, the group may not.
    fn list() -> Vec<u8> {
        let entries: [(u16, u16, u32); 5] =
            [(1, 6, u32::MAX), (2, 6, 1002), (4, 0, u32::MAX), (0x10, 6, u32::MAX), (0x20, 0, u32::MAX)];
        let mut list = 2_u32.to_le_bytes().to_vec();
        for (tag, permissions, id) in entries {
            list.extend(tag.to_le_bytes());
            list.extend(permissions.to_le_bytes());
            list.extend(id.to_le_bytes());
        }
        list
    }

    fn list_of(file: &Path) -> Option<Vec<u8>> {
        let mut buffer = vec![0; 512];
        let length = getxattr(file, LIST, &mut buffer[..]).ok()?;
        buffer.truncate(length);
        Some(buffer)
    }

    #[test]
    fn an_access_list_stays_or_its_group_bits_go() {
        let scene = Scene::new();
        fs::write(&scene.outside, bytes(5)).unwrap();
        if setxattr(&scene.outside, LIST, &list(), XattrFlags::empty()).is_err() {
            println!("skipped: there are no access lists here");
            return;
        }
        assert_eq!(whose(&scene.outside).2, 0o660, "the system shows the list's mask as the group's bits");
        assert_eq!(saved(&scene, &RealFiles), Limits::default());
        assert_eq!((list_of(&scene.outside), whose(&scene.outside).2), (Some(list()), 0o660));
        // Without the list these bits would let the group in.
        let refusing = Watched::hooked(|_, call| match call {
            Call::SetList(_) => Err(io::ErrorKind::Unsupported.into()),
            _ => Ok(()),
        });
        let mut known = ExpectedContents::of(&bytes(6));
        assert!(save_expected(&refusing, &scene.outside, &bytes(7), &mut known).unwrap().permissions);
        assert_eq!((list_of(&scene.outside), whose(&scene.outside).2), (None, 0o600));
    }

    #[test]
    fn a_list_that_a_new_file_gets_from_its_folder_opens_nothing() {
        let scene = Scene::new();
        let folder = scene.outside.parent().unwrap();
        fs::write(&scene.outside, bytes(5)).unwrap();
        fs::set_permissions(&scene.outside, fs::Permissions::from_mode(0o640)).unwrap();
        if setxattr(folder, "system.posix_acl_default", &list(), XattrFlags::empty()).is_err() {
            println!("skipped: there are no access lists here");
            return;
        }
        assert_eq!(saved(&scene, &RealFiles), Limits::default());
        assert_eq!((list_of(&scene.outside), whose(&scene.outside).2), (None, 0o640));
        let fresh = folder.join("fresh.ron");
        save_atomic(&RealFiles, &fresh, b"new").unwrap();
        assert_eq!(whose(&fresh).2, 0o600);
    }
}

#[test]
fn a_place_where_no_file_can_be_made_is_still_a_failure() {
    let scene = Scene::new();
    let refusing = Watched::hooked(|_, call| match call {
        Call::Create(_) => Err(io::ErrorKind::PermissionDenied.into()),
        _ => Ok(()),
    });
    let error = save_expected(&refusing, &scene.outside, &bytes(1), &mut ExpectedContents::nothing()).unwrap_err();
    assert!(matches!(&error, SaveError::Step { .. }), "{error}");
    assert!(error.to_string().contains("your account may not do that there"), "{error}");
}
