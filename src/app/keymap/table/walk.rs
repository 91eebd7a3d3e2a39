//! The rows of the walk: cards, ratings, assumptions, factors, risks, the overview and the slides, and what holds everywhere.

use super::rows;
use crate::framework::{Confidence, Rating};
use crate::words::OPEN_SAVED;

rows! {
    Always {
        "F1"            "help, .help WORD" Help    "help"  "What can be done here; then all for all of it, or a word for what it does";
        ""              "again, .again"  Again     ""      "Say once more what is in sight";
        "F2"            ""               RoomCheck ""      "Room check: letters, colours, clicker; again closes it";
        "F8"            ""               Mouse     ""      "Mouse on or off; off gives back selecting text";
        "Ctrl+Q Ctrl+C" "q, quit, .quit" Close     "close" "Close Plenary, after one question";
    }
    Letters {
        "!" "card up" CardUp "" "Note that somebody held up a card: stop, slower, I do not understand; never who";
        ""   "keep plain" Plain(true)  "" "Begin in lines from now on, without --plain";
        ""   "screen next" Plain(false) "" "Begin on a screen from now on";
        "Z"   "freeze" Freeze "freeze the wall" "Leave on the wall what it shows, or let it follow again";
        "B ." "pause" Blank    "blank" "A pause: a blank screen, and the stage's clock stands still; any key returns";
        "H"   ""      Help     ""      "What can be done here, as F1";
        "Q"   ""      QuitHint ""      "Says how to close; never closes";
    }
    Session {
        ""         "details ID"     Details  ""     "All that is kept on an item";
        "PgUp"     "back"           Back     "back" "The item, slide or page before";
        "M"        "map"            Map      "map"  "The overview, and back";
        "U Ctrl+Z" "undo"           Undo     "undo" "Undo, without limit";
        "Ctrl+Y"   "redo"           Redo     ""     "Do again what was undone";
        "F5"       "results"        Slides   ""     "The heat map and its slides; an open vote is revealed first";
        "G F6"     "register"       Register ""     "The register: who is in the room, line by line";
        "F7"       "break"          Break    ""     "A break of a quarter of an hour; F7 again makes it 5 minutes longer";
        "O"        "dots"           Dots     ""     "Dots: count what matters most to the room";
        "J"        "go ID"          Go       ""     "Go to an item by its id, as in J P3; in lines P3 alone does the same";
        "F4"       "finish, reopen" Finish   ""     "Look back and finish the session, or reopen it, after one question";
        "F10"      "last time"      LastTime ""     "In a follow-up: last time's actions, and what changed";
        "F3"       ""               Timer    ""     "Show or hide the timer";
        ""         "import FILE"    Import   ""     "Take in a survey or ballots on paper, from a file";
        ""         "parked"         Parked   ""     "The parked items, to come back to";
        "F9"       "agenda"         Agenda   ""     "The agenda: minutes used and left, planned finish";
        "Ctrl+S"   "saved"          Saved    ""     "When it was last saved; while it cannot be, save elsewhere";
    }
    Rehearsal {
        "Esc" "end" Dismiss "end rehearsal" "End the rehearsal; the sample session stays open";
    }
    Start {
        "Enter PgDn"       "#"     Choose   "choose"      "Choose a line";
        "Up PgUp"          ""      Up       ""            "The line above";
        "Down Tab"         ""      Down     ""            "The line below";
        "N"                "new"   New      "new session" "Begin a new session";
        "O"                "open"  OpenList "open"        OPEN_SAVED;
        "A"                "about" About    "about"       "About Plenary and the source of its wording";
        ""                 "demo"  Demo     ""            "Try Plenary with a sample session";
        "R"                "rehearse" Rehearse "rehearse" "A rehearsal: six steps with the sample session";
    }
    Card {
        "PgDn +"     "Enter, next" Next      "start" "The first item behind this card";
        "Enter"      ""            Choose    ""      "The first item behind this card";
        "A"          "actions"     Actions   ""      "The actions, and the review date";
        "S"          "skip"        SkipStage "skip"  "Leave this part out: the next title card";
    }
    Rate {
        "1-5"        ""                    Rate(Rating::One) "rate"              "Record the rating the group agrees";
        "PgDn +"     "Enter, next"         Next              "next"              "The next item or level; never rates";
        "Esc"        "risk"                Dismiss           "back to the risk"  "Back to the risk from which you came here";
        "R"          "reveal"              Reveal            "reveal votes"      "Reveal the vote that is open";
        "V"          "vote COUNTS"         Vote              "votes"             "Take a vote, or go on with the open one; counts typed in a line stay on your screen";
        "X"          "not agreed LOW HIGH" NotAgreed         "not agreed"        "Not agreed: keep the range and both views";
        "? 0"        "don't know"          DontKnow          "don't know"        "The room does not know";
        "N"          "note TEXT"           Note              "note"              "Write or change the note";
        "C"          "evidence LEVEL"      Evidence          "evidence"          "How good the evidence is: low, medium, high or none";
        "7-9"        ""                    Trust(Confidence::Low) ""             "After the rating: the evidence is low, medium or high";
        "-"          "not relevant"        NotRelevant       "not relevant"      "Not relevant for this partnership";
        "W"          ""                    PlainWords        "plain words"       "The statement in plain words too, or not; F2 shows them always";
        "E"          "what"                Guidance          "what 1 and 5 mean" "The question, and what a 1 and a 5 look like";
        "Y"          "yes but"             Reserve           "yes, but"          "Agreed with reservations, or without";
        "K"          "park"                Park              "park"              "Park the item to come back to, or take it off the list";
        "F"          "deep dive"           Dive              "five minutes"      "A deep dive: five minutes for this item, counted down; again ends it";
        "P"          "private TEXT"        PrivateNote       ""                  "A private note: in no report; in lines, what you type can be read on this screen";
        ""           "hear private"        HearPrivate       ""                  "Hear the private note of this item, after one question";
        "D"          "dissent TEXT"        Dissent           "dissent"           "A minority statement: what those who disagree want on the record";
        "L"          "hear"                Hear              "who is heard"      "After a vote by groups: ask those of three or four whether they may be heard";
        "A"          "action"              Actions           ""                  "Begin an action for this item; the actions";
        "Del"        "clear"               Clear             ""                  "Take the rating back: not yet discussed";
        "Left"       ""                    Left              ""                  "Mark the answer to the left";
        "Right"      ""                    Right             ""                  "Mark the answer to the right";
        "Enter"      ""                    Choose            ""                  "Record the marked answer";
        "Up"         "strategic"           Up                ""                  "The strategic rating, where an item takes both levels";
        "Down Tab"   "operational"         Down              ""                  "The operational rating, where an item takes both levels";
    }
    Assumption {
        "1-3" ""             Answer(1)   "answer"       "Holds, partly holds, does not hold";
        "? 0" "don't know"   DontKnow    "don't know"   "The room does not know";
        "L"   "hear"         Hear        "who is heard" "After a vote by groups: ask those of three or four whether they may be heard";
        "D"   "dissent TEXT" Dissent     "dissent"      "A minority statement: what those who disagree want on the record";
        "P"   "private TEXT" PrivateNote ""             "A private note: in no report; in lines, what you type can be read on this screen";
        ""    "hear private" HearPrivate ""             "Hear the private note of this item, after one question";
    }
    Influence {
        "1-3" ""             Answer(1)   "answer"       "Helps, hinders, both";
        "-"   "not relevant" NotRelevant "not relevant" "Not relevant for this partnership";
    }
    Risk {
        "1-5"          ""                Answer(1) "answer"       "Answer the question in sight by its number";
        "L"            "linked"          Linked    "linked items" "The assumptions and items that feed this risk, to go there";
        "Up Shift+Tab" "question before" Up        ""             "The question before: is it happening, impact, likelihood";
        "Down Tab"     "next question"   Down      ""             "The next question on this risk";
        "Backspace"    "take back"       Withdraw  ""             "Take back the answer in sight, or the one before it";
    }
    Conditions {
        "PgDn +"     "Enter, next" Next     "next"             "The next item; never answers";
        "Esc"        "risk"        Dismiss  "back to the risk" "Back to the risk from which you came here";
        "N"          "note TEXT"   Note     "note"             "Write or change the note";
        "V"          "vote COUNTS" Vote     "vote"             "On an assumption: take a vote or go on with it; counts typed in a line stay on screen";
        "R"          "reveal"      Reveal   "reveal votes"     "Reveal the vote that is open";
        "W"          ""            PlainWords "plain words"    "The statement in plain words too, or not; F2 shows them always";
        "E"          "what"        Guidance   ""               "The question, and what it rests on";
        "A"          "action"      Actions  ""                 "Begin an action for this item; the actions";
        "Del"        "clear"       Clear    ""                 "Take the answer in sight back";
        "Left"       ""            Left     ""                 "Mark the answer to the left";
        "Right"      ""            Right    ""                 "Mark the answer to the right";
        "Enter"      ""            Choose   ""                 "Record the marked answer";
    }
    Linked {
        "Enter"         "#"     Choose  "go there"   "Go to an item; Esc there comes back";
        "Esc L"         "close" Dismiss "close"      "Close the list";
        "Up PgUp"       ""      Up      ""           "The item above";
        "Down PgDn Tab" ""      Down    "item below" "The item below";
        "Home"          ""      First   ""           "The first item";
        "End"           ""      Last    ""           "The last item";
    }
    Overview {
        "PgDn +"     "Enter, next" Next      "carry on"    "Carry on where the room was";
        ""           "items"       Items     ""            "How every item stands, one line each";
        "Enter"      ""            Choose    "go to item"  "Go to the marked item";
        "K"          ""            Parked    "parked"      "The parked items, to come back to";
        "W"          ""            Agenda    "agenda"      "When: the agenda, minutes used and left";
        "Arrows"     ""            Left      "look around" "Mark another item";
        "Right"      ""            Right     ""            "Mark the item to the right";
        "Up"         ""            Up        ""            "Mark the item above";
        "Down"       ""            Down      ""            "Mark the item below";
        "Home"       ""            First     ""            "The first item of the row";
        "End"        ""            Last      ""            "The last item of the row";
        "S"          "skip"        SkipStage "skip stage"  "Go to the next title card";
        "A"          "actions"     Actions   "actions"     "The actions, and the review date";
        "I"          "import FILE" Import    "survey in"   "Take in a survey or ballots on paper, from a file";
        "Esc"        ""            Dismiss   ""            "Back to where the room was";
        "Q"          "start page"  StartPage "start page"  "The start page; the session is kept, to carry on with";
    }
    Slides {
        "PgDn"       "Enter, next"   Next    "next"        "The next slide";
        "+"          "+"             Onward  ""            "The next slide; behind the last one a report, for whom has a number pad alone";
        "F4"         ""              Finish  "finish"      "Finish the session, or reopen it, after one question";
        ""           "items"         Items   ""            "How every item stands, one line each";
        "Enter"      ""              Choose  "details"     "Rating, evidence, note and history of the marked item";
        "A"          "action NUMBER" Actions "action"      "Begin an action for an item, marked or by its number; the actions";
        "V"          "view"          View    "whose view"  "The map as the next group sees it, from its votes";
        "E"          "report"        Export  "report"      "Make a report: page, Word, Excel";
        "C"          "calendar"      Calendar "calendar"   "On the last slide: the open actions and the review day as a calendar file";
        "Arrows"     ""              Left    "look around" "Mark another item";
        "Right"      ""              Right   ""            "Mark the item to the right";
        "Up"         ""              Up      ""            "Mark the item above";
        "Down"       ""              Down    ""            "Mark the item below";
        "Home"       ""              First   ""            "The first item";
        "End"        ""              Last    ""            "The last item";
        "Esc"        ""              Dismiss "back"        "Back to the overview";
    }
}
