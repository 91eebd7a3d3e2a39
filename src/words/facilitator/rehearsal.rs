//! The steps of the rehearsal: what to press, and what for. Each has room in a line of 60 columns.

pub(crate) const REHEARSE: &str = "Rehearse: six steps with the sample, four minutes";
pub(crate) const REHEARSAL_ENDED: &str = "The rehearsal is over. The sample stays open, to try what you like.";
pub(crate) const REHEARSED: &str = "That is a workshop. Every page lists its keys under F1; M and then Q lead to the \
                                    start page.";

/// What is asked for at each step: on a screen, and in lines.
pub(crate) const COACHED: [[&str; 6]; 2] = [
    [
        "1 of 6: press M: the whole chain, and where the room is.",
        "2 of 6: mark any item with the arrows, then press Enter.",
        "3 of 6: press 1 to 5: give it another rating than now.",
        "4 of 6: press U: it takes back what was done last.",
        "5 of 6: press V, type 02541; F5 reveals it to all at once.",
        "6 of 6: press F5: the heat map; then PgDn: what it says.",
    ],
    [
        "Step 1 of 6: m says how far the room is with the whole chain.",
        "Step 2 of 6: an id goes to any item of the chain, as in E2.",
        "Step 3 of 6: 1 to 5 rate it: give it another rating than now.",
        "Step 4 of 6: u takes back what was done last, without limit.",
        "Step 5 of 6: v takes a vote; reveal tells it to all at once.",
        "Step 6 of 6: F5 says the heat map, and next what follows from it.",
    ],
];
