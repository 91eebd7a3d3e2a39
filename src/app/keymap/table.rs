//! The bindings themselves, context by context.
//!
//! `tests/keys.rs` proves that no key is doubled, shadowed or unexplained.

mod acting;
mod asked;
mod finding;
mod room;

use super::{Binding, Command, Context as At, Key};
use Key::{BackTab, Char, Ctrl, Delete, Down, End, Enter, Esc, F, Home, Left, PageDown, PageUp, Right, Tab, Up};

const fn bind(
    context: At,
    keys: &'static [Key],
    name: &'static str,
    command: Command,
    hint: &'static str,
    help: &'static str,
) -> Binding {
    Binding { context, keys, name, command, hint, help }
}

const HEAR: &str = "After a vote by groups: ask those of three or four whether they may be heard";

const NEXT: &[Key] = &[PageDown, Char(' ')];
pub(super) const DIGITS: &[Key] = &[Char('1'), Char('2'), Char('3'), Char('4'), Char('5')];
pub(super) const THREE: &[Key] = &[Char('1'), Char('2'), Char('3')];

/// The table. Within a context the order is that of the footer: the most likely next key first.
pub const BINDINGS: &[Binding] = &join::<
    { FIRST.len() + asked::ASKED.len() + finding::FINDING.len() + room::ROOM.len() + acting::ACTING.len() },
>(&[FIRST, asked::ASKED, room::ROOM, acting::ACTING, finding::FINDING]);

/// The parts of the table, one after the other; each stands in a file that can be read at one sitting.
const fn join<const ALL: usize>(parts: &[&[Binding]]) -> [Binding; ALL] {
    let mut all = [parts[0][0]; ALL];
    let (mut part, mut at) = (0, 0);
    while part < parts.len() {
        let mut place = 0;
        while place < parts[part].len() {
            all[at] = parts[part][place];
            (at, place) = (at + 1, place + 1);
        }
        part += 1;
    }
    all
}

