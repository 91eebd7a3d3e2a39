//! The tables of papers: what each is called, and its columns.

use crate::words::{KNOW_BY, WHAT_THE_ROOM_CHOSE};

/// What a table is called, with the names of its columns.
pub(crate) type Headed<const COLUMNS: usize> = (&'static str, [&'static str; COLUMNS]);

const WHAT_WAS_SAID: &str = "What was said";
pub(crate) const DOES_IT_HOLD: &str = "Does it hold?";
pub(crate) const BY_WHEN: &str = "By when";
pub(crate) const HERE_IT: &str = "Here it";
pub(crate) const WHERE_IT_STANDS: &str = "Where it stands";
pub(crate) const HOW_IT_STANDS: &str = "How it stands";
pub(crate) const PROMPTED: &str = "Prompted by the ratings";
pub(crate) const OWNER: &str = "Who (role or organisation)";
pub(crate) const LOW_VIEW: &str = "View at the low end";
pub(crate) const HIGH_VIEW: &str = "View at the high end";
pub(crate) const ABOUT_PEOPLE: &str = "People in the room";
pub(crate) const LOOK_AGAIN: &str = "Look again on";
pub(crate) const VOTES: [&str; 14] = [
    "Item",
    "Feature",
    "Level rated",
    "Vote",
    "Whose",
    "People",
    "1",
    "2",
    "3",
    "4",
    "5",
    "Don't know",
    "Median",
    "In a word",
];

/// Where groups voted of which nothing may be told.
pub(crate) const NOT_SHOWN: &str = "voted, not shown";
pub(crate) const A_DAY: &str = "A day";
pub(crate) const TYPE_A_DAY: &str = "Type a day, for example 30/06/2026";
/// What a workbook says where something else was typed.
pub(crate) const CHOOSE: &str = "Choose from the list";
pub(crate) const LINKS_BETWEEN: &str = "Links between the stages";
pub(crate) const CHANGED_CONDITIONS: &str = "Assumptions, influencing factors, risks and links";
pub(crate) const EARLIER_ACTIONS: &str = "Actions of the earlier workshop";

/// What the grid shows and how it is read, for those who do not see it.
pub(crate) const ON_HEAT_MAP: &str = "A row for each stage of the results chain, then the assumptions and the risks; in \
                                      each cell the item, its rating or state in words.";
pub(crate) const IN_THE_ROW: &str = "What belongs to it, and how it stands";
pub(crate) const MAP_AS_LIST: [&str; 2] = ["Item", HOW_IT_STANDS];
pub(crate) const PLACES_IN_ROW: [&str; 9] =
    ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth"];
pub(crate) const HEAT_MAP: &str = "Heat map of strengths and risks";

pub(crate) const TO_ACT: Headed<3> =
    ("Where to act, first things first", ["Where to act first", "Why it stands here", "Actions"]);
pub(crate) const TO_PROTECT: Headed<3> = ("Strengths to protect", ["What to protect", "Why", "Actions"]);
pub(crate) const CHOSEN: Headed<4> = (WHAT_THE_ROOM_CHOSE, ["Item", "Dots", HOW_IT_STANDS, "First by its answers too"]);
pub(crate) const PEOPLE: Headed<3> =
    ("People in the room; groups under five are counted with others", ["Group", "By", "People"]);
pub(crate) const REGISTER: Headed<4> = ("The register", ["Organisation and role", "Sector", "Level", "People"]);
pub(crate) const FEATURES: [&str; 3] = ["Feature", "Rating, how it stands", WHAT_WAS_SAID];
pub(crate) const VIEWS: &str = "Views that differ";
pub(crate) const BESIDES: &str = "Besides";
pub(crate) const SAID: [&str; 2] = ["Item", WHAT_WAS_SAID];
pub(crate) const DIFFERING: [&str; 4] = ["Feature", "Lowest middle", "Highest middle", "Gap"];
pub(crate) const ASSUMPTIONS: Headed<3> = ("Assumptions", ["Assumption", DOES_IT_HOLD, WHAT_WAS_SAID]);
pub(crate) const INFLUENCES: Headed<3> = ("Influencing factors", ["Influencing factor", HERE_IT, WHAT_WAS_SAID]);
pub(crate) const RISKS: Headed<4> = ("Risks", ["Risk", WHERE_IT_STANDS, "Likelihood and impact", WHAT_WAS_SAID]);
pub(crate) const LINKS: Headed<3> = (LINKS_BETWEEN, ["Link", HOW_IT_STANDS, "Why"]);
pub(crate) const ACTIONS: Headed<6> = ("Action plan", ["What", "Who", BY_WHEN, KNOW_BY, "For", "Status"]);

pub(crate) const AS_BEFORE: &str = "As before, but for something else";
pub(crate) const CHANGES: [&str; 3] = ["Feature", "Then and now", "Besides"];
pub(crate) const CONDITIONS_THEN_NOW: Headed<3> = (CHANGED_CONDITIONS, ["What", "Then", "Now"]);
pub(crate) const ACTIONS_SINCE: Headed<3> = (EARLIER_ACTIONS, ["Action", "Owner", "How far it is"]);

pub(crate) const SESSIONS_BY_ITEM: Headed<3> = ("Sessions by item", ["Item", "Sessions", "In trouble, by time"]);
pub(crate) const MOST_OFTEN: Headed<2> = ("What is most often so, by sessions", ["Most often", "Features"]);

/// `What was said: Inputs`.
pub(crate) fn said_on(title: &str) -> String {
    format!("{WHAT_WAS_SAID}: {title}")
}
