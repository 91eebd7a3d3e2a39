//! The real file system, watched: every call is written down, and any call can be made to fail, wait or
//! panic. And the law that a log of calls must keep for "saved" to mean saved.

use plenary::store::{Access, FileSystem, FolderId, Held, NewFile, RealFiles, Standing};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// One call, as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Call {
    Look(PathBuf),
    Resolve(PathBuf),
    Read(PathBuf),
    List(PathBuf),
    MakeFolder(PathBuf),
    RemoveFolder(PathBuf),
    Lock(PathBuf),
    Identify(PathBuf),
    Modified(PathBuf),
    /// Whose it is, its permissions or its access list are asked for.
    Access(PathBuf),
    SetList(PathBuf),
    SetOwner(PathBuf),
    SetMode(PathBuf),
    Create(PathBuf),
    Write(PathBuf),
    Sync(PathBuf),
    Rename(PathBuf, PathBuf),
    SyncFolder(PathBuf),
    Remove(PathBuf),
    Pause(Duration),
}

/// Stands for a write that takes less than it is given.
pub(crate) const SHORT: io::ErrorKind = io::ErrorKind::UnexpectedEof;

type Hook = dyn Fn(usize, &Call) -> io::Result<()> + Send + Sync;

/// The real files behind a hook that sees each call, with its number from 0, before it is made.
#[derive(Clone)]
pub(crate) struct Watched {
    hook: Arc<Hook>,
    log: Arc<Mutex<Vec<Call>>>,
    /// Whether a folder has another number at each look.
    restless: bool,
}

impl Watched {
    /// Watches only.
    pub(crate) fn new() -> Self {
        Self::hooked(|_, _| Ok(()))
    }

    /// Asks the hook before each call; what it refuses fails.
    pub(crate) fn hooked(hook: impl Fn(usize, &Call) -> io::Result<()> + Send + Sync + 'static) -> Self {
        Self { hook: Arc::new(hook), log: Arc::default(), restless: false }
    }

    /// Files on a mounted place that makes up a number for each look at a folder.
    pub(crate) fn restless() -> Self {
        Self { restless: true, ..Self::new() }
    }

    /// The calls so far.
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.log.lock().unwrap().clone()
    }

    fn ask(&self, call: &Call) -> io::Result<()> {
        let number = {
            let mut log = self.log.lock().unwrap();
            log.push(call.clone());
            log.len() - 1
        };
        (self.hook)(number, call)
    }
}

impl FileSystem for Watched {
    fn look(&self, path: &Path) -> io::Result<Standing> {
        self.ask(&Call::Look(path.into()))?;
        RealFiles.look(path)
    }

