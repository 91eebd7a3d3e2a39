//! What keys ask for, in the words of the workshop.
//!
//! A command says what is wanted and never how it is done: that is in the screens' own files.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Agree on the rating of the digit that was pressed.
    Rate,
    /// Give the answer with the digit that was pressed.
    Answer,
    /// What feeds the risk.
    Linked,
    /// Write minority statements.
    Dissent,
    /// Who is in the room, line by line.
    Register,
    /// Present, apologies or absent: the next of them.
    Presence,
    /// What the room will do: a new action for the item at hand, and the list.
    Actions,
    /// Count dots.
    Dots,
    /// Take the starter of the digit that was pressed.
    Starter,
    /// The next status of an action.
    Status,
    /// Add a line to an action's log.
    Log,
    /// The day on which the room looks again.
    Review,
    /// Take a vote, or go on with the one that is open.
    Vote,
    /// Show the votes that are in.
    Reveal,
    /// Take back the last vote, or the last letter of a line of counts.
    Withdraw,
    /// Forget the open vote.
    Discard,
    /// The room does not know.
    DontKnow,
    /// The room does not agree.
    NotAgreed,
    /// It does not apply here.
    NotRelevant,
    /// Take the decision back.
    Clear,
    /// Agreed with reservations, or without.
    Reserve,
    /// How good the evidence is: the next level.
    Evidence,
    /// Write the note.
    Note,
    /// Write the private note.
    PrivateNote,
    /// Park the item, or take it off the list.
    Park,
    /// The room check, or back from it.
    RoomCheck,
    /// The key that arrived is "next" from now on.
    LearnNext,
    /// The key that arrived is "back" from now on.
    LearnBack,
    /// The key that arrived is "blank" from now on.
    LearnBlank,
    /// Five minutes for the item.
    Dive,
    /// The agenda and the time that is left.
    Agenda,
    /// The items to come back to.
    Parked,
    /// The prompt and what a 1 and a 5 look like.
    Guidance,
    /// Move the focus up.
    Up,
    /// Move the focus down.
    Down,
    /// Move the focus left.
    Left,
    /// Move the focus right.
    Right,
    /// The first item.
    First,
    /// The last item.
    Last,
    /// Take what is focused.
    Choose,
    /// The next field of a form.
    NextField,
    /// The field before.
    PreviousField,
    /// The next thing in the workshop.
    Next,
    /// The thing before.
    Back,
    /// Leave the stage for the next one.
    SkipStage,
    /// The overview, or back from it.
    Map,
    /// The result slides.
    Slides,
    /// The map as another group sees it.
    View,
    /// Undo.
    Undo,
    /// Redo.
    Redo,
    /// Say that all is saved.
    Saved,
    /// Show or hide the timer.
    Timer,
    /// Blank the room's screen.
    Blank,
    /// Blank it for a break, with the time at which it ends.
    Break,
    /// The next theme.
    Theme,
    /// The keys of this screen.
    Help,
    /// What Plenary is and where its wording comes from.
    About,
    /// Begin a session.
    New,
    /// Show the list of saved sessions.
    OpenList,
    /// Show or hide what is written in a private note.
    Unmask,
    /// Close the overlay, or go back to the screen before.
    Dismiss,
    /// Say how to close the program.
    QuitHint,
    /// Ask whether to close.
    Close,
    /// Close.
    CloseNow,
    /// Look at a session without changing it.
    Look,
    /// Compare two sessions.
    Compare,
    /// One partnership over all its sessions.
    Trend,
    /// Ask small groups whether they agree to be heard.
    Hear,
    /// Merge breakout tables into one session.
    Merge,
    /// Begin a session that follows up the marked one.
    FollowUp,
    /// Let the two sessions of a comparison change places.
    Swap,
    /// Finish the open session, or reopen it.
    Finish,
    /// The actions of last time, and what changed since.
    LastTime,
    /// The marked action is done.
    ActionDone,
    /// The marked action is under way.
    ActionUnderWay,
    /// The marked action is not started.
    ActionNotStarted,
    /// The marked action is dropped.
    ActionDropped,
    /// Mark the session for what takes two or more, or take the mark back.
    Pick,
    /// Search as you type.
    Search,
    /// Sort by something else.
    Sort,
    /// Only the marked session's partnership, or all again.
    OnlyPartnership,
    /// Only sessions in one state, or all again.
    OnlyKind,
    /// Open another folder of sessions.
    Folder,
    /// The earlier versions of the marked session.
    Versions,
    /// Delete the marked session.
    Delete,
    /// Save under the name that was typed.
    SaveAs,
    /// Make a report, or write it as chosen.
    Export,
    /// Yes, do what the question is about.
    Confirm,
    /// Turn the mouse on or off.
    Mouse,
}

impl Command {
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
