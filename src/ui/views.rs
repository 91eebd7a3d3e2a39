//! The map as one group sees it: what stands under it, beside what the room agreed.
//!
//! Medians of votes that may be told; a cell without any is left blank, and says why when it is marked.

use super::Canvas;
use super::sheet::Pieces;
use super::wording;
use crate::analysis::{HeatMap, State, Voice};
use crate::app::{App, Workshop};
use crate::framework::Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The heading of the map: `AS THIRD SECTOR SEES IT`.
pub(super) fn heading(voice: &Voice, workshop: &Workshop) -> String {
    format!("AS {} SEES IT", voice.title(&workshop.session.register).to_uppercase())
}

/// The marked cell in this group's eyes and the room's, what is shown at all, and the words of the scale.
pub(super) fn below(
    app: &App,
    workshop: &Workshop,
    map: &HeatMap,
    cell: Cell,
    legend: Pieces,
    canvas: &mut Canvas,
    area: Rect,
) {
    let theme = canvas.theme();
    let marked = marked(app, workshop, map, cell, canvas);
    let hint = vec![("Medians of its own votes; · is not shown. V: next view.".to_owned(), theme.text)];
    let blank: u16 = u16::from(area.height >= 5);
    let rows = [(marked, 0), (hint, blank), (legend, 2 * blank)];
    for ((line, gap), y) in rows.into_iter().zip(area.y..area.bottom()) {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(text, style)| (text.as_str(), *style)).collect();
        if y.saturating_add(gap) < area.bottom() {
            canvas.put_all(area.x, y.saturating_add(gap), area.width, &pieces);
        }
    }
}

fn marked(app: &App, workshop: &Workshop, map: &HeatMap, cell: Cell, canvas: &Canvas) -> Pieces {
    let theme = canvas.theme();
    let Some((stage, feature)) = app.cx.framework.feature_at(cell) else {
        return vec![("This row is not voted on.".into(), theme.text)];
    };
    let name = format!("►{} {} ", feature.id, feature.label);
    let agreed = app.cx.heat_map().and_then(|agreed| agreed.at(cell).copied());
    let agreed = agreed.map_or(String::new(), |reading| wording::rating(&app.cx.framework, stage, reading));
    let room = format!("  the room: {agreed}");
    if let Some(reading) = map.at(cell).copied().filter(|reading| reading.state != State::NotDiscussed) {
        let (_, style) = wording::tag(theme, reading);
        let rating = format!(" {} ", wording::rating(&app.cx.framework, stage, reading));
        return vec![(name, theme.accent), (rating, style), (room, theme.text)];
    }
    let voted = !workshop.session.answer(&feature.id).rounds.is_empty();
    let why = if voted { "no votes of this group can be shown" } else { "no vote" };
    vec![(name, theme.accent), (format!("{why};{room}"), theme.text)]
}
