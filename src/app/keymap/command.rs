//! What keys and words ask for, in the words of the workshop.
//!
//! A command says what is wanted and never how it is done: that is in the screens' own files.

use crate::app::key::Button;
use crate::framework::{Confidence, Rating};
use crate::session::ActionStatus;

/// What a key or a word asks for; the help of the table's rows says what each means where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    About,
    Actions,
    Again,
    Agenda,
    Answer(u8),
    Arrive,
    Back,
    Beside,
    Blank,
    Break,
    Calendar,
    CardUp,
    Choose,
    Clear,
    Close,
    CloseNow,
    Compare,
    Confirm,
    CountDots,
    Counts,
    Delete,
    Demo,
    Details,
    Discard,
    Dismiss,
    Dissent,
    Dive,
    DontKnow,
    Dots,
    Down,
    Empty,
    Everybody,
    Evidence,
    Export,
    Finish,
    First,
    Folder,
    FollowUp,
    Freeze,
    Go,
    Groups,
    Guidance,
    Hear,
    HearPrivate,
    Help,
    Import,
    Items,
    Last,
    LastTime,
    Learn(Button),
    Leave,
    Left,
    Linked,
    Log,
    Look,
    Map,
    Merge,
    Mouse,
    Names,
    New,
    Next,
    NextField,
    NotAgreed,
    NotRelevant,
    Note,
    Onward,
    OnlyKind,
    OnlyPartnership,
    OpenList,
    Park,
    Parked,
    Pick,
    Plain(bool),
    PlainWords,
    Presence,
    PreviousField,
    PrivateNote,
    QuitHint,
    StartPage,
    Rate(Rating),
    Redo,
    Register,
    Rehearse,
    Reserve,
    Reveal,
    Review,
    Right,
    RoomCheck,
    SaveAs,
    Saved,
    Search,
    SetStatus(ActionStatus),
    SkipStage,
    Slides,
    Sort,
    Starter(u8),
    Status,
    Swap,
    Theme,
    Timer,
    Trend,
    Trust(Confidence),
    Undo,
    Unmask,
    Up,
    Versions,
    View,
    Vote,
    Way,
    Withdraw,
}

impl Command {
    /// The same with a digit, where it is about one.
    pub(super) fn with_digit(self, digit: char) -> Self {
        let number = digit.to_digit(10).and_then(|number| u8::try_from(number).ok());
        match (self, number, Rating::from_digit(digit)) {
            (Self::Answer(_), Some(number), _) => Self::Answer(number),
            (Self::Starter(_), Some(number), _) => Self::Starter(number),
            (Self::Rate(_), _, Some(rating)) => Self::Rate(rating),
            (Self::Trust(_), Some(7), _) => Self::Trust(Confidence::Low),
            (Self::Trust(_), Some(8), _) => Self::Trust(Confidence::Medium),
            (Self::Trust(_), Some(9), _) => Self::Trust(Confidence::High),
            _ => self,
        }
    }

    /// Whether it is about a saved session in the list of these.
    pub(in crate::app) fn is_of_a_session(self) -> bool {
        matches!(
            self,
            Self::Pick
                | Self::Map
                | Self::FollowUp
                | Self::Look
                | Self::Trend
                | Self::OnlyPartnership
                | Self::Versions
                | Self::Import
                | Self::Export
                | Self::Delete
        )
    }

    /// Moves the mark in a list of so many lines, by a line or to an end; whether the command is one that does.
    /// A list that has become shorter is marked on its last line at most.
    pub(in crate::app) fn marks(self, line: &mut usize, lines: usize) -> bool {
        let last = lines.saturating_sub(1);
        let at = (*line).min(last);
        *line = match self {
            Self::Up => at.saturating_sub(1),
            Self::Down => (at + 1).min(last),
            Self::First => 0,
            Self::Last => last,
            _ => return false,
        };
        true
    }
}
