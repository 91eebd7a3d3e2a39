//! The thread that reads lines, one at a time and only when the loop is ready for the next.
//!
//! It understands none of them. What is typed ahead waits in the terminal, and what stands in a pipe stays there.

use super::event::{Cause, Event};
use super::trouble::is_gone;
use std::io::{self, BufRead, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

/// A longer line is no line that somebody wrote.
const LONGEST: u64 = 64 * 1024;

/// Starts the thread with what it reads from; each message sent to what comes back asks for one line.
///
/// # Errors
/// When the system gives no thread.
pub(super) fn start<Input: BufRead>(
    events: Sender<Event>,
    open: impl FnOnce() -> Input + Send + 'static,
) -> io::Result<Sender<()>> {
    let (want, wanted) = channel();
    let work = move || {
        // A panic here must end the program in good order, not leave it deaf.
        let ended = catch_unwind(AssertUnwindSafe(|| listen(&events, &wanted, open())));
        if ended.is_err() {
            let _ = events.send(Event::End(Cause::Fault));
        }
    };
    thread::Builder::new().name("lines".into()).spawn(work)?;
    Ok(want)
}

fn listen(events: &Sender<Event>, wanted: &Receiver<()>, mut input: impl BufRead) {
    while wanted.recv().is_ok() {
        let event = match next(&mut input) {
            Ok(Some(line)) => Event::Line(line),
            Ok(None) => Event::NoMoreLines,
            Err(error) if is_gone(&error) => Event::End(Cause::HungUp),
            Err(_) => Event::End(Cause::Deaf),
        };
        if events.send(event).is_err() {
            return;
        }
    }
}

/// The next line without its end; `None` after the last. Of a line that is too long nothing is taken.
fn next(input: &mut impl BufRead) -> io::Result<Option<Result<String, String>>> {
    let mut bytes = Vec::new();
    if input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
        return Ok(None);
    }
    let whole = bytes.last() == Some(&b'\n') || u64::try_from(bytes.len()).is_ok_and(|read| read < LONGEST);
    if !whole {
        while input.by_ref().take(LONGEST).read_until(b'\n', &mut bytes)? > 0 && bytes.last() != Some(&b'\n') {
            bytes.clear();
        }
        return Ok(Some(Err("That line is too long, and nothing of it was taken.".into())));
    }
    let line = String::from_utf8_lossy(&bytes);
    Ok(Some(Ok(line.trim_end_matches(['\n', '\r']).to_owned())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_without_their_ends_and_the_last_one_needs_none() {
        let mut input = "one\ntwo\r\n\nthree".as_bytes();
        let mut read = || next(&mut input).ok().flatten();
        assert_eq!(read(), Some(Ok("one".into())));
        assert_eq!(read(), Some(Ok("two".into())));
        assert_eq!(read(), Some(Ok(String::new())));
        assert_eq!(read(), Some(Ok("three".into())));
        assert_eq!(read(), None);
    }

    #[test]
    fn of_a_line_that_is_too_long_nothing_is_taken() {
        let text = format!("{}\nnext\n{}", "x".repeat(200_000), "y".repeat(70_000));
        let mut input = text.as_bytes();
        let mut read = || next(&mut input).ok().flatten();
        assert!(matches!(read(), Some(Err(_))));
        assert_eq!(read(), Some(Ok("next".into())));
        assert!(matches!(read(), Some(Err(_))));
        assert_eq!(read(), None);
    }

    #[test]
    fn what_is_no_text_is_read_all_the_same() {
        let mut input = &b"n caf\xe9\xff\n"[..];
        assert_eq!(next(&mut input).ok().flatten(), Some(Ok("n caf\u{fffd}\u{fffd}".into())));
    }
}
