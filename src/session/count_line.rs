//! Hands counted in the room and typed as one line: `0 2 5 3 1` or `02531`, with don't-knows as `?2` at the end.
//!
//! Reading only; what happens to the counts is the ballots' business.

use super::vote_error::CountError;
use super::{Counts, MOST_PEOPLE, Tally, Voters};

/// Reads a line of counts for some voters. Blanks, commas and semicolons part the numbers; where nothing parts
/// them each digit is one.
pub fn read_counts<C: Counts>(line: &str, voters: Voters) -> Result<Tally<C>, CountError> {
    let (votes, unknown) = line.split_once('?').map_or((line, None), |(votes, unknown)| (votes, Some(unknown)));
    let digits = votes.trim();
    let votes = if digits.is_empty() && unknown.is_some() {
        // Nobody of them knows.
        vec![0; C::ANSWERS.len()]
    } else if digits.len() > 1 && digits.bytes().all(|letter| letter.is_ascii_digit()) {
        digits.bytes().map(|digit| u16::from(digit - b'0')).collect()
    } else {
        numbers(votes, 0)?
    };
    let dont_know = match unknown {
        None => 0,
        Some(unknown) if unknown.contains('?') => return Err(CountError::DontKnowElsewhere(C::ASKED)),
        Some(unknown) => match numbers(unknown, if digits.is_empty() { 0 } else { votes.len() })?[..] {
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
