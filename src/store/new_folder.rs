//! A new folder that appears whole or not at all: it is filled under another name and renamed at the end.
//!
//! It never takes the place of anything.

use super::SaveError;
use super::error::step;
use super::files::{FileSystem, NewFile, Standing, folder_of, list, unless_refused};
use super::sweep::{TABLES, sweep_beside};
use std::io;
use std::path::{Path, PathBuf};

const NAMES: u32 = 100;

/// A folder that is being filled, 0700 with files of 0600; dropped before its time it takes itself away.
pub struct NewFolder<'call> {
    files: &'call dyn FileSystem,
    target: PathBuf,
    /// Where it is being filled; empty once it is in its place.
    temporary: PathBuf,
}

impl<'call> NewFolder<'call> {
    pub fn beside(files: &'call dyn FileSystem, target: &Path) -> Result<Self, SaveError> {
        let target = std::path::absolute(target).unwrap_or_else(|_| target.to_owned());
        let making = SaveError::step(&target, step::MAKE_FOLDER);
        if files.look(&target).map_err(SaveError::step(&target, step::LOOK))? != Standing::Nothing {
            return Err(SaveError::Exists(target));
        }
        // What killed programs left there; that some of it stays is no reason to write nothing.
        sweep_beside(files, &target);
        let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
        for number in 0..NAMES {
            let number = if number == 0 { String::new() } else { number.to_string() };
            let name = format!("{TABLES}{}{number}", std::process::id());
            let temporary = folder_of(&target).join(name);
            match files.make_folder(&temporary) {
                Ok(()) => return Ok(Self { files, target, temporary }),
                // Left by a program that was killed, with our number.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
                Err(error) => return Err(making(error)),
            }
        }
        Err(making(last))
    }

    pub fn create(&self, name: &str) -> Result<Box<dyn NewFile>, SaveError> {
        self.files.create(&self.temporary.join(name)).map_err(|error| self.failed(error))
    }

    pub fn write(&self, name: &str, text: &str) -> Result<(), SaveError> {
        let mut file = self.create(name)?;
        file.write_all(text.as_bytes()).map_err(|error| self.failed(error))?;
        self.finish(&mut *file)
    }

    /// Brings a file of it to the disk, as far as the place confirms that.
    pub fn finish(&self, file: &mut dyn NewFile) -> Result<(), SaveError> {
        unless_refused(file.sync()).map(drop).map_err(|error| self.failed(error))
    }

    pub fn put_in_place(mut self) -> Result<(), SaveError> {
        unless_refused(self.files.sync_folder(&self.temporary)).map_err(|error| self.failed(error))?;
        // A rename takes the place of an empty folder on some systems.
        if self.files.look(&self.target).map_err(|error| self.failed(error))? != Standing::Nothing {
            return Err(SaveError::Exists(self.target.clone()));
        }
        self.files.rename(&self.temporary, &self.target).map_err(|error| self.failed(error))?;
        self.temporary = PathBuf::new();
        unless_refused(self.files.sync_name(&self.target)).map(drop).map_err(SaveError::folder(&self.target))
    }

    /// That something in it could not be written.
    pub fn failed(&self, source: io::Error) -> SaveError {
        SaveError::step(&self.target, step::WRITE)(source)
    }
}

impl Drop for NewFolder<'_> {
    fn drop(&mut self) {
        if !self.temporary.as_os_str().is_empty() {
            // If this fails too a hidden folder stays; the reason worth telling is the first.
            for file in list(self.files, &self.temporary).unwrap_or_default() {
                let _ = self.files.remove(&file);
            }
            let _ = self.files.remove_folder(&self.temporary);
        }
    }
}
