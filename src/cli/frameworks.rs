//! The framework in use: the built-in one, or the file that was given.
//!
//! It reads the file; what makes a framework sound is the framework's own business.

use super::args::Options;
use super::failure::Failure;
use crate::framework::Framework;
use crate::store::{LARGEST, in_words};
use std::fs;
use std::io::Read;
use std::path::Path;

/// The framework that the options choose.
pub(super) fn chosen(options: &Options) -> Result<Framework, Failure> {
    match &options.framework {
        None => Ok(Framework::built_in()?),
        Some(file) => Ok(Framework::parse(&text_of(file)?, &file.display().to_string())?),
    }
}

/// The text of a file that is no larger than any that Plenary reads.
pub(super) fn text_of(file: &Path) -> Result<String, Failure> {
    let refuse = |reason: &str| Failure::new(format!("{} {reason}", file.display()));
    let unreadable = |error: std::io::Error| refuse(&format!("could not be read: {}.", in_words(&error)));
    // A pipe would be waited for without end.
    if !fs::metadata(file).map_err(unreadable)?.is_file() {
        return Err(refuse("is not a file; give the path of a framework or session file."));
    }
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    fs::File::open(file).map_err(unreadable)?.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LARGEST {
        return Err(refuse("is larger than 8 MiB; check that it is the file you meant."));
    }
    String::from_utf8(bytes).map_err(|error| {
        let before = String::from_utf8_lossy(&error.as_bytes()[..error.utf8_error().valid_up_to()]).into_owned();
        let (line, column) = (before.matches('\n').count() + 1, before.rsplit('\n').next().map_or(0, str::len) + 1);
        refuse(&format!("is not UTF-8 text (line {line}, column {column}); save it again as UTF-8."))
    })
}
