//! One change of a session that nobody has open: locked, backed up as at every opening, changed and saved.
//!
//! What is open, here or in another window, is changed there and never here.

use super::atomic::save_expected;
use super::files::FileSystem;
use super::{Head, Home, Lock, NotAltered, Taken, encode, open_to_edit};
use crate::framework::Framework;
use crate::session::Session;
use jiff::Timestamp;
use std::path::Path;

/// Changes a session in its file and gives it as it now stands there, one change further.
pub(crate) fn alter(
    files: &dyn FileSystem,
    home: &Home,
    framework: &Framework,
    file: &Path,
    now: Timestamp,
    change: impl FnOnce(&mut Session),
) -> Result<Session, NotAltered> {
    // Held until the end: nobody else writes to the session meanwhile.
    let Taken::Held(_lock) = Lock::take(files, home, file, now) else { return Err(NotAltered::Open) };
    let mut opened = open_to_edit(files, home, file, now)?;
    if let Some(reason) = opened.read_only {
        return Err(NotAltered::ReadOnly(reason));
    }
    change(&mut opened.session);
    opened.session.rev = opened.session.rev.saturating_add(1);
    let text = encode(&opened.session, &Head::of(&opened.session, framework, now))?;
    save_expected(files, file, text.as_bytes(), &mut opened.expected)?;
    Ok(opened.session)
}
