//! The rows of finding, comparing and following up saved sessions.

use super::rows;
use crate::session::ActionStatus::{Done, Dropped, NotStarted, UnderWay};
use crate::words::OPEN_FOLDER;

rows! {
    List {
        "Enter"    "#, open NUMBER"     Choose          "open"        "Open a session and carry on";
        "/"        "search WORDS"       Search          "search"      "Only sessions with these words: partnership, date, state, file";
        "N"        "new"                New             "new session" "Begin a new session";
        "Space"    "mark NUMBER"        Pick            "mark"        "Mark a session, for what takes two or more, or take the mark back";
        "M"        "results NUMBER"     Map             "results"     "Show what a session says, or hide it: the room may see the list";
        "C"        "compare"            Compare         "compare"     "Compare the two marked sessions";
        "F"        "follow up NUMBER"   FollowUp        "follow up"   "Begin a session that follows one up";
        "V"        "look NUMBER"        Look            "look"        "Look at a session; nothing of it can change";
        "L"        "trend NUMBER"       Trend           ""            "A session's partnership over all its sessions";
        "G"        "merge"              Merge           ""            "Merge the marked breakout tables, after one question";
        "S"        "sort"               Sort            "sort"        "Sort by date, by partnership, by progress";
        "P"        "partnership NUMBER" OnlyPartnership ""            "Only a session's partnership, or all again";
        "I"        "state"              OnlyKind        ""            "Only those in progress, finished, or all again";
        "O"        "folder PATH"        Folder          ""            OPEN_FOLDER;
        "Up"       ""                   Up              ""            "The session above";
        "Down Tab" ""                   Down            ""            "The session below";
        "PgUp"     "before"             Back            ""            "The ten sessions before";
        "PgDn"     "Enter, next"        Next            ""            "The next ten sessions";
        "Home"     ""                   First           ""            "The first session";
        "End"      ""                   Last            ""            "The last session";
        "R"        "versions NUMBER"    Versions        "versions"    "Earlier versions of a session, to restore";
        "E"        "report NUMBER"      Export          "report"      "Make a report of a session";
        "T"        "import NUMBER"      Import          ""            "Take a survey or ballots on paper into a session, from a file";
        "Esc"      "back, all"          Dismiss         "back"        "All sessions again, or the start page";
        "Del"      "delete NUMBER"      Delete          "delete"      "Delete a session with all its copies";
    }
    Versions {
        "Enter"               "#"    Choose  "restore" "Restore a version, after one question";
        "Up PgUp"             ""     Up      ""        "The version above";
        "Down Tab PgDn"       ""     Down    ""        "The version below";
        "Home"                ""     First   ""        "The newest version";
        "End"                 ""     Last    ""        "The oldest version";
        "Esc"                 "back" Dismiss "back"    "Back to the saved sessions";
    }
    LastActions {
        "PgDn"       "Enter, next"        Next                  "go on"        "Go on to the set-up page; in a check-in to new actions and the review date";
        "D"          "done NUMBER"        SetStatus(Done)       "done"         "The action is done";
        "W"          "under way NUMBER"   SetStatus(UnderWay)   "under way"    "It is under way";
        "N"          "not started NUMBER" SetStatus(NotStarted) "not started"  "It is not started";
        "X"          "drop NUMBER"        SetStatus(Dropped)    "dropped"      "It is dropped";
        "C"          "what changed"       Compare               "what changed" "What changed, as far as it is rated anew";
        "Up"         ""                   Up                    ""             "The action above";
        "Down Tab"   ""                   Down                  ""             "The action below";
        "Esc"        ""                   Dismiss               ""             "Back to where the room was";
    }
    Compare {
        "PgDn"       "Enter, next" Next    "next slide"  "The next page or slide";
        "Enter"      ""            Choose  "details"     "The marked item then and now, and back";
        "Arrows"     ""            Left    "look around" "Mark another item";
        "Right"      ""            Right   ""            "Mark the item to the right";
        "Up"         ""            Up      ""            "Mark the item above; further up";
        "Down"       ""            Down    ""            "Mark the item below; further down";
        "Home"       ""            First   ""            "The first item of the row";
        "End"        ""            Last    ""            "The last item of the row";
        "Tab"        "swap"        Swap    "swap"        "Let the two sessions change places";
        "PgUp"       "back"        Back    ""            "The slide before, or back";
        "Esc"        "close"       Dismiss "back"        "Close the details, or the comparison";
    }
    Trend {
        "PgDn"     ""     Next    "further"    "Nine items down";
        "Down Tab" ""     Down    "item below" "The item below";
        "Up"       ""     Up      "item above" "The item above";
        "PgUp"     ""     Back    ""           "Nine items up";
        "Home"     ""     First   ""           "The first item";
        "End"      ""     Last    ""           "The last item";
        "Esc"      "back" Dismiss "back"       "Back to the saved sessions";
    }
}
