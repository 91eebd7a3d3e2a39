//! A report as JSON: the model as it is, with its version first.
//!
//! Keys are the model's names; what they hold is documented there and in the README.

use super::model::Report;

/// The report as JSON, with an end of line.
pub(super) fn json(report: &Report) -> String {
    // A report is texts, numbers and lists: there is nothing in it that JSON cannot hold.
    let text = serde_json::to_string_pretty(report).unwrap_or_default();
    format!("{text}\n")
}
