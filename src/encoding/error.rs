//! Why bytes are no text, each a sentence with what to do.
//!
//! It decodes nothing.

/// Why bytes are no text, and where: both counted from 1, lines by any line end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {fault}")]
pub struct DecodeError {
    pub line: usize,
    pub column: usize,
    pub fault: Fault,
}

/// What no text holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("a zero byte stands there, which no text holds; save it as UTF-8 text")]
    Zero,
    #[error("half of a UTF-16 character stands there; correct that place in an editor and save it as UTF-8")]
    Surrogate,
    #[error("the UTF-16 text ends within a character; perhaps it was cut short: get it again")]
    CutShort,
    #[error(
        "a byte stands there that is no UTF-8, although other letters are; correct that place in an editor and save it as UTF-8"
    )]
    Mixed,
    #[error("a byte stands there that is neither UTF-8 nor Windows-1252 (ANSI) text; save it as UTF-8")]
    Unknown,
    /// The beginning of UTF-32.
    #[error("it begins as UTF-32 text does; save it as UTF-8")]
    Utf32,
    #[error(
        "it is a document of an office program or an archive, not text; save it from there as \"CSV UTF-8\" or as plain text"
    )]
    Document,
}
