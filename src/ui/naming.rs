//! How an item of any kind is named in a line: id, label, and how it stands in a word that needs no colour.
//!
//! What the words mean is the analysis's business; the details page says more.

use super::theme::Theme;
use crate::analysis::RiskReading;
use crate::framework::{Framework, Id, Item, Rag};
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

/// `happening now, impact 4`, `could happen, impact 5, likelihood 4 (its signals say 2)`.
pub(super) fn risk_in_words(reading: &RiskReading<'_>) -> String {
    let mut words = vec![reading.concern.status().words().to_owned()];
    words.extend(reading.concern.impact().map(|impact| format!("impact {impact}")));
    let prompted = reading.prompt.likelihood;
    match (reading.likelihood(), reading.concern.likelihood()) {
        (Some(_), Some(own)) if own == prompted => words.push(format!("likelihood {own}")),
        (Some(_), Some(own)) => words.push(format!("likelihood {own} (signals say {prompted})")),
        (Some(_), None) if reading.prompt.signals.is_empty() => {
            words.push(format!("likelihood {prompted}, no signals"));
        }
        (Some(_), None) => words.push(format!("likelihood {prompted} by its signals")),
        _ => {}
    }
    words.join(", ")
}

/// The colour of a count of risks, worst first: `1 red, 2 amber`.
pub(super) fn counted(risks: &[RiskReading<'_>]) -> String {
    let count = |rag: Rag| risks.iter().filter(|one| one.rag == Some(rag)).count();
    let words = [Rag::Red, Rag::Amber, Rag::Green].map(|rag| (count(rag), rag.word()));
    words
        .into_iter()
        .filter(|(many, _)| *many > 0)
        .map(|(many, word)| format!("{many} {word}"))
        .collect::<Vec<_>>()
        .join(", ")
}
