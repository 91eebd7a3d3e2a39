//! What goes when a session is deleted, and what stays and why: found out before anybody is asked.
//!
//! It only looks. What belongs to another file of the same session stays, and so does whatever holds more than the
//! session that goes; where that cannot be seen, it stays as well.

use super::backup::{Name, names};
use super::codec::{LARGEST, decode};
use super::delete::Deletion;
use super::delete_error::{DeleteError, Stays};
use super::expected::ExpectedContents;
use super::files::{FileSystem, Standing, folder_of, list, read_start};
use super::home::{Home, path_hash};
use super::identity::{Origin, Unseen, identity, identity_in, ids_of, is_same_file, namesakes, origins};
use super::rescue::Source;
use super::temporary::{TemporaryName, temporaries};
use super::{last_resort, recovery};
use crate::session::Session;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Finds out what would go with a session.
pub fn deletion(files: &dyn FileSystem, home: &Home, file: &Path) -> Result<Deletion, DeleteError> {
    let unseen = Unseen::at(file);
    match files.look(file).map_err(&unseen)? {
        Standing::Nothing => return Err(DeleteError::Nothing(file.to_owned())),
        Standing::Link => {
            let session = files.resolve(file).map_err(unseen)?;
            return Err(DeleteError::Link { link: file.to_owned(), session });
        }
        Standing::File { .. } | Standing::Other(_) => {}
    }
    let bytes = read_start(files, file, LARGEST + 1).map_err(DeleteError::NotASession)?;
    let expected = ExpectedContents::of(&bytes);
    let plan = Deletion { file: file.to_owned(), expected, ..Deletion::default() };
    match decode(&bytes, &file.display().to_string()) {
        Ok(loaded) => Looking::at(files, home, plan, &loaded.session)?.all(),
        // Its document still says that it is a session.
        Err(_) if identity(&bytes).is_some() => alone(files, home, plan),
        Err(reason) => Err(DeleteError::NotASession(reason)),
    }
}

/// A session that cannot be read goes alone: whether its copies hold more cannot be seen.
fn alone(files: &dyn FileSystem, home: &Home, mut plan: Deletion) -> Result<Deletion, DeleteError> {
    for id in ids_of(files, home, &plan.file).map_err(Unseen::at(&plan.file))? {
        let backups = home.backups_folder().join(&id);
        let copies = recovery::copies_of_file(files, home, &id, &plan.file).into_iter();
        let there = |path: &PathBuf| !matches!(files.look(path), Ok(Standing::Nothing));
        plan.stays.extend(copies.chain([backups]).filter(there).map(|path| (path, Stays::Unreadable.to_string())));
    }
    Ok(plan)
}

struct Other {
    path: Option<PathBuf>,
    path_hash: String,
    /// Versions up to this count of changes are its past as well.
    shared: u64,
}

/// What a copy of unsaved work holds, beside the session that goes.
enum Holds {
    Another,
    /// Nothing that the session does not hold.
    NoMore,
    /// More, or what cannot be seen: why it stays.
    More(Stays),
}

struct Looking<'call> {
    files: &'call dyn FileSystem,
    home: &'call Home,
    session: &'call Session,
    /// The fingerprints of this file: its path, other ways to it, and names that it had before.
    own: BTreeSet<String>,
    others: Vec<Other>,
    origins: Vec<Origin>,
    names: Vec<Name>,
    folder: PathBuf,
    plan: Deletion,
}

impl<'call> Looking<'call> {
    fn at(
        files: &'call dyn FileSystem,
        home: &'call Home,
        mut plan: Deletion,
        session: &'call Session,
    ) -> Result<Self, DeleteError> {
        plan.rev = Some(session.rev);
        let folder = home.backups_folder().join(&session.id);
        let unseen = Unseen::at(&folder);
        let names = names(files, &folder).map_err(&unseen)?;
        let origins = origins(files, home, &folder).map_err(unseen)?;
        let own = BTreeSet::from([path_hash(&plan.file)]);
        let mut looking = Self { files, home, session, own, others: Vec::new(), origins, names, folder, plan };
        looking.find_others()?;
        Ok(looking)
    }

