//! What is printed before the day: ballots and the handout.

use crate::catalogue::Message;

pub(crate) const PLEASE_TICK: Message = Message(
    "Please tick one box a line: how far is this in place for all partners? No name is \
                                      needed.",
);
pub(crate) const HOLDS_HERE: Message = Message("Does this hold here?");
pub(crate) const FOR_THE_TYPIST: Message = Message("For whoever types the ballots in");
pub(crate) const HOW_TO_TYPE: Message = Message(
    "Write this as the first line of a CSV file and a line for each ballot below it: the \
                                      sector, the level, and under each item 1 to 5, 0 for \"don't know\", or nothing; \
                                      under an assumption 1 holds, 2 partly holds, 3 does not hold. Leave out the columns \
                                      on which the room does not vote. Then: plenary import-votes SESSION FILE",
);
pub(crate) const ASSUMPTIONS: Message = Message("Assumptions: do they hold here?");
pub(crate) const RISKS: Message = Message("Risks: happening, possible, or no concern?");
pub(crate) const WHAT_IS_ASKED: Message = Message("What belongs to it");
