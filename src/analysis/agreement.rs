//! How far a room agrees, in one plain word, who is heard first, and what a second round moved.
//!
//! Ranks only in what a room reads: no mean and no score. Halves and quarters are whole numbers here, so no rule hangs on rounding.

use super::Median;
use crate::framework::{Rating, names};
use crate::session::Counts5;
use std::cmp::Ordering;

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
    /// The highest vote.
    pub highest: Rating,
}

/// Who speaks first: the lowest and the highest. `None` without two different votes, and where the room agrees, broadly
/// at least: there is little to explain.
pub fn who_speaks_first(counts: &Counts5) -> Option<First> {
    if matches!(agreement(counts), Some(Word::Agreed | Word::BroadlyAgreed)) {
        return None;
    }
    let (lowest, highest) = (counts.lowest()?, counts.highest()?);
    (lowest != highest).then_some(First { lowest, highest })
}

/// Differences below this are rounding.
const SAME: f64 = 1e-9;

/// The consensus of counts over categories 1, 2, 3 ... of an ordered scale: 0 when half stand at either end, 1 when
/// all stand together. `None` without votes, or with fewer than two categories.
///
/// Cns = 1 + sum of p log2(1 - |x - mean| / d) with d the width of the scale, one less than the categories.
/// W. J. Tastle and M. J. Wierman, "Consensus and dissention: a measure of ordinal dispersion", International
/// Journal of Approximate Reasoning 45 (2007) 531-545.
pub fn consensus_of(counts: &[u32]) -> Option<f64> {
    let categories = counts.iter().scan(0.0, |place, count| {
        *place += 1.0;
        Some((*place, f64::from(*count)))
    });
    let total: f64 = categories.clone().map(|(_, count)| count).sum();
    let width = f64::from(u32::try_from(counts.len()).ok()?.checked_sub(1)?);
    if total <= 0.0 || width <= 0.0 {
        return None;
    }
    let mean = categories.clone().map(|(place, count)| place * count).sum::<f64>() / total;
    let sum: f64 = categories
        // An empty category would be 0 times minus infinity where it is a whole scale away.
        .filter(|(_, count)| *count > 0.0)
        .map(|(place, count)| count / total * (1.0 - (place - mean).abs() / width).log2())
        .sum();
    Some((1.0 + sum).clamp(0.0, 1.0))
}

/// The consensus of votes on the five-point scale, 0 to 1; `None` of none. For sorting and appendices only, and never
/// shown as a mark for a partnership.
pub fn consensus(counts: &Counts5) -> Option<f64> {
    consensus_of(&counts.0.map(u32::from))
}

/// Whether votes stand closer together (greater), as before (equal) or further apart (less); `None` where either has
/// none.
pub fn compare_closeness(before: &Counts5, after: &Counts5) -> Option<Ordering> {
    let change = consensus(after)? - consensus(before)?;
    Some(if change.abs() < SAME { Ordering::Equal } else { change.total_cmp(&0.0) })
}

/// How the second round differs from the first, as sums: who changed their vote is not known and not guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The first round's median and the second's.
    pub medians: (Median, Median),
    /// The first round's word and the second's, where there are three votes.
    pub words: (Option<Word>, Option<Word>),
    /// Whether the votes stand closer together (greater), as before, or further apart.
    pub closeness: Ordering,
}

impl Movement {
    /// How far the median moved, in halves, -8 to 8; up is more than 0.
    pub fn halves(&self) -> i8 {
        let (before, after) = self.medians;
        after.halves().cast_signed() - before.halves().cast_signed()
    }
}

/// How a second round differs from a first; `None` where either has no votes.
pub fn movement(first: &Counts5, second: &Counts5) -> Option<Movement> {
    Some(Movement {
        medians: (median(first)?, median(second)?),
        words: (agreement(first), agreement(second)),
        closeness: compare_closeness(first, second)?,
    })
}
