//! The rows of what the room does besides the walk: votes, the register, the agenda, dots, actions, reports, pages and questions.

use super::rows;
use crate::app::key::Button;
use crate::session::ActionStatus::{Done, NotStarted, UnderWay};

rows! {
    Vote {
        ""             "counts COUNTS" Counts   ""               "A count for each answer, as in 0 2 5 3 1 ?1, or a digit for each person; never repeated, but it stays on your screen";
        "Enter"        "Enter, next"   Choose   "next"   "Take what is typed; the next group";
        "F5 R"         "reveal"        Reveal   "reveal"         "Reveal the votes to everybody at once";
        "Esc Ctrl+S"   "close"         Dismiss  "keep and close" "Close the box; the vote stays open, V goes on";
        "Backspace"    "take back"     Withdraw "take back"      "Take back the last digit, or the last vote unseen, and so each before it";
        "G"            "groups"        Groups   "groups"         "Who is counted together: the whole room, or by sector, by level, by both; it is kept";
        "F6"           "register"      Register "register"    "The register: who came later or has left; the vote stays open";
        "K"            "way"           Way      "hands, keypad"  "Count hands, or pass the keypad; it is kept";
        "Up Shift+Tab" "group before"  Up       ""               "The group above";
        "Down Tab"     ""              Down     ""               "The group below";
        "Del"          "discard"       Discard  ""               "Discard the open vote unseen; asks once";
    }
    Register {
        "Enter"         "#, change NUMBER" Choose   "change"   "Change a line";
        "N"             "new"              New      "new line" "Add a line, field by field";
        "-"             "left NUMBER"     Leave    "left"     "Somebody of a line has left; the time is kept";
        "+ ="           "came NUMBER"     Arrive   "came"     "Somebody of a line came later or back; the time is kept";
        "P"             "presence NUMBER"  Presence "present?" "Present, apologies, invited but absent";
        "V"             "count votes"     Groups   "votes"    "Whose votes are counted together: the whole room, or by sector, by level, by both";
        "E"             "everybody came"  Everybody "everybody came" "Everybody came who was here last time";
        "Del"           "remove NUMBER"    Clear    "remove"   "Take a line off the register";
        "Esc G F6"      "close"            Dismiss  "close"    "Close the register";
        "Up PgUp"       ""                 Up       ""         "The line above";
        "Down PgDn Tab" ""                 Down     ""         "The line below";
        "Home"          ""                 First    ""         "The first line";
        "End"           ""                 Last     ""         "The last line";
        "U Ctrl+Z"      "undo"             Undo     "undo"     "Undo, without limit";
        "Ctrl+Y"        "redo"             Redo     ""         "Do again what was undone";
    }
    Agenda {
        "Enter"         "#"         Choose  "go there"     "Go to a part, in any order";
        "Right +"       "later"     Right   "finish later" "Plan to finish five minutes later";
        "Left -"        "earlier"   Left    "earlier"      "Plan to finish five minutes earlier";
        "Esc F9"        "close"     Dismiss "close"        "Close the agenda";
        "Up PgUp"       ""          Up      ""             "The part before";
        "Down PgDn Tab" ""          Down    ""             "The next part";
        "Home"          ""          First   ""             "The first part";
        "End"           ""          Last    ""             "The last part";
        "Del"           "no finish" Clear   ""             "Plan no finish";
    }
    Parked {
        "Enter"         "#"          Choose  "go to item"   "Go to an item";
        "K"             "off NUMBER" Park    "off the list" "Take an item off the list";
        "Esc"           "close"      Dismiss "close"        "Close the list";
        "Up PgUp"       ""           Up      ""             "The item above";
        "Down PgDn Tab" ""           Down    ""             "The item below";
        "Home"          ""           First   ""             "The first item";
        "End"           ""           Last    ""             "The last item";
        "U Ctrl+Z"      "undo"       Undo    "undo"         "Undo, without limit";
        "Ctrl+Y"        "redo"       Redo    ""             "Do again what was undone";
    }
    LookBack {
        "Enter"         "#"      Choose  "open"   "Go to what is open, or open a text to correct it";
        "F4"            "finish" Finish  "finish" "Finish the session, after one question";
        "Esc"           "close"  Dismiss "go on"  "Close the list; nothing is finished";
        "PgDn"          ""       Next    "further" "Nine lines down";
        "Up"            ""       Up      ""       "The line above";
        "Down Tab"      ""       Down    ""       "The line below";
        "PgUp"          ""       Back    ""       "Nine lines up";
        "Home"          ""       First   ""       "The first line";
        "End"           ""       Last    ""       "The last line";
        "U Ctrl+Z"      "undo"   Undo    "undo"   "Undo, without limit";
        "Ctrl+Y"        "redo"   Redo    ""       "Do again what was undone";
    }
    RoomCheck {
        "Enter" "" Choose  "measure"     "Type how wide the picture is, and how far the back";
        "Down"  "" Theme   "theme"       "The next colour theme";
        "Up"    "" Up      ""            "The colour theme before";
        "Ctrl+W" "" PlainWords "plain words" "Plain words on every item, or not; not tested with people with learning disabilities";
        "Del"   "" Clear   "forget keys" "Forget the keys that the clicker was taught";
        "Esc"   "" Dismiss "close"       "Close the room check";
    }
    Learn {
        "1" "" Learn(Button::Next)  "next"  "Teach the clicker: the key that arrived is \"next\"";
        "2" "" Learn(Button::Back)  "back"  "Teach the clicker: the key that arrived is \"back\"";
        "3" "" Learn(Button::Blank) "blank" "The key that arrived blanks the screen";
    }
    Dots {
        ""                    "count ID COUNT" CountDots ""           "Dots of an item, as in E2 11; the word can be left out";
        "Enter Down Tab PgDn" ""               Down      "next item"  "The next item; what was typed stays";
        "Right"               ""               Right     "next stage" "The first item of the next stage or kind";
        "Left"                ""               Left      ""           "The first item of this stage or the one before";
        "Up Shift+Tab PgUp"   ""               Up        ""           "The item above";
        "Home"                ""               First     ""           "The first item";
        "End"                 ""               Last      ""           "The last item";
        "Backspace"           ""               Withdraw  "last digit" "Take back the last digit";
        "Del"                 ""               Clear     ""           "No dots on this item";
        "Ctrl+Z"              "undo"           Undo      "undo"       "Undo, without limit";
        "Ctrl+Y"              "redo"           Redo      ""           "Do again what was undone";
        "Esc"                 "close"          Dismiss   "close"      "Close the dots; they are kept";
    }
    Actions {
        "Enter"         "#, change NUMBER"   Choose                "change"      "Change an action";
        "N A"           "new TEXT"           New                   "new"         "Write a new action, field by field";
        "R"             "review DATE"        Review                "review date" "The day on which the room looks again";
        "Esc"           "close"              Dismiss               "close"       "Close the actions";
        "S"             "status NUMBER"      Status                "status"      "The next status of an action: not started, under way, done, dropped";
        ""              "done NUMBER"        SetStatus(Done)       ""            "The action is done";
        ""              "under way NUMBER"   SetStatus(UnderWay)   ""            "It is under way";
        ""              "not started NUMBER" SetStatus(NotStarted) ""            "It is not started";
        "L"             "log NUMBER TEXT"    Log                   "log"         "Add a line to the log of an action";
        "Left"          "up NUMBER"          Left                  "earlier"     "Move an action up the list";
        "Right"         "down NUMBER"        Right                 ""            "Move an action down the list";
        "Del"           "drop NUMBER"        Clear                 ""            "Drop an action; it stays on record";
        "Up PgUp"       ""                   Up                    ""            "The action above";
        "Down PgDn Tab" ""                   Down                  ""            "The action below";
        "F4"            "finish, reopen"     Finish                ""            "Look back and finish the session, or reopen it, after one question";
        "Home"          ""                   First                 ""            "The first action";
        "End"           ""                   Last                  ""            "The last action";
        "U Ctrl+Z"      "undo"               Undo                  "undo"        "Undo, without limit";
        "Ctrl+Y"        "redo"               Redo                  ""            "Do again what was undone";
    }
    ActionStart {
        "Enter"             ""     Choose     "take it"         "Begin with what is marked: a starter, or your own words";
        "1-5"               ""     Starter(1) "take a starter"  "Begin with this starter's words; they can be changed";
        "Up Shift+Tab PgUp" ""     Up         ""                "The line above";
        "Down Tab PgDn"     ""     Down       ""                "The line below";
        "Esc"               "list" Dismiss    "list"            "No new action; the list of actions";
    }
    Export {
        "Enter"             "Enter, write" Export  "write"  "Write the report as chosen";
        "Space"             "#"            Choose  "change" "Change the marked line, or the format with that number";
        ""                  "names"        Names   ""       "Show names, or leave them out";
        ""                  "folder"       Folder  ""       "The other folder";
        "Up PgUp Shift+Tab" ""             Up      ""       "The line above";
        "Down PgDn Tab"     ""             Down    ""       "The line below";
        "Esc E"             "close"        Dismiss "close"  "Close; what is not written yet is left";
    }
    Importing {
        "Enter"           "Enter, take" Choose  "take it in"     "Take in what is shown; undo takes it back";
        "A"               "add"         Beside  ""               "Count them beside those that came in already, as other people's";
        "PgDn Down Space" ""            Down    "more"           "Further down";
        "PgUp Up"         ""            Up      ""               "Further up";
        "Esc"             "close"       Dismiss "leave it"       "Take nothing in";
    }
    Page {
        "PgDn Down Space" "" Down    "more"  "Further down";
        "PgUp Up"         "" Up      ""      "Further up";
        "Esc"             "" Dismiss "close" "Close this page";
    }
    Details {
        "Enter" "" Choose  "go to item" "Go to this item to change it";
        "A"     "" Actions "action"     "Begin an action for this item";
    }
    Ask {
        "Enter Esc" "Enter, no" Dismiss "leave it" "Leave everything as it is";
        "Y"         "yes"       Confirm "yes"      "Yes, do it";
    }
    Close {
        "Enter Esc" "Enter, no" Dismiss  "stay"  "Stay in Plenary";
        "Y"         "yes"       CloseNow "close" "Close Plenary";
    }
}
