//! The id of a new session: random, so that two laptops in two rooms never give the same.
//!
//! It must not be derived from a clock, a name or a machine.

use super::StoreError;
use std::fmt::Write as _;

/// 16 lower-case hexadecimal digits from the system's random numbers.
///
/// # Errors
/// When the system has no random numbers to give.
pub fn new_id() -> Result<String, StoreError> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).map_err(|error| StoreError::Random(error.to_string()))?;
    Ok(bytes.iter().fold(String::new(), |mut id, byte| {
        // Writing to a String cannot fail.
        let _ = write!(id, "{byte:02x}");
        id
    }))
}
