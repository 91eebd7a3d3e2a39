//! The path that somebody meant who typed it, dragged it into the window, pasted it or wrote it where no shell reads
//! it: in quotes, with `~`, as a `file://` address, with escaped blanks.
//!
//! What is there under exactly the name that was written is what was meant; only else is anything read into it.

use super::TypedPathError;
use crate::clean::{REPLACEMENT, taken};
use directories::UserDirs;
use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

/// The path that was meant. Nothing typed is an empty path. It looks at the disk, so no key may wait for it.
pub(crate) fn typed_path(typed: &OsStr) -> Result<PathBuf, TypedPathError> {
    let is_there = |path: &OsStr| !path.is_empty() && PathBuf::from(path).symlink_metadata().is_ok();
    let Some(text) = typed.to_str().filter(|_| !is_there(typed)) else { return Ok(PathBuf::from(typed)) };
    if is_there(OsStr::new(text.trim())) {
        return Ok(PathBuf::from(text.trim()));
    }
    let folders = UserDirs::new();
    let own = folders.as_ref().map(|folders| folders.home_dir().as_os_str().as_encoded_bytes());
    path_of(meant(text, own, cfg!(windows))?, text)
}

#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere not all bytes are a path")]
fn path_of(bytes: Vec<u8>, _: &str) -> Result<PathBuf, TypedPathError> {
    let path: OsString = std::os::unix::ffi::OsStringExt::from_vec(bytes);
    Ok(path.into())
}

#[cfg(not(unix))]
fn path_of(bytes: Vec<u8>, text: &str) -> Result<PathBuf, TypedPathError> {
    String::from_utf8(bytes).map(|path| OsString::from(path).into()).map_err(|_| TypedPathError::Lost(text.to_owned()))
}

/// What was meant, as the bytes of a path of this or the other kind of system.
fn meant(typed: &str, own: Option<&[u8]>, windows: bool) -> Result<Vec<u8>, TypedPathError> {
    if typed.trim().chars().any(char::is_control) {
        return Err(TypedPathError::Control(typed.to_owned()));
    }
    // Windows itself puts a mark of direction before a path that is copied from a file's properties.
    let text = taken(typed, None, false);
    let text = text.trim();
    if text.contains(REPLACEMENT) {
        return Err(TypedPathError::Lost(text.to_owned()));
    }
    let text = unquoted(text, windows);
    if let Some(path) = address(&text, windows)? {
        return Ok(path);
    }
    let Some(rest) = text.strip_prefix('~') else { return Ok(text.into_bytes()) };
    let is_separator = |letter| matches!(letter, '/' | '\\');
    if !rest.is_empty() && !rest.starts_with(is_separator) {
        // A name such as `~$notes.docx` is a name; `~ann` or `~ann/notes` is a person.
        let name = rest.split(is_separator).next().unwrap_or_default();
        let is_person = name.len() < rest.len() || name.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
        return if is_person { Err(TypedPathError::SomebodyElse(text)) } else { Ok(text.into_bytes()) };
    }
    let mut path = own.ok_or(TypedPathError::NoHome)?.to_owned();
    if !rest.is_empty() {
        path.extend_from_slice(rest.as_bytes());
    }
    Ok(path)
}

/// A text without the quotes and escapes by which a shell, a file manager or "Copy as path" keeps it together; the text
/// itself where quotes are left open, since an apostrophe may stand in a name.
fn unquoted(text: &str, windows: bool) -> String {
    // As PowerShell writes what is dragged into it.
    let text = text.strip_prefix("& ").filter(|rest| rest.starts_with(['"', '\''])).unwrap_or(text);
    // `~\` is the home folder as people of Windows write it, on any system.
    if windows && !text.starts_with(['"', '\'']) || text.starts_with("~\\") {
        return text.to_owned();
    }
    let quotes = text.starts_with(['"', '\'']);
    let (mut plain, mut quote) = (String::with_capacity(text.len()), None);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let escapes = letter == '\\' && !windows && quote != Some('\'');
        let is_escaped = |next: char| quote.is_none() || matches!(next, '"' | '\\' | '$' | '`');
        match letter {
            '"' | '\'' if quotes && quote == Some(letter) => quote = None,
            '"' | '\'' if quotes && quote.is_none() => quote = Some(letter),
            _ if escapes => plain.push(letters.next_if(|next| is_escaped(*next)).unwrap_or(letter)),
            _ => plain.push(letter),
        }
    }
    if quote.is_none() { plain } else { text.to_owned() }
}