    /// The other files that hold this session, or may: on a stick that is not here, say. Those that were noted and
    /// surely are no more were this file under another name.
    fn find_others(&mut self) -> Result<(), DeleteError> {
        let (files, file, id) = (self.files, self.plan.file.clone(), &self.session.id);
        let namesakes = namesakes(files, self.home, &file, id)?;
        let mut others: Vec<(Option<PathBuf>, String, Option<u64>)> = Vec::new();
        others.extend(namesakes.into_iter().map(|(path, rev)| {
            let path_hash = path_hash(&path);
            (Some(path), path_hash, Some(rev.unwrap_or(u64::MAX)))
        }));
        for Origin { path_hash, path, .. } in &self.origins {
            if self.own.contains(path_hash) || others.iter().any(|(_, other, _)| other == path_hash) {
                continue;
            }
            let Some(path) = path else {
                others.push((None, path_hash.clone(), None));
                continue;
            };
            let holds = match files.look(path) {
                _ if is_same_file(files, path, &file) => None,
                Ok(Standing::Nothing) => (!self.is_reliable(path)).then_some(None),
                _ => match identity_in(files, path) {
                    Ok(Some(found)) if found.id != *id => None,
                    Ok(found) => Some(found.and_then(|found| found.rev)),
                    Err(_) => Some(None),
                },
            };
            match holds {
                None => drop(self.own.insert(path_hash.clone())),
                Some(rev) => others.push((Some(path.clone()), path_hash.clone(), rev)),
            }
        }
        let first = |path_hash: &str| {
            let own = self.names.iter().filter(|name| name.origin.as_deref() == Some(path_hash));
            own.map(|name| name.rev).min()
        };
        let shared = |path_hash: &str, rev: Option<u64>| first(path_hash).or(rev).unwrap_or_default();
        self.others = others
            .into_iter()
            .map(|(path, path_hash, rev)| Other { shared: shared(&path_hash, rev), path, path_hash })
            .collect();
        Ok(())
    }

    /// Whether nothing at a path means that the file is no more: not on a stick or a share, whose empty folder may
    /// be all that is here.
    fn is_reliable(&self, path: &Path) -> bool {
        let beside = is_same_file(self.files, folder_of(path), folder_of(&self.plan.file));
        beside || self.home.holds(path)
    }

    fn all(mut self) -> Result<Deletion, DeleteError> {
        let others: Vec<PathBuf> = self.others.iter().filter_map(|other| other.path.clone()).collect();
        for other in others {
            let there = !matches!(self.files.look(&other), Ok(Standing::Nothing) | Err(_));
            self.stay(other, if there { &Stays::OtherFile } else { &Stays::Away });
        }
        self.backups()?;
        self.recovery_copies()?;
        self.broken_off_saves(&self.plan.file.clone())?;
        self.last_resorts()?;
        Ok(self.plan)
    }

    fn stay(&mut self, path: PathBuf, why: &Stays) {
        self.plan.stays.push((path, why.to_string()));
    }

    fn go(&mut self, source: Source, path: PathBuf) {
        self.plan.goes.push((source, path));
    }

    fn backups(&mut self) -> Result<(), DeleteError> {
        let heir =
            self.others.iter().max_by_key(|other| other.shared).map(|other| (other.shared, other.path_hash.clone()));
        let mut of_others = 0_usize;
        let mut stays_there = false;
        // A note stays as long as something is found by it.
        let mut noted: BTreeSet<Option<String>> = BTreeSet::new();
        for name in std::mem::take(&mut self.names) {
            let found = identity_in(self.files, &name.path).ok().flatten();
            let rev = found.as_ref().and_then(|found| found.rev).unwrap_or_default().max(name.rev);
            let is_own = name.origin.as_ref().map_or(self.others.is_empty(), |path_hash| self.own.contains(path_hash));
            if found.is_some_and(|found| found.id != self.session.id) {
                self.stay(name.path, &Stays::OtherSession);
                stays_there = true;
            } else if !is_own {
                of_others += 1;
            } else if rev > self.session.rev {
                let why = Stays::More { rev, than: self.session.rev };
                noted.insert(name.origin);
                self.stay(name.path, &why);
                stays_there = true;
            } else if let Some((_, path_hash)) = heir.as_ref().filter(|(shared, _)| rev <= *shared) {
                self.plan.handed_over.push((name, path_hash.clone()));
                of_others += 1;
            } else {
                self.go(Source::Backup, name.path);
            }
        }
        if of_others > 0 {
            let mut files: Vec<String> = self
                .others
                .iter()
                .filter_map(|other| Some(other.path.as_ref()?.file_name()?.to_string_lossy().into_owned()))
                .collect();
            files.dedup();
            self.stay(self.folder.clone(), &Stays::VersionsOf { many: of_others, files });
        }
        if of_others == 0 && !stays_there && self.others.is_empty() {
            self.whole_folder()?;
        } else {
            let is_done = |origin: &&Origin| {
                self.own.contains(&origin.path_hash) && !noted.contains(&Some(origin.path_hash.clone()))
            };
            self.plan.traces.extend(self.origins.iter().filter(is_done).map(|origin| origin.note.clone()));
        }
        Ok(())
    }

