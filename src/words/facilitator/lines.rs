//! What only a conversation in lines says: how to answer, and what has changed where nothing is drawn.

use crate::words::{commas, count, named};
use std::fmt::Display;

pub(crate) const NOTHING_CHANGED: &str = "Nothing has changed.";
pub(crate) const STANDS_AS_BEFORE: &str = "Taken: it stands as before.";
pub(crate) const TEXT_IS_TAKEN: &str = "What you write here is taken as it is, but for these:";
pub(crate) const CAN_BE_WRITTEN: &str = "What can be written here:";
pub(crate) const NO_SUCH_WORD: &str = "No word or key is called so; \"help all\" says all that can be written here.";
pub(crate) const NO_PRIVATE_NOTE: &str = "There is no private note on this item.";
pub(crate) const PRIVATE_ASKS: &str =
    "Whoever hears or sees this screen would hear the private note. Write the line once more to hear it.";
pub(crate) const PRIVATE_NOTE: &str = "Private note";
pub(crate) const NAMES_OF_KEYS: &str = "The names of keys, as F4 or Esc, mean here what they mean in the full program.";
pub(crate) const A_FULL_STOP: &str = "a full stop";
pub(crate) const A_TEXT_OR: &str = "a text, or ";
pub(crate) const EMPTY_LINE: &str = "An empty line does nothing here. \"help\" says what can be done.";
pub(crate) const NOTHING_TO_END: &str = "Nothing is being written here, so there is nothing to end.";
pub(crate) const ONLY_ENDED_PAUSE: &str = "It only ended the pause; an empty line does that, and the next one is \
                                            heard.";
pub(crate) const AGENDA_LINES: &str = "Write a number to go there; \"later\" and \"earlier\" move the planned finish.";
pub(crate) const EXPORT_LINES: &str = "Enter writes it; a number chooses a format or leaves it out; \"names\", \
                                       \"folder\", \"close\".";
pub(crate) const CARD_LINES: &str = "Enter goes on; \"skip\" leaves this part out.";
pub(crate) const OVERVIEW_LINES: &str =
    "Write an id to go there; Enter carries on; \"items\" says how every item stands.";
pub(crate) const WHERE_ARE_WE: &str = "Where are we";
pub(crate) const ALL_DISCUSSED: &str = "Every item is discussed: \"results\" says the heat map.";
pub(crate) const GOES_WITH_IT: &str = "With it go:";
pub(crate) const SEARCH_LINES: &str = "Which words? Any part of a partnership's name, a date, a state or a file.";
pub(crate) const NO_SESSIONS_YET: &str = "There are no saved sessions here. \"new\" begins one.";
pub(crate) const NEXT_TEN: &str = "Enter says the next ten.";
pub(crate) const SESSION_LINES: &str = "A number opens a session; \"look\", \"follow up\", \"mark\", \"report\" and \
                                        more: see \"help\".";
pub(crate) const VOTE_TAKEN_BACK: &str = "The vote is taken back.";
pub(crate) const NOTE_EMPTIED: &str = "The note is empty now.";
pub(crate) const VOTE_GOES_ON: &str = " \"vote\" goes on, \"reveal\" shows it.";
pub(crate) const HEAR_ASKS: &str = " \"hear\" asks them.";
pub(crate) const SETUP_LINES: &str = "Write a line for each field. An empty line leaves it as it is; a full stop starts \
                                      the workshop; \".help\" says what else can be done.";
pub(crate) const FIELD_LINES: &str = "An empty line leaves a field as it is; a full stop keeps all of it and closes.";
pub(crate) const TEXT_LINES: &str = "Write it in lines; a line with a single full stop ends it.";
pub(crate) const PRIVATE_LINES: &str = "Never projected, never exported, and said here only to who asks with \"hear private\". \
                                        What you type can be read on this screen.";
pub(crate) const STANDS_ALREADY: &str = "What stands there stays above";
pub(crate) const OR_NEW: &str = ", or new and a name";

/// How to go on while the session cannot be saved.
pub(crate) fn while_not_saved(copy: Option<&str>) -> String {
    match copy {
        Some(copy) => format!("Go on: a copy is safe. \"saved\" saves elsewhere. The copy is {copy}"),
        None => "\"saved\" saves elsewhere. It is tried again every five seconds.".into(),
    }
}

pub(crate) fn saved_from_now_on(file: &str) -> String {
    format!("Saved in {file}; every change is saved there too, and a change that cannot be is said at once.")
}

pub(crate) fn gate_does_not_hold(id: &str, text: &str) -> String {
    format!("The gate does not hold: {}. Nothing is blocked.", named(text, id))
}

pub(crate) fn in_this_order(names: &[&str]) -> String {
    format!("In this order: {}.", names.join(", "))
}

pub(crate) fn any_line_goes_on(pause: &str) -> String {
    format!("{pause}. Any line goes on.")
}

pub(crate) fn taken_back(what: &str) -> String {
    format!("{what} is taken back.")
}

/// How many saved sessions are told of how many, and by what they were chosen.
pub(crate) fn sessions_told(first: usize, last: usize, shown: usize, all: usize, chosen_by: &str) -> String {
    match shown {
        0 if all > 0 => format!("No saved session is like that{chosen_by}. \"all\" shows all again."),
        0 => NO_SESSIONS_YET.into(),
        _ if first == 1 && last == shown => format!("Saved sessions, {shown}{chosen_by}."),
        _ => format!("Saved sessions, {first} to {last} of {shown}{chosen_by}."),
    }
}

