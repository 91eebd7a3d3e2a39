//! The threads that wait for the bytes of a terminal and pass on what was pressed, clicked and pasted.
//!
//! One waits for bytes, the other for the next of them or for a silence: so neither wakes while nothing happens, and
//! nothing is asked of a terminal but to be read. What the bytes mean is decided in [`super::decode`].

use super::decode::Decoder;
use super::error::is_gone;
use super::event::{Cause, Event, spawn};
use std::io::{self, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, sync_channel};
use std::thread;
use std::time::Instant;

const AT_ONCE: usize = 64 * 1024;

enum Reading {
    Bytes(Vec<u8>, Instant),
    End(Cause),
}

/// The keyboard: the standard input, or what stands behind a pipe.
#[cfg(unix)]
pub(super) fn keyboard() -> io::Result<std::fs::File> {
    use std::io::IsTerminal;
    use std::os::fd::AsFd;
    let input = io::stdin();
    if input.is_terminal() {
        return Ok(std::fs::File::from(input.as_fd().try_clone_to_owned()?));
    }
    std::fs::File::open("/dev/tty")
}

pub(super) fn start(events: Sender<Event>, input: impl Read + Send + 'static) -> io::Result<()> {
    // What cannot be understood yet stays in the terminal.
    let (pass, readings) = sync_channel(0);
    let read = move || {
        let cause = catch_unwind(AssertUnwindSafe(|| read_all(input, &pass))).unwrap_or(Cause::Fault);
        let _ = pass.send(Reading::End(cause));
    };
    spawn("keys", events, move |events| Some(understand(&readings, events)))?;
    thread::Builder::new().name("bytes".into()).spawn(read).map(drop)
}

/// Reads until there is no more to read; why not.
fn read_all(mut input: impl Read, pass: &SyncSender<Reading>) -> Cause {
    let mut buffer = vec![0; AT_ONCE];
    loop {
        match input.read(&mut buffer) {
            // A terminal that is there has no end.
            Ok(0) => return Cause::HungUp,
            Ok(count) => {
                if pass.send(Reading::Bytes(buffer[..count].to_vec(), Instant::now())).is_err() {
                    return Cause::InputClosed;
                }
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) if is_gone(&error) => return Cause::HungUp,
            Err(_) => return Cause::InputClosed,
        }
    }
}

fn understand(readings: &Receiver<Reading>, events: &Sender<Event>) -> Cause {
    let mut decoder = Decoder::default();
    // When nobody listens any more the program is at its end.
    let mut take = |event| drop(events.send(event));
    loop {
        let next = match decoder.deadline() {
            None => readings.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(deadline) => readings.recv_timeout(deadline.saturating_duration_since(Instant::now())),
        };
        match next {
            Ok(Reading::Bytes(bytes, at)) => decoder.feed(&bytes, at, &mut take),
            Ok(Reading::End(cause)) => {
                decoder.give_up(&mut take);
                return cause;
            }
            Err(RecvTimeoutError::Timeout) => decoder.give_up(&mut take),
            Err(RecvTimeoutError::Disconnected) => return Cause::InputClosed,
        }
    }
}
