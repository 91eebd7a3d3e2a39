//! Votes on paper: a round, what groups said in it, and what a picture of them shows.

/// `Vote 1 (strategic), 12 people`; `Vote 1, 5 of 14 people` where some who were there did not vote.
pub(crate) fn round(number: usize, level: Option<&str>, (ballots, present): (u32, Option<u32>)) -> String {
    let level = level.map_or(String::new(), |level| format!(" ({level})"));
    let voted = match present.filter(|present| ballots < *present) {
        Some(present) => {
            tr!("{ballots} of {people}", ballots, people = tr_n!(present, "{count} person", "{count} people"))
        }
        None => tr_n!(ballots, "{count} person", "{count} people"),
    };
    tr!("Vote {number}{level}, {voted}", number, level, voted)
}

/// `Statutory (7)`; without a number where that is not told.
pub(crate) fn group(name: &str, ballots: Option<u32>) -> String {
    ballots.map_or_else(|| name.to_owned(), |ballots| format!("{name} ({ballots})"))
}

/// `0, 2, 5, 3, 1 and 1 don't know`.
pub(crate) fn counted(counts: &[u16; 5], dont_know: Option<u16>) -> String {
    let counts = counts.map(|count| count.to_string()).join(", ");
    match dont_know {
        Some(unknown) if unknown > 0 => tr!("{counts} and {unknown} don't know", counts, unknown),
        _ => counts,
    }
}

/// For a cell: that there was a vote whose counts are not told.
pub(crate) fn hidden(ballots: u32) -> String {
    tr_n!(ballots, "{count} vote, not shown", "{count} votes, not shown")
}

/// What the bars show, row by row.
pub(crate) fn bars(rows: &str) -> String {
    tr!("How many voted 1, 2, 3, 4 and 5. {rows}.", rows)
}

/// What the dumbbells show, row by row.
pub(crate) fn dumbbells(rows: &str) -> String {
    tr!("The middles of two groups on the scale from 1 to 5. {rows}.", rows)
}

pub(crate) fn middle(median: f64) -> String {
    tr!("The middle rating is {median}.", median)
}
