//! Deleting a saved session: what goes and what stays is found out, then shown, and only that is deleted.

use super::effect_runner::EffectRunner;
use super::error::Refusal;
use super::listing::source_in_words;
use super::loading::lock_holder;
use crate::app::{Deletion, Msg};
use crate::store::{self, BEYOND, Deleted, Home, Lock, RealFiles, Taken};
use crate::words;
use jiff::Timestamp;
use std::collections::BTreeSet;
use std::fs::canonicalize;
use std::path::{Path, PathBuf};

impl EffectRunner {
    pub(super) fn look_before_deleting(&mut self, file: PathBuf) {
        let (home, touched) = (self.home.clone(), self.touched.clone());
        let look = move || {
            refuse_touched(&touched, &file)?;
            let found = store::deletion(&RealFiles, &home, &file).map_err(|error| error.to_string())?;
            Ok(Box::new(shown(&home, &found)))
        };
        self.ask("deletion", look, |runner, app, found| {
            runner.tell(app, found.map_or_else(Msg::Failed, Msg::MayDelete))
        });
    }

    pub(super) fn delete(&mut self, asked: Deletion, now: Timestamp) {
        let (home, touched) = (self.home.clone(), self.touched.clone());
        let delete = move || {
            let deleted = refuse_touched(&touched, &asked.file).and_then(|()| deleted(&home, &asked, now));
            let done = match deleted {
                Ok(deleted) if deleted.left.is_empty() => Msg::Done(in_words(&asked, &deleted)),
                Ok(deleted) => Msg::Failed(in_words(&asked, &deleted)),
                Err(sentence) => Msg::Failed(sentence),
            };
            Ok((done, Some(asked.file).filter(|file| !file.exists())))
        };
        self.ask("deletion", delete, |runner, app, deleted| {
            let (done, gone) = deleted.unwrap_or_else(|fault| (Msg::Failed(fault), None));
            if let Some(gone) = gone {
                runner.tell(app, Msg::Gone(gone))?;
            }
            runner.tell(app, done)
        });
    }
}

/// The saver would keep a last backup of it at the end.
fn refuse_touched(touched: &BTreeSet<PathBuf>, file: &Path) -> Result<(), String> {
    let place = canonicalize(file).ok();
    let is_same = |other: &PathBuf| other == file || (place.is_some() && canonicalize(other).ok() == place);
    if touched.iter().any(is_same) {
        return Err(Refusal::WasOpen.into());
    }
    Ok(())
}

fn shown(home: &Home, found: &store::Deletion) -> Deletion {
    Deletion {
        file: found.file.clone(),
        rev: found.rev,
        goes: found.goes.iter().map(|(source, path)| (source_in_words(*source), path.clone())).collect(),
        stays: found.stays.clone(),
        state: home.state_folder(),
    }
}

fn deleted(home: &Home, asked: &Deletion, now: Timestamp) -> Result<Deleted, String> {
    let lock = match Lock::take(&RealFiles, home, &asked.file, now) {
        Taken::Held(lock) => lock,
        Taken::Busy { holder } => return Err(Refusal::CannotDelete(lock_holder(&holder)).into()),
    };
    let found = store::deletion(&RealFiles, home, &asked.file).map_err(|error| error.to_string())?;
    if shown(home, &found) != *asked {
        return Err(Refusal::CopiesChanged.into());
    }
    store::delete(&RealFiles, home, lock, found).map_err(|error| error.to_string())
}

/// What was deleted and what was not, as a sentence; a small window cuts its end.
fn in_words(asked: &Deletion, deleted: &Deleted) -> String {
    match (&deleted.left[..], asked.staying()) {
        ([(path, reason), ..], _) => words::not_all_deleted(path, reason),
        ([], stays) => format!("{} {BEYOND}", words::deleted(deleted.removed.len(), &stays)),
    }
}