pub(crate) fn no_longer_marked(session: &str) -> String {
    format!("No longer marked: {session}")
}

/// How far the room is with the chain.
pub(crate) fn where_are_we(done: usize, of: usize) -> String {
    format!("{WHERE_ARE_WE}? {done} of {of} items of the chain are discussed.")
}

/// `Practices: 7 of 9 discussed; open P2, P8.`
pub(crate) fn part_discussed(name: &str, of: usize, open: &[impl Display]) -> String {
    let items = count(of, "item", "items");
    match open.len() {
        0 => format!("{name}: all {items} discussed."),
        left if left == of => format!("{name}: none of {items} discussed."),
        left => format!("{name}: {} of {of} discussed; open {}.", of - left, commas(open)),
    }
}

pub(crate) fn items_by_change(counts: &[String]) -> String {
    format!("Of the items of the chain: {}.", commas(counts).to_lowercase())
}

pub(crate) fn for_the_level(level: &str) -> String {
    format!(", for the {level} level")
}

/// Whether a sentence says that there is nothing so far.
pub(crate) fn is_nothing_yet(line: &str) -> bool {
    line.ends_with("yet discussed.") || line.ends_with(" yet.") || line.contains(" yet;")
}

/// What stood there before a change.
pub(crate) fn before(what: &str) -> String {
    format!("Before: {what}")
}

/// A field in which something else was written.
pub(crate) fn written_instead(field: &str, now: &str, was: &str) -> String {
    match now {
        "" => format!("{field} is empty now. Before: {was}."),
        now => format!("{field}: {now}. Before: {was}."),
    }
}

/// The item stays, and its other level is asked.
pub(crate) fn now_for_the_level(level: &str, stands: &str) -> String {
    format!("Now for the {level} level. {stands}")
}

pub(crate) fn research_found(finding: &str) -> String {
    format!("The research found: {finding}")
}

/// How to hear what help in short leaves out.
pub(crate) fn more_help(more: usize, text: bool) -> String {
    let help = if text { ".help" } else { "help" };
    let all = if more == 0 { String::new() } else { format!("\"{help} all\" says {more} more; ") };
    format!("{all}\"{help}\" and a word says what that word does.")
}

/// A word that is not one of those here.
pub(crate) fn help_elsewhere(place: &str, what: &str) -> String {
    format!("Not here. {place}: {what}")
}

/// What to write instead of what is not understood.
pub(crate) fn write_instead(places: &[&str], few: &[String]) -> String {
    let elsewhere = match places {
        [] => String::new(),
        places => {
            format!("It belongs elsewhere: {}. ", places.iter().take(3).copied().collect::<Vec<&str>>().join(", "))
        }
    };
    let here = if few.is_empty() { String::new() } else { format!("Here: {}. ", few.join(", ")) };
    format!("{elsewhere}{here}\"help\" says what can be done.")
}

/// Why the program speaks in lines, and how to turn that off.
pub(crate) fn plain_because(why: &str) -> String {
    let off = match why {
        "PLENARY_PLAIN" | "ACCESSIBLE" => format!("{why} is set; without it"),
        _ => "you wrote \"keep plain\" before; after \"screen next\"".to_owned(),
    };
    format!("Plenary speaks in lines, because {off}, or with --plain=no, it has a screen.")
}

pub(crate) fn plain_from_now_on(plain: bool) -> String {
    let (how, back) = if plain { ("in lines", "screen next") } else { ("on a screen", "keep plain") };
    format!("Plenary begins {how} from the next time on; \"{back}\" turns that round.")
}

/// An answer by its key: signs alone are easily missed.
pub(crate) fn answer_by_key(key: char, word: &str) -> String {
    match key {
        '?' => format!("question mark: {}", word.to_lowercase()),
        '-' => format!("minus: {}", word.to_lowercase()),
        key => format!("{key} {word}"),
    }
}

/// The label of an item as it is read aloud, without what is cut short to fit a box.
pub(crate) fn spoken_label(label: &str) -> String {
    let whole = |word: &str| match word {
        "mgt" => "management".to_owned(),
        "Comms" => "Communication".to_owned(),
        "3rd" => "Third".to_owned(),
        word => word.to_owned(),
    };
    label.split(' ').map(whole).collect::<Vec<String>>().join(" ")
}

/// What can be answered, each with its key; whether there is guidance, and whether it can be left.
pub(crate) fn answers(each: &str, has_guidance: bool, can_be_left: bool) -> String {
    match (has_guidance, can_be_left) {
        (true, _) => format!(
            "Answers: {each}, x: not agreed, question mark: don't know, minus: not relevant here. \"what\" says what a 1 \
             and a 5 look like."
        ),
        (false, true) => format!("Answers: {each}. Enter leaves it as prompted."),
        (false, false) => format!("Answers: {each}."),
    }
}

/// A line for a field that was not taken, where several fields stand in sight.
pub(crate) fn not_understood(field: &str, problem: &str) -> String {
    format!("{field} was not understood: {problem}.")
}
