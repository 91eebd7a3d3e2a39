//! What comes in and what goes out: messages, the effects they ask for, and what a click can meet.
//!
//! Shape only: what a message changes is in `update`, and doing what is asked for is the shell's.

use super::keymap::Command;
use super::{
    Clicker, Deletion, ExportOrder, Found, Key, Preview, Purpose, Read, TextInput, ThemeName, Version, WallWindow,
    Written,
};
use crate::framework::{Cell, Rating};
use crate::import::Incoming;
use crate::session::Session;
use jiff::Timestamp;
use std::path::PathBuf;

#[derive(Debug)]
pub enum Msg {
    Key(Key),
    /// A command that was written as a word, so that no clicker's button can have bounced. It is refused where no key
    /// and no word asks for it.
    Command(Command),
    /// Something that was said in words at once.
    Input(TextInput),
    Paste(String),
    /// A click on something that the screen named.
    Click(Target),
    /// The mouse wheel: down is `true`.
    Wheel(bool),
    /// The window has another size; drawing asks for it anew.
    Resized,
    Tick,
    /// The file of the open session has this name from now on.
    Named(PathBuf),
    /// The open session is safe on disk up to this revision.
    Saved {
        rev: u64,
        at: Timestamp,
    },
    SaveFailed {
        reason: String,
    },
    /// The open session is safe in a recovery copy up to this revision.
    Kept {
        copy: PathBuf,
        rev: u64,
    },
    /// Somebody else changed the file of the open session, which is saved beside it from now on.
    Beside {
        file: PathBuf,
        /// What the facilitator should know.
        sentence: String,
    },
    /// The open session has another file now, as was asked for.
    Moved(PathBuf),
    /// The open session cannot be saved under the name that was typed: why, as a sentence.
    NotMoved(String),
    /// A new session may begin.
    Begun {
        /// 16 random hexadecimal digits.
        id: String,
    },
    Opened {
        session: Box<Session>,
        file: PathBuf,
        /// What the facilitator should know about the file.
        warning: Option<String>,
        /// Why it can only be looked at, as a sentence, if so.
        read_only: Option<String>,
    },
    /// The earlier versions of a saved session, the newest first.
    FoundVersions(Vec<Version>),
    /// Some of the saved sessions: they come in batches.
    Found(Found),
    /// What the marked session itself says.
    Previewed(Box<Preview>),
    /// Sessions were read for something else than opening them.
    Read(Box<Read>),
    /// What a file of votes that was typed holds, or why it cannot be read, as a sentence.
    Votes(Result<Box<Incoming>, String>),
    /// The folder that was typed is there; `None` is Plenary's own.
    FolderIs(Option<PathBuf>),
    /// A folder cannot be read: why, as a sentence.
    NoSuchFolder(String),
    /// What deleting a saved session would take, and what would stay.
    MayDelete(Box<Deletion>),
    /// The file of a saved session is gone.
    Gone(PathBuf),
    /// So many papers of a report are written.
    Exporting(usize),
    /// A report is written: its papers, or why not, as a sentence.
    Exported(Result<Written, String>),
    /// These windows on the wall follow this one from now on.
    Walls(Vec<WallWindow>),
    /// Something was done, as a sentence.
    Done(String),
    /// Something could not be done, as a sentence.
    Failed(String),
}

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    Save,
    /// Name the file of the open session after its partnership: answered by [`Msg::Named`], unless that cannot be.
    Name,
    /// Make an id for a new session: answered by [`Msg::Begun`].
    Begin,
    /// Read a session: answered by [`Msg::Opened`] or [`Msg::Failed`].
    Open(PathBuf),
    /// Make a copy of the sample session and read it.
    OpenDemo,
    /// List the saved sessions: answered by one [`Msg::Found`] after the other, or [`Msg::NoSuchFolder`].
    Find {
        /// The folder; `None` is Plenary's own.
        folder: Option<PathBuf>,
        /// Which reading it is; an earlier one stops.
        reading: u64,
    },
    /// Read a saved session to show what it says: answered by [`Msg::Previewed`], unless another is asked for first.
    Preview(PathBuf),
    /// Read sessions for something else than opening them: answered by [`Msg::Read`].
    Read {
        files: Vec<PathBuf>,
        purpose: Purpose,
    },
    /// Find out whether a folder that was typed is there: answered by [`Msg::FolderIs`] or [`Msg::NoSuchFolder`].
    LookInto(String),
    /// Read a file of votes, or a folder of them, for the open session, as typed: answered by [`Msg::Votes`].
    ReadVotes(String),
    /// Look for earlier versions of a session: answered by [`Msg::FoundVersions`].
    FindVersions(PathBuf),
    /// Put an earlier version in the place of a session's file, and open it: answered by [`Msg::Opened`].
    Restore {
        file: PathBuf,
        version: PathBuf,
    },
    /// Find out what deleting a session would take: answered by [`Msg::MayDelete`] or [`Msg::Failed`].
    LookBeforeDeleting(PathBuf),
    /// Delete a session as it was shown: answered by [`Msg::Gone`] and [`Msg::Done`], or [`Msg::Failed`].
    Delete(Box<Deletion>),
    /// Save the open session in another file, or folder, from now on, as typed: answered by [`Msg::Moved`] or
    /// [`Msg::NotMoved`].
    SaveAs(String),
    /// Write a report, or a calendar of the actions: answered by [`Msg::Exporting`] and in the end [`Msg::Exported`].
    Export(ExportOrder),
    /// Write no further paper of it.
    StopExport,
    Remember(ThemeName),
    /// Remember whether to begin in lines.
    RememberPlain(bool),
    /// Remember whether the statements are always shown in plain words too.
    RememberPlainWords(bool),
    /// Remember the keys that a clicker was taught.
    Learn(Clicker),
    Mouse(bool),
    Quit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    Rating(Rating),
    /// One of the answers on an item beside the chain, from 0.
    Choice(usize),
    Cell(Cell),
    /// A line of a list or menu, or a field of a form, from 0.
    Line(usize),
    /// A key named at the foot, or an answer to a question.
    Command(Command),
}
