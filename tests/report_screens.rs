//! What making a report looks like at every tuned size, kept as snapshots.

use crate::support::scenes;

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 17), (60, 20), (80, 24), (120, 36)];

fn at_all_sizes(scene: &str) -> String {
    let shown = SIZES.map(|(columns, rows)| {
        let screen = scenes::scene(scene, 80, 24).resize(columns, rows).screen();
        format!("== {columns} x {rows} {}\n{screen}\n", "=".repeat(usize::from(columns).saturating_sub(12)))
    });
    shown.join("\n")
}

macro_rules! snapshots {
    ($($name:ident: $scene:literal,)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(at_all_sizes($scene));
        })*
    };
}

snapshots! {
    choosing_what_a_report_is: "report, choices",
    a_report_of_a_saved_session: "report of a saved session, with names",
    a_report_being_written: "report, being written",
    a_report_that_is_written: "report, written",
    a_report_that_could_not_be_written: "report, not written",
}
