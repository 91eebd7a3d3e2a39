//! A session as text and back: one plain RON document between a summary line and a checksum line.
//!
//! It must not touch files, and what it refuses it refuses with a place and a next step.
//!
//! ```text
//! // (plenary: 2, id: "0123456789abcdef", rev: 7, ...)     derived, for lists
//! (                                                         the session, `format` first
//!   format: 2,
//!   ...
//! )
//! // crc32: 89abcdef                                        over everything before this line
//! ```

use super::error::A_FAULT_IN_READING;
use super::head::{Head, MARK};
use super::open_error::{FORMAT_IS_ZERO, IS_A_FRAMEWORK, OpenError, Warning, newer, ron_in_words};
use super::ron::number_of;
use super::{SaveError, clamp};
use crate::framework::{Position, Positions};
pub use crate::session::LARGEST;
use crate::session::{FORMAT, Session, style};
use crate::{document, encoding};
use ron::error::SpannedError;
use std::fmt::Write as _;

/// Stack for reading, in bytes. Deep text needs much of it in a debug build, and the caller may have little.
pub(super) const STACK: usize = 4 * 1024 * 1024;

/// Unknown fields that are named one by one.
const MOST_NAMED: usize = 20;

/// Above this many bytes unknown fields are named without a place: finding it remembers every value.
const LARGEST_SEARCHED: usize = 1024 * 1024;

pub(super) const CHECKSUM: &str = "// crc32: ";

#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    pub session: Session,
    /// What was noticed; none for a file as Plenary wrote it.
    pub warnings: Vec<Warning>,
}

impl Loaded {
    /// Whether this is all that was written: nothing of it was changed or torn outside Plenary.
    pub(super) fn is_whole(&self) -> bool {
        self.warnings.iter().all(|warning| !warning.is_lost_by_saving())
    }
}

/// A session as the text of its file.
pub fn encode(session: &Session, head: &Head) -> Result<String, SaveError> {
    let failed = |error: ron::Error| SaveError::Text(error.to_string());
    let mut text = String::from("// ");
    document::write(head, style().depth_limit(0), &mut text).map_err(failed)?;
    text.push('\n');
    document::write(session, style(), &mut text).map_err(failed)?;
    text.push('\n');
    let checksum = crc32fast::hash(text.as_bytes());
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{CHECKSUM}{checksum:08x}");
    if text.len() > LARGEST {
        return Err(SaveError::TooLarge { size: text.len(), most: LARGEST });
    }
    Ok(text)
}

/// Reads a session from the bytes of its file; `name` is what sentences call the file.
///
/// Reads on a thread with a stack of its own, so that a hostile file cannot exhaust the caller's.
pub fn decode(bytes: &[u8], name: &str) -> Result<Loaded, OpenError> {
    on_own_stack(name, || decode_here(bytes, name))
}

fn on_own_stack(name: &str, read: impl FnOnce() -> Result<Loaded, OpenError> + Send) -> Result<Loaded, OpenError> {
    let failed = |reason: &str| OpenError::Unreadable { name: name.to_owned(), reason: reason.to_owned() };
    std::thread::scope(|scope| {
        let reader = std::thread::Builder::new().stack_size(STACK).name("reader".into());
        let reader = reader.spawn_scoped(scope, read);
        let reader = reader.map_err(|error| failed(&super::in_words(&error)))?;
        reader.join().unwrap_or_else(|_| Err(failed(A_FAULT_IN_READING)))
    })
}

/// [`decode`] for a file of a later format: as much of it as this program understands, for reading only. What it
/// does not know is named; where it knows too little the file is refused as before.
pub(super) fn decode_newer(bytes: &[u8], name: &str) -> Result<Loaded, OpenError> {
    on_own_stack(name, || {
        let text = text_of(bytes, name)?;
        let found = number_of(text, "format").unwrap_or(FORMAT);
        examine(text, name).map_err(|_| newer(name, found))
    })
}

/// [`decode`] on the caller's own stack, which must have [`STACK`] bytes.
pub(super) fn decode_here(bytes: &[u8], name: &str) -> Result<Loaded, OpenError> {
    let text = text_of(bytes, name)?;
    match number_of(text, "format") {
        Some(found) if found > FORMAT => Err(newer(name, found)),
        Some(0) => Err(OpenError::NotASession { name: name.to_owned(), reason: FORMAT_IS_ZERO.into() }),
        // Without a format the full reading names what is missing, and where.
        _ => {
            let mut loaded = examine(text, name)?;
            // Formats 2, 3 and 4 only have more fields than those before, and what is not there was not said. The file
            // stays as it is until something changes, and then a copy of it is among the backups.
            loaded.session.format = FORMAT;
            Ok(loaded)
        }
    }
}

