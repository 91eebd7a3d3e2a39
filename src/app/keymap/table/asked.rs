//! The keys of the items beside the chain: assumptions, influencing factors, risks, and the list of what is linked.
//!
//! Part of the one table; what all three kinds share stands once.

use super::{At, Binding, Command, DIGITS, HEAR, NEXT, THREE, bind};
use crate::app::Key::{BackTab, Char, Delete, Down, End, Enter, Esc, Home, Left, PageDown, PageUp, Right, Tab, Up};

pub(super) const ASKED: &[Binding] = &[
    bind(At::Assumption, THREE, "1-3", Command::Answer, "answer", "Holds, partly holds, does not hold"),
    bind(At::Assumption, &[Char('?')], "?", Command::DontKnow, "don't know", "The room does not know"),
    bind(At::Assumption, &[Char('l')], "L", Command::Hear, "who is heard", HEAR),
    bind(
        At::Assumption,
        &[Char('d')],
        "D",
        Command::Dissent,
        "dissent",
        "A minority statement: what those who disagree want on the record",
    ),
    bind(
        At::Assumption,
        &[Char('p')],
        "P",
        Command::PrivateNote,
        "",
        "Write a private note: never projected, never exported",
    ),
    bind(At::Influence, THREE, "1-3", Command::Answer, "answer", "Helps, hinders, both"),
    bind(At::Influence, &[Char('-')], "-", Command::NotRelevant, "not relevant", "Not relevant for this partnership"),
    bind(At::Risk, DIGITS, "1-5", Command::Answer, "answer", "Answer the question in sight by its number"),
    bind(
        At::Risk,
        &[Char('l')],
        "L",
        Command::Linked,
        "linked items",
        "The assumptions and items that feed this risk; Enter goes there",
    ),
    bind(At::Risk, &[Up, BackTab], "Up", Command::Up, "", "The question before: is it happening, impact, likelihood"),
    bind(At::Risk, &[Down, Tab], "Down", Command::Down, "", "The next question on this risk"),
    bind(At::Asked, NEXT, "PgDn", Command::Next, "next", "The next item; never answers"),
    bind(At::Asked, &[Esc], "Esc", Command::Dismiss, "back to the risk", "Back to the risk from which you came here"),
    bind(At::Asked, &[Char('n')], "N", Command::Note, "note", "Write or change the note"),
    bind(
        At::Asked,
        &[Char('v')],
        "V",
        Command::Vote,
        "vote",
        "On an assumption: take a vote, if the room wants one, or go on with the open one",
    ),
    bind(At::Asked, &[Char('r')], "R", Command::Reveal, "reveal votes", "Reveal the vote that is open"),
    bind(At::Asked, &[Char('w')], "W", Command::Guidance, "what is asked", "The question, and what it rests on"),
    bind(At::Asked, &[Char('a')], "A", Command::Actions, "", "Begin an action for this item; the actions"),
    bind(At::Asked, &[Delete], "Del", Command::Clear, "", "Take the answer in sight back"),
    bind(At::Asked, &[Left], "Left", Command::Left, "", "Mark the answer to the left"),
    bind(At::Asked, &[Right], "Right", Command::Right, "", "Mark the answer to the right"),
    bind(At::Asked, &[Enter], "Enter", Command::Choose, "", "Record the marked answer"),
    bind(At::Linked, &[Enter], "Enter", Command::Choose, "go there", "Go to the marked item; Esc there comes back"),
    bind(At::Linked, &[Esc, Char('l')], "Esc", Command::Dismiss, "close", "Close the list"),
    bind(At::Linked, &[Up, PageUp], "Up", Command::Up, "", "The item above"),
    bind(At::Linked, &[Down, PageDown, Tab], "Down", Command::Down, "item below", "The item below"),
    bind(At::Linked, &[Home], "Home", Command::First, "", "The first item"),
    bind(At::Linked, &[End], "End", Command::Last, "", "The last item"),
];
