//! The thread that reads lines, one at a time and only when the loop is ready for the next.
//!
//! It understands none of them. What is typed ahead waits in the terminal, and what stands in a pipe stays there.

use super::error::{Refusal, is_gone};
use super::event::{Cause, Event, Line, spawn};
use crate::encoding::{DecodeError, Decoder, Encoding};
use std::borrow::Cow;
use std::io::{self, BufRead};
use std::sync::mpsc::{Receiver, Sender, channel};

/// A longer line is no line that somebody wrote, in bytes.
const LONGEST: usize = 1024 * 1024;

/// Starts the thread with what it reads from; each message sent to what comes back asks for one line.
pub(super) fn start<Input: BufRead>(
    events: Sender<Event>,
    open: impl FnOnce() -> Input + Send + 'static,
) -> io::Result<Sender<()>> {
    let (want, wanted) = channel();
    spawn("lines", events, move |events| {
        listen(events, &wanted, open());
        None
    })?;
    Ok(want)
}

fn listen(events: &Sender<Event>, wanted: &Receiver<()>, input: impl BufRead) {
    let mut lines = Lines::of(input);
    while wanted.recv().is_ok() {
        let event = match lines.next() {
            Ok(Some(line)) => Event::Line(line),
            Ok(None) => Event::Eof,
            Err(error) if is_gone(&error) => Event::End(Cause::HungUp),
            Err(_) => Event::End(Cause::InputClosed),
        };
        if events.send(event).is_err() {
            return;
        }
    }
}

/// The lines of an input. How it is written is found out from the first bytes that are there; a line is given as soon
/// as its end is.
struct Lines<Input> {
    input: Input,
    /// What was read and belongs to no line yet.
    bytes: Vec<u8>,
    /// Bytes of that in which no line end was found.
    searched: usize,
    /// `None` before the first bytes.
    decoder: Option<Decoder>,
    /// Why the text cannot be read at all; said on its first line.
    refused: Option<DecodeError>,
    number: usize,
    /// The last line ended with a carriage return, so that a line feed now ends no line.
    after_return: bool,
}

impl<Input: BufRead> Lines<Input> {
    fn of(input: Input) -> Self {
        Self { input, bytes: Vec::new(), searched: 0, decoder: None, refused: None, number: 0, after_return: false }
    }

    /// The next line; `None` after the last. Of one that is too long nothing is taken.
    fn next(&mut self) -> io::Result<Option<Line>> {
        let mut too_long = false;
        loop {
            if let Some(end) = self.end() {
                let line: Vec<u8> = self.bytes.drain(..end + self.unit()).collect();
                self.searched = 0;
                self.after_return = line[end..].contains(&b'\r');
                return Ok(Some(self.line(&line[..end], too_long || end > LONGEST)));
            }
            if self.decoder.is_some() && self.bytes.len() > LONGEST {
                // All of it was searched; a byte behind that is half of what comes next.
                self.bytes.drain(..self.searched);
                self.searched = 0;
                too_long = true;
            }
            if !self.read()? {
                if self.decoder.is_none() {
                    self.begin();
                    continue;
                }
                let last = std::mem::take(&mut self.bytes);
                return Ok((too_long || !last.is_empty()).then(|| self.line(&last, too_long)));
            }
        }
    }

    /// Reads what is there; whether there was anything.
    fn read(&mut self) -> io::Result<bool> {
        let found = self.input.fill_buf()?;
        let many = found.len();
        self.bytes.extend_from_slice(found);
        self.input.consume(many);
        Ok(many > 0)
    }

    /// Where the first line ends, if its end is there.
    fn end(&mut self) -> Option<usize> {
        if self.decoder.is_none() {
            // A mark and the signs of UTF-16 come before the first line's end, which is never waited behind.
            let is_enough = self.bytes.len() >= 4 || self.bytes.iter().any(|byte| is_end(*byte));
            if !is_enough {
                return None;
            }
            self.begin();
        }
        let unit = self.unit();
        let low = usize::from(self.encoding() == Encoding::Utf16Be);
        let is = |place: usize, letter: fn(u8) -> bool| {
            let (byte, other) = (self.bytes[place + low], self.bytes[place + unit - 1 - low]);
            letter(byte) && (unit == 1 || other == 0)
        };
        if self.after_return && self.bytes.len() >= unit {
            self.after_return = false;
            if is(0, |byte| byte == b'\n') {
                self.bytes.drain(..unit);
            }
            return self.end();
        }
        let whole = self.bytes.len() - self.bytes.len() % unit;
        let end = (self.searched..whole).step_by(unit).find(|place| is(*place, is_end));
        self.searched = end.unwrap_or(whole);
        end
    }

    /// Finds out how the text is written from what was read of it.
    fn begin(&mut self) {
        match Decoder::begin(&self.bytes) {
            Ok((decoder, mark)) => {
                self.decoder = Some(decoder);
                self.bytes.drain(..mark);
            }
            Err(error) => {
                self.decoder = Some(Decoder::utf8());
                self.refused = Some(error);
            }
        }
    }

    fn encoding(&self) -> Encoding {
        self.decoder.as_ref().map_or(Encoding::Utf8, Decoder::encoding)
    }

    /// Bytes of a unit: in UTF-16 a line end is one unit of two bytes.
    fn unit(&self) -> usize {
        if matches!(self.encoding(), Encoding::Utf16Le | Encoding::Utf16Be) { 2 } else { 1 }
    }

