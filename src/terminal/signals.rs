//! The threads that hear the system: signals, and a window that is closed without one.
//!
//! They pass on that the program is to end to the loop, and end the program themselves only when the loop is stuck.
//!
//! Whatever would end the program by default ends it in good order. Some systems do not let a reader know that its
//! window is gone, so the terminal is watched for that by a thread of its own, which sleeps until it happens.

use super::event::Event;
use super::shutdown::Shutdown;
use std::io;
use std::sync::Arc;
use std::sync::mpsc::Sender;

#[cfg(unix)]
pub(super) fn start(events: &Sender<Event>, shutdown: &Arc<Shutdown>, lines: bool) -> io::Result<()> {
    unix::listen(events.clone(), Arc::clone(shutdown), lines)?;
    unix::watch(events.clone(), Arc::clone(shutdown))
}

/// Windows has no such signals, and a closed window ends the program at once: there every change is on its way
/// to the disk within a quarter of a second.
#[cfg(not(unix))]
#[expect(clippy::unnecessary_wraps, reason = "the same shape as on Unix")]
pub(super) fn start(_: &Sender<Event>, _: &Arc<Shutdown>, _: bool) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
pub(super) use unix::pass_on;

#[cfg(unix)]
mod unix {
    use super::super::event::{Cause, Event, spawn};
    use super::super::print::print_error;
    use super::super::shutdown::{Shutdown, Timeouts};
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;
    use rustix::process::{Resource, getrlimit};
    use signal_hook::consts::{
        SIGABRT, SIGALRM, SIGBUS, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPIPE, SIGPROF, SIGQUIT, SIGSTOP, SIGSYS, SIGTERM,
        SIGTRAP, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::iterator::Signals;
    use std::io;
    use std::os::fd::AsFd;
    use std::process::exit;
    use std::sync::Arc;
    use std::sync::mpsc::{Sender, channel};
    use std::thread;
    use std::time::Duration;

    /// How long the loop may take to begin the end before it counts as stuck.
    const GRACE: Duration = Duration::from_secs(1);

    /// How long saving may take when the loop is stuck.
    const PATIENCE: Timeouts = Timeouts { file: Duration::from_secs(1), elsewhere: Duration::from_millis(120) };

    /// How long the terminal may take to be given back and told the last words: it may be gone, or held by Ctrl+S.
    const LEAVING: Duration = Duration::from_millis(700);

    /// How long the loop may take for an end that it has begun.
    const LAST: Duration = Duration::from_millis(2500);

    /// The signals that are heard. All but the first three would end the program, and leave a terminal that is of no
    /// use; those of a fault of the program's own (SEGV, ILL, FPE) are the system's.
    const HEARD: [i32; 19] = [
        SIGCONT, SIGTSTP, SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF,
        SIGXCPU, SIGXFSZ, SIGIO, SIGABRT, SIGTRAP, SIGSYS, SIGBUS,
    ];

    /// Those that only Linux knows, and that end a program as well: a stack fault, a power failure, real-time signals.
    fn also_heard() -> impl Iterator<Item = i32> {
        [16, 30].into_iter().chain(34..=64).filter(|_| cfg!(target_os = "linux"))
    }

    pub(super) fn listen(events: Sender<Event>, shutdown: Arc<Shutdown>, lines: bool) -> io::Result<()> {
        let mut signals = Signals::new(HEARD)?;
        let handle = signals.handle();
        for signal in also_heard() {
            // The system keeps some of these numbers for itself.
            let _ = handle.add_signal(signal);
        }
        // In lines, a reader who has read enough is no end: writing fails, and that is told apart.
        if !lines {
            handle.add_signal(SIGPIPE)?;
        }
        spawn("signals", events, move |events| {
            pass_on(signals.forever(), events, &shutdown);
            None
        })
    }

    pub(in super::super) fn pass_on(
        signals: impl Iterator<Item = i32>,
        events: &Sender<Event>,
        shutdown: &Arc<Shutdown>,
    ) {
        for signal in signals {
            match signal {
                SIGCONT => drop(events.send(Event::Continued)),
                SIGWINCH => drop(events.send(Event::Resized)),
                SIGTSTP => {
                    shutdown.guard.suspend();
                    // Goes on here when the program is continued.
                    let _ = signal_hook::low_level::raise(SIGSTOP);
                }
                // Where files are limited in size, a save that came to the limit has failed, and that is said.
                SIGXFSZ if getrlimit(Resource::Fsize).current.is_some() => {}
                _ => end(Cause::Signal(signal), events, shutdown),
            }
        }
    }

    pub(super) fn watch(events: Sender<Event>, shutdown: Arc<Shutdown>) -> io::Result<()> {
        let terminal = io::stdout().as_fd().try_clone_to_owned()?;
        spawn("watch", events, move |events| {
            // No flags: only what cannot be left out is reported, which is that the other end is gone.
            let mut watched = [PollFd::new(&terminal, PollFlags::empty())];
            loop {
                match poll(&mut watched, None) {
                    Err(Errno::INTR) => {}
                    Ok(_) if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) => {
                        end(Cause::HungUp, events, &shutdown);
                    }
                    // A system that cannot say: the signal has to do.
                    Ok(_) | Err(_) => return None,
                }
            }
        })
    }

    /// Asks the loop to end; where it does not begin to, saves, gives the terminal back and exits.
    fn end(cause: Cause, events: &Sender<Event>, shutdown: &Arc<Shutdown>) -> ! {
        let _ = events.send(Event::End(cause));
        if shutdown.begun_within(GRACE) {
            // The loop, or another of these threads, is at it. It has its own limits; this is the last one.
            thread::sleep(LAST);
            exit(i32::from(cause.code()));
        }
        let saved = shutdown.finish(PATIENCE);
        let (done, left) = channel();
        let theirs = Arc::clone(shutdown);
        let leaving = thread::Builder::new().name("leaving".into()).spawn(move || {
            theirs.guard.leave();
            if let Some(Err(reason)) = saved {
                print_error(&crate::words::not_saved(&reason));
            }
            let _ = done.send(());
        });
        if leaving.is_ok() {
            let _ = left.recv_timeout(LEAVING);
        }
        exit(i32::from(cause.code()));
    }
}
