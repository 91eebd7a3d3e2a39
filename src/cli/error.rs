//! Why a command did not do what it was asked: one sentence and an exit code.

use crate::analysis::Incomparable;
use crate::framework::FrameworkError;
use crate::report::WriteError;
use crate::session::{MergeRefusal, OtherFramework, TooLarge};
use crate::store::{self, DeleteError, ExportError, OpenError, OutsideError, SaveError, StoreError};
use crate::terminal;
use crate::words::NOTHING_DATED;
use std::io;
use std::path::PathBuf;
use thiserror::Error;

/// What happened, which file, what to do next.
#[derive(Debug, Error)]
pub(super) enum Failure {
    /// What another module says, as it stands.
    #[error("{0}")]
    Said(String),
    #[error("{0}; \"plenary --help\" shows what there is.")]
    Usage(String),
    /// Output that could not be written.
    #[error("The output could not be written: {}.", store::in_words(.0))]
    Output(#[from] io::Error),
    #[error(transparent)]
    Compare(#[from] Incomparable),
    #[error(transparent)]
    Delete(#[from] DeleteError),
    #[error(transparent)]
    Export(#[from] ExportError),
    #[error(transparent)]
    Framework(#[from] FrameworkError),
    #[error(transparent)]
    Merge(#[from] MergeRefusal),
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    OtherFramework(#[from] OtherFramework),
    #[error(transparent)]
    Outside(#[from] OutsideError),
    #[error(transparent)]
    Save(#[from] SaveError),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Terminal(#[from] terminal::Error),
    #[error(transparent)]
    Write(#[from] WriteError),
    #[error("{file} cannot be found: {}.", store::in_words(.error))]
    NotFound { file: PathBuf, error: io::Error },
    #[error("{file} could not be read as text: {problem}.")]
    NoText { file: PathBuf, problem: String },
    #[error("{0} is not a folder; give the folder with the sessions")]
    NoFolder(PathBuf),
    #[error("No session is open on this computer; open one in another window first, then run \"plenary wall\" again.")]
    NothingOpen,
    #[error("{} is not open on this computer; open it in another window first.", .0.display())]
    NotOpen(PathBuf),
    #[error("Several sessions are open: {0}. Say which with \"plenary wall FILE\".")]
    SeveralOpen(String),
    #[error("There is no terminal to ask on; \"plenary delete FILE --yes\" deletes without asking.")]
    CannotAsk,
    #[error("Not deleted: {0}.")]
    NotDeleted(String),
    #[error("{file} is open in another Plenary{holder}; close it there first.")]
    Busy { file: PathBuf, holder: String },
    #[error("{0} There are earlier versions: \"plenary backups FILE\" lists them.")]
    HasVersions(OpenError),
    #[error("There are no earlier versions of {0}.")]
    NoVersions(PathBuf),
    #[error("There is no such earlier version of {file}; \"plenary backups FILE\" lists the {many} there are.")]
    NoSuchVersion { file: PathBuf, many: usize },
    #[error("\"{name}\" is no command of Plenary; write one of {commands}.")]
    NoCommand { name: String, commands: String },
    #[error("There is no page \"{name}\" in the manual; write one of {pages}, or a command.")]
    NoPage { name: String, pages: String },
    #[error("Nothing was merged. {0}")]
    NotMerged(TooLarge),
    #[error("{0} could not be made: there is a file of that name, and nothing is written over; choose another name.")]
    IsThere(PathBuf),
    #[error("No session was made. {0}")]
    NotMade(TooLarge),
    #[error("{0} is there already, and nothing is written over; choose a folder that is not.")]
    TablesThere(PathBuf),
    #[error("The tables could not be written: {0}")]
    TablesNotWritten(SaveError),
    #[error("{0} must be a folder that is there, or end in .xlsx (to fill in) or .txt (to paste into a form).")]
    SurveyEnding(PathBuf),
    #[error("{0} must end in .html, .csv or .json, which say what it is.")]
    PortfolioEnding(PathBuf),
    #[error("{out} is no folder, and {many} formats need one; give a folder, or a new name in one that is there.")]
    NeedsFolder { out: PathBuf, many: usize },
    #[error("A report cannot be written as {out}, and nothing was written; the ending must be one of {endings}.")]
    UnknownEnding { out: PathBuf, endings: String },
    #[error(
        "{out} does not end in .{ending}, as \"--format {ending}\" asks for, and nothing was written; leave out one of \
         the two."
    )]
    OtherEnding { out: PathBuf, ending: &'static str },
    #[error("{0}, and nothing was written; give another place with -o, or replace with --force.")]
    MayNotReplace(String),
    #[error("{file}: {problem} Nothing was imported.")]
    NotImported { file: PathBuf, problem: String },
    #[error("{}: {NOTHING_DATED}", .0.display())]
    NothingDated(PathBuf),
    #[error(
        "{}: what stands under \"Not sure of\" needs a yes: run it again with --yes, or with --map FILE, a table in which \
         you say what it means. Nothing was imported.", .0.display()
    )]
    NotSure(PathBuf),
    #[error("{file}: {problem} Nothing was taken.")]
    NotUpdated { file: PathBuf, problem: String },
    #[error("There is no terminal to ask on, and nothing was taken; with --yes it is taken without asking.")]
    CannotAskToTake,
    #[error("No action of {0} is open, so there is nothing to check in on; \"plenary new --from FILE\" follows it up.")]
    NothingOpenIn(PathBuf),
    #[error("{0} must end in .html, .docx or .md, which say what it is.")]
    PageEnding(PathBuf),
    #[error("The statuses could not be saved: {0}")]
    StatusesNotSaved(SaveError),
    #[error("The votes could not be saved: {0}")]
    VotesNotSaved(SaveError),
}

impl Failure {
    #[expect(clippy::needless_pass_by_value, reason = "errors are handed over as they come")]
    pub(super) fn new(sentence: impl ToString) -> Self {
        Self::Said(sentence.to_string())
    }

    /// The command line cannot be meant. Clap's own words, without its usage lines.
    pub(super) fn usage(error: &clap::Error) -> Self {
        let text = error.to_string();
        let words: Vec<&str> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
        let sentence = words.join(" ");
        Self::Usage(sentence.strip_prefix("error: ").unwrap_or(&sentence).trim_end_matches('.').to_owned())
    }

    /// 1 where something did not work, 2 where the command line cannot be meant, or as the shell says.
    pub(super) fn code(&self) -> u8 {
        match self {
            Self::Usage(_)
            | Self::CannotAsk
            | Self::CannotAskToTake
            | Self::UnknownEnding { .. }
            | Self::OtherEnding { .. } => 2,
            Self::Terminal(error) => error.code(),
            Self::Output(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            _ => 1,
        }
    }

    /// What is told; nothing where who caused it knows: a reader that has read enough is not an error.
    pub(super) fn sentence(&self) -> Option<String> {
        let is_silent = match self {
            Self::Terminal(error) => error.is_silent(),
            _ => self.code() == 0,
        };
        let sentence = self.to_string();
        let ends = sentence.contains('\n') || sentence.ends_with('.');
        (!is_silent).then(|| if ends { sentence } else { sentence + "." })
    }
}
