//! The columns of each table: their names, types and meanings, from which heading, page and schema are made.
//!
//! A name once given keeps its meaning; new columns come at the end.

use crate::words::capital;
use std::fmt::Write;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    Whole,
    /// A number with a point: halves.
    Number,
    /// `true` or `false`.
    Truth,
    /// `2026-03-12`.
    Day,
    /// `2026-03-12T09:30:00Z`.
    Moment,
}

impl Kind {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Whole => "whole number",
            Self::Number => "number",
            Self::Truth => "true or false",
            Self::Day => "day",
            Self::Moment => "moment (UTC)",
        }
    }

    pub(crate) fn spark(self) -> &'static str {
        match self {
            Self::Text => "string",
            Self::Whole => "integer",
            Self::Number => "double",
            Self::Truth => "boolean",
            Self::Day => "date",
            Self::Moment => "timestamp",
        }
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    pub(crate) name: &'static str,
    pub(crate) kind: Kind,
    /// Whether it is never empty.
    pub(crate) needed: bool,
    pub(crate) meaning: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static str,
    /// The first columns, which together stand on one row only.
    pub(crate) key: usize,
    pub(crate) columns: &'static [Column],
}

const fn needed(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, needed: true, meaning }
}

const fn open(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, needed: false, meaning }
}

/// What is said of all tables.
const ON_TABLES: &str = "# The tables\n\n\
         UTF-8, a heading line, commas, quotes doubled inside quotes, no line end inside a row; an empty cell is nothing. \
         Days are 2026-03-12, moments 2026-03-12T09:30:00Z. A text that a spreadsheet would take for a formula has an \
         apostrophe before it.\n\n\
         Not in here: notes, private notes, minority statements' words, organisations and roles of people, and votes \
         that could tell on somebody. Columns keep their names and meanings; new ones come at the end.\n";

const SESSION: Column = needed("session_id", Kind::Text, "the session: 16 hexadecimal digits");
const LEVEL: Column = open("level", Kind::Text, "strategic or operational, for features that take both");

