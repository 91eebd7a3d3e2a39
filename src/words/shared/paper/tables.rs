//! The tables of papers: what each is called, and its columns.

use crate::catalogue::Message;
use crate::words::{KNOW_BY, WHAT_THE_ROOM_CHOSE};

/// What a table is called, with the names of its columns.
pub(crate) type Headed<const COLUMNS: usize> = (Message, [Message; COLUMNS]);

const WHAT_WAS_SAID: Message = Message("What was said");
pub(crate) const DOES_IT_HOLD: Message = Message("Does it hold?");
pub(crate) const BY_WHEN: Message = Message("By when");
pub(crate) const HERE_IT: Message = Message("Here it");
pub(crate) const WHERE_IT_STANDS: Message = Message("Where it stands");
pub(crate) const HOW_IT_STANDS: Message = Message("How it stands");
pub(crate) const PROMPTED: Message = Message("Prompted by the ratings");
pub(crate) const OWNER: Message = Message("Who (role or organisation)");
pub(crate) const LOW_VIEW: Message = Message("View at the low end");
pub(crate) const HIGH_VIEW: Message = Message("View at the high end");
pub(crate) const ABOUT_PEOPLE: Message = Message("People in the room");
pub(crate) const LOOK_AGAIN: Message = Message("Look again on");
pub(crate) const VOTES: [Message; 14] = [
    Message("Item"),
    Message("Feature"),
    Message("Level rated"),
    Message("Vote"),
    Message("Whose"),
    Message("People"),
    Message("1"),
    Message("2"),
    Message("3"),
    Message("4"),
    Message("5"),
    Message("Don't know"),
    Message("Median"),
    Message("In a word"),
];

/// Where groups voted of which nothing may be told.
pub(crate) const NOT_SHOWN: Message = Message("voted, not shown");
pub(crate) const A_DAY: Message = Message("A day");
pub(crate) const TYPE_A_DAY: Message = Message("Type a day, for example 30/06/2026");
/// What a workbook says where something else was typed.
pub(crate) const CHOOSE: Message = Message("Choose from the list");
pub(crate) const LINKS_BETWEEN: Message = Message("Links between the stages");
pub(crate) const CHANGED_CONDITIONS: Message = Message("Assumptions, influencing factors, risks and links");
pub(crate) const EARLIER_ACTIONS: Message = Message("Actions of the earlier workshop");

/// What the grid shows and how it is read, for those who do not see it.
pub(crate) const ON_HEAT_MAP: Message = Message(
    "A row for each stage of the results chain, then the assumptions and the risks; in \
                                      each cell the item, its rating or state in words.",
);
pub(crate) const IN_THE_ROW: Message = Message("What belongs to it, and how it stands");
pub(crate) const MAP_AS_LIST: [Message; 2] = [Message("Item"), HOW_IT_STANDS];
pub(crate) const PLACES_IN_ROW: [Message; 9] = [
    Message("First"),
    Message("Second"),
    Message("Third"),
    Message("Fourth"),
    Message("Fifth"),
    Message("Sixth"),
    Message("Seventh"),
    Message("Eighth"),
    Message("Ninth"),
];
pub(crate) const HEAT_MAP: Message = Message("Heat map of strengths and risks");

pub(crate) const TO_ACT: Headed<3> = (
    Message("Where to act, first things first"),
    [Message("Where to act first"), Message("Why it stands here"), Message("Actions")],
);
pub(crate) const TO_PROTECT: Headed<3> =
    (Message("Strengths to protect"), [Message("What to protect"), Message("Why"), Message("Actions")]);
pub(crate) const CHOSEN: Headed<4> =
    (WHAT_THE_ROOM_CHOSE, [Message("Item"), Message("Dots"), HOW_IT_STANDS, Message("First by its answers too")]);
pub(crate) const PEOPLE: Headed<3> = (
    Message("People in the room; groups under five are counted with others"),
    [Message("Group"), Message("By"), Message("People")],
);
pub(crate) const REGISTER: Headed<4> = (
    Message("The register"),
    [Message("Organisation and role"), Message("Sector"), Message("Level"), Message("People")],
);
pub(crate) const FEATURES: [Message; 3] = [Message("Feature"), Message("Rating, how it stands"), WHAT_WAS_SAID];
pub(crate) const VIEWS: Message = Message("Views that differ");
pub(crate) const BESIDES: Message = Message("Besides");
pub(crate) const SAID: [Message; 2] = [Message("Item"), WHAT_WAS_SAID];
pub(crate) const DIFFERING: [Message; 4] =
    [Message("Feature"), Message("Lowest middle"), Message("Highest middle"), Message("Gap")];
pub(crate) const ASSUMPTIONS: Headed<3> =
    (Message("Assumptions"), [Message("Assumption"), DOES_IT_HOLD, WHAT_WAS_SAID]);
pub(crate) const INFLUENCES: Headed<3> =
    (Message("Influencing factors"), [Message("Influencing factor"), HERE_IT, WHAT_WAS_SAID]);
pub(crate) const RISKS: Headed<4> =
    (Message("Risks"), [Message("Risk"), WHERE_IT_STANDS, Message("Likelihood and impact"), WHAT_WAS_SAID]);
pub(crate) const LINKS: Headed<3> = (LINKS_BETWEEN, [Message("Link"), HOW_IT_STANDS, Message("Why")]);
pub(crate) const ACTIONS: Headed<5> =
    (Message("Action plan"), [Message("What"), Message("Who"), BY_WHEN, KNOW_BY, Message("Status")]);

pub(crate) const AS_BEFORE: Message = Message("As before, but for something else");
pub(crate) const CHANGES: [Message; 3] = [Message("Feature"), Message("Then and now"), Message("Besides")];
pub(crate) const CONDITIONS_THEN_NOW: Headed<3> =
    (CHANGED_CONDITIONS, [Message("What"), Message("Then"), Message("Now")]);
pub(crate) const ACTIONS_SINCE: Headed<3> =
    (EARLIER_ACTIONS, [Message("Action"), Message("Owner"), Message("How far it is")]);

pub(crate) const SESSIONS_BY_ITEM: Headed<3> =
    (Message("Sessions by item"), [Message("Item"), Message("Sessions"), Message("In trouble, by time")]);
pub(crate) const MOST_OFTEN: Headed<2> =
    (Message("What is most often so, by sessions"), [Message("Most often"), Message("Features")]);

/// `What was said: Inputs`.
pub(crate) fn said_on(title: &str) -> String {
    format!("{WHAT_WAS_SAID}: {title}")
}
