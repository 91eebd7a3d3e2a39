//! A disk on paper: what is written and what is on the disk are two things, and every state in which a power cut can
//! leave it can be looked at.
//!
//! The model is unkind, as POSIX allows: bytes that were not synced may be there, or not, or half, or as zeros; each
//! change of a name that its folder was not synced after may be there or not, whichever order they came in. What was
//! synced is there.

use plenary::store::{Access, FileSystem, FolderId, Held, NewFile, Standing};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime};

/// What stands where after the lights are back on; `None` is a folder.
pub(crate) type Tree = BTreeMap<PathBuf, Option<Vec<u8>>>;

#[derive(Clone, Debug, Default)]
struct Inode {
    now: Vec<u8>,
    synced: Vec<u8>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Entry {
    File(usize),
    Folder,
}

#[derive(Clone, Debug)]
enum Change {
    Set(String, Entry),
    Remove(String),
    Rename(String, String),
}

#[derive(Clone, Debug, Default)]
struct Folder {
    /// Tells it from one that stands in its place later.
    number: u64,
    synced: BTreeMap<String, Entry>,
    since: Vec<Change>,
}

impl Folder {
    fn after<'change>(&self, changes: impl IntoIterator<Item = &'change Change>) -> BTreeMap<String, Entry> {
        let mut names = self.synced.clone();
        for change in changes {
            match change {
                Change::Set(name, entry) => drop(names.insert(name.clone(), *entry)),
                Change::Remove(name) => drop(names.remove(name)),
                Change::Rename(from, to) => {
                    // A new name whose making was lost still has its file: the rename says which.
                    let made = self.since.iter().rev().find_map(|other| match other {
                        Change::Set(name, entry) if name == from => Some(*entry),
                        _ => None,
                    });
                    if let Some(entry) = names.remove(from).or(made) {
                        names.insert(to.clone(), entry);
                    }
                }
            }
        }
        names
    }

    fn now(&self) -> BTreeMap<String, Entry> {
        self.after(&self.since)
    }
}

#[derive(Clone, Debug, Default)]
struct State {
    inodes: Vec<Inode>,
    folders: BTreeMap<PathBuf, Folder>,
    /// Folders that were ever made.
    made: u64,
    /// What was on a stick that was pulled, by the path at which it was.
    away: BTreeMap<PathBuf, BTreeMap<PathBuf, Folder>>,
}

/// A moment: the state of the disk, and what had been promised by then.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    state: State,
    pub(crate) promised: u64,
}

#[derive(Debug, Default)]
struct Inside {
    state: State,
    promised: u64,
    moments: Vec<Moment>,
    watching: bool,
}

/// The disk.
#[derive(Clone, Debug, Default)]
pub(crate) struct Disk {
    inside: Arc<Mutex<Inside>>,
}

impl Disk {
    /// A disk with these files and the folders they are in, all of it synced.
    pub(crate) fn with(tree: &Tree) -> Self {
        let disk = Self::default();
        for (path, content) in tree {
            let folder = if content.is_some() { path.parent().unwrap() } else { path.as_path() };
            disk.make_all(folder);
            if let Some(bytes) = content {
                disk.put(path, bytes);
            }
        }
        disk
    }

    fn make_all(&self, folder: &Path) {
        let mut inside = self.inside.lock().unwrap();
        let folders = &mut inside.state.folders;
        for above in folder.ancestors() {
            folders.entry(above.to_owned()).or_insert_with(|| Folder { number: number_of(above), ..Folder::default() });
            if let (Some(parent), Some(name)) = (above.parent(), name_of(above)) {
                folders.entry(parent.to_owned()).or_default().synced.insert(name, Entry::Folder);
            }
        }
    }

    /// Somebody else writes a file; it is on the disk at once.
    pub(crate) fn put(&self, path: &Path, bytes: &[u8]) {
        self.make_all(path.parent().unwrap());
        let mut inside = self.inside.lock().unwrap();
        inside.state.inodes.push(Inode { now: bytes.to_vec(), synced: bytes.to_vec() });
        let inode = Entry::File(inside.state.inodes.len() - 1);
        let folder = inside.state.folders.get_mut(path.parent().unwrap()).unwrap();
        folder.synced.insert(name_of(path).unwrap(), inode);
    }

    /// A stick is pulled: an empty folder stays where it was.
    pub(crate) fn pull(&self, mount: &Path) {
        let mut inside = self.inside.lock().unwrap();
        let state = &mut inside.state;
        let (gone, stay) =
            std::mem::take(&mut state.folders).into_iter().partition(|(path, _)| path.starts_with(mount));
        state.folders = stay;
        state.made += 1;
        state.folders.insert(mount.to_owned(), Folder { number: state.made, ..Folder::default() });
        state.away.insert(mount.to_owned(), gone);
    }

