//! The real file system; what differs between systems is in `system`.
//!
//! It decides nothing: each call is one call of the system.

use super::files::{Access, FileSystem, FolderId, Held, NewFile, Standing, is_refusal};
use super::system;
use std::fs::{self, TryLockError};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

#[derive(Clone, Copy, Debug, Default)]
pub struct RealFiles;

impl NewFile for fs::File {
    fn access(&self) -> io::Result<Option<Access>> {
        Ok(system::access(&self.metadata()?))
    }

    fn set_owner(&mut self, owner: Option<u32>, group: Option<u32>) -> io::Result<()> {
        system::set_owner(self, owner, group)
    }

    fn set_mode(&mut self, mode: u32) -> io::Result<()> {
        system::set_mode(self, mode)
    }

    fn access_list(&self) -> io::Result<Option<Vec<u8>>> {
        system::access_list_of(self)
    }

    fn set_access_list(&mut self, list: Option<&[u8]>) -> io::Result<()> {
        system::set_access_list(self, list)
    }

    fn rewind(&mut self) -> io::Result<()> {
        io::Seek::rewind(self)
    }

    fn sync(&mut self) -> io::Result<()> {
        system::sync(self)
    }
}

impl Held for fs::File {}

impl FileSystem for RealFiles {
    fn look(&self, path: &Path) -> io::Result<Standing> {
        match fs::symlink_metadata(path) {
            Ok(data) if data.is_file() => {
                let read_only = data.permissions().readonly();
                Ok(Standing::File { access: system::access(&data), read_only, size: data.len() })
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
        let long = usize::try_from(data.len()).unwrap_or(most).min(most);
        let mut file = fs::File::open(path)?;
        // Room for all of it and for one byte more, which would say that it has grown: one call of the system for most.
        let mut bytes = vec![0; long.saturating_add(1).min(most)];
        let mut got = 0;
        while got < bytes.len() {
            match file.read(&mut bytes[got..]) {
                Ok(0) => break,
                Ok(more) => {
                    got += more;
                    if got == long {
                        break;
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        bytes.truncate(got);
        if got > long {
            file.take(u64::try_from(most - got).unwrap_or(u64::MAX)).read_to_end(&mut bytes)?;
        }
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

    fn identify(&self, folder: &Path) -> io::Result<FolderId> {
        system::identify(&fs::metadata(folder)?)
    }

    fn modified(&self, path: &Path) -> io::Result<SystemTime> {
        fs::symlink_metadata(path)?.modified()
    }

    fn access_list(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        system::access_list(path)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let new = || fs::OpenOptions::new().write(true).create_new(true).to_owned();
        match system::written_through(system::for_this_account(&mut new())).open(path) {
            // Some places take no file that is made with permissions of its own.
            Err(error) if is_refusal(&error) => new().open(path).map_err(|_| error),
            result => result,
        }
        .map(|file| -> Box<dyn NewFile> { Box::new(file) })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    /// A second name is only given where there is none; the first is then taken away.
    fn rename_new(&self, from: &Path, to: &Path) -> io::Result<()> {
        match fs::hard_link(from, to) {
            // What stays of the first name is swept like any other temporary file.
            Ok(()) => fs::remove_file(from).or(Ok(())),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(error),
            // Sticks and some shares give no second name: an empty file takes the name first.
            Err(_) => {
                drop(self.create(to)?);
                fs::rename(from, to).inspect_err(|_| {
                    let _ = fs::remove_file(to);
                })
            }
        }
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        system::sync_folder(folder)
    }

    fn sync_name(&self, file: &Path) -> io::Result<()> {
        system::sync_name(file)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        let file = system::for_this_account(&mut fs::OpenOptions::new())
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
        system::will_pass(error)
    }

    fn pause(&self, time: Duration) {
        std::thread::sleep(time);
    }
}

pub(super) fn kind(data: &fs::Metadata) -> &'static str {
    if data.is_dir() { "a folder" } else { super::error::A_PIPE }
}
