//! Whether two sessions are of one partnership: by its name, as people type it.
//!
//! Only small and large letters, blanks, and the two ways to write an accent are looked past; a guess beyond that would
//! mix partnerships up.

use unicode_normalization::UnicodeNormalization;

/// A partnership's name as it is compared; `None` for one without a name, which is never the same as another.
pub fn partnership_key(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" ").nfc().flat_map(char::to_lowercase).collect())
}

/// Whether two names are of one partnership.
pub fn is_same_partnership(one: &str, other: &str) -> bool {
    partnership_key(one).is_some_and(|key| partnership_key(other) == Some(key))
}
