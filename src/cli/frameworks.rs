//! The framework in use: the built-in one, or the file that was given.
//!
//! It reads the file; what makes a framework sound is the framework's own business.

use super::args::Options;
use super::error::Failure;
use crate::encoding::{self, Encoding};
use crate::framework::Framework;
use crate::store::read_outside;
use crate::terminal::print_error;
use crate::words::guessed_encoding;
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
        print_error(&guessed_encoding(&file.display().to_string(), &encoding.to_string()));
    }
    Ok(text)
}

/// The text of a file and how it was written.
pub(super) fn decoded(file: &Path) -> Result<(String, Encoding), Failure> {
    let bytes = read_outside(file)?;
    let (text, encoding) = encoding::decode(&bytes)
        .map_err(|error| Failure::NoText { file: file.to_owned(), problem: error.to_string() })?;
    Ok((text.into_owned(), encoding))
}
