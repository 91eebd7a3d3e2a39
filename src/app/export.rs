//! Making a report from inside the program: as what, with names or without, where to; how far it is; where it is.
//!
//! It only asks: what writes the papers runs outside, and no key waits for it.

use super::keymap::{Command, Context};
use super::page::{Next, Page};
use super::{Cx, Effect, Overlay, Target};
use crate::report::{Choices, Format};
use crate::words;
use std::path::PathBuf;

/// The page of choices, and what became of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The saved session it is about; `None` is the one that is open.
    pub(crate) file: Option<PathBuf>,
    pub(crate) title: String,
    /// Which formats are chosen, in the order of [`Format::ALL`].
    pub(crate) formats: [bool; Format::ALL.len()],
    pub(crate) names: bool,
    /// The folders to choose from, and which of them is chosen.
    pub(crate) folders: Vec<PathBuf>,
    pub(crate) folder: usize,
    /// The marked line: the formats, then names, then the folder.
    pub(crate) line: usize,
    pub(crate) stage: ExportStage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportStage {
    Choosing,
    /// Being written: so many papers are there.
    Writing(usize),
    Done(Written),
    /// Not written: why, as a sentence.
    Failed(String),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Written {
    pub papers: Vec<PathBuf>,
    /// What to look at before they go out, or what is not in them.
    pub notes: Vec<String>,
}

impl From<Vec<PathBuf>> for Written {
    fn from(papers: Vec<PathBuf>) -> Self {
        Self { papers, notes: Vec::new() }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportOrder {
    /// The saved session it is about; `None` is the one that is open.
    pub file: Option<PathBuf>,
    pub formats: Vec<Format>,
    /// Whether the actions and the review day are to be written as a calendar, instead.
    pub calendar: bool,
    pub choices: Choices,
    /// The folder to put the papers into.
    pub folder: PathBuf,
}

/// The line of the page on which names are chosen.
pub const NAMES_LINE: usize = Format::ALL.len();
/// The line of the page on which the folder is chosen.
pub const FOLDER_LINE: usize = NAMES_LINE + 1;

impl Export {
    /// Shows the page of choices for the open session, or for a saved one: its file, and what it is called.
    pub(super) fn show(cx: &Cx, saved: Option<(PathBuf, String)>) -> Next {
        let (file, title) = match (saved, cx.session()) {
            (Some((file, title)), _) => (Some(file), title),
            (None, Some(session)) => (None, session.title().to_owned()),
            (None, None) => return Next::Stay,
        };
        // What most committees take, and what can be read anywhere.
        let formats = Format::ALL.map(|format| matches!(format, Format::Html | Format::Word));
        let (folders, stage) = (cx.paper_folders.clone(), ExportStage::Choosing);
        Next::Open(Overlay::Export(Box::new(Self {
            file,
            title,
            formats,
            names: false,
            folders,
            folder: 0,
            line: 0,
            stage,
        })))
    }

    /// Orders the actions and the review day as a calendar file, where papers are put first of all.
    pub(super) fn calendar(cx: &mut Cx) -> Next {
        if let Some(folder) = cx.paper_folders.first().cloned() {
            let (file, formats, choices) = (None, Vec::new(), Choices::default());
            cx.ask(Effect::Export(ExportOrder { file, formats, calendar: true, choices, folder }));
        }
        Next::Stay
    }

    /// One more paper is there.
    pub(super) fn exporting(&mut self, written: usize) {
        if matches!(self.stage, ExportStage::Writing(_)) {
            self.stage = ExportStage::Writing(written);
        }
    }

    /// All papers are there, or none will be. Whoever has gone on to something else reads it in a line.
    pub(super) fn exported(page: Option<&mut Self>, cx: &mut Cx, outcome: Result<Written, String>) {
        match (page.filter(|page| matches!(page.stage, ExportStage::Writing(_))), outcome) {
            (Some(page), Ok(written)) => page.stage = ExportStage::Done(written),
            (Some(page), Err(reason)) => {
                page.stage = ExportStage::Failed(reason.clone());
                cx.refusal = Some(reason);
            }
            (None, Ok(written)) => {
                cx.notice = written.papers.first().map(|paper| words::paper_written(paper, &written.notes));
            }
            (None, Err(reason)) => {
                cx.refuse(reason);
            }
        }
    }
}

impl Page for Export {
    fn contexts(&self, _: &Cx) -> Vec<Context> {
        vec![Context::Export, Context::Letters, Context::Always]
    }

    fn command(&mut self, cx: &mut Cx, command: Command) -> Next {
        match command {
            Command::Dismiss => {
                if matches!(self.stage, ExportStage::Writing(_)) {
                    cx.ask(Effect::StopExport);
                }
                return Next::Close;
            }
            Command::Up if self.is_choosing() => self.mark(self.line.saturating_sub(1)),
            Command::Down if self.is_choosing() => self.mark(self.line + 1),
            Command::Choose if self.is_choosing() => self.change(),
            Command::Export => {
                if let Some(order) = self.begin() {
                    cx.ask(Effect::Export(order));
                }
                if let ExportStage::Failed(reason) = &self.stage {
                    cx.refusal = Some(reason.clone());
                }
            }
            _ => {}
        }
        Next::Stay
    }

    fn click(&mut self, cx: &mut Cx, target: Target) -> Next {
        let Target::Line(line) = target else { return Next::Stay };
        self.line = line;
        self.command(cx, Command::Choose)
    }

    fn has_wheel(&mut self) -> bool {
        true
    }
}

impl Export {
    /// Whether something can still be chosen.
    pub(crate) fn is_choosing(&self) -> bool {
        matches!(self.stage, ExportStage::Choosing | ExportStage::Failed(_))
    }

    fn mark(&mut self, line: usize) {
        self.line = line.min(FOLDER_LINE);
        self.stage = ExportStage::Choosing;
    }

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
            self.stage = ExportStage::Failed(words::CHOOSE_A_FORMAT.into());
            return None;
        }
        let folder = self.folders.get(self.folder)?.clone();
        self.stage = ExportStage::Writing(0);
        let choices = Choices { names: self.names };
        Some(ExportOrder { file: self.file.clone(), formats, calendar: false, choices, folder })
    }

    pub(crate) fn chosen(&self) -> impl Iterator<Item = Format> {
        Format::ALL.into_iter().zip(self.formats).filter(|(_, chosen)| *chosen).map(|(format, _)| format)
    }
}