/// Reads a document of this format or an older one.
fn examine(text: &str, name: &str) -> Result<Loaded, OpenError> {
    let (mut session, unknown) = read(text).map_err(|fault| refuse(text, name, fault))?;
    let mut warnings = Vec::new();
    warnings.extend(changed_outside(text));
    if !warnings.is_empty() {
        warnings.extend(clamp::repeated(text));
    }
    warnings.extend(name_unknown(text, unknown));
    warnings.extend(clamp::clamp_values(&mut session));
    Ok(Loaded { session, warnings })
}

/// The bytes as text, without a byte order mark.
fn text_of<'bytes>(bytes: &'bytes [u8], name: &str) -> Result<&'bytes str, OpenError> {
    let name = || name.to_owned();
    if bytes.len() > LARGEST {
        return Err(OpenError::TooLarge { name: name(), most: LARGEST });
    }
    if encoding::is_utf16(bytes) {
        return Err(OpenError::Utf16 { name: name() });
    }
    let bytes = bytes.strip_prefix(encoding::BOM).unwrap_or(bytes);
    if bytes.trim_ascii().is_empty() {
        return Err(OpenError::Empty { name: name() });
    }
    // Whether there is one is found many at a time.
    if bytes.contains(&0)
        && let Some(offset) = bytes.iter().position(|byte| *byte == 0)
    {
        return Err(OpenError::Zeros { name: name(), position: position_at(bytes, offset) });
    }
    std::str::from_utf8(bytes)
        .map_err(|error| OpenError::NotText { name: name(), position: position_at(bytes, error.valid_up_to()) })
}

/// Line and column of a byte, both from 1.
fn position_at(bytes: &[u8], offset: usize) -> Position {
    let before = String::from_utf8_lossy(&bytes[..offset]);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Position { line, column }
}

/// What went wrong in the document, and the names of the unknown fields before it.
struct Fault {
    error: Box<SpannedError>,
    unknown: Vec<String>,
}

fn read(text: &str) -> Result<(Session, Vec<String>), Fault> {
    let mut unknown = Vec::new();
    match document::read(text, MOST_NAMED, &mut unknown) {
        Ok(session) => Ok((session, unknown)),
        Err(error) => Err(Fault { error: Box::new(error), unknown }),
    }
}

/// Why a document cannot be read: damaged if it ever was a session, otherwise foreign.
fn refuse(text: &str, name: &str, fault: Fault) -> OpenError {
    let Fault { error, unknown } = fault;
    let SpannedError { code, span } = *error;
    let name = name.to_owned();
    let position = Position { line: span.start.line, column: span.start.col };
    let was_ours = text.starts_with(MARK);
    if !was_ours && unknown.iter().any(|field| field == "stages") {
        return OpenError::NotASession { name, reason: IS_A_FRAMEWORK.into() };
    }
    if !was_ours && number_of(text, "format").is_none() {
        let reason = format!("it has no format number; {position}: {}", ron_in_words(&code));
        return OpenError::NotASession { name, reason };
    }
    // A whole document ends with its closing bracket and the checksum.
    let cut_short = was_ours && !text.contains(CHECKSUM) && !text.trim_end().ends_with(')');
    let end = Position { line: span.end.line, column: span.end.col };
    let position = if cut_short { end } else { position };
    OpenError::Damaged { name, position, reason: ron_in_words(&code), cut_short }
}

/// Whether the last line holds the checksum of everything before it, byte for byte.
fn changed_outside(text: &str) -> Option<Warning> {
    let whole = text.strip_suffix('\n').unwrap_or_default();
    let start = whole.rfind('\n').map_or(0, |place| place + 1);
    let expected = format!("{CHECKSUM}{:08x}", crc32fast::hash(&text.as_bytes()[..start]));
    if whole[start..] == expected {
        None
    } else if text.contains(CHECKSUM.trim_end()) {
        Some(Warning::ChangedOutside)
    } else {
        Some(Warning::NoChecksum)
    }
}

/// The unknown fields with their places.
fn name_unknown(text: &str, unknown: Vec<String>) -> Vec<Warning> {
    if unknown.is_empty() {
        return Vec::new();
    }
    let positions = (text.len() <= LARGEST_SEARCHED).then(|| Positions::of(text));
    let named = |path: String| {
        let position = positions.as_ref().map(|positions| positions.find(&path));
        Warning::UnknownField { path, position }
    };
    unknown.into_iter().map(named).collect()
}