    /// Nothing of the backups stays: what else lies in their folder goes as well, and so does the folder.
    fn whole_folder(&mut self) -> Result<(), DeleteError> {
        let inside = list(self.files, &self.folder);
        for path in inside.map_err(Unseen::at(&self.folder))? {
            if self.origins.iter().any(|origin| origin.note == path) {
                self.plan.traces.push(path);
            } else if !self.plan.goes.iter().any(|(_, there)| *there == path) {
                self.go(Source::BrokenOff, path);
            }
        }
        self.plan.backups = Some(self.folder.clone());
        Ok(())
    }

    fn recovery_copies(&mut self) -> Result<(), DeleteError> {
        let (id, folder) = (&self.session.id, self.home.recovery_folder());
        let copies = recovery::copies_by_file(self.files, self.home, id).map_err(Unseen::at(&folder))?;
        for (path, path_hash) in copies {
            self.unsaved_work(Source::Recovery, path, Some(&path_hash));
        }
        self.broken_off_saves(&self.home.recovery_file(id, &self.plan.file))
    }

    /// The saves of a file that were broken off. Those of which nobody can tell whose they are stay where there are
    /// other files of the session.
    fn broken_off_saves(&mut self, file: &Path) -> Result<(), DeleteError> {
        let found = temporaries(self.files, file).map_err(Unseen::at(folder_of(file)))?;
        for (path, origin) in found {
            let own = path_hash(&self.plan.file);
            let path_hash = matches!(origin, TemporaryName::Known { .. }).then_some(own.as_str());
            self.unsaved_work(Source::BrokenOff, path, path_hash);
        }
        Ok(())
    }

    fn last_resorts(&mut self) -> Result<(), DeleteError> {
        for (path, path_hash) in last_resort::copies(self.files, &self.session.id)? {
            self.unsaved_work(Source::LastResort, path, path_hash.as_deref());
        }
        Ok(())
    }

    /// A copy that may be the only place of some work; `print` says which file's it is, if its name does.
    fn unsaved_work(&mut self, source: Source, path: PathBuf, path_hash: Option<&str>) {
        let is_own = path_hash.map_or(self.others.is_empty(), |path_hash| self.own.contains(path_hash));
        match self.holds(&path) {
            Holds::Another => {}
            Holds::More(why) => self.stay(path, &why),
            Holds::NoMore if is_own => self.go(source, path),
            Holds::NoMore => {
                let other = self.others.iter().find(|other| Some(other.path_hash.as_str()) == path_hash);
                let file = other.and_then(|other| Some(other.path.as_ref()?.display().to_string()));
                self.stay(path, &Stays::CopyOf(file.into_iter().collect()));
            }
        }
    }

    fn holds(&self, path: &Path) -> Holds {
        let bytes = match read_start(self.files, path, LARGEST + 1) {
            Ok(bytes) => bytes,
            Err(_) if matches!(self.files.look(path), Ok(Standing::Nothing)) => return Holds::Another,
            Err(error) => return Holds::More(Stays::Unseen(error)),
        };
        match identity(&bytes) {
            None if bytes.is_empty() => Holds::Another,
            None => Holds::More(Stays::Nobodys),
            Some(found) if found.id != self.session.id => Holds::Another,
            Some(found) => match found.rev {
                Some(rev) if rev < self.session.rev => Holds::NoMore,
                Some(rev) if rev > self.session.rev => Holds::More(Stays::More { rev, than: self.session.rev }),
                _ if decode(&bytes, "").is_ok_and(|loaded| loaded.session == *self.session) => Holds::NoMore,
                _ => Holds::More(Stays::OtherWork),
            },
        }
    }
}
