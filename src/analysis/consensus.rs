//! Tastle and Wierman's consensus: how close votes stand on an ordered scale, for sorting and appendices only.
//!
//! It is never shown as a mark for a partnership: the plain word is what a room reads.

use crate::session::Counts5;
use std::cmp::Ordering;

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

/// The consensus of votes on the five-point scale, 0 to 1; `None` of none.
pub fn consensus(counts: &Counts5) -> Option<f64> {
    consensus_of(&counts.0.map(u32::from))
}

/// Whether votes stand closer together (greater), as before (equal) or further apart (less); `None` where either has
/// none.
pub fn compare_closeness(before: &Counts5, after: &Counts5) -> Option<Ordering> {
    let change = consensus(after)? - consensus(before)?;
    Some(if change.abs() < SAME { Ordering::Equal } else { change.total_cmp(&0.0) })
}
