//! Panics: one is caught, everything is saved, and the person gets one sentence.
//!
//! It keeps quiet while the screen is ours; what to tell and when is decided where the program ends.

use super::error::{Error, own_fault};
use super::print::print_error;
use std::panic::{self, AssertUnwindSafe, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

/// Where the panics of all threads are noted instead of being printed over the screen.
pub(super) struct PanicHook {
    last: Arc<Mutex<Option<String>>>,
}

impl PanicHook {
    pub(super) fn install() -> Self {
        let last = Arc::new(Mutex::new(None));
        let noted = Arc::clone(&last);
        panic::set_hook(Box::new(move |info| {
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = Some(in_words(info));
        }));
        Self { last }
    }

    /// Notes nothing: panics are printed as ever, and go without words.
    #[cfg(test)]
    pub(super) fn unhooked() -> Self {
        Self { last: Arc::default() }
    }

    /// Runs something; a panic in it is an error like any other.
    pub(super) fn catch<T>(&self, work: impl FnOnce() -> Result<T, Error>) -> Result<T, Error> {
        panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| Err(self.fault()))
    }

    /// The last panic, in whichever thread, as an error.
    pub(super) fn fault(&self) -> Error {
        let what = self.last.lock().unwrap_or_else(PoisonError::into_inner).take();
        Error::Fault { what: what.unwrap_or_else(|| "no words".into()), kept: String::new() }
    }
}

/// Says in one clean sentence what went wrong where no screen is in the way and nobody else says it.
pub(crate) fn print_panics() {
    panic::set_hook(Box::new(|info| {
        print_error(&own_fault(&in_words(info)));
    }));
}

fn in_words(info: &PanicHookInfo<'_>) -> String {
    let payload = info.payload();
    let said = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let place = info.location().map(|place| format!("{} line {}: ", place.file(), place.line()));
    format!("{}{}", place.unwrap_or_default(), said.unwrap_or("no words"))
}
