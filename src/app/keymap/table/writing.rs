//! The rows of texts and forms: in lines each word begins with a full stop, and every other line is taken as it is written.

use super::rows;

rows! {
    Setup {
        "PgDn"           "."           Next          "start"        "Start the workshop; all fields can be left for later";
        "Enter Tab Down" ""            NextField     "next field"   "The next field";
        "Up Shift+Tab"   ".back"       PreviousField "field before" "The field before";
        "F6"             ".register"   Register      "register"     "The register: organisations, roles, levels";
        "F3"             ".everybody came" Everybody "everybody came" "Everybody came who was here last time";
        "Ctrl+S"         ".saved"      Saved         ""             "When it was last saved; while it cannot be, save elsewhere";
        "Esc PgUp"       ".start page" Dismiss       "back"         "Back to the start page; what you typed is kept";
        ""               ".clear"      Empty         ""             "Empty this field";
    }
    Note {
        "Esc Ctrl+S" "."      Dismiss "keep and close" "Keep the note and close it";
        "F4"         ""       Unmask  "show or hide"   "Show or hide what is written in a private note";
        ""           ".clear" Empty   ""               "Empty the note and write it anew";
    }
    NotAgreed {
        "Enter Tab Down" ""       NextField     "next"           "The next field; after the last one, done";
        "Up Shift+Tab"   ".back"  PreviousField "field before"   "The field before";
        "Esc Ctrl+S"     "."      Dismiss       "keep and close" "Keep what is recorded and close";
        ""               ".clear" Empty         ""               "Empty this view";
    }
    Dissent {
        "Esc Ctrl+S"    "."      Dismiss   "keep and close" "Keep the statement and close; a full stop first asks who wants to be named";
        "Tab Shift+Tab" ""       NextField "name"           "From the statement to the name, and back";
        "PgDn"          ".next"  Next      "next statement" "The next statement, or a new one";
        "PgUp"          ".back"  Back      ""               "The statement before";
        ""              ".clear" Empty     ""               "Take the words of this statement away";
    }
    RegisterLine {
        "Enter Tab Down" ""       NextField     "next field"     "The next field; after the last one, done";
        "Up Shift+Tab"   ".back"  PreviousField "field before"   "The field before";
        "Esc Ctrl+S"     "."      Dismiss       "keep and close" "Keep the line and close it";
        "Left"           ""       Left          ""               "The choice before, or left in a text";
        "Right"          ""       Right         ""               "The next choice, or right in a text";
        ""               ".clear" Empty         ""               "Empty this field";
    }
    ActionForm {
        "Enter Tab Down" ""       NextField     "next field"     "The next field; after the last one, done";
        "Up Shift+Tab"   ".back"  PreviousField "field before"   "The field before";
        "Esc Ctrl+S"     "."      Dismiss       "keep and close" "Keep the action and close it";
        ""               ".clear" Empty         ""               "Empty this field";
    }
    ActionLine {
        "Enter"      ""       Choose  "keep"           "Keep it and close";
        "Esc Ctrl+S" "."      Dismiss "keep and close" "Keep what was typed and close";
        ""           ".clear" Empty   ""               "Empty this line";
    }
    SaveAs {
        "Enter" ""  SaveAs  "save there" "Save there from now on";
        "Esc"   "." Dismiss "back"       "Back; saving is tried again by itself";
    }
    Folder {
        "Enter" ""  Choose  "open" "List the sessions of that folder";
        "Esc"   "." Dismiss "back" "Back to the list as it is";
    }
    ImportFile {
        "Enter" ""  Choose  "read it" "Read the file, and show what was understood";
        "Esc"   "." Dismiss "back"    "Back; nothing is taken in";
    }
    Jump {
        "Enter" ""  Choose  "go there" "Go to the item with this id; P4 is gone to at once";
        "Esc"   "." Dismiss "back"     "Back to where the room is";
    }
    Search {
        "Enter"    ""  Choose  "to the list" "Keep the search and go to the list";
        "Esc"      "." Dismiss "show all"    "Show all sessions again";
        "Up"       ""  Up      ""            "The session above";
        "Down Tab" ""  Down    ""            "The session below";
        "PgUp"     ""  Back    ""            "The ten sessions before";
        "PgDn"     ""  Next    ""            "The next ten sessions";
    }
    Measure {
        "Enter Tab" "" NextField "next" "The next field; after the last one, done";
        "Esc"       "" Dismiss   "done" "Done measuring";
    }
}