    fn line(&mut self, bytes: &[u8], too_long: bool) -> Line {
        self.number += 1;
        let before = self.encoding();
        let text = match (self.refused.take(), &mut self.decoder) {
            _ if too_long => Err(Refusal::LongLine.into()),
            (Some(error), _) => Err(Refusal::NoText(error.fault).into()),
            (None, Some(decoder)) => {
                decoder.piece(bytes).map(Cow::into_owned).map_err(|error| Refusal::NoLine(error).into())
            }
            (None, None) => Ok(String::new()),
        };
        let guessed = Some(self.encoding()).filter(|now| *now == Encoding::Windows1252 && *now != before);
        Line { number: self.number, text, guessed }
    }
}

fn is_end(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A reader that gives so many bytes at a time.
    struct Drops<'all>(&'all [u8], usize);

    impl io::Read for Drops<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let many = self.0.len().min(self.1).min(buffer.len());
            buffer[..many].copy_from_slice(&self.0[..many]);
            self.0 = &self.0[many..];
            Ok(many)
        }
    }

    /// All lines of some bytes, however they arrive.
    fn lines(bytes: &[u8]) -> Vec<Line> {
        let read = |at_once: usize| {
            let mut lines = Lines::of(io::BufReader::with_capacity(at_once, Drops(bytes, at_once)));
            std::iter::from_fn(move || lines.next().ok().flatten()).collect::<Vec<Line>>()
        };
        let all = read(bytes.len().max(1));
        for at_once in [1, 2, 3, 5] {
            assert_eq!(read(at_once), all, "{at_once} bytes at a time");
        }
        all
    }

    fn texts(bytes: &[u8]) -> Vec<String> {
        lines(bytes).into_iter().map(|line| line.text.unwrap_or_else(|reason| format!("! {reason}"))).collect()
    }

    fn utf16(text: &str, to: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(to).collect()
    }

    #[test]
    fn lines_come_without_their_ends_and_the_last_one_needs_none() {
        for text in ["one\ntwo\n\nthree", "one\r\ntwo\r\n\r\nthree\r\n", "one\rtwo\r\rthree\r"] {
            assert_eq!(texts(text.as_bytes()), ["one", "two", "", "three"], "{text:?}");
        }
        assert_eq!(lines(b"one\r\ntwo").iter().map(|line| line.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(texts(b""), Vec::<String>::new());
        assert_eq!(texts(b"\n"), [""]);
        assert_eq!(texts(b"q"), ["q"]);
    }

    #[test]
    fn every_encoding_of_a_script_gives_the_same_lines() {
        let text = "Glenside\r\nn Caf\u{e9}\r\n\r\n4";
        let expected = ["Glenside", "n Caf\u{e9}", "", "4"];
        let marked = format!("\u{feff}{text}");
        for bytes in [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf16(text, u16::to_le_bytes),
            utf16(text, u16::to_be_bytes),
            utf16(&marked, u16::to_le_bytes),
            utf16(&marked, u16::to_be_bytes),
        ] {
            assert_eq!(texts(&bytes), expected, "{bytes:x?}");
        }
        let ansi = lines(b"Glenside\r\nn Caf\xe9\r\nn \x93so\x94\n");
        let guessed: Vec<Option<Encoding>> = ansi.iter().map(|line| line.guessed).collect();
        assert_eq!(guessed, [None, Some(Encoding::Windows1252), None], "said once");
        assert_eq!(ansi[1].text, Ok("n Caf\u{e9}".into()));
        assert_eq!(ansi[2].text, Ok("n \u{201c}so\u{201d}".into()));
    }

    #[test]
    fn what_is_no_text_is_refused_with_its_column_and_never_replaced() {
        let half: Vec<u8> =
            [0xfeff, 0x6e, 0x0a, 0x6e, 0xd83d, 0x0a].iter().flat_map(|unit: &u16| unit.to_le_bytes()).collect();
        let script = lines(&half);
        assert_eq!(script[0].text, Ok("n".into()));
        assert!(script[1].text.as_ref().is_err_and(|why| why.starts_with("Column 2: half of a UTF-16")), "{script:?}");
        for (bytes, place) in [
            (&b"n\nn a\0b\n"[..], "! Column 4: a zero byte"),
            (
                "n \u{e9}\n".bytes().chain(*b"n \xe9\n").collect::<Vec<u8>>().leak(),
                "! Column 3: a byte stands there that is no UTF-8",
            ),
            (b"n\nn \x81\n", "! Column 3: a byte stands there that is neither"),
        ] {
            let texts = texts(bytes);
            assert!(texts[1].starts_with(place), "{texts:?}");
        }
        assert!(texts(b"PK\x03\x04rest\n")[0].contains("not text"));
    }

    #[test]
    fn of_a_line_that_is_too_long_nothing_is_taken() {
        let text = format!("{}\nnext\n{}", "x".repeat(LONGEST + 70_000), "y".repeat(2 * LONGEST));
        let too_long = "! That line is too long, and nothing of it was taken.";
        let mut lines = Lines::of(text.as_bytes());
        let read: Vec<Line> = std::iter::from_fn(|| lines.next().ok().flatten()).collect();
        let texts: Vec<String> =
            read.into_iter().map(|line| line.text.unwrap_or_else(|reason| format!("! {reason}"))).collect();
        assert_eq!(texts, [too_long, "next", too_long]);
    }
}
