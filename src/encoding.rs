//! Bytes from outside as text: UTF-8 with or without its mark, UTF-16, or Windows-1252, told apart by how they begin.
//!
//! Nothing is ever replaced: what is no text in one of these is refused, with its place and what to do.

mod error;

pub use error::{DecodeError, Fault};
use std::borrow::Cow;
use std::fmt;

/// The mark that some editors put before UTF-8 text.
pub(crate) const BOM: &[u8] = b"\xef\xbb\xbf";

/// Bytes from which UTF-16 without a mark is seen.
const LOOKED_AT: usize = 64;

/// How a text is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// One to four bytes a character, as everywhere today.
    Utf8,
    /// Two bytes a unit, the low one first: what Windows programs call "Unicode".
    Utf16Le,
    /// Two bytes a unit, the high one first.
    Utf16Be,
    /// One byte a character, as older Windows programs in western Europe save text: "ANSI".
    Windows1252,
}

impl fmt::Display for Encoding {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le | Self::Utf16Be => "UTF-16 (Unicode)",
            Self::Windows1252 => "Windows-1252 (ANSI)",
        })
    }
}

/// All of some bytes as text, without a mark, and how they were written.
pub fn decode(bytes: &[u8]) -> Result<(Cow<'_, str>, Encoding), DecodeError> {
    let (mut decoder, mark) = Decoder::begin(bytes)?;
    let text = decoder.piece(&bytes[mark..])?;
    Ok((text, decoder.encoding()))
}

/// Whether bytes are UTF-16, by their mark or evidently.
pub(crate) fn is_utf16(start: &[u8]) -> bool {
    start.starts_with(b"\xff\xfe") || start.starts_with(b"\xfe\xff") || evident_utf16(start).is_some()
}

/// Decodes a text that comes in pieces, as lines from a pipe do.
#[derive(Debug)]
pub(crate) struct Decoder {
    encoding: Encoding,
    /// Whether letters outside ASCII were read as UTF-8, or a mark said that they would be.
    is_utf8: bool,
}

impl Decoder {
    /// Finds out from the first bytes how a text is written; also gives the length of its mark.
    pub(crate) fn begin(start: &[u8]) -> Result<(Self, usize), DecodeError> {
        let refused = |fault| Err(DecodeError { line: 1, column: 1, fault });
        let (encoding, mark) = match start {
            [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => return refused(Fault::Utf32),
            // A zip archive, as Word and Excel write them, and what they wrote before 2007.
            [b'P', b'K', 3, 4, ..] | [0xd0, 0xcf, 0x11, 0xe0, ..] => return refused(Fault::Document),
            [0xff, 0xfe, ..] => (Encoding::Utf16Le, 2),
            [0xfe, 0xff, ..] => (Encoding::Utf16Be, 2),
            start if start.starts_with(BOM) => (Encoding::Utf8, BOM.len()),
            start => (evident_utf16(start).unwrap_or(Encoding::Utf8), 0),
        };
        Ok((Self { encoding, is_utf8: mark == BOM.len() }, mark))
    }

    /// For text that is said to be in UTF-8, or has no sign of anything else.
    pub(crate) fn utf8() -> Self {
        Self { encoding: Encoding::Utf8, is_utf8: false }
    }

    /// How the text is written, as far as it was read.
    pub(crate) fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// The next bytes as text: whole characters, a line or more of them.
    pub(crate) fn piece<'bytes>(&mut self, bytes: &'bytes [u8]) -> Result<Cow<'bytes, str>, DecodeError> {
        let text = match self.encoding {
            Encoding::Utf16Le => Cow::Owned(utf16(bytes, u16::from_le_bytes)?),
            Encoding::Utf16Be => Cow::Owned(utf16(bytes, u16::from_be_bytes)?),
            Encoding::Utf8 | Encoding::Windows1252 => self.bytewise(bytes)?,
        };
        match text.find('\0') {
            Some(place) => Err(fault_after(&text[..place], Fault::Zero)),
            None => Ok(text),
        }
    }

    /// One text is written in one way: letters in UTF-8 and letters in Windows-1252 are a fault of one of them, and
    /// nobody can tell of which.
    fn bytewise<'bytes>(&mut self, bytes: &'bytes [u8]) -> Result<Cow<'bytes, str>, DecodeError> {
        let has_wide = bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii());
        match std::str::from_utf8(bytes) {
            Ok(text) if has_wide && self.encoding == Encoding::Windows1252 => {
                let before = text.find(|letter: char| !letter.is_ascii()).unwrap_or(0);
                Err(fault_after(&text[..before], Fault::Mixed))
            }
            Ok(text) => {
                self.is_utf8 |= has_wide;
                Ok(Cow::Borrowed(text))
            }
            Err(error) if self.is_utf8 || has_wide => {
                let before = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
                Err(fault_after(&before, Fault::Mixed))
            }
            Err(_) => {
                let text = windows_1252(bytes)?;
                self.encoding = Encoding::Windows1252;
                Ok(Cow::Owned(text))
            }
        }
    }
}

/// UTF-16 that is evident without a mark: of the first units nearly all are ASCII, and none is zero.
fn evident_utf16(start: &[u8]) -> Option<Encoding> {
    let start = &start[..start.len().min(LOOKED_AT)];
    let (pairs, _) = start.as_chunks::<2>();
    let is_letter = |byte: u8| matches!(byte, b'\t' | b'\n' | b'\r' | b' '..=b'~');
    let of = |ascii: fn(&[u8; 2]) -> (u8, u8)| {
        let ascii = pairs.iter().map(ascii).filter(|(high, low)| *high == 0 && is_letter(*low)).count();
        ascii > 0 && ascii * 4 >= pairs.len() * 3 && !pairs.contains(&[0, 0])
    };
    let little = of(|pair| (pair[1], pair[0])).then_some(Encoding::Utf16Le);
    little.or_else(|| of(|pair| (pair[0], pair[1])).then_some(Encoding::Utf16Be))
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let mut text = String::with_capacity(pairs.len());
    for letter in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match letter {
            Ok(letter) => text.push(letter),
            Err(_) => return Err(fault_after(&text, Fault::Surrogate)),
        }
    }
    if rest.is_empty() { Ok(text) } else { Err(fault_after(&text, Fault::CutShort)) }
}

/// What Windows-1252 has where Latin-1 has control characters, from 0x80 on; zeros stand for what it does not have.
const WINDOWS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0\u{2018}\u{2019}\u{201c}\u{201d}•–—˜™š›œ\0žŸ";

fn windows_1252(bytes: &[u8]) -> Result<String, DecodeError> {
    let mut text = String::with_capacity(bytes.len() + bytes.len() / 8);
    for byte in bytes {
        let letter = match byte {
            0x80..=0x9f => WINDOWS.chars().nth(usize::from(byte - 0x80)).filter(|letter| *letter != '\0'),
            _ => Some(char::from(*byte)),
        };
        text.push(letter.ok_or_else(|| fault_after(&text, Fault::Unknown))?);
    }
    Ok(text)
}

fn fault_after(before: &str, fault: Fault) -> DecodeError {
    let before = unified(before);
    let last = before.rsplit('\n').next().unwrap_or_default();
    DecodeError { line: before.matches('\n').count() + 1, column: last.chars().count() + 1, fault }
}

/// A text with one kind of line end, whichever of the three it had.
pub(crate) fn unified(text: &str) -> Cow<'_, str> {
    if text.contains('\r') { Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(text) }
}

#[cfg(test)]
mod tests;
