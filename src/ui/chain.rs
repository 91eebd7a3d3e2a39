//! The links of the chain in the overview: between the rows of stages where there is room, or in one line below.
//!
//! They change while the room rates. Each is a word with its reason, `│ BROKEN: AS7 does not hold`, never a colour alone.

use super::grid::Plan;
use super::sheet::Pieces;
use super::theme::Theme;
use super::{Canvas, text};
use crate::analysis::{LinkReading, LinkState};
use crate::app::App;
use crate::framework::Stage;
use crate::view::Grid;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Draws each link under its upstream stage, in the lines that the plan leaves free between the rows.
pub(super) fn between(app: &App, canvas: &mut Canvas, grid: &Grid, plan: &Plan, area: Rect) {
    let links = app.cx.links();
    let stages = &app.cx.framework.stages;
    for (row, line) in plan.between(grid, area) {
        let link = stages.get(row).zip(stages.get(row + 1)).and_then(|(from, to)| find(&links, from, to));
        if let Some(link) = link {
            put(canvas, Rect { x: line.x + 1, width: line.width.saturating_sub(1), ..line }, "│ ", link);
        }
    }
}

/// Draws in one line the link that leads on from the marked row, or into it where it is the last.
pub(super) fn of_row(app: &App, canvas: &mut Canvas, row: usize, line: Rect) {
    let links = app.cx.links();
    let stages = &app.cx.framework.stages;
    let onward = |from: usize| stages.get(from).zip(stages.get(from + 1)).and_then(|(from, to)| find(&links, from, to));
    if row >= stages.len() {
        return;
    }
    if let Some(link) = onward(row).or_else(|| row.checked_sub(1).and_then(onward)) {
        let head = format!("{} to {}: ", link.from.label, link.to.label);
        put(canvas, line, &head, link);
    }
}

fn find<'all, 'framework>(
    links: &'all [LinkReading<'framework>],
    from: &Stage,
    to: &Stage,
) -> Option<&'all LinkReading<'framework>> {
    links.iter().find(|link| link.from.id == from.id && link.to.id == to.id)
}

/// Draws a link: its state, why it is in doubt, and a leap; of several reasons the first stays longest.
fn put(canvas: &mut Canvas, line: Rect, head: &str, link: &LinkReading<'_>) {
    let theme = canvas.theme();
    let forms = [link.reasons.len(), 1, 0].map(|reasons| words(link, head, reasons, theme));
    let wide = |pieces: &Pieces| pieces.iter().map(|(text, _)| text::width(text)).sum::<u16>();
    let pieces = forms.iter().find(|form| wide(form) <= line.width).unwrap_or(&forms[2]);
    let pieces: Vec<(&str, Style)> = pieces.iter().map(|(text, style)| (text.as_str(), *style)).collect();
    canvas.put_all(line.x, line.y, line.width, &pieces);
}

fn words(link: &LinkReading<'_>, head: &str, most: usize, theme: &Theme) -> Pieces {
    let mut pieces = vec![(head.to_owned(), theme.muted)];
    let (word, style) = match link.state {
        // Before anything is rated the arrow alone says that the chain goes on.
        LinkState::NotYetKnown if head.starts_with('│') => ("", theme.muted),
        LinkState::NotYetKnown => ("not yet known", theme.muted),
        LinkState::LeadsTo => ("leads to", theme.muted),
        LinkState::NotSure => ("not sure", theme.accent),
        LinkState::Broken => ("BROKEN", theme.alert),
    };
    pieces.push((word.to_owned(), style));
    if most > 0 && matches!(link.state, LinkState::NotSure | LinkState::Broken) {
        let reasons: Vec<String> = link.reasons.iter().take(most).map(ToString::to_string).collect();
        pieces.push((format!(": {}", reasons.join(", ")), theme.text));
    }
    if let Some(leap) = link.leap {
        let from = if most > 1 || most == link.reasons.len() {
            format!(" from {} to {}", leap.from, leap.to)
        } else {
            String::new()
        };
        pieces.push(("  ".into(), theme.text));
        pieces.push(("LEAP".into(), theme.accent));
        pieces.push((from, theme.text));
    }
    pieces
}
