//! What is wrong with a RON document, for somebody who has it open in an editor.
//!
//! It reads nothing itself.

use ron::error::Error as Ron;

pub(super) fn ron_in_words(error: &Ron) -> String {
    let words = match error {
        Ron::Eof => "the text ends too early",
        Ron::ExpectedArray => "a list is expected here: [ ... ]",
        Ron::ExpectedArrayEnd => "the ] that closes a list is missing, or a comma before the next entry",
        Ron::ExpectedBoolean => "true or false is expected here",
        Ron::ExpectedComma => "a comma is missing here",
        Ron::ExpectedInteger | Ron::InvalidIntegerDigit { .. } => "a whole number is expected here",
        Ron::IntegerOutOfBounds => "the number is too large, or below zero",
        Ron::ExpectedMap => "a list of keys and values is expected here: { ... }",
        Ron::ExpectedMapColon => "a colon is missing here",
        Ron::ExpectedMapEnd => "the } that closes a list is missing, or a comma before the next entry",
        Ron::ExpectedOption => "None or Some(...) is expected here",
        Ron::ExpectedOptionEnd | Ron::ExpectedStructLikeEnd => {
            "the ) that closes a group is missing, or a comma before the next field"
        }
        Ron::ExpectedStructLike | Ron::ExpectedNamedStructLike(_) => "a group is expected here: ( ... )",
        Ron::ExpectedString => "text in quotes is expected here",
        Ron::ExpectedStringEnd => "the quote that closes a text is missing",
        Ron::ExpectedIdentifier => "the name of a field is expected here",
        Ron::InvalidEscape(_) => {
            "a backslash in a text is followed by something that has no meaning; write \\\\ for a backslash"
        }
        Ron::UnclosedBlockComment => "a comment that begins with /* does not end",
        Ron::TrailingCharacters => "there is more text after the end of the session",
        Ron::ExceededRecursionLimit => "brackets are nested deeper than any session nests them",
        Ron::MissingStructField { field, .. } => return format!("the field \"{field}\" is missing"),
        Ron::DuplicateStructField { field, .. } => return format!("the field \"{field}\" stands twice"),
        Ron::UnexpectedChar(letter) => return format!("{letter:?} is not expected here"),
        Ron::NoSuchEnumVariant { expected, found, .. } => {
            return format!("\"{found}\" is not known here; one of {} is", expected.join(", "));
        }
        Ron::InvalidValueForType { expected, found } => return format!("{found} stands where {expected} is expected"),
        other => return other.to_string(),
    };
    words.to_owned()
}
