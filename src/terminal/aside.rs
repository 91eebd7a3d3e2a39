//! What takes a disk is done in a thread of its own, and gone on with on the loop: no key waits for it.

use super::effects::{Awaited, Hands, Quit};
use super::event::Event;
use crate::app::App;
use std::fmt;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

/// How to go on on the loop, once something is done.
pub(super) struct Then {
    /// What it answers, for whoever waits.
    pub(super) answers: Option<Awaited>,
    go_on: Box<GoOn>,
}

type GoOn = dyn FnOnce(&mut Hands, &mut App) -> ControlFlow<Quit> + Send;

impl fmt::Debug for Then {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Then").field("answers", &self.answers).finish_non_exhaustive()
    }
}

impl Then {
    pub(super) fn go_on(self, app: &mut App, hands: &mut Hands) -> ControlFlow<Quit> {
        (self.go_on)(hands, app)
    }
}

impl Hands {
    /// Does something in a thread of its own, then goes on on the loop with what came of it: a fault of the program's
    /// own comes as a sentence like every other failure.
    pub(super) fn aside<T: Send + 'static>(
        &mut self,
        name: &str,
        answers: Option<Awaited>,
        work: impl FnOnce() -> Result<T, String> + Send + 'static,
        then: impl FnOnce(&mut Self, &mut App, Result<T, String>) -> ControlFlow<Quit> + Send + 'static,
    ) {
        let events = self.events.clone();
        let run = move || {
            let fault = || Err("That could not be done, through a fault in Plenary.".to_owned());
            let outcome = catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| fault());
            let go_on = Box::new(|hands: &mut Self, app: &mut App| then(hands, app, outcome));
            let _ = events.send(Event::Then(Then { answers, go_on }));
        };
        self.awaited = answers.or(self.awaited);
        let run = Arc::new(Mutex::new(Some(run)));
        let taken = Arc::clone(&run);
        let take = move || taken.lock().unwrap_or_else(PoisonError::into_inner).take();
        let started = thread::Builder::new().name(name.into()).spawn(move || take().map(|run| run()));
        if started.is_err()
            && let Some(run) = run.lock().unwrap_or_else(PoisonError::into_inner).take()
        {
            // A system that gives no thread: late is better than never.
            run();
        }
    }
}
