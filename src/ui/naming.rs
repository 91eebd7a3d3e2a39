//! How an item of any kind is named in a line: id, label, and how it stands in a word that needs no colour.
//!
//! What the words mean is the analysis's business; the details page says more.

use super::theme::Theme;
use crate::analysis::RiskReading;
use crate::framework::{Framework, Id, Item};
use crate::session::Session;
use crate::view::{Span, marks};
use ratatui::style::Style;

/// `►R6  Voluntary  `: an item's id and label after its mark.
pub(super) fn name(mark: &str, id: &Id, label: &str) -> String {
    format!("{mark}{id:<4}{label:<11}")
}

/// How an item stands, between blanks, in the style of its cell.
pub(super) fn tag(framework: &Framework, session: &Session, item: Item<'_>, theme: &Theme) -> (String, Style) {
    styled(marks::item_tag(framework, session, item), theme)
}

/// A risk's colour as a word: ` RED `; what is missing where it has none.
pub(super) fn risk_tag(reading: &RiskReading<'_>, theme: &Theme) -> (String, Style) {
    styled(marks::risk_tag(reading), theme)
}

pub(super) fn styled(span: Span, theme: &Theme) -> (String, Style) {
    let style = theme.style(span.tone);
    (span.text, style)
}
