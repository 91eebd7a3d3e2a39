//! Making a report from inside the program: as what, with names or without, where to; how far it is; where it is.
//!
//! It only asks: what writes the papers runs outside, and no key waits for it.

use super::keymap::Command;
use super::{App, Effect, Overlay, Screen};
use crate::report::{Choices, Format};
use std::path::PathBuf;

/// The page of choices, and what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The saved session it is about; `None` is the one that is open.
    pub file: Option<PathBuf>,
    /// What the session is called.
    pub title: String,
    /// Which formats are chosen, in the order of [`Format::ALL`].
    pub formats: [bool; Format::ALL.len()],
    /// Whether names are shown.
    pub names: bool,
    /// The folders to choose from, and which of them is chosen.
    pub folders: Vec<PathBuf>,
    /// The place of the chosen folder.
    pub folder: usize,
    /// The marked line: the formats, then names, then the folder.
    pub line: usize,
    /// How far it is.
    pub stage: ExportStage,
}

/// How far a report is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportStage {
    /// Still being chosen.
    Choosing,
    /// Being written: so many papers are there.
    Writing(usize),
    /// Written: the papers.
    Done(Vec<PathBuf>),
    /// Not written: why, as a sentence.
    Failed(String),
}

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// The saved session it is about; `None` is the one that is open.
    pub file: Option<PathBuf>,
    /// As what.
    pub formats: Vec<Format>,
    /// What goes into it.
    pub choices: Choices,
    /// The folder to put the papers into.
    pub folder: PathBuf,
}

/// The line of the page on which names are chosen.
pub const NAMES_LINE: usize = Format::ALL.len();
/// The line of the page on which the folder is chosen.
pub const FOLDER_LINE: usize = NAMES_LINE + 1;

impl App {
    /// Shows the page of choices for the open session, or for the marked one of the list.
    pub(super) fn show_export(&mut self) -> Vec<Effect> {
        let (file, title) = match (&self.screen, &self.cx.workshop) {
            (Screen::List, _) => match self.marked() {
                Some((file, title)) => (Some(file), title),
                None => return vec![],
            },
            (_, Some(workshop)) => (None, workshop.session.title().to_owned()),
            (_, None) => return vec![],
        };
        let folders = self.cx.paper_folders.clone();
        let mut formats = [false; Format::ALL.len()];
        // What most committees take, and what can be read anywhere.
        for (chosen, format) in formats.iter_mut().zip(Format::ALL) {
            *chosen = matches!(format, Format::Html | Format::Word);
        }
        let export =
            Export { file, title, formats, names: false, folders, folder: 0, line: 0, stage: ExportStage::Choosing };
        self.open(Overlay::Export(Box::new(export)))
    }

    pub(super) fn export_command(&mut self, command: Command) -> Vec<Effect> {
        let Some(Overlay::Export(export)) = self.overlays.last_mut() else { return vec![] };
        let choosing = export.is_choosing();
        match command {
            Command::Dismiss => {
                let stop = matches!(export.stage, ExportStage::Writing(_));
                self.overlays.pop();
                return stop.then_some(Effect::StopExport).into_iter().collect();
            }
            Command::Up if choosing => export.mark(export.line.saturating_sub(1)),
            Command::Down if choosing => export.mark(export.line + 1),
            Command::Choose if choosing => export.change(),
            Command::Export => {
                let order = export.begin();
                if let ExportStage::Failed(reason) = &export.stage {
                    self.cx.refusal = Some(reason.clone());
                }
                return order.map(Effect::Export).into_iter().collect();
            }
            _ => {}
        }
        vec![]
    }

    /// One more paper is there.
    pub(super) fn exporting(&mut self, written: usize) -> Vec<Effect> {
        if let Some(Overlay::Export(export)) = self.overlays.last_mut()
            && matches!(export.stage, ExportStage::Writing(_))
        {
            export.stage = ExportStage::Writing(written);
        }
        vec![]
    }

    /// All papers are there, or none will be. Whoever has gone on to something else reads it in a line.
    pub(super) fn exported(&mut self, outcome: Result<Vec<PathBuf>, String>) -> Vec<Effect> {
        match (self.overlays.last_mut(), outcome) {
            (Some(Overlay::Export(export)), Ok(papers)) if matches!(export.stage, ExportStage::Writing(_)) => {
                export.stage = ExportStage::Done(papers);
            }
            (Some(Overlay::Export(export)), Err(reason)) if matches!(export.stage, ExportStage::Writing(_)) => {
                export.stage = ExportStage::Failed(reason.clone());
                self.cx.refusal = Some(reason);
            }
            (_, Ok(papers)) => {
                self.cx.notice = papers.first().map(|paper| format!("The report is written: {}", paper.display()));
            }
            (_, Err(reason)) => return self.cx.refuse(reason),
        }
        vec![]
    }
}

impl Export {
    /// Whether something can still be chosen.
    #[must_use]
    pub fn is_choosing(&self) -> bool {
        matches!(self.stage, ExportStage::Choosing | ExportStage::Failed(_))
    }

    /// Marks another line; what went wrong has been read then.
    fn mark(&mut self, line: usize) {
        self.line = line.min(FOLDER_LINE);
        self.stage = ExportStage::Choosing;
    }

    /// Changes what the marked line says.
    fn change(&mut self) {
        self.stage = ExportStage::Choosing;
        match self.line {
            NAMES_LINE => self.names = !self.names,
            FOLDER_LINE => self.folder = (self.folder + 1) % self.folders.len().max(1),
            line => {
                if let Some(chosen) = self.formats.get_mut(line) {
                    *chosen = !*chosen;
                }
            }
        }
    }

    /// What to write, if that can begin now.
    fn begin(&mut self) -> Option<ExportOrder> {
        if !self.is_choosing() {
            return None;
        }
        let formats: Vec<Format> = self.chosen().collect();
        if formats.is_empty() {
            self.stage = ExportStage::Failed("Choose a format first: Space marks the line.".into());
            return None;
        }
        let folder = self.folders.get(self.folder)?.clone();
        self.stage = ExportStage::Writing(0);
        Some(ExportOrder { file: self.file.clone(), formats, choices: Choices { names: self.names }, folder })
    }

    /// The formats that are chosen.
    pub fn chosen(&self) -> impl Iterator<Item = Format> {
        Format::ALL.into_iter().zip(self.formats).filter(|(_, chosen)| *chosen).map(|(format, _)| format)
    }
}
