//! How both views of a disagreement are said, the same on the details page and beside a rating.

use super::sheet::Sheet;
use super::theme::Theme;
use crate::framework::{Framework, Stage};
use crate::session::Decision;
use crate::words;

/// Both views of a disagreement, as they were written down; nothing for any other decision.
pub(super) fn views(
    framework: &Framework,
    stage: &Stage,
    decision: &Decision,
    before: &str,
    theme: &Theme,
    sheet: &mut Sheet,
) {
    for (rating, view) in words::views(framework, stage, decision) {
        sheet.hanging(&format!("{before}{rating}: "), view, theme.muted, theme.text);
    }
}
