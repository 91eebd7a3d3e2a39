//! The set-up form: one line a field, what cannot be read said beside it.

use super::chrome;
use super::{Canvas, text};
use crate::app::{App, Field, FieldName, Setup, Target, TextField};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// Columns of the names before the fields.
const NAMES: u16 = 18;

pub(super) fn draw(app: &App, setup: &Setup, canvas: &mut Canvas) {
    let body = chrome::frame(app, canvas, "SET-UP: all of it can be left for later", "");
    let theme = canvas.theme();
    let count = u16::try_from(setup.fields.all.len()).unwrap_or(u16::MAX);
    // Where not all fields fit, the ones around the focus do.
    let rows = body.height.saturating_sub(1);
    let people = setup.fields.all.iter().position(|field| matches!(field.name, FieldName::People(_)));
    let register = app.cx.workshop.as_ref().map(|workshop| &workshop.session.register);
    let focus = u16::try_from(setup.fields.focus).unwrap_or(0);
    let heading = u16::from(rows > count);
    let spaced = rows > count * 2 + 2;
    let first = if spaced { 0 } else { focus.saturating_sub(rows.saturating_sub(heading + 1)) };
    let mut y = body.y + 1;
    for (number, field) in setup.fields.all.iter().enumerate().skip(usize::from(first)) {
        if y >= body.bottom() {
            break;
        }
        if Some(number) == people && heading == 1 {
            let people = register.map_or(String::new(), ToString::to_string);
            canvas.put_wrapped(Rect { y, height: 1, ..body }, &format!("In the room  {people}"), theme.muted);
            y += 1;
        }
        let name = register.map_or("", |register| field.name.title(register));
        line(canvas, Rect { y, height: 1, ..body }, field, name, number == setup.fields.focus);
        canvas.hit(Rect { y, height: 1, ..body }, Target::Line(number));
        y += if spaced { 2 } else { 1 };
    }
}

fn line(canvas: &mut Canvas, area: Rect, field: &Field<FieldName>, name: &str, marked: bool) {
    let theme = canvas.theme();
    let arrow = if marked { "► " } else { "  " };
    let style = if marked { theme.text.add_modifier(Modifier::BOLD) } else { theme.text };
    canvas.put(area.x, area.y, NAMES, &format!("{arrow}{name}"), style);
    let mut typed = Rect { x: area.x + NAMES, width: area.width.saturating_sub(NAMES), ..area };
    if let Some(problem) = &field.problem {
        let wide = text::width(problem).min(typed.width / 2 + 6);
        canvas.put_right(area.right(), area.y, wide, problem, theme.alert);
        typed.width = typed.width.saturating_sub(wide + 1);
    }
    if matches!(field.name, FieldName::People(_)) {
        typed.width = typed.width.min(6);
    }
    canvas.fill(typed, theme.strip);
    text_field(canvas, typed, &field.text, marked);
}

/// So many rows or columns from the start of a text the library's own count of them comes near its end.
const FAR: usize = 30_000;

/// Draws a text being typed, the cursor in it when it is in focus.
pub(super) fn text_field(canvas: &mut Canvas, area: Rect, field: &TextField, focused: bool) {
    let editor = field.area();
    let cursor = editor.screen_cursor();
    if cursor.col > FAR || cursor.row > FAR || editor.cursor().0 > FAR {
        return far_into(canvas, area, field, focused);
    }
    canvas.widget(area, editor);
    if focused && !area.is_empty() {
        let (cursor, (top, left)) = (editor.screen_cursor(), editor.scroll_offset());
        let column = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(left).min(area.width - 1);
        let row = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top).min(area.height - 1);
        canvas.cursor(area.x + column, area.y + row);
    }
}

/// The same far into a long text: the line with the cursor, from as far before it as fits, and the lines above it.
fn far_into(canvas: &mut Canvas, area: Rect, field: &TextField, focused: bool) {
    let (editor, style) = (field.area(), field.area().style());
    let at = editor.cursor();
    let masked = |text: &str| match editor.mask_char() {
        Some(mask) => text.chars().map(|_| mask).collect(),
        None => text.to_owned(),
    };
    let top = at.0.saturating_sub(usize::from(area.height.saturating_sub(1)));
    for (y, (number, line)) in (area.top()..area.bottom()).zip(editor.lines().iter().enumerate().skip(top)) {
        if number != at.0 {
            canvas.put(area.x, y, area.width, &masked(line), style);
            continue;
        }
        let split = line.char_indices().nth(at.1).map_or(line.len(), |(split, _)| split);
        let (before, after) = line.split_at(split);
        let before = masked(text::end(before, area.width.saturating_sub(1)));
        let used = canvas.put(area.x, y, area.width, &before, style);
        canvas.put(area.x + used, y, area.width - used, &masked(text::cut(after, area.width)), style);
        if focused {
            canvas.cursor(area.x + used, y);
        }
    }
}
