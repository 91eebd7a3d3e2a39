//! The framework in use: the built-in one, or the file that was given.
//!
//! It reads the file; what makes a framework sound is the framework's own business.

use super::args::Options;
use super::failure::Failure;
use crate::encoding::{self, Encoding};
use crate::framework::Framework;
use crate::store::{LARGEST, in_words};
use crate::terminal::print_error;
use std::fs;
use std::io::Read;
use std::path::Path;

pub(super) fn chosen(options: &Options) -> Result<Framework, Failure> {
    match &options.framework {
        None => Ok(Framework::built_in()?),
        Some(file) => Ok(Framework::parse(&text_of(file)?, &file.display().to_string())?),
    }
}

/// The text of a file that is no larger than any that Plenary reads, in whichever encoding. One that was guessed is
/// said, once: its letters may not be those that were meant.
pub(super) fn text_of(file: &Path) -> Result<String, Failure> {
    let (text, encoding) = decoded(file)?;
    if encoding == Encoding::Windows1252 {
        print_error(&format!("{} is not UTF-8; it was read as {encoding}.", file.display()));
    }
    Ok(text)
}

/// The text of a file and how it was written.
pub(super) fn decoded(file: &Path) -> Result<(String, Encoding), Failure> {
    let refuse = |reason: &str| Failure::new(format!("{} {reason}", file.display()));
    let unreadable = |error: std::io::Error| refuse(&format!("could not be read: {}.", in_words(&error)));
    // A pipe would be waited for without end.
    if !fs::metadata(file).map_err(unreadable)?.is_file() {
        return Err(refuse("is not a file; give the path of a text file."));
    }
    let most = u64::try_from(LARGEST).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    fs::File::open(file).map_err(unreadable)?.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() > LARGEST {
        return Err(refuse("is larger than 8 MiB; check that it is the file you meant."));
    }
    let (text, encoding) =
        encoding::decode(&bytes).map_err(|error| refuse(&format!("could not be read as text: {error}.")))?;
    Ok((text.into_owned(), encoding))
}
