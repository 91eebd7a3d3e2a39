//! The ids of sessions: a new one is random, never derived from a clock, a name or a machine, so that two laptops never
//! give the same.

use super::StoreError;
use std::fmt::Write as _;

/// 16 lower-case hexadecimal digits from the system's random numbers.
pub fn new_id() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Random(error.to_string()))?;
    Ok(bytes.iter().fold(String::new(), |mut id, byte| {
        // Writing to a String cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    }))
}

/// Whether a text is 16 lower-case hexadecimal digits. Ids become parts of file names.
pub(super) fn is_id(text: &str) -> bool {
    text.len() == 16 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// An id, or a proper one in the place of one that is not: the same for the same text, so that copies still match.
pub(super) fn proper_id(text: &str) -> String {
    if is_id(text) {
        return text.to_owned();
    }
    let once = crc32fast::hash(text.as_bytes());
    let again = crc32fast::hash(format!("{once:08x}{text}").as_bytes());
    format!("{once:08x}{again:08x}")
}
