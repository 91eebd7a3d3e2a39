//! The real file system, on the standard library alone.
//!
//! It decides nothing: each call is one call of the system, with what differs between systems.

use super::files::{FileSystem, Held, NewFile, Standing};
use std::fs::{self, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The real file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealFiles;

impl NewFile for fs::File {
    fn sync(&mut self) -> io::Result<()> {
        self.sync_all()
    }
}

impl Held for fs::File {}

impl FileSystem for RealFiles {
    fn look(&self, path: &Path) -> io::Result<Standing> {
        match fs::symlink_metadata(path) {
            Ok(data) if data.is_file() => {
                let read_only = data.permissions().readonly();
                Ok(Standing::File { mode: mode_of(&data), read_only, size: data.len() })
            }
            Ok(data) if data.is_symlink() => Ok(Standing::Link),
            Ok(data) => Ok(Standing::Other(kind(&data))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Standing::Nothing),
            Err(error) => Err(error),
        }
    }

    fn resolve(&self, link: &Path) -> io::Result<PathBuf> {
        fs::canonicalize(link)
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        // Opening a pipe would wait for its other end for ever.
        let data = fs::metadata(path)?;
        if !data.is_file() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("it is {}", kind(&data))));
        }
        let mut bytes = Vec::new();
        fs::File::open(path)?.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect()
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        builder.recursive(false);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(folder)
    }

    fn create(&self, path: &Path, mode: Option<u32>) -> io::Result<Box<dyn NewFile>> {
        let file = for_this_account(&mut fs::OpenOptions::new()).write(true).create_new(true).open(path)?;
        set_mode(&file, mode)?;
        Ok(Box::new(file))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let file = for_this_account(&mut fs::OpenOptions::new())
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }

    fn will_pass(&self, error: &io::Error) -> bool {
        // ERROR_ACCESS_DENIED, ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION; elsewhere these
        // numbers mean other things.
        cfg!(windows) && matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

/// What stands there if it is not a regular file.
pub(super) fn kind(data: &fs::Metadata) -> &'static str {
    if data.is_dir() { "a folder" } else { "a pipe or a device" }
}

/// New files are 0600, whatever the mask.
#[cfg(unix)]
fn for_this_account(options: &mut fs::OpenOptions) -> &mut fs::OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

/// A folder of this account gives its files to nobody else.
#[cfg(not(unix))]
fn for_this_account(options: &mut fs::OpenOptions) -> &mut fs::OpenOptions {
    options
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "other systems have no permission bits")]
fn mode_of(data: &fs::Metadata) -> Option<u32> {
    Some(std::os::unix::fs::PermissionsExt::mode(&data.permissions()) & 0o777)
}

#[cfg(not(unix))]
fn mode_of(_: &fs::Metadata) -> Option<u32> {
    None
}

/// The bits of an existing file are set after opening, because a mask applies to those at opening.
#[cfg(unix)]
fn set_mode(file: &fs::File, mode: Option<u32>) -> io::Result<()> {
    match mode {
        None | Some(0o600) => Ok(()),
        Some(mode) => file.set_permissions(std::os::unix::fs::PermissionsExt::from_mode(mode)),
    }
}

#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
fn set_mode(_: &fs::File, _: Option<u32>) -> io::Result<()> {
    Ok(())
}

/// Some network file systems have no such call and say so; there is nothing more to be had there.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    match fs::File::open(folder)?.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        result => result,
    }
}

/// Windows keeps names in its journal and lets no program sync a folder.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}
