//! The real disk, with a look at every call: where a test lets one fail or hang.

use crate::store::{FileSystem, FolderId, Held, NewFile, RealFiles, Standing};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

/// What is asked of a disk, before it is done: the call, and the path.
pub(super) type Hook = Box<dyn Fn(&str, &Path) + Send + Sync>;

/// The real disk, with a look at every call.
pub(super) struct Hooked(pub(super) Hook);

impl FileSystem for Hooked {
    fn look(&self, path: &Path) -> io::Result<Standing> {
        (self.0)("look", path);
        RealFiles.look(path)
    }
    fn resolve(&self, link: &Path) -> io::Result<PathBuf> {
        RealFiles.resolve(link)
    }
    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        (self.0)("read", path);
        RealFiles.read(path, most)
    }
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        (self.0)("list", folder);
        RealFiles.list(folder)
    }
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        (self.0)("make folder", folder);
        RealFiles.make_folder(folder)
    }
    fn identify(&self, folder: &Path) -> io::Result<FolderId> {
        RealFiles.identify(folder)
    }
    fn modified(&self, path: &Path) -> io::Result<SystemTime> {
        RealFiles.modified(path)
    }
    fn access_list(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        RealFiles.access_list(path)
    }
    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        (self.0)("create", path);
        RealFiles.create(path)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        RealFiles.rename(from, to)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        (self.0)("sync folder", folder);
        RealFiles.sync_folder(folder)
    }
    fn sync_name(&self, file: &Path) -> io::Result<()> {
        RealFiles.sync_name(file)
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        RealFiles.remove(path)
    }
    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        RealFiles.remove_folder(folder)
    }
    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        (self.0)("lock", path);
        RealFiles.lock(path)
    }
    fn will_pass(&self, error: &io::Error) -> bool {
        RealFiles.will_pass(error)
    }
    fn pause(&self, time: Duration) {
        RealFiles.pause(time);
    }
}
