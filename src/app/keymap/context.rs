//! Where keys are pressed and lines are written: one context a screen or overlay, and the wider ones around it.
//!
//! It names them and says what they are for; which keys and words they have is in `table`.

use crate::words::{ACTIONS_OF_LAST_TIME, OVER_THE_YEARS};

macro_rules! contexts {
    ($($context:ident $title:tt $purpose:expr;)*) => {
        /// Where a key is pressed. A screen or overlay reads one to four of these, innermost first.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Context {
            $($context,)*
        }

        impl Context {
            /// Every context, in the order of the README's list.
            pub const ALL: &[Self] = &[$(Self::$context),*];

            /// Its name in the help page and the README.
            pub fn title(self) -> &'static str {
                match self { $(Self::$context => $title,)* }
            }

            /// What it is for, as help says it.
            pub fn purpose(self) -> &'static str {
                match self { $(Self::$context => $purpose,)* }
            }
        }
    };
}

contexts! {
    Always       "Everywhere"                     WHOLE;
    Letters      "Wherever you are not typing"    WHOLE;
    Session      "In a session"                   WHOLE;
    Rehearsal    "In a rehearsal"                 "The line above the keys says what to press. Going on follows by itself; Esc ends it.";
    Start        "Start page"                     "Here a workshop begins, or goes on where it stopped.";
    List         "Saved sessions"                 "Here are all the sessions kept on this laptop. Open one to look at it or to carry on.";
    Search       "Searching the saved sessions"   "Type any part of a partnership's name, a date or a state. Esc shows all sessions again.";
    Folder       "Opening another folder"         "Sessions can lie anywhere: on a stick, on a share. Write the folder's path.";
    Compare      "What changed"                   "What changed between two sessions. No rating here says who is better: ask what happened.";
    Trend        {OVER_THE_YEARS.0}               "One partnership over all its sessions. No line is fitted: other rooms see other things.";
    LastActions  {ACTIONS_OF_LAST_TIME.0}         "What became of the actions of last time. Then rate anew; last time is shown after.";
    Versions     "Earlier versions"               "Earlier versions of a session. Restoring one loses nothing: the present one is kept.";
    Setup        "Set-up"                         "Say whose workshop this is and who is in the room. All of it can be left for later.";
    Card         "Title card"                     "A new stage begins. Read the question out, then start.";
    Rate         "Rating"                         "The room agrees on a rating for one item. Talk first; press a digit when there is agreement.";
    Assumption   "Assumption"                     "Something the partnership takes for granted. Does it hold here?";
    Influence    "Influencing factor"             "Context that helps or hinders. It is talked about and never rated.";
    Risk         "Risk"                           "Is it happening, how much would it matter, how likely is it? One question after the other.";
    Conditions   "Assumptions, factors, risks"    "Talk first; press the key of an answer when there is agreement.";
    Jump         "Going to an item"               "Type an item's id, as it stands before its name: P4, AS5, R6.";
    Linked       "What is linked with a risk"     "What feeds this risk. Enter goes to an item; Esc there comes back to the risk.";
    Overview     "Overview"                       "How far the room has come. Mark any item and press Enter to go there.";
    Slides       "Heat map and slides"            "What the room has said, slide by slide, from the map to the actions. Enter shows more.";
    Note         "Writing a note"                 "Write what was said. Enter begins a new line; Esc keeps the note and closes it.";
    NotAgreed    "Not agreed"                     "\"Not agreed\" is a result. Keep the range, and a sentence from each end.";
    Page         "Reading a page"                 PAGE;
    Details      "Details of an item"             PAGE;
    SaveAs       "Saving elsewhere"               "Its own file cannot be written just now. Save the session in another one.";
    Export       "Making a report"                "The report for those who were not here. Choose what it is written as; names stay out unless you say.";
    ImportFile   "Taking in a survey, its file"   "A survey that came back, or ballots on paper: .csv, .txt or .xlsx, or a folder of them.";
    Importing    "Taking in a survey"             "What was understood of it. Nothing is taken before you say so; one undo takes it all back.";
    Ask          "One question before"            "Enter leaves everything as it is.";
    Vote         "Taking a vote"                  "Votes stay hidden until F5 or R: only how many are in is shown. Then talk, then agree.";
    Dissent      "Writing a minority statement"   "A minority statement stands beside the rating. Nobody is named unless they ask for it.";
    Register     "Register"                       REGISTER;
    RegisterLine "Writing a line of the register" REGISTER;
    Agenda       "Agenda"                         "The workshop's parts and their minutes. Nothing moves on by itself; go on in any order.";
    Parked       "Parked items"                   "What the room put aside to come back to. Enter goes there; K takes it off the list.";
    LookBack     "Looking back"                   "What is left open, and all that goes into a paper. Enter opens a line; F4 finishes.";
    RoomCheck    "Room check"                     ROOM_CHECK;
    Learn        "Room check, a new key"          ROOM_CHECK;
    Measure      "Room check, measuring"          ROOM_CHECK;
    Dots         "Dots"                           "Read the dots off the wall: type the count of the marked item, then go to the next.";
    Actions      "Actions"                        "What the room will do, in its order. An action is dropped, never deleted.";
    ActionStart  "Beginning an action"            "Begin with a starter by its number, or with your own words.";
    ActionForm   "Writing an action"              "What, for what, who, by when, and how you will know. Every letter is kept.";
    ActionLine   "Log line or review date"        "One line. Enter keeps it.";
    Close        "Closing"                        "All that was typed is kept. Only an open vote is not: the question says so.";
}

/// What help says when it is about the whole program.
const WHOLE: &str = "Plenary walks a group through its partnership, item by item, and keeps what \
                                        the room agrees. Nothing here can break anything: every change can be undone, \
                                        and all is saved at once.";
const PAGE: &str = "A page to read. Esc closes it.";
const REGISTER: &str = "Who is in the room, without names: so that it shows whose voice is missing.";
const ROOM_CHECK: &str = "Before the workshop: can the back row read it, do the tones differ, does the clicker work?";
