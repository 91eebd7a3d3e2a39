//! Text that goes to a terminal outside the screen: what commands print, and what goes wrong.
//!
//! This is the one way out: whatever is written to the standard output and error streams is cleaned on its way, so that
//! no command can forget to. The screen has its own, which draws only what went through a canvas.

use crate::clean::{sanitise, sanitise_line};
use std::io::{self, IsTerminal, StdoutLock, Write};
use std::path::Path;

/// A stream through which nothing passes but clean text, line by line.
#[derive(Debug)]
pub(crate) struct CleanWriter<Out: Write> {
    out: Out,
    /// What was written since the last line end.
    line: Vec<u8>,
}

pub(crate) fn output() -> CleanWriter<StdoutLock<'static>> {
    CleanWriter::onto(io::stdout().lock())
}

pub(crate) fn can_ask() -> bool {
    io::stdin().is_terminal() && is_shown()
}

pub(crate) fn is_shown() -> bool {
    io::stdout().is_terminal()
}

/// Prints a sentence to the standard error stream; if nobody listens there, nobody does.
pub(crate) fn print_error(sentence: &str) {
    let _ = writeln!(CleanWriter::onto(io::stderr()), "{sentence}");
}

impl<Out: Write> CleanWriter<Out> {
    pub(crate) fn onto(out: Out) -> Self {
        Self { out, line: Vec::new() }
    }

    fn pass(&mut self, bytes: usize) -> io::Result<()> {
        let text = String::from_utf8_lossy(&self.line[..bytes]).into_owned();
        self.line.drain(..bytes);
        self.out.write_all(sanitise(&text).as_bytes())
    }
}

impl<Out: Write> Write for CleanWriter<Out> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(bytes);
        if bytes.contains(&b'\n') {
            let end = self.line.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
            self.pass(end)?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        // A letter of which the rest is still to come waits.
        let whole = match std::str::from_utf8(&self.line) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => self.line.len(),
        };
        self.pass(whole)?;
        self.out.flush()
    }
}

/// [`sanitise`] for those who print.
pub(crate) fn clean(text: &str) -> String {
    sanitise(text).into()
}

/// [`sanitise_line`] for those who print: what stands in it cannot pretend to be a line of its own.
pub(crate) fn clean_line(text: &str) -> String {
    sanitise_line(text).into()
}

pub(crate) fn clean_path(path: &Path) -> String {
    clean_line(&path.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clean::is_unsafe;

    /// What a stream gets of pieces that are written one after the other.
    fn written(pieces: &[&[u8]], flushed: bool) -> String {
        let mut out = Vec::new();
        let mut writer = CleanWriter::onto(&mut out);
        for piece in pieces {
            assert_eq!(writer.write(piece).ok(), Some(piece.len()));
            if flushed {
                assert!(writer.flush().is_ok());
            }
        }
        assert!(writer.flush().is_ok());
        String::from_utf8(out).unwrap_or_default()
    }

    #[test]
    fn nothing_that_a_terminal_obeys_is_left() {
        let hostile = "a\x1b[31mb\u{9b}2Jc\x07d\re\tf\nGlas\u{202e}wog\u{200b} \u{e0041}\n";
        let shown = "a\u{fffd}[31mb\u{fffd}2Jc\u{fffd}d\u{fffd}e f\nGlas\u{fffd}wog \u{fffd}\n";
        assert_eq!(clean(hostile), shown);
        assert_eq!(written(&[hostile.as_bytes()], false), shown);
        assert_eq!(clean_line("two\nlines"), "two\u{fffd}lines");
    }

    #[test]
    fn letters_that_are_written_in_pieces_are_whole_and_what_is_no_text_is_marked() {
        let text = "Łódź 東京 👨‍👩‍👧 🏴󠁧󠁢󠁳󠁣󠁴󠁿 نمی‌خواهم\nType yes: ";
        let bytes: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        assert_eq!(written(&bytes, false), text);
        let letters: Vec<&[u8]> = "Łódź\n東京 ".as_bytes().chunks(1).collect();
        assert_eq!(written(&letters, true), "Łódź\n東京 ");
        assert_eq!(written(&[b"caf\xe9 \x9b1m\n"], false), "caf\u{fffd} \u{fffd}1m\n");
    }

    #[test]
    fn other_people_s_letters_stay() {
        for text in ["Gàidhealtachd", "Cymru", "Łódź", "東京", "e\u{301}", "👍", "ภาษาไทย"] {
            assert_eq!(clean(text), text);
        }
        assert_eq!(clean(&format!("e{}x", "\u{301}".repeat(9))), format!("e{}x", "\u{301}".repeat(4)));
    }

    #[test]
    fn json_reads_back_as_it_was_also_after_the_stream_has_cleaned_it() {
        let towers = "\u{301}".repeat(9);
        let note = format!("a\u{1b}\u{9b}\u{202e}\u{e0041}\u{7f}\né\u{ad}❤\u{fe0f}\u{fe0f}\u{fffe}e{towers} 👨‍👩‍👧\t");
        let value = serde_json::json!({ "note": note });
        let printed = crate::report::json(&value);
        assert!(printed.chars().all(|letter| letter == '\n' || !is_unsafe(letter)), "{printed}");
        assert_eq!(written(&[printed.as_bytes()], false), printed);
        assert_eq!(serde_json::from_str::<serde_json::Value>(&printed).ok(), Some(value));
    }
}
