//! What a survey before the workshop asks, in the words that its answers are known by when they come back.

use crate::catalogue::Message;

pub(crate) const WHICH_SECTOR: Message = Message("Which sector are you from?");
pub(crate) const WHICH_LEVEL: Message = Message("At which level do you work?");
pub(crate) const DONT_KNOW: Message = Message("0 don't know");
pub(crate) const CHOOSE_ONE: Message = Message("Choose one from the list.");
pub(crate) const SHEET: Message = Message("Survey");
pub(crate) const STRATEGIC: Message =
    Message("Strategic: you set direction or hold a budget. Operational: you do the work.");
pub(crate) const NO_NAMES: Message = Message("Please name nobody: what you write here is read out and kept as a note.");

/// The title above all questions.
pub(crate) fn title(partnership: &str) -> String {
    tr!("{partnership}: before the workshop", partnership)
}

/// What is said before the first question.
pub(crate) const INTRODUCTION: [Message; 4] = [
    Message(
        "Before we meet, please say how you see our partnership. It takes about fifteen minutes, and there is no right answer.",
    ),
    Message(
        "Each statement is about how far something is in place for all partners: choose the word that comes nearest, \
     \"don't know\", or nothing.",
    ),
    Message(
        "No name is asked for, and none is kept. Answers are counted together; groups of fewer than five are counted with \
     others.",
    ),
    Message(
        "The workshop begins without them: what you all said is shown only once the people in the room have said how they \
     see it.",
    ),
];

/// The two questions behind each stage that take a text.
pub(crate) fn comments(stage: &str) -> [String; 2] {
    [tr!("{stage}: comments on what works", stage), tr!("{stage}: comments on what gets in the way", stage)]
}

/// How the items of a stage stand in a survey: `1 Not yet`.
pub(crate) fn option(key: usize, word: &str) -> String {
    format!("{key} {word}")
}
