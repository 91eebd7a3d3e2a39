//! What making a report looks like at every tuned size, kept as snapshots.

snapshots! {
    choosing_what_a_report_is: "report, choices",
    a_report_of_a_saved_session: "report of a saved session, with names",
    a_report_being_written: "report, being written",
    a_report_that_is_written: "report, written",
    a_report_that_could_not_be_written: "report, not written",
}