/// Every table, in the order in which they are written.
pub(crate) const TABLES: [Shape; 10] = [
    Shape {
        name: "sessions",
        meaning: "one row for each session",
        key: 1,
        columns: &[
            SESSION,
            needed("rev", Kind::Whole, "counts every change of the session"),
            needed("framework_id", Kind::Text, "which framework was asked"),
            needed("framework_version", Kind::Whole, "its version; ids keep their meaning across versions"),
            open("partnership", Kind::Text, "its name as typed"),
            open("date", Kind::Day, "the day of the workshop"),
            needed("created", Kind::Moment, "when the session was begun"),
            needed("status", Kind::Text, "in_progress or finished"),
            needed("demo", Kind::Truth, "a sample session"),
            needed("people", Kind::Whole, "people in the room; 0 where nobody was counted"),
            needed("features", Kind::Whole, "features that the framework asks about"),
            needed("features_decided", Kind::Whole, "features on which everything asked is decided"),
            open("review", Kind::Day, "the day on which the room looks again"),
            needed("tables_merged", Kind::Whole, "breakout tables that were merged into it; 0 for most"),
            open(
                "breakout_table",
                Kind::Text,
                "the breakout table that held it; its votes are counted in the merged session",
            ),
        ],
    },
    Shape {
        name: "people",
        meaning: "the register by sector, and once more by level: groups under five together with others",
        key: 4,
        columns: &[
            SESSION,
            open("sector", Kind::Text, "the sector's id, several small ones joined by +; empty where counted by level"),
            open("level", Kind::Text, "the level, or both joined by +; empty where counted by sector"),
            needed("presence", Kind::Text, "present, apologies or absent"),
            needed("people", Kind::Whole, "how many"),
        ],
    },
    Shape {
        name: "ratings",
        meaning: "what was decided: one row for each feature, two for features that take both levels",
        key: 3,
        columns: &[
            SESSION,
            needed("feature_id", Kind::Text, "the feature: I1 to O7"),
            LEVEL,
            needed("stage_id", Kind::Text, "its stage"),
            needed(
                "decision",
                Kind::Text,
                "agreed, reservations, not_agreed, dont_know, not_relevant or not_discussed",
            ),
            open("rating", Kind::Whole, "1 to 5, where one is agreed"),
            open("low", Kind::Whole, "the lowest rating somebody stands by, where it is not agreed"),
            open("high", Kind::Whole, "the highest"),
            needed("state", Kind::Text, "the feature's state on the heat map, the same for both levels"),
            open("confidence", Kind::Text, "low, medium or high, where it was asked"),
            needed("parked", Kind::Truth, "left to come back to"),
            needed("dots", Kind::Whole, "dots on the feature, the same for both levels"),
            needed("dissents", Kind::Whole, "minority statements on the feature, the same for both levels"),
        ],
    },
    Shape {
        name: "votes",
        meaning: "votes as far as they may be told: the room from five ballots, groups from five or as a comparison",
        key: 6,
        columns: &[
            SESSION,
            needed("feature_id", Kind::Text, "the feature"),
            LEVEL,
            needed("round", Kind::Whole, "1 or 2"),
            needed("voters_by", Kind::Text, "room, sector or level"),
            open("voters", Kind::Text, "the sector's id, the voters' own level, or everyone_else; empty for the room"),
            open("ballots", Kind::Whole, "how many took part; empty for a group of which no counts are told"),
            open("votes_1", Kind::Whole, "how many voted 1"),
            open("votes_2", Kind::Whole, "how many voted 2"),
            open("votes_3", Kind::Whole, "how many voted 3"),
            open("votes_4", Kind::Whole, "how many voted 4"),
            open("votes_5", Kind::Whole, "how many voted 5"),
            open("dont_know", Kind::Whole, "how many said that they do not know"),
            open("median", Kind::Number, "the median of the votes, in halves"),
            open("agreement", Kind::Text, "agreed, two_camps, spread, outlier or broadly_agreed"),
            open("compared", Kind::Text, "lower, similar or higher than the rest, for groups of three or four"),
        ],
    },
    Shape {
        name: "assumptions",
        meaning: "whether each assumption holds",
        key: 2,
        columns: &[
            SESSION,
            needed("assumption_id", Kind::Text, "AS1 to AS9"),
            needed("gate", Kind::Truth, "asked before the chain"),
            needed("verdict", Kind::Text, "holds, partly, does_not_hold, dont_know or not_discussed"),
            needed("dots", Kind::Whole, "dots on it"),
        ],
    },
    Shape {
        name: "stances",
        meaning: "votes on assumptions as far as they may be told: the room from five ballots, groups as in votes",
        key: 5,
        columns: &[
            SESSION,
            needed("assumption_id", Kind::Text, "the assumption"),
            needed("round", Kind::Whole, "1 or 2"),
            needed("voters_by", Kind::Text, "room, sector or level"),
            open("voters", Kind::Text, "the sector's id, the voters' own level, or everyone_else; empty for the room"),
            open("ballots", Kind::Whole, "how many took part; empty for a group of which no counts are told"),
            open("holds", Kind::Whole, "how many said that it holds"),
            open("partly", Kind::Whole, "how many said that it partly holds"),
            open("does_not_hold", Kind::Whole, "how many said that it does not hold"),
            open("dont_know", Kind::Whole, "how many said that they do not know"),
            open(
                "compared",
                Kind::Text,
                "lower (less sure), similar or higher (surer) than the rest, for groups of three or four",
            ),
        ],
    },
    Shape {
        name: "influences",
        meaning: "whether each influencing factor helps or hinders",
        key: 2,
        columns: &[
            SESSION,
            needed("influence_id", Kind::Text, "IF1 to IF6"),
            needed("bearing", Kind::Text, "helps, hinders, both, not_relevant or not_discussed"),
        ],
    },
    Shape {
        name: "risks",
        meaning: "how each risk stands",
        key: 2,
        columns: &[
            SESSION,
            needed("risk_id", Kind::Text, "R1 to R9"),
            needed("status", Kind::Text, "happening_now, could_happen, not_a_concern or not_discussed"),
            open("likelihood", Kind::Whole, "the room's own view, 1 to 5"),
            needed("likelihood_prompted", Kind::Whole, "what the room's ratings prompt, 1 to 5"),
            open("impact", Kind::Whole, "1 to 5"),
            open("rag", Kind::Text, "red, amber or green; empty without an impact"),
            needed("dots", Kind::Whole, "dots on it"),
        ],
    },
    Shape {
        name: "links",
        meaning: "whether one stage leads to the next",
        key: 3,
        columns: &[
            SESSION,
            needed("from_stage", Kind::Text, "the upstream stage"),
            needed("to_stage", Kind::Text, "the downstream stage"),
            needed("state", Kind::Text, "leads_to, not_sure, broken or not_yet_known"),
            needed("leap", Kind::Truth, "results are claimed that the chain cannot explain"),
        ],
    },
    Shape {
        name: "actions",
        meaning: "what the room will do",
        key: 2,
        columns: &[
            SESSION,
            needed("action_number", Kind::Whole, "counts up from 1 within the session"),
            open("what", Kind::Text, "what will be done"),
            open("why", Kind::Text, "the ids of what it is for, between blanks"),
            open("owner", Kind::Text, "a role or an organisation"),
            open("due", Kind::Day, "by when"),
            open("measure", Kind::Text, "how the room will know that it worked"),
            needed("status", Kind::Text, "not_started, under_way, done or dropped"),
        ],
    },
];

/// What the tables hold, as a page in Markdown.
pub(crate) fn columns_page() -> String {
    let mut page = ON_TABLES.to_owned();
    for table in TABLES {
        let key: Vec<&str> = table.columns.iter().take(table.key).map(|column| column.name).collect();
        // Writing to a String cannot fail.
        let _ = writeln!(page, "\n## {}.csv\n\n{}. Key: {}.\n", table.name, capital(table.meaning), key.join(", "));
        page.push_str("| column | holds | may be empty | meaning |\n|---|---|---|---|\n");
        for Column { name, kind, needed, meaning } in table.columns {
            let empty = if *needed { "no" } else { "yes" };
            let _ = writeln!(page, "| `{name}` | {} | {empty} | {meaning} |", kind.word());
        }
    }
    page
}
