//! What the pages look like at every size, kept as snapshots, and whether their colours can be read.

/// A test for each scene: what it looks like at every tuned size.
macro_rules! snapshots {
    ($($name:ident: $scene:literal,)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!($crate::support::scenes::at_all_sizes($scene));
        })*
    };
}

mod actions;
mod conditions;
mod contrast;
mod following;
mod grid;
mod lists;
mod names;
mod pages;
mod pseudo;
mod reports;
mod reveals;
mod slides;
mod votes;