    fn resolve(&self, link: &Path) -> io::Result<PathBuf> {
        self.ask(&Call::Resolve(link.into()))?;
        RealFiles.resolve(link)
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        self.ask(&Call::Read(path.into()))?;
        RealFiles.read(path, most)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.ask(&Call::List(folder.into()))?;
        RealFiles.list(folder)
    }

    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        self.ask(&Call::MakeFolder(folder.into()))?;
        RealFiles.make_folder(folder)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.ask(&Call::RemoveFolder(folder.into()))?;
        RealFiles.remove_folder(folder)
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        self.ask(&Call::Lock(path.into()))?;
        RealFiles.lock(path)
    }

    fn identify(&self, folder: &Path) -> io::Result<FolderId> {
        self.ask(&Call::Identify(folder.into()))?;
        let id = RealFiles.identify(folder)?;
        let moved = if self.restless { u64::try_from(self.calls().len()).unwrap() } else { 0 };
        Ok(FolderId { number: id.number.wrapping_add(moved), ..id })
    }

    fn modified(&self, path: &Path) -> io::Result<SystemTime> {
        self.ask(&Call::Modified(path.into()))?;
        RealFiles.modified(path)
    }

    fn access_list(&self, path: &Path) -> io::Result<Option<Vec<u8>>> {
        self.ask(&Call::Access(path.into()))?;
        RealFiles.access_list(path)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.ask(&Call::Create(path.into()))?;
        let file = RealFiles.create(path)?;
        Ok(Box::new(WatchedFile { file, path: path.into(), files: self.clone() }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.ask(&Call::Rename(from.into(), to.into()))?;
        RealFiles.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.ask(&Call::SyncFolder(folder.into()))?;
        RealFiles.sync_folder(folder)
    }

    fn sync_name(&self, file: &Path) -> io::Result<()> {
        self.ask(&Call::SyncFolder(file.parent().unwrap().into()))?;
        RealFiles.sync_name(file)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.ask(&Call::Remove(path.into()))?;
        RealFiles.remove(path)
    }

    /// As on Windows, on every system.
    fn will_pass(&self, error: &io::Error) -> bool {
        matches!(error.raw_os_error(), Some(5 | 32 | 33))
    }

    /// Written down, not waited for.
    fn pause(&self, time: Duration) {
        self.log.lock().unwrap().push(Call::Pause(time));
    }
}

struct WatchedFile {
    file: Box<dyn NewFile>,
    path: PathBuf,
    files: Watched,
}

impl Write for WatchedFile {
    /// What fails has written half before, as when a disk fills up; what is interrupted has written nothing. The
    /// error [`SHORT`] is none: half is written, and said to be.
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if let Err(error) = self.files.ask(&Call::Write(self.path.clone())) {
            let half = &bytes[..bytes.len() / 2];
            if error.kind() != io::ErrorKind::Interrupted {
                self.file.write_all(half)?;
            }
            return if error.kind() == SHORT && !half.is_empty() { Ok(half.len()) } else { Err(error) };
        }
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl NewFile for WatchedFile {
    fn access(&self) -> io::Result<Option<Access>> {
        self.files.ask(&Call::Access(self.path.clone()))?;
        self.file.access()
    }

    fn set_owner(&mut self, owner: Option<u32>, group: Option<u32>) -> io::Result<()> {
        self.files.ask(&Call::SetOwner(self.path.clone()))?;
        self.file.set_owner(owner, group)
    }

    fn set_mode(&mut self, mode: u32) -> io::Result<()> {
        self.files.ask(&Call::SetMode(self.path.clone()))?;
        self.file.set_mode(mode)
    }

    fn access_list(&self) -> io::Result<Option<Vec<u8>>> {
        self.files.ask(&Call::Access(self.path.clone()))?;
        self.file.access_list()
    }

    fn set_access_list(&mut self, list: Option<&[u8]>) -> io::Result<()> {
        self.files.ask(&Call::SetList(self.path.clone()))?;
        self.file.set_access_list(list)
    }

    fn rewind(&mut self) -> io::Result<()> {
        self.file.rewind()
    }

    fn sync(&mut self) -> io::Result<()> {
        self.files.ask(&Call::Sync(self.path.clone()))?;
        self.file.sync()
    }
}

/// A folder for stories that sync a thousand times and are not about that: in memory where the system has such a place.
pub(crate) fn quick_folder() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() { tempfile::tempdir_in(memory).unwrap() } else { tempfile::tempdir().unwrap() }
}

/// What a power cut could still take away after these calls, in words; nothing if "saved" is true.
///
/// A file's bytes are safe when it was synced after its last write; its name is safe when its folder was
/// synced after it came to be there; and only a file whose bytes are safe may take another's place.
pub(crate) fn at_risk(calls: &[Call]) -> Vec<String> {
    let mut unsynced_bytes: Vec<&Path> = Vec::new();
    let mut unsynced_names: Vec<&Path> = Vec::new();
    let mut faults = Vec::new();
    for call in calls {
        match call {
            Call::Create(path) | Call::MakeFolder(path) => unsynced_names.push(path),
            Call::Write(path) => unsynced_bytes.push(path),
            Call::Sync(path) => unsynced_bytes.retain(|other| other != path),
            Call::Rename(from, to) => {
                if unsynced_bytes.contains(&from.as_path()) {
                    faults.push(format!("{} may be empty: renamed before it was synced", to.display()));
                }
                unsynced_names.retain(|name| name != from);
                unsynced_names.push(to);
            }
            Call::SyncFolder(folder) => unsynced_names.retain(|name| name.parent() != Some(folder)),
            Call::Remove(path) | Call::RemoveFolder(path) => unsynced_names.retain(|name| name != path),
            Call::Look(_)
            | Call::Resolve(_)
            | Call::Read(_)
            | Call::List(_)
            | Call::Lock(_)
            | Call::Identify(_)
            | Call::Modified(_)
            | Call::Access(_)
            | Call::SetList(_)
            | Call::SetOwner(_)
            | Call::SetMode(_)
            | Call::Pause(_) => {}
        }
    }
    faults.extend(unsynced_bytes.iter().map(|path| format!("the bytes of {} are not synced", path.display())));
    faults.extend(unsynced_names.iter().map(|path| format!("the name of {} is not synced", path.display())));
    faults
}