/// The path in a `file:` address, if it is one.
fn address(text: &str, windows: bool) -> Result<Option<Vec<u8>>, TypedPathError> {
    let is_address = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("file:"));
    let Some(rest) = text.get(5..).filter(|rest| is_address && rest.starts_with('/')) else { return Ok(None) };
    let (host, path) = match rest.strip_prefix("//") {
        Some(rest) => rest.split_at(rest.find('/').unwrap_or(rest.len())),
        None => ("", rest),
    };
    let is_here = host.is_empty() || host.eq_ignore_ascii_case("localhost");
    let mut bytes = decoded(path);
    if bytes.iter().any(u8::is_ascii_control) {
        return Err(TypedPathError::Control(text.to_owned()));
    }
    if windows {
        if bytes.get(2).is_some_and(|colon| matches!(colon, b':' | b'|')) {
            bytes.remove(0);
            bytes[1] = b':';
        }
        if !is_here {
            bytes.splice(0..0, [b"//", host.as_bytes()].concat());
        }
        bytes.iter_mut().filter(|byte| **byte == b'/').for_each(|byte| *byte = b'\\');
    } else if !is_here {
        return Err(TypedPathError::OtherComputer(text.to_owned()));
    }
    Ok(Some(bytes))
}

/// `%20` and the like as the bytes that they stand for.
fn decoded(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = match (first, after) {
            (b'%', [high, low, ..]) => std::str::from_utf8(&[*high, *low])
                .ok()
                .filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))
                .and_then(|digits| u8::from_str_radix(digits, 16).ok()),
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    bytes
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    fn read(typed: &str, windows: bool) -> Result<String, TypedPathError> {
        let own: &[u8] = if windows { b"C:\\Users\\ann" } else { b"/home/ann" };
        meant(typed, Some(own), windows).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
    }

    #[test]
    fn paths_as_people_of_linux_and_macs_write_them() {
        for (typed, path) in [
            ("/media/my stick", "/media/my stick"),
            ("'/media/my stick' ", "/media/my stick"),
            (" \"/media/my stick\"", "/media/my stick"),
            ("/media/my\\ stick\\ \\(1\\)", "/media/my stick (1)"),
            ("'/media/Ann'\\''s stick'/a.ron", "/media/Ann's stick/a.ron"),
            ("\"/media/\\\"x\\\" a\\b\"", "/media/\"x\" a\\b"),
            ("/media/Ann's stick", "/media/Ann's stick"),
            ("'/media/left open", "'/media/left open"),
            ("~", "/home/ann"),
            ("~/sessions/", "/home/ann/sessions/"),
            ("~\\sessions", "/home/ann\\sessions"),
            ("'~/my sessions'", "/home/ann/my sessions"),
            ("~/my\\ sessions", "/home/ann/my sessions"),
            ("~$notes.docx", "~$notes.docx"),
            ("file:///media/my%20stick", "/media/my stick"),
            ("FILE://localhost/media/100%25%zz", "/media/100%%zz"),
            ("file:/media/stick", "/media/stick"),
            ("'file:///media/my%20stick'", "/media/my stick"),
            ("file:relative", "file:relative"),
            ("\u{feff}/media/st\u{200b}ick", "/media/stick"),
            ("", ""),
            ("  ", ""),
        ] {
            assert_eq!(read(typed, false).as_deref(), Ok(path), "{typed}");
        }
        assert_eq!(meant("file:///caf%E9", None, false).as_deref(), Ok(&b"/caf\xe9"[..]));
    }

    #[test]
    fn paths_as_people_of_windows_write_them() {
        for (typed, path) in [
            ("\"C:\\Users\\ann\\my sessions\"", "C:\\Users\\ann\\my sessions"),
            ("& 'D:\\my stick'", "D:\\my stick"),
            ("\u{202a}C:\\Users\\ann\\a.ron", "C:\\Users\\ann\\a.ron"),
            ("file:///C:/my%20stick/a.ron", "C:\\my stick\\a.ron"),
            ("file:///C|/a", "C:\\a"),
            ("file://server/share/a%20b", "\\\\server\\share\\a b"),
            ("~\\sessions", "C:\\Users\\ann\\sessions"),
            ("\"~/sessions\"", "C:\\Users\\ann/sessions"),
            ("C:\\tmp\\ x", "C:\\tmp\\ x"),
            ("\\\\server\\share", "\\\\server\\share"),
        ] {
            assert_eq!(read(typed, true).as_deref(), Ok(path), "{typed}");
        }
    }

    #[test]
    fn what_cannot_be_meant_is_refused_and_said() {
        for windows in [false, true] {
            for typed in ["/a\u{1b}]52;c;QQ\u{7}", "/two\nlines", "/c1\u{9b}2J", "file:///a%1b%0a"] {
                let error = read(typed, windows).unwrap_err();
                assert!(matches!(error, TypedPathError::Control(_)), "{typed:?}");
                assert!(!error.to_string().chars().any(char::is_control), "{error}");
            }
            assert!(matches!(read("/caf\u{fffd}", windows), Err(TypedPathError::Lost(_))));
            assert!(matches!(read("~bob/sessions", windows), Err(TypedPathError::SomebodyElse(_))));
            assert!(matches!(read("~bob", windows), Err(TypedPathError::SomebodyElse(_))));
        }
        assert!(matches!(read("file://server/share", false), Err(TypedPathError::OtherComputer(_))));
        assert_eq!(meant("~", None, false), Err(TypedPathError::NoHome));
    }
}