const FIRST: &[Binding] = &[
    bind(At::Start, &[Enter, PageDown, Char(' ')], "Enter", Command::Choose, "choose", "Choose the marked line"),
    bind(At::Start, &[Up, PageUp], "Up", Command::Up, "", "The line above"),
    bind(At::Start, &[Down, Tab], "Down", Command::Down, "", "The line below"),
    bind(At::Start, &[Char('n')], "N", Command::New, "new session", "Begin a new session"),
    bind(At::Start, &[Char('o')], "O", Command::OpenList, "open", "Open a saved session"),
    bind(At::Start, &[Char('a')], "A", Command::About, "about", "About Plenary and the source of its wording"),
    bind(
        At::Setup,
        &[PageDown],
        "PgDn",
        Command::Next,
        "start",
        "Start the workshop; all fields can be left for later",
    ),
    bind(At::Setup, &[Enter, Tab, Down], "Enter", Command::NextField, "next field", "The next field"),
    bind(At::Setup, &[BackTab, Up], "Up", Command::PreviousField, "field before", "The field before"),
    bind(At::Setup, &[F(6)], "F6", Command::Register, "register", "The register: organisations, roles, levels"),
    bind(
        At::Setup,
        &[Ctrl('s')],
        "Ctrl+S",
        Command::Saved,
        "",
        "Say when it was last saved; while it cannot be, save elsewhere",
    ),
    bind(At::Setup, &[Esc, PageUp], "Esc", Command::Dismiss, "back", "Back to the start page; what you typed is kept"),
    bind(At::Card, NEXT, "PgDn", Command::Next, "start", "The first item behind this card"),
    bind(At::Card, &[Enter], "Enter", Command::Choose, "", "The first item behind this card"),
    bind(At::Card, &[Char('a')], "A", Command::Actions, "", "The actions, and the review date"),
    bind(At::Card, &[Char('s')], "S", Command::SkipStage, "skip", "Leave it out: the next title card"),
    bind(At::Rate, DIGITS, "1-5", Command::Rate, "rate", "Record the rating the group agrees"),
    bind(At::Rate, NEXT, "PgDn", Command::Next, "next", "The next item, or the operational rating; never rates"),
    bind(At::Rate, &[Esc], "Esc", Command::Dismiss, "back to the risk", "Back to the risk from which you came here"),
    bind(At::Rate, &[Char('r')], "R", Command::Reveal, "reveal votes", "Reveal the vote that is open"),
    bind(
        At::Rate,
        &[Char('v')],
        "V",
        Command::Vote,
        "votes",
        "Take a vote, go on with the open one, or vote once more",
    ),
    bind(At::Rate, &[Char('x')], "X", Command::NotAgreed, "not agreed", "Not agreed: keep the range and both views"),
    bind(At::Rate, &[Char('?')], "?", Command::DontKnow, "don't know", "The room does not know"),
    bind(At::Rate, &[Char('n')], "N", Command::Note, "note", "Write or change the note"),
    bind(At::Rate, &[Char('c')], "C", Command::Evidence, "evidence", "Evidence: low, medium, high, not asked"),
    bind(At::Rate, &[Char('-')], "-", Command::NotRelevant, "not relevant", "Not relevant for this partnership"),
    bind(
        At::Rate,
        &[Char('w')],
        "W",
        Command::Guidance,
        "what 1 and 5 mean",
        "The question, and what a 1 and a 5 look like",
    ),
    bind(At::Rate, &[Char('y')], "Y", Command::Reserve, "yes, but", "Agreed with reservations, or without"),
    bind(At::Rate, &[Char('k')], "K", Command::Park, "park", "Park the item to come back to, or take it off the list"),
    bind(
        At::Rate,
        &[Char('f')],
        "F",
        Command::Dive,
        "five minutes",
        "A deep dive: five minutes for this item, counted down; again ends it",
    ),
    bind(
        At::Rate,
        &[Char('p')],
        "P",
        Command::PrivateNote,
        "",
        "Write a private note: never projected, never exported",
    ),
    bind(
        At::Rate,
        &[Char('d')],
        "D",
        Command::Dissent,
        "dissent",
        "A minority statement: what those who disagree want on the record",
    ),
    bind(At::Rate, &[Char('l')], "L", Command::Hear, "who is heard", HEAR),
    bind(At::Rate, &[Char('a')], "A", Command::Actions, "", "Begin an action for this item; the actions"),
    bind(At::Rate, &[Delete], "Del", Command::Clear, "", "Take the rating back: not yet discussed"),
    bind(At::Rate, &[Left], "Left", Command::Left, "", "Mark the answer to the left"),
    bind(At::Rate, &[Right], "Right", Command::Right, "", "Mark the answer to the right"),
    bind(At::Rate, &[Enter], "Enter", Command::Choose, "", "Record the marked answer"),
    bind(At::Rate, &[Up], "Up", Command::Up, "", "The strategic rating, where an item takes both levels"),
    bind(At::Rate, &[Down, Tab], "Down", Command::Down, "", "The operational rating, where an item takes both levels"),
    bind(At::Overview, NEXT, "PgDn", Command::Next, "carry on", "Carry on where the room was"),
    bind(At::Overview, &[Enter], "Enter", Command::Choose, "go to item", "Go to the marked item"),
    bind(At::Overview, &[Char('k')], "K", Command::Parked, "parked", "The parked items, to come back to"),
    bind(At::Overview, &[Char('w')], "W", Command::Agenda, "agenda", "When: the agenda, minutes used and left"),
    bind(At::Overview, &[Left], "Arrows", Command::Left, "look around", "Mark another item"),
    bind(At::Overview, &[Right], "Right", Command::Right, "", "Mark the item to the right"),
    bind(At::Overview, &[Up], "Up", Command::Up, "", "Mark the item above"),
    bind(At::Overview, &[Down], "Down", Command::Down, "", "Mark the item below"),
    bind(At::Overview, &[Home], "Home", Command::First, "", "The first item of the row"),
    bind(At::Overview, &[End], "End", Command::Last, "", "The last item of the row"),
    bind(At::Overview, &[Char('s')], "S", Command::SkipStage, "skip stage", "Go to the next title card"),
    bind(At::Overview, &[Char('a')], "A", Command::Actions, "actions", "The actions, and the review date"),
    bind(At::Overview, &[Esc], "Esc", Command::Dismiss, "", "Back to where the room was"),
    bind(At::Slides, NEXT, "PgDn", Command::Next, "next slide", "The next slide"),
    bind(
        At::Slides,
        &[Enter],
        "Enter",
        Command::Choose,
        "details",
        "Rating, evidence, note and history of the marked item",
    ),
    bind(At::Slides, &[Char('a')], "A", Command::Actions, "action", "Begin an action for the marked item; the actions"),
    bind(
        At::Slides,
        &[Char('v')],
        "V",
        Command::View,
        "whose view",
        "The map as the next group sees it, from its votes",
    ),
    bind(At::Slides, &[Char('e')], "E", Command::Export, "report", "Make a report: page, Word, Excel and more"),
    bind(At::Slides, &[Left], "Arrows", Command::Left, "look around", "Mark another item"),
    bind(At::Slides, &[Right], "Right", Command::Right, "", "Mark the item to the right"),
    bind(At::Slides, &[Up], "Up", Command::Up, "", "Mark the item above"),
    bind(At::Slides, &[Down], "Down", Command::Down, "", "Mark the item below"),
    bind(At::Slides, &[Home], "Home", Command::First, "", "The first item"),
    bind(At::Slides, &[End], "End", Command::Last, "", "The last item"),
    bind(At::Slides, &[Esc], "Esc", Command::Dismiss, "back", "Back to the overview"),
    bind(At::Session, &[PageUp], "PgUp", Command::Back, "back", "Back"),
    bind(At::Session, &[Char('m')], "M", Command::Map, "map", "The overview, and back"),
    bind(At::Session, &[Char('u'), Ctrl('z')], "U", Command::Undo, "undo", "Undo, without limit"),
    bind(At::Session, &[Ctrl('y')], "Ctrl+Y", Command::Redo, "", "Redo"),
    bind(
        At::Session,
        &[F(5)],
        "F5",
        Command::Slides,
        "",
        "The heat map and its slides; where a vote is open, reveals it",
    ),
    bind(At::Session, &[Char('g')], "G", Command::Register, "", "The register: who is in the room, line by line"),
    bind(
        At::Session,
        &[F(7)],
        "F7",
        Command::Break,
        "",
        "A break: \"back at 11:15\"; F7 again makes it 5 minutes longer",
    ),
    bind(At::Session, &[Char('o')], "O", Command::Dots, "", "Dots: count what matters most to the room"),
    bind(At::Session, &[F(4)], "F4", Command::Finish, "", "Finish the session, or reopen it, after one question"),
    bind(At::Session, &[F(10)], "F10", Command::LastTime, "", "In a follow-up: last time's actions, and what changed"),
    bind(At::Session, &[F(3)], "F3", Command::Timer, "", "Show or hide the timer"),
    bind(At::Session, &[F(6)], "F6", Command::Parked, "", "The parked items, to come back to"),
    bind(At::Session, &[F(9)], "F9", Command::Agenda, "", "The agenda: minutes used and left, planned finish"),
    bind(
        At::Session,
        &[Ctrl('s')],
        "Ctrl+S",
        Command::Saved,
        "",
        "Say when it was last saved; while it cannot be, save elsewhere",
    ),
    bind(At::Note, &[Esc, Ctrl('s')], "Esc", Command::Dismiss, "keep and close", "Keep the text and close"),
    bind(At::Note, &[F(4)], "F4", Command::Unmask, "show or hide", "Show or hide what is written in a private note"),
    bind(
        At::NotAgreed,
        &[Enter, Tab, Down],
        "Enter",
        Command::NextField,
        "next",
        "The next field; after the last one, done",
    ),
    bind(At::NotAgreed, &[BackTab, Up], "Up", Command::PreviousField, "field before", "The field before"),
    bind(
        At::NotAgreed,
        &[Esc, Ctrl('s')],
        "Esc",
        Command::Dismiss,
        "keep and close",
        "Keep what is recorded and close",
    ),
    bind(At::Details, &[Enter], "Enter", Command::Choose, "go to item", "Go to this item to change it"),
    bind(At::Details, &[Char('a')], "A", Command::Actions, "action", "Begin an action for this item"),
    bind(At::Page, &[Down, PageDown, Char(' ')], "PgDn", Command::Down, "more", "Further down"),
    bind(At::Page, &[Up, PageUp], "PgUp", Command::Up, "", "Further up"),
    bind(At::Page, &[Esc], "Esc", Command::Dismiss, "close", "Close this page"),
    bind(At::SaveAs, &[Enter], "Enter", Command::SaveAs, "save there", "Save there from now on"),
    bind(At::SaveAs, &[Esc], "Esc", Command::Dismiss, "back", "Back; saving is tried again by itself"),
    bind(At::Export, &[Enter], "Enter", Command::Export, "write", "Write the report as chosen"),
    bind(At::Export, &[Char(' ')], "Space", Command::Choose, "change", "Change the marked line"),
    bind(At::Export, &[Up, PageUp, BackTab], "Up", Command::Up, "", "The line above"),
    bind(At::Export, &[Down, PageDown, Tab], "Down", Command::Down, "", "The line below"),
    bind(At::Export, &[Esc, Char('e')], "Esc", Command::Dismiss, "close", "Close; what is not written yet is left"),
    bind(At::Ask, &[Enter, Esc], "Enter", Command::Dismiss, "leave it", "Leave everything as it is"),
    bind(At::Ask, &[Char('y')], "Y", Command::Confirm, "yes", "Yes, do it"),
    bind(At::Close, &[Enter, Esc], "Enter", Command::Dismiss, "stay", "Stay in Plenary"),
    bind(At::Close, &[Char('y')], "Y", Command::CloseNow, "close", "Close Plenary"),
    bind(
        At::Letters,
        &[Char('b'), Char('.')],
        "B",
        Command::Blank,
        "blank",
        "Blank the room's screen; any key returns",
    ),
    bind(At::Letters, &[Char('t')], "T", Command::Theme, "theme", "The next colour theme"),
    bind(At::Letters, &[Char('h')], "H", Command::Help, "", "Help for this screen, as F1"),
    bind(At::Letters, &[Char('q')], "Q", Command::QuitHint, "", "Says how to close; never closes"),
    bind(At::Always, &[F(1)], "F1", Command::Help, "help", "Help for this screen"),
    bind(At::Always, &[F(2)], "F2", Command::RoomCheck, "", "Room check: letters, colours, clicker; again closes it"),
    bind(At::Always, &[F(8)], "F8", Command::Mouse, "", "Mouse on or off; off gives back selecting text"),
    bind(At::Always, &[Ctrl('q'), Ctrl('c')], "Ctrl+Q", Command::Close, "close", "Close, after one question"),
];
