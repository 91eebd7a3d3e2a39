//! How far a room agrees, in one plain word, and who is heard first.
//!
//! Ranks only: no mean and no score. Halves and quarters are whole numbers here, so no rule hangs on rounding.

use super::Median;
use crate::framework::{Rating, names};
use crate::session::Counts5;

/// With fewer votes than this no word is said.
pub(crate) const LEAST_VOTES: u32 = 3;

/// Both camps have at least this many, and at least a fourth of the votes.
const LEAST_CAMP: u32 = 2;

names! {
    /// How far a room agrees.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Word;
    /// All votes are within one step.
    Agreed: "agreed", "Agreed";
    /// Two groups at either end, and a thin middle.
    TwoCamps: "two_camps", "Two camps";
    /// The middle half of the votes is two steps wide or more.
    Spread: "spread", "Spread";
    /// Most are close, and somebody is two steps or more from the middle: hear them.
    Outlier: "outlier", "Outlier";
    /// None of these.
    BroadlyAgreed: "broadly_agreed", "Broadly agreed";
}

/// The plain word for some votes, don't-knows left out; `None` of fewer than three.
///
/// The first rule that matches wins, with f1 to f5 the votes at each rating, n their number,
/// L = f1 + f2 and H = f4 + f5:
///
/// 1. agreed: the highest and the lowest vote differ by at most 1
/// 2. two camps: min(L, H) is at least 2 and at least n / 4, and f3 is less than min(L, H)
/// 3. spread: the interquartile range is at least 2, see [`quartile_range`]
/// 4. outlier: some vote is at least 2 from the median
/// 5. broadly agreed
pub fn agreement(counts: &Counts5) -> Option<Word> {
    let votes = counts.total();
    if votes < LEAST_VOTES {
        return None;
    }
    let (lowest, highest) = (counts.lowest()?.number(), counts.highest()?.number());
    let [one, two, three, four, five] = counts.0.map(u32::from);
    let camp = (one + two).min(four + five);
    let middle = median(counts)?.halves();
    Some(if highest - lowest <= 1 {
        Word::Agreed
    } else if camp >= LEAST_CAMP && camp * 4 >= votes && three < camp {
        Word::TwoCamps
    } else if quartile_range(counts)? >= 2 * 4 {
        Word::Spread
    } else if middle >= lowest * 2 + 4 || highest * 2 >= middle + 4 {
        Word::Outlier
    } else {
        Word::BroadlyAgreed
    })
}

/// The median of some votes, in halves; `None` of none.
pub fn median(counts: &Counts5) -> Option<Median> {
    let votes = counts.total();
    Median::of([counts.nth(votes.checked_sub(1)? / 2)?, counts.nth(votes / 2)?])
}

/// The interquartile range of some votes in quarters, 0 to 16; `None` of none.
///
/// Quantiles are interpolated linearly between the votes at either side of place p (n - 1), counted from 0:
/// definition 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50
/// (1996), which is the one that spreadsheets use.
pub fn quartile_range(counts: &Counts5) -> Option<u8> {
    let last = counts.total().checked_sub(1)?;
    let quarters = |place: u32| {
        let below = counts.nth(place / 4)?.number();
        let above = counts.nth((place / 4 + 1).min(last))?.number();
        // The rest of the division is 0 to 3, the way from the one to the other in quarters.
        let way = u8::try_from(place % 4).ok()?;
        Some(below * 4 + way * (above - below))
    };
    Some(quarters(last * 3)? - quarters(last)?)
}

/// Those who are heard before everybody else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct First {
    /// The lowest vote; one who gave it speaks first.
    pub lowest: Rating,
    /// The highest vote; the same as the lowest where all are.
    pub highest: Rating,
}

/// Who speaks first: the lowest and the highest. `None` without a vote, and where the room agrees, broadly at least:
/// there is little to explain.
pub fn who_speaks_first(counts: &Counts5) -> Option<First> {
    if matches!(agreement(counts), Some(Word::Agreed | Word::BroadlyAgreed)) {
        return None;
    }
    Some(First { lowest: counts.lowest()?, highest: counts.highest()? })
}
