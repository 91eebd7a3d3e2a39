//! The end in good order: what was said goes to the disk, the terminal goes back, and one sentence is due.

use super::effect_runner::EffectRunner;
use super::error::{Error, RefusedLine, is_gone};
use super::event::{Cause, Event};
use super::event_loop::End;
use super::panic_hook::PanicHook;
use super::print::print_error;
use super::shutdown::{Shutdown, Timeouts};
use crate::app::{App, Voting, Workshop};
use crate::store::SaveEvent;
use crate::words;
use std::process::exit;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;

/// How long closing waits for the disk.
const PATIENCE: Timeouts = Timeouts { file: Duration::from_secs(3), elsewhere: Duration::from_secs(1) };

/// How long the end waits for the disk when the system asks for it.
pub(super) const HURRY: Timeouts =
    Timeouts { file: Duration::from_millis(1500), elsewhere: Duration::from_millis(150) };

/// How long the last words may take where the terminal does not take what is written.
pub(super) const LAST_WORDS: Duration = Duration::from_millis(500);

/// Whatever happened: first what was said goes to the disk, then the terminal goes back, then one sentence is due.
/// Gives the session that was open.
pub(super) fn conclude(
    ended: Result<End, Error>,
    panics: &PanicHook,
    mut app: App,
    mut runner: EffectRunner,
    events: &Receiver<Event>,
    shutdown: &Shutdown,
) -> Result<Option<Workshop>, Error> {
    let ended = match ended {
        // The loop may see that the window is gone before the watch does.
        Err(Error::Terminal(error)) if is_gone(&error) => Ok(End::Asked(Cause::HungUp)),
        Ok(End::Asked(Cause::Fault)) => Err(panics.fault()),
        ended => ended,
    };
    // A second fault, in handing over the last snapshot, changes nothing: what the saver has, it has.
    let _ = panics.catch(|| {
        runner.save_last(&mut app);
        Ok(())
    });
    let patient = matches!(ended, Ok(End::Quit) | Err(Error::Refused(_)));
    let saved = shutdown.finish(if patient { PATIENCE } else { HURRY });
    let is_left = shutdown.guard.leave();
    // The last save may have gone beside a file that somebody else changed.
    for event in events.try_iter() {
        match event {
            // Nobody sees the app any more.
            Event::Save(SaveEvent::Limited { target, limits }) => print_error(&runner.limited(&target, limits)),
            Event::Save(event) => drop(runner.saved(&mut app, event)),
            _ => {}
        }
    }
    // Whoever closes was asked, and a script is told what it left open; whoever ends the program otherwise hears of it
    // now.
    let lost = app.cx.workshop.as_ref().and_then(Workshop::unkept_vote).map(Voting::not_kept);
    if let (false, Some(lost)) = (patient, lost) {
        print_error(&lost);
    }
    let file = app.cx.workshop.as_ref().and_then(|workshop| workshop.file.clone());
    let read_only = app.cx.workshop.as_ref().is_some_and(|workshop| workshop.read_only.is_some());
    runner.finish();
    if !is_left {
        // What is due to be said may never be taken either.
        end_soon(match (&saved, &ended) {
            (_, Ok(End::Asked(cause))) => cause.code(),
            (Some(Err(_)), _) => 1,
            (_, Ok(End::Quit)) => 0,
            (_, Err(error)) => error.code(),
        });
    }
    match (saved, ended) {
        (Some(Err(reason)), Ok(End::Asked(cause))) => {
            print_error(&words::not_saved(&reason));
            Err(Error::Ended(cause.code()))
        }
        (Some(Err(reason)), Err(Error::Refused(line))) => Err(Error::NotSaved(format!("{reason}\n{line}"))),
        (Some(Err(reason)), _) => Err(Error::NotSaved(reason)),
        (_, Ok(End::Quit)) => Ok(app.cx.workshop),
        (_, Ok(End::Asked(Cause::InputClosed))) => Err(Error::InputClosed),
        (_, Ok(End::Asked(cause))) => Err(Error::Ended(cause.code())),
        (_, Err(Error::Fault { what, .. })) => {
            Err(Error::Fault { what, kept: file.as_deref().map(words::kept).unwrap_or_default() })
        }
        (_, Err(Error::Refused(line))) => {
            let kept = words::kept_of_lines(read_only, file.as_deref());
            Err(Error::Refused(Box::new(RefusedLine { kept, ..*line })))
        }
        (_, Err(error)) => Err(error),
    }
}

/// Ends the program before long, whoever still waits for the terminal.
fn end_soon(code: u8) {
    let end = move || {
        thread::sleep(LAST_WORDS);
        exit(i32::from(code));
    };
    // Without the thread the last words may have to wait.
    let _ = thread::Builder::new().name("end".into()).spawn(end);
}
