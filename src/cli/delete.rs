//! `plenary delete`: a session with every copy that Plenary made of it, after it was said what goes.
//!
//! Without a terminal to ask on, only `--yes` deletes.

use super::failure::Failure;
use super::print;
use super::versions::busy;
use crate::store::{self, BEYOND, Home, Lock, RealFiles, Taken};
use crate::terminal::{can_ask, clean_path};
use jiff::Zoned;
use std::io;
use std::path::Path;

/// Deletes a session.
pub(super) fn delete(home: &Home, file: &Path, yes: bool) -> Result<(), Failure> {
    if !file.is_file() {
        return Err(Failure::new(format!("{} is no session file; \"plenary list\" shows them.", file.display())));
    }
    if !yes && !can_ask() {
        let sentence = "There is no terminal to ask on; \"plenary delete FILE --yes\" deletes without asking.";
        return Err(Failure { code: 2, ..Failure::new(sentence) });
    }
    let lock = match Lock::take(&RealFiles, home, file, Zoned::now().timestamp()) {
        Taken::Held(lock) => lock,
        Taken::Busy { holder } => return Err(busy(file, &holder)),
    };
    if !yes && !agreed(home, file)? {
        return print(|out| writeln!(out, "Nothing was deleted."));
    }
    let deleted = store::delete(&RealFiles, home, lock);
    print(|out| {
        for path in &deleted.removed {
            writeln!(out, "Deleted  {}", clean_path(path))?;
        }
        writeln!(out, "{BEYOND}")
    })?;
    let left: Vec<String> = deleted.left.iter().map(|(path, reason)| format!("{}: {reason}", path.display())).collect();
    if left.is_empty() { Ok(()) } else { Err(Failure::new(format!("Not deleted: {}.", left.join("; ")))) }
}

/// Says what goes, and asks.
fn agreed(home: &Home, file: &Path) -> Result<bool, Failure> {
    let name = |path: &Path| clean_path(path);
    print(|out| {
        writeln!(out, "This deletes for good:")?;
        writeln!(out, "  {}", name(file))?;
        for candidate in store::rescue(&RealFiles, home, file) {
            writeln!(out, "  {}", name(&candidate.version.path))?;
        }
        write!(out, "and what else Plenary keeps about it. Type yes to delete it: ")
    })?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(answer.trim().eq_ignore_ascii_case("yes"))
}
