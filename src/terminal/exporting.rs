//! Writing a report in the background; it says how far it is.
//!
//! Papers are whole or not there, and none is written over.

use super::effect_runner::EffectRunner;
use super::error::Refusal;
use super::event::Event;
use crate::app::{App, ExportOrder, Msg};
use crate::framework::Framework;
use crate::report::Report;
use crate::session::Session;
use crate::store::{self, Home, RealFiles, export_stem, free_export, write_export};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

struct Work {
    home: Home,
    order: ExportOrder,
    framework: Arc<Framework>,
    open: Option<Session>,
    stop: Arc<AtomicBool>,
    events: Sender<Event>,
}

impl EffectRunner {
    /// Begins to write; how far it is comes as an event.
    pub(super) fn export(&mut self, app: &App, order: ExportOrder) {
        let open = app.cx.workshop.as_ref().filter(|_| order.file.is_none()).map(|workshop| workshop.session.clone());
        self.stop_export = Arc::default();
        let work = Work {
            home: self.home.clone(),
            order,
            framework: Arc::clone(&app.cx.framework),
            open,
            stop: Arc::clone(&self.stop_export),
            events: self.events.clone(),
        };
        self.ask("report", move || work.write(), |runner, app, written| runner.tell(app, Msg::Exported(written)));
    }

    pub(super) fn stop_export(&self) {
        self.stop_export.store(true, Ordering::Relaxed);
    }
}

impl Work {
    fn write(&self) -> Result<Vec<PathBuf>, String> {
        let session = match (&self.open, &self.order.file) {
            (Some(session), _) => session.clone(),
            (None, Some(file)) => store::open(file).map_err(|error| error.to_string())?.session,
            (None, None) => return Err(Refusal::NoSession.into()),
        };
        session.check_framework(&self.framework)?;
        let folder = &self.order.folder;
        self.home.make_export_folder(folder).map_err(|error| error.to_string())?;
        let report = Report::of(&self.framework, &session, self.order.choices);
        let stem = export_stem(&session, "report");
        let mut papers = Vec::new();
        for format in &self.order.formats {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Refusal::ReportStopped.into());
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
