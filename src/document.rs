//! RON documents: framework, sessions and settings are read and written the same way.
//!
//! Every kind shares one reader and one writer: what `ron` becomes in the program is there once, not once for each
//! kind of file and of what its text is written to.

use ron::error::SpannedError;
use ron::extensions::Extensions;
use ron::ser::{PrettyConfig, to_writer_pretty};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::fmt;

/// Brackets within brackets; a session has six.
const DEEPEST: usize = 32;

/// How documents are read. A person who edits one may leave out `Some( )`.
pub(crate) fn options() -> ron::Options {
    ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME).with_recursion_limit(DEEPEST)
}

/// Reads a document. The paths of fields that this kind does not have, `most` of them at the most, stand in `unknown`
/// even where the document turns out to be wrong further down.
pub(crate) fn read<T: DeserializeOwned>(text: &str, most: usize, unknown: &mut Vec<String>) -> Result<T, SpannedError> {
    let mut deserializer = ron::Deserializer::from_str_with_options(text, &options())?;
    let value = serde_ignored::deserialize(&mut deserializer, noting(most, unknown));
    let value = value.map_err(|error| deserializer.span_error(error))?;
    deserializer.end().map_err(|error| deserializer.span_error(error))?;
    Ok(value)
}

/// A function of its own: a closure within [`read`] would be another one for each kind of document.
fn noting(most: usize, unknown: &mut Vec<String>) -> impl FnMut(serde_ignored::Path<'_>) {
    move |path| {
        if unknown.len() < most {
            unknown.push(path.to_string());
        }
    }
}

pub(crate) fn write(value: &impl Serialize, style: PrettyConfig, out: &mut dyn fmt::Write) -> ron::Result<()> {
    to_writer_pretty(out, value, style)
}