    /// The stick is back, over whatever was made below it; its folders may have other numbers than before.
    pub(crate) fn put_back(&self, mount: &Path, renumbered: bool) {
        let mut inside = self.inside.lock().unwrap();
        let state = &mut inside.state;
        let back = state.away.remove(mount).unwrap();
        state.folders.retain(|path, _| !path.starts_with(mount));
        for (path, mut folder) in back {
            folder.number += if renumbered { 1 << 40 } else { 0 };
            state.folders.insert(path, folder);
        }
    }

    /// From now on every step is remembered.
    pub(crate) fn watch(&self) {
        self.inside.lock().unwrap().watching = true;
    }

    /// From now on this much is promised to be safe.
    pub(crate) fn promise(&self, what: u64) {
        let mut inside = self.inside.lock().unwrap();
        inside.promised = inside.promised.max(what);
        inside.note();
    }

    /// What was remembered.
    pub(crate) fn moments(&self) -> Vec<Moment> {
        self.inside.lock().unwrap().moments.clone()
    }

    fn change<T>(&self, folder: &Path, change: impl FnOnce(&mut State) -> io::Result<(T, Change)>) -> io::Result<T> {
        let mut inside = self.inside.lock().unwrap();
        let (value, change) = change(&mut inside.state)?;
        inside.state.folders.get_mut(folder).ok_or(io::ErrorKind::NotFound)?.since.push(change);
        inside.note();
        Ok(value)
    }
}

impl Inside {
    fn note(&mut self) {
        if self.watching {
            self.moments.push(Moment { state: self.state.clone(), promised: self.promised });
        }
    }
}

impl State {
    fn entry(&self, path: &Path) -> Option<Entry> {
        if self.folders.contains_key(path) {
            return Some(Entry::Folder);
        }
        self.folders.get(path.parent()?)?.now().get(&name_of(path)?).copied()
    }
}

impl Moment {
    /// Every state in which a power cut at this moment can leave the disk.
    pub(crate) fn after_power_cut(&self) -> BTreeSet<Tree> {
        let root = Path::new("/").to_owned();
        let mut trees = BTreeSet::new();
        let mut ways = vec![(vec![root], Tree::new())];
        while let Some((mut open, tree)) = ways.pop() {
            let Some(folder) = open.pop() else {
                trees.insert(tree);
                continue;
            };
            for names in self.state.names_after(&folder) {
                let folders =
                    names.iter().filter(|(_, entry)| **entry == Entry::Folder).map(|(name, _)| folder.join(name));
                let mut open = open.clone();
                let mut with = vec![tree.clone()];
                for path in folders {
                    with[0].insert(path.clone(), None);
                    open.push(path);
                }
                for (name, entry) in &names {
                    if let Entry::File(inode) = entry {
                        let contents = self.state.inodes[*inode].after_power_cut();
                        with = with
                            .iter()
                            .flat_map(|tree| {
                                contents.iter().map(|bytes| {
                                    let mut tree = tree.clone();
                                    tree.insert(folder.join(name), Some(bytes.clone()));
                                    tree
                                })
                            })
                            .collect();
                    }
                }
                ways.extend(with.into_iter().map(|tree| (open.clone(), tree)));
            }
        }
        trees
    }
}

impl State {
    fn names_after(&self, folder: &Path) -> Vec<BTreeMap<String, Entry>> {
        let folder = &self.folders[folder];
        assert!(folder.since.len() < 16, "too many changes without a sync to look at every state");
        let subsets = 0..1_usize << folder.since.len();
        let mut all: Vec<BTreeMap<String, Entry>> = subsets
            .map(|subset| {
                folder
                    .after(folder.since.iter().enumerate().filter(|(bit, _)| subset >> bit & 1 == 1).map(|(_, it)| it))
            })
            .collect();
        all.sort_by_key(|names| format!("{names:?}"));
        all.dedup();
        all
    }
}

impl Inode {
    fn after_power_cut(&self) -> Vec<Vec<u8>> {
        if self.now == self.synced {
            return vec![self.now.clone()];
        }
        let half = self.now[..self.now.len() / 2].to_vec();
        vec![self.synced.clone(), half, vec![0; self.now.len()], self.now.clone()]
    }
}

/// The number of a folder that was there from the beginning: high, so that none that is made later has it.
fn number_of(path: &Path) -> u64 {
    1 << 32 | u64::from(crc32fast::hash(path.as_os_str().as_encoded_bytes()))
}

fn name_of(path: &Path) -> Option<String> {
    path.file_name().map(|name| name.to_str().unwrap().to_owned())
}

struct Open {
    disk: Disk,
    inode: usize,
}

