//! Writing a report on a thread of its own: no key waits for it, and it says how far it is.
//!
//! Papers are whole or not there, and none is written over.

use super::effects::{Hands, Quit, fits};
use super::event::Event;
use crate::app::{App, ExportOrder, Msg};
use crate::framework::Framework;
use crate::report::Report;
use crate::session::Session;
use crate::store::{self, Home, RealFiles, export_stem, free_export, write_export};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

/// The work of one thread.
struct Work {
    home: Home,
    order: ExportOrder,
    framework: Arc<Framework>,
    open: Option<Session>,
    stop: Arc<AtomicBool>,
    events: Sender<Event>,
}

impl Hands {
    /// Begins to write; how far it is and how it ended comes as an event.
    pub(super) fn export(&mut self, app: &mut App, order: ExportOrder) -> ControlFlow<Quit> {
        let open = app.cx.workshop.as_ref().filter(|_| order.file.is_none()).map(|workshop| workshop.session.clone());
        self.stop_export = Arc::new(AtomicBool::new(false));
        let work = Work {
            home: self.home.clone(),
            order,
            framework: Arc::clone(&app.cx.framework),
            open,
            stop: Arc::clone(&self.stop_export),
            events: self.events.clone(),
        };
        let started = thread::Builder::new().name("report".into()).spawn(move || work.run());
        match started {
            Ok(_) => ControlFlow::Continue(()),
            Err(error) => {
                let reason = format!("The report could not be begun: {}.", store::in_words(&error));
                self.awaited = None;
                self.tell(app, Msg::Exported(Err(reason)))
            }
        }
    }

    /// Writes no further paper.
    pub(super) fn stop_export(&mut self) {
        self.stop_export.store(true, Ordering::Relaxed);
    }
}

impl Work {
    fn run(self) {
        let outcome = catch_unwind(AssertUnwindSafe(|| self.write()));
        let fault = "The report could not be written, through a fault in Plenary.".to_owned();
        let _ = self.events.send(Event::Told(Box::new(Msg::Exported(outcome.unwrap_or(Err(fault))))));
    }

    fn write(&self) -> Result<Vec<PathBuf>, String> {
        let session = match (&self.open, &self.order.file) {
            (Some(session), _) => session.clone(),
            (None, Some(file)) => store::open(file).map_err(|error| error.to_string())?.session,
            (None, None) => return Err("There is no session to make a report of.".into()),
        };
        fits(&session, &self.framework)?;
        let folder = &self.order.folder;
        self.home.make_export_folder(folder).map_err(|error| error.to_string())?;
        let report = Report::of(&self.framework, &session, self.order.choices);
        let stem = export_stem(&session, "report");
        let mut papers = Vec::new();
        for format in &self.order.formats {
            if self.stop.load(Ordering::Relaxed) {
                return Err("The report was stopped; papers that were finished are there.".into());
            }
            let path = free_export(&RealFiles, folder, &stem, format.extension());
            let bytes = report.write(*format).map_err(|error| error.to_string())?;
            write_export(&RealFiles, &self.home, &path, &bytes, false).map_err(|error| error.to_string())?;
            papers.push(path);
            let _ = self.events.send(Event::Told(Box::new(Msg::Exporting(papers.len()))));
        }
        Ok(papers)
    }
}
