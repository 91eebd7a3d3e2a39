//! The thread that alone writes to the terminal, so that nobody else ever waits for it.
//!
//! A terminal that is not read (a reader that was stopped, a connection that died, text that is being marked in a
//! console) blocks whoever writes to it. Here that is this thread; the loop goes on taking keys and handing over
//! saves, draws no frame before the last one is taken, and is told when it is. So at most one frame waits.

use super::error::A_FAULT_IN_WRITING;
use super::event::{Cause, Event};
use std::io::{self, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// Bytes that are written at once: what is given up is given up between two pieces.
const PIECE: usize = 4096;

/// How long the terminal may take for the last bytes: it may be gone, or held.
const PATIENCE: Duration = Duration::from_millis(300);

/// A way to the terminal, shared by the threads.
#[derive(Clone)]
pub(super) struct TerminalWriter {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    waiting: Vec<u8>,
    writing: usize,
    /// Somebody wants to know when there is room.
    wanted: bool,
    /// The terminal is not ours: what is written is dropped.
    closed: bool,
    /// What is being written is given up.
    giving_up: bool,
    failed: Option<io::Error>,
}

/// What is written to and may need a while.
pub(super) trait FrameSink: Write {
    /// Whether at most so many bytes wait; where not, the loop will be told when fewer do.
    fn has_room(&self, most: usize) -> bool;
}

impl TerminalWriter {
    /// Starts the thread. It tells when there is room again for somebody who asked, and when writing failed.
    pub(super) fn start(out: impl Write + Send + 'static, tell: impl Fn(Event) + Send + 'static) -> io::Result<Self> {
        let shared = Arc::<Shared>::default();
        let theirs = Arc::clone(&shared);
        let work = move || {
            // A panic here must end the program in good order.
            if catch_unwind(AssertUnwindSafe(|| theirs.work(out, &tell))).is_err() {
                theirs.fail(io::Error::other(A_FAULT_IN_WRITING));
                tell(Event::End(Cause::Fault));
            }
        };
        thread::Builder::new().name("writer".into()).spawn(work)?;
        Ok(Self { shared })
    }

    pub(super) fn open(&self) {
        self.shared.lock().closed = false;
    }

    /// Lets nothing more through after these last bytes; whether they are written. Where the terminal does not take
    /// them, `give_up` is to throw away what waits in the system.
    pub(super) fn close(&self, last: &[u8], give_up: impl FnOnce()) -> bool {
        let mut state = self.shared.lock();
        state.closed = true;
        state.waiting.extend_from_slice(last);
        let (mut state, in_time) = self.shared.drained(state, Some(PATIENCE));
        if in_time {
            return true;
        }
        state.giving_up = true;
        state.waiting = last.to_vec();
        drop(state);
        give_up();
        self.shared.drained(self.shared.lock(), Some(PATIENCE)).1
    }

    /// Waits until everything is written, for ever if need be.
    pub(super) fn drain(&self, patience: Option<Duration>) -> io::Result<()> {
        let (mut state, _) = self.shared.drained(self.shared.lock(), patience);
        state.failed.take().map_or(Ok(()), Err)
    }
}

impl Shared {
    fn work(&self, mut out: impl Write, tell: &impl Fn(Event)) {
        let mut bytes = Vec::new();
        loop {
            self.next(&mut bytes);
            let written = self.write(&mut out, &bytes);
            bytes.clear();
            if let Err(error) = written {
                self.fail(error);
            }
            let mut state = self.lock();
            state.writing = 0;
            let wanted = std::mem::take(&mut state.wanted);
            drop(state);
            self.changed.notify_all();
            if wanted {
                tell(Event::Drawn);
            }
        }
    }

    fn next(&self, bytes: &mut Vec<u8>) {
        let waited = self.changed.wait_while(self.lock(), |state| state.waiting.is_empty());
        let mut state = waited.unwrap_or_else(PoisonError::into_inner);
        std::mem::swap(bytes, &mut state.waiting);
        (state.writing, state.giving_up) = (bytes.len(), false);
    }

    fn write(&self, out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
        for piece in bytes.chunks(PIECE) {
            if self.lock().giving_up {
                break;
            }
            out.write_all(piece)?;
        }
        out.flush()
    }

    fn fail(&self, error: io::Error) {
        let mut state = self.lock();
        state.failed = Some(error);
        state.waiting.clear();
        (state.writing, state.wanted) = (0, true);
        self.changed.notify_all();
    }

    /// Waits until nothing waits to be written; whether that came in time.
    fn drained<'state>(
        &self,
        mut state: MutexGuard<'state, State>,
        patience: Option<Duration>,
    ) -> (MutexGuard<'state, State>, bool) {
        self.changed.notify_all();
        let begun = Instant::now();
        while state.writing > 0 || !state.waiting.is_empty() {
            // Without a limit it is looked at again all the same: nothing depends on how often.
            let left = patience.map_or(PATIENCE, |patience| patience.saturating_sub(begun.elapsed()));
            if left.is_zero() {
                return (state, false);
            }
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        (state, true)
    }

    /// A panic elsewhere changes nothing about what is to be written.
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl FrameSink for TerminalWriter {
    fn has_room(&self, most: usize) -> bool {
        let mut state = self.shared.lock();
        // Whoever writes next hears of the failure.
        let has_room = state.failed.is_some() || state.waiting.len() + state.writing <= most;
        state.wanted |= !has_room;
        has_room
    }
}

impl Write for TerminalWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut state = self.shared.lock();
        if let Some(error) = state.failed.take() {
            return Err(error);
        }
        if !state.closed {
            state.waiting.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let mut state = self.shared.lock();
        self.shared.changed.notify_all();
        state.failed.take().map_or(Ok(()), Err)
    }
}

#[cfg(test)]
mod tests;
