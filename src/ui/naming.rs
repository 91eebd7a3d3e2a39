//! A span of a view in the theme's style.

use super::theme::Theme;
use crate::view::Span;
use ratatui::style::Style;

pub(super) fn styled(span: Span, theme: &Theme) -> (String, Style) {
    let style = theme.style(span.tone);
    (span.text, style)
}