impl Write for Open {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut inside = self.disk.inside.lock().unwrap();
        inside.state.inodes[self.inode].now.extend_from_slice(bytes);
        inside.note();
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl NewFile for Open {
    fn access(&self) -> io::Result<Option<Access>> {
        Ok(None)
    }

    fn set_owner(&mut self, _: Option<u32>, _: Option<u32>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn set_mode(&mut self, _: u32) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn access_list(&self) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    fn set_access_list(&mut self, _: Option<&[u8]>) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn rewind(&mut self) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn sync(&mut self) -> io::Result<()> {
        let mut inside = self.disk.inside.lock().unwrap();
        let inode = &mut inside.state.inodes[self.inode];
        inode.synced.clone_from(&inode.now);
        inside.note();
        Ok(())
    }
}

#[derive(Debug)]
struct NoLock;

impl Held for NoLock {}

impl FileSystem for Disk {
    fn look(&self, path: &Path) -> io::Result<Standing> {
        let inside = self.inside.lock().unwrap();
        Ok(match inside.state.entry(path) {
            None => Standing::Nothing,
            Some(Entry::Folder) => Standing::Other("a folder"),
            Some(Entry::File(inode)) => {
                let size = inside.state.inodes[inode].now.len() as u64;
                Standing::File { access: None, read_only: false, size }
            }
        })
    }

    fn resolve(&self, link: &Path) -> io::Result<PathBuf> {
        Ok(link.to_owned())
    }

    fn read(&self, path: &Path, most: usize) -> io::Result<Vec<u8>> {
        let inside = self.inside.lock().unwrap();
        match inside.state.entry(path) {
            Some(Entry::File(inode)) => {
                let bytes = &inside.state.inodes[inode].now;
                Ok(bytes[..bytes.len().min(most)].to_vec())
            }
            _ => Err(io::ErrorKind::NotFound.into()),
        }
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let inside = self.inside.lock().unwrap();
        let names = inside.state.folders.get(folder).ok_or(io::ErrorKind::NotFound)?.now();
        Ok(names.keys().map(|name| folder.join(name)).collect())
    }

    fn make_folder(&self, path: &Path) -> io::Result<()> {
        let above = path.parent().unwrap();
        self.change(above, |state| {
            if state.entry(path).is_some() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            state.made += 1;
            state.folders.insert(path.to_owned(), Folder { number: state.made, ..Folder::default() });
            Ok(((), Change::Set(name_of(path).unwrap(), Entry::Folder)))
        })
    }

    fn identify(&self, folder: &Path) -> io::Result<FolderId> {
        let inside = self.inside.lock().unwrap();
        let number = inside.state.folders.get(folder).ok_or(io::ErrorKind::NotFound)?.number;
        Ok(FolderId { device: 1, number })
    }

    /// The model has no clock: nothing is old.
    fn modified(&self, _: &Path) -> io::Result<SystemTime> {
        Err(io::ErrorKind::Unsupported.into())
    }

    fn access_list(&self, _: &Path) -> io::Result<Option<Vec<u8>>> {
        Ok(None)
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        let inode = self.change(path.parent().unwrap(), |state| {
            if state.entry(path).is_some() {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            state.inodes.push(Inode::default());
            let inode = state.inodes.len() - 1;
            Ok((inode, Change::Set(name_of(path).unwrap(), Entry::File(inode))))
        })?;
        Ok(Box::new(Open { disk: self.clone(), inode }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        assert_eq!(from.parent(), to.parent(), "a rename between folders is no single step");
        self.change(to.parent().unwrap(), |state| {
            state.entry(from).ok_or(io::ErrorKind::NotFound)?;
            Ok(((), Change::Rename(name_of(from).unwrap(), name_of(to).unwrap())))
        })
    }

    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        let mut inside = self.inside.lock().unwrap();
        let folder = inside.state.folders.get_mut(path).ok_or(io::ErrorKind::NotFound)?;
        folder.synced = folder.now();
        folder.since.clear();
        inside.note();
        Ok(())
    }

    fn sync_name(&self, file: &Path) -> io::Result<()> {
        self.sync_folder(file.parent().unwrap())
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.change(path.parent().unwrap(), |state| {
            state.entry(path).filter(|entry| *entry != Entry::Folder).ok_or(io::ErrorKind::NotFound)?;
            Ok(((), Change::Remove(name_of(path).unwrap())))
        })
    }

    fn remove_folder(&self, path: &Path) -> io::Result<()> {
        self.change(path.parent().unwrap(), |state| {
            state.folders.remove(path).ok_or(io::ErrorKind::NotFound)?;
            Ok(((), Change::Remove(name_of(path).unwrap())))
        })
    }

    fn lock(&self, _: &Path) -> io::Result<Option<Box<dyn Held>>> {
        Ok(Some(Box::new(NoLock)))
    }

    fn will_pass(&self, _: &io::Error) -> bool {
        false
    }

    fn pause(&self, _: Duration) {}
}
