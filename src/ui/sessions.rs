//! The saved sessions: what narrows them, the list, and under a rule more about the marked one.

use super::form::text_field;
use super::sheet::Sheet;
use super::{Canvas, chrome, list, text};
use crate::view::{Frame, Preview, Sessions, Value};
use ratatui::layout::Rect;

pub(super) fn draw(frame: &Frame, page: &Sessions, canvas: &mut Canvas) {
    let body = chrome::draw_frame(frame, canvas);
    let theme = canvas.theme();
    let used = u16::from(page.search.is_some() || !page.narrowed.is_empty());
    let below = Rect { y: body.y.saturating_add(used), height: body.height.saturating_sub(used), ..body };
    if page.list.rows.is_empty() {
        Sheet::of(&page.list.empty, body.width, theme).show(canvas, below, 0);
    } else {
        listed(page, canvas, below);
    }
    // Last, so that the cursor stands where the words are typed.
    narrowed(page, canvas, Rect { height: 1, ..body });
}

fn listed(page: &Sessions, canvas: &mut Canvas, body: Rect) {
    // The same for every session, so that the list stays still while the mark moves.
    let rows = match body.height {
        ..14 => 4,
        14..15 => 5,
        _ => 8,
    };
    let lines = body.height.saturating_sub(rows + 1);
    let head = if body.height >= 14 { list::head(&page.list, canvas, body) } else { 0 };
    list::draw_rows(&page.list, canvas, Rect { y: body.y + head, height: lines.saturating_sub(head), ..body });
    let rule = body.y + lines;
    canvas.rule(body.x, rule, body.width);
    preview(&page.preview, canvas, Rect { y: rule + 1, height: rows, ..body });
}

/// The words being searched for, and what else narrows or orders the list.
fn narrowed(page: &Sessions, canvas: &mut Canvas, line: Rect) {
    let theme = canvas.theme();
    let said = page.narrowed.join(" · ");
    let Some((field, typing)) = &page.search else {
        canvas.put_wrapped(line, &said, theme.muted);
        return;
    };
    let used = canvas.put(line.x, line.y, line.width, &field.name, theme.accent);
    let width = (line.width / 2).saturating_sub(used).max(12);
    let typed = Rect { x: line.x + used, width, ..line };
    canvas.fill(typed, theme.strip);
    if let Value::Typed(text, _) = field.value {
        text_field(canvas, typed, text, *typing);
    }
    let x = typed.right().saturating_add(2);
    canvas.put(x, line.y, line.right().saturating_sub(x), &said, theme.muted);
}

/// A small heat map where there is room, and beside it what is said of the session.
fn preview(preview: &Preview, canvas: &mut Canvas, area: Rect) {
    let theme = canvas.theme();
    let title = Sheet::of(&preview.title, area.width, theme);
    title.put(canvas, Rect { height: area.height.min(1), ..area }, 0);
    let used = title.rows().min(1);
    let mut below = Rect { y: area.y + used, height: area.height.saturating_sub(used), ..area };
    let rows = u16::try_from(preview.map.len()).unwrap_or(u16::MAX);
    if rows > 0 && below.height >= rows.min(7) && below.width >= 56 {
        // Its place stays free until the session is read, so that nothing jumps.
        let used = map(preview, canvas, below) + 2;
        below = Rect { x: below.x + used, width: below.width.saturating_sub(used), ..below };
    }
    Sheet::of(&preview.text, below.width, theme).put(canvas, below, 0);
}

/// The stages as rows of marks: the same picture as the heat map, as small as it can be read; gives its columns.
fn map(preview: &Preview, canvas: &mut Canvas, area: Rect) -> u16 {
    let theme = canvas.theme();
    let (name, cell) = if area.width >= 76 { (12, 3) } else { (7, 2) };
    for ((label, short, marks), y) in preview.map.iter().zip(area.y..area.bottom()) {
        if marks.is_empty() {
            continue;
        }
        let label = if text::width(label) < name { label } else { short };
        canvas.put(area.x, y, name - 1, label, theme.text);
        let columns = (area.x + name..).step_by(usize::from(cell));
        for (mark, x) in marks.iter().take(9).zip(columns) {
            let style = theme.style(mark.tone);
            canvas.fill(Rect { x, y, width: cell, height: 1 }, style);
            canvas.put_centred(x, y, cell, &mark.text, style);
        }
    }
    name + cell * 9
}
