//! More about the marked session: a small heat map, who was in the room, what is strongest and weakest, its actions.
//!
//! Until the session itself has been read it shows what the first line of its file says, and never more than that.

use crate::analysis::{HeatMap, Reading, State};
use crate::app::{App, Listed};
use crate::framework::Framework;
use crate::session::Session;
use crate::ui::grid::cell_style;
use crate::ui::sheet::Sheet;
use crate::ui::{Canvas, text};
use crate::view::Look;
use crate::words;
use ratatui::layout::Rect;

/// The most items that are named as strongest, and as weakest.
const NAMED: usize = 3;

pub(super) fn draw(app: &App, entry: &Listed, canvas: &mut Canvas, area: Rect) {
    let preview = app.cx.list.preview();
    let theme = canvas.theme();
    if let Some(problem) = problem(app, entry) {
        let used = if entry.partnership.is_empty() {
            0
        } else {
            canvas.put(area.x, area.y, area.width, &heading(entry), theme.accent);
            1
        };
        let below = Rect { y: area.y.saturating_add(used), height: area.height.saturating_sub(used), ..area };
        canvas.put_wrapped(below, &format!("Cannot be opened: {problem}"), theme.text);
        return;
    }
    canvas.put(area.x, area.y, area.width, &heading(entry), theme.accent);
    let mut facts = Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
    let session = preview.and_then(|preview| preview.session.as_ref().ok());
    let holder = preview.and_then(|preview| preview.holder.as_deref());
    let rows = u16::try_from(app.cx.framework.stages.len()).unwrap_or(u16::MAX);
    if facts.height >= rows.min(7) && area.width >= 56 {
        // Its place stays free until it is read, so that nothing jumps.
        let wide = area.width >= 76;
        let used = map_width(wide);
        if let Some(session) = session {
            let map = HeatMap::of(&app.cx.framework, session);
            mini_map(&app.cx.framework, &map, wide, canvas, Rect { width: used, ..facts });
        }
        facts = Rect { x: facts.x + used + 2, width: facts.width.saturating_sub(used + 2), ..facts };
    }
    let mut sheet = Sheet::new(facts.width);
    if let Some(holder) = holder {
        sheet.text(0, holder, theme.alert);
    }
    match session {
        Some(session) => said(&app.cx.framework, session, facts, canvas, &mut sheet),
        None => head(entry, canvas, &mut sheet),
    }
    sheet.text(0, &place(app, entry), theme.muted);
    sheet.put(canvas, facts, 0);
}

/// Why the session cannot be opened: the file's own word counts for more than its first line's.
fn problem<'all>(app: &'all App, entry: &'all Listed) -> Option<&'all str> {
    match app.cx.list.preview().map(|preview| &preview.session) {
        Some(Ok(_)) => None,
        Some(Err(problem)) => Some(problem),
        None => entry.problem.as_deref(),
    }
}

fn heading(entry: &Listed) -> String {
    let date = entry.date.map_or(String::new(), |date| format!(" · {}", words::date(date)));
    format!("{}{date} · {}", entry.described(), entry.kind.words())
}

fn place(app: &App, entry: &Listed) -> String {
    let folder = app.cx.list.folder.as_ref().map(|folder| folder.display().to_string());
    format!("{} in {}", entry.name, folder.unwrap_or_else(|| app.cx.home.folder.clone()))
}

/// What the first line of the file says.
fn head(entry: &Listed, canvas: &Canvas, sheet: &mut Sheet) {
    let theme = canvas.theme();
    let not_agreed = if entry.not_agreed == 0 { String::new() } else { format!(", {} not agreed", entry.not_agreed) };
    let people = match entry.people {
        0 => String::new(),
        many => format!("{} · ", words::count(many, "person", "people")),
    };
    sheet.text(0, &format!("{people}{} of {} discussed{not_agreed}", entry.done, entry.of), theme.text);
}

/// What the session itself says.
fn said(framework: &Framework, session: &Session, area: Rect, canvas: &Canvas, sheet: &mut Sheet) {
    let theme = canvas.theme();
    let map = HeatMap::of(framework, session);
    // Where there are only three lines, they are the room, the items and the actions.
    let low = area.height < 5;
    sheet.text(0, &session.register.to_string(), theme.text);
    let strong: Vec<String> =
        map.strengths(framework).iter().take(NAMED).map(|one| named(&one.feature.label, one.reading)).collect();
    let weak: Vec<String> = map
        .at_risk(framework)
        .iter()
        .filter(|one| one.reading.state != State::BlindSpot)
        .take(NAMED)
        .map(|one| named(&one.feature.label, one.reading))
        .collect();
    let list = |items: Vec<String>, room: u16| fitting(items, room);
    if low && area.width >= 56 {
        let half = area.width / 2;
        let strong = format!("Strongest  {}", list(strong, half.saturating_sub(13)));
        let pad = usize::from(half);
        let weak = format!("Weakest  {}", list(weak, half.saturating_sub(11)));
        sheet.line(vec![(format!("{strong:<pad$}{weak}"), theme.text)]);
    } else {
        let room = area.width.saturating_sub(11);
        for (term, items) in [("Strongest  ", strong), ("Weakest    ", weak)] {
            sheet.line(vec![(term.into(), theme.muted), (list(items, room), theme.text)]);
        }
    }
    let open = session.open_actions().count();
    if !session.actions.is_empty() {
        let words = format!("{open} open of {}", session.actions.len());
        sheet.line(vec![("Actions    ".into(), theme.muted), (words, theme.text)]);
    }
}

fn named(label: &str, reading: Reading) -> String {
    format!("{label} {}", reading.mark())
}

/// As many whole items as there is room for.
fn fitting(items: Vec<String>, room: u16) -> String {
    let mut words = String::new();
    for item in items {
        let longer = if words.is_empty() { item } else { format!("{words}, {item}") };
        if text::width(&longer) > room && !words.is_empty() {
            break;
        }
        words = longer;
    }
    if words.is_empty() { "none so far".into() } else { words }
}

/// Columns that a small map takes.
fn map_width(wide: bool) -> u16 {
    let (label, cell) = measures(wide);
    label + cell * 9
}

/// Columns of the names and of a cell.
fn measures(wide: bool) -> (u16, u16) {
    if wide { (12, 3) } else { (7, 2) }
}

/// The stages as rows of marks in their tones: the same picture as the heat map, as small as it can be read.
fn mini_map(framework: &Framework, map: &HeatMap, wide: bool, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let (label, cell) = measures(wide);
    for ((stage, row), y) in framework.stages.iter().zip(&map.rows).zip(area.y..area.bottom()) {
        let name = if text::width(&stage.label) < label { &stage.label } else { &stage.short };
        canvas.put(area.x, y, label.saturating_sub(1), name, theme.text);
        let mut x = area.x.saturating_add(label);
        for reading in row.readings.iter().take(9) {
            let look = Look::of(*reading);
            let place = Rect { x, y, width: cell, height: 1 };
            let style = cell_style(theme, look);
            canvas.fill(place, style);
            canvas.put_centred(x, y, cell, sign(*reading).as_str(), style);
            x = x.saturating_add(cell);
        }
    }
}

/// One letter for a reading.
fn sign(reading: Reading) -> String {
    match Look::of(reading) {
        Look::Contested(_) => "X".into(),
        Look::Rated { rating, .. } => rating.to_string(),
        Look::Blank => "·".into(),
        Look::Unknown | Look::NotRelevant | Look::Worded(_) => reading.mark(),
    }
}
