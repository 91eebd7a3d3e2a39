//! How to read a paper, whose views it rests on, and what it cannot say.
//!
//! The limits are the source's own: no score, no ranking, contribution and not cause.

use super::PEOPLE_NOT_SAID;
use crate::catalogue::Message;
use crate::words::{and, sentence};

/// How the signs of a heat map are read, each by its name.
pub(crate) const SIGNS: [(Message, Message); 4] = [
    (
        Message("Strength and weakness"),
        Message(
            "4 or 5, and 1 or 2, with evidence behind it. On opinion alone they are untested and suspected, marked ?.",
        ),
    ),
    (
        Message("Contested"),
        Message(
            "The room did not agree, or its strategic and operational ratings are two or more apart. Both views are kept.",
        ),
    ),
    (
        Message("Blind spot"),
        Message(
            "The room does not know, or a third or more of those who voted did not and no rating on evidence came after.",
        ),
    ),
    (
        Message("Confidence"),
        Message(
            "Low is opinion in the room; medium one named source or example; high two independent sources, one of them from \
         people who use services or from partners outside the lead body.",
        ),
    ),
];

pub(crate) const LIMITS: [(Message, Message); 5] = [
    (
        Message("A self-evaluation"),
        Message(
            "It records what the people in the room agreed on one day. Other people on another day may see it differently.",
        ),
    ),
    (
        Message("No score"),
        Message(
            "There is no overall score, no average and no ranking, here or in any other format: people across partnerships \
         have different views, and one number would hide them. Medians and counts per state are all that is computed.",
        ),
    ),
    (
        Message("Contribution"),
        Message(
            "Outcomes are rated as the contribution that the room can see, never as something that the partnership caused: the \
         evidence that links partnership working to outcomes is thin.",
        ),
    ),
    (
        Message("Votes"),
        Message(
            "Counts are shown from five votes, of the room and of a group. Groups of three or four only say whether they stand \
         lower, similar or higher, some because they agreed to be heard; smaller ones stand together with others. Nothing \
         left out follows by subtraction. A breakout table's votes are told in the merged session only. Cns is Tastle and \
         Wierman's consensus (2007), 0 to 1: how close the votes stand, not how good they are.",
        ),
    ),
    (
        Message("Likelihood"),
        Message(
            "Where a risk could happen its likelihood is prompted by the room's own ratings of what feeds it; the room's own \
         view, where it gave one, counts before it.",
        ),
    ),
];

/// The same in a cell of a workbook.
pub(crate) const LIMITS_IN_SHORT: Message = Message(
    "A self-evaluation by the people in the room on one day. There is no overall score \
                                          and no ranking, and none can be made from this: people across partnerships have \
                                          different views. Outcomes are rated as contribution. Votes of small groups are \
                                          left out.",
);

/// Whose wording it is, and which session this was made from.
pub(crate) fn source(citation: &str, framework: &str, version: u32, session: &str, rev: u64) -> String {
    let citation = sentence(citation);
    tr!(
        "{citation} Content: {framework} (version {version}). Made with Plenary from session {session}, revision {rev}.",
        citation,
        framework,
        version,
        session,
        rev
    )
}

/// How many took part, and how many did not come.
pub(crate) fn took_part(people: u32, missing: u32, came_later: u32, left_earlier: u32) -> String {
    let moves = [(came_later, tr!("came later")), (left_earlier, tr!("left earlier"))];
    let moves: Vec<String> =
        moves.iter().filter(|(many, _)| *many > 0).map(|(many, what)| format!("{many} {what}")).collect();
    let line = present_and_missing(people, missing);
    if moves.is_empty() { line } else { format!("{line} {}.", and(&moves)) }
}

/// How often the room was asked to stop, and never by whom.
pub(crate) fn cards_were_up(many: u32) -> String {
    tr_n!(
        many,
        "A card for stop, slower or \"I don't understand\" was held up {count} time. Who held it up is not kept.",
        "A card for stop, slower or \"I don't understand\" was held up {count} times. Who held it up is not kept."
    )
}

fn present_and_missing(people: u32, missing: u32) -> String {
    let line = match people {
        0 => sentence(PEOPLE_NOT_SAID.text()),
        people => tr!("{people} took part.", people = tr_n!(people, "{count} person", "{count} people")),
    };
    match missing {
        0 => line,
        missing => {
            let missing = tr_n!(
                missing,
                "{count} person was asked and did not come.",
                "{count} people were asked and did not come."
            );
            format!("{line} {missing}")
        }
    }
}
