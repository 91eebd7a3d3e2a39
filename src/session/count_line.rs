//! Hands counted in the room and typed as one line: `0 2 5 3 1`, with don't-knows as `?2` at the end.
//!
//! Reading only; what happens to the counts is the ballots' business.

use super::{Counts, MOST_PEOPLE, Tally, Voters};

/// Why a line of counts cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CountError {
    /// So many numbers, and not as many as there are answers.
    #[error("There are {0} counts; write {1}, and ?2 after them for two who do not know")]
    NotAsMany(usize, &'static str),
    /// Something that is not a number, at this place from 1. It is not repeated: the wall must not show counts.
    #[error("Entry {0} of the line is not a count; write whole numbers from 0 to 999")]
    NotACount(usize),
    /// The don't-knows are not at the end, or are there twice.
    #[error("Write the don't-knows once, after the counts, as ?2; before them {0}")]
    DontKnowElsewhere(&'static str),
    /// More people than a room holds.
    #[error("These counts add up to {0} people; at most 999 can vote")]
    TooMany(u32),
    /// All zeros, or nothing typed.
    #[error("Nobody is counted yet; write {0}")]
    Nobody(&'static str),
}

/// Reads a line of counts for some voters. Blanks, commas and semicolons part the numbers.
///
/// # Errors
/// When it is not a count of 0 to 999 for each answer with at most one count of don't-knows after them, or nobody voted.
pub fn read_counts<C: Counts>(line: &str, voters: Voters) -> Result<Tally<C>, CountError> {
    let (votes, unknown) = line.split_once('?').map_or((line, None), |(votes, unknown)| (votes, Some(unknown)));
    let votes = numbers(votes, 0)?;
    let dont_know = match unknown {
        None => 0,
        Some(unknown) if unknown.contains('?') => return Err(CountError::DontKnowElsewhere(C::ASKED)),
        Some(unknown) => match numbers(unknown, votes.len())?[..] {
            // A question mark alone is one person who does not know.
            [] => 1,
            [count] => count,
            _ => return Err(CountError::DontKnowElsewhere(C::ASKED)),
        },
    };
    if votes.is_empty() && unknown.is_none() {
        return Err(CountError::Nobody(C::ASKED));
    }
    let counts = C::from_line(&votes).ok_or(CountError::NotAsMany(votes.len(), C::ASKED))?;
    let Voters { sector, level } = voters;
    let tally = Tally { sector, level, counts, dont_know };
    match tally.ballots() {
        0 => Err(CountError::Nobody(C::ASKED)),
        many if many > u32::from(MOST_PEOPLE) => Err(CountError::TooMany(many)),
        _ => Ok(tally),
    }
}

/// The numbers of a part of the line that has some entries before it.
fn numbers(text: &str, before: usize) -> Result<Vec<u16>, CountError> {
    text.split(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';')
        .filter(|word| !word.is_empty())
        .enumerate()
        .map(|(place, word)| {
            let count = word.parse().ok().filter(|count| *count <= MOST_PEOPLE);
            count.ok_or(CountError::NotACount(before + place + 1))
        })
        .collect()
}
