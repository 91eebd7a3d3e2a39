//! A vote being taken, in words: whose votes come next and how many are in. No count is ever said before reveal.
//!
//! What people type stays on the screen of a line terminal, and that is said.

use crate::app::Way;
use crate::plain::transcript::{Fact, Transcript};
use crate::view::{Row, VoteBox};

pub(super) fn vote(vote: &VoteBox) -> Transcript {
    let mut heading = vec![format!("{}. {}.", vote.title, vote.cast)];
    let place = format!("{} {:?}", vote.title, vote.way);
    let rows = &vote.list.rows;
    let Some(way) = vote.way else {
        let offers = rows.iter().enumerate().map(|(number, row)| format!("{}. {}.", number + 1, row.key));
        heading.extend(offers.chain(["Write a number. Nothing is said of the votes until \"reveal\".".into()]));
        return Transcript { place, heading, prompt: "Vote".into(), ..Transcript::default() };
    };
    if vote.is_empty {
        heading.extend(how(vote, way));
    }
    heading.push("\"reveal\" shows the votes.".into());
    let cast = |row: &Row| row.cells.get(1).map_or(String::new(), |cell| cell.text.clone());
    let mut facts: Vec<Fact> =
        rows.iter().map(|row| Fact::new(row.key.clone(), format!("{}: {}.", row.key, cast(row)))).collect();
    facts.push(Fact::new(
        "complete",
        if vote.is_complete { "Everybody is in; \"reveal\" shows the votes." } else { "" },
    ));
    let who = match &rows[..] {
        [_] => "whole room",
        _ => rows.get(vote.list.marked).map_or("", |row| row.key.as_str()),
    };
    let what = match way {
        Way::Hands => "Counts",
        Way::Keypad => "Vote",
    };
    Transcript { place, heading, facts, quiet: true, prompt: format!("{what}, {who}"), ..Transcript::default() }
}

/// How lines are written: a screen has keys instead.
fn how(vote: &VoteBox, way: Way) -> [String; 2] {
    let (answers, words) = &vote.answers;
    let explained = match (way, answers) {
        (Way::Hands, 3) => format!("Write how many gave each of the three answers, as in 7 3 2, {STAYS}"),
        (Way::Hands, _) => format!("Write how many voted 1, 2, 3, 4 and 5, as in 0 2 5 3 1, {STAYS}"),
        (Way::Keypad, answers) => format!(
            "Each person writes one digit, 1 to {answers}, or 0 for \"don't know\". On this screen the digits of those \
             before stay in sight: for a secret vote count hands or paper instead."
        ),
    };
    // Two blanks part the answers on a screen; read aloud they need commas.
    [explained, format!("{}.", words.replace("  ", ", "))]
}

const STAYS: &str = "then ?2 for two who do not know. What you type stays on your screen; nothing of it is said until \
                     it is revealed.";
