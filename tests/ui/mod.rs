//! What the pages look like at every size, kept as snapshots, and whether their colours can be read.

mod actions;
mod conditions;
mod contrast;
mod grid;
mod lists;
mod pages;
mod reports;
mod votes;
