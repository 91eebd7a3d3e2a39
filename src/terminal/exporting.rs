//! Writing a report in the background; it says how far it is.
//!
//! Papers are whole or not there, and none is written over.

use super::effect_runner::EffectRunner;
use super::error::Refusal;
use super::event::Event;
use crate::app::{App, ExportOrder, Msg, Written};
use crate::framework::Framework;
use crate::report::{Report, calendar};
use crate::session::Session;
use crate::store::{self, Home, RealFiles, export_stem, free_export, write_export};
use crate::words::{self, NOTHING_DATED};
use jiff::Timestamp;
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
    fn write(&self) -> Result<Written, String> {
        let session = match (&self.open, &self.order.file) {
            (Some(session), _) => session.clone(),
            (None, Some(file)) => store::open(file).map_err(|error| error.to_string())?.session,
            (None, None) => return Err(Refusal::NoSession.into()),
        };
        session.check_framework(&self.framework)?;
        let folder = &self.order.folder;
        self.home.make_export_folder(folder).map_err(|error| error.to_string())?;
        let report = Report::of(&self.framework, &session, self.order.choices);
        if self.order.calendar {
            return self.write_calendar(&session, report.check_plan());
        }
        let stem = export_stem(&session, "report");
        let mut papers = Vec::new();
        for format in &self.order.formats {
            if self.stop.load(Ordering::Relaxed) {
                return Err(Refusal::ReportStopped.into());
            }
            let bytes = report.write(*format).map_err(|error| error.to_string())?;
            papers.push(self.put(&stem, format.extension(), &bytes)?);
            let _ = self.events.send(Event::Told(Box::new(Msg::Exporting(papers.len()))));
        }
        Ok(Written { papers, notes: report.check() })
    }

    /// The actions and the review day as a calendar, and what is to be known of it.
    fn write_calendar(&self, session: &Session, mut notes: Vec<String>) -> Result<Written, String> {
        let calendar = calendar(&self.framework, session, Timestamp::now());
        let text = calendar.text.ok_or(NOTHING_DATED)?;
        let path = self.put(&export_stem(session, "actions"), "ics", text.as_bytes())?;
        if !calendar.undated.is_empty() {
            let numbers: Vec<u32> = calendar.undated.iter().map(|(number, _)| *number).collect();
            notes.insert(0, words::not_in_it(&numbers));
        }
        Ok(Written { papers: vec![path], notes })
    }

    /// Writes a paper under a name that nothing has yet, and says which.
    fn put(&self, stem: &str, ending: &str, bytes: &[u8]) -> Result<PathBuf, String> {
        let path = free_export(&RealFiles, &self.order.folder, stem, ending);
        write_export(&RealFiles, &self.home, &path, bytes, false).map_err(|error| error.to_string())?;
        Ok(path)
    }
}
